"""What one would use instead, and what one would get: how fast, and how often right, over the same texts.

    python -m benchmarks.instead [--short] [--runs N] [--json FILE] [GOLD.jsonl]

* A regular expression for marks, and the name that stands nearest. Of what was tried (1 to 6 words at least,
  the nearest in the paragraph or anywhere, behind the marks first or not) this is right most often.
* spaCy with a French pipeline, and the person it recognises that stands nearest; where one is installed
  (`python -m spacy download fr_core_news_sm`).

The texts are annotated ones, without a file those of our corpus. F1 is of the quotations found, and of those
found and given to the right speaker, as `quotes evaluate` counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from benchmarks.articles import USUAL
from benchmarks.harness import Figure, arguments, best_of, show
from quotes.evaluation import GoldArticle, GoldError, Report, annotated, compare
from quotes.model import Kind, Quotation, Span, Speaker, SpeakerKind
from quotes.parsing import extract

Extract = Callable[[str], list[Quotation]]

_CORPUS = Path(__file__).parent.parent / "corpus" / "gold.jsonl"
_MARKED = re.compile(r"«\s*([^«»]+?)\s*»|“\s*([^“”]+?)\s*”|\"([^\"\n]+)\"")
_NAME = re.compile(
    r"\b[A-ZÀ-ÖØ-Þ][\w’'-]+(?: (?:d[eu]|des|la|le|van|von|el|al|ben))*(?: [A-ZÀ-ÖØ-Þ][\w’'-]+)+"
    r"|\b[A-ZÀ-ÖØ-Þ][\w-]+"
)
#: of fewer words, marks are more often around a term than around what somebody says: this finds most
_FEWEST_WORDS = 3


def main() -> None:
    given = arguments(__doc__, "annotated articles: JSON Lines, or .gz (default: our corpus)").parse_args()
    try:
        articles = list(annotated(given.file or _CORPUS))
    except GoldError as error:
        raise SystemExit(str(error)) from None
    methods: dict[str, Extract] = {"quotes": extract, "a regular expression": by_regular_expression}
    notes = [f"{len(articles)} annotated articles"]
    pipeline = _installed_pipeline()
    if pipeline is None:
        notes.append("no French pipeline of spaCy is installed: not compared")
    else:
        name, persons = pipeline
        methods[f"spaCy with {name}"] = lambda text: nearest(text, persons(text))
    show(__doc__, _figures(articles, methods, 1 if given.short else given.runs), given, *notes)


def by_regular_expression(text: str) -> list[Quotation]:
    """What stands between marks, said by the nearest name of two words, or by its last word."""
    found = [(Span(*match.span()), match[0]) for match in _NAME.finditer(text)]
    last_words = {name.rpartition(" ")[2] for _, name in found if " " in name}
    return nearest(text, ((span, name) for span, name in found if " " in name or name in last_words))


def nearest(text: str, names: Iterable[tuple[Span, str]]) -> list[Quotation]:
    """What stands between marks, said by the nearest of the names, told in full."""
    known = list(names)
    full = {name.rpartition(" ")[2]: name for _, name in known if " " in name}

    def speaker(start: int, end: int) -> Speaker | None:
        beside = [
            (min(abs(start - span.end), abs(span.start - end)), name)
            for span, name in known
            if not start <= span.start < end
        ]
        if not beside:
            return None
        name = min(beside)[1]
        return Speaker(full.get(name, name), SpeakerKind.PERSON)

    return [
        Quotation(start, end, text[start:end], Kind.DIRECT, speaker(start, end))
        for start, end in _marked(text)
    ]


def _marked(text: str) -> Iterator[tuple[int, int]]:
    for match in _MARKED.finditer(text):
        start, end = match.span(match.lastindex or 0)
        if len(text[start:end].split()) >= _FEWEST_WORDS:
            yield start, end


def _installed_pipeline() -> tuple[str, Callable[[str], Iterator[tuple[Span, str]]]] | None:
    """The name of a French pipeline, the largest that is installed, and how to get persons by it."""
    try:
        import spacy
    except ImportError:
        return None
    installed = {name for name in spacy.util.get_installed_models() if name.startswith("fr_core_news_")}
    name = next((name for size in ("lg", "md", "sm") if (name := f"fr_core_news_{size}") in installed), None)
    if name is None:
        return None
    pipeline = spacy.load(name)

    def persons(text: str) -> Iterator[tuple[Span, str]]:
        for one in pipeline(text).ents:
            if one.label_ == "PER":
                yield Span(one.start_char, one.end_char), one.text

    return name, persons


def _figures(articles: list[GoldArticle], methods: dict[str, Extract], runs: int) -> Iterator[Figure]:
    def through(method: Extract) -> Callable[[], object]:
        return lambda: [method(article.text) for article in articles]

    for method in methods.values():
        method(articles[0].text)
    seconds = best_of({name: through(method) for name, method in methods.items()}, runs)
    usual = sum(len(article.text) for article in articles) / USUAL
    for name, method in methods.items():
        score = Report(tuple(compare(article, method(article.text)) for article in articles)).strict
        yield Figure(
            f"{name}, articles of {USUAL:,} characters", usual / seconds[name], "articles/s", telling=True
        )
        yield Figure(f"{name}, quotations found", score.detection.f1, "F1", telling=True)
        yield Figure(f"{name}, with the right speaker", score.end_to_end.f1, "F1", telling=True)


if __name__ == "__main__":
    main()
