import pytest

from quotes.reading import ReadError
from quotes.reading.frontmatter import FrontMatter, split_front_matter


def front_matter(lines: str) -> FrontMatter:
    given, text = split_front_matter("a.txt", f"---\n{lines}\n---\nCorps.")
    assert text == "Corps."
    return given


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("title: Le budget voté", "title", "Le budget voté"),
        ("title: 1984", "title", "1984"),
        ("title: Non", "title", "Non"),
        ("title: Budget : le ministre répond", "title", "Budget : le ministre répond"),
        ("title: L'eau : ce qu'il faut savoir", "title", "L'eau : ce qu'il faut savoir"),
        ('title: "Budget : « non »"', "title", "Budget : « non »"),
        ("title: « C'est non »", "title", "« C'est non »"),
        ("title:", "title", None),
        ("title: null", "title", None),
        ("Title: Majuscule", "title", "Majuscule"),
        ("date: 2024", "date", "2024"),
        ("date: 2024-10", "date", "2024-10"),
        ("date: 2024-10-30", "date", "2024-10-30"),
        ("date: '2024-10-30'", "date", "2024-10-30"),
        ("date: 2024-10-30T08:15:00+02:00", "date", "2024-10-30"),
        ("date: 2024-10-30 08:15", "date", "2024-10-30"),
        ("date: 30/10/2024", "date", "2024-10-30"),
        ("date: 30 octobre 2024", "date", "2024-10-30"),
        ("url: https://a.example/x", "url", "https://a.example/x"),
        ("topics: [eau, école]", "topics", ("eau", "école")),
        ("topics: eau, école", "topics", ("eau", "école")),
        ("topics:\n  - eau\n  - école", "topics", ("eau", "école")),
        ("topics: eau", "topics", ("eau",)),
        ("topics:", "topics", ()),
    ],
)
def test_fields(line, field, value):
    assert getattr(front_matter(line), field) == value


def test_unknown_fields_are_left_alone():
    assert front_matter("layout: post\ntitle: Oui") == FrontMatter(title="Oui")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            "title: ok\ndate: hier",
            "a.txt, line 3: date 'hier' is not understood; write YYYY, YYYY-MM or YYYY-MM-DD",
        ),
        ("date: 2024-02-31", "a.txt, line 2: date '2024-02-31' is not understood"),
        ("date: 2024-10-30 ou 31", "a.txt, line 2: date '2024-10-30 ou 31' is not understood"),
        ("title: [a, b]", "a.txt, line 2: title must be a text"),
        ("outlet: La Gazette\ntitle: [Vidéo] Le pont", "a.txt, line 3: front matter is not YAML"),
        ("title: 'ouvert", "a.txt, line 3: front matter is not YAML"),
    ],
)
def test_mistakes_are_told_with_their_line(lines, message):
    with pytest.raises(ReadError) as error:
        front_matter(lines)
    assert str(error.value).startswith(message)


@pytest.mark.parametrize(
    "content",
    [
        "--- \nUn filet de texte\n---\nCorps.",  # two rules around a line: decoration
        "---\ntitle: jamais refermé\nCorps.",
        "Corps.\n---\ntitle: trop tard\n---\n",
        "-- title: x",
    ],
)
def test_what_is_not_front_matter_is_text(content):
    assert split_front_matter("a.txt", content) == (FrontMatter(), content)
