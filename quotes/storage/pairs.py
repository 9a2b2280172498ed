"""How many quotations there are by two things at once: by month and speaker, by outlet and topic."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Subquery,
    case,
    distinct,
    func,
    literal,
    or_,
    select,
    true,
    union,
    union_all,
)

from quotes.storage.conditions import conditions, is_called_so
from quotes.storage.filters import Filter
from quotes.storage.speaker_rows import By, PairRow
from quotes.storage.stats import PRECISION, SCHEMES
from quotes.storage.tables import OUTLETS, Text, article_topic, quotation, quotation_topic, speaker, topic

_q = quotation.c


#: what quotations have to be told apart by, beside their article, to be counted by something
_COLUMNS: dict[By, ColumnElement[Any]] = {
    **dict.fromkeys(PRECISION, _q.date),
    By.SPEAKER: _q.speaker_id,
    By.SPEAKER_KIND: _q.speaker_id,
    By.KIND: _q.kind,
    By.CUE: _q.cue,
    By.RULE: _q.rule,
}


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two things: what quotations are grouped by, and what it takes to know it."""

    key: ColumnElement[Any]
    #: 1 for what is not told apart, and has no key, else 0; None where everything is
    rest: ColumnElement[Any] | None = None
    joined: Callable[[FromClause], FromClause] = lambda source: source


def pairs(
    connection: Connection, wanted: Filter, by: By, second: By, limit: int | None, top: int | None
) -> Iterator[PairRow]:
    """The quotations that `wanted` takes, counted by both, in the order of the first, then of the second.

    Each is in its own order: commonest first, or that of time. `limit` leaves so many of the first, `top`
    so many of the second, and one rest. A quotation of several topics counts for each.
    """
    chosen = _chosen(wanted, by, second)
    one = _side(chosen, by, wanted)
    told: list[Any] | None = None
    if top is not None:
        seconds = _values(connection, wanted, second, None)
        named = [key for key in seconds if key is not None]
        told = named[-top:] if second in PRECISION else named[:top]
    other = _side(chosen, second, wanted, None if told is None else [*told, None])
    query = _counted(chosen, one, other)
    if limit is not None:
        firsts = _values(connection, wanted, by, limit)
        query = query.where(_among(one.key, list(firsts)))
    found = connection.execute(query).all()
    if limit is None:
        sums = None if second in SCHEMES else _sums((row.one, row.quotations) for row in found)
        firsts = _values(connection, wanted, by, None, sums)
    if told is None:
        whole = by not in SCHEMES and limit is None
        sums = _sums((row.other, row.quotations) for row in found) if whole else None
        seconds = _values(connection, wanted, second, None, sums)
        told = list(seconds)
    places = {key: place for place, key in enumerate([*told, None])}
    ranks = {key: rank for rank, key in enumerate(firsts)}
    for row in sorted(found, key=lambda row: (ranks[row.one], row.is_rest, places[row.other])):
        value, its = firsts[row.one], seconds.get(row.other)
        yield PairRow(value, its, row.quotations, row.articles, is_rest=bool(row.is_rest))


def _counted(chosen: CTE, one: _Side, other: _Side) -> Select[Any]:
    """How many of each pair."""
    found = func.sum(chosen.c.found).label("quotations")
    articles = func.count(distinct(chosen.c.article_id)).label("articles")
    rest = literal(0) if other.rest is None else other.rest
    query = select(one.key.label("one"), other.key.label("other"), rest.label("is_rest"), found, articles)
    query = query.select_from(other.joined(one.joined(chosen))).group_by(one.key, other.key)
    return query if other.rest is None else query.group_by(rest)


def _among(key: ColumnElement[Any], keys: list[Any]) -> ColumnElement[bool]:
    """`key` is one of `keys`, nothing being a key too."""
    named = key.in_([one for one in keys if one is not None])
    return or_(named, key.is_(None)) if None in keys else named


def _chosen(wanted: Filter, *by: By) -> CTE:
    """The quotations, those counted together that have the same article and are told apart by nothing asked.

    `holder` says whose topics they have: the article of that number, or, negative, the quotation.
    """
    columns = list(dict.fromkeys(_COLUMNS[one] for one in by if one in _COLUMNS))
    met = tuple(conditions(wanted))
    together = select(_q.article_id, *columns, _q.article_id.label("holder"), func.count().label("found"))
    together = together.where(*met).group_by(*columns, _q.article_id)
    if not SCHEMES.keys() & set(by):
        return together.cte("chosen")
    own = _q.id.in_(select(quotation_topic.c.quotation_id))
    alone = select(_q.article_id, *columns, -_q.id, literal(1)).where(own, *met)
    return union_all(together.where(~own), alone).cte("chosen")


def _side(chosen: CTE, by: By, wanted: Filter, told: list[Any] | None = None) -> _Side:
    """What to count by; what is not among `told` (None: everything is) goes into one rest."""
    if by in SCHEMES:
        return _about(chosen, by, wanted, told)
    key: ColumnElement[Any]
    joined: Callable[[FromClause], FromClause] = lambda source: source  # noqa: E731 - as _Side has it
    if by in PRECISION:
        key = func.substr(chosen.c.date, 1, PRECISION[by])
    elif by is By.SPEAKER_KIND:
        who = speaker.alias()
        key, joined = who.c.kind, lambda source: source.outerjoin(who, who.c.id == chosen.c.speaker_id)
    elif by is By.OUTLET:
        where = OUTLETS.alias()
        key = where.c.outlet_folded
        joined = lambda source: source.join(where, where.c.id == chosen.c.article_id)  # noqa: E731
    else:
        key = chosen.c[str(_COLUMNS[by].key)]
        key = func.lower(key) if by is By.CUE else key
    return _Side(*_apart(key, told), joined)


def _apart(
    key: ColumnElement[Any], told: list[Any] | None
) -> tuple[ColumnElement[Any], ColumnElement[Any] | None]:
    """A key that is nothing where it is not `told`, and what is 1 there."""
    if told is None:
        return key, None
    apart = _among(key, told)
    return case((apart, key)), case((apart, 0), else_=1)


def _about(chosen: CTE, by: By, wanted: Filter, told: list[Any] | None) -> _Side:
    """Topics by folded label, of several schemes once; a quotation's own, where it has some.

    The topics of `wanted` choose here too which are listed.
    """
    called = select(topic.c.id, topic.c.label_folded.label("label"))
    scheme = SCHEMES[by]
    if scheme is not None:
        called = called.where(topic.c.scheme == scheme.value)
    if wanted.topics:
        called = called.where(or_(*is_called_so(wanted)))
    what = called.cte()
    label, rest = _apart(what.c.label, told)
    columns = [label.label("label")] if rest is None else [label.label("label"), rest.label("rest")]
    of_articles = select(article_topic.c.article_id.label("holder"), *columns).join(
        what, what.c.id == article_topic.c.topic_id
    )
    by_itself = select(-quotation_topic.c.quotation_id, *columns).join(
        what, what.c.id == quotation_topic.c.topic_id
    )
    # a label once, and the rest once, however many topics are behind it
    about = union(of_articles, by_itself).subquery()
    return _Side(
        about.c.label,
        None if rest is None else about.c.rest,
        lambda source: source.join(about, about.c.holder == chosen.c.holder),
    )


def _sums(found: Iterable[tuple[Any, int]]) -> Subquery:
    """Key → how many, of pairs in which each quotation is counted once."""
    sums: Counter[Any] = Counter()
    for key, quotations in found:
        sums[key] += quotations
    in_order = sorted(sums.items(), key=lambda one: (one[0] is not None, one[0]))
    pair = func.json_each(literal(json.dumps(in_order), Text)).table_valued("value").c.value
    key, its = func.json_extract(pair, "$[0]"), func.json_extract(pair, "$[1]")
    return select(key.label("key"), its.label("found")).subquery()


def _values(
    connection: Connection, wanted: Filter, by: By, limit: int | None, sums: Subquery | None = None
) -> dict[Any, str | None]:
    """What there is of one of the two, in its order: key → what it is called; `sums`, if they are known."""
    chosen = _chosen(wanted, by)
    counts = _summed(chosen, _side(chosen, by, wanted)) if sums is None else sums
    if by in PRECISION:
        latest = connection.scalars(select(counts.c.key).order_by(counts.c.key.desc()).limit(limit)).all()
        return {period: period for period in reversed(latest)}
    if by is By.SPEAKER:
        return _speakers(connection, counts, limit)
    label: ColumnElement[Any] = counts.c.key
    source: FromClause = counts
    if by in SCHEMES or by is By.OUTLET:
        names = _names(chosen, by).subquery()
        source, label = counts.outerjoin(names, names.c.key == counts.c.key), names.c.name
    query = select(counts.c.key, label.label("name")).select_from(source)
    rows = connection.execute(query.order_by(counts.c.found.desc(), "name").limit(limit))
    return {row.key: row.name for row in rows}


def _summed(chosen: CTE, side: _Side) -> Subquery:
    found = func.sum(chosen.c.found).label("found")
    counted = select(side.key.label("key"), found).select_from(side.joined(chosen))
    return counted.group_by(side.key).subquery()


def _names(chosen: CTE, by: By) -> Select[Any]:
    """Folded names of outlets or topics, and one way in which each is written."""
    if by is By.OUTLET:
        folded, name = OUTLETS.c.outlet_folded, OUTLETS.c.outlet
        counts: ColumnElement[bool] = OUTLETS.c.id.in_(select(chosen.c.article_id))
    else:
        folded, name = topic.c.label_folded, topic.c.label
        scheme = SCHEMES[by]
        counts = true() if scheme is None else topic.c.scheme == scheme.value
    return select(folded.label("key"), func.min(name).label("name")).where(counts).group_by(folded)


def _speakers(connection: Connection, counts: Subquery, limit: int | None) -> dict[Any, str | None]:
    """Speakers of one name are told apart by what sort they are."""
    query = select(counts.c.key, speaker.c.name, speaker.c.kind)
    query = query.select_from(counts.outerjoin(speaker, speaker.c.id == counts.c.key))
    rows = connection.execute(query.order_by(counts.c.found.desc(), speaker.c.name_folded).limit(limit)).all()
    named = Counter(row.name for row in rows)
    return {row.key: f"{row.name} ({row.kind})" if named[row.name] > 1 else row.name for row in rows}
