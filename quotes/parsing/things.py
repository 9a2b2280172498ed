"""Nouns that cannot speak: *la trêve*, *ces actes*, *un bombardement*."""

from __future__ import annotations

from functools import cache, lru_cache

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.phrases import NOUN, NounPhrase

_SPEAKS = w.HEAD | w.DEMONYM | w.PLACE | w.TITLE


def is_thing(phrase: NounPhrase) -> bool:
    """Whether a phrase names no person, body or document, by its head noun; in doubt it may."""
    if phrase.form != NOUN or phrase.name or phrase.flags & _SPEAKS or phrase.is_named_beside:
        return False
    return names_thing(phrase.head)


def is_writing(phrase: NounPhrase) -> bool:
    """*le rapport*, *ce constat*: a document, and no body or person."""
    return bool(phrase.flags & w.DOCUMENT and not phrase.flags & (w.ROLE | w.GROUP | w.ORGANISATION))


@lru_cache(maxsize=1 << 12)
def names_thing(noun: str) -> bool:
    """Whether a noun in lower case, singular or plural, names a thing, an act or an idea."""
    if noun in _things():
        return True
    singular = noun.removesuffix("s")
    if not singular.endswith(tuple(words("thing_endings.txt"))):
        return False
    return singular not in words("people_for_things.txt") and not w.lexicon().flags_of(singular) & _SPEAKS


@cache
def _things() -> frozenset[str]:
    """The nouns of the lists in both numbers."""
    singular = words("thing_nouns.txt") | words("street_nouns.txt")
    return singular | {w.plural(noun) for noun in singular}
