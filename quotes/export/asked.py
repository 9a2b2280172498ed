"""What was asked for, in words, for documents that say what they hold."""

from __future__ import annotations

from dataclasses import fields

from quotes.storage import Filter

_WORDS = {"speaker_id": "number of the speaker", "min_confidence": "least confidence"}


def asked(wanted: Filter) -> str:
    """The conditions of `wanted`: *speaker: vasseur; since: 2022-03*; empty when there are none."""
    conditions = []
    for field in fields(wanted):
        value = getattr(wanted, field.name)
        # the order of an answer is none of its conditions, unless it decides which quotations are in it
        if value == field.default or (field.name == "sort" and wanted.limit is None):
            continue
        shown = ", ".join(value) if isinstance(value, tuple) else str(value)
        conditions.append(f"{_WORDS.get(field.name, field.name.replace('_', ' '))}: {shown}")
    return "; ".join(conditions)
