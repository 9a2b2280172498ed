"""The page of a chart, in a browser: seen, read aloud, and its figures opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from chromium import DESKTOP, PHONE

pytest.importorskip("altair")

from quotes.charts import draw
from quotes.charts.counting import figure_of
from quotes.ingest import ingest
from quotes.storage import By, Database, Filter

TEXT = """---
date: 2024-03-02
outlet: La Gazette
---
« Le quai sera refait », a promis Anne Roy, maire de Blois.

« Personne ne nous a consultés », regrette Pierre Martin.
"""


@pytest.fixture
def page_file(tmp_path: Path) -> Path:
    (tmp_path / "quai.txt").write_text(TEXT, encoding="utf-8")
    with Database.open(tmp_path / "quotes.db", create=True) as db:
        ingest(db, [tmp_path / "quai.txt"])
        drawn = draw(figure_of(db, Filter(), By.OUTLET, By.SPEAKER), "html")
    (tmp_path / "chart.html").write_bytes(drawn)
    return tmp_path / "chart.html"


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_of_a_chart(open_page, accessibility, page_file, viewport, scheme) -> None:
    page = open_page(page_file, viewport=viewport, color_scheme=scheme)
    assert page.get_by_role("img", name="Share of voice in each outlet, by speaker").is_visible()
    assert not page.get_by_role("table").is_visible()
    page.get_by_text("The figures").click()
    assert page.get_by_role("row").all_inner_texts()[1:] == [
        "La Gazette\tAnne Roy\t1",
        "La Gazette\tPierre Martin\t1",
    ]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert accessibility(page) == []
