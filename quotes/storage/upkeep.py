"""The state of a database file, whatever its revision, and what keeps it well: backup, check, vacuum.

Through SQLite's own connection: this must work for files that `Database.open` refuses.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from quotes.storage.engine import USE_FILES, WAIT, connect
from quotes.storage.errors import UnreachableError, shown, translated
from quotes.storage.revisions import Found, State, look, refusal

#: what counts as ours to look into
_KNOWN = (State.CURRENT, State.OLDER, State.NEWER)
_COUNTS = {
    "articles": "SELECT count(*) FROM article",
    "quotations": "SELECT count(*) FROM quotation "
    "WHERE kind <> 'term' AND status <> 'rejected' AND start IS NOT NULL",
    "terms": "SELECT count(*) FROM quotation WHERE kind = 'term'",
    "speakers": "SELECT count(*) FROM speaker",
}
_DECISIONS = "SELECT status, count(*) FROM quotation WHERE status <> 'auto' GROUP BY status ORDER BY status"
_PARSERS = "SELECT parser, count(*) FROM article GROUP BY parser ORDER BY parser"


@dataclass(frozen=True)
class Condition:
    """What there is to know about a database file without reading what is in it."""

    path: str
    #: bytes, of the write-ahead log too
    size: int
    revision: str
    #: current, older or newer than this program's
    state: str
    articles: int = 0
    quotations: int = 0
    terms: int = 0
    speakers: int = 0
    #: status → how many quotations
    decisions: dict[str, int] = field(default_factory=dict)
    #: version of the parser → how many articles it read last
    parsers: dict[str, int] = field(default_factory=dict)
    #: bytes that `vacuum` gives back
    free: int = 0


def condition(path: Path, *, wait: float = WAIT) -> Condition:
    """The state of the database at `path`, of whatever revision."""
    with opened(path, wait) as (connection, found):
        return Condition(
            path=shown(path),
            size=_size(path),
            revision=_revision(connection),
            state=found.state.name.lower(),
            **{name: _one(connection, query) for name, query in _COUNTS.items()},
            decisions=dict(connection.execute(_DECISIONS).fetchall()),
            parsers=dict(connection.execute(_PARSERS).fetchall()),
            free=_one(connection, "PRAGMA freelist_count") * _one(connection, "PRAGMA page_size"),
        )


def revision(path: Path, *, wait: float = WAIT) -> str:
    """The revision of the database at `path`."""
    with opened(path, wait) as (connection, _):
        return _revision(connection)


def back_up(path: Path, *, wait: float = WAIT) -> Path:
    """Copy the database to a new file beside it while others may use it; returns where.

    The name tells the revision and the time: `quotes.db.0003-20241030-141500.bak`.
    """
    with opened(path, wait) as (connection, _):
        stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
        name = f"{path}.{_revision(connection)}-{stamp}"
        copy = _unused(name)
        try:
            with closing(connect(copy, mode="rwc", wait=wait)) as target:
                connection.backup(target)
        except BaseException:
            copy.unlink(missing_ok=True)
            raise
        return copy


def vacuum(path: Path, *, wait: float = WAIT) -> tuple[int, int]:
    """Give unused space back to the disk; returns the size before and after, in bytes."""
    with opened(path, wait) as (connection, _):
        before = _size(path)
        connection.execute(USE_FILES)
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return before, _size(path)


@contextmanager
def opened(path: Path, wait: float) -> Iterator[tuple[sqlite3.Connection, Found]]:
    """A connection to the database at `path`, of whatever revision; raises a StorageError if it is none."""
    with translated(path):
        found = look(path, wait=wait)
        if found.state not in _KNOWN:
            raise refusal(path, found.state)
        with closing(connect(path, mode=found.mode, wait=wait)) as connection:
            yield connection, found


def _revision(connection: sqlite3.Connection) -> str:
    return str(_one(connection, "SELECT max(version_num) FROM alembic_version"))


def _one(connection: sqlite3.Connection, query: str) -> int:
    value: int = connection.execute(query).fetchone()[0]
    return value


def _size(path: Path) -> int:
    log = Path(f"{path}-wal")
    return path.stat().st_size + (log.stat().st_size if log.exists() else 0)


def _unused(name: str) -> Path:
    """A file that is not there yet, made at once so that no other backup takes it."""
    for number in range(100):
        copy = Path(f"{name}{f'-{number}' if number else ''}.bak")
        try:
            copy.open("xb").close()
        except FileExistsError:
            continue
        except OSError as error:
            raise UnreachableError(
                f"{shown(copy)}: cannot be written ({error.strerror}); make room, or go on with --no-backup"
            ) from error
        return copy
    raise UnreachableError(f"{shown(Path(name))}: too many backups of this second; try again")
