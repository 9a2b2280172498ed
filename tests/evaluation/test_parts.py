"""The figures of a report in parts: outlets, kinds, rules, confusion."""

from __future__ import annotations

import json

import pytest
from evaluation_samples import article, found, wanted

from quotes.evaluation import Report, compare
from quotes.evaluation.tables import tables_of


@pytest.fixture
def report() -> Report:
    """Two outlets: one all right, one with a miss, a wrong speaker and a term taken for words."""
    gazette = compare(
        article(wanted(0, 20), outlet="La Gazette"),
        [found(0, 20, rule="inverted-cue-after", confidence=0.95)],
    )
    courrier = compare(
        article(
            wanted(0, 20),
            wanted(30, 50, "les riverains", "partial", speaker_type="group"),
            wanted(60, 70, None, "term"),
            outlet="Le Courrier",
        ),
        [
            found(0, 20, "Luc Serre", rule="inverted-cue-after", confidence=0.95),
            found(60, 70, None, "partial"),
        ],
    )
    return Report((gazette, courrier, compare(article(outlet=None), [])))


def test_by_outlet(report):
    shown = {name: (n, score.gold, score.found, score.right) for name, (n, score) in report.outlets.items()}
    assert shown == {"(no outlet)": (1, 0, 0, 0), "La Gazette": (1, 1, 1, 1), "Le Courrier": (1, 2, 1, 0)}


def test_by_annotated_kind(report):
    shown = {name: (score.gold, score.found, score.right) for name, score in report.kinds.items()}
    assert shown == {"direct": (2, 2, 1), "partial": (1, 0, 0)}


def test_by_kind_of_speaker(report):
    shown = {name: (score.gold, score.found, score.right) for name, score in report.speaker_kinds.items()}
    assert shown == {"person": (2, 2, 1), "group": (1, 0, 0)}


def test_a_source_that_cannot_be_told_is_unknown():
    assert list(Report((compare(article(wanted(0, 9, None)), []),)).speaker_kinds) == ["unknown"]


def test_by_rule_the_most_used_first(report):
    shown = [(name, score.predicted, score.end_to_end.precision) for name, score in report.rules.items()]
    assert shown == [("inverted-cue-after", 2, 0.5), ("(no source)", 1, 0.0)]


def test_kinds_confused(report):
    assert report.confusion == {
        ("direct", "direct"): 2,
        ("partial", "-"): 1,
        ("term", "partial"): 1,
    }


def test_what_is_found_for_nothing_is_missing_from_the_annotation():
    assert Report((compare(article(), [found(0, 9)]),)).confusion == {("-", "direct"): 1}


def test_tables_hold_the_figures(report):
    tables = {table.columns[0]: table.rows for table in tables_of(report)}
    assert tables["outlet"][1] == ["La Gazette", "1", "1", "1", "1", "1", "1.000", "1.000", "1.000"]
    assert tables["rule"][0] == ["inverted-cue-after", "2", "2", "1", "0.500"]
    assert tables["annotated"][2] == ["term", "0", "1", "0", "0"]
    assert tables["confidence"][-1] == ["0.9-1.0", "2", "0.950", "0.500"]
    assert tables["confidence"][1] == ["0.5-0.6", "0", "-", "-"]


def test_the_record_is_plain_and_says_the_same(report):
    record = json.loads(json.dumps(report.record()))
    assert record["articles"] == 3
    assert record["overlaps"]["0.8"]["gold"] == report.strict.gold == 3
    assert record["rules"]["inverted-cue-after"] == {"count": 2, "found": 2, "right": 1, "precision": 0.5}
    assert record["speaker_kinds"]["group"]["recall"] == 0.0
    assert record["confusion"]["term"] == {"direct": 0, "partial": 1, "term": 0, "-": 0}
    assert record["calibration"][1] == {
        "low": 0.5,
        "high": 0.6,
        "count": 0,
        "mean_confidence": None,
        "right": None,
    }
