"""Learn the weights that tell direct, partial and term apart: `train_kinds.py GOLD.jsonl [GOLD.jsonl …]`.

Multinomial logistic regression with L2 penalty, full-batch gradient descent with momentum, no
dependency. Writes `quotes/parsing/kind_weights.tsv`; prints the accuracy by cross-validation over
outlets, so that what is learnt holds where it was not learnt.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

from quotes.evaluation import GoldArticle, read_gold
from quotes.folding import fold
from quotes.model import Kind
from quotes.parsing.kinds import signals
from quotes.parsing.pipeline import decide, find_all

TARGET = Path(__file__).parent.parent / "quotes" / "parsing" / "kind_weights.tsv"
KINDS = list(Kind)
#: a signal seen less often than this is left out
RARE = 4
STEPS, RATE, MOMENTUM, PENALTY = 150, 0.5, 0.9, 5.0

#: how often one text between marks is learnt from: the name of a movement is news, not language
REPEATED = 40

Example = tuple[list[str], int]
Weights = dict[str, list[float]]


def examples(article: GoldArticle, met: Counter[str]) -> list[Example]:
    """The signals and the annotated kind of every outermost quotation of an article.

    `met` counts the texts; those met too often are left out.
    """
    wanted = {(q.start, q.end): q.kind for q in article.quotations if not q.nested}
    found = []
    for decision in decide(article.text, find_all(article.text)):
        marked = decision.scene.marked
        kind = wanted.get((marked.start, marked.end))
        text = fold(article.text[marked.start : marked.end])
        met[text] += 1
        if kind is not None and met[text] <= REPEATED:
            found.append((signals(decision.scene, decision.rule), KINDS.index(kind)))
    return found


def probabilities(weights: Weights, names: list[str]) -> list[float]:
    """The probability of each kind."""
    totals = [0.0] * len(KINDS)
    for name in names:
        row = weights.get(name)
        if row:
            for n, value in enumerate(row):
                totals[n] += value
    top = max(totals)
    powers = [math.exp(total - top) for total in totals]
    return [power / sum(powers) for power in powers]


def learn(data: list[Example]) -> Weights:
    """Weights per signal and kind."""
    seen = Counter(name for names, _ in data for name in set(names))
    weights: Weights = {name: [0.0] * len(KINDS) for name, n in sorted(seen.items()) if n >= RARE}
    speed: Weights = {name: [0.0] * len(KINDS) for name in weights}
    kept = [([n for n in names if n in weights], kind) for names, kind in data]
    for _ in range(STEPS):
        slope: Weights = {name: [PENALTY * v for v in row] for name, row in weights.items()}
        for names, kind in kept:
            for n, p in enumerate(probabilities(weights, names)):
                error = p - (n == kind)
                for name in names:
                    slope[name][n] += error
        for name, row in weights.items():
            for n in range(len(KINDS)):
                speed[name][n] = MOMENTUM * speed[name][n] - RATE * slope[name][n] / (20 + seen[name])
                row[n] += speed[name][n]
    return weights


def accuracy(weights: Weights, data: list[Example]) -> tuple[int, int]:
    """How many kinds are right, and how many quotations are told from terms."""
    right = told = 0
    for names, kind in data:
        found = probabilities(weights, names)
        best = found.index(max(found))
        right += best == kind
        told += (KINDS[best] is Kind.TERM) == (KINDS[kind] is Kind.TERM)
    return right, told


def main(paths: list[str]) -> None:
    """Cross-validate over outlets, then learn from everything and write the weights."""
    by_outlet: dict[str | None, list[Example]] = defaultdict(list)
    met: Counter[str] = Counter()
    for path in paths:
        for article in read_gold(Path(path)):
            by_outlet[article.outlet].extend(examples(article, met))
    total = sum(map(len, by_outlet.values()))
    right = told = 0
    if len(by_outlet) > 1 and "--quick" not in sys.argv:
        for outlet, held_out in by_outlet.items():
            weights = learn([e for o, data in by_outlet.items() if o != outlet for e in data])
            r, t = accuracy(weights, held_out)
            size = len(held_out)
            print(f"{outlet}: kind {r / size:.3f}, term or not {t / size:.3f} of {size}")
            right, told = right + r, told + t
        print(f"outlets not learnt from: kind {right / total:.3f}, term or not {told / total:.3f} of {total}")
    weights = learn([e for data in by_outlet.values() for e in data])
    write(weights)


def write(weights: Weights) -> None:
    """Write the weights as readable rows, strongest signals visible by their size."""
    lines = [
        "# How much each signal speaks for a kind; learnt by scripts/train_kinds.py, read by kinds.py.",
        "# signal\t" + "\t".join(KINDS),
    ]
    lines += [name + "".join(f"\t{v:.3f}" for v in row) for name, row in sorted(weights.items())]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main([a for a in sys.argv[1:] if not a.startswith("--")])
