"""Names as labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from quotes.charts.labels import clean, labels


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Anne Roy", "Anne Roy"),
        ("Anne-Charlotte Roy-Delaunay de Villeneuve", "Anne-Charlotte…"),
        ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffah…"),
        ("", ""),
    ],
)
def test_a_long_name_is_cut_and_told(name: str, label: str) -> None:
    assert labels([name], 20) == [label]


def test_a_name_on_two_lines() -> None:
    assert labels(["Anne-Charlotte Roy-Delaunay de Villeneuve"], 20, 2) == [
        "Anne-Charlotte\nRoy-Delaunay de…"
    ]


def test_names_that_are_cut_alike_stay_two() -> None:
    names = ["Association des usagers du pont", "Association des usagers du bac"]
    assert labels(names, 20) == ["Association des…", "Association des… (2)"]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Anne\n  Roy", "Anne Roy"),
        ("Anne\x00 \x1b[31mRoy", "Anne [31mRoy"),
        ("\u202eyoR ennA", "yoR ennA"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
    ],
)
def test_what_a_drawing_cannot_hold(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(some.lists(some.text(max_size=60).map(clean), max_size=8), some.integers(4, 30), some.integers(1, 3))
def test_labels_are_short_and_all_different(names: list[str], width: int, lines: int) -> None:
    made = labels(names, width, lines)
    assert len(set(made)) == len(names)
    assert all(line.count("\n") < lines for line in made)
    assert all(len(part) <= width + len(" (9)") for label in made for part in label.split("\n"))
