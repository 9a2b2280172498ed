"""A quotation as `quotes extract` prints it."""

from __future__ import annotations

from typing import Any

from quotes.model import Quotation


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
    }
    return fields | {"nested": True} if quotation.nested else fields
