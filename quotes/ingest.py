"""Where reading, parsing, topics and storage meet: paths go in, a filled database comes out.

    read ──▶ what is stored already goes by ──▶ parsed, by several processes ──▶ stored, many at a time

Everything streams: however many articles there are, few are held at once, and they are stored in the order
in which they were read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from quotes.extraction import ParseError, parse
from quotes.model import Article, Kind
from quotes.parsing import VERSION
from quotes.reading import Log, Options, Source, read, walk
from quotes.storage import Database, Outcome, Saving
from quotes.storage.errors import RefusedValueError
from quotes.topics import declared_topics, topics_of
from quotes.workers import in_order

#: called before each source with (sources done, sources in all), and once at the end
Progress = Callable[[int, int], None]

#: articles looked up, and stored, at a time
_BATCH = 50

_Item = TypeVar("_Item")


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
    log = Log(lambda error: _give_up(counts, str(error), on_failure))
    articles = _articles(list(walk(paths)), options, log, on_progress)
    for batch in _batches(in_order(_parsed, _looked_up(db, articles), workers=workers)):
        for saving, outcome in _stored(db, batch, counts, on_failure):
            _count(counts, saving, outcome)
            on_stored(f"{saving.article.source}: {outcome}")
    counts.mended = log.mended()
    return counts


def _give_up(counts: Counts, message: str, on_failure: Callable[[str], None]) -> None:
    counts.failed += 1
    on_failure(message)


def _articles(
    sources: Sequence[Source], options: Options | None, log: Log, on_progress: Progress
) -> Iterator[Article]:
    """The articles of all sources, ready to be parsed and stored."""
    for done, source in enumerate(sources):
        on_progress(done, len(sources))
        for article in read(source, options, log):
            yield replace(article, topics=declared_topics(article))
    on_progress(len(sources), len(sources))


def _looked_up(db: Database, articles: Iterable[Article]) -> Iterator[tuple[Article, bool]]:
    """Each article, and whether it has to be parsed."""
    for batch in _batches(articles):
        for article, current in zip(batch, db.are_current(batch), strict=True):
            yield article, not current


def _parsed(given: tuple[Article, bool]) -> Saving | ParseError:
    """An article with what the parser finds in it, if it has to be parsed."""
    article, to_parse = given
    if not to_parse:
        return Saving(article, None, VERSION)
    try:
        return Saving(article, parse(article), VERSION, topics_of(article))
    except ParseError as error:
        return error


def _stored(
    db: Database, batch: Sequence[Saving | ParseError], counts: Counts, on_failure: Callable[[str], None]
) -> Iterator[tuple[Saving, Outcome]]:
    """Store a batch; gives what is there now, and tells what is not."""
    counts.read += len(batch)
    for error in batch:
        if isinstance(error, ParseError):
            _give_up(counts, str(error), on_failure)
    left = [saving for saving in batch if isinstance(saving, Saving)]
    while left:
        outcomes = db.save_all(left)
        for saving, outcome in zip(left, outcomes, strict=False):
            if isinstance(outcome, RefusedValueError):
                _give_up(counts, f"{saving.article.source}: {outcome}", on_failure)
            else:
                yield saving, outcome
        left = left[len(outcomes) :]
        if left:  # it was there when it was looked up, and one before it has taken its place
            again = _parsed((left[0].article, True))
            if isinstance(again, ParseError):
                _give_up(counts, str(again), on_failure)
            left[:1] = [again] if isinstance(again, Saving) else []


def _count(counts: Counts, saving: Saving, outcome: Outcome) -> None:
    match outcome:
        case Outcome.ADDED:
            counts.added += 1
        case Outcome.REPLACED:
            counts.replaced += 1
        case Outcome.UNCHANGED:
            counts.unchanged += 1
            return
    counts.quotations += sum(quotation.kind != Kind.TERM for quotation in saving.quotations or ())


def _batches(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    items = iter(items)
    return iter(lambda: list(islice(items, _BATCH)), [])
