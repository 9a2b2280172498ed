"""People without a name who speak: whom they are not, and who takes up after them."""

from __future__ import annotations

import pytest
from parsing_samples import speaker

TALK = "« La digue tiendra », dit Hugo Ferrand. "
TWO = "Salomé Quint et Hugo Ferrand ne sont pas d'accord. "


@pytest.mark.parametrize(
    ("told", "said", "name"),
    [
        ("Hugo Ferrand, 34 ans, a été grièvement blessé.", "raconte le médecin", "médecin"),
        ("Hugo Ferrand a été blessé lundi.", "souffle le trentenaire", "Hugo Ferrand"),
        ("Hugo Ferrand, blessé lundi, va mieux.", "assure l'infirmier", "infirmier"),
        ("Hugo Ferrand a été interpellé.", "précise le commissaire", "commissaire"),
        ("Hugo Ferrand est mort dimanche.", "salue le maire", "maire"),
        ("Hugo Ferrand a disparu en mer.", "dit le gendarme", "gendarme"),
        ("Hugo Ferrand s'est noyé.", "dit le pompier", "pompier"),
        ("Hugo Ferrand comparaît lundi.", "dit l'avocat", "avocat"),
        ("Le tribunal a condamné Hugo Ferrand.", "réagit l'avocat", "avocat"),
        ("Jugé à Brest, Hugo Ferrand nie.", "plaide l'avocat", "avocat"),
        ("Le corps sans vie d'Hugo Ferrand a été trouvé.", "dit le capitaine", "capitaine"),
        ("La mort du frère d'Hugo Ferrand émeut.", "dit le capitaine", "Hugo Ferrand"),
        ("La mort d'Hugo Ferrand émeut le port.", "dit le curé", "curé"),
        ("L'accusé, Hugo Ferrand, nie.", "tonne l'expert", "expert"),
        ("Hugo Ferrand est jugé à Brest. L'accusé nie.", "tonne l'expert", "expert"),
        ("La présidente, Anne Ferrand, rit. L'accusé, Luc Oury, nie.", "dit la magistrate", "Anne Ferrand"),
        ("L'accusé, Hugo Ferrand, nie.", "raconte la victime", "victime"),
        ("L'accusé, Hugo Ferrand, nie.", "répète l'accusé", "Hugo Ferrand"),
        ("Le médecin Hugo Ferrand a été blessé.", "raconte le médecin", "Hugo Ferrand"),
        ("Hugo Ferrand a gagné sa course.", "raconte le médecin", "Hugo Ferrand"),
        ("La défaite d'Hugo Ferrand était attendue.", "raconte le médecin", "Hugo Ferrand"),
        ("Hugo Ferrand est venu.", "raconte le médecin", "Hugo Ferrand"),
        ("« Oui », dit Hugo Ferrand, blessé au bras.", "raconte l'ancien marin", "Hugo Ferrand"),
    ],
)
def test_of_whom_something_befalls_others_speak(told: str, said: str, name: str) -> None:
    assert speaker(f"{told} « C'était tôt », {said}.") == name


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("Un habitant se lève.", "habitant"),
        ("Son voisin est plus mesuré.", "voisin"),
        ("Leur fils, couvreur, n'en revient pas.", "fils"),
        ("Le préfet a suspendu la séance.", "préfet"),
        ("Selon lui, un habitant se lève.", "Hugo Ferrand"),
        ("Un habitant, la cinquantaine, se lève.", "habitant"),
        ("Un habitant l'a interrogé.", "Hugo Ferrand"),
        ("Un habitant lui tend le micro.", "Hugo Ferrand"),
        ("Un habitant croit qu'il ment.", "Hugo Ferrand"),
        ("Une habitante se lève.", "Hugo Ferrand"),
        ("Un syndicat refuse le projet.", "syndicat"),
        ("Une manifestation passe.", "Hugo Ferrand"),
        ("La rue écoute un habitant.", "Hugo Ferrand"),
    ],
)
def test_who_comes_in_unnamed_is_taken_up(between: str, name: str) -> None:
    assert speaker(f"{TALK}{between} « C'est tard », soupire-t-il.") == name


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("Le chauffeur, lui, garde le silence.", "chauffeur"),
        ("Placé en garde à vue, le chauffeur nie.", "chauffeur"),
        ("La ville précise qu'un technicien est venu.", "technicien"),
        ("Luc Oury précise qu'un technicien est venu.", "Luc Oury"),
        ("Il écoute un technicien.", "Hugo Ferrand"),
        ("Selon lui, un technicien viendra.", "technicien"),
        ("Une technicienne est venue.", "Hugo Ferrand"),
        ("Le chauffeur nie. La rue est vide.", "Hugo Ferrand"),
    ],
)
def test_the_unnamed_subject_just_before_is_taken_up_by_the_next_sentence(between: str, name: str) -> None:
    assert speaker(f"{TALK}{between} Il avait décrit un port « fermé ».") == name


def test_who_adds_something_has_spoken_before() -> None:
    assert speaker(f"{TALK}Un élu a déposé une plainte. « C'est tard », ajoute-t-il.") == "Hugo Ferrand"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (TALK + "Sa sœur Léna Ferrand tient un bar. Sa sœur rit. « C'est tard », dit-elle.", "Léna Ferrand"),
        (
            "Le port ferme. Léna Oury, sa présidente, rit. Sa présidente attend. « Non », dit-elle.",
            "Léna Oury",
        ),
    ],
)
def test_a_relation_who_has_a_name_is_taken_up_by_it(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Luc Oury vit à Nantes. Paul Rey vit à Rennes. « Oui », dit le Nantais.", "Luc Oury"),
        ("Luc Oury vit à Nantes. Paul Rey vit à Rennes. « Oui », dit le Rennais.", "Paul Rey"),
        ("Luc Oury est né à Dunkerque. Son frère, Paul, rit. « Oui », dit le Dunkerquois.", "Luc Oury"),
        ("Luc Oury, de Concarneau, a gagné. Paul Rey a perdu. « Oui », dit le Concarnois.", "Luc Oury"),
        ("Luc Oury (Lot) a gagné. Paul Rey a perdu. « Oui », dit le Lotois.", "Luc Oury"),
        ("Luc Oury, maire de Tarbes, attend. Paul Rey a perdu. « Oui », dit le Tarbais.", "Luc Oury"),
        ("Luc Oury a visité Nantes. Paul Rey l'attendait. « Oui », dit le Nantais.", "Paul Rey"),
        ("Luc Oury a gagné. Le Concarnois a promis de « revenir dès demain ».", "Luc Oury"),
    ],
)
def test_a_demonym_is_whoever_comes_from_there(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On croise Luc Oury, qui habite au-dessus du port. « J'ai vu », dit le riverain.", "Luc Oury"),
        ("Ouvert en 2004 par Léna Oury, le bar ferme. « C'est fini », dit la gérante.", "Léna Oury"),
        ("Léna Oury tient le bar du port. « C'est fini », dit la gérante.", "Léna Oury"),
        ("Luc Oury a vu la barque. « Elle coulait », dit le témoin.", "Luc Oury"),
        ("Luc Oury regarde la barque. « Elle coulait », dit le riverain.", "riverain"),
        ("Vendu par Léna Oury, le bar ferme. « C'est fini », dit la gérante.", "gérante"),
    ],
)
def test_a_role_is_whoever_does_what_it_says(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("« Oui », dit Salomé Quint. « Non », dit Hugo Ferrand. « Si », dit la première.", "Salomé Quint"),
        ("« Oui », dit Salomé Quint. « Non », dit Hugo Ferrand. « Si », dit le second.", "Hugo Ferrand"),
        (TWO + "Pour l'une, la digue est « une folie ».", "Salomé Quint"),
        (TWO + "Pour l'autre, la digue est « une folie ».", "Hugo Ferrand"),
        (TWO + "« C'est tôt », dit l'autre.", "Hugo Ferrand"),
        ("Deux riverains passent. « C'est tôt », dit l'un.", "riverains"),
    ],
)
def test_one_of_two_is_one_of_those_who_spoke(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (TALK + "« Alors partez », lance quelqu'un au fond.", "quelqu'un"),
        (TALK + "Quelqu'un s'écrie : « Alors partez. »", "Quelqu'un"),
        ("« Oui », dit une passante. Une troisième, Salomé, montre le quai : « Là-bas. »", "Salomé"),
        ("La patronne du bar, c'est Léna Oury. « On ouvre à six heures », dit-elle.", "Léna Oury"),
        ("Ici, la dernière libraire, c'est la fleuriste : Léna. « On ouvre à six heures. »", "Léna"),
        (
            "L'ancienne ministre Léna Oury sort. Paul Rey rit. L'ex-ministre a dénoncé « un leurre ».",
            "Léna Oury",
        ),
        ("Léna Oury, garde des Sceaux, sort. Paul Rey rit. « Oui », dit la ministre.", "Léna Oury"),
    ],
)
def test_who_that_is_is_told_in_passing(text: str, name: str) -> None:
    assert speaker(text) == name
