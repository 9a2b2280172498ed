"""Annotated articles into the database: what persons say that they quote, in the place of the parser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from quotes.archive import ArticleRecord, QuotationRecord, SpeakerRecord
from quotes.evaluation.gold import GoldArticle, GoldQuotation
from quotes.folding import spells_a_name
from quotes.ingest import Counts
from quotes.model import Article, Kind, Span, SpeakerKind
from quotes.reading import Options
from quotes.reading.frontmatter import FrontMatter
from quotes.reading.plain import to_article
from quotes.storage import Database, Status
from quotes.storage.errors import RefusedValueError
from quotes.storage.rows import ANNOTATION
from quotes.topics import declared_topics, topics_of


def ingest_annotated(
    db: Database,
    articles: Iterable[GoldArticle],
    *,
    options: Options | None = None,
    on_failure: Callable[[str], None] = lambda message: None,
    on_stored: Callable[[str], None] = lambda message: None,
) -> Counts:
    """Store each article with the quotations of its annotation, each in a transaction of its own.

    They are decisions of a person, confirmed: no parser changes them. What the parser had found in an
    article that is stored already makes way; decisions made there stay.
    """
    counts = Counts()
    for annotated in articles:
        record = record_of(annotated, options or Options())
        counts.read += 1
        try:
            outcome = db.restore(record, annotated=True)
            for speaker in _speakers(annotated):
                db.restore(speaker)
        except RefusedValueError as error:
            counts.failed += 1
            on_failure(f"{record.source}: {error}")
            continue
        counts.took(outcome, sum(one.kind is not Kind.TERM for one in record.quotations))
        on_stored(f"{record.source}: {outcome}")
    return counts


def record_of(annotated: GoldArticle, options: Options) -> ArticleRecord:
    """The article as an export would have it, its quotations confirmed."""
    article = _article(annotated, options)
    topics = topics_of(article)
    places = {Span(one.start, one.end): one for one in annotated.quotations}
    return ArticleRecord(
        title=article.title,
        author=article.author,
        outlet=article.outlet,
        date=article.date,
        date_source=article.date_source,
        url=article.url,
        source=article.source,
        text=article.text,
        parser=ANNOTATION,
        ingested_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        topics=topics.article,
        quotations=tuple(_quotation(one, article.text) for one in places.values()),
    )


def _article(annotated: GoldArticle, options: Options) -> Article:
    given = FrontMatter(
        title=annotated.title,
        date=options.date or annotated.date,
        outlet=options.outlet or annotated.outlet,
        url=annotated.url,
    )
    article = to_article(annotated.source or annotated.id, given, annotated.text)
    if options.date:
        article = replace(article, date_source="option")
    return replace(article, topics=declared_topics(article))


def _quotation(one: GoldQuotation, text: str) -> QuotationRecord:
    span = Span(one.start, one.end)
    name = _name(one)
    mention, cue = (_nearest(words, span, text) for words in (one.mention, one.cue))
    return QuotationRecord(
        start=one.start,
        end=one.end,
        text=span.of(text),
        kind=one.kind,
        speaker=name,
        speaker_kind=_kind(one) if name else None,
        role=None,
        mention=one.mention,
        mention_start=_start(mention),
        mention_end=_end(mention),
        cue=one.cue,
        cue_start=_start(cue),
        cue_end=_end(cue),
        rule=None,
        confidence=1.0,
        said_on=one.said_on,
        said_when=None,
        said_when_start=None,
        said_when_end=None,
        nested=one.nested,
        incises=tuple((incise.start, incise.end) for incise in one.incises),
        status=Status.CONFIRMED,
    )


def _speakers(annotated: GoldArticle) -> Iterator[SpeakerRecord]:
    """The names accepted beside the best one, as other names of the speaker."""
    for one in annotated.quotations:
        if (name := _name(one)) and len(one.speakers) > 1:
            yield SpeakerRecord(name, _kind(one), aliases=one.speakers[1:])


def _name(one: GoldQuotation) -> str | None:
    return next(filter(spells_a_name, one.speakers), None)


def _kind(one: GoldQuotation) -> SpeakerKind:
    """The kind of speaker annotated; a name of which nobody says what it names is taken for a person's."""
    return SpeakerKind(one.speaker_type) if one.speaker_type in set(SpeakerKind) else SpeakerKind.PERSON


def _nearest(words: str | None, span: Span, text: str) -> Span | None:
    """Where the text has these words, as close to the quotation as can be."""
    if not words:
        return None
    places = (Span(*found.span()) for found in re.finditer(re.escape(words), text))
    return min(places, key=lambda at: max(at.start - span.end, span.start - at.end), default=None)


def _start(span: Span | None) -> int | None:
    return None if span is None else span.start


def _end(span: Span | None) -> int | None:
    return None if span is None else span.end
