"""How prominent a mention may be at most, which ends the look back from a pronoun."""

from __future__ import annotations

import pytest

from quotes.model import SpeakerKind
from quotes.parsing.entity import Entity, Occurrence
from quotes.parsing.phrases import NAME, NounPhrase
from quotes.parsing.prominence import FAR, HIGHEST, Prominence
from quotes.parsing.stream import stream


@pytest.mark.parametrize(("prep", "ago"), [(None, 0), ("pour", 0), (None, 1), (None, 2)])
def test_nobody_is_more_prominent_than_the_highest(prep: str | None, ago: int) -> None:
    text = "Léna Morel le rappelle."
    weighing = Prominence(stream(text, []), text, [5], frozenset())
    everything = Entity(
        SpeakerKind.PERSON, "f", words=("lena", "morel"), uses=100, named=True, certain=True, one_person=True
    )
    weighing.last_speaker = (0, everything)
    phrase = NounPhrase(0, 2, NAME, "léna", name=(0, 2), prep=prep)
    subject = Occurrence(phrase, everything, 0, subject=True)

    assert weighing._prominence(subject, ago, "f", fresh=True) <= HIGHEST - FAR * ago
