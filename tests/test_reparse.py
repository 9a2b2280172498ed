"""Stored articles are parsed again: what the parser says now is stored, decisions stay."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quotes.ingest import ingest
from quotes.parsing import VERSION
from quotes.reparse import Reparsed, reparse
from quotes.storage import Change, Database, Filter, Verdict

TEXTS = {
    "pont.txt": "« Nous rouvrirons lundi », a déclaré Anne Roy.\n\n« Enfin », a-t-elle ajouté.\n#Loire",
    "lait.txt": "« Le prix ne couvre rien », a affirmé Pierre Martin.",
    "gare.txt": "« On ferme », a annoncé Lise Coz. La « nouvelle gare » attendra.",
}


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text)
    with Database.open(tmp_path / "quotes.db", create=True) as database:
        ingest(database, [tmp_path])
        yield database


def sql(db: Database, *statements: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(db.path)) as connection:
        rows = [connection.execute(statement).fetchall() for statement in statements]
        connection.commit()
        return rows[-1]


def run(db: Database, **options: bool | int) -> tuple[Reparsed, list[Change]]:
    result, changes = Reparsed(), list[Change]()
    reparse(db, result, on_change=changes.append, **options)  # type: ignore[arg-type]
    return result, changes


def everything(db: Database) -> str:
    """All there is but the segments of the search index, which SQLite arranges as it likes."""
    with closing(sqlite3.connect(db.path)) as connection:
        return "\n".join(line for line in connection.iterdump() if '"quotation_fts_' not in line)


#: as if an older parser had read the articles, and had made these mistakes
MISTAKES = (
    "UPDATE article SET parser = '0'",
    "UPDATE quotation SET speaker_id = NULL WHERE text = 'Enfin'",
    "UPDATE quotation SET kind = 'partial' WHERE text = 'On ferme'",
    "UPDATE quotation SET kind = 'direct' WHERE text = 'nouvelle gare'",
    "DELETE FROM quotation WHERE text = 'Le prix ne couvre rien'",
)


def test_what_the_parser_says_now_takes_the_place_of_what_was_said(db: Database) -> None:
    before = [(row.text, row.kind, row.speaker, row.topics) for row in db.quotations(Filter())]
    ids = sql(db, *MISTAKES, "SELECT id FROM quotation WHERE text = 'Enfin'")
    result, changes = run(db)
    assert [(row.text, row.kind, row.speaker, row.topics) for row in db.quotations(Filter())] == before
    assert sql(db, "SELECT id FROM quotation WHERE text = 'Enfin'") == ids
    assert sorted((change.difference.value, change.text) for change in changes) == [
        ("new", "Le prix ne couvre rien"),
        ("other kind", "On ferme"),
        ("other kind", "nouvelle gare"),
        ("other speaker", "Enfin"),
        ("same", "Nous rouvrirons lundi"),
    ]
    assert (result.done, result.failed, result.next) == (3, 0, None)
    assert sql(db, "SELECT DISTINCT parser FROM article") == [(VERSION,)]


def test_parsing_again_with_the_same_parser_changes_nothing_at_all(db: Database) -> None:
    before = everything(db)
    result, changes = run(db, every=True)
    assert {change.difference for change in changes} == {"same"}
    assert result.done == 3
    assert everything(db) == before


def test_only_what_an_older_parser_read(db: Database) -> None:
    assert run(db)[0].total == 0
    sql(db, "UPDATE article SET parser = '0' WHERE source LIKE '%lait.txt'")
    assert run(db)[0].done == 1
    assert run(db)[0].total == 0


def test_a_trial_stores_nothing(db: Database) -> None:
    sql(db, *MISTAKES)
    before = everything(db)
    _, tried = run(db, keep=False)
    assert everything(db) == before
    assert run(db)[1] == tried


def test_decisions_stay(db: Database) -> None:
    ids = {row.text: row.id for row in db.quotations(Filter())}
    db.decide(ids["Enfin"], Verdict(speaker="Jean Coz"))
    db.decide(ids["On ferme"], Verdict(reject=True))
    sql(db, "UPDATE article SET parser = '0'")
    result, _ = run(db)
    assert result.differences["kept"] == 2
    assert {row.text: row.speaker for row in db.quotations(Filter())} == {
        "Enfin": "Jean Coz",
        "Nous rouvrirons lundi": "Anne Roy",
        "Le prix ne couvre rien": "Pierre Martin",
    }


def test_interrupted_it_keeps_what_is_done_and_goes_on_there(db: Database) -> None:
    sql(db, *MISTAKES)
    result = Reparsed()

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reparse(db, result, on_progress=stop)
    assert (result.done, result.next) == (2, 3)
    assert run(db)[0].done == 1


def test_every_article_from_one_on(db: Database) -> None:
    assert run(db, every=True, from_id=2)[0].done == 2


def test_an_article_replaced_meanwhile_is_left_alone(db: Database) -> None:
    article = db.stored_article(1)
    assert article is not None
    sql(db, "UPDATE article SET text = 'Autre texte.' WHERE id = 1")
    from quotes.topics import topics_of

    assert db.reparse(1, article, [], parser="9", topics=topics_of(article)) is None
    assert sql(db, "SELECT parser FROM article WHERE id = 1") == [(VERSION,)]
