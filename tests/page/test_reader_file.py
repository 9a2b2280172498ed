"""The reader page as a file: valid, whole, closed to the network and to whatever an article says."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from pathlib import Path

import html5lib
import pytest

from quotes.cli.corpus import sample_articles
from quotes.export import html
from quotes.ingest import ingest
from quotes.model import Article, Kind, Quotation, Speaker, SpeakerKind
from quotes.page.reader import asked_in_words
from quotes.storage import Database, Filter

HOSTILE = "</script></title><img src=x onerror=alert(1)>\"'\u202e\x00"
_XHTML = "{http://www.w3.org/1999/xhtml}"


def page(path: Path, **wanted: object) -> str:
    """The reader page of the database at `path`."""
    with Database.open(path) as database:
        html.write(database, Filter(**wanted), written := io.BytesIO())
    return written.getvalue().decode("utf-8")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corpus") / "quotes.db"
    with Database.open(path, create=True) as database:
        ingest(database, [sample_articles()])
    return path


def stored(path: Path, *articles: Article, speaker: str = "Anne Roy") -> Path:
    """A database in which the words from 2 to 6 of each article are a quotation of `speaker`."""
    with Database.open(path, create=True) as database:
        for one in articles:
            said = Quotation(2, 6, one.text[2:6], Kind.DIRECT, Speaker(speaker, SpeakerKind.PERSON, speaker))
            database.save(one, [said], parser="1")
    return path


@pytest.mark.parametrize("wanted", [{}, {"kinds": (Kind.TERM, Kind.DIRECT)}, {"limit": 3}, {"limit": 0}])
def test_the_page_is_valid_and_refers_to_what_it_has(corpus, wanted):
    tree = html5lib.HTMLParser(strict=True).parse(page(corpus, **wanted))
    ids = [element.attrib["id"] for element in tree.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    referred = {
        reference
        for element in tree.iter()
        for name in ("for", "aria-controls", "aria-labelledby", "href")
        for reference in element.attrib.get(name, "").split()
        if name != "href" or reference.startswith("#")
    }
    assert {reference.removeprefix("#") for reference in referred} - set(ids) == set()


def test_everything_is_in_it(corpus):
    shown = page(corpus)
    with Database.open(corpus) as database:
        quotations = {str(row.id) for row in database.quotations(Filter())}
        articles = list(database.whole_articles(Filter()))
    assert set(re.findall(r'<mark [^>]*id="q(\d+)"', shown)) == quotations
    assert set(re.findall(r'<li id="n(\d+)"', shown)) == quotations
    unsigned = re.sub(r'<a class="sign".*?</a>', "", shown)
    text = re.sub(r"\s+", "", "".join(html5lib.HTMLParser().parse(unsigned).itertext()))
    lines = [re.sub(r"\s+", "", line) for article in articles for line in article.text.split("\n")]
    assert len(lines) > 100
    assert [line for line in lines if line not in text] == []


def test_a_title_that_opens_the_text_is_printed_once(tmp_path):
    text = "« Oui », dit la maire\n\nElle a dit oui."
    shown = page(stored(tmp_path / "q.db", Article(text, title="« Oui », dit la maire")))
    heading = re.search(r"<h2 [^>]*>(.*)</h2>\n<div class=\"beside\"", shown)
    assert heading
    assert 'id="q1"' in heading[1]
    assert shown.count(", dit la maire") == 1


def test_the_policy_lets_only_its_own_script_run(corpus):
    shown = page(corpus)
    script = re.search(r"<script>(.*?)</script>", shown, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="(.*?)"', shown)[1]
    assert "default-src 'none'" in policy
    assert f"script-src 'sha256-{digest}'" in policy


def test_whatever_an_article_says_is_only_text(tmp_path):
    told = Article(f"« {HOSTILE}", HOSTILE, "2024", None, HOSTILE, "javascript:alert(1)", HOSTILE, (HOSTILE,))
    shown = page(stored(tmp_path / "q.db", told, speaker=HOSTILE.replace("\x00", "")), outlet="img")
    tree = html5lib.HTMLParser(strict=True).parse(shown)
    assert [
        e for e in tree.iter() if e.tag == f"{_XHTML}img" or any(n.startswith("on") for n in e.attrib)
    ] == []
    assert len([e for e in tree.iter() if e.tag == f"{_XHTML}script"]) == 1
    assert "\u202e" not in shown
    assert "\x00" not in shown


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://gazette.example/a", True),
        ("HTTP://gazette.example/a", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)//https://a", False),
        ("data:text/html,a", False),
        ("https://", False),
    ],
)
def test_only_addresses_of_the_web_are_links(tmp_path, url, is_link):
    shown = page(stored(tmp_path / "q.db", Article("« Oui. »", url=url)))
    links = [link for link in re.findall(r'<a href="(.*?)"([^>]*)>', shown) if not link[0].startswith("#")]
    assert links == ([(url, ' rel="noopener noreferrer"')] if is_link else [])


def test_the_folder_of_a_file_is_not_told(tmp_path):
    shown = page(stored(tmp_path / "q.db", Article("« Oui. »", source="/home/anne/secret/oui.txt")))
    assert '<span class="file">oui.txt</span>' in shown
    assert "secret" not in shown


def test_an_empty_answer_is_a_page_that_says_so(tmp_path):
    with Database.open(tmp_path / "q.db", create=True):
        pass
    shown = page(tmp_path / "q.db", outlet="gazette", since="2024-03")
    html5lib.HTMLParser(strict=True).parse(shown)
    assert "No quotation matches." in shown
    assert "outlet “gazette”, since March 2024" in shown


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({}, ""),
        ({"speaker": "roy", "on": "2024-03-05"}, "speaker “roy”, on 5 March 2024"),
        ({"topics": ("sport", "eau"), "all_topics": True}, "topic “sport” and “eau”"),
        ({"kinds": ("direct", "term"), "limit": 1}, "kind direct or term, at most 1 quotation"),
        ({"min_confidence": 0.0, "speaker_id": 3}, "speaker number 3, confidence 0 or more"),
    ],
)
def test_what_was_asked_for_stands_in_words(wanted, words):
    assert asked_in_words(Filter(**wanted)) == words
