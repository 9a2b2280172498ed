"""Sections in addresses, in plain French."""

from __future__ import annotations

import pytest

from quotes.model import Article
from quotes.topics import declared_topics
from quotes.topics.sections import sections


@pytest.mark.parametrize(
    ("url", "topics"),
    [
        ("https://journal.example/economie/conjoncture/2019/le-lait", ("économie", "conjoncture économique")),
        ("https://journal.example/sports/rugby/finale.html", ("sport", "rugby")),
        ("https://journal.example/Sante/hopital-plein_20.php", ("santé",)),
        ("https://journal.example/faits-divers/un-vol", ("faits divers",)),
        ("https://journal.example/sant%C3%A9/hopital", ("santé",)),
        ("https://journal.example/politique/", ("politique",)),
        ("https://journal.example/politique", ()),
        ("https://journal.example/2019/02/03/le-scan/pont", ()),
        ("https://[journal.example/politique/pont", ()),
        ("politique/pont", ("politique",)),
        (None, ()),
    ],
)
def test_known_segments_are_topics(url, topics):
    assert tuple(section.label for section in sections(url)) == topics


def test_the_section_is_declared_once():
    article = Article(
        "Le pont rouvre.", url="https://journal.example/sante/transports/pont", topics=("Santé",)
    )
    assert declared_topics(article) == ("Santé",)


@pytest.mark.parametrize(
    ("url", "subject"),
    [
        ("https://journal.example/musique/x", "medtop:01000000"),
        ("https://journal.example/societe/x", None),
    ],
)
def test_a_desk_of_many_subjects_tells_none(url, subject):
    assert [section.subject for section in sections(url)] == [subject]
