"""Does time grow with the text and no faster, whatever the text? One thing without end, at 1x, 2x and 4x.

    python benchmarks/growth.py [--megabytes 10] [--topics]

prints the seconds of each size (the largest has so many million characters) and how the last two compare:
2 is linear.
"""

from __future__ import annotations

import argparse
import time

from quotes.model import Article
from quotes.parsing import extract
from quotes.topics import topics_of

#: what is repeated → what it is called
PIECES = {
    "«": "opening marks",
    '"': "straight marks",
    "a-t-il ": "inverted pronouns",
    "A": "capitals",
    "LE MAIRE ": "words in capitals",
    "l’eau coule et ": "one line",
    "« Oui », dit-il. ": "quotations",
    "« Oui ». ": "quotations without a source",
    "Anne Roy, ": "names",
    "– Oui.\n": "turns of a dialogue",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=10, help="of the largest text, in characters")
    parser.add_argument("--topics", action="store_true", help="of topics instead of quotations")
    given = parser.parse_args()
    work = topics_of if given.topics else extract
    extract("« Oui », a dit Anne Roy.")  # the lexicon is loaded before anything is measured
    largest = int(given.megabytes * 1_000_000)
    print(f"{'':<30}{'1x':>8}{'2x':>8}{'4x':>8}  4x / 2x")
    for piece, name in PIECES.items():
        seconds = []
        for size in (largest // 4, largest // 2, largest):
            # behind it a quotation: where there is none, nothing is looked at
            article = Article(f"{piece * (size // len(piece))} « Nous irons », a déclaré Anne Roy.")
            began = time.perf_counter()
            work(article)
            seconds.append(time.perf_counter() - began)
        times = "".join(f"{one:>8.2f}" for one in seconds)
        print(f"{name:<30}{times}{seconds[2] / seconds[1]:>9.2f}", flush=True)


if __name__ == "__main__":
    main()
