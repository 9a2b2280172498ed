"""The state of a database file, its copies, its health, its schema."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from storage_samples import PORT, in_another_process, port_quotations

from quotes.storage import Database, Filter, Verdict, migrate, upkeep
from quotes.storage.checking import problems
from quotes.storage.ddl import annotated
from quotes.storage.errors import StorageError


@pytest.fixture
def port(db: Database) -> Database:
    db.save(PORT, port_quotations(), parser="7")
    return db


def test_the_condition_of_a_database(port: Database) -> None:
    port.decide(1, Verdict())
    found = upkeep.condition(port.path)
    assert (found.revision, found.state) == (upkeep.revision(port.path), "current")
    assert (found.articles, found.quotations, found.terms, found.speakers) == (1, 2, 1, 2)
    assert (found.decisions, found.parsers) == ({"confirmed": 1}, {"7": 1})
    assert found.size >= port.path.stat().st_size > 0


@pytest.mark.parametrize("revision", ["0001", "0002", "0003"])
def test_the_condition_of_an_older_database(port: Database, revision: str) -> None:
    migrate.downgrade(port.path, revision)
    found = upkeep.condition(port.path)
    assert (found.revision, found.state, found.quotations) == (revision, "older", 2)


def test_the_condition_of_a_newer_database(port: Database, sql: sqlite3.Connection) -> None:
    sql.execute("UPDATE alembic_version SET version_num = '9999'")
    assert upkeep.condition(port.path).state == "newer"


def test_a_copy_is_whole_while_somebody_writes(port: Database, sql: sqlite3.Connection) -> None:
    sql.execute("BEGIN IMMEDIATE")
    sql.execute("UPDATE quotation SET status = 'rejected'")
    copies = [upkeep.back_up(port.path), upkeep.back_up(port.path)]
    assert copies[0] != copies[1]
    for copy in copies:
        assert copy.parent == port.path.parent
        with Database.open(copy) as db:
            assert db.count(Filter()) == 2


def test_a_copy_that_cannot_be_made_is_told() -> None:
    with tempfile.TemporaryDirectory() as name:  # other users may not enter that of the other tests
        folder = Path(name)
        migrate.upgrade(folder / "quotes.db")
        folder.chmod(0o555)

        def work() -> None:
            with pytest.raises(StorageError, match=r"\.bak: cannot be written .*--no-backup"):
                upkeep.back_up(folder / "quotes.db")

        in_another_process(work, as_nobody=True)
        folder.chmod(0o755)


def test_vacuum_gives_back_what_was_removed(port: Database, sql: sqlite3.Connection) -> None:
    sql.execute("CREATE TABLE ballast (words)")
    sql.execute("INSERT INTO ballast VALUES (zeroblob(500000))")
    sql.execute("DROP TABLE ballast")
    assert upkeep.condition(port.path).free > 400_000
    before, after = upkeep.vacuum(port.path)
    assert before - after > 400_000
    assert upkeep.condition(port.path).free == 0
    assert port.count(Filter()) == 2


def test_a_whole_database_has_no_problem(port: Database) -> None:
    assert list(problems(port.path)) == []


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE quotation SET start = start + 1 WHERE id = 1", "quotation 1: its quotation is not what"),
        ("UPDATE quotation SET mention = 'le maire' WHERE id = 1", "quotation 1: its mention is not what"),
        ("UPDATE quotation SET cue = 'a crié' WHERE id = 1", "quotation 1: its cue is not what stands in"),
        ("UPDATE quotation SET said_when = 'hier', said_when_start = 0, said_when_end = 4 WHERE id = 1",
         "quotation 1: its time is not what stands in article 1 from 0 to 4"),
        ("UPDATE article SET text = 'x' || text", "quotation 3: its quotation is not what stands"),
        ("DELETE FROM speaker WHERE id = 1", "quotation 1: refers to a speaker that is not there"),
        ("INSERT INTO quotation_fts (quotation_fts) VALUES ('delete-all')", "quotation_fts: the search"),
        ("INSERT INTO topic_parts (topic_parts) VALUES ('delete-all')", "topic_parts: the search"),
        ("INSERT INTO speaker_parts (speaker_parts) VALUES ('delete-all')", "speaker_parts: the search"),
    ],
)  # fmt: skip
def test_each_problem_is_found(port: Database, damage: str, told: str) -> None:
    with closing(sqlite3.connect(port.path)) as sql:  # foreign keys are off here
        sql.execute(damage)
        sql.commit()
    found = list(problems(port.path))
    assert any(told in problem for problem in found), found
    assert all("\n" not in problem for problem in found)


def test_a_search_index_out_of_step_is_found_and_mended(port: Database, sql: sqlite3.Connection) -> None:
    sql.execute("DROP TRIGGER quotation_fts_update")
    sql.execute("UPDATE quotation SET text_folded = 'autre chose' WHERE id = 1")
    (problem,) = problems(port.path)
    sql.execute(problem.partition("with the SQL ")[2])
    assert list(problems(port.path)) == []


def test_a_damaged_file_is_found(port: Database) -> None:
    port.close()
    content = bytearray(port.path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 8192] = b"\xff" * 8192
    port.path.write_bytes(content)
    assert damage_told(port.path)


def damage_told(path: Path) -> bool:
    try:
        return list(problems(path)) != []
    except StorageError as error:  # when not even the check can read it
        return "is damaged" in str(error)


def test_a_cue_may_leave_out_its_pronoun(db: Database) -> None:
    from quotes import extract
    from quotes.model import Article

    article = Article("Anne Roy arrive. « Nous irons », a-t-elle déclaré.", source="a.txt")
    found = extract(article)
    assert [one.cue.text for one in found if one.cue] == ["a déclaré"]
    db.save(article, found, parser="1")
    assert list(problems(db.path)) == []


def test_the_annotated_schema_is_the_schema(db: Database) -> None:
    def objects(sql: sqlite3.Connection) -> dict[str, str]:
        rows = sql.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        plain = ("\n".join(line.partition("--")[0] for line in text.splitlines()) for _, text in rows)
        return {
            name: "".join(text.split())
            for (name, _), text in zip(rows, plain, strict=True)
            if name != "alembic_version"
        }

    with closing(sqlite3.connect(":memory:")) as written, closing(sqlite3.connect(db.path)) as real:
        written.executescript(annotated())
        assert objects(written) == objects(real)


def test_the_annotated_schema_says_what_every_column_means() -> None:
    lines = annotated().splitlines()
    place = lines.index("  machine_rule TEXT,")
    assert lines[place - 1] == "  -- The rule by which the parser found the speaker"
    assert "  -- Who published the article" in lines
