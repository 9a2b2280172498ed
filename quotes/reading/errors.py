"""What can go wrong while reading."""

from __future__ import annotations


class ReadError(Exception):
    """A file that cannot be read as articles; the message is one line and names the file."""

    def __init__(self, name: str, problem: str, line: int | None = None) -> None:
        where = name if line is None else f"{name}, line {line}"
        super().__init__(f"{where}: {problem}")
