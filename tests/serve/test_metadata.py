"""Everything that can be seen says what it means."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from serve_samples import Get, page, words

from quotes.serve.metadata import NAME, metadata

TABLES = metadata("presse.db")["databases"][NAME]["tables"]
LISTED = [
    name for name, about in TABLES.items() if not about.get("hidden") and about.get("allow") is not False
]


@pytest.mark.parametrize("table", LISTED)
def test_every_column_of_what_is_listed_is_described(library: Path, table: str) -> None:
    with closing(sqlite3.connect(library)) as connection:
        columns = [name for _, name, *_ in connection.execute(f'PRAGMA table_info("{table}")')]
    assert list(TABLES[table]["columns"]) == columns
    assert all(TABLES[table]["columns"].values())
    assert TABLES[table]["description"]


def test_what_is_listed_is_what_is_described(get: Get) -> None:
    shown = page(get("/quotes")).cssselect(".db-table h3 a")
    assert [words(link) for link in shown] == ["quotes", *sorted(set(LISTED) - {"quotes"})]


@pytest.mark.parametrize("table", LISTED)
def test_every_table_has_its_page(get: Get, table: str) -> None:
    shown = page(get(f"/quotes/{table}"))
    assert words(shown.cssselect(".column-descriptions")[0]).startswith(next(iter(TABLES[table]["columns"])))


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/quotes.db", 403),  # the file itself
        ("/quotes/article_words", 403),
        ("/_internal", 403),
        ("/_memory", 404),
        ("/quotes/nothing", 404),
        ("/quotes/quotation/999999", 404),
        ("/quotes?sql=delete+from+quotation", 400),
        ("/quotes?sql=attach+'x.db'+as+x", 400),
        ("/quotes/quotes?_sort=nothing", 500),
    ],
)
def test_what_is_not_to_be_had_is_refused_on_a_page_of_ours(get: Get, address: str, status: int) -> None:
    response = get(address)
    assert response.status_code == status
    assert '<a class="brand" href="/">' in response.text
