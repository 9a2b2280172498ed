"""`quotes correct`: decisions for scripts, and `quotes evaluate --reviewed`, which scores them."""

from __future__ import annotations

import json
import re

import pytest

from quotes.evaluation.reviewed import BIAS


def corrected(run, *arguments: str) -> list[dict[str, object]]:
    result = run("correct", *arguments, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def ids(run) -> dict[str, str]:
    """A word of each quotation → its number."""
    rows = json.loads(run("list", "--format", "json").stdout)
    return {row["text"].split()[1]: str(row["id"]) for row in rows}


@pytest.mark.parametrize(
    ("options", "status", "speaker", "kind"),
    [
        (["--confirm"], "confirmed", "Pierre Martin", "direct"),
        (["--reject"], "rejected", "Pierre Martin", "direct"),
        (["--speaker", "Anne Roy"], "corrected", "Anne Roy", "direct"),
        (["--speaker", "Lise Coz", "--kind", "partial"], "corrected", "Lise Coz", "partial"),
        (["--no-speaker"], "corrected", None, "direct"),
        (["--kind", "term"], "corrected", "Pierre Martin", "term"),
    ],
)
def test_each_decision_and_its_undoing(run, ingested, options, status, speaker, kind):
    before = run("list", "--format", "csv").stdout
    (one,) = corrected(run, ids(run)["prix"], *options)
    assert (one["status"], one["speaker"], one["kind"]) == (status, speaker, kind)
    assert (one["was_status"], one["was_speaker"], one["was_kind"]) == ("auto", "Pierre Martin", "direct")
    assert run("list", "--format", "csv").stdout != before
    corrected(run, str(one["id"]), "--undo")
    assert run("list", "--format", "csv").stdout == before


def test_several_at_once_and_what_changed_in_words(run, ingested):
    result = run("correct", *ids(run).values(), "--speaker", "Lise Coz")
    assert result.stdout.count("→ Lise Coz") == 3
    assert result.stderr == "'Lise Coz' is a new speaker\n"


def test_an_unknown_number_is_told_and_the_others_are_done(run, ingested):
    result = run("correct", "99", ids(run)["prix"], "--reject", "--format", "csv", "--no-headers")
    assert result.exit_code == 1
    assert result.stderr.startswith("quotes: quotes.db: no quotation 99; ")
    assert result.stdout.count("\n") == 1
    assert "prix" not in ids(run)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["1"], "say what to correct: --speaker"),
        (["--reject"], "Missing argument 'ID...'"),
        (["un", "--reject"], "Invalid value for 'ID...': 'un' is not a valid integer"),
        (["0", "--reject"], "Invalid value for 'ID...': 0 is not in the range"),
        (["1", "--reject", "--confirm"], "--confirm, --reject and --undo stand alone"),
        (["1", "--undo", "--kind", "term"], "--confirm, --reject and --undo stand alone"),
        (["1", "--speaker", "A", "--no-speaker"], "--speaker and --no-speaker contradict each other"),
        (["1", "--speaker", "..."], "--speaker: '...' has no letter or digit"),
        (["1", "--speaker", "!!!"], "--speaker: '!!!' has no letter or digit"),
        (["1", "--speaker", ""], "--speaker: '' has no letter or digit"),
        (["1", "--kind", "term", "--speaker-kind", "group"], "--speaker-kind says what --speaker is"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(run, ingested, arguments, told):
    result = run("correct", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"quotes: {told}")


def test_decisions_outlive_ingesting_and_parsing_again(run, ingested, articles):
    number = ids(run)["prix"]
    corrected(run, number, "--speaker", "Lise Coz")
    path = articles / "lait.txt"
    path.write_text(path.read_text().replace("---\n«", "---\nMis à jour.\n\n«"))
    assert "1 replaced" in run("ingest", "articles").stderr
    assert run("reparse", "--all").exit_code == 0
    (row,) = json.loads(run("list", "--speaker", "coz", "--format", "json").stdout)
    assert (str(row["id"]), row["status"]) == (number, "corrected")


def test_reviewed_quotations_score_the_parser(run, ingested):
    numbers = ids(run)
    run("correct", numbers["prix"], "--confirm")
    run("correct", numbers["travaux"], "--speaker", "Lise Coz")
    result = run("evaluate", "--reviewed")
    assert result.stdout.splitlines()[:5] == [
        "2 quotations reviewed",
        "  kind     1.000 right (2)",
        "  speaker  0.500 right (1)",
        "  both     0.500 right (1)",
        BIAS,
    ]
    assert "inverted-cue-after  1           1       1          1       1.000" in result.stdout
    assert re.search(r"^  0\.9-1\.0 +\d +0\.\d{3} +\d\.\d{3}$", result.stdout, re.MULTILINE)
    record = json.loads(run("evaluate", "--reviewed", "--format", "json").stdout)
    assert record["shares"] == {"kind": 1.0, "speaker": 0.5, "both": 0.5}


def test_nothing_reviewed_is_told(run, ingested):
    result = run("evaluate", "--reviewed")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "quotes: quotes.db: nothing is reviewed yet; `quotes review` asks\n"


def test_reviewed_takes_no_annotation(run, ingested):
    result = run("evaluate", "--reviewed", "--topics")
    assert result.exit_code == 2
