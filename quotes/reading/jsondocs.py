"""A JSON document: a list of articles, one article, or an object that holds a list; read as it streams."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from typing import Any

from quotes.archive import Record
from quotes.reading.drafts import Draft, Input
from quotes.reading.errors import ReadError
from quotes.reading.fields import has_text, surely_has_text
from quotes.reading.records import Records
from quotes.reading.streams import Utf8Stream

#: what ijson gives: the name of an event and its value
_Events = Iterator[tuple[str, Any]]
#: how deep in objects a list of articles is looked for
_DEPTH = 8
#: objects with a text that make an object one of articles; one alone may be wrapped
_SEVERAL = 2
_OPENING, _CLOSING = ("start_map", "start_array"), ("end_map", "end_array")


def read_json(taken: Input) -> Iterator[Draft | Record | ReadError]:
    """The articles of a document, and the records that are none; raises ReadError where it is broken."""
    import ijson

    stream = Utf8Stream(taken)
    records = Records(taken)
    place = 0
    try:
        for record in _records(ijson.basic_parse(stream, use_float=True), taken):
            place += 1
            stream.renew()
            if isinstance(record, dict):
                yield records.of_json(record, place, stream.encoding, by_line=False)
            else:
                yield ReadError(f"{taken.name}, record {place}", "is not a JSON object")
    except (ijson.JSONError, UnicodeError) as error:
        reason = str(error).strip().splitlines()[0].rstrip(".: ") if str(error).strip() else "broken"
        raise ReadError(taken.name, f"is not JSON ({reason}); records before this: {place}") from None
    if not place:
        raise ReadError(taken.name, "holds no article")


def _records(events: _Events, taken: Input) -> Iterator[Any]:
    event, value = next(events)
    if event == "start_array":
        while (opening := next(events))[0] != "end_array":
            yield _built(events, *opening)
    elif event == "start_map":
        given = 0
        reading = _object(events, taken, _DEPTH)
        while True:
            try:
                yield next(reading)
                given += 1
            except StopIteration as end:
                if not given:
                    yield from _by_key(end.value, taken.options.names)
                break
    else:
        yield value
    # whatever follows the document breaks it
    for _ in events:
        pass


def _by_key(document: dict[str, Any], names: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The articles of an object that holds each under a key, or a list of mere summaries; else the object."""
    inner = {key: value for key, value in document.items() if surely_has_text(value, names)}
    lists = [value for value in document.values() if isinstance(value, list) and _are_records(value, names)]
    if has_text(document, names) or not (lists or len(inner) >= _SEVERAL):
        yield document
    elif lists:
        yield from lists[0]
    else:
        yield from ({"id": key, **value} for key, value in inner.items())


def _are_records(values: list[Any], names: Mapping[str, str]) -> bool:
    return any(isinstance(value, dict) and has_text(value, names) for value in values)


def _object(events: _Events, taken: Input, depth: int) -> Generator[Any, None, dict[str, Any]]:
    """Yields the articles of the lists in an object, and returns the rest of it."""
    rest: dict[str, Any] = {}
    while (opening := next(events))[0] != "end_map":
        key = opening[1]
        event, value = next(events)
        if event == "start_array":
            rest[key] = yield from _list(events, rest, taken)
        elif event == "start_map" and depth and not surely_has_text(rest, taken.options.names):
            rest[key] = yield from _object(events, taken, depth - 1)
        else:
            rest[key] = _built(events, event, value)
    return rest


def _list(events: _Events, around: dict[str, Any], taken: Input) -> Generator[Any, None, list[Any]]:
    """Yields the elements of a list of articles, or returns those of another list.

    It is one of articles when its first element has a text and the object around it has none.
    """
    kept: list[Any] = []
    of_articles = False
    while (opening := next(events))[0] != "end_array":
        element = _built(events, *opening)
        if not kept and not of_articles:
            names = taken.options.names
            of_articles = _holds_text(element, names) and not surely_has_text(around, names)
        if of_articles:
            yield element
        else:
            kept.append(element)
    return kept


def _holds_text(element: Any, names: Mapping[str, str]) -> bool:
    """Whether an object is an article, or holds one."""
    if not isinstance(element, dict):
        return False
    return any(surely_has_text(one, names) for one in (element, *element.values()))


def _built(events: _Events, event: str, value: Any) -> Any:
    """The value that begins with an event, whole; not recursive, so that no depth breaks it."""
    from ijson.common import ObjectBuilder

    if event not in _OPENING:
        return value
    builder = ObjectBuilder()
    builder.event(event, value)
    depth = 1
    while depth:
        event, value = next(events)
        depth += (event in _OPENING) - (event in _CLOSING)
        builder.event(event, value)
    return builder.value
