"""The reader page driven as a person does: read, hover, press, choose, print."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from chromium import DESKTOP, PHONE
from playwright.sync_api import Locator, Page, expect

from quotes.cli.corpus import sample_articles
from quotes.export import html
from quotes.ingest import ingest
from quotes.model import Article, Kind, Quotation, Speaker, SpeakerKind
from quotes.storage import Database, Filter

ARTICLES = {
    "pont.txt": """---
title: Le pont rouvre
date: 2024-03-04
outlet: La Gazette
url: https://gazette.example/pont
---
« Le pont tiendra », a déclaré la maire, Anne Roy. Son adjoint, Paul Morin, le juge « fatigué ».

Il pleuvait. « Nous irons, a-t-elle ajouté, jusqu’au bout. »
""",
    "lait.txt": """---
title: Le lait au plus bas
date: 2024-01-10
outlet: Le Courrier
---
« Le prix ne couvre pas nos coûts », a affirmé Luc Petit, éleveur à Laval.
""",
    "foire.txt": """---
title: La foire ferme
date: 2024-01-20
---
« C’est un adieu », a soupiré Anne Roy.
""",
}


def written(folder: Path, database: Database, **wanted: object) -> Path:
    """The reader page of a database, as a file."""
    with (folder / "page.html").open("wb") as to:
        html.write(database, Filter(**wanted), to)
    return folder / "page.html"


@pytest.fixture(scope="session")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of three articles: two that quote Anne Roy, one that does not."""
    folder = tmp_path_factory.mktemp("three")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Database.open(folder / "quotes.db", create=True) as database:
        ingest(database, [folder / name for name in ARTICLES])
        return written(folder, database)


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the sample articles."""
    folder = tmp_path_factory.mktemp("corpus")
    with Database.open(folder / "quotes.db", create=True) as database:
        ingest(database, [sample_articles()])
        return written(folder, database)


def quotation(page: Page, words: str) -> Locator:
    return page.locator("mark.quotation", has_text=words)


def choice(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name).and_(page.locator("[data-choose]"))


def shown(page: Page) -> list[str]:
    """The titles of the articles that are not hidden.

    Their text, not their inner text: the browser leaves the inside of an article undrawn until
    it comes near the window, and what is not drawn has no inner text.
    """
    return list(page.locator("article:visible h2").all_text_contents())


def test_names_stand_beside_the_words_before_anything_is_pressed(open_page, three):
    page = open_page(three)
    paragraph = page.locator(".text > p", has_text="Le pont tiendra")
    beside = paragraph.locator("xpath=following-sibling::*[1]")
    assert [" ".join(name.split()) for name in beside.locator(".by").all_text_contents()] == [
        "1 Anne Roy",
        "3 Paul Morin",
    ]
    expect(quotation(page, "Le pont tiendra").locator(".sign")).to_have_text("1")


def test_the_card_opens_by_mouse_and_says_how_it_is_known(open_page, three):
    page = open_page(three)
    card = page.locator("#card")
    expect(card).to_be_hidden()
    quotation(page, "Le pont tiendra").hover()
    expect(card).to_be_visible()
    for words in (
        "Anne Roy",
        "a déclaré",
        "la maire",
        "inverted-cue-after",
        "seen by nobody",
        "4 March 2024",
    ):
        expect(card).to_contain_text(words)
    expect(page.locator(".text .cue.seen")).to_have_text("a déclaré")
    page.locator("h1").hover()
    expect(card).to_be_hidden()
    expect(page.locator(".text .seen")).to_have_count(0)


def test_a_card_that_was_pressed_stays_until_it_is_closed(open_page, three):
    page = open_page(three)
    quotation(page, "Le pont tiendra").click()
    page.locator("h1").hover()
    page.wait_for_timeout(400)
    expect(page.locator("#card")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#card")).to_be_hidden()


def test_the_card_by_keyboard(open_page, three):
    page = open_page(three)
    sign = quotation(page, "fatigué").get_by_role("button")
    sign.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="About this quotation")).to_be_focused()
    expect(page.locator("#card")).to_contain_text("Paul Morin")
    expect(sign).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()
    expect(sign).to_be_focused()
    expect(sign).to_have_attribute("aria-expanded", "false")


def test_keys_lead_from_quotation_to_quotation_unless_they_are_switched_off(open_page, three):
    page = open_page(three)
    card = page.locator("#card-body strong")
    for key, speaker in (("n", "Anne Roy"), ("j", "Paul Morin"), ("n", "Anne Roy"), ("p", "Paul Morin")):
        page.keyboard.press(key)
        expect(card).to_have_text(speaker)
    page.keyboard.press("Escape")
    page.get_by_label("Keys:").uncheck()
    page.keyboard.press("n")
    expect(page.locator("#card")).to_be_hidden()


def test_choosing_a_speaker_leaves_the_articles_that_quote_them(open_page, three):
    page = open_page(three)
    before = shown(page)
    choice(page, "Anne Roy").click()
    assert shown(page) == [title for title in before if title != "Le lait au plus bas"] != before
    expect(choice(page, "Anne Roy")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("status")).to_have_text("3 quotations in 2 articles: Anne Roy")
    grounds = [
        quotation(page, words).evaluate("mark => getComputedStyle(mark).backgroundColor")
        for words in ("Le pont tiendra", "fatigué")
    ]
    assert grounds[1] == "rgba(0, 0, 0, 0)" != grounds[0]
    page.get_by_role("button", name="Show all").click()
    assert shown(page) == before


def test_the_card_leads_to_its_speaker_alone_and_back(open_page, three):
    page = open_page(three)
    quotation(page, "nos coûts").click()
    page.get_by_role("button", name="Only this speaker").click()
    assert shown(page) == ["Le lait au plus bas"]
    expect(page.locator("#card")).to_be_visible()
    page.get_by_role("button", name="All speakers").click()
    assert len(shown(page)) == 3


def test_the_address_keeps_what_was_chosen(open_page, three):
    page = open_page(three)
    before = shown(page)
    choice(page, "Luc Petit").click()
    assert shown(page) == ["Le lait au plus bas"]
    again = open_page(page.url)
    assert shown(again) == ["Le lait au plus bas"]
    expect(choice(again, "Luc Petit")).to_have_attribute("aria-pressed", "true")
    page.go_back()
    expect(choice(page, "Luc Petit")).to_have_attribute("aria-pressed", "false")
    assert shown(page) == before


@pytest.mark.parametrize("address", ["#speaker=no-such", "#period=%00", "#%%%", "#q0", '#speaker="]{}'])
def test_an_address_that_means_nothing_shows_everything(open_page, three, address):
    assert len(shown(open_page(three.as_uri() + address))) == 3


def test_the_address_of_a_quotation_opens_its_card(open_page, three):
    page = open_page(three)
    quotation(page, "nos coûts").click()
    page.locator("#card .back a").click()
    expect(open_page(page.url).locator("#card")).to_contain_text("Luc Petit")


def test_the_timeline_filters_by_mouse_and_by_list(open_page, three):
    page = open_page(three)
    page.locator('.timeline g[data-period="2024-03-04"]').click()
    assert shown(page) == ["Le pont rouvre"]
    page.get_by_label("Said in").select_option(index=0)
    assert len(shown(page)) == 3
    page.get_by_label("Said in").select_option(index=1)
    assert shown(page) == ["Le lait au plus bas"]


def test_the_timeline_shows_when_the_chosen_speaker_spoke(open_page, three):
    page = open_page(three)
    choice(page, "Anne Roy").click()
    parts = page.locator(".timeline g:has(.part:not([height='0']))")
    periods = parts.evaluate_all("bars => bars.map(bar => bar.dataset.period)")
    assert periods == ["2024-01-20", "2024-03-04"]


def test_speakers_are_found_without_accents(open_page, corpus):
    page = open_page(corpus)
    page.get_by_label("Find a speaker").fill("helene vass")
    expect(page.locator("#speakers li:visible .name")).to_have_text(["Hélène Vasseur-Daubrac"])
    page.get_by_label("Find a speaker").fill("nobody at all")
    expect(page.get_by_text("No speaker is called so.")).to_be_visible()


def test_light_and_dark_can_be_had_whatever_the_system_says(open_page, three):
    page = open_page(three, color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Dark page").click()
    dark = page.evaluate(paper)
    assert dark != light
    assert open_page(three, color_scheme="dark").evaluate(paper) == dark


def test_without_script_everything_can_be_read(open_page, three):
    page = open_page(three, java_script_enabled=False)
    assert len(shown(page)) == 3
    assert page.locator("#speakers li:visible").count() == 3
    expect(page.locator("button:visible:not([data-choose])")).to_have_count(0)
    quotation(page, "Le pont tiendra").locator(".sign").click()
    expect(page.locator("li:target")).to_contain_text("a déclaré")


def test_on_paper_there_is_the_key_and_every_article(open_page, three):
    for context in ({}, {"viewport": PHONE}):
        page = open_page(three, **context)
        page.emulate_media(media="print")
        assert len(shown(page)) == 3
        expect(page.locator("#speakers li:visible .name")).to_have_text(
            ["Anne Roy", "Luc Petit", "Paul Morin"]
        )
        expect(page.locator(".bar")).to_be_hidden()
        expect(page.locator(".beside").first).to_be_visible()


def test_on_a_phone_the_list_opens_and_the_card_covers_nothing_it_is_about(open_page, three):
    page = open_page(three, viewport=PHONE, has_touch=True)
    expect(choice(page, "Anne Roy")).to_be_hidden()
    page.get_by_role("button", name="Speakers").tap()
    choice(page, "Anne Roy").tap()
    expect(choice(page, "Anne Roy")).to_be_hidden()
    quotation(page, "jusqu’au bout").tap()
    card, words = page.locator("#card"), quotation(page, "jusqu’au bout")
    expect(card).to_contain_text("a-t-elle ajouté")
    assert words.bounding_box()["y"] < card.bounding_box()["y"]


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    open_page: Callable[..., Page], accessibility: Callable[[Page], list[str]], three, viewport, scheme
):
    page = open_page(three, viewport=viewport, color_scheme=scheme)
    # what is not laid out yet has no place that axe could look at
    page.add_style_tag(content="article, .speakers li { content-visibility: visible !important }")
    assert accessibility(page) == []
    page.evaluate("for (const notes of document.querySelectorAll('details')) notes.open = true")
    if viewport is PHONE:
        page.get_by_role("button", name="Speakers").click()
    assert accessibility(page) == []
    choice(page, "Anne Roy").click()
    assert accessibility(page) == []
    quotation(page, "Le pont tiendra").click()
    expect(page.locator("#card")).to_be_visible()
    assert accessibility(page) == []


def test_every_colour_can_be_read_in_light_and_dark(open_page, accessibility, corpus):
    for scheme in ("light", "dark"):
        page = open_page(corpus, color_scheme=scheme)
        page.add_style_tag(content="article, .speakers li { content-visibility: visible !important }")
        classes = " ".join(
            page.locator("mark.quotation").evaluate_all("all => all.map(one => one.className)")
        )
        assert set(re.findall(r"hue-(\w+)", classes)) == {*"01234567", "none"}
        assert accessibility(page) == []


def test_whatever_an_article_holds_the_page_keeps_its_shape(open_page, tmp_path):
    evil = "</script><img src=x onerror=document.title=1>" + "x" * 1_000_000
    said = Quotation(2, 9, evil[2:9], Kind.DIRECT, Speaker(evil[:5000], SpeakerKind.PERSON, evil[:5000]))
    with Database.open(tmp_path / "quotes.db", create=True) as database:
        database.save(
            Article(evil, evil[:5000], "2024", None, evil[:5000], "javascript:alert(1)"), [said], parser="1"
        )
        path = written(tmp_path, database)
    for viewport in (DESKTOP, PHONE):
        page = open_page(path, viewport=viewport)
        assert page.title() == "Who said what: 1 quotation of 1 speaker"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.locator("#q1").click()
        expect(page.locator("#card")).to_be_visible()


def test_many_articles_stay_quick(open_page, tmp_path):
    """Seven thousand quotations: bounds ten times what a slow machine needs, to catch what grows too fast."""
    text = "\n\n".join(f"« Nous irons le {n} », a déclaré Anne {chr(65 + n)}oy. Il pleut." for n in range(14))
    with Database.open(tmp_path / "quotes.db", create=True) as database:
        for number in range(500):
            speaker = Speaker(f"Anne {number % 90}", SpeakerKind.PERSON)
            spans = [(found.start(1), found.end(1)) for found in re.finditer("« (.*?) »", text)]
            its = [Quotation(start, end, text[start:end], Kind.DIRECT, speaker) for start, end in spans]
            database.save(Article(text, f"Titre {number}", f"2024-{number % 12 + 1:02}-01"), its, parser="1")
        path = written(tmp_path, database)
    page = open_page(path)
    loaded = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    chosen = page.evaluate(
        """async () => {
            const start = performance.now();
            document.querySelector("[data-choose]").click();
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            return performance.now() - start;
        }"""
    )
    assert page.locator("article:not([hidden])").count() == 6
    assert loaded < 15_000
    assert chosen < 2_000
