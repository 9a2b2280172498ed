"""Whether confidence tells the truth: of the quotations at 0.9, nine in ten should be right."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from quotes.evaluation.comparing import Outcome

#: where the bins begin; the last one ends with 1.0, included
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
_TOP = 1.0


@dataclass(frozen=True, slots=True)
class Bin:
    """The predicted quotations whose confidence is in [low, high); the last bin includes 1.0."""

    low: float
    high: float
    count: int
    #: None in an empty bin
    mean_confidence: float | None
    #: the share found and rightly attributed; None in an empty bin
    right: float | None


def calibrate(outcomes: Iterable[Outcome]) -> list[Bin]:
    """The bins of confidence over the predicted quotations among `outcomes`, every bin listed."""
    return binned((o.found.confidence, o.speaker) for o in outcomes if o.found is not None)


def binned(attributions: Iterable[tuple[float, bool]]) -> list[Bin]:
    """The bins over (confidence, whether it is right), every bin listed."""
    held: list[list[tuple[float, bool]]] = [[] for _ in EDGES]
    for confidence, right in attributions:
        place = min(max(bisect_right(EDGES, confidence) - 1, 0), len(EDGES) - 1)
        held[place].append((confidence, right))
    highs = (*EDGES[1:], _TOP)
    return [_bin(low, high, some) for low, high, some in zip(EDGES, highs, held, strict=True)]


def _bin(low: float, high: float, held: list[tuple[float, bool]]) -> Bin:
    if not held:
        return Bin(low, high, 0, None, None)
    count = len(held)
    mean = sum(confidence for confidence, _ in held) / count
    return Bin(low, high, count, mean, sum(right for _, right in held) / count)
