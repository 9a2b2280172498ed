"""What a web page says of its article: JSON-LD first, then `<meta>`, then what the page shows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from quotes.reading.fields import as_text, as_texts
from quotes.reading.fragments import plain_text
from quotes.reading.frontmatter import FrontMatter
from quotes.reading.record_dates import record_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: the types of schema.org that are articles end so: NewsArticle, ReportageNewsArticle, BlogPosting
_ARTICLES = re.compile(r"(?:Article|Posting|Report|Review)$")
_JSON_DEPTH = 20
#: the comments and CDATA marks that old pages put around scripts
_AROUND_JSON = re.compile(r"^[^{\[]+|[^}\]]+$")
#: elements around the heading that its byline may be in, and how long a byline may be, in characters
_AROUND, _BYLINE = 2, 600
#: `<meta>` names (`name`, `property` or `itemprop`), the surest first; publication, never modification
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date.published",
    "publication_date",
    "publish-date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "cxenseparse:recs:publishtime",
    "sailthru.date",
    "parsely-pub-date",
    "dc.date",
    "dcterms.date",
    "date",
)
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author")
_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_TOPICS = (
    "keywords",
    "news_keywords",
    "article:tag",
    "article:section",
    "og:article:section",
    "parsely-tags",
    "parsely-section",
)


def metadata(tree: HtmlElement) -> FrontMatter:
    """What the page says; None or empty where it says nothing."""
    said = _json_ld(tree)
    metas = _metas(tree)
    topics = [*as_texts(said.get("keywords")), *as_texts(said.get("articleSection"))]
    for name in _TOPICS:
        topics += [topic for content in metas.get(name, ()) for topic in as_texts(content)]
    return FrontMatter(
        title=_first([as_text(said.get("headline")), *_contents(metas, _TITLES), _heading(tree)]),
        date=_date([said.get("datePublished"), *_contents(metas, _DATES), *_times(tree)]),
        outlet=_first([as_text(said.get("publisher")), *_contents(metas, _OUTLETS)], is_name=True),
        url=_url(tree, metas, said),
        author=_first([as_text(said.get("author")), *_contents(metas, _AUTHORS)], is_name=True),
        topics=_once(topics),
    )


def byline(tree: HtmlElement) -> str:
    """What stands around the heading of a page, where dates are shown (*Publié le 3 mars 2021*)."""
    found = ""
    for heading in tree.xpath(".//h1")[:1]:
        for place in [heading, *heading.iterancestors()][: _AROUND + 1]:
            text = "\n".join(part.strip() for part in place.itertext() if part.strip())
            if len(text) > _BYLINE:
                break
            found = text
    return found


def _once(topics: list[str]) -> tuple[str, ...]:
    """Each topic once, in its first spelling."""
    first: dict[str, str] = {}
    for topic in topics:
        first.setdefault(topic.casefold(), topic)
    return tuple(first.values())


def _json_ld(tree: HtmlElement) -> dict[str, Any]:
    """The object that describes the article; empty when there is none."""
    things: list[dict[str, Any]] = []
    for script in tree.xpath(".//script[@type='application/ld+json']"):
        try:
            # line ends inside strings are wrong, and frequent
            data = json.loads(_AROUND_JSON.sub("", script.text or ""), strict=False)
        except (ValueError, RecursionError):
            continue
        things += _things(data, _JSON_DEPTH)
    articles = [thing for thing in things if _is_article(thing)]
    # a page may be all there is, and dated
    return next(chain(articles, (thing for thing in things if "datePublished" in thing)), {})


def _is_article(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    return any(_ARTICLES.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _things(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The objects in lists, in `@graph` and in `mainEntity`."""
    if isinstance(data, list) and depth:
        for one in data:
            yield from _things(one, depth - 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity"):
            if depth and key in data:
                yield from _things(data[key], depth - 1)


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = (meta.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            if content and (name := meta.get(attribute)):
                found.setdefault(name.strip().lower(), []).append(content)
    return found


def _contents(metas: dict[str, list[str]], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from metas.get(name, ())


def _first(values: Iterable[str | None], *, is_name: bool = False) -> str | None:
    """The first value that says something; a name is no address and no handle."""
    for value in values:
        text = " ".join(plain_text(value or "")[0].split())
        if text and not (is_name and text.startswith(("http", "@", "//"))):
            return text
    return None


def _date(values: Iterable[Any]) -> str | None:
    """The first value that is a date: a page whose `<meta>` is wrong may have a right one below."""
    return next((iso for value in values if value and (iso := record_date(value))), None)


def _times(tree: HtmlElement) -> Iterator[str]:
    """`<time>` elements that say they are the publication."""
    for time in tree.xpath(".//time[@pubdate or contains(@itemprop, 'datePublished')]"):
        yield time.get("datetime") or time.text_content()


def _heading(tree: HtmlElement) -> str | None:
    headings = tree.xpath(".//h1")
    if len(headings) == 1:
        text: str = headings[0].text_content()
        return text
    titles = tree.xpath(".//head/title")
    return titles[0].text_content() if titles else None


def _url(tree: HtmlElement, metas: dict[str, list[str]], said: dict[str, Any]) -> str | None:
    """The address the page gives itself; a site's front page is not an article's address."""
    page = said.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    links = tree.xpath(".//link[@rel='canonical']/@href")
    for url in (*links, *_contents(metas, ("og:url",)), page, said.get("url")):
        if not isinstance(url, str):
            continue
        try:
            parts = urlsplit(url.strip())
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and (parts.path.strip("/") or parts.query):
            return url.strip()
    return None
