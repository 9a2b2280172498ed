"""Plain text, with or without front matter → one article."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.dates import publication_date
from quotes.model import Article
from quotes.reading.drafts import Draft, Input
from quotes.reading.encodings import decode
from quotes.reading.errors import ReadError
from quotes.reading.frontmatter import FrontMatter, split_front_matter
from quotes.reading.titles import infer_title


def read_plain(taken: Input) -> Iterator[Draft]:
    """The one article of a text file; raises ReadError."""
    content, encoding = decode(taken.read_all())
    given, text = split_front_matter(taken.name, content)
    if not text.strip():
        raise ReadError(taken.name, "has front matter but no text after it")
    yield Draft(text, given, encoding)


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
