"""What a text begins with does not make it another format than it is."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "<< Bonjour >>, a dit Anne Roy.",
        "<Anne Roy> Bonjour.",
        "[Vidéo] Le pont rouvre",
        "[1] Note de bas de page",
        "{Dessin de Paul}",
        "Texte, photos et vidéos : tout sur le pont",
        "Description, date",
        "Photo ; texte",
        "#pont #Loire",
        "-- Anne Roy",
        "PK est le point kilométrique.",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a"])
def test_text_stays_text(read_file, name, text):
    assert read_file(name, text).article.text == text


@pytest.mark.parametrize(
    ("name", "format_name", "count"),
    [("a.txt", "jsonl", 2), ("a.jsonl", "txt", 1), ("a.csv", "txt", 1), ("a.docx", "jsonl", 2)],
)
def test_what_the_user_says_wins(read_file, name, format_name, count):
    outcome = read_file(name, '{"text": "Un."}\n{"text": "Deux."}\n', format=format_name)
    assert len(outcome.articles) == count


def test_an_extension_that_is_not_known_needs_a_content_that_is(read_file):
    assert "(or say what it is with --as)" in read_file("a.log", "Bonjour.").failure
    assert read_file("a.log", '{"text": "Un."}\n{"text": "Deux."}\n').texts == ["Un.", "Deux."]
