"""The bundled articles and their annotation agree with each other."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).parents[2] / "corpus"
ARTICLES: list[dict[str, Any]] = [
    json.loads(line) for line in (CORPUS / "gold.jsonl").read_text(encoding="utf-8").splitlines()
]
SPANS = [(article, quote) for article in ARTICLES for quote in article["quotes"]]

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)
OPENING, CLOSING = "«“„‹", "»”›"
MARKS = OPENING + CLOSING + '"<>'
SPACES = " \u00a0\u202f\n"
#: the subject pronoun hooked behind an inverted verb: a-t-il dit, écrivent-ils, s'est-elle étonnée
CLITIC = re.compile(r"(?:-t)?-(?:il|elle|on|ils|elles|je|tu|nous|vous)\b")

each_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["id"])


def words_of(article: dict[str, Any], quote: dict[str, Any]) -> str:
    return str(article["text"][quote["start"] : quote["end"]])


def flat(phrase: str) -> str:
    """One case, plain spaces: the form in which expressions are looked up."""
    return re.sub(r"\s+", " ", phrase).casefold()


@each_article
def test_the_text_is_what_follows_the_front_matter(article: dict[str, Any]) -> None:
    file = (CORPUS / article["id"]).read_text(encoding="utf-8")
    assert article["text"] == FRONT_MATTER.sub("", file, count=1)


def test_every_file_is_annotated_once() -> None:
    ids = [article["id"] for article in ARTICLES]
    assert ids == sorted(path.name for path in CORPUS.glob("*.txt"))


@each_article
def test_spans_are_the_inner_text(article: dict[str, Any]) -> None:
    edges = {edge for quote in article["quotes"] if quote["nested"] for edge in around(article, quote)}
    for quote in article["quotes"]:
        assert 0 <= quote["start"] < quote["end"] <= len(article["text"])
        inner = words_of(article, quote)
        assert inner == inner.strip(SPACES), inner
        for edge in (quote["start"], quote["end"] - 1):
            assert article["text"][edge] not in MARKS or edge in edges, inner


def around(article: dict[str, Any], quote: dict[str, Any]) -> tuple[int, int]:
    """Where the marks of a span stand: what is nested may begin or end the words that hold it."""
    text = article["text"]
    return skip(text, quote["start"] - 1, -1), skip(text, quote["end"], +1)


@each_article
def test_kinds_and_speakers(article: dict[str, Any]) -> None:
    for quote in article["quotes"]:
        assert quote["kind"] in {"direct", "partial", "term"}
        assert quote["speaker_type"] in {"person", "group", "organisation", "document", "unknown"}
        assert (quote["speaker_type"] == "unknown") == (quote["speakers"] == []), quote
        if quote["kind"] == "term":
            assert not quote["speakers"], words_of(article, quote)


@each_article
@pytest.mark.parametrize("field", ["mention", "cue"])
def test_mentions_and_cues_stand_in_the_text(article: dict[str, Any], field: str) -> None:
    text, without_pronouns = flat(article["text"]), flat(CLITIC.sub("", article["text"]))
    for quote in article["quotes"]:
        if quote[field]:
            phrase = flat(quote[field])
            assert phrase in text or phrase in without_pronouns, (quote[field], words_of(article, quote))


@each_article
def test_the_speaker_is_named_as_the_article_names_it(article: dict[str, Any]) -> None:
    text = flat(article["text"])
    for quote in article["quotes"]:
        if quote["speakers"]:
            assert flat(quote["speakers"][0]) in text, quote["speakers"]


@each_article
def test_every_mark_opens_or_closes_an_annotated_span(article: dict[str, Any]) -> None:
    text = article["text"]
    starts = {quote["start"] for quote in article["quotes"]}
    ends = {quote["end"] for quote in article["quotes"]}
    for at, mark in enumerate(text):
        if mark not in MARKS or is_inch(text, at) or reopens(article, at):
            continue
        opens = skip(text, at + 1, +1) in starts and mark not in CLOSING
        closes = skip(text, at - 1, -1) + 1 in ends and mark not in OPENING
        assert opens or closes, text[max(0, at - 40) : at + 40]


def skip(text: str, at: int, step: int) -> int:
    """The first place from `at` on that holds neither a space nor the rest of a << or >>."""
    while 0 <= at < len(text) and text[at] in SPACES + "<>":
        at += step
    return at


def is_inch(text: str, at: int) -> bool:
    """A straight mark behind a figure: an 11" screen."""
    return text[at] == '"' and text[at - 1].isdigit()


def reopens(article: dict[str, Any], at: int) -> bool:
    """A mark repeated at the head of a paragraph inside a quotation that goes on."""
    inside = any(quote["start"] < at < quote["end"] for quote in article["quotes"])
    return inside and article["text"][at - 1] == "\n"


def test_there_is_enough_to_measure_with() -> None:
    kinds = [quote["kind"] for _, quote in SPANS]
    assert len(ARTICLES) >= 16
    assert len(kinds) >= 150
    assert 0.15 <= kinds.count("term") / len(kinds) <= 0.40


def test_the_corpus_covers_every_kind_of_source_and_of_marks() -> None:
    assert {quote["speaker_type"] for _, quote in SPANS} == {
        "person",
        "group",
        "organisation",
        "document",
        "unknown",
    }
    text = "".join(article["text"] for article in ARTICLES)
    for mark in ("«\u00a0", "«\u202f", "« ", "«L", "“", "‹", "<<", '"'):
        assert mark in text, mark
    assert any(quote["nested"] for _, quote in SPANS)
    assert any(quote["kind"] != "term" and not quote["speakers"] for _, quote in SPANS)


def test_outlets_and_years_are_varied() -> None:
    assert len({article["outlet"] for article in ARTICLES if article["outlet"]}) >= 6
    assert {article["date"][:4] for article in ARTICLES if article["date"]} >= {
        "2019",
        "2020",
        "2021",
        "2022",
        "2023",
        "2024",
    }


def test_when_it_was_said_is_annotated_in_every_article() -> None:
    told = [quote["said_on"] for _, quote in SPANS if quote["kind"] != "term" and not quote["nested"]]
    assert len([when for when in told if when]) >= 25
