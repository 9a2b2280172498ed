"""Passages in brackets and in colours; nothing in them reaches the terminal but words."""

from __future__ import annotations

import click
import pytest

from quotes.cli.harmless import neutral
from quotes.cli.passage import Look, Mark, legend, render, role_marks
from quotes.model import Span

TEXT = "« Nous irons », a déclaré Anne Roy hier.\nElle est partie."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


ROY = role_marks(quotation=at("Nous irons"), cue=at("a déclaré"), mention=at("Anne Roy"), time=None)


def test_in_brackets_each_mark_has_its_name():
    assert render(TEXT, ROY, colours=False) == (
        "« [quotation: Nous irons] », [cue: a déclaré] [mention: Anne Roy] hier.\nElle est partie."
    )
    assert legend(ROY, colours=False) == ""


def test_in_colours_the_words_are_the_articles_own():
    shown = render(TEXT, ROY, colours=True)
    assert click.unstyle(shown) == TEXT
    assert "\x1b[32m\x1b[1mNous irons\x1b[0m »," in shown
    assert click.unstyle(legend(ROY, colours=True)) == "quotation  cue  mention"


def test_a_part_of_the_text():
    assert render(TEXT, ROY, colours=False, within=at("irons », a déclaré")) == (
        "[quotation: irons] », [cue: a déclaré]"
    )


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ([("a", 0, 8), ("b", 2, 4)], "[a: ab[b: cd]efgh]ij"),
        ([("a", 0, 4), ("b", 0, 4)], "[a: [b: abcd]]efghij"),
        ([("a", 0, 4), ("b", 2, 6)], "[a: abcd][b: ef]ghij"),
        ([("a", 0, 8), ("b", 2, 4), ("c", 3, 9)], "[a: ab[b: cd][c: efgh]]ij"),
        ([("a", 4, 4)], "abcdefghij"),
        ([("a", 8, 99)], "abcdefgh[a: ij]"),
        ([("a", 4, 6), ("b", 0, 2)], "[b: ab]cd[a: ef]ghij"),
    ],
)
def test_marks_inside_and_across_each_other(spans, shown):
    marks = [Mark(Span(start, end), label, Look("red")) for label, start, end in spans]
    assert render("abcdefghij", marks, colours=False) == shown
    assert click.unstyle(render("abcdefghij", marks, colours=True)) == "abcdefghij"


@pytest.mark.parametrize("colours", [True, False])
def test_lines_are_broken_between_words(colours):
    lines = render(TEXT, ROY, colours=colours, width=24, indent="  ").splitlines()
    assert all(len(click.unstyle(line)) <= 24 and line.startswith("  ") for line in lines)
    words = " ".join(click.unstyle(line).strip() for line in lines)
    assert words == render(TEXT, ROY if not colours else [], colours=False).replace("\n", " ")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[2Jb\x07", "a\ufffd[2Jb\ufffd"),
        ("a\x9b31mb", "a\ufffd31mb"),
        ("abc\u202edef\u2066g\u200fh", "abc\ufffddef\ufffdg\ufffdh"),
        ("a\tb\r\u2028c\nd", "a b  c\nd"),
        ("l’été « là »", "l’été « là »"),
    ],
)
def test_what_drives_a_terminal_is_replaced(text, shown):
    assert neutral(text) == shown
    assert render(text, [], colours=False) == shown
    marked = [Mark(Span(0, len(text)), text, Look("red"))]
    assert not {"\x07", "\x9b", "\u202e", "\r"} & set(render(text, marked, colours=False))
