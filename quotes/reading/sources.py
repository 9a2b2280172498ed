"""One thing to read: a file, or standard input."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from quotes.reading.errors import ReadError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

#: the name of standard input, on the command line and in `Article.source`
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, or standard input; opened only when it is read."""

    path: Path
    #: why it cannot be read, when walking already found out
    problem: str | None = None

    @property
    def name(self) -> str:
        """The path as it was given, for messages and for `Article.source`; always encodable."""
        return os.fsencode(self.path).decode("utf-8", errors="replace")

    def open(self) -> AbstractContextManager[BinaryIO]:
        """The bytes, to be used in a `with` block; raises ReadError when there are none to be had."""
        if self.problem:
            raise ReadError(self.name, self.problem)
        if self.name == STDIN:
            return nullcontext(sys.stdin.buffer)
        try:
            return self.path.open("rb")
        except FileNotFoundError:
            raise ReadError(self.name, "no such file or folder") from None
        except OSError as error:
            raise ReadError(self.name, f"cannot be opened ({error.strerror})") from None
