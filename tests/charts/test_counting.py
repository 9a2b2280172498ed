"""What a chart shows of what was asked for, and what it says that it leaves out."""

from __future__ import annotations

import pytest

from quotes.charts import ChartError
from quotes.charts.counting import figure_of
from quotes.charts.figure import Shape
from quotes.charts.telling import table
from quotes.storage import By, Database, Filter


@pytest.mark.parametrize(
    ("by", "second", "shape"),
    [
        (By.MONTH, None, Shape.TIME),
        (By.SPEAKER, None, Shape.BARS),
        (By.TOPIC, None, Shape.BARS),
        (By.MONTH, By.SPEAKER, Shape.TIMES),
        (By.SPEAKER, By.MONTH, Shape.TIMES),
        (By.MONTH, By.TOPIC, Shape.TIMES),
        (By.OUTLET, By.SPEAKER, Shape.SHARES),
        (By.TOPIC, By.SPEAKER, Shape.SHARES),
        (By.SPEAKER, By.TOPIC, Shape.CELLS),
    ],
)
def test_the_shape_follows_from_what_is_counted(
    db: Database, by: By, second: By | None, shape: Shape
) -> None:
    assert figure_of(db, Filter(), by, second).shape is shape


@pytest.mark.parametrize(
    ("by", "shown", "left_out"),
    [
        (By.YEAR, {("2023",): 4, ("2024",): 3}, 1),
        (By.MONTH, {("January 2023",): 3, ("March 2023",): 1, ("March 2024",): 2}, 2),
        (By.DAY, {("30 January 2023",): 3, ("2 March 2024",): 2}, 3),
        (By.OUTLET, {("La Gazette",): 5, ("Le Courrier",): 3}, 0),
        (By.SPEAKER_KIND, {("persons",): 7, ("organisations",): 1}, 0),
    ],
)
def test_what_has_no_place_is_left_out(
    db: Database, by: By, shown: dict[tuple[str], int], left_out: int
) -> None:
    figure = figure_of(db, Filter(), by)
    assert (dict(table(figure)), figure.left_out) == (shown, left_out)


def test_of_two_things_the_time_goes_first(db: Database) -> None:
    one = figure_of(db, Filter(), By.YEAR, By.SPEAKER, top=1)
    other = figure_of(db, Filter(), By.SPEAKER, By.YEAR, limit=1)
    assert list(table(one)) == list(table(other)) == [(("2023", "Anne Roy"), 2), (("2024", "Anne Roy"), 1)]


def test_the_limit_leaves_the_latest_and_the_commonest(db: Database) -> None:
    assert dict(table(figure_of(db, Filter(), By.MONTH, limit=1))) == {("March 2024",): 2}
    assert dict(table(figure_of(db, Filter(), By.OUTLET, limit=1))) == {("La Gazette",): 5}


def test_others_stand_beside_those_told_apart(db: Database) -> None:
    figure = figure_of(db, Filter(), By.OUTLET, By.SPEAKER, top=1)
    assert list(table(figure)) == [
        (("La Gazette", "Anne Roy"), 3),
        (("La Gazette", "others"), 2),
        (("Le Courrier", "others"), 3),
    ]
    assert (figure.shown, figure.found) == ((2, 1), (2, 4))


@pytest.mark.parametrize(
    ("wanted", "by", "second", "more", "message"),
    [
        (Filter(speaker="personne"), By.MONTH, None, {}, "no quotation matches: no chart is made"),
        (Filter(on="2025"), By.OUTLET, By.SPEAKER, {}, "no quotation matches: no chart is made"),
        (Filter(topics=("météo",)), By.MONTH, None, {}, "no quotation that matches is dated by month"),
        (Filter(), By.MONTH, By.YEAR, {}, "one axis of time: not both month and year"),
        (Filter(), By.SPEAKER, None, {"limit": 61}, "61 bars are too many for a chart: ask for 60 at most"),
        (Filter(), By.OUTLET, By.SPEAKER, {"top": 8}, "8 series are too many for a chart: ask for 7 at most"),
    ],
)
def test_no_chart(
    db: Database, wanted: Filter, by: By, second: By | None, more: dict[str, int], message: str
) -> None:
    with pytest.raises(ChartError, match=message):
        figure_of(db, wanted, by, second, **more)


def test_a_month_in_which_only_others_speak_keeps_its_place(db: Database) -> None:
    figure = figure_of(db, Filter(outlet="courrier"), By.MONTH)
    assert figure.ends == ("2023-03", "2023-03")
    figure = figure_of(db, Filter(), By.MONTH, By.SPEAKER, top=1)
    assert {row.value for row in figure.rows} == {"2023-01", "2024-03"}
    assert (figure.ends, figure.shown[0]) == (("2023-01", "2024-03"), 3)
