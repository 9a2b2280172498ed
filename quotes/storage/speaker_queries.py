"""Who is quoted: a row a speaker, as far as the quotations asked for go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, distinct, func, select

from quotes.model import SpeakerKind
from quotes.storage.filters import Filter, SpeakerSort
from quotes.storage.queries import conditions
from quotes.storage.speaker_rows import SpeakerRow
from quotes.storage.tables import article, quotation, speaker

#: speakers whose roles and outlets are looked up together
_BATCH = 400
#: the rows of so many quotations are read faster from end to end than each by its place in an index
_MANY = 20_000
_q = quotation.c


def speakers(
    connection: Connection, wanted: Filter, sort: SpeakerSort, limit: int | None
) -> Iterator[SpeakerRow]:
    """The speakers of the quotations that `wanted` takes."""
    counts = (
        select(
            _q.speaker_id,
            func.count().label("quotations"),
            func.count(distinct(_q.article_id)).label("articles"),
            func.min(_q.date).label("first"),
            func.max(_q.date).label("last"),
        )
        .where(_q.speaker_id.is_not(None), *conditions(wanted))
        .group_by(_q.speaker_id)
        .subquery()
    )
    by_name = (speaker.c.name_folded.asc(), speaker.c.id.asc())
    order: dict[SpeakerSort, Sequence[ColumnElement[Any]]] = {
        SpeakerSort.COUNT: (counts.c.quotations.desc(), *by_name),
        SpeakerSort.NAME: by_name,
        SpeakerSort.DATE: (counts.c.last.desc(), *by_name),
    }
    query = select(speaker.c.id, speaker.c.name, speaker.c.kind, *list(counts.c)[1:])
    found = connection.execute(
        query.join(counts, counts.c.speaker_id == speaker.c.id).order_by(*order[sort]).limit(limit)
    )
    for rows in found.partitions(_BATCH):
        # SQLite looks for no index where something is added
        key = _q.speaker_id + 0 if sum(row.quotations for row in rows) > _MANY else _q.speaker_id
        theirs = (key.in_([row.id for row in rows]), *conditions(wanted))
        roles, outlets = _roles(connection, theirs), _outlets(connection, theirs)
        for row in rows:
            usual, latest = roles.get(row.id, (None, None))
            values = dict(row._mapping) | {"kind": SpeakerKind(row.kind)}
            at = "; ".join(outlets.get(row.id, ())) or None
            yield SpeakerRow(**values, role=usual, latest_role=latest, outlets=at)


def counts(connection: Connection, ids: Iterable[int]) -> dict[int, int]:
    """Speaker → quotations, of those of `ids` who have some."""
    query = (
        select(_q.speaker_id, func.count())
        .where(_q.speaker_id.in_(list(ids)), *conditions(Filter()))
        .group_by(_q.speaker_id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def _roles(connection: Connection, theirs: Sequence[ColumnElement[bool]]) -> dict[int, tuple[str, str]]:
    """Speaker → the commonest role and the latest one."""
    count, last = func.count(), func.max(_q.date)
    query = (
        select(_q.speaker_id, _q.role, count.label("found"), last.label("last"))
        .where(_q.role.is_not(None), *theirs)
        .group_by(_q.speaker_id + 0, _q.role)
        .order_by(_q.speaker_id, count.desc(), last.desc(), _q.role)
    )
    roles: dict[int, tuple[str, str]] = {}
    lasts: dict[int, str] = {}
    for id_, role, _, date in connection.execute(query):
        usual, latest = roles.setdefault(id_, (role, role))
        if (date or "") > lasts.get(id_, ""):
            lasts[id_], latest = date, role
        roles[id_] = (usual, latest)
    return roles


def _outlets(connection: Connection, theirs: Sequence[ColumnElement[bool]]) -> dict[int, list[str]]:
    # by article first: many quotations share one, and its row is long
    found = (
        select(_q.speaker_id, _q.article_id, func.count().label("found"))
        .where(*theirs)
        .group_by(_q.speaker_id + 0, _q.article_id)
        .subquery()
    )
    name, total = func.min(article.c.outlet), func.sum(found.c.found)
    query = (
        select(found.c.speaker_id, name)
        .select_from(found.join(article, article.c.id == found.c.article_id))
        .where(article.c.outlet_folded.is_not(None))
        .group_by(found.c.speaker_id, article.c.outlet_folded)
        .order_by(found.c.speaker_id, total.desc(), name)
    )
    outlets: dict[int, list[str]] = {}
    for id_, outlet in connection.execute(query):
        outlets.setdefault(id_, []).append(outlet)
    return outlets
