"""How far to trust an attribution: that the words are somebody's, and whose.

A linear model weighs what is known of each (logistic regression; weights in `confidence_weights.tsv`,
learnt by `scripts/train_confidence.py` on annotated articles): the rule that decided it, how its mention
leads to somebody, what sort of source that is, and how much speaks for the words being anybody's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import exp
from pathlib import Path
from typing import Literal, NamedTuple

from quotes.model import Speaker
from quotes.parsing.entity import How

_WEIGHTS = Path(__file__).with_name("confidence_weights.tsv")
#: from which logarithm of the odds on that the words are somebody's each signal holds
_SAID = (0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0)


class Known(NamedTuple):
    """What is known of an attribution."""

    rule: str
    #: how the mention leads to the speaker, or that the speaker is that of another quotation
    how: How | Literal["elsewhere"]
    #: the logarithm of the odds that the words are somebody's
    said: float
    speaker: Speaker | None

    def signals(self) -> Iterator[str]:
        """The names of the signals that hold."""
        yield "always"
        yield f"rule:{self.rule}"
        yield f"how:{self.how}"
        yield from (f"said:{odds}" for odds in _SAID if self.said >= odds)
        if self.speaker is None:
            yield "nobody"
            return
        yield f"speaker:{self.speaker.kind}"
        if self.speaker.name[:1].isupper():
            yield "named"


class Weight(NamedTuple):
    """What a signal weighs, and how often attributions with it are right."""

    weight: float
    share: float
    #: on so many annotated quotations
    seen: int


def confidence(known: Known) -> float:
    """The probability that the words are somebody's and that it is the speaker who says them."""
    weights = table()
    total = sum(weights[signal].weight for signal in known.signals() if signal in weights)
    return round(1 / (1 + exp(-total)), 2)


@cache
def table() -> dict[str, Weight]:
    """The weight of each signal, by its name."""
    lines = _WEIGHTS.read_text(encoding="utf-8").splitlines() if _WEIGHTS.exists() else []
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name: Weight(float(weight), float(share), int(count)) for name, weight, share, count in rows}
