"""What readers take and give: an open file with its beginning, and articles as the file tells them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from quotes.reading.errors import ReadError
from quotes.reading.frontmatter import FrontMatter
from quotes.reading.options import Options

#: bytes of a file that hold one article; nothing that a person wrote is as long
MAX_ARTICLE = 32 << 20


@dataclass(frozen=True, slots=True)
class Input:
    """One file, open and decompressed, to be read once from its beginning."""

    #: for messages and `Article.source`
    name: str
    file: BinaryIO
    #: the first bytes of the file, which reading it gives again
    head: bytes
    options: Options

    def read_all(self) -> bytes:
        """All bytes of a file that holds one article; raises ReadError when they are too many."""
        data = self.file.read(MAX_ARTICLE + 1)
        if len(data) > MAX_ARTICLE:
            raise ReadError(self.name, f"is larger than {MAX_ARTICLE >> 20} MB, too much for one article")
        return data


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its file tells it, before its characters are repaired and its gaps filled."""

    text: str
    given: FrontMatter
    #: what it was decoded from, as Python names it
    encoding: str
    #: what tells it from the others of its file: its id, else its line or its place
    record: str | None = None
    #: the date that the file shows outside the text
    shown_date: str | None = None
