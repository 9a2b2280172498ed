"""What holds for any text at all, however odd."""

from __future__ import annotations

import pickle
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.model import Article, Kind, Quotation
from quotes.parsing import extract
from quotes.parsing.explain import explain

MARKS = ["«", "»", "“", "”", "„", "‹", "›", '"', "<<", ">>", "« ", " »", "«\u00a0", "\u202f»"]
CUES = [
    "a déclaré",
    "a-t-elle dit",
    "affirme",
    "selon",
    "d'après",
    "qualifié de",
    "en dénonçant",
    "se félicite",
    "met en garde",
    "Et d'ajouter",
    "fait valoir",
    "par",
    "pour",
    "sous le slogan",
    "Lire aussi",
]
SOURCES = [
    "Ada Nohain",
    "M. Strand",
    "Nohain",
    "la maire",
    "le préfet d'Orval Ivo Strand",
    "elle",
    "ils",
    "ce dernier",
    "l'un d'eux",
    "l'AFP",
    "des pêcheurs",
    "un rapport",
    "Josiane, 73 ans",
    "-t-il",
    "@adanohain",
]
GLUE = [
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    ", ",
    ". ",
    " : ",
    " ; ",
    " – ",
    "\n– ",
    "? ",
    "… ",
    " (",
    ") ",
    "-",
    "'",
    "’",
]
WORDS = [
    "le lac",
    "gèle",
    "oui",
    "que",
    "qui",
    "et",
    "de",
    "d'",
    "l'",
    "à",
    "12",
    "n'est pas",
    "Je",
    "\u200b",
    "É",
]

pieces = st.sampled_from(MARKS) | st.sampled_from(CUES + SOURCES + WORDS) | st.sampled_from(GLUE)
newslike = st.lists(pieces, max_size=50).map("".join)
anything = newslike | st.text(max_size=120)
few = settings(max_examples=150, deadline=None)


@few
@given(anything)
def test_every_quotation_is_its_stretch_of_the_text(text: str) -> None:
    for quotation in extract(text):
        assert 0 <= quotation.start < quotation.end <= len(text)
        assert text[quotation.start : quotation.end] == quotation.text
        assert quotation.text == quotation.text.strip()
        for part in (quotation.mention, quotation.cue):
            assert part is None or 0 <= part.span.start < part.span.end <= len(text)
        for incise in quotation.incises:
            assert quotation.start <= incise.start < incise.end <= quotation.end


@few
@given(anything)
def test_quotations_come_in_order_nested_or_apart(text: str) -> None:
    found = extract(text)
    assert found == sorted(found, key=lambda q: (q.start, -q.end))
    for first, second in combinations(found, 2):
        apart = first.end <= second.start
        within = first.start <= second.start and second.end <= first.end
        assert apart or within
        assert not within or second.nested


@few
@given(anything)
def test_confidence_is_a_share_and_terms_have_no_speaker(text: str) -> None:
    for quotation in extract(text):
        assert 0.0 <= quotation.confidence <= 1.0
        assert (quotation.speaker is None) or quotation.rule is not None
        assert quotation.kind is not Kind.TERM or quotation.speaker is None


@few
@given(newslike)
def test_the_same_text_gives_the_same_quotations(text: str) -> None:
    assert extract(text) == extract(text) == extract(Article(text))


@few
@given(newslike)
def test_explaining_finds_the_same_quotations(text: str) -> None:
    assert [explanation.quotation for explanation in explain(text)] == extract(text)


@few
@given(newslike)
def test_paragraphs_without_marks_before_do_not_move_what_follows(text: str) -> None:
    before = "Il pleut.\n\n"
    moved = [_moved(quotation, len(before)) for quotation in extract(text)]
    assert [(q.start, q.end, q.text) for q in extract(before + text)] == moved


def _moved(quotation: Quotation, by: int) -> tuple[int, int, str]:
    return quotation.start + by, quotation.end + by, quotation.text


def test_the_function_and_its_results_travel_between_processes() -> None:
    article = Article("« Le lac gèle », a déclaré Ada Nohain. « Il dort. »", outlet="Le Givre")
    there = pickle.loads(pickle.dumps(extract))
    found = there(pickle.loads(pickle.dumps(article)))
    assert pickle.loads(pickle.dumps(found)) == extract(article)
    assert len(found) == 2
