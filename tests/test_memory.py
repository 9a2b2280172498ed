"""What recurs is worked out once, and no more is held than is allowed."""

from __future__ import annotations

from quotes.memory import Memory


class Counting:
    """Work that counts how often it is done."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, word: str) -> int:
        self.times += 1
        return len(word)


def test_a_word_is_worked_out_once():
    work = Counting()
    known = Memory(work, most=4)
    assert [known["pont"], known["port"], known["pont"]] == [4, 4, 4]
    assert work.times == 2


def test_what_was_asked_for_lately_is_kept():
    work = Counting()
    known = Memory(work, most=4)
    for word in ("un", "deux", "trois", "un"):
        known[word]
    assert work.times == 3


def test_no_more_is_held_than_allowed():
    work = Counting()
    known = Memory(work, most=4)
    for number in range(10):
        known[str(number)]
    assert len(known) + len(known.older) <= 4
    known["0"]
    assert work.times == 11


def test_what_is_long_is_not_held():
    work = Counting()
    known = Memory(work, most=4, longest=3)
    assert [known["pont"], known["pont"], known["mer"]] == [4, 4, 3]
    assert list(known) == ["mer"]
