"""The paragraph around a span: what a reader needs to judge it."""

from __future__ import annotations

import re

from quotes.model import Span

#: longer paragraphs are cut between sentences, in characters on each side of the span
_FARTHEST = 600
#: where a sentence ends, roughly: enough to cut a text without paragraphs for reading
_END = re.compile(r"[.!?…][\s»”\")]*\s(?=[\w«“\"—–-])")


def paragraph(text: str, span: Span) -> Span:
    """The paragraph of `text` in which `span` stands, or of a very long one the sentences nearby.

    A span that goes over several paragraphs has all of them.
    """
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end
    if span.start - start > _FARTHEST:
        start = _cut(text, span.start - _FARTHEST, span.start, last=False)
    if end - span.end > _FARTHEST:
        end = _cut(text, span.end, span.end + _FARTHEST, last=True)
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _cut(text: str, start: int, end: int, *, last: bool) -> int:
    """Where the first or the last sentence in a stretch ends; without any, its far end."""
    ends = [match.end() for match in _END.finditer(text, start, end)]
    if not ends:
        return end if last else start
    return ends[-1] if last else ends[0]
