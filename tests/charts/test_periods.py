"""Bars along the time: each in its place, those that are missing too."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

pytest.importorskip("altair")

from quotes.charts.periods import around, axis, bar, period
from quotes.storage import By


def moment(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat()[:10]


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("2024", "2024-01-01", "2025-01-01"),
        ("2023", "2023-01-01", "2024-01-01"),
        ("2024-02", "2024-02-01", "2024-03-01"),
        ("2023-12", "2023-12-01", "2024-01-01"),
        ("2024-02-29", "2024-02-29", "2024-03-01"),
        ("1869-03-04", "1869-03-04", "1869-03-05"),
    ],
)
def test_a_date_is_a_period(when: str, start: str, end: str) -> None:
    one = period(when)
    assert (moment(one.start), moment(one.end)) == (start, end)


MONTHS = [*(f"2021-{month:02}" for month in range(3, 13)), "2022-01"]
QUARTERS = [f"{year}-{month:02}-16" for year in (2021, 2022, 2023) for month in (1, 4, 7, 10)][1:-2]


def places(by: By, first: str, last: str) -> list[str]:
    shown = axis(by, around([period(first), period(last)])).to_dict()
    return [moment(place) for place in shown["axis"]["values"]]


@pytest.mark.parametrize(
    ("by", "first", "last", "expected"),
    [
        (By.YEAR, "2019", "2021", ["2019-07-02", "2020-07-02", "2021-07-02"]),
        (By.MONTH, "2023-11", "2024-01", ["2023-11-16", "2023-12-16", "2024-01-16"]),
        (By.DAY, "2023-12-31", "2024-01-01", ["2023-12-31", "2024-01-01"]),
        # labels of long times stand at Januaries and at round years
        (By.MONTH, "2021-03", "2022-01", [f"{month}-16" for month in MONTHS]),
        (By.MONTH, "2020-12", "2023-09", ["2021-01-16", *QUARTERS, "2023-07-16"]),
        (By.MONTH, "2011-12", "2023-12", [f"{year}-07-02" for year in range(2012, 2024)]),
        (By.YEAR, "1903", "2023", [f"{year}-07-02" for year in range(1910, 2021, 10)]),
        (By.MONTH, "2024-05", "2024-05", ["2024-05-16"]),
    ],
)
def test_where_labels_stand(by: By, first: str, last: str, expected: list[str]) -> None:
    assert places(by, first, last) == expected


def test_days_of_many_months_are_labelled_by_months() -> None:
    assert [place[:7] for place in places(By.DAY, "2024-01-10", "2024-06-05")] == [
        f"2024-0{month}" for month in range(1, 6)
    ]


@settings(max_examples=40, deadline=None)
@given(some.dates(), some.dates(), some.sampled_from([(By.YEAR, 4), (By.MONTH, 7), (By.DAY, 10)]))
def test_labels_are_few_and_bars_can_be_seen(one, other, kind) -> None:
    by, length = kind
    first, last = (day.isoformat()[:length] for day in sorted((one, other)))
    whole = around([period(first), period(last)])
    assert 1 <= len(places(by, first, last)) <= 24
    for when in (first, last):
        drawn = bar(period(when), whole)
        assert whole.start <= drawn["start"] < drawn["end"]
        assert drawn["end"] - drawn["start"] >= (whole.end - whole.start) / 1000
