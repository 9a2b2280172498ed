"""Stems: the form under which the inflected forms of one French word are equal."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain
from unicodedata import is_normalized, normalize

from quotes.folding import fold
from quotes.lexicon import rows
from quotes.memory import Memory

_WORD = re.compile(r"[^\W_]+")
#: a step of `word_endings.tsv`: ending → what replaces it, fewest letters; longest endings first
_Step = tuple[tuple[str, str, int], ...]


def stems(text: str) -> list[str]:
    """The stems of the words of `text`, in order: *Élections régionales* → *election*, *regional*."""
    text = text if is_normalized("NFC", text) else normalize("NFC", text)
    return list(chain.from_iterable(map(_known.__getitem__, text.split())))


def _stems(chunk: str) -> tuple[str, ...]:
    """The stems of what is written without a space."""
    return (stem(chunk),) if chunk.isalnum() else tuple(map(stem, _WORD.findall(chunk)))


# most of a text has stood somewhere before: looking it up takes a third of the time of finding its words
_known = Memory(_stems, most=1 << 17)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a word, folded and cut by its endings; equal for its plural and, mostly, its feminine."""
    folded = fold(word)
    for step in _steps():
        for ending, replacement, fewest in step:
            if len(folded) >= fewest and folded.endswith(ending):
                folded = folded.removesuffix(ending) + replacement
                break
    return folded


@cache
def _steps() -> tuple[_Step, ...]:
    steps: dict[str, list[tuple[str, str, int]]] = {}
    for number, ending, replacement, fewest in rows("word_endings.tsv"):
        steps.setdefault(number, []).append((ending, replacement.replace("-", ""), int(fewest)))
    longest_first = (sorted(steps[number], key=lambda entry: -len(entry[0])) for number in sorted(steps))
    return tuple(map(tuple, longest_first))
