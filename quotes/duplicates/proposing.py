"""From pairs of names to proposals: with what both are quoted as, without those that cannot be one."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from quotes.duplicates.pairing import Pair, pairs
from quotes.folding import fold, fold_name
from quotes.lexicon import words
from quotes.storage import Database, SpeakerName
from quotes.storage.speaker_rows import Known

_WORD = re.compile(r"[^\W\d_]+")
#: shorter words say little of a role
_SHORTEST = 4
#: outlets named as grounds
_OUTLETS = 2


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two speakers that may be one."""

    id: int
    name: str
    quotations: int
    into_id: int
    into: str
    into_quotations: int
    #: what the names have in common
    why: str
    #: what both are quoted as; empty when it is the names alone
    shared: str
    #: what to type
    command: str


def proposals(database: Database, name: str | None = None) -> list[Proposal]:
    """The speakers of `database` that may be one, the most quoted first; with `name`, those so called.

    Two who are both quoted in one article are left out: it tells them apart.
    """
    everybody = database.speaker_names()
    found = [pair for pair in pairs(everybody) if name is None or _is_called(pair, name)]
    known = database.known_of({one.id for pair in found for one in (pair.name, pair.into)})
    bearers = Counter(fold_name(one.name) for one in everybody)
    told = []
    for pair in found:
        one, other = known[pair.name.id], known[pair.into.id]
        if one.articles & other.articles:
            continue
        grounds = _grounds(pair, one, other)
        if pair.doubtful and not any(strong for strong, _ in grounds):
            continue
        told.append(_proposal(pair, "; ".join(ground for _, ground in grounds), bearers))
    return sorted(told, key=lambda each: (-each.quotations - each.into_quotations, each.into, each.name))


def _is_called(pair: Pair, words_: str) -> bool:
    folded = fold_name(words_)
    return any(folded in fold_name(one.name) for one in (pair.name, pair.into))


def _grounds(pair: Pair, one: Known, other: Known) -> list[tuple[bool, str]]:
    """What speaks for the pair beside the names, and whether it is strong enough for a doubtful one."""
    grounds = []
    meant = _content(other.roles)
    roles = [
        role for role in sorted(one.roles, key=lambda role: -one.roles[role]) if _content([role]) & meant
    ]
    if roles:
        grounds.append((True, f"both: {roles[0]}"))
    if fold_name(pair.name.name) in other.aliases:
        grounds.append((True, f"articles call {pair.into.name} so too"))
    outlets = sorted(one.outlets & other.outlets)
    if outlets:
        more = f" and {len(outlets) - _OUTLETS} more" if len(outlets) > _OUTLETS else ""
        grounds.append((False, f"both in {', '.join(outlets[:_OUTLETS])}{more}"))
    return grounds


def _content(roles: Iterable[str]) -> set[str]:
    empty = _empty()
    found = (word for role in roles for word in _WORD.findall(fold(role)))
    return {word for word in found if len(word) >= _SHORTEST and word not in empty}


@cache
def _empty() -> frozenset[str]:
    return frozenset(map(fold, words("empty_role_words.txt")))


def _proposal(pair: Pair, shared: str, bearers: Counter[str]) -> Proposal:
    names = [_typed(one, bearers) for one in (pair.name, pair.into)]
    return Proposal(
        id=pair.name.id,
        name=pair.name.name,
        quotations=pair.name.quotations,
        into_id=pair.into.id,
        into=pair.into.name,
        into_quotations=pair.into.quotations,
        why=pair.why,
        shared=shared,
        command=shlex.join(["quotes", "speakers", "merge", *names]),
    )


def _typed(one: SpeakerName, bearers: Counter[str]) -> str:
    """The name, or the number where the name could mean another or be read as an option."""
    plain = bearers[fold_name(one.name)] == 1 and not one.name.startswith("-") and not one.name.isdigit()
    return one.name if plain else str(one.id)
