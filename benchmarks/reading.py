"""How fast each format of collections is read, and in how much memory.

    python -m benchmarks.reading [--short] [--json FILE] [--megabytes N] [--formats csv rss] [ARTICLES]

A large file of each format is made, and read in a process of its own.
"""

from __future__ import annotations

import csv
import gzip
import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from html import escape
from itertools import cycle
from pathlib import Path
from typing import TextIO

from benchmarks.articles import given_or_made
from benchmarks.harness import Figure, apart, arguments, show
from quotes.model import Article
from quotes.reading import Source, read

#: how many articles are repeated until the file is large
_DIFFERENT = 300
_FIELDS = ("id", "title", "date", "outlet", "text")
_Record = dict[str, str]


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--megabytes", type=int, help="of text in each file (default: 100)")
    parser.add_argument("--formats", nargs="+", choices=WRITERS, default=[*WRITERS], help="default: all")
    given = parser.parse_args()
    megabytes = given.megabytes or (5 if given.short else 100)
    articles = given_or_made(given.file, _DIFFERENT)
    figures: list[Figure] = []
    for name in given.formats:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"articles.{name}")
            _write(path, _records(articles, megabytes))
            spent = apart(_count, path)[1]
        figures.append(Figure(f"reading {name}", megabytes / spent.seconds, "MB/s"))
        figures.append(Figure(f"reading {name}, memory", spent.peak, "MB"))
    show(__doc__, figures, given, f"{megabytes} MB of text in each file")


def _count(path: Path) -> int:
    return sum(1 for _ in read(Source(path)))


def _records(articles: list[Article], megabytes: int) -> Iterator[_Record]:
    """The articles again and again, numbered, until there are so many megabytes of text."""
    size = 0
    for number, article in enumerate(cycle(articles)):
        if size >= megabytes * 1_000_000:
            return
        size += len(article.text.encode())
        yield {
            name: value or ""
            for name, value in ({"id": f"n{number}"} | asdict(article)).items()
            if name in _FIELDS
        }


def _write(path: Path, records: Iterator[_Record]) -> None:
    format_ = path.name.removeprefix("articles.")
    if path.suffix == ".gz":
        with gzip.open(path, "wt", encoding="utf-8", newline="") as file:
            WRITERS[format_](file, records)
    else:
        with path.open("w", encoding="utf-8", newline="") as file:
            WRITERS[format_](file, records)


def _jsonl(file: TextIO, records: Iterator[_Record]) -> None:
    for record in records:
        file.write(json.dumps(record, ensure_ascii=False) + "\n")


def _json(file: TextIO, records: Iterator[_Record]) -> None:
    file.write('{"articles": [')
    for number, record in enumerate(records):
        file.write((",\n" if number else "\n") + json.dumps(record, ensure_ascii=False))
    file.write("]}\n")


def _csv(file: TextIO, records: Iterator[_Record]) -> None:
    writer = csv.DictWriter(file, _FIELDS, delimiter=";")
    writer.writeheader()
    writer.writerows(records)


def _rss(file: TextIO, records: Iterator[_Record]) -> None:
    file.write("<rss><channel><title>La Vigie</title>\n")
    for record in records:
        paragraphs = (f"<p>{escape(one)}</p>" for one in record["text"].split("\n\n"))
        body = escape("".join(paragraphs))
        file.write(f"<item><guid>{record['id']}</guid><description>{body}</description></item>\n")
    file.write("</channel></rss>\n")


WRITERS: dict[str, Callable[[TextIO, Iterator[_Record]], None]] = {
    "jsonl": _jsonl,
    "jsonl.gz": _jsonl,
    "json": _json,
    "csv": _csv,
    "rss": _rss,
}

if __name__ == "__main__":
    main()
