"""Which topics there are, how much there is about each, and which are spelled like another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Subquery, desc, func, or_, select, text, union_all

from quotes.folding import fold_name
from quotes.model import Scheme
from quotes.storage import sql_text
from quotes.storage.conditions import conditions, is_called, part_of
from quotes.storage.filters import Filter, Sort
from quotes.storage.listed import listed
from quotes.storage.rows import TopicRow
from quotes.storage.tables import BY_ARTICLE, SHOWN, article_topic, quotation, quotation_topic, topic

#: labels compared when a topic is not known, the commonest
_COMPARED = 5000
#: so many topics are counted sooner by themselves than with all others
_FEW = 1000
#: letters of the beginning of a word that a topic like it has
_BEGINNING = 2
#: so much alike, of 1, is near
_NEAR = 0.7


def topics(
    connection: Connection, wanted: Filter, scheme: Scheme | None, limit: int | None
) -> Iterator[TopicRow]:
    """The topics of the quotations that `wanted` takes, commonest first.

    Its own topics choose which are listed. Without any other condition articles that quote nobody count
    too.
    """
    others = replace(wanted, topics=())
    everything = others == Filter(sort=others.sort, limit=others.limit)
    asked = _asked(wanted, scheme)
    if everything and limit:
        asked += _commonest(connection, asked, limit)
    these = list(connection.scalars(select(topic.c.id).where(*asked).limit(_FEW + 1))) if asked else []
    if 0 < len(these) <= _FEW:
        asked = [topic.c.id.in_(listed(these))]
    counts = _counts(replace(others, sort=Sort.DATE, limit=None), these if 0 < len(these) <= _FEW else None)
    articles = _articles() if everything else counts.c.articles
    found = func.coalesce(counts.c.quotations, 0)
    query = select(topic.c.label, topic.c.scheme, topic.c.code, topic.c.label_en, articles, found)
    query = query.select_from(topic.join(counts, counts.c.topic_id == topic.c.id, isouter=everything))
    for row in connection.execute(
        query.where(*asked).order_by(desc(articles), desc(found), topic.c.label_folded).limit(limit)
    ):
        label, scheme_, code, label_en, of_articles, of_quotations = row
        yield TopicRow(label, Scheme(scheme_), code, label_en, of_articles, of_quotations)


def _asked(wanted: Filter, scheme: Scheme | None) -> list[ColumnElement[bool]]:
    """What topics have to be to be listed."""
    asked = [] if scheme is None else [topic.c.scheme == scheme.value]
    return asked + ([or_(*map(is_called, wanted.topics))] if wanted.topics else [])


def _commonest(
    connection: Connection, asked: list[ColumnElement[bool]], most: int
) -> list[ColumnElement[bool]]:
    """What topics have to be to have as many articles as so many others."""
    of = article_topic.c
    counted = select(of.topic_id, func.count().label("articles")).group_by(of.topic_id)
    if asked:
        counted = counted.where(of.topic_id.in_(select(topic.c.id).where(*asked)))
    articles = counted.subquery().c.articles
    least = connection.scalar(select(articles).order_by(articles.desc()).offset(most - 1).limit(1))
    if least is None:
        return []
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
        .where(or_(*(part_of(topic.c.label_folded, beginning) for beginning in sorted(beginnings))))
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


def _counts(wanted: Filter, these: Sequence[int] | None) -> Subquery:
    """Topic → articles and quotations about it, of the quotations that `wanted` takes; for `these` alone."""
    q = quotation.c
    met = tuple(conditions(wanted))
    # by article first: it has many topics, and as many quotations
    per_article = select(q.article_id, func.count().label("found")).where(*met).group_by(q.article_id)
    own = q.id.in_(select(quotation_topic.c.quotation_id))
    if wanted == Filter():  # few have topics of their own: looked for apart, not one by one
        per_article = _less(per_article.subquery(), per_article.where(own).subquery())
    else:
        per_article = per_article.where(~own)
    its_article: ColumnElement[int] = article_topic.c.article_id
    if (
        these is not None
    ):  # added to it, so that SQLite begins with the topics: it would try each in each article
        its_article = its_article + 0
    there = per_article.subquery()
    by_article = select(article_topic.c.topic_id, article_topic.c.article_id, there.c.found).join(
        there, there.c.article_id == its_article
    )
    by_itself = (
        select(quotation_topic.c.topic_id, q.article_id, func.count().label("found"))
        .join(quotation, q.id == quotation_topic.c.quotation_id)
        .where(*met)
        .group_by(quotation_topic.c.topic_id, q.article_id)
    )
    if these is not None:
        by_article = by_article.where(article_topic.c.topic_id.in_(listed(these)))
        by_itself = by_itself.where(quotation_topic.c.topic_id.in_(listed(these)))
    both = union_all(by_article, by_itself).subquery()
    return (
        select(
            both.c.topic_id,
            func.count(both.c.article_id.distinct()).label("articles"),
            func.sum(both.c.found).label("quotations"),
        )
        .group_by(both.c.topic_id)
        .subquery()
    )


def _less(every: Subquery, some: Subquery) -> Select[Any]:
    """Articles with how many of their quotations are in `every` and not in `some`."""
    less = every.c.found - func.coalesce(some.c.found, 0)
    return (
        select(every.c.article_id, less.label("found"))
        .outerjoin(some, some.c.article_id == every.c.article_id)
        .where(less > 0)
    )
