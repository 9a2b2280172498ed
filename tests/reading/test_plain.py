import io

import pytest

from quotes.model import Article
from quotes.reading import ReadError
from quotes.reading.plain import read_plain


def article(content: str | bytes) -> Article:
    data = content if isinstance(content, bytes) else content.encode()
    (only,) = read_plain("a.txt", io.BytesIO(data))
    return only


def test_a_bare_text_is_kept_as_it_is():
    text = "\n  « Bonjour », dit-elle. \n\n"
    assert article(text) == Article(text=text, source="a.txt")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_are_normalised(line_end):
    assert article(f"un{line_end}deux{line_end}").text == "un\ndeux\n"


def test_a_byte_order_mark_is_no_text():
    assert article(b"\xef\xbb\xbfBonjour.").text == "Bonjour."


def test_front_matter_tells_what_the_article_is():
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


def test_what_front_matter_leaves_out_is_inferred():
    read = article(
        "---\noutlet: La Gazette\n---\nLe pont a rouvert hier\n\nPublié le 3 mars 2021 à 10h\n\nOuf."
    )
    assert (read.title, read.date, read.date_source) == ("Le pont a rouvert hier", "2021-03-03", "text")


def test_a_given_date_wins_over_the_text():
    read = article("---\ndate: 2020\n---\n05/02/2023 à 14h24\nOuf.")
    assert (read.date, read.date_source) == ("2020", "given")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "a.txt: is empty"),
        (b" \n\n", "a.txt: is empty"),
        (b"---\ntitle: x\n---\n \n", "a.txt: has front matter but no text after it"),
        (b"ok\n\xe9t\xe9", "a.txt, line 2: is not UTF-8 (byte 0xe9); convert it"),
        (b"PK\x03\x04\x00\x00", "a.txt: is not a UTF-8 text file"),
        ("été".encode("utf-16"), "a.txt: is not a UTF-8 text file"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(content, message):
    with pytest.raises(ReadError) as error:
        article(content)
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)
