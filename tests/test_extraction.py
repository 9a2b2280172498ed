"""What is found in an article goes from one process to another, and needs no database."""

from __future__ import annotations

import pickle
import subprocess
import sys

from quotes.extraction import Found, ParseError, find
from quotes.model import Article, Scheme

ARTICLE = Article(
    "« Le pont tient », a déclaré mercredi Anne Roy, maire de Brest. « Il tiendra », a-t-elle ajouté.",
    date="2024-10-30",
    topics=("Ponts",),
    source="pont.txt",
)


def test_quotations_and_topics_are_found_together():
    found = find(ARTICLE)
    assert isinstance(found, Found)
    assert [one.speaker.name for one in found.quotations if one.speaker] == ["Anne Roy", "Anne Roy"]
    assert ("Ponts", Scheme.DECLARED) in [(topic.label, topic.scheme) for topic in found.topics.article]


def test_in_no_article_nothing_is_found():
    assert find(None) is None


def test_a_stumble_of_the_parser_is_told(monkeypatch):
    monkeypatch.setattr("quotes.extraction.extract", lambda article: 1 // 0)
    problem = find(ARTICLE)
    assert isinstance(problem, ParseError)
    assert str(problem).startswith("pont.txt: cannot be parsed")


def test_what_is_found_is_the_same_behind_a_pipe():
    found = find(ARTICLE)
    assert pickle.loads(pickle.dumps(found)) == found


def test_a_process_that_parses_loads_no_database():
    program = "import sys, quotes.extraction, quotes.workers; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0
