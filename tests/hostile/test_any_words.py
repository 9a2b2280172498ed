"""What people type, and what articles say of themselves, is words: never SQL, never orders to a terminal."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quotes.cli import cli
from quotes.storage import Database

Run = Callable[..., Result]

#: what would end a string, begin a statement, or mean something to LIKE, GLOB, FTS or printf
INJECTIONS = [
    "'",
    '"',
    "';DROP TABLE article;--",
    "' OR 1=1 --",
    '") OR 1=1 --',
    "%",
    "_",
    "*",
    "?",
    "[a-z]",
    "\\",
    "a\\'b",
    "NEAR(a b)",
    "a AND NOT b",
    "text_folded:a",
    "^a",
    "a*",
    '"a" OR',
    "-a",
    "{}",
    "%s%n",
    ":id",
    "?1",
    "$a",
    "a\nb",
    "\ufeff",
    "é" * 5000,
    "a " * 3000,
]
#: with which they are asked: {} stands for the words
ASKED = [
    ("list", "--speaker={}"),
    ("list", "--topic={}"),
    ("list", "--topic={}", "--all-topics"),
    ("list", "--outlet={}"),
    ("list", "--since={}"),
    ("list", "--on={}"),
    ("search", "--", "{}"),
    ("search", "--in=context", "--", "{}"),
    ("search", "--in=articles", "--", "{}"),
    ("search", "maire", "--speaker={}"),
    ("article", "--speaker={}"),
    ("topics", "--topic={}"),
    ("speakers", "--speaker={}"),
    ("speakers", "show", "--", "{}"),
    ("speakers", "merge", "--dry-run", "--", "{}", "Roy"),
    ("speakers", "rename", "--dry-run", "--", "{}", "{}"),
    ("speakers", "alias", "--dry-run", "--", "Roy", "{}"),
    ("speakers", "split", "--dry-run", "--", "Roy", "{}"),
    ("stats", "--by=speaker", "--topic={}"),
    ("export", "--speaker={}"),
    ("reparse", "--dry-run"),
]

#: orders to a terminal, and marks that turn a line around
ORDERS = "\x1b[2J\x1b]0;titre\x07\x9b31m\u202e\u2066\x08\r"
FORBIDDEN = set("\x1b\x07\x9b\u202e\u2066\x08")


@pytest.fixture
def run() -> Run:
    def run(*arguments: str, db: Path, **extra: object) -> Result:
        return CliRunner().invoke(cli, [*arguments[:1], "--db", str(db), *arguments[1:]], **extra)

    return run


@pytest.fixture
def db(tmp_path: Path, run: Run) -> Path:
    """A database of one article that would do harm wherever it is printed."""
    record = {
        "url": "javascript:alert(1)//" + ORDERS,
        "title": f"<b>Le pont{ORDERS}</b>",
        "outlet": f"La Gazette{ORDERS}",
        "author": f"A. R.{ORDERS}",
        "date": "2024-10-30",
        "topics": [f"=1+1{ORDERS}", "@SUM(A1)"],
        "text": f"« =cmd|'/c calc'!A0 Nous {ORDERS} rouvrirons », a déclaré Anne{ORDERS} Roy{ORDERS}.\n\n"
        f"« Tout est prêt », a ajouté Anne Roy, maire de <script>alert(1)</script>{ORDERS}.\n",
    }
    path = tmp_path / "quotes.db"
    articles = tmp_path / "a.jsonl"
    articles.write_text(json.dumps(record), encoding="utf-8")
    assert run("ingest", str(articles), db=path).exit_code == 0
    return path


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_words_are_only_words(asked: tuple[str, ...], db: Path, run: Run) -> None:
    with Database.open(db) as database:
        before = database.digest()
    for words in INJECTIONS:
        arguments = [part.replace("{}", words) for part in asked]
        if asked[0] == "speakers" and asked[1] in ("merge", "rename", "alias", "split", "show"):
            done = CliRunner().invoke(cli, ["--db", str(db), *arguments])
        else:
            done = run(*arguments, db=db)
        assert done.exit_code in (0, 1, 2), (words, done.output)
        assert "unexpected" not in done.stderr, (words, done.stderr)
        assert "syntax error" not in done.stderr, (words, done.stderr)
        assert len([line for line in done.stderr.splitlines() if line.startswith("quotes:")]) <= 1
    with Database.open(db) as database:
        assert database.digest() == before


SHOWN = [
    ("list",),
    ("list", "--format", "markdown"),
    ("list", "--kind", "term", "--kind", "direct"),
    ("search", "nous"),
    ("search", "pret"),
    ("search", "nous", "--in", "context"),
    ("search", "pont", "--in", "articles"),
    ("show", "1"),
    ("show", "2"),
    ("article",),
    ("article", "1"),
    ("topics",),
    ("speakers",),
    ("stats", "--by", "outlet"),
    ("stats", "--by", "topic"),
    ("stats", "--by", "speaker"),
    ("db", "status"),
    ("db", "check"),
]


@pytest.mark.parametrize("arguments", SHOWN, ids=" ".join)
def test_articles_give_the_terminal_no_orders(arguments: tuple[str, ...], db: Path, run: Run) -> None:
    done = CliRunner().invoke(cli, ["--db", str(db), *arguments])
    assert done.exit_code == 0, done.output
    assert FORBIDDEN.isdisjoint(done.output), done.output


def test_nor_does_a_review(db: Path) -> None:
    done = CliRunner().invoke(cli, ["--db", str(db), "review"], input="n\nn\nq\n")
    assert FORBIDDEN.isdisjoint(done.output)


def test_nor_do_failures(db: Path) -> None:
    done = CliRunner().invoke(cli, ["--db", str(db), "ingest", f"absent{ORDERS}"])
    assert done.exit_code == 1
    assert FORBIDDEN.isdisjoint(done.output)


@pytest.mark.parametrize("format_", ["json", "jsonl", "csv", "tsv"])
def test_what_other_programs_read_is_as_it_was(format_: str, db: Path) -> None:
    done = CliRunner().invoke(cli, ["--db", str(db), "list", "--format", format_])
    text = done.stdout
    match format_:
        case "json":
            read = json.loads(text)
        case "jsonl":
            read = [json.loads(line) for line in text.splitlines()]
        case _:
            read = list(csv.DictReader(io.StringIO(text), delimiter="," if format_ == "csv" else "\t"))
    with Database.open(db) as database:
        from quotes.storage import Filter

        stored = {row.text for row in database.quotations(Filter())}
    assert {row["text"] for row in read} == stored
    assert any(ORDERS[:4] in row["text"] for row in read)
