"""Where a query is met in a text: for what the index cannot tell, and to show it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.folding import fold
from quotes.model import Span
from quotes.search.query import Query, Term

#: a word, accents that are characters of their own included
_WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f])*")
_FOLDED_WORD = re.compile(r"[^\W_]+")


def meets(query: Query, text: str) -> bool:
    """Whether `text` has all terms of some alternative of `query`."""
    words = _FOLDED_WORD.findall(fold(text))
    return any(
        all(next(_places(term, words), None) is not None for term in alternative)
        for alternative in query.alternatives
    )


def find(query: Query, text: str) -> list[Span]:
    """The stretches of `text` in which terms of `query` stand, in order, apart from each other."""
    words = list(_words(text))
    folded = [word for word, _ in words]
    found: list[Span] = []
    for first, last in sorted(place for term in query.terms for place in _places(term, folded)):
        span = Span(words[first][1].start, words[last][1].end)
        if found and span.start < found[-1].end:
            span = Span(found[-1].start, max(found.pop().end, span.end))
        found.append(span)
    return found


def _words(text: str) -> Iterator[tuple[str, Span]]:
    for match in _WORD.finditer(text):
        yield fold(match[0]), Span(*match.span())


def _places(term: Term, words: list[str]) -> Iterator[tuple[int, int]]:
    """The first and the last word of each place where `term` stands."""
    size, opening = len(term.words), term.words[0]
    if size == 1 and term.prefix:
        places = [k for k, word in enumerate(words) if word.startswith(opening[0])]
    else:
        places = [k for k, word in enumerate(words) if word in opening]
    for first in places:
        if first + size <= len(words) and all(_fits(term, k, words[first + k]) for k in range(1, size)):
            yield first, first + size - 1


def _fits(term: Term, k: int, word: str) -> bool:
    if term.prefix and k == len(term.words) - 1:
        return word.startswith(term.words[k][0])
    return word in term.words[k]
