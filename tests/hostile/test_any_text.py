"""Texts that nobody would print: the parser reads them to their end, and what it says stays true."""

from __future__ import annotations

from itertools import combinations

import pytest
from fuzz_texts import kept, text_of
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.cli.corpus import sample_articles
from quotes.model import Article, Quotation
from quotes.parsing import extract
from quotes.topics import topics_of

ARTICLES = [path.read_text(encoding="utf-8") for path in sorted(sample_articles().glob("*.txt"))]

#: one thing without end, and what a parser could try again from each of its places
ENDLESS = [
    "«",
    "»",
    '"',
    "« ",
    "“",
    "a-t-il ",
    "A",
    "LE MAIRE ",
    "a",
    " ",
    "\n",
    "\u00a0",
    "- ",
    "– Oui.\n",
    ": « ",
    "« Oui »",
    "« Oui », dit-il. ",
    "l'",
    "M. ",
    "(",
    "Anne ",
    "Anne Roy, ",
    "de ",
    "selon ",
    "que ",
    "@a ",
    "#a ",
    "é",
    "e\u0301",
    "\u202e",
    "\x00",
    "\ud800",
    "👩‍🚒",
]


def check(text: str, found: list[Quotation]) -> None:
    """What is true of the quotations of any text."""
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert 0 <= one.confidence <= 1
        for part in (one.mention, one.said_when):
            assert part is None or part.span.of(text) == part.text
        # a cue leaves pronouns out: a-t-elle ajouté is a ajouté, s'en réjouit is se réjouit
        if one.cue is not None:
            words = one.cue.text.replace("’", "'").replace("'", " ").split()
            assert all(word in one.cue.span.of(text) or word in ("se", "me") for word in words)
        for incise in one.incises:
            assert one.start <= incise.start < incise.end <= one.end
    if len(found) < 200:
        for one, other in combinations(found, 2):
            apart = one.end <= other.start or other.end <= one.start
            inside = other.start <= one.start <= one.end <= other.end
            assert apart or inside or one.start <= other.start <= other.end <= one.end


@pytest.mark.parametrize("piece", ENDLESS, ids=ascii)
def test_one_thing_without_end(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    check(text, extract(text))
    topics_of(Article(text))


@pytest.mark.parametrize("piece", ENDLESS, ids=ascii)
def test_a_quotation_behind_one_thing_without_end_is_found(piece: str) -> None:
    text = piece * (2_000 // len(piece)) + "\n\n« Nous rouvrirons le pont lundi », a déclaré Anne Roy."
    found = extract(text)
    check(text, found)
    # behind an open mark it is more of the same, as newspapers print it over several paragraphs
    assert any("Nous rouvrirons le pont lundi" in one.text for one in found)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A real article in which something was lost, doubled, exchanged or put in."""
    text = draw(st.sampled_from(ARTICLES))
    start = draw(st.integers(0, len(text)))
    text = text[start : start + 1500]
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(text)))
        end = at + draw(st.integers(0, 40))
        match draw(st.sampled_from(["lose", "double", "put", "exchange"])):
            case "lose":
                text = text[:at] + text[end:]
            case "double":
                text = text[:end] + text[at:]
            case "put":
                put = draw(st.sampled_from(ENDLESS) | st.characters())
                text = text[:at] + put * draw(st.integers(1, 3)) + text[at:]
            case "exchange":
                text = text[end:] + text[:at]
    return text


@settings(max_examples=120, deadline=None)
@given(mutated())
def test_an_article_that_was_damaged(text: str) -> None:
    found = extract(text)
    check(text, found)
    assert extract(text) == found


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(), max_size=300))
def test_any_characters(text: str) -> None:
    check(text, extract(text))
    topics_of(Article(text))


def test_what_a_fuzzer_found_worth_keeping() -> None:
    texts = [text_of(one) for one in kept()]
    assert len(texts) > 500
    for text in texts:
        check(text, extract(text))


@pytest.mark.parametrize(
    "text",
    [
        "«a déclaré»Josiane, 73 ans, ",
        "« Un bus, une vie », pouvait-on lire sur",
        "« On a eu un panneau », ironise Gérard Le",
        "« On se verra. »\n\n— Maya Des",
        "jugé « incompétent », par A.",
        "Reste « le mot » qui fâche.\n\nPendant",
    ],
)
def test_what_breaks_off_is_read_to_its_end(text: str) -> None:
    check(text, extract(text))


#: after how many characters each time an article is broken off
_STEP = 41


@pytest.mark.parametrize("text", ARTICLES, ids=range(len(ARTICLES)))
def test_an_article_may_break_off_anywhere(text: str) -> None:
    for end in range(1, len(text), _STEP):
        check(text[:end], extract(text[:end]))
