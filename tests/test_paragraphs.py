"""What of an article is shown around a span."""

from __future__ import annotations

import pytest

from quotes.model import Span
from quotes.paragraphs import paragraph


def around(text: str, words: str) -> str:
    start = text.index(words)
    return paragraph(text, Span(start, start + len(words))).of(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Un.\n\n  Le pont rouvre.  \n\nTrois.", "Le pont rouvre."),
        ("Le pont rouvre.", "Le pont rouvre."),
        ("Le pont\nrouvre.\nFin.", "Le pont\nrouvre."),
    ],
)
def test_the_paragraph(text, shown):
    assert around(text, "pont\nrouvre" if "pont\n" in text else "pont") == shown


def test_a_page_in_one_paragraph_is_cut_between_sentences():
    text = "Il pleut. " * 200 + "Le pont rouvre. " + "Il vente. " * 200
    shown = around(text, "pont")
    assert shown.startswith("Il pleut. Il")
    assert shown.endswith("Il vente.")
    assert "Le pont rouvre." in shown
    assert len(shown) < 1300


def test_a_text_without_sentences_is_cut_all_the_same():
    assert len(around("a" * 9000 + "pont" + "b" * 9000, "pont")) < 1300
