"""What a reader asks for: filters that combine, checked before any SQL is written."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from quotes.folding import fold_name
from quotes.model import Kind

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class FilterError(ValueError):
    """A filter that cannot be meant; the message is one line that says what was expected."""


class Sort(StrEnum):
    """The order of the answer; ties follow the order of the articles and of their text."""

    #: newest first, undated last
    DATE = "date"
    #: by folded name, unknown speakers last, then newest first
    SPEAKER = "speaker"
    #: the surest first
    CONFIDENCE = "confidence"
    #: article by article, in text order
    ARTICLE = "article"


class SpeakerSort(StrEnum):
    """The order of a list of speakers."""

    #: the most quoted first
    COUNT = "count"
    #: by folded name
    NAME = "name"
    #: the last quoted first, undated last
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which quotations are wanted; every condition given must hold.

    Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, bounds included: `until="2024"` takes all of 2024.
    A quotation dated less precisely (`2024-10`) is taken when its interval meets the one asked for.
    """

    #: part of a name or of an alias; accents, case and hyphens do not count
    speaker: str | None = None
    #: number of the one speaker
    speaker_id: int | None = None
    since: str | None = None
    until: str | None = None
    on: str | None = None
    #: parts of labels of topics, French or English, or codes of subjects; one of them is enough
    topics: tuple[str, ...] = ()
    #: every one of `topics` is asked for
    all_topics: bool = False
    #: part of the outlet's name
    outlet: str | None = None
    #: direct and partial when empty
    kinds: tuple[Kind, ...] = ()
    min_confidence: float | None = None
    sort: Sort = Sort.DATE
    #: at most so many quotations
    limit: int | None = None

    def __post_init__(self) -> None:
        _check_dates(self)
        for name, words in (("speaker", self.speaker), ("outlet", self.outlet)):
            _check_words(name, words)
        for words in self.topics:
            _check_words("topic", words)
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            raise FilterError(f"min_confidence: {self.min_confidence} is not between 0 and 1")
        if self.limit is not None and self.limit < 0:
            raise FilterError(f"limit: {self.limit} is less than 0")
        # plain strings will do, and are members from here on
        object.__setattr__(self, "sort", _member(Sort, "sort", self.sort))
        object.__setattr__(self, "kinds", tuple(_member(Kind, "kind", kind) for kind in self.kinds))

    @property
    def takes_all(self) -> bool:
        """Whether no condition is given."""
        return replace(self, sort=Sort.DATE, limit=None) == Filter()


def first_day(when: str) -> str:
    """The first day of a year, month or day: *2024-02* → *2024-02-01*."""
    return when + "0000-01-01"[len(when) :]


def last_day(when: str) -> str:
    """The last day of a year, month or day: *2024-02* → *2024-02-29*."""
    if len(when) == len("YYYY"):
        return f"{when}-12-31"
    if len(when) == len("YYYY-MM"):
        return f"{when}-{calendar.monthrange(int(when[:4]), int(when[5:]))[1]:02}"
    return when


_Member = TypeVar("_Member", bound=StrEnum)


def _member(choices: type[_Member], name: str, value: str) -> _Member:
    try:
        return choices(value)
    except ValueError:
        raise FilterError(f"{name}: {value!r} is none of {', '.join(choices)}") from None


def _check_dates(wanted: Filter) -> None:
    for name, when in (("since", wanted.since), ("until", wanted.until), ("on", wanted.on)):
        if when is not None and not _is_date(when):
            raise FilterError(f"{name}: {when!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD")
    if wanted.since and wanted.until and first_day(wanted.since) > last_day(wanted.until):
        raise FilterError(f"since {wanted.since} is after until {wanted.until}: exchange them")


def _is_date(when: str) -> bool:
    parts = _DATE.fullmatch(when)
    if parts is None:
        return False
    try:
        date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
    except ValueError:
        return False
    return True


def _check_words(name: str, words: str | None) -> None:
    if words is not None and not fold_name(words):
        raise FilterError(f"{name}: {words!r} has no letter or digit to look for")
