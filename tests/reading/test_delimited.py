"""Tables: delimiters, enclosed cells, and rows that are wrong."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "titre,texte\nLe pont,« Oui », dit-il\n".replace("», dit", "» a dit")),
        ("a.csv", "titre;texte\nLe pont;« Oui » a dit-il\n"),
        ("a.csv", "titre\ttexte\nLe pont\t« Oui » a dit-il\n"),
        ("a.csv", "titre|texte\nLe pont|« Oui » a dit-il\n"),
        ("a.tsv", "titre\ttexte\r\nLe pont\t« Oui » a dit-il\r\n"),
        ("a.csv", "sep=;\ntitre;texte\nLe pont;« Oui » a dit-il\n"),
        ("a.csv", '\ufeff"Titre";"Texte"\n"Le pont";"« Oui » a dit-il"\n'),
        ("a.csv", "\n".join(["titre;texte", "", "Le pont;« Oui » a dit-il", ";", ""])),
        # what the extension does not say
        ("a.txt", "date;titre;texte\n;Le pont;« Oui » a dit-il\n"),
        ("a", "titre,texte\nLe pont,« Oui » a dit-il\n"),
    ],
)
def test_delimiters_are_found(read_file, name, content):
    article = read_file(name, content).article
    assert (article.title, article.text) == ("Le pont", "« Oui » a dit-il")


def test_an_enclosed_cell_may_hold_anything(read_file):
    content = 'id;texte;date\nA1;"Un ; deux.\n\n""Trois"", dit-il.";03/05/2023\nA2;Fin.;\n'
    outcome = read_file("a.csv", content)
    assert outcome.texts == ['Un ; deux.\n\n"Trois", dit-il.', "Fin."]
    assert [(article.date, article.source) for article in outcome.articles] == [
        ("2023-05-03", "a.csv#A1"),
        (None, "a.csv#A2"),
    ]


def test_marks_that_enclose_nothing_stay(read_file):
    content = 'titre\ttexte\nUn\t"Nous irons", dit-elle.\nDeux\t"""Oui"", dit-il."\n'
    assert read_file("a.tsv", content).texts == ['"Nous irons", dit-elle.', '"Oui", dit-il.']


def test_one_column_is_enough(read_file):
    assert read_file("a.csv", "texte\nBonjour à tous.\n").texts == ["Bonjour à tous."]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            "nom;prix\nPomme;2\n",
            "a.csv, line 1: no text column (looked for text, content, body, texte, contenu, corps; "
            "found nom, prix); name it with --map text=COLUMN",
        ),
        (
            "titre,texte\nUn,Bonjour, dit-il.\n",
            "a.csv, line 2: has 3 cells, but there are 2 columns; put the text in double quotes",
        ),
        ('titre;texte\nUn;"Bonjour" dit-il\n', "a.csv, line 2: is not a row (a double quote inside"),
        (
            'titre;texte\nUn;"Bonjour\n',
            "a.csv, line 2: is not a row (the double quote that opens a cell is never closed)",
        ),
        ("titre;texte\nUn;\n", "a.csv, line 2: no text column"),
        ("date;texte\njamais;Bonjour.\n", "a.csv, line 2: date 'jamais' is not understood"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(read_file, content, message):
    assert read_file("a.csv", content).failure.startswith(message)


def test_a_bad_row_costs_that_row(read_file):
    content = 'id;texte\n1;"Un\nsuite."\n2;"Deux" encore\n3;\n4;Quatre.\n'
    outcome = read_file("a.csv", content)
    assert outcome.texts == ["Un\nsuite.", "Quatre."]
    assert [failure.split(":")[0] for failure in outcome.failures] == ["a.csv, line 4", "a.csv, line 5"]


def test_a_column_can_be_named(read_file):
    content = "nom;propos\nAnne;Bonjour.\n"
    article = read_file("a.csv", content, names={"text": "Propos", "author": "nom"}).article
    assert (article.text, article.author) == ("Bonjour.", "Anne")


def test_a_huge_cell_is_one_line(read_file, monkeypatch):
    monkeypatch.setattr("quotes.reading.delimited.MAX_ARTICLE", 1000)
    outcome = read_file("a.csv", f"titre;texte\nUn;{'x' * 2000}\nDeux;Bonjour.\n")
    assert outcome.texts == ["Bonjour."]
    assert outcome.failures == ["a.csv, line 2: is not a row (field larger than field limit (1000))"]
