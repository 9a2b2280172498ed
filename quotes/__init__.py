"""Who said what in French news: quotations, their speakers, and the evidence for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotes.model import Article, Quotation

__version__ = "0.1.0"


def extract(article: str | Article) -> list[Quotation]:
    """The quotations of an article (or of a bare text), in text order, terms included.

    Offsets are character offsets in the article's text. Pure: no file, no database, no clock.
    """
    from quotes.parsing import extract as parse

    return parse(article)
