"""Rows as a table that fits a width, or as Markdown."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tabulate import tabulate

#: the one column that gives way when the width is short
_FLEXIBLE = "text"
_FLEXIBLE_MIN = 24
#: the share of the width that another column may take: one part in so many
_SHARE = {"outlet": 6, "changed": 2}
_ANY_SHARE = 4
_GAP = len("  ")
#: tabulate makes a column at least so much wider than its name
_HEADER_PADDING = 2
#: line ends, tabs and control characters: they would break the table, or drive the terminal
_UNPRINTABLE = re.compile(r"[ \x00-\x1f\x7f-\x9f\u2028\u2029]+")


def table_lines(
    columns: Sequence[str],
    records: Iterable[Sequence[Any]],
    headers: bool = True,
    width: int | None = None,
    max_lines: int = 1,
    *,
    rule: bool = False,
) -> Iterator[str]:
    """The lines of a table at most `width` wide; None: as wide as it takes."""
    cells = [[_cell(value) for value in record] for record in records]
    if not cells:
        return
    if width is not None:
        cells = _fitted(columns, cells, width, max_lines)
    table = tabulate(
        cells,
        headers=columns if headers else (),
        tablefmt="simple" if rule and headers else "plain",
        disable_numparse=True,
    )
    for line in table.splitlines():
        yield line.rstrip() + "\n"


def markdown_lines(columns: Sequence[str], records: Iterable[Sequence[Any]]) -> Iterator[str]:
    """The lines of a Markdown table."""
    cells = [[_cell(value).replace("|", r"\|") for value in record] for record in records]
    yield tabulate(cells, headers=columns, tablefmt="github", disable_numparse=True) + "\n"


def _cell(value: Any) -> str:
    return "" if value is None else _UNPRINTABLE.sub(" ", str(value)).strip()


def _fitted(columns: Sequence[str], cells: list[list[str]], width: int, max_lines: int) -> list[list[str]]:
    """The cells, shortened or wrapped so that the columns stand side by side within `width`."""
    taken = [
        max(
            len(column) + _HEADER_PADDING,
            min(width // _SHARE.get(column, _ANY_SHARE), max(len(row[place]) for row in cells)),
        )
        for place, column in enumerate(columns)
    ]
    others = sum(size + _GAP for size, column in zip(taken, columns, strict=True) if column != _FLEXIBLE)
    sizes = [
        max(_FLEXIBLE_MIN, width - others) if column == _FLEXIBLE else size
        for size, column in zip(taken, columns, strict=True)
    ]
    return [
        [
            _wrapped(cell, size, max_lines) if column == _FLEXIBLE else _cut(cell, size)
            for cell, size, column in zip(row, sizes, columns, strict=True)
        ]
        for row in cells
    ]


def _cut(cell: str, size: int) -> str:
    return cell if len(cell) <= size else cell[: size - 1] + "…"


def _wrapped(cell: str, size: int, max_lines: int) -> str:
    return "\n".join(textwrap.wrap(cell, size, max_lines=max_lines, placeholder=" …", break_on_hyphens=False))
