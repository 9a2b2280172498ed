"""From paths to sources: folders are walked in sorted order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from quotes.reading.formats import counts_in_folder
from quotes.reading.sources import Source


def walk(paths: Iterable[str | Path]) -> Iterator[Source]:
    """Every source under `paths`, in the order given, each folder in sorted order.

    A file named outright is always a source; in folders only visible files with a
    known extension are. What does not exist is a source too: reading it says so.
    """
    for path in map(Path, paths):
        if path.is_dir():
            yield from _walk_folder(path)
        else:
            yield Source(path)


def _walk_folder(folder: Path) -> Iterator[Source]:
    refused: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if counts_in_folder(name):
                yield Source(Path(place, name))
    for error in refused:
        yield Source(Path(error.filename), f"cannot be listed ({error.strerror})")
