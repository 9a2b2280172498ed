"""What topics cost: milliseconds of processor an article, subjects and keywords apart.

    python benchmarks/topics.py [--runs N] [ARTICLES.jsonl[.gz]]

Each line of the file is an object with a `text`; without a file, the bundled corpus stands in.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Callable
from pathlib import Path

from quotes.model import Article
from quotes.topics import topics_of
from quotes.topics.assigning import subjects_of
from quotes.topics.keywords import keywords

_CORPUS = Path(__file__).parent.parent / "corpus"
_REPEATED = 20
_USUAL = 3500


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, help="JSON Lines, plain or .gz (default: our corpus)")
    parser.add_argument("--runs", type=int, default=5, help="how often everything is timed; the best counts")
    given = parser.parse_args()
    texts = _texts(given.file) if given.file else _corpus()
    mean = sum(map(len, texts)) / len(texts)
    print(f"{len(texts)} articles of {mean:.0f} characters")
    works: dict[str, Callable[[Article], object]] = {
        "subjects": subjects_of,
        "keywords": lambda article: keywords(article.title, article.text),
        "all topics": topics_of,
    }
    articles = [Article(text) for text in texts]
    for name, work in works.items():
        best = min(_time(work, articles) for _ in range(given.runs)) / len(articles) * 1000
        print(f"{name:12}{best:6.2f} ms an article{best * _USUAL / mean:8.2f} ms for {_USUAL} characters")


def _time(work: Callable[[Article], object], articles: list[Article]) -> float:
    start = time.process_time()
    for article in articles:
        work(article)
    return time.process_time() - start


def _corpus() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(_CORPUS.glob("*.txt"))] * _REPEATED


def _texts(path: Path) -> list[str]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines if line.strip()]


if __name__ == "__main__":
    main()
