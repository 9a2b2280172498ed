"""Text → quotations: marks, sentences, mentions, entities, attribution, kind. Pure functions."""

from __future__ import annotations

from quotes.parsing.pipeline import VERSION, extract

__all__ = ["VERSION", "extract"]
