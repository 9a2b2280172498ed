"""A person's decisions about names: two speakers are one, one is called otherwise, two are two after all.

A merged name stays a row of `speaker`, with its own aliases, so that articles still find it and a split
gives back what was there; `speaker_merge` says for whom it stands. The triggers of `merge_triggers` bring
quotations found under it to that speaker, now and later.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Select, delete, distinct, func, insert, select, update

from quotes.folding import fold_name, spells_a_name
from quotes.storage.errors import StorageError
from quotes.storage.speaker_rows import Merged
from quotes.storage.speakers import remove_orphans
from quotes.storage.tables import merged_quotation, quotation, speaker, speaker_merge

_q, _s, _m = quotation.c, speaker.c, speaker_merge.c


class NamingError(StorageError):
    """A decision about names that cannot be carried out; the message says why, and what can be done."""


def merge(connection: Connection, name_id: int, into_id: int) -> Merged:
    """From now on speaker `name_id` is speaker `into_id`, and so are all that were merged into it."""
    if name_id == into_id:
        raise NamingError(f"{_name(connection, name_id)!r} is one speaker already")
    done = _counted(connection, name_id, into_id, _q.speaker_id == name_id)
    join(connection, name_id, into_id, into_id)
    return done


def join(connection: Connection, name_id: int, into_id: int, same_as: int) -> None:
    """Have `name_id` stand for `same_as`, because it was merged into `into_id`, which does so too."""
    connection.execute(insert(speaker_merge).values(speaker_id=name_id, merged_into=into_id, same_as=same_as))
    connection.execute(update(speaker_merge).where(_m.same_as == name_id).values(same_as=same_as))
    under_it = select(_q.id, _q.speaker_id).where(
        _q.speaker_id == name_id, _q.id.not_in(select(merged_quotation.c.quotation_id))
    )
    connection.execute(insert(merged_quotation).from_select(["quotation_id", "speaker_id"], under_it))
    connection.execute(update(quotation).where(_q.speaker_id == name_id).values(speaker_id=same_as))


def split(connection: Connection, speaker_id: int, form: str) -> Merged:
    """`form`, which somebody made a name of `speaker_id`, is a speaker of its own again."""
    name_id = _form(connection, speaker_id, form)
    done = _split_off(connection, speaker_id, name_id)
    # a name that only a decision made has nothing left when the decision is taken back
    remove_orphans(connection, (name_id, speaker_id))
    return done


def _split_off(connection: Connection, speaker_id: int, name_id: int) -> Merged:
    below = _with_all_below(name_id)
    found = select(merged_quotation.c.quotation_id).where(merged_quotation.c.speaker_id.in_(below))
    done = _counted(connection, name_id, speaker_id, _q.id.in_(found))
    ids = list(connection.scalars(select(_m.speaker_id).where(_m.speaker_id.in_(below))))
    connection.execute(delete(speaker_merge).where(_m.speaker_id == name_id))
    connection.execute(
        update(speaker_merge).where(_m.speaker_id.in_(ids), _m.speaker_id != name_id).values(same_as=name_id)
    )
    under_it = select(merged_quotation.c.quotation_id).where(merged_quotation.c.speaker_id.in_(ids))
    connection.execute(update(quotation).where(_q.id.in_(under_it)).values(speaker_id=name_id))
    return done


def add_alias(connection: Connection, speaker_id: int, alias: str) -> Merged:
    """Articles that name somebody `alias` mean `speaker_id` from now on."""
    kind, folded = _kind(connection, speaker_id), _folded(alias)
    known = connection.scalar(select(_s.id).where(_s.name_folded == folded, _s.kind == kind))
    if known is not None:
        _refuse(connection, known, speaker_id, alias)
    alias_id = connection.execute(insert(speaker).values(name=alias, name_folded=folded, kind=kind)).lastrowid
    return merge(connection, alias_id, speaker_id)


def rename(connection: Connection, speaker_id: int, name: str) -> Merged:
    """`speaker_id` is called `name` from now on; its old name goes on leading to it."""
    kind, folded = _kind(connection, speaker_id), _folded(name)
    known = connection.scalar(select(_s.id).where(_s.name_folded == folded, _s.kind == kind))
    if known == speaker_id:
        done = _counted(connection, speaker_id, speaker_id, _q.speaker_id == speaker_id)
        connection.execute(update(speaker).where(_s.id == speaker_id).values(name=name))
        return Merged(done.name, name, done.quotations, done.articles)
    if known is None:
        known = connection.execute(insert(speaker).values(name=name, name_folded=folded, kind=kind)).lastrowid
    elif connection.scalar(select(_m.same_as).where(_m.speaker_id == known)) == speaker_id:
        _split_off(connection, speaker_id, known)
        connection.execute(update(speaker).where(_s.id == known).values(name=name))
    else:
        _refuse(connection, known, speaker_id, name)
    return merge(connection, speaker_id, known)


def _refuse(connection: Connection, known: int, speaker_id: int, name: str) -> None:
    own = _name(connection, speaker_id)
    stands_for = connection.scalar(select(_m.same_as).where(_m.speaker_id == known))
    if speaker_id in (known, stands_for):
        raise NamingError(f"{own!r} is called {name!r} already")
    if stands_for is not None:
        other = _name(connection, stands_for)
        raise NamingError(f"{name!r} is a name of {other!r}; `quotes speakers split` makes it free")
    raise NamingError(f"{name!r} is a speaker already; `quotes speakers merge` makes the two one")


def _form(connection: Connection, speaker_id: int, words: str) -> int:
    """The one merged name of a speaker that `words` mean."""
    rows = connection.execute(
        select(_s.id, _s.name, _s.name_folded)
        .join(speaker_merge, _m.speaker_id == _s.id)
        .where(_m.same_as == speaker_id)
        .order_by(_s.name_folded, _s.id)
    ).all()
    folded, number = fold_name(words), words.strip().removeprefix("#")
    for found in (
        [row for row in rows if str(row.id) == number],
        [row for row in rows if row.name_folded == folded],
        [row for row in rows if folded and folded in row.name_folded],
    ):
        if len(found) == 1:
            return int(found[0].id)
        if found:
            break
    names = ", ".join(f"{row.name!r} (number {row.id})" for row in rows) or "none"
    raise NamingError(
        f"{words!r} is no name that somebody merged into {_name(connection, speaker_id)!r}; merged: {names}"
    )


def _with_all_below(name_id: int) -> Select[tuple[int]]:
    """A merged name, and those that were merged into it before."""
    tree = select(_m.speaker_id).where(_m.speaker_id == name_id).cte("tree", recursive=True)
    tree = tree.union(select(_m.speaker_id).where(_m.merged_into == tree.c.speaker_id))
    return select(tree.c.speaker_id)


def _counted(connection: Connection, name_id: int, speaker_id: int, which: ColumnElement[bool]) -> Merged:
    query = select(func.count(), func.count(distinct(_q.article_id))).where(which)
    quotations, articles = connection.execute(query).one()
    return Merged(_name(connection, name_id), _name(connection, speaker_id), quotations, articles)


def _name(connection: Connection, id_: int) -> str:
    return str(connection.scalar(select(_s.name).where(_s.id == id_)))


def _kind(connection: Connection, id_: int) -> str:
    return str(connection.scalar(select(_s.kind).where(_s.id == id_)))


def _folded(name: str) -> str:
    if not spells_a_name(name):
        raise NamingError(f"{name!r} has no letter or digit: it names nobody")
    return fold_name(name)
