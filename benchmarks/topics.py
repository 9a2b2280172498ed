"""What topics cost, subjects and keywords apart.

python -m benchmarks.topics [--short] [--runs N] [--json FILE] [ARTICLES.jsonl[.gz]]
"""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.articles import USUAL, given_or_made
from benchmarks.harness import Figure, arguments, best_of, show
from quotes.model import Article
from quotes.topics import topics_of
from quotes.topics.assigning import subjects_of
from quotes.topics.keywords import keywords


def main() -> None:
    given = arguments(__doc__).parse_args()
    articles = given_or_made(given.file, 200 if given.short else 1500)
    usual = sum(len(article.text) for article in articles) / USUAL
    topics_of(articles[0])  # the lexicon is loaded once a process: not timed

    def through(work: Callable[[Article], object]) -> Callable[[], object]:
        return lambda: [work(article) for article in articles]

    works = {
        "subjects": through(subjects_of),
        "keywords": through(lambda article: keywords(article.title, article.text)),
        "all topics": through(topics_of),
    }
    seconds = best_of(works, 2 if given.short else given.runs)
    figures = [
        Figure(f"{name} of {USUAL:,} characters", taken / usual * 1000, "ms", telling=name == "all topics")
        for name, taken in seconds.items()
    ]
    show(__doc__, figures, given, f"{len(articles):,} articles")


if __name__ == "__main__":
    main()
