from pathlib import Path

from quotes.cli.corpus import sample_articles
from quotes.evaluation import evaluate_file


def test_evaluate_prints_the_report(run):
    gold = sample_articles() / "gold.jsonl"
    result = run("evaluate", str(gold))
    assert result.exit_code == 0
    assert result.stdout.splitlines() == evaluate_file(gold).lines()


def test_what_is_not_annotated_is_told(run):
    Path("gold.jsonl").write_text('{"text": "Bonjour."}\nBonjour.\n')
    result = run("evaluate", "gold.jsonl")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("quotes: gold.jsonl, line 1: ")
