"""Topics in the database: shared by all articles, known by scheme and folded label."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import INTEGER, REAL, Connection, and_, bindparam, delete, exists, insert, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from quotes.folding import fold_name, singular_name
from quotes.model import Scheme, Topic, Topics
from quotes.storage.tables import article_topic, quotation, quotation_topic, topic

_Row = dict[str, Any]

# Three statements, each prepared once for all topics of an article; ids are looked up by SQLite itself.
_NEW = sqlite_insert(topic).on_conflict_do_nothing()
_KNOWN = (topic.c.scheme == bindparam("scheme"), topic.c.label_folded == bindparam("label_folded"))
_OF_ARTICLE = insert(article_topic).from_select(
    ["article_id", "topic_id", "position", "score"],
    select(
        bindparam("article_id", type_=INTEGER),
        topic.c.id,
        bindparam("position", type_=INTEGER),
        bindparam("score", type_=REAL),
    ).where(*_KNOWN),
)
_OF_QUOTATIONS = insert(quotation_topic).from_select(
    ["quotation_id", "topic_id", "position", "score"],
    select(
        quotation.c.id,
        topic.c.id,
        bindparam("position", type_=INTEGER),
        bindparam("score", type_=REAL),
    )
    .select_from(quotation.join(topic, and_(*_KNOWN)))
    .where(
        quotation.c.article_id == bindparam("article_id"),
        quotation.c.start >= bindparam("story_start"),
        quotation.c.start < bindparam("story_end"),
    ),
)


def add(connection: Connection, about: Iterable[tuple[int, Topics]]) -> None:
    """Store the topics of articles that have none, and of their quotations, which are stored already."""
    every: list[_Row] = []
    of_articles: list[_Row] = []
    of_quotations: list[_Row] = []
    for article_id, topics in about:
        rows = list(_rows(topics.article, article_id))
        starts = _starts(connection, article_id) if topics.stories else []
        stories = [
            {**row, "story_start": span.start, "story_end": span.end}
            for span, own in topics.stories
            # nobody would ask for the topics of a story in which nothing is quoted
            if bisect_left(starts, span.start) < bisect_left(starts, span.end)
            for row in _rows(own, article_id)
        ]
        every += (_values(row) for row in (*rows, *stories))
        of_articles += rows
        of_quotations += stories
    for statement, given in ((_NEW, every), (_OF_ARTICLE, of_articles), (_OF_QUOTATIONS, of_quotations)):
        if given:
            connection.execute(statement, given)


def _starts(connection: Connection, article_id: int) -> list[int]:
    """Where the quotations of an article begin, in order."""
    here = (quotation.c.article_id == article_id, quotation.c.start.is_not(None))
    return list(connection.scalars(select(quotation.c.start).where(*here).order_by(quotation.c.start)))


def forget(connection: Connection, article_id: int) -> list[int]:
    """Take an article's topics away, and its quotations'; returns which they were."""
    of_article = article_topic.c.article_id == article_id
    its = select(quotation.c.id).where(quotation.c.article_id == article_id).scalar_subquery()
    of_quotations = quotation_topic.c.quotation_id.in_(its)
    before = {
        *connection.scalars(select(article_topic.c.topic_id).where(of_article)),
        *connection.scalars(select(quotation_topic.c.topic_id).where(of_quotations)),
    }
    connection.execute(delete(article_topic).where(of_article))
    connection.execute(delete(quotation_topic).where(of_quotations))
    return sorted(before)


def remove_unused(connection: Connection, ids: list[int]) -> None:
    """Remove those of `ids` that nothing is about any more."""
    if not ids:
        return
    in_article = exists().where(article_topic.c.topic_id == topic.c.id)
    in_quotation = exists().where(quotation_topic.c.topic_id == topic.c.id)
    connection.execute(delete(topic).where(topic.c.id.in_(ids), ~in_article, ~in_quotation))


def declared(labels: Iterable[str]) -> Topics:
    """What an article declares, and nothing else."""
    return Topics(tuple(Topic(label) for label in labels))


def folded(one: Topic) -> str:
    """What a topic is known by within its scheme."""
    return singular_name(one.label) if one.scheme is Scheme.KEYWORD else fold_name(one.label)


def _rows(topics: Iterable[Topic], article_id: int) -> Iterator[_Row]:
    """The topics as values, each once, in their order."""
    seen: set[tuple[Scheme, str]] = set()
    for one in topics:
        key = (one.scheme, folded(one))
        if key[1] and key not in seen:
            yield {
                "article_id": article_id,
                "position": len(seen),
                "score": one.score,
                "scheme": one.scheme.value,
                "label": one.label,
                "label_folded": key[1],
                "code": one.code,
                "label_en": one.label_en,
                "label_en_folded": one.label_en and fold_name(one.label_en),
            }
            seen.add(key)


def _values(row: _Row) -> _Row:
    return {
        name: row[name] for name in ("scheme", "label", "label_folded", "code", "label_en", "label_en_folded")
    }
