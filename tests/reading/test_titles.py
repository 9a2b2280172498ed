import pytest

from quotes.reading.titles import infer_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Le pont de Nantes rouvre\n\nIl a rouvert.", "Le pont de Nantes rouvre"),
        ("\n  Pont : « C'est  fini »\nIl a rouvert.", "Pont : « C'est fini »"),
        ("Le pont va-t-il rouvrir ?\nOui.", "Le pont va-t-il rouvrir ?"),
        ("Le Monde publie le rapport caché\nLe voici.", "Le Monde publie le rapport caché"),
    ],
)
def test_the_first_line_is_the_title_when_it_looks_like_one(text, title):
    assert infer_title(text) == title


@pytest.mark.parametrize(
    "text",
    [
        "Le pont de Nantes a rouvert.\nIl était temps.",  # a sentence
        "Le pont de Nantes rouvre",  # nothing below it
        "Société\nLe pont rouvre.",  # a section
        "05.02.2023 à 14h24 Le pont\nIl a rouvert.",  # a dateline
        "date 2024-10 Le pont\nIl a rouvert.",
        "Notre site utilise des cookies tiers\nIl a rouvert.",
        "Aller au contenu principal\nIl a rouvert.",
        "Publié le 3 mars par Anne\nIl a rouvert.",
        "#pont #Nantes #Loire\nIl a rouvert.",
        f"{'très ' * 40}long\nIl a rouvert.",
    ],
)
def test_other_first_lines_are_not_titles(text):
    assert infer_title(text) is None
