"""What somebody asks for: a date, a range or French words → the first and last day wanted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from quotes.dates.calendar import days_of
from quotes.dates.expressions import read
from quotes.dates.publication import parse_date
from quotes.dates.resolving import days_meant

ACCEPTED = (
    "write YYYY, YYYY-MM or YYYY-MM-DD, a range (2018..2019, 2018.., ..2019), "
    "or French words (hier, lundi, 12 avril 2023, mars 2023, la semaine dernière)"
)
#: meant as ISO: when the calendar does not know it, no French words are looked for
_LIKE_ISO = re.compile(r"[0-9-]+")
#: what may be left out before French words: *semaine dernière*, *mars*, *an dernier*
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


def asked_together(today: date, **options: str | None) -> Asked:
    """What the options `since`, `until` and `on` ask for together; raises DateError that names the option.

    A range bounds both sides whichever option it is given to.
    """
    since: list[date] = []
    until: list[date] = []
    for name, words in options.items():
        if words is None:
            continue
        try:
            wanted = asked(words, today)
        except DateError as error:
            raise DateError(f"{name}: {error}") from None
        ranged = ".." in words
        if wanted.since and (name != "until" or ranged):
            since.append(days_of(wanted.since)[0])
        if wanted.until and (name != "since" or ranged):
            until.append(days_of(wanted.until)[1])
    return Asked(
        max(since).isoformat() if since else None,
        min(until).isoformat() if until else None,
    )


def _single(words: str, part: str, today: date) -> Asked:
    when = parse_date(part)
    if when is not None:
        return Asked(when, when)
    if not _LIKE_ISO.fullmatch(part):
        plain = " ".join(part.lower().split())
        for article in _ARTICLES:
            meaning = read(article + plain)
            days = days_meant(meaning, today) if meaning is not None else None
            if days is not None:
                return Asked(days[0].isoformat(), days[1].isoformat())
    raise DateError(f"{words!r} is not a date; {ACCEPTED}")
