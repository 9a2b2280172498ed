"""Scores of subjects: against annotation, or against the section in an article's address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from quotes.evaluation.gold import GoldError, read_records
from quotes.evaluation.scores import Ratios
from quotes.evaluation.tables import Table
from quotes.model import Article
from quotes.topics.assigning import subjects_of
from quotes.topics.sections import sections
from quotes.topics.subjects import subjects


@dataclass(frozen=True, slots=True)
class Case:
    """One article: what it should be about, and what it was found to be about."""

    #: the section that tells, or the first subject annotated
    group: str
    #: codes of top subjects, one of which is enough; annotated: all of them
    wanted: tuple[str, ...]
    annotated: bool
    #: codes of the top subjects found, best first
    found: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How many articles have a subject wanted first, or among the first two."""

    articles: int
    first: int
    first_two: int

    @classmethod
    def of(cls, cases: Sequence[Case]) -> Share:
        """The share of some articles."""
        return cls(
            len(cases),
            sum(not set(case.found[:1]).isdisjoint(case.wanted) for case in cases),
            sum(not set(case.found[:2]).isdisjoint(case.wanted) for case in cases),
        )


@dataclass(frozen=True, slots=True)
class SubjectReport:
    """The figures of some articles."""

    cases: tuple[Case, ...]
    #: articles of the files that neither annotation nor section tells about
    untold: int

    @property
    def groups(self) -> dict[str, Share]:
        """Section (or first annotated subject) → its share, the largest first."""
        names = sorted({case.group for case in self.cases})
        shares = {name: Share.of([case for case in self.cases if case.group == name]) for name in names}
        return dict(sorted(shares.items(), key=lambda item: -item[1].articles))

    @property
    def annotated(self) -> Ratios:
        """Of all subjects found in annotated articles against all annotated ones."""
        cases = [case for case in self.cases if case.annotated]
        right = sum(len(set(case.found) & set(case.wanted)) for case in cases)
        return Ratios.of(
            right, sum(len(case.found) for case in cases), sum(len(case.wanted) for case in cases)
        )

    def summary(self) -> list[str]:
        """The main figures as text, one a line."""
        share = Share.of(self.cases)
        lines = [
            f"{share.articles} articles whose subject is known, {self.untold} others",
            f"  first subject       {_part(share.first, share.articles)}",
            f"  among the first two {_part(share.first_two, share.articles)}",
        ]
        if any(case.annotated for case in self.cases):
            precision, recall, f1 = self.annotated
            lines.append(f"  all subjects        P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
        return lines

    def table(self) -> Table:
        """The shares by section."""
        return Table(
            "By section of the address, or first subject annotated: share of articles that have its subject",
            ("section", "articles", "first", "first two"),
            [
                (
                    name,
                    str(share.articles),
                    _part(share.first, share.articles),
                    _part(share.first_two, share.articles),
                )
                for name, share in self.groups.items()
            ],
        )

    def record(self) -> dict[str, Any]:
        """Every figure as plain values for JSON."""
        share = Share.of(self.cases)
        return {
            "articles": share.articles,
            "untold": self.untold,
            "first": share.first,
            "first_two": share.first_two,
            "all_subjects": self.annotated._asdict(),
            "sections": {
                name: {"articles": one.articles, "first": one.first, "first_two": one.first_two}
                for name, one in self.groups.items()
            },
        }


def evaluate_subjects(paths: Sequence[Path]) -> SubjectReport:
    """Assign subjects to the articles of all `paths` together and compare.

    Raises GoldError when a file is not what it should be, or tells of no article what it is about.
    """
    cases: list[Case] = []
    untold = 0
    for case in _cases(paths):
        if case is None:
            untold += 1
        else:
            cases.append(case)
    if not cases:
        raise GoldError(
            f"{', '.join(map(str, paths))}: no article with subjects, nor with a section in its url; "
            "see corpus/gold.jsonl for annotated articles"
        )
    return SubjectReport(tuple(cases), untold)


def _cases(paths: Iterable[Path]) -> Iterator[Case | None]:
    for where, record in chain.from_iterable(map(read_records, paths)):
        try:
            yield _case(record)
        except ValueError as error:
            raise GoldError(f"{where}: {error}") from error


def _case(record: Any) -> Case | None:
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ValueError("an article is an object with a text")
    annotated = record.get("subjects")
    if annotated is not None:
        wanted = _checked(annotated)
        group = subjects()[wanted[0]].label if wanted else "-"
    else:
        named = [one for one in sections(_text(record.get("url"))) if one.subject]
        if not named:
            return None
        wanted, group = (named[-1].subject or "",), named[-1].label
    # neither address nor declared topics: they would tell what is asked
    found = subjects_of(Article(record["text"], title=_text(record.get("title"))))
    tops = tuple(topic.code for topic in found if topic.code and subjects()[topic.code].broader is None)
    return Case(group, wanted, annotated is not None, tops)


def _checked(annotated: Any) -> tuple[str, ...]:
    tops = [code for code, subject in subjects().items() if subject.broader is None]
    if not isinstance(annotated, list) or any(code not in tops for code in annotated):
        raise ValueError(f"subjects must be a list of codes of top subjects ({tops[0]} … {tops[-1]})")
    return tuple(annotated)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _part(part: int, whole: int) -> str:
    return f"{part / whole:.3f}"
