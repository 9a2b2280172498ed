"""Commands that are killed while they work, and what has to be true of their database afterwards.

    python tests/faults/killing.py --kills 50

kills each kind of command so often, prints what was done, and fails when a database was not whole.
The tests do the same with fewer kills.
"""

from __future__ import annotations

import argparse
import gzip
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from quotes.cli.corpus import sample_articles
from quotes.storage import Database
from quotes.storage.checking import problems
from quotes.storage.revisions import State, look

Rows = list[tuple[object, ...]]

#: kills before a command may end
_IN_A_ROW = 3

#: every article with what belongs to it, its parts in their order
WHOLE = (
    "SELECT a.key, a.text, (SELECT count(*) FROM article_topic WHERE article_id = a.id), "
    "(SELECT group_concat(one, char(10)) FROM (SELECT q.start || ' ' || q.kind || coalesce(s.name, '') "
    "AS one FROM quotation q LEFT JOIN speaker s ON s.id = q.speaker_id WHERE q.article_id = a.id "
    'ORDER BY q.start, q."end")) FROM article a'
)
DECISIONS = (
    "SELECT a.key, q.text, q.status, q.kind FROM quotation q JOIN article a ON a.id = q.article_id "
    "WHERE q.status <> 'auto' ORDER BY 1, q.start, 2"
)
#: a person's, on every seventh quotation
DECIDE = (
    "UPDATE quotation SET status = CASE id % 3 WHEN 0 THEN 'confirmed' WHEN 1 THEN 'rejected' "
    "ELSE 'corrected' END, confidence = 1 WHERE id % 7 = 0"
)
#: as a parser would leave it that finds nobody
FORGET = (
    "UPDATE quotation SET speaker_id = NULL, rule = NULL, mention = NULL, mention_start = NULL, "
    "mention_end = NULL WHERE status = 'auto'"
)
#: so many more articles, each with the quotations of the first
MANY = """
CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
    SELECT i FROM n;
INSERT INTO article (id, key, hash, text, title, parser, ingested_at)
    SELECT 1000 + i, 'copy ' || i, 'copy ' || i, text, title, parser, ingested_at FROM article, n
    WHERE id = (SELECT min(id) FROM article);
INSERT INTO quotation (article_id, start, "end", text, text_folded, kind, speaker_id, confidence, nested)
    SELECT 1000 + i, start, "end", text, text_folded, kind, speaker_id, confidence, nested FROM quotation, n
    WHERE article_id = (SELECT min(id) FROM article) AND start IS NOT NULL;
"""


@dataclass(frozen=True)
class Victim:
    """A kind of command that is killed."""

    name: str
    #: fills the database on which it works, in an empty folder that is given
    prepare: Callable[[Path], None]
    #: its arguments, but for the database
    arguments: tuple[str, ...]
    #: it is one transaction: done or not done
    at_once: bool = False


@dataclass
class Tally:
    """What was done to it."""

    kills: int = 0
    #: it had finished before it could be killed
    late: int = 0
    #: what was not as it should be
    wrong: list[str] = field(default_factory=list)


def sample_copies(folder: Path, copies: int = 4) -> Path:
    """The sample articles, each several times under other addresses."""
    into = folder / "articles"
    into.mkdir()
    for path in sorted(sample_articles().glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for number in range(copies):
            copy = text.replace(".example/", f".example/{number}/")
            (into / f"{number}-{path.name}").write_text(copy, encoding="utf-8")
    return into


def _nothing_yet(folder: Path) -> None:
    sample_copies(folder)


def _decided(folder: Path) -> None:
    run("ingest", sample_copies(folder), "--db", folder / "quotes.db")
    _execute(folder / "quotes.db", DECIDE, FORGET)


def _large(folder: Path) -> None:
    run("ingest", sample_copies(folder, 1), "--db", folder / "quotes.db")
    _execute(folder / "quotes.db", *MANY.format(count=3000).split(";\n"), DECIDE)


def _old(folder: Path) -> None:
    packed = Path(__file__).parent / "revisions" / "0001.db.gz"
    (folder / "quotes.db").write_bytes(gzip.decompress(packed.read_bytes()))
    _execute(folder / "quotes.db", *MANY.format(count=1000).split(";\n"), DECIDE)


VICTIMS = (
    Victim("ingest", _nothing_yet, ("ingest", "articles", "--workers", "1")),
    Victim("ingest, two workers", _nothing_yet, ("ingest", "articles", "--workers", "2")),
    Victim("reparse", _decided, ("reparse", "--all")),
    Victim("speakers merge", _large, ("speakers", "merge", "Vasseur-Daubrac", "Aebischer"), at_once=True),
    Victim("db upgrade", _old, ("db", "upgrade", "--no-backup"), at_once=True),
)


def kill(victim: Victim, kills: int, folder: Path, seed: int = 0) -> Tally:
    """Kill a command so often at random moments, let it end, and compare with what it does undisturbed."""
    chance = random.Random(seed)
    before, after, work = folder / "before", folder / "after", folder / "work"
    before.mkdir()
    victim.prepare(before)
    # always in the same folder: articles without an address are known by their path
    shutil.copytree(before, work)
    took = run(*victim.arguments, folder=work)
    work.rename(after)
    legal = _Legal(before / "quotes.db", after / "quotes.db", victim.at_once)
    tally = Tally()
    while tally.kills < kills:
        shutil.copytree(before, work)
        done = False
        for _ in range(_IN_A_ROW):
            moment = chance.uniform(0.2, 1.0) * took
            done = not _killed(victim.arguments, work, moment)
            tally.kills += not done
            tally.late += done
            took = moment if done else took  # the machine has become faster
            tally.wrong += legal.broken(work / "quotes.db")
            if done:
                break
        # what is done at once and was done before it was killed cannot be done again
        if not done and not legal.is_reached(work / "quotes.db"):
            run(*victim.arguments, folder=work)
        if not legal.is_reached(work / "quotes.db"):
            tally.wrong.append("what a later run completes is not what an undisturbed run makes")
        shutil.rmtree(work)
    return tally


class _Legal:
    """What a database may look like while a command has not ended."""

    def __init__(self, before: Path, after: Path, at_once: bool) -> None:
        self.after = digest(after)
        #: of each article, the forms that it has before and after
        self.forms: dict[object, set[tuple[object, ...]]] = {}
        self.decisions = rows(after, DECISIONS)
        self.wholes = []
        for path in (before, after):
            forms = rows(path, WHOLE) if path.exists() else []
            self.wholes.append(sorted(map(repr, forms)))
            for form in forms:
                self.forms.setdefault(form[0], set()).add(form)
        self.at_once = at_once

    def is_reached(self, path: Path) -> bool:
        """Whether it is what the command makes of it undisturbed."""
        return look(path, wait=10).state is State.CURRENT and digest(path) == self.after

    def broken(self, path: Path) -> list[str]:
        """What is not as it may be."""
        state = look(path, wait=10).state
        if state in (State.MISSING, State.EMPTY):
            return []  # there was nothing to lose yet
        found = [str(line) for (line,) in rows(path, "PRAGMA integrity_check") if line != "ok"]
        if state is State.CURRENT:
            found += problems(path)
        forms = rows(path, WHOLE)
        found += [f"{form[0]}: is not whole" for form in forms if form not in self.forms.get(form[0], ())]
        if self.at_once and sorted(map(repr, forms)) not in self.wholes:
            found.append("is done in part")
        if not set(rows(path, DECISIONS)) <= set(self.decisions):
            found.append("decisions have changed")
        if self.wholes[0] and len(rows(path, DECISIONS)) != len(self.decisions):
            found.append("decisions are lost")
        return found


def run(*arguments: str | Path, folder: Path | None = None) -> float:
    """Let a command end; returns how many seconds it took. What it failed with is an AssertionError."""
    began = time.monotonic()
    done = subprocess.run(_line(arguments), cwd=folder, capture_output=True, timeout=600)
    assert done.returncode == 0, done.stderr.decode()
    return time.monotonic() - began


def _killed(arguments: tuple[str, ...], folder: Path, after: float) -> bool:
    """Kill a command after so many seconds; False when it had ended before."""
    with subprocess.Popen(
        _line(arguments), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            return True
    return False


def _line(arguments: tuple[str | Path, ...]) -> list[str]:
    return [sys.executable, "-m", "quotes", *map(str, arguments)]


def rows(path: Path, query: str) -> Rows:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def _execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def digest(path: Path) -> str:
    """What the database holds, in a word."""
    with Database.open(path) as database:
        return database.digest(with_times=False)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50, help="of each kind of command")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    wrong = 0
    for victim in VICTIMS:
        with tempfile.TemporaryDirectory() as folder:
            tally = kill(victim, given.kills, Path(folder), given.seed)
        print(f"{victim.name:<22} {tally.kills:>4} kills, {tally.late:>3} too late, {len(tally.wrong)} wrong")
        for line in tally.wrong[:5]:
            print(f"    {line}")
        wrong += len(tally.wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
