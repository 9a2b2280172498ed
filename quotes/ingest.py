"""Where reading, parsing, topics and storage meet: paths go in, a filled database comes out.

    read ──▶ what is stored already goes by ──▶ parsed, by several processes ──▶ stored, many at a time

What `quotes export` wrote goes the same way, and is stored as it was, not parsed.

Everything streams: however many articles there are, few are held at once, and they are stored in the order
in which they were read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import groupby, islice, tee
from pathlib import Path
from typing import TypeVar

from quotes.archive import ArticleRecord, Record
from quotes.extraction import Found, ParseError, find
from quotes.model import Article, Kind
from quotes.parsing import VERSION
from quotes.reading import Log, Options, Source, read_all, walk
from quotes.storage import Database, Outcome, Saving, Status
from quotes.storage.errors import RefusedValueError
from quotes.topics import declared_topics
from quotes.workers import in_order

#: called before each source with (sources done, sources in all), and once at the end
Progress = Callable[[int, int], None]

#: articles looked up, and stored, at a time
_BATCH = 50

_Item = TypeVar("_Item")
#: an article and whether it has to be parsed, or a record of an export
_LookedUp = tuple[Article, bool] | Record
#: what comes to be stored
_Ready = Saving | ParseError | Record


@dataclass(slots=True)
class Counts:
    """What an ingestion did."""

    #: articles read, whatever became of them
    read: int = 0
    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    #: sources or articles that were given up
    failed: int = 0
    #: quotations stored by this ingestion, terms not counted
    quotations: int = 0
    #: what was mended while reading, in one line; None when nothing was
    mended: str | None = None

    def took(self, outcome: Outcome, quotations: int) -> None:
        """Count an article with so many quotations, whatever became of it."""
        match outcome:
            case Outcome.ADDED:
                self.added += 1
            case Outcome.REPLACED:
                self.replaced += 1
            case Outcome.UNCHANGED:
                self.unchanged += 1
                return
        self.quotations += quotations


def ingest(
    db: Database,
    paths: Iterable[str | Path],
    *,
    options: Options | None = None,
    workers: int = 1,
    counts: Counts | None = None,
    on_progress: Progress = lambda done, total: None,
    on_failure: Callable[[str], None] = lambda message: None,
    on_stored: Callable[[str], None] = lambda message: None,
) -> Counts:
    """Read, parse (in so many processes) and store every article under `paths`.

    An article is stored with all that belongs to it, or not at all; one that is stored already, unchanged,
    is not parsed again. What cannot be read is told to `on_failure`, one line each, and the rest goes on;
    a StorageError or a WorkerError ends the whole, with what was stored so far kept. `on_stored` is told
    what became of each article. `options` says how to read. `counts`, if given, is true whenever this is
    interrupted.
    """
    counts = Counts() if counts is None else counts

    def give_up(message: str) -> None:
        counts.failed += 1
        on_failure(message)

    log = Log(lambda error: give_up(str(error)))
    read, looked_up = tee(_looked_up(db, _read(list(walk(paths)), options, log, on_progress)))
    with closing(in_order(find, map(_to_parse, looked_up), workers=workers)) as found:
        for batch in _batches(map(_ready, read, found)):
            for one in _stored(db, batch, give_up):
                counts.read += 1
                if one.outcome is not None:
                    counts.took(one.outcome, one.quotations)
                    on_stored(f"{one.source}: {one.outcome}")
    counts.mended = log.mended()
    return counts


def _read(
    sources: Sequence[Source], options: Options | None, log: Log, on_progress: Progress
) -> Iterator[Article | Record]:
    """The articles of all sources, ready to be parsed and stored, and records of exports."""
    for done, source in enumerate(sources):
        on_progress(done, len(sources))
        for one in read_all(source, options, log):
            yield replace(one, topics=declared_topics(one)) if isinstance(one, Article) else one
    on_progress(len(sources), len(sources))


def _looked_up(db: Database, read: Iterable[Article | Record]) -> Iterator[_LookedUp]:
    """Each article, and whether it has to be parsed."""
    for batch in _batches(read):
        articles = [one for one in batch if isinstance(one, Article)]
        current = iter(db.are_current(articles))
        for one in batch:
            yield (one, not next(current)) if isinstance(one, Article) else one


def _to_parse(read: _LookedUp) -> Article | None:
    """The article, if it has to be parsed: nothing else is sent to another process."""
    return read[0] if isinstance(read, tuple) and read[1] else None


def _ready(read: _LookedUp, found: Found | ParseError | None) -> _Ready:
    """What was read, with what was found in it."""
    if not isinstance(read, tuple):
        return read
    return found if isinstance(found, ParseError) else _saving(read[0], found)


def _saving(article: Article, found: Found | None) -> Saving:
    if found is None:
        return Saving(article, None, VERSION)
    return Saving(article, found.quotations, VERSION, found.topics)


@dataclass(frozen=True, slots=True)
class _Done:
    """What became of an article."""

    source: str | None
    #: None: it was given up
    outcome: Outcome | None
    #: that it has now, terms and what a person rejected not counted
    quotations: int = 0


def _stored(db: Database, batch: Iterable[_Ready], give_up: Callable[[str], None]) -> Iterator[_Done]:
    """Store a batch in its order, neighbouring articles together."""
    for together, ones in groupby(batch, lambda one: isinstance(one, Saving)):
        if together:
            yield from _saved(db, [one for one in ones if isinstance(one, Saving)], give_up)
            continue
        for one in ones:
            if isinstance(one, ParseError):
                give_up(str(one))
                yield _Done(None, None)
            elif not isinstance(one, Saving):
                yield from _restored(db, one, give_up)


def _saved(db: Database, left: list[Saving], give_up: Callable[[str], None]) -> Iterator[_Done]:
    while left:
        outcomes = db.save_all(left)
        for saving, outcome in zip(left, outcomes, strict=False):
            if isinstance(outcome, RefusedValueError):
                give_up(f"{saving.article.source}: {outcome}")
                yield _Done(saving.article.source, None)
            else:
                count = sum(quotation.kind != Kind.TERM for quotation in saving.quotations or ())
                yield _Done(saving.article.source, outcome, count)
        left = left[len(outcomes) :]
        if left:  # it was there when it was looked up, and one before it has taken its place
            again = find(left[0].article)
            if isinstance(again, ParseError):
                yield from _stored(db, [again], give_up)
                del left[0]
            else:
                left[0] = _saving(left[0].article, again)


def _restored(db: Database, record: Record, give_up: Callable[[str], None]) -> Iterator[_Done]:
    """Store what a record of an export holds."""
    name = record.source if isinstance(record, ArticleRecord) else record.name
    try:
        outcome = db.restore(record)
    except RefusedValueError as error:
        give_up(f"{name}: {error}")
        outcome = None
    if isinstance(record, ArticleRecord):
        counted = [one for one in record.quotations if _counts(one.kind, one.status)]
        yield _Done(name, outcome, len(counted))


def _counts(kind: Kind, status: Status) -> bool:
    return kind is not Kind.TERM and status is not Status.REJECTED


def _batches(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    items = iter(items)
    return iter(lambda: list(islice(items, _BATCH)), [])
