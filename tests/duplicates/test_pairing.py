"""Which names may be one person's, and which may not."""

from __future__ import annotations

import time

import pytest

from quotes.duplicates.names import one_slip_apart, parse, spelled
from quotes.duplicates.pairing import pairs
from quotes.model import SpeakerKind
from quotes.storage import SpeakerName


def paired(*names: str, kinds: tuple[SpeakerKind, ...] = (), doubtful: bool = False) -> set[tuple[str, str]]:
    """The pairs among `names`, the first the most quoted."""
    kinds = kinds or (SpeakerKind.PERSON,) * len(names)
    speakers = [
        SpeakerName(number, name, kind, 100 - number)
        for number, (name, kind) in enumerate(zip(names, kinds, strict=True))
    ]
    return {(pair.name.name, pair.into.name) for pair in pairs(speakers) if pair.doubtful is doubtful}


@pytest.mark.parametrize(
    ("into", "name"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskiy"),
        ("Lloyd Austin", "Lloyd J. Austin III"),
        ("Lloyd Austin", "L. Austin"),
        ("Lloyd Austin", "Austin"),
        ("Kim Jong-un", "Kim Jongun"),
        ("Jean-Marc Kerebel", "JeanMarc Kerebel"),
        ("Erik Wallström", "Erick Vallstrom"),
        ("Hélène Vasseur-Daubrac", "Hélène Vasseur"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Sophie de La Roche", "S. de la Roche"),
        ("Mohammed Ben Kacem", "Mohamed ben Kacem"),
    ],
)
def test_one_person(into: str, name: str) -> None:
    assert paired(into, name, "Anne Roy") == {(name, into)}


@pytest.mark.parametrize(
    "names",
    [
        ("Marine Le Pen", "Jean-Marie Le Pen"),
        ("Marine Le Pen", "Jean-Marie Le Pen", "Le Pen"),
        ("Marine Le Pen", "Marion Le Pen", "M. Le Pen"),
        ("Paul Kerebel", "Paule Kerebel"),
        ("Michel Quéméneur", "Michèle Quéméneur"),
        ("Jean Morvan", "Jean-Yves Morvan"),
        ("Yves Morvan père", "Yves Morvan fils"),
        ("Yves Morvan", "Yves Morvan Jr."),
        ("George W. Bush", "George H. W. Bush"),
        ("George Bush", "George W. Bush", "George H. W. Bush"),
        ("Anne Roy", "Anne Roy-Cadiou", "Anne Roy-Lebrun"),
        ("Élodie Cadiou", "Élodie"),
        ("Henri IV", "Henri II"),
        ("Anne Roy", "Roy Anne Cadiou"),
    ],
)
def test_two_persons(names: tuple[str, ...]) -> None:
    assert paired(*names) == set()


@pytest.mark.parametrize(
    ("into", "name"),
    [
        ("Jeanne Cadiou", "Jeanne Cadiau"),
        ("Jong Un Kim", "Kim Jong-Un"),
        ("Paul Martin", "Martin"),
    ],
)
def test_doubtful_without_other_grounds(into: str, name: str) -> None:
    assert paired(into, name) == set()
    assert len(paired(into, name, doubtful=True)) <= 1


def test_what_is_taken_for_a_person_and_an_organisation() -> None:
    kinds = (SpeakerKind.ORGANISATION, SpeakerKind.PERSON, SpeakerKind.GROUP)
    assert paired("Médecins du fleuve", "Médecins du Fleuve", "médecins du fleuve", kinds=kinds) == {
        ("Médecins du Fleuve", "Médecins du fleuve")
    }


def test_small_words_of_organisations() -> None:
    kinds = (SpeakerKind.ORGANISATION,) * 2
    assert paired("Agence de la mer", "l'Agence de la mer", kinds=kinds) == {
        ("l'Agence de la mer", "Agence de la mer")
    }


@pytest.mark.parametrize(
    ("name", "first", "middle", "last"),
    [
        ("Lloyd J. Austin III", "loyd", ("j",), "austin"),
        ("Valéry Giscard d'Estaing", "valery", ("giscard",), "destaing"),
        ("Le Pen", "", (), "lepen"),
        ("Jean-Marie Le Pen", "jeanmarie", (), "lepen"),
        ("J.-M. Le Pen", "jm", (), "lepen"),
        ("Moreau", "", (), "moreau"),
        ("", "", (), ""),
    ],
)  # fmt: skip
def test_the_parts_of_a_name(name: str, first: str, middle: tuple[str, ...], last: str) -> None:
    parts = parse(name)
    assert (parts.first, parts.middle, parts.last) == (first, middle, last)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("cadiou", "cadiau", True),
        ("cadiou", "cadio", True),
        ("cadiou", "cadiou", True),
        ("cadiou", "ocadiou", True),
        ("cadiou", "cadaiu", False),
        ("cadiou", "cado", False),
        ("ab", "ba", False),
    ],
)
def test_one_slip(one: str, other: str, near: bool) -> None:
    assert one_slip_apart(one, other) is near
    assert one_slip_apart(other, one) is near


def test_spellings_meet() -> None:
    written = ("Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskij", "Zelenskii", "ZELENSKI")
    assert {spelled(one) for one in written} == {"zelensky"}


def test_a_hundred_thousand_names_are_compared_in_seconds() -> None:
    firsts = [f"Pré{chr(97 + n % 26)}{chr(97 + n // 26)}nom" for n in range(100)]
    speakers = [
        SpeakerName(n, f"{firsts[n % 100]} Martin{chr(97 + n // 100 % 26)}{n // 2600}", SpeakerKind.PERSON, 1)
        for n in range(100_000)
    ]
    began = time.perf_counter()
    list(pairs(speakers))
    assert time.perf_counter() - began < 30
