"""The formats that can be read, how each is recognised, and the way from a source to its articles.

A new format is a reader (from an open file to drafts of articles, one for a text, many for a collection)
and a line in `READERS`, with its extensions in `EXTENSIONS`.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath

from quotes.archive import ArticleRecord, Record
from quotes.model import Article
from quotes.reading.delimited import read_table
from quotes.reading.drafts import Draft, Input
from quotes.reading.encodings import UTF8, binary_kind
from quotes.reading.errors import ReadError
from quotes.reading.feeds import read_feed
from quotes.reading.jsondocs import read_json
from quotes.reading.jsonlines import read_json_lines
from quotes.reading.log import Log
from quotes.reading.mojibake import repair, repair_given
from quotes.reading.options import Options
from quotes.reading.pages import read_page
from quotes.reading.plain import read_plain, to_article
from quotes.reading.sniffing import format_of
from quotes.reading.sources import Source
from quotes.reading.streams import opened

#: an open file → drafts, records of an export and, for what is neither, errors; raises ReadError for the file
Reader = Callable[[Input], Iterator[Draft | Record | ReadError]]

READERS: Mapping[str, Reader] = {
    "txt": read_plain,
    "html": read_page,
    "jsonl": read_json_lines,
    "json": read_json,
    "csv": read_table,
    "tsv": read_table,
    "feed": read_feed,
}
FORMATS = tuple(READERS)
EXTENSIONS: Mapping[str, str] = {
    ".txt": "txt",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
}
#: annotated articles, which `quotes evaluate` reads, may lie beside the articles they annotate
_ANNOTATION = "gold.jsonl"


def counts_in_folder(name: str) -> bool:
    """Whether a file is one of articles when a folder is walked."""
    is_annotation = name == _ANNOTATION or name.endswith(f".{_ANNOTATION}")
    return extension_of(name) in EXTENSIONS and not name.startswith(".") and not is_annotation


def extension_of(name: str) -> str:
    """The extension in lower case, that of compression left aside; empty when there is none."""
    return PurePath(name.lower().removesuffix(".gz")).suffix


def read(source: Source, options: Options | None = None, log: Log | None = None) -> Iterator[Article]:
    """The articles of one source, in order; what fails, and what was mended, is told to `log`.

    Without a log the first failure raises its ReadError.
    """
    for one in read_all(source, options, log):
        if isinstance(one, Article):
            yield one
        elif isinstance(one, ArticleRecord):
            yield one.article()


def read_all(
    source: Source, options: Options | None = None, log: Log | None = None
) -> Iterator[Article | Record]:
    """The same, and what `quotes export` wrote as the records that it wrote."""
    options, log = options or Options(), log or Log()
    try:
        with opened(source, options) as taken:
            yield from _articles(taken, log)
    except ReadError as error:
        log.on_failure(error)
    except EOFError:
        log.on_failure(ReadError(source.name, "is cut off (the compressed file has no end); get it again"))
    except (gzip.BadGzipFile, zlib.error) as error:
        log.on_failure(ReadError(source.name, f"is damaged ({error}); get it again"))
    except OSError as error:
        log.on_failure(ReadError(source.name, f"cannot be read ({error.strerror or error})"))


def _articles(taken: Input, log: Log) -> Iterator[Article | Record]:
    if not taken.head.strip():
        raise ReadError(taken.name, "is empty")
    if kind := binary_kind(taken.head):
        raise ReadError(taken.name, f"is {kind}, not text; save it as text first")
    name = taken.options.format or format_of(taken.head, extension_of(taken.name), EXTENSIONS)
    if name is None:
        known = ", ".join(EXTENSIONS)
        extension = extension_of(taken.name)
        problem = f"{extension} files cannot be read; those that can: {known} (or say what it is with --as)"
        raise ReadError(taken.name, problem)
    for draft in READERS[name](taken):
        if isinstance(draft, ReadError):
            log.on_failure(draft)
        elif isinstance(draft, Draft):
            yield _finished(taken, draft, log)
        else:
            yield _as_said(draft, taken.options)


def _as_said(record: Record, options: Options) -> Record:
    """The record, with what the user says of every article."""
    said: dict[str, str] = {}
    if options.outlet:
        said |= {"outlet": options.outlet}
    if options.date:
        said |= {"date": options.date, "date_source": "option"}
    if not said or not isinstance(record, ArticleRecord):
        return record
    # its content is another now
    return replace(record, hash=None, **said)  # type: ignore[arg-type]


def _finished(taken: Input, draft: Draft, log: Log) -> Article:
    """The article of a draft: repaired, what it does not say inferred, what the user says put first."""
    text, given = repair(draft.text), repair_given(draft.given)
    log.decoded += draft.encoding != UTF8
    log.repaired += (text, given) != (draft.text, draft.given)
    # a slash would make it part of a path
    record = draft.record and draft.record.replace("/", "%2F")
    article = to_article(f"{taken.name}#{record}" if record else taken.name, given, text)
    if draft.shown_date and article.date_source in (None, "url"):
        article = replace(article, date=draft.shown_date, date_source="text")
    if taken.options.outlet:
        article = replace(article, outlet=taken.options.outlet)
    if taken.options.date:
        article = replace(article, date=taken.options.date, date_source="option")
    return article
