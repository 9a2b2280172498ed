"""Singular and plural: the forms in which a word may stand in a text.

The index holds words as they are printed, so that plain SQL can ask it too; a search asks for all forms.
"""

from __future__ import annotations

from functools import cache, lru_cache

from quotes.folding import fold
from quotes.lexicon import rows, words


@lru_cache(maxsize=1 << 12)
def forms(word: str) -> tuple[str, ...]:
    """The folded `word`, first, and its forms in the other number: *cheval* → *cheval, chevals, chevaux*."""
    fixed, irregular, endings = _fixed(), _irregular(), _endings()
    if word in fixed or not word.isalpha():
        return (word,)
    if word in irregular:
        return (word, irregular[word])
    found = {
        word.removesuffix(one) + other
        for ending, plural, fewest in endings
        for one, other, size in (
            (ending, plural, fewest),
            (plural, ending, fewest + len(plural) - len(ending)),
        )
        if len(word) >= size and word.endswith(one) and not (one == "" and word[-1] in "sxz")
    }
    return (word, *sorted(found - fixed - {word}))


@cache
def _endings() -> tuple[tuple[str, str, int], ...]:
    """Ending of the singular, of the plural, fewest letters of the singular."""
    return tuple(
        (singular.replace("-", ""), plural, int(fewest))
        for singular, plural, fewest in rows("plural_endings.tsv")
    )


@cache
def _irregular() -> dict[str, str]:
    """Each irregular word in one number → in the other."""
    pairs = rows("irregular_plurals.tsv")
    return {
        one: other for singular, plural in pairs for one, other in ((singular, plural), (plural, singular))
    }


@cache
def _fixed() -> frozenset[str]:
    return frozenset(map(fold, words("invariable_words.txt")))
