"""Parsing one article among many: a stumble of the parser costs that article, not the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from quotes.model import Article, Quotation
from quotes.parsing import extract
from quotes.parsing.explain import Explanation, explain

_Found = TypeVar("_Found")


class ParseError(Exception):
    """The parser failed on an article; the message is one line and names its source."""


def parse(article: Article) -> list[Quotation]:
    """The quotations of an article, as `quotes.extract` gives them; raises only ParseError."""
    return _of_one(article, extract)


def parse_and_explain(article: Article) -> list[Explanation]:
    """The same quotations, each with the grounds of its attribution; raises only ParseError."""
    return _of_one(article, explain)


def _of_one(article: Article, parser: Callable[[Article], list[_Found]]) -> list[_Found]:
    try:
        return parser(article)
    except Exception as error:  # whatever it is, it is about this article only
        problem = " ".join(repr(error).split())
        raise ParseError(f"{article.source}: cannot be parsed ({problem}); please report it") from error
