"""`quotes reparse`, with a real interruption."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

QUOTES = [sys.executable, "-m", "quotes"]


def sql(*statements: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect("quotes.db", timeout=30)) as db:
        rows = [db.execute(statement).fetchall() for statement in statements]
        db.commit()
        return rows[-1]


def test_what_changed_is_counted_and_listed(run, ingested):
    sql(
        "UPDATE article SET parser = '0'",
        "UPDATE quotation SET speaker_id = NULL WHERE text LIKE 'Les travaux%'",
        "DELETE FROM quotation WHERE text LIKE 'Le prix%'",
    )
    counts = "2 articles parsed: 1 same, 1 new, 0 gone, 1 other speaker, 0 other kind, 0 kept"
    tried = run("reparse", "--dry-run", "--show")
    assert tried.stderr == f"{counts}; nothing was stored\n"
    result = run("reparse", "--show")
    assert (result.exit_code, result.stderr) == (0, f"{counts}\n")
    assert result.stdout == tried.stdout
    assert sorted(result.stdout.splitlines()) == [
        "new           article 1  Le prix ne couvre pas nos coûts  (direct, Pierre Martin)",
        "other speaker article 2  Les travaux sont terminés  (direct, nobody → direct, Anne Roy)",
    ]
    assert run("reparse").stderr == (
        "nothing to parse: this parser has read every article (--all parses them again)\n"
    )
    assert run("reparse", "--all").stderr.startswith("2 articles parsed: 3 same, 0 new")


def test_control_c_keeps_what_is_done_and_the_next_run_goes_on(run):
    said = "\n\n".join(f"« Nous l'avons dit {n} fois », a déclaré Anne Roy." for n in range(60))
    Path("articles").mkdir()
    for number in range(60):
        Path(f"articles/{number:02}.txt").write_text(f"Article {number}.\n\n{said}")
    run("ingest", "articles")
    before = sql("SELECT id, text, start, speaker_id FROM quotation ORDER BY id")
    sql("UPDATE article SET parser = '0'")
    running = subprocess.Popen([*QUOTES, "reparse"], stderr=subprocess.PIPE, text=True)
    left = "SELECT count(*) FROM article WHERE parser = '0'"
    deadline = time.monotonic() + 60
    while sql(left) == [(60,)] and time.monotonic() < deadline:
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate()
    ((rest,),) = sql(left)
    assert 0 < rest < 60, told
    assert running.returncode == 130
    # the one that was stored at that very moment may not have been counted yet
    assert any(f"{left} articles left; `quotes reparse` goes on" in told for left in (rest, rest + 1))
    assert told.endswith("quotes: interrupted\n")
    assert sql("PRAGMA integrity_check") == [("ok",)]
    assert run("db", "check").exit_code == 0
    assert run("reparse").stderr.startswith(f"{rest} articles parsed: ")
    assert sql("SELECT id, text, start, speaker_id FROM quotation ORDER BY id") == before


def test_with_all_the_way_on_is_told(run, ingested):
    assert run("reparse", "--all", "--from", "2").stderr.startswith("1 article parsed: 2 same")
