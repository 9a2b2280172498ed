"""Saves one article with its quotations; a person's decisions outlive whatever the machine finds."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from quotes.folding import fold, fold_name
from quotes.model import Article, Cue, Mention, Quotation, Span, Speaker, Topics, When
from quotes.storage import deciding, decisions, identity, speakers, topics
from quotes.storage.decisions import Decision, Place
from quotes.storage.rows import Outcome, Status
from quotes.storage.staging import Row, gathered, gathering, insert_rows
from quotes.storage.tables import article as article_table
from quotes.storage.tables import quotation as quotation_table

#: the keys and hashes of articles that may be stored, and what is stored of them
_wanted = gathering("wanted", ("key", "hash"))
_SAME_KEY = select(article_table.c.key, article_table.c.hash).where(
    article_table.c.key.in_(select(_wanted.c.key))
)
_COPIES = (
    select(article_table.c.hash, func.count().label("copies"))
    .where(article_table.c.hash.in_(select(_wanted.c.hash)))
    .group_by(article_table.c.hash)
)
_LAST = select(func.max(article_table.c.id))
#: what `_quotation_row` gives
_COLUMNS = (
    *("id", "article_id", "start", "end", "text", "text_folded", "kind", "speaker_id", "role"),
    *("mention", "mention_start", "mention_end", "cue", "cue_start", "cue_end", "rule", "confidence"),
    *("said_on", "said_when", "said_when_start", "said_when_end", "date", "nested", "incises"),
)


@dataclass
class _Before:
    """What an article that is replaced leaves behind."""

    #: the ids of the machine's quotations by their words: the same words keep their number
    ids: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    speakers: set[int] = field(default_factory=set)
    #: places on which a person decided, by the ids of the decisions; None for words that are gone
    decided: dict[int, Span | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Saving:
    """One article to be stored."""

    article: Article
    #: what was found in it; None: it was not parsed, since it was stored already when last looked at
    quotations: Sequence[Quotation] | None
    #: the version of the parser
    parser: str
    #: all its topics; None: those that it declares
    about: Topics | None = None


def are_current(connection: Connection, articles: Sequence[Article]) -> list[bool]:
    """Of each article, whether it is stored as it is, or a copy of it under another key."""
    known = _Known(connection, map(_Identified.of, articles))
    return [known.has(_Identified.of(article)) for article in articles]


def save(connection: Connection, savings: Sequence[Saving]) -> list[Outcome]:
    """Store articles with what was found in them, one after the other, inside the caller's transaction.

    Returns an outcome for each of them up to the first that would have to be parsed after all.
    """
    identified = [_Identified.of(saving.article) for saving in savings]
    known = _Known(connection, identified)
    outcomes: list[Outcome] = []
    new: list[tuple[Mapping[str, Any], Sequence[Quotation], Topics]] = []
    for saving, its in zip(savings, identified, strict=True):
        if known.has(its):
            outcomes.append(Outcome.UNCHANGED)
            continue
        if saving.quotations is None:
            break
        values = article_values(saving.article) | {"key": its.key, "hash": its.hash, "parser": saving.parser}
        if its.key in known.hashes:
            # everything before it first: it may replace what is new itself, and numbers follow the order
            _add(connection, new)
            new.clear()
            outcomes.append(store(connection, values, saving.quotations, _topics(saving))[1])
        else:
            new.append((values, saving.quotations, _topics(saving)))
            outcomes.append(Outcome.ADDED)
        known.learn(its)
    _add(connection, new)
    return outcomes


@dataclass(frozen=True, slots=True)
class _Identified:
    """What an article is known by."""

    key: str
    hash: str

    @classmethod
    def of(cls, article: Article) -> _Identified:
        return cls(identity.key(article), identity.content_hash(article))


class _Known:
    """Which of some articles are stored, kept true while they are being saved."""

    def __init__(self, connection: Connection, wanted: Iterable[_Identified]) -> None:
        rows = [(its.key, its.hash) for its in wanted]
        with gathered(connection, _wanted, rows):
            #: the hash of what is stored under each key
            self.hashes: dict[str, str] = {row.key: row.hash for row in connection.execute(_SAME_KEY)}
            self._articles = Counter({row.hash: row.copies for row in connection.execute(_COPIES)})

    def has(self, its: _Identified) -> bool:
        """Under its own key only its own content counts, even when it has become like another article's."""
        if its.key in self.hashes:
            return self.hashes[its.key] == its.hash
        return self._articles[its.hash] > 0

    def learn(self, its: _Identified) -> None:
        """It is stored now, in the place of what was there under its key."""
        if its.key in self.hashes:
            self._articles[self.hashes[its.key]] -= 1
        self.hashes[its.key] = its.hash
        self._articles[its.hash] += 1


def store(
    connection: Connection, values: Mapping[str, Any], quotations: Sequence[Quotation], about: Topics
) -> tuple[int, Outcome]:
    """Store an article, whose columns are `values`, in the place of what has its key; returns its id."""
    of_key = article_table.c.key == values["key"]
    id_ = connection.scalar(select(article_table.c.id).where(of_key))
    if id_ is None:
        return _add(connection, [(values, quotations, about)]), Outcome.ADDED
    connection.execute(update(article_table).where(article_table.c.id == id_).values(values))
    replace(connection, id_, values["text"], quotations, about)
    return id_, Outcome.REPLACED


def _add(connection: Connection, new: Sequence[tuple[Mapping[str, Any], Sequence[Quotation], Topics]]) -> int:
    """Store articles that are not there, by few statements for all of them; returns the first one's id."""
    first = (connection.scalar(_LAST) or 0) + 1
    if not new:
        return first
    numbered = list(enumerate(new, first))
    columns = ["id", *new[0][0]]
    rows = [(id_, *values.values()) for id_, (values, _, _) in numbered]
    insert_rows(connection, article_table, columns, rows)
    found = [(id_, values["date"], one) for id_, (values, ones, _) in numbered for one in _apart(ones)]
    speaker_ids = _ensure_named(connection, [one.speaker for _, _, one in found if one.speaker])
    quotations = [_quotation_row(None, id_, one, speaker_ids, date) for id_, date, one in found]
    insert_rows(connection, quotation_table, _COLUMNS, quotations)
    topics.add(connection, [(id_, about) for id_, (_, _, about) in numbered])
    return first


def _topics(saving: Saving) -> Topics:
    return topics.declared(saving.article.topics) if saving.about is None else saving.about


def replace(
    connection: Connection, id_: int, text: str, quotations: Sequence[Quotation], about: Topics
) -> None:
    """Store what was found in the text of an article in the place of what was found before."""
    forgotten = topics.forget(connection, id_)  # first: a quotation takes its own along
    before = _clear(connection, id_, text, quotations)
    _insert(connection, id_, quotations, before)
    topics.add(connection, [(id_, about)])
    topics.remove_unused(connection, forgotten)
    speakers.remove_orphans(connection, before.speakers)


def article_values(article: Article) -> dict[str, Any]:
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
    kept: list[Quotation] = []
    decided: dict[int, Quotation | None] = dict.fromkeys(before.decided)
    for one in quotations:
        span = Span(one.start, one.end)
        taken = [id_ for id_, place in before.decided.items() if place and decisions.same_place(span, place)]
        for id_ in taken:
            # of two in the same place the very words are meant
            if decided[id_] is None or before.decided[id_] == span:
                decided[id_] = one
        if not taken:
            kept.append(one)
    deciding.remember(connection, decided)
    ids = _ensure_named(connection, [one.speaker for one in kept if one.speaker])
    numbered, new = [], []
    for one in _apart(kept):
        numbers = before.ids.get(one.text)
        if numbers:
            numbered.append(_quotation_row(numbers.pop(0), article_id, one, ids))
        else:
            new.append(_quotation_row(None, article_id, one, ids))
    # the known numbers first, lest a new row take one of them
    insert_rows(connection, quotation_table, _COLUMNS, numbered + new)


def _apart(quotations: Sequence[Quotation]) -> list[Quotation]:
    """The first of those that stand in the same place."""
    places: dict[Span, Quotation] = {}
    for one in quotations:
        places.setdefault(Span(one.start, one.end), one)
    return list(places.values())


def _ensure_named(connection: Connection, named: Sequence[Speaker]) -> dict[speakers.Identity, int]:
    """The ids of speakers, who are there from now on with all their aliases."""
    ids = speakers.ensure(connection, named)
    speakers.add_aliases(connection, named, ids)
    return ids


def _quotation_row(
    id_: int | None,
    article_id: int,
    one: Quotation,
    ids: Mapping[speakers.Identity, int],
    published: str | None = None,
) -> Row:
    """The values of `_COLUMNS`; without an id SQLite gives one, and without a date a trigger looks it up."""
    said_by = one.speaker and speakers.identity(one.speaker)
    return (
        id_,
        article_id,
        one.start,
        one.end,
        one.text,
        fold(one.text),
        one.kind.value,
        ids[said_by] if said_by else None,
        one.speaker and one.speaker.role,
        *_placed(one.mention),
        *_placed(one.cue),
        one.rule,
        one.confidence,
        one.said_on,
        *_placed(one.said_when),
        one.said_on or published,
        int(one.nested),
        json_of(one.incises),
    )


def _placed(part: Mention | Cue | When | None) -> tuple[str, int, int] | tuple[None, None, None]:
    return (part.text, part.span.start, part.span.end) if part else (None, None, None)


def _offsets(prefix: str, span: Span | None) -> dict[str, object]:
    return {f"{prefix}start": span and span.start, f"{prefix}end": span and span.end}


def json_of(spans: Sequence[Span]) -> str:
    """Spans as the column `incises` has them."""
    return json.dumps([[span.start, span.end] for span in spans]) if spans else "[]"
