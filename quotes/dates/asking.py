"""What somebody asks for: a date, a range or French words → the first and last day wanted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from quotes.dates.expressions import Written, read
from quotes.dates.publication import parse_date
from quotes.dates.resolving import days_meant

ACCEPTED = (
    "write YYYY, YYYY-MM or YYYY-MM-DD, a range (2018..2019, 2018.., ..2019), "
    "or French words (hier, lundi, 12 avril 2023, mars 2023, la semaine dernière)"
)
_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_ARTICLES = ("", "le ", "la ", "en ", "l'")


class DateError(ValueError):
    """Words that are no date; the message is one line that says what is accepted."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The times asked for, bounds included; None where there is no bound. ISO dates at any precision."""

    since: str | None = None
    until: str | None = None


def asked(words: str, today: date) -> Asked:
    """What `words` ask for when said on `today`; raises DateError.

    Weekdays and dates without year are the last ones: *lundi* is the last Monday, or today.
    """
    first, dots, last = (part.strip() for part in words.partition(".."))
    if not dots:
        return _single(words, first, today)
    if not first and not last:
        raise DateError(f"{words!r} is a range without end; {ACCEPTED}")
    return Asked(
        _single(words, first, today).since if first else None,
        _single(words, last, today).until if last else None,
    )


def _single(words: str, part: str, today: date) -> Asked:
    when = parse_date(part)
    if when is not None:
        return Asked(when, when)
    if not _ISO.fullmatch(part):
        plain = " ".join(part.lower().split())
        for article in _ARTICLES:  # semaine dernière, mars
            meaning = read(article + plain)
            days = days_meant(meaning, today) if meaning is not None else None
            if days is not None:
                return _of_days(days[0], days[1], whole=isinstance(meaning, Written))
    raise DateError(f"{words!r} is not a date; {ACCEPTED}")


def _of_days(first: date, last: date, *, whole: bool) -> Asked:
    """A whole month or year asked for by name stays one: dates known no better match it as well."""
    since, until = first.isoformat(), last.isoformat()
    if whole and first != last:
        length = len("YYYY") if first.month != last.month else len("YYYY-MM")
        return Asked(since[:length], until[:length])
    return Asked(since, until)
