"""What a person says of a quotation is written down, with what the parser says there, and can be undone."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from storage_samples import DOCKERS, MAYOR, PORT, port_quotations

from quotes.model import Judged, Kind, Speaker, SpeakerKind
from quotes.storage import Database, Filter, Status, Verdict, migrate

MAYORS, DOCKERS_ = 1, 2
RIGHT = ("confirmed", "direct", "Éloïse Le Goff", "maire de Brest", "by-hand", 1.0)
PAPE = Verdict(speaker="Rozenn Pape")


@pytest.fixture
def port(db: Database) -> Database:
    """The article of the port: quotation 1 is the mayor's, 2 the dockers', 3 a term."""
    db.save(PORT, port_quotations(), parser="1")
    return db


def row(db: Database, id_: int) -> tuple[object, ...]:
    (one,) = [one for one in db.quotations(Filter(kinds=tuple(Kind))) if one.id == id_]
    return one.status, one.kind, one.speaker, one.role, one.rule, one.confidence


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        (Verdict(), RIGHT),
        (PAPE, ("corrected", "direct", "Rozenn Pape", None, None, 1.0)),
        (Verdict(speaker="eloise le-goff"), RIGHT),
        (Verdict(speaker="Le Goff"), RIGHT),
        (Verdict(no_speaker=True), ("corrected", "direct", None, None, None, 1.0)),
        (Verdict(kind=Kind.PARTIAL), ("corrected", "partial", *RIGHT[2:])),
        (Verdict(kind=Kind.DIRECT), RIGHT),
        (
            Verdict(kind=Kind.PARTIAL, speaker="Rozenn Pape"),
            ("corrected", "partial", "Rozenn Pape", None, None, 1.0),
        ),
    ],
)  # fmt: skip
def test_what_a_verdict_makes_of_a_quotation(
    port: Database, verdict: Verdict, expected: tuple[object, ...]
) -> None:
    port.decide(MAYORS, verdict)
    assert row(port, MAYORS) == expected


@pytest.mark.parametrize("verdict", [Verdict(), PAPE, Verdict(no_speaker=True), Verdict(reject=True)])
def test_undone_all_is_as_the_parser_had_it(port: Database, verdict: Verdict) -> None:
    before = list(port.quotations(Filter()))
    port.decide(MAYORS, verdict)
    assert list(port.quotations(Filter())) != before
    undone = port.undo(MAYORS)
    assert undone is not None
    assert undone.status is Status.AUTO
    assert list(port.quotations(Filter())) == before
    assert port.count(Filter(speaker="mme le goff")) == 1  # the aliases are there again, too
    assert port.count(Filter(speaker="pape")) == 0
    assert [one.name for one in port.known_speakers()] == [MAYOR.name, DOCKERS.name]


def test_a_correction_says_what_changed(port: Database) -> None:
    correction = port.decide(MAYORS, replace(PAPE, kind=Kind.PARTIAL))
    assert correction is not None
    assert correction.new_speaker
    assert correction.changed == "speaker: Éloïse Le Goff → Rozenn Pape; kind: direct → partial"
    again = port.decide(MAYORS, Verdict())
    assert again is not None
    assert (again.status, again.changed, again.new_speaker) == (Status.CORRECTED, "", False)


def test_corrected_back_is_confirmed(port: Database) -> None:
    port.decide(MAYORS, PAPE)
    port.decide(MAYORS, Verdict(speaker="Éloïse Le Goff"))
    assert row(port, MAYORS) == RIGHT


def test_a_new_speaker_is_of_the_kind_said_and_nobody_is_left_behind(port: Database) -> None:
    port.decide(DOCKERS_, Verdict(speaker="CGT", speaker_kind=SpeakerKind.ORGANISATION))
    names = [(one.name, one.kind) for one in port.known_speakers()]
    assert ("CGT", SpeakerKind.ORGANISATION) in names
    port.decide(DOCKERS_, Verdict(speaker="CFDT", speaker_kind=SpeakerKind.ORGANISATION))
    assert "CGT" not in [one.name for one in port.known_speakers()]


def test_an_alias_of_two_is_nobody_in_particular(port: Database) -> None:
    other = replace(PORT, url="https://ponant.example/autre")
    cousin = Speaker("Yann Le Goff", SpeakerKind.PERSON, aliases=("Le Goff",))
    port.save(other, [replace(one, speaker=cousin) for one in port_quotations(other)[:1]], parser="1")
    correction = port.decide(DOCKERS_, Verdict(speaker="Le Goff"))
    assert correction is not None
    assert (correction.speaker, correction.new_speaker) == ("Le Goff", True)


def test_a_role_is_that_of_the_same_article(port: Database) -> None:
    port.decide(DOCKERS_, Verdict(speaker="Éloïse Le Goff"))
    assert row(port, DOCKERS_)[3] == "maire de Brest"


def test_what_is_not_there_cannot_be_decided(port: Database) -> None:
    assert (port.decide(99, Verdict()), port.undo(99), port.question(99)) == (None, None, None)


def test_the_least_certain_come_first_and_what_is_decided_no_more(port: Database) -> None:
    assert port.to_review(Filter()) == [DOCKERS_, MAYORS]
    assert port.to_review(Filter(speaker="goff")) == [MAYORS]
    assert port.to_review(Filter(limit=1)) == [DOCKERS_]
    port.decide(DOCKERS_, Verdict(reject=True))
    assert port.to_review(Filter()) == [MAYORS]
    assert port.question(DOCKERS_) is None


def test_a_question_has_its_grounds_in_the_text(port: Database) -> None:
    question = port.question(MAYORS)
    assert question is not None
    assert question.cue is not None
    assert question.mention is not None
    assert question.cue.of(question.text) == "a lancé"
    assert question.mention.of(question.text) == "Éloïse Le Goff"


def test_known_speakers_of_the_article_first(port: Database) -> None:
    other = replace(PORT, url="https://ponant.example/autre", title="Autre")
    crane = Speaker("Corentin Grall", SpeakerKind.PERSON)
    port.save(other, [replace(one, speaker=crane) for one in port_quotations(other)[:2]], parser="1")
    assert port.known_speakers()[0].name == "Corentin Grall"
    assert [one.name for one in port.known_speakers(1)][:2] == ["Éloïse Le Goff", "les dockers"]


def test_a_merged_name_is_the_speaker_it_stands_for(port: Database) -> None:
    port.decide(DOCKERS_, PAPE)
    mayor, pape = (one.id for name in ("Le Goff", "Pape") for one in port.speakers_called(name))
    port.merge_speakers(mayor, pape)
    port.undo(DOCKERS_)
    assert "Éloïse Le Goff" not in [one.name for one in port.known_speakers()]
    corrected = port.decide(DOCKERS_, Verdict(speaker="Éloïse Le Goff"))
    assert corrected is not None
    assert corrected.speaker == "Rozenn Pape"


def test_what_the_parser_says_stays_right_when_its_speaker_is_merged_away(port: Database) -> None:
    port.decide(DOCKERS_, PAPE)
    port.decide(MAYORS, Verdict())
    mayor, pape = (one.id for name in ("Le Goff", "Pape") for one in port.speakers_called(name))
    port.merge_speakers(mayor, pape)
    of_mayor = next(one for one in port.judged(Filter()) if one.rule == "by-hand" and one.confidence)
    assert of_mayor.same_speaker


@pytest.mark.parametrize("status", ["confirmed", "rejected"])
def test_a_decision_in_plain_sql_can_be_undone_too(
    port: Database, sql: sqlite3.Connection, status: str
) -> None:
    before = list(port.quotations(Filter()))
    sql.execute("UPDATE quotation SET status = ? WHERE id = 1", (status,))
    assert sql.execute("SELECT machine_speaker, machine_rule FROM decision").fetchall() == [
        ("Éloïse Le Goff", "by-hand")
    ]
    port.undo(MAYORS)
    assert list(port.quotations(Filter())) == before
    assert sql.execute("SELECT count(*) FROM decision").fetchone() == (0,)


def test_a_decision_has_its_time(port: Database, sql: sqlite3.Connection) -> None:
    sql.execute("UPDATE quotation SET status = 'rejected' WHERE id = 1")
    sql.execute("UPDATE decision SET decided_at = '2001-01-01T00:00:00Z'")
    port.decide(MAYORS, Verdict())
    ((when,),) = sql.execute("SELECT decided_at FROM decision").fetchall()
    assert when > "2024"


@pytest.mark.parametrize(
    ("verdict", "judged"),
    [
        (Verdict(), Judged(Kind.DIRECT, Kind.DIRECT, True, "by-hand", 0.9)),
        (PAPE, Judged(Kind.DIRECT, Kind.DIRECT, False, "by-hand", 0.9)),
        (Verdict(kind=Kind.TERM), Judged(Kind.DIRECT, Kind.TERM, True, "by-hand", 0.9)),
        (Verdict(reject=True), Judged(Kind.DIRECT, None, True, "by-hand", 0.9)),
    ],
)
def test_what_the_parser_says_is_kept_beside_the_decision(
    port: Database, verdict: Verdict, judged: Judged
) -> None:
    port.decide(MAYORS, verdict)
    assert port.judged(Filter()) == [judged]


def test_a_better_parser_is_judged_by_the_old_decision(port: Database) -> None:
    port.decide(MAYORS, PAPE)
    port.decide(DOCKERS_, Verdict(reject=True))
    found = replace(port_quotations()[0], speaker=Speaker("Rozenn Pape", SpeakerKind.PERSON), rule="new")
    port.save(replace(PORT, title="Autre titre"), [found], parser="2")
    assert port.judged(Filter()) == [
        Judged(Kind.DIRECT, Kind.DIRECT, True, "new", 0.9),
        Judged(None, None, True, "by-hand", 0.6),
    ]


def test_a_decision_whose_words_are_gone_is_undone_by_removing_it(port: Database) -> None:
    port.decide(MAYORS, Verdict())
    port.save(replace(PORT, text="Plus rien."), [], parser="1")
    undone = port.undo(MAYORS)
    assert undone is not None
    assert undone.kind is None
    assert port.known_speakers() == []


def test_a_decision_without_a_record_stays(port: Database, sql: sqlite3.Connection) -> None:
    port.decide(MAYORS, PAPE)
    sql.execute("DELETE FROM decision")
    undone = port.undo(MAYORS)
    assert undone is not None
    assert undone.status is Status.CORRECTED
    assert port.judged(Filter()) == [Judged(recorded=False)]


def test_decisions_of_an_older_database_can_be_undone_where_nothing_was_overwritten(port: Database) -> None:
    before = list(port.quotations(Filter()))
    port.decide(MAYORS, Verdict())
    port.decide(DOCKERS_, PAPE)
    migrate.downgrade(port.path, "0005")
    migrate.upgrade(port.path)
    assert [one.recorded for one in port.judged(Filter())] == [True, False]
    port.undo(MAYORS)
    assert [row for row in port.quotations(Filter()) if row.id == MAYORS] == before[:1]
