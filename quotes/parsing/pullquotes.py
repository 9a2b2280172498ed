"""Pull quotes without marks: a paragraph to itself, and under it a dash and who said it.

Il faut leur laisser le temps de répondre.

– Léna Morel, maire de Brest
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotes.parsing.marks import Marked
from quotes.parsing.words import TITLE, lexicon

#: a paragraph of one or two sentences, then a short line that a dash opens
_PULLED = re.compile(
    r"^[ \t]*(?P<words>[A-ZÀ-ÖØ-Þ][^\n«»“”\"<>]{14,400}?)[ \t]*\n\s*[–—-][ \t]+(?P<by>[^\n]{3,110})$",
    re.MULTILINE,
)
#: a line that a dash opens, without which there is none
_DASH = re.compile(r"\n\s*[–—-][ \t]")
#: the same behind another: a list
_ITEM = re.compile(r"\s*[–—-][ \t]")
#: what a signature never holds: a name and a colon lead to its words
_ANNOUNCES = re.compile(r"[:«»“”\"<>]")
#: what some newspapers write before the name
_QUOTED = re.compile(r"une citation d(?:e +|['’])", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[^\W\d_][\w'’-]*\.?")


def find_pulled(text: str, marked: Sequence[Marked]) -> list[Marked]:
    """The unmarked pull quotes of `text`, beside those in `marked`, by start offset.

    The line under the words must begin with a known first name or a title, must not end like a
    sentence nor lead to words of its own, and must be no item among others, so that lists and dialogues
    are left alone.
    """
    if _DASH.search(text) is None:
        return []
    found = []
    covered = iter(sorted((m.outer_start, m.outer_end) for m in marked))
    current = next(covered, None)
    for match in _PULLED.finditer(text):
        while current is not None and current[1] <= match.start("words"):
            current = next(covered, None)
        inside = current is not None and current[0] < match.end("words")
        listed = _ITEM.match(text, match.end()) or match["words"].endswith((":", ",", ";"))
        if not inside and not listed and _signature(match["by"]):
            start, end = match.span("words")
            found.append(Marked(start, end, start, end, closed=False))
    return found


def _signature(line: str) -> bool:
    """Whether the line names somebody: *Léna Morel, maire de Brest*, *M. Roche*."""
    quoted = _QUOTED.match(line)
    line = line[quoted.end() :].lstrip() if quoted else line
    first = _FIRST_WORD.match(line)
    if first is None or line.rstrip().endswith((".", "!", "?", ";", ",")) or "@" in line:
        return False
    if _ANNOUNCES.search(line):
        return False
    titled = lexicon().flags.get(first[0].lower(), 0) & TITLE and first[0][0].isupper()
    second = line[first.end() :].lstrip()[:1]
    named = lexicon().first_name_gender(first[0]) is not None and first[0][0].isupper()
    return bool(titled or named) and (second.isupper() or second in (",", ""))
