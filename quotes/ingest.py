"""Where reading, parsing, topics and storage meet: paths go in, a filled database comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from quotes.extraction import ParseError, parse
from quotes.model import Article, Kind
from quotes.parsing import VERSION
from quotes.reading import Log, Options, Source, read, walk
from quotes.storage import Database, Outcome
from quotes.storage.errors import RefusedValueError
from quotes.topics import declared_topics, topics_of

#: called before each source with (sources done, sources in all), and once at the end
Progress = Callable[[int, int], None]


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
    on_progress: Progress = lambda done, total: None,
    on_failure: Callable[[str], None] = lambda message: None,
    on_stored: Callable[[str], None] = lambda message: None,
) -> Counts:
    """Read, parse and store every article under `paths`, each in a transaction of its own.

    `options` says how to read. An article that is stored already, unchanged, is not parsed again.
    What cannot be read is told to `on_failure`, one line each, and the rest goes on;
    a StorageError ends the whole, with what was stored so far kept.
    `on_stored` is told what became of each article.
    """
    counts = Counts()
    log = Log(lambda error: _give_up(counts, str(error), on_failure))
    sources = list(walk(paths))
    for done, source in enumerate(sources):
        on_progress(done, len(sources))
        for article in _articles(source, options, log):
            counts.read += 1
            try:
                outcome = _store(db, article, counts)
                on_stored(f"{article.source}: {outcome}")
            except ParseError as error:
                _give_up(counts, str(error), on_failure)
            except RefusedValueError as error:
                _give_up(counts, f"{article.source}: {error}", on_failure)
    on_progress(len(sources), len(sources))
    counts.mended = log.mended()
    return counts


def _give_up(counts: Counts, message: str, on_failure: Callable[[str], None]) -> None:
    counts.failed += 1
    on_failure(message)


def _articles(source: Source, options: Options | None, log: Log) -> Iterator[Article]:
    """The articles of a source, ready to be parsed and stored."""
    for article in read(source, options, log):
        yield replace(article, topics=declared_topics(article))


def _store(db: Database, article: Article, counts: Counts) -> Outcome:
    """Parse and save one article unless the database has it as it is."""
    if db.is_current(article, parser=VERSION):
        counts.unchanged += 1
        return Outcome.UNCHANGED
    quotations = parse(article)
    outcome = db.save(article, quotations, parser=VERSION, topics=topics_of(article))
    match outcome:
        case Outcome.ADDED:
            counts.added += 1
        case Outcome.REPLACED:
            counts.replaced += 1
        case Outcome.UNCHANGED:
            counts.unchanged += 1
            return outcome
    counts.quotations += sum(quotation.kind != Kind.TERM for quotation in quotations)
    return outcome
