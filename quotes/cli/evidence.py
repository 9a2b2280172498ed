"""One quotation with all that is known of it: what `quotes show` prints, and its JSON object."""

from __future__ import annotations

import dataclasses
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from quotes.cli.harmless import neutral
from quotes.cli.passage import legend, render, role_marks
from quotes.model import Kind, Span
from quotes.paragraphs import paragraph
from quotes.storage import Evidence, Printing, WholeArticle
from quotes.wording import DATE_FOUND, STATUS

#: how many other printings are listed
_MOST = 10
#: how wide the labels are
_LABEL = 11


def evidence_block(
    one: Evidence,
    article: WholeArticle,
    printings: Sequence[Printing],
    *,
    colours: bool,
    width: int | None = None,
) -> str:
    """The quotation in its paragraph, and a line for each thing known; ends with a line feed."""
    marks = role_marks(quotation=one.span, cue=one.cue, mention=one.mention, time=one.when)
    lines = [_headline(one), ""]
    shown: list[Span] = []
    for mark in sorted(marks, key=lambda mark: mark.span):
        around = paragraph(article.text, mark.span)
        if not any(known.start <= mark.span.start and mark.span.end <= known.end for known in shown):
            if shown:
                lines.append("  […]")
            passage = render(article.text, marks, colours=colours, within=around, width=width, indent="  ")
            lines.append(passage)
            shown.append(around)
    if colours:
        lines += ["", "  " + legend(marks, colours=True)]
    lines.append("")
    lines += [_line(label, value, width) for label, value in _labelled(one, article)]
    lines += _elsewhere(article, printings)
    return "\n".join(lines) + "\n"


def evidence_object(one: Evidence, article: WholeArticle, printings: Sequence[Printing]) -> dict[str, Any]:
    """The columns of `quotes list`, and beside them where the parts stand, the paragraph, the printings."""
    around = paragraph(article.text, one.span)
    return {
        **dataclasses.asdict(one.row),
        "said_on": one.said_on,
        "said_when": one.said_when,
        "published": article.date,
        "date_source": "said_when" if one.said_on else article.date_source,
        "rule_means": _rule_means(one.row.rule),
        "paragraph": {"start": around.start, "end": around.end, "text": around.of(article.text)},
        "spans": {
            name: span and [span.start, span.end]
            for name, span in (("cue", one.cue), ("mention", one.mention), ("said_when", one.when))
        },
        "elsewhere": [dataclasses.asdict(printing) for printing in printings],
    }


def _headline(one: Evidence) -> str:
    return f"quotation {one.row.id}: {one.row.kind}, {STATUS[one.row.status]}"


def _line(label: str, value: str, width: int | None) -> str:
    """A label and its value, over several lines when there is a width to keep."""
    shown = f"{label:<{_LABEL}}{neutral(value)}"
    if width is None:
        return shown
    indent = " " * _LABEL
    return textwrap.fill(
        shown, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _labelled(one: Evidence, article: WholeArticle) -> Iterator[tuple[str, str]]:
    row = one.row
    if row.kind is not Kind.TERM:
        yield "speaker", _speaker(one)
        yield "confidence", f"{row.confidence:.2f}"
    if row.rule:
        means = _rule_means(row.rule)
        yield "rule", f"{row.rule}: {means}" if means else row.rule
    yield "date", _date(one, article)
    yield "article", f"{article.id}: {' '.join((article.title or 'without title').split())}"
    if article.outlet:
        yield "outlet", article.outlet
    if article.url:
        yield "url", article.url
    elif article.source:
        yield "file", article.source
    if row.topics:
        yield "topics", row.topics


def _speaker(one: Evidence) -> str:
    row = one.row
    if row.speaker is None:
        return "the article does not tell"
    return f"{row.speaker} ({row.speaker_kind}){f', {row.role}' if row.role else ''}"


def _date(one: Evidence, article: WholeArticle) -> str:
    published = "the article is not dated"
    if article.date:
        how = DATE_FOUND.get(article.date_source or "")
        published = f"published {article.date}{f', {how}' if how else ''}"
    if one.said_on:
        words = f" («{one.said_when}»)" if one.said_when else ""
        return f"said {one.said_on}{words}; {published}"
    return published


def _elsewhere(article: WholeArticle, printings: Sequence[Printing]) -> Iterator[str]:
    if not printings:
        return
    yield ""
    yield f"Printed in {len(printings)} other place{'s' if len(printings) > 1 else ''}:"
    for one in printings[:_MOST]:
        text = "the same words" if one.same else f"«{' '.join(one.text.split())}»"
        by = f" by {one.speaker}" if one.speaker else ""
        line = f"{one.published or 'undated':<10}  {one.outlet or 'unknown outlet'}, quotation {one.id}{by}"
        yield f"  {neutral(line)}: {neutral(text)}"
    if len(printings) > _MOST:
        yield f"  and {len(printings) - _MOST} later ones; --format json has them all"
    dated = [(one.published, one.outlet) for one in printings if one.published]
    if article.date and dated:
        when, outlet = min([(article.date, article.outlet), *dated], key=lambda pair: pair[0] or "")
        yield f"First printed here on {when} by {neutral(outlet or 'an unknown outlet')}."


def _rule_means(name: str | None) -> str | None:
    """What a rule looks for, in one line; None for a name that no present rule has."""
    from quotes.parsing.explain import meaning  # the rules cost a tenth of a second

    return meaning(name) if name else None
