"""Whether a database is whole: the file, its references, its search indexes, its offsets."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from quotes.storage.engine import WAIT
from quotes.storage.errors import shown
from quotes.storage.revisions import State, refusal
from quotes.storage.upkeep import opened

#: what has offsets into the article: name → the column of its words, of its start and of its end
_PARTS = {
    "quotation": ("text", "start", '"end"'),
    "mention": ("mention", "mention_start", "mention_end"),
    "cue": ("cue", "cue_start", "cue_end"),
    "time": ("said_when", "said_when_start", "said_when_end"),
}
_WORDS = re.compile(r"\w+")
#: SQLite stops after so many problems of one sort
_MOST = 100


def problems(path: Path, *, wait: float = WAIT) -> Iterator[str]:
    """Each problem of the database at `path` in a line; none when it is whole."""
    with opened(path, wait) as (connection, found):
        if found.state is not State.CURRENT:
            raise refusal(path, found.state)
        name = shown(path)
        for sort in (_integrity, _references, _indexes, _offsets):
            for problem in sort(connection):
                yield f"{name}: {problem}"


def _integrity(connection: sqlite3.Connection) -> Iterator[str]:
    for (line,) in connection.execute(f"PRAGMA integrity_check({_MOST})"):
        if line != "ok":
            yield " ".join(str(line).split())


def _references(connection: sqlite3.Connection) -> Iterator[str]:
    for table, row, target, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST):
        yield f"{table} {row}: refers to a {target} that is not there"


def _indexes(connection: sqlite3.Connection) -> Iterator[str]:
    """Each full-text index against the words it was made of."""
    made = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%' AND sql LIKE '%fts5%'"
    for (table,) in connection.execute(made).fetchall():
        try:
            # a command that is spelled as an insertion and inserts nothing; 1: look at the words, too
            connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
                raise
            sql = f"INSERT INTO {table} ({table}) VALUES ('rebuild')"  # noqa: S608
            yield f"{table}: the search index is out of step; mend it with the SQL {sql}"


def _offsets(connection: sqlite3.Connection) -> Iterator[str]:
    columns = ", ".join(f"quotation.{column}" for part in _PARTS.values() for column in part)
    rows = connection.execute(
        f"SELECT article_id, article.text, quotation.id, {columns} "  # noqa: S608
        "FROM quotation JOIN article ON article.id = article_id ORDER BY article_id"
    )
    for _, of_article in groupby(rows, key=itemgetter(0)):
        for article_id, text, id_, *values in of_article:
            for place, part in enumerate(_PARTS):
                words, start, end = values[3 * place : 3 * place + 3]
                if start is not None and not _stands(part, words, text[start:end]):
                    yield (
                        f"quotation {id_}: its {part} is not what stands in article {article_id} "
                        f"from {start} to {end}"
                    )


def _stands(part: str, words: str | None, there: str) -> bool:
    """Whether `there` are the words; of a cue, pronouns between its words are left out (*a-t-il dit*)."""
    if part != "cue":
        return words == there
    found = iter(_WORDS.findall(there))
    return all(word in found for word in _WORDS.findall(words or ""))
