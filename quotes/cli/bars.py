"""Bars of block characters: eighths of a character tell small differences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_FULL = "█"
_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
#: the columns of numbers with their gaps
_NUMBERS = len("  quotations    articles    ") + len("  ")
_NARROWEST, _WIDEST = 8, 60
#: the table gives a column that names things so much of the width: one part in so many
_SHARE = 4
_PADDING = _GAP = 2


def bar(value: int, most: int, width: int) -> str:
    """A bar for `value`, `width` characters long for `most`; whatever is there can be seen."""
    eighths = max(1, round(value * width * 8 / most)) if value and most else 0
    return _FULL * (eighths // 8) + _EIGHTHS[eighths % 8]


def bar_width(columns: Mapping[str, Sequence[str]], width: int) -> int:
    """What is left of `width` beside the columns of values, by their headings, and their counts."""
    taken = _NUMBERS + _GAP * (len(columns) - 1)
    for heading, values in columns.items():
        longest = max(map(len, values), default=0)
        taken += max(len(heading) + _PADDING, min(width // _SHARE, longest))
    return min(_WIDEST, max(_NARROWEST, width - taken))
