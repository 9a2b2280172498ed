"""What was asked for, in words."""

from __future__ import annotations

import io

import pytest

from quotes.export.asked import asked
from quotes.export.utf8 import utf8
from quotes.model import Kind
from quotes.storage import Filter, Sort


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (Filter(), ""),
        (Filter(speaker="Anne Roy", since="2022-03"), "speaker: Anne Roy; since: 2022-03"),
        (Filter(topics=("mer", "Loire"), all_topics=True), "topics: mer, Loire; all topics: True"),
        (Filter(kinds=(Kind.DIRECT,), min_confidence=0.8), "kinds: direct; least confidence: 0.8"),
        (Filter(sort=Sort.CONFIDENCE), ""),
        (Filter(sort=Sort.CONFIDENCE, limit=5), "sort: confidence; limit: 5"),
    ],
)
def test_conditions_in_words(wanted: Filter, words: str) -> None:
    assert asked(wanted) == words


def test_the_stream_stays_open_with_all_that_was_written() -> None:
    to = io.BytesIO()
    with utf8(to) as text:
        text.write("Léa\n")
    assert to.getvalue() == "Léa\n".encode()
