"""Who is quoted: a row a speaker, as far as the quotations asked for go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, distinct, func, select

from quotes.model import SpeakerKind
from quotes.storage.conditions import CONDITIONS, conditions
from quotes.storage.filters import Filter, SpeakerSort
from quotes.storage.leading import meant
from quotes.storage.listed import listed
from quotes.storage.speaker_rows import SpeakerRow
from quotes.storage.tables import OUTLETS, quotation, speaker

#: speakers of whom the rest is looked up together
_BATCH = 400
_q = quotation.c


def speakers(
    connection: Connection, wanted: Filter, sort: SpeakerSort, limit: int | None
) -> Iterator[SpeakerRow]:
    """The speakers of the quotations that `wanted` takes.

    First who, in the order wanted; what else there is to say is looked up for those who are shown.
    """
    found = connection.execute(_ranked(wanted, sort).limit(limit))
    for who in found.partitions(_BATCH):
        known = {row.id: row for row in who}
        theirs = (_q.speaker_id.in_(listed(list(known))), *_of_each(connection, wanted))
        roles, outlets = _roles(connection, theirs), _outlets(connection, theirs)
        numbers = {row.speaker_id: row for row in connection.execute(_numbers(theirs))}
        for id_, (_, name, kind) in known.items():
            usual, latest = roles.get(id_, (None, None))
            _, quotations, articles, first, last = numbers[id_]
            yield SpeakerRow(
                id_,
                name,
                SpeakerKind(kind),
                usual,
                latest,
                quotations,
                articles,
                first,
                last,
                "; ".join(outlets.get(id_, ())) or None,
            )


def _ranked(wanted: Filter, sort: SpeakerSort) -> Select[Any]:
    # no more than what they are sorted by: there are many of them
    rank = func.max(_q.date) if sort is SpeakerSort.DATE else func.count()
    ranks = select(_q.speaker_id, rank.label("rank"))
    ranked = ranks.where(_q.speaker_id.is_not(None), *conditions(wanted)).group_by(_q.speaker_id).subquery()
    by_name = (speaker.c.name_folded.asc(), speaker.c.id.asc())
    order = by_name if sort is SpeakerSort.NAME else (ranked.c.rank.desc(), *by_name)
    query = select(speaker.c.id, speaker.c.name, speaker.c.kind)
    return query.join(ranked, ranked.c.speaker_id == speaker.c.id).order_by(*order)


def _of_each(connection: Connection, wanted: Filter) -> Iterator[ColumnElement[bool]]:
    """The conditions, to be asked of the quotations of some speakers."""
    return conditions(wanted, meant=meant(connection, wanted), aside=CONDITIONS)


def _numbers(theirs: Sequence[ColumnElement[bool]]) -> Select[Any]:
    articles = func.count(distinct(_q.article_id))
    dates = (func.min(_q.date), func.max(_q.date))
    return select(_q.speaker_id, func.count(), articles, *dates).where(*theirs).group_by(_q.speaker_id)


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
        .group_by(_q.speaker_id, _q.role)
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
        .group_by(_q.speaker_id, _q.article_id)
        .subquery()
    )
    named = OUTLETS.c
    name, total = func.min(named.outlet), func.sum(found.c.found)
    query = (
        select(found.c.speaker_id, name)
        .select_from(found.join(OUTLETS, named.id == found.c.article_id))
        .where(named.outlet_folded.is_not(None))
        .group_by(found.c.speaker_id, named.outlet_folded)
        .order_by(found.c.speaker_id, total.desc(), name)
    )
    outlets: dict[int, list[str]] = {}
    for id_, outlet in connection.execute(query):
        outlets.setdefault(id_, []).append(outlet)
    return outlets
