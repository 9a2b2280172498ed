"""What the database tells of speakers, and what it counts: plain values that hold no connection."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quotes.model import SpeakerKind
from quotes.storage.rows import QuotationRow, TopicRow


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """One speaker, as far as the quotations asked for go."""

    id: int
    name: str
    kind: SpeakerKind
    #: what articles mostly say the speaker is
    role: str | None
    #: what the latest of them says
    latest_role: str | None
    quotations: int
    articles: int
    #: of the quotations: ISO 8601 at the precision known
    first: str | None
    last: str | None
    #: joined by a semicolon and a space, that with the most quotations first
    outlets: str | None


@dataclass(frozen=True, slots=True)
class SpeakerName:
    """A speaker that answers to a name."""

    id: int
    name: str
    kind: SpeakerKind
    quotations: int


class Origin(StrEnum):
    """How a form of a name came to its speaker."""

    #: it is the name
    NAME = "name"
    #: articles use it for the speaker
    ALIAS = "alias"
    #: a person said so
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a speaker's name."""

    form: str
    origin: Origin
    #: found under that very name
    quotations: int


@dataclass(frozen=True, slots=True)
class Usage:
    """A role, a cue or an outlet of a speaker, and when it is met."""

    value: str
    quotations: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Profile:
    """All there is to say of one speaker."""

    id: int
    name: str
    kind: SpeakerKind
    quotations: int
    articles: int
    first: str | None
    last: str | None
    forms: tuple[Form, ...]
    #: in the order of time
    roles: tuple[Usage, ...]
    #: the commonest first, as are cues and outlets
    topics: tuple[TopicRow, ...]
    cues: tuple[Usage, ...]
    outlets: tuple[Usage, ...]
    #: the newest first
    latest: tuple[QuotationRow, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a decision about names did."""

    #: the name that was merged, split off or replaced
    name: str
    #: the speaker that it belongs to, or belonged to
    speaker: str
    quotations: int
    articles: int


@dataclass(frozen=True, slots=True)
class Known:
    """What one speaker is quoted as: grounds for telling whether two are one."""

    articles: frozenset[int]
    #: role → quotations
    roles: dict[str, int]
    outlets: frozenset[str]
    #: folded
    aliases: frozenset[str]


class By(StrEnum):
    """What quotations are counted by."""

    SPEAKER = "speaker"
    SPEAKER_KIND = "speaker-kind"
    OUTLET = "outlet"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    TOPIC = "topic"
    #: those topics only that are subjects of the IPTC Media Topics
    SUBJECT = "subject"
    KIND = "kind"
    CUE = "cue"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class StatRow:
    """One value, and how many quotations have it."""

    #: None for those that have none: undated, of unknown speaker
    value: str | None
    quotations: int
    articles: int


@dataclass(frozen=True, slots=True)
class PairRow:
    """One value of one thing with one of another, and how many quotations have both."""

    value: str | None
    second: str | None
    quotations: int
    articles: int
    #: it stands for all those seconds that are not told apart; `second` is None then
    is_rest: bool = False


@dataclass(frozen=True, slots=True)
class Totals:
    """How much there is in all."""

    quotations: int
    articles: int
    #: by name, the most quoting first
    outlets: tuple[str, ...]
    #: different speakers
    speakers: int
    #: ISO 8601 at the precision known
    first: str | None
    last: str | None
