"""The reader page: articles with their quotations marked, in one HTML file that needs nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from quotes import __version__
from quotes.page.dress import STYLE, Paragraph, Sign, Signs, article_paragraphs, beside, is_doubtful
from quotes.page.marked import neutral
from quotes.page.overview import Overview
from quotes.storage import Evidence, Filter, WholeArticle
from quotes.wording import DATE_FOUND, STATUS, counted, date_in_words

#: an address that a reader may follow; everything else is shown as text
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
#: how what a rule means gives its examples
_FRENCH = re.compile(r"\*([^*]+)\*")
#: as much of a quotation as its note repeats, in characters
_SHORT = 90


@dataclass(frozen=True, slots=True)
class Note:
    """What is known of one quotation, beside its evidence in the text."""

    one: Evidence
    sign: Sign
    #: what its rule looks for, in one sentence
    means: Markup | None

    @property
    def classes(self) -> str:
        """Of `marks.css`."""
        return self.sign.classes + " doubtful" * is_doubtful(self.one)

    @property
    def words(self) -> str:
        """How the quotation begins."""
        text = " ".join(self.one.row.text.split())
        return text if len(text) <= _SHORT else text[:_SHORT].rsplit(" ", 1)[0] + " …"


@dataclass(frozen=True, slots=True)
class Shown:
    """An article as the page shows it."""

    article: WholeArticle
    #: its title, with its quotations marked when the text begins with it
    heading: Markup
    #: whose words stand in the heading
    heading_beside: Markup
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]

    @property
    def link(self) -> str | None:
        """Where the article was published, when that is an address of the web."""
        url = self.article.url
        return url if url and _WEB.match(url) else None

    @property
    def place(self) -> str | None:
        """Where it was read when there is no link: of a file only its name, folders are private."""
        return self.article.url or (self.article.source and re.split(r"[/\\]", self.article.source)[-1])


def reader_page(overview: Overview, articles: Iterable[WholeArticle], wanted: Filter) -> Iterator[str]:
    """The page in pieces, made as `articles` come; `overview` is what a survey of them found."""
    script = _file("reader.js")
    yield from (
        _environment()
        .get_template("reader.html")
        .generate(
            overview=overview,
            asked=asked_in_words(wanted),
            articles=(_shown(article, overview.signs) for article in articles),
            style=Markup(STYLE + _file("reader.css")),  # noqa: S704 - files of this package
            script=Markup(script),  # noqa: S704 - a file of this package
            script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
            version=__version__,
        )
    )


def asked_in_words(wanted: Filter) -> str:
    """The conditions that chose the quotations: *speaker “vasseur”, since March 2022*; empty without any."""
    said = [
        wanted.speaker and f"speaker “{wanted.speaker}”",
        wanted.speaker_id is not None and f"speaker number {wanted.speaker_id}",
        wanted.topics
        and f"topic {(' and ' if wanted.all_topics else ' or ').join(f'“{t}”' for t in wanted.topics)}",
        wanted.outlet and f"outlet “{wanted.outlet}”",
        wanted.kinds and f"kind {' or '.join(wanted.kinds)}",
        wanted.on and f"on {date_in_words(wanted.on)}",
        wanted.since and f"since {date_in_words(wanted.since)}",
        wanted.until and f"until {date_in_words(wanted.until)}",
        wanted.min_confidence is not None and f"confidence {wanted.min_confidence:g} or more",
        wanted.limit is not None and f"at most {counted(wanted.limit, 'quotation')}",
    ]
    return ", ".join(part for part in said if part)


def _shown(article: WholeArticle, signs: Signs) -> Shown:
    paragraphs = list(article_paragraphs(article, signs, linked=True))
    title = " ".join((article.title or "").split())
    first = paragraphs[0] if paragraphs else None
    if title and first and " ".join(first.span.of(article.text).split()) == title:
        heading, aside = first.html, beside(first.speakers)
        del paragraphs[0]
    else:
        heading, aside = escape(neutral(title)), Markup()
    notes = tuple(Note(one, signs.of(one), _meaning(one.row.rule)) for one in article.quotations)
    return Shown(article, heading, aside, tuple(paragraphs), notes)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("quotes.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.filters.update(counted=counted, date=date_in_words, beside=beside)
    environment.globals.update(STATUS=STATUS, DATE_FOUND=DATE_FOUND)
    return environment


def _finalize(value: Any) -> Any:
    """What articles and their metadata say, without characters that no page may hold."""
    return neutral(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _meaning(rule: str | None) -> Markup | None:
    from quotes.parsing.explain import meaning  # the rules cost a tenth of a second

    said = meaning(rule) if rule else None
    if said is None:
        return None
    return Markup(_FRENCH.sub(r'<i lang="fr">\1</i>', escape(said)))  # noqa: S704 - it is escaped


@cache
def _file(name: str) -> str:
    return files("quotes.page").joinpath(name).read_text(encoding="utf-8")
