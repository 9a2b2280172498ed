"""Names for a shell to complete: at once, or none.

The driver alone is asked, read-only, since SQLAlchemy takes longer to load than a key press may.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from enum import Enum
from pathlib import Path

from quotes.folding import fold_name

#: seconds that may pass before the answer is given up
_PATIENCE = 0.3
#: names offered at most
_MOST = 50
#: names among which the commonest are looked for
_COMPARED = 500
#: steps of SQLite between two looks at the clock
_STEPS = 2000

_BEGINS = "(instr({folded}, :words) = 1 OR (:inside AND instr(' ' || {folded}, ' ' || :words) > 0))"


class Names(Enum):
    """What can be completed, with the query: the commonest first."""

    SPEAKERS = f"""
        SELECT name FROM (
          SELECT id, name FROM speaker WHERE {_BEGINS.format(folded="name_folded")} LIMIT {_COMPARED}
        ) AS found
        ORDER BY (SELECT count(*) FROM quotation WHERE speaker_id = found.id) DESC, name LIMIT {_MOST}"""  # noqa: S608
    # by folded name, which the index has: the rows themselves hold whole articles
    OUTLETS = f"""
        SELECT (SELECT outlet FROM article WHERE outlet_folded = found.outlet_folded LIMIT 1) FROM (
          SELECT outlet_folded, count(*) AS articles FROM article
          WHERE {_BEGINS.format(folded="outlet_folded")} GROUP BY outlet_folded
        ) AS found
        ORDER BY articles DESC, outlet_folded LIMIT {_MOST}"""  # noqa: S608
    TOPICS = f"""
        SELECT label FROM (
          SELECT id, label FROM topic WHERE {_BEGINS.format(folded="label_folded")}
          ORDER BY scheme = 'keyword' LIMIT {_COMPARED}
        ) AS found
        GROUP BY label
        ORDER BY sum((SELECT count(*) FROM article_topic WHERE topic_id = found.id)) DESC, label
        LIMIT {_MOST}"""  # noqa: S608


def names_beginning(path: Path, names: Names, words: str) -> list[str]:
    """Names that begin with `words`; if none does, those with a word that begins so.

    Accents and case do not count. Whatever fails, or takes too long, is answered with no name.
    """
    try:
        with closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)
        ) as connection:
            deadline = time.monotonic() + _PATIENCE
            connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)
            return _asked(connection, names, words, inside=False) or _asked(
                connection, names, words, inside=True
            )
    except (sqlite3.Error, ValueError):
        return []


def _asked(connection: sqlite3.Connection, names: Names, words: str, *, inside: bool) -> list[str]:
    answer = connection.execute(names.value, {"words": fold_name(words), "inside": inside})
    return [name for (name,) in answer]
