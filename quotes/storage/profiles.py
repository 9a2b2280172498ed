"""One speaker in full: forms of the name, roles over time, topics, cues, outlets, latest quotations."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, distinct, func, literal, literal_column, select

from quotes.folding import fold_name
from quotes.model import SpeakerKind
from quotes.storage import queries, topic_queries
from quotes.storage.conditions import conditions
from quotes.storage.filters import Filter
from quotes.storage.speaker_rows import Form, Origin, Profile, Usage
from quotes.storage.tables import (
    article,
    merged_quotation,
    quotation,
    speaker,
    speaker_alias,
    speaker_merge,
)

_q, _m = quotation.c, speaker_merge.c
#: topics, cues and outlets told, the commonest
_MOST = 8


def profile(connection: Connection, speaker_id: int, latest: int) -> Profile:
    """What is stored of the speaker `speaker_id`, with the `latest` quotations."""
    wanted = Filter(speaker_id=speaker_id)
    which = list(conditions(wanted))
    name, kind = connection.execute(
        select(speaker.c.name, speaker.c.kind).where(speaker.c.id == speaker_id)
    ).one()
    found, articles, first, last = connection.execute(
        select(func.count(), func.count(distinct(_q.article_id)), func.min(_q.date), func.max(_q.date)).where(
            *which
        )
    ).one()
    usage: tuple[ColumnElement[Any], ...] = (
        func.count().label("found"),
        func.min(_q.date).label("first"),
        func.max(_q.date).label("last"),
    )
    roles: Select[Any] = (
        select(func.min(_q.role), *usage).where(_q.role.is_not(None), *which).group_by(_q.role)
    )
    cues: Select[Any] = (
        select(func.min(_q.cue), *usage).where(_q.cue.is_not(None), *which).group_by(func.lower(_q.cue))
    )
    outlets: Select[Any] = (
        select(func.min(article.c.outlet), *usage)
        .select_from(quotation.join(article))
        .where(article.c.outlet_folded.is_not(None), *which)
        .group_by(article.c.outlet_folded)
    )
    in_time = (func.min(_q.date).is_(None), func.min(_q.date), func.max(_q.date), _q.role)
    return Profile(
        id=speaker_id,
        name=name,
        kind=SpeakerKind(kind),
        quotations=found,
        articles=articles,
        first=first,
        last=last,
        forms=tuple(_forms(connection, speaker_id, name)),
        roles=_usages(connection, roles.order_by(*in_time)),
        topics=tuple(topic_queries.topics(connection, wanted, None, _MOST)),
        cues=_usages(connection, _commonest(cues)),
        outlets=_usages(connection, _commonest(outlets)),
        latest=tuple(queries.quotations(connection, Filter(speaker_id=speaker_id, limit=latest))),
    )


def _commonest(query: Select[Any]) -> Select[Any]:
    return query.order_by(func.count().desc(), literal_column("1")).limit(_MOST)


def _usages(connection: Connection, query: Select[Any]) -> tuple[Usage, ...]:
    return tuple(Usage(*row) for row in connection.execute(query))


def _forms(connection: Connection, speaker_id: int, name: str) -> list[Form]:
    """The name, then what a person merged into it, then what articles call the speaker besides."""
    merged = list(connection.scalars(select(_m.speaker_id).where(_m.same_as == speaker_id)))
    under = select(func.count()).where(merged_quotation.c.speaker_id == speaker.c.id).scalar_subquery()
    own = select(func.count()).where(
        _q.speaker_id == speaker_id, _q.id.not_in(select(merged_quotation.c.quotation_id))
    )
    names = (
        select(speaker.c.name, speaker.c.name_folded, literal(Origin.MERGED.value), under)
        .where(speaker.c.id.in_(merged))
        .order_by(under.desc(), speaker.c.name_folded)
    )
    aliases = (
        select(
            func.min(speaker_alias.c.alias),
            speaker_alias.c.alias_folded,
            literal(Origin.ALIAS.value),
            literal(0),
        )
        .where(speaker_alias.c.speaker_id.in_([speaker_id, *merged]))
        .group_by(speaker_alias.c.alias_folded)
        .order_by(speaker_alias.c.alias_folded)
    )
    rows = [*connection.execute(names), *connection.execute(aliases)]
    forms = {fold_name(name): Form(name, Origin.NAME, connection.scalar(own) or 0)}
    for form, folded, origin, found in rows:
        forms.setdefault(folded, Form(form, Origin(origin), found))
    return list(forms.values())
