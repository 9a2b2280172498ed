"""`quotes stats`: stored quotations, counted."""

from __future__ import annotations

import dataclasses
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from quotes.cli.bars import bar, bar_width
from quotes.cli.database import database_option, opened
from quotes.cli.examples import examples
from quotes.cli.filters import condition_options
from quotes.cli.hints import hint_at_topics
from quotes.cli.output import Output, output_options
from quotes.cli.plotting import Plot, plot_options
from quotes.cli.telling import note
from quotes.storage import By, Database, Filter, PairRow, StatRow

#: what stands for nothing, in tables; the other formats leave it empty
_NOTHING = {
    By.SPEAKER: "unknown",
    By.SPEAKER_KIND: "unknown",
    By.YEAR: "undated",
    By.MONTH: "undated",
    By.DAY: "undated",
}
#: what is not told apart
_REST = "others"


@dataclasses.dataclass(frozen=True)
class _Counted:
    """A row of the answer; `second` and `bar` stand in it where they are asked for."""

    value: str | None
    second: str | None
    quotations: int
    articles: int
    bar: str = ""


@click.command(
    "stats",
    epilog=examples(
        "quotes stats --by month --speaker austin",
        "quotes stats --by speaker --topic climat --limit 20",
        "quotes stats --by outlet --by speaker-kind --format csv",
        "quotes stats --by month --by speaker --top 5 --plot speakers.svg",
    ),
)
@click.option(
    "--by",
    type=click.Choice([by.value for by in By]),
    required=True,
    multiple=True,
    help="What to count quotations by; twice, by one within the other.",
)
@condition_options
@click.option("--limit", type=click.IntRange(0), metavar="N", help="The N commonest, or the N latest.")
@click.option(
    "--top",
    type=click.IntRange(1),
    metavar="N",
    help="Of the second --by, tell the N commonest apart; the others are one.",
)
@plot_options
@output_options
@database_option()
@click.pass_context
def command(
    ctx: click.Context,
    /,
    db: Path,
    by: tuple[str, ...],
    wanted: Filter,
    limit: int | None,
    top: int | None,
    plot: Plot | None,
    out: Output,
) -> None:
    """Count stored quotations by speaker, outlet, month, topic, kind or cue.

    By one of them, or by two at once. Commonest first; years, months and days in their order. Tables have
    bars, the other formats numbers. Quotations dated less precisely than asked for are
    counted under what is known: 2024 beside 2024-10.

    With --plot, a chart is drawn instead, to be put in an article: bars, periods along the time, or the
    shares of the second in each of the first. What it leaves out is said under its title.
    """
    if len(set(by)) != len(by) or len(by) > len(("first", "second")):
        raise click.UsageError("--by: once, or twice with different things", ctx)
    if top is not None and len(by) == 1:
        raise click.UsageError("--top: for the second of two --by", ctx)
    first, second = By(by[0]), By(by[1]) if len(by) > 1 else None
    with opened(db) as database:
        if plot:
            plot.draw(database, wanted, first, second, limit, top)
            return
        rows = _rows(database, wanted, first, second, limit, top)
        _show(out, rows, first, second)
        if not rows and out.format == "table":
            note("No quotation matches.")
        if not rows:
            hint_at_topics(database, wanted)


def _rows(
    database: Database, wanted: Filter, by: By, second: By | None, limit: int | None, top: int | None
) -> Sequence[StatRow | PairRow]:
    if second is None:
        return list(database.stats(wanted, by, limit=limit))
    return list(database.pairs(wanted, by, second, limit=limit, top=top))


def _show(out: Output, rows: Sequence[StatRow | PairRow], by: By, second: By | None) -> None:
    labels = {"value": by.replace("-", "_"), "second": (second or "").replace("-", "_")}
    values = ["value", "second"] if second else ["value"]
    columns = [*values, "quotations", "articles"]
    counted = [_counted(row, by, second, words=out.format == "table") for row in rows]
    if out.format == "table":
        columns.append("bar")
        cells = {labels[name]: [getattr(row, name) for row in counted] for name in values}
        counted = _barred(counted, bar_width(cells, shutil.get_terminal_size((110, sys.maxsize)).columns))
    out.rows(dataclasses.make_dataclass("Row", columns), counted, table=columns, labels=labels)


def _counted(row: StatRow | PairRow, by: By, second: By | None, *, words: bool) -> _Counted:
    value, other = row.value, None
    if isinstance(row, PairRow) and second is not None:
        other = _REST if row.is_rest else row.second
        if words:
            other = other or _NOTHING.get(second, "none")
    if words:
        value = value or _NOTHING.get(by, "none")
    return _Counted(value, other, row.quotations, row.articles)


def _barred(rows: list[_Counted], width: int) -> list[_Counted]:
    most = max((row.quotations for row in rows), default=0)
    return [dataclasses.replace(row, bar=bar(row.quotations, most, width)) for row in rows]
