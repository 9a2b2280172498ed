"""`quotes.open`: the database asked from Python."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import quotes
from quotes.database import Database
from quotes.ingest import ingest
from quotes.model import SpeakerKind
from quotes.storage import Database as Stored
from quotes.storage import StorageError

ARTICLES = {
    "pont.txt": """---
title: Le pont rouvre
date: 2024-10-30
outlet: La Gazette
topics: [transports]
---
« Nous rouvrirons le pont lundi », a déclaré la maire de Blois, Anne Roy.

Elle promet un pont « plus large ».
""",
    "lait.txt": """---
title: Le lait au plus bas
date: 2023-05
outlet: Le Courrier
topics: [élevage]
---
« Le prix ne couvre pas nos coûts », a affirmé Pierre Martin, éleveur à Laval.
""",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with Stored.open(tmp_path / "quotes.db", create=True) as db:
        ingest(db, [tmp_path / name for name in ARTICLES])
    return tmp_path / "quotes.db"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    with quotes.open(path) as db:
        yield db


@pytest.mark.parametrize(
    ("conditions", "texts"),
    [
        ({}, ["Nous rouvrirons le pont lundi", "plus large", "Le prix ne couvre pas nos coûts"]),
        ({"speaker": "roy"}, ["Nous rouvrirons le pont lundi", "plus large"]),
        ({"speaker": "roy", "kind": "partial"}, ["plus large"]),
        ({"kind": ["partial", "direct"], "limit": 1}, ["Nous rouvrirons le pont lundi"]),
        ({"since": "2024"}, ["Nous rouvrirons le pont lundi", "plus large"]),
        ({"until": date(2024, 1, 1)}, ["Le prix ne couvre pas nos coûts"]),
        ({"on": "mai 2023"}, ["Le prix ne couvre pas nos coûts"]),
        ({"on": "2022..2023"}, ["Le prix ne couvre pas nos coûts"]),
        ({"topic": "ELEVAGE"}, ["Le prix ne couvre pas nos coûts"]),
        ({"topic": ["élevage", "transports"], "all_topics": True}, []),
        ({"outlet": "courrier"}, ["Le prix ne couvre pas nos coûts"]),
        ({"min_confidence": 1.0}, []),
        ({"speaker": None, "sort": "article", "limit": 1}, ["Nous rouvrirons le pont lundi"]),
    ],
)
def test_conditions_are_those_of_the_command_line(db, conditions, texts):
    assert [row.text for row in db.quotations(**conditions)] == texts


def test_a_row_has_the_columns_of_the_view(db):
    [row] = db.quotations(speaker="martin")
    assert (row.date, row.speaker, row.speaker_kind, row.role, row.cue, row.outlet, row.title) == (
        "2023-05",
        "Pierre Martin",
        SpeakerKind.PERSON,
        "éleveur à Laval",
        "a affirmé",
        "Le Courrier",
        "Le lait au plus bas",
    )


def test_counting(db):
    assert (db.count(), db.count(speaker="roy"), db.count(speaker="personne")) == (3, 2, 0)


def test_what_somebody_talks_of(db):
    assert "transports" in [row.topic for row in db.topics(speaker="roy")]


@pytest.mark.parametrize(
    ("conditions", "problem", "message"),
    [
        ({"since": "bientôt"}, ValueError, "since: 'bientôt' is not a date; write YYYY"),
        ({"kind": "oral"}, ValueError, "kind: 'oral' is none of direct, partial, term"),
        ({"min_confidence": 2}, ValueError, "min_confidence: 2 is not between 0 and 1"),
        ({"speaker": "-"}, ValueError, "speaker: '-' has no letter"),
        ({"spekaer": "roy"}, TypeError, "spekaer: no such condition; there are speaker, since"),
    ],
)
def test_a_condition_that_cannot_be_meant(db, conditions, problem, message):
    with pytest.raises(problem, match=message):
        db.count(**conditions)


def test_a_database_that_is_not_there(tmp_path):
    with pytest.raises(StorageError, match="no such database; `quotes ingest PATH` creates it"):
        quotes.open(tmp_path / "nowhere.db")
    assert list(tmp_path.iterdir()) == []


def test_a_path_may_be_a_string(path):
    with quotes.open(str(path)) as db:
        assert db.count() == 3


def test_types_are_published():
    assert (Path(quotes.__file__).parent / "py.typed").exists()


def test_the_door_costs_nothing_until_it_is_opened():
    code = "import quotes, sys; quotes.open; sys.exit(bool({'sqlalchemy', 'click'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
