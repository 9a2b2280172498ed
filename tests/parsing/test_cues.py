"""The reporting expressions, in every form the news uses."""

from __future__ import annotations

import pytest
from parsing_samples import last, speaker


def cue(text: str) -> str | None:
    found = last(text).cue
    return found.text if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Le pont tient », affirme Ludivine Prat.", "affirme"),
        ("« Oui », dit Ludivine Prat. Avant d'ajouter : « Le pont tient. »", "ajouter"),
        ("« Le pont tient », affirmait hier Ludivine Prat.", "affirmait"),
        ("« Le pont tient », affirma Ludivine Prat.", "affirma"),
        ("« Le pont tiendra », affirmera Ludivine Prat.", "affirmera"),
        ("« Le pont tient », aurait affirmé Ludivine Prat.", "aurait affirmé"),
        ("« Le pont tient », avait affirmé Ludivine Prat.", "avait affirmé"),
        ("« Le pont tient », a cependant affirmé Ludivine Prat.", "a cependant affirmé"),
        ("« Le pont tient », a tout de même affirmé Ludivine Prat.", "a tout de même affirmé"),
        ("« Le pont tient », a-t-elle aussitôt affirmé.", "a aussitôt affirmé"),
        ("Ludivine Prat est venue en affirmant : « Le pont tient. »", "affirmant"),
        ("Ludivine Prat s'est levée pour dénoncer « un pont de papier mâché ».", "dénoncer"),
        ("Ludivine Prat a quitté la salle, estimant que le pont était « de papier mâché ».", "estimant"),
        ("Ludivine Prat, qualifiant le pont de « château de cartes », a demandé sa fermeture.", "qualifiant"),
    ],
)
def test_tenses_and_moods(text: str, expected: str) -> None:
    assert cue(text) == expected
    if "-t-elle" not in text:
        assert speaker(text) == "Ludivine Prat"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Le pont tient », fait valoir Karim Sow.", "fait valoir"),
        ("« Le pont est vieux », met en garde Karim Sow.", "met en garde"),
        ("« Le pont est vieux », a mis en garde Karim Sow.", "a mis en garde"),
        ("« Le pont tient », tient à préciser Karim Sow.", "tient à préciser"),
        ("« Le pont tient », laisse entendre Karim Sow.", "laisse entendre"),
        ("« Le pont tient », se félicite Karim Sow.", "se félicite"),
        ("« Le pont est vieux », s'est emporté Karim Sow.", "s'est emporté"),
        ("« Le pont est vieux », s'inquiète Karim Sow.", "s'inquiète"),
        ("Karim Sow appelle à « reconstruire le pont ».", "appelle à"),
        ("Karim Sow y voit « un risque majeur ».", "voit"),
        ("Karim Sow qualifie le pont de « château de cartes ».", "qualifie"),
        ("Karim Sow juge le chantier « interminable ».", "juge"),
        ("Karim Sow parle d'« un château de cartes ».", "parle d'"),
        ("Karim Sow est persuadé que « le pont ne tiendra pas ».", "est persuadé"),
        ("Karim Sow en est convaincu : le pont tient « par la peinture ».", "est convaincu"),
    ],
)
def test_phrases_and_reflexives(text: str, expected: str) -> None:
    assert cue(text) == expected
    assert speaker(text) == "Karim Sow"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ludivine Prat est formelle : « Le pont tient. »", "est formelle"),
        ("Ludivine Prat se montre prudente : « Le pont tient. »", "se montre prudente"),
        ("Les riverains en sont certains : le pont tient « par la peinture ».", "sont certains"),
        ("Les riveraines restent confiantes : « Le pont tient. »", "restent confiantes"),
    ],
)
def test_an_adjective_agrees(text: str, expected: str) -> None:
    assert cue(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karim Sow n'a pas dit « que le pont tenait bon ».", "Karim Sow"),
        ("Karim Sow ne parle jamais de « château de cartes ».", "Karim Sow"),
        ("« Le pont ne tiendra pas », n'a cessé de répéter Karim Sow.", "Karim Sow"),
        ("Karim Sow ne veut pas « d'un pont au rabais ».", "Karim Sow"),
    ],
)
def test_a_negation_is_no_obstacle(text: str, expected: str) -> None:
    assert speaker(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Le pont ne tiendra pas », ose affirmer Karim Sow.", "affirmer"),
        ("« Le pont ne tiendra pas », vient de déclarer à l'ARP Karim Sow.", "déclarer"),
        ("« Le pont ne tiendra pas », ne se lasse pas de répéter Karim Sow.", "répéter"),
        ("« Le pont ne tiendra pas », doit bien admettre Karim Sow.", "admettre"),
    ],
)
def test_an_infinitive_beside_the_quotation(text: str, expected: str) -> None:
    assert (speaker(text), cue(text)) == ("Karim Sow", expected)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Selon Karim Sow, le pont est « un château de cartes ».", "Karim Sow", "Selon"),
        ("D'après Karim Sow, le pont est « un château de cartes ».", "Karim Sow", "D'après"),
        ("Aux dires de Karim Sow, le pont est « un château de cartes ».", "Karim Sow", "Aux dires de"),
        ("À en croire Karim Sow, le pont est « un château de cartes ».", "Karim Sow", "À en croire"),
        ("Aux yeux de Karim Sow, le pont est « un château de cartes ».", "Karim Sow", "Aux yeux de"),
    ],
)
def test_prepositions(text: str, name: str, expected: str) -> None:
    assert (speaker(text), cue(text)) == (name, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paul Roche s'en réjouit : « C'est une chance. »", "se réjouit"),
        ("Paul Roche s’en étonne : « C'est une chance. »", "s’étonne"),
        ("« C'est une chance », s'en est réjoui Paul Roche.", "s'est réjoui"),
    ],
)
def test_a_reflexive_verb_keeps_its_own_pronoun_only(text: str, expected: str) -> None:
    assert cue(text) == expected
