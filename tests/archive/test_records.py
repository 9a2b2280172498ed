"""Records as JSON: nothing is lost on the way, and what is no export is refused in one line."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.archive import ArticleRecord, QuotationRecord, SpeakerRecord, is_record, loaded, written
from quotes.archive.plain import from_plain, to_plain

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_NUMBER = st.floats(allow_nan=False, allow_infinity=False)
st.register_type_strategy(str, _TEXT)
st.register_type_strategy(float, _NUMBER)


@pytest.mark.parametrize("kind", [ArticleRecord, QuotationRecord, SpeakerRecord])
def test_a_record_is_the_same_after_json(kind):
    @given(st.from_type(kind))
    def check(record: Any) -> None:
        assert from_plain(kind, json.loads(json.dumps(to_plain(record)))) == record

    check()


QUOTATION = {
    **dict.fromkeys(QuotationRecord.__dataclass_fields__),
    "start": 2,
    "end": 12,
    "text": "Nous irons",
    "kind": "direct",
    "confidence": 0.9,
    "nested": False,
    "speaker": "Anne Roy",
    "speaker_kind": "person",
    "incises": [],
    "status": "auto",
    "topics": [],
}
ARTICLE = {
    "record": "quotes.article/1",
    "title": None,
    "author": None,
    "outlet": "La Gazette",
    "date": "2024-10",
    "date_source": "given",
    "url": None,
    "source": "a.txt",
    "text": "« Nous irons », dit Anne Roy.",
    "parser": "2",
    "ingested_at": "2024-10-30T12:00:00Z",
    "topics": [],
    "quotations": [QUOTATION],
}


def test_a_good_record_is_loaded():
    record = loaded(ARTICLE)
    assert isinstance(record, ArticleRecord)
    assert record.quotations[0].speaker == "Anne Roy"
    assert record.article().outlet == "La Gazette"


def changed(**fields: object) -> dict[str, object]:
    return {**ARTICLE, **fields}


def quoting(**fields: object) -> dict[str, object]:
    return changed(quotations=[{**QUOTATION, **fields}])


def without(name: str) -> dict[str, object]:
    return {key: value for key, value in ARTICLE.items() if key != name}


@pytest.mark.parametrize(
    ("record", "problem"),
    [
        (changed(record="quotes.article/2"), "written by a newer version of quotes (quotes.article/2)"),
        (without("text"), "text is missing"),
        (changed(text=""), "text is empty"),
        (changed(text=7), "text must be a text, not 7"),
        (changed(date="hier"), "date must be YYYY, YYYY-MM or YYYY-MM-DD, not 'hier'"),
        (changed(topics={}), "topics must be a list, not {}"),
        (changed(topics=[{"label": "Mer", "scheme": "hobby"}]), "topics[0].scheme must be one of declared, "),
        (changed(quotations=[QUOTATION, QUOTATION]), "quotations[1] stands where another one does"),
        (quoting(start=True), "quotations[0].start must be a whole number, not true"),
        (quoting(start=-1), "quotations[0]: start -1, end 12: not within a text of 29 characters"),
        (quoting(end=10**30), "not within a text of 29 characters"),
        (quoting(end=None), "not within a text of 29 characters"),
        (quoting(start=3), "quotations[0]: text is not what stands at 3-12"),
        (quoting(start=None, end=None), "quotations[0]: start is missing, and nobody decided on it"),
        (quoting(cue_start=40, cue_end=50), "cue_start 40, cue_end 50: not within a text"),
        (quoting(incises=[[1, 2, 3]]), "quotations[0].incises[0] must be a list of 2, not [1, 2, 3]"),
        (quoting(incises=[[1, 99]]), "incises: not within the text"),
        (quoting(confidence=float("nan")), "confidence must be a number, not NaN"),
        (quoting(confidence=1.5), "confidence 1.5 is not between 0 and 1"),
        (quoting(speaker_kind=None), "speaker and speaker_kind go together"),
        (quoting(said_on="mardi"), "said_on must be YYYY, YYYY-MM or YYYY-MM-DD, not 'mardi'"),
        (quoting(decision={"decided_at": None}), "quotations[0].decision.machine_finds is missing"),
        ({"record": "quotes.speaker/1", "name": "Anne Roy"}, "kind is missing"),
    ],
)
def test_what_is_no_export_is_refused_in_one_line(record, problem):
    with pytest.raises(ValueError, match=r"\A.*\Z") as refused:
        loaded(record)
    assert problem in str(refused.value)


def test_fields_of_a_later_version_are_passed_over():
    assert loaded(changed(mood="gai")) == loaded(ARTICLE)


@pytest.mark.parametrize("mark", [None, "article", "quotes.article", {"name": "x"}, 1])
def test_an_article_of_somebody_else_is_no_record(mark):
    assert not is_record({"record": mark, "text": "« Oui », dit-elle."})


def test_what_is_as_usual_is_not_written():
    assert written(SpeakerRecord("Anne Roy", "person")) == {
        "record": "quotes.speaker/1",
        "name": "Anne Roy",
        "kind": "person",
    }
