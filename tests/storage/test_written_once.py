"""Filters that give values of the same names ask by the same statement, each with values of its own."""

from __future__ import annotations

import pytest
from storage_samples import PORT, port_quotations, quoted

from quotes.model import Article, Kind, Speaker, SpeakerKind
from quotes.search import parse
from quotes.storage import By, Database, Filter
from quotes.storage.conditions import conditions
from quotes.storage.given import values
from quotes.storage.leading import Meant
from quotes.storage.queries import _count
from quotes.storage.tables import quotation

PAIRS = {
    "speaker": (Filter(speaker="goff"), Filter(speaker="bris")),
    "one speaker": (Filter(speaker_id=1), Filter(speaker_id=2)),
    "dates": (Filter(since="2024", until="2024-10"), Filter(since="2023-05-01", until="2025")),
    "a day": (Filter(on="2024-10-30"), Filter(on="2023-12")),
    "topic": (Filter(topics=("mer",)), Filter(topics=("eau",))),
    "plural": (Filter(topics=("ports",)), Filter(topics=("élections",))),
    "code": (Filter(topics=("15000000",)), Filter(topics=("medtop:04000000",))),
    "topics": (Filter(topics=("mer", "port")), Filter(topics=("eau", "port"))),
    "outlet": (Filter(outlet="ponant"), Filter(outlet="fil")),
    "sure": (Filter(min_confidence=0.5), Filter(min_confidence=0.9)),
}


@pytest.mark.parametrize("names", PAIRS)
def test_a_statement_written_for_one_asks_for_the_other(names: str) -> None:
    one, other = PAIRS[names]
    statement, given = _count(one)
    again, others = _count(other)
    assert again is statement
    assert given != others


@pytest.mark.parametrize("is_meant", [False, True])
@pytest.mark.parametrize("names", PAIRS)
def test_every_value_comes_into_a_statement_by_its_name(names: str, is_meant: bool) -> None:
    (one, other), meant = PAIRS[names], (None, None)
    if is_meant:
        meant = (Meant([1, 2], [[3], [4, 5]]), Meant([6], [[7, 8], []]))
    first, second = (
        quotation.select().where(*conditions(wanted, meant=its)).compile()
        for wanted, its in zip((one, other), meant, strict=True)
    )
    assert str(first) == str(second)
    assert first.construct_params(values(other, meant[1])) == second.params


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Filter(speaker="goff"), Filter(speaker="go")),  # too short for the indexes of parts
        (Filter(topics=("mer",)), Filter(topics=("15000000",))),
        (Filter(topics=("mer", "eau")), Filter(topics=("mer", "eau"), all_topics=True)),
        (Filter(), Filter(kinds=(Kind.TERM,))),
        (Filter(since="2024"), Filter(until="2024")),
    ],
)
def test_what_is_asked_otherwise_is_written_by_itself(one: Filter, other: Filter) -> None:
    assert _count(one)[0] is not _count(other)[0]


def test_each_answer_is_that_to_its_own_question(db: Database) -> None:
    article = Article("« oui » puis « non »", date="2020-01-01", source="b")
    said = [quoted(article, words, Speaker(words * 2, SpeakerKind.PERSON)) for words in ("oui", "non")]
    db.save(article, said, parser="1")
    db.save(PORT, port_quotations(), parser="1")
    for words in ("oui", "non", "oui"):
        wanted = Filter(speaker=words * 2)
        assert [row.text for row in db.quotations(wanted)] == [words]
        assert [row.text for row in db.search(parse(words), wanted)] == [words]
        assert [row.name for row in db.speakers(wanted)] == [words * 2]
        assert [row.value for row in db.stats(wanted, By.SPEAKER)] == [words * 2]
        assert db.totals(wanted).quotations == db.count(wanted) == 1
