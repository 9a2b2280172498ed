"""`quotes topics`: what the stored articles and quotations are about."""

from __future__ import annotations

from pathlib import Path

import click

from quotes.cli.database import database_option, opened
from quotes.cli.examples import examples
from quotes.cli.filters import condition_options
from quotes.cli.hints import hint_at_topics
from quotes.cli.output import Output, output_options
from quotes.cli.telling import note
from quotes.model import Scheme
from quotes.storage import Filter, TopicRow

_TABLE = ("topic", "scheme", "code", "articles", "quotations")


@click.command(
    "topics",
    epilog=examples(
        "quotes topics --scheme subject",
        "quotes topics --speaker macron --since 2024 --limit 10",
    ),
)
@click.option(
    "--scheme",
    type=click.Choice([scheme.value for scheme in Scheme]),
    help="declared by the articles, subject of the IPTC Media Topics, or keyword of the text.",
)
@condition_options
@click.option("--limit", type=click.IntRange(0), metavar="N", help="At most N topics.")
@output_options
@database_option()
def command(db: Path, scheme: str | None, wanted: Filter, limit: int | None, out: Output) -> None:
    """List what stored articles and quotations are about, commonest first.

    With conditions, those of the quotations that meet them are counted: what a speaker talks of,
    what one year was about. With --topic, the topics so called.
    """
    with opened(db) as database:
        rows = database.topics(wanted, scheme=Scheme(scheme) if scheme else None, limit=limit)
        count = out.rows(TopicRow, rows, table=_TABLE)
        if not count and out.format == "table":
            note("No topic matches.")
        if not count:
            hint_at_topics(database, wanted)
