"""How fast quotations are extracted on one core, and where the time goes.

    python -m benchmarks.extraction [--short] [--runs N] [--json FILE] [ARTICLES.jsonl[.gz]]

Beside it, over the same texts in the same run: what cannot be beaten, one regular expression that finds
marks; and what takes texts apart and does no more, the tokenizer of spaCy, where it is installed.
"""

from __future__ import annotations

import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from benchmarks.articles import USUAL, given_or_made
from benchmarks.harness import Figure, arguments, best_of, show
from quotes.parsing import extract, pipeline
from quotes.parsing.page import Page
from quotes.parsing.said_on import Dating

_MARKS = re.compile("«[^»]*»")
#: stage → what does its work, in the order of the pipeline; each counts without those it calls
STAGES: dict[str, list[tuple[Any, str]]] = {
    "marks": [(pipeline, "find_all")],
    "tokens": [(pipeline, "stream")],
    "sentences": [(Page, "__init__")],
    "verbs": [(Page, "verbs")],
    "phrases": [(Page, "phrases")],
    "entities": [(Page, "learn")],
    "attribution": [(pipeline, "attribute")],
    "kinds": [(pipeline, "scores_of"), (pipeline, "agreed_kinds")],
    "speakers": [(pipeline, "resolve")],
    "dates": [(Dating, "of")],
    "second look": [(pipeline, "look_again")],
}


def main() -> None:
    given = arguments(__doc__).parse_args()
    texts = [article.text for article in given_or_made(given.file, 200 if given.short else 1500)]
    works: dict[str, Callable[[], object]] = {
        "quotes": lambda: [len(extract(text)) for text in texts],
        "marks": lambda: [len(_MARKS.findall(text)) for text in texts],
    }
    notes = [f"{len(texts)} articles of {sum(map(len, texts)) / len(texts):,.0f} characters on average"]
    tokenizer = _spacy_tokenizer()
    if tokenizer is None:
        notes.append("spaCy is not installed: not compared (pip install spacy)")
    else:
        works["spaCy"] = lambda: [len(tokenizer(text)) for text in texts]
    extract("« Bonjour », dit Léna.")  # the lexicon is loaded once a process: not timed
    seconds = best_of(works, 2 if given.short else given.runs)
    show(__doc__, [*_speed(texts, seconds), *_stages(texts)], given, *notes)


def _spacy_tokenizer() -> Callable[[str], Any] | None:
    try:
        import spacy
    except ImportError:
        return None
    french = spacy.blank("fr")
    french.max_length = 100_000_000
    return french.make_doc


def _speed(texts: list[str], seconds: dict[str, float]) -> Iterator[Figure]:
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    usual = sum(map(len, texts)) / USUAL
    spent = seconds["quotes"]
    yield Figure("extraction", megabytes / spent, "MB/s", at_least=3)
    yield Figure(f"extraction, articles of {USUAL:,} characters", usual / spent, "articles/s", at_least=800)
    yield Figure("extraction of one of them", spent / usual * 1000, "ms")
    yield Figure("finding « » alone", megabytes / seconds["marks"], "MB/s")
    yield Figure("extraction by finding « » alone", spent / seconds["marks"], "times the time", telling=True)
    if "spaCy" in seconds:
        yield Figure("tokenizer of spaCy", megabytes / seconds["spaCy"], "MB/s")
        yield Figure(
            "extraction by tokenizer of spaCy", spent / seconds["spaCy"], "times the time", telling=True
        )


def _stages(texts: list[str]) -> Iterator[Figure]:
    """Each stage's share of a run of its own, in which they are timed; the rest is what links them."""
    clocks = _Clocks()
    began = time.process_time()
    with clocks.on(STAGES):
        for text in texts:
            extract(text)
    whole = time.process_time() - began
    for stage in STAGES:
        yield Figure(f"share of {stage}", 100 * clocks.spent[stage] / whole, "%")
    yield Figure("share of the rest", 100 * (1 - sum(clocks.spent.values()) / whole), "%")


class _Clocks:
    """Times functions while they are called as usual; of one inside another only the inner one counts."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        #: seconds of the calls inside the one that runs, a number for each that is open
        self._inner = [0.0]

    @contextmanager
    def on(self, stages: dict[str, list[tuple[Any, str]]]) -> Iterator[None]:
        patches = [
            patch.object(owner, name, self._timed(stage, getattr(owner, name)))
            for stage, functions in stages.items()
            for owner, name in functions
        ]
        for one in patches:
            one.start()
        try:
            yield
        finally:
            for one in patches:
                one.stop()

    def _timed(self, stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*given: Any, **named: Any) -> Any:
            self._inner.append(0.0)
            began = time.process_time()
            try:
                return work(*given, **named)
            finally:
                seconds = time.process_time() - began
                self.spent[stage] += seconds - self._inner.pop()
                self._inner[-1] += seconds

        return timed


if __name__ == "__main__":
    main()
