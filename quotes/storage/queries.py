"""From a filter to SQL, and from rows to `QuotationRow`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    UnaryExpression,
    and_,
    false,
    func,
    literal,
    literal_column,
    or_,
    select,
    union_all,
)

from quotes.folding import fold_name, singular_name
from quotes.model import Kind, Scheme, Span, SpeakerKind
from quotes.storage.filters import Filter, Sort, first_day, last_day
from quotes.storage.rows import Question, QuotationRow, Status
from quotes.storage.tables import (
    Text,
    article,
    article_topic,
    quotation,
    quotation_topic,
    speaker,
    speaker_alias,
    speaker_merge,
    topic,
)
from quotes.storage.views import TOPICS

#: a subject's code, its prefix left out or not
_CODE = re.compile(r"(?:medtop:)?([0-9]{8})")
#: rows fetched from SQLite at a time
BATCH = 500
#: the greatest integer that SQLite knows
ENDLESS = 2**63 - 1


def quotations(connection: Connection, wanted: Filter) -> Iterator[QuotationRow]:
    """The quotations that `wanted` takes, one after the other."""
    limit = None if wanted.limit is None else min(wanted.limit, ENDLESS)
    query = columns().where(*conditions(wanted)).order_by(*order(wanted.sort)).limit(limit)
    for row in connection.execute(query.execution_options(yield_per=BATCH)):
        yield QuotationRow(**values(row))


def values(row: Row[Any]) -> dict[str, Any]:
    """The columns of a row that has those of `columns`, with the names that are enumerations as such."""
    return {
        **row._mapping,
        "kind": Kind(row.kind),
        "status": Status(row.status),
        "speaker_kind": row.speaker_kind and SpeakerKind(row.speaker_kind),
    }


def question(connection: Connection, id_: int) -> Question | None:
    """A quotation in its article; None when there is no such quotation in a text."""
    q = quotation.c
    here = (q.id == id_, q.start.is_not(None))
    found = connection.execute(columns().where(*here)).one_or_none()
    if found is None:
        return None
    grounds = select(quotation, article.c.text.label("article_text")).join_from(quotation, article)
    row = connection.execute(grounds.where(*here)).one()._mapping
    cue, mention, time = (
        None if row[f"{name}_start"] is None else Span(row[f"{name}_start"], row[f"{name}_end"])
        for name in ("cue", "mention", "said_when")
    )
    return Question(QuotationRow(**values(found)), row["article_text"], cue, mention, time)


def count(connection: Connection, wanted: Filter) -> int:
    """How many quotations `wanted` takes, its limit left aside."""
    query = select(func.count()).select_from(quotation).where(*conditions(wanted))
    return connection.execute(query).scalar_one()


def columns() -> Select[tuple[Any, ...]]:
    """The columns of the view `quotes`, over the tables: the view has no terms to offer."""
    q = quotation.c
    return select(
        q.id,
        q.date,
        speaker.c.name.label("speaker"),
        speaker.c.kind.label("speaker_kind"),
        q.role,
        q.text,
        q.kind,
        q.cue,
        q.mention,
        q.rule,
        q.confidence,
        q.status,
        literal_column(TOPICS, Text).label("topics"),
        article.c.outlet,
        article.c.title,
        article.c.url,
        q.article_id,
        q.start,
        q.end,
    ).select_from(quotation.join(article).outerjoin(speaker))


def conditions(wanted: Filter, *, decided: bool = False) -> Iterator[ColumnElement[bool]]:
    """What quotations have to be for `wanted`; its order and its limit say nothing here.

    With `decided`, those on which a person decided, whatever they found: also what they rejected.
    """
    q = quotation.c
    yield q.status != (Status.AUTO if decided else Status.REJECTED)
    yield q.start.is_not(None)
    # the usual kinds are said as what they are not: as a list they would tempt SQLite to go through
    # nearly all rows by kind and to sort them, where it can take the newest from the index of dates
    if wanted.kinds or not decided:
        yield q.kind.in_(wanted.kinds) if wanted.kinds else q.kind != Kind.TERM
    if wanted.speaker_id is not None:
        yield q.speaker_id == wanted.speaker_id
    if wanted.speaker is not None:
        yield q.speaker_id.in_(_speakers(wanted.speaker))
    if wanted.topics:
        about = [is_called(words) for words in wanted.topics]
        yield from map(_about, about) if wanted.all_topics else [_about(or_(false(), *about))]
    if wanted.outlet is not None:
        yield q.article_id.in_(select(article.c.id).where(part_of(article.c.outlet_folded, wanted.outlet)))
    if wanted.min_confidence is not None:
        yield q.confidence >= wanted.min_confidence
    yield from dates(wanted, q.date)


def _speakers(words: str) -> Select[tuple[int]]:
    by_name = select(speaker.c.id).where(part_of(speaker.c.name_folded, words))
    by_alias = select(speaker_alias.c.speaker_id).where(part_of(speaker_alias.c.alias_folded, words))
    found = union_all(by_name, by_alias).cte()  # without a name: a statement may ask twice
    # a merged name has no quotations: they are with the speaker for whom it stands
    behind = select(speaker_merge.c.same_as).where(speaker_merge.c.speaker_id.in_(select(found.c.id)))
    return select(union_all(select(found.c.id), behind).subquery().c.id)


def _about(called: ColumnElement[bool]) -> ColumnElement[bool]:
    """A quotation's own topics count, where it has some; else its article's."""
    q = quotation.c
    wanted = select(topic.c.id).where(called).scalar_subquery()
    own = select(quotation_topic.c.quotation_id)
    by_itself = own.where(quotation_topic.c.topic_id.in_(wanted))
    by_article = select(article_topic.c.article_id).where(article_topic.c.topic_id.in_(wanted))
    return or_(q.id.in_(by_itself), and_(q.article_id.in_(by_article), q.id.not_in(own)))


def is_called(words: str) -> ColumnElement[bool]:
    """The topic has `words` in a label, or is the subject of that code: *guerre*, *war*, *16000000*."""
    t = topic.c
    code = _CODE.fullmatch(words.strip().lower())
    if code:
        return or_(t.code == f"medtop:{code[1]}", part_of(t.label_folded, words))
    keyword = and_(t.scheme == Scheme.KEYWORD.value, part_of(t.label_folded, singular_name(words)))
    return or_(part_of(t.label_folded, words), keyword, part_of(t.label_en_folded, words))


def part_of(folded: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    """`words`, folded, are part of what a column holds."""
    # not LIKE: it has wildcards to escape and a length that it refuses
    return func.instr(folded, literal(fold_name(words), Text)) > 0


def dates(wanted: Filter, date: ColumnElement[Any]) -> Iterator[ColumnElement[bool]]:
    """What the column `date` has to be for `wanted`."""
    for since in (wanted.since, wanted.on):
        if since is not None:
            yield _not_before(since, date)
    for until in (wanted.until, wanted.on):
        if until is not None:
            # '2024' and '2024-03' sort before any day of theirs, as their first day does
            yield date <= last_day(until)


def _not_before(when: str, date: ColumnElement[Any]) -> ColumnElement[bool]:
    """The stored date ends on the first day of `when` or later: 2024 and 2024-10 reach into 2024-10-30."""
    day = first_day(when)
    year, month = day[:4], day[:7]
    # the first half says no more than the second, but is a range of the index
    return and_(date >= year, or_(date >= day, date.in_((year, month))))


def order(sort: Sort) -> tuple[UnaryExpression[Any], ...]:
    """What quotations are ordered by."""
    q = quotation.c
    in_text = (q.article_id.asc(), q.start.asc(), q.id.asc())
    # SQLite sorts what is null last when descending
    if sort is Sort.SPEAKER:
        return (speaker.c.name_folded.is_(None).asc(), speaker.c.name_folded.asc(), q.date.desc(), *in_text)
    if sort is Sort.CONFIDENCE:
        return (q.confidence.desc(), *in_text)
    if sort is Sort.ARTICLE:
        return in_text
    return (q.date.desc(), *in_text)
