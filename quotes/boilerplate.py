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
#: the first word of a line, and the next one where nothing but a space or an apostrophe is beside it
_FIRST = re.compile(r"[^\w@©]*([^\W_]+|[@©])(?:[ '’]([^\W_\d]+)(?![^ '’]))?")


def without_boilerplate(text: str) -> str:
    """`text` without its lines of boilerplate; never more than one empty line is left."""
    kept = "\n".join(line for line in text.split("\n") if not is_boilerplate(line))
    return re.sub(r"\n{3,}", "\n\n", kept).strip("\n")


def is_boilerplate(line: str) -> bool:
    """Whether a whole line is what sites say, not what the article says."""
    if len(line) > _MAX_LENGTH:
        return False
    first = _FIRST.match(line)
    # most lines are told by their first words, and cost no more
    if first is None or _begins_none(first[1], first[2]):
        return False
    whole, opening, links = _phrases()
    folded = _folded(line)
    if opening.match(folded) or links.fullmatch(folded):
        return True
    parts = [part for part in map(_folded, _BETWEEN.split(line)) if part]
    return bool(parts) and all(part in whole or links.fullmatch(part) for part in parts)


def _folded(line: str) -> str:
    """The words of a line as the list has them; any number is 0."""
    words = " ".join(re.sub(r"[^\w'@©]+", " ", fold(line)).split())
    return re.sub(r"\d+(?: \d+)*", "0", words)


def _begins_none(first: str, second: str | None) -> bool:
    """Whether no phrase begins with these words; without the second one, with the first."""
    seconds = _first_words().get(_first(first))
    return seconds is None or bool(seconds and second and fold(second) not in seconds)


def _first(word: str) -> str:
    return "0" if word.isdigit() else fold(word)


@cache
def _first_words() -> dict[str, frozenset[str]]:
    """The first words of all phrases, each with those that follow it; none when it may stand alone."""
    following: dict[str, set[str | None]] = {}
    for phrase, _ in rows("boilerplate.tsv"):
        first, second = _FIRST.match(phrase).groups()  # type: ignore[union-attr]
        following.setdefault(_first(first), set()).add(second and fold(second))
    return {
        first: frozenset() if None in seconds or first == "0" else frozenset(filter(None, seconds))
        for first, seconds in following.items()
    }


@cache
def _phrases() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    """The phrases that are a whole line, and patterns of those that begin one and of rows of share links."""
    places: dict[str, list[str]] = {"whole": [], "begins": [], "share": []}
    for phrase, place in rows("boilerplate.tsv"):
        places[place].append(fold(phrase))
    opening = "|".join(map(re.escape, places["begins"]))
    link = "|".join(map(re.escape, places["share"]))
    links = rf"(?:{link})(?: (?:et |ou )?(?:{link}))*"
    return frozenset(places["whole"]), re.compile(rf"(?:{opening})(?!\w)"), re.compile(links)
