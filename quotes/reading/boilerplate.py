"""Lines that sites put into their articles and that are not of them: *Lire aussi*, *Partager sur*."""

from __future__ import annotations

import re
from functools import cache

from quotes.folding import fold
from quotes.lexicon import rows

#: a longer line is a paragraph of the article, whatever it begins with
_MAX_LENGTH = 250
#: what stands between the entries of a menu that is one line: *Accueil | Sports | Culture*
_BETWEEN = re.compile(r"[|•·›>]|\s[-–/]\s")


def without_boilerplate(text: str) -> str:
    """`text` without its lines of boilerplate; never more than one empty line is left."""
    kept = "\n".join(line for line in text.split("\n") if not is_boilerplate(line))
    return re.sub(r"\n{3,}", "\n\n", kept).strip("\n")


def is_boilerplate(line: str) -> bool:
    """Whether a whole line is what sites say, not what the article says."""
    if not line.strip() or len(line) > _MAX_LENGTH:
        return False
    whole, opening = _phrases()
    parts = [folded for part in _BETWEEN.split(line) if (folded := _folded(part))]
    return bool(opening.match(_folded(line))) or (bool(parts) and all(part in whole for part in parts))


def _folded(line: str) -> str:
    """The words of a line as the list has them; any number is 0."""
    words = " ".join(re.sub(r"[^\w'@©]+", " ", fold(line)).split())
    return re.sub(r"\d+(?: \d+)*", "0", words)


@cache
def _phrases() -> tuple[frozenset[str], re.Pattern[str]]:
    """The phrases that are a whole line, and a pattern of those that begin one."""
    entries = [(fold(phrase), place) for phrase, place in rows("boilerplate.tsv")]
    opening = "|".join(re.escape(phrase) for phrase, place in entries if place == "begins")
    whole = frozenset(phrase for phrase, place in entries if place == "whole")
    return whole, re.compile(rf"(?:{opening})(?!\w)")
