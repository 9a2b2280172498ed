"""Speakers in the database: shared by all articles, known by folded name and kind."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sqlalchemy import Connection, bindparam, delete, exists, or_, select, true
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from quotes.folding import fold_name
from quotes.model import Speaker
from quotes.storage.staging import Row, gathered, gathering, insert_rows
from quotes.storage.tables import decision, quotation, speaker, speaker_alias, speaker_merge, storable

#: folded name and kind
Identity = tuple[str, str]
_ALIAS = ("speaker_id", "alias", "alias_folded")
_new_aliases = gathering("speaker_alias", _ALIAS)
# without a WHERE, SQLite would take ON for part of a join
_GIVEN = select(*(_new_aliases.c[name] for name in _ALIAS)).where(true()).order_by(_new_aliases.c.rowid)
_ALIASES = sqlite_insert(speaker_alias).from_select(_ALIAS, _GIVEN).on_conflict_do_nothing()


_NAMED = select(speaker.c.id, speaker.c.name_folded, speaker.c.kind).where(
    speaker.c.name_folded.in_(bindparam("names", expanding=True))
)


def identity(one: Speaker) -> Identity | None:
    """What a speaker is recognised by; None for a name without letters, which names nobody."""
    folded = _folded(one.name)
    return (folded, one.kind.value) if folded else None


@lru_cache(maxsize=1 << 12)  # each of a speaker's quotations asks
def _folded(name: str) -> str:
    return storable(fold_name(name))


def ensure(connection: Connection, speakers: Iterable[Speaker]) -> dict[Identity, int]:
    """The ids of `speakers`; those not known yet are added, and so are new aliases."""
    first: dict[Identity, Speaker] = {}
    for one in speakers:
        if key := identity(one):
            first.setdefault(key, one)
    if not first:
        return {}
    ids = _known(connection, first)
    new = {key: one for key, one in first.items() if key not in ids}
    if new:
        rows = [(storable(one.name), folded, kind) for (folded, kind), one in new.items()]
        insert_rows(connection, speaker, ("name", "name_folded", "kind"), rows)
        ids |= _known(connection, new)
    return ids


def add_aliases(connection: Connection, speakers: Iterable[Speaker], ids: dict[Identity, int]) -> None:
    """Store what `speakers` are called besides their names."""
    rows: dict[tuple[int, str], Row] = {}
    for one in speakers:
        key = identity(one)
        if key is None:
            continue
        for alias in one.aliases:
            folded = fold_name(alias)
            if folded and folded != key[0]:
                rows.setdefault((ids[key], folded), (ids[key], alias, folded))
    if rows:
        with gathered(connection, _new_aliases, rows.values()):
            connection.execute(_ALIASES)


def remove_orphans(connection: Connection, ids: Iterable[int]) -> None:
    """Remove those of `ids` that nobody quotes, unless a person named, merged or may restore them."""
    quoted = exists().where(quotation.c.speaker_id == speaker.c.id)
    named = exists().where(speaker_alias.c.speaker_id == speaker.c.id, speaker_alias.c.origin == "human")
    merged = exists().where(
        or_(speaker_merge.c.speaker_id == speaker.c.id, speaker_merge.c.same_as == speaker.c.id)
    )
    # what is undone shall find its speaker as it was, with all aliases
    undoable = exists().where(
        decision.c.machine_speaker == speaker.c.name, decision.c.machine_speaker_kind == speaker.c.kind
    )
    kept = or_(quoted, named, merged, undoable)
    for one in sorted(ids):
        connection.execute(delete(speaker).where(speaker.c.id == one, ~kept))


def _known(connection: Connection, identities: Iterable[Identity]) -> dict[Identity, int]:
    wanted = set(identities)
    rows = connection.execute(_NAMED, {"names": sorted({folded for folded, _ in wanted})})
    return {(folded, kind): id_ for id_, folded, kind in rows if (folded, kind) in wanted}
