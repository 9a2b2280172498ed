"""Decisions of persons turned into a score of the parser."""

from __future__ import annotations

import pytest

from quotes.evaluation.reviewed import BIAS, ReviewedReport, Tally
from quotes.model import Judged, Kind

D, P, T = Kind.DIRECT, Kind.PARTIAL, Kind.TERM


@pytest.mark.parametrize(
    ("machine", "person", "same_speaker", "kind", "speaker"),
    [
        (D, D, True, 1, 1),  # confirmed
        (D, D, False, 1, 0),  # another speaker
        (D, P, True, 0, 1),  # another kind
        (D, P, False, 0, 0),
        (D, None, True, 0, 0),  # rejected: whoever it names, nobody said that
        (D, T, True, 0, 0),  # a term is nobody's words either
        (T, None, True, 1, 1),  # a better parser takes it for a term now
        (None, None, True, 1, 1),  # or does not find it any more
        (None, D, True, 0, 0),  # or misses what a person confirmed
        (T, D, True, 0, 0),
    ],
)
def test_what_is_right(
    machine: Kind | None, person: Kind | None, same_speaker: bool, kind: int, speaker: int
) -> None:
    tally = Tally.of([Judged(machine, person, same_speaker)])
    assert tally == Tally(1, kind, speaker, kind * speaker)


REPORT = ReviewedReport(
    [
        Judged(D, D, True, "colon", 0.95),
        Judged(D, D, False, "colon", 0.95),
        Judged(D, P, True, "selon", 0.65),
        Judged(D, D, False, None, 0.0),
        Judged(None, None, True, "selon", 0.65),
        Judged(recorded=False),
    ]
)


def test_by_rule() -> None:
    assert REPORT.rules == {
        "colon": Tally(2, 2, 1, 1),
        "selon": Tally(2, 1, 2, 1),
        "(no source)": Tally(1, 1, 0, 0),
    }


def test_by_confidence() -> None:
    held = {one.low: (one.count, one.right) for one in REPORT.calibration if one.count}
    # what the parser does not claim any more has no confidence to keep
    assert held == {0.0: (1, 0.0), 0.6: (1, 1.0), 0.9: (2, 0.5)}


def test_the_summary_says_how_many_and_that_the_sample_is_biased() -> None:
    lines = REPORT.summary()
    assert lines[0].startswith("5 quotations reviewed, 1 more without a record")
    assert lines[1:4] == [
        "  kind     0.800 right (4)",
        "  speaker  0.600 right (3)",
        "  both     0.400 right (2)",
    ]
    assert lines[-1] == BIAS
    assert "biased" in BIAS


def test_the_record_has_all_figures() -> None:
    record = REPORT.record()
    assert (record["reviewed"], record["unrecorded"], record["shares"]["both"]) == (5, 1, 0.4)
    assert record["rules"]["selon"]["shares"] == {"kind": 0.5, "speaker": 1.0, "both": 0.5}
    assert len(record["calibration"]) == 6


def test_without_a_record_there_is_no_share() -> None:
    report = ReviewedReport([Judged(recorded=False)])
    assert report.record()["shares"] == {"kind": None, "speaker": None, "both": None}
    assert report.summary()[0].startswith("0 quotations reviewed, 1 more")
