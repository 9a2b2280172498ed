"""An empty folder to work in, two articles of our own, and the command line to run there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quotes.cli import cli

Run = Callable[..., Result]

PONT = """---
title: Le pont rouvre
date: 2024-10-30
outlet: La Gazette
topics: [transports, Loire]
---
« Nous rouvrirons le pont lundi », a déclaré la maire de Blois, Anne Roy.

« Les travaux sont terminés », a-t-elle ajouté.
"""

LAIT = """---
title: Le lait au plus bas
date: 2023-05
outlet: Le Courrier
---
« Le prix ne couvre pas nos coûts », a affirmé Pierre Martin, éleveur à Laval.
"""


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("QUOTES_DB", "QUOTES_DEBUG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run() -> Run:
    """Run `quotes` with the given arguments, in this process."""

    def run(*arguments: str, **extra: object) -> Result:
        return CliRunner().invoke(cli, arguments, prog_name="quotes", **extra)

    return run


@pytest.fixture
def articles(empty_folder: Path) -> Path:
    """A folder of two articles."""
    folder = empty_folder / "articles"
    folder.mkdir()
    (folder / "lait.txt").write_text(LAIT)
    (folder / "pont.txt").write_text(PONT)
    return folder


@pytest.fixture
def ingested(run: Run, articles: Path) -> Path:
    """The database `quotes.db` of this folder, with the two articles in it."""
    assert run("ingest", str(articles)).exit_code == 0
    return Path("quotes.db")
