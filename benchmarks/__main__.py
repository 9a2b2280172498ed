"""Run all benchmarks, one after the other, and show in one table what tells the most.

    make bench
    python -m benchmarks [--long] [--json FILE] [NAME...]

The short form takes less than three minutes. Each has more to show when it is run alone.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tabulate import tabulate

from benchmarks.harness import Figure, columns, machine

#: in the order of what one waits for
_ORDER = (
    "extraction",
    "topics",
    "reading",
    "ingestion",
    "queries",
    "startup",
    "growth",
    "endless",
    "instead",
)
NAMES = [name for name in _ORDER if Path(__file__).with_name(f"{name}.py").exists()]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "names", nargs="*", metavar="NAME", choices=[*NAMES, []], help=f"of {', '.join(NAMES)}"
    )
    parser.add_argument("--long", action="store_true", help="with the sizes and runs of each benchmark's own")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures there")
    given = parser.parse_args()
    answers: dict[str, dict[str, Any]] = {}
    for name in given.names or NAMES:
        began = time.monotonic()
        print(f"{name} …", end=" ", file=sys.stderr, flush=True)
        answers[name] = _answer(name, short=not given.long)
        print(f"{time.monotonic() - began:.0f} s", file=sys.stderr)
    print(_table(answers))
    print(", ".join(f"{what} {value}" for what, value in machine().items()))
    for name, answer in answers.items():
        for note in answer["notes"]:
            print(f"{name}: {note}")
    if given.json:
        given.json.write_text(json.dumps(answers, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _answer(name: str, *, short: bool) -> dict[str, Any]:
    """What a benchmark writes when it is run in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{name}.json")
        words = [sys.executable, "-m", f"benchmarks.{name}", "--json", str(path)]
        run = subprocess.run([*words, *(["--short"] if short else [])], capture_output=True, text=True)
        if run.returncode:
            raise SystemExit(f"benchmarks.{name} failed:\n{run.stderr or run.stdout}")
        answer: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return answer


def _table(answers: dict[str, dict[str, Any]]) -> str:
    """The figures that have a target, and those that tell much without."""
    rows = [
        (name, *columns(figure))
        for name, answer in answers.items()
        for figure in (Figure(**one) for one in answer["figures"])
        if figure.target or figure.telling
    ]
    return tabulate(
        rows,
        ("benchmark", "", "measured", "", "target", ""),
        disable_numparse=True,
        colalign=("left", "left", "right", "left", "left", "left"),
    )


if __name__ == "__main__":
    main()
