"""Text with elements around its parts: well formed, escaped, nothing lost."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.model import Span
from quotes.page.marked import Tagged, marked, paragraphs

TEXT = "« Nous irons, a-t-elle dit, jusqu'au bout », et c'est tout."
QUOTATION = Tagged(Span(2, 41), "mark", {"class": "quotation"}, {"id": "q1"})


class _Read(HTMLParser):
    """The text of a fragment, and whether its elements close in their order."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.text, self.open, self.well_formed = "", [], True
        self.feed(str(fragment))  # a Markup would escape what is added to it
        self.close()

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)

    def handle_endtag(self, tag):
        self.well_formed &= bool(self.open) and self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def test_an_element_stands_around_its_words():
    cue = Tagged(Span(14, 26), "span", {"class": "cue"})
    assert marked(TEXT, [cue, QUOTATION]) == (
        '« <mark class="quotation" id="q1">Nous irons, <span class="cue">a-t-elle dit</span>, '
        "jusqu&#39;au bout</mark> », et c&#39;est tout."
    )


def test_an_element_over_two_paragraphs_is_cut_and_has_its_id_once():
    one = Tagged(Span(2, 15), "mark", {"class": "quotation"}, {"id": "q1"})
    assert list(paragraphs("« Partez.\n\n» Tous ! »", [one])) == [
        '« <mark class="quotation" id="q1">Partez.</mark>',
        '<mark class="quotation">» To</mark>us ! »',
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ('a"b&amp;c', "a&#34;b&amp;amp;c"),
        ("abc\u202edef\x00", "abc\ufffddef\ufffd"),
    ],
)
def test_hostile_text_is_only_text(text, shown):
    assert marked(text, []) == shown
    assert f'title="{shown}"' in marked("mots", [Tagged(Span(0, 4), "span", {"title": text})])


_SPANS = st.builds(lambda a, b: Span(min(a, b), max(a, b)), st.integers(0, 30), st.integers(0, 30))


@given(st.text("ab<>&\"'\n « »é", min_size=30, max_size=30), st.lists(_SPANS, max_size=8))
def test_whatever_is_marked_the_text_is_whole_and_the_elements_are_well_formed(text, spans):
    tagged = [Tagged(span, "mark", {}, {"id": str(number)}) for number, span in enumerate(spans)]
    read = _Read(marked(text, tagged))
    assert (read.text, read.open, read.well_formed) == (text, [], True)
    lines = [_Read(line) for line in paragraphs(text, tagged)]
    assert [line.text for line in lines] == [line for line in text.split("\n") if line.strip()]
    assert all(line.well_formed and not line.open for line in lines)
