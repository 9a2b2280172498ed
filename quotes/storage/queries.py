"""From a filter to SQL, and from rows to `QuotationRow`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    UnaryExpression,
    and_,
    false,
    func,
    literal,
    literal_column,
    or_,
    select,
    union_all,
)

from quotes.folding import fold_name
from quotes.model import Kind, SpeakerKind
from quotes.storage.filters import Filter, Sort, first_day, last_day
from quotes.storage.rows import QuotationRow, Status
from quotes.storage.tables import Text, article, article_topic, quotation, speaker, speaker_alias, topic
from quotes.storage.views import TOPICS

#: rows fetched from SQLite at a time
_BATCH = 500
#: the greatest integer that SQLite knows
_ENDLESS = 2**63 - 1


def quotations(connection: Connection, wanted: Filter) -> Iterator[QuotationRow]:
    """The quotations that `wanted` takes, one after the other."""
    limit = None if wanted.limit is None else min(wanted.limit, _ENDLESS)
    query = _columns().where(*_conditions(wanted)).order_by(*_order(wanted.sort)).limit(limit)
    for row in connection.execute(query.execution_options(yield_per=_BATCH)):
        yield QuotationRow(
            **{
                **row._mapping,
                "kind": Kind(row.kind),
                "status": Status(row.status),
                "speaker_kind": row.speaker_kind and SpeakerKind(row.speaker_kind),
            }
        )


def count(connection: Connection, wanted: Filter) -> int:
    """How many quotations `wanted` takes, its limit left aside."""
    query = select(func.count()).select_from(quotation).where(*_conditions(wanted))
    return connection.execute(query).scalar_one()


def _columns() -> Select[tuple[object, ...]]:
    """The columns of the view `quotes`, over the tables: the view has no terms to offer."""
    q = quotation.c
    return select(
        q.id,
        q.date,
        speaker.c.name.label("speaker"),
        speaker.c.kind.label("speaker_kind"),
        q.role,
        q.text,
        q.kind,
        q.cue,
        q.mention,
        q.rule,
        q.confidence,
        q.status,
        literal_column(TOPICS, Text).label("topics"),
        article.c.outlet,
        article.c.title,
        article.c.url,
        q.article_id,
        q.start,
        q.end,
    ).select_from(quotation.join(article).outerjoin(speaker))


def _conditions(wanted: Filter) -> Iterator[ColumnElement[bool]]:
    q = quotation.c
    yield q.status != Status.REJECTED
    yield q.start.is_not(None)
    # the usual kinds are said as what they are not: as a list they would tempt SQLite to go through
    # nearly all rows by kind and to sort them, where it can take the newest from the index of dates
    yield q.kind.in_(wanted.kinds) if wanted.kinds else q.kind != Kind.TERM
    if wanted.speaker is not None:
        yield q.speaker_id.in_(_speakers(wanted.speaker))
    if wanted.topics:
        labels = or_(false(), *(_part_of(topic.c.label_folded, words) for words in wanted.topics))
        yield q.article_id.in_(select(article_topic.c.article_id).join(topic).where(labels))
    if wanted.outlet is not None:
        yield q.article_id.in_(select(article.c.id).where(_part_of(article.c.outlet_folded, wanted.outlet)))
    if wanted.min_confidence is not None:
        yield q.confidence >= wanted.min_confidence
    yield from _dates(wanted)


def _speakers(words: str) -> Select[tuple[int]]:
    by_name = select(speaker.c.id).where(_part_of(speaker.c.name_folded, words))
    by_alias = select(speaker_alias.c.speaker_id).where(_part_of(speaker_alias.c.alias_folded, words))
    return select(union_all(by_name, by_alias).subquery().c.id)


def _part_of(folded: ColumnElement[str], words: str) -> ColumnElement[bool]:
    # not LIKE: it has wildcards to escape and a length that it refuses
    return func.instr(folded, literal(fold_name(words), Text)) > 0


def _dates(wanted: Filter) -> Iterator[ColumnElement[bool]]:
    for since in (wanted.since, wanted.on):
        if since is not None:
            yield _not_before(since)
    for until in (wanted.until, wanted.on):
        if until is not None:
            # '2024' and '2024-03' sort before any day of theirs, as their first day does
            yield quotation.c.date <= last_day(until)


def _not_before(when: str) -> ColumnElement[bool]:
    """The stored date ends on the first day of `when` or later: 2024 and 2024-10 reach into 2024-10-30."""
    day = first_day(when)
    year, month = day[:4], day[:7]
    date = quotation.c.date
    # the first half says no more than the second, but is a range of the index
    return and_(date >= year, or_(date >= day, date.in_((year, month))))


def _order(sort: Sort) -> tuple[UnaryExpression[Any], ...]:
    q = quotation.c
    in_text = (q.article_id.asc(), q.start.asc(), q.id.asc())
    # SQLite sorts what is null last when descending
    if sort is Sort.SPEAKER:
        return (speaker.c.name_folded.is_(None).asc(), speaker.c.name_folded.asc(), q.date.desc(), *in_text)
    if sort is Sort.CONFIDENCE:
        return (q.confidence.desc(), *in_text)
    if sort is Sort.ARTICLE:
        return in_text
    return (q.date.desc(), *in_text)
