"""How far to trust an attribution: that the words are somebody's, and whose.

A linear model weighs what is known of each (logistic regression; weights in `confidence_weights.tsv`,
learnt by `scripts/train_confidence.py` on annotated articles): the rule that decided it, how its mention
leads to somebody, what sort of source that is, and how much speaks for the words being anybody's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from math import exp
from pathlib import Path
from typing import Literal, NamedTuple, Self

from quotes.model import Speaker, SpeakerKind
from quotes.parsing.entity import How

_WEIGHTS = Path(__file__).with_name("confidence_weights.tsv")
#: from which logarithm of the odds on that the words are somebody's each signal holds
_SAID = (0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0)


class Known(NamedTuple):
    """What is known of an attribution."""

    rule: str
    #: how the mention leads to the speaker, or that the speaker is that of another quotation
    how: How | Literal["elsewhere"]
    #: how many of `_SAID` the odds reach
    said: int
    #: the sort of speaker, and whether it has a name; None where nobody is told
    speaker: SpeakerKind | None
    named: bool

    @classmethod
    def of(cls, rule: str, how: How | Literal["elsewhere"], said: float, speaker: Speaker | None) -> Self:
        """`said` is the logarithm of the odds that the words are somebody's."""
        level = bisect_right(_SAID, said)
        if speaker is None:
            return cls(rule, how, level, None, named=False)
        return cls(rule, how, level, speaker.kind, speaker.name[:1].isupper())

    def signals(self) -> Iterator[str]:
        """The names of the signals that hold."""
        yield "always"
        yield f"rule:{self.rule}"
        yield f"how:{self.how}"
        yield from (f"said:{odds}" for odds in _SAID[: self.said])
        yield "nobody" if self.speaker is None else f"speaker:{self.speaker}"
        if self.named:
            yield "named"


class Weight(NamedTuple):
    """What a signal weighs, and how often attributions with it are right."""

    weight: float
    share: float
    #: on so many annotated quotations
    seen: int


@lru_cache(maxsize=1 << 12)  # there are a thousand sorts of attributions
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
