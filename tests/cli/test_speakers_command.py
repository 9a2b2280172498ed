"""`quotes speakers` and its commands, and `quotes stats`, from articles to answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

BARRAGE = """---
title: Le barrage
date: 2024-11-02
outlet: La Gazette
---
« Nous attendons le feu vert », a déclaré Anne-Marie Roy, ingénieure.

« C'est long », a soupiré Pierre J. Martin, éleveur.
"""


@pytest.fixture
def stored(run, articles: Path) -> None:
    (articles / "barrage.txt").write_text(BARRAGE)
    assert run("ingest", str(articles)).exit_code == 0


def names(run) -> dict[str, int]:
    return {row["name"]: row["quotations"] for row in json.loads(run("speakers", "--format", "json").stdout)}


@pytest.mark.usefixtures("stored")
def test_speakers_are_listed_with_what_they_are(run):
    lines = run("speakers").stdout.splitlines()
    assert lines[0].split() == ["name", "kind", "role", "quotations", "first", "last", "outlets"]
    assert " ".join(lines[1].split()) == "Anne Roy person maire de Blois 2 2024-10-30 2024-10-30 La Gazette"
    assert len(lines) == 5


@pytest.mark.usefixtures("stored")
def test_a_narrow_terminal_gets_the_columns_that_fit(run):
    lines = run("speakers", env={"COLUMNS": "80"}).stdout.splitlines()
    assert lines[0].split() == ["name", "role", "quotations", "first", "last"]
    assert max(map(len, lines)) <= 80


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--limit", "1"], ["Anne Roy"]),
        (["--sort", "name"], ["Anne-Marie Roy", "Anne Roy", "Pierre J. Martin", "Pierre Martin"]),
        (["--outlet", "courrier"], ["Pierre Martin"]),
        (["--since", "2024-11"], ["Anne-Marie Roy", "Pierre J. Martin"]),
        (["--speaker", "personne"], []),
    ],
)
def test_conditions_order_and_limit(run, options, found):
    assert [row["name"] for row in json.loads(run("speakers", *options, "--format", "json").stdout)] == found


@pytest.mark.usefixtures("stored")
def test_a_profile(run):
    shown = run("speakers", "show", "anne roy").stdout
    assert shown.splitlines()[:2] == ["Anne Roy (person, number 4)", "2 quotations of 1 article, 2024-10-30"]
    assert "roles       2024-10-30 maire de Blois (2)" in shown
    assert "« Les travaux sont terminés »" in shown
    told = json.loads(run("speakers", "show", "anne roy", "--format", "json").stdout)
    assert (told["name"], len(told["latest"])) == ("Anne Roy", 2)


@pytest.mark.usefixtures("stored")
def test_a_name_of_several_asks_for_more(run):
    asked = run("speakers", "show", "roy,")
    several = run("speakers", "show", "martin")
    nobody = run("speakers", "show", "kerebel")
    assert (several.exit_code, nobody.exit_code, asked.exit_code) == (1, 1, 1)
    assert several.stderr == (
        "quotes: 2 speakers match 'martin': Pierre J. Martin (number 2, 1 quotation), "
        "Pierre Martin (number 3, 1 quotation); write more of the name, or the number\n"
    )
    assert nobody.stderr == "quotes: no speaker is called 'kerebel'; `quotes speakers` lists them\n"


@pytest.mark.usefixtures("stored")
def test_a_proposal_is_typed_and_taken_back(run):
    proposed = run("speakers", "duplicates").stdout.splitlines()
    assert proposed[0] == "Pierre J. Martin (1) = Pierre Martin (1)?"
    command = proposed[-1].strip()
    assert command == "quotes speakers merge 'Pierre J. Martin' 'Pierre Martin'"
    before = names(run)
    merged = run("speakers", "merge", "Pierre J. Martin", "Pierre Martin")
    assert merged.stdout == (
        "Pierre J. Martin is Pierre Martin now: 1 quotation of 1 article moved; "
        "undo with: quotes speakers split 'Pierre Martin' 'Pierre J. Martin'\n"
    )
    assert names(run) == {"Anne Roy": 2, "Anne-Marie Roy": 1, "Pierre Martin": 2}
    split = run("speakers", "split", "Pierre Martin", "Pierre J. Martin")
    assert "Pierre J. Martin is not Pierre Martin any more: 1 quotation" in split.stdout
    assert names(run) == before


@pytest.mark.usefixtures("stored")
def test_decisions_hold_for_articles_that_come_later(run, articles: Path):
    run("speakers", "merge", "Pierre J. Martin", "Pierre Martin")
    renamed = run("speakers", "rename", "anne-marie roy", "Anne-Marie Roy-Lebrun").stdout
    assert renamed.startswith("Anne-Marie Roy is called Anne-Marie Roy-Lebrun now: 1 quotation of 1 article;")
    run("speakers", "alias", "Anne Roy", "Annie Roy")
    (articles / "suite.txt").write_text(
        BARRAGE.replace("long", "trop long").replace("feu vert", "signal")
        + "\n« Patience », a dit Annie Roy, maire de Blois.\n"
    )
    assert run("ingest", str(articles)).exit_code == 0
    assert names(run) == {"Anne Roy": 3, "Anne-Marie Roy-Lebrun": 2, "Pierre Martin": 3}


@pytest.mark.usefixtures("stored")
def test_a_dry_run_changes_nothing(run):
    before = names(run)
    done = run("speakers", "merge", "Anne-Marie Roy", "Anne Roy", "--dry-run")
    assert (
        done.stdout == "Not done, a dry run: Anne-Marie Roy is Anne Roy now: 1 quotation of 1 article moved\n"
    )
    assert names(run) == before


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("place", [["--db", "quotes.db", "speakers", "show", "anne roy"],
                                   ["speakers", "--db", "quotes.db", "show", "anne roy"],
                                   ["speakers", "show", "anne roy", "--db", "quotes.db"]])  # fmt: skip
def test_the_database_can_be_named_anywhere(run, place, monkeypatch):
    monkeypatch.setenv("QUOTES_DB", "other.db")
    assert run(*place).exit_code == 0


@pytest.mark.usefixtures("stored")
def test_stats_have_bars_in_tables_alone(run):
    lines = run("stats", "--by", "speaker", env={"COLUMNS": "60"}).stdout.splitlines()
    assert lines[0].split() == ["speaker", "quotations", "articles", "bar"]
    first, second = (line.split()[-1] for line in lines[1:3])
    assert (set(first), len(first), set(second)) == ({"█"}, 15, {"█", "▌"})
    assert max(map(len, lines)) <= 60
    as_csv = run("stats", "--by", "speaker", "--limit", "1", "--format", "csv").stdout
    assert as_csv == "speaker,quotations,articles\nAnne Roy,2,1\n"


def test_what_has_no_date_is_said_so(run, articles: Path):
    (articles / "sans.txt").write_text("« C'est sans date », a dit Anne Roy.")
    run("ingest", str(articles))
    assert run("stats", "--by", "month").stdout.splitlines()[1].split()[:2] == ["undated", "1"]
    assert json.loads(run("stats", "--by", "month", "--format", "json").stdout)[0]["month"] is None


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    "by", ["speaker", "speaker-kind", "outlet", "year", "month", "day", "topic", "kind", "cue", "rule"]
)
def test_stats_by(run, by):
    result = run("stats", "--by", by, "--format", "jsonl", "--speaker", "anne roy")
    assert result.exit_code == 0
    assert {json.loads(line)["quotations"] for line in result.stdout.splitlines()} <= {1, 2}
    assert result.stdout
