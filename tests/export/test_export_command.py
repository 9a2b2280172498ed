"""`quotes export`: where it goes, what it refuses, and that what went out comes in again."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quotes.cli import cli
from quotes.cli.corpus import sample_articles
from quotes.export import FORMATS
from quotes.storage import Database

Run = Callable[..., Result]

PONT = """---
title: Le pont rouvre
date: 2024-10-30
outlet: La Gazette
topics: [transports, Loire]
---
« Nous rouvrirons le pont lundi », a déclaré la maire de Blois, Anne Roy.

« Les travaux, a-t-elle ajouté, sont terminés. » Le chantier « Grand Pont » a duré un an.
"""
LAIT = """---
title: Le lait au plus bas
date: 2023-05
outlet: Le Courrier
---
« =1+1, voilà notre prix », a affirmé Pierre Martin, éleveur à Laval.
"""
QUOTED = 3


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `quotes` in a folder where two articles are ingested."""
    for name in ("QUOTES_DB", "QUOTES_DEBUG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    Path("articles").mkdir()
    Path("articles/lait.txt").write_text(LAIT)
    Path("articles/pont.txt").write_text(PONT)

    def run(*arguments: str, **more: object) -> Result:
        return CliRunner().invoke(cli, arguments, prog_name="quotes", **more)

    assert run("ingest", "articles").exit_code == 0
    return run


def rows(result: Result, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(result.stdout), delimiter=delimiter))


def test_without_more_it_is_csv_on_standard_output(run):
    result = run("export")
    header, *quotations = rows(result)
    assert header[:3] == ["id", "date", "speaker"]
    assert [row[2] for row in quotations] == ["Anne Roy", "Anne Roy", "Pierre Martin"]
    assert result.stderr == f"{QUOTED} quotations written to standard output as csv\n"


def test_the_columns_are_those_of_the_list(run):
    assert run("export").stdout == run("list", "--format", "csv").stdout
    assert run("export", "--format", "tsv").stdout == run("list", "--format", "tsv").stdout


def test_the_filters_are_those_of_the_list(run):
    asked = ("--outlet", "gazette", "--sort", "article", "--limit", "1")
    assert run("export", *asked).stdout == run("list", *asked, "--format", "csv").stdout


def test_the_ending_of_the_file_tells_the_format(run):
    assert run("export", "-o", "tout.tsv").stderr == f"{QUOTED} quotations written to tout.tsv as tsv\n"
    assert Path("tout.tsv").read_text() == run("export", "--format", "tsv").stdout


def test_cells_can_be_made_safe(run):
    def text(*arguments: str) -> str:
        return rows(run("export", "--speaker", "martin", *arguments))[1][5]

    assert text() == "=1+1, voilà notre prix"
    assert text("--safe-cells") == "'=1+1, voilà notre prix"


def test_a_french_excel_opens_it_by_a_double_click(run):
    result = run("export", "--speaker", "martin", "--excel")
    assert result.stdout_bytes.startswith(b"\xef\xbb\xbfid;date;")
    row = rows(result, ";")[1]
    assert row[5] == "'=1+1, voilà notre prix"
    assert re.fullmatch(r"0,[0-9]+", row[10])


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if not one.is_folder])
def test_every_format_writes_the_same_to_a_file_as_to_standard_output(run, name):
    assert run("export", "--format", name, "-o", "file").exit_code == 0
    assert Path("file").read_bytes() == run("export", "--format", name).stdout_bytes != b""


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_nothing_found_as_a_whole(run, name):
    result = run("export", "--format", name, "--speaker", "nadaud", "-o", "nichts")
    assert (result.exit_code, result.stderr) == (0, f"0 quotations written to nichts as {name}\n")
    assert Path("nichts").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["-o", "quotes.db"], 2, "--output quotes.db: its ending tells no format; name one with --format"),
        (["--format", "csv", "-o", "quotes.db"], 2, "--output quotes.db: is the database itself"),
        (["--format", "csv", "-o", "quotes.db-wal"], 2, "--output quotes.db-wal: is the database itself"),
        (["-o", "articles"], 2, "--output articles: is a folder; name a file in it"),
        (["--format", "brat"], 2, "--format brat is a folder of files; name one with -o FOLDER"),
        (["--format", "brat", "-o", "articles"], 1, "articles: holds something already; name a new folder"),
        (["--format", "tsv", "--excel"], 2, "--excel is for csv, not for tsv"),
        (["-o", "nowhere/a.csv"], 1, "nowhere/a.csv: its folder does not exist; make it first"),
        (["--db", "none.db"], 1, "none.db: no such database"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(run, arguments, status, message):
    before = Path("quotes.db").read_bytes()
    result = run("export", *arguments)
    assert (result.exit_code, result.stdout) == (status, "")
    assert result.stderr.startswith(f"quotes: {message}")
    assert result.stderr.count("\n") == 1
    assert Path("quotes.db").read_bytes() == before


def test_a_link_to_the_database_is_the_database(run):
    Path("lien.csv").symlink_to("quotes.db")
    assert "is the database itself" in run("export", "-o", "lien.csv").stderr


def test_a_failure_leaves_what_was_there(run):
    Path("a.csv").write_text("vieux")
    assert run("export", "--db", "none.db", "-o", "a.csv").exit_code == 1
    assert Path("a.csv").read_text() == "vieux"


def test_a_terminal_is_spared_what_is_no_text(run):
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "wb") as terminal:
        command = [sys.executable, "-m", "quotes", "export", "--format", "parquet"]
        done = subprocess.run(command, stdout=terminal, stderr=subprocess.PIPE, text=True, check=False)
    os.close(ours)
    assert done.returncode == 2
    assert "--format parquet is not text; name a file with -o FILE" in done.stderr


@pytest.mark.parametrize("output", ["-", "/dev/stdout"])
def test_standard_output_can_be_named(run, output):
    command = [sys.executable, "-m", "quotes", "-q", "export", "-o", output]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout == run("export").stdout_bytes
    assert not Path("-").exists()


def test_an_interruption_leaves_what_was_there(run):
    Path("a.jsonl").write_text("vieux")
    code = (
        "import os, signal\n"
        "from quotes.cli import main\n"
        "from quotes.export import jsontext\n"
        "written = jsontext.written\n"
        "def slowly(record):\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    return written(record)\n"
        "jsontext.written = slowly\n"
        "import sys; sys.argv = ['quotes', 'export', '-o', 'a.jsonl']\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.strip()) == (130, "quotes: interrupted")
    assert [path.read_text() for path in Path().glob("*a.jsonl*")] == ["vieux"]


def test_a_reader_who_has_had_enough_is_no_failure(run):
    done = subprocess.run(
        f"{sys.executable} -m quotes -q export --format jsonl | head -c 10",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ('{"record":', "")


@pytest.mark.parametrize("name", ["all.jsonl", "all.json", "all.jsonl.gz"])
def test_what_is_exported_is_ingested_again(run, name):
    assert run("correct", "1", "--reject").exit_code == 0
    assert run("speakers", "merge", "Pierre Martin", "Anne Roy").exit_code == 0
    assert run("export", "-o", name).exit_code == 0
    done = run("ingest", name, "--db", "other.db")
    assert done.stderr.startswith("2 articles read: 2 added, 0 replaced, 0 unchanged, 0 failed; ")
    digests = set()
    for path in ("quotes.db", "other.db"):
        with Database.open(Path(path)) as db:
            digests.add(db.digest())
    assert len(digests) == 1


def test_the_sample_articles_come_back_whole(run):
    run("ingest", str(sample_articles()), "--db", "corpus.db")
    run("export", "--db", "corpus.db", "-o", "corpus.jsonl")
    run("ingest", "corpus.jsonl", "--db", "again.db")
    with Database.open(Path("corpus.db")) as one, Database.open(Path("again.db")) as other:
        assert one.digest() == other.digest()


def test_a_line_that_was_changed_costs_that_line(run):
    run("export", "-o", "all.jsonl")
    first, *others = Path("all.jsonl").read_text().splitlines(keepends=True)
    record = json.loads(first)
    record["quotations"][0]["start"] += 1
    Path("all.jsonl").write_text("".join([json.dumps(record) + "\n", *others]))
    result = run("ingest", "all.jsonl", "--db", "other.db")
    assert result.exit_code == 1
    assert "quotes: all.jsonl, line 1: is an export that was changed: quotations[0]" in result.stderr
    assert "1 article read: 1 added, 0 replaced, 0 unchanged, 1 failed" in result.stderr


def test_an_export_is_articles_for_who_parses_anew(run):
    run("export", "-o", "all.jsonl")
    again = run("extract", "all.jsonl").stdout.splitlines()
    assert [json.loads(line)["speaker"] for line in again] == ["Pierre Martin", "Anne Roy", "Anne Roy"]


def test_what_the_user_says_of_every_article_counts_for_an_export_too(run):
    run("export", "-o", "all.jsonl")
    run("ingest", "all.jsonl", "--outlet", "Le Fonds", "--db", "other.db")
    assert {row[13] for row in rows(run("export", "--db", "other.db"))[1:]} == {"Le Fonds"}
