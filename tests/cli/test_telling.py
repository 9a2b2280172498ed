"""`--quiet`, `--verbose` and `NO_COLOR`, before or after the command."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

COUNTS = "2 articles read: 2 added, 0 replaced, 0 unchanged, 0 failed; 3 quotations stored in quotes.db\n"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [([], [], COUNTS), (["-q"], [], ""), ([], ["-q"], ""), (["--quiet"], [], ""), (["-v"], ["-q"], "")],
)
def test_quiet_leaves_out_counts(run, articles, before, after, told):
    result = run(*before, "ingest", str(articles), *after)
    assert (result.exit_code, result.stderr) == (0, told)


def test_quiet_leaves_out_hints_and_keeps_the_answer(run, ingested):
    assert run("list", "--topic", "tranports").stderr.startswith("No quotation matches.\nNo topic like")
    assert run("-q", "list", "--topic", "tranports").stderr == ""
    assert run("list", "-q").stdout == run("list").stdout != ""


def test_quiet_keeps_failures(run, articles):
    (articles / "vide.jsonl").write_text("{")
    result = run("-q", "ingest", str(articles))
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "vide.jsonl" in result.stderr


def test_quiet_holds_below_a_group(run, ingested):
    assert run("db", "upgrade", "-q").exit_code == 0


def test_verbose_tells_what_became_of_each_article(run, articles):
    opened, lait, pont, done, counts = run("ingest", str(articles), "-v").stderr.splitlines()
    assert opened == "quotes.db: open"
    assert (lait, pont) == (f"{articles}/lait.txt: added", f"{articles}/pont.txt: added")
    assert done.startswith("quotes.db: done in ")
    assert counts == COUNTS.strip()


@pytest.mark.parametrize(("value", "coloured"), [(None, True), ("", True), ("1", False), ("0", False)])
def test_no_color_on_a_terminal(value, coloured):
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    if value is not None:
        environment["NO_COLOR"] = value
    screen, terminal = os.openpty()
    subprocess.run(
        [sys.executable, "-m", "quotes", "extract", "--explain"],
        input="« Non », dit Anne Roy.".encode(),
        stdout=terminal,
        env=environment,
        check=True,
    )
    os.close(terminal)
    assert (b"\x1b[" in os.read(screen, 10_000)) == coloured
    os.close(screen)
