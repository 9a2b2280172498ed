"""Measure how often each rule is right: `measure_rules.py GOLD.jsonl [GOLD.jsonl …]`.

Writes `quotes/parsing/rule_confidence.tsv`: per rule the share of its quotations that are annotated
as quotations and rightly attributed, drawn towards the share of all rules where the rule is rare.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from quotes.evaluation import evaluate_files

TARGET = Path(__file__).parent.parent / "quotes" / "parsing" / "rule_confidence.tsv"
#: a rule counts as if it had been seen this much more often, with the share of all rules
PRIOR = 4.0


def main(paths: list[str]) -> None:
    """Score the parser on annotated articles and write each rule's share."""
    right: Counter[str] = Counter()
    made: Counter[str] = Counter()
    for outcome in evaluate_files([Path(path) for path in paths]).outcomes:
        if outcome.found is None or outcome.found.rule is None:
            continue
        made[outcome.found.rule] += 1
        right[outcome.found.rule] += outcome.speaker
    share = sum(right.values()) / sum(made.values())
    lines = [
        "# How often each rule is right; measured by scripts/measure_rules.py on annotated articles.",
        "# rule\tconfidence\tquotations measured",
    ]
    for rule in sorted(made):
        confidence = (right[rule] + PRIOR * share) / (made[rule] + PRIOR)
        lines.append(f"{rule}\t{confidence:.2f}\t{made[rule]}")
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
