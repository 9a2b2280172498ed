"""Topics in the database: shared by all articles, known by scheme and folded label."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, exists, insert, select

from quotes.folding import fold_name
from quotes.storage.tables import article_topic, topic

#: what an article says of itself
DECLARED = "declared"


def replace(connection: Connection, article_id: int, labels: Iterable[str]) -> None:
    """Make `labels` the declared topics of an article, in their order; topics of no article go."""
    of_article = article_topic.c.article_id == article_id
    declared = article_topic.c.topic_id.in_(select(topic.c.id).where(topic.c.scheme == DECLARED))
    before = connection.scalars(select(article_topic.c.topic_id).where(of_article, declared)).all()
    if before:
        connection.execute(delete(article_topic).where(of_article, declared))
    first = {fold_name(label): label for label in reversed(list(labels))}
    first.pop("", None)
    ids = [_ensure(connection, label, folded) for folded, label in reversed(first.items())]
    if ids:
        rows = [{"article_id": article_id, "topic_id": id_, "position": n} for n, id_ in enumerate(ids)]
        connection.execute(insert(article_topic), rows)
    unused = ~exists().where(article_topic.c.topic_id == topic.c.id)
    for id_ in before:
        connection.execute(delete(topic).where(topic.c.id == id_, unused))


def _ensure(connection: Connection, label: str, folded: str) -> int:
    known = select(topic.c.id).where(topic.c.scheme == DECLARED, topic.c.label_folded == folded)
    found = connection.scalar(known)
    if found is not None:
        return int(found)
    row = {"scheme": DECLARED, "label": label, "label_folded": folded}
    return connection.execute(insert(topic).values(row)).lastrowid
