"""Stems: the form under which the inflected forms of one French word are equal."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from unicodedata import is_normalized, normalize

from quotes.folding import fold
from quotes.lexicon import rows

_WORD = re.compile(r"[^\W_]+")
#: a step of `word_endings.tsv`, by the last letter: ending, what replaces it, fewest letters; longest first
_Step = dict[str, list[tuple[str, str, int]]]


def stems(text: str) -> list[str]:
    """The stems of the words of `text`, in order: *Élections régionales* → *election*, *regional*."""
    # each spelling is folded once, not the whole text: that halves the cost
    return list(map(stem, _WORD.findall(text if is_normalized("NFC", text) else normalize("NFC", text))))


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """The stem of a word, folded and cut by its endings; equal for its plural and, mostly, its feminine."""
    folded = fold(word)
    for step in _steps():
        for ending, replacement, fewest in step.get(folded[-1:], ()):
            if len(folded) >= fewest and folded.endswith(ending):
                folded = folded.removesuffix(ending) + replacement
                break
    return folded


@cache
def _steps() -> tuple[_Step, ...]:
    steps: dict[str, _Step] = {}
    for number, ending, replacement, fewest in sorted(rows("word_endings.tsv"), key=lambda row: -len(row[1])):
        by_letter = steps.setdefault(number, {})
        by_letter.setdefault(ending[-1], []).append((ending, replacement.replace("-", ""), int(fewest)))
    return tuple(steps[number] for number in sorted(steps))
