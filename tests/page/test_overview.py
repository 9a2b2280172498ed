"""What a page says before its articles: speakers in their order, dates at a glance."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.model import Kind, Span, SpeakerKind
from quotes.page.dress import Looks
from quotes.page.overview import survey, timeline
from quotes.storage import Evidence, QuotationRow, Status, WholeArticle


def article(id_: int, *said: tuple[int | None, str | None, str | None]) -> WholeArticle:
    """An article of quotations: number of the speaker, name, date."""
    quotations = tuple(_evidence(id_, place, *one) for place, one in enumerate(said))
    return WholeArticle(id_, "x" * 99, None, None, None, None, None, None, None, (), quotations)


def _evidence(
    article_id: int, place: int, speaker_id: int | None, name: str | None, when: str | None
) -> Evidence:
    kind = SpeakerKind.PERSON if name else None
    start, id_ = place, article_id * 100 + place
    judged = (Kind.DIRECT, None, None, None, 0.9, Status.AUTO)
    about = (None, None, None, None)
    row = QuotationRow(id_, when, name, kind, None, "x", *judged, *about, article_id, start, start + 1)
    return Evidence(row, Span(place, place + 1), None, None, None, None, None, speaker_id=speaker_id)


def test_the_most_quoted_comes_first_and_the_unknown_last():
    found = survey(
        [
            article(
                1, (None, None, None), (None, None, None), (5, "Anne Roy", None), (7, "Paul Morin", None)
            ),
            article(2, (None, None, None), (7, "Paul Morin", None)),
        ]
    )
    assert (found.articles, found.quotations, found.known) == (2, 6, 2)
    assert [(e.sign.text, e.sign.name, e.quotations, e.articles) for e in found.speakers] == [
        ("1", "Paul Morin", 2, 2),
        ("2", "Anne Roy", 1, 1),
        ("?", "speaker unknown", 3, 2),
    ]


def test_two_of_one_name_are_two():
    found = survey([article(1, (5, "Anne Roy", None), (6, "Anne Roy", None))])
    assert [(entry.sign.key, entry.sign.text) for entry in found.speakers] == [("5", "1"), ("6", "2")]


@pytest.mark.parametrize(
    ("dates", "unit", "periods", "left_out"),
    [
        ([], "year", [], 0),
        ([None], "year", [], 1),
        (["2024-02-28", "2024-03-01"], "day", [("2024-02-28", 1), ("2024-02-29", 0), ("2024-03-01", 1)], 0),
        (["2023-12-01", "2024-02-28", "2024"], "month", [("2023-12", 1), ("2024-01", 0), ("2024-02", 1)], 1),
        (["2023-12", "2023-12"], "month", [("2023-12", 2)], 0),
        (["2014", "2016-05-01"], "month", [("2016-05", 1)], 1),
        (["2010", "2019-05-01"], "year", [(str(y), int(y in (2010, 2019))) for y in range(2010, 2020)], 0),
        (["1015", "2016-05-01"], "year", [("1015", 1), ("2016", 1)], 0),
        (["9999-12-31"], "day", [("9999-12-31", 1)], 0),
    ],
)
def test_a_timeline_is_as_precise_as_fits_a_glance(dates, unit, periods, left_out):
    found = timeline(Counter(dates))
    assert (found.unit, found.left_out) == (unit, left_out)
    assert [(period.value, period.quotations) for period in found.periods] == periods


def test_a_few_old_dates_do_not_blur_all_others():
    recent = {f"2024-03-{day:02}": 5 for day in range(1, 21)}
    found = timeline(Counter({**recent, "1789-07-14": 2}))
    assert (found.unit, len(found.periods), found.left_out) == ("day", 20, 4)
    assert (found.first, found.last) == ("1789-07-14", "2024-03-20")


_DATES = st.dates().flatmap(lambda day: st.sampled_from([None, *(day.isoformat()[:n] for n in (4, 7, 10))]))


@given(st.lists(_DATES, max_size=30))
def test_every_date_is_counted_once(dates):
    found = timeline(Counter(dates))
    assert sum(period.quotations for period in found.periods) + found.left_out == len(dates)
    assert [period.value for period in found.periods] == sorted({period.value for period in found.periods})


@given(st.lists(st.sets(st.integers(1, 60), max_size=8), max_size=20))
def test_those_who_first_speak_in_one_article_look_different(casts):
    looks, known = Looks(), set()
    for number, cast in enumerate(casts, 1):
        looks.meet(article(number, *((id_, "A", None) for id_ in sorted(cast))))
        new = cast - known
        assert len({looks.of(id_) for id_ in new}) == len(new)
        known |= cast
