"""The formats that can be read, by file extension.

A new format is a function from a name and an open binary file to articles (one for a text,
many for a collection), and a line in `READERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from quotes.model import Article
from quotes.reading.errors import ReadError
from quotes.reading.plain import read_plain
from quotes.reading.sources import Source

#: name (for messages and `Article.source`) and open file → articles; raises ReadError
Reader = Callable[[str, BinaryIO], Iterator[Article]]

READERS: Mapping[str, Reader] = {
    ".txt": read_plain,
    # standard input, and files named outright that have no extension
    "": read_plain,
}
#: the files that count when a folder is walked
FOLDER_EXTENSIONS = frozenset(extension for extension in READERS if extension)


def read(source: Source) -> Iterator[Article]:
    """The articles of one source, in order; raises ReadError with a message for the user."""
    reader = READERS.get(source.extension)
    with source.open() as file:
        if reader is None:
            known = ", ".join(sorted(FOLDER_EXTENSIONS))
            raise ReadError(source.name, f"{source.extension} files cannot be read; those that can: {known}")
        try:
            yield from reader(source.name, file)
        except OSError as error:
            raise ReadError(source.name, f"cannot be read ({error.strerror})") from None
