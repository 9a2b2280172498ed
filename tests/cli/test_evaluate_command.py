from quotes.cli.corpus import sample_articles
from quotes.evaluation import evaluate_file


def test_evaluate_prints_the_report(run):
    gold = sample_articles() / "gold.jsonl"
    result = run("evaluate", str(gold))
    assert result.exit_code == 0
    assert result.stdout.splitlines() == evaluate_file(gold).lines()
