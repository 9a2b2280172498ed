"""A speaker's profile, to read or as JSON."""

from __future__ import annotations

import dataclasses
import json
import re
import textwrap
from collections.abc import Iterator, Sequence

from quotes.storage.speaker_rows import Form, Origin, Profile, Usage

_LABEL = 12
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_ORIGINS = {Origin.NAME: "", Origin.ALIAS: "", Origin.MERGED: "merged, "}


def profile_record(profile: Profile) -> str:
    """The profile as one JSON object."""
    return json.dumps(dataclasses.asdict(profile), ensure_ascii=False, indent=2)


def profile_lines(profile: Profile, width: int) -> Iterator[str]:
    """The profile as lines at most `width` wide, a label before each part."""
    articles = f"{profile.articles} article{'' if profile.articles == 1 else 's'}"
    found = f"{profile.quotations} quotation{'' if profile.quotations == 1 else 's'} of {articles}"
    dates = _period(profile.first, profile.last)
    yield f"{_flat(profile.name)} ({profile.kind}, number {profile.id})"
    yield f"{found}, {dates}" if dates else found
    for label, parts in (
        ("names", [_form(form) for form in profile.forms]),
        ("roles", [_dated(role) for role in profile.roles]),
        ("topics", [f"{topic.topic} ({topic.quotations})" for topic in profile.topics]),
        ("cues", [f"{cue.value} ({cue.quotations})" for cue in profile.cues]),
        ("outlets", [f"{outlet.value} ({outlet.quotations})" for outlet in profile.outlets]),
    ):
        # roles are told over time: a line each
        yield from _part(label, parts if label == "roles" else ["; ".join(parts)], width)
    latest = [
        f"{row.date or 'undated'}  « {row.text} »  {row.outlet or ''} (#{row.id})" for row in profile.latest
    ]
    yield from _part("latest", latest, width)


def _part(label: str, lines: Sequence[str], width: int) -> Iterator[str]:
    for number, line in enumerate(lines):
        if line:
            lead = f"{label if number == 0 else '':<{_LABEL}}"
            indent = " " * _LABEL
            yield from textwrap.wrap(
                _flat(line), max(width, 40), initial_indent=lead, subsequent_indent=indent + "  "
            )


def _form(form: Form) -> str:
    if form.origin is Origin.ALIAS:
        return form.form
    return f"{form.form} ({_ORIGINS[form.origin]}{form.quotations})"


def _dated(usage: Usage) -> str:
    return f"{_period(usage.first, usage.last) or 'undated'}  {usage.value} ({usage.quotations})"


def _period(first: str | None, last: str | None) -> str:
    return (first or "") if first == last else f"{first} to {last}"


def _flat(text: str) -> str:
    return " ".join(_UNPRINTABLE.sub(" ", text).split())
