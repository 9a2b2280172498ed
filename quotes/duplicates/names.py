"""A person's name in its parts, each in a spelling that its variants share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from quotes.folding import fold
from quotes.lexicon import rows, words

_LETTERS = re.compile(r"[^\W_]+")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouy]")


@dataclass(frozen=True, slots=True)
class Name:
    """*Jean-Marc F. de La Tour III* in parts; all but `parts` spelled as `spelled` does."""

    #: *jeanmarc*, or an initial; empty where there is a last name alone
    first: str
    #: *f*
    middle: tuple[str, ...]
    #: *delatour*
    last: str
    #: the halves of a double last name: *Vasseur-Daubrac*
    halves: tuple[str, ...]
    relative: str
    ordinal: str

    @property
    def initial(self) -> bool:
        """The first name is told by its first letter alone."""
        return len(self.first) == 1


def parse(text: str) -> Name:
    """The parts of a name: what stands before the last word, or before a particle, is first names."""
    tokens = text.split()
    suffixes = {"relative": "", "ordinal": ""}
    while len(tokens) > 1 and (what := _suffixes().get(_plain(tokens[-1]))):
        suffixes[what] = _plain(tokens.pop())
    start = _start_of_last(tokens)
    given, last = tokens[:start], tokens[start:]
    halves = tuple(map(spelled, re.split("[-‐‑]", last[-1]))) if len(last) == 1 else ()
    return Name(
        first=spelled(given[0]) if given else "",
        middle=tuple(spelled(one) for one in given[1:]),
        last="".join(map(spelled, last)),
        halves=halves if len(halves) > 1 else (),
        **suffixes,
    )


# first names and the words of last names recur
@lru_cache(maxsize=1 << 16)
def spelled(word: str) -> str:
    """A word in the spelling that its variants share: *Zelenskyy*, *Zelenskiy* → *zelensky*."""
    folded = _plain(word)
    for pattern, same_as in _spellings():
        folded = pattern.sub(same_as, folded)
    return _DOUBLED.sub(r"\1", folded)


def squeezed(text: str) -> str:
    """All words of a name as one, without particles: *Kim Jongun*, *Kim Jong-un* → *kimjongun*."""
    small = _particles()
    parts = [part for part in _LETTERS.findall(fold(text)) if part not in small and f"{part}'" not in small]
    return spelled("".join(parts))


def consonants(last: str) -> str:
    """What a slip in a vowel leaves of a name."""
    return last[:1] + _VOWELS.sub("", last[1:])


def one_slip_apart(one: str, other: str) -> bool:
    """Whether one letter changed, added or left out makes one of the other."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    same = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]


def agree(one: Name, other: Name) -> bool:
    """Whether nothing in the rest of two names with equal first and last names tells two people."""
    if one.relative != other.relative or (one.ordinal and other.ordinal and one.ordinal != other.ordinal):
        return False
    return all(
        a[:1] == b[:1] if 1 in (len(a), len(b)) else a == b
        for a, b in zip(one.middle, other.middle, strict=False)
    )


def _start_of_last(tokens: list[str]) -> int:
    small = _particles()
    for place, token in enumerate(tokens[:-1]):
        if token[:1].islower() or fold(token) in small:
            return place
    return len(tokens) - 1


def _plain(word: str) -> str:
    return "".join(_LETTERS.findall(fold(word)))


@cache
def _particles() -> frozenset[str]:
    return frozenset(map(fold, words("particles.txt")))


@cache
def _suffixes() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("name_suffixes.tsv")}


@cache
def _spellings() -> list[tuple[re.Pattern[str], str]]:
    ordered = sorted(rows("name_spellings.tsv"), key=lambda row: int(row[2]))
    return [(re.compile(written), same_as) for written, same_as, _ in ordered]
