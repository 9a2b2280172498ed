import csv
import fcntl
import io
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from dataclasses import fields

import pytest

from quotes.storage import QuotationRow

COLUMNS = [field.name for field in fields(QuotationRow)]
BRIDGE, WORKS, MILK = (
    "Nous rouvrirons le pont lundi",
    "Les travaux sont terminés",
    "Le prix ne couvre pas nos coûts",
)


def rows(run, *options: str) -> list[dict]:
    result = run("list", *options, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


@pytest.mark.parametrize(
    ("options", "texts"),
    [
        ([], [BRIDGE, WORKS, MILK]),
        (["--speaker", "roy"], [BRIDGE, WORKS]),
        (["--speaker", "PIERRE"], [MILK]),
        (["--since", "2024"], [BRIDGE, WORKS]),
        (["--until", "2023"], [MILK]),
        (["--on", "2023-05"], [MILK]),
        (["--topic", "transport"], [BRIDGE, WORKS]),
        (["--topic", "lait", "--topic", "loire"], [BRIDGE, WORKS]),
        (["--outlet", "gazette"], [BRIDGE, WORKS]),
        (["--kind", "term"], []),
        (["--kind", "direct", "--kind", "partial"], [BRIDGE, WORKS, MILK]),
        (["--min-confidence", "1"], []),
        (["--sort", "speaker"], [BRIDGE, WORKS, MILK]),
        (["--sort", "article"], [MILK, BRIDGE, WORKS]),
        (["--limit", "1"], [BRIDGE]),
        (["--speaker", "roy", "--until", "2023"], []),
    ],
)
def test_filters(run, ingested, options, texts):
    assert [row["text"] for row in rows(run, *options)] == texts


def test_json_has_the_columns_of_the_view(run, ingested):
    (row,) = rows(run, "--speaker", "martin")
    assert list(row) == COLUMNS
    assert (row["date"], row["speaker"], row["outlet"], row["topics"]) == (
        "2023-05", "Pierre Martin", "Le Courrier", "Laval; Pierre Martin",
    )  # fmt: skip


def test_json_lines_are_the_same_objects(run, ingested):
    lines = run("list", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == rows(run)


@pytest.mark.parametrize(("format_", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_delimited(run, ingested, format_, delimiter):
    table = list(csv.reader(io.StringIO(run("list", "--format", format_).stdout), delimiter=delimiter))
    assert table[0] == COLUMNS
    assert [row[COLUMNS.index("text")] for row in table[1:]] == [BRIDGE, WORKS, MILK]
    without = run("list", "--format", format_, "--no-headers").stdout
    assert list(csv.reader(io.StringIO(without), delimiter=delimiter)) == table[1:]


def test_markdown(run, ingested):
    lines = run("list", "--format", "markdown", "--speaker", "martin").stdout.splitlines()
    assert [cell.strip() for cell in lines[2].strip("|").split("|")] == [
        "2023-05", "Pierre Martin", MILK, "Le Courrier",
    ]  # fmt: skip


def test_a_piped_table_is_plain_and_whole(run, ingested):
    assert run("list").stdout == (
        "date        speaker        text                             outlet\n"
        "2024-10-30  Anne Roy       Nous rouvrirons le pont lundi    La Gazette\n"
        "2024-10-30  Anne Roy       Les travaux sont terminés        La Gazette\n"
        "2023-05     Pierre Martin  Le prix ne couvre pas nos coûts  Le Courrier\n"
    )
    assert run("list", "--no-headers", "--limit", "1").stdout.startswith("2024-10-30  Anne Roy")


def test_a_piped_table_is_as_wide_as_columns_says(run, ingested):
    table = run("list", env={"COLUMNS": "66"}).stdout.splitlines()
    assert max(map(len, table)) <= 66
    assert "Nous rouvrirons le pont …" in table[1]


def test_on_a_terminal_the_table_fits_and_has_a_rule(ingested):
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 66, 0, 0))
    done = subprocess.run([sys.executable, "-m", "quotes", "list"], stdout=theirs, stderr=subprocess.PIPE)
    os.close(theirs)
    lines = os.read(ours, 100_000).decode().splitlines()
    os.close(ours)
    assert done.returncode == 0
    assert max(map(len, lines)) <= 66
    assert set(lines[1]) == {"-", " "}
    assert "  Nous rouvrirons le pont  " in lines[2]
    assert lines[3].strip() == "lundi"


@pytest.mark.parametrize(
    ("format_", "output"),
    [("table", ""), ("json", "[]\n"), ("jsonl", ""), ("csv", ",".join(COLUMNS) + "\n")],
)
def test_nothing_found_is_no_error(run, ingested, format_, output):
    result = run("list", "--speaker", "personne", "--format", format_)
    assert (result.exit_code, result.stdout) == (0, output)
    assert result.stderr == ("No quotation matches.\n" if format_ == "table" else "")
