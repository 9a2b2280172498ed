"""Databases to serve, and what their pages say."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import httpx
from click.testing import CliRunner
from lxml import html

from quotes.cli import cli
from quotes.serve.server import make_datasette

DOCS = Path(__file__).parents[2] / "docs"

Result = TypeVar("Result")
Get = Callable[[str], httpx.Response]


def ingest(db: Path, *paths: Path) -> Path:
    """A database with the articles of `paths`."""
    done = CliRunner().invoke(cli, ["ingest", *map(str, paths), "--db", str(db)])
    assert done.exit_code == 0, done.stderr
    return db


def finished(work: Coroutine[Any, Any, Result]) -> Result:
    """What a coroutine gives, in a thread of its own: in this one a test of a browser may have a loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def asker(db: Path, *, immutable: bool = False) -> Get:
    """Ask for pages of a database."""
    datasette = make_datasette(db, immutable=immutable)
    return lambda address: finished(datasette.client.get(address.removeprefix("http://localhost")))


def page(response: httpx.Response) -> html.HtmlElement:
    """The page that came, as elements."""
    assert response.status_code == 200, response.request.url
    return html.document_fromstring(response.text)


def words(*elements: html.HtmlElement) -> str:
    """What one reads in elements."""
    return " ".join(" ".join(element.text_content() for element in elements).split())


def quoted_on(response: httpx.Response) -> list[str]:
    """The quotations that a page lists."""
    return [words(link).strip("« »") for link in page(response).cssselect(".card .words a")]
