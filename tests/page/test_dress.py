"""The look of quotations: a number, a colour and a line a speaker; evidence tagged; nothing escapes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.ingest import ingest
from quotes.page.dress import STYLE, Signs, article_paragraphs, quotation_in_context, whole_article
from quotes.storage import Database, Filter, WholeArticle

TEXT = """« Le pont tiendra », a déclaré la maire, Anne Roy. Son adjoint, Paul Morin, le juge « fatigué ».

Rien à signaler.

« Nous irons, a-t-elle ajouté, jusqu'au bout », sous l'œil de la presse."""


@pytest.fixture
def stored(tmp_path: Path) -> Callable[..., WholeArticle]:
    """An article of this text, read, parsed and stored."""

    def store(text: str, **wanted: object) -> WholeArticle:
        (tmp_path / "article.txt").write_text(text, encoding="utf-8")
        with Database.open(tmp_path / "quotes.db", create=True) as database:
            ingest(database, [tmp_path / "article.txt"])
            (article,) = database.whole_articles(Filter(**wanted))
        return article

    return store


def test_speakers_are_numbered_as_they_speak_and_named_beside_their_paragraphs(stored):
    signs = Signs()
    shown = [
        [(sign.text, sign.name) for sign in paragraph.speakers]
        for paragraph in article_paragraphs(stored(TEXT), signs)
    ]
    assert shown == [[("1", "Anne Roy"), ("2", "Paul Morin")], [], [("1", "Anne Roy")]]


def test_numbers_can_be_given_beforehand():
    signs = Signs([7, 3])
    assert [signs.named(id_, "Anne").text for id_ in (3, 7, 5)] == ["2", "1", "3"]


def test_colours_begin_again_with_another_line_and_numbers_do_not():
    known = Signs(range(100))
    signs = [known.named(id_, "") for id_ in reversed(range(100))][::-1]
    assert len({sign.text for sign in signs}) == 100
    assert len({sign.classes for sign in signs[:32]}) == 32
    assert (signs[0].classes, signs[8].classes) == ("hue-0 line-0", "hue-0 line-1")
    used = {name for sign in signs for name in sign.classes.split()}
    assert [name for name in used if f".{name} {{" not in STYLE] == []


def test_a_speaker_nobody_names_is_said_to_be_unknown(stored):
    article = stored("Il pleuvait. « On verra bien demain. »")
    assert [one.row.speaker for one in article.quotations] == [None]
    assert 'aria-label="?: speaker unknown" lang="en">?</span>' in whole_article(article)


def test_evidence_is_tagged_with_the_quotations_it_belongs_to(stored):
    html = whole_article(stored(TEXT))
    assert re.findall(r'<span class="(cue|mention)" data-of="(\d+)">([^<]*)<', html)[:2] == [
        ("cue", "1", "a déclaré"),
        ("mention", "1", "la maire, Anne Roy"),
    ]
    assert '<span class="incise">' in html


def test_a_quotation_in_context_has_its_paragraph_and_shows_its_evidence(stored):
    article = stored(TEXT)
    html = quotation_in_context(article.quotations[0], article)
    assert '<span class="cue seen" data-of="1">a déclaré</span>' in html
    assert html.count(" chosen") == 1
    assert "fatigué" in html
    assert "Rien" not in html
    assert "jusqu" not in html


def test_linked_quotations_have_an_id_once_and_lead_to_their_notes(stored):
    text = "« Partez, a dit Anne Roy.\n\n« Tous ! » Et ils partirent."
    html = "".join(one.html for one in article_paragraphs(stored(text), Signs(), linked=True))
    ids = re.findall(r' id="(.*?)"', html)
    assert len(ids) == len(set(ids)) > 0
    assert re.findall(r'href="#n(\d+)"', html) == [id_.removeprefix("q") for id_ in ids]


def test_no_name_can_be_more_than_a_name():
    sign = Signs().named(1, '"><script>\u202e')
    assert sign.name == '"><script>\ufffd'
