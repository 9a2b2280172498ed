"""The records of an export: an article with everything about it, a speaker with every name.

A quotation has the columns of the table `quotation` (docs/schema.md), and in the place of numbers the
speaker's name and kind. Each record says what it is in its field `record`: `quotes.article/1`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quotes.archive.plain import from_plain, to_plain
from quotes.model import Article, Kind, Scheme, Speaker, SpeakerKind, Topic
from quotes.storage.rows import Status

#: the field that tells a record from an article of somebody else's
MARK = "record"
_MARK = re.compile(r"quotes\.(article|speaker)/([0-9]+)")
_VERSION = "1"
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_PARTS = ("mention", "cue", "said_when")


@dataclass(frozen=True, slots=True)
class Name:
    """What a speaker is known by."""

    name: str
    kind: SpeakerKind


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """What the parser says of a quotation on which a person decided: the columns of the table `decision`."""

    #: UTC; None when that was not kept yet
    decided_at: str | None
    machine_finds: bool
    machine_kind: Kind
    machine_speaker: str | None
    machine_speaker_kind: SpeakerKind | None
    machine_role: str | None
    machine_rule: str | None
    machine_confidence: float


@dataclass(frozen=True, slots=True)
class QuotationRecord:
    """One quotation, term, or decision whose words are gone: then `start` and `end` are None."""

    start: int | None
    end: int | None
    text: str
    kind: Kind
    speaker: str | None
    speaker_kind: SpeakerKind | None
    role: str | None
    mention: str | None
    mention_start: int | None
    mention_end: int | None
    cue: str | None
    cue_start: int | None
    cue_end: int | None
    rule: str | None
    confidence: float
    said_on: str | None
    said_when: str | None
    said_when_start: int | None
    said_when_end: int | None
    nested: bool
    incises: tuple[tuple[int, int], ...]
    status: Status
    #: the merged name under which it was found
    found_as: Name | None = None
    #: its own, where its story is about something else than the rest of the article
    topics: tuple[Topic, ...] = ()
    decision: DecisionRecord | None = None

    @property
    def found_speaker(self) -> Speaker | None:
        """Who said it, under the name that the article leads to."""
        if self.found_as is not None:
            return Speaker(self.found_as.name, self.found_as.kind, self.role)
        if self.speaker is None or self.speaker_kind is None:
            return None
        return Speaker(self.speaker, self.speaker_kind, self.role)


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One article, in the columns of the table `article`, with its topics and its quotations."""

    title: str | None
    author: str | None
    outlet: str | None
    date: str | None
    date_source: str | None
    url: str | None
    source: str | None
    text: str
    parser: str
    ingested_at: str
    topics: tuple[Topic, ...]
    quotations: tuple[QuotationRecord, ...]
    #: None: to be told from the rest, as for any article that is read
    key: str | None = None
    hash: str | None = None
    #: another article has the same content under another key
    copy: bool = False

    def article(self) -> Article:
        """The article as reading it would give it."""
        declared = (topic.label for topic in self.topics if topic.scheme is Scheme.DECLARED)
        named = {name: getattr(self, name) for name in _OF_ARTICLE}
        return Article(**named, topics=tuple(declared))


_OF_ARTICLE = ("text", "title", "date", "date_source", "outlet", "url", "author", "source")


@dataclass(frozen=True, slots=True)
class SpeakerRecord:
    """One speaker, or one name that a person merged into another."""

    name: str
    kind: SpeakerKind
    #: what articles call the speaker besides
    aliases: tuple[str, ...] = ()
    #: what a person said that the speaker is called
    given_aliases: tuple[str, ...] = ()
    merged_into: Name | None = None


Record = ArticleRecord | SpeakerRecord
_KINDS: Mapping[str, type[Record]] = {"article": ArticleRecord, "speaker": SpeakerRecord}


def written(record: Record) -> dict[str, Any]:
    """A record as a JSON object, its mark first."""
    name = next(name for name, kind in _KINDS.items() if isinstance(record, kind))
    return {MARK: f"quotes.{name}/{_VERSION}", **to_plain(record)}


def is_record(value: Mapping[str, Any]) -> bool:
    """Whether a JSON object is one that `written` made, of this version or another."""
    mark = value.get(MARK)
    return isinstance(mark, str) and _MARK.fullmatch(mark) is not None


def loaded(value: Mapping[str, Any]) -> Record:
    """The record that a JSON object is; raises ValueError, in one line, when something is wrong with it."""
    mark = _MARK.fullmatch(str(value.get(MARK)))
    if mark is None:
        raise ValueError("is no record of an export")
    if mark[2] != _VERSION:
        raise ValueError(f"was written by a newer version of quotes ({mark[0]}); install that version")
    try:
        record = from_plain(_KINDS[mark[1]], value)
        if isinstance(record, ArticleRecord):
            for problem in _problems(record):
                raise ValueError(problem)
    except ValueError as error:
        raise ValueError(f"is an export that was changed: {error}") from None
    return record


def _problems(record: ArticleRecord) -> Iterator[str]:
    """What no export holds, though every type is right."""
    if record.date is not None and not _DATE.fullmatch(record.date):
        yield f"date must be YYYY, YYYY-MM or YYYY-MM-DD, not {record.date!r}"
    if not record.text:
        yield "text is empty"
    places = set()
    for number, one in enumerate(record.quotations):
        for problem in _of_quotation(one, record.text):
            yield f"quotations[{number}]{problem}"
        place = (one.start, one.end)
        if one.start is not None and place in places:
            yield f"quotations[{number}] stands where another one does"
        places.add(place)


def _of_quotation(one: QuotationRecord, text: str) -> Iterator[str]:
    length = len(text)
    if not _is_span(one.start, one.end, length):
        yield f": start {one.start}, end {one.end}: not within a text of {length} characters"
    if one.start is None and one.status is Status.AUTO:
        yield ": start is missing, and nobody decided on it"
    if one.start is not None and text[one.start : one.end] != one.text:
        yield f": text is not what stands at {one.start}-{one.end}"
    for name in _PARTS:
        start, end = getattr(one, f"{name}_start"), getattr(one, f"{name}_end")
        if not _is_span(start, end, length):
            yield f": {name}_start {start}, {name}_end {end}: not within a text of {length} characters"
    # without a place they are counted from the start of words that nobody has
    if one.start is not None and not all(_is_span(*incise, length) for incise in one.incises):
        yield ": incises: not within the text"
    if (one.speaker is None) != (one.speaker_kind is None):
        yield ": speaker and speaker_kind go together"
    if not 0 <= one.confidence <= 1:
        yield f": confidence {one.confidence} is not between 0 and 1"
    if one.said_on is not None and not _DATE.fullmatch(one.said_on):
        yield f": said_on must be YYYY, YYYY-MM or YYYY-MM-DD, not {one.said_on!r}"


def _is_span(start: int | None, end: int | None, length: int) -> bool:
    if start is None or end is None:
        return start is None and end is None
    return 0 <= start <= end <= length
