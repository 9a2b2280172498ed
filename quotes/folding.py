"""Folding: the form under which two spellings of one word are equal."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o"})
_LETTERS |= str.maketrans({"ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "’": "'", "ʼ": "'"})
_SEPARATORS = re.compile(r"[\s\-‐‑–_.'’]+")


def fold(text: str) -> str:
    """`text` without accents, ligatures and case: *Sœur Éloïse* → *soeur eloise*."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def fold_name(name: str) -> str:
    """`name` folded, with hyphens, dots and apostrophes as single spaces.

    *Kim Jong-un* and *KIM Jong Un* have the same folded name.
    """
    return _SEPARATORS.sub(" ", fold(name)).strip()
