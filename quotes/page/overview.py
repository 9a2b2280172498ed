"""What a page holds, told before its articles: who speaks how often, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from quotes.model import SpeakerKind
from quotes.page.dress import NO_WORDS, SOMEBODY, Looks, Sign, Signs
from quotes.storage import Evidence, WholeArticle
from quotes.storage.filters import first_day, last_day

#: more days than these are shown by the month, more months by the year
_MOST_DAYS = 62
_MOST_MONTHS = 84
#: more years than these are no timeline: only those in which something was said are shown
_MOST_YEARS = 150
#: the part of all dates, at each end, that may be left out for the others to be shown more precisely
_EDGE = 0.025
#: how much of an ISO date names the day, the month or the year
_LENGTHS = {"day": len("YYYY-MM-DD"), "month": len("YYYY-MM"), "year": len("YYYY")}


@dataclass(frozen=True, slots=True)
class SpeakerEntry:
    """A speaker in the list beside the articles."""

    sign: Sign
    kind: SpeakerKind | None
    #: what articles mostly say the speaker is
    role: str | None
    quotations: int
    articles: int


@dataclass(frozen=True, slots=True)
class Period:
    """A day, a month or a year, and how much was said in it."""

    #: as ISO 8601 begins: *2022-03*
    value: str
    quotations: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """When quotations were said."""

    #: `day`, `month` or `year`
    unit: str
    #: without gaps: those in which nothing was said included
    periods: tuple[Period, ...]
    #: dated less precisely than that, or not at all, or long before or after nearly all others
    left_out: int
    #: of all dates
    first: str | None = None
    last: str | None = None

    @property
    def most(self) -> Period | None:
        """The period in which most was said."""
        return max(self.periods, key=lambda period: period.quotations, default=None)


@dataclass(frozen=True, slots=True)
class Overview:
    """All there is to know before the first article."""

    articles: int
    quotations: int
    #: the most quoted first; unknown speakers and nobody's words last
    speakers: tuple[SpeakerEntry, ...]
    timeline: Timeline
    signs: Signs

    @property
    def known(self) -> int:
        """How many of the speakers have a name."""
        return sum(entry.kind is not None for entry in self.speakers)


class _Speaker:
    def __init__(self, one: Evidence) -> None:
        self.name, self.kind = one.row.speaker or "", one.row.speaker_kind
        self.roles: Counter[str] = Counter()
        self.quotations = self.articles = self.last_article = 0

    def add(self, one: Evidence) -> None:
        self.quotations += 1
        self.articles += one.row.article_id != self.last_article
        self.last_article = one.row.article_id
        if one.row.role and one.row.role != one.row.speaker:
            self.roles[one.row.role] += 1


def survey(articles: Iterable[WholeArticle]) -> Overview:
    """What `articles` hold; they are read once, and none is kept."""
    number = 0
    dates: Counter[str | None] = Counter()
    known: dict[int, _Speaker] = {}
    others: dict[Sign, _Speaker] = {}
    looks = Looks()
    for article in articles:
        number += 1
        looks.meet(article)
        for one in article.quotations:
            dates[one.row.date] += 1
            if one.speaker_id is not None:
                known.setdefault(one.speaker_id, _Speaker(one)).add(one)
            else:
                others.setdefault(Signs().of(one), _Speaker(one)).add(one)
    ranked = sorted(known.items(), key=lambda pair: (-pair[1].quotations, pair[1].name, pair[0]))
    signs = Signs((id_ for id_, _ in ranked), looks)
    entries = [_entry(signs.named(id_, its.name), its) for id_, its in ranked]
    entries += [_entry(sign, others[sign]) for sign in (SOMEBODY, NO_WORDS) if sign in others]
    return Overview(number, dates.total(), tuple(entries), timeline(dates), signs)


def timeline(dates: Counter[str | None]) -> Timeline:
    """The dates by day, month or year, as precisely as their range can be shown at a glance."""
    known = sorted(when for when in dates.elements() if when)
    edge = int(len(known) * _EDGE)
    bulk = known[edge : len(known) - edge]
    unit = _unit(bulk)
    if unit == _unit(known):
        bulk = known
    length = _LENGTHS[unit]
    counts = Counter(when[:length] for when in bulk if len(when) >= length)
    values = list(_between(min(counts), max(counts), unit)) if counts else []
    if len(values) > _MOST_YEARS:
        values = sorted(counts)
    periods = tuple(Period(value, counts[value]) for value in values)
    ends = (known[0], known[-1]) if known else (None, None)
    return Timeline(unit, periods, dates.total() - counts.total(), *ends)


def _unit(dates: list[str]) -> str:
    if not dates:
        return "year"
    first = date.fromisoformat(min(map(first_day, dates)))
    last = date.fromisoformat(max(map(last_day, dates)))
    days = (last - first).days + 1
    precise = max(map(len, dates))
    if days <= _MOST_DAYS and precise == _LENGTHS["day"]:
        return "day"
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return "month" if months <= _MOST_MONTHS and precise >= _LENGTHS["month"] else "year"


def _between(first: str, last: str, unit: str) -> Iterator[str]:
    """The periods from one to another."""
    day, end = date.fromisoformat(first_day(first)), last_day(last)
    while day.isoformat() <= end:
        value = day.isoformat()[: _LENGTHS[unit]]
        yield value
        following = date.fromisoformat(last_day(value))
        if following == date.max:
            return
        day = following + timedelta(days=1)


def _entry(sign: Sign, its: _Speaker) -> SpeakerEntry:
    role = its.roles.most_common(1)[0][0] if its.roles else None
    return SpeakerEntry(sign, its.kind, role, its.quotations, its.articles)
