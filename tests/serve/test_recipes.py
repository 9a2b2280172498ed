"""The questions that can be asked by a click are those of the cookbook, and find something."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from serve_samples import DOCS, Get, page, words

from quotes.serve.recipes import Recipe, recipes

COOKBOOK = (DOCS / "sql.md").read_text(encoding="utf-8")


def asked(recipe: Recipe) -> str:
    return f"/quotes/{recipe.name}?{urlencode(recipe.examples)}"


def bare(sql: str) -> list[str]:
    """SQL whatever its lines and however many rows it gives."""
    return re.sub(r"LIMIT \d+", "", sql.strip().rstrip(";")).split()


def test_there_are_enough_to_choose_from() -> None:
    assert len(recipes()) >= 8
    assert len({recipe.name for recipe in recipes()}) == len(recipes())


@pytest.mark.parametrize("recipe", recipes(), ids=lambda recipe: recipe.name)
def test_a_question_is_asked_as_the_cookbook_asks_it(recipe: Recipe) -> None:
    entry = COOKBOOK.split(f"### {recipe.question}\n")[1].split("\n### ")[0]
    filled = recipe.sql
    for name, value in recipe.examples.items():
        filled = filled.replace(f":{name}", f"'{value}'")
    assert bare(filled) == bare(re.findall(r"```sql\n(.*?)```", entry, re.DOTALL)[0])


@pytest.mark.parametrize("recipe", recipes(), ids=lambda recipe: recipe.name)
def test_a_question_finds_something(get: Get, recipe: Recipe) -> None:
    shown = page(get(asked(recipe)))
    assert words(shown.cssselect("h1")[0]) == recipe.question
    assert shown.cssselect("table tbody tr")


def test_the_first_page_asks_about_whoever_is_quoted_most(get: Get) -> None:
    links = {words(link): link.get("href") for link in page(get("/")).cssselect(".questions a")}
    assert list(links) == [recipe.question for recipe in recipes()]
    address = links["With which verbs is a person quoted?"]
    assert address == "/quotes/verbs?speaker=Jeanne+Le+Floc%E2%80%99h"
    assert page(get(address)).cssselect("table tbody tr")


def test_an_answer_leads_to_what_was_said(get: Get) -> None:
    answer = page(get("/quotes/least-certain"))
    first = answer.cssselect("tbody tr")[0]
    number, speaker = (cell.cssselect("a")[0] for cell in first.cssselect("td")[:2])
    assert number.get("href") == f"/quotes/quotation/{words(number)}"
    assert words(speaker) in words(*page(get(speaker.get("href"))).cssselect(".who"))


def test_words_that_find_nothing_are_no_failure(get: Get) -> None:
    assert "Nothing for these words." in words(page(get("/quotes/verbs?speaker=Personne")))
