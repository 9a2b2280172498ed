"""Marked text as HTML: a stretch of an article with elements around spans of it, everything else escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from quotes.model import Span
from quotes.nesting import nested

#: what an HTML document may not hold, and what changes the direction of the words behind it
_HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span of the text, with the element that stands around it."""

    span: Span
    #: name of the element: *mark*, *span*
    tag: str
    #: of each of its parts, where it is cut by the end of a paragraph or by another element
    attributes: Mapping[str, str] = field(default_factory=dict)
    #: of its first part only, such as an id
    first: Mapping[str, str] = field(default_factory=dict)
    #: what stands before the words of its first part
    before: Markup = field(default_factory=Markup)


@dataclass(frozen=True, slots=True)
class _Part:
    span: Span
    of: Tagged


def paragraph_spans(text: str) -> Iterator[Span]:
    """Where the paragraphs of `text` stand: each of its lines that is not blank."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def paragraphs(text: str, tagged: Iterable[Tagged]) -> Iterator[Markup]:
    """What stands in each paragraph of `text`, as `paragraph_spans` has them.

    The spans of `tagged` count characters of `text`.
    """
    waiting = sorted(tagged, key=lambda one: one.span.start, reverse=True)
    here: list[Tagged] = []
    for span in paragraph_spans(text):
        while waiting and waiting[-1].span.start < span.end:
            here.append(waiting.pop())
        here = [one for one in here if one.span.end > span.start]
        yield marked(text, here, span)


def marked(text: str, tagged: Iterable[Tagged], within: Span | None = None) -> Markup:
    """The part `within` of `text` (None: all of it) with its elements, each inside another or apart."""
    shown = within or Span(0, len(text))
    written: list[str] = []
    open_: list[_Part] = []
    begun: set[int] = set()
    position = shown.start

    def until(end: int) -> None:
        nonlocal position
        written.append(_escaped(text[position:end]))
        position = end

    def close_before(start: int) -> None:
        while open_ and open_[-1].span.end <= start:
            until(open_[-1].span.end)
            written.append(f"</{open_.pop().of.tag}>")

    for part in nested((_Part(one.span, one) for one in tagged), shown):
        close_before(part.span.start)
        until(part.span.start)
        one = part.of
        is_first = id(one) not in begun and one.span.start >= shown.start
        begun.add(id(one))
        written.append(_opening(one.tag, {**one.attributes, **one.first} if is_first else one.attributes))
        if is_first:
            written.append(str(one.before))
        open_.append(part)
    close_before(shown.end)
    until(shown.end)
    return Markup("".join(written))  # noqa: S704 - every part of it is escaped


def _opening(tag: str, attributes: Mapping[str, str]) -> str:
    written = "".join(f' {name}="{_escaped(value)}"' for name, value in attributes.items())
    return f"<{tag}{written}>"


def neutral(text: str) -> str:
    """`text` without what a document may not hold and what turns the words behind it around; not escaped."""
    return _HARMFUL.sub("\ufffd", text)


def _escaped(text: str) -> str:
    return str(escape(neutral(text)))
