"""Saves one article with its quotations; a person's decisions outlive whatever the machine finds."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from quotes.folding import fold, fold_name
from quotes.model import Article, Quotation, Span, Topics
from quotes.storage import deciding, decisions, identity, speakers, topics
from quotes.storage.decisions import Decision, Place
from quotes.storage.rows import Outcome, Status
from quotes.storage.tables import article as article_table
from quotes.storage.tables import quotation as quotation_table


@dataclass
class _Before:
    """What an article that is replaced leaves behind."""

    #: the ids of the machine's quotations by their words: the same words keep their number
    ids: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    speakers: set[int] = field(default_factory=set)
    #: places on which a person decided, by the ids of the decisions; None for words that are gone
    decided: dict[int, Span | None] = field(default_factory=dict)


def is_current(connection: Connection, article: Article) -> bool:
    """Whether `article` is stored as it is, or a copy of it under another key."""
    return _is_stored(connection, identity.key(article), identity.content_hash(article))


def save(
    connection: Connection,
    article: Article,
    quotations: Sequence[Quotation],
    *,
    parser: str,
    about: Topics | None = None,
) -> Outcome:
    """Store `article` and what was found in it, inside the caller's transaction."""
    key, hash_ = identity.key(article), identity.content_hash(article)
    if _is_stored(connection, key, hash_):
        return Outcome.UNCHANGED
    values = article_values(article) | {"key": key, "hash": hash_, "parser": parser}
    return store(connection, values, quotations, about or topics.declared(article.topics))[1]


def store(
    connection: Connection, values: Mapping[str, Any], quotations: Sequence[Quotation], about: Topics
) -> tuple[int, Outcome]:
    """Store an article, whose columns are `values`, in the place of what has its key; returns its id."""
    id_ = connection.scalar(select(article_table.c.id).where(article_table.c.key == values["key"]))
    before, forgotten = _Before(), list[int]()
    outcome = Outcome.ADDED
    if id_ is None:
        id_ = connection.execute(insert(article_table).values(values)).lastrowid
    else:
        outcome = Outcome.REPLACED
        connection.execute(update(article_table).where(article_table.c.id == id_).values(values))
        forgotten = topics.forget(connection, id_)  # first: a quotation takes its own along
        before = _clear(connection, id_, values["text"], quotations)
    _fill(connection, id_, quotations, about, before, forgotten)
    return id_, outcome


def replace(
    connection: Connection, id_: int, article: Article, quotations: Sequence[Quotation], about: Topics
) -> None:
    """Store what was found in an article that is stored as it is, in the place of what was found before."""
    forgotten = topics.forget(connection, id_)
    before = _clear(connection, id_, article.text, quotations)
    _fill(connection, id_, quotations, about, before, forgotten)


def _fill(
    connection: Connection,
    id_: int,
    quotations: Sequence[Quotation],
    about: Topics,
    before: _Before,
    forgotten: list[int],
) -> None:
    """Give an article without anything of the machine's what was found in it."""
    _insert(connection, id_, quotations, before)
    topics.add(connection, id_, about)
    topics.remove_unused(connection, forgotten)
    speakers.remove_orphans(connection, before.speakers)


def _is_stored(connection: Connection, key: str, hash_: str) -> bool:
    stored = connection.scalar(select(article_table.c.hash).where(article_table.c.key == key))
    if stored is not None:
        # under its own key only its own content counts, even when it has become like another article's
        return bool(stored == hash_)
    copy = select(article_table.c.id).where(article_table.c.hash == hash_).limit(1)
    return connection.scalar(copy) is not None


def article_values(article: Article) -> dict[str, object]:
    """The columns of an article that is stored now, but for its key, its hash and its parser."""
    return {
        "text": article.text,
        "title": article.title,
        "author": article.author,
        "outlet": article.outlet,
        "outlet_folded": article.outlet and fold_name(article.outlet),
        "date": article.date,
        "date_source": article.date_source,
        "url": article.url,
        "source": article.source,
        "ingested_at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def _clear(connection: Connection, article_id: int, text: str, found: Sequence[Quotation]) -> _Before:
    """Delete what the machine had found in an article, and move what a person decided to its new place."""
    before = _Before()
    decided = []
    q = quotation_table.c
    for row in connection.execute(
        select(quotation_table).where(q.article_id == article_id).order_by(q.start)
    ):
        if row.status != Status.AUTO:
            decided.append(_decision(row._asdict()))
            continue
        before.ids[row.text].append(row.id)
        if row.speaker_id is not None:
            before.speakers.add(row.speaker_id)
    connection.execute(delete(quotation_table).where(q.article_id == article_id, q.status == Status.AUTO))
    if decided:
        before.decided = _move(connection, article_id, decisions.anchor(decided, text, found))
    return before


def _decision(row: Mapping[str, Any]) -> Decision:
    incises = tuple(Span(start, end) for start, end in json.loads(row["incises"]))
    grounds = ("mention", "mention_start", "cue", "cue_start", "said_when", "said_when_start")
    return Decision(**{name: row[name] for name in ("id", "text", "start", *grounds)}, incises=incises)


def _move(connection: Connection, article_id: int, places: Mapping[int, Place]) -> dict[int, Span | None]:
    """Write the new places of decisions; returns the spans that they hold."""
    # all leave their old places first: one may go where another has been
    decided = (quotation_table.c.article_id == article_id, quotation_table.c.status != Status.AUTO)
    connection.execute(update(quotation_table).where(*decided).values(_offsets("", None)))
    for id_, place in places.items():
        values = {
            **_offsets("", place.span),
            **_offsets("mention_", place.mention),
            **_offsets("cue_", place.cue),
            **_offsets("said_when_", place.said_when),
            "incises": json_of(place.incises),
        }
        connection.execute(update(quotation_table).where(quotation_table.c.id == id_).values(values))
    return {id_: place.span for id_, place in places.items()}


def _insert(
    connection: Connection, article_id: int, quotations: Sequence[Quotation], before: _Before
) -> None:
    """Store what the machine found, save where a person has decided."""
    kept: dict[Span, Quotation] = {}
    decided: dict[int, Quotation | None] = dict.fromkeys(before.decided)
    for one in quotations:
        span = Span(one.start, one.end)
        taken = [id_ for id_, place in before.decided.items() if place and decisions.same_place(span, place)]
        for id_ in taken:
            # of two in the same place the very words are meant
            if decided[id_] is None or before.decided[id_] == span:
                decided[id_] = one
        if not taken:
            kept.setdefault(span, one)
    deciding.remember(connection, decided)
    named = [one.speaker for one in kept.values() if one.speaker]
    ids = speakers.ensure(connection, named)
    speakers.add_aliases(connection, named, ids)
    numbered, new = [], []
    for one in kept.values():
        row = _quotation_values(one, article_id, ids)
        numbers = before.ids.get(one.text)
        if numbers:
            numbered.append(row | {"id": numbers.pop(0)})
        else:
            new.append(row)
    # the known numbers first, lest a new row take one of them
    for rows in (numbered, new):
        if rows:
            connection.execute(insert(quotation_table), rows)


def _quotation_values(
    one: Quotation, article_id: int, ids: Mapping[speakers.Identity, int]
) -> dict[str, object]:
    identity_ = one.speaker and speakers.identity(one.speaker)
    return {
        "article_id": article_id,
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "text_folded": fold(one.text),
        "kind": one.kind.value,
        "speaker_id": ids[identity_] if identity_ else None,
        "role": one.speaker and one.speaker.role,
        "mention": one.mention and one.mention.text,
        **_offsets("mention_", one.mention.span if one.mention else None),
        "cue": one.cue and one.cue.text,
        **_offsets("cue_", one.cue.span if one.cue else None),
        "rule": one.rule,
        "confidence": one.confidence,
        "said_on": one.said_on,
        "said_when": one.said_when and one.said_when.text,
        **_offsets("said_when_", one.said_when.span if one.said_when else None),
        "nested": int(one.nested),
        "incises": json_of(one.incises),
    }


def _offsets(prefix: str, span: Span | None) -> dict[str, object]:
    return {f"{prefix}start": span and span.start, f"{prefix}end": span and span.end}


def json_of(spans: Iterable[Span]) -> str:
    """Spans as the column `incises` has them."""
    return json.dumps([[span.start, span.end] for span in spans])
