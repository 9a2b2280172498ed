"""The parts of a report as tables of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.evaluation.calibration import Bin
from quotes.evaluation.report import KINDS, Report
from quotes.evaluation.scores import Score

_OUTLET_COLUMNS = (
    "outlet",
    "articles",
    "gold",
    "predicted",
    "found",
    "right",
    "detection",
    "speaker",
    "end to end",
)


@dataclass(frozen=True, slots=True)
class Table:
    """A title, the names of the columns, and rows of text."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


def tables_of(report: Report) -> Iterator[Table]:
    """The parts of `report`: by outlet (if several), kind, speaker kind and rule; kinds; confidence."""
    if len(report.outlets) > 1:
        yield Table(
            "By outlet: F1 of detection and end to end, share of speakers right",
            _OUTLET_COLUMNS,
            [_outlet(outlet, articles, score) for outlet, (articles, score) in report.outlets.items()],
        )
    yield _annotated("By kind", "kind", report.kinds)
    yield _annotated("By kind of speaker", "speaker kind", report.speaker_kinds)
    yield Table(
        "By rule: precision is found and rightly attributed",
        ("rule", "count", "found", "right", "precision"),
        [
            cells(rule, score.predicted, score.found, score.right, score.end_to_end.precision)
            for rule, score in report.rules.items()
        ],
    )
    confusion = report.confusion
    yield Table(
        "Kinds, annotated in rows against predicted in columns",
        ("annotated", *KINDS),
        [cells(wanted, *(confusion[wanted, found] for found in KINDS)) for wanted in KINDS],
    )
    yield Table(
        "Confidence: the share right should be the mean",
        ("confidence", "count", "mean", "right"),
        [_confidence(held) for held in report.calibration],
    )


def _annotated(title: str, column: str, scores: dict[str, Score]) -> Table:
    return Table(
        f"{title}: share found, share of those rightly attributed, share of all found and right",
        (column, "gold", "found", "right", "recall", "speaker", "end to end"),
        [
            cells(
                name,
                score.gold,
                score.found,
                score.right,
                score.detection.recall,
                score.speaker,
                score.end_to_end.recall,
            )
            for name, score in scores.items()
        ],
    )


def _outlet(outlet: str, articles: int, score: Score) -> list[str]:
    return cells(
        outlet,
        articles,
        score.gold,
        score.predicted,
        score.found,
        score.right,
        score.detection.f1,
        score.speaker,
        score.end_to_end.f1,
    )


def _confidence(held: Bin) -> list[str]:
    return cells(f"{held.low:.1f}-{held.high:.1f}", held.count, held.mean_confidence, held.right)


def cells(*values: str | float | None) -> list[str]:
    """Values as the texts of a row: ratios to three places, nothing as a dash."""
    return [_cell(value) for value in values]


def _cell(value: str | float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
