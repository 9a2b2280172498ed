"""A quotation as it is put to a person: where it comes from, its passage, what the parser says of it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator

import click

from quotes.cli.harmless import neutral
from quotes.cli.passage import colours_wanted, legend, render, role_marks
from quotes.model import Span
from quotes.storage import Question, QuotationRow

#: a passage of less is told with the paragraph before it
_SHORT = 250
#: characters of a paragraph that are shown on either side of the quotation
_SIDE = 700
_WIDEST = 100


def shown(question: Question, place: int, total: int) -> Iterator[str]:
    """The lines that put `question`, the one at `place` of `total`."""
    one = question.quotation
    colours = colours_wanted()
    width = min(shutil.get_terminal_size().columns, _WIDEST) if sys.stdout.isatty() else None
    grounds = f"{one.rule}, confidence {one.confidence:.2f}" if one.rule else "no source found"
    where = ", ".join(filter(None, (one.outlet, one.date)))
    head = f"{place} of {total}"
    yield ""
    yield f"{click.style(head, bold=True) if colours else head}  id {one.id}  {neutral(where)}  ({grounds})"
    span = Span(one.start, one.end)
    marks = role_marks(quotation=span, cue=question.cue, mention=question.mention, time=question.time)
    yield render(question.text, marks, colours=colours, within=context(question), width=width, indent="  ")
    if told := legend(marks, colours=colours):
        yield f"  {told}"
    yield f"speaker: {described(one)}   kind: {one.kind}"


def described(one: QuotationRow) -> str:
    """Who speaks, as the parser has it."""
    if one.speaker is None:
        return "none"
    what = ", ".join(filter(None, (one.speaker_kind, one.role)))
    return neutral(f"{one.speaker} ({what})")


def context(question: Question) -> Span:
    """The paragraphs of the quotation and of its grounds; a short one with the paragraph before it."""
    text, one = question.text, question.quotation
    near = [
        span
        for span in (question.cue, question.mention)
        if span and one.start - _SIDE < span.start and span.end < one.end + _SIDE
    ]
    first = min([one.start, *(span.start for span in near)])
    last = max([one.end, *(span.end for span in near)])
    start, end = _paragraph_start(text, first), _paragraph_end(text, last)
    if end - start < _SHORT and start:
        start = _paragraph_start(text, len(text[:start].rstrip()))
    return Span(_later(text, start, first), _earlier(text, end, last))


def _paragraph_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def _paragraph_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _later(text: str, start: int, first: int) -> int:
    """`start`, or the first word that is not too far before `first`."""
    if first - start <= _SIDE:
        return start
    return text.find(" ", first - _SIDE, first) + 1 or first - _SIDE


def _earlier(text: str, end: int, last: int) -> int:
    """`end`, or the end of the last word that is not too far behind `last`."""
    if end - last <= _SIDE:
        return end
    cut = text.rfind(" ", last, last + _SIDE)
    return cut if cut >= 0 else last + _SIDE
