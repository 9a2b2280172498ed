"""The plain values that flow through the program, from article to quotation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What the words between the marks are."""

    #: a full utterance: a finite verb, or a complete elliptical sentence
    DIRECT = "direct"
    #: a fragment woven into the journalist's sentence, still somebody's words
    PARTIAL = "partial"
    #: marks that carry nobody's words: a title, a nickname, a word as a word
    TERM = "term"


class SpeakerKind(StrEnum):
    """What sort of source speaks."""

    #: one human being, named or not: *Léna Morel*, *un habitant*; or two who are named together
    PERSON = "person"
    #: several people without names, or who will not be named: *des manifestants*, *une source policière*
    GROUP = "group"
    ORGANISATION = "organisation"
    DOCUMENT = "document"


class Value:
    """A value that goes from one process to another as its fields, in their order.

    Left alone, a frozen dataclass looks up what its fields are called whenever it is packed or unpacked,
    at almost twice the cost.
    """

    __slots__: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), tuple([getattr(self, name) for name in self.__slots__])


@dataclass(frozen=True, slots=True, order=True)
class Span(Value):
    """A stretch of an article's text: character offsets, end excluded."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Article(Value):
    """One text with what is known about it.

    `text` has its line ends normalised to line feeds and is otherwise as it was read;
    every offset in the program counts characters of this text.
    """

    text: str
    title: str | None = None
    #: ISO 8601 at the precision known: `2024`, `2024-10` or `2024-10-30`
    date: str | None = None
    #: how the date was found: `given` (metadata), `text` (the text shows it), `url` (its address does) or
    #: `option` (the user says so)
    date_source: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    #: topics the article itself declares
    topics: tuple[str, ...] = ()
    #: where it was read: a path, or `-` for standard input; in a file of many, `path#id` or `path#line`
    source: str | None = None


class Scheme(StrEnum):
    """Where a topic comes from."""

    #: what the article says of itself: metadata, hashtags, the section in its address
    DECLARED = "declared"
    #: a concept of the IPTC Media Topics, told by the words of the text
    SUBJECT = "subject"
    #: a name or a noun phrase of the text
    KEYWORD = "keyword"


@dataclass(frozen=True, slots=True)
class Topic(Value):
    """What a text is about."""

    label: str
    scheme: Scheme = Scheme.DECLARED
    #: the subject's code in its vocabulary: `medtop:16000000`
    code: str | None = None
    #: the subject's label in English
    label_en: str | None = None
    #: in [0, 1]: how much the text is about it; None for what the article declares
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Topics(Value):
    """The topics of an article, and of those of its stories that are about something else."""

    article: tuple[Topic, ...] = ()
    #: stretches of the text whose quotations take topics of their own
    stories: tuple[tuple[Span, tuple[Topic, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Mention(Value):
    """The local expression that names the source: *il*, *le ministre*, *Austin*."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Cue(Value):
    """The reporting expression, without the subject's clitic: *a ajouté*, *selon*."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class When(Value):
    """The words that tell when something was said: *vendredi soir*, *la veille*, *le 18 juin*."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Speaker(Value):
    """The entity a mention resolves to, as this one article tells it."""

    #: the fullest form the article gives, without title: *Lloyd Austin*
    name: str
    kind: SpeakerKind
    #: what the article says the speaker is: *secrétaire américain à la Défense*
    role: str | None = None
    #: other forms of the name in the article: *Austin*, *Lloyd J. Austin III*
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation(Value):
    """Words between marks, who said them, and why we think so.

    `text` is always `article.text[start:end]`: the inner text, without the marks
    and the spaces beside them.
    """

    start: int
    end: int
    text: str
    kind: Kind
    #: None when the source cannot be told: a wrong name is worse than none
    speaker: Speaker | None = None
    mention: Mention | None = None
    cue: Cue | None = None
    #: name of the attribution rule that linked cue, mention and speaker
    rule: str | None = None
    #: in [0, 1]: how likely it is that the words are somebody's, and this speaker's
    confidence: float = 0.0
    #: ISO date on which it was said, where the text tells; None otherwise
    said_on: str | None = None
    #: the words that tell `said_on`, where they stand; None when the text does not tell
    said_when: When | None = None
    #: the journalist's interruptions inside the marks: *a-t-il dit*
    incises: tuple[Span, ...] = ()
    #: the quotation stands inside another one
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """What the parser says of a quotation on which a person decided, beside what the person says."""

    #: None when the parser finds nothing there
    machine_kind: Kind | None = None
    #: None when the person found that it is no quotation
    kind: Kind | None = None
    #: parser and person name the same speaker, or both none
    same_speaker: bool = False
    #: the rule by which the parser found the speaker, and how sure it was
    rule: str | None = None
    confidence: float = 0.0
    #: False when what the parser had said was not kept: then nothing above counts
    recorded: bool = True
