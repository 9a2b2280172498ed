"""Names as labels: nothing in them that a drawing cannot hold, cut where they are too long, each another."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable

from quotes.page.marked import neutral

_MORE = "…"


def clean(text: str) -> str:
    """`text` on one line, without control characters and what turns words around."""
    return " ".join(neutral(text).replace("\ufffd", " ").split())


def labels(names: Iterable[str], width: int, lines: int = 1) -> list[str]:
    """The names, each on at most so many lines of at most so many characters; no two are alike."""
    met: Counter[str] = Counter()
    found = []
    for name in names:
        label = lines_of(name, width, lines)
        met[label] += 1
        found.append(f"{label} ({met[label]})" if met[label] > 1 else label)
    return found


def lines_of(text: str, width: int, most: int | None = None) -> str:
    """`text` in lines of at most so many characters; what goes beyond the last one is left out, and told."""
    lines = textwrap.wrap(text, width, max_lines=most, placeholder=_MORE, break_on_hyphens=False)
    if most is not None and lines == [_MORE]:  # one word, longer than all lines
        lines = textwrap.wrap(text, width)[:most]
        lines[-1] = lines[-1][: width - 1] + _MORE
    return "\n".join(lines)
