import pytest

from quotes.wording import counted, date_in_words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2022-03-05", "5 March 2022"),
        ("2022-03", "March 2022"),
        ("2022", "2022"),
        ("2022-13", "2022-13"),
    ],
)
def test_dates_are_said_as_precisely_as_they_are_known(when, words):
    assert date_in_words(when) == words


def test_one_and_several():
    assert [counted(number, "article") for number in (0, 1, 1234)] == [
        "0 articles",
        "1 article",
        "1,234 articles",
    ]
