"""Where reading, parsing, topics and storage meet: paths go in, a filled database comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from quotes.archive import ArticleRecord, Record
from quotes.extraction import ParseError, parse
from quotes.model import Article, Kind
from quotes.parsing import VERSION
from quotes.reading import Log, Options, Source, read_all, walk
from quotes.storage import Database, Outcome, Status
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
    on_progress: Progress = lambda done, total: None,
    on_failure: Callable[[str], None] = lambda message: None,
    on_stored: Callable[[str], None] = lambda message: None,
) -> Counts:
    """Read, parse and store every article under `paths`, each in a transaction of its own.

    `options` says how to read. An article that is stored already, unchanged, is not parsed again; what
    `quotes export` wrote is stored as it was, not parsed.
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
            try:
                if not isinstance(article, Article):
                    _restore(db, article, counts, on_stored)
                    continue
                counts.read += 1
                outcome = _store(db, article, counts)
                on_stored(f"{article.source}: {outcome}")
            except ParseError as error:
                _give_up(counts, str(error), on_failure)
            except RefusedValueError as error:
                _give_up(counts, f"{_name(article)}: {error}", on_failure)
    on_progress(len(sources), len(sources))
    counts.mended = log.mended()
    return counts


def _give_up(counts: Counts, message: str, on_failure: Callable[[str], None]) -> None:
    counts.failed += 1
    on_failure(message)


def _articles(source: Source, options: Options | None, log: Log) -> Iterator[Article | Record]:
    """The articles of a source, ready to be parsed and stored, and records of an export."""
    for one in read_all(source, options, log):
        yield replace(one, topics=declared_topics(one)) if isinstance(one, Article) else one


def _name(one: Article | Record) -> str | None:
    """What a failure is told about."""
    return one.source if isinstance(one, Article | ArticleRecord) else one.name


def _restore(db: Database, record: Record, counts: Counts, on_stored: Callable[[str], None]) -> None:
    """Store what a record of an export holds."""
    outcome = db.restore(record)
    if not isinstance(record, ArticleRecord):
        return
    counts.read += 1
    quotations = [one for one in record.quotations if one.kind != Kind.TERM and one.status != Status.REJECTED]
    counts.took(outcome, len(quotations))
    on_stored(f"{record.source}: {outcome}")


def _store(db: Database, article: Article, counts: Counts) -> Outcome:
    """Parse and save one article unless the database has it as it is."""
    if db.is_current(article, parser=VERSION):
        counts.unchanged += 1
        return Outcome.UNCHANGED
    quotations = parse(article)
    outcome = db.save(article, quotations, parser=VERSION, topics=topics_of(article))
    counts.took(outcome, sum(quotation.kind != Kind.TERM for quotation in quotations))
    return outcome
