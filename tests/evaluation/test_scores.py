"""What the counts of outcomes are, and the ratios that follow."""

from __future__ import annotations

from dataclasses import replace

import pytest
from evaluation_samples import article, found, wanted
from hypothesis import given
from hypothesis import strategies as st

from quotes.evaluation import Report, Score, compare
from quotes.model import Kind


def score(gold, predicted) -> Score:
    return Report((compare(article(*gold), predicted),)).strict


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        # (annotated, predicted, found, right speaker, perhaps right, right kind)
        ([wanted(0, 9)], [found(0, 9)], (1, 1, 1, 1, 1, 1)),
        ([wanted(0, 9)], [found(0, 9, "Roy")], (1, 1, 1, 0, 1, 1)),
        ([wanted(0, 9)], [found(0, 9, "Luc Serre")], (1, 1, 1, 0, 0, 1)),
        ([wanted(0, 9)], [found(0, 9, None, "partial")], (1, 1, 1, 0, 0, 0)),
        ([wanted(0, 9)], [], (1, 0, 0, 0, 0, 0)),
        ([], [found(0, 9)], (0, 1, 0, 0, 0, 0)),
        # a term is no quotation, on either side
        ([wanted(0, 9)], [found(0, 9, None, "term")], (1, 0, 0, 0, 0, 0)),
        ([wanted(0, 9, None, "term")], [found(0, 9)], (0, 1, 0, 0, 0, 0)),
        # what stands inside another quotation is left out
        ([wanted(0, 9), wanted(2, 5, nested=True)], [found(0, 9)], (1, 1, 1, 1, 1, 1)),
        ([wanted(0, 9)], [found(0, 9), found(2, 5, nested=True)], (1, 1, 1, 1, 1, 1)),
        # a source that cannot be told wants none
        ([wanted(0, 9, None)], [found(0, 9, None)], (1, 1, 1, 1, 1, 1)),
    ],
)
def test_counts(gold, predicted, expected):
    result = score(gold, predicted)
    assert (
        result.gold,
        result.predicted,
        result.found,
        result.right,
        result.near,
        result.kind_right,
    ) == expected


def test_ratios():
    result = Score(gold=10, predicted=8, found=6, right=3, near=4, kind_right=6)
    assert result.detection == pytest.approx((6 / 8, 6 / 10, 2 / 3))
    assert result.end_to_end == pytest.approx((3 / 8, 3 / 10, 1 / 3))
    assert (result.speaker, result.kind) == (0.5, 1.0)
    assert result.near_speaker == pytest.approx(2 / 3)


def test_nothing_scores_nothing():
    assert Score().detection == Score().end_to_end == (0.0, 0.0, 0.0)
    assert Score().speaker == 0.0


NAMES = st.sampled_from(["Anne Roy", "Luc Serre", "Roy", "les riverains", None])
KINDS = st.sampled_from(list(Kind))
SPANS = st.tuples(st.integers(0, 200), st.integers(1, 60)).map(lambda at: (at[0], at[0] + at[1]))


ANNOTATED = st.lists(st.builds(lambda span, name, kind: wanted(*span, name, kind.value), SPANS, NAMES, KINDS))
PREDICTED = st.lists(st.builds(lambda span, name, kind: found(*span, name, kind.value), SPANS, NAMES, KINDS))


@given(ANNOTATED)
def test_a_prediction_equal_to_the_annotation_scores_one(gold):
    predicted = [found(q.start, q.end, *(q.speakers or [None]), kind=q.kind.value) for q in gold]
    report = Report((compare(article(*gold), predicted),))
    full = 1.0 if any(q.counts for q in gold) else 0.0
    assert report.strict.detection == report.loose.detection == (full, full, full)
    assert report.strict.end_to_end == report.loose.end_to_end == (full, full, full)
    assert (report.strict.speaker, report.strict.kind) == (full, full)
    assert all(annotated == predicted for annotated, predicted in report.confusion)


@given(ANNOTATED, PREDICTED)
def test_every_score_is_between_nothing_and_all(gold, predicted):
    report = Report((compare(article(*gold), predicted),))
    for score in (report.strict, report.loose, *report.kinds.values(), *report.rules.values()):
        figures = (*score.detection, *score.end_to_end, score.speaker, score.near_speaker, score.kind)
        assert all(0.0 <= figure <= 1.0 for figure in figures)
        assert score.right <= score.near <= score.found <= min(score.gold, score.predicted)
    assert report.strict.found <= report.loose.found


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        ("2024-10-29", "2024-10-29", (1, 1, 1)),
        ("2024-10-29", "2024-10", (0, 0, 0)),
        ("2024-10-29", None, (0, 0, 0)),
        (None, "2024-10-29", (0, 0, 0)),
    ],
)
def test_when_it_was_said(gold, predicted, expected):
    annotated = replace(article(wanted(0, 9, said_on=gold)), dated=True)
    assert Report((compare(annotated, [found(0, 9, said_on=predicted)]),)).said_on == expected


def test_when_it_was_said_is_scored_only_where_annotators_looked_for_it():
    report = Report((compare(article(wanted(0, 9)), [found(0, 9, said_on="2024")]),))
    assert report.said_on is None
    assert "said on" not in "".join(report.summary())
