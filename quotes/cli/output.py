"""How rows are written: the `--format` and `--no-headers` options and their formats.

On a terminal the table has a rule under its header, fits the width, and wraps a long text over
a few lines; what is long goes through a pager (see `pager`). Piped, it is plain: a line a row so that
grep works, nothing cut (unless COLUMNS says how wide to be). The other formats are the same everywhere
and give every column.
"""

from __future__ import annotations

import csv
import dataclasses
import functools
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import click

from quotes.cli.pager import Pager, pager_option
from quotes.cli.passage import MATCH, colours_wanted
from quotes.cli.table import Emphasis, Find, markdown_lines, table_lines

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "markdown")
_WRAPPED_LINES = 3


def output_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of output; it receives them as `out`."""

    @click.option(
        "--format",
        "format_",
        type=click.Choice(FORMATS),
        default="table",
        show_default=True,
        help="How to write the rows.",
    )
    @click.option("--no-headers", is_flag=True, help="Leave out the line of column names.")
    @pager_option
    @functools.wraps(command)
    def with_output(*args: Any, format_: str, no_headers: bool, pager: Pager, **kwargs: Any) -> None:
        command(*args, out=Output(format_, headers=not no_headers, pager=pager), **kwargs)

    return with_output


@dataclasses.dataclass(frozen=True, slots=True)
class Output:
    """Where rows of one dataclass go: standard output, in one of the formats."""

    format: str
    headers: bool = True
    pager: Pager = dataclasses.field(default_factory=Pager)

    def rows(
        self,
        kind: type[Any],
        rows: Iterable[Any],
        *,
        table: Sequence[str],
        find: Find | None = None,
        labels: Mapping[str, str] | None = None,
    ) -> int:
        """Write `rows` of dataclass `kind` and return how many; tables show only the columns `table`.

        What `find` finds in the text stands out on a terminal, and is bold in Markdown; piped tables and
        the other formats have the text as it is. `labels` gives columns other names than their fields have.
        """
        every = [field.name for field in dataclasses.fields(kind)]
        columns = table if self.format in ("table", "markdown") else every
        count = 0

        def records() -> Iterable[list[Any]]:
            nonlocal count
            for row in rows:
                count += 1
                yield [getattr(row, column) for column in columns]

        names = [(labels or {}).get(column, column) for column in columns]
        self.pager.write(self._lines(names, records(), find))
        return count

    def _lines(
        self, columns: Sequence[str], records: Iterable[list[Any]], find: Find | None
    ) -> Iterable[str]:
        match self.format:
            case "json":
                return _json(columns, records)
            case "jsonl":
                return (_object(columns, record) + "\n" for record in records)
            case "csv" | "tsv":
                return _delimited(columns, records, "," if self.format == "csv" else "\t", self.headers)
            case "markdown":
                return markdown_lines(columns, records, find and Emphasis(find))
        emphasis = find and Emphasis(find, MATCH.on if colours_wanted() else None)
        if sys.stdout.isatty():
            fits = shutil.get_terminal_size().columns
            return table_lines(
                columns, records, self.headers, fits, _WRAPPED_LINES, rule=True, emphasis=emphasis
            )
        asked = os.environ.get("COLUMNS", "")
        width = int(asked) if asked.isdigit() else None
        return table_lines(columns, records, self.headers, width, emphasis=emphasis)


def _object(columns: Sequence[str], record: list[Any]) -> str:
    return json.dumps(dict(zip(columns, record, strict=True)), ensure_ascii=False)


def _json(columns: Sequence[str], records: Iterable[list[Any]]) -> Iterable[str]:
    """One array, an object a line, written as the rows come."""
    separator = "[\n"
    for record in records:
        yield separator + _object(columns, record)
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


class _Lines:
    """What the csv module writes to: it hands each line back."""

    @staticmethod
    def write(line: str) -> str:
        return line


def _delimited(
    columns: Sequence[str], records: Iterable[list[Any]], delimiter: str, headers: bool
) -> Iterable[str]:
    writer = csv.writer(_Lines(), delimiter=delimiter, lineterminator="\n")
    if headers:
        yield str(writer.writerow(columns))
    for record in records:
        yield str(writer.writerow(record))
