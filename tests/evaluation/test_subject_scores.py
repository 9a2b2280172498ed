"""Scores of subjects, against annotation and against sections, from files as they come."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from quotes.cli.corpus import sample_articles
from quotes.evaluation import GoldError
from quotes.evaluation.subjects import evaluate_subjects

HOSPITAL = "L'hôpital manque de médecins et d'infirmières, la clinique aussi."
MATCH = "Le club a gagné le match en finale du championnat."


def write(path: Path, *records: object) -> Path:
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    path.write_bytes(gzip.compress(lines.encode()) if path.suffix == ".gz" else lines.encode())
    return path


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_the_section_is_what_is_wanted(tmp_path, name):
    path = write(
        tmp_path / name,
        {"url": "https://gazette.example/sante/x", "title": None, "text": HOSPITAL},
        {"url": "https://gazette.example/sante/y", "text": MATCH},
        {"url": "https://gazette.example/sport/rugby/z", "text": MATCH},
        {"url": "https://gazette.example/societe/v", "text": MATCH},
        {"text": MATCH},
    )
    report = evaluate_subjects([path])
    assert report.summary()[0] == "3 articles whose subject is known, 2 others"
    shares = {name: (share.articles, share.first, share.first_two) for name, share in report.groups.items()}
    assert shares == {"santé": (2, 1, 1), "rugby": (1, 1, 1)}


def test_annotation_goes_before_the_section(tmp_path):
    path = write(
        tmp_path / "a.jsonl",
        {"url": "https://gazette.example/sport/x", "text": HOSPITAL, "subjects": ["medtop:07000000"]},
        {"text": MATCH, "subjects": ["medtop:15000000", "medtop:04000000"]},
    )
    report = evaluate_subjects([path])
    assert report.annotated.precision == 1
    assert report.annotated.recall == pytest.approx(2 / 3)
    assert list(report.groups) == ["Santé", "Sport"]


def test_what_the_article_declares_does_not_help(tmp_path):
    record = {"url": "https://gazette.example/sport/x", "text": "Il pleut.", "topics": ["sport", "football"]}
    assert evaluate_subjects([write(tmp_path / "a.jsonl", record)]).groups["sport"].first == 0


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"url": "x"}, "line 1: an article is an object with a text"),
        ([], "line 1: an article is an object with a text"),
        ({"text": "x", "subjects": ["sport"]}, "line 1: subjects must be a list of codes of top subjects"),
        ({"text": "x"}, "no article with subjects, nor with a section in its url"),
    ],
)
def test_files_that_cannot_be_scored(tmp_path, record, message):
    with pytest.raises(GoldError, match=message):
        evaluate_subjects([write(tmp_path / "a.jsonl", record)])


def test_a_broken_archive_is_told(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "x"}\n' * 1000)[:30])
    with pytest.raises(GoldError, match=r"a\.jsonl\.gz: cannot be read"):
        evaluate_subjects([path])


def test_the_sample_articles_are_about_what_their_annotation_says():
    report = evaluate_subjects([sample_articles() / "gold.jsonl"])
    share = report.record()
    assert share["first_two"] / share["articles"] >= 0.8
    assert report.annotated.f1 >= 0.65


def test_the_command_takes_the_sample_articles_by_default(run_evaluate):
    figures = json.loads(run_evaluate("--topics", "--format", "json"))
    assert figures["articles"] == len(list(sample_articles().glob("*.txt")))
    assert "among the first two" in run_evaluate("--topics")


@pytest.fixture
def run_evaluate():
    from click.testing import CliRunner

    from quotes.cli import cli

    def run(*options: str) -> str:
        result = CliRunner().invoke(cli, ["evaluate", *options], prog_name="quotes")
        assert result.exit_code == 0
        return result.stdout

    return run
