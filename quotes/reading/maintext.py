"""The main text of a web page: trafilatura finds it; what it loses or keeps wrongly is mended."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any

import trafilatura
from trafilatura.settings import use_config

from quotes.boilerplate import is_boilerplate

# without a handler of its own, what it says of odd pages would be printed among our messages
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

if TYPE_CHECKING:
    from configparser import ConfigParser

    from lxml.html import HtmlElement

#: elements of the main text, as trafilatura names them, that are a line of their own
_LINES = frozenset({"body", "p", "head", "item", "quote", "ab", "row", "code", "lb", "list", "table", "fw"})
#: what an article has and a menu has not: a line of so many words
_SENTENCE = 6
#: how sites name the class of the paragraph under the heading, how long it is at most, and in how many of
#: the elements around the heading it is looked for
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:chap[oôe]|chapeau|standfirst|desc|lead|lede|intro|accroche|excerpt)(?:$|[\s_-])",
    re.IGNORECASE,
)
_PARAGRAPH, _AROUND = 150, 3


def main_text(tree: HtmlElement) -> list[str]:
    """The paragraphs, headings and items of the article of a page; empty when it has none."""
    _prepare(tree)
    headings = {" ".join(heading.text_content().split()) for heading in tree.xpath(".//h1")}
    standfirst = _standfirst(tree)
    found: Any = trafilatura.bare_extraction(deepcopy(tree), include_comments=False, config=_even_if_short())
    lines = _kept(_lines(found.body)) if found is not None else []
    if not lines:
        # whatever text there is outside menus, should the page be built in no usual way
        found = trafilatura.bare_extraction(tree, include_comments=False)
        lines = _kept((found.text or "").split("\n")) if found is not None else []
    if lines and standfirst and not _holds(lines, standfirst):
        lines.insert(1 if lines[0] in headings else 0, standfirst)
    return lines


def _holds(lines: list[str], standfirst: str) -> bool:
    """Whether the standfirst is among the lines, whole or in parts."""
    return any(
        standfirst in line or (line in standfirst and len(line.split()) >= _SENTENCE) for line in lines
    )


def _standfirst(tree: HtmlElement) -> str | None:
    """The paragraph under the heading, which many sites keep outside what looks like the article's body."""
    for heading in tree.xpath(".//h1")[:1]:
        for place in list(heading.iterancestors("header", "article", "main", "section", "div"))[:_AROUND]:
            for block in place.iter("p", "div", "h2", "strong"):
                if _STANDFIRST.search(block.get("class", "")):
                    text = " ".join(block.text_content().split())
                    is_one = _SENTENCE <= len(text.split()) <= _PARAGRAPH
                    return text if is_one and not is_boilerplate(text) else None
    return None


@cache
def _even_if_short() -> ConfigParser:
    """Settings under which a short article is not given up for all the text of the page."""
    settings = use_config()
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    return settings


def _kept(lines: Iterator[str] | list[str]) -> list[str]:
    """The lines without boilerplate, if one of them is long enough to be of an article."""
    kept = [line for line in lines if line and not is_boilerplate(line)]
    return kept if any(len(line.split()) >= _SENTENCE for line in kept) else []


def _prepare(tree: HtmlElement) -> None:
    """Save from trafilatura what it would lose, and take from it what it would keep."""
    # who is quoted in a block quotation stands in what would be taken for the foot of a page
    for signature in tree.xpath(".//blockquote//footer | .//blockquote//cite"):
        signature.tag = "p"
    # an article's own head has its standfirst; a page's has menus
    for head in tree.xpath(".//article//header[.//h1] | .//main//header[.//h1]"):
        head.tag = "div"
    for quotation in tree.xpath(".//q"):  # browsers put the marks
        quotation.tag = "span"
        quotation.text = "« " + (quotation.text or "")
        if len(quotation):
            quotation[-1].tail = (quotation[-1].tail or "") + " »"
        else:
            quotation.text += " »"
    # headings, items and paragraphs that are nothing but a link lead to other articles
    for block in tree.xpath(".//li | .//h2 | .//h3 | .//h4 | .//h5 | .//p"):
        linked = "".join(link.text_content() for link in block.iter("a"))
        if linked and linked.split() == block.text_content().split():
            block.drop_tree()


def _lines(body: Any) -> Iterator[str]:
    parts: list[str] = []
    for piece in _pieces(body):
        if piece is not None:
            parts.append(piece)
            continue
        yield " ".join("".join(parts).split())
        parts.clear()


def _pieces(element: Any) -> Iterator[str | None]:
    """The pieces of text in order; None where a line ends."""
    is_line = element.tag in _LINES
    if is_line:
        yield None
    if element.text:
        yield element.text
    for child in element:
        yield from _pieces(child)
        if child.tail:
            yield child.tail
    if is_line:
        yield None
