"""Quotations counted by two things at once, and what there is in all."""

from __future__ import annotations

import itertools

import pytest
from storage_samples import quoted

from quotes.model import Article, Kind, Scheme, Span, Speaker, SpeakerKind, Topic, Topics
from quotes.storage import By, Database, Filter

NORA, PAUL = "Nora Belhadj", "Paul Vasseur"
PERSON, GROUP = SpeakerKind.PERSON, SpeakerKind.GROUP


def said(
    db: Database,
    number: int,
    name: str | None,
    date: str | None,
    outlet: str | None,
    *,
    kind: SpeakerKind = PERSON,
    about: tuple[str, ...] = (),
    subjects: tuple[str, ...] = (),
    **more,
) -> None:
    article = Article(f"« Mot {number} »", date=date, outlet=outlet, source=f"{number}.txt")
    topics = (*map(Topic, about), *(Topic(label, Scheme.SUBJECT, score=0.9) for label in subjects))
    speaker = name and Speaker(name, kind)
    db.save(
        article,
        [quoted(article, f"Mot {number}", speaker or None, **more)],
        parser="1",
        topics=Topics(topics),
    )


@pytest.fixture
def stored(db: Database) -> Database:
    said(db, 1, NORA, "2024-01-05", "Le Phare", about=("port",), subjects=("Économie",))
    said(db, 2, NORA, "2024-01-09", "LE PHARE", about=("port", "pêche"))
    said(db, 3, PAUL, "2024-01", "La Vigie", subjects=("Économie", "Social"))
    said(db, 4, PAUL, "2024-03-02", "Le Phare", about=("économie",))
    said(db, 5, NORA, "2024-03-30", "La Vigie")
    said(db, 6, "dockers", "2024", "La Vigie", kind=GROUP)
    said(db, 7, None, None, None, about=("port",))
    return db


def pairs(db: Database, by: By, second: By, wanted: Filter | None = None, **more) -> list[tuple]:
    rows = db.pairs(wanted or Filter(), by, second, **more)
    return [(row.value, "(rest)" if row.is_rest else row.second, row.quotations) for row in rows]


@pytest.mark.parametrize(
    ("by", "second", "counted"),
    [
        (
            By.OUTLET,
            By.SPEAKER,
            [
                ("LE PHARE", NORA, 2),
                ("LE PHARE", PAUL, 1),
                ("La Vigie", NORA, 1),
                ("La Vigie", PAUL, 1),
                ("La Vigie", "dockers", 1),
                (None, None, 1),
            ],
        ),
        (
            By.MONTH,
            By.SPEAKER_KIND,
            [
                (None, None, 1),
                ("2024", "group", 1),
                ("2024-01", "person", 3),
                ("2024-03", "person", 2),
            ],
        ),
        (
            By.SPEAKER,
            By.MONTH,
            [
                (NORA, "2024-01", 2),
                (NORA, "2024-03", 1),
                (PAUL, "2024-01", 1),
                (PAUL, "2024-03", 1),
                (None, None, 1),
                ("dockers", "2024", 1),
            ],
        ),
        # a declared topic and a subject of one name are one; what has no topic is nowhere
        (
            By.TOPIC,
            By.SPEAKER,
            [
                ("port", NORA, 2),
                ("port", None, 1),
                ("Économie", NORA, 1),  # seconds have one order everywhere
                ("Économie", PAUL, 2),
                ("Social", PAUL, 1),
                ("pêche", NORA, 1),
            ],
        ),
        (By.SUBJECT, By.SPEAKER, [("Économie", NORA, 1), ("Économie", PAUL, 1), ("Social", PAUL, 1)]),
        (By.SPEAKER, By.SUBJECT, [(NORA, "Économie", 1), (PAUL, "Économie", 1), (PAUL, "Social", 1)]),
    ],
)
def test_counted_by_two(stored: Database, by: By, second: By, counted: list[tuple]) -> None:
    assert pairs(stored, by, second) == counted


def test_the_rest_is_what_is_not_told_apart(stored: Database) -> None:
    assert pairs(stored, By.OUTLET, By.SPEAKER, top=1) == [
        ("LE PHARE", NORA, 2),
        ("LE PHARE", "(rest)", 1),
        ("La Vigie", NORA, 1),
        ("La Vigie", "(rest)", 2),
        (None, None, 1),  # nobody knows who: that is no speaker among others
    ]


def test_the_limit_is_for_the_first(stored: Database) -> None:
    assert {value for value, *_ in pairs(stored, By.SPEAKER, By.OUTLET, limit=2)} == {NORA, PAUL}
    assert {value for value, *_ in pairs(stored, By.MONTH, By.OUTLET, limit=1)} == {"2024-03"}


def test_articles_are_counted_once(db: Database) -> None:
    article = Article("« Un », « deux » et « trois »", outlet="Le Phare", source="a.txt")
    speaker = Speaker(NORA, PERSON)
    db.save(article, [quoted(article, word, speaker) for word in ("Un", "deux", "trois")], parser="1")
    [row] = db.pairs(Filter(), By.OUTLET, By.SPEAKER)
    assert (row.quotations, row.articles) == (3, 1)


def test_speakers_of_one_name_are_told_apart(db: Database) -> None:
    said(db, 1, "Valmont", "2024", "Le Phare")
    said(db, 2, "Valmont", "2024", "Le Phare", kind=SpeakerKind.ORGANISATION)
    assert [second for _, second, _ in pairs(db, By.OUTLET, By.SPEAKER)] == [
        "Valmont (person)",
        "Valmont (organisation)",
    ]


def test_a_quotation_with_topics_of_its_own_has_not_those_of_its_article(db: Database) -> None:
    article = Article("« Un » et « deux »", source="a.txt", outlet="Le Phare")
    story = (Span(0, 5), (Topic("glacier"),))
    quotations = [quoted(article, "Un"), quoted(article, "deux")]
    db.save(article, quotations, parser="1", topics=Topics((Topic("port"),), (story,)))
    assert pairs(db, By.TOPIC, By.OUTLET) == [("glacier", "Le Phare", 1), ("port", "Le Phare", 1)]


def test_the_topics_asked_for_choose_which_are_counted(stored: Database) -> None:
    found = pairs(stored, By.TOPIC, By.SPEAKER, Filter(topics=("port",)))
    assert found == [("port", NORA, 2), ("port", None, 1)]


ONCE = [by for by in By if by not in (By.TOPIC, By.SUBJECT)]


@pytest.mark.parametrize(("by", "second"), list(itertools.permutations(ONCE, 2)))
def test_every_quotation_is_counted_once(stored: Database, by: By, second: By) -> None:
    for wanted in (Filter(), Filter(speaker="nora"), Filter(since="2024-03", kinds=(Kind.DIRECT,))):
        assert sum(count for *_, count in pairs(stored, by, second, wanted)) == stored.count(wanted)
        firsts: dict[str | None, int] = {}
        for value, _, count in pairs(stored, by, second, wanted, top=1):
            firsts[value] = firsts.get(value, 0) + count
        assert firsts == {row.value: row.quotations for row in stored.stats(wanted, by)}


def test_what_there_is_in_all(stored: Database) -> None:
    everything = stored.totals(Filter())
    assert (everything.quotations, everything.articles, everything.speakers) == (7, 7, 3)
    assert everything.outlets == ("LE PHARE", "La Vigie")
    assert (everything.first, everything.last) == ("2024", "2024-03-30")
    nothing = stored.totals(Filter(speaker="personne"))
    assert (nothing.quotations, nothing.outlets, nothing.first) == (0, (), None)
