"""`quotes stats`: stored quotations, counted."""

from __future__ import annotations

import dataclasses
import shutil
import sys
from pathlib import Path

import click

from quotes.cli.bars import bar, bar_width
from quotes.cli.database import database_option, opened
from quotes.cli.examples import examples
from quotes.cli.filters import condition_options
from quotes.cli.hints import hint_at_topics
from quotes.cli.output import Output, output_options
from quotes.cli.telling import note
from quotes.storage import By, Filter, StatRow

#: what stands for nothing, in tables; the other formats leave it empty
_NOTHING = {
    By.SPEAKER: "unknown",
    By.SPEAKER_KIND: "unknown",
    By.YEAR: "undated",
    By.MONTH: "undated",
    By.DAY: "undated",
}


@dataclasses.dataclass(frozen=True)
class _Barred(StatRow):
    bar: str = ""


@click.command(
    "stats",
    epilog=examples(
        "quotes stats --by month --speaker austin", "quotes stats --by speaker --topic climat --limit 20"
    ),
)
@click.option(
    "--by",
    type=click.Choice([by.value for by in By]),
    required=True,
    help="What to count quotations by.",
)
@condition_options
@click.option("--limit", type=click.IntRange(0), metavar="N", help="The N commonest, or the N latest.")
@output_options
@database_option()
def command(db: Path, by: str, wanted: Filter, limit: int | None, out: Output) -> None:
    """Count stored quotations by speaker, outlet, month, topic, kind or cue.

    Commonest first; years, months and days in their order. Tables have bars, the other formats numbers.
    Quotations dated less precisely than asked for are counted under what is known: 2024 beside 2024-10.
    """
    with opened(db) as database:
        rows = list(database.stats(wanted, By(by), limit=limit))
        labels = {"value": by.replace("-", "_")}
        if out.format == "table":
            out.rows(_Barred, _barred(rows, By(by), labels["value"]), table=_columns(True), labels=labels)
        else:
            out.rows(StatRow, rows, table=_columns(False), labels=labels)
        if not rows and out.format == "table":
            note("No quotation matches.")
        if not rows:
            hint_at_topics(database, wanted)


def _columns(bars: bool) -> tuple[str, ...]:
    return ("value", "quotations", "articles", *(("bar",) if bars else ()))


def _barred(rows: list[StatRow], by: By, heading: str) -> list[_Barred]:
    most = max((row.quotations for row in rows), default=0)
    values = [row.value or _NOTHING.get(by, "none") for row in rows]
    width = bar_width(values, heading, shutil.get_terminal_size((110, sys.maxsize)).columns)
    return [
        _Barred(value, row.quotations, row.articles, bar(row.quotations, most, width))
        for value, row in zip(values, rows, strict=True)
    ]
