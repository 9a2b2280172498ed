"""A second look over the whole article, for quotations whose source no rule was sure of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from quotes.folding import fold
from quotes.model import Kind, Quotation, SpeakerKind
from quotes.parsing.confidence import Known, confidence
from quotes.parsing.words import stem


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
    #: in how many paragraphs, its own included, the next speaker may stand
    reach: int
    #: the logarithm of the odds that the words are somebody's
    said: float


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
_UNSURE = frozenset({None, "same-speaker", "subject-of-sentence", "subject-after", "report-before"})
#: no rule, or one that only goes on
_SILENT = frozenset({None, "same-speaker"})
#: shorter words may be repeated by chance, in characters
_LENGTH = 8
#: words of a heading that tell nothing are no longer than this, in characters; of others it has this many
_SMALL, _TELLING = 3, 2
_WORDS = re.compile(r"[a-z0-9]+")


def look_again(found: Sequence[Quotation], places: Sequence[Place]) -> list[Quotation]:
    """`found` with the speakers that other quotations of the article tell, where no rule was sure.

    `found` are the outermost quotations in text order, `places` where each stands.
    """
    seen: list[Quotation] = []
    for quotation, place, told in zip(found, places, told_elsewhere(found, places), strict=True):
        if told is not None:
            source, look = told
            sure = confidence(Known.of(look.name, "elsewhere", place.said, source.speaker))
            quotation = replace(quotation, speaker=source.speaker, rule=look.name, confidence=sure)
            if look is TOLD_AGAIN:  # the same words, said once
                quotation = replace(quotation, said_on=source.said_on, said_when=source.said_when)
        seen.append(quotation)
    return seen


def told_elsewhere(
    found: Sequence[Quotation], places: Sequence[Place]
) -> list[tuple[Quotation, SecondLook] | None]:
    """For each of `found` that needs one, the quotation that tells its speaker, and by which look."""
    sure = [q for q in found if _is_sure(q)]
    known = _Sources(sure)
    below = [q for q, place in zip(found, places, strict=True) if place.paragraph and _is_sure(q)]
    named = _Sources([q for q in below if _is_person(q) and not _is_nameless(q)])
    following = _next_to_speak(found, places)
    told: list[tuple[Quotation, SecondLook] | None] = []
    for quotation, place, speaks_next in zip(found, places, following, strict=True):
        nameless = not place.paragraph and quotation.rule not in _UNSURE and _is_nameless(quotation)
        if quotation.kind is Kind.TERM or (quotation.rule not in _UNSURE and not nameless):
            told.append(None)
            continue
        holder = (named if nameless else known).holder(quotation, heads=place.heads or nameless)
        if holder is not None:
            told.append((holder, TOLD_AGAIN))
        elif speaks_next is not None and quotation.rule in _SILENT:
            told.append((speaks_next, SPEAKS_NEXT))
        else:
            told.append(None)
    return told


class _Sources:
    """The quotations of an article in which others may stand again."""

    def __init__(self, sure: Sequence[Quotation]) -> None:
        self._sure = sure[:_SURE]

    def holder(self, quotation: Quotation, *, heads: bool) -> Quotation | None:
        """The one that holds the quotation's words; a heading's in whatever form."""
        holder = _holder(_wording(quotation), self.folded)
        if holder is None and heads:
            return _cut_from(quotation, self.stems)
        return holder

    @cached_property
    def folded(self) -> list[tuple[str, Quotation]]:
        """The words of each; most articles never ask."""
        return [(_wording(q), q) for q in self._sure]

    @cached_property
    def stems(self) -> list[tuple[frozenset[str], Quotation]]:
        return [(_stems(words), source) for words, source in self.folded]


def _wording(quotation: Quotation) -> str:
    """The words without commas: *« Ici, c'est fini »* is told again as *« Ici c’est fini »*."""
    return " ".join(_WORDS.findall(fold(quotation.text)))


def _is_nameless(quotation: Quotation) -> bool:
    """*« … », selon le maire*: a headline's role may have its name below, beside the same words."""
    speaker = quotation.speaker
    return speaker is not None and speaker.kind is SpeakerKind.PERSON and speaker.name.islower()


def _is_person(quotation: Quotation) -> bool:
    return quotation.speaker is not None and quotation.speaker.kind is SpeakerKind.PERSON


def _is_sure(quotation: Quotation) -> bool:
    return quotation.speaker is not None and quotation.rule not in _UNSURE


def _holder(words: str, folded: Sequence[tuple[str, Quotation]]) -> Quotation | None:
    if len(words) < _LENGTH:
        return None
    held = (source for other, source in folded if words in other)
    return next(held, None) or next((source for other, source in folded if _is_most_of(other, words)), None)


def _is_most_of(other: str, words: str) -> bool:
    """*« pas un raz de marée »*, of which only *« un raz de marée »* stands between marks elsewhere."""
    long = len(other) >= _LENGTH and " " in other
    return long and len(other) * 3 >= len(words) * 2 and other in words


def _cut_from(heading: Quotation, sure: Sequence[tuple[frozenset[str], Quotation]]) -> Quotation | None:
    """A heading may be cut from what is said: *« Ni port ni route »* from *nous n'avons ni port, ni route*.

    All its words stand there, in whatever order and form; of several such quotations the first below.
    """
    wanted = {stem(word) for word in _WORDS.findall(fold(heading.text)) if len(word) > _SMALL}
    if len(wanted) < _TELLING:
        return None
    holders = [source for words, source in sure if wanted <= words]
    return next((q for q in holders if q.start > heading.start), holders[0] if holders else None)


def _stems(folded: str) -> frozenset[str]:
    return frozenset(map(stem, _WORDS.findall(folded)))


def _next_to_speak(found: Sequence[Quotation], places: Sequence[Place]) -> list[Quotation | None]:
    """For each of `found` the next with a sure source, if nobody has spoken in its paragraph before."""
    heard = _heard(found, places)
    following: list[Quotation | None] = []
    ahead: tuple[Quotation, Place] | None = None
    # backwards, to look at each once however many there are
    for quotation, place, spoken in zip(reversed(found), reversed(places), reversed(heard), strict=True):
        near = ahead is not None and ahead[1].paragraph < place.paragraph + place.reach
        following.append(ahead[0] if ahead and near and (place.heads or not spoken) else None)
        if _is_sure(quotation):
            ahead = quotation, place
    return following[::-1]


def _heard(found: Sequence[Quotation], places: Sequence[Place]) -> list[bool]:
    """For each of `found` whether a quotation before it, in its paragraph, has a speaker."""
    heard: list[bool] = []
    latest = -1
    for quotation, place in zip(found, places, strict=True):
        heard.append(latest == place.paragraph)
        if quotation.speaker is not None:
            latest = place.paragraph
    return heard
