"""What a database holds, in a few numbers."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, distinct, func, select

from quotes.storage.conditions import conditions
from quotes.storage.filters import Filter
from quotes.storage.tables import article, quotation


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much there is; terms and what a person rejected are not counted."""

    articles: int
    quotations: int
    #: who is quoted
    speakers: int
    outlets: int
    #: dates of the quotations: ISO 8601 at the precision known
    first: str | None
    last: str | None


def holdings(connection: Connection) -> Holdings:
    """What is stored, all in all."""
    q, a = quotation.c, article.c
    quoted = connection.execute(
        select(func.count(), func.count(distinct(q.speaker_id)), func.min(q.date), func.max(q.date)).where(
            *conditions(Filter())
        )
    ).one()
    # one by one: each is told by an index, where both together would read every article
    articles = connection.scalar(select(func.count()).select_from(article)) or 0
    outlets = connection.scalar(select(func.count(distinct(a.outlet_folded)))) or 0
    quotations, speakers, first, last = quoted
    return Holdings(articles, quotations, speakers, outlets, first, last)
