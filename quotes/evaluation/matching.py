"""Which annotated and which predicted stretch are the same quotation."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.evaluation.gold import GoldQuotation
from quotes.model import Quotation

#: the overlaps (intersection over union) at which two spans count as the same quotation
STRICT, LOOSE = 0.8, 0.3


def overlap(wanted: GoldQuotation, found: Quotation) -> float:
    """Intersection over union of two spans, in [0, 1]."""
    shared = min(wanted.end, found.end) - max(wanted.start, found.start)
    union = max(wanted.end, found.end) - min(wanted.start, found.start)
    return shared / union if shared > 0 else 0.0


def match(
    gold: Sequence[GoldQuotation], predicted: Sequence[Quotation], least: float
) -> list[tuple[int, int]]:
    """Pair stretches one to one by falling overlap, none below `least`: places in `gold` and `predicted`."""
    pairs = sorted(
        (
            (value, wanted, found)
            for wanted, g in enumerate(gold)
            for found, p in enumerate(predicted)
            if (value := overlap(g, p)) >= least
        ),
        reverse=True,
    )
    free_gold, free_predicted = set(range(len(gold))), set(range(len(predicted)))
    matched = []
    for _, wanted, found in pairs:
        if wanted in free_gold and found in free_predicted:
            free_gold.remove(wanted)
            free_predicted.remove(found)
            matched.append((wanted, found))
    return matched
