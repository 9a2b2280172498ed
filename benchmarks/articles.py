"""Made-up French articles, as many and as long as wanted, the same ones for the same seed.

    python -m benchmarks.articles 100000 > articles.jsonl

They make no sense, but are built like the news: as long, with as many quotations, told in as many ways, of
people who come back as often, in words that repeat as much. How near they come: docs/performance.md.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

from benchmarks.writing import Writer
from quotes.model import Article

#: mean length of an article, in characters
USUAL = 3500
#: how unequal lengths are: as in the news, half of the articles have less than four fifths of the mean
_SPREAD = 0.65
#: one article in so many quotes nobody
_SILENT = 15


def main() -> None:
    parser = argparse.ArgumentParser(description="Write made-up articles to standard output, as JSON Lines.")
    parser.add_argument("count", type=int, help="how many")
    parser.add_argument("--seed", type=int, default=1, help="another number, other articles")
    parser.add_argument("--characters", type=int, default=USUAL, help="how long they are on average")
    given = parser.parse_args()
    sys.stdout.writelines(map(line, articles(given.count, given.seed, given.characters)))


def articles(count: int, seed: int = 1, characters: int = USUAL, *, even: bool = False) -> Iterator[Article]:
    """So many articles of about so many characters on average; or `even`, of so many each.

    One in so many quotes nobody, but for even ones: they are all to be alike.
    """
    for number in range(1, count + 1):
        chance = Random(f"{seed} {number}")
        if even:
            yield Writer(chance, characters).article(number)
        else:
            length = characters * chance.lognormvariate(-_SPREAD * _SPREAD / 2, _SPREAD)
            yield Writer(chance, int(length), quotes=chance.randrange(_SILENT) > 0).article(number)


def line(article: Article) -> str:
    """An article as a line of JSON Lines, as `quotes ingest` reads it."""
    fields = ("url", "outlet", "title", "date", "author", "topics", "text")
    return json.dumps({name: getattr(article, name) for name in fields}, ensure_ascii=False) + "\n"


def write(path: Path, count: int, seed: int = 1, characters: int = USUAL) -> None:
    """So many articles as a file of JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(map(line, articles(count, seed, characters)))


def given_or_made(path: Path | None, count: int) -> list[Article]:
    """The first so many articles of a file of JSON Lines, plain or .gz; without a file, made-up ones."""
    if path is None:
        return list(articles(count))
    if not path.is_file():
        raise SystemExit(f"{path} is not a file; name one of JSON Lines, plain or .gz")
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [_read(text) for text in islice(filter(str.strip, lines), count)]


def _read(text: str) -> Article:
    record = json.loads(text)
    return Article(record["text"], **{name: record.get(name) for name in ("title", "date", "outlet", "url")})


if __name__ == "__main__":
    main()
