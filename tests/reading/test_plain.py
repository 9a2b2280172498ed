from collections.abc import Callable

import pytest
from reading_samples import ReadFile

from quotes.model import Article


@pytest.fixture
def article(read_file: ReadFile) -> Callable[[str | bytes], Article]:
    return lambda content: read_file("a.txt", content).article


def test_a_bare_text_is_kept_as_it_is(article):
    text = "\n  « Bonjour », dit-elle. \n\n"
    assert article(text) == Article(text=text, source="a.txt")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_are_normalised(article, line_end):
    assert article(f"un{line_end}deux{line_end}").text == "un\ndeux\n"


def test_a_byte_order_mark_is_no_text(article):
    assert article(b"\xef\xbb\xbfBonjour.").text == "Bonjour."


def test_front_matter_tells_what_the_article_is(article):
    content = """---
title: Le pont rouvre
date: 2024-10-30
outlet: La Gazette
url: https://gazette.example/pont
author: Anne Roy
topics: [transports, Loire]
---

Le pont a rouvert.
"""
    assert article(content) == Article(
        text="\nLe pont a rouvert.\n",
        title="Le pont rouvre",
        date="2024-10-30",
        date_source="given",
        outlet="La Gazette",
        url="https://gazette.example/pont",
        author="Anne Roy",
        topics=("transports", "Loire"),
        source="a.txt",
    )


def test_what_front_matter_leaves_out_is_inferred(article):
    read = article(
        "---\noutlet: La Gazette\n---\nLe pont a rouvert hier\n\nPublié le 3 mars 2021 à 10h\n\nOuf."
    )
    assert (read.title, read.date, read.date_source) == ("Le pont a rouvert hier", "2021-03-03", "text")


def test_a_given_date_wins_over_the_text(article):
    read = article("---\ndate: 2020\n---\n05/02/2023 à 14h24\nOuf.")
    assert (read.date, read.date_source) == ("2020", "given")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "a.txt: is empty"),
        (b" \n\n", "a.txt: is empty"),
        (b"---\ntitle: x\n---\n \n", "a.txt: has front matter but no text after it"),
        (b"PK\x03\x04\x00\x00", "a.txt: is a zip archive or an office document, not text"),
        (b"%PDF-1.4 ...", "a.txt: is a PDF, not text"),
        (bytes(range(256)), "a.txt: is a binary file, not text"),
        (b"ok \1\2\3\4", "a.txt: is a binary file, not text"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(read_file, content, message):
    assert read_file("a.txt", content).failure.startswith(message)
