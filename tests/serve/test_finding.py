"""Quotations found by words, by topic and by facet; speakers found by parts of names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from click.testing import CliRunner
from serve_samples import Get, asker, ingest, page, quoted_on, words

from quotes.cli import cli


def search(library: Path, typed: str) -> list[str]:
    done = CliRunner().invoke(cli, ["search", typed, "--db", str(library), "--format", "csv", "--no-headers"])
    return [line.split(",")[0] for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    "typed",
    [
        "glaciers",
        "GLACIER",
        "élève",
        "eleves",
        "l’élève",
        '"lâche prise"',
        "bassin OR piscine",
        "agricul*",
        "'",
    ],
)
def test_the_search_box_finds_what_quotes_search_finds(get: Get, library: Path, typed: str) -> None:
    found = get(f"/quotes/quotes.json?_shape=array&_search={quote_plus(typed)}").json()
    assert sorted(str(row["id"]) for row in found) == sorted(search(library, typed))


def test_words_that_were_searched_for_stand_out(get: Get) -> None:
    shown = page(get("/quotes/quotes?_search=glaciers"))
    assert {words(found) for found in shown.cssselect("b.found")} == {"glacier"}
    assert shown.cssselect("input[name=_search]")[0].get("value") == "glaciers"


def test_articles_are_searched_by_what_stands_in_them(get: Get) -> None:
    titles = page(get("/quotes/article?_search=glaciologue")).cssselect(".title")
    assert [words(title) for title in titles] == ["«Un glacier ne meurt pas d’un coup, il lâche prise»"]


@pytest.mark.parametrize("typed", ["le floc’h", "FLOC’H", "jeanne le"])
def test_speakers_are_searched_by_parts_of_names(get: Get, typed: str) -> None:
    found = page(get(f"/quotes/speaker?_search={quote_plus(typed)}")).cssselect(".names li")
    assert [words(one) for one in found] == ["Jeanne Le Floc’h 7"]


@pytest.mark.parametrize("name", ["topic", "speaker", "speaker_kind", "outlet", "kind"])
def test_a_facet_leads_to_as_many_as_it_says(get: Get, name: str) -> None:
    values = page(get("/quotes/quotes")).cssselect(f"#facet-{name} li")
    assert len(values) >= 2
    for value in values[:4]:
        link, count = value.cssselect("a")[0], value.cssselect(".count")[0]
        assert words(page(get(link.get("href"))).cssselect(".held b")[0]) == f"{words(count)} quotations"


def test_a_facet_is_taken_away_again(get: Get) -> None:
    narrowed = page(get("/quotes/quotes?_topic=Environnement&kind=direct"))
    (chosen,) = narrowed.cssselect("#facet-topic [aria-current] a")
    assert chosen.get("href").endswith("/quotes/quotes?kind=direct")
    assert "about Environnement" in words(narrowed.cssselect(".held")[0])


def test_topics_of_a_quotation_count_before_those_of_its_article(tmp_path: Path) -> None:
    pages = tmp_path / "page.txt"
    budget = "Le gouvernement présente son budget, les impôts, la dette et le déficit de l’État. "
    match = "Le club a gagné le match de football, le championnat et la coupe devant ses supporters. "
    pages.write_text(
        f"{budget * 3}\n\n« Nous paierons », a déclaré Anne Roy.\n\n{budget * 3}\n\n***\n\n"
        f"{match * 3}\n\n« Nous avons gagné », a déclaré Luc Petit.\n\n{match * 3}\n"
    )
    get = asker(ingest(tmp_path / "two.db", pages))
    links = page(get("/quotes/quotes")).cssselect("#facet-topic li a")
    found = {words(link): quoted_on(get(link.get("href"))) for link in links}
    assert found == {
        "Économie et finances": ["Nous paierons"],
        "Politique": ["Nous paierons"],
        "Sport": ["Nous avons gagné"],
    }


def test_an_article_without_quotation_has_nothing_to_find(served: Callable[[str], Get]) -> None:
    get = served("Il pleut sur Brest depuis trois jours, et le marché n’aura pas lieu.")
    assert "1 article, no quotation yet." in words(page(get("/")))
    assert "No quotation." in words(page(get("/quotes/quotes")))
    assert "Nobody is quoted." in words(page(get("/quotes/article/1")))
