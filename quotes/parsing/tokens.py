"""Text → tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from quotes.lexicon import words
from quotes.parsing.marks import Marked
from quotes.parsing.words import FINITE, lexicon

#: kinds of token
WORD, NUMBER, PUNCT, BREAK, CLITIC, QUOTE = range(6)

# Each token with the spaces after it, so that the pieces of a text follow one another without gaps.
# The first line is most of the tokens: a word that no dot, apostrophe or hyphen follows.
_PIECE = re.compile(
    r"""
    (?: [^\W\d_]\w*+(?![.'’-])
      | -(?i:(?:t[-’'])?(?:ils?|elles?|on|je|nous|vous|tu|ce)\b)
      | (?:ABBREVIATION|[^\W\d_]\.)(?![^\W\d_]{2})
      | (?i:(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=[«“"\w]|\s?(?:[«“"]|\Z)))
      | [@\#]?[^\W\d_]\w*(?:[’'][^\W\d_]+)*
        (?:-(?!(?i:(?:t-)?(?:ils?|elles?|on|je|nous|vous|tu|ce)\b))\w+(?:[’'][^\W\d_]+)*)*
      | \d[\d.,]*\d|\d
      | \n\s*
      | \.{2,}|…
      | \S
    )
    [^\S\n]*+
    """.replace("ABBREVIATION", "|".join(map(re.escape, sorted(words("abbreviations.txt"), reverse=True)))),
    re.VERBOSE,
)
_SPACES = re.compile(r"[^\S\n]*")


class Token:
    """A word, mark of punctuation, paragraph break or folded quotation."""

    __slots__ = ("cap", "end", "flags", "kind", "low", "start", "text")

    #: what a folded quotation holds, see `Quote`
    marked: Marked | None = None
    inner: Sequence[Token] = ()

    def __init__(self, start: int, end: int, text: str, kind: int, flags: int, low: str, cap: bool) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.kind = kind
        self.flags = flags
        #: in lower case with a straight apostrophe, when it is a word
        self.low = low
        #: it begins with a capital, or with the at sign of a user's name
        self.cap = cap

    def __repr__(self) -> str:
        return f"<{self.text!r}>"


class Quote(Token):
    """A marked stretch, or the part of one that an incise leaves, folded into one token."""

    __slots__ = ("inner", "marked")

    def __init__(self, start: int, end: int, marked: Marked | None = None) -> None:
        super().__init__(start, end, "«»", QUOTE, 0, "«»", False)
        self.marked = marked
        self.inner = ()


def tokenize(article: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `article[start:end]`; spaces are dropped, each line end is one token."""
    end = len(article) if end is None else end
    spaces = _SPACES.match(article, start, end)
    at = spaces.end() if spaces else start
    found: list[Token] = []
    # findall and a memory of spellings: three times as fast as a match object for each token
    pieces = map(_piece, _PIECE.findall(article, at, end))
    for length, shown, text, kind, flags, low, cap in pieces:
        found.append(Token(at, at + shown, text, kind, flags, low, cap))
        at += length
    return found


#: endings that only verbs of the third person have
_FINITE_ENDINGS = ("era", "eront", "ira", "iront", "aient", "èrent", "irent", "urent")


@lru_cache(maxsize=1 << 16)
def _piece(written: str) -> tuple[int, int, str, int, int, str, bool]:
    """What is the same for every token of one spelling: two lengths, with and without spaces; its fields."""
    kind = _kind(written)
    text = written if kind == BREAK else written.rstrip()
    low = text.lower().replace("’", "'") if kind in (WORD, CLITIC) else text
    flags = lexicon().flags_of(low) if kind in (WORD, CLITIC) else 0
    cap = kind == WORD and (text[0].isupper() or text[0] == "@")
    if not flags and kind == WORD and not cap and text.endswith(_FINITE_ENDINGS):
        flags = FINITE  # a verb that no list holds
    return len(written), len(text), text, kind, flags, low, cap


def _kind(written: str) -> int:
    """The kind of a token, which its first character tells; a sign that holds more is no sign."""
    first, more = written[0], len(written.rstrip()) > 1
    if first == "\n":
        return BREAK
    if first.isdecimal():
        return NUMBER
    if first.isalnum() or (first in "@#" and more):
        return WORD
    return CLITIC if first == "-" and more else PUNCT
