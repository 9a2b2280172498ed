"""Topics in the database: shared by all articles, known by scheme and folded label."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, and_, bindparam, delete, exists, insert, select, true
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from quotes.folding import fold_name, singular_name
from quotes.model import Scheme, Span, Topic, Topics
from quotes.storage.staging import Row, gathered, gathering
from quotes.storage.tables import article_topic, quotation, quotation_topic, topic

#: a topic as the table has it
_TOPIC = ("scheme", "label", "label_folded", "code", "label_en", "label_en_folded")
#: the topics of articles, and of stories, before they have ids; these SQLite looks up itself
_new = gathering("topic", ("article_id", "story_start", "story_end", "position", "score", *_TOPIC))
_known = _new.join(topic, and_(topic.c.scheme == _new.c.scheme, topic.c.label_folded == _new.c.label_folded))
# three statements for all topics of all articles; without a WHERE, SQLite would take ON for part of a join
_NAMES = select(*(_new.c[name] for name in _TOPIC)).where(true()).order_by(_new.c.rowid)
_TOPICS = sqlite_insert(topic).from_select(_TOPIC, _NAMES).on_conflict_do_nothing()
_OF_ARTICLES = insert(article_topic).from_select(
    ["article_id", "topic_id", "position", "score"],
    select(_new.c.article_id, topic.c.id, _new.c.position, _new.c.score)
    .select_from(_known)
    .where(_new.c.story_start.is_(None))
    .order_by(_new.c.rowid),
)
_OF_QUOTATIONS = insert(quotation_topic).from_select(
    ["quotation_id", "topic_id", "position", "score"],
    select(quotation.c.id, topic.c.id, _new.c.position, _new.c.score)
    .select_from(_known.join(quotation, quotation.c.article_id == _new.c.article_id))
    .where(quotation.c.start >= _new.c.story_start, quotation.c.start < _new.c.story_end)
    .order_by(_new.c.rowid, quotation.c.start),
)

_STARTS = (
    select(quotation.c.start)
    .where(quotation.c.article_id == bindparam("article_id"), quotation.c.start.is_not(None))
    .order_by(quotation.c.start)
)


def add(connection: Connection, about: Iterable[tuple[int, Topics]]) -> None:
    """Store the topics of articles that have none, and of their quotations, which are stored already."""
    new: list[Row] = []
    for article_id, topics in about:
        new += _rows(topics.article, article_id, None)
        starts = _starts(connection, article_id) if topics.stories else []
        for span, own in topics.stories:
            # nobody would ask for the topics of a story in which nothing is quoted
            if bisect_left(starts, span.start) < bisect_left(starts, span.end):
                new += _rows(own, article_id, span)
    if new:
        with gathered(connection, _new, new):
            for statement in (_TOPICS, _OF_ARTICLES, _OF_QUOTATIONS):
                connection.execute(statement)


def _starts(connection: Connection, article_id: int) -> list[int]:
    """Where the quotations of an article begin, in order."""
    return list(connection.scalars(_STARTS, {"article_id": article_id}))


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


def _rows(topics: Iterable[Topic], article_id: int, story: Span | None) -> Iterator[Row]:
    """The topics of an article or of a story of it as values, each once, in their order."""
    span = (story.start, story.end) if story else (None, None)
    seen: set[tuple[Scheme, str]] = set()
    for one in topics:
        key = (one.scheme, folded(one))
        if key[1] and key not in seen:
            english = one.label_en and fold_name(one.label_en)
            named = (one.scheme.value, one.label, key[1], one.code, one.label_en, english)
            yield (article_id, *span, len(seen), one.score, *named)
            seen.add(key)
