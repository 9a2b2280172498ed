"""Articles with what is quoted in them; one article, or one quotation, with all that is known of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, func, select

from quotes.model import Span
from quotes.storage.conditions import conditions, dates, published_by
from quotes.storage.filters import Filter
from quotes.storage.found import ArticleRow, Evidence, WholeArticle
from quotes.storage.listed import json_list, listed
from quotes.storage.queries import BATCH, ENDLESS, ids, rows
from quotes.storage.rows import QuotationRow
from quotes.storage.tables import Text, article, article_topic, quotation, topic

#: articles read together
TOGETHER = 50
_SPANS = ("cue", "mention", "said_when")
_OF_ARTICLE = (
    "id",
    "text",
    "title",
    "author",
    "outlet",
    "date",
    "date_source",
    "url",
    "source",
    "ingested_at",
)
_q = quotation.c


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
        yield published_by(wanted)
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
    its = select(_q.id).where(_q.article_id == id_, *conditions(wanted)).order_by(_q.start, _q.id)
    return next(_whole(connection, [(id_, list(connection.scalars(its)))]), None)


def whole_articles(connection: Connection, wanted: Filter) -> Iterator[WholeArticle]:
    """The articles with a quotation that `wanted` takes, and these quotations, in the articles' order.

    A limit counts quotations, chosen in the order that `wanted` asks for; without one they are read
    so many articles at a time, however many there are.
    """
    found = chosen(connection, wanted)
    while batch := list(islice(found, TOGETHER)):
        yield from _whole(connection, batch)


def chosen(connection: Connection, wanted: Filter) -> Iterator[tuple[int, list[int]]]:
    """Article by article, the ids of the quotations that `wanted` takes; the conditions are asked once.

    A limit counts quotations, chosen in the order that `wanted` asks for.
    """
    pairs: Select[Any] = select(_q.article_id, _q.id)
    found: Iterable[Any]
    if wanted.limit is None:
        # in the order of the text, which an index has
        pairs = pairs.where(*conditions(wanted)).order_by(_q.article_id, _q.start, _q.id)
        found = connection.execute(pairs.execution_options(yield_per=BATCH))
    else:
        some = pairs.where(_q.id.in_(listed(list(ids(connection, wanted)))))
        found = connection.execute(some.order_by(_q.article_id, _q.start, _q.id))
    for article_id, rows_ in groupby(found, key=lambda row: int(row[0])):
        yield article_id, [int(row[1]) for row in rows_]


def _whole(connection: Connection, found: Sequence[tuple[int, Sequence[int]]]) -> Iterator[WholeArticle]:
    """Articles that are there, each with these of its quotations, which are in the order of the text."""
    texts = {row.id: row for row in connection.execute(_ARTICLES, _given(id_ for id_, _ in found))}
    labels = defaultdict(list)
    for id_, label in connection.execute(_LABELS, _given(texts)):
        labels[id_].append(label)
    quoted = _evidence(connection, [id_ for _, its in found for id_ in its])
    for article_id, its in found:
        if row := texts.get(article_id):
            yield WholeArticle(
                **{name: row._mapping[name] for name in _OF_ARTICLE},
                topics=tuple(labels[article_id]),
                quotations=tuple(quoted[id_] for id_ in its),
            )


def evidence(connection: Connection, id_: int) -> Evidence | None:
    """The quotation numbered `id_`, whatever its kind and status; None if its words stand nowhere."""
    return _evidence(connection, [id_]).get(id_)


def _evidence(connection: Connection, ids: Sequence[int]) -> dict[int, Evidence]:
    """Quotations whose words stand somewhere, with where the parts of each stand."""
    known = rows(connection, ids)
    found: dict[int, Evidence] = {}
    for more in connection.execute(_PLACES, _given(ids)):
        its = QuotationRow(*known[more.id])
        cue, mention, when = (_span(more, name) for name in _SPANS)
        found[more.id] = Evidence(
            its,
            Span(its.start, its.end),
            cue,
            mention,
            more.said_on,
            more.said_when,
            when,
            speaker_id=more.speaker_id,
            nested=bool(more.nested),
            incises=tuple(Span(*offsets) for offsets in json.loads(more.incises)),
        )
    return found


def _span(row: Row[Any], name: str) -> Span | None:
    start = row._mapping[f"{name}_start"]
    return None if start is None else Span(start, row._mapping[f"{name}_end"])


def _given(ids: Iterable[int]) -> dict[str, str]:
    return {"ids": json_list(list(ids))}


# prepared once, for any number of ids
_THESE = listed(bindparam("ids", type_=Text))
_ARTICLES = select(article).where(article.c.id.in_(_THESE))
_LABELS = (
    select(article_topic.c.article_id, topic.c.label)
    .join(topic, article_topic.c.topic_id == topic.c.id)
    .where(article_topic.c.article_id.in_(_THESE))
    .group_by(article_topic.c.article_id, topic.c.label_folded)
    .order_by(article_topic.c.article_id, func.min(article_topic.c.position))
)
_PLACES = select(
    *(_q[name] for name in ("id", "speaker_id", "nested", "incises", "said_on", "said_when")),
    *(_q[f"{name}_{side}"] for name in _SPANS for side in ("start", "end")),
).where(_q.id.in_(_THESE), _q.start.is_not(None))
