"""Multinomial logistic regression with L2 penalty, by gradient descent with momentum; no dependency."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

#: a signal seen less often than this is left out
RARE = 4
STEPS, RATE, MOMENTUM, PENALTY = 150, 0.5, 0.9, 4.0


class Example(NamedTuple):
    """What is learnt from: where it comes from, its signals, the number of its label, what it counts."""

    article: str
    outlet: str
    signals: list[str]
    label: int
    counts: float = 1.0


#: what each signal weighs for each label
Weights = dict[str, tuple[float, ...]]


def learn(data: Sequence[Example], labels: int) -> Weights:
    """Weights per signal and label, of which there are so many."""
    seen = Counter(name for example in data for name in set(example.signals))
    names = sorted(name for name, times in seen.items() if times >= RARE)
    numbers = {name: n for n, name in enumerate(names)}
    known = [[numbers[name] for name in example.signals if name in numbers] for example in data]
    rates = [RATE / (20 + seen[name]) for name in names]
    weights = [[0.0] * len(names) for _ in range(labels)]
    speeds = [[0.0] * len(names) for _ in range(labels)]
    for _ in range(STEPS):
        errors = _errors(weights, known, data)
        for row, speed, wrong in zip(weights, speeds, errors, strict=True):
            slope = [PENALTY * value for value in row]
            for numbers_of_one, error in zip(known, wrong, strict=True):
                for n in numbers_of_one:
                    slope[n] += error
            speed[:] = [MOMENTUM * v - r * s for v, r, s in zip(speed, rates, slope, strict=True)]
            row[:] = [value + v for value, v in zip(row, speed, strict=True)]
    return {name: tuple(row[n] for row in weights) for n, name in enumerate(names)}


def _errors(weights: list[list[float]], known: list[list[int]], data: Sequence[Example]) -> list[list[float]]:
    """For each label, by how much each example's probability of it is too high."""
    errors: list[list[float]] = [[] for _ in weights]
    for numbers, example in zip(known, data, strict=True):
        totals = [sum(map(row.__getitem__, numbers)) for row in weights]
        top = max(totals)
        powers = [math.exp(total - top) for total in totals]
        whole = sum(powers)
        for n, power in enumerate(powers):
            errors[n].append(example.counts * (power / whole - (n == example.label)))
    return errors
