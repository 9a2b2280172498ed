"""Articles as long as those of newspapers, written for this: who said what in them.

`reports.jsonl` served to find mistakes: `wrong` tells how many of an article's quotations are known to be
given to somebody else. In `held_out.jsonl` nobody has read what is wrong, but for seven errors in names: it
is there to tell what to expect of other articles.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotes.evaluation.comparing import Outcome, compare
from quotes.evaluation.gold import GoldArticle, read_gold
from quotes.model import Article
from quotes.parsing import extract

REPORTS = Path(__file__).with_name("reports.jsonl")
HELD_OUT = Path(__file__).with_name("held_out.jsonl")
_KNOWN = {
    record["id"]: record["wrong"] for record in map(json.loads, REPORTS.read_text("utf-8").splitlines())
}


def _outcomes(article: GoldArticle) -> list[Outcome]:
    return list(compare(article, extract(Article(article.text))).strict)


def _is_right(outcome: Outcome) -> bool:
    return outcome.matched and outcome.speaker


@pytest.mark.parametrize("article", list(read_gold(REPORTS)), ids=lambda article: article.id)
def test_no_more_is_wrong_than_is_known(article: GoldArticle) -> None:
    wrong = [outcome for outcome in _outcomes(article) if not _is_right(outcome)]
    assert len(wrong) == _KNOWN[article.id]


def test_four_of_five_are_right_in_articles_held_out() -> None:
    outcomes = [outcome for article in read_gold(HELD_OUT) for outcome in _outcomes(article)]
    wanted = sum(outcome.wanted is not None for outcome in outcomes)
    found = sum(outcome.found is not None for outcome in outcomes)
    assert 2 * sum(map(_is_right, outcomes)) / (wanted + found) >= 0.8
