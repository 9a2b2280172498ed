"""Where an article tells times, in the journalist's words, and which days they are."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.dates.calendar import DAY
from quotes.dates.expressions import Meaning, Shift, Weekday, Written, find
from quotes.dates.resolving import resolve
from quotes.dates.vocabulary import TRIGGERS, WEEKDAYS
from quotes.parsing.page import Page
from quotes.parsing.tokens import NUMBER, QUOTE, Token

#: how many sentences back *la veille* looks for the day it is counted from
_BACK = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """An expression of a date: the tokens `i:j` of the page."""

    i: int
    j: int
    meaning: Meaning
    #: the sentence that holds it
    number: int


class Moments:
    """The moments of one article, read sentence by sentence when asked for."""

    def __init__(self, page: Page, published: str | None) -> None:
        self.page = page
        self.published = published
        self._found: dict[int, list[Moment]] = {}
        self._weekdays: dict[int, str | None] | None = None

    def of(self, number: int) -> list[Moment]:
        """The moments of a sentence, in order; those between quote marks are somebody's words, not the article's."""
        if number not in self._found:
            sentence = self.page.sentences[number]
            tokens = self.page.tokens[sentence.start : sentence.stop]
            self._found[number] = self._read(number) if any(map(_may_open, tokens)) else []
        return self._found[number]

    def _read(self, number: int) -> list[Moment]:
        tokens, sentence = self.page.tokens, self.page.sentences[number]
        found: list[Moment] = []
        k = sentence.start
        while k < sentence.stop:
            first = k
            while k < sentence.stop and tokens[k].kind != QUOTE:
                k += 1
            if k > first:
                found += self._stretch(first, k, number)
            k += 1
        return found

    def _stretch(self, first: int, stop: int, number: int) -> list[Moment]:
        tokens, found, k = self.page.tokens, [], first
        for expression in find(self.page.text, tokens[first].start, tokens[stop - 1].end):
            while k < stop and tokens[k].end <= expression.start:
                k += 1
            j = k + 1
            while j < stop and tokens[j].start < expression.end:
                j += 1
            if not self._one_of_several(k, j, first, stop):
                found.append(Moment(k, j, expression.meaning, number))
            k = j
        return found

    def _one_of_several(self, i: int, j: int, first: int, stop: int) -> bool:
        """*de lundi à mardi*, *les 3 et 4 mars*, *jeudi et vendredi*: none of them is the day."""
        tokens = self.page.tokens
        before = i - 2 >= first and tokens[i - 1].low in _JOINS and _is_day(tokens[i - 2])
        after = j + 1 < stop and tokens[j].low in _JOINS and _is_day(tokens[j + 1])
        return before or after

    def resolve(self, moment: Moment, *, future: bool = False) -> str | None:
        """The ISO date that a moment means; None when what is known does not settle it."""
        told = None
        if isinstance(moment.meaning, Shift) and moment.meaning.told:
            told = self._told_before(moment)
        when = resolve(moment.meaning, self.published, told=told, future=future)
        if isinstance(moment.meaning, Weekday) and (when is None or len(when) < DAY):
            return self._weekday_elsewhere(moment.meaning.weekday, when)
        return when

    def _told_before(self, moment: Moment) -> str | None:
        """The last day told before `moment`, not after the publication."""
        for number in range(moment.number, max(-1, moment.number - _BACK), -1):
            for other in reversed(self.of(number)):
                if other.i >= moment.i or (isinstance(other.meaning, Shift) and other.meaning.told):
                    continue
                when = resolve(other.meaning, self.published)
                if when is not None and len(when) == DAY and when <= (self.published or when):
                    return when
        return None

    def _weekday_elsewhere(self, weekday: int, month: str | None) -> str | None:
        """*mercredi*, where the article says *mercredi 30 octobre* and no other Wednesday with its date."""
        if self._weekdays is None:
            self._weekdays = {}
            for number in range(len(self.page.sentences)):
                for moment in self.of(number):
                    self._note(moment.meaning)
        when = self._weekdays.get(weekday)
        return when if when is not None and when.startswith(month or "") else month

    def _note(self, meaning: Meaning) -> None:
        if isinstance(meaning, Written) and meaning.weekday is not None and meaning.month is not None:
            when = resolve(meaning, self.published)
            known = self._weekdays.setdefault(meaning.weekday, when) if self._weekdays is not None else None
            if self._weekdays is not None and known != when:
                self._weekdays[meaning.weekday] = None


_JOINS = frozenset({"à", "au", "et", "ou", "-", "–"})


def _may_open(token: Token) -> bool:
    return token.low in TRIGGERS or (token.kind == NUMBER and token.low[:2] in ("19", "20"))


def _is_day(token: Token) -> bool:
    return token.low in WEEKDAYS or token.kind == NUMBER
