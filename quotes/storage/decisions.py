"""A person's decisions through the changes of an article: where their words stand now. No SQL here.

What was chosen:

* A decision belongs to the exact words it was made on. When the article's text changes, it moves to where
  these words stand now: first to where the parser found them between marks again, else anywhere in the
  text; among several places, to the one nearest to where it stood.
* When the words are gone, the row is kept with no offsets (`start` and `end` null). No view and no filter
  shows it, since the article says so no more; if the words come back, so does the decision.
* What the parser finds in the place of a decision is dropped. Two spans are the same place when they
  share four fifths of the characters that they cover together: a parser that takes in one comma more
  does not bring back what a person has rejected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quotes.model import Quotation, Span

_SAME_PLACE = 0.8


@dataclass(frozen=True, slots=True)
class Decision:
    """A stored quotation on which a person decided, as far as its place in the text goes."""

    id: int
    text: str
    #: None when its words were gone from the text already
    start: int | None
    mention: str | None = None
    mention_start: int | None = None
    cue: str | None = None
    cue_start: int | None = None
    said_when: str | None = None
    said_when_start: int | None = None
    #: counted from the start of the words when these are gone from the text
    incises: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a decision's words and their grounds stand in the new text; None for what is gone."""

    span: Span | None
    mention: Span | None
    cue: Span | None
    said_when: Span | None
    incises: tuple[Span, ...]


def anchor(decisions: Iterable[Decision], text: str, found: Sequence[Quotation]) -> dict[int, Place]:
    """The place of each decision in `text`, by its id; no two have the same span.

    `found` is what the parser found in `text`.
    """
    marked = [Span(one.start, one.end) for one in found]
    places: dict[int, Place] = {}
    taken: set[Span] = set()
    for decision in sorted(decisions, key=lambda one: (one.start or 0, one.id)):
        between_marks = [span for span in marked if span.of(text) == decision.text and span not in taken]
        span = _nearest(between_marks, decision.start)
        if span is None:
            span = _nearest([one for one in _spans(decision.text, text) if one not in taken], decision.start)
        if span is not None:
            taken.add(span)
        places[decision.id] = _place(decision, span, text)
    return places


def same_place(one: Span, other: Span) -> bool:
    """Whether two spans are, for a reader, the same words at the same place."""
    if one == other:
        return True
    common = min(one.end, other.end) - max(one.start, other.start)
    together = max(one.end, other.end) - min(one.start, other.start)
    return common > 0 and common >= _SAME_PLACE * together


def _place(decision: Decision, span: Span | None, text: str) -> Place:
    shift = (span.start if span else 0) - (decision.start or 0)
    incises = tuple(Span(incise.start + shift, incise.end + shift) for incise in decision.incises)
    if span is None:
        return Place(None, None, None, None, incises)
    return Place(
        span,
        mention=_follow(decision.mention, decision.mention_start, shift, span, text),
        cue=_follow(decision.cue, decision.cue_start, shift, span, text),
        said_when=_follow(decision.said_when, decision.said_when_start, shift, span, text),
        incises=incises,
    )


def _follow(words: str | None, start: int | None, shift: int, span: Span, text: str) -> Span | None:
    """Where words of the grounds went: as far as their quotation, or nearly; near it if unknown."""
    if not words:
        return None
    return _nearest(_spans(words, text), span.start if start is None else start + shift)


def _spans(words: str, text: str) -> list[Span]:
    return [Span(*match.span()) for match in re.finditer(re.escape(words), text)]


def _nearest(spans: Iterable[Span], start: int | None) -> Span | None:
    return min(spans, key=lambda span: (abs(span.start - (start or 0)), span.start), default=None)
