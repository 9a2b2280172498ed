"""What parsing an article again changed, quotation by quotation."""

from __future__ import annotations

import pytest

from quotes.model import Kind, Span
from quotes.storage.changes import Stored, changes

D, P, T = Kind.DIRECT, Kind.PARTIAL, Kind.TERM


def stored(id_: int, start: int, kind: Kind, speaker: str | None, **more: object) -> Stored:
    length = more.pop("length", 50)
    return Stored(id_, Span(start, start + int(str(length))), "", kind, speaker, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (stored(1, 0, D, "Roy"), stored(1, 0, D, "Roy"), ["same"]),
        (stored(1, 0, D, "Roy"), stored(1, 0, D, "Le Bris"), ["other speaker"]),
        (stored(1, 0, D, None), stored(1, 0, D, "Roy"), ["other speaker"]),
        (stored(1, 0, D, "Roy"), stored(1, 0, P, "Roy"), ["other kind"]),
        (stored(1, 0, D, "Roy"), stored(1, 0, P, None), ["other speaker", "other kind"]),
        (stored(1, 0, T, None), stored(1, 0, P, None), ["other kind"]),
        (stored(1, 0, D, "Roy"), None, ["gone"]),
        (None, stored(1, 0, D, "Roy"), ["new"]),
        # a word more, and so another number, at the same place
        (stored(1, 0, D, "Roy"), stored(2, 0, D, "Roy", length=56), ["same"]),
        (stored(1, 0, D, "Roy"), stored(2, 200, D, "Roy"), ["new", "gone"]),
        (stored(1, 0, D, "Roy", decided=True), stored(1, 9, D, "Roy", decided=True), ["kept"]),
        (stored(1, 0, T, None, decided=True), stored(1, 0, T, None, decided=True), ["kept"]),
        # terms are nobody's words
        (stored(1, 0, T, None), stored(1, 0, T, None), []),
        (stored(1, 0, T, None), None, []),
        (None, stored(1, 0, T, None), []),
    ],
)
def test_what_became_of_a_quotation(before: Stored | None, after: Stored | None, expected: list[str]) -> None:
    found = changes(7, [before] if before else [], [after] if after else [])
    assert sorted(change.difference for change in found) == sorted(expected)


def test_changes_are_in_the_order_of_the_text() -> None:
    before = [stored(1, 300, D, "Roy"), stored(2, 100, D, "Roy")]
    after = [stored(3, 200, D, "Roy"), stored(1, 300, D, "Roy")]
    assert [change.id for change in changes(7, before, after)] == [2, 3, 1]
