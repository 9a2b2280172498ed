"""Rows as a table that fits a width, or as Markdown."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tabulate import tabulate

from quotes.model import Span

#: the one column that gives way when the width is short, the first there is, with its least width
_FLEXIBLE = {"text": 24, "context": 24, "excerpt": 24, "role": 10}
#: the share of the width that another column may take: one part in so many
_SHARE = {"outlet": 6, "outlets": 6, "name": 5, "bar": 1, "changed": 2}
_ANY_SHARE = 4
_GAP = len("  ")
#: what a cell that is cut ends with
_MORE = " …"
#: tabulate makes a column at least so much wider than its name
_HEADER_PADDING = 2
#: line ends, tabs, control characters and what turns lines around: they would break the table, or drive
#: the terminal
_UNPRINTABLE = re.compile(r"[ \x00-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")

#: where in a cell something stands that should catch the eye
Find = Callable[[str], Sequence[Span]]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What to make stand out in the column that gives way, and how (None: it is only kept in view)."""

    find: Find
    look: Callable[[str], str] | None = None


def table_lines(
    columns: Sequence[str],
    records: Iterable[Sequence[Any]],
    headers: bool = True,
    width: int | None = None,
    max_lines: int = 1,
    *,
    rule: bool = False,
    emphasis: Emphasis | None = None,
) -> Iterator[str]:
    """The lines of a table at most `width` wide; None: as wide as it takes, and nothing stands out."""
    cells = [[_cell(value) for value in record] for record in records]
    if not cells:
        return
    if width is not None:
        cells = _fitted(columns, cells, width, max_lines, emphasis)
    table = tabulate(
        cells,
        headers=columns if headers else (),
        tablefmt="simple" if rule and headers else "plain",
        disable_numparse=True,
    )
    for line in table.splitlines():
        yield line.rstrip() + "\n"


def markdown_lines(
    columns: Sequence[str], records: Iterable[Sequence[Any]], emphasis: Emphasis | None = None
) -> Iterator[str]:
    """The lines of a Markdown table; what should stand out is bold."""
    bold = emphasis and Emphasis(emphasis.find, lambda words: f"**{words}**")
    cells = [
        [
            (_emphasised([cell], cell, bold)[0] if column in _FLEXIBLE else cell).replace("|", r"\|")
            for cell, column in zip(map(_cell, record), columns, strict=True)
        ]
        for record in records
    ]
    yield tabulate(cells, headers=columns, tablefmt="github", disable_numparse=True) + "\n"


def _cell(value: Any) -> str:
    return "" if value is None else _UNPRINTABLE.sub(" ", str(value)).strip()


def _fitted(
    columns: Sequence[str],
    cells: list[list[str]],
    width: int,
    max_lines: int,
    emphasis: Emphasis | None = None,
) -> list[list[str]]:
    """The cells, shortened or wrapped so that the columns stand side by side within `width`."""
    taken = [
        max(
            len(column) + _HEADER_PADDING,
            min(width // _SHARE.get(column, _ANY_SHARE), max(len(row[place]) for row in cells)),
        )
        for place, column in enumerate(columns)
    ]
    flexible = next((column for column in _FLEXIBLE if column in columns), None)
    others = sum(size + _GAP for size, column in zip(taken, columns, strict=True) if column != flexible)
    sizes = [
        max(_FLEXIBLE[column], width - others) if column == flexible else size
        for size, column in zip(taken, columns, strict=True)
    ]
    return [
        [
            _wrapped(cell, size, max_lines, emphasis) if column == flexible else _cut(cell, size)
            for cell, size, column in zip(row, sizes, columns, strict=True)
        ]
        for row in cells
    ]


def _cut(cell: str, size: int) -> str:
    return cell if len(cell) <= size else cell[: size - 1] + "…"


def _wrapped(cell: str, size: int, max_lines: int, emphasis: Emphasis | None) -> str:
    if emphasis:
        cell = _in_view(cell, size, max_lines, emphasis)
    lines = textwrap.wrap(cell, size, max_lines=max_lines, placeholder=_MORE, break_on_hyphens=False)
    return "\n".join(_emphasised(lines, cell, emphasis))


def _in_view(cell: str, size: int, max_lines: int, emphasis: Emphasis) -> str:
    """The cell from a little before what should stand out, if that would be cut off."""
    first = next(iter(emphasis.find(cell)), None)
    if first is None or first.end + len(_MORE) < size * max_lines - size // 2:
        return cell
    start = cell.find(" ", max(0, first.start - size // 2), first.start) + 1 or first.start
    return f"{_MORE.strip()} {cell[start:]}"


def _emphasised(lines: list[str], cell: str, emphasis: Emphasis | None) -> list[str]:
    """The lines of a wrapped cell with what should stand out in its look."""
    if emphasis is None or emphasis.look is None:
        return lines
    spans, position, done = emphasis.find(cell), 0, []
    for line in lines:
        words = line if cell.startswith(line, position) else line.removesuffix(_MORE)
        end = position + len(words)
        inside = [Span(max(position, one.start), min(end, one.end)) for one in spans]
        shown = ""
        for span in inside:
            if span.start < span.end:
                shown += cell[position : span.start] + emphasis.look(span.of(cell))
                position = span.end
        done.append(shown + cell[position:end] + line[len(words) :])
        position = end + cell.startswith(" ", end)
    return done
