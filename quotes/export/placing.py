"""Where an export goes: a file or a folder takes its place when it is whole, and not before."""

from __future__ import annotations

import gzip
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from quotes.export import ExportError

_UNFINISHED = ".part"


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A file to be written, which takes the place of `path` when the block ends well.

    Until then, and when it ends otherwise, what stood at `path` stays. A pipe or a device is written to
    as it is. What goes into a file whose name ends in .gz is compressed.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                yield file
            return
        # through a link: what it leads to is meant
        place = Path(os.path.realpath(path))
        unfinished = place.with_name(f".{place.name}.{os.getpid()}{_UNFINISHED}")
        try:
            with _made(unfinished, place) as file:
                yield file
            unfinished.replace(place)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise _refusal(path, error) from error


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """An empty folder to be filled, which takes the place of `path` when the block ends well."""
    place = Path(os.path.realpath(path))
    try:
        if place.is_dir() and any(place.iterdir()):
            raise ExportError(f"{path}: holds something already; name a new folder")
        unfinished = place.with_name(f".{place.name}.{os.getpid()}{_UNFINISHED}")
        try:
            unfinished.mkdir()
            yield unfinished
            with suppress(FileNotFoundError):
                place.rmdir()
            unfinished.rename(place)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    except OSError as error:
        raise _refusal(path, error) from error


@contextmanager
def _made(unfinished: Path, place: Path) -> Iterator[BinaryIO]:
    with unfinished.open("xb") as file:
        if place.exists():
            unfinished.chmod(stat.S_IMODE(place.stat().st_mode))
        if place.suffix.lower() == ".gz":
            # neither name nor time: the same content is the same file
            with gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed:
                yield cast(BinaryIO, packed)
        else:
            yield file
        file.flush()
        os.fsync(file.fileno())


def _refusal(path: Path, error: OSError) -> ExportError:
    if isinstance(error, FileNotFoundError):
        return ExportError(f"{path}: its folder does not exist; make it first")
    return ExportError(f"{path}: cannot be written ({error.strerror or error})")
