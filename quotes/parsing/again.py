"""A second look over the whole article: words that stand twice, once with their speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.folding import fold
from quotes.model import Kind, Quotation
from quotes.parsing.confidence import confidence

#: the rule given to a quotation whose words stand elsewhere in the article with their speaker
TOLD_AGAIN = "told-again"
_UNSURE = frozenset({None, "same-speaker", "subject-of-sentence"})
#: shorter words may be repeated by chance, in characters
_LENGTH = 8


def told_again(found: Sequence[Quotation]) -> list[Quotation]:
    """`found` with the speakers that other quotations of the article tell, where a rule was unsure.

    *« Vivre mieux »* as a heading takes its speaker from *« Nous voulons vivre mieux », dit Léna*.
    """
    sure = [q for q in found if q.speaker is not None and q.rule not in _UNSURE]
    folded = [(fold(q.text), q) for q in sure]
    seen: list[Quotation] = []
    for quotation in found:
        if quotation.kind is Kind.TERM or quotation.rule not in _UNSURE:
            seen.append(quotation)
            continue
        seen.append(_from_elsewhere(quotation, folded) or quotation)
    return seen


def _from_elsewhere(quotation: Quotation, folded: Sequence[tuple[str, Quotation]]) -> Quotation | None:
    words = fold(quotation.text)
    if len(words) < _LENGTH:
        return None
    source = next((source for other, source in folded if words in other), None)
    if source is None:
        return None
    return replace(quotation, speaker=source.speaker, rule=TOLD_AGAIN, confidence=confidence(TOLD_AGAIN))
