"""How long commands take before they do anything, and which modules take it.

    python -m benchmarks.startup [--short] [--runs N] [--json FILE] [ARTICLES.jsonl[.gz]]

Processor time of whole processes, on a database of a few articles: it is not the database that is waited for.
Modules are compiled before, as where the program is installed, whatever PYTHONDONTWRITEBYTECODE says.
What packages take to import is what Python tells with `-X importtime`: each module's own time, the least of
the runs; that is less than they cost, since telling is not for free and what they keep is not in it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.articles import given_or_made, line
from benchmarks.harness import Figure, arguments, command, show

#: how many packages, and how many of our modules, are shown
_SHOWN = 6
_IMPORTED = re.compile(r"import time: +(\d+) \| +\d+ \| *(\S+)")
_VERSION = ("-m", "quotes", "--version")
_LIST = ("-m", "quotes", "list", "--limit", "10")


def main() -> None:
    given = arguments(__doc__).parse_args()
    runs = 6 if given.short else 3 * given.runs
    with tempfile.TemporaryDirectory() as folder:
        env = {
            "QUOTES_DB": str(Path(folder, "quotes.db")),
            "PYTHONPYCACHEPREFIX": str(Path(folder, "compiled")),
            "PYTHONDONTWRITEBYTECODE": "",
        }
        made = given_or_made(given.file, 100 if given.short else 1500)
        articles = Path(folder, "articles.jsonl")
        articles.write_text("".join(map(line, made)), encoding="utf-8")
        command(sys.executable, "-m", "quotes", "ingest", articles, env=env)
        figures = [*_times(env, runs), *_imports(env, runs)]
    show(__doc__, figures, given, f"a database of {len(made):,} articles")


def _times(env: dict[str, str], runs: int) -> Iterator[Figure]:
    """The best of so many runs of each command, in turns."""
    commands = {
        "python -c pass": ("-c", "pass"),
        "quotes --version": _VERSION,
        "quotes list --limit 10": _LIST,
        "quotes search eau": ("-m", "quotes", "search", "eau"),
        "quotes speakers --limit 10": ("-m", "quotes", "speakers", "--limit", "10"),
    }
    spent = dict.fromkeys(commands, float("inf"))
    for words in commands.values():
        command(sys.executable, *words, env=env)
    for _ in range(runs):
        for name, words in commands.items():
            used = command(sys.executable, *words, env=env)
            spent[name] = min(spent[name], used.seconds * 1000)
    nothing = spent["python -c pass"]
    for name, milliseconds in spent.items():
        yield Figure(name, milliseconds, "ms", at_most=350 if name == "quotes list --limit 10" else None)
        if name == "quotes --version":
            yield Figure(f"{name}, beyond python -c pass", milliseconds - nothing, "ms", at_most=60)


def _imports(env: dict[str, str], runs: int) -> Iterator[Figure]:
    """What packages, and our own modules, take to import in `quotes list`."""
    modules: dict[str, int] = {}
    for _ in range(runs):
        for name, microseconds in _told(env):
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


def _told(env: dict[str, str]) -> list[tuple[str, int]]:
    """Module → its own microseconds, in one run."""
    told = [sys.executable, "-X", "importtime", *_LIST]
    run = subprocess.run(told, capture_output=True, text=True, check=True, env={**os.environ, **env})
    return [(name, int(microseconds)) for microseconds, name in _IMPORTED.findall(run.stderr)]


if __name__ == "__main__":
    main()
