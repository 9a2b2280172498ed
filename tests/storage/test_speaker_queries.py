"""Who is quoted, one speaker in full, and quotations counted."""

from __future__ import annotations

import sqlite3

import pytest
from storage_samples import quoted

from quotes.model import Article, Kind, Speaker, SpeakerKind
from quotes.storage import By, Database, Filter, Sort, SpeakerSort, Verdict

MAYOR, RIVAL = "Solène Tanguy", "Yann Tanguy-Prat"


def said(
    db: Database,
    number: int,
    name: str | None,
    role: str | None,
    date: str | None,
    outlet: str | None,
    **more,
) -> None:
    article = Article(
        f"« Mot {number} » et « reste {number} »", date=date, outlet=outlet, source=f"{number}.txt"
    )
    speaker = name and Speaker(name, more.pop("kind_", SpeakerKind.PERSON), role, (name.split()[-1],))
    db.save(article, [quoted(article, f"Mot {number}", speaker or None, **more)], parser="1")


@pytest.fixture
def stored(db: Database) -> Database:
    said(db, 1, MAYOR, "maire", "2020-03-01", "Le Phare", rule="a")
    said(db, 2, MAYOR, "maire", "2021", "La Vigie", rule="a")
    said(db, 3, MAYOR, "sénatrice", "2023-05-02", "Le Phare", rule="b")
    said(db, 4, RIVAL, None, None, None, rule="b")
    said(db, 5, "les marins", None, "2023-05-04", "LE PHARE", kind_=SpeakerKind.GROUP)
    said(db, 6, None, None, "2023-06", "La Vigie", kind=Kind.PARTIAL)
    said(db, 7, MAYOR, "pirate", "2024-01-01", "Le Phare", kind=Kind.TERM)
    return db


def test_a_speaker_with_roles_counts_dates_and_outlets(stored: Database) -> None:
    row = next(stored.speakers(Filter()))
    assert (row.name, row.kind, row.role, row.latest_role) == (MAYOR, "person", "maire", "sénatrice")
    assert (row.quotations, row.articles, row.first, row.last) == (3, 3, "2020-03-01", "2023-05-02")
    assert row.outlets == "Le Phare; La Vigie"


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        (SpeakerSort.COUNT, [MAYOR, "les marins", RIVAL]),
        (SpeakerSort.NAME, ["les marins", MAYOR, RIVAL]),
        (SpeakerSort.DATE, ["les marins", MAYOR, RIVAL]),
    ],
)
def test_the_order_of_speakers(stored: Database, sort: SpeakerSort, names: list[str]) -> None:
    assert [row.name for row in stored.speakers(Filter(), sort=sort)] == names
    assert [row.name for row in stored.speakers(Filter(), sort=sort, limit=2)] == names[:2]


def test_conditions_count_for_roles_and_outlets_too(stored: Database) -> None:
    [row] = stored.speakers(Filter(speaker="tanguy", until="2021"))
    assert (row.quotations, row.latest_role, row.last) == (2, "maire", "2021")
    assert [row.name for row in stored.speakers(Filter(outlet="vigie"))] == [MAYOR]
    assert list(stored.speakers(Filter(speaker="personne"))) == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Solène Tanguy", [MAYOR]),
        ("solene", [MAYOR]),
        ("tanguy", [MAYOR]),  # articles call her so; a part of the other's name comes after
        ("prat", [RIVAL]),
        ("marin", ["les marins"]),
        ("1", [MAYOR]),
        ("#1", [MAYOR]),
        ("n", [MAYOR, "les marins", RIVAL]),
        ("99", []),
        ("personne", []),
        ("…", []),
    ],
)
def test_who_is_meant(stored: Database, words: str, names: list[str]) -> None:
    assert [one.name for one in stored.speakers_called(words)] == names


def test_a_profile(stored: Database) -> None:
    profile = stored.profile(1, latest=2)
    assert (profile.name, profile.quotations, profile.articles) == (MAYOR, 3, 3)
    assert [(form.form, form.origin, form.quotations) for form in profile.forms] == [
        (MAYOR, "name", 4),  # a term is found under the name too
        ("Tanguy", "alias", 0),
    ]
    assert [(role.value, role.quotations, role.first, role.last) for role in profile.roles] == [
        ("maire", 2, "2020-03-01", "2021"),
        ("sénatrice", 1, "2023-05-02", "2023-05-02"),
    ]
    assert [(outlet.value, outlet.quotations) for outlet in profile.outlets] == [
        ("Le Phare", 2),
        ("La Vigie", 1),
    ]
    assert [row.text for row in profile.latest] == ["Mot 3", "Mot 2"]


def test_a_profile_tells_merged_names(stored: Database) -> None:
    [rival] = stored.speakers_called(RIVAL)
    stored.merge_speakers(rival.id, 1)
    forms = {form.form: (form.origin, form.quotations) for form in stored.profile(1).forms}
    assert forms == {
        MAYOR: ("name", 4),
        RIVAL: ("merged", 1),
        "Tanguy": ("alias", 0),
        "Tanguy-Prat": ("alias", 0),
    }


@pytest.mark.parametrize(
    ("by", "counted"),
    [
        (By.SPEAKER, [(MAYOR, 3), (None, 1), ("les marins", 1), (RIVAL, 1)]),
        (By.SPEAKER_KIND, [("person", 4), (None, 1), ("group", 1)]),
        (By.OUTLET, [("LE PHARE", 3), ("La Vigie", 2), (None, 1)]),
        (By.YEAR, [(None, 1), ("2020", 1), ("2021", 1), ("2023", 3)]),
        (By.MONTH, [(None, 1), ("2020-03", 1), ("2021", 1), ("2023-05", 2), ("2023-06", 1)]),
        (
            By.DAY,
            [(None, 1), ("2020-03-01", 1), ("2021", 1), ("2023-05-02", 1), ("2023-05-04", 1), ("2023-06", 1)],
        ),
        (By.KIND, [("direct", 5), ("partial", 1)]),
        (By.RULE, [("a", 2), ("b", 2), ("by-hand", 2)]),
        (By.CUE, [(None, 6)]),
    ],
)  # fmt: skip
def test_counted_by(stored: Database, by: By, counted: list[tuple[str | None, int]]) -> None:
    assert [(row.value, row.quotations) for row in stored.stats(Filter(), by)] == counted


def test_a_cue_counts_as_one_whether_or_not_it_begins_a_sentence(db: Database) -> None:
    article = Article("Selon Anne, « un » ; selon Yann, « deux » ; dit Anne, « trois »", source="1.txt")
    cues = {"un": "Selon", "deux": "selon", "trois": "dit"}
    db.save(article, [quoted(article, words, cue=cue) for words, cue in cues.items()], parser="1")
    counted = [(row.value, row.quotations, row.articles) for row in db.stats(Filter(), By.CUE)]
    assert counted == [("selon", 2, 1), ("dit", 1, 1)]


@pytest.mark.parametrize(("by", "column"), [(By.CUE, "lower(cue)"), (By.RULE, "rule"), (By.KIND, "kind")])
def test_what_is_counted_is_what_the_view_shows_whatever_persons_decide(
    stored: Database, sql: sqlite3.Connection, by: By, column: str
) -> None:
    numbers = [row.id for row in stored.quotations(Filter(sort=Sort.ARTICLE))]
    stored.decide(numbers[0], Verdict(reject=True))
    stored.decide(numbers[1], Verdict(speaker=RIVAL))
    stored.decide(numbers[2], Verdict(kind=Kind.TERM))
    stored.decide(numbers[3], Verdict(kind=Kind.PARTIAL))
    plain = f"SELECT {column}, count(*), count(DISTINCT article_id) FROM quotes GROUP BY 1 ORDER BY 2 DESC, 1"
    counted = [(row.value, row.quotations, row.articles) for row in stored.stats(Filter(), by)]
    assert counted == sql.execute(plain).fetchall()


def test_the_limit_of_a_period_leaves_the_latest(stored: Database) -> None:
    assert [row.value for row in stored.stats(Filter(), By.MONTH, limit=2)] == ["2023-05", "2023-06"]
    assert [row.value for row in stored.stats(Filter(), By.SPEAKER, limit=1)] == [MAYOR]


@pytest.mark.parametrize("by", By)
def test_conditions_hold_for_every_count(stored: Database, by: By) -> None:
    found = list(stored.stats(Filter(speaker="solene", since="2021"), by))
    assert sum(row.quotations for row in found) == (0 if by in (By.TOPIC, By.SUBJECT) else 2)


def test_one_speaker_is_found_by_an_index(sql: sqlite3.Connection) -> None:
    plan = sql.execute(
        "EXPLAIN QUERY PLAN SELECT speaker_id, count(*) FROM quotation "
        "WHERE speaker_id IS NOT NULL GROUP BY speaker_id"
    ).fetchall()
    assert "COVERING INDEX ix_quotation_speaker_id" in plan[0][3]
