"""What speakers are quoted as: the grounds for telling whether two of them are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, func, select

from quotes.model import SpeakerKind
from quotes.storage.speaker_rows import Known, SpeakerName
from quotes.storage.tables import article, quotation, speaker, speaker_alias

_BATCH = 500
_q = quotation.c


def names(connection: Connection) -> Iterator[SpeakerName]:
    """Every speaker who is quoted, and how often; counted from an index alone."""
    counts = select(_q.speaker_id, func.count().label("found")).where(_q.speaker_id.is_not(None))
    counted = counts.group_by(_q.speaker_id).subquery()
    query = select(speaker.c.id, speaker.c.name, speaker.c.kind, counted.c.found)
    for id_, name, kind, found in connection.execute(
        query.join(counted, counted.c.speaker_id == speaker.c.id)
    ):
        yield SpeakerName(id_, name, SpeakerKind(kind), found)


def known_of(connection: Connection, ids: Iterable[int]) -> dict[int, Known]:
    """What is known of the speakers `ids`."""
    wanted = sorted(ids)
    known: dict[int, Known] = {}
    for start in range(0, len(wanted), _BATCH):
        known |= _known(connection, wanted[start : start + _BATCH])
    return known


def _known(connection: Connection, ids: list[int]) -> dict[int, Known]:
    articles: dict[int, set[int]] = {id_: set() for id_ in ids}
    roles: dict[int, Counter[str]] = {id_: Counter() for id_ in ids}
    aliases: dict[int, set[str]] = {id_: set() for id_ in ids}
    outlets: dict[int, set[str]] = {id_: set() for id_ in ids}
    quoted = select(_q.speaker_id, _q.article_id, _q.role).where(_q.speaker_id.in_(ids))
    quoted = quoted.order_by(_q.speaker_id, _q.date, _q.id)  # of roles met as often, the first goes first
    for id_, article_id, role in connection.execute(quoted):
        articles[id_].add(article_id)
        if role:
            roles[id_][role] += 1
    where = select(_q.speaker_id, article.c.outlet).join(article).where(_q.speaker_id.in_(ids)).distinct()
    for id_, outlet in connection.execute(where):
        if outlet:
            outlets[id_].add(outlet)
    a = speaker_alias.c
    for id_, alias in connection.execute(select(a.speaker_id, a.alias_folded).where(a.speaker_id.in_(ids))):
        aliases[id_].add(alias)
    return {
        id_: Known(
            frozenset(articles[id_]), dict(roles[id_]), frozenset(outlets[id_]), frozenset(aliases[id_])
        )
        for id_ in ids
    }
