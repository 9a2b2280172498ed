"""A quotation as `quotes extract` prints it: the fields of its JSON object, or a block to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import click

from quotes.model import Kind, Quotation
from quotes.parsing.explain import HOW, Explanation

#: how wide the labels of a block are
_LABEL = 10
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def record(article: str, quotation: Quotation) -> dict[str, Any]:
    """The fields of the extraction contract, in its order; `article` is the name it was read under."""
    speaker = quotation.speaker
    fields: dict[str, Any] = {
        "article": article,
        "start": quotation.start,
        "end": quotation.end,
        "text": quotation.text,
        "kind": quotation.kind,
        "speaker": speaker and speaker.name,
        "speaker_kind": speaker and speaker.kind,
        "role": speaker and speaker.role,
        "mention": quotation.mention and quotation.mention.text,
        "cue": quotation.cue and quotation.cue.text,
        "rule": quotation.rule,
        "confidence": round(quotation.confidence, 2),
        "said_on": quotation.said_on,
        "said_when": quotation.said_when and quotation.said_when.text,
    }
    return fields | {"nested": True} if quotation.nested else fields


def explained_record(article: str, explanation: Explanation) -> dict[str, Any]:
    """The fields of `record` and one more, `explain`."""
    told_at = explanation.told_at
    grounds = {
        "looks_for": explanation.looks_for,
        "example": explanation.example,
        "how": explanation.how,
        "forms": explanation.forms,
        "roles": explanation.roles,
        "told_at": told_at and [told_at.start, told_at.end],
        "lost": [
            {"rule": loser.rule, "mention": loser.mention, "speaker": loser.speaker}
            for loser in explanation.losers
        ],
    }
    return record(article, explanation.quotation) | {"explain": grounds}


def explained_block(article: str, explanation: Explanation, *, bold: bool = False) -> str:
    """A few lines to read, one label each, and an empty line behind; `bold` marks where each begins."""
    quotation = explanation.quotation
    where = f"{article} {quotation.start}-{quotation.end}"
    where = click.style(where, bold=True) if bold else where
    lines = [f"{where}  {quotation.kind}, confidence {quotation.confidence:.2f}"]
    if quotation.kind is Kind.TERM:
        lines[0] = f"{where}  {quotation.kind}"
    lines.append(f"  « {_flat(quotation.text)} »")
    lines += [f"  {label:<{_LABEL}}{value}" for label, value in _labelled(explanation)]
    return "\n".join(lines) + "\n\n"


def _labelled(explanation: Explanation) -> Iterator[tuple[str, str]]:
    quotation = explanation.quotation
    if quotation.rule:
        yield "rule", f"{quotation.rule}: {explanation.looks_for}"
        yield "", f"as in: {_flat(explanation.example or '')}"
    if quotation.cue:
        yield "cue", quotation.cue.text
    if quotation.mention:
        yield "mention", _flat(quotation.mention.text)
    yield "speaker", _speaker(explanation)
    if len(explanation.forms) > 1:
        yield "", f"also named: {', '.join(explanation.forms[1:])}"
    if explanation.roles:
        yield "", f"said to be: {'; '.join(explanation.roles)}"
    if quotation.said_on and quotation.said_when:
        when = quotation.said_when
        yield "said on", f"{quotation.said_on} <- {_flat(when.text)} ({when.span.start}-{when.span.end})"
    if explanation.told_at:
        told = explanation.told_at
        yield "told at", f"{told.start}-{told.end} « {_flat(told.text)} »"
    for n, loser in enumerate(explanation.losers):
        by = f" by {_flat(loser.mention)!r}" if loser.mention else ""
        yield "" if n else "lost", f"{loser.speaker} ({loser.rule}{by})"


def _speaker(explanation: Explanation) -> str:
    speaker = explanation.quotation.speaker
    how = f"{explanation.how}: {HOW[explanation.how]}"
    return f"{speaker.name} ({speaker.kind}) <- {how}" if speaker else f"none <- {how}"


def _flat(text: str) -> str:
    """`text` on one line, without the control characters that would drive the terminal."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())
