"""What French expressions of dates mean, seen from a day of publication."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.dates import resolve
from quotes.dates.calendar import days_of
from quotes.dates.expressions import Shift, Weekday, Written, expression_at, read

#: a Wednesday
PUBLISHED = "2024-10-30"


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("mercredi", "2024-10-30"),
        ("mardi", "2024-10-29"),
        ("jeudi", "2024-10-24"),
        ("ce lundi", "2024-10-28"),
        ("Vendredi soir", "2024-10-25"),
        ("lundi en fin d’après-midi", "2024-10-28"),
        ("mercredi dernier", "2024-10-23"),
        ("lundi dernier", "2024-10-28"),
        ("samedi prochain", "2024-11-02"),
        ("hier", "2024-10-29"),
        ("hier soir", "2024-10-29"),
        ("avant-hier", "2024-10-28"),
        ("aujourd’hui", "2024-10-30"),
        ("ce matin", "2024-10-30"),
        ("demain", "2024-10-31"),
        ("il y a trois jours", "2024-10-27"),
        ("il y a 2 jours", "2024-10-27".replace("27", "28")),
        # a week is told by the month that holds it, or by the year
        ("la semaine dernière", "2024-10"),
        ("cette semaine", "2024"),
        ("il y a quinze jours", "2024-10"),
        ("le week-end dernier", "2024-10"),
        ("le mois dernier", "2024-09"),
        ("ce mois-ci", "2024-10"),
        ("il y a onze mois", "2023-11"),
        ("l’an dernier", "2023"),
        ("il y a deux ans", "2022"),
        ("cette année", "2024"),
        ("le 18 juin", "2024-06-18"),
        ("le 1er octobre", "2024-10-01"),
        ("le 30 octobre", "2024-10-30"),
        ("le 3 décembre", "2023-12-03"),
        ("le 3 décembre prochain", "2024-12-03"),
        ("le 30 octobre dernier", "2023-10-30"),
        ("lundi 19 mai", None),
        ("lundi 20 mai", "2024-05-20"),
        ("dimanche 3 décembre", "2023-12-03"),
        ("lundi 28", "2024-10-28"),
        ("lundi 30", "2024-09-30"),
        ("le 12 avril 2019", "2019-04-12"),
        ("vendredi 12 avril 2019", "2019-04-12"),
        ("lundi 12 avril 2019", None),
        ("le 31 février", None),
        ("le 29 février", "2024-02-29"),
        ("12/04/2019", "2019-04-12"),
        ("en mars", "2024-03"),
        ("mi-mars", "2024-03"),
        ("à la mi-mars", "2024-03"),
        ("fin novembre", "2023-11"),
        ("début octobre", "2024-10"),
        ("en octobre dernier", "2023-10"),
        ("au mois d’août", "2024-08"),
        ("mars 2019", "2019-03"),
        ("fin mars 2019", "2019-03"),
        ("début 2019", "2019"),
        ("en 2019", "2019"),
        ("à l’été 2019", "2019"),
        # without an earlier day, counted from the publication
        ("la veille", "2024-10-29"),
        ("l’avant-veille", "2024-10-28"),
    ],
)
def test_seen_from_a_wednesday(words: str, when: str | None) -> None:
    meaning = read(words)
    assert meaning is not None
    assert resolve(meaning, PUBLISHED) == when


@pytest.mark.parametrize(
    "words",
    [
        "le lundi",  # every Monday
        "le lundi suivant",
        "le 3 mars d’avant",
        "mars",
        "2019",
        "le 3",
        "la veille du scrutin",
        "un lundi",
        "lundis",
        "bonjour",
    ],
)
def test_what_names_no_day(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize(
    ("words", "published", "when"),
    [
        ("mercredi", "2024-10", "2024-10"),
        ("hier", "2024-10", "2024-10"),
        ("la semaine dernière", "2024-10", "2024-10"),
        ("le mois dernier", "2024-10", "2024-09"),
        ("le mois dernier", "2024", None),
        ("l'an dernier", "2024", "2023"),
        ("mercredi", "2024", "2024"),
        ("le 18 juin", "2024-10", "2024-06-18"),
        ("le 18 juin", "2024", None),
        ("mardi 18 juin", "2024", "2024-06-18"),
        ("en mars", "2024", None),
        ("mercredi", None, None),
        ("le 18 juin", None, None),
        ("en mars", None, None),
        ("le 18 juin 2024", None, "2024-06-18"),
        ("en 2019", None, "2019"),
    ],
)
def test_where_the_publication_is_known_less_well(
    words: str, published: str | None, when: str | None
) -> None:
    meaning = read(words)
    assert meaning is not None
    assert resolve(meaning, published) == when


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("mercredi", "2024-10-30"),
        ("lundi", "2024-11-04"),
        ("le 5 novembre", "2024-11-05"),
        ("en janvier", "2025-01"),
        # in a story the future tells what came
        ("le 23 juillet", "2024-07-23"),
    ],
)
def test_beside_a_future(words: str, when: str) -> None:
    meaning = read(words)
    assert meaning is not None
    assert resolve(meaning, PUBLISHED, future=True) == when


@pytest.mark.parametrize(
    ("words", "when"),
    [("la veille", "2024-05-11"), ("le lendemain", "2024-05-13"), ("le jour même", "2024-05-12")],
)
def test_counted_from_the_last_day_told(words: str, when: str) -> None:
    meaning = read(words)
    assert meaning is not None
    assert resolve(meaning, PUBLISHED, told="2024-05-12") == when


def test_the_dot_of_a_sentence_is_not_that_of_a_month() -> None:
    text = "Il arrive le 18 juin. Il repart."
    found = expression_at(text, text.index("le 18"), len(text))
    assert found is not None
    assert text[found.start : found.end] == "le 18 juin"


days = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)).map(date.isoformat)
published = days | days.map(lambda day: day[:7]) | days.map(lambda day: day[:4]) | st.none()
meanings = (
    st.builds(Weekday, st.integers(0, 6), st.sampled_from((-1, 0)))
    | st.builds(Shift, st.sampled_from(("day", "week", "weekend", "month", "year")), st.integers(-60, -1))
    | st.builds(Written, st.none(), st.integers(1, 12), st.none() | st.integers(1, 31), st.none(), st.just(0))
    | st.builds(Written, st.none(), st.integers(1, 12), st.integers(1, 31), st.integers(0, 6), st.just(0))
)


@given(meanings, published)
def test_the_past_is_a_date_not_after_the_publication(
    meaning: Weekday | Shift | Written, seen: str | None
) -> None:
    when = resolve(meaning, seen)
    if when is not None:
        assert seen is not None
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", when)
        assert days_of(when)[0] <= days_of(seen)[1]


@given(meanings, published)
def test_never_more_precise_than_told(meaning: Weekday | Shift | Written, seen: str | None) -> None:
    when = resolve(meaning, seen)
    if when is None:
        return
    if isinstance(meaning, Written):
        assert len(when) == (7 if meaning.day is None else 10)
    elif isinstance(meaning, Weekday) or meaning.unit == "day":
        assert len(when) <= len(seen or "")
    else:
        assert len(when) <= (4 if meaning.unit == "year" else 7)


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for start in range(len(text)):
        found = expression_at(text, start, len(text))
        assert found is None or start < found.end <= len(text)
