"""Annotated articles as the annotation tool brat keeps them: NAME.txt beside NAME.ann.

What was chosen, so that corpora made by others can be scored:

* Labels are read in any spelling (see `quotes.brat.labels`), relations in either direction.
* A quotation is what stands between marks. Annotation that takes in the marks, or indirect speech around
  them, counts for what stands between its marks: a full utterance where it is called direct, else a
  fragment. Indirect speech without marks is left out.
* Who said it: the words that a relation links to the quotation; those of a pronoun, what it refers to. A
  note `speaker: Anne Roy; Roy` says it better. Of a mention with a role (*le maire de Blois, Pierre
  Roy*), the name in it is accepted too.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from pathlib import Path

from quotes.brat import labels
from quotes.brat.standoff import Entity, Standoff, StandoffError, read
from quotes.evaluation.gold import UNKNOWN, GoldArticle, GoldError, GoldQuotation
from quotes.model import Kind, Span, SpeakerKind
from quotes.parsing.marks import Marked, find_marked

_ANNOTATION, _TEXT = ".ann", ".txt"
_MARKS = ' \t\n\u00a0\u202f«»“”„‟"‹›<>'
#: first name and last name at least, with what may stand between them
_NAME = re.compile(
    r"\b[A-ZÀ-ÖØ-Þ][\w’'-]+(?:\s+(?:d[eu]|des|la|le|van|von|bin|ben|al|el|[A-ZÀ-ÖØ-Þ]\.|[A-ZÀ-ÖØ-Þ][\w’'-]+))*"
    r"\s+[A-ZÀ-ÖØ-Þ][\w’'-]+"
)


@dataclass(slots=True)
class LeftOut:
    """What annotation was passed over, since it says nothing that is scored here."""

    #: label that means nothing here → how often
    unknown: Counter[str] = field(default_factory=Counter)
    #: indirect speech without a quote mark
    indirect: int = 0

    def told(self) -> str | None:
        """It in one line; None when nothing was."""
        parts = []
        if self.indirect:
            several = "s" if self.indirect > 1 else ""
            parts.append(f"{self.indirect} indirect quotation{several} without quote marks")
        if self.unknown:
            named = ", ".join(f"{label} ({times})" for label, times in sorted(self.unknown.items()))
            parts.append(f"labels that mean nothing here: {named}")
        return f"left out: {'; '.join(parts)}" if parts else None


def is_brat(path: Path) -> bool:
    """Whether a path is a folder, or a file, of brat's."""
    return path.is_dir() or path.suffix.lower() in (_ANNOTATION, _TEXT)


def read_brat(path: Path, left_out: LeftOut | None = None) -> Iterator[GoldArticle]:
    """The annotated articles of a folder, or of one pair of files; what is passed over goes into `left_out`.

    Raises GoldError, naming file and line, when something is not what it should be.
    """
    left_out = left_out if left_out is not None else LeftOut()
    if not path.is_dir():
        yield _article(path.with_suffix(_ANNOTATION), left_out)
        return
    found = sorted(one for one in path.rglob(f"*{_ANNOTATION}") if not one.name.startswith("."))
    if not found:
        raise GoldError(f"{path}: no annotation in it; {_ANNOTATION} files beside {_TEXT} files are expected")
    for one in found:
        yield _article(one, left_out)


def _article(path: Path, left_out: LeftOut) -> GoldArticle:
    text = _read(path.with_suffix(_TEXT))
    annotation = _read(path)
    try:
        standoff = read(annotation.split("\n"), text)
    except StandoffError as error:
        raise GoldError(f"{path}, {error}") from error
    text, standoff = _with_plain_line_ends(text, standoff)
    quotations = tuple(_Reading(text, standoff, left_out).quotations())
    return GoldArticle(path.stem, None, text, quotations, source=str(path.with_suffix(_TEXT)))


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise GoldError(f"{path}: no such file; a text and its annotation come as a pair") from None
    except OSError as error:
        raise GoldError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: not UTF-8 text") from error


class _Reading:
    """The quotations that the annotation of one text says."""

    def __init__(self, text: str, standoff: Standoff, left_out: LeftOut) -> None:
        self._text = text
        self._standoff = standoff
        self._left_out = left_out
        self._marked = find_marked(text)
        self._starts = [marked.start for marked in self._marked]
        #: for each marked stretch, how far those reach that begin before it, or with it
        self._reach = list(accumulate((marked.end for marked in self._marked), max))
        self._exact = {Span(marked.start, marked.end) for marked in self._marked}
        #: entity → its label as it is known here
        self._labels: dict[str, str] = {}
        for one in standoff.entities.values():
            if label := labels.known(one.label):
                self._labels[one.id] = label
            else:
                left_out.unknown[one.label] += 1
        self._linked = self._links()
        self._nested = self._within_others()

    def _links(self) -> dict[str, list[str]]:
        """Entity → those that a relation of a known label links to it, either way."""
        links: dict[str, list[str]] = {}
        for relation in self._standoff.relations:
            if labels.known(relation.label) is None:
                self._left_out.unknown[relation.label] += 1
                continue
            links.setdefault(relation.first, []).append(relation.second)
            links.setdefault(relation.second, []).append(relation.first)
        return links

    def quotations(self) -> Iterator[GoldQuotation]:
        """In the order of the text, the outer ones first."""
        found: dict[Span, GoldQuotation] = {}
        for one in self._standoff.entities.values():
            if labels.is_quotation(self._labels.get(one.id, "")):
                for quotation in self._of(one):
                    found.setdefault(Span(quotation.start, quotation.end), quotation)
        yield from sorted(found.values(), key=lambda quotation: (quotation.start, -quotation.end))

    def _of(self, one: Entity) -> Iterator[GoldQuotation]:
        label = self._labels[one.id]
        stretches = list(self._stretches(one, label))
        if not stretches:
            self._left_out.indirect += 1
        sources = [id_ for id_ in self._linked.get(one.id, ()) if labels.is_source(self._labels.get(id_, ""))]
        cues = [id_ for id_ in self._linked.get(one.id, ()) if self._labels.get(id_) == labels.CUE]
        names, kind = self._names(one, sources)
        for span in stretches:
            yield GoldQuotation(
                span.start,
                span.end,
                labels.kind_of(label) or Kind.PARTIAL,
                names,
                kind,
                nested=one.id in self._nested,
                mention=self._words(sources),
                cue=self._words(cues),
                incises=tuple(_gaps(one, span, self._text)),
            )

    def _stretches(self, one: Entity, label: str) -> Iterator[Span]:
        """What of an annotated quotation stands between marks; all of it where there is no telling."""
        span = one.span if one.span in self._exact else self._trimmed(one.span)
        before = bisect_right(self._starts, span.start)
        if before and self._reach[before - 1] >= span.end:
            yield span
            return
        inside = self._marked[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        outer = [marked for marked in inside if marked.end <= span.end and not _within(marked, span)]
        if outer:
            yield from (Span(marked.start, marked.end) for marked in outer)
        elif label != labels.INDIRECT:
            yield span

    def _trimmed(self, span: Span) -> Span:
        """Without the marks around it that were annotated along."""
        words = span.of(self._text)
        start = span.start + len(words) - len(words.lstrip(_MARKS))
        end = span.end - len(words) + len(words.rstrip(_MARKS))
        return Span(start, end) if start < end else span

    def _within_others(self) -> set[str]:
        """The annotated quotations that stand inside another one, or are said to."""
        nested = {id_ for id_, name in self._standoff.attributes if labels.known(name) == labels.NESTED}
        reach = -1
        for one in sorted(self._standoff.entities.values(), key=lambda one: (one.span.start, -one.span.end)):
            if labels.is_quotation(self._labels.get(one.id, "")):
                nested |= {one.id} if one.span.end <= reach else set()
                if labels.kind_of(self._labels[one.id]) in (Kind.DIRECT, Kind.PARTIAL):
                    reach = max(reach, one.span.end)
        return nested

    def _names(self, quotation: Entity, sources: list[str]) -> tuple[tuple[str, ...], str]:
        """The names accepted, best first, and the kind of speaker."""
        names: dict[str, None] = {}
        kinds = []
        for id_ in sources if sources else (quotation.id,):
            for meant in self._meant(id_):
                noted, kind = labels.noted(self._standoff.notes.get(meant, ""))
                names.update(dict.fromkeys(noted or self._called(meant)))
                kinds += [kind, labels.speaker_kind_of(self._labels.get(meant, ""))]
        kind = next((kind for kind in kinds if kind is not None), None)
        return tuple(names), kind.value if kind else UNKNOWN

    def _meant(self, source: str) -> list[str]:
        """A source, and what it refers to; a pronoun by that alone, where it refers to something."""
        found = [source]
        for id_ in found:
            for linked in self._linked.get(id_, ()):
                if labels.is_source(self._labels.get(linked, "")) and linked not in found:
                    found.append(linked)
        named = [id_ for id_ in found if self._labels.get(id_) != labels.PRONOUN]
        return named or found[:1]

    def _called(self, id_: str) -> Iterator[str]:
        """What the words of a source call somebody, the name in them first."""
        label = self._labels.get(id_, "")
        if labels.speaker_kind_of(label) is None:
            return
        words = " ".join(self._standoff.entities[id_].span.of(self._text).split())
        if label == labels.OF_SPEAKER[SpeakerKind.PERSON]:
            yield from _NAME.findall(words)
        yield words

    def _words(self, ids: list[str]) -> str | None:
        return self._standoff.entities[ids[0]].span.of(self._text) if ids else None


def _within(one: Marked, span: Span) -> bool:
    """Whether it stands inside another marked stretch that `span` holds too."""
    parent = one.parent
    return parent is not None and span.start <= parent.start and parent.end <= span.end


def _gaps(one: Entity, span: Span, text: str) -> Iterator[Span]:
    """What stands between the stretches of an annotation, where it is words."""
    for left, right in pairwise(one.spans):
        gap = text[left.end : right.start]
        start = left.end + len(gap) - len(gap.lstrip())
        if gap.strip() and span.start < start < right.start < span.end:
            yield Span(start, start + len(gap.strip()))


def _with_plain_line_ends(text: str, standoff: Standoff) -> tuple[str, Standoff]:
    """The same with line feeds alone at the ends of lines, as every text has them here."""
    returns = [found.start() for found in re.finditer("\r\n", text)]
    if not returns:
        return text, standoff

    def moved(span: Span) -> Span:
        return Span(*(place - bisect_left(returns, place) for place in (span.start, span.end)))

    entities = {
        id_: replace(one, spans=tuple(map(moved, one.spans))) for id_, one in standoff.entities.items()
    }
    return text.replace("\r\n", "\n"), replace(standoff, entities=entities)
