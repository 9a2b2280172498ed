"""Folding: the form under which two spellings of one word are equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: letters and signs that no decomposition folds
_LETTERS = {
    "’": "'",
    "œ": "oe",
    "Œ": "oe",
    "æ": "ae",
    "Æ": "ae",
    "ß": "ss",
    "ø": "o",
    "Ø": "o",
    "ł": "l",
    "Ł": "l",
    "đ": "d",
    "Đ": "d",
    "ʼ": "'",
}
_SEPARATORS = re.compile(r"[\s\-‐‑–_.'’]+")
_OTHERS = re.compile(r"[^\x00-\x7f]")
#: from how many different letters on, those of a text are folded one by one
_ALPHABET = 100
#: shorter words keep their last letter: *bus*, *six*
_SHORTEST_PLURAL = 4
#: longer texts are seldom folded twice, in characters
_REMEMBERED = 60


def fold(text: str) -> str:
    """`text` without accents, ligatures and case: *Sœur Éloïse* → *soeur eloise*."""
    return _fold_again(text) if len(text) <= _REMEMBERED else _fold(text)


def _fold(text: str) -> str:
    if text.isascii():
        return text.lower()
    letters = set(_OTHERS.findall(text))  # a whole article has some twenty
    if len(letters) > _ALPHABET:
        return "".join(map(_folded_letter, text))
    for letter in sorted(letters):
        text = text.replace(letter, _folded_letter(letter))
    # the capitals left are ASCII: lowered as bytes, three times as fast
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


@lru_cache(maxsize=1 << 12)
def _folded_letter(letter: str) -> str:
    decomposed = unicodedata.normalize("NFKD", _LETTERS.get(letter, letter))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


# the words of an article and its names recur: remembering them makes extraction 1.1 times as fast
_fold_again = lru_cache(maxsize=1 << 14)(_fold)


def fold_name(name: str) -> str:
    """`name` folded, with hyphens, dots and apostrophes as single spaces.

    *Kim Jong-un* and *KIM Jong Un* have the same folded name.
    """
    folded = fold(name)
    return folded if folded.isalnum() else _SEPARATORS.sub(" ", folded).strip()


def spells_a_name(words: str) -> bool:
    """Whether `words` hold a letter or a digit; a name without either names nobody."""
    return any(char.isalnum() for char in words)


def singular_name(name: str) -> str:
    """`name` folded as by `fold_name`, its words without the endings of the plural.

    *Arsenaux nucléaires* and *arsenal nucléaire* have the same; it is for comparing, not for reading.
    """
    return " ".join(map(_singular, fold_name(name).split(" ")))


def _singular(word: str) -> str:
    if len(word) > _SHORTEST_PLURAL and word.endswith("aux") and not word.endswith("eaux"):
        return word[:-3] + "al"
    return word[:-1] if len(word) >= _SHORTEST_PLURAL and word[-1] in "sx" else word
