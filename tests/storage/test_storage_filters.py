"""Which quotations a filter takes, in which order; a table for each kind of question."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from storage_samples import PORT, port_quotations, quoted

from quotes.model import Article, Kind, Speaker, SpeakerKind
from quotes.storage import Database, Filter, FilterError, QuotationRow, Sort

#: words, speaker, aliases, published, said on, outlet, topics, confidence
NEWS = [
    ("un", "Kim Jong-un", ("Kim",), "2024-10-30", None, "Le Fil", ("Corée du Nord", "Guerre"), 0.9),
    ("deux", "Éloïse Le Goff", (), "2024-10", None, "Le Fil", ("Élections",), 0.5),
    ("trois", "Joaquim 100 % Bio", (), "2024", None, "L'Écho", (), 0.7),
    (
        "quatre",
        "Anne_Marie Le Bris",
        ("la 'patronne'",),
        "2024-03-05",
        "2023-12-31",
        "L'Écho",
        ("100 % local",),
        1.0,
    ),
    ("cinq", None, (), None, None, None, ("guerre_froide",), 0.0),
]


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path: Path = tmp_path_factory.mktemp("filters") / "quotes.db"
    with Database.open(path, create=True) as db:
        for words, name, aliases, published, said_on, outlet, topics, confidence in NEWS:
            speaker = Speaker(name, SpeakerKind.PERSON, aliases=aliases) if name else None
            article = Article(
                f"« {words} » et « terme {words} ».",
                date=published,
                outlet=outlet,
                topics=topics,
                source=words,
            )
            found = [
                quoted(article, words, speaker, said_on=said_on, confidence=confidence),
                quoted(article, f"terme {words}", kind=Kind.TERM),
            ]
            db.save(article, found, parser="1")
        yield db


def words(db: Database, **wanted: object) -> str:
    """The words that a filter takes, in their order; and counting them agrees."""
    wanted_ = Filter(**wanted)  # type: ignore[arg-type]
    found = " ".join(row.text for row in db.quotations(wanted_))
    if wanted_.limit is None:
        assert db.count(wanted_) == len(found.split())
    return found


@pytest.mark.parametrize(
    ("speaker", "found"),
    [
        ("kim", "un"),
        ("KIM JONG UN", "un"),
        ("kim jong-un", "un"),
        ("eloise", "deux"),
        ("ÉLOÏSE", "deux"),
        ("le", "deux quatre"),
        ("%", "trois"),
        ("100 %", "trois"),
        ("1%", ""),
        ("anne marie", "quatre"),
        ("la 'patronne'", "quatre"),
        ("jong' OR 1=1 --", ""),
        ("Macron", ""),
        ("x" * 100_000, ""),
    ],
)
def test_a_speaker_is_part_of_a_name_or_alias(news: Database, speaker: str, found: str) -> None:
    assert words(news, speaker=speaker) == found


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        # stored: un 2024-10-30, deux 2024-10, trois 2024, quatre 2023-12-31, cinq without date
        ("2024", None, "un deux trois"),
        ("2024-10", None, "un deux trois"),
        ("2024-10-30", None, "un deux trois"),
        ("2024-10-31", None, "deux trois"),
        ("2024-11", None, "trois"),
        ("2024-12-31", None, "trois"),
        ("2025", None, ""),
        ("2023", None, "un deux trois quatre"),
        ("2023-12-31", None, "un deux trois quatre"),
        (None, "2024", "un deux trois quatre"),
        (None, "2024-10", "un deux trois quatre"),
        (None, "2024-10-29", "deux trois quatre"),
        (None, "2024-10-01", "deux trois quatre"),
        (None, "2024-09", "trois quatre"),
        (None, "2024-01-01", "trois quatre"),
        (None, "2023", "quatre"),
        (None, "2023-12-30", ""),
        ("2024-10-30", "2024-10-30", "un deux trois"),
        ("2024-02", "2024-09-30", "trois"),
    ],
)
def test_since_and_until_are_inclusive_at_every_precision(
    news: Database, since: str | None, until: str | None, found: str
) -> None:
    assert words(news, since=since, until=until) == found


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ("2024", "un deux trois"),
        ("2024-10", "un deux trois"),
        ("2024-10-30", "un deux trois"),
        ("2024-10-29", "deux trois"),
        ("2024-02-29", "trois"),
        ("2023", "quatre"),
        ("2023-12-31", "quatre"),
        ("2023-12-30", ""),
    ],
)
def test_on_takes_what_may_have_been_said_then(news: Database, on: str, found: str) -> None:
    assert words(news, on=on) == found


@pytest.mark.parametrize(
    ("topics", "found"),
    [
        (("guerre",), "un cinq"),
        (("GUERRE",), "un cinq"),
        (("coree du",), "un"),
        (("corée-du-nord",), "un"),
        (("election",), "deux"),
        (("%",), "quatre"),
        (("guerre_froide",), "cinq"),
        (("guerre", "elections"), "un deux cinq"),
        (("sport", "nord"), "un"),
        (("sport",), ""),
    ],
)
def test_one_topic_is_enough(news: Database, topics: tuple[str, ...], found: str) -> None:
    assert words(news, topics=topics) == found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"outlet": "fil"}, "un deux"),
        ({"outlet": "l'écho"}, "trois quatre"),
        ({"outlet": "ECHO"}, "trois quatre"),
        ({"outlet": "%"}, ""),
        ({"min_confidence": 0}, "un deux trois quatre cinq"),
        ({"min_confidence": 0.7}, "un trois quatre"),
        ({"min_confidence": 1}, "quatre"),
        ({"kinds": (Kind.DIRECT,)}, "un deux trois quatre cinq"),
        ({"kinds": (Kind.PARTIAL,)}, ""),
        ({"limit": 2}, "un deux"),
        ({"limit": 0}, ""),
        ({"limit": 10**30}, "un deux trois quatre cinq"),
        ({"topics": ("guerre",), "since": "2024"}, "un"),
        ({"topics": ("guerre", "elections"), "speaker": "goff", "outlet": "fil", "on": "2024-10"}, "deux"),
        ({"speaker": "kim", "outlet": "echo"}, ""),
    ],
)
def test_the_other_filters_and_all_together(news: Database, wanted: dict[str, object], found: str) -> None:
    assert words(news, **wanted) == found


@pytest.mark.parametrize(
    ("sort", "found"),
    [
        ("date", "un deux trois quatre cinq"),
        ("speaker", "quatre deux trois un cinq"),
        ("confidence", "quatre un trois deux cinq"),
        (Sort.ARTICLE, "un deux trois quatre cinq"),
    ],
)
def test_orders(news: Database, sort: str, found: str) -> None:
    assert words(news, sort=sort) == found


def test_terms_are_given_when_asked_for(news: Database) -> None:
    terms = [row.text for row in news.quotations(Filter(kinds=(Kind.TERM,), speaker=None, limit=2))]
    assert terms == ["terme un", "terme deux"]


def test_rejected_quotations_are_never_given(db: Database, sql: object) -> None:
    db.save(PORT, port_quotations(), parser="1")
    sql.execute("UPDATE quotation SET status = 'rejected'")  # type: ignore[attr-defined]
    assert list(db.quotations(Filter(kinds=tuple(Kind)))) == []


@pytest.mark.parametrize(
    ("wanted", "line"),
    [
        ({"since": "2024-13"}, "since: '2024-13' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD"),
        ({"until": "2023-02-29"}, "until: '2023-02-29' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD"),
        ({"on": "hier"}, "on: 'hier' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD"),
        ({"on": "24-10"}, "on: '24-10' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD"),
        ({"on": "0000"}, "on: '0000' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD"),
        ({"on": "٢٠٢٤"}, "on: '٢٠٢٤' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD"),
        ({"since": "2024-06", "until": "2024-05"}, "since 2024-06 is after until 2024-05: exchange them"),
        ({"speaker": ""}, "speaker: '' has no letter or digit to look for"),
        ({"speaker": "--"}, "speaker: '--' has no letter or digit to look for"),
        ({"topics": ("mer", " ")}, "topic: ' ' has no letter or digit to look for"),
        ({"outlet": "."}, "outlet: '.' has no letter or digit to look for"),
        ({"min_confidence": 1.2}, "min_confidence: 1.2 is not between 0 and 1"),
        ({"min_confidence": float("nan")}, "min_confidence: nan is not between 0 and 1"),
        ({"limit": -1}, "limit: -1 is less than 0"),
        ({"sort": "taille"}, "sort: 'taille' is none of date, speaker, confidence, article"),
        ({"kinds": ("direct", "oral")}, "kind: 'oral' is none of direct, partial, term"),
    ],
)
def test_a_filter_that_cannot_be_meant_says_so(wanted: dict[str, object], line: str) -> None:
    with pytest.raises(FilterError) as error:
        Filter(**wanted)  # type: ignore[arg-type]
    assert str(error.value) == line


@pytest.mark.parametrize(
    "wanted", [{"since": "2024", "until": "2024"}, {"since": "2024-12", "until": "2024"}]
)
def test_bounds_that_meet_are_no_mistake(wanted: dict[str, str]) -> None:
    assert Filter(**wanted).until == "2024"  # type: ignore[arg-type]


def test_the_rows_are_those_of_the_view(news: Database) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(news.path)) as connection:
        view = connection.execute("SELECT * FROM quotes ORDER BY article_id, start").fetchall()
    names = QuotationRow.__dataclass_fields__
    rows = [tuple(getattr(row, name) for name in names) for row in news.quotations(Filter(sort=Sort.ARTICLE))]
    assert rows == view
