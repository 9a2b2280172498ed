"""Which annotated and predicted stretches are the same quotation."""

from __future__ import annotations

import pytest
from evaluation_samples import found, wanted

from quotes.evaluation import LOOSE, STRICT, match, overlap


@pytest.mark.parametrize(
    ("annotated", "predicted", "expected"),
    [
        ((0, 10), (0, 10), 1.0),
        ((0, 10), (0, 8), 0.8),
        ((0, 10), (2, 10), 0.8),
        ((0, 8), (0, 10), 0.8),
        ((0, 10), (5, 15), 1 / 3),
        ((0, 10), (10, 20), 0.0),
        ((0, 10), (30, 40), 0.0),
    ],
)
def test_overlap_is_intersection_over_union(annotated, predicted, expected):
    assert overlap(wanted(*annotated), found(*predicted)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("annotated", "predicted", "strict", "loose"),
    [
        ([(0, 10)], [(0, 10)], [(0, 0)], [(0, 0)]),
        ([(0, 10)], [(0, 8)], [(0, 0)], [(0, 0)]),
        ([(0, 10)], [(0, 7)], [], [(0, 0)]),
        ([(0, 10)], [(0, 2)], [], []),
        # one annotated stretch is found once, by the better of two
        ([(0, 10)], [(0, 9), (0, 10)], [(0, 1)], [(0, 1)]),
        # two fragments in one prediction: the longer takes it
        ([(0, 6), (7, 20)], [(0, 20)], [], [(1, 0)]),
        # the best pair is served first, the rest take what is left
        ([(0, 10), (5, 15)], [(5, 15), (4, 14)], [(1, 0)], [(1, 0), (0, 1)]),
        ([], [(0, 10)], [], []),
        ([(0, 10)], [], [], []),
    ],
)
def test_stretches_pair_one_to_one(annotated, predicted, strict, loose):
    gold, predictions = [wanted(*span) for span in annotated], [found(*span) for span in predicted]
    assert match(gold, predictions, STRICT) == strict
    assert match(gold, predictions, LOOSE) == loose
