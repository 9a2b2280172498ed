"""A person's decisions about names: they move what is there, hold for what comes, and can be taken back."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from storage_samples import quoted

from quotes.model import Article, Quotation, Speaker, SpeakerKind
from quotes.storage import Database, Filter
from quotes.storage.errors import StorageError

NAMES = ("Maëlle Quéré", "Maelle P. Quere", "M. Quéré", "Gwendal Abgrall")


def said(number: int, *names: str, outlet: str = "Le Phare") -> tuple[Article, list[Quotation]]:
    """An article in which each of `names` says something."""
    text = "\n".join(f"« Phrase {number}-{place} », dit {name}." for place, name in enumerate(names))
    article = Article(
        text, title=f"Article {number}", date="2024-05-01", outlet=outlet, source=f"{number}.txt"
    )
    speakers = [
        Speaker(name, SpeakerKind.PERSON, "plongeuse", (name.split()[-1], f"Mme {name.split()[-1]}"))
        for name in names
    ]
    return article, [
        quoted(article, f"Phrase {number}-{place}", speaker) for place, speaker in enumerate(speakers)
    ]


def save(db: Database, *articles: tuple[Article, list]) -> None:
    for article, found in articles:
        db.save(article, found, parser="1")


def id_of(db: Database, name: str) -> int:
    [found] = db.speakers_called(name)
    return found.id


def merge(db: Database, name: str, into: str):
    return db.merge_speakers(id_of(db, name), id_of(db, into))


def counts(db: Database) -> dict[str, int]:
    return {row.name: row.quotations for row in db.speakers(Filter())}


def content(sql: sqlite3.Connection) -> list[str]:
    # what was stored and taken away again has left its marks in the index of names, until it is merged
    return sorted(line for line in sql.iterdump() if '"speaker_parts_' not in line)


def test_merging_moves_the_quotations_and_says_how_many(db: Database) -> None:
    save(db, said(1, NAMES[0]), said(2, NAMES[1], NAMES[1]), said(3, NAMES[1]))
    done = merge(db, NAMES[1], NAMES[0])
    assert (done.name, done.speaker, done.quotations, done.articles) == (NAMES[1], NAMES[0], 3, 2)
    assert counts(db) == {NAMES[0]: 4}
    assert db.count(Filter(speaker="Maelle P. Quere")) == 4


def test_an_article_that_comes_later_lands_on_the_merged_speaker(
    db: Database, sql: sqlite3.Connection
) -> None:
    save(db, said(1, NAMES[0]), said(2, NAMES[1]))
    merge(db, NAMES[1], NAMES[0])
    save(db, said(3, NAMES[1]))
    article, found = said(2, NAMES[1])
    db.save(replace(article, title="Mis à jour"), found, parser="2")
    assert counts(db) == {NAMES[0]: 3}
    assert sql.execute("SELECT DISTINCT speaker FROM quotes").fetchall() == [(NAMES[0],)]


def test_a_split_takes_along_what_came_under_the_name_meanwhile(db: Database) -> None:
    save(db, said(1, NAMES[0]), said(2, NAMES[1]))
    merge(db, NAMES[1], NAMES[0])
    save(db, said(3, NAMES[1]), said(4, NAMES[0]))
    db.split_speaker(id_of(db, NAMES[0]), NAMES[1])
    assert counts(db) == {NAMES[0]: 2, NAMES[1]: 2}


def test_the_decision_outlives_the_last_article_of_both(db: Database) -> None:
    save(db, said(1, NAMES[0]), said(2, NAMES[1]))
    merge(db, NAMES[1], NAMES[0])
    for number in (1, 2):
        article, _ = said(number, NAMES[0])
        db.save(replace(article, text="Plus rien."), [], parser="2")
    assert counts(db) == {}
    save(db, said(3, NAMES[1]))
    assert counts(db) == {NAMES[0]: 1}


def test_merging_what_was_merged_into_keeps_both_decisions(db: Database) -> None:
    save(db, *(said(number, name) for number, name in enumerate(NAMES)))
    merge(db, NAMES[2], NAMES[1])
    merge(db, NAMES[1], NAMES[0])
    assert counts(db) == {NAMES[0]: 3, NAMES[3]: 1}
    save(db, said(9, NAMES[2]))
    assert counts(db) == {NAMES[0]: 4, NAMES[3]: 1}
    db.split_speaker(id_of(db, NAMES[0]), NAMES[1])
    assert counts(db) == {NAMES[0]: 1, NAMES[1]: 3, NAMES[3]: 1}


def test_correcting_a_quotation_to_a_merged_name_gives_it_to_the_speaker(
    db: Database, sql: sqlite3.Connection
) -> None:
    save(db, said(1, NAMES[0]), said(2, NAMES[1]), said(3, NAMES[3]))
    name = id_of(db, NAMES[1])
    merge(db, NAMES[1], NAMES[0])
    sql.execute(
        "UPDATE quotation SET speaker_id = ?, status = 'corrected' WHERE text = 'Phrase 3-0'", (name,)
    )
    assert counts(db) == {NAMES[0]: 3}
    sql.execute("UPDATE quotation SET speaker_id = ? WHERE text = 'Phrase 2-0'", (id_of(db, NAMES[3]),))
    db.split_speaker(id_of(db, NAMES[0]), NAMES[1])
    assert counts(db) == {NAMES[0]: 1, NAMES[1]: 1, NAMES[3]: 1}


@pytest.mark.parametrize("new", ["Maëlle Kervella", "MAËLLE QUÉRÉ"])
def test_a_new_name_holds_for_articles_with_the_old_one(db: Database, new: str) -> None:
    save(db, said(1, NAMES[0]))
    db.rename_speaker(id_of(db, NAMES[0]), new)
    save(db, said(2, NAMES[0]))
    assert counts(db) == {new: 2}
    assert db.count(Filter(speaker=NAMES[0])) == 2


def test_renaming_back_and_forth(db: Database) -> None:
    save(db, said(1, NAMES[0]))
    for name in ("Maëlle Kervella", "Maëlle Abgrall", NAMES[0], "Maëlle Kervella"):
        db.rename_speaker(id_of(db, NAMES[0]), name)
        assert counts(db) == {name: 1}
    save(db, said(2, NAMES[0]), said(3, "Maëlle Abgrall"))
    assert counts(db) == {"Maëlle Kervella": 3}


def test_a_new_name_is_taken_back_by_a_split(db: Database, sql: sqlite3.Connection) -> None:
    save(db, said(1, NAMES[0]))
    before = content(sql)
    db.rename_speaker(id_of(db, NAMES[0]), "Maëlle Kervella")
    db.split_speaker(id_of(db, NAMES[0]), NAMES[0])
    assert content(sql) == before


def test_an_alias_leads_articles_to_the_speaker_and_can_be_taken_back(db: Database) -> None:
    save(db, said(1, NAMES[0]))
    assert db.add_alias(id_of(db, NAMES[0]), "La Quéré").quotations == 0
    save(db, said(2, "La Quéré"))
    assert counts(db) == {NAMES[0]: 2}
    db.split_speaker(id_of(db, NAMES[0]), "la quere")
    assert counts(db) == {NAMES[0]: 1, "La Quéré": 1}


def test_an_alias_that_nobody_used_leaves_nothing(db: Database, sql: sqlite3.Connection) -> None:
    save(db, said(1, NAMES[0]))
    before = content(sql)
    db.add_alias(id_of(db, NAMES[0]), "La Quéré")
    db.split_speaker(id_of(db, NAMES[0]), "La Quéré")
    assert content(sql) == before


@pytest.mark.parametrize("decision", ["merge", "split", "rename", "alias"])
def test_a_dry_run_counts_and_changes_nothing(db: Database, sql: sqlite3.Connection, decision: str) -> None:
    save(db, said(1, NAMES[0]), said(2, NAMES[1]), said(3, NAMES[3]))
    merge(db, NAMES[1], NAMES[0])
    speaker, other = id_of(db, NAMES[0]), id_of(db, NAMES[3])
    before = content(sql)
    done = {
        "merge": lambda: db.merge_speakers(other, speaker, dry_run=True),
        "split": lambda: db.split_speaker(speaker, NAMES[1], dry_run=True),
        "rename": lambda: db.rename_speaker(other, "Gwendal", dry_run=True),
        "alias": lambda: db.add_alias(speaker, "La Quéré", dry_run=True),
    }[decision]()
    assert done.quotations == (0 if decision == "alias" else 1)
    assert content(sql) == before


@pytest.mark.parametrize(
    ("decide", "complaint"),
    [
        (lambda db, a, b: db.merge_speakers(a, a), "'Maëlle Quéré' is one speaker already"),
        (lambda db, a, b: db.split_speaker(a, "Dupuis"), "'Dupuis' is no name that somebody merged into"),
        (lambda db, a, b: db.rename_speaker(a, NAMES[3]), "'Gwendal Abgrall' is a speaker already; `quotes"),
        (lambda db, a, b: db.add_alias(a, NAMES[3]), "'Gwendal Abgrall' is a speaker already"),
        (lambda db, a, b: db.add_alias(a, NAMES[0]), "is called 'Maëlle Quéré' already"),
        (lambda db, a, b: db.add_alias(a, NAMES[1]), "is called 'Maelle P. Quere' already"),
        (lambda db, a, b: db.add_alias(b, NAMES[1]), "is a name of 'Maëlle Quéré'; `quotes speakers split`"),
        (lambda db, a, b: db.add_alias(a, "«!»"), "has no letter or digit"),
    ],
)  # fmt: skip
def test_what_cannot_be_decided_changes_nothing(
    db: Database, sql: sqlite3.Connection, decide, complaint: str
) -> None:
    save(db, said(1, NAMES[0]), said(2, NAMES[1]), said(3, NAMES[3]))
    merge(db, NAMES[1], NAMES[0])
    before = content(sql)
    with pytest.raises(StorageError) as refused:
        decide(db, id_of(db, NAMES[0]), id_of(db, NAMES[3]))
    assert complaint in str(refused.value)
    assert content(sql) == before


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    articles=st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3), min_size=1, max_size=5),
    merges=st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=4),
)
def test_splitting_in_reverse_gives_back_what_was_there(tmp_path_factory, articles, merges) -> None:
    path = tmp_path_factory.mktemp("merging") / "quotes.db"
    with Database.open(path, create=True) as db, sqlite3.connect(path) as sql:
        save(db, *(said(number, *names) for number, names in enumerate(articles)))
        total, states = db.count(Filter()), []
        for name, into in merges:
            found = [db.speakers_called(one) for one in (name, into)]
            if not all(found) or found[0] == found[1]:
                continue
            [[first], [second]] = found
            states.append((content(sql), second.name, first.name))
            db.merge_speakers(first.id, second.id)
            assert sum(counts(db).values()) == total
        for before, speaker, name in reversed(states):
            db.split_speaker(id_of(db, speaker), name)
            assert content(sql) == before
    sql.close()
