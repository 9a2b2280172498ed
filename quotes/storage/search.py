"""Full-text search: a query as FTS5 asks for it, over quotations, what stands around them, and articles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice, product
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Subquery,
    bindparam,
    column,
    literal_column,
    select,
    table,
)

from quotes.model import Span
from quotes.paragraphs import paragraph
from quotes.search import Query, Term, find, meets
from quotes.storage import fts
from quotes.storage.articles import article_columns, article_conditions, article_values
from quotes.storage.conditions import conditions, order
from quotes.storage.filters import Filter, Sort
from quotes.storage.found import ContextRow, FoundArticleRow, FoundRow
from quotes.storage.queries import BATCH, ENDLESS, rows
from quotes.storage.tables import Text, article, quotation, speaker

#: the characters of an excerpt before and behind what was found
_BEFORE, _BEHIND = 60, 140


def quotations(connection: Connection, query: Query, wanted: Filter, sort: Sort | None) -> Iterator[FoundRow]:
    """Quotations in which `query` is met; best first, unless `sort` says otherwise."""
    hits = _hits(fts.TABLE, match(query))
    found = _rows(
        connection,
        select(quotation.c.id, hits.c.rank)
        .select_from(hits.join(quotation, quotation.c.id == hits.c.rowid).outerjoin(speaker))
        .where(*conditions(wanted))
        .order_by(*_order(hits.c.rank, sort))
        .limit(_limit(wanted)),
    )
    while batch := list(islice(found, BATCH)):
        known = rows(connection, [row.id for row in batch])
        for id_, rank in batch:
            yield FoundRow(*(*known[id_], _score(rank)))


def around(connection: Connection, query: Query, wanted: Filter, sort: Sort | None) -> Iterator[ContextRow]:
    """Quotations in whose paragraph `query` is met; those of the best articles first.

    The index tells the articles; their paragraphs are looked through here.
    """
    return islice(_around(connection, query, wanted, sort), wanted.limit)


def articles(
    connection: Connection, query: Query, wanted: Filter, sort: Sort | None
) -> Iterator[FoundArticleRow]:
    """Articles in whose title or text `query` is met, of those that `article_conditions` takes."""
    hits = _hits(fts.ARTICLES, match(query))
    best = (hits.c.rank.asc(), article.c.id.asc())
    by_date = (article.c.date.desc(), article.c.id.asc())
    chosen = (
        select(article.c.id, hits.c.rank.label("score"))
        .select_from(hits.join(article, article.c.id == hits.c.rowid))
        .where(*article_conditions(wanted))
        .order_by(*(by_date if sort is Sort.DATE else best))
        .limit(_limit(wanted))
        .subquery("chosen")
    )
    found = article_columns(wanted).add_columns(article.c.text, chosen.c.score)
    found = found.join(chosen, chosen.c.id == article.c.id)
    again = by_date if sort is Sort.DATE else (chosen.c.score.asc(), article.c.id.asc())
    for row in _rows(connection, found.order_by(*again)):
        extra = {"score": _score(row.score), "excerpt": _excerpt(query, row.text)}
        yield FoundArticleRow(**article_values(row) | extra)


def match(query: Query) -> str:
    """`query` in the language of FTS5; every word is quoted, so that none can be an operator."""
    return " OR ".join(
        "(" + " AND ".join(map(_any_form, alternative)) + ")" for alternative in query.alternatives
    )


def _any_form(term: Term) -> str:
    star = " *" if term.prefix else ""
    return "(" + " OR ".join(f'"{" ".join(words)}"{star}' for words in product(*term.words)) + ")"


def _hits(name: str, words: str) -> Subquery:
    """The rows of an index that match, with FTS5's rank: the less, the better."""
    index = table(name, column("rowid"), column("rank"))
    matches = literal_column(name).op("MATCH")(bindparam("words", words, Text))
    return select(index.c.rowid, index.c.rank).where(matches).subquery("hits")


def _around(connection: Connection, query: Query, wanted: Filter, sort: Sort | None) -> Iterator[ContextRow]:
    # only what stands in the text can stand around a quotation
    hits = _hits(fts.ARTICLES, f"{{text}} : ({match(query)})")
    candidates = (
        select(quotation.c.id, quotation.c.article_id, quotation.c.start, quotation.c.end, hits.c.rank)
        .select_from(hits.join(quotation, quotation.c.article_id == hits.c.rowid).outerjoin(speaker))
        .where(*conditions(wanted))
        .order_by(*_order(hits.c.rank, sort))
    )
    for article_id, group in groupby(_rows(connection, candidates), key=lambda row: row.article_id):
        text = connection.execute(select(article.c.text).where(article.c.id == article_id)).scalar_one()
        contexts: dict[int, tuple[float, str]] = {}
        met: dict[Span, bool] = {}
        for row in group:
            where = paragraph(text, Span(row.start, row.end))
            if where not in met:
                met[where] = meets(query, where.of(text))
            if met[where]:
                contexts[row.id] = (_score(row.rank), where.of(text))
        if contexts:
            known = rows(connection, list(contexts))
            for id_, (score, context) in contexts.items():
                yield ContextRow(*(*known[id_], score, context))


def _order(rank: ColumnElement[Any], sort: Sort | None) -> tuple[ColumnElement[Any], ...]:
    return order(sort) if sort else (rank.asc(), *order(Sort.ARTICLE))


def _rows(connection: Connection, query: Select[Any]) -> Iterator[Any]:
    yield from connection.execute(query.execution_options(yield_per=BATCH))


def _limit(wanted: Filter) -> int:
    # a limit there always is: it keeps SQLite from working out every column before it sorts
    return ENDLESS if wanted.limit is None else min(wanted.limit, ENDLESS)


def _score(rank: float) -> float:
    return round(-rank, 3)


def _excerpt(query: Query, text: str) -> str:
    """What stands around the first place in `text` where a term of `query` does; else its beginning."""
    first = _first(query, text)
    start, end = max(0, first.start - _BEFORE), min(len(text), first.end + _BEHIND)
    words = " ".join(text[start:end].split())
    return f"{'… ' if start else ''}{words}{' …' if end < len(text) else ''}"


def _first(query: Query, text: str) -> Span:
    offset = 0
    for line in text.splitlines(keepends=True):  # most often one of the first has it
        for span in find(query, line):
            return Span(offset + span.start, offset + span.end)
        offset += len(line)
    return Span(0, 0)
