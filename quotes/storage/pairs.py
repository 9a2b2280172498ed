"""How many quotations there are by two things at once: by month and speaker, by outlet and topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
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
    union_all,
)

from quotes.model import Scheme
from quotes.storage.conditions import conditions, is_called
from quotes.storage.filters import Filter
from quotes.storage.speaker_rows import By, PairRow
from quotes.storage.stats import PRECISION, SCHEMES
from quotes.storage.tables import article, article_topic, quotation, quotation_topic, speaker, topic

_q = quotation.c


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two things: what quotations are grouped by, and what it takes to know it."""

    key: ColumnElement[Any]
    joined: Callable[[FromClause], FromClause] = lambda source: source


def pairs(
    connection: Connection, wanted: Filter, by: By, second: By, limit: int | None, top: int | None
) -> Iterator[PairRow]:
    """The quotations that `wanted` takes, counted by both, in the order of the first, then of the second.

    Each is in its own order: commonest first, or that of time. `limit` leaves so many of the first, `top`
    so many of the second, and one rest. A quotation of several topics counts for each.
    """
    chosen = _chosen(wanted)
    one, other = _side(chosen, by, wanted), _side(chosen, second, wanted)
    firsts = _values(connection, chosen, one, by, limit)
    seconds = _values(connection, chosen, other, second, None)
    told = list(seconds)
    if top is not None:
        named = [key for key in seconds if key is not None]
        told = named[-top:] if second in PRECISION else named[:top]
    query = _counted(chosen, one, other, None if top is None else told)
    if limit is not None:
        query = query.where(_among(one.key, list(firsts)))
    places = {key: place for place, key in enumerate([*told, None])}
    ranks = {key: rank for rank, key in enumerate(firsts)}
    found = connection.execute(query).all()
    for row in sorted(found, key=lambda row: (ranks[row.one], row.is_rest, places[row.other])):
        value, its = firsts[row.one], seconds.get(row.other)
        yield PairRow(value, its, row.quotations, row.articles, is_rest=bool(row.is_rest))


def _counted(chosen: CTE, one: _Side, other: _Side, told: list[Any] | None) -> Select[Any]:
    """How many of each pair; what is not `told` apart (None: everything is) goes into one rest."""
    of: ColumnElement[Any] = other.key
    rest: ColumnElement[Any] = literal(0)
    if told is not None:
        apart = _among(of, [*told, None])
        of, rest = case((apart, of)), case((apart, 0), else_=1)
    found = func.count(distinct(chosen.c.id)).label("quotations")
    articles = func.count(distinct(chosen.c.article_id)).label("articles")
    query = select(one.key.label("one"), of.label("other"), rest.label("is_rest"), found, articles)
    return query.select_from(other.joined(one.joined(chosen))).group_by(one.key, of, rest)


def _among(key: ColumnElement[Any], keys: list[Any]) -> ColumnElement[bool]:
    """`key` is one of `keys`, nothing being a key too."""
    named = key.in_([one for one in keys if one is not None])
    return or_(named, key.is_(None)) if None in keys else named


def _chosen(wanted: Filter) -> CTE:
    columns = (_q.id, _q.article_id, _q.speaker_id, _q.date, _q.kind, _q.cue, _q.rule)
    return select(*columns).where(*conditions(wanted)).cte("chosen")


def _side(chosen: CTE, by: By, wanted: Filter) -> _Side:
    if by in PRECISION:
        return _Side(func.substr(chosen.c.date, 1, PRECISION[by]))
    if by in SCHEMES:
        return _about(chosen, SCHEMES[by], wanted)
    if by is By.SPEAKER_KIND:
        who = speaker.alias()
        return _Side(who.c.kind, lambda source: source.outerjoin(who, who.c.id == chosen.c.speaker_id))
    if by is By.OUTLET:
        where = article.alias()
        return _Side(
            where.c.outlet_folded, lambda source: source.join(where, where.c.id == chosen.c.article_id)
        )
    keys: dict[By, ColumnElement[Any]] = {
        By.SPEAKER: chosen.c.speaker_id,
        By.KIND: chosen.c.kind,
        By.CUE: func.lower(chosen.c.cue),
        By.RULE: chosen.c.rule,
    }
    return _Side(keys[by])


def _about(chosen: CTE, scheme: Scheme | None, wanted: Filter) -> _Side:
    """Topics by folded label, of several schemes once; a quotation's own, where it has some.

    The topics of `wanted` choose here too which are listed.
    """
    called = select(topic.c.id, topic.c.label_folded.label("label"))
    if scheme is not None:
        called = called.where(topic.c.scheme == scheme.value)
    if wanted.topics:
        called = called.where(or_(*map(is_called, wanted.topics)))
    what = called.cte()
    own = select(quotation_topic.c.quotation_id)
    of_articles = select(chosen.c.id, what.c.label).select_from(
        chosen.join(article_topic, article_topic.c.article_id == chosen.c.article_id).join(
            what, what.c.id == article_topic.c.topic_id
        )
    )
    by_itself = select(quotation_topic.c.quotation_id, what.c.label).join(
        what, what.c.id == quotation_topic.c.topic_id
    )
    about = union_all(of_articles.where(chosen.c.id.not_in(own)), by_itself).subquery()
    return _Side(about.c.label, lambda source: source.join(about, about.c.id == chosen.c.id))


def _values(
    connection: Connection, chosen: CTE, side: _Side, by: By, limit: int | None
) -> dict[Any, str | None]:
    """What there is of one of the two, in its order: key → what it is called."""
    found = func.count(distinct(chosen.c.id)).label("found")
    counted = select(side.key.label("key"), found).select_from(side.joined(chosen))
    counts = counted.group_by(side.key).subquery()
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


def _names(chosen: CTE, by: By) -> Select[Any]:
    """Folded names of outlets or topics, and one way in which each is written."""
    counts: ColumnElement[bool]
    if by is By.OUTLET:
        folded, name = article.c.outlet_folded, article.c.outlet
        counts = article.c.id.in_(select(chosen.c.article_id))
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
