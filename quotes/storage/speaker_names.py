"""From the name that a person types to the speakers meant; merged names lead to the speaker behind them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal, select, union

from quotes.folding import fold_name
from quotes.model import SpeakerKind
from quotes.storage.conditions import in_aliases, in_names, part_of
from quotes.storage.speaker_rows import SpeakerName
from quotes.storage.tables import Text, quotation, speaker, speaker_alias, speaker_merge

_NUMBER = re.compile(r"#?([0-9]{1,18})")


def called(connection: Connection, words: str) -> list[SpeakerName]:
    """The speakers that `words` can mean, the most quoted first.

    A number is a speaker's own. Else whoever is called exactly so, by name before by alias; else all that
    have `words` as words of a name; else as any part of one. Accents, case and hyphens do not count.
    """
    number = _NUMBER.fullmatch(words.strip())
    if number:
        return _named(connection, select(speaker.c.id).where(speaker.c.id == int(number[1])))
    folded = fold_name(words)
    if not folded:
        return []
    part = literal(folded, Text)
    may_name, may_alias = in_names(words), in_aliases(words)
    for query in (
        select(speaker.c.id).where(speaker.c.name_folded == folded),
        select(speaker_alias.c.speaker_id).where(may_alias, speaker_alias.c.alias_folded == folded),
        _having(
            and_(may_name, _words_of(speaker.c.name_folded, folded)),
            and_(may_alias, _words_of(speaker_alias.c.alias_folded, folded)),
        ),
        _having(
            and_(may_name, part_of(speaker.c.name_folded, part)),
            and_(may_alias, part_of(speaker_alias.c.alias_folded, part)),
        ),
    ):
        if found := _named(connection, query):
            return found
    return []


def also_called(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Speaker → other names: those merged into this one, then what articles and persons call all of these."""
    listed = func.json_each(json.dumps(sorted(ids))).table_valued("value")
    merge = speaker_merge.c
    own = select(listed.c.value.label("head"), listed.c.value.label("id"))
    merged = select(merge.same_as, merge.speaker_id).where(merge.same_as.in_(select(listed.c.value)))
    named = union(own, merged).subquery()
    others: defaultdict[int, dict[str, str]] = defaultdict(dict)
    names = select(named.c.head, speaker.c.name, speaker.c.name_folded)
    names = names.join(speaker, speaker.c.id == named.c.id)
    for head, name, folded in connection.execute(names.order_by(named.c.head, named.c.id != named.c.head)):
        others[head].setdefault(folded, name)
    a = speaker_alias.c
    aliases = select(named.c.head, a.alias, a.alias_folded).join(speaker_alias, a.speaker_id == named.c.id)
    for head, name, folded in connection.execute(aliases.order_by(named.c.head, a.id)):
        others[head].setdefault(folded, name)
    # the first is the speaker's own name
    return {head: tuple(list(forms.values())[1:]) for head, forms in others.items()}


def heads(ids: Select[tuple[int]]) -> Select[tuple[int]]:
    """Those of `ids` that are speakers of their own, and the speakers for whom the others stand."""
    wanted = ids.subquery().c[0]
    stands_for = func.coalesce(speaker_merge.c.same_as, wanted)
    return select(stands_for.label("id")).outerjoin_from(
        wanted.table, speaker_merge, speaker_merge.c.speaker_id == wanted
    )


def _words_of(name: ColumnElement[Any], folded: str) -> ColumnElement[bool]:
    spaced = literal(" ", Text) + name + literal(" ", Text)
    return func.instr(spaced, literal(f" {folded} ", Text)) > 0


def _having(by_name: ColumnElement[bool], by_alias: ColumnElement[bool]) -> Select[tuple[int]]:
    names = select(speaker.c.id).where(by_name)
    aliases = select(speaker_alias.c.speaker_id).where(by_alias)
    return select(union(names, aliases).subquery().c.id)


def _named(connection: Connection, ids: Select[tuple[int]]) -> list[SpeakerName]:
    quoted = select(func.count()).where(quotation.c.speaker_id == speaker.c.id).scalar_subquery()
    query = select(speaker.c.id, speaker.c.name, speaker.c.kind, quoted.label("quotations"))
    rows = connection.execute(
        query.where(speaker.c.id.in_(heads(ids))).order_by(quoted.desc(), speaker.c.name_folded, speaker.c.id)
    )
    return [SpeakerName(row.id, row.name, SpeakerKind(row.kind), row.quotations) for row in rows]
