"""Full-text search: a query as FTS5 asks for it, over quotations, what stands around them, and articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby, islice, product
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    INTEGER,
    REAL,
    ColumnElement,
    Connection,
    Select,
    Subquery,
    bindparam,
    column,
    func,
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
from quotes.storage.listed import json_list, listed
from quotes.storage.queries import BATCH, ENDLESS, rows
from quotes.storage.tables import Text, article, quotation, speaker

#: the characters of an excerpt before and behind what was found
_BEFORE, _BEHIND = 60, 140
#: from how many hits on the first few quotations are looked for among the best hits before all are, and among
#: how many of these: terms, which are no quotations, are short and often the best
_MANY, _AMONG = 5_000, 2_000
#: up to how many quotations are few
_FEW = 20
#: number, start and end of a quotation, and the rank of its article
_Candidate = tuple[int, int, int, float]


def quotations(connection: Connection, query: Query, wanted: Filter, sort: Sort | None) -> Iterator[FoundRow]:
    """Quotations in which `query` is met; best first, unless `sort` says otherwise."""
    first = _first_few(connection, query, wanted) if sort is None else None
    if first is not None:
        yield from _found_rows(connection, first)
        return
    found_so, given = _found(wanted, meant(connection, wanted), sort)
    asked = {"words": match(query), "most": _limit(wanted)}
    found = connection.execute(found_so, given | asked, execution_options={"yield_per": BATCH})
    for batch in found.partitions():
        yield from _found_rows(connection, [(id_, rank) for id_, rank in batch])


def _found_rows(connection: Connection, found: list[tuple[int, float]]) -> Iterator[FoundRow]:
    known = rows(connection, [id_ for id_, _ in found])
    for id_, rank in found:
        yield FoundRow(*(*known[id_], _score(rank)))


def _first_few(connection: Connection, query: Query, wanted: Filter) -> list[tuple[int, float]] | None:
    """The best quotations and their rank, if few are wanted and are sure to be among the best hits.

    Of a common word there are tens of thousands of hits, and to look each of them up takes as long as to
    weigh it.
    """
    if wanted.limit is None or not 0 < wanted.limit <= _FEW or not replace(wanted, kinds=()).takes_all:
        return None
    words = {"words": match(query), "most": _AMONG}
    if connection.execute(_count_hits(), words).scalar_one() < _MANY:
        return None
    ranks: dict[int, float] = {hit.rowid: hit.rank for hit in connection.execute(_best_hits(), words)}
    among, given = _among(wanted)
    ids = connection.scalars(among, given | {"hits": json_list(list(ranks))})
    first = sorted(((id_, ranks[id_]) for id_ in ids), key=itemgetter(1))[: wanted.limit]
    # behind the last hit there may be others of its rank
    sure = len(first) == wanted.limit and first[-1][1] < max(ranks.values())
    return first if sure else None


@cache
def _count_hits() -> Select[int]:
    return select(func.count()).select_from(table(fts.TABLE)).where(_matches(fts.TABLE))


@cache
def _best_hits() -> Select[int, float]:
    """The rows of the index that match best; the function takes less time than the column `rank`."""
    index = table(fts.TABLE, column("rowid", INTEGER))
    rank = func.bm25(literal_column(fts.TABLE), type_=REAL).label("rank")
    return (
        select(index.c.rowid, rank)
        .where(_matches(fts.TABLE))
        .order_by(rank)
        .limit(bindparam("most", type_=INTEGER))
    )


@written
def _among(wanted: Filter, _: None = None) -> Select[int]:
    """Those of certain rows that `wanted` takes, in the order in which equally good ones come."""
    hits = listed(bindparam("hits", type_=Text))
    return (
        select(quotation.c.id)
        .where(quotation.c.id.in_(hits), *conditions(wanted, aside=CONDITIONS))
        .order_by(*order(Sort.ARTICLE))
    )


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
    return select(index.c.rowid, index.c.rank).where(_matches(name, words)).subquery("hits")


def _matches(name: str, words: str | None = None) -> ColumnElement[bool]:
    """`words`, or those that are given to the statement, are met."""
    return literal_column(name).op("MATCH", is_comparison=True)(bindparam("words", words, Text))


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
