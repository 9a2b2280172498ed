"""Text into a binary stream."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO


@contextmanager
def utf8(to: BinaryIO) -> Iterator[io.TextIOWrapper]:
    """`to` as a stream of text, UTF-8 with line feeds; it stays open, with everything written to it."""
    text = io.TextIOWrapper(to, encoding="utf-8", newline="\n")
    try:
        yield text
    finally:
        text.detach()
