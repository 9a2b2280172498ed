"""How many quotations there are by speaker, outlet, month, topic, kind, cue, and so on."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Select, Subquery, desc, distinct, func, select

from quotes.model import Scheme
from quotes.storage import topic_queries
from quotes.storage.conditions import conditions
from quotes.storage.filters import Filter
from quotes.storage.given import written
from quotes.storage.speaker_rows import By, StatRow, Totals
from quotes.storage.tables import OUTLETS, quotation, speaker

#: characters of an ISO date
PRECISION = {By.YEAR: 4, By.MONTH: 7, By.DAY: 10}
#: which topics count; None for all
SCHEMES = {By.TOPIC: None, By.SUBJECT: Scheme.SUBJECT}
_q = quotation.c
_FOUND = func.count().label("quotations")


def stats(connection: Connection, wanted: Filter, by: By, limit: int | None) -> Iterator[StatRow]:
    """The quotations that `wanted` takes, counted: commonest first, or in the order of time.

    With `limit`, so many of the commonest, or of the latest. A quotation of several topics counts for each.
    """
    if by in SCHEMES:
        for topic in topic_queries.topics(connection, wanted, SCHEMES[by], limit):
            yield StatRow(topic.topic, topic.quotations, topic.articles)
        return
    rows = connection.execute(*_query(wanted, None, by, limit)).all()
    for row in reversed(rows) if by in PRECISION else rows:
        yield StatRow(row.value, row.quotations, row.articles)


@written
def _query(wanted: Filter, _: None, by: By, limit: int | None) -> Select[Any]:
    if by in PRECISION:
        some = _by_article(wanted, _q.date)
        period = func.substr(some.c.date, 1, PRECISION[by])
        # read backwards: the latest first, undated last, so that the limit leaves the latest
        return _summed(some, period).order_by(period.desc()).limit(limit)
    if by is By.SPEAKER:
        return _by_speaker(wanted, limit)
    if by is By.OUTLET:
        return _by_outlet(wanted, limit)
    if by is By.SPEAKER_KIND:
        some = _by_article(wanted, _q.speaker_id)
        query = _summed(some, speaker.c.kind)
        query = query.select_from(some.outerjoin(speaker, speaker.c.id == some.c.speaker_id))
        return query.order_by(desc("quotations"), "value").limit(limit)
    if by is By.KIND:
        some = _by_article(wanted, _q.kind)
        return _summed(some, some.c.kind).order_by(desc("quotations"), "value").limit(limit)
    value, key = {By.CUE: (func.lower(_q.cue), _q.cue.collate("NOCASE")), By.RULE: (_q.rule, _q.rule)}[by]
    # an index has all that is shown in the order of its key; with a condition it would be in the way
    query = _counted(wanted, value, () if wanted.takes_all else ("shown",)).group_by(key)
    return query.order_by(_FOUND.desc(), "value").limit(limit)


def _counted(wanted: Filter, value: ColumnElement[Any], aside: Collection[str]) -> Select[Any]:
    articles = func.count(distinct(_q.article_id)).label("articles")
    return select(value.label("value"), _FOUND, articles).where(*conditions(wanted, aside=aside))


def _by_article(wanted: Filter, column: ColumnElement[Any]) -> Subquery:
    """The quotations counted by a column and their article: an index has these in order, and few remain."""
    some = select(column, _q.article_id, func.count().label("found"))
    return some.where(*conditions(wanted)).group_by(column, _q.article_id).subquery()


def _summed(some: Subquery, value: ColumnElement[Any]) -> Select[Any]:
    found = func.sum(some.c.found).label("quotations")
    articles = func.count(distinct(some.c.article_id)).label("articles")
    return select(value.label("value"), found, articles).group_by(value)


def _by_speaker(wanted: Filter, limit: int | None) -> Select[Any]:
    """By number first: names are looked up once a speaker."""
    counts = _counted(wanted, _q.speaker_id, ("shown",)).group_by(_q.speaker_id).subquery()
    query = select(speaker.c.name.label("value"), counts.c.quotations, counts.c.articles)
    query = query.select_from(counts.outerjoin(speaker, speaker.c.id == counts.c.value))
    return query.order_by(counts.c.quotations.desc(), speaker.c.name_folded).limit(limit)


def _by_outlet(wanted: Filter, limit: int | None) -> Select[Any]:
    """By article first: many quotations share one."""
    per_article = (
        select(_q.article_id, func.count().label("found"))
        .where(*conditions(wanted))
        .group_by(_q.article_id)
        .subquery()
    )
    total = func.sum(per_article.c.found).label("quotations")
    articles = func.count().label("articles")
    columns: tuple[ColumnElement[Any], ...] = (func.min(OUTLETS.c.outlet).label("value"), total, articles)
    query: Select[Any] = select(*columns).select_from(
        per_article.join(OUTLETS, OUTLETS.c.id == per_article.c.article_id)
    )
    return query.group_by(OUTLETS.c.outlet_folded).order_by(total.desc(), "value").limit(limit)


def totals(connection: Connection, wanted: Filter) -> Totals:
    """How much `wanted` takes in all, its limit left aside."""
    outlets = connection.execute(*_query(wanted, None, By.OUTLET, None)).all()
    speakers, first, last = connection.execute(*_who_and_when(wanted)).one()
    return Totals(
        sum(row.quotations for row in outlets),
        sum(row.articles for row in outlets),
        tuple(row.value for row in outlets if row.value is not None),
        speakers,
        first,
        last,
    )


@written
def _who_and_when(wanted: Filter, _: None) -> Select[Any]:
    met = tuple(conditions(wanted))
    asked = (func.count(distinct(_q.speaker_id)), func.min(_q.date), func.max(_q.date))
    if wanted.takes_all:
        # each from the index that has it in order; with a condition one way leads to all three
        return select(*(select(one).where(*met).scalar_subquery() for one in asked))
    return cast("Select[Any]", select(*asked).where(*met))
