"""A saved web page of any site → its article: the main text without menus, boxes and banners."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from quotes.reading.boilerplate import is_boilerplate
from quotes.reading.drafts import Draft, Input
from quotes.reading.encodings import decode
from quotes.reading.errors import ReadError
from quotes.reading.metadata import metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARED = re.compile(
    rb"""<meta[^>]{1,100}charset\s*=\s*["']?\s*([\w-]{3,20})|<\?xml[^>]{1,100}encoding=["']([\w-]{3,20})""",
    re.IGNORECASE,
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
#: as far as the declaration of the encoding may stand from the beginning, in bytes
_DECLARED_WITHIN = 4096
#: what browsers read for names that mean less
_AS_BROWSERS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
#: elements of the main text, as trafilatura names them, that are a line of their own
_LINES = frozenset({"p", "head", "item", "quote", "ab", "row", "code", "lb", "list", "table", "fw"})
#: what an article has and a menu has not: a line of so many words
_SENTENCE = 6


def read_page(taken: Input) -> Iterator[Draft]:
    """The one article of a page; raises ReadError."""
    try:
        import trafilatura
        from lxml import etree, html
    except ImportError as error:
        problem = f'needs more than is installed ({error.name}); run: pip install "quotes[html]"'
        raise ReadError(taken.name, problem) from None
    page, encoding = _decoded(taken.read_all())
    try:
        tree = html.document_fromstring(_XML_DECLARATION.sub("", page))
        given = metadata(tree)
        _keep_signatures(tree)
        found: Any = trafilatura.bare_extraction(tree, include_comments=False)
        lines = list(_lines(found.body)) if found is not None else []
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise ReadError(taken.name, f"cannot be read as a page ({' '.join(str(error).split())})") from None
    if not any(len(line.split()) >= _SENTENCE for line in lines):
        raise ReadError(taken.name, "holds no article (no text beside menus, banners and links)")
    yield Draft("\n\n".join(lines), given, encoding)


def _decoded(data: bytes) -> tuple[str, str]:
    """The page and its encoding: what it says, unless its bytes are UTF-8 or say otherwise."""
    text, encoding = decode(data)
    if encoding != "cp1252":
        return text, encoding
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    declared = (found[1] or found[2]).decode("ascii").lower() if found else ""
    if not declared or declared in ("utf-8", "utf8"):
        return text, encoding
    return decode(data, _AS_BROWSERS.get(declared, declared))


def _keep_signatures(tree: HtmlElement) -> None:
    """Who is quoted in a block quotation stands in an element that would be taken for a page's foot."""
    for signature in tree.xpath(".//blockquote//footer | .//blockquote//cite"):
        signature.tag = "p"


def _lines(body: Any) -> Iterator[str]:
    """The paragraphs, headings and items of the main text, without the boilerplate left among them."""
    parts: list[str] = []
    for event, text in _walk(body):
        if event == "text":
            parts.append(text)
            continue
        line = " ".join("".join(parts).split())
        parts.clear()
        if line and not is_boilerplate(line):
            yield line


def _walk(element: Any) -> Iterator[tuple[str, str]]:
    """The pieces of text in order, and the places where a line ends."""
    is_line = element.tag in _LINES or element.tag == "body"
    if is_line:
        yield "end", ""
    if element.text:
        yield "text", element.text
    for child in element:
        yield from _walk(child)
        if child.tail:
            yield "text", child.tail
    if is_line:
        yield "end", ""
