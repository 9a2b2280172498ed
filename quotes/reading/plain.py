"""Plain text, with or without front matter → one article."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.model import Article
from quotes.reading.dates import infer_date
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
    date = given.date or infer_date(text)
    return Article(
        text=text,
        title=given.title or infer_title(text),
        date=date,
        date_source=None if date is None else "given" if given.date else "text",
        outlet=given.outlet,
        url=given.url,
        author=given.author,
        topics=given.topics,
        source=name,
    )
