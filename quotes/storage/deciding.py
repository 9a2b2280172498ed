"""A person's decisions on quotations, and the taking back of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from quotes.folding import fold_name
from quotes.model import Judged, Kind, Quotation, Speaker, SpeakerKind
from quotes.storage import speakers
from quotes.storage.conditions import conditions
from quotes.storage.filters import Filter
from quotes.storage.rows import Correction, KnownSpeaker, Status, Verdict
from quotes.storage.tables import decision, quotation, speaker, speaker_alias, speaker_merge

_Row = Row[Any]


def to_review(connection: Connection, wanted: Filter) -> list[int]:
    """The ids of the quotations wanted that nobody has decided on, the least certain first."""
    q = quotation.c
    query = (
        select(q.id)
        .where(*conditions(wanted), q.status == Status.AUTO)
        .order_by(q.confidence, q.article_id, q.start)
        .limit(wanted.limit)
    )
    return list(connection.scalars(query))


def is_undecided(connection: Connection, id_: int) -> bool:
    """Whether the quotation is there and nobody has decided on it."""
    return connection.scalar(select(quotation.c.status).where(quotation.c.id == id_)) == Status.AUTO


def decide(connection: Connection, id_: int, verdict: Verdict) -> Correction | None:
    """Write down what a person says of a quotation; None when there is no such quotation.

    It is confirmed when that is what the parser says too, else corrected (or rejected).
    """
    before = _load(connection, id_)
    if before is None:
        return None
    if verdict.reject:
        values: dict[str, Any] = {"status": Status.REJECTED}
        known = True
    else:
        values, known = _values(connection, before, verdict)
    connection.execute(update(quotation).where(quotation.c.id == id_).values(values))
    _remove_orphan(connection, before.speaker_id)
    after = _load(connection, id_)
    assert after is not None  # noqa: S101 - it was there in this same transaction
    return _correction(before, after, new_speaker=not known)


def undo(connection: Connection, id_: int) -> Correction | None:
    """Give a quotation back to the parser, as it has it; None when there is no such quotation.

    When its words have left the article, nothing is left to give back: it is removed, and `kind` is None.
    A decision without a record of what the parser had said (of a version that kept none) stays.
    """
    before = _load(connection, id_)
    if before is None or before.status == Status.AUTO:
        return before and _correction(before, before)
    if before.start is None:
        connection.execute(delete(quotation).where(quotation.c.id == id_))
        _remove_orphan(connection, before.speaker_id)
        return _correction(before, None)
    said = connection.execute(select(decision).where(decision.c.quotation_id == id_)).one_or_none()
    if said is None:
        return _correction(before, before)
    values = {
        "status": Status.AUTO,
        "kind": said.machine_kind,
        "speaker_id": _ensured(connection, said.machine_speaker, said.machine_speaker_kind),
        "role": said.machine_role,
        "rule": said.machine_rule,
        "confidence": said.machine_confidence,
    }
    connection.execute(update(quotation).where(quotation.c.id == id_).values(values))
    _remove_orphan(connection, before.speaker_id)
    after = _load(connection, id_)
    assert after is not None  # noqa: S101 - as above
    return _correction(before, after)


def remember(connection: Connection, found: Mapping[int, Quotation | None]) -> None:
    """Keep what the parser says now where a person decided: id of the quotation → what it finds there."""
    for id_, one in found.items():
        if one is None:
            gone = update(decision).where(decision.c.quotation_id == id_).values(machine_finds=0)
            connection.execute(gone)
            continue
        values = {
            "machine_finds": 1,
            "machine_kind": one.kind.value,
            "machine_speaker": one.speaker and one.speaker.name,
            "machine_speaker_kind": one.speaker and one.speaker.kind.value,
            "machine_role": one.speaker and one.speaker.role,
            "machine_rule": one.rule,
            "machine_confidence": one.confidence,
        }
        connection.execute(
            sqlite_insert(decision)
            .values(quotation_id=id_, **values)
            .on_conflict_do_update(index_elements=["quotation_id"], set_=values)
        )


def judged(connection: Connection, wanted: Filter) -> Iterator[Judged]:
    """What the parser says of the quotations that a person decided on, beside what the person says."""
    of_wanted = list(conditions(wanted, decided=True))
    query = (
        select(quotation.c.status, quotation.c.kind, quotation.c.speaker_id, decision)
        .outerjoin_from(quotation, decision, decision.c.quotation_id == quotation.c.id)
        .where(*of_wanted)
        .order_by(quotation.c.status, quotation.c.id)  # as the index of decisions has them
    )
    for row in connection.execute(query).fetchall():
        if row.quotation_id is None:
            yield Judged(recorded=False)
            continue
        yield Judged(
            machine_kind=Kind(row.machine_kind) if row.machine_finds else None,
            kind=None if row.status == Status.REJECTED else Kind(row.kind),
            same_speaker=_is_called(
                connection, row.speaker_id, row.machine_speaker, row.machine_speaker_kind
            ),
            rule=row.machine_rule,
            confidence=row.machine_confidence,
        )


def known_speakers(connection: Connection, article_id: int | None = None) -> list[KnownSpeaker]:
    """Every speaker, those of the article given first, then the most quoted."""
    here = func.coalesce(func.sum(quotation.c.article_id == article_id), 0) if article_id else func.max(0)
    times = func.count(quotation.c.id)
    query = (
        select(speaker.c.name, speaker.c.kind, times)
        .outerjoin_from(
            speaker,
            quotation,
            (quotation.c.speaker_id == speaker.c.id)
            & (quotation.c.kind != Kind.TERM)
            & (quotation.c.status != Status.REJECTED),
        )
        .where(speaker.c.id.not_in(select(speaker_merge.c.speaker_id)))
        .group_by(speaker.c.id)
        .order_by(here.desc(), times.desc(), speaker.c.name_folded)
    )
    return [KnownSpeaker(name, SpeakerKind(kind), count) for name, kind, count in connection.execute(query)]


def _load(connection: Connection, id_: int) -> _Row | None:
    query = (
        select(quotation, speaker.c.name)
        .outerjoin_from(quotation, speaker, speaker.c.id == quotation.c.speaker_id)
        .where(quotation.c.id == id_)
    )
    return connection.execute(query).one_or_none()


def _values(connection: Connection, before: _Row, verdict: Verdict) -> tuple[dict[str, Any], bool]:
    """The new values of a quotation that is none to reject, and whether its speaker was known."""
    said = connection.execute(select(decision).where(decision.c.quotation_id == before.id)).one_or_none()
    kind = verdict.kind.value if verdict.kind else before.kind
    speaker_id, known = _speaker(connection, before, verdict)
    values: dict[str, Any] = {"kind": kind, "speaker_id": speaker_id, "confidence": 1.0}
    if said is None and before.status == Status.AUTO:
        as_machine = speaker_id == before.speaker_id
        machine_kind, machine_role, machine_rule = before.kind, before.role, before.rule
    elif said is None:  # decided before records were kept
        return values | {"status": Status.CORRECTED}, known
    else:
        as_machine = _is_called(connection, speaker_id, said.machine_speaker, said.machine_speaker_kind)
        machine_kind, machine_role, machine_rule = said.machine_kind, said.machine_role, said.machine_rule
    values["role"] = machine_role if as_machine else _role(connection, before, speaker_id)
    values["rule"] = machine_rule if as_machine else None
    right = as_machine and kind == machine_kind
    return values | {"status": Status.CONFIRMED if right else Status.CORRECTED}, known


def _speaker(connection: Connection, before: _Row, verdict: Verdict) -> tuple[int | None, bool]:
    """The id of who said it in the person's eyes, and whether they were known."""
    if verdict.no_speaker:
        return None, True
    if verdict.speaker is None:
        return before.speaker_id, True
    known = _find(connection, verdict.speaker, verdict.speaker_kind)
    if known is not None:
        return known, True
    kind = verdict.speaker_kind or SpeakerKind.PERSON
    return _ensured(connection, verdict.speaker, kind.value), False


def _find(connection: Connection, name: str, kind: SpeakerKind | None) -> int | None:
    """Who is called exactly so: by name, the most quoted of several; else by an alias of one only."""
    folded = fold_name(name)
    of_kind = [speaker.c.kind == kind.value] if kind else []
    by_name = (
        select(speaker.c.id)
        .outerjoin_from(speaker, quotation, quotation.c.speaker_id == speaker.c.id)
        .where(speaker.c.name_folded == folded, *of_kind)
        .group_by(speaker.c.id)
        .order_by(func.count(quotation.c.id).desc(), speaker.c.id)
    )
    if (found := connection.scalar(by_name.limit(1))) is not None:
        return _merged_into(connection, int(found))
    by_alias = (
        select(speaker_alias.c.speaker_id)
        .join_from(speaker_alias, speaker)
        .where(speaker_alias.c.alias_folded == folded, *of_kind)
    )
    ids = {_merged_into(connection, id_) for id_ in connection.scalars(by_alias)}
    return ids.pop() if len(ids) == 1 else None


def _merged_into(connection: Connection, id_: int) -> int:
    """The speaker for whom a merged name stands; any other speaker itself."""
    stands_for = select(speaker_merge.c.same_as).where(speaker_merge.c.speaker_id == id_)
    return connection.scalar(stands_for) or id_


def _ensured(connection: Connection, name: str | None, kind: str | None) -> int | None:
    """The id of a speaker, who is added if need be; None for no name."""
    if name is None or kind is None:
        return None
    return next(iter(speakers.ensure(connection, [Speaker(name, SpeakerKind(kind))]).values()), None)


def _role(connection: Connection, before: _Row, speaker_id: int | None) -> str | None:
    """What the article says elsewhere that the speaker is."""
    if speaker_id is None or speaker_id == before.speaker_id:
        return None if speaker_id is None else before.role
    q = quotation.c
    here = (q.article_id == before.article_id, q.speaker_id == speaker_id, q.role.is_not(None))
    return connection.scalar(select(q.role).where(*here).order_by(q.start).limit(1))


def _is_called(connection: Connection, speaker_id: int | None, name: str | None, kind: str | None) -> bool:
    """Whether a speaker is the one the parser names, also after a person merged or renamed them."""
    if speaker_id is None or name is None:
        return speaker_id is None and name is None
    folded = fold_name(name)
    named = select(speaker.c.id).where(speaker.c.name_folded == folded, speaker.c.kind == kind)
    if (known := connection.scalar(named)) and _merged_into(connection, known) == speaker_id:
        return True
    alias = select(speaker_alias.c.id).where(
        speaker_alias.c.speaker_id == speaker_id,
        speaker_alias.c.alias_folded == folded,
        speaker_alias.c.origin == "human",
    )
    return connection.scalar(alias) is not None


def _remove_orphan(connection: Connection, speaker_id: int | None) -> None:
    speakers.remove_orphans(connection, _those(speaker_id))


def _those(id_: int | None) -> Iterable[int]:
    return () if id_ is None else (id_,)


def _correction(before: _Row, after: _Row | None, *, new_speaker: bool = False) -> Correction:
    now = after or before
    return Correction(
        id=before.id,
        status=Status(now.status) if after else Status.AUTO,
        kind=Kind(now.kind) if after else None,
        speaker=now.name if after else None,
        text=before.text,
        was_status=Status(before.status),
        was_kind=Kind(before.kind),
        was_speaker=before.name,
        new_speaker=new_speaker,
    )
