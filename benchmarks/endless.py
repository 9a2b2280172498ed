"""Whether time grows with the text and no faster, whatever the text: one thing without end, ever longer.

    python -m benchmarks.endless [--short] [--json FILE] [--megabytes 2]

Each text is one thing repeated, at a sixteenth, a quarter and all of so many million characters; the
exponent says how time grows: 1 is in step, 2 with the square.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from benchmarks.harness import Figure, arguments, best, exponent, show
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
#: a little above 1: memory that is not at hand costs time too
_IN_STEP = 1.25


def main() -> None:
    parser = arguments(__doc__, file=None)
    parser.add_argument("--megabytes", type=float, help="of the largest text, in characters (default: 2)")
    given = parser.parse_args()
    largest = int(1_000_000 * (given.megabytes or (0.1 if given.short else 2)))
    runs = 2 if given.short else 1
    works: dict[str, Callable[[Article], object]] = {"quotations": extract, "topics": topics_of}
    figures: list[Figure] = []
    speeds: list[Figure] = []
    for work in works.values():
        work(_endless("Oui. ", 100))  # the lexicon is loaded before anything is measured
    for piece, name in PIECES.items():
        for what, work in works.items():
            sizes = [largest // 16, largest // 4, largest]
            seconds = [best(partial(work, _endless(piece, size)), runs) for size in sizes]
            grown = exponent(sizes, seconds)
            figures.append(Figure(f"time of {what} of {name}", grown, "exponent"))
            speeds.append(Figure(f"{what} of {name}", largest / seconds[-1] / 1e6, "million characters/s"))
    worst = max(figures, key=lambda figure: figure.value)
    slowest = min(speeds, key=lambda figure: figure.value)
    figures.append(replace(worst, name=f"the worst, {worst.name}", at_most=_IN_STEP))
    figures.append(replace(slowest, name=f"the slowest, {slowest.name}"))
    show(__doc__, figures, given, f"texts of up to {largest:,} characters")


def _endless(piece: str, size: int) -> Article:
    # behind it a quotation: where there is none, nothing is looked at
    return Article(f"{piece * (size // len(piece))} « Nous irons », a déclaré Anne Roy.")


if __name__ == "__main__":
    main()
