import json
import os
import pty
import subprocess
import sys

import pytest

from quotes.cli.table import Emphasis, markdown_lines, table_lines
from quotes.model import Span

BRIDGE, WORKS, MILK = (
    "Nous rouvrirons le pont lundi",
    "Les travaux sont terminés",
    "Le prix ne couvre pas nos coûts",
)


def texts(run, *arguments: str) -> list[str]:
    result = run("search", "--format", "json", *arguments)
    assert result.exit_code == 0, result.stderr
    return [row["text"] for row in json.loads(result.stdout)]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["pont"], [BRIDGE]),
        (["PONTS"], [BRIDGE]),
        (["travail"], [WORKS]),
        (["cout", "prix"], [MILK]),
        (["cout prix"], [MILK]),
        (['"le pont" OR "nos coûts"', "--sort", "date"], [BRIDGE, MILK]),
        (["termin*"], [WORKS]),
        (["le", "--speaker", "martin"], [MILK]),
        (["le", "--outlet", "gazette", "--limit", "1"], [BRIDGE]),
        (["éleveur", "--in", "context"], [MILK]),
        (["maire rouvrir*", "--in", "context"], [BRIDGE]),
        (["éleveur"], []),
        (["--", "-pont"], [BRIDGE]),
        (["pont) OR (text:"], [BRIDGE]),
    ],
)
def test_what_is_found(run, ingested, arguments, found):
    assert texts(run, *arguments) == found


def test_articles(run, ingested):
    rows = json.loads(run("search", "travaux maire", "--in", "articles", "--format", "json").stdout)
    assert [(row["title"], row["quotations"], row["speakers"]) for row in rows] == [("Le pont rouvre", 2, 1)]
    assert "la maire de Blois" in rows[0]["excerpt"]


def test_a_piped_table_is_plain_and_has_the_ids_to_show(run, ingested):
    assert run("search", "travaux").stdout == (
        "id    date        speaker    text                       outlet\n"
        "3     2024-10-30  Anne Roy   Les travaux sont terminés  La Gazette\n"
    )


def test_markdown_has_matches_in_bold(run, ingested):
    assert "Les **travaux** sont terminés" in run("search", "travail", "--format", "markdown").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["?!"], "quotes: '?!' has no letter or digit to look for (see: quotes search --help)\n"),
        (
            ["pont", "--in", "articles", "--sort", "speaker"],
            "quotes: --sort speaker is for quotations; articles go by relevance or date "
            "(see: quotes search --help)\n",
        ),
    ],
)
def test_what_cannot_be_meant(run, ingested, arguments, message):
    result = run("search", *arguments)
    assert (result.exit_code, result.stderr) == (2, message)


@pytest.mark.parametrize(
    ("where", "message"), [("quotations", "quotation"), ("context", "quotation"), ("articles", "article")]
)
def test_nothing_found_is_no_error(run, ingested, where, message):
    result = run("search", "zzz", "--in", where)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"No {message} matches.\n")


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What a terminal of 80 columns and 24 lines shows of the command."""
    ours, theirs = pty.openpty()
    plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "PAGER")}
    plain |= {"COLUMNS": "80", "LINES": "24", "TERM": "xterm"} | environment
    done = subprocess.run(
        [sys.executable, "-m", "quotes", *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=plain
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            if not (some := os.read(ours, 65536)):
                break
        except OSError:  # how Linux says that nobody writes any more
            break
        shown += some
    os.close(ours)
    assert done.returncode == 0
    return shown.decode().replace("\r\n", "\n")


def test_on_a_terminal_matches_stand_out(ingested):
    assert "Les \x1b[31m\x1b[1mtravaux\x1b[0m sont terminés" in on_a_terminal("search", "travail")
    assert "\x1b" not in on_a_terminal("search", "travail", NO_COLOR="1")
    assert "\x1b" not in on_a_terminal("search", "travail", TERM="dumb")


def test_only_long_output_goes_through_the_pager(ingested):
    pager = {"QUOTES_PAGER": "sed s/^/page:/", "PAGER": "sed s/^/other:/"}
    assert "page:" not in on_a_terminal("list", **pager)
    assert on_a_terminal("list", LINES="3", **pager).count("page:") >= 5
    assert "other:" in on_a_terminal("list", LINES="3", PAGER=pager["PAGER"])
    assert "page:" not in on_a_terminal("list", "--no-pager", LINES="3", **pager)
    assert "other:" not in on_a_terminal("list", LINES="3", QUOTES_PAGER="", PAGER=pager["PAGER"])


def loud(cell: str) -> list[Span]:
    return [Span(k, k + 4) for k in range(len(cell)) if cell.startswith("pont", k)]


EMPHASIS = Emphasis(loud, str.upper)


@pytest.mark.parametrize(
    ("text", "width", "lines", "shown"),
    [
        ("le pont de pierre", 40, 1, ["le PONT de pierre"]),
        ("un deux trois quatre six le pont de bois", 24, 2, ["un deux trois quatre six", "le PONT de bois"]),
        ("un deux trois quatre cinq six sept dix le pont de pierre", 24, 1, ["… dix le PONT de pierre"]),
        ("pont " * 9, 24, 1, ["PONT PONT PONT PONT …"]),
        ("sans rien", 24, 1, ["sans rien"]),
    ],
)  # fmt: skip
def test_what_was_found_is_in_view(text, width, lines, shown):
    table = table_lines(["text"], [[text]], False, width, lines, emphasis=EMPHASIS)
    assert [line.rstrip("\n") for line in table] == shown


def test_only_the_text_is_searched_for_what_stands_out():
    [table] = markdown_lines(["title", "text"], [["pont", "le pont | là"]], Emphasis(loud))
    assert table.splitlines()[2].split(" | ") == ["| pont   ", r"le **pont** \| là |"]
