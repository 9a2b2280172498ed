"""Open sources as streams: decompressed, with their first bytes in sight, as lines or as UTF-8."""

from __future__ import annotations

import codecs
import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, cast

from quotes.reading.drafts import MAX_ARTICLE, Input
from quotes.reading.encodings import MIXED, UTF8, decode_line, eight_bit, encoding_of
from quotes.reading.errors import ReadError
from quotes.reading.options import Options
from quotes.reading.sources import Source

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

#: how much of a file is looked at to tell its format and encoding, in bytes
HEAD = 1 << 18
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text, with its end."""

    number: int
    text: str
    encoding: str


@contextmanager
def opened(source: Source, options: Options) -> Iterator[Input]:
    """The source, decompressed if need be; raises ReadError when it cannot be opened."""
    with source.open() as file:
        compressed = _Rewound(file, len(_GZIP))
        if compressed.head == _GZIP:
            file = cast(BinaryIO, gzip.GzipFile(fileobj=io.BufferedReader(compressed, HEAD)))
        else:
            file = cast(BinaryIO, compressed)
        rewound = _Rewound(file, HEAD)
        yield Input(source.name, io.BufferedReader(rewound, HEAD), rewound.head, options)


def text_lines(taken: Input) -> Iterator[Line | ReadError]:
    """The lines of a file, decoded each for itself; one that is too long is given up."""
    encoding = encoding_of(taken.head)
    if encoding.startswith("utf-16"):
        yield from _utf16_lines(taken, encoding)
        return
    number = 0
    while line := taken.file.readline(MAX_ARTICLE):
        number += 1
        if len(line) == MAX_ARTICLE and not line.endswith(b"\n"):
            while (rest := taken.file.readline(MAX_ARTICLE)) and not rest.endswith(b"\n"):
                pass
            yield _too_long(taken, number)
            continue
        text, used = decode_line(line, encoding)
        yield Line(number, text.removeprefix("\ufeff") if number == 1 else text, used)


def _utf16_lines(taken: Input, encoding: str) -> Iterator[Line | ReadError]:
    reader = io.TextIOWrapper(taken.file, encoding, errors="replace", newline="\n")
    number = 0
    while text := reader.readline(MAX_ARTICLE):
        number += 1
        if len(text) == MAX_ARTICLE and not text.endswith("\n"):
            while (rest := reader.readline(MAX_ARTICLE)) and not rest.endswith("\n"):
                pass
            yield _too_long(taken, number)
            continue
        yield Line(number, text.removeprefix("\ufeff") if number == 1 else text, encoding)


def _too_long(taken: Input, number: int) -> ReadError:
    return ReadError(taken.name, f"is longer than {MAX_ARTICLE >> 20} MB, too much for one article", number)


class Utf8Stream:
    """A file as UTF-8, whatever it is in, for parsers that take nothing else.

    `renew` is to be called for each record: a file that gives none for too long is refused.
    """

    def __init__(self, taken: Input) -> None:
        self.encoding = encoding_of(taken.head)
        self._taken = taken
        self._left = MAX_ARTICLE
        codec = UTF8 if self.encoding == MIXED else self.encoding
        errors = _FALLBACK if codec == UTF8 else "replace"
        self._decoder = codecs.getincrementaldecoder(codec)(errors)
        self._at_start = True

    def read(self, size: int = -1) -> bytes:
        """At most about `size` bytes, empty at the end."""
        while size:
            data = self._taken.file.read(size if size >= 0 else HEAD)
            self._left -= len(data)
            if self._left < 0:
                problem = f"holds {MAX_ARTICLE >> 20} MB without an article; is it a list of them?"
                raise ReadError(self._taken.name, problem)
            text = self._decoder.decode(data, final=not data)
            if self._at_start and text:
                text, self._at_start = text.removeprefix("\ufeff"), False
            if text or not data:
                return text.encode(UTF8, errors="replace")
        return b""

    def renew(self) -> None:
        """Begin to count anew: a record was found."""
        self._left = MAX_ARTICLE


class _Rewound(io.RawIOBase):
    """A stream whose first bytes were read ahead, and are read again."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self.head = _exactly(file, size)
        self._left = self.head
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        if self._left:
            data, self._left = self._left[: len(view)], self._left[len(view) :]
        else:
            data = _some(self._file, len(view))
        view[: len(data)] = data
        return len(data)


def _exactly(file: BinaryIO, size: int) -> bytes:
    """The next `size` bytes; less only at the end of the file, or where its damage begins."""
    parts = []
    try:
        while size and (part := _some(file, size)):
            parts.append(part)
            size -= len(part)
    except EOFError:
        # a compressed file that is cut off: what is there is read, and reading on will say it
        if not parts:
            raise
    return b"".join(parts)


def _some(file: BinaryIO, size: int) -> bytes:
    """What one reading gives: a damage further on does not lose what stands before it."""
    data: bytes = getattr(file, "read1", file.read)(size)
    return data


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return bad.decode(eight_bit(bad), errors="replace"), error.end


_FALLBACK = "quotes-windows-1252"
codecs.register_error(_FALLBACK, _as_windows)
