"""Topics in the database: what is stored, what filters find, what is counted, what a migration keeps."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from storage_samples import PORT, port_quotations, quoted

from quotes.model import Article, Kind, Scheme, Span, Speaker, SpeakerKind, Topic, Topics
from quotes.storage import Database, Filter, TopicRow, migrate, queries

WAR = Topic("Conflit, guerre et paix", Scheme.SUBJECT, "medtop:16000000", "conflict, war and peace", 0.8)
SPORT = Topic("Sport", Scheme.SUBJECT, "medtop:15000000", "sport", 0.7)
SEA = Topic("Mer")

TEXT = "« Un » et « deux » d'un côté.\n***\n« Trois » de l'autre."
SECOND = TEXT.index("***")


def keyword(label: str) -> Topic:
    return Topic(label, Scheme.KEYWORD, score=1.0)


def page(db: Database, name: str = "page.txt", text: str = TEXT) -> Topics:
    """Store a page of two stories."""
    article = Article(text, source=name, topics=("Mer",))
    topics = Topics(
        (SEA, WAR, SPORT, keyword("Arsenaux nucléaires")),
        (
            (Span(0, SECOND), (SEA, WAR, keyword("Arsenaux nucléaires"))),
            (Span(SECOND, len(text)), (SEA, SPORT, keyword("Élan d'Évry"))),
        ),
    )
    found = [quoted(article, words) for words in ("Un", "deux", "Trois")]
    db.save(article, found, parser="1", topics=topics)
    return topics


def words(db: Database, *topics: str, all_topics: bool = False) -> list[str]:
    return [row.text for row in db.quotations(Filter(topics=topics, all_topics=all_topics, sort="article"))]


@pytest.mark.parametrize("limit", [None, 3])
def test_topics_of_somebodys_quotations_are_looked_up_so_many_at_a_time(
    db: Database, monkeypatch: pytest.MonkeyPatch, limit: int | None
) -> None:
    monkeypatch.setattr(queries, "BATCH", 2)
    anne = Speaker("Anne Roy", SpeakerKind.PERSON)
    for day in range(1, 10):
        about = ("Terre",) if day % 3 else ("Mer",) if day % 2 else ("Mer", "Terre")
        article = Article(f"« Mot {day} »", date=f"2024-01-0{day}", source=f"{day}.txt", topics=about)
        db.save(article, [quoted(article, f"Mot {day}", anne)], parser="1")
    wanted = Filter(speaker="anne", topics=("terre",), since="2024-01-02", limit=limit)
    found = [row.text for row in db.quotations(wanted)]
    assert found == [f"Mot {day}" for day in (8, 7, 6, 5, 4, 2)][:limit]


@pytest.mark.parametrize(
    ("topics", "found"),
    [
        (("guerre",), "Un deux"),
        (("GUERRE ET PAIX",), "Un deux"),
        (("war",), "Un deux"),
        (("medtop:16000000",), "Un deux"),
        (("16000000",), "Un deux"),
        (("MEDTOP:15000000",), "Trois"),
        (("1600000",), ""),
        (("sport",), "Trois"),
        (("mer",), "Un deux Trois"),
        (("arsenal nucléaire",), "Un deux"),
        (("arsenaux nucléaires",), "Un deux"),
        (("elan d'evry",), "Trois"),
        (("évry",), "Trois"),
        (("sport", "guerre"), "Un deux Trois"),
    ],
)
def test_a_topic_by_its_label_in_two_languages_or_its_code(db: Database, topics, found) -> None:
    page(db)
    assert words(db, *topics) == found.split()


@pytest.mark.parametrize(
    ("topics", "found"),
    [(("mer", "guerre"), "Un deux"), (("sport", "guerre"), ""), (("mer",), "Un deux Trois")],
)
def test_all_topics_means_each_of_them(db: Database, topics, found) -> None:
    page(db)
    assert words(db, *topics, all_topics=True) == found.split()


def test_quotations_show_the_topics_of_their_own_story(db: Database) -> None:
    page(db)
    assert [row.topics for row in db.quotations(Filter(sort="article"))] == [
        "Mer; Conflit, guerre et paix; Arsenaux nucléaires",
        "Mer; Conflit, guerre et paix; Arsenaux nucléaires",
        "Mer; Sport; Élan d'Évry",
    ]


def test_scores_and_codes_are_stored(db: Database) -> None:
    page(db)
    with closing(sqlite3.connect(db.path)) as sql:
        rows = sql.execute(
            "SELECT label, scheme, code, label_en, score FROM article_topic "
            "JOIN topic ON topic.id = topic_id ORDER BY position"
        ).fetchall()
    assert rows == [
        ("Mer", "declared", None, None, None),
        ("Conflit, guerre et paix", "subject", "medtop:16000000", "conflict, war and peace", 0.8),
        ("Sport", "subject", "medtop:15000000", "sport", 0.7),
        ("Arsenaux nucléaires", "keyword", None, None, 1.0),
    ]


def test_a_story_in_which_nothing_is_quoted_has_no_topics(db: Database) -> None:
    article = Article(TEXT, source="page.txt")
    stories = ((Span(0, 5), (WAR,)), (Span(len(TEXT) - 1, len(TEXT)), (keyword("élan d'Évry"),)))
    db.save(article, [quoted(article, "Un")], parser="1", topics=Topics(stories=stories))
    with closing(sqlite3.connect(db.path)) as sql:
        labels = sql.execute("SELECT label FROM topic").fetchall()
    assert labels == [(WAR.label,)]


def test_an_article_that_changes_leaves_no_topic_behind(db: Database) -> None:
    page(db)
    article = Article(TEXT + " Fin.", source="page.txt")
    db.save(
        article, [quoted(article, "deux")], parser="1", topics=Topics((WAR, keyword("arsenal nucléaire")))
    )
    with closing(sqlite3.connect(db.path)) as sql:
        assert sql.execute("SELECT label FROM topic ORDER BY id").fetchall() == [
            ("Conflit, guerre et paix",),
            ("Arsenaux nucléaires",),
        ]
        assert sql.execute("SELECT count(*) FROM quotation_topic").fetchone() == (0,)


def test_topics_are_counted_commonest_first(db: Database) -> None:
    page(db)
    db.save(PORT, port_quotations(), parser="1", topics=Topics((SEA, WAR)))
    db.save(Article("Rien.", source="rien.txt"), [], parser="1", topics=Topics((SEA,)))
    assert list(db.topics(Filter(), limit=2)) == [
        TopicRow("Mer", Scheme.DECLARED, None, None, 3, 5),
        TopicRow(WAR.label, Scheme.SUBJECT, WAR.code, WAR.label_en, 2, 4),
    ]


@pytest.mark.parametrize(
    ("wanted", "scheme", "found"),
    [
        (Filter(), Scheme.DECLARED, [("Mer", 2, 5)]),
        (Filter(topics=("war",)), None, [("Conflit, guerre et paix", 2, 4)]),
        (Filter(speaker="goff"), None, [("Conflit, guerre et paix", 1, 1), ("Mer", 1, 1)]),
        (Filter(kinds=(Kind.TERM,)), Scheme.SUBJECT, [("Conflit, guerre et paix", 1, 1)]),
        (Filter(speaker="personne"), None, []),
    ],
)
def test_topics_of_the_quotations_that_meet_conditions(db: Database, wanted, scheme, found) -> None:
    page(db)
    db.save(PORT, port_quotations(), parser="1", topics=Topics((SEA, WAR)))
    rows = db.topics(wanted, scheme=scheme)
    assert [(row.topic, row.articles, row.quotations) for row in rows] == found


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("guere", ["Conflit, guerre et paix"]),
        ("sprot", ["Sport"]),
        ("mer", []),
        ("16000000", []),
        ("zzz", []),
        ("arsenal nuclaire", ["Arsenaux nucléaires"]),
    ],
)
def test_near_topics(db: Database, words: str, near: list[str]) -> None:
    page(db)
    assert db.near_topics(words) == near


def test_a_decision_takes_the_topics_of_where_its_words_stand_now(db: Database) -> None:
    page(db)
    with closing(sqlite3.connect(db.path)) as sql, sql:
        sql.execute("UPDATE quotation SET status = 'confirmed' WHERE text = 'Un'")
    text = "« Deux ».\n***\n« Un »."
    article = Article(text, source="page.txt")
    topics = Topics((WAR, SPORT), ((Span(0, 10), (WAR,)), (Span(10, len(text)), (SPORT,))))
    db.save(article, [quoted(article, "Deux"), quoted(article, "Un")], parser="1", topics=topics)
    assert {row.text: row.topics for row in db.quotations(Filter())} == {
        "Deux": WAR.label,
        "Un": "Sport",
    }


def test_the_migration_keeps_topics_and_invents_none(path: Path) -> None:
    with Database.open(path, create=True) as db:
        db.save(PORT, port_quotations(), parser="1")
    migrate.downgrade(path, "0002")
    with closing(sqlite3.connect(path)) as sql:
        assert sql.execute("SELECT DISTINCT topics FROM quotes").fetchall() == [
            ("Aménagement du territoire, Mer",)
        ]
    assert migrate.upgrade_existing(path)
    with Database.open(path) as db:
        assert {row.topics for row in db.quotations(Filter())} == {"Aménagement du territoire; Mer"}
        assert {row.scheme for row in db.topics(Filter())} == {Scheme.DECLARED}
        changed = replace(PORT, text=PORT.text + " Fin.")
        db.save(changed, port_quotations(changed), parser="1", topics=Topics((SEA, WAR)))
        assert [row.topic for row in db.topics(Filter(), scheme=Scheme.SUBJECT)] == [WAR.label]


def test_going_back_takes_what_the_machine_found(path: Path) -> None:
    with Database.open(path, create=True) as db:
        page(db)
    migrate.downgrade(path, "0002")
    with closing(sqlite3.connect(path)) as sql:
        assert sql.execute("SELECT label FROM topic").fetchall() == [("Mer",)]
        assert sql.execute("SELECT DISTINCT topics FROM quotes").fetchall() == [("Mer",)]
