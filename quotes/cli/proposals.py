"""Speakers proposed for merging, as blocks to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotes.duplicates import Proposal


def proposal_lines(proposals: Iterable[Proposal]) -> Iterator[str]:
    """For each: the two names with counts, why, what they share, and the command; an empty line between."""
    for number, one in enumerate(proposals):
        if number:
            yield ""
        yield f"{one.name} ({one.quotations}) = {one.into} ({one.into_quotations})?"
        yield f"  {one.why}" + (f"; {one.shared}" if one.shared else "")
        yield f"  {one.command}"
