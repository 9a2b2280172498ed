"""How fast reading is and how much memory it takes: a large file of made-up articles in each format.

    python benchmarks/reading.py [--megabytes N] [--ingest] [FORMAT]...

Each file is made, read in a process of its own, and removed; the figure is the peak of that process.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from quotes.reading import Source, read

_SENTENCES = (
    "« Nous avons refait la digue, pierre après pierre », a déclaré {name}, responsable du chantier.",
    "Le vent est tombé dans la nuit, et les pêcheurs sont sortis avant l’aube.",
    "Selon {name}, « rien ne sera plus comme avant » dans la vallée.",
    "La route restera fermée jusqu’au printemps, faute de crédits.",
)
_FIRST = ("Anne", "Paul", "Lise", "Marc", "Inès", "Joël")
_LAST = ("Roy", "Arnal", "Quillet", "Ferrand", "Belhomme", "Tavelot")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("formats", nargs="*", choices=[*WRITERS, []], help="default: all")
    parser.add_argument("--megabytes", type=int, default=100, help="size of each file, before compression")
    parser.add_argument("--ingest", action="store_true", help="ingest them, instead of only reading")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.read:
        _measure(given.read, given.ingest)
        return
    for name in given.formats or WRITERS:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"articles.{name}")
            _write(path, given.megabytes)
            print(f"{name:10}", end=" ", flush=True)
            again = [sys.executable, __file__, "--read", str(path), *(["--ingest"] if given.ingest else [])]
            subprocess.run(again, check=True)


def _measure(path: Path, ingest: bool) -> None:
    start = time.perf_counter()
    count = _ingested(path) if ingest else sum(1 for _ in read(Source(path)))
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = path.stat().st_size / 1e6
    print(f"{size:6.0f} MB, {count} articles, {seconds:.1f} s, peak {peak:.0f} MB")


def _ingested(path: Path) -> int:
    from quotes.ingest import ingest
    from quotes.storage import Database

    with Database.open(path.parent / "quotes.db", create=True) as db:
        return ingest(db, [path]).added


def _articles(megabytes: int) -> Iterator[dict[str, str]]:
    """About so many megabytes of text, the same each time."""
    chance = random.Random(1)
    size = number = 0
    while size < megabytes * 1_000_000:
        paragraphs = (" ".join(_sentence(chance) for _ in range(5)) for _ in range(5))
        text = "\n\n".join(paragraphs)
        number += 1
        size += len(text.encode())
        yield {"id": f"n{number}", "titre": f"Article {number}", "date": "2023-05-04", "texte": text}


def _sentence(chance: random.Random) -> str:
    return chance.choice(_SENTENCES).format(name=f"{chance.choice(_FIRST)} {chance.choice(_LAST)}")


def _write(path: Path, megabytes: int) -> None:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "wt", encoding="utf-8", newline="") as file:
        WRITERS[path.name.removeprefix("articles.")](file, _articles(megabytes))


def _jsonl(file: TextIO, articles: Iterator[dict[str, str]]) -> None:
    for article in articles:
        file.write(json.dumps(article, ensure_ascii=False) + "\n")


def _json(file: TextIO, articles: Iterator[dict[str, str]]) -> None:
    file.write('{"articles": [')
    for number, article in enumerate(articles):
        file.write((",\n" if number else "\n") + json.dumps(article, ensure_ascii=False))
    file.write("]}\n")


def _csv(file: TextIO, articles: Iterator[dict[str, str]]) -> None:
    writer = csv.DictWriter(file, ["id", "titre", "date", "texte"], delimiter=";")
    writer.writeheader()
    writer.writerows(articles)


def _rss(file: TextIO, articles: Iterator[dict[str, str]]) -> None:
    file.write("<rss><channel><title>La Vigie</title>\n")
    for article in articles:
        body = "".join(f"&lt;p&gt;{one}&lt;/p&gt;" for one in article["texte"].split("\n\n"))
        file.write(f"<item><guid>{article['id']}</guid><description>{body}</description></item>\n")
    file.write("</channel></rss>\n")


WRITERS: dict[str, Callable[[TextIO, Iterator[dict[str, str]]], None]] = {
    "jsonl": _jsonl,
    "jsonl.gz": _jsonl,
    "json": _json,
    "csv": _csv,
    "rss": _rss,
}

if __name__ == "__main__":
    main()
