"""The parser on the bundled articles: it stays as good as it was, and every rule has its part."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotes.evaluation import GoldArticle, evaluate, read_gold
from quotes.parsing import extract
from quotes.parsing.marks import find_marked
from quotes.parsing.pipeline import decide
from quotes.parsing.rules import RULES
from quotes.parsing.second_look import SECOND_LOOKS

GOLD = Path(__file__).parents[2] / "corpus" / "gold.jsonl"
#: measured end-to-end F1 less 0.02: raise it when the parser gets better
END_TO_END = 0.777


@pytest.fixture(scope="module")
def articles() -> list[GoldArticle]:
    return list(read_gold(GOLD))


def test_quotations_found_and_rightly_attributed(articles: list[GoldArticle]) -> None:
    assert evaluate(articles).strict.end_to_end.f1 >= END_TO_END


def test_every_rule_finds_a_source_in_the_bundled_articles(articles: list[GoldArticle]) -> None:
    found = {
        decision.rule for article in articles for decision in decide(article.text, find_marked(article.text))
    }
    assert [rule.name for rule in RULES if rule.name not in found] == []


def test_every_second_look_finds_a_source_in_the_bundled_articles(articles: list[GoldArticle]) -> None:
    rules = {quotation.rule for article in articles for quotation in extract(article.text)}
    assert [look.name for look in SECOND_LOOKS if look.name not in rules] == []
