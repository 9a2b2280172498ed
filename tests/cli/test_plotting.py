"""`quotes stats` by two things, and its charts, from articles to files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("ingested")


def test_two_things_in_a_table(run):
    lines = run("stats", "--by", "outlet", "--by", "speaker", env={"COLUMNS": "80"}).stdout.splitlines()
    assert lines[0].split() == ["outlet", "speaker", "quotations", "articles", "bar"]
    assert [line.split()[:4] for line in lines[1:]] == [
        ["La", "Gazette", "Anne", "Roy"],
        ["Le", "Courrier", "Pierre", "Martin"],
    ]
    assert max(map(len, lines)) <= 80


def test_two_things_for_programs(run):
    as_csv = run("stats", "--by", "year", "--by", "speaker", "--format", "csv").stdout
    assert as_csv == "year,speaker,quotations,articles\n2023,Pierre Martin,1,1\n2024,Anne Roy,2,1\n"
    told = run("stats", "--by", "outlet", "--by", "speaker", "--top", "1", "--format", "jsonl").stdout
    assert [json.loads(line)["speaker"] for line in told.splitlines()] == ["Anne Roy", "others"]


def test_what_is_unknown_is_said_in_tables_only(run, articles: Path):
    (articles / "sans.txt").write_text("« C'est sans date », a dit Anne Roy.")
    run("ingest", str(articles))
    by = ("stats", "--by", "outlet", "--by", "month")
    assert ["none", "undated"] in [line.split()[:2] for line in run(*by).stdout.splitlines()]
    told = [json.loads(line) for line in run(*by, "--format", "jsonl").stdout.splitlines()]
    assert {"outlet": None, "month": None, "quotations": 1, "articles": 1} in told


@pytest.mark.parametrize(
    ("name", "begins"), [("a.svg", b"<svg"), ("a.PNG", b"\x89PNG"), ("a.html", b"<!DOCTYPE html>")]
)
def test_the_ending_says_what_is_drawn(run, name, begins):
    done = run("stats", "--by", "month", "--plot", name)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"{name}: a chart of 3 quotations\n"
    assert Path(name).read_bytes().startswith(begins)


def test_title_and_language(run):
    run("stats", "--by", "speaker", "--plot", "a.svg", "--title", "Autour du pont", "--lang", "fr")
    drawn = Path("a.svg").read_text(encoding="utf-8")
    assert "Autour du pont</title>" in drawn
    assert "3 citations de mai 2023 à octobre 2024" in drawn


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["--by", "month", "--plot", "a.pdf"], 2, "a.pdf ends in none of svg, png, html"),
        (["--by", "month", "--plot", "a"], 2, "a ends in none of svg, png, html"),
        (["--by", "month", "--plot", "nowhere/a.svg"], 1, "its folder does not exist; make it first"),
        (["--by", "month", "--plot", "a.svg", "--speaker", "personne"], 1, "no quotation matches"),
        (["--by", "month", "--by", "year", "--plot", "a.svg"], 1, "not both month and year"),
        (["--by", "month", "--by", "month"], 2, "--by: once, or twice with different things"),
        (["--by", "month", "--by", "year", "--by", "kind"], 2, "--by: once, or twice"),
        (["--by", "month", "--top", "3"], 2, "--top: for the second of two --by"),
        (["--by", "month", "--title", "Le pont"], 2, "--title: for a chart, with --plot FILE"),
        (["--by", "month", "--lang", "fr"], 2, "--lang: for a chart, with --plot FILE"),
    ],
)
def test_what_cannot_be_drawn(run, arguments, status, message):
    before = sorted(Path().iterdir())
    done = run("stats", *arguments)
    assert done.exit_code == status
    [line] = done.stderr.splitlines()
    assert message in line
    assert sorted(Path().iterdir()) == before


def test_what_stood_there_stays_when_nothing_is_drawn(run):
    Path("a.svg").write_text("before")
    assert run("stats", "--by", "month", "--plot", "a.svg", "--speaker", "personne").exit_code == 1
    assert Path("a.svg").read_text() == "before"
    assert run("stats", "--by", "month", "--plot", "a.svg").exit_code == 0
    assert Path("a.svg").read_text() != "before"


def test_topics_like_the_one_asked_for_are_named(run):
    done = run("stats", "--by", "month", "--topic", "transporst", "--plot", "a.svg")
    assert "near it: 'transports'" in done.stderr


def test_without_the_extra_one_line_says_what_to_install():
    program = (
        "import sys; sys.modules['altair'] = None; from quotes.cli import main; "
        "sys.argv[1:] = ['stats', '--by', 'month', '--plot', 'a.svg']; main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8")
    assert done.returncode == 1
    assert done.stderr == 'quotes: charts need more than is installed; run: pip install "quotes[plot]"\n'
    assert not Path("a.svg").exists()


def test_counting_costs_no_drawing():
    program = (
        "import sys; from quotes.cli import cli; "
        "cli(['stats', '--by', 'month', '--by', 'speaker'], standalone_mode=False); "
        "sys.exit(bool({'altair', 'vl_convert', 'jinja2'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True).returncode == 0
