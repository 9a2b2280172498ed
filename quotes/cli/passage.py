"""Passages: a stretch of an article with spans of it marked, as styled text or in labelled brackets.

With colours each mark has its look, and `legend` says in words which look means what. Without, a mark is
`[cue: a déclaré]`, which needs no legend. Offsets are those of the whole text, whatever part is shown:

    marks = role_marks(quotation=Span(2, 12), cue=Span(15, 24), mention=Span(25, 33))
    click.echo(render(text, marks, colours=colours_wanted(), within=Span(0, 80), width=72))
    click.echo(legend(marks, colours=colours_wanted()))

What would drive a terminal or turn its lines around is replaced, see `harmless`.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import click

from quotes.cli.harmless import neutral
from quotes.model import Span
from quotes.nesting import nested


@dataclass(frozen=True, slots=True)
class Look:
    """How marked words look on a terminal with colours."""

    colour: str | None = None
    bold: bool = False
    underline: bool = False

    def on(self, text: str) -> str:
        """`text` with this look, and the terminal's own behind it."""
        return click.style(text, fg=self.colour, bold=self.bold or None, underline=self.underline or None)


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text that is shown apart, and what it is called: *cue*, *3: Léna Morel*."""

    span: Span
    label: str
    look: Look
    #: shown before the words where colours stand for the label, such as a number
    sign: str = ""


#: the parts of one quotation's evidence: label → look
ROLES = {
    "quotation": Look("green", bold=True),
    "cue": Look("yellow"),
    "mention": Look("cyan", underline=True),
    "time": Look("magenta"),
}
#: what a search looked for
MATCH = Look("red", bold=True)


def role_marks(**spans: Span | None) -> list[Mark]:
    """The marks of one quotation's parts, by their roles; those that are None are left out."""
    return [Mark(span, role, ROLES[role]) for role, span in spans.items() if span is not None]


def colours_wanted() -> bool:
    """Whether standard output shows colours, and nobody asked for none (NO_COLOR, TERM=dumb)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def render(
    text: str,
    marks: Iterable[Mark],
    *,
    colours: bool,
    within: Span | None = None,
    width: int | None = None,
    indent: str = "",
) -> str:
    """The part `within` of `text` (None: all of it) with its marks, without a line feed at its end.

    Marks may stand inside each other, and the innermost counts; of two that cross, the later one begins
    where the earlier one ends. Lines are broken between words at `width`, if given, and begin with `indent`.
    """
    shown = within or Span(0, len(text))
    runs = _runs(text, nested(marks, shown), shown, colours)
    return "\n".join(indent + line for line in _lines(runs, width and max(1, width - len(indent))))


def legend(marks: Iterable[Mark], *, colours: bool) -> str:
    """The labels of `marks`, each once in its look; empty without colours, when marks have their labels."""
    if not colours:
        return ""
    looks = {mark.label: mark.look for mark in marks}
    return "  ".join(look.on(neutral(label)) for label, look in looks.items())


@dataclass(frozen=True, slots=True)
class _Run:
    """Characters of one look; None: of the terminal's own."""

    text: str
    look: Look | None


def _runs(text: str, marks: Sequence[Mark], shown: Span, colours: bool) -> Iterator[_Run]:
    """The passage in runs; without colours, marks are brackets."""
    position = shown.start
    open_: list[Mark] = []

    def until(end: int) -> Iterator[_Run]:
        nonlocal position
        if end > position:
            look = open_[-1].look if open_ and colours else None
            yield _Run(neutral(text[position:end]), look)
        position = max(position, end)

    def close_before(start: int) -> Iterator[_Run]:
        while open_ and open_[-1].span.end <= start:
            yield from until(open_[-1].span.end)
            open_.pop()
            if not colours:
                yield _Run("]", None)

    for mark in marks:
        yield from close_before(mark.span.start)
        yield from until(mark.span.start)
        if not colours:
            yield _Run(f"[{neutral(mark.label)}: ", None)
        elif mark.sign:
            yield _Run(neutral(mark.sign), mark.look)
        open_.append(mark)
    yield from close_before(shown.end)
    yield from until(shown.end)


def _lines(runs: Iterable[_Run], width: int | None) -> Iterator[str]:
    """The lines of the runs, broken where the text breaks, and between words at `width`."""
    line: list[_Run] = []
    for piece in _pieces(runs):
        size = sum(len(run.text.rstrip(" ")) for run in piece[-1:]) + sum(len(run.text) for run in piece[:-1])
        taken = sum(len(run.text) for run in line)
        if width is not None and line and taken + size > width:
            yield _joined(line)
            line = []
        line += piece
        if piece[-1].text.endswith("\n"):
            yield _joined(line)
            line = []
    if line:
        yield _joined(line)


def _pieces(runs: Iterable[_Run]) -> Iterator[list[_Run]]:
    """What must stand on one line: a word with the spaces behind it, in one look or several."""
    piece: list[_Run] = []
    for run in runs:
        for part in re.findall(r"[^ \n]*(?:\n| +)|[^ \n]+", run.text):
            piece.append(_Run(part, run.look))
            if part[-1] in " \n":
                yield piece
                piece = []
    if piece:
        yield piece


def _joined(runs: Sequence[_Run]) -> str:
    """A line of runs: neighbours of one look under one style, no space at its end."""
    merged: list[_Run] = []
    for run in runs:
        if merged and merged[-1].look == run.look:
            merged[-1] = _Run(merged[-1].text + run.text, run.look)
        else:
            merged.append(run)
    while merged and not merged[-1].text.rstrip(" \n"):
        merged.pop()
    if merged:
        merged[-1] = _Run(merged[-1].text.rstrip(" \n"), merged[-1].look)
    return "".join(run.look.on(run.text) if run.look else run.text for run in merged)
