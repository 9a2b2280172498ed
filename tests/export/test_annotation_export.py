"""Gold JSON Lines and brat: what is exported scores the parser that made it as perfect."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from quotes.brat.standoff import read
from quotes.cli.corpus import sample_articles
from quotes.evaluation import annotated, evaluate_files
from quotes.export import FORMATS
from quotes.ingest import ingest
from quotes.model import Kind
from quotes.storage import Database, Filter, Verdict

LETTER = """---
title: L'été à Sète
outlet: La Gazette
date: 2024-10-30
---
« Nous irons,
a dit mardi Anne Roy, jusqu'au bout. »

« Et après ? », a-t-elle demandé mardi. Elle a parlé d'une « folie ». Le projet « Grand Large » attend.
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with Database.open(tmp_path_factory.mktemp("corpus") / "quotes.db", create=True) as database:
        ingest(database, [sample_articles()])
        yield database


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    (tmp_path / "lettre.txt").write_text(LETTER)
    with Database.open(tmp_path / "quotes.db", create=True) as database:
        ingest(database, [tmp_path / "lettre.txt"])
        yield database


def exported(database: Database, name: str, folder: Path, wanted: Filter | None = None) -> Path:
    if FORMATS[name].is_folder:
        path = folder / name
        path.mkdir()
        FORMATS[name].write(database, wanted or Filter(), path)
        return path
    path = folder / f"all.{name}.jsonl"
    with path.open("wb") as file:
        FORMATS[name].write(database, wanted or Filter(), file)
    return path


@pytest.mark.parametrize("name", ["gold", "brat"])
def test_the_parser_agrees_with_what_it_found(corpus, tmp_path, name):
    report = evaluate_files([exported(corpus, name, tmp_path)])
    assert report.strict.gold == corpus.count(Filter()) > 250
    assert report.strict.end_to_end.f1 == report.strict.kind == 1.0
    assert {pair for pair, times in report.confusion.items() if times} == {(kind, kind) for kind in Kind}


@pytest.mark.parametrize("name", ["gold", "brat"])
def test_places_and_interruptions_are_kept_to_the_character(corpus, tmp_path, name):
    found = {
        (article.text, one.start, one.end, one.nested, one.incises)
        for article in annotated(exported(corpus, name, tmp_path))
        for one in article.quotations
    }
    stored = {
        (article.text, one.span.start, one.span.end, one.nested, one.incises)
        for article in corpus.whole_articles(Filter(kinds=tuple(Kind)))
        for one in article.quotations
    }
    assert found == stored
    assert any(incises for *_, incises in found)


@pytest.mark.parametrize("name", ["gold", "brat"])
def test_terms_come_unless_kinds_are_asked_for(db, tmp_path, name):
    for wanted, kinds in ((Filter(), set(Kind)), (Filter(kinds=(Kind.PARTIAL,)), {Kind.PARTIAL})):
        (tmp_path / str(len(kinds))).mkdir()
        (article,) = annotated(exported(db, name, tmp_path / str(len(kinds)), wanted))
        assert {one.kind for one in article.quotations} == kinds


@pytest.mark.parametrize("name", ["gold", "brat"])
def test_what_persons_decided_is_exported(db, tmp_path, name):
    (row, *_) = db.quotations(Filter(kinds=(Kind.PARTIAL,)))
    db.decide(row.id, Verdict(speaker="Jean Kerbrat"))
    (article,) = annotated(exported(db, name, tmp_path))
    (folie,) = (one for one in article.quotations if one.kind is Kind.PARTIAL)
    assert (folie.speakers, folie.speaker_type) == (("Jean Kerbrat",), "person")


def test_gold_has_what_was_known_of_the_article(db, tmp_path):
    (article,) = annotated(exported(db, "gold", tmp_path))
    assert (article.title, article.outlet, article.date) == ("L'été à Sète", "La Gazette", "2024-10-30")
    assert "2024-10-29" in {one.said_on for one in article.quotations}


def test_brat_files_are_called_after_their_article(db, tmp_path):
    names = sorted(path.name for path in exported(db, "brat", tmp_path).iterdir())
    assert names == ["000001-l-ete-a-sete.ann", "000001-l-ete-a-sete.txt", "annotation.conf", "visual.conf"]


def test_every_stretch_stands_on_one_line(db, tmp_path):
    folder = exported(db, "brat", tmp_path)
    text = (folder / "000001-l-ete-a-sete.txt").read_bytes().decode()
    lines = (folder / "000001-l-ete-a-sete.ann").read_text().splitlines()
    standoff = read(lines, text)
    spans = [span for one in standoff.entities.values() for span in one.spans]
    assert not any("\n" in span.of(text) for span in spans)
    assert any(len(one.spans) > 1 for one in standoff.entities.values())
    assert text == LETTER.split("---\n")[2]


def test_every_label_that_is_used_can_be_chosen(corpus, tmp_path):
    folder = exported(corpus, "brat", tmp_path)
    settings = (folder / "annotation.conf").read_text()
    entities = settings.partition("[entities]\n")[2].partition("\n\n")[0].split("\n")
    used = set()
    for path in folder.glob("*.ann"):
        standoff = read(path.read_text().splitlines(), path.with_suffix(".txt").read_bytes().decode())
        assert {one.label for one in standoff.entities.values()} <= set(entities)
        used |= {f"{name}={value}" for (_, name), value in standoff.attributes.items() if value}
        assert {one.label for one in standoff.relations} <= {"Quoted_in", "Indicates", "Refers"}
    offered = re.findall(r"^(\w+)\tArg:\S+, Value:(.*)$", settings, re.MULTILINE)
    assert used <= {f"{name}={value}" for name, values in offered for value in values.split("|")}
    assert used
