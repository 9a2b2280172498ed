"""Which elements stand where in an article: quotations, cues, mentions and dates, cut into parts.

XML knows no element that crosses another one, a paragraph knows none that leaves it, and the journalist's
interruptions are not the speaker's words: a quotation can be several elements, linked with each other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from quotes.export.tei.cast import speaker_id
from quotes.export.tei.rules import rule_id
from quotes.export.tei.xml import Attributes
from quotes.model import Kind, Span
from quotes.nesting import nested
from quotes.storage import Evidence, Status, WholeArticle

#: what ends the journalist's clause between two parts of a quotation
_CLAUSE_END = re.compile(r"[\s.,;:]+")
#: a mark that is opened again, or a closing one, where words go on in a new paragraph
_REOPENED = re.compile(r"\s*(?:[»”]|«(?=[^»]*$)|“(?=[^”]*$))")


@dataclass(frozen=True, slots=True)
class Part:
    """An element around a stretch of a paragraph."""

    span: Span
    name: str
    attributes: Attributes
    #: the identifier of the whole, of which this is a part; None for what nothing points at
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of an article, and the elements in it, each wholly inside or outside any other."""

    span: Span
    parts: list[Part]


@dataclass(slots=True)
class _Beside:
    """What stands beside quotations, or in them: one expression can serve several."""

    quotations: list[str] = field(default_factory=list)
    #: the speakers that it names, or when it says that something was said
    means: dict[str, None] = field(default_factory=dict)


def paragraphs(article: WholeArticle, known: frozenset[str]) -> list[Paragraph]:
    """The paragraphs of an article; its quotations point only at what is `known`."""
    wanted = sorted(_parts(article, known), key=lambda part: part.span.start, reverse=True)
    found: list[Paragraph] = []
    here: list[Part] = []
    for line in _lines(article.text):
        while wanted and wanted[-1].span.start < line.end:
            here.append(wanted.pop())
        here = [part for part in here if part.span.end > line.start]
        inside = (replace(part, span=_in_line(article.text, part.span, line)) for part in here)
        found.append(Paragraph(line, nested(inside, line, whole=True)))
    return _linked(found)


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def _in_line(text: str, span: Span, line: Span) -> Span:
    """What of `span` stands in `line`, without spaces around it and the mark that opens it again."""
    start, end = max(span.start, line.start), min(span.end, line.end)
    if span.start < line.start and (mark := _REOPENED.match(text[start:end])):
        start += mark.end()
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    return Span(start, start + len(inner.strip()))


def _parts(article: WholeArticle, known: frozenset[str]) -> Iterator[Part]:
    beside: defaultdict[tuple[str, Span], _Beside] = defaultdict(_Beside)
    for one in article.quotations:
        identifier = f"q{one.row.id}"
        who = _pointer(None if one.speaker_id is None else speaker_id(one.speaker_id), known)
        name = "q" if one.row.kind is Kind.TERM else "said"
        attributes = _attributes(one, who, known)
        for span in _without(article.text, one.span, one.incises):
            yield Part(span, name, attributes, identifier)
        for element, place, means in (
            ("seg", one.cue, None),
            ("rs", one.mention, who),
            ("date", one.when, one.said_on),
        ):
            if place is not None:
                its = beside[element, place]
                its.quotations.append(f"#{identifier}")
                its.means |= {} if means is None else {means: None}
    for (element, place), its in beside.items():
        yield Part(place, element, _attributes_beside(element, its))


def _attributes(one: Evidence, who: str | None, known: frozenset[str]) -> Attributes:
    rule = None if one.row.rule is None else _pointer(rule_id(one.row.rule), known)
    is_speech = one.row.kind is not Kind.TERM
    return {
        "who": who,
        "direct": "true" if is_speech else None,
        "ana": " ".join(filter(None, (f"#{one.row.kind}", rule))),
        "cert": f"{one.row.confidence:.4g}" if who else None,
        "resp": "#parser" if one.row.status is Status.AUTO else "#person",
    }


def _attributes_beside(element: str, its: _Beside) -> Attributes:
    means, quotations = " ".join(its.means) or None, " ".join(its.quotations)
    if element == "seg":
        return {"type": "cue", "corresp": quotations}
    if element == "rs":
        return {"ref": means, "corresp": quotations}
    return {"when": means if len(its.means) == 1 else None, "corresp": quotations}


def _pointer(identifier: str | None, known: frozenset[str]) -> str | None:
    return f"#{identifier}" if identifier in known else None


def _without(text: str, span: Span, incises: Iterable[Span]) -> Iterator[Span]:
    """What is left of `span` between the interruptions."""
    start = span.start
    for incise in sorted(incises):
        if start < incise.start:
            yield Span(start, min(incise.start, span.end))
        start = max(start, incise.end)
        if end := _CLAUSE_END.match(text, start, span.end):
            start = end.end()
    if start < span.end:
        yield Span(start, span.end)


def _linked(found: list[Paragraph]) -> list[Paragraph]:
    """The same, the parts of each whole in one chain."""
    total: defaultdict[str, int] = defaultdict(int)
    for paragraph in found:
        for part in paragraph.parts:
            if part.of is not None:
                total[part.of] += 1
    done: defaultdict[str, int] = defaultdict(int)

    def linked(part: Part) -> Part:
        if part.of is None:
            return part
        done[part.of] += 1
        number = done[part.of]
        links = {
            "xml:id": _part_id(part.of, number),
            "prev": f"#{_part_id(part.of, number - 1)}" if number > 1 else None,
            "next": f"#{_part_id(part.of, number + 1)}" if number < total[part.of] else None,
        }
        return replace(part, attributes=links | dict(part.attributes))

    return [Paragraph(one.span, [linked(part) for part in one.parts]) for one in found]


def _part_id(whole: str, number: int) -> str:
    return whole if number == 1 else f"{whole}.{number}"
