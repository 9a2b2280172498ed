"""`quotes evaluate` on files: the figures, the errors, and what cannot be scored."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from quotes.evaluation import evaluate_files

SAID = "« Le gué est fermé », a déclaré Odile Marchal.\n"
#: annotated as Odile Marchal's words; the second article is told wrong on purpose
RIGHT = {"start": 2, "end": 18, "kind": "direct", "speakers": ["Odile Marchal"], "speaker_type": "person"}
WRONG = {**RIGHT, "speakers": ["Yves Tanneur"]}


def write(name: str, *articles: tuple[str, str | None, str, list[object]]) -> None:
    lines = (
        json.dumps({"id": id_, "outlet": outlet, "text": text, "quotes": quotes})
        for id_, outlet, text, quotes in articles
    )
    Path(name).write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture
def gold(empty_folder: Path) -> None:
    write("a.jsonl", ("a", "La Gazette", SAID, [RIGHT]))
    write("b.jsonl", ("b", "Le Courrier", SAID, [WRONG]), ("c", "Le Courrier", "Il pleut.\n", []))


@pytest.mark.usefixtures("gold")
def test_the_summary_comes_first_then_the_tables(run):
    result = run("evaluate", "a.jsonl", "b.jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    summary = evaluate_files([Path("a.jsonl"), Path("b.jsonl")]).summary()
    assert lines[: len(summary)] == summary
    assert lines[0] == "3 articles, 2 quotations, 2 predicted"
    titles = [line.split(":")[0] for before, line in pairwise(lines) if not before]
    assert titles == [
        "By outlet",
        "By kind",
        "By kind of speaker",
        "By rule",
        "Kinds, annotated in rows against predicted in columns",
        "Confidence",
    ]


@pytest.mark.usefixtures("gold")
def test_one_outlet_needs_no_table_of_outlets(run):
    assert "By outlet" not in run("evaluate", "a.jsonl").stdout


@pytest.mark.usefixtures("gold")
def test_json_holds_the_figures(run):
    figures = json.loads(run("evaluate", "a.jsonl", "b.jsonl", "--format", "json").stdout)
    assert list(figures) == [
        "articles",
        "overlaps",
        "outlets",
        "kinds",
        "speaker_kinds",
        "rules",
        "confusion",
        "said_on",
        "calibration",
    ]
    assert figures["overlaps"]["0.8"]["end_to_end"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5}
    assert figures["outlets"]["La Gazette"]["end_to_end"]["f1"] == 1.0
    assert figures["confusion"]["direct"] == {"direct": 2, "partial": 0, "term": 0, "-": 0}


@pytest.mark.usefixtures("gold")
def test_errors_are_shown_in_their_context(run):
    lines = run("evaluate", "a.jsonl", "b.jsonl", "--errors").stdout.splitlines()
    assert lines[0] == "speaker  b (Le Courrier)  2-18"
    assert "Yves Tanneur (person)" in lines[1]
    assert "Odile Marchal (person)" in lines[2]
    assert lines[3:] == ["  « 【Le gué est fermé】 », a déclaré Odile Marchal. ¶", ""]


@pytest.mark.usefixtures("gold")
@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--errors"], ["speaker"]),
        (["--only", "speaker"], ["speaker"]),
        (["--only", "missed", "--only", "spurious"], []),
        (["--only", "missed", "--only", "speaker"], ["speaker"]),
    ],
)
def test_errors_can_be_filtered_and_had_as_json(run, options, expected):
    result = run("evaluate", "b.jsonl", *options, "--format", "json")
    assert [miss["what"] for miss in json.loads(result.stdout)] == expected


def test_what_is_not_annotated_is_told(run):
    Path("gold.jsonl").write_text('{"text": "Bonjour."}\nBonjour.\n')
    result = run("evaluate", "gold.jsonl")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("quotes: gold.jsonl, line 1: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.usefixtures("gold")
def test_one_bad_file_among_several_is_told(run):
    write("bad.jsonl", ("d", None, "Court.", [{**RIGHT, "end": 99}]))
    result = run("evaluate", "a.jsonl", "bad.jsonl")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("quotes: bad.jsonl, line 1: quotation 1: start 2, end 99: ")


def test_a_file_is_asked_for(run):
    assert run("evaluate").exit_code == 2
