"""Text → tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.parsing.marks import Marked
from quotes.parsing.words import Lexicon, lexicon

#: kinds of token
WORD, NUMBER, PUNCT, BREAK, CLITIC, QUOTE = range(6)

_KINDS = {"word": WORD, "elision": WORD, "abbr": WORD, "number": NUMBER, "clitic": CLITIC, "break": BREAK}

_TOKEN = re.compile(
    r"""
    (?P<clitic>-(?:t[-’'])?(?:ils?|elles?|on|je|nous|vous|tu|ce)\b)
  | (?P<abbr>(?:MM?|Mgr|Dr|Pr|St|Ste|Mr|Mrs|Ms|Jr|Sr|av|etc|cf|[A-ZÉ])\.(?![A-Za-zÀ-ÿ]{2}))
  | (?P<elision>(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=[«“"\w]|\s?(?:[«“"]|\Z)))
  | (?P<word>@?[^\W\d_]\w*(?:[’'][^\W\d_]+)*
      (?:-(?!(?:t-)?(?:ils?|elles?|on|je|nous|vous|tu|ce)\b)\w+(?:[’'][^\W\d_]+)*)*)
  | (?P<number>\d[\d.,]*\d|\d)
  | (?P<break>\n\s*)
  | (?P<dots>\.{2,}|…)
  | (?P<punct>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Token:
    """A word, mark of punctuation, paragraph break or folded quotation."""

    __slots__ = ("cap", "end", "flags", "inner", "kind", "low", "marked", "start", "text")

    def __init__(self, start: int, end: int, text: str, kind: int, flags: int) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.kind = kind
        self.flags = flags
        self.low = text.lower().replace("’", "'") if kind in (WORD, CLITIC) else text
        self.cap = kind == WORD and (text[0].isupper() or text[0] == "@")
        self.marked: Marked | None = None
        self.inner: list[Token] = []

    def __repr__(self) -> str:
        return f"<{self.text!r}>"


def tokenize(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of `text[start:end]`; spaces are dropped, each line end is one token."""
    words: Lexicon = lexicon()
    flags_of = words.flags_of
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        kind = _KINDS.get(match.lastgroup or "", PUNCT)
        token = Token(match.start(), match.end(), match[0], kind, 0)
        if kind in (WORD, CLITIC):
            token.flags = flags_of(token.low)
        yield token
