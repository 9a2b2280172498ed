"""`quotes search`: full text over quotations, what stands around them, and articles."""

from __future__ import annotations

import functools
from dataclasses import replace
from pathlib import Path

import click

from quotes.cli.database import database_option, opened
from quotes.cli.examples import examples
from quotes.cli.filters import condition_options
from quotes.cli.hints import hint_at_topics
from quotes.cli.output import Output, output_options
from quotes.cli.telling import note
from quotes.search import Query, QueryError, find, parse
from quotes.storage import ContextRow, Database, Filter, FoundArticleRow, FoundRow, Sort

_RELEVANCE = "relevance"
_QUOTATIONS, _CONTEXT, _ARTICLES = "quotations", "context", "articles"
_TABLE = ("id", "date", "speaker", "text", "outlet")
_CONTEXT_TABLE = ("id", "date", "speaker", "context", "outlet")
_ARTICLE_TABLE = ("id", "date", "outlet", "title", "quotations", "excerpt")


@click.command(
    "search",
    no_args_is_help=True,
    epilog=examples(
        "quotes search prix lait               both words, anywhere in the quotation",
        "quotes search '\"prix du lait\"'        these words in a row",
        "quotes search 'lait OR beurre'        one or the other",
        "quotes search 'agricul*'              whatever begins so",
        "quotes search grève --in context      in the paragraph around a quotation",
        "quotes search grève --in articles     whole articles",
    ),
)
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--in",
    "where",
    type=click.Choice([_QUOTATIONS, _CONTEXT, _ARTICLES]),
    default=_QUOTATIONS,
    show_default=True,
    help="In the words quoted; in the paragraph around them; or in whole articles, their titles included.",
)
@condition_options
@click.option(
    "--sort",
    type=click.Choice([_RELEVANCE, *(sort.value for sort in Sort)]),
    default=_RELEVANCE,
    show_default=True,
    help="relevance: best first; the others as for list (articles: relevance or date).",
)
@click.option("--limit", type=click.IntRange(0), metavar="N", help="At most N.")
@output_options
@database_option()
def command(
    db: Path,
    words: tuple[str, ...],
    where: str,
    wanted: Filter,
    sort: str,
    limit: int | None,
    out: Output,
) -> None:
    """Search the words of quotations, best first.

    All WORDS must be there; accents, case and plural do not count.
    """
    try:
        query = parse(" ".join(words))
    except QueryError as error:
        raise click.UsageError(str(error), click.get_current_context()) from error
    wanted = replace(wanted, limit=limit)
    order = None if sort == _RELEVANCE else Sort(sort)
    if where == _ARTICLES and order not in (None, Sort.DATE):
        raise click.UsageError(f"--sort {sort} is for quotations; articles go by relevance or date")
    with opened(db) as database:
        count = _write(database, query, wanted, order, where, out)
        if not count and out.format == "table":
            note(f"No {where.rstrip('s') if where != _CONTEXT else 'quotation'} matches.")
        if not count:
            hint_at_topics(database, wanted)


def _write(
    database: Database, query: Query, wanted: Filter, sort: Sort | None, where: str, out: Output
) -> int:
    finds = functools.partial(find, query)
    if where == _ARTICLES:
        articles = database.search_articles(query, wanted, sort=sort)
        return out.rows(FoundArticleRow, articles, table=_ARTICLE_TABLE, find=finds)
    if where == _CONTEXT:
        contexts = database.search_around(query, wanted, sort=sort)
        return out.rows(ContextRow, contexts, table=_CONTEXT_TABLE, find=finds)
    return out.rows(FoundRow, database.search(query, wanted, sort=sort), table=_TABLE, find=finds)
