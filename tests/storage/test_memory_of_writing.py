"""However much of a database one statement changes, little of it is held."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from quotes.storage import Database

_BALLAST = 60 * 2**20
_BEFORE = """
import resource, sys
from pathlib import Path
from quotes.storage import migrate, upkeep
from quotes.storage.engine import make_engine, writing
path = Path(sys.argv[1])
upkeep.condition(path)
held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
"""
_AFTER = "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held) * 1024)"


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in other units")
@pytest.mark.parametrize(
    "work",
    [
        "upkeep.vacuum(path)",
        "with writing(make_engine(path)) as connection:\n"
        "    connection.exec_driver_sql('UPDATE ballast SET number = number + 1')",
    ],
    ids=["vacuum", "a statement that changes every page"],
)
def test_little_is_held(db: Database, sql: sqlite3.Connection, work: str) -> None:
    sql.execute("CREATE TABLE ballast (number NOT NULL, words)")
    sql.execute(
        "WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < :rows) "
        "INSERT INTO ballast SELECT n, zeroblob(3000) FROM many",
        {"rows": _BALLAST // 3000},
    )
    assert _most_held(db.path, work) < _BALLAST / 2


def _most_held(path: Path, work: str) -> int:
    """How many bytes more a fresh process holds at most while it does `work`."""
    program = [sys.executable, "-c", f"{_BEFORE}{work}\n{_AFTER}", str(path)]
    return int(subprocess.run(program, check=True, capture_output=True, text=True).stdout)
