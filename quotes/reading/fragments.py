"""HTML inside a field of a record → text, a line a paragraph; text that is not HTML stays as it is."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

_INLINE = "a|abbr|b|br|cite|del|em|font|i|img|ins|mark|q|small|span|strong|sub|sup|u"
_BLOCKS = (
    "address|article|aside|blockquote|body|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|head|header"
    "|hr|html|iframe|li|main|nav|ol|p|pre|section|table|tbody|td|th|thead|tr|ul|video"
)
#: what holds no words of the article
_SKIPPED = "aside|button|figcaption|form|head|iframe|nav|noscript|script|style|svg|template"
_IS_BLOCK = re.compile(_BLOCKS)
_IS_SKIPPED = re.compile(_SKIPPED)
_TAG = re.compile(rf"</?(?:{_INLINE}|{_BLOCKS}|{_SKIPPED})\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8}\d{0,2});")
#: spaces as HTML counts them: the no-break ones are characters
_SPACES = re.compile(r"[ \t\n\f\r]+")
#: `&amp;lt;p&amp;gt;` is HTML that was escaped once too often
_MOST_ESCAPED = 3


def plain_text(text: str) -> tuple[str, bool]:
    """The text without markup, and whether there was any."""
    was_html = False
    for _ in range(_MOST_ESCAPED):
        if _TAG.search(text):
            parser = _Text()
            parser.feed(text)
            parser.close()
            text, was_html = parser.text(), True
        elif _ENTITY.search(text):
            text = html.unescape(text)
        else:
            break
    return text, was_html


class _Text(HTMLParser):
    """Collects the paragraphs of a fragment."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._paragraphs: list[list[str]] = [[]]
        self._skipped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if _IS_SKIPPED.fullmatch(tag):
            self._skipped.append(tag)
        if tag == "q":  # browsers put the marks
            self._paragraphs[-1].append("« ")
        elif tag == "br":
            self._paragraphs[-1].append("\0")
        elif _IS_BLOCK.fullmatch(tag):
            self._paragraphs.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in self._skipped:
            del self._skipped[self._skipped.index(tag) :]
        if tag == "q":
            self._paragraphs[-1].append(" »")
        elif _IS_BLOCK.fullmatch(tag):
            self._paragraphs.append([])

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._paragraphs[-1].append(_SPACES.sub(" ", data.replace("\0", "")))

    def text(self) -> str:
        """The paragraphs, an empty line between them; a line break inside stays one."""
        lines = (_SPACES.sub(" ", "".join(parts)) for parts in self._paragraphs)
        broken = ("\n".join(part.strip(" ") for part in line.split("\0")).strip() for line in lines)
        return "\n\n".join(paragraph for paragraph in broken if paragraph)
