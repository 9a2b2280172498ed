"""Takes the pictures of the reader page that the documents show, from the sample articles.

Usage: python scripts/screenshots.py   (after a change of how the page looks; needs Chromium)
"""

from __future__ import annotations

import io
import sys
import tempfile
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
    with Image.open(io.BytesIO(page.screenshot())) as taken:
        # a page has few colours: a palette makes the file three times smaller and nothing looks different
        taken.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(
            IMAGES / f"{name}.png", optimize=True
        )


if __name__ == "__main__":
    main()
