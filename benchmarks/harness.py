"""What the benchmarks share: their options, how time and memory are taken, how figures are shown.

Time is processor time, so that what else the machine does counts little; the best of several runs is the one
that it disturbed least. Things that are compared run in turns, so that both meet the same weather.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from importlib.metadata import version
from math import log
from multiprocessing import get_context
from pathlib import Path
from statistics import linear_regression
from typing import ParamSpec, TypeVar

from tabulate import tabulate

P = ParamSpec("P")
T = TypeVar("T")

_MISSED, _MET = "missed", "met"


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured, and what was hoped for."""

    name: str
    value: float
    unit: str
    #: the target, where more is better
    at_least: float | None = None
    #: the target, where less is better
    at_most: float | None = None
    #: tells enough to be among the few that are shown of all benchmarks together; what has a target does
    telling: bool = False

    @property
    def target(self) -> str:
        """What was hoped for, in words; nothing where nothing was."""
        if self.at_least is not None:
            return f"at least {_short(self.at_least)}"
        return f"at most {_short(self.at_most)}" if self.at_most is not None else ""

    @property
    def verdict(self) -> str:
        """Whether the target is met; nothing where there is none."""
        if not self.target:
            return ""
        low = self.at_least is not None and self.value < self.at_least
        high = self.at_most is not None and self.value > self.at_most
        return _MISSED if low or high else _MET


@dataclass(frozen=True, slots=True)
class Spent:
    """What a process has used, those it started and waited for included."""

    #: processor seconds, the system's included
    seconds: float
    #: seconds on the clock
    elapsed: float
    #: the most memory that any one of the processes held, in MB
    peak: float
    #: what it wrote to standard output
    output: str = ""


_ARTICLES = "articles: JSON Lines, or .gz (default: made up)"


def arguments(description: str | None, file: str | None = _ARTICLES) -> argparse.ArgumentParser:
    """The options that every benchmark has, and what `file` it takes; `description` is its docstring."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    if file is not None:
        parser.add_argument("file", nargs="?", type=Path, help=file)
    parser.add_argument("--short", action="store_true", help="less of everything: seconds instead of minutes")
    parser.add_argument("--runs", type=int, default=5, help="how often everything is timed; the best counts")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    return parser


def best(work: Callable[[], object], runs: int) -> float:
    """Processor seconds of the best of so many runs."""
    return best_of({"": work}, runs)[""]


def best_of(works: Mapping[str, Callable[[], object]], runs: int) -> dict[str, float]:
    """Processor seconds of the best run of each, all run in turns."""
    seconds = dict.fromkeys(works, float("inf"))
    for _ in range(max(1, runs)):
        for name, work in works.items():
            began = time.process_time()
            work()
            seconds[name] = min(seconds[name], time.process_time() - began)
    return seconds


def exponent(sizes: Sequence[float], values: Sequence[float]) -> float:
    """How values grow with sizes: 1 is in step, 2 with the square, 0 not at all (slope of the logarithms)."""
    return linear_regression([log(size) for size in sizes], [log(value) for value in values]).slope


def command(*words: str | Path, env: Mapping[str, str] | None = None) -> Spent:
    """Run a command and tell what it used; its failure is ours.

    A process of its own starts it: what a child used begins with the size of its parent, and we may be large.
    """
    started = [sys.executable, "-S", "-c", _STARTER, *map(str, words)]
    run = subprocess.run(started, capture_output=True, text=True, env={**os.environ, **(env or {})})
    if run.returncode:
        raise SystemExit(f"{' '.join(map(str, words))} failed:\n{run.stderr or run.stdout}")
    output, _, used = run.stdout.rpartition("\n")
    seconds, elapsed, peak = map(float, used.split())
    return Spent(seconds, elapsed, peak, output)


_STARTER = r"""
import resource, subprocess, sys, time
began = time.perf_counter()
status = subprocess.run(sys.argv[1:]).returncode
elapsed = time.perf_counter() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
unit = 1e6 if sys.platform == "darwin" else 1e3
print("\n", used.ru_utime + used.ru_stime, elapsed, used.ru_maxrss / unit, end="")
sys.exit(status)
"""


def apart(work: Callable[P, T], *given: P.args, **named: P.kwargs) -> tuple[T, Spent]:
    """Call a function of a module in a fresh process, and tell what that used."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_measured, partial(work, *given, **named)).result()


def _measured(work: Callable[[], T]) -> tuple[T, Spent]:
    before, began = sum(os.times()[:4]), time.perf_counter()
    result = work()
    return result, Spent(sum(os.times()[:4]) - before, time.perf_counter() - began, peak_memory())


def peak_memory() -> float:
    """The most memory that this process has held, in MB."""
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024 / 1e6


def show(description: str | None, figures: Iterable[Figure], given: argparse.Namespace, *notes: str) -> None:
    """Print the figures that answer a question, the first line of `description`; write them for `--json`."""
    found = list(figures)
    question = (description or "").partition("\n")[0]
    print(question)
    print(table(found))
    for note in notes:
        print(note)
    if given.json:
        answer = {
            "question": question,
            "machine": machine(),
            "figures": [asdict(figure) for figure in found],
            "notes": notes,
        }
        given.json.write_text(json.dumps(answer, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def table(figures: Sequence[Figure]) -> str:
    """The figures with their targets, a line each."""
    return tabulate(
        [columns(figure) for figure in figures],
        ("", "measured", "", "target", ""),
        disable_numparse=True,
        colalign=("left", "right", "left", "left", "left"),
    )


def columns(figure: Figure) -> tuple[str, ...]:
    """A figure as a line of a table: name, value, unit, target, and whether it is met."""
    return figure.name, _short(figure.value), figure.unit, figure.target, figure.verdict


def machine() -> dict[str, str | int]:
    """On what was measured, with what, and when."""
    return {
        "cpu": _cpu(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "quotes": version("quotes"),
        "date": datetime.now().astimezone().isoformat(timespec="minutes"),
    }


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next(
        (line.split(": ", 1)[1] for line in lines if line.startswith("model name")), platform.machine()
    )


def _short(value: float | None) -> str:
    """Three digits that count; whole numbers whole, by thousands."""
    if value is None:
        return ""
    if abs(value) >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:#.3g}"
