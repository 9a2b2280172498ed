"""A real browser for the tests of this folder: the system's Chromium, headless; nothing is downloaded.

QUOTES_NEED_BROWSER=1 makes a missing browser a failure instead of a reason to skip.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import chromium
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request

#: addresses that no network is asked for
_INSIDE = ("file", "data", "blob", "about")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = chromium.program()
    if found is None:
        pytest.fail(chromium.MISSING) if os.environ.get("QUOTES_NEED_BROWSER") else pytest.skip(
            chromium.MISSING
        )
    with chromium.launched(found) as browser:
        yield browser


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages that are watched: `open_page(path_or_url, viewport=PHONE, color_scheme="dark", …)`.

    A test fails when a page of its writes an error or a warning to the console, lets an exception pass,
    gets no answer, or asks an address outside: any but its own, and for a page from disk any on a network.
    What else is given goes to Playwright's `new_context`.
    """
    complaints: list[str] = []
    contexts = []

    def open_(address: Path | str, **context: object) -> Page:
        url = address.as_uri() if isinstance(address, Path) else address
        opened = browser.new_context(**{"viewport": chromium.DESKTOP, "locale": "en-GB", **context})
        opened.set_default_timeout(10_000)
        contexts.append(opened)
        page = opened.new_page()
        _watch(page, urlsplit(url).netloc, complaints)
        page.goto(url)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []


def _watch(page: Page, own: str, complaints: list[str]) -> None:
    def request(asked: Request) -> None:
        address = urlsplit(asked.url)
        if address.scheme not in _INSIDE and address.netloc != own:
            complaints.append(f"request outside: {asked.url}")

    page.on("request", request)
    page.on("requestfailed", lambda asked: complaints.append(f"failed: {asked.url} ({asked.failure})"))
    page.on("pageerror", lambda error: complaints.append(f"exception: {error}"))
    page.on(
        "console",
        lambda said: (
            complaints.append(f"console {said.type}: {said.text}")
            if said.type in ("error", "warning")
            else None
        ),
    )


@pytest.fixture(scope="session")
def accessibility() -> Callable[[Page], list[str]]:
    """What axe finds wrong on a page, a line each: the rule, how bad it is, and where."""
    axe = Axe()

    def problems(page: Page) -> list[str]:
        found = axe.run(page).response["violations"]
        return [
            f"{one['id']} ({one['impact']}): {node['html'][:160]} {node['failureSummary']}"
            for one in found
            for node in one["nodes"]
        ]

    return problems
