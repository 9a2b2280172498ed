"""`quotes serve` driven as a person does: open, search, narrow, read a quotation in its article, ask."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from chromium import DESKTOP, PHONE
from playwright.sync_api import Locator, Page, expect

from quotes.cli.corpus import sample_articles
from quotes.ingest import ingest
from quotes.storage import Database

PAGES = (
    "",
    "quotes/quotes",
    "quotes/quotes?_search=glacier&_topic=Environnement",
    "quotes/quotation/32",
    "quotes/article/3",
    "quotes/speaker/20",
    "quotes/speaker",
    "quotes/article",
    "quotes/verbs?speaker=Olivier+Delcourt",
    "quotes",
    "quotes?sql=select+1+as+one",
    "quotes/topic",
)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a server answers for the sample articles."""
    db = tmp_path_factory.mktemp("served") / "presse.db"
    with Database.open(db, create=True) as database:
        ingest(database, [sample_articles()])
    command = [sys.executable, "-m", "quotes", "serve", "--db", str(db), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        yield server.stdout.readline().strip()
        server.terminate()


def click(what: Locator) -> None:
    """Click when the page has all that it asked for: a page that is left asks for it in vain."""
    what.page.wait_for_load_state()
    what.click()


def test_from_the_first_page_to_words_in_their_article(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Who said what")
    expect(page.locator(".held")).to_contain_text("quotations of")

    page.wait_for_load_state()
    page.get_by_role("searchbox").fill("glaciers")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("3 quotations")
    expect(page.locator("b.found").first).to_have_text("glacier")

    click(page.locator("#facet-speaker").get_by_role("link", name="Noémie Darbellay"))
    expect(page.get_by_role("status")).to_contain_text("1 quotation")
    click(page.get_by_role("link", name="On emballe le glacier comme un gigot"))

    expect(page.get_by_role("heading", level=1)).to_have_text("Noémie Darbellay")
    passage = page.get_by_label("The quotation in its paragraph")
    expect(passage.locator("mark.chosen")).to_contain_text("On emballe le glacier")
    expect(passage.locator(".cue.seen")).to_be_visible()
    click(page.get_by_role("link", name="in the whole article"))
    expect(page.locator("article mark.chosen")).to_be_in_viewport()
    assert page.locator("article mark.quotation").count() > 5


def test_a_speaker_leads_to_what_she_said(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    click(page.get_by_role("region", name="Most quoted").get_by_role("link", name="Alma Ferreiro"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Alma Ferreiro")
    expect(page.locator(".card")).to_have_count(5)
    click(page.locator(".card .words a").first)
    expect(page.get_by_role("heading", level=1)).to_have_text("Alma Ferreiro")
    click(page.get_by_role("heading", level=1).get_by_role("link"))
    expect(page.locator(".card")).to_have_count(5)


def test_conditions_add_up_and_are_taken_away(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(f"{address}quotes/quotes")
    held = page.get_by_role("status")
    everything = held.inner_text()
    click(page.locator("#facet-topic").get_by_role("link", name="Politique", exact=True))
    expect(held).to_contain_text("about Politique")
    about = held.inner_text()
    click(page.locator("#facet-kind").get_by_role("link", name="direct"))
    expect(held).not_to_have_text(about)
    click(page.locator("#facet-kind").get_by_role("link", name="direct: take this condition away"))
    expect(held).to_have_text(about)
    click(held.get_by_role("link", name="all"))
    expect(held).to_have_text(everything.strip())


def test_a_question_is_asked_of_somebody_else(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    click(page.get_by_role("link", name="With which verbs is a person quoted?"))
    expect(page.locator("tbody tr").first).to_be_visible()
    page.get_by_label("speaker", exact=True).fill("Mirjam Aebischer")
    click(page.get_by_role("button", name="Ask"))
    expect(page.get_by_role("cell", name="parle de")).to_be_visible()
    click(page.get_by_text("The SQL"))
    expect(page.locator("pre")).to_contain_text("WHERE speaker = :speaker")


def test_sql_is_written_in_its_editor(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(f"{address}quotes")
    click(page.locator(".CodeMirror"))
    page.keyboard.press("Control+A")
    page.keyboard.type("select count(*) as articles from article")
    click(page.get_by_role("button", name="Run"))
    expect(page.get_by_role("cell", name="23", exact=True)).to_be_visible()


def test_the_keyboard_is_enough(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="To the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("bassin")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("_search=bassin"))
    page.wait_for_load_state()


@pytest.mark.parametrize(("viewport", "scheme"), [(DESKTOP, "light"), (DESKTOP, "dark"), (PHONE, "light")])
def test_every_page_can_be_read_by_everybody(
    open_page: Callable[..., Page],
    accessibility: Callable[[Page], list[str]],
    address: str,
    viewport: dict[str, int],
    scheme: str,
) -> None:
    page = open_page(address, viewport=viewport, color_scheme=scheme)
    for path in PAGES:
        page.goto(address + path)
        assert accessibility(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], path


@pytest.mark.parametrize("path", PAGES)
def test_a_page_needs_no_script_to_be_read(open_page: Callable[..., Page], address: str, path: str) -> None:
    page = open_page(address + path, java_script_enabled=False)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
