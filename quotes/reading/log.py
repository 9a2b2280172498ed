"""What reading has to tell besides the articles it gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quotes.reading.errors import ReadError


def _raise(error: ReadError) -> None:
    raise error


@dataclass(slots=True)
class Log:
    """Failures as they come, and counts of what was mended."""

    #: called with each file or record that is given up; by default the first one ends the reading
    on_failure: Callable[[ReadError], None] = _raise
    #: articles that were in another encoding than UTF-8
    decoded: int = 0
    #: articles whose garbled characters (*Ã©* for *é*) were repaired
    repaired: int = 0

    def mended(self) -> str | None:
        """What was mended, in one line; None when nothing was."""
        told = []
        if self.decoded:
            told.append(f"{_articles(self.decoded)} decoded from another encoding than UTF-8")
        if self.repaired:
            told.append(f"{_articles(self.repaired)} repaired (garbled characters such as Ã© for é)")
        return "; ".join(told) or None


def _articles(count: int) -> str:
    return f"{count} article{'s' if count != 1 else ''}"
