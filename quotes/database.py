"""An open database, asked from Python with the same words as on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypedDict, Unpack, cast

from quotes.dates import asked_together
from quotes.storage import Filter, Sort

if TYPE_CHECKING:
    from quotes import storage
    from quotes.model import Kind
    from quotes.storage import QuotationRow, TopicRow

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


def _words(when: object) -> str | None:
    return None if when is None else str(when)


def _several(values: str | Iterable[str] | None) -> tuple[str, ...]:
    if values is None:
        return ()
    return (values,) if isinstance(values, str) else tuple(values)
