"""With which condition of a filter SQLite begins when it looks for the first quotations in an order.

It can go through all of them in that order until there are enough, which is quick when many meet the filter;
or gather those that meet one condition and sort them, which is quick when these are few. SQLite knows neither
who is quoted how often nor what a part of a name means: it is looked up here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from typing import Any

from sqlalchemy import INTEGER, ColumnElement, Connection, Select, bindparam, func, literal_column, select

from quotes.storage.conditions import called, conditions, dates, published_by, speakers_called
from quotes.storage.filters import Filter
from quotes.storage.given import Given, value, values, written
from quotes.storage.listed import json_list, listed
from quotes.storage.tables import Text, article, article_topic, quotation, topic

#: so many quotations, or those of so many articles, are sorted as soon as ten are found among a million;
#: twice as many are found in half the time, so that in a quarter of the database half of them take as long
_FEW_QUOTATIONS, _FEW_ARTICLES, _AMONG = 20_000, 2_000, 1_000_000


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom and what the words of a filter mean in a database."""

    #: numbers of those whom `speaker` can mean
    speakers: Sequence[int] = ()
    #: numbers of topics; one of each has to be there
    topics: Sequence[Sequence[int]] = ()


@dataclass(frozen=True, slots=True)
class Lead:
    """How a filter is best asked for."""

    meant: Meant
    #: the conditions with which not to begin
    aside: frozenset[str]
    #: few meet one of the conditions, and are to be sorted; else all are gone through in their order
    few: bool


def lead(connection: Connection, wanted: Filter) -> Lead:
    """How to ask for `wanted`: the condition that the fewest meet comes first, if these are few."""
    means = meant(connection, wanted)
    shares: dict[str, float] = {}
    least = 1.0
    larger = _larger(connection)
    for condition, so_many in _countable(wanted):
        few = so_many * larger
        counting, given = _counting(wanted, None, condition)
        # none is counted beyond what makes it more than the least so far
        found = connection.scalar(counting, given | _met(condition, means) | {"most": int(least * few) + 1})
        shares[condition] = (found or 0) / few
        least = min(least, shares[condition])
    first = min(shares, key=shares.__getitem__, default="")
    few = bool(shares) and shares[first] <= 1
    # the order is mostly that of time: dates say where to begin in it, and where to end
    return Lead(means, frozenset(shares) - {first if few else "dates"}, few)


def _larger(connection: Connection) -> float:
    """How many times more are few than among a million; quotations are numbered without many gaps."""
    return sqrt(max(1, connection.scalar(_last_number()) or 1) / _AMONG)


@cache
def _last_number() -> Select[Any]:
    return select(func.max(quotation.c.id))


def meant(connection: Connection, wanted: Filter) -> Meant:
    """Whom and what the words of `wanted` mean."""
    speakers: Sequence[int] = ()
    if wanted.speaker is not None:
        speakers = connection.scalars(*_speakers(wanted)).all()
    places = range(len(wanted.topics) if wanted.all_topics else min(1, len(wanted.topics)))
    return Meant(speakers, [connection.scalars(*_topics(wanted, None, place)).all() for place in places])


@written
def _speakers(wanted: Filter, _: None) -> Select[Any]:
    return speakers_called(str(wanted.speaker)).distinct()


@written
def _topics(wanted: Filter, _: None, place: int) -> Select[Any]:
    return select(topic.c.id).where(called(wanted)[place])


def _countable(wanted: Filter) -> Iterator[tuple[str, int]]:
    """The conditions of `wanted` that an index alone counts, and how much is few."""
    if wanted.speaker_id is not None:
        yield "speaker_id", _FEW_QUOTATIONS
    if wanted.speaker is not None:
        yield "speaker", _FEW_QUOTATIONS
    if wanted.topics:
        yield "topics", _FEW_ARTICLES
    if wanted.outlet is not None:
        yield "outlet", _FEW_ARTICLES
    if wanted.since or wanted.until or wanted.on:
        yield "dates", _FEW_QUOTATIONS
    if wanted.min_confidence is not None:
        yield "min_confidence", _FEW_QUOTATIONS


def _met(condition: str, meant: Meant) -> Given:
    """The numbers that meet a condition on names."""
    if condition == "speaker":
        return {"ids": json_list(meant.speakers)}
    return {"ids": json_list(min(meant.topics, key=len))} if condition == "topics" else {}


@written
def _counting(wanted: Filter, _: None, condition: str) -> Select[Any]:
    """How often `condition` is met, up to `most`."""
    q = quotation.c
    one: ColumnElement[int] = literal_column("1")
    ids = listed(bindparam("ids", type_=Text))
    some: Select[Any] = select(one).select_from(quotation)
    if condition == "speaker_id":
        some = some.where(q.speaker_id == value(values(wanted), "speaker_id"))
    elif condition == "speaker":
        some = some.where(q.speaker_id.in_(ids))
    elif condition == "topics":
        some = select(one).select_from(article_topic).where(article_topic.c.topic_id.in_(ids))
    elif condition == "outlet":
        some = select(one).select_from(article).where(published_by(wanted))
    elif condition == "dates":
        some = some.where(*dates(wanted, q.date))
    else:
        some = some.where(*conditions(Filter(min_confidence=wanted.min_confidence)))
    return select(func.count()).select_from(some.limit(bindparam("most", type_=INTEGER)).subquery())
