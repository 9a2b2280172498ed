"""Habits of newspapers, a short article each: every quotation is found, and given to whoever said it.

`habits.jsonl` holds them, annotated in the form that `quotes evaluate` reads; `limit` marks those of which
something is not told rightly yet.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quotes.evaluation.comparing import compare
from quotes.evaluation.gold import GoldArticle, read_gold
from quotes.model import Article
from quotes.parsing import extract

HABITS = Path(__file__).with_name("habits.jsonl")


def _articles() -> list[Any]:
    limits = {
        record["id"]
        for record in map(json.loads, HABITS.read_text("utf-8").splitlines())
        if "limit" in record
    }
    limit = pytest.mark.xfail(reason="a known limit", strict=True)
    return [
        pytest.param(article, id=article.id, marks=limit if article.id in limits else ())
        for article in read_gold(HABITS)
    ]


@pytest.mark.parametrize("article", _articles())
def test_who_said_what(article: GoldArticle) -> None:
    outcomes = compare(article, extract(Article(article.text))).strict
    wrong = [outcome for outcome in outcomes if not (outcome.matched and outcome.speaker)]
    assert not wrong
