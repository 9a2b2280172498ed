"""`quotes article`: the stored articles, or one of them with its quotations marked."""

from __future__ import annotations

import dataclasses
import json
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import click

from quotes.cli.database import database_option, opened
from quotes.cli.examples import examples
from quotes.cli.filters import condition_options
from quotes.cli.hints import hint_at_topics
from quotes.cli.marked_article import marked_article
from quotes.cli.output import Output, output_options
from quotes.cli.passage import colours_wanted
from quotes.cli.telling import note
from quotes.storage import ArticleRow, Database, Filter, QuotationRow, WholeArticle

_TABLE = ("id", "date", "outlet", "title", "quotations", "speakers")
_QUOTATIONS = ("id", "speaker", "text", "kind", "confidence")
_WIDEST = 100


@click.command(
    "article",
    epilog=examples(
        "quotes article --outlet gazette --since 2024",
        "quotes article 3",
        "quotes article 3 --format csv > article.csv",
    ),
)
@click.argument("id_", metavar="[ID]", type=int, required=False)
@condition_options
@click.option("--limit", type=click.IntRange(0), metavar="N", help="At most N articles.")
@output_options
@database_option()
def command(db: Path, id_: int | None, wanted: Filter, limit: int | None, out: Output) -> None:
    """List articles, newest first, or print one with its quotations marked.

    Without ID: articles with how much is quoted in them. Dates and outlet are then the article's own; other
    conditions take articles with a quotation that meets them, and those are counted.

    With ID: the article's text, each quotation numbered and coloured by speaker (or named in brackets), and
    under it the ids for `quotes show`. Conditions choose the quotations. --format json gives all of it as
    one object, the other formats a row a quotation.
    """
    with opened(db) as database:
        if id_ is None:
            _list(database, replace(wanted, limit=limit), out)
            return
        article = database.article(id_, wanted)
    if article is None:
        raise click.ClickException(f"{db}: no article {id_}; `quotes article` lists them")
    _print(article, out)


def _list(database: Database, wanted: Filter, out: Output) -> None:
    count = out.rows(ArticleRow, database.articles(wanted), table=_TABLE)
    if not count and out.format == "table":
        note("No article matches.")
    if not count:
        hint_at_topics(database, wanted)


def _print(article: WholeArticle, out: Output) -> None:
    rows = [one.row for one in article.quotations]
    if out.format == "json":
        whole = {field.name: getattr(article, field.name) for field in dataclasses.fields(article)}
        whole["quotations"] = [dataclasses.asdict(row) for row in rows]
        out.pager.write([json.dumps(whole, ensure_ascii=False, indent=2) + "\n"])
    elif out.format == "table":
        width = min(_WIDEST, shutil.get_terminal_size().columns) if sys.stdout.isatty() else None
        out.pager.write(marked_article(article, colours=colours_wanted(), width=width))
    else:
        out.rows(QuotationRow, rows, table=_QUOTATIONS)
