"""The sample articles in a database, and an empty database for sentences of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quotes.cli.corpus import sample_articles
from quotes.ingest import ingest
from quotes.storage import Database


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with Database.open(tmp_path_factory.mktemp("corpus") / "quotes.db", create=True) as database:
        ingest(database, [sample_articles()])
        yield database


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with Database.open(tmp_path / "quotes.db", create=True) as database:
        yield database
