"""Words as they are typed into a search, as a query: terms, all of them wanted, or alternatives of such.

`prix du lait` wants the three words, `"prix du lait"` the phrase, `lait OR beurre` one of the two,
`agricul*` whatever begins so. Everything else that is typed is punctuation, and means nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import prod

from quotes.folding import fold
from quotes.search.number import forms

_QUOTE_MARKS = str.maketrans(dict.fromkeys("«»“”„", '"'))
#: a phrase, whose last mark may be missing, or what stands between spaces; with its star
_CHUNK = re.compile(r'"(?P<phrase>[^"]*)"?(?P<star>\*?)|(?P<loose>[^\s"]+)')
_WORD = re.compile(r"[^\W_]+")
#: what is elided before a word: l', d', qu', lorsqu'
_ELIDED = re.compile(r"^\W*(?:\w|\w*qu)'(?=\w)")
#: a phrase that could be printed in more ways is looked for as it is typed
_MOST_WAYS = 64


class QueryError(ValueError):
    """Words that leave nothing to look for; the message is one line."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or several in a row, each in any of its forms (folded); the first form is the one typed."""

    words: tuple[tuple[str, ...], ...]
    #: the last word is only the beginning of one
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: one of the alternatives, with every term of it."""

    alternatives: tuple[tuple[Term, ...], ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms, of whichever alternative."""
        return tuple(dict.fromkeys(term for alternative in self.alternatives for term in alternative))


def parse(typed: str) -> Query:
    """The query that `typed` means. Raises QueryError when there is no word in it."""
    alternatives: list[list[Term]] = [[]]
    for chunk in _CHUNK.finditer(typed.translate(_QUOTE_MARKS)):
        if chunk["loose"] == "OR":
            alternatives.append([])
        elif term := _term(chunk):
            alternatives[-1].append(term)
    wanted = tuple(tuple(dict.fromkeys(terms)) for terms in alternatives if terms)
    if not wanted:
        raise QueryError(f"{typed!r} has no letter or digit to look for")
    return Query(wanted)


def _term(chunk: re.Match[str]) -> Term | None:
    loose = chunk["loose"]
    folded = fold(loose or chunk["phrase"])
    if loose:
        folded = _ELIDED.sub("", folded, count=1)
    words = _WORD.findall(folded)
    if not words:
        return None
    prefix = loose.endswith("*") if loose else bool(chunk["star"])
    ways = [forms(word) for word in words]
    if prefix:
        ways[-1] = (words[-1],)
    if prod(map(len, ways)) > _MOST_WAYS:
        ways = [(word,) for word in words]
    return Term(tuple(ways), prefix)
