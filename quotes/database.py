"""An open database, asked from Python with the same words as on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypedDict, TypeVar, Unpack, cast

from quotes.dates import asked_together
from quotes.storage import Filter, Sort

if TYPE_CHECKING:
    from quotes import storage
    from quotes.model import Kind
    from quotes.showing import ShownArticle, ShownChart, ShownQuotation
    from quotes.storage import QuotationRow, SpeakerRow, TopicRow

_Choice = TypeVar("_Choice", bound=StrEnum)
_DATES = ("since", "until", "on")
_LISTS = ("topic", "kind")


class Conditions(TypedDict, total=False):
    """What can be asked for; every condition given must hold, None is no condition."""

    #: part of a name, or of another form of it; accents and case do not count
    speaker: str | None
    #: said (or published) then or later: a `date`, *2024*, *2024-03*, *2024-03-14*, *hier*, *mars 2024*
    since: str | date | None
    #: said (or published) then or earlier, all of it included
    until: str | date | None
    #: said (or published) then; also a range, *2018..2019*
    on: str | date | None
    #: part of a topic, in French or English, or a subject's code; of several, any one
    topic: str | Iterable[str] | None
    #: all the topics given, not any one
    all_topics: bool
    #: part of the outlet's name
    outlet: str | None
    #: *direct*, *partial*, *term*, or several; direct and partial without it
    kind: str | Iterable[str] | None
    #: attributed at least this surely, from 0 to 1
    min_confidence: float | None


class Database:
    """A database that `quotes ingest` has made, open for questions. Use it as a context manager.

    Conditions that cannot be meant raise ValueError; what the file does not allow, a
    `quotes.storage.StorageError`. Both say in one line what to do.
    """

    def __init__(self, path: str | Path) -> None:
        from quotes import storage

        self._stored: storage.Database = storage.Database.open(Path(path))

    def quotations(
        self, *, sort: str = Sort.DATE, limit: int | None = None, **conditions: Unpack[Conditions]
    ) -> Iterator[QuotationRow]:
        """The quotations that meet the conditions, read as they are asked for, newest first.

        `sort` is *date*, *speaker*, *confidence* or *article*. A row has the columns of the view `quotes`.
        """
        return self._stored.quotations(_filter(conditions, sort, limit))

    def count(self, **conditions: Unpack[Conditions]) -> int:
        """How many quotations meet the conditions."""
        return self._stored.count(_filter(conditions))

    def topics(self, *, limit: int | None = None, **conditions: Unpack[Conditions]) -> Iterator[TopicRow]:
        """What the quotations that meet the conditions are about, commonest first."""
        return self._stored.topics(_filter(conditions), limit=limit)

    def speakers(
        self, *, sort: str = "count", limit: int | None = None, **conditions: Unpack[Conditions]
    ) -> Iterator[SpeakerRow]:
        """Who said the quotations that meet the conditions; `sort` is *count*, *name* or *date*."""
        from quotes.storage import SpeakerSort

        order = _one_of(SpeakerSort, "sort", sort)
        return self._stored.speakers(_filter(conditions), sort=order, limit=limit)

    def frame(
        self,
        *,
        library: str | None = None,
        sort: str = Sort.DATE,
        limit: int | None = None,
        **conditions: Unpack[Conditions],
    ) -> Any:
        """The quotations that meet the conditions as a data frame: the columns of the view `quotes`.

        `library` is *pandas* or *polars*; without it the one that is installed, pandas first. Dates are
        texts, since some are only a month or a year: `2024-10`.
        """
        from quotes.frames import frame

        return frame(self.quotations(sort=sort, limit=limit, **conditions), library)

    def chart(
        self,
        by: str,
        second: str | None = None,
        *,
        limit: int | None = None,
        top: int | None = None,
        language: str = "en",
        title: str | None = None,
        **conditions: Unpack[Conditions],
    ) -> ShownChart:
        """What `quotes stats --by … --plot` draws, to be shown in a notebook or saved.

        `by` and `second` are what to count by: *month*, *speaker*, *outlet* and so on. Raises a
        `quotes.charts.ChartError` when there is nothing to draw.
        """
        from quotes.charts import Language
        from quotes.charts.counting import figure_of
        from quotes.showing import ShownChart
        from quotes.storage import By

        figure = figure_of(
            self._stored,
            _filter(conditions),
            _one_of(By, "by", by),
            None if second is None else _one_of(By, "second", second),
            limit=limit,
            top=top,
            language=_one_of(Language, "language", language),
            title=title,
        )
        return ShownChart(figure)

    def article(self, id_: int, **conditions: Unpack[Conditions]) -> ShownArticle:
        """One article with its quotations; in a notebook it shows itself. Raises LookupError."""
        from quotes.showing import ShownArticle

        found = self._stored.article(id_, _filter(conditions))
        if found is None:
            raise LookupError(f"article {id_}: there is none of that number")
        return ShownArticle.of(found)

    def quotation(self, id_: int) -> ShownQuotation:
        """One quotation with its evidence; in a notebook it shows itself. Raises LookupError."""
        from quotes.showing import ShownQuotation

        one = self._stored.evidence(id_)
        if one is None:
            raise LookupError(f"quotation {id_}: there is none of that number")
        return ShownQuotation.of(one, self.article(one.row.article_id))

    def close(self) -> None:
        """Let go of the file."""
        self._stored.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _filter(conditions: Conditions, sort: str = Sort.DATE, limit: int | None = None) -> Filter:
    if unknown := conditions.keys() - Conditions.__annotations__.keys():
        known = ", ".join(Conditions.__annotations__)
        raise TypeError(f"{', '.join(sorted(unknown))}: no such condition; there are {known}")
    given = {name: value for name, value in conditions.items() if name not in (*_DATES, *_LISTS)}
    when = asked_together(date.today(), **{name: _words(conditions.get(name)) for name in _DATES})
    return Filter(
        since=when.since,
        until=when.until,
        topics=_several(conditions.get("topic")),
        # plain strings will do, and are checked there
        kinds=cast("tuple[Kind, ...]", _several(conditions.get("kind"))),
        sort=cast("Sort", sort),
        limit=limit,
        **given,  # type: ignore[arg-type]
    )


def _one_of(choices: type[_Choice], name: str, value: str) -> _Choice:
    if value not in list(choices):
        raise ValueError(f"{name}: {value!r} is none of {', '.join(choices)}")
    return choices(value)


def _words(when: object) -> str | None:
    return None if when is None else str(when)


def _several(values: str | Iterable[str] | None) -> tuple[str, ...]:
    if values is None:
        return ()
    return (values,) if isinstance(values, str) else tuple(values)
