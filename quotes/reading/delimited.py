"""CSV and TSV: an article a row under a row of names; commas, semicolons, tabs or bars between the cells."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from quotes.reading.drafts import MAX_ARTICLE, Draft, Input
from quotes.reading.encodings import UTF8
from quotes.reading.errors import ReadError
from quotes.reading.fields import FIELDS, has_text, surely_has_text, values
from quotes.reading.records import Records
from quotes.reading.streams import Line, text_lines

DELIMITERS = ";,\t|"
#: rows that are looked at to tell whether quote marks enclose cells
_LOOKED_AT = 50


def read_table(taken: Input) -> Iterator[Draft | ReadError]:
    """The articles of a table, and the rows that are none; raises ReadError when no column is a text."""
    csv.field_size_limit(MAX_ARTICLE)
    lines = _Lines(taken)
    first = next(lines, "")
    if first.lower().startswith("sep="):  # a spreadsheet's way to say which delimiter it used
        delimiter = first.strip()[4:] or "\t"
        first = next(lines, "")
    else:
        delimiter = delimiter_of(first)
    rows = _rows(taken, lines, first, delimiter)
    head = next(rows, None)
    if isinstance(head, ReadError):
        raise head
    columns = [name.strip() for name in head.cells] if head else []
    records = Records(taken, what="column")
    if not has_text(dict.fromkeys(columns, "…"), taken.options.names):
        raise ReadError(taken.name, records.no_text(dict.fromkeys(columns)), lines.number)
    for row in rows:
        yield from lines.given_up()
        yield row if isinstance(row, ReadError) else _article(taken, records, columns, row)
    yield from lines.given_up()


def delimiter_of(header: str) -> str:
    """What stands between the names of a header: what makes most of them known, else most of them."""

    def score(delimiter: str) -> tuple[int, int]:
        cells = dict.fromkeys((cell.strip(' "\r\n') for cell in header.split(delimiter)), "…")
        return sum(any(values(cells, field, {})) for field in FIELDS), len(cells)

    return max(DELIMITERS, key=score)


def is_header(line: str) -> bool:
    """Whether a line names the columns of a table of articles: a text and something else known."""
    cells = dict.fromkeys((cell.strip(' "\r\n') for cell in line.split(delimiter_of(line))), "…")
    return surely_has_text(cells, {}) and sum(any(values(cells, field, {})) for field in FIELDS) > 1


@dataclass(frozen=True, slots=True)
class _Row:
    cells: list[str]
    #: the line on which it begins
    line: int
    encoding: str


def _article(taken: Input, records: Records, columns: list[str], row: _Row) -> Draft | ReadError:
    if any(cell.strip() for cell in row.cells[len(columns) :]):
        there = f"{len(row.cells)} cells, but there are {len(columns)} columns"
        return ReadError(taken.name, f"has {there}; put the text in double quotes", row.line)
    return records.draft(dict(zip(columns, row.cells, strict=False)), row.line, row.encoding)


def _rows(taken: Input, lines: _Lines, first: str, delimiter: str) -> Iterator[_Row | ReadError]:
    """The rows that are not empty; a row that is wrong costs that row."""
    ahead = list(islice(lines.peeked(), _LOOKED_AT))
    all_lines = chain([first], lines)
    if delimiter == "\t" and all(line.count("\t") == first.count("\t") for line in ahead if line.strip()):
        # nothing is enclosed: a quote mark at the beginning of a cell is one of the text
        for line in all_lines:
            if line.strip():
                cells = [_bare(cell) for cell in line.rstrip("\r\n").split("\t")]
                yield _Row(cells, lines.number, lines.encoding())
        return
    reader = csv.reader(all_lines, delimiter=delimiter, strict=True)
    while True:
        # the first line was taken already
        start = lines.number + 1 if reader.line_num else lines.number
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield ReadError(taken.name, f"is not a row ({_reason(error)})", start)
            continue
        encoding = lines.encoding()
        if any(cell.strip() for cell in cells):
            yield _Row(cells, start, encoding)


def _reason(error: csv.Error) -> str:
    """What a user can do something about, in place of the parser's words."""
    said = str(error)
    if "expected after" in said:
        return "a double quote inside an enclosed cell must be written twice"
    if "unexpected end" in said:
        return "the double quote that opens a cell is never closed"
    return said


def _bare(cell: str) -> str:
    """A cell that a program has enclosed in quote marks, without them."""
    inner = cell[1:-1]
    enclosed = len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in inner.replace('""', "")
    return inner.replace('""', '"') if enclosed else cell


class _Lines:
    """The texts of a file's lines, one after the other; keeps the place, and what was given up."""

    def __init__(self, taken: Input) -> None:
        self._lines = text_lines(taken)
        self._ahead: deque[Line] = deque()
        self._failed: list[ReadError] = []
        #: number of the last line given
        self.number = 0
        self._encoding = UTF8

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._ahead.popleft() if self._ahead else self._next()
        self.number = line.number
        if line.encoding != UTF8:
            self._encoding = line.encoding
        return line.text

    def encoding(self) -> str:
        """What the lines given since the last time were in."""
        encoding, self._encoding = self._encoding, UTF8
        return encoding

    def peeked(self) -> Iterator[str]:
        """The texts of the lines that come next, which stay to come."""
        while True:
            try:
                line = self._next()
            except StopIteration:
                return
            self._ahead.append(line)
            yield line.text

    def given_up(self) -> Iterator[ReadError]:
        """The lines that could not be read since the last time."""
        yield from self._failed
        self._failed.clear()

    def _next(self) -> Line:
        while isinstance(line := next(self._lines), ReadError):
            self._failed.append(line)
        return line
