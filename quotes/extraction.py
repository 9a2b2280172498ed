"""What is found in one article among many: a stumble of the parser costs that article, not the others.

Nothing here knows of the database, so that processes that only parse do not load it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from quotes.model import Article, Quotation, Topics, Value
from quotes.parsing import extract
from quotes.parsing.explain import Explanation, explain
from quotes.topics import topics_of

_Found = TypeVar("_Found")


class ParseError(Exception):
    """The parser failed on an article; the message is one line and names its source."""


@dataclass(frozen=True, slots=True)
class Found(Value):
    """All that is found in an article."""

    quotations: list[Quotation]
    topics: Topics


def find(article: Article | None) -> Found | ParseError | None:
    """The quotations and the topics of an article, or why there are none; of no article nothing."""
    if article is None:
        return None
    try:
        return Found(parse(article), topics_of(article))
    except ParseError as error:
        return error


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
