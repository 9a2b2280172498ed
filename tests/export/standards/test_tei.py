"""TEI: valid, complete, every pointer leads somewhere, and no character of an article is lost."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from standards_samples import HOSTILE, TEI, XML_ID, as_tei, person, quoted, save, tei_schema

from quotes.export.tei import markup
from quotes.export.tei.article import write_article
from quotes.export.tei.xml import Xml, xml_text
from quotes.export.utf8 import utf8
from quotes.model import Kind, Span, Speaker, SpeakerKind
from quotes.storage import Database, Evidence, Filter, QuotationRow, Status, Verdict, WholeArticle

ALL_KINDS = tuple(Kind)
FILTERS = {
    "everything": Filter(),
    "terms too": Filter(kinds=ALL_KINDS),
    "one speaker": Filter(speaker="vasseur"),
    "three quotations": Filter(limit=3),
    "nothing": Filter(speaker="personne de ce nom"),
}
POINTERS = ("who", "ref", "ana", "resp", "corresp", "next", "prev")


def paragraphs(document: etree._Element) -> list[str]:
    """What stands in each paragraph of the articles, elements and all."""
    return [_inner(p) for p in document.iterfind(f".//{TEI}body/{TEI}p")]


def _inner(element: etree._Element) -> str:
    written = etree.tostring(element, encoding="unicode", with_tail=False)
    return re.sub(r' xmlns="[^"]*"|^<p( xmlns="[^"]*")?>|</p>$', "", written)


def test_every_export_is_valid_and_the_schema_tells_what_is_not(corpus: Database, db: Database) -> None:
    # one test: the schema takes a while to be read
    schema = tei_schema()
    text = f"« Oui. » « {HOSTILE} »\n« Ja.\n\n» Nein. »"
    sources = [Speaker(f"source {kind}", kind, HOSTILE) for kind in SpeakerKind]
    save(db, "« Oui. »", [quoted("« Oui. »", "Oui.", sources[0])], date="2024-02-31", url="http://[a b")
    save(db, text, [quoted(text, "Oui.", sources[1]), quoted(text, HOSTILE, sources[2], rule=HOSTILE)])
    save(db, text[9:], [quoted(text[9:], "Ja.\n\n» Nein.", sources[3])], title=HOSTILE, topics=(HOSTILE,))
    exports = {name: as_tei(corpus, wanted) for name, wanted in FILTERS.items()} | {"unusual": as_tei(db)}
    assert {name: found for name, document in exports.items() if (found := _problems(schema, document))} == {}

    exports["everything"].find(f".//{TEI}said").set("speaker", "#s1")
    assert len(_problems(schema, exports["everything"])) == 1


def _problems(schema: etree.RelaxNG, document: etree._Element) -> list[str]:
    schema.validate(document)
    return [f"line {error.line}: {error.message}" for error in schema.error_log]


@pytest.mark.parametrize("wanted", FILTERS.values(), ids=FILTERS)
def test_identifiers_are_unique_and_every_pointer_leads_to_one(corpus: Database, wanted: Filter) -> None:
    document = as_tei(corpus, wanted)
    declared = [element.get(XML_ID) for element in document.iter() if element.get(XML_ID)]
    assert len(declared) == len(set(declared))
    pointed = {
        pointer
        for element in document.iter()
        for name in POINTERS
        for pointer in element.get(name, "").split()
    }
    assert pointed <= {f"#{name}" for name in declared}


def test_the_text_of_a_body_is_that_of_its_article(corpus: Database) -> None:
    articles = {f"a{article.id}": article.text for article in corpus.whole_articles(Filter())}
    exported = {
        article.get(XML_ID): ["".join(p.itertext()) for p in article.iterfind(f".//{TEI}body/{TEI}p")]
        for article in as_tei(corpus, Filter(kinds=ALL_KINDS)).iterfind(f"{TEI}TEI")
    }
    assert len(articles) == 23
    assert exported == {
        name: [line for line in text.split("\n") if line.strip()] for name, text in articles.items()
    }


def test_every_quotation_is_there_with_its_speaker(corpus: Database) -> None:
    document = as_tei(corpus)
    names = {
        element.get(XML_ID): element[0].text
        for kind in ("person", "personGrp", "org", "bibl")
        for element in document.iter(f"{TEI}{kind}")
    }
    exported = {
        said.get(XML_ID): names[said.get("who").removeprefix("#")] if said.get("who") else None
        for said in document.iter(f"{TEI}said")
        if not said.get("prev")
    }
    assert exported == {f"q{row.id}": row.speaker for row in corpus.quotations(Filter())}


@pytest.mark.parametrize(
    ("text", "encoded"),
    [
        pytest.param(
            "« Nous irons », a déclaré Anne Roy.",
            '« <said xml:id="q1" who="#s1" direct="true" ana="#direct #rule-inverted-cue-after" cert="…" '
            'resp="#parser">Nous irons</said> », <seg type="cue" corresp="#q1">a déclaré</seg> '
            '<rs ref="#s1" corresp="#q1">Anne Roy</rs>.',
            id="a full utterance",
        ),
        pytest.param(
            "Selon Anne Roy, le projet est « une folie ».",
            '<seg type="cue" corresp="#q1">Selon</seg> <rs ref="#s1" corresp="#q1">Anne Roy</rs>, le projet '
            'est « <said xml:id="q1" who="#s1" direct="true" ana="#partial #rule-source-preposition" '
            'cert="…" resp="#parser">une folie</said> ».',
            id="a fragment",
        ),
        pytest.param(
            "« Nous irons, a-t-elle dit. Jusqu'au bout. »",
            '« <said xml:id="q1" next="#q1.2" direct="true" ana="#direct #rule-clitic-after" '
            'resp="#parser">Nous irons</said>, <seg type="cue" corresp="#q1">a-t-<rs corresp="#q1">elle</rs> '
            'dit</seg>. <said xml:id="q1.2" prev="#q1" direct="true" ana="#direct #rule-clitic-after" '
            'resp="#parser">Jusqu\'au bout.</said> »',
            id="an interruption, and nobody known",
        ),
        pytest.param(
            "« Nous irons », a déclaré lundi 3 mai 2021 Anne Roy.",
            '<date when="2021-05-03" corresp="#q1">lundi 3 mai 2021</date>',
            id="when it was said",
        ),
    ],
)
def test_how_a_sentence_is_encoded(db: Database, text: str, encoded: str) -> None:
    save(db, text, date="2021-05-04")
    (paragraph,) = paragraphs(as_tei(db))
    # what the rules are measured at changes with the parser
    assert encoded in re.sub(r'cert="0\.[0-9]+"', 'cert="…"', paragraph)


def test_words_of_nobody_are_no_speech(db: Database) -> None:
    text = "Le projet « Grand Large » doit durer."
    save(db, text, [quoted(text, "Grand Large", kind=Kind.TERM, rule=None)])
    assert paragraphs(as_tei(db, Filter(kinds=ALL_KINDS))) == [
        'Le projet « <q xml:id="q1" ana="#term" resp="#parser">Grand Large</q> » doit durer.'
    ]


def test_a_quotation_over_two_paragraphs_is_a_chain_without_the_mark_that_opens_it_again(
    db: Database,
) -> None:
    text = "« Partez.\n\n» Tous ! »"
    save(db, text, [quoted(text, "Partez.\n\n» Tous !", rule=None)])
    first = 'xml:id="q1" next="#q1.2" direct="true" ana="#direct" resp="#parser"'
    second = 'xml:id="q1.2" prev="#q1" direct="true" ana="#direct" resp="#parser"'
    assert paragraphs(as_tei(db)) == [
        f"« <said {first}>Partez.</said>",
        f"» <said {second}>Tous !</said> »",
    ]


def test_one_cue_for_two_quotations_points_at_both(db: Database) -> None:
    text = "Elle dénonce un « abandon » et une « honte »."
    save(db, text, [quoted(text, words, cue="dénonce") for words in ("abandon", "honte")])
    assert '<seg type="cue" corresp="#q1 #q2">dénonce</seg>' in paragraphs(as_tei(db))[0]


def test_quotations_that_cross_lose_nothing(db: Database) -> None:
    text = "abcdefgh"
    save(db, text, [quoted(text, "abcde", rule=None), quoted(text, "cdefgh", rule=None)])
    both = 'direct="true" ana="#direct" resp="#parser"'
    assert paragraphs(as_tei(db)) == [
        f'<said xml:id="q1" {both}>ab<said xml:id="q2" next="#q2.2" {both}>cde</said></said>'
        f'<said xml:id="q2.2" prev="#q2" {both}>fgh</said>'
    ]


@pytest.mark.parametrize(
    ("speaker", "listed"),
    [
        (
            person("Anne Roy", "maire de Blois"),
            '<person xml:id="s1"><persName>Anne Roy</persName><occupation>maire de Blois</occupation>'
            "</person>",
        ),
        (
            Speaker("riverains", SpeakerKind.GROUP, "riverains"),
            '<personGrp xml:id="s1"><name>riverains</name></personGrp>',
        ),
        (
            Speaker("Météo-France", SpeakerKind.ORGANISATION),
            '<org xml:id="s1"><orgName>Météo-France</orgName></org>',
        ),
        (
            Speaker("rapport d'enquête", SpeakerKind.DOCUMENT),
            '<bibl xml:id="s1"><title>rapport d\'enquête</title></bibl>',
        ),
    ],
)
def test_who_is_quoted_is_listed(db: Database, speaker: Speaker, listed: str) -> None:
    save(db, "« Oui. »", [quoted("« Oui. »", "Oui.", speaker)])
    (entry,) = as_tei(db).xpath("//*[@xml:id='s1']")
    assert re.sub(r"\n *", "", _inner(entry)) == listed


def test_a_limit_lists_only_those_who_are_quoted_in_it(db: Database) -> None:
    text = "« Oui. » « Non. »"
    save(db, text, [quoted(text, "Oui.", person("Anne Roy")), quoted(text, "Non.", person("Paul Roche"))])
    document = as_tei(db, Filter(limit=1))
    assert [name.text for name in document.iter(f"{TEI}persName")] == ["Anne Roy"]


def test_a_header_says_what_is_known_of_an_article(db: Database) -> None:
    save(
        db,
        "« Oui. »",
        title="Le pont rouvre",
        author="Léa Brun",
        outlet="La Gazette",
        date="2024-10",
        url="https://gazette.example/pont?a=1&b=2",
        topics=("Loire", "transports"),
    )
    article = as_tei(db).find(f"{TEI}TEI")
    told = {
        path: [element.text for element in article.iterfind(re.sub(r"(\w+)", rf"{TEI}\1", path))]
        for path in (".//titleStmt/title", ".//bibl/*", ".//keywords/term")
    }
    assert told == {
        ".//titleStmt/title": ["Le pont rouvre"],
        ".//bibl/*": [
            "Le pont rouvre",
            "Léa Brun",
            "La Gazette",
            "2024-10",
            "https://gazette.example/pont?a=1&b=2",
        ],
        ".//keywords/term": ["Loire", "transports"],
    }
    assert article.find(f".//{TEI}bibl/{TEI}date").get("when") == "2024-10"


def test_a_date_that_no_calendar_has_is_shown_and_not_claimed(db: Database) -> None:
    save(db, "« Oui. »", date="2024-02-31")
    date = as_tei(db).find(f".//{TEI}bibl/{TEI}date")
    assert (date.text, date.get("when")) == ("2024-02-31", None)


def test_what_a_person_decided_is_theirs(db: Database) -> None:
    save(db, "« Nous irons », a déclaré Anne Roy.")
    db.decide(1, Verdict())
    said = as_tei(db).find(f".//{TEI}said")
    assert (said.get("resp"), said.get("cert")) == ("#person", "1")


def test_a_corpus_says_what_was_asked_for(corpus: Database) -> None:
    document = as_tei(corpus, Filter(speaker="vasseur", kinds=(Kind.DIRECT,), since="2022"))
    said = document.find(f".//{TEI}samplingDecl/{TEI}p").text
    assert "speaker: vasseur; since: 2022; kinds: direct." in said


def test_a_rule_the_parser_does_not_have_any_more_is_named(db: Database) -> None:
    save(db, "« Oui. »", [quoted("« Oui. »", "Oui.", person("Anne Roy"), rule="naguère <1>")])
    document = as_tei(db)
    (category,) = document.xpath("//*[@xml:id='rule-nagu_re__1_']")
    assert category[0].text == "naguère <1>"
    assert document.find(f".//{TEI}said").get("ana") == "#direct #rule-nagu_re__1_"


def test_hostile_content_is_only_text(db: Database) -> None:
    text = f"« {HOSTILE} », dit {HOSTILE}."
    one = quoted(text, HOSTILE, Speaker(HOSTILE, SpeakerKind.PERSON, f"{HOSTILE}!"), rule=HOSTILE)
    save(db, text, [one], title=HOSTILE, author=HOSTILE, outlet=HOSTILE, url=HOSTILE, topics=(HOSTILE,))
    document = as_tei(db)
    shown = re.sub("[\x00\x1b\ud800\ufffe]", "\ufffd", HOSTILE)
    assert "".join(document.find(f".//{TEI}body").itertext()).strip() == f"« {shown} », dit {shown}."
    for name in ("persName", "author", "publisher", "idno", "term"):
        assert document.find(f".//{TEI}{name}").text == shown, name
    assert document.find(f".//{TEI}occupation").text == f"{shown}!"
    assert document.find(f".//{TEI}said").text == shown


def _row(number: int, span: Span, text: str) -> QuotationRow:
    empty = dict.fromkeys(QuotationRow.__dataclass_fields__)
    known = {"id": number, "kind": Kind.DIRECT, "confidence": 0.5, "status": Status.AUTO, "article_id": 1}
    return QuotationRow(**(empty | known | {"text": text, "start": span.start, "end": span.end}))


_LENGTH = 40
_TEXTS = st.text("ab <>&'\"\n«»\r\x00é", min_size=_LENGTH, max_size=_LENGTH)
_SPANS = st.tuples(st.integers(0, _LENGTH), st.integers(0, _LENGTH)).map(lambda at: Span(min(at), max(at)))
_MAYBE = st.none() | _SPANS


_DRAWN = st.lists(st.tuples(_SPANS, _MAYBE, _MAYBE, st.lists(_SPANS, max_size=2)), max_size=6)


def _article(text: str, drawn: list[tuple[Span, Span | None, Span | None, list[Span]]]) -> WholeArticle:
    found = (
        Evidence(_row(number, span, text), span, cue, mention, None, None, None, incises=tuple(incises))
        for number, (span, cue, mention, incises) in enumerate(drawn)
    )
    return WholeArticle(1, text, *(None,) * 7, topics=(), quotations=tuple(found))


@settings(deadline=None)
@given(_TEXTS, _DRAWN)
def test_wherever_quotations_stand_the_text_is_whole_and_their_parts_are_chained(text, drawn) -> None:
    to = io.BytesIO()
    with utf8(to) as stream:
        write_article(Xml(stream), _article(text, drawn), frozenset())
    body = etree.fromstring(to.getvalue()).find(".//body")
    lines = [xml_text(line) for line in text.split("\n") if line.strip()]
    assert ["".join(p.itertext()) for p in body] == (lines or [""])
    parts = {said.get(XML_ID): said for said in body.iter("said")}
    assert len(parts) == len(list(body.iter("said")))
    for name, said in parts.items():
        assert said.get("next") is None or parts[said.get("next")[1:]].get("prev") == f"#{name}"
        assert said.get("prev") is None or parts[said.get("prev")[1:]].get("next") == f"#{name}"
    starts = [name for name, said in parts.items() if said.get("prev") is None]
    assert len(starts) == len({name.split(".")[0] for name in parts})


@settings(deadline=None)
@given(_TEXTS, _DRAWN)
def test_the_parts_of_a_quotation_are_its_words_without_the_interruptions(text, drawn) -> None:
    marked = markup.paragraphs(_article(text, drawn), frozenset())
    for number, (span, _, _, incises) in enumerate(drawn):
        said = {
            position
            for paragraph in marked
            for part in paragraph.parts
            if part.of == f"q{number}"
            for position in range(part.span.start, part.span.end)
        }
        words = set(range(span.start, span.end)) - {
            position for incise in incises for position in range(incise.start, incise.end)
        }
        assert said <= words
        assert not any(text[position].isalpha() for position in words - said)
