"""Plain text, with or without front matter → one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from quotes.dates import publication_date
from quotes.model import Article
from quotes.reading.errors import ReadError
from quotes.reading.frontmatter import FrontMatter, split_front_matter
from quotes.reading.titles import infer_title


def read_plain(name: str, file: BinaryIO) -> Iterator[Article]:
    """The one article of a UTF-8 text file; raises ReadError."""
    content = decode(name, file.read())
    if not content.strip():
        raise ReadError(name, "is empty")
    given, text = split_front_matter(name, content)
    if not text.strip():
        raise ReadError(name, "has front matter but no text after it")
    yield to_article(name, given, text)


def decode(name: str, data: bytes) -> str:
    """`data` as text, line ends normalised, without byte order mark."""
    if b"\0" in data:
        raise ReadError(name, "is not a UTF-8 text file (it holds zero bytes)")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = f"is not UTF-8 (byte 0x{data[error.start]:02x}); convert it: iconv -f WINDOWS-1252 -t UTF-8"
        raise ReadError(name, problem, line) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def to_article(name: str, given: FrontMatter, text: str) -> Article:
    """The article, with what is not given inferred from the text where it can be."""
    date, date_source = publication_date(text, given.url, given.date)
    return Article(
        text=text,
        title=given.title or infer_title(text),
        date=date,
        date_source=date_source,
        outlet=given.outlet,
        url=given.url,
        author=given.author,
        topics=given.topics,
        source=name,
    )
