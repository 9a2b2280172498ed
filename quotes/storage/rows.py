"""What the database gives back: plain values that hold no connection."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quotes.model import Kind, Scheme, Span, SpeakerKind

#: stands for the version of the parser where persons said what an article quotes
ANNOTATION = "annotation"


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


@dataclass(frozen=True, slots=True)
class Question:
    """A quotation that somebody is asked about, in its article."""

    quotation: QuotationRow
    #: the whole text of the article
    text: str
    cue: Span | None
    mention: Span | None
    time: Span | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person says of a quotation; without anything, that it is right as it stands."""

    #: it is no quotation
    reject: bool = False
    #: None: as it stands
    kind: Kind | None = None
    #: the name of who said it; None: as it stands
    speaker: str | None = None
    #: of a speaker not known yet, or to tell one of several of the same name
    speaker_kind: SpeakerKind | None = None
    #: nobody can tell who said it
    no_speaker: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """One quotation before and after a decision on it, or the taking back of one."""

    id: int
    status: Status
    #: None when the quotation is no longer there, see `quotes.storage.deciding.undo`
    kind: Kind | None
    speaker: str | None
    text: str
    was_status: Status
    was_kind: Kind
    was_speaker: str | None
    #: the decision named somebody whom the database did not know
    new_speaker: bool = False

    @property
    def changed(self) -> str:
        """What is other than before, but for the status, in words: *kind: direct → partial*."""
        shown = [
            f"{name}: {was or 'none'} → {now or 'none'}"
            for name, was, now in (
                ("speaker", self.was_speaker, self.speaker),
                ("kind", self.was_kind, self.kind),
            )
            if was != now
        ]
        return "; ".join(shown)


@dataclass(frozen=True, slots=True)
class KnownSpeaker:
    """Somebody whom the database knows."""

    name: str
    kind: SpeakerKind
    #: quotations, terms and what a person rejected not counted
    quotations: int


class Difference(StrEnum):
    """What parsing an article again did to one quotation."""

    SAME = "same"
    NEW = "new"
    GONE = "gone"
    SPEAKER = "other speaker"
    KIND = "other kind"
    #: a person decided on it: left as it is
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Change:
    """One quotation before and after its article was parsed again; what is not there is None."""

    difference: Difference
    article_id: int
    id: int
    text: str
    was_kind: Kind | None = None
    kind: Kind | None = None
    was_speaker: str | None = None
    speaker: str | None = None
