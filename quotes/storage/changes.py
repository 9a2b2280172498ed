"""What parsing an article again changed, told from what was stored before and after. No SQL here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.model import Kind, Span
from quotes.storage.decisions import same_place
from quotes.storage.rows import Change, Difference


@dataclass(frozen=True, slots=True)
class Stored:
    """One stored quotation, as far as a comparison goes."""

    id: int
    #: None for a decision whose words are gone
    span: Span | None
    text: str
    kind: Kind
    speaker: str | None
    #: a person decided on it
    decided: bool = False


def changes(article_id: int, before: Sequence[Stored], after: Sequence[Stored]) -> Iterator[Change]:
    """What became of each quotation, in the order of the text; what was and is a term is nobody's business.

    A quotation that has another speaker and another kind is two changes.
    """
    left = {one.id: one for one in before}
    pairs: list[tuple[Stored | None, Stored | None]] = []
    new = []
    for now in after:
        if now.id in left:
            pairs.append((left.pop(now.id), now))
        else:
            new.append(now)
    for now in new:
        was = next((one for one in left.values() if _same_place(one, now)), None)
        if was is not None:
            del left[was.id]
        pairs.append((was, now))
    pairs += [(gone, None) for gone in left.values()]
    for pair in sorted(pairs, key=_position):
        yield from _of_pair(article_id, *pair)


def _of_pair(article_id: int, was: Stored | None, now: Stored | None) -> Iterator[Change]:
    if all(one is None or (one.kind is Kind.TERM and not one.decided) for one in (was, now)):
        return
    shown = now or was
    assert shown is not None  # noqa: S101 - a pair has one side at least
    for difference in _differences(was, now):
        yield Change(
            difference,
            article_id,
            shown.id,
            shown.text,
            was_kind=was.kind if was else None,
            kind=now.kind if now else None,
            was_speaker=was.speaker if was else None,
            speaker=now.speaker if now else None,
        )


def _differences(was: Stored | None, now: Stored | None) -> Iterator[Difference]:
    if was is None or now is None:
        yield Difference.NEW if was is None else Difference.GONE
    elif was.decided:
        yield Difference.KEPT
    elif was.kind == now.kind and was.speaker == now.speaker:
        yield Difference.SAME
    else:
        if was.speaker != now.speaker:
            yield Difference.SPEAKER
        if was.kind != now.kind:
            yield Difference.KIND


def _same_place(one: Stored, other: Stored) -> bool:
    return one.span is not None and other.span is not None and same_place(one.span, other.span)


def _position(pair: tuple[Stored | None, Stored | None]) -> tuple[int, int]:
    shown = pair[1] or pair[0]
    assert shown is not None  # noqa: S101 - as above
    return (shown.span.start if shown.span else -1, shown.id)
