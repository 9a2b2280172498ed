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


def test_what_is_written_before_an_error_is_there_and_the_stream_stays_open() -> None:
    to = io.BytesIO()
    with pytest.raises(ValueError, match="told"), utf8(to) as text:
        text.write("Léa\n")
        raise ValueError("told")
    assert to.getvalue() == "Léa\n".encode()
