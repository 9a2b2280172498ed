"""Several at one database: readers during a write, two creators, two writers."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from storage_samples import PORT, port_quotations

from quotes.model import Article
from quotes.storage import Database, Filter
from quotes.storage.engine import writing


def test_a_reader_sees_the_last_finished_state_during_a_write(db: Database) -> None:
    db.save(PORT, port_quotations(), parser="1")
    with Database.open(db.path) as reader, writing(db._engine) as connection:
        connection.exec_driver_sql("DELETE FROM quotation")
        assert reader.count(Filter()) == 2
    assert db.count(Filter()) == 0


def test_an_answer_that_is_being_read_does_not_change(db: Database) -> None:
    db.save(PORT, port_quotations(), parser="1")
    answer = db.quotations(Filter())
    first = next(answer)
    db.save(replace(PORT, text="Plus rien."), [], parser="1")
    assert [first.text, *(row.text for row in answer)] == [
        "La sœur cadette de Toulon mérite mieux",
        "un cœur sans bras",
    ]
    assert list(db.quotations(Filter())) == []


def test_an_answer_that_is_left_unread_holds_nothing_up(db: Database) -> None:
    db.save(PORT, port_quotations(), parser="1")
    for _ in range(30):
        next(db.quotations(Filter()))
    db.save(replace(PORT, text="Plus rien."), [], parser="1")


def test_an_interrupted_save_leaves_nothing(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("quotes.storage.topics.add", interrupt)
    with pytest.raises(KeyboardInterrupt):
        db.save(PORT, port_quotations(), parser="1")
    monkeypatch.undo()
    assert db.are_current([PORT]) == [False]
    assert db.count(Filter(kinds=("direct", "partial", "term"))) == 0


def _fill(path: Path, name: str, count: int) -> None:
    with Database.open(path, create=True, wait=30) as db:
        for number in range(count):
            article = Article(f"{PORT.text} {name} {number}", source=f"{name}{number}.txt")
            db.save(article, port_quotations(article), parser="1")


def test_two_programs_create_and_fill_one_database(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_fill, args=(path, name, 20)) for name in ("un", "deux")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    with Database.open(path) as db:
        assert db.count(Filter()) == 80


def test_filters_and_errors_cost_no_sqlalchemy() -> None:
    program = (
        "import sys; from quotes.storage import Filter, FilterError, Outcome, QuotationRow, StorageError; "
        "Filter(since='2024'); sys.exit('sqlalchemy' in sys.modules or 'alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_opening_a_database_that_is_there_costs_no_alembic(db: Database) -> None:
    program = (
        "import sys; from pathlib import Path; from quotes.storage import Database, Filter; "
        f"Database.open(Path({str(db.path)!r})).count(Filter()); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
