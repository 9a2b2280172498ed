"""`quotes list`: stored quotations, filtered."""

from __future__ import annotations

from pathlib import Path

import click

from quotes.cli.database import database_option, opened
from quotes.cli.examples import examples
from quotes.cli.filters import filter_options
from quotes.cli.hints import hint_at_topics
from quotes.cli.output import Output, output_options
from quotes.cli.telling import note
from quotes.storage import Filter, QuotationRow

_TABLE = ("date", "speaker", "text", "outlet")


@click.command(
    "list",
    epilog=examples(
        "quotes list --speaker macron --since 2024",
        "quotes list --topic sport --on 'mars 2023' --sort confidence --limit 20",
        "quotes list --outlet gazette --format csv > gazette.csv",
    ),
)
@filter_options
@output_options
@database_option()
def command(db: Path, wanted: Filter, out: Output) -> None:
    """List stored quotations, newest first.

    Filters combine. Tables show the date, speaker, text and outlet; the other formats, every column.
    """
    with opened(db) as database:
        count = out.rows(QuotationRow, database.quotations(wanted), table=_TABLE)
        if not count and out.format == "table":
            note("No quotation matches.")
        if not count:
            hint_at_topics(database, wanted)
