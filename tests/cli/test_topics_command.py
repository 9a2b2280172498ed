"""`quotes topics`, and asking by topic, from articles to answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

FRONT = """---
title: Le front se déplace
date: 2024-06-02
url: https://gazette.example/international/diplomatie/front
---
« Nos soldats tiennent la ligne de front », a déclaré la ministre de la Défense, Ada Lorn. L'artillerie
a bombardé la ville de Karsk. Les missiles ont touché un arsenal nucléaire, dit Ada Lorn.
"""


@pytest.fixture
def front(run, articles: Path) -> None:
    (articles / "front.txt").write_text(FRONT)
    assert run("ingest", str(articles)).exit_code == 0


def found(run, *options: str) -> list[dict[str, object]]:
    return json.loads(run("topics", *options, "--format", "json").stdout)


@pytest.mark.usefixtures("front")
def test_topics_of_every_scheme_are_listed(run):
    listed = {(row["topic"], row["scheme"]) for row in found(run)}
    assert {
        ("transports", "declared"),
        ("international", "declared"),
        ("diplomatie", "declared"),
        ("Conflit, guerre et paix", "subject"),
        ("Conflit armé", "subject"),
        ("Ada Lorn", "keyword"),
    } <= listed


@pytest.mark.usefixtures("front")
def test_columns_and_counts(run):
    (row,) = found(run, "--topic", "16000000")
    assert row == {
        "topic": "Conflit, guerre et paix",
        "scheme": "subject",
        "code": "medtop:16000000",
        "label_en": "conflict, war and peace",
        "articles": 1,
        "quotations": 1,
    }
    header = run("topics", "--limit", "1").stdout.splitlines()[0]
    assert header.split() == ["topic", "scheme", "code", "articles", "quotations"]


@pytest.mark.usefixtures("front")
@pytest.mark.parametrize(
    ("options", "topics"),
    [
        (["--scheme", "declared", "--speaker", "roy"], ["Loire", "transports"]),
        (["--scheme", "declared", "--topic", "loire"], ["Loire"]),
        (["--scheme", "declared", "--since", "2024-11"], []),
        (["--limit", "0"], []),
    ],
)
def test_conditions(run, options, topics):
    assert [row["topic"] for row in found(run, *options)] == topics


@pytest.mark.usefixtures("front")
@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--topic", "guerre"], 1),
        (["--topic", "war"], 1),
        (["--topic", "medtop:16000000"], 1),
        (["--topic", "ada lorn"], 1),
        (["--topic", "guerre", "--topic", "loire"], 3),
        (["--topic", "guerre", "--topic", "loire", "--all-topics"], 0),
        (["--topic", "transport", "--topic", "loire", "--all-topics"], 2),
    ],
)
def test_list_by_topic(run, options, count):
    assert len(json.loads(run("list", *options, "--format", "json").stdout)) == count


@pytest.mark.usefixtures("front")
@pytest.mark.parametrize("command", ["list", "topics"])
@pytest.mark.parametrize("format_", ["table", "csv"])
def test_an_unknown_topic_gives_nothing_and_a_hint(run, command, format_):
    result = run(command, "--topic", "guère", "--no-headers", "--format", format_)
    assert (result.exit_code, result.stdout.strip()) == (0, "")
    assert result.stderr.splitlines()[-1] == "No topic like 'guère'; near it: 'Conflit, guerre et paix'."


@pytest.mark.usefixtures("front")
def test_a_known_topic_without_quotations_needs_no_hint(run):
    result = run("list", "--topic", "guerre", "--since", "2030")
    assert result.stderr == "No quotation matches.\n"


@pytest.mark.usefixtures("front")
def test_a_scheme_that_is_none_is_told(run):
    assert run("topics", "--scheme", "sujet").exit_code == 2
