"""The figures of a set of annotated articles, whole and in parts."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from quotes.evaluation.brat import LeftOut, is_brat, read_brat
from quotes.evaluation.calibration import Bin, calibrate
from quotes.evaluation.comparing import MISSING, Comparison, Outcome, compare
from quotes.evaluation.gold import UNKNOWN, GoldArticle, GoldError, read_gold
from quotes.evaluation.matching import LOOSE, STRICT
from quotes.evaluation.scores import Ratios, Score, scores_by
from quotes.model import Article, Kind
from quotes.parsing import extract

NO_SOURCE = "(no source)"
NO_OUTLET = "(no outlet)"
KINDS = (*(kind.value for kind in Kind), MISSING)


@dataclasses.dataclass(frozen=True)
class Report:
    """What the comparisons of articles add up to; parts are at the strict overlap."""

    comparisons: tuple[Comparison, ...]

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Every outcome at the strict overlap."""
        return tuple(chain.from_iterable(comparison.strict for comparison in self.comparisons))

    @cached_property
    def strict(self) -> Score:
        """The figures that count: overlap of 0.8 at least."""
        return Score.of(self.outcomes)

    @cached_property
    def loose(self) -> Score:
        """The figures at an overlap of 0.3 at least."""
        return Score.of(chain.from_iterable(comparison.loose for comparison in self.comparisons))

    @property
    def outlets(self) -> dict[str, tuple[int, Score]]:
        """Outlet → its number of articles and its score."""
        articles: Counter[str] = Counter()
        outcomes: dict[str, list[Outcome]] = {}
        for comparison in self.comparisons:
            outlet = comparison.article.outlet or NO_OUTLET
            articles[outlet] += 1
            outcomes.setdefault(outlet, []).extend(comparison.strict)
        return {outlet: (articles[outlet], Score.of(outcomes[outlet])) for outlet in sorted(articles)}

    @property
    def kinds(self) -> dict[str, Score]:
        """Annotated kind → what became of those quotations."""
        return scores_by(self.outcomes, _kind)

    @property
    def speaker_kinds(self) -> dict[str, Score]:
        """Annotated kind of speaker, `unknown` included → what became of those quotations."""
        return scores_by(self.outcomes, _speaker_kind)

    @property
    def rules(self) -> dict[str, Score]:
        """Attribution rule → the quotations it gave a source, most used first."""
        scores = scores_by(self.outcomes, _rule)
        return dict(sorted(scores.items(), key=lambda item: -item[1].predicted))

    @property
    def confusion(self) -> Counter[tuple[str, str]]:
        """(annotated kind, predicted kind) of the outermost stretches → how many; `-` for none."""
        return sum((comparison.kinds for comparison in self.comparisons), Counter())

    @property
    def calibration(self) -> list[Bin]:
        """How often quotations are right, by confidence."""
        return calibrate(self.outcomes)

    @property
    def said_on(self) -> Ratios | None:
        """When the quotations found were said, where annotators looked for it; None where none did."""
        looked = (comparison.strict for comparison in self.comparisons if comparison.article.dated)
        pairs = [(o.wanted.said_on, o.found.said_on) for o in chain(*looked) if o.wanted and o.found]
        if not pairs:
            return None
        right = sum(wanted is not None and wanted == found for wanted, found in pairs)
        predicted = sum(found is not None for _, found in pairs)
        return Ratios.of(right, predicted, sum(wanted is not None for wanted, _ in pairs))

    def summary(self) -> list[str]:
        """The main figures as text, one a line."""
        strict = self.strict
        shown = [f"{len(self.comparisons)} articles, {strict.gold} quotations, {strict.predicted} predicted"]
        for least, score in ((STRICT, strict), (LOOSE, self.loose)):
            shown += [
                f"overlap ≥ {least}",
                f"  detection   {_ratios_line(score.detection)}",
                f"  speaker     {score.speaker:.3f} of the quotations found",
                f"  kind        {score.kind:.3f} of the quotations found",
                f"  end to end  {_ratios_line(score.end_to_end)}",
            ]
        if self.said_on is not None:
            shown.append(f"said on       {_ratios_line(self.said_on)}")
        return shown

    def record(self) -> dict[str, Any]:
        """Every figure as plain values for JSON, not rounded."""
        confusion = self.confusion
        return {
            "articles": len(self.comparisons),
            "overlaps": {str(STRICT): _score_record(self.strict), str(LOOSE): _score_record(self.loose)},
            "outlets": {
                outlet: {"articles": articles, **_score_record(score)}
                for outlet, (articles, score) in self.outlets.items()
            },
            "kinds": _records(self.kinds),
            "speaker_kinds": _records(self.speaker_kinds),
            "rules": {
                rule: {
                    "count": score.predicted,
                    "found": score.found,
                    "right": score.right,
                    "precision": score.end_to_end.precision,
                }
                for rule, score in self.rules.items()
            },
            "confusion": {wanted: {found: confusion[wanted, found] for found in KINDS} for wanted in KINDS},
            "said_on": self.said_on and self.said_on._asdict(),
            "calibration": [dataclasses.asdict(held) for held in self.calibration],
        }


def evaluate(articles: Iterable[GoldArticle]) -> Report:
    """Run the parser over annotated articles and compare."""
    return Report(
        tuple(compare(article, extract(Article(article.text, date=article.date))) for article in articles)
    )


def annotated(path: Path, left_out: LeftOut | None = None) -> Iterator[GoldArticle]:
    """The annotated articles of a JSON Lines file, or of a folder or a pair of files of brat's."""
    return read_brat(path, left_out) if is_brat(path) else read_gold(path)


def evaluate_files(paths: Sequence[Path], left_out: LeftOut | None = None) -> Report:
    """Run the parser over the annotated articles of all `paths` together.

    What annotation is passed over is added to `left_out`. Raises GoldError when a file is not what it
    should be, or none of them holds an article.
    """
    report = evaluate(chain.from_iterable(annotated(path, left_out) for path in paths))
    if not report.comparisons:
        raise GoldError(f"{', '.join(map(str, paths))}: no annotated article; one a line is expected")
    return report


def _kind(outcome: Outcome) -> str | None:
    return outcome.wanted.kind.value if outcome.wanted else None


def _speaker_kind(outcome: Outcome) -> str | None:
    return outcome.wanted.speaker_type or UNKNOWN if outcome.wanted else None


def _rule(outcome: Outcome) -> str | None:
    return outcome.found.rule or NO_SOURCE if outcome.found else None


def _ratios_line(ratios: tuple[float, float, float]) -> str:
    precision, recall, f1 = ratios
    return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


def _score_record(score: Score) -> dict[str, Any]:
    return {
        **dataclasses.asdict(score),
        "detection": score.detection._asdict(),
        "speaker": score.speaker,
        "near_speaker": score.near_speaker,
        "kind": score.kind,
        "end_to_end": score.end_to_end._asdict(),
    }


def _records(scores: dict[str, Score]) -> dict[str, Any]:
    return {
        name: {
            "gold": score.gold,
            "found": score.found,
            "right": score.right,
            "recall": score.detection.recall,
            "speaker": score.speaker,
            "end_to_end": score.end_to_end.recall,
        }
        for name, score in scores.items()
    }
