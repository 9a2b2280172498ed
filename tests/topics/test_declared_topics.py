import pytest

from quotes.model import Article
from quotes.topics import declared_topics


@pytest.mark.parametrize(
    ("ending", "topics"),
    [
        ("#Loire #ponts", ("Loire", "ponts")),
        ("#Loire, #ponts", ("Loire", "ponts")),
        ("#le #pont #de #la #Loire", ("pont", "Loire")),
        ("#Loire\n#ponts\n", ("Loire", "ponts")),
        ("#Loire #loire #LOIRE", ("Loire",)),
        ("#Grand-Débat", ("Grand-Débat",)),
        ("#2024", ()),
        ("Suivez #Loire", ()),
        ("#Loire\nLire aussi nos archives.", ()),
    ],
)
def test_closing_hashtags_are_topics(ending, topics):
    assert declared_topics(Article(text=f"Le pont rouvre.\n{ending}")) == topics


def test_front_matter_comes_first_and_keeps_its_spelling():
    article = Article(text="Le pont rouvre.\n#defense #Loire", topics=("Défense", "ponts"))
    assert declared_topics(article) == ("Défense", "ponts", "Loire")
