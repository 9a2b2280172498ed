"""A record of a collection (a JSON object, a row, an entry of a feed) → the draft of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.archive import Record as Archived
from quotes.archive import is_record, loaded
from quotes.boilerplate import without_boilerplate
from quotes.reading.drafts import Draft, Input
from quotes.reading.encodings import normalise
from quotes.reading.errors import ReadError
from quotes.reading.fields import (
    TEXT_NAMES,
    Record,
    as_text,
    as_texts,
    has_text,
    surely_has_text,
    values,
)
from quotes.reading.fragments import plain_text
from quotes.reading.frontmatter import FrontMatter
from quotes.reading.record_dates import record_date

#: how many fields of a record are named in messages
_SHOWN = 8
#: how much of each name is shown, in characters
_LONGEST = 100
#: an address that is one everywhere: `/politique/1` would be another article on another site
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:|www\.", re.IGNORECASE)


class Records:
    """The records of one file: reads each, and tells them apart."""

    def __init__(self, taken: Input, *, what: str = "field") -> None:
        self._taken = taken
        self._names = taken.options.names
        #: what a record is made of, for messages: fields, or columns
        self._what = what
        self._ids: set[str] = set()

    def of_json(
        self, record: Record, place: int, encoding: str, *, by_line: bool = True
    ) -> Draft | Archived | ReadError:
        """The article that a JSON object holds, as `draft` has it; or the record of an export that it is."""
        if not is_record(record):
            return self.draft(record, place, encoding, by_line=by_line)
        try:
            return loaded(record)
        except ValueError as error:
            name, line = self._where(place, by_line)
            return ReadError(name, str(error), line)

    def draft(self, record: Record, place: int, encoding: str, *, by_line: bool = True) -> Draft | ReadError:
        """The article that a record holds; `place` is its line, or else its number in the file."""
        name, line = self._where(place, by_line)
        record = self._unwrapped(record)
        text = next(filter(None, (as_text(v, "\n\n") for v in values(record, "text", self._names))), "")
        if not text:
            return ReadError(name, self.no_text(record), line)
        text, was_html = plain_text(normalise(text))
        text = without_boilerplate(text) if was_html else text
        if not text.strip():
            return ReadError(name, "has no text but markup", line)
        given = self._given(record)
        if isinstance(given, str):
            return ReadError(name, given, line)
        return Draft(text, given, encoding, self._identity(record, place))

    def _where(self, place: int, by_line: bool) -> tuple[str, int | None]:
        """What messages call the place of a record: file and line, or a name alone."""
        return (self._taken.name, place) if by_line else (f"{self._taken.name}, record {place}", None)

    def no_text(self, record: Record) -> str:
        """The problem of a record, or of a table with such columns, that has no text."""
        looked = self._names.get("text") or TEXT_NAMES
        found = ", ".join([key[:_LONGEST] for key in record][:_SHOWN])
        more = ", …" if len(record) > _SHOWN else ""
        what = self._what
        return (
            f"no text {what} (looked for {looked}; found {found or 'none'}{more}); "
            f"name it with --map text={what.upper()}"
        )

    def _unwrapped(self, record: Record) -> Record:
        """The record, or the object inside it that holds the article (`{"_source": {…}}`)."""
        if not has_text(record, self._names):
            for value in record.values():
                if surely_has_text(value, self._names):
                    return {**record, **value}
        return record

    def _given(self, record: Record) -> FrontMatter | str:
        """What the record says of its article, or what is wrong with it."""
        date = next(values(record, "date", self._names), None)
        iso = record_date(date) if date is not None and self._taken.options.date is None else None
        if date is not None and iso is None and self._taken.options.date is None and as_text(date):
            return f"date {as_text(date)[:60]!r} is not understood; write YYYY, YYYY-MM or YYYY-MM-DD"
        topics = dict.fromkeys(
            topic for value in values(record, "topics", self._names) for topic in as_texts(value)
        )
        return FrontMatter(
            title=self._one_line(record, "title"),
            date=iso,
            outlet=self._one_line(record, "outlet"),
            url=next(filter(_ADDRESS.match, self._lines(record, "url")), None),
            author=self._one_line(record, "author"),
            topics=tuple(topics),
        )

    def _one_line(self, record: Record, field: str) -> str | None:
        return next(self._lines(record, field), None)

    def _lines(self, record: Record, field: str) -> Iterator[str]:
        for value in values(record, field, self._names):
            if text := " ".join(plain_text(as_text(value))[0].split()):
                yield text

    def _identity(self, record: Record, place: int) -> str:
        """Its id, if no other record of the file has the same, else its place."""
        id_ = self._one_line(record, "id")
        if id_ is None:
            return str(place)
        if id_ in self._ids:
            return f"{id_}#{place}"
        self._ids.add(id_)
        return id_
