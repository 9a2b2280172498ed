"""What a chart shows: rows that were counted, and what they were asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from quotes.storage import By, Filter, PairRow, StatRow, Totals

#: of the second thing so many are told apart, if nobody says how many, and at most
SERIES, MOST_SERIES = 6, 7
#: bars in a chart, likewise
BARS, MOST_BARS = 15, 60
#: those that are the time
TIMES = (By.YEAR, By.MONTH, By.DAY)
#: those of which a quotation has several
SEVERAL = (By.TOPIC, By.SUBJECT)


class ChartError(Exception):
    """A chart that cannot be made; the message is one line that says what to do."""


class Language(StrEnum):
    """Of the words of a chart."""

    ENGLISH = "en"
    FRENCH = "fr"


class Shape(StrEnum):
    """How the numbers are shown."""

    #: a bar a period
    TIME = "time"
    #: the same for each of several, one above the other
    TIMES = "times"
    #: a bar a value
    BARS = "bars"
    #: a bar a value, cut into the shares of the second
    SHARES = "shares"
    #: a table with a number in each cell, the more the darker: shares would count quotations twice
    CELLS = "cells"


@dataclass(frozen=True, slots=True)
class Figure:
    """What is shown, and in what words."""

    by: By
    second: By | None
    #: all of them, in order; `PairRow` where there is a second
    rows: Sequence[StatRow] | Sequence[PairRow]
    totals: Totals
    #: what was asked for
    wanted: Filter
    #: different values of the first and of the second that there are, shown or not
    found: tuple[int, int]
    language: Language = Language.ENGLISH
    #: instead of what says by itself what is shown
    title: str | None = None

    @property
    def shape(self) -> Shape:
        """The shape that suits what was counted."""
        if self.second is None:
            return Shape.TIME if self.by in TIMES else Shape.BARS
        if self.by in TIMES or self.second in TIMES:
            return Shape.TIMES
        return Shape.CELLS if self.second in SEVERAL else Shape.SHARES
