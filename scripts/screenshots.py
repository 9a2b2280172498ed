"""Takes the pictures that the documents show, of the reader page and of `quotes serve`.

Usage: python scripts/screenshots.py   (after a change of how a page looks; needs Chromium)
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from quotes.cli.corpus import sample_articles
from quotes.export import html
from quotes.ingest import ingest
from quotes.storage import Database, Filter

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
sys.path.insert(0, str(ROOT / "tests" / "browser"))

import chromium  # noqa: E402 - the browser as the tests have it


def main() -> None:
    """Write every picture."""
    found = chromium.program()
    if found is None:
        sys.exit(chromium.MISSING)
    with tempfile.TemporaryDirectory() as folder, chromium.launched(found) as browser:
        page = _page(Path(folder))
        _picture(browser, page, "reader-desktop", viewport=chromium.DESKTOP, color_scheme="light")
        _picture(browser, page, "reader-phone", viewport=chromium.PHONE, color_scheme="dark")
        with _served(Path(folder)) as address:
            served = browser.new_context(viewport=chromium.DESKTOP, color_scheme="light").new_page()
            served.goto(f"{address}quotes/quotes?_search=altitude")
            served.locator(".card .words a").first.click()
            _save(served, "serve-quotation")


def _page(folder: Path) -> str:
    with Database.open(folder / "quotes.db", create=True) as database:
        ingest(database, [sample_articles()])
        with (folder / "page.html").open("wb") as to:
            html.write(database, Filter(), to)
    return (folder / "page.html").as_uri()


def _picture(browser: Browser, address: str, name: str, **context: object) -> None:
    page: Page = browser.new_context(**context).new_page()
    page.goto(address)
    page.locator("mark.quotation", has_text="personne n’a regardé").click()
    page.mouse.move(0, 0)
    _save(page, name)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    command = [
        sys.executable,
        "-m",
        "quotes",
        "serve",
        "--db",
        str(folder / "quotes.db"),
        "--port",
        "0",
        "--quiet",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own
        yield (server.stdout or io.StringIO()).readline().strip()
        server.terminate()


def _save(page: Page, name: str) -> None:
    with Image.open(io.BytesIO(page.screenshot())) as taken:
        # a page has few colours: a palette makes the file three times smaller and nothing looks different
        taken.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(
            IMAGES / f"{name}.png", optimize=True
        )


if __name__ == "__main__":
    main()
