"""Annotated articles in the database: what persons say is theirs, and no parser changes it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from quotes.annotated import ingest_annotated
from quotes.cli import cli
from quotes.cli.corpus import sample_articles
from quotes.evaluation import annotated
from quotes.ingest import ingest
from quotes.model import Kind
from quotes.reading import Options
from quotes.reparse import Reparsed, reparse
from quotes.storage import Database, Filter, Status, Verdict

TEXT = "« Le gué est fermé », dit le maire. Paul Roy, son adjoint, parle d'un « vrai gâchis »."
GOLD = {
    "id": "gué/1",
    "url": "https://gazette.example/gue",
    "date": "2024-10-30",
    "outlet": "La Gazette",
    "text": TEXT,
    "quotes": [
        {
            "start": 2,
            "end": 18,
            "kind": "direct",
            "speakers": ["Anne Roy", "maire"],
            "speaker_type": "person",
            "mention": "le maire",
            "cue": "dit",
            "said_on": "2024-10-29",
        },
    ],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOLD) + "\n")
    return tmp_path / "gold.jsonl"


@pytest.fixture
def db(tmp_path: Path):
    with Database.open(tmp_path / "quotes.db", create=True) as database:
        yield database


def test_an_annotated_quotation_is_a_persons_decision(db, gold):
    counts = ingest_annotated(db, annotated(gold))
    assert (counts.read, counts.added, counts.quotations) == (1, 1, 1)
    (row,) = db.quotations(Filter())
    assert (row.text, row.kind, row.date) == ("Le gué est fermé", "direct", "2024-10-29")
    assert (row.speaker, row.speaker_kind, row.mention, row.cue) == ("Anne Roy", "person", "le maire", "dit")
    assert (row.status, row.rule, row.confidence) == (Status.CONFIRMED, None, 1.0)
    evidence = db.evidence(row.id)
    assert evidence is not None
    assert evidence.mention.of(TEXT) == "le maire"


def test_other_names_accepted_lead_to_the_speaker(db, gold):
    ingest_annotated(db, annotated(gold))
    assert db.count(Filter(speaker="maire")) == 1


def test_again_it_changes_nothing(db, gold):
    ingest_annotated(db, annotated(gold))
    before = db.digest()
    assert ingest_annotated(db, annotated(gold)).unchanged == 1
    assert db.digest() == before


def test_what_the_parser_had_found_makes_way(db, gold, tmp_path):
    (tmp_path / "a.txt").write_text(f"---\nurl: https://gazette.example/gue\n---\n{TEXT}")
    ingest(db, [tmp_path / "a.txt"])
    assert db.count(Filter()) == 2
    assert ingest_annotated(db, annotated(gold)).replaced == 1
    assert [row.speaker for row in db.quotations(Filter())] == ["Anne Roy"]


def test_what_was_decided_in_the_database_stays(db, gold):
    ingest_annotated(db, annotated(gold))
    (row,) = db.quotations(Filter())
    db.decide(row.id, Verdict(speaker="Jeanne Roy"))
    ingest_annotated(db, annotated(gold))
    assert [row.speaker for row in db.quotations(Filter())] == ["Jeanne Roy"]


def test_no_parser_reads_it_unless_it_is_told_to(db, gold):
    ingest_annotated(db, annotated(gold))
    reparse(db, done := Reparsed())
    assert done.total == 0
    reparse(db, done := Reparsed(), every=True)
    rows = list(db.quotations(Filter(sort="article")))
    assert [(row.text, row.status) for row in rows] == [
        ("Le gué est fermé", Status.CONFIRMED),
        ("vrai gâchis", Status.AUTO),
    ]
    assert [one.recorded for one in db.judged(Filter())] == [True]


def test_a_date_that_the_user_gives_counts(db, gold):
    ingest_annotated(db, annotated(gold), options=Options(date="2020", outlet="Le Fonds"))
    (article,) = db.articles(Filter())
    assert (article.date, article.outlet) == ("2020", "Le Fonds")


def test_the_sample_annotation_is_stored_as_it_is(db):
    path = sample_articles() / "gold.jsonl"
    every = [one for article in annotated(path) for one in article.quotations]
    wanted = {(one.start, one.end) for one in every if one.kind is not Kind.TERM}
    ingest_annotated(db, annotated(path))
    assert {(row.start, row.end) for row in db.quotations(Filter())} == wanted


def test_the_command_takes_gold_and_brat(gold, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke
    assert run(cli, ["ingest", "--gold", "gold.jsonl"]).exit_code == 0
    assert run(cli, ["export", "--format", "brat", "-o", "brat"]).exit_code == 0
    Path("brat/extra.txt").write_text("« Oui »")
    Path("brat/extra.ann").write_text("T1\tVille 2 5\tOui\n")
    done = run(cli, ["ingest", "--gold", "brat", "--db", "other.db"])
    assert done.stderr.splitlines() == [
        "left out: labels that mean nothing here: Ville (1)",
        "2 articles read: 2 added, 0 replaced, 0 unchanged, 0 failed; 1 quotation stored in other.db",
    ]


def test_what_is_no_annotation_makes_no_database(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.jsonl").write_text('{"text": "« Oui », dit-elle."}\n')
    done = CliRunner().invoke(cli, ["ingest", "--gold", "a.jsonl"])
    assert done.exit_code == 1
    assert done.stderr.startswith("quotes: a.jsonl, line 1: id must be a name or a number")
    assert not Path("quotes.db").exists()
