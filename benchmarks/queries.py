"""How soon questions are answered, by databases of 10,000, 100,000 and 1,000,000 quotations.

    python -m benchmarks.queries [--short] [--keep FOLDER] [--runs N] [--json FILE]

Each question is asked in process, by the call that the command line makes, once of a database that has just
been opened and then again: the best counts. Then the `sqlite3` shell is given the very statements that were
sent, and tells by its own clock what they take.

The databases are made up (`benchmarks/databases.py`). To make a million quotations takes five minutes: with
`--keep` they are left in a folder for the next time. The short form asks 10,000.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from sqlite3 import connect
from typing import Any

from sqlalchemy import event

from benchmarks.databases import make
from benchmarks.harness import Figure, arguments, best, show
from quotes.model import Scheme
from quotes.search import parse
from quotes.storage import By, Database, Filter, Sort
from quotes.storage.completing import Names, names_beginning

_SIZES = (10_000, 100_000, 1_000_000)
#: milliseconds hoped for at a million
_TARGETS = {"list": 20, "search": 50, "count": 500}
#: how much longer than the sqlite3 shell all may take together
_RATIO = 1.5
#: a question that takes longer is asked no more often than it has to be, in seconds
_LONG = 2.0
_TIMER = re.compile(r"user ([0-9.]+) sys ([0-9.]+)")

_Ask = Callable[[Database], object]


@dataclass(frozen=True, slots=True)
class _Question:
    """Something to ask."""

    #: list, search, count, or something else, for which no time is hoped for
    sort: str
    name: str
    ask: _Ask


@dataclass(frozen=True, slots=True)
class _Known:
    """Whom and what to ask a database for."""

    #: who is quoted most, and somebody who is quoted thirty times
    often: str
    seldom: str
    #: the outlet with the most articles, and that with the fewest
    large: str
    small: str
    #: a topic that a sixth of all articles have, and one that few have
    subject: str
    keyword: str
    quotation: int


def main() -> None:
    parser = arguments(__doc__, None)
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="where databases are looked for, and left"
    )
    given = parser.parse_args()
    sizes = _SIZES[:1] if given.short else _SIZES
    with tempfile.TemporaryDirectory() as folder:
        figures = [one for size in sizes for one in _asked(given.keep or Path(folder), size, given.runs)]
    notes = [] if shutil.which("sqlite3") else ["no sqlite3 shell here: nothing to compare with"]
    show(__doc__, figures, given, *notes)


def _asked(folder: Path, size: int, runs: int) -> Iterator[Figure]:
    """What every question takes."""
    path = _database(folder, size)
    known = _known(path)
    times: dict[str, dict[str, float]] = {sort: {} for sort in _TARGETS}
    in_process, in_shell = 0.0, 0.0
    for question in (*_lists(known), *_searches(known), *_counts(known), *_others(known, path)):
        name = f"{size:,}: {question.sort} {question.name}".replace("  ", " ")
        with Database.open(path) as database:
            began = time.process_time()
            question.ask(database)
            first = time.process_time() - began
            again = best(partial(question.ask, database), 1 if first > _LONG else runs)
            shell = _in_shell(path, database, question.ask, 1 if first > _LONG else runs)
        yield Figure(f"{name}, first", first * 1000, "ms")
        yield Figure(f"{name}, again", again * 1000, "ms")
        if shell:
            in_process, in_shell = in_process + again, in_shell + shell
            yield Figure(f"{name}, in the shell", shell * 1000, "ms")
        times.get(question.sort, {})[question.name] = again * 1000
    for sort, those in times.items():
        slowest = max(those, key=those.__getitem__)
        yield Figure(f"{size:,}: slowest {sort}: {slowest}", those[slowest], "ms", at_most=_TARGETS[sort])
    if in_shell:
        yield Figure(f"{size:,}: all by the sqlite3 shell", in_process / in_shell, "times", at_most=_RATIO)


def _lists(known: _Known) -> Iterator[_Question]:
    asked = {
        "the newest": Filter(),
        "who is quoted most": Filter(speaker=known.often),
        "who is quoted 30 times": Filter(speaker=known.seldom),
        "of a year": Filter(since="2012", until="2012"),
        "of a day": Filter(on="2012-05-12"),
        "about a subject": Filter(topics=(known.subject,)),
        "about a keyword": Filter(topics=(known.keyword,)),
        "speaker, subject, years": Filter(
            speaker=known.often, topics=(known.subject,), since="2010", until="2015"
        ),
        "of a large outlet": Filter(outlet=known.large),
        "of a small outlet": Filter(outlet=known.small),
        "by speaker": Filter(sort=Sort.SPEAKER),
        "the surest": Filter(sort=Sort.CONFIDENCE),
    }
    for name, wanted in asked.items():
        limited = Filter(**{field: getattr(wanted, field) for field in _FIELDS} | {"limit": 10})
        yield _Question("list", name, partial(_listed, wanted=limited))


_FIELDS = tuple(name for name in Filter.__dataclass_fields__ if name != "limit")


def _listed(database: Database, wanted: Filter) -> object:
    return list(database.quotations(wanted))


def _searches(known: _Known) -> Iterator[_Question]:
    for name, words, wanted in (
        ("a word of one in 100", "vaccin", Filter(limit=10)),
        ("a word of one in 40", "gouvernement", Filter(limit=10)),
        ("two words", "gouvernement prix", Filter(limit=10)),
        ("a phrase", '"dans la ville"', Filter(limit=10)),
        ("a word, of a speaker", "vaccin", Filter(speaker=known.often, limit=10)),
        ("a word, of a year", "vaccin", Filter(since="2012", until="2012", limit=10)),
    ):
        yield _Question("search", name, partial(_searched, words=words, wanted=wanted))


def _searched(database: Database, words: str, wanted: Filter) -> object:
    return list(database.search(parse(words), wanted))


def _counts(known: _Known) -> Iterator[_Question]:
    yield _Question("count", "speakers, 50", lambda db: list(db.speakers(Filter(), limit=50)))
    yield _Question("count", "topics, 50", lambda db: list(db.topics(Filter(), limit=50)))
    yield _Question("count", "subjects", lambda db: list(db.topics(Filter(), scheme=Scheme.SUBJECT)))
    for by in By:
        yield _Question("count", f"stats by {by}, 50", partial(_counted, by=by, wanted=Filter()))
    of_one = partial(_counted, by=By.MONTH, wanted=Filter(speaker=known.often))
    yield _Question("count", "stats by month, of a speaker", of_one)
    yield _Question("count", "in all", lambda db: db.totals(Filter()))


def _counted(database: Database, by: By, wanted: Filter) -> object:
    return list(database.stats(wanted, by, limit=50))


def _paired(database: Database, one: By, other: By) -> object:
    return list(database.pairs(Filter(), one, other, top=5))


def _others(known: _Known, path: Path) -> Iterator[_Question]:
    asked: dict[str, _Ask] = {
        "stats by outlet and speaker-kind": partial(_paired, one=By.OUTLET, other=By.SPEAKER_KIND),
        "stats by subject and speaker-kind": partial(_paired, one=By.SUBJECT, other=By.SPEAKER_KIND),
        "stats by month and speaker, 5": partial(_paired, one=By.MONTH, other=By.SPEAKER),
        "show": lambda db: (db.evidence(known.quotation), db.printings(known.quotation)),
        "article": lambda db: db.article(1, Filter()),
        "articles, 10": lambda db: list(db.articles(Filter(limit=10))),
        "what to review, 10": lambda db: db.to_review(Filter(limit=10)),
        "all of who is quoted most": lambda db: list(db.quotations(Filter(speaker=known.often))),
        "a name to complete": lambda _: names_beginning(path, Names.SPEAKERS, "ann"),
        "a topic to complete": lambda _: names_beginning(path, Names.TOPICS, "sp"),
    }
    for name, ask in asked.items():
        yield _Question("", name, ask)


def _in_shell(path: Path, database: Database, ask: _Ask, runs: int) -> float | None:
    """Processor seconds that the `sqlite3` shell tells for the statements of a question; None without it."""
    shell = shutil.which("sqlite3")
    sent: list[str] = []

    def take(_connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        filled = iter(values or ())
        sent.append(re.sub(r"\?", lambda _: _literal(next(filled)), statement))

    event.listen(database._engine, "before_cursor_execute", take)
    try:
        ask(database)
    finally:
        event.remove(database._engine, "before_cursor_execute", take)
    asked = [one for one in sent if not one.startswith("BEGIN")]
    if shell is None or not asked:
        return None
    script = ".timer on\n" + "".join(f"{one};\n" for one in asked) * runs
    done = subprocess.run(
        [shell, "-readonly", path], input=script, capture_output=True, text=True, check=True
    )
    times = [float(user) + float(system) for user, system in _TIMER.findall(done.stdout)]
    each = [times[start :: len(asked)] for start in range(len(asked))]
    return sum(map(min, each))


def _literal(value: object) -> str:
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)


def _database(folder: Path, size: int) -> Path:
    path = folder / f"quotes-{size}.db"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        print(f"{path}: making {size:,} quotations …", file=sys.stderr, flush=True)
        # under another name until it is whole
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        make(unfinished, size)
        unfinished.rename(path)
    return path


def _known(path: Path) -> _Known:
    quoted = (
        "SELECT name FROM speaker JOIN (SELECT speaker_id, count(*) AS found FROM quotation GROUP BY 1) "
        "ON speaker_id = id WHERE found >= 30 ORDER BY found DESC"
    )
    published = "SELECT outlet FROM article WHERE outlet IS NOT NULL GROUP BY 1 ORDER BY count(*)"
    keywords = "SELECT label FROM topic WHERE scheme = 'keyword' ORDER BY id DESC LIMIT 1"
    with closing(connect(path)) as sql:
        (often,), *_, (seldom,) = sql.execute(quoted).fetchall()
        (small,), *_, (large,) = sql.execute(published).fetchall()
        (keyword,) = sql.execute(keywords).fetchone()
        (quotation,) = sql.execute("SELECT max(id) FROM quotation WHERE kind = 'direct'").fetchone()
    return _Known(often, seldom, large, small, "Sport", keyword, quotation)


if __name__ == "__main__":
    main()
