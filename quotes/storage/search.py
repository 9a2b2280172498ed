"""Full-text search: a query as FTS5 asks for it, over quotations, what stands around them, and articles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice, product
from typing import Any

from sqlalchemy import (
    INTEGER,
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
from quotes.storage.articles import TOGETHER, article_columns, article_conditions, article_values
from quotes.storage.conditions import CONDITIONS, conditions, order
from quotes.storage.filters import Filter, Sort
from quotes.storage.found import ContextRow, FoundArticleRow, FoundRow
from quotes.storage.given import written
from quotes.storage.leading import Meant, meant
from quotes.storage.listed import listed
from quotes.storage.queries import BATCH, ENDLESS, rows
from quotes.storage.tables import Text, article, quotation, speaker

#: the characters of an excerpt before and behind what was found
_BEFORE, _BEHIND = 60, 140
#: number, start and end of a quotation, and the rank of its article
_Candidate = tuple[int, int, int, float]


def quotations(connection: Connection, query: Query, wanted: Filter, sort: Sort | None) -> Iterator[FoundRow]:
    """Quotations in which `query` is met; best first, unless `sort` says otherwise."""
    found_so, given = _found(wanted, meant(connection, wanted), sort)
    asked = {"words": match(query), "most": _limit(wanted)}
    found = connection.execute(found_so, given | asked, execution_options={"yield_per": BATCH})
    for batch in found.partitions():
        known = rows(connection, [id_ for id_, _ in batch])
        for id_, rank in batch:
            yield FoundRow(*(*known[id_], _score(rank)))


@written
def _found(wanted: Filter, meant: Meant, sort: Sort | None) -> Select[int, float]:
    hits = _hits(fts.TABLE)
    return (
        select(quotation.c.id, hits.c.rank)
        .select_from(hits.join(quotation, quotation.c.id == hits.c.rowid).outerjoin(speaker))
        .where(*conditions(wanted, meant=meant, aside=CONDITIONS))
        .order_by(*_order(hits.c.rank, sort))
        .limit(bindparam("most", type_=INTEGER))
    )


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


def _hits(name: str, words: str | None = None) -> Subquery:
    """The rows of an index that match, with FTS5's rank: the less, the better."""
    index = table(name, column("rowid"), column("rank"))
    matches = literal_column(name).op("MATCH")(bindparam("words", words, Text))
    return select(index.c.rowid, index.c.rank).where(matches).subquery("hits")


def _around(connection: Connection, query: Query, wanted: Filter, sort: Sort | None) -> Iterator[ContextRow]:
    for article_id, group in _candidates(connection, query, wanted, sort):
        text = connection.execute(select(article.c.text).where(article.c.id == article_id)).scalar_one()
        contexts: dict[int, tuple[float, str]] = {}
        met: dict[Span, bool] = {}
        for id_, start, end, rank in group:
            where = paragraph(text, Span(start, end))
            if where not in met:
                met[where] = meets(query, where.of(text))
            if met[where]:
                contexts[id_] = (_score(rank), where.of(text))
        if contexts:
            known = rows(connection, list(contexts))
            for id_, (score, context) in contexts.items():
                yield ContextRow(*(*known[id_], score, context))


def _candidates(
    connection: Connection, query: Query, wanted: Filter, sort: Sort | None
) -> Iterator[tuple[int, list[_Candidate]]]:
    """Articles in whose text `query` is met, with the quotations in them that `wanted` takes."""
    # only what stands in the text can stand around a quotation
    hits = _hits(fts.ARTICLES, f"{{text}} : ({match(query)})")
    q, met = quotation.c, tuple(_of_each(connection, wanted))
    if sort:
        every = (
            select(q.article_id, q.id, q.start, q.end, hits.c.rank)
            .select_from(hits.join(quotation, q.article_id == hits.c.rowid).outerjoin(speaker))
            .where(*met)
            .order_by(*order(sort))
        )
        for article_id, group in groupby(_rows(connection, every), key=lambda row: int(row.article_id)):
            yield article_id, [row[1:] for row in group]
        return
    # the best articles first: those behind are not looked into when there are enough
    best = _rows(connection, select(hits.c.rowid, hits.c.rank).order_by(hits.c.rank, hits.c.rowid))
    while some := dict(islice(best, TOGETHER)):
        inside = select(q.article_id, q.id, q.start, q.end).where(q.article_id.in_(listed(list(some))), *met)
        found: dict[int, list[_Candidate]] = {}
        for id_, *one in connection.execute(inside.order_by(q.start, q.id)):
            found.setdefault(id_, []).append((*one, some[id_]))
        yield from ((id_, found[id_]) for id_ in some if id_ in found)


def _of_each(connection: Connection, wanted: Filter) -> Iterator[ColumnElement[bool]]:
    """The conditions of `wanted`, to be asked of what an index of words has found."""
    return conditions(wanted, meant=meant(connection, wanted), aside=CONDITIONS)


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
