"""Prints docs/schema.md, the published interface of the database, from its models.

Usage: python scripts/document_schema.py > docs/schema.md   (make docs does it)
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from sqlalchemy import CheckConstraint, Column, Table, UniqueConstraint

from quotes.storage import fts, parts, triggers, views
from quotes.storage.revisions import REVISIONS
from quotes.storage.tables import metadata

_HEAD = """# The schema

What a database of `quotes` holds, revision {revision}: the view and the tables are a published interface, to be read with any SQL. Made from the models by `make docs`; changes by hand are lost. Questions with their queries are in [sql.md](sql.md).

- Columns keep their names and their meaning. A change is a migration that keeps the data; `quotes db upgrade` runs it.
- Dates are ISO 8601 texts at the precision known: `2024`, `2024-10` and `2024-10-30` sort as they should, and `date >= '2024' AND date < '2025'` is all of 2024.
- Offsets count characters of `article.text` from 0: `substr(article.text, quotation.start + 1, quotation."end" - quotation.start)` is `quotation.text`. (`end` is a word of SQL: put it in double quotes.)
- Columns that end in `_folded` are without accents and case, for comparing: *Hélène* is `helene`.
- Every table is `STRICT`, every rule has a name. SQLite keeps foreign keys only where `PRAGMA foreign_keys = ON` was said on the connection: say it before you write.
- Read as you like, even while `quotes ingest` writes. A decision of yours is best made with the commands, which note it in `status`, so that no parser overwrites it.

| | what it holds |
|---|---|
| view [`quotes`](#view-quotes) | every quotation with speaker and article in one row: start here |
{contents}
"""

_VIEW = """## View `quotes`

One row for each quotation, with no join to write. Left out, and found in the table `quotation` only: terms, what a person rejected, and decisions whose words have left their article.

| column | meaning |
|---|---|
"""

_INDEX = """## Search index `{table}`

An FTS5 index over `quotation.text_folded`, kept in step by triggers. Its `rowid` is `quotation.id`; ask it for folded words:

```text
SELECT quotes.* FROM {table} JOIN quotes ON quotes.id = {table}.rowid WHERE {table} MATCH 'bassin' ORDER BY rank;
```

## Indexes of parts of names

FTS5 indexes of the tokenizer `trigram`, case-sensitive, kept in step by triggers: they tell in which rows three letters follow each other. `rowid` is the `id`.

| index | over |
|---|---|
{parts}

Whatever has all groups of three letters is to be looked at once more; what is sought has three letters at least:

```text
SELECT label FROM topic WHERE id IN (SELECT rowid FROM {topics} WHERE {topics} MATCH '"spo" AND "por" AND "ort"') AND instr(label_folded, 'sport') > 0;
```

## Triggers

The database keeps these true by itself, whoever writes: {triggers}.
"""


def document() -> str:
    """The whole description, in Markdown."""
    tables = metadata.sorted_tables
    contents = "\n".join(
        f"| [`{table.name}`](#table-{table.name}) | {_cell(table.comment)} |" for table in tables
    )
    view = _VIEW + "".join(f"| `{name}` | {_cell(meaning)} |\n" for name, meaning in views.COLUMNS.items())
    made = triggers.STATEMENTS | fts.STATEMENTS | parts.STATEMENTS
    names = sorted(name for name, statement in made.items() if statement.startswith("CREATE TRIGGER"))
    index = _INDEX.format(
        table=fts.TABLE,
        parts="\n".join(f"| `{one.name}` | {_of(one)} |" for one in parts.ALL),
        topics=parts.OF_TOPICS.name,
        triggers=", ".join(f"`{name}`" for name in names),
    )
    head = _HEAD.format(revision=REVISIONS[-1], contents=contents)
    return "\n".join([head, view, *map(_described, tables), index])


def _of(index: parts.Parts) -> str:
    return ", ".join(f"`{index.table}.{column}`" for column in index.columns)


def _described(table: Table) -> str:
    return "\n".join(_table_lines(table)) + "\n"


def _table_lines(table: Table) -> Iterator[str]:
    yield f"## Table `{table.name}`\n"
    yield f"{table.comment}.\n"
    yield "| column | type | meaning |\n|---|---|---|"
    for column in table.columns:
        yield f"| `{column.name}` | {_type(column)} | {_cell(column.comment)} |"
    if rules := list(_rules(table)):
        yield "\n" + "\n".join(f"- {rule}" for rule in rules)


def _type(column: Column[object]) -> str:
    said = [str(column.type.compile())]
    if column.primary_key:
        said.append("key")
    elif column.nullable:
        said.append("or null")
    said += [f"→ `{key.target_fullname}`" for key in column.foreign_keys]
    return ", ".join(said)


def _rules(table: Table) -> Iterator[str]:
    for rule in sorted(table.constraints, key=lambda rule: str(rule.name)):
        if isinstance(rule, UniqueConstraint):
            yield f"`{rule.name}`: no two rows have the same {', '.join(f'`{c.name}`' for c in rule.columns)}"
        elif isinstance(rule, CheckConstraint):
            yield f"`{rule.name}`: `{rule.sqltext}`"
    for index in sorted(table.indexes, key=lambda index: str(index.name)):
        some = index.dialect_options["sqlite"]["where"]
        where = "" if some is None else f", of rows with `{some}`"
        yield f"index `{index.name}` on {', '.join(f'`{column.name}`' for column in index.columns)}{where}"


def _cell(text: str | None) -> str:
    return (text or "").replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(document())
