"""Which format a file is in: what its content says beyond doubt, else its extension."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from quotes.reading.delimited import is_header
from quotes.reading.encodings import decode

#: what may stand before the first element of a page or a feed
_PROLOGUE = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*>)*", re.IGNORECASE | re.DOTALL)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf)\b", re.IGNORECASE)
#: as far as the first element is looked for, in characters
_FIRST = 20_000
#: formats that a file's content cannot contradict, having the same one
_TABLES = ("csv", "tsv")


def format_of(head: bytes, extension: str, extensions: Mapping[str, str]) -> str | None:
    """The name of the format, None when neither content nor extension tells.

    Without extension, what is nothing else is text.
    """
    named = extensions.get(extension, None if extension else "txt")
    seen = _seen(decode(head)[0].lstrip())
    if seen is None or (seen == "csv" and named in _TABLES) or (seen == "json" and named == "jsonl"):
        return named
    return "json" if seen == "document" else seen


def _seen(text: str) -> str | None:
    """What the content is beyond doubt; `json` for an object that may be a document or a line of many."""
    if text.startswith("<"):
        start = text[:_FIRST]
        root = _PROLOGUE.sub("", start, count=1)
        if _HTML.match(start) or _HTML.match(root):
            return "html"
        return "feed" if _FEED.match(root) else None
    if text.startswith("["):
        return "document" if re.match(r"\[\s*(?:\{\s*[\"}]|\])", text) else None
    if text.startswith("{"):
        return _seen_object(text)
    return "csv" if is_header(text.partition("\n")[0]) else None


def _seen_object(text: str) -> str | None:
    if not re.match(r"\{\s*[\"}]", text):
        return None
    first, _, rest = text.partition("\n")
    if not first.strip().endswith("}"):
        return "document" if first.strip() == "{" else "json"
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return "json"
    return "jsonl" if rest.lstrip().startswith("{") else "json"
