"""What is stored as records: articles with everything about them, then the speakers with their names.

Nothing is gathered: articles are read so many at a time, in the order in which they came.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, func, select

from quotes.archive import ArticleRecord, DecisionRecord, Name, QuotationRecord, Record, SpeakerRecord
from quotes.model import Kind, Scheme, SpeakerKind, Topic
from quotes.storage.articles import TOGETHER, chosen
from quotes.storage.filters import Filter
from quotes.storage.listed import json_list, listed
from quotes.storage.queries import BATCH
from quotes.storage.rows import Status
from quotes.storage.tables import (
    Text,
    article,
    article_topic,
    decision,
    merged_quotation,
    quotation,
    quotation_topic,
    speaker,
    speaker_alias,
    speaker_merge,
    topic,
)

_q, _s = quotation.c, speaker.c
_found = speaker.alias("found")
_into = speaker.alias("into_speaker")
_STREAM = {"yield_per": BATCH}
#: columns that have the same name and meaning in a record
_SAME = tuple(
    name
    for name in QuotationRecord.__dataclass_fields__
    if name not in ("speaker", "speaker_kind", "found_as", "topics", "decision", "incises")
)
_OF_ARTICLE = tuple(
    name for name in ArticleRecord.__dataclass_fields__ if name not in ("topics", "quotations", "copy")
)


def records(connection: Connection, wanted: Filter) -> Iterator[Record]:
    """What `wanted` takes: articles with these quotations, then the speakers.

    Without conditions everything is taken: also terms, what a person rejected, decisions whose words are
    gone, articles without quotations and names that nobody is quoted under.
    """
    if _is_everything(wanted):
        every = connection.scalars(select(article.c.id).order_by(article.c.id), execution_options=_STREAM)
        while some := list(islice(every, TOGETHER)):
            yield from _articles(connection, some, _q.article_id.in_(listed(some)))[0]
        yield from _speakers(connection, None)
        return
    speakers = set[int]()
    found = chosen(connection, wanted)
    while batch := list(islice(found, TOGETHER)):
        ids = [id_ for _, its in batch for id_ in its]
        records_, named = _articles(connection, [id_ for id_, _ in batch], _q.id.in_(listed(ids)))
        yield from records_
        speakers |= named
    yield from _speakers(connection, speakers)


def _is_everything(wanted: Filter) -> bool:
    return replace(wanted, sort=Filter().sort) == Filter()


def _articles(
    connection: Connection, ids: Sequence[int], asked: ColumnElement[bool]
) -> tuple[list[ArticleRecord], set[int]]:
    """The records of articles, with the quotations asked for, and who is named in them."""
    quoted: dict[int, list[QuotationRecord]] = defaultdict(list)
    named = set[int]()
    own = _topics_of_quotations(connection, ids)
    for one in connection.execute(_quotations(asked)):
        quoted[one.article_id].append(_quotation(one, tuple(own.get(one.id, ()))))
        named |= {id_ for id_ in (one.speaker_id, one.found_id) if id_ is not None}
    about = _topics_of_articles(connection, ids)
    found = [
        ArticleRecord(
            **{name: row._mapping[name] for name in _OF_ARTICLE},
            copy=bool(row.copy),
            topics=tuple(about[row.id]),
            quotations=tuple(quoted[row.id]),
        )
        for row in connection.execute(_ARTICLES, {"ids": json_list(ids)})
    ]
    return found, named


def _quotations(asked: ColumnElement[bool]) -> Select[tuple[Any, ...]]:
    d = decision.c
    return (
        select(
            quotation,
            _s.name.label("speaker"),
            _s.kind.label("speaker_kind"),
            _found.c.id.label("found_id"),
            _found.c.name.label("found_name"),
            _found.c.kind.label("found_kind"),
            d.quotation_id.label("decided"),
            *(d[name] for name in DecisionRecord.__dataclass_fields__),
        )
        .outerjoin_from(quotation, speaker, _s.id == _q.speaker_id)
        .outerjoin(merged_quotation, merged_quotation.c.quotation_id == _q.id)
        .outerjoin(_found, _found.c.id == merged_quotation.c.speaker_id)
        .outerjoin(decision, d.quotation_id == _q.id)
        .where(asked)
        .order_by(_q.article_id, _q.start, _q.end, _q.id)
    )


def _quotation(row: Row[Any], topics: tuple[Topic, ...]) -> QuotationRecord:
    values = {name: row._mapping[name] for name in _SAME}
    return QuotationRecord(
        **values
        | {
            "kind": Kind(row.kind),
            "status": Status(row.status),
            "nested": bool(row.nested),
            "incises": tuple((start, end) for start, end in json.loads(row.incises)),
        },
        speaker=row.speaker,
        speaker_kind=_kind(row.speaker_kind),
        found_as=None if row.found_id is None else Name(row.found_name, SpeakerKind(row.found_kind)),
        topics=topics,
        decision=None if row.decided is None else _decision(row),
    )


def _decision(row: Row[Any]) -> DecisionRecord:
    values = {name: row._mapping[name] for name in DecisionRecord.__dataclass_fields__}
    return DecisionRecord(
        **values
        | {
            "machine_finds": bool(row.machine_finds),
            "machine_kind": Kind(row.machine_kind),
            "machine_speaker_kind": _kind(row.machine_speaker_kind),
        }
    )


def _kind(value: str | None) -> SpeakerKind | None:
    return None if value is None else SpeakerKind(value)


def _topics(*more: ColumnElement[Any]) -> Select[tuple[Any, ...]]:
    t = topic.c
    return select(t.label, t.scheme, t.code, t.label_en, *more).select_from(topic)


def _topic(row: Row[Any]) -> Topic:
    return Topic(row.label, Scheme(row.scheme), row.code, row.label_en, row.score)


def _topics_of_articles(connection: Connection, ids: Sequence[int]) -> dict[int, list[Topic]]:
    found: dict[int, list[Topic]] = defaultdict(list)
    of_article = article_topic.c
    query = (
        _topics(of_article.score, of_article.article_id)
        .join(article_topic, of_article.topic_id == topic.c.id)
        .where(of_article.article_id.in_(listed(ids)))
        .order_by(of_article.article_id, of_article.position)
    )
    for row in connection.execute(query):
        found[row.article_id].append(_topic(row))
    return found


def _topics_of_quotations(connection: Connection, ids: Sequence[int]) -> dict[int, list[Topic]]:
    """Quotation → the topics of its own, of the quotations in some articles."""
    own = quotation_topic.c
    found: dict[int, list[Topic]] = defaultdict(list)
    query = (
        _topics(own.score, own.quotation_id)
        .join(quotation_topic, own.topic_id == topic.c.id)
        .join(quotation, _q.id == own.quotation_id)
        .where(_q.article_id.in_(listed(ids)))
        .order_by(own.quotation_id, own.position)
    )
    for row in connection.execute(query):
        found[row.quotation_id].append(_topic(row))
    return found


_other = article.alias("other")
_twin = select(_other.c.id).where(_other.c.hash == article.c.hash, _other.c.id < article.c.id).exists()
_ARTICLES = (
    select(article, _twin.label("copy"))
    .where(article.c.id.in_(listed(bindparam("ids", type_=Text))))
    .order_by(article.c.id)
)


def _speakers(connection: Connection, named: set[int] | None) -> Iterator[SpeakerRecord]:
    """Every speaker; or those named, and the names that were merged into them."""
    query = (
        select(_s.id, _s.name, _s.kind, _into.c.name.label("into_name"), _into.c.kind.label("into_kind"))
        .outerjoin_from(speaker, speaker_merge, speaker_merge.c.speaker_id == _s.id)
        .outerjoin(_into, _into.c.id == speaker_merge.c.merged_into)
        .order_by(_s.id)
    )
    if named is not None:
        listed = func.json_each(json.dumps(sorted(named))).table_valued("value")
        ids = select(listed.c.value)
        merged = select(speaker_merge.c.speaker_id).where(speaker_merge.c.same_as.in_(ids))
        query = query.where(_s.id.in_(ids) | _s.id.in_(merged))
    for rows in connection.execute(query.execution_options(yield_per=BATCH)).partitions():
        aliases = _aliases(connection, [row.id for row in rows])
        for row in rows:
            yield SpeakerRecord(
                row.name,
                SpeakerKind(row.kind),
                aliases=tuple(aliases[row.id, "machine"]),
                given_aliases=tuple(aliases[row.id, "human"]),
                merged_into=None
                if row.into_name is None
                else Name(row.into_name, SpeakerKind(row.into_kind)),
            )


def _aliases(connection: Connection, ids: list[int]) -> defaultdict[tuple[int, str], list[str]]:
    """(speaker, origin) → what the speaker is called besides."""
    a = speaker_alias.c
    found: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    query = select(a.speaker_id, a.origin, a.alias).where(a.speaker_id.in_(ids)).order_by(a.id)
    for id_, origin, alias in connection.execute(query):
        found[id_, origin].append(alias)
    return found
