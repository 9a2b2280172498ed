"""Text that was decoded with the wrong encoding, once or twice: *Ã©* back to *é*, *Â«* back to *«*."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from quotes.reading.frontmatter import FrontMatter

if TYPE_CHECKING:
    import ftfy

#: without one of these there is nothing to repair, and no need to ask: the first characters of what UTF-8
#: becomes in other encodings, control characters of no text, halves of characters
_SUSPECT = re.compile("[\0ÂÃâÅÄÎÐ\u0080-\u009f\ufffd\ud800-\udfff]")
_HALVES = re.compile("[\ud800-\udfff]")


def repair(text: str) -> str:
    """`text` with what a wrong decoding did to it undone, and nothing else: marks, spaces and lines stay."""
    if not _SUSPECT.search(text):
        return text
    # a zero is no character of a text, and SQL takes it for the end of one
    text = text.replace("\0", "")
    import ftfy

    # line by line: one line of a page may be garbled and the next one not
    fixed = "\n".join(
        ftfy.fix_text_segment(line, _only_encodings()) if _SUSPECT.search(line) else line
        for line in text.split("\n")
    )
    return _HALVES.sub("\ufffd", fixed)


def repair_given(given: FrontMatter) -> FrontMatter:
    """What an article says of itself, repaired in the same way."""
    texts = {name: getattr(given, name) for name in ("title", "outlet", "author")}
    fixed = {name: value and repair(value) for name, value in texts.items()}
    return replace(given, **fixed, topics=tuple(map(repair, given.topics)))


@cache
def _only_encodings() -> ftfy.TextFixerConfig:
    import ftfy

    return ftfy.TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        remove_control_chars=False,
        normalization=None,
        explain=False,
    )
