"""Learn how far to trust an attribution: `train_confidence.py GOLD.jsonl [GOLD.jsonl …]`.

Writes `quotes/parsing/confidence_weights.tsv`: what each signal weighs, how often attributions with it are
right, that is annotated as quotations of this speaker, and on how many that was seen. On articles from which
the kinds were learnt too these are told better than elsewhere, so that confidence turns out a little high.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from learning import Example, learn

from quotes.evaluation import GoldArticle, read_gold
from quotes.evaluation.comparing import compare
from quotes.parsing.confidence import Known
from quotes.parsing.pipeline import decide, find_all
from quotes.parsing.second_look import look_again

TARGET = Path(__file__).parent.parent / "quotes" / "parsing" / "confidence_weights.tsv"


def examples(article: GoldArticle) -> Iterator[Example]:
    """What is known of each attribution in an article, and whether it is right: label 1."""
    decisions = decide(article.text, find_all(article.text))
    found = look_again([d.quotation for d in decisions], [d.place for d in decisions])
    known = {}
    for decision, quotation in zip(decisions, found, strict=True):
        if quotation.rule is not None:
            own = decision.resolution is not None and quotation.rule == decision.rule
            how = decision.resolution.how if own and decision.resolution else "elsewhere"
            told = Known.of(quotation.rule, how, decision.said, quotation.speaker)
            known[quotation.start, quotation.end] = list(told.signals())
    for outcome in compare(article, found).strict:
        signals = known.get((outcome.found.start, outcome.found.end)) if outcome.found else None
        if signals is not None:
            right = bool(outcome.matched and outcome.speaker)
            yield Example(article.id, article.outlet or "", signals, int(right))


def main(paths: list[str]) -> None:
    """Learn from annotated articles and write the weights."""
    data = [e for path in paths for article in read_gold(Path(path)) for e in examples(article)]
    right = Counter(signal for e in data if e.label for signal in e.signals)
    met = Counter(signal for e in data for signal in e.signals)
    lines = [
        "# How much each signal speaks for an attribution; learnt by scripts/train_confidence.py.",
        "# signal\tweight\tshare right\tquotations measured",
    ]
    for signal, (against, favour) in sorted(learn(data, 2).items()):
        share = right[signal] / met[signal]
        lines.append(f"{signal}\t{favour - against:.3f}\t{share:.2f}\t{met[signal]}")
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
