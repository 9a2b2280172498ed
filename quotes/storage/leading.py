"""With which condition of a filter SQLite begins when it looks for the first quotations in an order.

It can go through all of them in that order until there are enough, which is quick when many meet the filter;
or gather those that meet one condition and sort them, which is quick when these are few. SQLite knows neither
who is quoted how often nor what a part of a name means: it is looked up here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, literal, or_, select

from quotes.storage.conditions import conditions, dates, is_called, published_by, speakers_called
from quotes.storage.filters import Filter
from quotes.storage.listed import listed
from quotes.storage.tables import article, article_topic, quotation, topic

#: so many quotations, or articles, are sorted sooner than as many are found among a million
_FEW_QUOTATIONS, _FEW_ARTICLES = 20_000, 2_000


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
    for condition, (some, few) in _counted(wanted, means).items():
        # none is counted beyond what makes it more than the least so far
        found = connection.scalar(
            select(func.count()).select_from(some.limit(int(least * few) + 1).subquery())
        )
        shares[condition] = (found or 0) / few
        least = min(least, shares[condition])
    first = min(shares, key=shares.__getitem__, default="")
    few = bool(shares) and shares[first] <= 1
    # the order is mostly that of time: dates say where to begin in it, and where to end
    return Lead(means, frozenset(shares) - {first if few else "dates"}, few)


def meant(connection: Connection, wanted: Filter) -> Meant:
    """Whom and what the words of `wanted` mean."""
    speakers: list[int] = []
    if wanted.speaker is not None:
        speakers = list(connection.scalars(speakers_called(wanted.speaker).distinct()))
    called = list(map(is_called, wanted.topics))
    if called and not wanted.all_topics:
        called = [or_(*called)]
    return Meant(speakers, [connection.scalars(select(topic.c.id).where(one)).all() for one in called])


def _counted(wanted: Filter, meant: Meant) -> dict[str, tuple[Select[Any], int]]:
    """Condition → something that is there as often as it is met, told by an index alone; how much is few."""
    q, one = quotation.c, literal(1)
    counted: dict[str, tuple[Select[Any], int]] = {}
    if wanted.speaker_id is not None:
        counted["speaker_id"] = (select(one).where(q.speaker_id == wanted.speaker_id), _FEW_QUOTATIONS)
    if wanted.speaker is not None:
        theirs = q.speaker_id.in_(listed(meant.speakers))
        counted["speaker"] = (select(one).select_from(quotation).where(theirs), _FEW_QUOTATIONS)
    if wanted.topics:
        about = article_topic.c.topic_id.in_(listed(min(meant.topics, key=len)))
        counted["topics"] = (select(one).select_from(article_topic).where(about), _FEW_ARTICLES)
    if wanted.outlet is not None:
        counted["outlet"] = (
            select(one).select_from(article).where(published_by(wanted.outlet)),
            _FEW_ARTICLES,
        )
    then = list(dates(wanted, q.date))
    if then:
        counted["dates"] = (select(one).select_from(quotation).where(*then), _FEW_QUOTATIONS)
    if wanted.min_confidence is not None:
        sure = conditions(Filter(min_confidence=wanted.min_confidence))
        counted["min_confidence"] = (select(one).select_from(quotation).where(*sure), _FEW_QUOTATIONS)
    return counted
