"""Ctrl-C ends a command in the middle, and says what was kept; no process outlives its parent."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from killing import digest, rows, run, sample_copies

from quotes.storage.checking import problems

#: articles that are stored together
BATCH = 50


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles that keep a command busy for seconds."""
    folder = tmp_path_factory.mktemp("many")
    sample_copies(folder, 12)
    return folder


def start(*arguments: str, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "quotes", *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        process_group=0,  # Ctrl-C goes to all processes of a group
    )


def wait_for_articles(db: Path, process: subprocess.Popen[str]) -> None:
    """Until some articles are stored."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        made = db.exists() and rows(db, "SELECT 1 FROM sqlite_master WHERE name = 'article'")
        if made and rows(db, "SELECT 1 FROM article LIMIT 1"):
            return
        time.sleep(0.02)
    pytest.fail(f"nothing was stored: {process.communicate()}")


def processes_of(group: int) -> list[int]:
    """The processes of a group that are alive."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, _, pgrp = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
            except OSError:
                continue
            if int(pgrp) == group and state != "Z":
                found.append(int(entry.name))
    return found


@pytest.mark.parametrize("workers", ["1", "2"])
def test_control_c_says_what_was_kept(workers: str, folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "quotes.db"
    process = start("ingest", "articles", "--db", str(db), "--workers", workers, folder=folder)
    wait_for_articles(db, process)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    kept = rows(db, "SELECT count(*) FROM article")[0][0]
    assert process.returncode == 130
    assert kept < len(list((folder / "articles").iterdir()))
    assert out == ""
    told, last = (line for line in err.splitlines() if line)
    # those that were stored at that very moment may not have been counted yet
    counted = re.search(r" (\d+) added", told)
    assert counted is not None
    assert kept - BATCH <= int(counted[1]) <= kept
    assert told.endswith("all of it is kept, run the command again to go on")
    assert last == "quotes: interrupted"
    assert list(problems(db)) == []
    assert processes_of(process.pid) == []


def test_what_was_interrupted_is_completed(folder: Path, tmp_path: Path) -> None:
    db, undisturbed = tmp_path / "quotes.db", tmp_path / "undisturbed.db"
    process = start("ingest", "articles", "--db", str(db), "--workers", "2", folder=folder)
    wait_for_articles(db, process)
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=30)
    run("ingest", "articles", "--db", db, folder=folder)
    run("ingest", "articles", "--db", undisturbed, "--workers", "1", folder=folder)
    assert digest(db) == digest(undisturbed)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to look processes up in")
def test_processes_end_with_the_one_that_started_them(folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "quotes.db"
    process = start("ingest", "articles", "--db", str(db), "--workers", "2", folder=folder)
    wait_for_articles(db, process)
    deadline = time.monotonic() + 20
    while len(processes_of(process.pid)) < 3 and time.monotonic() < deadline:
        time.sleep(0.02)
    process.kill()
    process.communicate(timeout=30)
    while processes_of(process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert processes_of(process.pid) == []


def test_a_process_that_is_ended_from_outside_is_told(folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "quotes.db"
    process = start("ingest", "articles", "--db", str(db), "--workers", "2", folder=folder)
    deadline = time.monotonic() + 60
    workers: list[int] = []
    while not workers and time.monotonic() < deadline:
        # the oldest of them looks after what they share
        workers = sorted(set(processes_of(process.pid)) - {process.pid})[1:]
    os.kill(workers[-1], signal.SIGKILL)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "added" in err
    assert err.splitlines()[-1].endswith("what is stored is kept, try again with --workers 1")
    assert list(problems(db)) == []
