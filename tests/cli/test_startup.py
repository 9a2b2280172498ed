"""What a command does not load, so that it answers at once; how fast it does: `benchmarks/startup.py`."""

from __future__ import annotations

import subprocess
import sys

import pytest

#: everything but click and our own options
HEAVY = {"alembic", "jinja2", "quotes.model", "quotes.storage", "sqlalchemy", "tabulate"}
#: what reads, parses and stores articles, understands dates, or answers other questions
UNASKED = {
    "alembic",
    "jinja2",
    "quotes.archive",
    "quotes.dates",
    "quotes.parsing",
    "quotes.reading",
    "quotes.search",
    "quotes.storage.speaker_rows",
    "quotes.storage.stats",
    "quotes.storage.writer",
    "quotes.topics",
}


@pytest.mark.parametrize(
    ("command", "unwanted"),
    [
        (("--version",), HEAVY),
        (("--help",), HEAVY),
        (("list", "--speaker", "roy", "--limit", "10"), UNASKED),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, tuple) else "",
)
def test_a_command_loads_nothing_that_it_does_not_need(ingested, command, unwanted) -> None:
    program = (
        "import sys; from quotes.cli import main\n"
        "try: main()\n"
        f"finally: print(*sorted({unwanted!r} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program, *command], capture_output=True, text=True)
    assert (done.returncode, done.stderr.strip()) == (0, "")
