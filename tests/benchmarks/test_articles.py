"""The articles that the benchmarks make up: the same for the same seed, and with quotations in them."""

from __future__ import annotations

from pathlib import Path

from benchmarks import articles
from quotes.model import Kind
from quotes.parsing import extract
from quotes.reading import Source, read


def test_a_seed_gives_the_same_articles() -> None:
    assert list(articles.articles(3, seed=5)) == list(articles.articles(3, seed=5))
    assert list(articles.articles(3, seed=5)) != list(articles.articles(3, seed=6))


def test_an_article_does_not_depend_on_how_many_are_made() -> None:
    assert list(articles.articles(5))[:2] == list(articles.articles(2))


def test_articles_are_as_long_as_wanted() -> None:
    usual = [len(article.text) for article in articles.articles(300)]
    assert 3000 < sum(usual) / len(usual) < 4000
    assert all(19_500 < len(a.text) < 21_000 for a in articles.articles(5, characters=20_000, even=True))


def test_somebody_says_most_of_what_is_quoted_in_them() -> None:
    found = [quotation for article in articles.articles(30) for quotation in extract(article)]
    said = [quotation for quotation in found if quotation.kind is not Kind.TERM]
    assert {quotation.kind for quotation in found} == set(Kind)
    assert len(said) > 150
    assert sum(quotation.speaker is not None for quotation in said) > 0.9 * len(said)


def test_the_file_of_them_is_read_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    articles.write(path, 3)
    for made, line in zip(articles.articles(3), read(Source(path)), strict=True):
        article = getattr(line, "article", line)
        assert (article.text, article.title, article.date) == (made.text, made.title, made.date)
        assert (article.outlet, article.url, article.topics) == (made.outlet, made.url, made.topics)
    assert articles.given_or_made(path, 2)[1].text == list(articles.articles(2))[1].text
