"""What a search, an article or a quotation looked at closely gives back: plain values."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.model import Span
from quotes.storage.rows import QuotationRow


@dataclass(frozen=True, slots=True)
class FoundRow(QuotationRow):
    """A quotation that a search found."""

    #: how well it fits: the greater the better, to be compared within one search only
    score: float


@dataclass(frozen=True, slots=True)
class ContextRow(FoundRow):
    """A quotation around which a search found what it looked for."""

    #: the paragraph in which it stands
    context: str


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article and how much is quoted in it."""

    id: int
    #: when it was published: ISO 8601 at the precision known
    date: str | None
    outlet: str | None
    title: str | None
    author: str | None
    url: str | None
    source: str | None
    #: those that meet the conditions asked for; else all, without terms and what a person rejected
    quotations: int
    #: who is quoted in these
    speakers: int


@dataclass(frozen=True, slots=True)
class FoundArticleRow(ArticleRow):
    """An article that a search found."""

    score: float
    #: the words around the first place where it was found
    excerpt: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation with where everything about it stands in its article's text."""

    row: QuotationRow
    span: Span
    cue: Span | None
    mention: Span | None
    #: when it was said, and the words that tell it
    said_on: str | None
    said_when: str | None
    when: Span | None
    #: number of the speaker, which tells apart those of one name
    speaker_id: int | None = None
    #: it stands inside another quotation
    nested: bool = False
    #: the journalist's interruptions inside the marks
    incises: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class WholeArticle:
    """One article with its text, its topics and its quotations in text order."""

    id: int
    text: str
    title: str | None
    author: str | None
    outlet: str | None
    date: str | None
    #: how the date was found: given, text, url or option
    date_source: str | None
    url: str | None
    source: str | None
    topics: tuple[str, ...]
    quotations: tuple[Evidence, ...]
    #: when it was stored or last replaced, UTC
    ingested_at: str | None = None


@dataclass(frozen=True, slots=True)
class Printing:
    """A quotation of the same words in another article, or of words that hold these or are part of them."""

    id: int
    article_id: int
    #: when its article was published
    published: str | None
    outlet: str | None
    speaker: str | None
    text: str
    #: the very same words, accents and case apart
    same: bool
