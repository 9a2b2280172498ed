"""What we know of French, as data files beside this module, and their small loader.

Every file is UTF-8; lines that begin with `#` say what it holds and what its
columns, separated by tabs, mean; one entry a line, sorted.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


def rows(name: str) -> list[tuple[str, ...]]:
    """The entries of the file `name` (`roles.tsv`), one tuple of columns each, in file order."""
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """The first column of the file `name`, in lower case."""
    return frozenset(row[0].lower() for row in rows(name))
