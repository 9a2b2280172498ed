"""Whether time and memory grow with the articles and no faster: with how many they are, with how long one is.

    python -m benchmarks.growth [--short] [--runs N] [--json FILE]

The exponent says how: 1 is in step, 2 with the square, 0 not at all. Articles are made up.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.articles import USUAL, articles, write
from benchmarks.harness import Figure, apart, arguments, best, exponent, peak_memory, show
from quotes.ingest import ingest
from quotes.model import Article
from quotes.parsing import extract
from quotes.storage import Database
from quotes.topics import topics_of

#: the fewest articles that are ingested
_FEW, _FEW_SHORT = 100, 5
#: of the usual length, how many articles are taken together: they differ
_TOGETHER = 30
#: an exponent of n log n would be 1.08 here; memory that is not at hand costs time too
_IN_STEP, _STEADY = 1.15, 0.1


_WORKS: dict[str, Callable[[Article], object]] = {"quotations": extract, "topics": topics_of}


def main() -> None:
    given = arguments(__doc__, file=None).parse_args()
    few = _FEW_SHORT if given.short else _FEW
    longest = 100 if given.short else 1000
    runs = 1 if given.short else given.runs
    figures = [*_by_number([few, 10 * few, 100 * few]), *_by_length(longest, runs)]
    show(__doc__, figures, given)


def _by_number(counts: list[int]) -> Iterator[Figure]:
    """Ingesting ever more articles into an empty database, each in a fresh process."""
    seconds, peaks = zip(*map(_ingesting, counts), strict=True)
    for count, taken, peak in zip(counts, seconds, peaks, strict=True):
        yield Figure(f"ingesting {count:,} articles", taken, "s")
        yield Figure(f"ingesting {count:,} articles, memory", peak, "MB")
    yield Figure("time by number of articles", exponent(counts, seconds), "exponent", at_most=_IN_STEP)
    yield Figure("memory by number of articles", exponent(counts, peaks), "exponent", at_most=_STEADY)


def _ingesting(count: int) -> tuple[float, float]:
    """The seconds that ingesting takes, and the memory of the process that does."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "articles.jsonl")
        write(path, count)
        seconds, used = apart(_ingest, path)
    return seconds, used.peak


def _ingest(path: Path) -> float:
    for work in _WORKS.values():
        work(next(articles(1)))  # what is loaded once, lexicon and all, does not grow
    with Database.open(path.with_name("quotes.db"), create=True) as db:
        return best(lambda: ingest(db, [path]), 1)


def _by_length(longest: int, runs: int) -> Iterator[Figure]:
    """Ever longer articles."""
    times = [10**power for power in range(4) if 10**power <= longest]
    for name, work in _WORKS.items():
        work(next(articles(1)))
        seconds = [_seconds(work, size, runs if size < longest else 1) for size in times]
        for size, taken in zip(times, seconds, strict=True):
            yield Figure(f"{name} of {size * USUAL:,} characters", taken, "s")
        yield Figure(f"time of {name} by length", exponent(times, seconds), "exponent", at_most=_IN_STEP)
        used = apart(_taken, work, longest)[0]
        yield Figure(f"memory of {name}, a character", used * 1e6 / (longest * USUAL), "bytes")


def _seconds(work: Callable[[Article], object], times: int, runs: int) -> float:
    """What one article so many times as long as usual takes, on average."""
    texts = list(articles(max(1, _TOGETHER // times), characters=times * USUAL, even=True))
    return best(lambda: [work(article) for article in texts], runs) / len(texts)


def _taken(work: Callable[[Article], object], times: int) -> float:
    """The MB that an article so many times as long as usual takes more than a usual one."""
    article = next(articles(1, characters=times * USUAL, even=True))
    work(next(articles(1)))
    before = peak_memory()
    work(article)
    return peak_memory() - before


if __name__ == "__main__":
    main()
