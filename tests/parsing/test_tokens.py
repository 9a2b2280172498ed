"""Text taken apart: each token stands where it is written, and nothing but spaces stands between two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.memory import Memory
from quotes.parsing import tokens as module
from quotes.parsing.marks import find_marked
from quotes.parsing.stream import stream
from quotes.parsing.tokens import QUOTE, tokenize

_PIECES = st.lists(
    st.sampled_from(
        [
            "l’",
            "d'",
            "élue",
            "Léna",
            "M.",
            "-t-il",
            "aujourd’hui",
            " ",
            "\u00a0",
            "\n",
            "\n  ",
            ",",
            "…",
            "10,5",
            "@lea",
            "#3Mai",
            "https://mer.example/a",
            "pic.twitter.com/Ab1",
        ]
    )
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’élue de Brest part.", ["L’", "élue", "de", "Brest", "part", "."]),
        ("Qu'a-t-elle dit\u00a0?", ["Qu'", "a", "-t-elle", "dit", "?"]),
        ("M. Roche, ex-maire", ["M.", "Roche", ",", "ex-maire"]),
        ("Le Pr. Roche, la Dre. Morel", ["Le", "Pr.", "Roche", ",", "la", "Dre.", "Morel"]),
        ("Ils en ont. Me. Roche part.", ["Ils", "en", "ont", ".", "Me.", "Roche", "part", "."]),
        ("La fille d’\nAnne", ["La", "fille", "d’", "\n", "Anne"]),
        ("Il pèse 10,5 kg…", ["Il", "pèse", "10,5", "kg", "…"]),
        ("Oui #3Mai pic.twitter.com/Ab1— Roy", ["Oui", "#3Mai", "pic.twitter.com/Ab1", "—", "Roy"]),
        ("Voir https://mer.example/a?b=1.", ["Voir", "https://mer.example/a?b=1", "."]),
    ],
)
def test_words_signs_and_line_ends_are_tokens(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text).tokens] == words


@given(_PIECES.map("".join) | st.text())
def test_every_character_but_spaces_is_in_a_token(text: str) -> None:
    found = tokenize(text)
    at = 0
    for start, token in zip(found.starts, found.tokens, strict=True):
        assert text[start : start + token.length] == token.text
        assert not text[at:start].strip()
        at = start + token.length
    assert not text[at:].strip()


def test_a_word_is_one_token_wherever_it_stands() -> None:
    first, second = (k for k in tokenize("la mer et la terre").tokens if k.text == "la")
    assert first is second


def test_a_folded_quotation_stands_where_its_marks_do() -> None:
    text = "Il dit : « Je pars, a-t-il ajouté, demain. » Elle reste."
    found = stream(text, find_marked(text))
    parts = [text[slice(*found.span(k, k + 1))] for k in found.quotes]
    assert parts == ["« Je pars, a-t-il ajouté, demain. »", "demain. »"]
    assert [k for k, token in enumerate(found.tokens) if token.kind == QUOTE] == found.quotes


def test_a_full_memory_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = " ".join(f"mot{n} l’élu{n}," for n in range(50)) * 2
    before = [token.text for token in tokenize(text).tokens]
    monkeypatch.setattr(module, "_CHUNKS", Memory(module._taken_apart, most=8))
    assert [token.text for token in tokenize(text).tokens] == before
