"""The whole schema as SQL with what each column means beside it: it can be read, and run."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from quotes.storage import fts, merge_triggers, parts, triggers, views
from quotes.storage.tables import metadata

_WIDTH = 100
_COLUMN = re.compile(r'^\s+"?(\w+)"? [A-Z]')
_OF_VIEW = re.compile(r'^ .* AS "?(\w+)"?,?$')


def annotated() -> str:
    """Every table, index, trigger and view, as the latest migration leaves them."""
    blocks = ["-- All dates are ISO 8601; offsets count characters of article.text from 0."]
    for table in metadata.sorted_tables:
        blocks.append("\n".join(_table(table)))
        blocks += [
            _statement(CreateIndex(index)) for index in sorted(table.indexes, key=lambda i: i.name or "")
        ]
    blocks.append("-- The search index, kept in step by triggers")
    blocks += [f"{statement};" for statement in fts.STATEMENTS.values()]
    blocks.append("-- The indexes of parts of names, kept in step by triggers")
    blocks += [f"{statement};" for statement in parts.STATEMENTS.values()]
    blocks.append("-- The date of a quotation, and what the parser said before a decision, kept by triggers")
    blocks += [f"{one};" for one in (*triggers.STATEMENTS.values(), *triggers.OF_DECISIONS.values())]
    blocks.append("-- Quotations under a merged name, brought to the speaker it stands for")
    blocks += [f"{one};" for one in merge_triggers.STATEMENTS.values()]
    blocks.append("\n".join(_view()))
    return "\n\n".join(blocks) + "\n"


def _table(table: Table) -> Iterator[str]:
    yield from _comment(table.comment or "", "")
    for line in _statement(CreateTable(table)).expandtabs(2).splitlines():
        column = _COLUMN.match(line)
        if column and column[1] in table.columns:
            yield from _comment(table.columns[column[1]].comment or "", "  ")
        yield line.rstrip()


def _view() -> Iterator[str]:
    yield from _comment("One row a quotation, with no join to write; without terms and what was rejected", "")
    for line in f"{views.QUOTES};".splitlines():
        column = _OF_VIEW.match(line)
        if column and column[1] in views.COLUMNS:
            yield from _comment(views.COLUMNS[column[1]], "  ")
        yield line


def _comment(text: str, indent: str) -> Iterator[str]:
    for line in textwrap.wrap(text, _WIDTH):
        yield f"{indent}-- {line}"


def _statement(one: CreateTable | CreateIndex) -> str:
    return str(one.compile(dialect=dialect())).strip() + ";"
