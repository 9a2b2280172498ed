"""Which topics there are, how much there is about each, and which are spelled like another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from sqlalchemy import ColumnElement, Connection, Subquery, desc, func, literal, or_, select, text, union_all

from quotes.folding import fold_name
from quotes.model import Scheme
from quotes.storage import sql_text
from quotes.storage.conditions import conditions, is_called, part_of
from quotes.storage.filters import Filter
from quotes.storage.rows import TopicRow
from quotes.storage.tables import article_topic, quotation, quotation_topic, topic

#: labels compared when a topic is not known, the commonest
_COMPARED = 5000
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
    counts = _counts(others)
    everything = others == Filter(sort=others.sort, limit=others.limit)
    articles = _articles() if everything else counts.c.articles
    found = func.coalesce(counts.c.quotations, 0)
    query = select(topic.c.label, topic.c.scheme, topic.c.code, topic.c.label_en, articles, found)
    query = query.select_from(topic.join(counts, counts.c.topic_id == topic.c.id, isouter=everything))
    if scheme is not None:
        query = query.where(topic.c.scheme == scheme.value)
    if wanted.topics:
        query = query.where(or_(*map(is_called, wanted.topics)))
    for row in connection.execute(
        query.order_by(desc(articles), desc(found), topic.c.label_folded).limit(limit)
    ):
        label, scheme_, code, label_en, of_articles, of_quotations = row
        yield TopicRow(label, Scheme(scheme_), code, label_en, of_articles, of_quotations)


def labels(connection: Connection, limit: int) -> dict[str, int]:
    """The commonest labels that are no keywords, each with how many quotations are about it."""
    query = text(sql_text.topics_counted("SELECT id, article_id FROM quotes"))
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


def _counts(wanted: Filter) -> Subquery:
    """Topic → articles and quotations about it, of the quotations that `wanted` takes."""
    q = quotation.c
    chosen = select(q.id, q.article_id).where(*conditions(wanted)).cte("chosen")
    own = select(quotation_topic.c.quotation_id)
    # by article first: it has many topics, and as many quotations
    per_article = (
        select(chosen.c.article_id, func.count().label("found"))
        .where(chosen.c.id.not_in(own))
        .group_by(chosen.c.article_id)
        .subquery()
    )
    by_article = select(article_topic.c.topic_id, article_topic.c.article_id, per_article.c.found).join(
        per_article, per_article.c.article_id == article_topic.c.article_id
    )
    by_itself = select(quotation_topic.c.topic_id, chosen.c.article_id, literal(1).label("found")).join(
        chosen, chosen.c.id == quotation_topic.c.quotation_id
    )
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
