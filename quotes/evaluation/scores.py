"""Counts of outcomes and the ratios that follow from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from quotes.evaluation.comparing import Outcome


class Ratios(NamedTuple):
    """How many of the predicted are right, how many of the annotated are got, and both in one figure."""

    precision: float
    recall: float
    f1: float

    @classmethod
    def of(cls, right: int, predicted: int, gold: int) -> Ratios:
        """The ratios of how many are right, predicted and annotated; 0 for nothing."""
        precision, recall = _share(right, predicted), _share(right, gold)
        both = precision + recall
        return cls(precision, recall, 2 * precision * recall / both if both else 0.0)


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over some outcomes at one overlap; the ratios follow from them and are 0 for nothing."""

    #: annotated quotations
    gold: int = 0
    #: predicted quotations
    predicted: int = 0
    #: both annotated and predicted
    found: int = 0
    #: of those found: the speaker is right
    right: int = 0
    #: of those found: the speaker can be the right one, the last name agrees
    near: int = 0
    #: of those found: direct or partial as annotated
    kind_right: int = 0

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> Score:
        """The counts over `outcomes`."""
        listed = list(outcomes)
        return cls(
            gold=sum(outcome.wanted is not None for outcome in listed),
            predicted=sum(outcome.found is not None for outcome in listed),
            found=sum(outcome.matched for outcome in listed),
            right=sum(outcome.speaker for outcome in listed),
            near=sum(outcome.near_speaker for outcome in listed),
            kind_right=sum(outcome.kind for outcome in listed),
        )

    @property
    def detection(self) -> Ratios:
        """The spans found."""
        return Ratios.of(self.found, self.predicted, self.gold)

    @property
    def end_to_end(self) -> Ratios:
        """The quotations found and rightly attributed."""
        return Ratios.of(self.right, self.predicted, self.gold)

    @property
    def speaker(self) -> float:
        """The share of the quotations found whose speaker is right."""
        return _share(self.right, self.found)

    @property
    def near_speaker(self) -> float:
        """The share of the quotations found whose speaker can be the right one."""
        return _share(self.near, self.found)

    @property
    def kind(self) -> float:
        """The share of the quotations found that are told direct or partial as annotated."""
        return _share(self.kind_right, self.found)


def scores_by(outcomes: Iterable[Outcome], key: Callable[[Outcome], str | None]) -> dict[str, Score]:
    """A score for each group of outcomes, in the order of their names; those with key None are left out."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        name = key(outcome)
        if name is not None:
            groups[name].append(outcome)
    return {name: Score.of(groups[name]) for name in sorted(groups)}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
