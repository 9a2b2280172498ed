"""Speakers that may be one: proposed with their grounds, never merged."""

from __future__ import annotations

from quotes.duplicates.proposing import Proposal, proposals

__all__ = ["Proposal", "proposals"]
