"""What one asks for with --since, --until and --on, in ISO, as a range, or in French words."""

from __future__ import annotations

from datetime import date

import pytest

from quotes.dates import Asked, DateError, asked, asked_together

#: a Wednesday
TODAY = date(2024, 10, 30)


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("2023", "2023", "2023"),
        ("2023-04", "2023-04", "2023-04"),
        ("2023-04-12", "2023-04-12", "2023-04-12"),
        ("12/04/2023", "2023-04-12", "2023-04-12"),
        ("12 avril 2023", "2023-04-12", "2023-04-12"),
        ("mars 2023", "2023-03", "2023-03"),
        ("Mars  2023", "2023-03", "2023-03"),
        ("2018..2019", "2018", "2019"),
        ("2018..", "2018", None),
        ("..2019-03", None, "2019-03"),
        ("mars 2018 .. hier", "2018-03", "2024-10-29"),
        ("hier", "2024-10-29", "2024-10-29"),
        ("aujourd'hui", "2024-10-30", "2024-10-30"),
        ("lundi", "2024-10-28", "2024-10-28"),
        ("mercredi", "2024-10-30", "2024-10-30"),
        ("mercredi dernier", "2024-10-23", "2024-10-23"),
        ("14 juillet", "2024-07-14", "2024-07-14"),
        ("le 3 décembre", "2023-12-03", "2023-12-03"),
        ("mars", "2024-03-01", "2024-03-31"),
        ("la semaine dernière", "2024-10-21", "2024-10-27"),
        ("semaine dernière", "2024-10-21", "2024-10-27"),
        ("le mois dernier", "2024-09-01", "2024-09-30"),
        ("cette année", "2024-01-01", "2024-12-31"),
        ("il y a deux ans", "2022-01-01", "2022-12-31"),
    ],
)
def test_what_is_asked_for(words: str, since: str | None, until: str | None) -> None:
    assert asked(words, TODAY) == Asked(since, until)


@pytest.mark.parametrize(
    "words", ["", "bientôt", "2023-13", "2023-02-30", "20230412", "..", "2018..bientôt", "31 juin"]
)
def test_what_is_no_date_says_what_is_accepted(words: str) -> None:
    with pytest.raises(DateError, match=r"write YYYY, .*2018\.\.2019.*mars 2023"):
        asked(words, TODAY)


@pytest.mark.parametrize(
    ("options", "since", "until"),
    [
        ({"since": "mars 2023"}, "2023-03-01", None),
        ({"until": "mars 2023"}, None, "2023-03-31"),
        ({"on": "mars 2023"}, "2023-03-01", "2023-03-31"),
        ({"on": "2018.."}, "2018-01-01", None),
        ({"since": "2018..2019"}, "2018-01-01", "2019-12-31"),
        ({"since": "2018", "until": "2019-06"}, "2018-01-01", "2019-06-30"),
        ({"since": "2018-05", "on": "2018"}, "2018-05-01", "2018-12-31"),
        ({"since": None, "until": None, "on": None}, None, None),
    ],
)
def test_the_options_combine(options: dict[str, str | None], since: str | None, until: str | None) -> None:
    assert asked_together(TODAY, **options) == Asked(since, until)


def test_an_error_names_the_option() -> None:
    with pytest.raises(DateError, match=r"^until: 'bientôt' is not a date; write"):
        asked_together(TODAY, since="2018", until="bientôt")
