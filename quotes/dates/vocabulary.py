"""The words of French dates, from the lexicon, and the pieces of pattern that match them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotes.folding import fold
from quotes.lexicon import rows

#: a space within a line, no-break ones included
SPACE = r"[^\S\n]+"
YEAR = r"(?:19|20)\d\d(?!\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"

_ACCENTED = {letter: f"[{letter}{fold(letter)}]" for letter in "àâéèêëîïôûùç"}
_SPELLINGS = {" ": SPACE, "'": "['’]", "-": "[-‐‑]", "œ": "(?:œ|oe)"} | _ACCENTED


def spelt(words: str) -> str:
    """A pattern for `words` however they are typed: with or without accents, either apostrophe."""
    return "".join(_SPELLINGS.get(letter, re.escape(letter)) for letter in words)


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any one of `phrases`, the longest first."""
    return "(?:" + "|".join(spelt(phrase) for phrase in sorted(phrases, key=len, reverse=True)) + ")"


def _inflected(word: str) -> tuple[str, ...]:
    return word, f"{word}e"


MONTHS = {fold(word): int(number) for word, number in rows("months.tsv")}
WEEKDAYS = {word: int(number) for word, number, _ in rows("weekdays.tsv")}
_SHORT_WEEKDAYS = [short for _, _, short in rows("weekdays.tsv")]
#: folded words → unit, how many of it, whether they are counted from a day that the text has told
RELATIVE = {
    fold(words): (unit, int(count), by == "told") for words, unit, count, by in rows("relative_dates.tsv")
}
UNITS = {fold(word): unit for word, unit in rows("time_units.tsv")}
NUMBERS = {word: int(number) for word, number in rows("small_numbers.tsv")}
TURNS = {fold(form): int(turn) for word, turn in rows("date_turns.tsv") for form in _inflected(word)}

#: the dot of a short month, not that of a sentence
_DOT = rf"(?:\.(?=\s*(?:{YEAR}|[(–—-])))?"
MONTH = any_of(word for word, _ in rows("months.tsv")) + rf"(?!\w){_DOT}"
WEEKDAY = any_of(WEEKDAYS) + r"(?!\w)"
ANY_WEEKDAY = rf"(?:{any_of(WEEKDAYS)}|{any_of(_SHORT_WEEKDAYS)}\.?)(?!\w)"
#: those counted from a day told are counted from a complement when one follows: *la veille du vote*
_COMPLEMENT = rf"(?!{SPACE}(?:de|du|des|où|que)\b|{SPACE}d['’])"
_TOLD = [words for words, _, _, by in rows("relative_dates.tsv") if by == "told"]
_NOW = [words for words, _, _, by in rows("relative_dates.tsv") if by == "now"]
SHIFT = rf"(?:{any_of(_NOW)}(?!\w)|{any_of(_TOLD)}(?!\w){_COMPLEMENT})"
UNIT = any_of(word for word, _ in rows("time_units.tsv")) + r"(?!\w)"
NUMBER = rf"(?:{any_of(NUMBERS)}|\d\d?)(?!\w)"
TURN = any_of(form for word, _ in rows("date_turns.tsv") for form in _inflected(word)) + r"(?!\w)"
DAY_PART = any_of(words for (words,) in rows("day_parts.txt")) + r"(?!\w)"
#: *mi-* and the words before *d'avril* stand right beside the month
_OPENERS = [words for (words,) in rows("period_openers.txt")]
OPENER = (
    rf"(?:{any_of(words for words in _OPENERS if words[-1] in '-’' or words.endswith(chr(39)))}"
    rf"|{any_of(words for words in _OPENERS if words[-1].isalpha())}{SPACE})"
)
SEASON = any_of(words for (words,) in rows("season_openers.txt")) + SPACE


def _first_words() -> frozenset[str]:
    """The words with which an expression begins, numbers aside: *hier*, *l'* (an dernier), *fin* (mars)."""
    phrases = [row[0] for name in ("relative_dates.tsv", "months.tsv", "weekdays.tsv") for row in rows(name)]
    phrases += [row[0] for name in ("period_openers.txt", "season_openers.txt") for row in rows(name)]
    phrases += [f"mi-{word}" for word, _ in rows("months.tsv")]
    phrases += ["le", "ce", "il", "voilà", "voici"]
    return frozenset(re.match(r"l'|[^ ]+", phrase)[0] for phrase in phrases)  # type: ignore[index]


def _telling_words() -> frozenset[str]:
    """Every expression holds one of these: the last word of its phrase, or a year."""
    found = set(WEEKDAYS) | {word for word, _ in rows("months.tsv")} | set(UNITS)
    found |= {f"mi-{word}" for word, _ in rows("months.tsv")}
    for words, *_ in rows("relative_dates.tsv"):
        found.add(words.removeprefix("l'").split(" ")[-1])
    return frozenset(found | {str(year) for year in range(1900, 2100)})


OPENING = _first_words()
TELLING = _telling_words()

#: what a site says before the date of an article: *Posté*, *Mis en ligne*
POSTED = any_of(words for (words,) in rows("posting_words.txt"))
