"""Direct, partial or term: what the words between the marks are.

A linear model weighs the signals (multinomial logistic regression, weights in `kind_weights.tsv`,
learnt by `scripts/train_kinds.py` on annotated articles). Quotations that belong together are of one
mind on whether they are anybody's words: those of one list, and the same words in one article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from math import exp, log
from pathlib import Path
from typing import NamedTuple

from quotes.model import Kind
from quotes.parsing.governing import previous_in_list
from quotes.parsing.scene import Link, Scene
from quotes.parsing.signals import signals

#: from which odds on words are taken for somebody's, as a logarithm: at even odds every second is a term
#: with a name put to it, and besides not every name is the right one
_DOUBT = 0.3
_WEIGHTS = Path(__file__).with_name("kind_weights.tsv")


class Scores(NamedTuple):
    """How much speaks for each kind; only their differences mean something."""

    direct: float
    partial: float
    term: float

    @property
    def said(self) -> float:
        """The logarithm of the odds that the words are somebody's."""
        most = max(self.direct, self.partial)
        return most + log(exp(self.direct - most) + exp(self.partial - most)) - self.term

    @property
    def kind(self) -> Kind:
        return self.kind_if(self.said)

    def kind_if(self, said: float) -> Kind:
        """The kind when those odds are `said`."""
        if said < _DOUBT:
            return Kind.TERM
        return Kind.DIRECT if self.direct >= self.partial else Kind.PARTIAL


def scores_of(scene: Scene, link: Link | None) -> Scores:
    """The weighed signals of `scene`; `link` is what the rule found that looked for its source."""
    direct = partial = term = 0.0
    for for_direct, for_partial, for_term in filter(None, map(_weights().get, signals(scene, link))):
        direct += for_direct
        partial += for_partial
        term += for_term
    return Scores(direct, partial, term)


def agreed_kinds(scenes: Sequence[Scene], scores: Sequence[Scores]) -> list[Kind]:
    """The kinds of an article's quotations, given what speaks for each alone."""
    said = [score.said for score in scores]
    for group in (*_lists(scenes), *_same_words(scenes)):
        mean = sum(said[n] for n in group) / len(group)
        for n in group:
            said[n] = mean
    return [score.kind_if(odds) for score, odds in zip(scores, said, strict=True)]


def _lists(scenes: Sequence[Scene]) -> Iterator[list[int]]:
    """The quotations listed side by side, by their number: *« juste », « utile » et « urgent »*."""
    group: list[int] = []
    for n, scene in enumerate(scenes):
        if group and previous_in_list(scene, scene.position) == scenes[n - 1].last:
            group.append(n)
            continue
        if len(group) > 1:
            yield group
        group = [n]
    if len(group) > 1:
        yield group


def _same_words(scenes: Sequence[Scene]) -> Iterator[list[int]]:
    groups: dict[str, list[int]] = {}
    for n, scene in enumerate(scenes):
        groups.setdefault(scene.page.folded_quotes[scene.position], []).append(n)
    return (group for group in groups.values() if len(group) > 1)


@cache
def _weights() -> dict[str, tuple[float, float, float]]:
    """For each signal, how much it speaks for direct, partial and term."""
    table: dict[str, tuple[float, float, float]] = {}
    if _WEIGHTS.exists():
        for line in _WEIGHTS.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                signal, direct, partial, term = line.split("\t")
                table[signal] = float(direct), float(partial), float(term)
    return table
