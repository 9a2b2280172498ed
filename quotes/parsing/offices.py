"""Offices that readers know the holder of, and who cannot be meant by an office."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from quotes.folding import fold
from quotes.lexicon import rows, words
from quotes.parsing import words as w
from quotes.parsing.entity import Entity
from quotes.parsing.words import lexicon, stem

#: roles that one person holds at a time and that readers know: *le maire de Brest*
OFFICES = words("offices.txt")
#: words of a role that tell no one apart
_EMPTY = words("empty_role_words.txt")
#: what a minister may be as well: *l'homme*, *l'ami*
_SIDE = words("side_roles.txt")
#: how much must speak for a holder
_LIKELY = 1.3
#: words that add nothing to an office at home
_HOME = frozenset({"francais", "francaise", "republique"})
_WORD = re.compile(r"[a-z0-9-]+")
_FORMER = ("ancien", "ex-")

#: the words that tell an office apart
Office = frozenset[str]


@cache
def _addresses() -> list[tuple[str, str]]:
    """The ministries that are called after their place: *le Quai d'Orsay*."""
    return [(fold(place), fold(ministry)) for place, ministry in rows("ministry_addresses.tsv")]


@lru_cache(maxsize=1 << 14)
def role_words(text: str) -> frozenset[str]:
    """The stems of a role's content words: *secrétaire américain à la Défense*."""
    folded = fold(text)
    for place, ministry in _addresses():
        if place in folded:
            folded = folded.replace(place, ministry)
            break
    words_ = _WORD.findall(folded)
    return frozenset(stem(word) for word in words_ if len(word) > 2 and word not in _EMPTY)


def is_former(role: str) -> bool:
    """*l'ancien ministre*, *l'ex-ministre*: an office that its holder has no more."""
    return role.lower().startswith(_FORMER)


@cache
def _public() -> list[tuple[Office, bool]]:
    """The public offices, each with whether further words may follow."""
    lines = [row[0].removesuffix("*").strip() for row in rows("public_offices.txt")]
    opened = [row[0].endswith("*") for row in rows("public_offices.txt")]
    return [(role_words(line), more) for line, more in zip(lines, opened, strict=True)]


@lru_cache(maxsize=1 << 12)
def public_office(role: str) -> Office | None:
    """What tells a public office apart, however it is called; None for any other role.

    *Le chef de l'État*, *le président français* and *le président de la République* are one.
    """
    folded = fold(role)
    if is_former(folded) or any(word.isupper() and len(word) > 1 for word in role.split()):
        return None  # *le président du PS*
    for phrase, office in lexicon().offices.items():
        if folded == phrase or folded.startswith(phrase + " "):
            folded = fold(office) + folded[len(phrase) :]
            break
    found = role_words(folded) - _home()
    core = found - _countries()
    return found if any((office < core if more else office == core) for office, more in _public()) else None


@cache
def _home() -> Office:
    return frozenset(map(stem, _HOME))


@cache
def _countries() -> frozenset[str]:
    """The stems of *russe*, *américain*: the president of a country is one that readers know."""
    return frozenset(stem(word) for word, flags in lexicon().flags.items() if flags & w.DEMONYM)


def same_office(one: Office, other: Office) -> bool:
    """Whether two may be one: *le chef de l'État* may be *le président russe*, who is not *américain*."""
    return (
        one == other
        or (one < other and other - one <= _countries())
        or (one > other and one - other <= _countries())
    )


def told_holders(entities: Iterable[Entity]) -> dict[Office, Entity]:
    """The public offices that the article gives to one person only."""
    told: dict[Office, set[Entity]] = {}
    for entity in entities:
        for text in entity.texts if entity.named and entity.human else ():
            office = public_office(text) if " " in text else None  # a bare *président* may be anyone's
            if office is not None:
                told.setdefault(office, set()).add(entity)
    return {office: next(iter(bearers)) for office, bearers in told.items() if len(bearers) == 1}


def may_hold(entity: Entity) -> bool:
    """Whether a public office may be the entity's: somebody of whom the article says nothing else.

    *Léna Morel, philosophe,* is not the minister; *Léna Morel, mère de famille,* may be.
    """
    if not entity.named or not entity.human or not entity.certain or entity.signs or entity.introduced:
        return False
    return len(entity.words) > 1 and not any(_speaks_against(*role) for role in entity.roles)


def _speaks_against(head: str, text: str) -> bool:
    if is_former(text):
        office = text[3:] if text.lower().startswith("ex-") else text.partition(" ")[2]
        return public_office(office) is not None  # who was minister is minister no more
    return is_occupation(head) or head in OFFICES


def is_occupation(head: str) -> bool:
    """*philosophe*, unlike *frère* or *candidat*."""
    return head not in _SIDE and bool(lexicon().flags.get(head, 0) & (w.ROLE | w.GROUP))


def pair_off(scores: dict[tuple[Office, Entity], float]) -> dict[Office, Entity]:
    """One holder an office, one office a holder; the likeliest pair goes first."""
    holders: dict[Office, Entity] = {}
    taken: set[Entity] = set()
    for (office, entity), score in sorted(scores.items(), key=lambda pair: -pair[1]):
        if score >= _LIKELY and office not in holders and entity not in taken:
            holders[office] = entity
            taken.add(entity)
    return holders
