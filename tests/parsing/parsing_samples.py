"""What the tests of the parser ask of a text."""

from __future__ import annotations

import pytest

from quotes.model import Kind, Quotation
from quotes.parsing import extract


def quotations(text: str) -> list[Quotation]:
    """The quotations of `text` without its terms."""
    return [q for q in extract(text) if q.kind is not Kind.TERM]


def last(text: str) -> Quotation:
    """The last quotation of `text`, terms aside."""
    found = quotations(text)
    assert found, f"only terms, or nothing, in: {text}"
    return found[-1]


def speaker(text: str) -> str | None:
    """Who says the last quotation of `text`."""
    found = last(text).speaker
    return found.name if found else None


def wrong(reason: str) -> pytest.MarkDecorator:
    """Marks what a reader understands and the parser does not yet."""
    return pytest.mark.xfail(strict=True, reason=reason)
