"""How long commands take before they do anything, and which modules take it.

    python -m benchmarks.startup [--short] [--runs N] [--json FILE] [ARTICLES.jsonl[.gz]]

Processor time of whole processes, on a database of a few articles: it is not the database that is waited for.
What packages take to import is what Python tells with `-X importtime`: each module's own time, the least of
the runs; that is less than they cost, since telling is not for free and what they keep is not in it.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.articles import given_or_made, line
from benchmarks.harness import Figure, arguments, command, show
from quotes.model import Article

#: how many packages, and how many of our modules, are shown
_SHOWN = 6
_IMPORTED = re.compile(r"import time: +(\d+) \| +\d+ \| *(\S+)")
_VERSION = ("-m", "quotes", "--version")
_LIST = ("-m", "quotes", "list", "--limit", "10")


def main() -> None:
    given = arguments(__doc__).parse_args()
    runs = 4 if given.short else 3 * given.runs
    count = 100 if given.short else 1500
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder, "quotes.db")
        _made(db, given_or_made(given.file, count))
        figures = [*_times(db, runs), *_imports(db, runs)]
    show(__doc__, figures, given, f"a database of {count:,} articles")


def _made(db: Path, articles: list[Article]) -> None:
    path = db.with_name("articles.jsonl")
    path.write_text("".join(map(line, articles)), encoding="utf-8")
    command(sys.executable, "-m", "quotes", "ingest", path, "--db", db)


def _times(db: Path, runs: int) -> Iterator[Figure]:
    """The best of so many runs of each command, in turns."""
    commands = {
        "python -c pass": ("-c", "pass"),
        "quotes --version": _VERSION,
        "quotes list --limit 10": _LIST,
        "quotes search eau": ("-m", "quotes", "search", "eau"),
        "quotes speakers --limit 10": ("-m", "quotes", "speakers", "--limit", "10"),
    }
    spent = dict.fromkeys(commands, float("inf"))
    for _ in range(runs):
        for name, words in commands.items():
            used = command(sys.executable, *words, env={"QUOTES_DB": str(db)})
            spent[name] = min(spent[name], used.seconds * 1000)
    nothing = spent["python -c pass"]
    for name, milliseconds in spent.items():
        yield Figure(name, milliseconds, "ms", at_most=350 if name == "quotes list --limit 10" else None)
        if name == "quotes --version":
            yield Figure(f"{name}, beyond python -c pass", milliseconds - nothing, "ms", at_most=60)


def _imports(db: Path, runs: int) -> Iterator[Figure]:
    """What packages, and our own modules, take to import in `quotes list`."""
    modules: dict[str, int] = {}
    for _ in range(runs):
        for name, microseconds in _told(db):
            modules[name] = min(microseconds, modules.get(name, microseconds))
    packages: Counter[str] = Counter()
    for name, microseconds in modules.items():
        packages["Python’s own" if _is_pythons(name) else name.partition(".")[0]] += microseconds
    for package, microseconds in packages.most_common(_SHOWN):
        yield Figure(f"import of {package}", microseconds / 1000, "ms")
    ours = Counter({name: time for name, time in modules.items() if name.startswith("quotes")})
    for name, microseconds in ours.most_common(_SHOWN):
        yield Figure(f"import of {name} itself", microseconds / 1000, "ms")


def _is_pythons(module: str) -> bool:
    return module.partition(".")[0] in sys.stdlib_module_names


def _told(db: Path) -> list[tuple[str, int]]:
    """Module → its own microseconds, in one run."""
    told = [sys.executable, "-X", "importtime", *_LIST, "--db", str(db)]
    run = subprocess.run(told, capture_output=True, text=True, check=True)
    return [(name, int(microseconds)) for microseconds, name in _IMPORTED.findall(run.stderr)]


if __name__ == "__main__":
    main()
