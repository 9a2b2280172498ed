"""How fast extraction is on one core: articles and megabytes a second, where the time goes, linearity.

    python benchmarks/extraction.py [--runs N] [ARTICLES.jsonl[.gz]]

Each line of the file is an object with a `text`; without a file, the bundled corpus stands in.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from quotes.parsing import extract
from quotes.parsing.kinds import kind_of
from quotes.parsing.page import Page
from quotes.parsing.pipeline import find_all, resolve, scenes_of
from quotes.parsing.rules import attribute
from quotes.parsing.stream import stream

T = TypeVar("T")
_CORPUS = Path(__file__).parent.parent / "corpus"
#: how often the bundled corpus is repeated, to last longer than the clock's noise
_REPEATED = 20
#: length of the article that is made two and four times as long, in characters
_LONG = 200_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, help="JSON Lines, plain or .gz (default: our corpus)")
    parser.add_argument("--runs", type=int, default=5, help="how often everything is timed")
    given = parser.parse_args()
    if given.file and not given.file.is_file():
        parser.error(f"{given.file} is not a file")
    texts = _texts(given.file) if given.file else _corpus()
    extract("« Bonjour », dit Léna.")  # the lexicon is loaded once a process: not timed
    _throughput(texts, given.runs)
    _stages(texts)
    _linearity(texts, given.runs)


def _corpus() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(_CORPUS.glob("*.txt"))] * _REPEATED


def _texts(path: Path) -> list[str]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines if line.strip()]


def _times(work: Callable[[], object], runs: int) -> list[float]:
    """Processor seconds of each run, shortest first."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return sorted(times)


def _throughput(texts: list[str], runs: int) -> None:
    size = sum(len(text.encode()) for text in texts) / 1e6
    times = _times(lambda: [len(extract(text)) for text in texts], runs)
    print(f"{len(texts)} articles, {size:.2f} MB of UTF-8, {runs} runs")
    for name, seconds in (("best", times[0]), ("median", statistics.median(times))):
        print(f"  {name:7} {len(texts) / seconds:7.0f} articles/s {size / seconds:6.2f} MB/s")


def _stages(texts: list[str]) -> None:
    """One walk through the stages in their order, each timed alone; the rest is what links them."""
    spent: dict[str, float] = defaultdict(float)

    def timed(stage: str, work: Callable[..., T], *given: object) -> T:
        start = time.perf_counter()
        result = work(*given)
        spent[stage] += time.perf_counter() - start
        return result

    for text in texts:
        marked = timed("marks", find_all, text)
        if not marked:
            continue
        outermost = [m for m in marked if m.parent is None]
        page = timed("sentences", Page, text, timed("tokens", stream, text, outermost))
        numbers = range(len(page.sentences))
        timed("verbs", lambda page, numbers: [page.verbs(n) for n in numbers], page, numbers)
        timed("phrases", lambda page, numbers: [page.phrases(n) for n in numbers], page, numbers)
        timed("entities", page.learn)
        for scene in scenes_of(page):
            link = timed("attribution", attribute, scene)
            timed("kinds", kind_of, scene, link.rule if link else None)
            if link is not None:
                timed("speakers", resolve, page, link)
    print("time of each stage")
    for stage, seconds in spent.items():
        print(f"  {stage:12} {seconds / sum(spent.values()):4.0%}")


def _linearity(texts: list[str], runs: int) -> None:
    """One long article, then twice and four times as much of the same."""
    text = "\n".join(texts)[:_LONG]
    once = _times(partial(extract, text), runs)[0]
    print(f"one article of {len(text):,} characters: {once:.2f} s")
    for times in (2, 4):
        longer = "\n".join([text] * times)
        seconds = _times(partial(extract, longer), runs)[0]
        print(f"  {times} times as long: {seconds / once:.1f} times the time")


if __name__ == "__main__":
    main()
