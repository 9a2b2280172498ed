"""What the database gives back: plain values that hold no connection."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quotes.model import Kind, Scheme, SpeakerKind


class Status(StrEnum):
    """Who stands behind an attribution."""

    #: the parser alone
    AUTO = "auto"
    #: a person found it right
    CONFIRMED = "confirmed"
    #: a person changed its speaker or its kind
    CORRECTED = "corrected"
    #: a person found that it is no quotation
    REJECTED = "rejected"


class Outcome(StrEnum):
    """What saving an article did."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """One quotation with its speaker and its article: the columns of the view `quotes`, in its order."""

    id: int
    #: when it was said, else when it was published: ISO 8601 at the precision known
    date: str | None
    speaker: str | None
    speaker_kind: SpeakerKind | None
    role: str | None
    text: str
    kind: Kind
    cue: str | None
    mention: str | None
    rule: str | None
    confidence: float
    status: Status
    #: declared topics, subjects and keywords, joined by a semicolon and a space
    topics: str | None
    outlet: str | None
    title: str | None
    url: str | None
    article_id: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic, and how much there is about it."""

    topic: str
    scheme: Scheme
    #: of a subject: its code and its label in English
    code: str | None
    label_en: str | None
    articles: int
    #: terms and what a person rejected not counted
    quotations: int
