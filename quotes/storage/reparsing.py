"""Stored articles read back to be parsed again, and what is found put in the place of what was found."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select, update

from quotes.model import Article, Kind, Quotation, Scheme, Span, Topics
from quotes.storage import writer
from quotes.storage.changes import Stored, changes
from quotes.storage.rows import ANNOTATION, Change, Status
from quotes.storage.tables import article, article_topic, quotation, speaker, topic


def articles_to_parse(connection: Connection, *, not_by: str | None, from_id: int) -> list[int]:
    """The ids, in order, of the articles from `from_id` on; with `not_by`, of those of other parsers.

    What persons annotated is none of any parser's.
    """
    query = select(article.c.id).where(article.c.id >= from_id).order_by(article.c.id)
    if not_by is not None:
        query = query.where(article.c.parser.not_in((not_by, ANNOTATION)))
    return list(connection.scalars(query))


def stored_article(connection: Connection, id_: int) -> Article | None:
    """A stored article with the topics that it declares; None when it is not there."""
    row = connection.execute(select(article).where(article.c.id == id_)).one_or_none()
    if row is None:
        return None
    declared = (
        select(topic.c.label)
        .join_from(article_topic, topic)
        .where(article_topic.c.article_id == id_, topic.c.scheme == Scheme.DECLARED.value)
        .order_by(article_topic.c.position)
    )
    return Article(
        text=row.text,
        title=row.title,
        date=row.date,
        date_source=row.date_source,
        outlet=row.outlet,
        url=row.url,
        author=row.author,
        topics=tuple(connection.scalars(declared)),
        source=row.source,
    )


def reparse(
    connection: Connection,
    id_: int,
    read: Article,
    quotations: Sequence[Quotation],
    *,
    parser: str,
    about: Topics,
    keep: bool,
) -> list[Change] | None:
    """Store what version `parser` found in the stored article `read`; returns what that changes.

    Decisions stay. With `keep` false all is taken back, and only the changes are told. None, and nothing
    is done, when the article has become another one since it was read.
    """
    row = connection.execute(select(article.c.text, article.c.date).where(article.c.id == id_)).one_or_none()
    if row is None or (row.text, row.date) != (read.text, read.date):
        return None
    attempt = connection.begin_nested()
    before = _stored(connection, id_)
    writer.replace(connection, id_, read.text, quotations, about)
    connection.execute(update(article).where(article.c.id == id_).values(parser=parser))
    found = list(changes(id_, before, _stored(connection, id_)))
    if keep:
        attempt.commit()
    else:
        attempt.rollback()
    return found


def _stored(connection: Connection, article_id: int) -> list[Stored]:
    q = quotation.c
    query = (
        select(q.id, q.start, q.end, q.text, q.kind, q.status, speaker.c.name)
        .outerjoin_from(quotation, speaker, speaker.c.id == q.speaker_id)
        .where(q.article_id == article_id)
        .order_by(q.start, q.end)
    )
    return [
        Stored(
            row.id,
            None if row.start is None else Span(row.start, row.end),
            row.text,
            Kind(row.kind),
            row.name,
            decided=row.status != Status.AUTO,
        )
        for row in connection.execute(query)
    ]
