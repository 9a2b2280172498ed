"""Alembic's environment: runs inside the one transaction that `quotes.storage.migrate` holds.

How to write the next migration
-------------------------------
1. Change `quotes/storage/tables.py` (or `fts.py`, `parts.py`, `triggers.py`, `merge_triggers.py`,
   `views.py`), run `alembic revision --rev-id 0002 -m "what it does"` (add `--autogenerate` for a first
   draft), and add `"0002"` to `REVISIONS` in `quotes/storage/revisions.py`. Write the statements out: a
   migration must do the same in ten years, so it imports nothing from `quotes.storage`.
2. Adding is cheap and safe: `op.add_column`, `op.create_index`, `op.create_table`.
3. For anything else SQLite makes the table anew, copies the rows and drops the old one
   (`op.batch_alter_table`). Three traps, each of which has cost data:

   * the table's **triggers are dropped without a word**: search index and dates then drift apart from the
     quotations. Make them again afterwards, all of them (see `fts.py`, `parts.py`, `triggers.py`,
     `merge_triggers.py`), and after any rewriting of text run
     `INSERT INTO quotation_fts (quotation_fts) VALUES ('rebuild')` (`article_fts`, and those of `parts.py`);
   * it **fails on a table that a view reads**, or a trigger of another table: `DROP VIEW quotes` first (and,
     for `article`, the view `article_words` and the triggers of `quotation` that keep dates), make them
     again last;
   * with foreign keys on, dropping the old table **deletes by cascade** what refers to it. They are off
     here, whichever way migrations are run (`migrating` in `quotes/storage/migrate.py`), and all
     references are checked before anything is kept. Do not turn them on.

4. STRICT tables stay so only if they are told to: pass `table_kwargs={"sqlite_strict": True}` to
   `batch_alter_table`. Reflection does not see the names of all constraints: pass `naming_convention`, and
   look at the result with `.schema`.
5. Tests compare the migrated database with the declared tables, statement by statement, and run every
   migration down and up again over a filled database.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection

from quotes.storage import fts, parts
from quotes.storage.errors import StorageError, translated
from quotes.storage.migrate import migrating
from quotes.storage.tables import Text, metadata


def include_object(_object: object, name: str | None, type_: str, _reflected: bool, _other: object) -> bool:
    """Leave out the search indexes and SQLite's tables for them: they are not ours to compare."""
    return not (type_ == "table" and name is not None and name.startswith((*fts.TABLES, *parts.TABLES)))


def render_item(_type: str, item: object, _autogen: object) -> str | Literal[False]:
    """Write our text type as plain TEXT: a migration imports nothing of ours."""
    return "sa.TEXT()" if isinstance(item, Text) else False


def configure(**how: Any) -> None:
    context.configure(
        target_metadata=metadata,
        include_object=include_object,
        render_item=render_item,
        # Alembic believes that SQLite cannot; it can, once the driver leaves transactions alone
        transactional_ddl=True,
        **how,
    )


def run(connection: Connection) -> None:
    configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()


def run_from_the_command_line() -> None:
    path = Path(os.environ.get("QUOTES_DB") or "quotes.db")
    try:
        with translated(path), migrating(path) as connection:
            run(connection)
    except StorageError as error:
        raise SystemExit(f"alembic: {error}") from error


if context.is_offline_mode():
    configure(dialect_name="sqlite", literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()
elif context.config.attributes.get("connection") is not None:
    run(context.config.attributes["connection"])
else:
    run_from_the_command_line()
