"""JSON Lines: an article a line; a line that is wrong costs that line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from quotes.archive import Record
from quotes.reading.drafts import Draft, Input
from quotes.reading.errors import ReadError
from quotes.reading.records import Records
from quotes.reading.streams import Line, text_lines


def read_json_lines(taken: Input) -> Iterator[Draft | Record | ReadError]:
    """The articles of a file, and the lines that are none."""
    records = Records(taken)
    for line in text_lines(taken):
        if isinstance(line, ReadError):
            yield line
        elif line.text.strip():
            yield _article(taken, records, line)


def _article(taken: Input, records: Records, line: Line) -> Draft | Record | ReadError:
    try:
        record = json.loads(line.text.strip())
    except json.JSONDecodeError as error:
        return ReadError(taken.name, f"is not JSON ({error.msg}, column {error.colno})", line.number)
    except ValueError as error:
        return ReadError(taken.name, f"is not JSON ({error})", line.number)
    except RecursionError:
        return ReadError(taken.name, "is JSON nested too deep for an article", line.number)
    if not isinstance(record, dict):
        return ReadError(taken.name, "is not a JSON object", line.number)
    return records.of_json(record, line.number, line.encoding)
