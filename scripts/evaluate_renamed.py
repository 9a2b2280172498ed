"""How far speakers are told by the list of first names: `evaluate_renamed.py GOLD.jsonl [GOLD.jsonl …]`.

In each article every speaker's first name gives way to one of the same length that nobody bears. What
is lost by that tells what to expect of people whose first names no list holds.
"""

from __future__ import annotations

import random
import re
import sys
from dataclasses import replace
from pathlib import Path

from quotes.evaluation import GoldArticle, read_gold
from quotes.evaluation.comparing import compare
from quotes.parsing import extract

_WORD = re.compile(r"\w+")
_LETTERS = "bdfgklmnprstvz", "aeiou"
#: the names are the same at each run
_SEED = 5


def main(paths: list[str]) -> None:
    """Print the share of speakers rightly told, as the articles are and renamed."""
    articles = [article for path in paths for article in read_gold(Path(path))]
    made_up = random.Random(_SEED)  # noqa: S311
    for name, change in (("as they are", _same), ("renamed", lambda a: renamed(a, made_up))):
        right, found = map(sum, zip(*(_told(change(article)) for article in articles), strict=True))
        print(f"{name:12} {right} of {found} speakers right ({right / found:.3f})")


def renamed(article: GoldArticle, made_up: random.Random) -> GoldArticle:
    """The article, its speakers called by first names that no list holds; no offset changes."""
    speakers = (name.split(" ") for q in article.quotations for name in q.speakers)
    named = (parts for parts in speakers if len(parts) > 1 and parts[0].isalpha())
    firsts = [parts[0] for parts in named if parts[0][0].isupper() and parts[1][0].isupper()]
    others = {first: _name(len(first), made_up) for first in dict.fromkeys(firsts)}

    def call(text: str) -> str:
        return _WORD.sub(lambda word: others.get(word[0], word[0]), text)

    quotations = tuple(replace(q, speakers=tuple(map(call, q.speakers))) for q in article.quotations)
    return replace(article, text=call(article.text), quotations=quotations)


def _same(article: GoldArticle) -> GoldArticle:
    return article


def _name(length: int, made_up: random.Random) -> str:
    return "".join(made_up.choice(_LETTERS[k % 2]) for k in range(length)).capitalize()


def _told(article: GoldArticle) -> tuple[int, int]:
    """How many speakers are right, of how many quotations found."""
    matched = [outcome for outcome in compare(article, extract(article.text)).strict if outcome.matched]
    return sum(outcome.speaker for outcome in matched), len(matched)


if __name__ == "__main__":
    main(sys.argv[1:])
