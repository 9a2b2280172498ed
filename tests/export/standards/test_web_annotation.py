"""Web Annotations: what the model asks for, selectors that find their words, names that stay."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from standards_samples import HOSTILE, annotation_schema, as_annotations, items, person, quoted, save

from quotes.export import webannotation
from quotes.model import Kind, Speaker, SpeakerKind
from quotes.storage import Database, Filter, Verdict

SENTENCE = "« Nous irons », a déclaré Anne Roy, maire de Blois."
FILTERS = {
    "everything": Filter(),
    "terms too": Filter(kinds=tuple(Kind)),
    "one speaker": Filter(speaker="vasseur"),
    "three quotations": Filter(limit=3),
    "nothing": Filter(speaker="personne de ce nom"),
}


def told(annotation: dict[str, Any]) -> list[tuple[str, str, str]]:
    """The bodies of an annotation: purpose, label, and the words that they hold or select."""
    return [(body["purpose"], body["label"], _words(body)) for body in annotation["body"]]


def _words(body: dict[str, Any]) -> str:
    if body["type"] == "TextualBody":
        return body["value"]
    return body["selector"][0]["exact"] if "selector" in body else body["source"]["name"]


def places(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    """The target, and the bodies that stand in the article."""
    return [annotation["target"], *(body for body in annotation["body"] if "selector" in body)]


@pytest.mark.parametrize("wanted", FILTERS.values(), ids=FILTERS)
def test_an_export_has_what_the_model_asks_for(corpus: Database, wanted: Filter) -> None:
    problems = annotation_schema().iter_errors(as_annotations(corpus, wanted))
    assert [f"{problem.json_path}: {problem.message}" for problem in problems] == []


def _without_context(collection: dict[str, Any]) -> None:
    del collection["@context"]


def _without_target(collection: dict[str, Any]) -> None:
    del items(collection)[0]["target"]


def _with_an_unknown_term(collection: dict[str, Any]) -> None:
    items(collection)[0]["speaker"] = "Anne Roy"


def _with_a_purpose_of_its_own(collection: dict[str, Any]) -> None:
    items(collection)[0]["body"][0]["purpose"] = "attributing"


@pytest.mark.parametrize(
    "spoil", [_without_context, _without_target, _with_an_unknown_term, _with_a_purpose_of_its_own]
)
def test_what_the_model_does_not_allow_is_told(corpus: Database, spoil: Callable[[Any], None]) -> None:
    collection = copy.deepcopy(as_annotations(corpus, Filter(limit=1)))
    spoil(collection)
    assert not annotation_schema().is_valid(collection)


def test_every_quotation_is_an_annotation_and_they_are_counted(corpus: Database) -> None:
    collection = as_annotations(corpus)
    assert collection["total"] == len(items(collection)) == corpus.count(Filter())


def test_both_selectors_find_the_words(corpus: Database) -> None:
    articles = list(corpus.whole_articles(Filter()))
    targets = [(article.text, one.row.text) for article in articles for one in article.quotations]
    for (text, words), annotation in zip(targets, items(as_annotations(corpus)), strict=True):
        for place in places(annotation):
            quote, position = place["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1
        assert annotation["target"]["selector"][0]["exact"] == words


def test_what_an_annotation_says(db: Database) -> None:
    save(db, SENTENCE.replace("déclaré", "déclaré lundi 3 mai 2021"), url="https://gazette.example/pont")
    db.decide(1, Verdict())
    (annotation,) = items(as_annotations(db))
    assert annotation["motivation"] == "identifying"
    assert annotation["target"]["source"] == "https://gazette.example/pont"
    assert told(annotation) == [
        ("identifying", "speaker", "Anne Roy"),
        ("tagging", "speaker", "Anne Roy"),
        ("assessing", "confidence", "1"),
        ("classifying", "kind", "direct"),
        ("describing", "role", "maire de Blois"),
        ("describing", "rule", "inverted-cue-after"),
        ("describing", "said on", "2021-05-03"),
        ("linking", "cue", "a déclaré"),
        ("linking", "mention", "Anne Roy, maire de Blois"),
        ("linking", "said when", "lundi 3 mai 2021"),
    ]


def test_words_without_a_speaker_identify_nobody(db: Database) -> None:
    save(db, "« Oui. »", [quoted("« Oui. »", "Oui.", rule=None, confidence=0.0)])
    (annotation,) = items(as_annotations(db))
    assert annotation["motivation"] == "classifying"
    assert told(annotation) == [("classifying", "kind", "direct")]


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        (SpeakerKind.PERSON, "Person"),
        (SpeakerKind.GROUP, "foaf:Group"),
        (SpeakerKind.ORGANISATION, "Organization"),
        (SpeakerKind.DOCUMENT, "Text"),
    ],
)
def test_a_speaker_is_of_a_known_sort(db: Database, kind: SpeakerKind, type_: str) -> None:
    save(db, "« Oui. »", [quoted("« Oui. »", "Oui.", Speaker("la mairie", kind))])
    source = items(as_annotations(db))[0]["body"][0]["source"]
    assert (source["type"], source["name"]) == (type_, "la mairie")


def test_who_stands_behind_an_annotation(db: Database) -> None:
    text = "« Oui. » « Non. »"
    save(db, text, [quoted(text, "Oui.", person("Anne Roy")), quoted(text, "Non.", person("Paul Roche"))])
    db.decide(2, Verdict())
    creators = [annotation["creator"] for annotation in items(as_annotations(db))]
    assert creators == [{"type": "Software", "name": "quotes"}, {"type": "Person"}]


def test_names_are_unique_and_the_same_in_another_database(corpus: Database, tmp_path: Path) -> None:
    def named(database: Database) -> set[str]:
        return {annotation["id"] for annotation in items(as_annotations(database))}

    with Database.open(tmp_path / "other.db", create=True) as other:
        save(other, SENTENCE)  # so that numbers differ
        for id_ in corpus.articles_to_parse():
            article = corpus.stored_article(id_)
            save(other, **{name: getattr(article, name) for name in article.__dataclass_fields__})
        assert named(corpus) < named(other)
    assert len(named(corpus)) == corpus.count(Filter())


@pytest.mark.parametrize(
    ("url", "is_name"),
    [
        ("https://gazette.example/pont?a=é", True),
        (None, False),
        ("gazette.example/pont", False),
        ("https://gazette.example/le pont", False),
        ('https://gazette.example/"><script>', False),
        ("javascript:alert(1)", False),
    ],
)
def test_an_article_is_named_by_its_address_if_it_is_one(
    db: Database, url: str | None, is_name: bool
) -> None:
    save(db, SENTENCE, url=url)
    collection = as_annotations(db)
    source = items(collection)[0]["target"]["source"]
    assert (source == url) is is_name
    assert annotation_schema().is_valid(collection)


def test_the_same_text_in_two_outlets_is_two_articles(db: Database) -> None:
    save(db, SENTENCE, source="a.txt", outlet="La Gazette")
    save(db, SENTENCE, source="b.txt", outlet="Le Courrier")
    assert len({annotation["id"] for annotation in items(as_annotations(db))}) == 2


def test_hostile_content_is_only_text(db: Database) -> None:
    text = f"« {HOSTILE} », dit {HOSTILE}."
    save(db, text, [quoted(text, HOSTILE, person(HOSTILE, HOSTILE), rule=HOSTILE)], url=HOSTILE)
    collection = as_annotations(db)
    stored = HOSTILE.replace("\ud800", "\ufffd")
    (annotation,) = items(collection)
    assert annotation["target"]["selector"][0]["exact"] == stored
    assert {words for _, label, words in told(annotation) if label in ("speaker", "role", "rule")} == {stored}
    assert annotation_schema().is_valid(collection)


def test_an_annotation_is_a_line(corpus: Database) -> None:
    to = io.BytesIO()
    webannotation.write(corpus, Filter(limit=5), to)
    assert to.getvalue().count(b'\n{"id"') == 5
