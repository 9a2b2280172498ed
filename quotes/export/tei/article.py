"""One article: a header with what is known of it, and its text with the quotations marked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from quotes.export.tei.markup import Paragraph, paragraphs
from quotes.export.tei.xml import Xml
from quotes.model import Span
from quotes.storage import WholeArticle
from quotes.storage.filters import first_day

_NOTHING = WholeArticle(
    id=0,
    text="",
    title="No quotation was found",
    author=None,
    outlet=None,
    date=None,
    date_source=None,
    url=None,
    source=None,
    topics=(),
    quotations=(),
)


class _Open(NamedTuple):
    """An element that has begun, and where it ends."""

    end: int
    name: str


def write_articles(xml: Xml, articles: Iterable[WholeArticle], known: frozenset[str]) -> None:
    """The articles, one after the other; a corpus may not be empty, so that none is an empty one."""
    article = None
    for article in articles:
        write_article(xml, article, known)
    if article is None:
        write_article(xml, _NOTHING, known)


def write_article(xml: Xml, article: WholeArticle, known: frozenset[str]) -> None:
    """The article as a `TEI`; its quotations point only at what is `known`, which is declared before."""
    with xml.block("TEI", {"xml:id": f"a{article.id}", "xml:lang": "fr"}):
        with xml.block("teiHeader"):
            _write_file(xml, article)
            _write_topics(xml, article.topics)
        with xml.block("text"), xml.block("body"):
            for paragraph in paragraphs(article, known) or [Paragraph(Span(0, 0), [])]:
                _write_paragraph(xml, article.text, paragraph)


def is_date(when: str | None) -> bool:
    """Whether a year, month or day is one of the calendar."""
    try:
        return when is not None and bool(date.fromisoformat(first_day(when)))
    except ValueError:
        return False


def _write_file(xml: Xml, article: WholeArticle) -> None:
    with xml.block("fileDesc"):
        with xml.block("titleStmt"):
            xml.line("title", article.title or f"Article {article.id}")
            xml.line("author", article.author)
        with xml.block("publicationStmt"):
            xml.line("p", "Not published apart from the corpus.", {"xml:lang": "en"})
        with xml.block("sourceDesc"), xml.block("bibl"):
            xml.line("title", article.title, {"level": "a"})
            xml.line("author", article.author)
            xml.line("publisher", article.outlet)
            xml.line("date", article.date, {"when": article.date if is_date(article.date) else None})
            xml.line("idno", article.url, {"type": "URL"})


def _write_topics(xml: Xml, topics: tuple[str, ...]) -> None:
    if topics:
        with xml.block("profileDesc"), xml.block("textClass"), xml.block("keywords"):
            for topic in topics:
                xml.line("term", topic)


def _write_paragraph(xml: Xml, text: str, paragraph: Paragraph) -> None:
    position = paragraph.span.start
    open_: list[_Open] = []

    def until(end: int) -> None:
        nonlocal position
        xml.text(text[position:end])
        position = end

    def close_before(start: int) -> None:
        while open_ and open_[-1].end <= start:
            until(open_[-1].end)
            xml.close(open_.pop().name)

    with xml.paragraph("p"):
        for part in paragraph.parts:
            close_before(part.span.start)
            until(part.span.start)
            xml.open(part.name, part.attributes)
            open_.append(_Open(part.span.end, part.name))
        close_before(paragraph.span.end)
        until(paragraph.span.end)
