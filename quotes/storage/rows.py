"""What the database gives back: plain values that hold no connection."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quotes.model import Kind, SpeakerKind


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
    #: labels of the article's topics, joined by a comma and a space
    topics: str | None
    outlet: str | None
    title: str | None
    url: str | None
    article_id: int
    start: int
    end: int
