"""A second look over the whole article, for quotations whose source no rule was sure of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotes.folding import fold
from quotes.model import Kind, Quotation
from quotes.parsing.confidence import confidence


@dataclass(frozen=True, slots=True)
class SecondLook:
    """A rule that needs the other quotations of the article."""

    name: str
    doc: str
    example: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where an outermost quotation stands in the article."""

    #: number of the paragraph
    paragraph: int
    #: it looks like a heading, in or between paragraphs
    heads: bool


TOLD_AGAIN = SecondLook(
    "told-again",
    "Words without a sure source that stand elsewhere in the article with theirs.",
    "« Vivre mieux »\nNous y sommes. « Nous voulons vivre mieux », dit Léna Morel.",
)
SPEAKS_NEXT = SecondLook(
    "speaks-next",
    "No cue, and nobody has spoken in this paragraph yet: whoever is the next to speak with one.",
    "« On n'en peut plus »\nLe quai est vide. « Tout ferme », dit Léna Morel.",
)
#: in the order in which they are tried
SECOND_LOOKS = (TOLD_AGAIN, SPEAKS_NEXT)
#: how many quotations with a speaker are looked into, the first of the article
_SURE = 500
_UNSURE = frozenset({None, "same-speaker", "subject-of-sentence"})
#: no rule, or one that only goes on
_SILENT = frozenset({None, "same-speaker"})
#: shorter words may be repeated by chance, in characters
_LENGTH = 8
#: how many paragraphs further on the next speaker may stand
_AHEAD = 4


def look_again(found: Sequence[Quotation], places: Sequence[Place]) -> list[Quotation]:
    """`found` with the speakers that other quotations of the article tell, where no rule was sure.

    `found` are the outermost quotations in text order, `places` where each stands.
    """
    seen: list[Quotation] = []
    for quotation, told in zip(found, told_elsewhere(found, places), strict=True):
        if told is not None:
            source, look = told
            quotation = replace(
                quotation, speaker=source.speaker, rule=look.name, confidence=confidence(look.name)
            )
            if look is TOLD_AGAIN:  # the same words, said once
                quotation = replace(quotation, said_on=source.said_on, said_when=source.said_when)
        seen.append(quotation)
    return seen


def told_elsewhere(
    found: Sequence[Quotation], places: Sequence[Place]
) -> list[tuple[Quotation, SecondLook] | None]:
    """For each of `found` that needs one, the quotation that tells its speaker, and by which look."""
    sure = [q for q in found if q.speaker is not None and q.rule not in _UNSURE]
    folded = [(fold(q.text), q) for q in sure[:_SURE]]
    told: list[tuple[Quotation, SecondLook] | None] = []
    for n, quotation in enumerate(found):
        if quotation.kind is Kind.TERM or quotation.rule not in _UNSURE:
            told.append(None)
            continue
        holder = _holder(fold(quotation.text), folded)
        if holder is not None:
            told.append((holder, TOLD_AGAIN))
            continue
        following = _next_to_speak(n, found, places) if quotation.rule in _SILENT else None
        told.append((following, SPEAKS_NEXT) if following is not None else None)
    return told


def _holder(words: str, folded: Sequence[tuple[str, Quotation]]) -> Quotation | None:
    if len(words) < _LENGTH:
        return None
    return next((source for other, source in folded if words in other), None)


def _next_to_speak(n: int, found: Sequence[Quotation], places: Sequence[Place]) -> Quotation | None:
    """The next quotation with a sure source, unless somebody has spoken in the paragraph already."""
    if not places[n].heads and _has_been_heard(n, found, places):
        return None
    for k in range(n + 1, len(found)):
        if places[k].paragraph > places[n].paragraph + _AHEAD:
            return None
        if found[k].speaker is not None and found[k].rule not in _UNSURE:
            return found[k]
    return None


def _has_been_heard(n: int, found: Sequence[Quotation], places: Sequence[Place]) -> bool:
    """Whether a quotation before `n`, in its paragraph, has a speaker."""
    k = n - 1
    while k >= 0 and places[k].paragraph == places[n].paragraph:
        if found[k].speaker is not None:
            return True
        k -= 1
    return False
