"""Where an article tells times, in the journalist's words, and which days they are."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from quotes.dates.calendar import DAY
from quotes.dates.expressions import Meaning, Shift, Weekday, Written, expression_at
from quotes.dates.resolving import resolve
from quotes.dates.vocabulary import OPENING, TELLING, WEEKDAYS
from quotes.parsing.page import Page
from quotes.parsing.sentences import Sentence
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

    @property
    def dated(self) -> bool:
        """It is written with its day: *22 octobre 2024*."""
        return isinstance(self.meaning, Written) and self.meaning.day is not None

    @property
    def near(self) -> bool:
        """It is told in days or weeks, which tell sayings apart, and not in months or years."""
        if isinstance(self.meaning, Shift):
            return self.meaning.unit in ("day", "week", "weekend")
        return self.dated or isinstance(self.meaning, Weekday)

    @property
    def ahead(self) -> bool:
        """*la semaine prochaine*, *demain*, *lundi prochain*: after the publication by its words."""
        if isinstance(self.meaning, Shift):
            return self.meaning.count > 0 and not self.meaning.told
        return self.meaning.turn > 0

    @property
    def sets_scene(self) -> bool:
        """A day near by: *mardi*, *hier*, *le 18 juin*; not *mardi dernier*, *le même jour*."""
        if isinstance(self.meaning, Shift):
            return self.meaning.unit == "day" and self.meaning.count < 0 and not self.meaning.told
        return self.near and not self.meaning.turn

    @property
    def now(self) -> bool:
        """*aujourd'hui*: beside a present nowadays, as often as today."""
        return isinstance(self.meaning, Shift) and self.meaning.unit == "day" and self.meaning.count == 0


class Moments:
    """The moments of one article, read sentence by sentence when asked for."""

    def __init__(self, page: Page, published: str | None) -> None:
        self.page = page
        self.published = published
        self._found: dict[int, list[Moment]] = {}
        self._weekdays: dict[int, set[str | None]] | None = None

    def of(self, number: int) -> list[Moment]:
        """The moments of a sentence, in order; none is read in what stands between quote marks."""
        found = self._found.get(number)
        if found is None:
            sentence, tokens = self.page.sentences[number], self.page.tokens
            # in most sentences none: told without a loop of our own
            if TELLING.isdisjoint(map(_LOW, tokens[sentence.start : sentence.stop])):
                found = []
            else:
                found = self._read(number)
            self._found[number] = found
        return found

    def _read(self, number: int) -> list[Moment]:
        """The expressions around the words without which there is none."""
        sentence = self.page.sentences[number]
        lows = map(_LOW, self.page.tokens[sentence.start : sentence.stop])
        telling = [k for k, low in enumerate(lows, sentence.start) if low in TELLING]
        found: list[Moment] = []
        free = sentence.start
        for k in telling:
            for i in range(max(free, k - _BEFORE), k + 1):
                j, meaning = self._expression(i, sentence.stop)
                if j <= k:
                    continue
                if meaning is not None and not self._one_of_several(i, j, sentence):
                    found.append(Moment(i, j, meaning, number))
                free = j
                break
        return found

    def _expression(self, i: int, stop: int) -> tuple[int, Meaning | None]:
        """Where the expression that begins at token `i` ends (`i`: there is none), and what it means."""
        tokens = self.page.tokens
        if tokens[i].low not in OPENING and tokens[i].kind != NUMBER:
            return i, None
        expression = expression_at(self.page.text, *self.page.stream.span(i, stop))
        if expression is None:
            return i, None
        j, starts = i + 1, self.page.stream.starts
        while j < stop and starts[j] < expression.end and tokens[j].kind != QUOTE:
            j += 1
        return j, expression.meaning

    def _one_of_several(self, i: int, j: int, sentence: Sentence) -> bool:
        """*de lundi à mardi*, *les 3 et 4 mars*, *jeudi et vendredi*: none of them is the day."""
        tokens = self.page.tokens
        before = i - 2 >= sentence.start and tokens[i - 1].low in _JOINS and _is_day(tokens[i - 2])
        after = j + 1 < sentence.stop and tokens[j].low in _JOINS and _is_day(tokens[j + 1])
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
            self._weekdays = self._dated_weekdays()
        found = self._weekdays.get(weekday, set())
        [when] = found if len(found) == 1 else [None]
        return when if when is not None and when.startswith(month or "") else month

    def _dated_weekdays(self) -> dict[int, set[str | None]]:
        """The days that the article writes with their weekday, by weekday."""
        found: dict[int, set[str | None]] = {}
        for number in range(len(self.page.sentences)):
            for meaning in (moment.meaning for moment in self.of(number)):
                if isinstance(meaning, Written) and meaning.weekday is not None:
                    found.setdefault(meaning.weekday, set()).add(resolve(meaning, self.published))
        return found


#: how many tokens an expression may have before its first telling word: *dans le courant du* mois
_BEFORE = 5
_LOW = attrgetter("low")
_JOINS = frozenset({"à", "au", "et", "ou", "-", "–"})


def _is_day(token: Token) -> bool:
    return token.low in WEEKDAYS or token.kind == NUMBER
