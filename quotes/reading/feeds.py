"""RSS and Atom: an article an entry; read as it streams, HTML entities that XML does not know included."""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from quotes.boilerplate import is_boilerplate
from quotes.reading.drafts import Draft, Input
from quotes.reading.errors import ReadError
from quotes.reading.records import Records
from quotes.reading.streams import HEAD, Utf8Stream

#: between the name of a site and what the feed holds of it
_SUBTITLE = re.compile(r"\s[-–—|•]\s")
_ROOTS = frozenset({"rss", "feed", "RDF"})
#: fields that have fields of their own, of which one counts
_PARTS = {"author": "name", "contributor": "name", "source": "title"}
_ENTRIES = frozenset({"item", "entry"})
#: extensions whose fields have the names of others and mean a picture or a podcast
_FOREIGN = ("media:", "itunes:", "georss:", "googleplay:")


def read_feed(taken: Input) -> Iterator[Draft | ReadError]:
    """The articles of a feed, and the entries that are none; raises ReadError where it is broken."""
    stream = Utf8Stream(taken)
    entries = _Entries(taken)
    records = Records(taken)
    place = 0
    problem = None
    while problem is None:
        data = stream.read(HEAD)
        problem = entries.feed(data)
        # what was complete before the damage is an article all the same
        while entries.ready:
            place += 1
            stream.renew()
            yield records.draft(entries.ready.popleft(), place, stream.encoding, by_line=False)
        if not data:
            break
    if problem is not None:
        raise problem
    if not place:
        raise ReadError(taken.name, "is a feed without entries")


class _Entries:
    """Collects the entries of a feed as records while the parser goes through it."""

    def __init__(self, taken: Input) -> None:
        self.ready: deque[dict[str, Any]] = deque()
        self._name = taken.name
        #: the names of the open elements
        self._open: list[str] = []
        #: the entry that is open, and how deep its fields lie
        self._entry: dict[str, Any] | None = None
        self._depth = 0
        self._text: list[str] = []
        self._feed_title: str | None = None
        # what the stream gives is UTF-8, whatever the file declares
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        # so that an entity nobody has declared (&eacute;) comes to us instead of ending the feed
        self._parser.UseForeignDTD(True)
        self._parser.SkippedEntityHandler = self._entity
        self._parser.EntityDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text.append

    def feed(self, data: bytes) -> ReadError | None:
        """Go on with `data`, empty at the end of the file; returns what is wrong with it."""
        try:
            self._parser.Parse(data, not data)
        except expat.ExpatError as error:
            problem = f"is not well-formed XML ({expat.ErrorString(error.code)})"
            return ReadError(self._name, problem, error.lineno)
        return None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if not self._open and local not in _ROOTS:
            raise ReadError(self._name, "is XML, but neither RSS nor Atom")
        self._open.append(name)
        if self._entry is None:
            self._text.clear()
            if local in _ENTRIES:
                self._entry = {}
                self._depth = len(self._open) + 1
        elif len(self._open) == self._depth:
            self._text.clear()
            self._take_attributes(local, attributes)
        elif len(self._open) > self._depth:
            self._inside(local, f"<{local}>")

    def _end(self, name: str) -> None:
        local = name.rpartition(":")[2]
        depth = len(self._open)
        self._open.pop()
        if self._entry is None:
            if local == "title" and self._feed_title is None:
                self._feed_title = _outlet("".join(self._text))
        elif depth < self._depth:
            if self._feed_title:
                self._entry.setdefault("outlet", self._feed_title)
            self.ready.append(self._entry)
            self._entry = None
        elif depth == self._depth:
            if not name.startswith(_FOREIGN):
                self._add(local, "".join(self._text).strip())
        else:
            self._inside(local, f"</{local}>")

    def _inside(self, local: str, markup: str) -> None:
        """Markup that is not escaped: Atom's content of type xhtml, or the name of an author."""
        field = self._open[self._depth - 1].rpartition(":")[2]
        if field not in _PARTS:
            self._text.append(markup)
            return
        if markup.startswith("</") and local == _PARTS[field]:
            self._add(field, "".join(self._text).strip())
        self._text.clear()

    def _take_attributes(self, local: str, attributes: dict[str, str]) -> None:
        """`<link href="…"/>` and `<category term="…"/>`."""
        if local == "link" and attributes.get("rel", "alternate") == "alternate":
            self._add("link", attributes.get("href", ""))
        elif local == "category":
            self._add("category", attributes.get("term", ""))

    def _add(self, field: str, value: str) -> None:
        """A field of the open entry; of several the first counts, but for authors and categories."""
        assert self._entry is not None  # noqa: S101 - only called inside an entry
        if not value:
            return
        if field in ("category", "author", "creator"):
            self._entry.setdefault(field, []).append(value)
        elif field == "source":
            self._entry["outlet"] = value
        else:
            self._entry.setdefault(field, value)

    def _entity(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self._text.append(html.unescape(f"&{name};"))

    def _refuse(self, *_: Any) -> None:
        raise ReadError(self._name, "declares XML entities, which no feed needs and attacks use")


def _outlet(title: str) -> str:
    """Who publishes a feed, by its title: *La Gazette - À la une* → *La Gazette*."""
    parts = [part for part in map(str.strip, _SUBTITLE.split(title)) if part]
    return next((part for part in parts if not is_boilerplate(part)), title.strip())
