"""When two articles are the same one, and when one has changed."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import fields

from quotes.model import Article


def key(article: Article) -> str:
    """What an article is recognised by: its url, else its file's absolute path, else its content.

    In a file of many articles, the path is followed by `#` and what tells the article from the others.
    """
    if article.url:
        return article.url
    # what comes through standard input may be another file each time
    if article.source and article.source.partition("#")[0] != "-":
        # not resolved: a link is known by its own name
        path = os.path.abspath(article.source)  # noqa: PTH100
        # a name that is not UTF-8 keeps its stray bytes, spelled out, lest two such names be one
        return path.encode("utf-8", "backslashreplace").decode()
    return f"sha256:{content_hash(article)}"


def content_hash(article: Article) -> str:
    """SHA-256 of the text and of all metadata but the source, so that a copied file has the same."""
    content = {
        field.name: getattr(article, field.name) for field in fields(article) if field.name != "source"
    }
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(canonical.encode()).hexdigest()
