"""Parsing one article among many: a stumble of the parser costs that article, not the others."""

from __future__ import annotations

from quotes.model import Article, Quotation
from quotes.parsing import extract


class ParseError(Exception):
    """The parser failed on an article; the message is one line and names its source."""


def parse(article: Article) -> list[Quotation]:
    """The quotations of an article, as `quotes.extract` gives them; raises only ParseError."""
    try:
        return extract(article)
    except Exception as error:  # whatever it is, it is about this article only
        problem = " ".join(repr(error).split())
        raise ParseError(f"{article.source}: cannot be parsed ({problem}); please report it") from error
