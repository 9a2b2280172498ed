"""The parser's score on the quotations that a person decided on."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from quotes.evaluation.calibration import Bin, binned
from quotes.evaluation.report import NO_SOURCE
from quotes.evaluation.tables import Table, cells
from quotes.model import Judged, Kind

BIAS = (
    "A biased sample: review asks about the least certain quotations first, and only about what the parser "
    "found. Where everything has not been reviewed, the parser is better than this on the whole."
)


@dataclasses.dataclass(frozen=True, slots=True)
class Tally:
    """How many of some reviewed quotations the parser has right."""

    reviewed: int
    #: quotation or not, direct or partial, as the person says
    kind: int
    #: the speaker, or that there is none; of what is no quotation, that it is none
    speaker: int
    both: int

    @classmethod
    def of(cls, judged: Iterable[Judged]) -> Tally:
        """The counts over `judged`."""
        rights = [(kind_right(one), speaker_right(one)) for one in judged]
        return cls(
            len(rights),
            sum(kind for kind, _ in rights),
            sum(speaker for _, speaker in rights),
            sum(kind and speaker for kind, speaker in rights),
        )

    def record(self) -> dict[str, Any]:
        """The counts and their shares; no share of nothing."""
        counts = dataclasses.asdict(self)
        shares = {name: self.share(name) for name in ("kind", "speaker", "both")}
        return {**counts, "shares": shares}

    def share(self, name: str) -> float | None:
        """How much of what was reviewed is right: `kind`, `speaker` or `both`."""
        right: int = getattr(self, name)
        return right / self.reviewed if self.reviewed else None


@dataclasses.dataclass(frozen=True)
class ReviewedReport:
    """What decisions say about the parser that read the articles last."""

    judged: Sequence[Judged]

    @cached_property
    def recorded(self) -> list[Judged]:
        """Those of which the parser's opinion was kept."""
        return [one for one in self.judged if one.recorded]

    @cached_property
    def tally(self) -> Tally:
        """All of them together."""
        return Tally.of(self.recorded)

    @property
    def rules(self) -> dict[str, Tally]:
        """Rule → how often it was right; most reviewed first."""
        by_rule: defaultdict[str, list[Judged]] = defaultdict(list)
        for one in self.recorded:
            by_rule[one.rule or NO_SOURCE].append(one)
        return {
            rule: Tally.of(some)
            for rule, some in sorted(by_rule.items(), key=lambda item: (-len(item[1]), item[0]))
        }

    @property
    def calibration(self) -> list[Bin]:
        """How often the parser is right (speaker, on a quotation), by its confidence."""
        claimed = (one for one in self.recorded if _claims(one))
        return binned((one.confidence, one.kind is not None and speaker_right(one)) for one in claimed)

    def summary(self) -> list[str]:
        """The main figures as text, one a line."""
        tally = self.tally
        shown = [f"{tally.reviewed} quotation{'s' if tally.reviewed != 1 else ''} reviewed"]
        if lost := len(self.judged) - tally.reviewed:
            shown[0] += f", {lost} more without a record of what the parser had said (`quotes reparse --all`)"
        if tally.reviewed:
            shown += [
                f"  {name:<8} {tally.share(name):.3f} right ({getattr(tally, name)})"
                for name in ("kind", "speaker", "both")
            ]
        return [*shown, BIAS]

    def tables(self) -> Iterator[Table]:
        """By rule and by confidence."""
        yield Table(
            "By rule: how many right, and the share of kind and speaker right together",
            ("rule", "reviewed", "kind", "speaker", "both", "share"),
            [
                cells(rule, one.reviewed, one.kind, one.speaker, one.both, one.share("both"))
                for rule, one in self.rules.items()
            ],
        )
        yield Table(
            "Confidence: the share right (speaker, on a quotation) should be the mean",
            ("confidence", "reviewed", "mean", "right"),
            [
                cells(f"{one.low:.1f}-{one.high:.1f}", one.count, one.mean_confidence, one.right)
                for one in self.calibration
            ],
        )

    def record(self) -> dict[str, Any]:
        """Every figure as plain values for JSON, not rounded."""
        return {
            **self.tally.record(),
            "unrecorded": len(self.judged) - self.tally.reviewed,
            "biased": BIAS,
            "rules": {rule: tally.record() for rule, tally in self.rules.items()},
            "calibration": [dataclasses.asdict(one) for one in self.calibration],
        }


def kind_right(one: Judged) -> bool:
    """Whether the parser has the kind; nothing found and a term are alike: nobody's words."""
    return _said(one.machine_kind) == _said(one.kind)


def speaker_right(one: Judged) -> bool:
    """Whether the parser has the speaker; of nobody's words, that it makes none of them a quotation."""
    if _said(one.kind) is None or _said(one.machine_kind) is None:
        return kind_right(one)
    return one.same_speaker


def _said(kind: Kind | None) -> Kind | None:
    return None if kind is Kind.TERM else kind


def _claims(one: Judged) -> bool:
    return _said(one.machine_kind) is not None
