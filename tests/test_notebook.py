"""The notebook of the documents runs, and shows what it shows there.

After a change that is meant to change it: make docs
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from documents import DOCS, UPDATING, run, working_folder
from lxml import html
from nbclient import NotebookClient

from quotes.cli.corpus import sample_articles
from quotes.ingest import ingest
from quotes.storage import Database

NOTEBOOK = DOCS / "notebook.ipynb"


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = working_folder(tmp_path_factory.mktemp("notebook"))
    run("quotes ingest corpus", folder)
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(
        notebook, timeout=120, record_timing=False, resources={"metadata": {"path": str(folder)}}
    ).execute()
    if UPDATING:
        # what the machine says of itself is not part of the document
        notebook.metadata = nbformat.read(NOTEBOOK, as_version=4).metadata
        nbformat.write(notebook, NOTEBOOK)
    return notebook


def shown(notebook: Any) -> list[list[str]]:
    """The words that each cell shows, whatever they look like."""
    return [
        [_words(data) for output in cell.outputs for _, data in sorted(output.get("data", {}).items())]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def _words(data: str) -> str:
    if data.startswith("<") and not data.startswith("<chart"):
        page = html.fromstring(data.replace("\n", " "))
        for style in page.xpath("//style"):
            style.text = ""
        data = " ".join(page.itertext())
    return " ".join(data.split())


def test_the_notebook_shows_what_happens(executed: Any) -> None:
    assert shown(nbformat.read(NOTEBOOK, as_version=4)) == shown(executed), "if meant, make docs"


def test_what_it_shows_is_what_it_is_about(executed: Any, tmp_path: Path) -> None:
    with Database.open(tmp_path / "quotes.db", create=True) as db:
        stored = ingest(db, [sample_articles()]).quotations
    counts, _, _, chart, article, quotation, *_ = (" ".join(texts) for texts in shown(executed))
    assert re.fullmatch(rf"\({stored}, \d+\)", counts)
    assert "month by month" in chart
    assert "Mirjam Aebischer plante sa perche" in article
    assert "rule inverted-cue-after" in quotation
    assert [
        cell for cell in executed.cells for one in cell.get("outputs", ()) if one.output_type == "error"
    ] == []
