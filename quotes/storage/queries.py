"""Quotations that a filter takes: first which, from indexes alone, then their rows, so many at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from sqlalchemy import (
    INTEGER,
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    func,
    literal_column,
    select,
)

from quotes.model import Kind, Span, SpeakerKind
from quotes.storage import views
from quotes.storage.conditions import conditions, is_about, order, topics_meant
from quotes.storage.filters import Filter, Sort
from quotes.storage.given import values, written
from quotes.storage.leading import Meant, lead
from quotes.storage.listed import json_list, listed
from quotes.storage.rows import Question, QuotationRow, Status
from quotes.storage.tables import Text, article, quotation, speaker

#: rows fetched from SQLite at a time
BATCH = 500
#: the greatest integer that SQLite knows
ENDLESS = 2**63 - 1
_q = quotation.c
_THESE = listed(bindparam("ids", type_=Text))
#: what a row of the view has, in its order
Values = tuple[Any, ...]


def quotations(connection: Connection, wanted: Filter) -> Iterator[QuotationRow]:
    """The quotations that `wanted` takes, one after the other."""
    found = ids(connection, wanted)
    while batch := list(islice(found, BATCH)):
        known = rows(connection, batch)
        for id_ in batch:
            yield QuotationRow(*known[id_])


def ids(connection: Connection, wanted: Filter) -> Iterator[int]:
    """The numbers of the quotations that `wanted` takes, in the order asked for."""
    how = lead(connection, wanted)
    # of few that are sorted anyway, the topics are not looked up before it is sure that they are reached
    later = how.few and "topics" in how.aside
    first = replace(wanted, topics=()) if later else wanted
    limit = None if wanted.limit is None else min(wanted.limit, ENDLESS)
    most = None if later else limit
    queries, given = _in_order(first, how.meant, how.aside, how.few, wanted.sort, most is None)
    given["most"] = most
    found = (connection.execute(one, given, execution_options=_STREAM) for one in queries)
    every = (row.id for some in found for row in some)
    return islice(_about(connection, every, wanted, how.meant) if later else every, limit)


@written
def _in_order(
    wanted: Filter, meant: Meant, aside: Collection[str], few: bool, sort: Sort, every: bool
) -> list[Select[int]]:
    """The numbers of quotations in the order of `sort`, one query after the other; `most` of each, or all."""
    met = tuple(conditions(wanted, meant=meant, aside=aside))
    if sort is Sort.SPEAKER:
        queries = [_sorted_by_name(met)] if few else _by_name(met)
    else:
        queries = [select(_q.id).where(*met).order_by(*order(sort))]
    return queries if every else [one.limit(bindparam("most", type_=INTEGER)) for one in queries]


def _about(connection: Connection, every: Iterator[int], wanted: Filter, meant: Meant) -> Iterator[int]:
    """Those of `every` that are about what is meant."""
    query, given = _about_it(wanted, meant)
    while batch := list(islice(every, BATCH)):
        kept = set(connection.scalars(query, given | {"ids": json_list(batch)}))
        yield from (id_ for id_ in batch if id_ in kept)


@written
def _about_it(wanted: Filter, meant: Meant) -> Select[int]:
    met = map(is_about, topics_meant(values(wanted, meant), meant))
    return select(_q.id).where(_q.id.in_(_THESE), *met)


def _sorted_by_name(met: Sequence[ColumnElement[bool]]) -> Select[int]:
    return select(_q.id).outerjoin_from(quotation, speaker).where(*met).order_by(*order(Sort.SPEAKER))


def _by_name(met: Sequence[ColumnElement[bool]]) -> list[Select[int]]:
    """The same from one speaker to the next, then what is unknown: nothing waits until all is sorted."""
    _, *then = order(Sort.SPEAKER)  # no name is null
    # SQLite looks for no index where something is added: it begins with the speaker
    known = select(_q.id).select_from(speaker).join(quotation, _q.speaker_id == speaker.c.id + 0)
    unknown = select(_q.id).where(_q.speaker_id.is_(None), *met)
    return [known.where(*met).order_by(*then), unknown.order_by(*order(Sort.DATE))]


def rows(connection: Connection, ids: Sequence[int]) -> dict[int, Values]:
    """The columns of the view `quotes` for quotations, which may be terms: the view has none to offer."""
    found = connection.execute(_ROWS, {"ids": json_list(ids)}).all()
    # looked up once an article: many quotations share its topics
    articles = sorted({row.article_id for row in found if row.topics is None})
    about = {row.id: row.topics for row in connection.execute(_TOPICS, {"ids": json_list(articles)})}
    return {row.id: _values(row, about.get(row.article_id)) for row in found}


def _values(row: Row[Any], about: str | None) -> Values:
    """A row with the topics of its article, if it has none of its own, and enumerations as such."""
    values: Values = tuple(row)
    id_, date, who, of_kind, role, words, kind, cue, mention, rule, confidence, status, own, *rest = values
    named = (who, of_kind and SpeakerKind(of_kind), role, words, Kind(kind))
    return (id_, date, *named, cue, mention, rule, confidence, Status(status), own or about, *rest)


def question(connection: Connection, id_: int) -> Question | None:
    """A quotation in its article; None when there is no such quotation in a text."""
    q = quotation.c
    grounds = select(quotation, article.c.text.label("article_text")).join_from(quotation, article)
    found = connection.execute(grounds.where(q.id == id_, q.start.is_not(None))).one_or_none()
    if found is None:
        return None
    row = found._mapping
    cue, mention, time = (
        None if row[f"{name}_start"] is None else Span(row[f"{name}_start"], row[f"{name}_end"])
        for name in ("cue", "mention", "said_when")
    )
    shown = QuotationRow(*rows(connection, [id_])[id_])
    return Question(shown, row["article_text"], cue, mention, time)


def count(connection: Connection, wanted: Filter) -> int:
    """How many quotations `wanted` takes, its limit left aside."""
    return connection.execute(*_count(wanted)).scalar_one()


@written
def _count(wanted: Filter, _: None) -> Select[int]:
    return select(func.count()).select_from(quotation).where(*conditions(wanted))


_STREAM = {"yield_per": BATCH}
_ROWS: Select[Any] = (
    select(
        _q.id,
        _q.date,
        speaker.c.name.label("speaker"),
        speaker.c.kind.label("speaker_kind"),
        _q.role,
        _q.text,
        _q.kind,
        _q.cue,
        _q.mention,
        _q.rule,
        _q.confidence,
        _q.status,
        literal_column(views.OWN_TOPICS, Text).label("topics"),
        article.c.outlet,
        article.c.title,
        article.c.url,
        _q.article_id,
        _q.start,
        _q.end,
    )
    .select_from(quotation.join(article).outerjoin(speaker))
    .where(_q.id.in_(_THESE))
)
_TOPICS: Select[Any] = select(
    article.c.id, literal_column(views.TOPICS_OF_ARTICLE, Text).label("topics")
).where(article.c.id.in_(_THESE))
