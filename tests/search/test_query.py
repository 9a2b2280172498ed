"""Typed words as a query, and where it is met in a text."""

from __future__ import annotations

import pytest

from quotes.search import QueryError, find, meets, parse
from quotes.search.number import forms


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("prix lait", [["prix", "lait"]]),
        ("PRIX du Lait", [["prix", "du", "lait"]]),
        ('"prix du lait"', [["prix du lait"]]),
        ("« prix du lait »", [["prix du lait"]]),
        ("“prix du lait”", [["prix du lait"]]),
        ('"prix du lait', [["prix du lait"]]),
        ("lait OR beurre", [["lait"], ["beurre"]]),
        ("prix lait OR beurre", [["prix", "lait"], ["beurre"]]),
        ("OR lait OR OR", [["lait"]]),
        ("lait or beurre", [["lait", "or", "beurre"]]),
        ("agricul*", [["agricul*"]]),
        ('"chambre d\'agricul"*', [["chambre d agricul*"]]),
        ("l’éleveur", [["eleveur"]]),
        ("qu'elle", [["elle"]]),
        ("aujourd'hui", [["aujourd hui"]]),
        ("porte-parole", [["porte parole"]]),
        ("cœur", [["coeur"]]),
        ("lait lait", [["lait"]]),
        ("lait AND (beurre) NOT -x NEAR/3", [["lait", "and", "beurre", "not", "x", "near 3"]]),
        ("text_folded:lait ^lait + {lait}", [["text folded lait", "lait"]]),
    ],
)
def test_what_is_typed_is_what_is_looked_for(typed, words):
    shown = [
        [" ".join(ways[0] for ways in term.words) + "*" * term.prefix for term in alternative]
        for alternative in parse(typed).alternatives
    ]
    assert shown == words


@pytest.mark.parametrize("typed", ["", " ", '"', "*", "OR", "« »", "?!", '""*'])
def test_nothing_to_look_for(typed):
    with pytest.raises(QueryError, match="has no letter or digit to look for"):
        parse(typed)


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("ministre", ["ministres"]),
        ("ministres", ["ministre"]),
        ("journal", ["journaux"]),
        ("journaux", ["journal"]),
        ("travaux", ["travail"]),
        ("travail", ["travaux"]),
        ("bateau", ["bateaux"]),
        ("eaux", ["eau"]),
        ("feux", ["feu"]),
        ("bijou", ["bijoux"]),
        ("oeil", ["yeux"]),
        ("an", ["ans"]),
    ],
)
def test_singular_and_plural(word, others):
    assert forms(word)[0] == word
    assert set(others) <= set(forms(word))


@pytest.mark.parametrize("word", ["mois", "paris", "prix", "fils", "temps", "2024", "covid19", "le", "gaz"])
def test_words_of_one_form(word):
    assert forms(word) == (word,)


@pytest.mark.parametrize(("word", "other"), [("moi", "mois"), ("pari", "paris"), ("foi", "fois")])
def test_what_only_looks_like_a_plural_is_left_alone(word, other):
    assert other not in forms(word)


TEXT = "Les éleveurs ont parlé des prix\u00a0; le prix du lait, dit un E\u0301leveur, baisse à cœur ouvert."


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("éleveur", ["éleveurs", "E\u0301leveur"]),
        ('"prix du lait"', ["prix du lait"]),
        ("prix", ["prix", "prix"]),
        ("COEUR", ["cœur"]),
        ("bais*", ["baisse"]),
        ('"prix du lait" OR lait OR "du lait"', ["prix du lait"]),
        ("lait fromage", ["lait"]),
        ("fromage", []),
    ],
)
def test_where_it_stands(typed, found):
    spans = find(parse(typed), TEXT)
    assert [span.of(TEXT) for span in spans] == found


@pytest.mark.parametrize(
    ("typed", "met"),
    [
        ("lait prix", True),
        ("lait fromage", False),
        ("fromage OR lait", True),
        ('"lait du prix"', False),
        ("elev* baiss*", True),
    ],
)
def test_whether_a_text_meets_it(typed, met):
    assert meets(parse(typed), TEXT) is met
