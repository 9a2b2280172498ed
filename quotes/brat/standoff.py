"""The lines of an .ann file, read and written: https://brat.nlplab.org/standoff.html."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from quotes.model import Span

_NUMBERED = re.compile(r"[TRAMNE#][^\s]+|\*")
_OFFSETS = re.compile(r"[0-9]+ [0-9]+(?:;[0-9]+ [0-9]+)*")
_ARGUMENT = re.compile(r"[^\s:]+:(\S+)")
_SPACES = re.compile(r"\s+")


class StandoffError(ValueError):
    """A line that is not what it should be; the message says the line and the problem."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(f"line {line}: {problem}")


@dataclass(frozen=True, slots=True)
class Entity:
    """Words of the text with a label; several stretches when something stands between them."""

    id: str
    label: str
    spans: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """From the first of its characters to the last."""
        return Span(min(one.start for one in self.spans), max(one.end for one in self.spans))


@dataclass(frozen=True, slots=True)
class Relation:
    """Two entities that belong together."""

    label: str
    first: str
    second: str
    #: where it was read
    line: int = field(default=0, compare=False)


@dataclass(slots=True)
class Standoff:
    """What is said of one text."""

    entities: dict[str, Entity] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    #: (entity, attribute) → its value; empty for one that only is there
    attributes: dict[tuple[str, str], str] = field(default_factory=dict)
    #: entity → what annotators noted
    notes: dict[str, str] = field(default_factory=dict)


def read(lines: Iterable[str], text: str) -> Standoff:
    """The annotation of `text` in these lines; events, equivalences and normalisations are passed over.

    Raises StandoffError.
    """
    found = Standoff()
    for number, line in enumerate(lines, 1):
        if line.strip():
            _take(found, number, line.rstrip("\r\n"), text)
    for relation in found.relations:
        for id_ in (relation.first, relation.second):
            if id_.startswith("T") and id_ not in found.entities:
                raise StandoffError(relation.line, f"{id_} is not there")
    return found


def _take(found: Standoff, number: int, line: str, text: str) -> None:
    id_, _, rest = line.partition("\t")
    if not _NUMBERED.fullmatch(id_) or not rest:
        raise StandoffError(number, "is no annotation: an id such as T1, a tab, and what it says")
    body, _, tail = rest.partition("\t")
    words = body.split()
    if id_[0] == "T":
        found.entities[id_] = _entity(id_, number, body, tail, text)
    elif id_[0] == "R":
        ends = [match[1] for word in words[1:] if (match := _ARGUMENT.fullmatch(word))]
        if len(words) != 3 or len(ends) != 2:
            raise StandoffError(number, f"{id_} must be a label and two arguments: Quoted_in Arg1:T1 Arg2:T2")
        found.relations.append(Relation(words[0], ends[0], ends[1], number))
    elif id_[0] in "AM":
        if len(words) not in (2, 3):
            raise StandoffError(number, f"{id_} must be a name, what it belongs to, and perhaps a value")
        found.attributes[words[1], words[0]] = words[2] if len(words) == 3 else ""
    elif id_[0] == "#" and len(words) == 2:
        found.notes[words[1]] = tail


def _entity(id_: str, number: int, body: str, tail: str, text: str) -> Entity:
    label, _, offsets = body.partition(" ")
    if not label or not _OFFSETS.fullmatch(offsets):
        raise StandoffError(number, f"{id_} must be a label and offsets: Cue 10 15, or Cue 10 15;20 25")
    spans = []
    for pair in offsets.split(";"):
        start, end = map(int, pair.split(" "))
        if not start < end <= len(text):
            problem = f"{id_}: {start}-{end} is not within a text of {len(text)} characters"
            raise StandoffError(number, problem)
        spans.append(Span(start, end))
    there = " ".join(span.of(text) for span in spans)
    if tail and _flat(tail) != _flat(there):
        problem = f"{id_}: the text has {_short(there)} there, not {_short(tail)}; are the two files a pair?"
        raise StandoffError(number, problem)
    return Entity(id_, label, tuple(sorted(spans)))


def write(annotation: Standoff, text: str) -> Iterator[str]:
    """The lines that say so, each with its end."""
    for one in annotation.entities.values():
        offsets = ";".join(f"{span.start} {span.end}" for span in one.spans)
        yield f"{one.id}\t{one.label} {offsets}\t{' '.join(span.of(text) for span in one.spans)}\n"
    for number, relation in enumerate(annotation.relations, 1):
        yield f"R{number}\t{relation.label} Arg1:{relation.first} Arg2:{relation.second}\n"
    for number, ((id_, name), value) in enumerate(annotation.attributes.items(), 1):
        yield f"A{number}\t{f'{name} {id_} {value}'.rstrip()}\n"
    for number, (id_, words) in enumerate(annotation.notes.items(), 1):
        yield f"#{number}\tAnnotatorNotes {id_}\t{_flat(words)}\n"


def stretches(text: str, span: Span, without: Iterable[Span] = ()) -> tuple[Span, ...]:
    """A span as brat can have it: cut at the ends of lines, and without what only interrupts it."""
    pieces = [span]
    for hole in without:
        # where it begins or ends with one, the span would not be itself without
        if span.start < hole.start < hole.end < span.end:
            pieces = [left for piece in pieces for left in _less(piece, hole)]
    found = []
    for piece in pieces:
        for line in re.finditer(r"[^\n]+", piece.of(text)):
            words = line.group()
            start = piece.start + line.start() + len(words) - len(words.lstrip())
            if words.strip():
                found.append(Span(start, start + len(words.strip())))
    return tuple(found) or (span,)


def _less(piece: Span, hole: Span) -> Iterator[Span]:
    if hole.end <= piece.start or piece.end <= hole.start:
        yield piece
        return
    if piece.start < hole.start:
        yield Span(piece.start, hole.start)
    if hole.end < piece.end:
        yield Span(hole.end, piece.end)


def _flat(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _short(text: str, size: int = 30) -> str:
    flat = _flat(text)
    return repr(flat if len(flat) <= size else f"{flat[: size - 1]}…")
