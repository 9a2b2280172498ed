"""One article's annotation beside what the parser says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.evaluation.gold import GoldArticle, GoldQuotation
from quotes.evaluation.matching import LOOSE, STRICT, match
from quotes.evaluation.names import nearly_same_speaker, same_speaker
from quotes.model import Kind, Quotation

#: stands for the kind of a stretch that one side does not have
MISSING = "-"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one quotation: annotated and found, annotated and missed, or found for nothing."""

    wanted: GoldQuotation | None
    found: Quotation | None
    #: the speaker is right, as fully named as the article does
    speaker: bool = False
    #: the speaker can be the right one: the last name agrees
    near_speaker: bool = False
    #: direct or partial, as annotated
    kind: bool = False

    @property
    def matched(self) -> bool:
        """Whether the quotation is annotated and found."""
        return self.wanted is not None and self.found is not None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One article: what was predicted, and how it compares at the two overlaps."""

    article: GoldArticle
    predicted: tuple[Quotation, ...]
    strict: tuple[Outcome, ...]
    loose: tuple[Outcome, ...]
    #: (annotated kind, predicted kind) of the outermost stretches, terms included → how many
    kinds: Counter[tuple[str, str]]


def compare(article: GoldArticle, predicted: Sequence[Quotation]) -> Comparison:
    """Compare an article's annotation with all that the parser found in it, terms and nested included."""
    wanted = [q for q in article.quotations if q.counts]
    found = [q for q in predicted if q.kind is not Kind.TERM and not q.nested]
    return Comparison(
        article,
        tuple(predicted),
        _outcomes(wanted, found, STRICT),
        _outcomes(wanted, found, LOOSE),
        _kinds([q for q in article.quotations if not q.nested], [q for q in predicted if not q.nested]),
    )


def _outcomes(
    gold: Sequence[GoldQuotation], predicted: Sequence[Quotation], least: float
) -> tuple[Outcome, ...]:
    pairs = match(gold, predicted, least)
    matched_gold, matched_predicted = {place for place, _ in pairs}, {place for _, place in pairs}
    return (
        *(_judged(gold[wanted], predicted[found]) for wanted, found in pairs),
        *(Outcome(wanted, None) for place, wanted in enumerate(gold) if place not in matched_gold),
        *(Outcome(None, found) for place, found in enumerate(predicted) if place not in matched_predicted),
    )


def _judged(wanted: GoldQuotation, found: Quotation) -> Outcome:
    name = found.speaker.name if found.speaker else None
    return Outcome(
        wanted,
        found,
        same_speaker(name, wanted.speakers, wanted.speaker_type),
        nearly_same_speaker(name, wanted.speakers, wanted.speaker_type),
        wanted.kind is found.kind,
    )


def _kinds(gold: Sequence[GoldQuotation], predicted: Sequence[Quotation]) -> Counter[tuple[str, str]]:
    return Counter(
        (
            outcome.wanted.kind.value if outcome.wanted else MISSING,
            outcome.found.kind.value if outcome.found else MISSING,
        )
        for outcome in _outcomes(gold, predicted, STRICT)
    )
