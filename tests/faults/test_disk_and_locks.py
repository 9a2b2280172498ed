"""A disk that fills up, files that may not be written, other programs at the same file: told, and no harm."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from killing import digest, rows, run, sample_copies

from quotes.storage.checking import problems


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("some")
    sample_copies(folder, 2)
    return folder


@pytest.fixture(scope="module")
def undisturbed(folder: Path) -> str:
    """What a database holds after nothing has gone wrong."""
    run("ingest", "articles", "--db", "undisturbed.db", folder=folder)
    return digest(folder / "undisturbed.db")


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "quotes.db"


def quotes(
    *arguments: str | Path, folder: Path, limit: int | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command; with a limit no file can become larger than so many bytes."""

    def limited() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    line = [sys.executable, "-m", "quotes", *map(str, arguments)]
    return subprocess.run(line, cwd=folder, capture_output=True, text=True, preexec_fn=limited, timeout=120)


def last_line(done: subprocess.CompletedProcess[str]) -> str:
    assert "Traceback" not in done.stderr
    return done.stderr.splitlines()[-1]


@pytest.mark.parametrize("share", [0.01, 0.2, 0.5, 0.8])
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_full_disk_keeps_what_was_there(
    share: float, workers: str, folder: Path, undisturbed: str, db: Path
) -> None:
    limit = int((folder / "undisturbed.db").stat().st_size * share)
    done = quotes("ingest", "articles", "--db", db, "--workers", workers, folder=folder, limit=limit)
    assert done.returncode == 1
    assert "the disk" in last_line(done)
    if db.exists() and rows(db, "SELECT 1 FROM sqlite_master WHERE name = 'quotes'"):
        assert list(problems(db)) == []
    run("ingest", "articles", "--db", db, folder=folder)
    assert digest(db) == undisturbed


def test_a_full_disk_leaves_no_half_export(folder: Path, undisturbed: str, tmp_path: Path) -> None:
    into = tmp_path / "all.csv"
    into.write_text("what was there")
    given = ("--db", folder / "undisturbed.db", "-o", into)
    done = quotes("export", "--format", "csv", *given, folder=folder, limit=60_000)
    assert done.returncode == 1
    assert "room" in last_line(done) or "large" in last_line(done)
    assert into.read_text() == "what was there"
    assert list(tmp_path.iterdir()) == [into]


def test_another_writer_is_waited_for(folder: Path, undisturbed: str, db: Path) -> None:
    run("ingest", "articles", "--db", db, folder=folder)
    with closing(sqlite3.connect(db, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM article")
        timer = threading.Timer(2, lambda: other.execute("ROLLBACK"))
        timer.start()
        began = time.monotonic()
        done = quotes("correct", "1", "--confirm", "--db", db, folder=folder)
        timer.join()
    assert done.returncode == 0, done.stderr
    assert time.monotonic() - began > 1.5
    assert rows(db, "SELECT status FROM quotation WHERE id = 1") == [("confirmed",)]


def test_a_writer_that_never_ends_is_named(folder: Path, undisturbed: str, db: Path) -> None:
    run("ingest", "articles", "--db", db, folder=folder)
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        done = quotes("correct", "1", "--confirm", "--db", db, folder=folder)
        reading = quotes("list", "--limit", "1", "--db", db, folder=folder)
    assert done.returncode == 1
    assert last_line(done).endswith("another program is writing to it; try again when it has finished")
    assert reading.returncode == 0
    assert digest(db) == undisturbed


def test_two_ingestions_at_once_make_one_database(folder: Path, undisturbed: str, db: Path) -> None:
    line = [sys.executable, "-m", "quotes", "ingest", "articles", "--db", str(db)]
    both = [subprocess.Popen(line, cwd=folder, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    told = [process.communicate(timeout=120)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    assert digest(db) == undisturbed
    assert list(problems(db)) == []


def test_readers_are_answered_while_somebody_writes(folder: Path, undisturbed: str, db: Path) -> None:
    run("ingest", "articles/0-01-guichet-de-montrevault.txt", "--db", db, folder=folder)
    line = [sys.executable, "-m", "quotes", "ingest", "articles", "--db", str(db)]
    answers = []
    with subprocess.Popen(line, cwd=folder, stderr=subprocess.DEVNULL) as writer:
        while writer.poll() is None:
            answers.append(quotes("list", "--limit", "3", "--format", "csv", "--db", db, folder=folder))
    assert writer.returncode == 0
    assert answers
    assert {answer.returncode for answer in answers} == {0}
    assert {len(answer.stdout.splitlines()) for answer in answers} == {4}


#: what a file called quotes.db may be instead → what is said of it
FILES = {
    "a text": (b"Oui.", "is not a database; name another file with --db"),
    "nothing": (b"", "the database is empty; `quotes ingest PATH` fills it"),
    "its head only": (b"SQLite format 3\x00", "is not a database; name another file with --db"),
}
ASKING = [
    ("list",),
    ("search", "maire"),
    ("show", "1"),
    ("article",),
    ("topics",),
    ("speakers",),
    ("stats", "--by", "speaker"),
    ("review",),
    ("correct", "1", "--confirm"),
    ("reparse",),
    ("export",),
    ("evaluate", "--reviewed"),
    ("db", "status"),
    ("db", "check"),
    ("db", "upgrade"),
    ("db", "vacuum"),
]


@pytest.mark.parametrize("arguments", ASKING, ids=" ".join)
@pytest.mark.parametrize("name", FILES)
def test_every_command_says_what_a_file_is_and_leaves_it(
    name: str, arguments: tuple[str, ...], db: Path
) -> None:
    content, said = FILES[name]
    db.write_bytes(content)
    done = quotes(*arguments, "--db", db, folder=db.parent)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"quotes: {db}: {said}\n")
    assert db.read_bytes() == content
    assert list(db.parent.iterdir()) == [db]


@pytest.mark.parametrize("part", [0.3, 0.5, 0.9])
def test_a_file_cut_short_is_not_made_worse(part: float, folder: Path, undisturbed: str, db: Path) -> None:
    whole = (folder / "undisturbed.db").read_bytes()
    cut = whole[: int(len(whole) * part)]
    db.write_bytes(cut)
    for arguments in (("list",), ("db", "check"), ("ingest", folder / "articles")):
        done = quotes(*arguments, "--db", db, folder=folder)
        assert "Traceback" not in done.stderr
        if done.returncode:
            assert "damaged" in done.stderr + done.stdout
    assert quotes("db", "check", "--db", db, folder=folder).returncode == 1
    assert db.read_bytes()[: len(cut) // 2] == cut[: len(cut) // 2]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_may_not_be_written(folder: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    done = quotes("ingest", "articles", "--db", tmp_path / "quotes.db", folder=folder)
    tmp_path.chmod(0o700)
    assert done.returncode == 1
    assert "check the permissions" in last_line(done)
