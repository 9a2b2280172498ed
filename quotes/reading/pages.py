"""A saved web page of any site → its article: the main text without menus, boxes and banners."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.dates import infer_date
from quotes.reading.drafts import Draft, Input
from quotes.reading.encodings import decode
from quotes.reading.errors import ReadError
from quotes.reading.metadata import byline, metadata

_DECLARED = re.compile(
    rb"""<meta[^>]{1,100}charset\s*=\s*["']?\s*([\w-]{3,20})|<\?xml[^>]{1,100}encoding=["']([\w-]{3,20})""",
    re.IGNORECASE,
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
#: as far as the declaration of the encoding may stand from the beginning, in bytes
_DECLARED_WITHIN = 4096
#: what browsers read for names that mean less
_AS_BROWSERS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}


def read_page(taken: Input) -> Iterator[Draft]:
    """The one article of a page; raises ReadError."""
    try:
        from lxml import etree, html

        from quotes.reading.maintext import main_text
    except ImportError:
        problem = 'web pages need more than is installed; run: pip install "quotes[html]"'
        raise ReadError(taken.name, problem) from None
    page, encoding = _decoded(taken.read_all())
    try:
        tree = html.document_fromstring(_XML_DECLARATION.sub("", page))
        given = metadata(tree)
        shown = infer_date(byline(tree))
        lines = main_text(tree)
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise ReadError(taken.name, f"cannot be read as a page ({' '.join(str(error).split())})") from None
    if not lines:
        raise ReadError(taken.name, "holds no article (no text beside menus, banners and links)")
    yield Draft("\n\n".join(lines), given, encoding, shown_date=shown)


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
