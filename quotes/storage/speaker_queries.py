"""Who is quoted: a row a speaker, as far as the quotations asked for go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, distinct, func, select

from quotes.model import SpeakerKind
from quotes.storage.conditions import CONDITIONS, conditions
from quotes.storage.filters import Filter, SpeakerSort
from quotes.storage.given import written
from quotes.storage.leading import Meant, meant
from quotes.storage.listed import json_list, listed
from quotes.storage.speaker_rows import SpeakerRow
from quotes.storage.tables import OUTLETS, Text, quotation, speaker

#: speakers of whom the rest is looked up together
_BATCH = 400
_q = quotation.c


def speakers(
    connection: Connection, wanted: Filter, sort: SpeakerSort, limit: int | None
) -> Iterator[SpeakerRow]:
    """The speakers of the quotations that `wanted` takes.

    First who, in the order wanted; what else there is to say is looked up for those who are shown.
    """
    found = connection.execute(*_ranked(wanted, None, sort, limit))
    for who in found.partitions(_BATCH):
        known = {row.id: row for row in who}
        queries, given = _of_these(wanted, meant(connection, wanted))
        given["ids"] = json_list(list(known))
        in_roles, in_outlets, in_all = (connection.execute(query, given).all() for query in queries)
        roles, outlets, numbers = _roles(in_roles), _outlets(in_outlets), {row[0]: row for row in in_all}
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


@written
def _ranked(wanted: Filter, _: None, sort: SpeakerSort, limit: int | None) -> Select[Any]:
    # no more than what they are sorted by: there are many of them
    rank = func.max(_q.date) if sort is SpeakerSort.DATE else func.count()
    ranks = select(_q.speaker_id, rank.label("rank"))
    ranked = ranks.where(_q.speaker_id.is_not(None), *conditions(wanted)).group_by(_q.speaker_id).subquery()
    by_name = (speaker.c.name_folded.asc(), speaker.c.id.asc())
    order = by_name if sort is SpeakerSort.NAME else (ranked.c.rank.desc(), *by_name)
    query = select(speaker.c.id, speaker.c.name, speaker.c.kind)
    return query.join(ranked, ranked.c.speaker_id == speaker.c.id).order_by(*order).limit(limit)


@written
def _of_these(wanted: Filter, meant: Meant) -> list[Select[Any]]:
    """In which roles and in which outlets some speakers are quoted, and how often."""
    theirs = _q.speaker_id.in_(listed(bindparam("ids", type_=Text)))
    met = (theirs, *conditions(wanted, meant=meant, aside=CONDITIONS))
    return [_by_role(met), _by_outlet(met), _numbers(met)]


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


def _by_role(theirs: Sequence[ColumnElement[bool]]) -> Select[Any]:
    count, last = func.count(), func.max(_q.date)
    return (
        select(_q.speaker_id, _q.role, count.label("found"), last.label("last"))
        .where(_q.role.is_not(None), *theirs)
        .group_by(_q.speaker_id, _q.role)
        .order_by(_q.speaker_id, count.desc(), last.desc(), _q.role)
    )


def _roles(found: Iterable[Any]) -> dict[int, tuple[str, str]]:
    """Speaker → the commonest role and the latest one."""
    roles: dict[int, tuple[str, str]] = {}
    lasts: dict[int, str] = {}
    for id_, role, _, date in found:
        usual, latest = roles.setdefault(id_, (role, role))
        if (date or "") > lasts.get(id_, ""):
            lasts[id_], latest = date, role
        roles[id_] = (usual, latest)
    return roles


def _by_outlet(theirs: Sequence[ColumnElement[bool]]) -> Select[Any]:
    # by article first: many quotations share one, and its row is long
    found = (
        select(_q.speaker_id, _q.article_id, func.count().label("found"))
        .where(*theirs)
        .group_by(_q.speaker_id, _q.article_id)
        .subquery()
    )
    named = OUTLETS.c
    name, total = func.min(named.outlet), func.sum(found.c.found)
    return (
        select(found.c.speaker_id, name)
        .select_from(found.join(OUTLETS, named.id == found.c.article_id))
        .where(named.outlet_folded.is_not(None))
        .group_by(found.c.speaker_id, named.outlet_folded)
        .order_by(found.c.speaker_id, total.desc(), name)
    )


def _outlets(found: Iterable[Any]) -> dict[int, list[str]]:
    outlets: dict[int, list[str]] = {}
    for id_, outlet in found:
        outlets.setdefault(id_, []).append(outlet)
    return outlets
