"""Confidence in bins, beside how often it was right."""

from __future__ import annotations

import pytest
from evaluation_samples import found, wanted

from quotes.evaluation import Outcome, calibrate


def outcome(confidence: float, right: bool = True) -> Outcome:
    return Outcome(wanted(0, 9), found(0, 9, confidence=confidence), speaker=right)


@pytest.mark.parametrize(
    ("confidence", "low"),
    [
        (0.0, 0.0),
        (0.49, 0.0),
        (0.5, 0.5),
        (0.59, 0.5),
        (0.6, 0.6),
        (0.7, 0.7),
        (0.8, 0.8),
        (0.9, 0.9),
        (1.0, 0.9),
    ],
)
def test_a_bin_starts_with_its_lower_edge_and_the_last_ends_with_one(confidence, low):
    (held,) = [held for held in calibrate([outcome(confidence)]) if held.count]
    assert held.low == low


def test_every_bin_is_listed_without_gap():
    bins = calibrate([])
    assert [held.low for held in bins] == [0.0, 0.5, 0.6, 0.7, 0.8, 0.9]
    assert [held.high for held in bins] == [0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
    assert {(held.count, held.mean_confidence, held.right) for held in bins} == {(0, None, None)}


def test_mean_confidence_beside_the_share_right():
    last = calibrate([outcome(0.92), outcome(0.94), outcome(0.96), outcome(0.98, right=False)])[-1]
    assert (last.count, last.right) == (4, 0.75)
    assert last.mean_confidence == pytest.approx(0.95)


def test_found_for_nothing_is_wrong_and_missed_is_not_counted():
    spurious, missed = Outcome(None, found(0, 9, confidence=0.75)), Outcome(wanted(0, 9), None)
    assert [(held.count, held.right) for held in calibrate([spurious, missed]) if held.count] == [(1, 0.0)]
