import pytest

from quotes.cli.table import markdown_lines, table_lines

COLUMNS = ("date", "speaker", "text")
LONG = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"


def test_a_long_text_is_wrapped_then_cut():
    lines = list(table_lines(COLUMNS, [("2024", "Roy", LONG)], width=44, max_lines=2, rule=True))
    assert lines == [
        "date    speaker    text\n",
        "------  ---------  -------------------------\n",
        "2024    Roy        un deux trois quatre cinq\n",
        "                   six sept huit neuf dix …\n",
    ]
    assert max(len(line.rstrip("\n")) for line in lines) == 44


def test_a_table_without_width_is_whole_and_plain():
    assert list(table_lines(COLUMNS, [("2024", None, LONG)])) == [
        "date    speaker    text\n",
        f"2024               {LONG}\n",
    ]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("deux\nlignes", "deux lignes"),
        ("une\ttabulation", "une tabulation"),
        ("\x1b[31mrouge\x1b[0m", "[31mrouge [0m"),
        ("« espace insécable »", "« espace insécable »"),
        ("2024.50", "2024.50"),
    ],
)
def test_what_would_break_a_table_is_taken_out(value, shown):
    (line,) = table_lines(("text",), [(value,)], headers=False)
    assert line == shown + "\n"


def test_a_bar_does_not_end_a_markdown_cell():
    (table,) = markdown_lines(("text",), [("oui | non",)])
    assert r"| oui \| non |" in table
