"""Charges: offences in the law's words, *poursuivi pour « recel » et « rébellion »*, and who says them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from quotes.lexicon import words
from quotes.parsing.clause import Clause
from quotes.parsing.governing import head_of_list
from quotes.parsing.tokens import Token

_PROSECUTION = words("prosecution_words.txt")
_OFFENCES = words("offences.txt")
#: how far before the marks a word of prosecution may stand, in tokens
_CASE = 14
#: among how many of the first words an offence is looked for: *deux vols*
_FIRST = 2
_LEADING = frozenset({"pour", "de", "d'"})
#: rules that read who says the charge, beside the marks: *…, selon le parquet*
_TOLD = frozenset(
    {
        "agent",
        "clitic-after",
        "inverted-cue-after",
        "on-and-place",
        "source-beside",
        "source-in-sentence-before",
        "source-preposition",
    }
)
_LOW = attrgetter("low")


def charged(tokens: Sequence[Token], start: int, position: int, inner: Sequence[Token]) -> Iterator[str]:
    """The name of an offence, or what stands where one would: *poursuivi pour « recel »*."""
    case = _prosecuted(tokens, start, position)
    if case:
        yield "case"
        if position > start and tokens[position - 1].low in _LEADING:
            yield "case:preposition"
    if inner and inner[0].low in _OFFENCES:
        yield f"offence:{case}"


def charge(clause: Clause, position: int, rule: str | None) -> Iterator[str]:
    """An offence that prosecution leads to, by itself or in a list; and whether somebody says it beside."""
    tokens, start = clause.tokens, clause.sentence.start
    head, _ = head_of_list(clause, position)
    before = head - 1 if head > start and tokens[head - 1].low == "des" else head
    if before == start or tokens[before - 1].low not in _LEADING or not _prosecuted(tokens, start, head):
        return
    if any(t.low in _OFFENCES for k in (head, position) for t in tokens[k].inner[:_FIRST]):
        yield "charge"
        yield f"charge:{'told' if rule in _TOLD else 'plain'}"


def _prosecuted(tokens: Sequence[Token], start: int, position: int) -> bool:
    return not _PROSECUTION.isdisjoint(map(_LOW, tokens[max(start, position - _CASE) : position]))
