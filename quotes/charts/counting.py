"""From a question to the figure of a chart: what is counted, how much of it is shown, what is left out."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.charts.figure import PRECISION, SEVERAL, ChartError, Figure, Language
from quotes.storage import By, Database, Filter, PairRow, StatRow

#: bars and series in a chart when nobody says how many, and at most
_BARS, _MOST_BARS = 15, 60
_SERIES, _MOST_SERIES = 6, 7


def figure_of(
    database: Database,
    wanted: Filter,
    by: By,
    second: By | None = None,
    *,
    limit: int | None = None,
    top: int | None = None,
    language: Language = Language.ENGLISH,
    title: str | None = None,
) -> Figure:
    """The quotations wanted, counted by one thing, or by two, as a chart shows them; raises ChartError.

    `limit` and `top` are how many of the first and of the second are shown: the commonest, of times the
    latest. Of two things the time goes first, whichever was named first.
    """
    if second in PRECISION:
        if by in PRECISION:
            raise ChartError(f"a chart has one axis of time: not both {by} and {second}")
        by, second, limit, top = second, by, top, limit
    limit, top = _how_many(by, limit), _checked(top, _SERIES, _MOST_SERIES, "series")
    counts = list(database.stats(wanted, by))
    named = [row for row in counts if _is_named(row.value, by)]
    if not named:
        raise ChartError(_nothing(by, any(row.quotations for row in counts)))
    shown = named[-limit:] if limit and by in PRECISION else named[:limit]
    found, apart = (len(named), 0), (len(shown), 0)
    rows: Sequence[StatRow | PairRow] = shown
    if second is not None:
        found = (len(named), sum(row.value is not None for row in database.stats(wanted, second)))
        rows = pairs = _pairs(database, wanted, by, second, [str(row.value) for row in shown], top)
        values = {row.value for row in (shown if by in PRECISION else pairs)}
        apart = len(values), len({row.second for row in pairs} - {None})
    if not rows:
        raise ChartError(_nothing(by if second is None else second, True))
    return Figure(
        by,
        second,
        rows,
        database.totals(wanted),
        wanted,
        found,
        apart,
        ends=(str(shown[0].value), str(shown[-1].value)) if by in PRECISION else None,
        # of topics a quotation has several: their sum says nothing
        left_out=0
        if by in SEVERAL
        else sum(row.quotations for row in counts if not _is_named(row.value, by)),
        language=language,
        title=title,
    )


def _pairs(
    database: Database, wanted: Filter, by: By, second: By, shown: list[str], top: int
) -> list[PairRow]:
    """The pairs of what is shown of the first; a chart in which the second has no rest to show is without."""
    is_time, told_apart_only = by in PRECISION, by in PRECISION or second in SEVERAL
    # speakers of one name are told apart there: their rank says who is shown, beside the unknown
    limit = None if is_time else len(shown) + 1
    pairs = [
        row
        for row in database.pairs(wanted, by, second, limit=limit, top=top)
        if _is_named(row.value, by) and not (told_apart_only and row.second is None)
    ]
    kept = set(shown if is_time else list(dict.fromkeys(row.value for row in pairs))[: len(shown)])
    return [row for row in pairs if row.value in kept]


def _is_named(value: str | None, by: By) -> bool:
    return value is not None and len(value) == PRECISION.get(by, len(value))


def _how_many(by: By, limit: int | None) -> int | None:
    return limit if by in PRECISION else _checked(limit, _BARS, _MOST_BARS, "bars")


def _checked(asked: int | None, usual: int, most: int, of_what: str) -> int:
    if asked is not None and asked > most:
        raise ChartError(f"{asked} {of_what} are too many for a chart: ask for {most} at most")
    return usual if asked is None else asked


def _nothing(by: By, some: bool) -> str:
    if some and by in PRECISION:
        return f"no quotation that matches is dated by {by}: no chart is made"
    return "no quotation matches: no chart is made" if not some else f"no {by} is known: no chart is made"
