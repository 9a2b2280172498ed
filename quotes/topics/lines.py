"""A text line by line: each is taken apart once, for its subjects and for its keywords."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import is_normalized

from quotes.model import Span
from quotes.topics.stems import stems
from quotes.topics.words import Form, read_tokens, stems_of


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not empty."""

    span: Span
    text: str
    tokens: list[Form]

    def stems(self) -> list[str]:
        """The stems of its words."""
        return stems_of(self.tokens) if is_normalized("NFC", self.text) else stems(self.text)


def read_lines(text: str) -> list[Line]:
    """The lines of `text`, empty ones left out."""
    lines: list[Line] = []
    start = 0
    for line in text.split("\n"):
        if line:
            lines.append(Line(Span(start, start + len(line)), line, read_tokens(line)))
        start += len(line) + 1
    return lines
