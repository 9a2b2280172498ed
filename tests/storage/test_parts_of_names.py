"""Parts of names are found as if every name were looked at, whoever changes the names."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from functools import partial

import pytest
from storage_samples import PORT, port_quotations, quoted
from test_plans import plans

from quotes.folding import fold_name
from quotes.model import Article, Scheme, Speaker, SpeakerKind, Topic, Topics
from quotes.storage import Database, Filter, Saving, parts

NAMES = (
    ("Éloïse Le Goff", ("Goff", "la « patronne »")),
    ("Anne_Marie O'Brien", ("O'Brien",)),
    ('Jo "Joe" 100 %', ()),
    ("Ли Вэй", ("𝒜𝓁𝒾ce",)),
    ("Ré", ("B2",)),
    ("a" * 60 + "nne", ()),
)
LABELS = ("Transports en commun", "Santé publique", "L'eau", "AND NOT sport*", "UE", "𝒜𝒷𝒸", "a-b (c)")


@pytest.fixture
def named(db: Database) -> Database:
    for number, (name, aliases) in enumerate(NAMES):
        article = Article(f"« Mot {number} », dit-on.", source=str(number))
        speaker = Speaker(name, SpeakerKind.PERSON, aliases=aliases)
        about = Topics((*map(Topic, LABELS), Topic("Arsenaux nucléaires", scheme=Scheme.KEYWORD)))
        db.save_all([Saving(article, [quoted(article, f"Mot {number}", speaker)], "1", about)])
    return db


def parts_of(name: str) -> Iterator[str]:
    return (
        name[start:end]
        for start in range(len(name))
        for end in range(start + 1, min(start + 9, len(name) + 1))
    )


def test_every_part_of_a_name_or_an_alias_finds_who_has_it(named: Database) -> None:
    sought = {part.strip() for name, aliases in NAMES for one in (name, *aliases) for part in parts_of(one)}
    for part in sorted(one for one in sought if any(map(str.isalnum, one))):
        having = {
            name
            for name, aliases in NAMES
            if any(fold_name(part) in fold_name(one) for one in (name, *aliases))
        }
        assert {row.speaker for row in named.quotations(Filter(speaker=part))} == having, part


def test_every_part_of_a_topic_finds_it(named: Database) -> None:
    for part in sorted({part.strip() for label in LABELS for part in parts_of(label)}):
        if any(map(str.isalnum, part)):
            having = {label for label in LABELS if fold_name(part) in fold_name(label)}
            found = {row.topic for row in named.topics(Filter(topics=(part,)))}
            assert found - {"Arsenaux nucléaires"} == having, part


@pytest.mark.parametrize(
    "words", ["arsenaux", "ARSENAL", "arsenal nucléaire", "nucléaires", "xaux", "arsenals"]
)
def test_plurals_of_keywords_do_not_count(named: Database, words: str) -> None:
    found = [row.topic for row in named.topics(Filter(topics=(words,)))]
    assert found == ([] if words == "xaux" else ["Arsenaux nucléaires"])


@pytest.mark.parametrize(
    "words", ["goff\0", "\0\0\0\0", "x" * 100_000, "".join(map(chr, range(97, 9_000))), "\ud800eau"]
)
def test_what_no_name_has_finds_nobody(named: Database, words: str) -> None:
    assert list(named.quotations(Filter(speaker=words, topics=(words, "eau"), all_topics=True))) == []


def check(sql: sqlite3.Connection) -> None:
    """SQLite compares the indexes with the tables, and complains if they differ."""
    for name in parts.TABLES:
        sql.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")


def test_the_indexes_follow_inserts_updates_and_deletes(named: Database, sql: sqlite3.Connection) -> None:
    check(sql)
    sql.execute(
        "UPDATE speaker SET name = 'Paul Rey', name_folded = 'paul rey' WHERE name_folded LIKE 'elo%'"
    )
    sql.execute("UPDATE topic SET label_en_folded = 'water' WHERE label = 'L''eau'")
    sql.execute("UPDATE speaker_alias SET id = 99 WHERE alias_folded = 'b2'")
    sql.execute("DELETE FROM speaker_alias WHERE alias_folded = 'goff'")
    check(sql)
    assert [row.speaker for row in named.quotations(Filter(speaker="paul"))] == ["Paul Rey"]
    assert list(named.quotations(Filter(speaker="goff"))) == []
    assert len(list(named.quotations(Filter(topics=("water",))))) == len(NAMES)
    sql.execute("DELETE FROM article_topic")
    sql.execute("DELETE FROM topic WHERE label = 'UE'")
    check(sql)


def test_the_check_of_these_tests_can_fail(named: Database, sql: sqlite3.Connection) -> None:
    sql.execute("DROP TRIGGER topic_parts_update")
    sql.execute("UPDATE topic SET label_folded = 'autre' WHERE label = 'UE'")
    with pytest.raises(sqlite3.DatabaseError, match="malformed"):
        check(sql)


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (Filter(topics=("toulon",)), "topic_parts"),
        (Filter(topics=("arsenaux",)), "topic_parts"),
        (Filter(speaker="goff"), "speaker_parts"),
        (Filter(speaker="goff"), "speaker_alias_parts"),
    ],
)
def test_no_question_looks_at_every_name(
    db: Database, sql: sqlite3.Connection, wanted: Filter, index: str
) -> None:
    db.save(PORT, port_quotations(), parser="1")
    steps = plans(db, sql, partial(lambda db, wanted: db.quotations(wanted), wanted=wanted))
    assert any(step.startswith(f"SCAN {index} VIRTUAL TABLE INDEX") for step in steps)
    assert not [step for step in steps if re.match("SCAN (speaker|speaker_alias|topic)$", step)]
