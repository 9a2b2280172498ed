"""What the lines of a page tell: headings, signatures, lists, the labels of headlines."""

from __future__ import annotations

import pytest
from parsing_samples import quotations, speaker

LATE = "« C'est une catastrophe », se désole Luc Oury."


def _names(text: str) -> list[str | None]:
    return [q.speaker.name if q.speaker else None for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Après le match\nLéna Morel\n« On a bien joué. »\nPaul Roche\n« On a mal joué. »",
            ["Léna Morel", "Paul Roche"],
        ),
        (
            "Léna Morel (Brest)\n« Gagné ! »\nPaul Roche, entraîneur\n« On a perdu. »\nLuc Oury\n« Non. »",
            ["Léna Morel", "Paul Roche", "Luc Oury"],
        ),
        (
            "« On a bien joué. »\nLéna Morel\n« On a mal joué. »\nPaul Roche\nLe retour aura lieu lundi.",
            ["Léna Morel", "Paul Roche"],
        ),
        (
            "POUR\nLéna Morel, maire de Brest\n« Le pont est beau. »\nCONTRE\nPaul Roche, préfet\n« Non. »",
            ["Léna Morel", "Paul Roche"],
        ),
        ("Luc Oury, envoyé spécial\n« Le pont est beau. »\n« Oui », dit Anne Lalo.", ["Anne Lalo"] * 2),
        ("Léna Morel (Brest). – « On a bien joué. »", ["Léna Morel"]),
        ("Léna Morel est venue. – « On a bien joué. »", [None]),
        ("Luc Oury\n« On a bien joué. »\nLéna Morel\nLe retour aura lieu lundi.", ["Léna Morel"]),
        ("Léna Morel prévient :\n« On jouera bien. »\nPaul Roche, entraîneur\nIl pleut.", ["Léna Morel"]),
    ],
)
def test_names_on_lines_of_their_own_head_or_sign(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Il faut leur laisser le temps.\n– Léna Morel, maire de Brest", ["Léna Morel"]),
        ("Les candidats sont connus depuis lundi.\n- Paul Roche\n- Léna Morel", []),
        (
            "Deux usagers ont répondu hier.\n- Léna, 44 ans : « Je marche. »\n- Luc, 70 ans : « Moi aussi. »",
            ["Léna", "Luc"],
        ),
    ],
)
def test_a_sentence_before_a_list_is_nobodys_words(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Léna Morel, OFPM : « Non. »", "Léna Morel"),
        ("Les réactions.\n- Luc Oury, Radio Mer : « Non. »\n- Il pleut.", "Luc Oury"),
        ("Léna Morel, maire de Brest : « Non. »", "Léna Morel"),
        ("OFPM : « Non. »", "OFPM"),
    ],
)
def test_a_body_before_a_colon_is_that_of_the_person_before_it(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    "headline",
    [
        "Marseille : « C'est une catastrophe »",
        "Saint-Flavien : « C'est une catastrophe »",
        "Vallon-sur-Aigue : « C'est une catastrophe »",
        "Sarlonne (Finistère) : « C'est une catastrophe »",
    ],
)
def test_the_place_of_a_headline_says_nothing(headline: str) -> None:
    assert _names(f"{headline}\nLe gel a frappé Sarlonne. {LATE}") == ["Luc Oury", "Luc Oury"]


def test_one_person_answers_what_stands_before_a_colon() -> None:
    text = "Luc Oury, l'entraîneur, était partagé.\nSur l'arbitrage : « Je n'en dirai rien ce soir. »"
    assert speaker(text) == "Luc Oury"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Entretien avec Paul Joly.\nLe gel ?\nP. J. : « Le lac tiendra. »", "Paul Joly"),
        ("Ada Nohain et Paul Joly répondent.\nP. J. : « Le lac tiendra. »", "Paul Joly"),
        ("Port de Brest : « On coule », selon le maire Paul Joly", "Paul Joly"),
        ("Travaux au port : « On coule », selon Ada Nohain", "Ada Nohain"),
    ],
)
def test_initials_before_a_colon_and_matters_before_a_source(text: str, name: str) -> None:
    assert speaker(text) == name
