"""What can go wrong while reading."""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class ReadError(Exception):
    """A file that cannot be read as articles; the message is one line and names the file."""

    def __init__(self, name: str, problem: str, line: int | None = None) -> None:
        where = name if line is None else f"{name}, line {line}"
        # what a message quotes from the file must neither break the line nor drive the terminal
        super().__init__(f"{where}: {_UNPRINTABLE.sub(' ', problem)}")
