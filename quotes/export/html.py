"""HTML: the reader page, one file to open in a browser, to print, or to hand on."""

from __future__ import annotations

from typing import BinaryIO

from quotes.page.overview import survey
from quotes.page.reader import reader_page
from quotes.storage import Database, Filter


def write(database: Database, wanted: Filter, to: BinaryIO) -> None:
    """The articles with the quotations wanted; UTF-8.

    The articles are read twice, and one at a time: who speaks how often stands before the first.
    """
    overview = survey(database.whole_articles(wanted))
    for piece in reader_page(overview, database.whole_articles(wanted), wanted):
        to.write(piece.encode("utf-8"))
