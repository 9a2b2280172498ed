"""What a chart shows: rows that were counted, and what they were asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from quotes.storage import By, Filter, PairRow, StatRow, Totals

#: those that are the time, with the characters of a date that is precise enough
PRECISION = {By.YEAR: 4, By.MONTH: 7, By.DAY: 10}
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
    """What is shown, and in what words. Of two things the time, if one is it, is the first."""

    by: By
    second: By | None
    #: those shown, in order: `PairRow` where there is a second
    rows: Sequence[StatRow | PairRow]
    totals: Totals
    #: what was asked for
    wanted: Filter
    #: different values of the first and of the second that there are, and that are shown
    found: tuple[int, int]
    shown: tuple[int, int]
    #: of time: the first period shown and the last, though none of the second may stand there
    ends: tuple[str, str] | None = None
    #: quotations left out: of the first they have nothing, or nothing precise enough
    left_out: int = 0
    language: Language = Language.ENGLISH
    #: instead of the one that says what is shown
    title: str | None = None

    @property
    def shape(self) -> Shape:
        """The shape that suits what was counted."""
        if self.second is None:
            return Shape.TIME if self.by in PRECISION else Shape.BARS
        if self.by in PRECISION:
            return Shape.TIMES
        return Shape.CELLS if self.second in SEVERAL else Shape.SHARES

    @property
    def pairs(self) -> list[PairRow]:
        """The rows, where there is a second thing."""
        return [row for row in self.rows if isinstance(row, PairRow)]

    @property
    def series(self) -> dict[str, int]:
        """What is told apart of the second thing, the commonest first → quotations."""
        totals: Counter[str] = Counter()
        for row in self.pairs:
            if row.second is not None:
                totals[row.second] += row.quotations
        return dict(totals.most_common())
