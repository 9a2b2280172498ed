"""A second look over the whole article: words that stand twice, once with their speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.folding import fold
from quotes.model import Kind, Quotation
from quotes.parsing.confidence import confidence

#: the rule given to a quotation whose words stand elsewhere in the article with their speaker
TOLD_AGAIN = "told-again"
LOOKS_FOR = "Words without a sure source that stand elsewhere in the article with theirs."
EXAMPLE = "« Vivre mieux »\nNous y sommes. « Nous voulons vivre mieux », dit Léna Morel."
#: how many quotations with a speaker are looked into, the first of the article
_SURE = 500
_UNSURE = frozenset({None, "same-speaker", "subject-of-sentence"})
#: shorter words may be repeated by chance, in characters
_LENGTH = 8


def told_again(found: Sequence[Quotation]) -> list[Quotation]:
    """`found` with the speakers that other quotations of the article tell, where a rule was unsure.

    *« Vivre mieux »* as a heading takes its speaker from *« Nous voulons vivre mieux », dit Léna*.
    """
    seen: list[Quotation] = []
    for quotation, source in zip(found, told_elsewhere(found), strict=True):
        if source is not None:
            quotation = replace(
                quotation,
                speaker=source.speaker,
                rule=TOLD_AGAIN,
                confidence=confidence(TOLD_AGAIN),
                said_on=source.said_on,
                said_when=source.said_when,
            )
        seen.append(quotation)
    return seen


def told_elsewhere(found: Sequence[Quotation]) -> list[Quotation | None]:
    """For each of `found`, the quotation that holds its words and tells their speaker, if one is needed."""
    sure = [q for q in found if q.speaker is not None and q.rule not in _UNSURE]
    folded = [(fold(q.text), q) for q in sure[:_SURE]]
    return [
        _holder(fold(q.text), folded) if q.kind is not Kind.TERM and q.rule in _UNSURE else None
        for q in found
    ]


def _holder(words: str, folded: Sequence[tuple[str, Quotation]]) -> Quotation | None:
    if len(words) < _LENGTH:
        return None
    return next((source for other, source in folded if words in other), None)
