"""Hashtags at the end of an article: a last line made of nothing but *#mots*."""

from __future__ import annotations

import re

from quotes.folding import fold

#: one hashtag: at least one letter, so that *#4* numbers and does not classify
_HASHTAG = re.compile(r"#(\w*[^\W\d_][\w-]*)")
_SEPARATORS = " \t\u00a0\u202f,;"
#: sites that tag by machine cut their titles into words; these, folded, say nothing
_GRAMMAR = """
    a ai au aux avec ce ces cet cette comme contre dans de des du elle elles en entre est et
    il ils je la le les leur leurs mais ne nos notre nous on ont ou par pas plus pour que qui
    sa sans se selon ses son sont sous sur un une vers vos votre vous y
"""
_STOP_WORDS = frozenset(_GRAMMAR.split())


def closing_hashtags(text: str) -> tuple[str, ...]:
    """The words of the hashtags on the closing lines of `text`, in order, stop words left out."""
    closing: list[list[str]] = []
    for line in reversed(text.rstrip().split("\n")):
        words = _hashtags(line)
        if not words:
            break
        closing.append(words)
    return tuple(word for words in reversed(closing) for word in words if fold(word) not in _STOP_WORDS)


def _hashtags(line: str) -> list[str]:
    """The hashtags of a line that holds only hashtags; otherwise none."""
    only_hashtags = not _HASHTAG.sub("", line).strip(_SEPARATORS)
    return _HASHTAG.findall(line) if only_hashtags else []
