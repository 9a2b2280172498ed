"""What the benchmarks share: targets, exponents, what a process used; and that each of them can be run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import harness
from benchmarks.__main__ import NAMES
from benchmarks.extraction import STAGES
from benchmarks.harness import Figure

#: what they are made of
_PARTS = {"__init__", "__main__", "articles", "databases", "harness", "phrases", "writing"}


@pytest.mark.parametrize(
    ("figure", "target", "verdict"),
    [
        (Figure("speed", 3.2, "MB/s", at_least=3), "at least 3", "met"),
        (Figure("speed", 2.9, "MB/s", at_least=3), "at least 3", "missed"),
        (Figure("wait", 349.0, "ms", at_most=350), "at most 350", "met"),
        (Figure("wait", 351.0, "ms", at_most=350), "at most 350", "missed"),
        (Figure("wait", 351.0, "ms"), "", ""),
    ],
)
def test_a_figure_knows_whether_its_target_is_met(figure: Figure, target: str, verdict: str) -> None:
    assert (figure.target, figure.verdict) == (target, verdict)


def test_the_exponent_tells_how_values_grow() -> None:
    sizes = [10.0, 100.0, 1000.0]
    assert harness.exponent(sizes, [size * 3 for size in sizes]) == pytest.approx(1)
    assert harness.exponent(sizes, [size * size for size in sizes]) == pytest.approx(2)
    assert harness.exponent(sizes, [7.0, 7.0, 7.0]) == pytest.approx(0)


def test_works_are_run_in_turns() -> None:
    run: list[str] = []
    harness.best_of({"a": lambda: run.append("a"), "b": lambda: run.append("b")}, 2)
    assert run == ["a", "b", "a", "b"]


def test_what_a_command_used_is_its_own() -> None:
    ours = bytearray(100_000_000)
    used = harness.command(sys.executable, "-c", "print('done', end='')")
    assert used.output == "done"
    assert used.peak < 50 < len(ours) / 1e6


def test_a_command_that_fails_ends_the_benchmark() -> None:
    with pytest.raises(SystemExit, match="no such option"):
        harness.command(sys.executable, "-c", "raise SystemExit('no such option')")


def test_a_function_apart_is_measured_in_a_process_of_its_own() -> None:
    size, used = harness.apart(len, bytes(60_000_000))
    assert size == 60_000_000
    assert used.peak > 60


def test_figures_are_shown_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = harness.arguments("How fast.").parse_args(["--json", str(tmp_path / "figures.json")])
    harness.show("How fast.\n\nMore.", [Figure("speed", 1234.5, "MB/s", at_least=3)], given, "a note")
    assert "1,234  MB/s  at least 3  met" in capsys.readouterr().out
    written = json.loads((tmp_path / "figures.json").read_text())
    assert (written["question"], written["notes"]) == ("How fast.", ["a note"])
    assert Figure(**written["figures"][0]) == Figure("speed", 1234.5, "MB/s", at_least=3)
    assert {"cpu", "cores", "python", "sqlite", "date"} <= written["machine"].keys()


def test_make_bench_runs_every_benchmark() -> None:
    there = {path.stem for path in Path(harness.__file__).parent.glob("*.py")}
    assert set(NAMES) == there - _PARTS


@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_tells_how_it_is_run(name: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{name}", "--help"], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    assert "--short" in run.stdout


def test_the_stages_are_functions_of_the_parser() -> None:
    assert all(callable(getattr(owner, name)) for stage in STAGES.values() for owner, name in stage)
