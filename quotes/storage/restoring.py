"""Records of an export put back: what they hold is stored as it is, nothing is parsed.

What a person decided here is never overwritten by what a record holds, be it another person's decision;
a decision that comes where none was made is added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from quotes.archive import ArticleRecord, DecisionRecord, Name, QuotationRecord, Record, SpeakerRecord
from quotes.folding import fold, fold_name
from quotes.model import Cue, Mention, Quotation, Span, Speaker, Topic, Topics, When
from quotes.storage import identity, merging, speakers, topics, writer
from quotes.storage.decisions import same_place
from quotes.storage.rows import Outcome, Status
from quotes.storage.tables import article, decision, quotation, speaker_alias, speaker_merge

#: some columns of a stored row
_Row = Row[*tuple[Any, ...]]
_q, _m = quotation.c, speaker_merge.c
#: words of the article that a quotation stands on
_WORDS = ("mention", "cue", "said_when")
#: columns of a quotation that a record has by the same name
_SAME = (
    *("start", "end", "text", "kind", "role", "mention", "mention_start", "mention_end"),
    *("cue", "cue_start", "cue_end", "rule", "confidence"),
    *("said_on", "said_when", "said_when_start", "said_when_end", "nested", "status"),
)


def restore(connection: Connection, record: Record, *, annotated: bool = False) -> Outcome:
    """Store what a record holds, inside the caller's transaction; see `_restore_article` of `annotated`."""
    if isinstance(record, SpeakerRecord):
        _restore_speaker(connection, record)
        return Outcome.UNCHANGED
    return _restore_article(connection, record, annotated=annotated)


def _restore_article(connection: Connection, record: ArticleRecord, *, annotated: bool = False) -> Outcome:
    """Store an article as the record has it, inside the caller's transaction.

    Of one that is stored with the same content only decisions are taken over. What is `annotated` by
    persons takes the place of all that the parser found.
    """
    read = record.article()
    key, hash_ = record.key or identity.key(read), record.hash or identity.content_hash(read)
    stored = _stored(connection, key, hash_, also_copies=not record.copy)
    if (
        stored is not None
        and stored.hash == hash_
        and not (annotated and _has_machine(connection, stored.id))
    ):
        added = [_decide(connection, stored.id, one) for one in _decided(record)]
        return Outcome.REPLACED if any(added) else Outcome.UNCHANGED
    values = writer.article_values(read) | {
        "key": stored.key if stored is not None else key,
        "hash": hash_,
        "parser": record.parser,
        "ingested_at": record.ingested_at,
    }
    found = [one for one in record.quotations if one.status is Status.AUTO]
    about = Topics(record.topics)
    id_, outcome = writer.store(connection, values, [_quotation(one) for one in found], about)
    for one in found:
        _keep_loose_words(connection, id_, one)
    for one in _decided(record):
        if outcome is Outcome.ADDED:
            _insert(connection, id_, one)
        else:
            _decide(connection, id_, one)
    topics.add(connection, [(id_, _own_topics(record))])
    return outcome


def _restore_speaker(connection: Connection, record: SpeakerRecord) -> None:
    """Store the names of a speaker, and for whom the name stands.

    Nobody is added who is not quoted, merged or named by a person.
    """
    id_ = _speaker(connection, Speaker(record.name, record.kind))
    if id_ is None:
        return
    for origin, aliases in (("machine", record.aliases), ("human", record.given_aliases)):
        _name(connection, id_, aliases, origin)
    if record.merged_into is not None:
        _merge(connection, id_, record.merged_into)
    speakers.remove_orphans(connection, (id_,))


def _stored(connection: Connection, key: str, hash_: str, *, also_copies: bool) -> _Row | None:
    """The article of this key; else one of the same content."""
    columns = select(article.c.id, article.c.key, article.c.hash)
    found = connection.execute(columns.where(article.c.key == key)).one_or_none()
    if found is not None or not also_copies:
        return found
    return connection.execute(columns.where(article.c.hash == hash_).limit(1)).one_or_none()


def _has_machine(connection: Connection, article_id: int) -> bool:
    here = (_q.article_id == article_id, _q.status == Status.AUTO)
    return connection.scalar(select(_q.id).where(*here).limit(1)) is not None


def _decided(record: ArticleRecord) -> Iterator[QuotationRecord]:
    return (one for one in record.quotations if one.status is not Status.AUTO)


def _own_topics(record: ArticleRecord) -> Topics:
    """Each quotation's own topics, as those of a story that holds it alone."""
    own: dict[int, tuple[Topic, ...]] = {}
    for one in record.quotations:
        if one.topics and one.start is not None:
            own.setdefault(one.start, one.topics)
    return Topics(stories=tuple((Span(start, start + 1), some) for start, some in own.items()))


def _quotation(one: QuotationRecord) -> Quotation:
    """What the parser found, as it had found it."""
    assert one.start is not None  # noqa: S101 - only decisions have no place
    assert one.end is not None  # noqa: S101 - it goes with the start
    mention, cue, when = (_span(one, name) for name in _WORDS)
    return Quotation(
        one.start,
        one.end,
        one.text,
        one.kind,
        one.found_speaker,
        None if mention is None else Mention(mention, one.mention or ""),
        None if cue is None else Cue(cue, one.cue or ""),
        one.rule,
        one.confidence,
        one.said_on,
        None if when is None else When(when, one.said_when or ""),
        tuple(Span(*incise) for incise in one.incises),
        one.nested,
    )


def _keep_loose_words(connection: Connection, article_id: int, one: QuotationRecord) -> None:
    """Store grounds whose place is lost: a decision that moved and was taken back leaves some."""
    loose = {
        name: words
        for name in _WORDS
        if (words := getattr(one, name)) is not None and _span(one, name) is None
    }
    if loose:
        here = (_q.article_id == article_id, _q.start == one.start, _q.end == one.end)
        connection.execute(update(quotation).where(*here, _q.status == Status.AUTO).values(loose))


def _span(one: QuotationRecord, name: str) -> Span | None:
    start = getattr(one, f"{name}_start")
    return None if start is None else Span(start, getattr(one, f"{name}_end"))


def _decide(connection: Connection, article_id: int, one: QuotationRecord) -> bool:
    """Store a person's decision, unless there is one on the same words; returns whether it was stored."""
    here = _in_place(connection, article_id, one)
    if any(row.status != Status.AUTO for row in here):
        return False
    if not here:
        _insert(connection, article_id, one)
        return True
    id_ = here[0].id
    # what the parser says here is kept by a trigger
    values = _values(connection, article_id, one)
    connection.execute(update(quotation).where(_q.id == id_).values(values))
    if one.decision is not None:
        when = {"decided_at": one.decision.decided_at}
        connection.execute(update(decision).where(decision.c.quotation_id == id_).values(when))
    speakers.remove_orphans(connection, {row.speaker_id for row in here} - {None})
    return True


def _insert(connection: Connection, article_id: int, one: QuotationRecord) -> None:
    id_ = connection.execute(insert(quotation).values(_values(connection, article_id, one))).lastrowid
    if one.decision is not None:
        values = {name: getattr(one.decision, name) for name in DecisionRecord.__dataclass_fields__}
        connection.execute(insert(decision).values(quotation_id=id_, **values))


def _in_place(connection: Connection, article_id: int, one: QuotationRecord) -> Sequence[_Row]:
    """What is stored of the same words: at the very same place, else nearly there."""
    columns = select(_q.id, _q.start, _q.end, _q.status, _q.speaker_id).where(_q.article_id == article_id)
    if one.start is None or one.end is None:
        return connection.execute(columns.where(_q.text == one.text, _q.status != Status.AUTO)).all()
    span = Span(one.start, one.end)
    rows = connection.execute(columns.where(_q.start < span.end, _q.end > span.start)).all()
    exactly = [row for row in rows if Span(row.start, row.end) == span]
    return exactly or [row for row in rows if same_place(Span(row.start, row.end), span)]


def _values(connection: Connection, article_id: int, one: QuotationRecord) -> dict[str, Any]:
    """The columns of a decision."""
    speaker_id = one.found_speaker and _speaker(connection, one.found_speaker)
    return {name: getattr(one, name) for name in _SAME} | {
        "article_id": article_id,
        "text_folded": fold(one.text),
        "kind": one.kind.value,
        "status": one.status.value,
        "nested": int(one.nested),
        "speaker_id": speaker_id,
        "incises": writer.json_of([Span(*incise) for incise in one.incises]),
    }


def _speaker(connection: Connection, one: Speaker) -> int | None:
    return next(iter(speakers.ensure(connection, [one]).values()), None)


def _name(connection: Connection, speaker_id: int, aliases: Iterable[str], origin: str) -> None:
    """Have a speaker called so; what a person says counts more than what an article does."""
    for alias in aliases:
        if not (folded := fold_name(alias)):
            continue
        row = {"speaker_id": speaker_id, "alias": alias, "alias_folded": folded, "origin": origin}
        new = sqlite_insert(speaker_alias).values(row)
        if origin == "human":
            there = ["speaker_id", "alias_folded"]
            new = new.on_conflict_do_update(index_elements=there, set_={"origin": origin})
        else:
            new = new.on_conflict_do_nothing()
        connection.execute(new)


def _merge(connection: Connection, name_id: int, into: Name) -> None:
    """Merge a name as a person once did, unless somebody here merged it, or the other into it."""
    into_id = _speaker(connection, Speaker(into.name, into.kind))
    already = connection.scalar(select(_m.same_as).where(_m.speaker_id == name_id))
    if into_id is None or already is not None:
        return
    same_as = connection.scalar(select(_m.same_as).where(_m.speaker_id == into_id)) or into_id
    if same_as != name_id:
        merging.join(connection, name_id, into_id, same_as)
