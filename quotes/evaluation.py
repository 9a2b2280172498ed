"""Scores of the parser against annotated articles: detection, speaker, and both together.

Gold format: JSON Lines, one article a line, `{"id", "text", "quotes": [{"start", "end", "kind",
"speakers": [acceptable names, best first], "speaker_type", "nested", …}]}`, offsets in characters.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from quotes.model import Kind, Quotation
from quotes.parsing import extract

#: the overlaps (intersection over union) at which two spans count as the same quotation
STRICT, LOOSE = 0.8, 0.3

_TITLES = (
    "le|la|les|l|un|une|des|du|de|d|au|aux|ce|cet|cette|ces|son|sa|ses|leur|leurs|certains|certaines|"
    "m|mm|mme|mmes|mlle|monsieur|madame|me|dr|docteur|pr|professeur|maitre|sir"
)
_LEAD = re.compile(rf"^(?:(?:{_TITLES})\b\.?['’ ]*)+")
_EMPTY_WORDS = frozenset("le la les l un une des du de d au aux et en a".split())


class GoldError(Exception):
    """The annotated file cannot be used; the message says where and why."""


@dataclass(frozen=True, slots=True)
class GoldQuotation:
    """One annotated stretch between marks."""

    start: int
    end: int
    kind: Kind
    speakers: tuple[str, ...]
    speaker_type: str | None
    nested: bool

    @property
    def counts(self) -> bool:
        """Whether the stretch is a quotation that the scores count."""
        return self.kind is not Kind.TERM and not self.nested


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article."""

    id: str
    outlet: str | None
    text: str
    quotations: tuple[GoldQuotation, ...]


@dataclass(slots=True)
class Score:
    """Counts at one overlap; the ratios follow from them."""

    gold: int = 0
    predicted: int = 0
    matched: int = 0
    #: matched quotations whose speaker is right
    speaker: int = 0
    #: matched quotations told direct or partial as annotated
    kind: int = 0

    @property
    def detection(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of the spans found."""
        return _ratios(self.matched, self.predicted, self.gold)

    @property
    def end_to_end(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of quotations found and rightly attributed."""
        return _ratios(self.speaker, self.predicted, self.gold)

    def add(self, other: Score) -> None:
        """Add the counts of another score."""
        for name in ("gold", "predicted", "matched", "speaker", "kind"):
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass(slots=True)
class Report:
    """The scores of a set of articles."""

    articles: int = 0
    strict: Score = field(default_factory=Score)
    loose: Score = field(default_factory=Score)

    def lines(self) -> list[str]:
        """The report as text, one figure a line."""
        shown = [f"{self.articles} articles, {self.strict.gold} quotations, {self.strict.predicted} found"]
        for title, score in (("overlap ≥ 0.8", self.strict), ("overlap ≥ 0.3", self.loose)):
            matched = score.matched or 1
            shown += [
                f"{title}",
                f"  detection   {_show(score.detection)}",
                f"  speaker     {score.speaker / matched:.3f} of the quotations found",
                f"  kind        {score.kind / matched:.3f} of the quotations found",
                f"  end to end  {_show(score.end_to_end)}",
            ]
        return shown


def _show(ratios: tuple[float, float, float]) -> str:
    precision, recall, f1 = ratios
    return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


def _ratios(right: int, predicted: int, gold: int) -> tuple[float, float, float]:
    precision = right / predicted if predicted else 0.0
    recall = right / gold if gold else 0.0
    both = precision + recall
    return precision, recall, (2 * precision * recall / both if both else 0.0)


def read_gold(path: Path) -> Iterator[GoldArticle]:
    """The annotated articles of a JSON Lines file.

    Raises GoldError, naming file and line, when the file or a line is not what it should be.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _gold_article(line, f"{path}, line {number}")
    except OSError as error:
        raise GoldError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: not UTF-8 text; annotated articles are JSON Lines in UTF-8") from error


def _gold_article(line: str, where: str) -> GoldArticle:
    try:
        record: dict[str, Any] = json.loads(line)
        quotations = tuple(_gold_quotation(quote) for quote in record["quotes"])
        return GoldArticle(str(record["id"]), record.get("outlet"), record["text"], quotations)
    except json.JSONDecodeError as error:
        raise GoldError(f"{where}: not JSON ({error.msg}); one article a line is expected") from error
    except (KeyError, TypeError, ValueError) as error:
        raise GoldError(f"{where}: not an annotated article ({error}); see corpus/gold.jsonl for one") from error


def _gold_quotation(quote: dict[str, Any]) -> GoldQuotation:
    return GoldQuotation(
        quote["start"],
        quote["end"],
        Kind(quote["kind"]),
        tuple(quote["speakers"]),
        quote.get("speaker_type"),
        bool(quote.get("nested")),
    )


def evaluate_file(path: Path) -> Report:
    """Run the parser over the annotated articles of `path` and score it."""
    return evaluate(read_gold(path))


def evaluate(articles: Iterable[GoldArticle]) -> Report:
    """Run the parser over annotated articles and score it."""
    report = Report()
    for article in articles:
        predicted = [q for q in extract(article.text) if q.kind is not Kind.TERM and not q.nested]
        gold = [q for q in article.quotations if q.counts]
        report.articles += 1
        report.strict.add(score(gold, predicted, STRICT))
        report.loose.add(score(gold, predicted, LOOSE))
    return report


def score(gold: Sequence[GoldQuotation], predicted: Sequence[Quotation], overlap: float) -> Score:
    """Compare one article's quotations, matched one to one by falling overlap."""
    result = Score(len(gold), len(predicted))
    for wanted, found in match(gold, predicted, overlap):
        name = found.speaker.name if found.speaker else None
        result.matched += 1
        result.speaker += same_speaker(name, wanted.speakers, wanted.speaker_type)
        result.kind += wanted.kind is found.kind
    return result


def match(
    gold: Sequence[GoldQuotation], predicted: Sequence[Quotation], overlap: float
) -> list[tuple[GoldQuotation, Quotation]]:
    """Pairs of annotated and found quotations, one to one, the best overlap first."""
    pairs = sorted(
        ((_overlap(g, p), gi, pi) for gi, g in enumerate(gold) for pi, p in enumerate(predicted)), reverse=True
    )
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    matched = []
    for value, gi, pi in pairs:
        if value < overlap:
            break
        if gi not in used_gold and pi not in used_predicted:
            used_gold.add(gi)
            used_predicted.add(pi)
            matched.append((gold[gi], predicted[pi]))
    return matched


def _overlap(a: GoldQuotation, b: Quotation) -> float:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared / (max(a.end, b.end) - min(a.start, b.start)) if shared > 0 else 0.0


def same_speaker(predicted: str | None, accepted: Sequence[str], speaker_type: str | None) -> bool:
    """Whether the predicted speaker is one of the accepted ones, as fully named.

    Persons need first and last name where the article gives them; for others half of the content
    words must be shared. Without accepted speaker none must be predicted.
    """
    if not accepted or not predicted:
        return not accepted and not predicted
    return any(_same_name(_words(predicted), _words(name), speaker_type) for name in accepted)


def _same_name(found: list[str], wanted: list[str], speaker_type: str | None) -> bool:
    if not found or not wanted:
        return False
    if found == wanted:
        return True
    a, b = set(found), set(wanted)
    if speaker_type == "person":
        ends = found[-1] == wanted[-1] and found[0] == wanted[0] and (len(found) > 1 or len(wanted) == 1)
        return ends or (b <= a and len(wanted) > 1)
    return len(a & b) / len(a | b) >= 0.5 or (a <= b and len(found) > 1) or b <= a


def _words(name: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", name.replace("’", "'").replace("-", " "))
    plain = "".join(c for c in folded if not unicodedata.combining(c)).lower().strip(" .,;:\"'«»")
    plain = _LEAD.sub("", re.sub(r"\s+", " ", plain)).strip()
    return [word for word in re.findall(r"\w+", plain) if word not in _EMPTY_WORDS]
