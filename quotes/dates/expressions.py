"""Reads the expressions of dates in French text: what each means, not yet which day that is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quotes.dates import vocabulary as v
from quotes.folding import fold


@dataclass(frozen=True, slots=True)
class Written:
    """A date with what is written of it: *18 juin*, *lundi 19 mai 2025*, *mars 2019*, *2019*."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    #: -1 *dernier*, 1 *prochain*
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday alone: *mercredi*, *lundi dernier*, *vendredi prochain*."""

    weekday: int
    #: -1 *dernier*, 1 *prochain*
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Shift:
    """A time counted from another: *hier*, *la semaine dernière*, *il y a deux mois*, *la veille*."""

    #: day, week, weekend, month or year
    unit: str
    count: int
    #: counted from the last day that the text has told
    told: bool = False


Meaning = Written | Weekday | Shift


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of a date where it stands in a text."""

    start: int
    end: int
    #: None for what recurs (*le lundi*), or is counted from what no rule knows (*le lundi suivant*)
    meaning: Meaning | None


_S = v.SPACE
_EXPRESSION = re.compile(
    rf"""
    (?<![\w@\#/-])(?<!\d[.,:])
    (?: (?P<shift>{v.SHIFT})
      | (?:il{_S}y{_S}a|voilà|voici){_S}(?P<count>{v.NUMBER}){_S}(?P<unit>{v.UNIT})
      | (?P<article>(?:le|ce){_S})?
        (?P<weekday>{v.WEEKDAY})
        (?: ,?{_S}(?P<wday>{v.DAY})(?:er)?{_S}(?P<wmonth>{v.MONTH})(?:{_S}(?P<wyear>{v.YEAR}))?
          | {_S}(?P<alone>{v.DAY})(?:er)?(?=\s*(?:[,.;:()«»"–—]|\Z))
        )?
        (?:{_S}(?P<turn>{v.TURN}))?
        (?:{_S}(?:{v.DAY_PART}))?
      | (?:(?:le|ce){_S})?
        (?P<day>{v.DAY})(?:er)?{_S}(?P<month>{v.MONTH})(?:{_S}(?P<year>{v.YEAR})|{_S}(?P<mturn>{v.TURN}))?
        (?:{_S}(?:{v.DAY_PART}))?
      | (?:le{_S})?(?P<nday>{v.DAY})(?P<sep>[./])(?P<nmonth>1[0-2]|0?[1-9])(?P=sep)(?P<nyear>{v.YEAR})
      | {v.SEASON}(?P<season>{v.YEAR})
      | (?P<opener>{v.OPENER})?(?P<amonth>{v.MONTH})(?:{_S}(?P<ayear>{v.YEAR})|{_S}(?P<aturn>{v.TURN}))?
      | {v.OPENER}(?P<oyear>{v.YEAR})
    )
    (?![\w/-])
    """,
    re.VERBOSE | re.IGNORECASE,
)


def expression_at(text: str, start: int, end: int) -> Expression | None:
    """The longest expression that begins at `start` in `text[:end]`; None when none does."""
    found = _EXPRESSION.match(text, start, end)
    return Expression(start, found.end(), _meaning(found)) if found else None


def read(text: str) -> Meaning | None:
    """What `text` means when all of it is one expression; None otherwise."""
    found = _EXPRESSION.fullmatch(text)
    return _meaning(found) if found else None


def _meaning(found: re.Match[str]) -> Meaning | None:
    group = found.groupdict()
    if group["shift"]:
        return Shift(*v.RELATIVE[fold(" ".join(group["shift"].split()))])
    if group["unit"]:
        return _ago(group["count"].lower(), v.UNITS[fold(group["unit"])])
    if group["season"] or group["oyear"]:
        return Written(int(group["season"] or group["oyear"]))
    if group["weekday"]:
        return _from_weekday(group)
    if group["nyear"]:
        return Written(int(group["nyear"]), int(group["nmonth"]), int(group["nday"]))
    return _from_month(group)


def _from_weekday(group: dict[str, str | None]) -> Meaning | None:
    turn = _turn(group["turn"])
    if turn is None:
        return None
    weekday = v.WEEKDAYS[fold(group["weekday"] or "")]
    day = group["wday"] or group["alone"]
    if day:
        return Written(_number(group["wyear"]), _month(group["wmonth"]), int(day), weekday, turn)
    if fold(group["article"] or "").startswith("le") and not turn:
        return None  # le lundi: every Monday
    return Weekday(weekday, turn)


def _from_month(group: dict[str, str | None]) -> Meaning | None:
    turn = _turn(group["mturn"] or group["aturn"])
    if turn is None:
        return None
    if group["day"]:
        return Written(_number(group["year"]), _month(group["month"]), int(group["day"]), turn=turn)
    if not (group["opener"] or group["ayear"] or turn):
        return None  # mars may be a planet, a field, a name
    return Written(_number(group["ayear"]), _month(group["amonth"]), turn=turn)


def _ago(count: str, unit: str) -> Shift:
    number = v.NUMBERS.get(count) or int(count)
    if unit == "day" and number >= 7:  # huit jours are a week, quinze are two, and all are rounded
        return Shift("week", -round(number / 7))
    return Shift(unit, -number)


def _turn(word: str | None) -> int | None:
    """-1, 0 or 1; None for a word that counts from something else: *le lundi suivant*."""
    if word is None:
        return 0
    return v.TURNS[fold(word)] or None


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _month(word: str | None) -> int | None:
    return v.MONTHS[fold(word).rstrip(".")] if word else None
