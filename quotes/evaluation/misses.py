"""What went wrong, quotation by quotation, in its context."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from quotes.evaluation.comparing import Comparison, Outcome
from quotes.evaluation.gold import UNKNOWN, GoldArticle, GoldQuotation
from quotes.evaluation.matching import overlap
from quotes.model import Cue, Kind, Mention, Quotation

#: characters of the article shown on either side
CONTEXT = 160
_PARAGRAPH = re.compile(r"\s*\n\s*")
_UNPRINTABLE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class MissKind(StrEnum):
    """What can go wrong with a quotation."""

    #: annotated, not found
    MISSED = "missed"
    #: found, not annotated
    SPURIOUS = "spurious"
    #: found, wrong speaker
    SPEAKER = "speaker"
    #: found, direct and partial confused
    KIND = "kind"


#: the misses that lower the end-to-end score
COSTLY = (MissKind.MISSED, MissKind.SPURIOUS, MissKind.SPEAKER)


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that went wrong.

    Of a missed quotation, `found` is what the parser made of that place: a term, a span too short or
    too long, or None; of a spurious one, `wanted` is what the annotation has there, if anything.
    """

    what: MissKind
    article: GoldArticle
    wanted: GoldQuotation | None
    found: Quotation | None

    @property
    def span(self) -> tuple[int, int]:
        """The place to show: what is annotated, or else what was found for nothing."""
        shown = self.found if self.what is MissKind.SPURIOUS else self.wanted
        return (shown.start, shown.end) if shown else (0, 0)

    def lines(self) -> list[str]:
        """The miss as a block of text: what and where, both sides, the context on one line."""
        start, end = self.span
        outlet = f" ({self.article.outlet})" if self.article.outlet else ""
        context = f"{self._before()}【{self.article.text[start:end]}】{self._after()}"
        return [
            f"{self.what}  {_line(self.article.id)}{_line(outlet)}  {start}-{end}",
            f"  gold       {_gold_line(self.wanted)}",
            f"  predicted  {_found_line(self.found, self.wanted)}",
            f"  {_line(context).strip()}",
        ]

    def record(self) -> dict[str, Any]:
        """The miss as plain values for JSON."""
        start, end = self.span
        return {
            "what": self.what,
            "article": self.article.id,
            "outlet": self.article.outlet,
            "start": start,
            "end": end,
            "before": self._before(),
            "text": self.article.text[start:end],
            "after": self._after(),
            "gold": _gold_record(self.wanted),
            "predicted": _found_record(self.found),
        }

    def _before(self) -> str:
        start, _ = self.span
        return ("…" if start > CONTEXT else "") + self.article.text[max(0, start - CONTEXT) : start]

    def _after(self) -> str:
        _, end = self.span
        cut = end + CONTEXT < len(self.article.text)
        return self.article.text[end : end + CONTEXT] + ("…" if cut else "")


def misses_of(comparisons: Iterable[Comparison], only: Iterable[MissKind] = ()) -> Iterator[Miss]:
    """What went wrong in each article at the strict overlap, in text order.

    `only` says which sorts of misses; by default those that lower the end-to-end score.
    """
    kinds = frozenset(only) or frozenset(COSTLY)
    for comparison in comparisons:
        misses = (miss for outcome in comparison.strict for miss in _misses(comparison, outcome))
        yield from sorted((miss for miss in misses if miss.what in kinds), key=lambda miss: miss.span)


def _misses(comparison: Comparison, outcome: Outcome) -> Iterator[Miss]:
    article, wanted, found = comparison.article, outcome.wanted, outcome.found
    if wanted is not None and found is not None:
        if not outcome.speaker:
            yield Miss(MissKind.SPEAKER, article, wanted, found)
        if not outcome.kind:
            yield Miss(MissKind.KIND, article, wanted, found)
    elif wanted is not None:
        there = max(comparison.predicted, key=lambda q: overlap(wanted, q), default=None)
        yield Miss(MissKind.MISSED, article, wanted, there if there and overlap(wanted, there) else None)
    elif found is not None:
        gold = max(article.quotations, key=lambda q: overlap(q, found), default=None)
        yield Miss(MissKind.SPURIOUS, article, gold if gold and overlap(gold, found) else None, found)


def _gold_line(wanted: GoldQuotation | None) -> str:
    if wanted is None:
        return "nothing"
    shown = [_kind(wanted)]
    if wanted.kind is not Kind.TERM:
        shown.append(f"{' | '.join(wanted.speakers) or 'no speaker'} ({wanted.speaker_type or UNKNOWN})")
        shown += _labelled(mention=wanted.mention, cue=wanted.cue)
    return _line("; ".join(shown))


def _found_line(found: Quotation | None, wanted: GoldQuotation | None) -> str:
    if found is None:
        return "nothing"
    shown = [_kind(found)]
    if found.kind is not Kind.TERM:
        shown.append(f"{found.speaker.name} ({found.speaker.kind})" if found.speaker else "no speaker")
        shown += _labelled(mention=_words(found.mention), cue=_words(found.cue), rule=found.rule)
        shown.append(f"confidence: {found.confidence:.2f}")
    if wanted is not None and (wanted.start, wanted.end) != (found.start, found.end):
        shown.append(f"span: {found.start}-{found.end}, annotated {wanted.start}-{wanted.end}")
    return _line("; ".join(shown))


def _gold_record(wanted: GoldQuotation | None) -> dict[str, Any] | None:
    if wanted is None:
        return None
    return {
        "start": wanted.start,
        "end": wanted.end,
        "kind": wanted.kind,
        "nested": wanted.nested,
        "speakers": list(wanted.speakers),
        "speaker_type": wanted.speaker_type,
        "mention": wanted.mention,
        "cue": wanted.cue,
    }


def _found_record(found: Quotation | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "start": found.start,
        "end": found.end,
        "kind": found.kind,
        "nested": found.nested,
        "speaker": found.speaker and found.speaker.name,
        "speaker_kind": found.speaker and found.speaker.kind,
        "mention": _words(found.mention),
        "cue": _words(found.cue),
        "rule": found.rule,
        "confidence": found.confidence,
    }


def _kind(quotation: GoldQuotation | Quotation) -> str:
    return f"{quotation.kind}, nested" if quotation.nested else str(quotation.kind)


def _words(evidence: Mention | Cue | None) -> str | None:
    return evidence.text if evidence else None


def _labelled(**values: str | None) -> list[str]:
    return [f"{name}: {value or '-'}" for name, value in values.items()]


def _line(text: str) -> str:
    """`text` on one line: paragraph ends as ¶, no control character that would drive the terminal."""
    return _UNPRINTABLE.sub(" ", _PARAGRAPH.sub(" ¶ ", text))
