"""What a person decided outlives every change of the article and every parser."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from storage_samples import MAYOR, PORT, port_quotations, quoted, span_of

from quotes.model import Article, Kind, Quotation, Span, Speaker, SpeakerKind, When
from quotes.storage import Database, Filter
from quotes.storage.decisions import Decision, Place, anchor, same_place

WORDS = "La sœur cadette de Toulon mérite mieux"


def decide(sql: sqlite3.Connection, words: str, status: str) -> int:
    sql.execute("UPDATE quotation SET status = ? WHERE text = ?", (status, words))
    return int(sql.execute("SELECT id FROM quotation WHERE text = ?", (words,)).fetchone()[0])


def stored(sql: sqlite3.Connection, words: str = WORDS) -> list[tuple[object, ...]]:
    query = 'SELECT id, status, start, "end" FROM quotation WHERE text = ? ORDER BY start'
    return sql.execute(query, (words,)).fetchall()


@pytest.mark.parametrize("status", ["confirmed", "corrected", "rejected"])
def test_a_decision_moves_with_its_words(db: Database, sql: sqlite3.Connection, status: str) -> None:
    db.save(PORT, port_quotations(), parser="1")
    id_ = decide(sql, WORDS, status)
    moved = replace(PORT, text="Mis à jour à midi. " + PORT.text)
    db.save(moved, port_quotations(moved), parser="2")
    span = span_of(moved.text, WORDS)
    assert stored(sql) == [(id_, status, span.start, span.end)]


def test_a_correction_keeps_its_speaker_whatever_the_parser_says(
    db: Database, sql: sqlite3.Connection
) -> None:
    db.save(PORT, port_quotations(), parser="1")
    decide(sql, WORDS, "corrected")
    sql.execute(
        "INSERT INTO speaker (id, name, name_folded, kind) "
        "VALUES (77, 'Rozenn Pape', 'rozenn pape', 'person')"
    )
    sql.execute("UPDATE quotation SET speaker_id = 77 WHERE text = ?", (WORDS,))
    again = replace(PORT, title="Autre titre")
    db.save(again, port_quotations(), parser="2")
    assert [row.speaker for row in db.quotations(Filter()) if row.text == WORDS] == ["Rozenn Pape"]


def test_a_rejected_quotation_is_not_found_again(db: Database, sql: sqlite3.Connection) -> None:
    db.save(PORT, port_quotations(), parser="1")
    decide(sql, WORDS, "rejected")
    changed = replace(PORT, text=PORT.text.replace("dix ans", "douze ans"))
    longer = quoted(changed, WORDS + " »", MAYOR)
    db.save(changed, [longer, *port_quotations(changed)[1:]], parser="2")
    assert [row.text for row in db.quotations(Filter())] == ["un cœur sans bras"]


def test_a_decision_whose_words_are_gone_is_kept_out_of_sight_until_they_are_back(
    db: Database, sql: sqlite3.Connection
) -> None:
    article = Article("« Nous irons, dit-elle, jusqu'au bout. »", source="a.txt")
    words = "Nous irons, dit-elle, jusqu'au bout."
    found = quoted(article, words, MAYOR, cue="dit", incises=(Span(14, 22),))
    db.save(article, [found], parser="1")
    id_ = decide(sql, words, "confirmed")
    db.save(replace(article, text="Article retiré."), [], parser="1")
    assert stored(sql, words) == [(id_, "confirmed", None, None)]
    assert sql.execute("SELECT count(*) FROM quotes").fetchone() == (0,)
    assert db.count(Filter()) == 0
    db.save(replace(article, text="Rétabli. " + article.text), [], parser="1")
    assert stored(sql, words) == [(id_, "confirmed", 11, 47)]
    assert sql.execute("SELECT incises, cue, cue_start FROM quotation").fetchone() == (
        "[[23, 31]]",
        "dit",
        23,
    )


def test_the_speaker_of_a_decision_stays(db: Database, sql: sqlite3.Connection) -> None:
    db.save(PORT, port_quotations(), parser="1")
    decide(sql, WORDS, "confirmed")
    db.save(replace(PORT, text="Plus rien."), [], parser="1")
    assert sql.execute("SELECT name FROM speaker").fetchall() == [(MAYOR.name,)]


def found_at(*spans: Span) -> list[Quotation]:
    return [Quotation(span.start, span.end, "", Kind.DIRECT) for span in spans]


TWICE = "Oui à la paix. Il a dit « oui à la paix », puis encore « oui à la paix »."


@pytest.mark.parametrize(
    ("before", "marked", "after"),
    [
        (26, [Span(26, 39), Span(57, 70)], 26),
        (60, [Span(26, 39), Span(57, 70)], 57),
        (26, [Span(57, 70)], 57),  # where the parser finds it, rather than where it only stands
        (26, [], 26),
        (None, [], 26),
    ],
)
def test_among_several_places_the_nearest_that_the_parser_finds(
    before: int | None, marked: list[Span], after: int
) -> None:
    decision = Decision(1, "oui à la paix", before)
    span = anchor([decision], TWICE, found_at(*marked))[1].span
    assert span is not None
    assert span.start == after


def test_two_decisions_on_the_same_words_do_not_share_a_place() -> None:
    words = "oui à la paix"
    places = anchor([Decision(1, words, 20), Decision(2, words, 24), Decision(3, words, 28)], TWICE, [])
    assert [place.span for place in places.values()] == [Span(26, 39), Span(57, 70), None]


def test_mention_cue_and_date_follow_their_quotation() -> None:
    text = "Ajout. Elle arrive. « Enfin », dit-elle mardi. Elle repart."
    decision = Decision(
        1,
        "Enfin",
        15,
        mention="elle",
        mention_start=28,
        cue="soupire",
        cue_start=20,
        said_when="mardi",
        said_when_start=33,
    )
    assert anchor([decision], text, []) == {1: Place(Span(22, 27), Span(35, 39), None, Span(40, 45), ())}


def test_a_decision_keeps_when_it_was_said(db: Database, sql: sqlite3.Connection) -> None:
    article = Article("« Enfin », a dit mardi Anne Kerjean.", source="a.txt", date="2024-10-30")
    when = When(Span(17, 22), "mardi")
    db.save(article, [quoted(article, "Enfin", said_on="2024-10-29", said_when=when)], parser="1")
    sql.execute("UPDATE quotation SET status = 'confirmed'")
    changed = replace(article, text=f"Bonjour. {article.text}")
    db.save(changed, [quoted(changed, "Enfin", said_on="2024-10-22")], parser="2")
    kept = "SELECT said_on, said_when, said_when_start, said_when_end, date FROM quotation"
    assert sql.execute(kept).fetchall() == [("2024-10-29", "mardi", 26, 31, "2024-10-29")]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Span(10, 20), Span(10, 20), True),
        (Span(10, 20), Span(10, 22), True),
        (Span(10, 20), Span(10, 25), False),
        (Span(10, 20), Span(20, 30), False),
        (Span(10, 10), Span(10, 10), True),
    ],
)
def test_same_place(one: Span, other: Span, same: bool) -> None:
    assert same_place(one, other) is same


def test_two_decisions_may_exchange_their_places(db: Database, sql: sqlite3.Connection) -> None:
    speaker = Speaker("Anne Kerjean", SpeakerKind.PERSON)
    article = Article("« Oui » et « Non ».", source="a.txt")
    db.save(article, [quoted(article, "Oui", speaker), quoted(article, "Non", speaker)], parser="1")
    sql.execute("UPDATE quotation SET status = 'confirmed'")
    changed = replace(article, text="« Non » et « Oui ».")
    db.save(changed, [quoted(changed, "Oui", speaker), quoted(changed, "Non", speaker)], parser="1")
    assert [row.text for row in db.quotations(Filter(sort="article"))] == ["Non", "Oui"]
