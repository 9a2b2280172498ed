"""What it takes to ingest articles: part by part, and in all with one process and with two.

    python -m benchmarks.ingestion [--short] [--runs N] [--json FILE] [ARTICLES.jsonl[.gz]]

The long form ingests 100,000 made-up articles and takes half an hour and 4 GB of disk. What the clock tells
(articles a second, what two processes are worth) is worth as much as the machine was at rest.
"""

from __future__ import annotations

import pickle
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from benchmarks.articles import USUAL, articles, given_or_made, line, write
from benchmarks.harness import Figure, Spent, arguments, best_of, command, show
from quotes.extraction import parse
from quotes.model import Article
from quotes.parsing import VERSION
from quotes.reading import Log, Options, read_all, walk
from quotes.storage import Database, Saving
from quotes.topics import declared_topics, topics_of

T = TypeVar("T")

#: articles of the large database, of those that everything else is done with, of those for the parts; when
#: it is to be short, see `_SHORT`
_LONG = (100_000, 10_000, 1_000)
_SHORT = (3_000, 400, 120)
#: articles looked up and stored at a time, and sent to another process at a time, as `quotes ingest` does
_BATCH, _CHUNK = 50, 8
_MINUTES, _MEMORY = 4.0, 300.0


def main() -> None:
    given = arguments(__doc__).parse_args()
    many, few, some = _SHORT if given.short else _LONG
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = [*_parts(given_or_made(given.file, some), folder, 2 if given.short else given.runs)]
        chosen = folder / "articles.jsonl"
        chosen.write_text("".join(map(line, given_or_made(given.file, few))), encoding="utf-8")
        figures += _into_empty(chosen, folder)
        large = folder / "large.db"
        if given.short:
            _fill(large, many)
        else:
            figures += _hundred_thousand(many, large, figures[-1].value)
        figures += _into_large(chosen, large, many)
    show(__doc__, figures, given)


def _parts(made: list[Article], folder: Path, runs: int) -> Iterator[Figure]:
    """Processor time of each thing that is done with an article, by itself and in one process."""
    file = folder / "parts.jsonl"
    file.write_text("".join(map(line, made)), encoding="utf-8")
    savings = [Saving(one, parse(one), VERSION, topics_of(one)) for one in _read(file)]
    read = [saving.article for saving in savings]
    chunks = _cut(savings, _CHUNK)
    packed = [pickle.dumps(chunk) for chunk in chunks]
    works: dict[str, Callable[[], object]] = {
        "read": lambda: _read(file),
        "look up": partial(_look_up, read, folder / "empty.db"),
        "parse": lambda: list(map(parse, read)),
        "topics": lambda: list(map(topics_of, read)),
        "pack": lambda: list(map(pickle.dumps, chunks)),
        "unpack": lambda: list(map(pickle.loads, packed)),
        "write, without the search indexes": partial(_write, savings, folder, indexed=False),
        "write": partial(_write, savings, folder, indexed=True),
    }
    with Database.open(folder / "empty.db", create=True):
        taken = best_of(works, runs)
    index = taken["write"] - taken.pop("write, without the search indexes")
    taken["write"] -= index
    taken["index"] = index
    usual = sum(len(article.text) for article in made) / USUAL
    for name, seconds in taken.items():
        yield Figure(f"{name}, of {USUAL:,} characters", seconds / usual * 1000, "ms", telling=True)
    yield Figure("write and index over parse", (taken["write"] + index) / taken["parse"], "", at_most=1)


def _read(file: Path) -> list[Article]:
    log = Log(lambda error: None)
    found = (one for source in walk([file]) for one in read_all(source, Options(), log))
    return [replace(one, topics=declared_topics(one)) for one in found if isinstance(one, Article)]


def _look_up(read: list[Article], empty: Path) -> None:
    with Database.open(empty) as db:
        for batch in _cut(read, _BATCH):
            db.are_current(batch)


def _write(savings: list[Saving], folder: Path, *, indexed: bool) -> None:
    """Store articles in a new database; with search indexes, or as if it had none."""
    path = folder / "written.db"
    shutil.copy(folder / "empty.db", path)
    if not indexed:
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript("DROP TRIGGER quotation_fts_insert; DROP TRIGGER article_fts_insert")
    with Database.open(path) as db:
        for batch in _cut(savings, _BATCH):
            db.save_all(batch)
    path.unlink()


def _into_empty(chosen: Path, folder: Path) -> Iterator[Figure]:
    """The whole command, with one process and with two."""
    count = len(chosen.read_text(encoding="utf-8").splitlines())
    spent = {workers: _ingest(chosen, folder / f"{workers}.db", workers) for workers in (1, 2)}
    yield from _rates(spent, count, "an empty database")
    times = spent[1].elapsed / spent[2].elapsed
    yield Figure("two processes over one, by the clock", times, "times", at_least=1.7)
    yield Figure(f"memory of a process, {count:,} articles", spent[2].peak, "MB", at_most=_MEMORY)


def _hundred_thousand(many: int, large: Path, peak: float) -> Iterator[Figure]:
    """The same with very many, whose database stays."""
    file = large.with_suffix(".jsonl")
    write(file, many)
    spent = _ingest(file, large, 2)
    yield Figure(f"{many:,} articles, 2 processes", spent.elapsed / 60, "minutes", at_most=_MINUTES)
    yield Figure(f"{many:,} articles, processor time", spent.seconds / 60, "minutes")
    yield Figure(f"memory of a process, {many:,} articles", spent.peak, "MB", at_most=_MEMORY)
    yield Figure("that over the memory for fewer", spent.peak / peak, "times", at_most=1.1)


def _fill(path: Path, many: int) -> None:
    """Make a large database in little time: few articles, again and again under other addresses."""
    made = [Saving(one, parse(one), VERSION, topics_of(one)) for one in articles(_BATCH, seed=2)]
    with Database.open(path, create=True) as db:
        for turn in range(many // _BATCH):
            again = [replace(one.article, url=f"{one.article.url}?{turn}", author=str(turn)) for one in made]
            db.save_all([replace(one, article=other) for one, other in zip(made, again, strict=True)])


def _into_large(chosen: Path, large: Path, many: int) -> Iterator[Figure]:
    """The whole command on a database that holds very many others."""
    count = len(chosen.read_text(encoding="utf-8").splitlines())
    # under other addresses and titles: in the large one there may be the same articles
    others = chosen.with_name("others.jsonl")
    ours = (replace(one, url=f"{one.url}?other", title=f"{one.title} (autre)") for one in _read(chosen))
    others.write_text("".join(map(line, ours)), encoding="utf-8")
    spent = {}
    for workers in (1, 2):
        path = large.with_name(f"large-{workers}.db")
        shutil.copy(large, path)
        spent[workers] = _ingest(others, path, workers)
        path.unlink()
    yield from _rates(spent, count, f"a database of {many:,}")


def _rates(spent: dict[int, Spent], count: int, into: str) -> Iterator[Figure]:
    for workers, used in spent.items():
        how = f"into {into}, {workers} process{'es' if workers > 1 else ''}"
        yield Figure(how, count / used.elapsed, "articles/s", telling=True)
        yield Figure(f"{how}, processor", used.seconds / count * 1000, "ms an article")


def _ingest(file: Path, path: Path, workers: int) -> Spent:
    words = ("ingest", str(file), "--db", str(path), "--workers", str(workers), "--quiet")
    return command(sys.executable, "-m", "quotes", *words)


def _cut(items: Sequence[T], size: int) -> list[Sequence[T]]:
    return [items[start : start + size] for start in range(0, len(items), size)]


if __name__ == "__main__":
    main()
