"""Articles with what is quoted in them; one article, or one quotation, with all that is known of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from quotes.model import Span
from quotes.storage.filters import Filter
from quotes.storage.found import ArticleRow, Evidence, WholeArticle
from quotes.storage.queries import BATCH, ENDLESS, columns, conditions, dates, part_of, quotations, values
from quotes.storage.rows import QuotationRow
from quotes.storage.tables import article, article_topic, quotation, topic

_SPANS = ("cue", "mention", "said_when")


def articles(connection: Connection, wanted: Filter) -> Iterator[ArticleRow]:
    """The articles that `wanted` takes, newest first."""
    query = (
        article_columns(wanted)
        .where(*article_conditions(wanted))
        .order_by(article.c.date.desc(), article.c.id)
        .limit(ENDLESS if wanted.limit is None else min(wanted.limit, ENDLESS))
    )
    for row in connection.execute(query.execution_options(yield_per=BATCH)):
        yield ArticleRow(**article_values(row))


def article_columns(wanted: Filter) -> Select[tuple[Any, ...]]:
    """The columns of `ArticleRow`; quotations counted are those that `wanted` takes."""
    a = article.c
    its = (quotation.c.article_id == a.id, *conditions(_of_quotations(wanted)))
    speakers = func.count(quotation.c.speaker_id.distinct())
    return select(
        a.id,
        a.date,
        a.outlet,
        a.title,
        a.author,
        a.url,
        a.source,
        select(func.count()).select_from(quotation).where(*its).scalar_subquery().label("quotations"),
        select(speakers).select_from(quotation).where(*its).scalar_subquery().label("speakers"),
    )


def article_values(row: Row[Any]) -> dict[str, Any]:
    """The columns of `ArticleRow` in a row that may have more."""
    return {name: row._mapping[name] for name in ArticleRow.__dataclass_fields__}


def article_conditions(wanted: Filter) -> Iterator[ColumnElement[bool]]:
    """What articles have to be for `wanted`.

    Dates and outlet are asked of the article itself, everything else of the quotations in it.
    """
    if wanted.outlet is not None:
        yield part_of(article.c.outlet_folded, wanted.outlet)
    yield from dates(wanted, article.c.date)
    its = _of_quotations(wanted)
    if its != Filter():
        yield article.c.id.in_(select(quotation.c.article_id).where(*conditions(its)))


def _of_quotations(wanted: Filter) -> Filter:
    """The conditions of `wanted` that only quotations can meet."""
    asked = ("speaker", "topics", "all_topics", "kinds", "min_confidence")
    return Filter(**{name: getattr(wanted, name) for name in asked})


def whole_article(connection: Connection, id_: int, wanted: Filter) -> WholeArticle | None:
    """The article numbered `id_` with those of its quotations that `wanted` takes; None if there is none."""
    row = connection.execute(select(article).where(article.c.id == id_)).one_or_none()
    return None if row is None else _whole(connection, row, conditions(wanted))


def whole_articles(connection: Connection, wanted: Filter) -> Iterator[WholeArticle]:
    """The articles with a quotation that `wanted` takes, and these quotations, in the articles' order.

    A limit counts quotations, chosen in the order that `wanted` asks for; without one they are read
    article by article, however many there are.
    """
    asked = tuple(conditions(wanted))
    if wanted.limit is not None:
        yield from _chosen_articles(connection, wanted)
        return
    quoted = select(quotation.c.article_id).where(*asked)
    query = select(article).where(article.c.id.in_(quoted)).order_by(article.c.id)
    for row in connection.execute(query.execution_options(yield_per=BATCH)):
        yield _whole(connection, row, asked)


def _chosen_articles(connection: Connection, wanted: Filter) -> Iterator[WholeArticle]:
    """The same for so many quotations as the limit of `wanted` lets through."""
    chosen: dict[int, list[int]] = defaultdict(list)
    for row in quotations(connection, wanted):
        chosen[row.article_id].append(row.id)
    for id_ in sorted(chosen):
        found = connection.execute(select(article).where(article.c.id == id_)).one()
        yield _whole(connection, found, [quotation.c.id.in_(chosen[id_])])


def _whole(connection: Connection, row: Row[Any], asked: Iterable[ColumnElement[bool]]) -> WholeArticle:
    labels = connection.scalars(
        select(topic.c.label)
        .join(article_topic, article_topic.c.topic_id == topic.c.id)
        .where(article_topic.c.article_id == row.id)
        .group_by(topic.c.label_folded)
        .order_by(func.min(article_topic.c.position))
    )
    described = ("title", "author", "outlet", "date", "date_source", "url", "source")
    kept = ("id", "text", *described, "ingested_at")
    return WholeArticle(
        **{name: row._mapping[name] for name in kept},
        topics=tuple(labels),
        quotations=tuple(_evidence(connection, quotation.c.article_id == row.id, *asked)),
    )


def evidence(connection: Connection, id_: int) -> Evidence | None:
    """The quotation numbered `id_`, whatever its kind and status; None if its words stand nowhere."""
    asked = (quotation.c.id == id_, quotation.c.start.is_not(None))
    return next(_evidence(connection, *asked), None)


def _evidence(connection: Connection, *asked: ColumnElement[bool]) -> Iterator[Evidence]:
    q = quotation.c
    offsets = [q[f"{name}_{side}"] for name in _SPANS for side in ("start", "end")]
    more = (q.speaker_id, q.nested, q.incises, q.said_on, q.said_when, *offsets)
    query = columns().add_columns(*more).where(*asked).order_by(q.start, q.id)
    for row in connection.execute(query).all():
        known = values(row)
        cue, mention, when = (_span(known, name) for name in _SPANS)
        its = QuotationRow(**{name: known[name] for name in QuotationRow.__dataclass_fields__})
        span = Span(its.start, its.end)
        yield Evidence(
            its,
            span,
            cue,
            mention,
            row.said_on,
            row.said_when,
            when,
            speaker_id=row.speaker_id,
            nested=bool(row.nested),
            incises=tuple(Span(*offsets) for offsets in json.loads(row.incises)),
        )


def _span(known: dict[str, Any], name: str) -> Span | None:
    start = known[f"{name}_start"]
    return None if start is None else Span(start, known[f"{name}_end"])
