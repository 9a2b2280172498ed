"""Databases that earlier versions made and people decided in: up to date, and back, with all that is in them.

`revisions/` holds one file of each revision of the schema, as its version of the program wrote it: three
articles of ours, two decisions to confirm (one on words that have left the article since), two to correct,
one to reject; from 0005 on also two merged names and a name that a person gave.
"""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from quotes.cli import cli
from quotes.storage import Database, Filter
from quotes.storage.revisions import REVISIONS

HERE = Path(__file__).parent / "revisions"

#: what every version knows of an article, of a quotation, and of who said it
ARTICLES = "SELECT key, text, title, author, outlet, date, url, source, parser, ingested_at FROM article"
QUOTATIONS = (
    'SELECT a.key, q.id, q.start, q."end", q.text, q.kind, q.status, q.role, q.mention, q.cue, q.rule, '
    # of a decision, only some versions keep how sure the parser had been
    "CASE q.status WHEN 'auto' THEN q.confidence END, q.said_on, q.nested, s.name, s.kind FROM quotation q "
    "JOIN article a ON a.id = q.article_id LEFT JOIN speaker s ON s.id = q.speaker_id ORDER BY q.id"
)
DECIDED = [
    ("profondément", "confirmed", "partial", "Marc-Olivier Thériault"),
    ("n’a", "confirmed", "partial", "Daphnée Roy-Lapointe"),
    ("bee", "rejected", "partial", "anciens"),
    ("corvée", "corrected", "partial", None),
    ("Merci", "corrected", "direct", "Kylian"),
]


@pytest.fixture(params=REVISIONS)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A database of an earlier revision, in a folder of its own."""
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress((HERE / f"{request.param}.db.gz").read_bytes()))
    return path


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def quotes(*arguments: str, db: Path) -> str:
    done = CliRunner().invoke(cli, [*arguments, "--db", str(db)])
    assert done.exit_code == 0, done.output
    return done.stdout


def decided(path: Path) -> list[tuple[object, ...]]:
    found = rows(
        path,
        "SELECT q.text, q.status, q.kind, s.name FROM quotation q LEFT JOIN speaker s ON s.id = q.speaker_id "
        "WHERE q.status <> 'auto'",
    )
    return sorted((str(text).split()[0], *rest) for text, *rest in found)


def test_there_is_a_file_of_each_revision() -> None:
    assert sorted(path.name for path in HERE.iterdir()) == [f"{revision}.db.gz" for revision in REVISIONS]


def test_an_old_database_comes_up_to_date_with_all_that_is_in_it(old: Path) -> None:
    articles, quotations = rows(old, ARTICLES), rows(old, QUOTATIONS)
    quotes("db", "upgrade", db=old)
    assert rows(old, ARTICLES) == articles
    assert rows(old, QUOTATIONS) == quotations
    assert decided(old) == sorted(DECIDED)
    assert "no problem found" in quotes("db", "check", db=old)


def test_what_came_up_to_date_answers(old: Path) -> None:
    quotes("db", "upgrade", db=old)
    assert "profondément touché" in quotes("search", "profondement", db=old)
    assert "Le Fleuve" in quotes("search", "erables", "--in", "articles", db=old)
    with Database.open(old) as database:
        assert [row.status for row in database.quotations(Filter(speaker="theriault"))].count(
            "confirmed"
        ) == 1


def test_it_goes_back_to_the_first_revision_and_comes_again(old: Path) -> None:
    quotes("db", "upgrade", db=old)
    articles, quotations = rows(old, ARTICLES), rows(old, QUOTATIONS)
    quotes("db", "downgrade", REVISIONS[0], "--no-backup", db=old)
    assert rows(old, ARTICLES) == articles
    assert rows(old, QUOTATIONS) == quotations
    quotes("db", "upgrade", "--no-backup", db=old)
    assert rows(old, QUOTATIONS) == quotations
    assert decided(old) == sorted(DECIDED)
    assert "no problem found" in quotes("db", "check", db=old)


def test_a_decision_of_before_outlives_a_new_parser(old: Path) -> None:
    quotes("db", "upgrade", db=old)
    before = decided(old)
    quotes("reparse", "--all", db=old)
    assert decided(old) == before
