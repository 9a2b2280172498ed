"""Which day, month or year an expression means, seen from the day of publication. No clock here."""

from __future__ import annotations

from datetime import date, timedelta

from quotes.dates.calendar import DAY, MONTH, YEAR, Days, covering, days_of, iso
from quotes.dates.expressions import Meaning, Shift, Weekday, Written

#: how far a year is looked for in which a weekday fits its day and month: in eleven it has at least once
_YEARS = 11
_DAY = timedelta(days=1)


def resolve(
    meaning: Meaning, published: str | None, *, told: str | None = None, future: bool = False
) -> str | None:
    """The ISO date that `meaning` has in an article; None when what is known does not settle it.

    `published` is the article's date at any precision, `told` the last day that the text has told.
    What may lie before or after the publication lies before it, or on its day, unless `future`:
    *mercredi* is the last Wednesday, *le 18 juin* the last one, *en mars* the last March begun. With
    `future`, a day and month without year are the nearest, on either side.
    *la veille* is counted from `told`, else from the publication, as French uses it.

    Where the publication is known to the month only, days near it are told by that month; to the
    year, by that year: never more precisely than both allow.
    """
    if isinstance(meaning, Written):
        return _written(meaning, published, future)
    days = _days(meaning, published, told, future)
    return covering(days) if days else _coarse(meaning, published)


def days_meant(meaning: Meaning, today: date) -> Days | None:
    """The first and last day that `meaning` has for somebody who says it on `today`."""
    if isinstance(meaning, Written):
        when = _written(meaning, today.isoformat(), future=False)
        return days_of(when) if when else None
    return _days(meaning, today.isoformat(), told=None, future=False)


# a weekday, a time counted from another


def _days(meaning: Weekday | Shift, published: str | None, told: str | None, future: bool) -> Days | None:
    """The days meant; None when the day they are counted from is not known."""
    if isinstance(meaning, Shift) and meaning.told and told is not None:
        published = told
    if published is None or len(published) < DAY:
        return None
    day = date.fromisoformat(published)
    if isinstance(meaning, Weekday):
        wanted = _weekday(day, meaning, future)
        return wanted, wanted
    return _shifted(day, meaning)


def _weekday(day: date, meaning: Weekday, future: bool) -> date:
    if meaning.turn > 0 or (future and not meaning.turn):
        ahead = (meaning.weekday - day.weekday()) % 7
        return day + timedelta(days=ahead or (7 if meaning.turn else 0))
    back = (day.weekday() - meaning.weekday) % 7
    return day - timedelta(days=back or (7 if meaning.turn else 0))


def _shifted(day: date, shift: Shift) -> Days | None:
    try:
        if shift.unit == "day":
            wanted = day + shift.count * _DAY
            return wanted, wanted
        if shift.unit == "week":
            monday = day + timedelta(days=7 * shift.count - day.weekday())
            return monday, monday + 6 * _DAY
        if shift.unit == "weekend":
            return _weekend(day, shift.count)
        months = shift.count * (12 if shift.unit == "year" else 1)
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        return days_of(f"{year:04d}" if shift.unit == "year" else f"{year:04d}-{month + 1:02d}")
    except (OverflowError, ValueError):  # before the calendar begins
        return None


def _weekend(day: date, count: int) -> Days:
    """*ce week-end* is the last one begun; *le week-end dernier* the last one over."""
    saturday = day - timedelta(days=(day.weekday() - 5) % 7)
    if count > 0:
        saturday += 7 * _DAY
    elif count < 0 and saturday + _DAY >= day:
        saturday -= 7 * _DAY
    return saturday, saturday + _DAY


def _coarse(meaning: Weekday | Shift, published: str | None) -> str | None:
    """The date where the publication is known to the month or the year only."""
    if published is None or len(published) == DAY:
        return None
    if isinstance(meaning, Weekday) or meaning.unit in ("day", "week", "weekend"):
        near = isinstance(meaning, Weekday) or abs(meaning.count) * (1 if meaning.unit == "day" else 7) <= 7
        return published if near else None
    if meaning.unit == "month" and len(published) == YEAR:
        return published if meaning.count == 0 else None
    days = _shifted(days_of(published)[0], meaning)
    return covering(days) if days else None


# a date as written


def _written(written: Written, published: str | None, future: bool) -> str | None:
    if written.year is not None:
        when = iso(written.year, written.month, written.day)
        fits = when is None or written.weekday is None or _falls_on(when, written.weekday)
        return when if fits else None
    if published is None:
        return None
    if written.month is None:
        return _day_of_month(written, published, future)
    if written.day is None:
        return _month(written, published, future)
    return _day_and_month(written, published, future)


def _falls_on(when: str, weekday: int) -> bool:
    return len(when) < DAY or date.fromisoformat(when).weekday() == weekday


def _day_and_month(written: Written, published: str, future: bool) -> str | None:
    first, last = days_of(published)
    ahead = future or written.turn > 0
    if written.weekday is not None:
        return _nearest_that_fits(written, first, last, ahead)
    if len(published) == YEAR:
        return None  # this year's or last year's
    if future and not written.turn:
        return _nearest_year(written, first)
    for step in (0, 1):
        when = iso(first.year + step if ahead else first.year - step, written.month, written.day)
        if when is None:
            continue
        day = date.fromisoformat(when)
        on_its_side = day >= first if ahead else day <= last
        if on_its_side and not (written.turn and day == first):
            return when
    return None


def _nearest_year(written: Written, first: date) -> str | None:
    """A future tells what comes, and in a story (*le 23 juillet, il affirmera*) what came."""
    near = (iso(first.year + step, written.month, written.day) for step in (-1, 0, 1))
    return min(filter(None, near), key=lambda when: abs(date.fromisoformat(when) - first), default=None)


def _nearest_that_fits(written: Written, first: date, last: date, ahead: bool) -> str | None:
    """The year nearest the publication in which the weekday is right; None when that is on the wrong side."""
    fitting = []
    for year in range(first.year - _YEARS, first.year + _YEARS + 1):
        when = iso(year, written.month, written.day)
        if when is not None and _falls_on(when, written.weekday or 0):
            fitting.append(date.fromisoformat(when))
    nearest = min(fitting, key=lambda day: abs(day - first), default=None)
    if nearest is None or (nearest < first if ahead else nearest > last):
        return None
    return nearest.isoformat()


def _month(written: Written, published: str, future: bool) -> str | None:
    if len(published) == YEAR or written.month is None:
        return None
    year, month = int(published[:YEAR]), int(published[YEAR + 1 : MONTH])
    if future or written.turn > 0:
        ahead = written.month > month or (written.month == month and not written.turn)
        return iso(year if ahead else year + 1, written.month)
    back = written.month < month or (written.month == month and not written.turn)
    return iso(year if back else year - 1, written.month)


def _day_of_month(written: Written, published: str, future: bool) -> str | None:
    """*lundi 19*: the nearest month, of this one and the two beside it, in which the weekday fits."""
    first, last = days_of(published)
    year, month = first.year, first.month
    for step in (0, 1, 2):
        years, months = divmod(year * 12 + month - 1 + (step if future else -step), 12)
        when = iso(years, months + 1, written.day)
        if when is None or written.weekday is None or not _falls_on(when, written.weekday):
            continue
        day = date.fromisoformat(when)
        if day >= first if future else day <= last:
            return when
    return None
