"""What is exported as records and restored elsewhere is the same database; decisions made there stay."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from storage_samples import DOCKERS, MAYOR, PORT, port_quotations, quoted, span_of

from quotes.archive import ArticleRecord, Record, SpeakerRecord, loaded, written
from quotes.model import Article, Kind, Scheme, Span, Speaker, SpeakerKind, Topic, Topics
from quotes.storage import Database, Filter, Outcome, Status, Verdict

TOPICS = Topics(
    (Topic("Mer"), Topic("Transports", Scheme.SUBJECT, "medtop:20000337", "transport", 0.75)),
    ((span_of(PORT.text, "Selon les dockers, le chantier"), ()),),
)
FERRY = Article(
    "« Le ferry partira », a promis É. Le Goff. « Avec qui ? », a demandé Jean Kerbrat. "
    "« Nous », disent-ils.",
    title="Le ferry",
    outlet="L'Écho",
    source="ferry.txt",
)
KERBRAT, GOFF = Speaker("Jean Kerbrat", SpeakerKind.PERSON), Speaker("É. Le Goff", SpeakerKind.PERSON)
SILENT = Article("Rien n'a été dit au conseil.", url="https://ponant.example/conseil", date="2024-11")


def ferry_quotations(article: Article = FERRY) -> list:
    return [
        quoted(article, "Le ferry partira", GOFF, mention="É. Le Goff", cue="a promis", said_on="2024-11-02"),
        quoted(article, "Avec qui ?", KERBRAT, mention="Jean Kerbrat", cue="a demandé"),
        quoted(article, "Nous", DOCKERS, mention="ils", incises=(Span(85, 87),)),
    ]


def number(db: Database, words: str) -> int:
    """The id of a quotation by its words."""
    with closing(sqlite3.connect(db.path)) as sql:
        return sql.execute("SELECT id FROM quotation WHERE text = ?", [words]).fetchone()[0]


def speaker(db: Database, name: str) -> int:
    with closing(sqlite3.connect(db.path)) as sql:
        return sql.execute("SELECT id FROM speaker WHERE name = ?", [name]).fetchone()[0]


@pytest.fixture
def lived_in(db: Database) -> Database:
    """A database in which persons have decided all there is to decide."""
    own = ((span_of(PORT.text, "un cœur sans bras"), (Topic("dockers", Scheme.KEYWORD, score=0.5),)),)
    db.save(PORT, port_quotations(), parser="1", topics=replace(TOPICS, stories=own))
    db.save(FERRY, ferry_quotations(), parser="2")
    db.save(SILENT, [], parser="2")
    db.decide(number(db, "un cœur sans bras"), Verdict(speaker="Yann Riou"))
    db.decide(number(db, "Grand Large"), Verdict(reject=True))
    db.decide(number(db, "Le ferry partira"), Verdict())
    db.decide(number(db, "Avec qui ?"), Verdict(kind=Kind.PARTIAL))
    db.decide(number(db, "Nous"), Verdict())
    # the words of a decision leave the text; the ground of another one does, and it is taken back
    text = FERRY.text.replace("« Le ferry partira », a promis É. Le Goff.", "").replace(
        "disent-ils", "dit-on"
    )
    after = replace(FERRY, text=text)
    db.save(after, [quoted(after, "Avec qui ?", KERBRAT), quoted(after, "Nous", DOCKERS)], parser="2")
    db.undo(number(db, "Nous"))
    db.merge_speakers(speaker(db, "É. Le Goff"), speaker(db, "Éloïse Le Goff"))
    db.rename_speaker(speaker(db, "Éloïse Le Goff"), "Éloïse Le Goff-Riou")
    db.add_alias(speaker(db, "Jean Kerbrat"), "le patron du ferry")
    with closing(sqlite3.connect(db.path, isolation_level=None)) as sql:
        sql.execute(
            "INSERT INTO speaker_alias (speaker_id, alias, alias_folded, origin) "
            "VALUES (?, 'JK', 'jk', 'human')",
            [speaker(db, "Jean Kerbrat")],
        )
    # an article that became like another one under its own address
    db.save(replace(SILENT, url="https://ponant.example/autre", text="Rien."), [], parser="2")
    with closing(sqlite3.connect(db.path, isolation_level=None)) as sql:
        sql.execute(
            "UPDATE article SET hash = (SELECT hash FROM article WHERE text LIKE 'Rien n%') "
            "WHERE text = 'Rien.'"
        )
    return db


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Database]:
    with Database.open(tmp_path / "other.db", create=True) as database:
        yield database


def exported(db: Database, wanted: Filter | None = None) -> list[Record]:
    """The records as they come back from a file."""
    return [loaded(json.loads(json.dumps(written(one)))) for one in db.records(wanted or Filter())]


def restore(into: Database, records: list[Record]) -> list[Outcome]:
    outcomes = [into.restore(one) for one in records]
    return [outcome for outcome, one in zip(outcomes, records, strict=True) if isinstance(one, ArticleRecord)]


def test_what_is_restored_is_the_same_database(lived_in, other):
    assert restore(other, exported(lived_in)) == [Outcome.ADDED] * 4
    assert other.digest() == lived_in.digest()


def test_restored_numbers_keep_their_order(lived_in, other):
    restore(other, exported(lived_in))
    rows = [[row.text for row in db.quotations(Filter())] for db in (lived_in, other)]
    assert rows[0] == rows[1] != []


def test_restoring_twice_changes_nothing(lived_in, other):
    restore(other, exported(lived_in))
    before = other.digest()
    assert set(restore(other, exported(lived_in))) == {Outcome.UNCHANGED}
    assert other.digest() == before == lived_in.digest()


def test_restoring_goes_on_where_it_was_interrupted(lived_in, other):
    records = exported(lived_in)
    for one in records[:3]:
        other.restore(one)
    restore(other, records)
    assert other.digest() == lived_in.digest()


def test_a_decision_comes_where_none_was_made(db, other):
    for one in (db, other):
        one.save(PORT, port_quotations(), parser="2")
    db.decide(number(db, "un cœur sans bras"), Verdict(speaker="Yann Riou"))
    assert restore(other, exported(db)) == [Outcome.REPLACED]
    assert other.digest(with_times=False) == db.digest(with_times=False)


def test_a_decision_made_here_is_not_overwritten(db, other):
    for one in (db, other):
        one.save(PORT, port_quotations(), parser="2")
    db.decide(number(db, "un cœur sans bras"), Verdict(speaker="Yann Riou"))
    other.decide(number(other, "un cœur sans bras"), Verdict(reject=True))
    before = other.digest()
    restore(other, exported(db))
    assert other.digest() == before


def test_a_decision_made_here_stays_when_another_text_comes(db, other):
    other.save(PORT, port_quotations(), parser="2")
    other.decide(number(other, "un cœur sans bras"), Verdict(speaker="Yann Riou"))
    longer = replace(PORT, text=f"Mardi. {PORT.text}")
    db.save(longer, port_quotations(longer), parser="2")
    assert restore(other, exported(db)) == [Outcome.REPLACED]
    (row,) = other.quotations(Filter(speaker="riou"))
    assert longer.text[row.start : row.end] == "un cœur sans bras"


def test_a_name_merged_here_stays_merged(db, other):
    for one in (db, other):
        one.save(FERRY, ferry_quotations(), parser="2")
    other.merge_speakers(speaker(other, "É. Le Goff"), speaker(other, "Jean Kerbrat"))
    db.merge_speakers(speaker(db, "Jean Kerbrat"), speaker(db, "É. Le Goff"))
    before = other.digest()
    restore(other, exported(db))
    assert other.digest() == before


def test_the_same_content_under_another_path_is_no_second_article(db, other, tmp_path):
    db.save(FERRY, ferry_quotations(), parser="2")
    other.save(replace(FERRY, source="elsewhere/ferry.txt"), ferry_quotations(), parser="2")
    assert restore(other, exported(db)) == [Outcome.UNCHANGED]


@pytest.mark.parametrize(
    ("wanted", "words", "speakers"),
    [
        (Filter(speaker="riou"), {"un cœur sans bras", "La sœur cadette de Toulon mérite mieux"}, 4),
        (Filter(speaker="riou", limit=1), {"La sœur cadette de Toulon mérite mieux"}, 3),
        (Filter(kinds=(Kind.TERM,)), set(), 0),
        (Filter(outlet="écho"), {"Avec qui ?", "Nous"}, 3),
    ],
)
def test_with_conditions_what_meets_them_is_exported(lived_in, wanted, words, speakers):
    records = exported(lived_in, wanted)
    articles = [one for one in records if isinstance(one, ArticleRecord)]
    assert {quotation.text for one in articles for quotation in one.quotations} == words
    assert sum(isinstance(one, SpeakerRecord) for one in records) == speakers


def test_nobody_is_added_whom_nobody_quotes(other):
    other.restore(SpeakerRecord("Personne Ici", SpeakerKind.PERSON, aliases=("Ici",)))
    assert other.known_speakers() == []


def test_annotation_takes_the_place_of_the_parser(db):
    db.save(PORT, port_quotations(), parser="2")
    db.decide(number(db, "Grand Large"), Verdict(reject=True))
    (article, *_) = exported(db)
    (mayor,) = (one for one in article.quotations if one.speaker == MAYOR.name)
    annotated = replace(article, parser="annotation", quotations=(replace(mayor, status=Status.CONFIRMED),))
    assert db.restore(annotated, annotated=True) is Outcome.REPLACED
    assert [row.text for row in db.quotations(Filter())] == [mayor.text]
    assert db.restore(annotated, annotated=True) is Outcome.UNCHANGED
    assert number(db, "Grand Large")
