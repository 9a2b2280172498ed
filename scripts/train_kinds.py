"""Learn the weights that tell direct, partial and term apart.

    train_kinds.py [--quick] [--unlabelled ARTICLES.jsonl] GOLD.jsonl [GOLD.jsonl …]

Writes `quotes/parsing/kind_weights.tsv`. Before that it prints how well kinds are told in articles, and in
outlets, that were not learnt from; `--quick` leaves that out.

With articles that nobody has annotated it learns a second time: what the first weights tell of these with
some confidence is learnt from as well, and counts for less (self-training: Yarowsky, ACL 1995). So it meets
words and turns that the annotated articles do not have.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from learning import Example, Weights, learn

from quotes.evaluation import GoldArticle, read_gold
from quotes.folding import fold
from quotes.model import Kind
from quotes.parsing.kinds import Scores
from quotes.parsing.pipeline import decide, find_all
from quotes.parsing.signals import signals

TARGET = Path(__file__).parent.parent / "quotes" / "parsing" / "kind_weights.tsv"
KINDS = list(Kind)
#: how often one text between marks is learnt from: the name of a movement is news, not language
REPEATED = 40
#: into how many parts the articles are divided, each told by what the others teach
PARTS = 5
#: how likely the kind must be that weights tell of an unlabelled quotation, to be learnt from; what it counts
SURE, GUESSED = 0.6, 0.5
#: how often what is told of the unlabelled is learnt from, each time by the weights before
ROUNDS = 2
#: an outlet with fewer quotations is held out together with the others that have so few
FEW = 100


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
            known = signals(decision.scene, decision.link)
            found.append(Example(article.id, article.outlet or "", known, KINDS.index(kind)))
    return found


def guessed(weights: Weights, unlabelled: list[list[str]]) -> list[Example]:
    """Of quotations without label, given by their signals, those whose kind the weights tell."""
    found = []
    for known in unlabelled:
        totals = [sum(column) for column in zip(*(weights[s] for s in known if s in weights), strict=True)]
        powers = [math.exp(total - max(totals)) for total in totals]
        if max(powers) / sum(powers) >= SURE:
            found.append(Example("", "", known, powers.index(max(powers)), GUESSED))
    return found


def signals_in(path: Path) -> list[list[str]]:
    """The signals of every outermost quotation of a file: JSON Lines, each the `text` of an article."""
    with path.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    return [signals(d.scene, d.link) for text in texts for d in decide(text, find_all(text))]


class Told(NamedTuple):
    """How many are told, of so many: kinds right, quotations right, quotations given, quotations there."""

    size: int
    kinds: int
    right: int
    given: int
    there: int

    def __str__(self) -> str:
        """As the training prints it."""
        precision, recall = self.right / self.given, self.right / self.there
        f1 = 2 * self.right / (self.given + self.there)
        return (
            f"kind {self.kinds / self.size:.3f} of {self.size}, "
            f"quotations P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"
        )


def told(weights: Weights, data: list[Example]) -> Told:
    """How well the weights tell the kinds of `data`, each quotation by itself."""
    term = KINDS.index(Kind.TERM)
    kinds = right = given = 0
    for example in data:
        rows = [weights[name] for name in example.signals if name in weights]
        found = KINDS.index(Scores(*map(sum, zip(*rows, strict=True))).kind)
        kinds += found == example.label
        given += found != term
        right += found != term != example.label
    return Told(len(data), kinds, right, given, sum(example.label != term for example in data))


def held_out(task: tuple[list[Example], list[Example]]) -> Told:
    """How well the second part is told by what the first teaches."""
    return told(learn(task[0], len(KINDS)), task[1])


def cross_validate(data: list[Example], group_of: Callable[[Example], str], what: str) -> None:
    """Print how well each group is told by what the others teach, and all of them together."""
    groups: dict[str, list[Example]] = defaultdict(list)
    for example in data:
        groups[group_of(example)].append(example)
    tasks = [([e for g, es in groups.items() if g != name for e in es], groups[name]) for name in groups]
    with ProcessPoolExecutor() as pool:
        results = list(pool.map(held_out, tasks))
    for name, result in zip(groups, results, strict=True):
        print(f"  {name}: {result}")
    print(f"{what} not learnt from: {Told(*map(sum, zip(*results, strict=True)))}", flush=True)


def main() -> None:
    """Cross-validate, then learn from everything and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="do not cross-validate")
    parser.add_argument("--unlabelled", type=Path, help="articles to learn from that nobody has annotated")
    parser.add_argument("gold", type=Path, nargs="+", help="annotated articles")
    given = parser.parse_args()
    met: Counter[str] = Counter()
    data = [e for path in given.gold for article in read_gold(path) for e in examples(article, met)]
    if not given.quick:
        sizes = Counter(e.outlet for e in data)
        cross_validate(data, lambda e: f"part {crc32(e.article.encode()) % PARTS + 1}", "articles")
        cross_validate(data, lambda e: e.outlet if sizes[e.outlet] >= FEW else "others", "outlets")
    weights = learn(data, len(KINDS))
    if given.unlabelled is not None:
        unlabelled = signals_in(given.unlabelled)
        for _ in range(ROUNDS):
            weights = learn(data + guessed(weights, unlabelled), len(KINDS))
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
    main()
