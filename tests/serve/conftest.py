"""The sample articles and the pages of the tutorial in a database, and Datasette over it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from serve_samples import DOCS, Get, asker, ingest

from quotes.cli.corpus import sample_articles


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of 27 articles, which no test changes."""
    return ingest(tmp_path_factory.mktemp("library") / "presse.db", sample_articles(), DOCS / "tutorial")


@pytest.fixture(scope="session")
def get(library: Path) -> Get:
    """Ask for a page of the library."""
    return asker(library)


@pytest.fixture
def served(tmp_path: Path) -> Callable[[str], Get]:
    """Ask for pages of a database that holds one article of the text given."""

    def served(text: str) -> Get:
        (tmp_path / "article.txt").write_text(text, encoding="utf-8")
        return asker(ingest(tmp_path / "one.db", tmp_path / "article.txt"))

    return served
