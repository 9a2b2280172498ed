"""Which topics there are, how much there is about each, and which are spelled like another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Subquery,
    bindparam,
    desc,
    func,
    literal,
    or_,
    select,
    text,
    union_all,
)

from quotes.folding import fold_name
from quotes.model import Scheme
from quotes.storage import sql_text
from quotes.storage.conditions import conditions, is_called, is_called_so, part_of
from quotes.storage.filters import Filter, Sort
from quotes.storage.listed import json_list, listed
from quotes.storage.rows import TopicRow
from quotes.storage.tables import BY_ARTICLE, SHOWN, Text, article_topic, quotation, quotation_topic, topic

#: labels compared when a topic is not known, the commonest
_COMPARED = 5000
#: so many topics are counted sooner by themselves than with all others
_FEW = 1000
#: so many more are looked at for those that have as many articles as the last
_AS_MANY = 100
#: letters of the beginning of a word that a topic like it has
_BEGINNING = 2
#: so much alike, of 1, is near
_NEAR = 0.7
_q = quotation.c
#: few topics, to be counted alone
_THESE = listed(bindparam("these", type_=Text))
#: it has topics of its own
_OWN = _q.id.in_(select(quotation_topic.c.quotation_id))


def topics(
    connection: Connection, wanted: Filter, scheme: Scheme | None, limit: int | None
) -> Iterator[TopicRow]:
    """The topics of the quotations that `wanted` takes, commonest first.

    Its own topics choose which are listed. Without any other condition articles that quote nobody count
    too.
    """
    others = replace(wanted, topics=())
    everything = others.takes_all
    asked = _asked(wanted, scheme)
    if everything and limit:
        asked += _commonest(connection, asked, limit)
    called = list(connection.scalars(select(topic.c.id).where(*asked).limit(_FEW + 1))) if asked else []
    these = called if 0 < len(called) <= _FEW else None
    if these:
        asked = [topic.c.id.in_(_THESE)]
    others = replace(others, sort=Sort.DATE, limit=None)
    query = _counted_of_all(bool(these)) if everything else _counted(_counts(others, bool(these)))
    for row in connection.execute(query.where(*asked).limit(limit), {"these": json_list(these or [])}):
        label, scheme_, code, label_en, of_articles, of_quotations = row
        yield TopicRow(label, Scheme(scheme_), code, label_en, of_articles, of_quotations)


@cache
def _counted_of_all(of_these: bool) -> Select[Any]:
    """The same for every question without conditions, and long to put together."""
    return _counted(_counts_of_all(of_these), _articles())


def _counted(counts: Subquery, its_articles: ColumnElement[int] | None = None) -> Select[Any]:
    """Topics as they are shown; with `its_articles`, those too that are not in `counts`."""
    everything = its_articles is not None
    articles = (counts.c.articles if its_articles is None else its_articles).label("articles")
    found = func.coalesce(counts.c.quotations, 0).label("found")
    query: Select[Any] = select(
        topic.c.label, topic.c.scheme, topic.c.code, topic.c.label_en, articles, found
    )
    query = query.select_from(topic.join(counts, counts.c.topic_id == topic.c.id, isouter=everything))
    # by name: said once more, the articles of each would be counted once more
    return query.order_by(desc("articles"), desc("found"), topic.c.label_folded)


def _asked(wanted: Filter, scheme: Scheme | None) -> list[ColumnElement[bool]]:
    """What topics have to be to be listed."""
    asked = [] if scheme is None else [topic.c.scheme == scheme.value]
    return asked + ([or_(*is_called_so(wanted))] if wanted.topics else [])


def _commonest(
    connection: Connection, asked: list[ColumnElement[bool]], most: int
) -> list[ColumnElement[bool]]:
    """What topics have to be to have as many articles as so many others."""
    of = article_topic.c
    counted = select(of.topic_id, func.count().label("articles")).group_by(of.topic_id)
    if asked:
        counted = counted.where(of.topic_id.in_(select(topic.c.id).where(*asked)))
    first = connection.execute(counted.order_by(desc("articles")).limit(most + _AS_MANY)).all()
    if len(first) < most:
        return []
    least = first[most - 1].articles
    if len(first) < most + _AS_MANY or first[-1].articles < least:
        return [topic.c.id.in_(listed([row.topic_id for row in first if row.articles >= least]))]
    return [topic.c.id.in_(select(of.topic_id).group_by(of.topic_id).having(func.count() >= least))]


def labels(connection: Connection, limit: int) -> dict[str, int]:
    """The commonest labels that are no keywords, each with how many quotations are about it."""
    # SQLite would take another index, in which the quotations of an article do not stand together
    shown = f"SELECT id, article_id FROM quotation INDEXED BY {BY_ARTICLE} WHERE {SHOWN}"  # noqa: S608
    query = text(sql_text.topics_counted(shown))
    return {row.label: row.found for row in connection.execute(query, {"most": limit})}


def near(connection: Connection, words: str, most: int) -> list[str]:
    """Labels like `words`, the nearest first; none if a topic has `words` in its label."""
    if connection.scalar(select(topic.c.id).where(is_called(words)).limit(1)) is not None:
        return []
    asked = fold_name(words)
    beginnings = {word[:_BEGINNING] for word in asked.split(" ")}
    query = (
        select(topic.c.label, topic.c.label_folded)
        .where(
            or_(
                *(part_of(topic.c.label_folded, literal(beginning, Text)) for beginning in sorted(beginnings))
            )
        )
        .order_by(desc(_articles()))
        .limit(_COMPARED)
    )
    alike: dict[str, float] = {}
    for label, folded in connection.execute(query):
        alike[label] = max(_likeness(asked, part) for part in (folded, *folded.split(" ")))
    nearest = sorted(alike, key=lambda label: -alike[label])
    return [label for label in nearest if alike[label] >= _NEAR][:most]


def _likeness(asked: str, known: str) -> float:
    return SequenceMatcher(None, asked, known).ratio()


def _articles() -> ColumnElement[int]:
    counted = select(func.count()).select_from(article_topic).where(article_topic.c.topic_id == topic.c.id)
    return counted.scalar_subquery()


def _counts(wanted: Filter, of_these: bool) -> Subquery:
    """Topic → articles and quotations about it, of the quotations that `wanted` takes; for `these` alone."""
    met = tuple(conditions(wanted))
    # by article first: it has many topics, and as many quotations
    there = _per_article(*met, ~_OWN).subquery()
    by_article = _joined(there, of_these, article_topic.c.article_id, there.c.found)
    by_itself = _by_itself(met, of_these)
    both = union_all(by_article, by_itself).subquery()
    articles = func.count(both.c.article_id.distinct()).label("articles")
    found = func.sum(both.c.found).label("quotations")
    return select(both.c.topic_id, articles, found).group_by(both.c.topic_id).subquery()


def _counts_of_all(of_these: bool) -> Subquery:
    """Topic → quotations about it, of all there are.

    Few have topics of their own: these are taken from those of their articles, and counted apart.
    """
    met, of, its = tuple(conditions(Filter())), article_topic.c.topic_id, quotation_topic.c
    have_own = select(its.quotation_id).distinct().subquery()
    own = select(_q.id, _q.article_id).join(have_own, have_own.c.quotation_id == _q.id).where(*met).cte()
    there = _per_article(*met).subquery()
    other = select(own.c.article_id, func.count().label("found")).group_by(own.c.article_id).subquery()
    by_article = _joined(there, of_these, func.sum(there.c.found).label("found")).group_by(of)
    less = _joined(other, of_these, -func.sum(other.c.found)).group_by(of)
    by_itself = select(its.topic_id, func.count()).join(own, own.c.id == its.quotation_id)
    if of_these:
        by_itself = by_itself.where(its.topic_id.in_(_THESE))
    sums = union_all(by_article, less, by_itself.group_by(its.topic_id)).subquery()
    found = func.sum(sums.c.found).label("quotations")
    return select(sums.c.topic_id, found).group_by(sums.c.topic_id).subquery()


def _per_article(*met: ColumnElement[bool]) -> Select[Any]:
    return select(_q.article_id, func.count().label("found")).where(*met).group_by(_q.article_id)


def _joined(there: Subquery, of_these: bool, *columns: ColumnElement[Any]) -> Select[Any]:
    """Articles with their topics; for `these` alone."""
    its_article: ColumnElement[int] = article_topic.c.article_id
    if of_these:
        # added to it, so that SQLite begins with the topics: it would try each in each article
        its_article = its_article + 0
    query = select(article_topic.c.topic_id, *columns).join(there, there.c.article_id == its_article)
    return query if not of_these else query.where(article_topic.c.topic_id.in_(_THESE))


def _by_itself(met: Sequence[ColumnElement[bool]], of_these: bool) -> Select[Any]:
    """Quotations with their own topics, article by article; for `these` alone."""
    of = quotation_topic.c
    query = select(of.topic_id, _q.article_id, func.count().label("found")).select_from(quotation_topic)
    query = query.join(quotation, _q.id == of.quotation_id).where(*met)
    if of_these:
        query = query.where(of.topic_id.in_(_THESE))
    return query.group_by(of.topic_id, _q.article_id)
