"""Text → tokens."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from itertools import accumulate, chain
from operator import attrgetter, or_

from quotes.lexicon import rows, words
from quotes.memory import Memory
from quotes.parsing import words as w
from quotes.parsing.marks import Marked
from quotes.parsing.pronoun_words import PRONOUN_WORDS
from quotes.parsing.words import lexicon

#: kinds of token
WORD, NUMBER, PUNCT, BREAK, CLITIC, QUOTE = range(6)
OPEN_BRACKETS, CLOSE_BRACKETS = frozenset({"(", "["}), frozenset({")", "]"})
DASHES = frozenset({"-", "–", "—"})
_OPENING_KINDS = frozenset({NUMBER, QUOTE, CLITIC})
_SIGNS = frozenset({PUNCT, QUOTE, BREAK})
_STOPPING_KINDS = frozenset({QUOTE, BREAK})
_STOPS = frozenset(".!?…-–—|")
_SUBJECTS = w.SUBJECT | w.DEM
#: classes of the words in lower case that may begin a phrase
_BEGINS = w.ANY_DET | w.HEAD | w.SUBJECT | w.TITLE
_VERBAL = w.AUX | w.VERB
#: prepositions that hold a determiner, or that name a source
_LEADING = frozenset({"du", "au", "aux", "selon", "par", "chez"})
#: *nombre d'habitants*
_QUANTITIES = words("quantity_nouns.txt")

#: what white space parts, and the line ends between
_CHUNK = re.compile(r"\n\s*|\S+[^\S\n]*+")
#: *https://…*, *pic.twitter.com/…*: where something stands, and no words
_ADDRESS = r"(?:https?://|www\.|pic\.twitter\.com/)[\w./?=&%#:+~-]*[\w/]"
#: as they are written: *Pr.* is one, *pr.* is none; a longer one before what it begins with
_ABBREVIATIONS = sorted((short for (short,) in rows("abbreviations.txt")), reverse=True)
# Each token with the spaces after it, so that the pieces of a text follow one another without gaps.
# The second line is most of the tokens: a word that no dot, apostrophe or hyphen follows; the third
# those nouns that end like an inverted verb.
_PIECE = re.compile(
    r"""
    (?: ADDRESS
      | [^\W\d_]\w*+(?![.'’-])
      | (?i:rendez-vous|garde-à-vous|en-dira-t-on)\b
      | -(?i:(?:t[-’'])?(?:ils?|elles?|on|je|nous|vous|tu|ce)\b)
      | (?:ABBREVIATION|[^\W\d_]\.)(?![^\W\d_]{2})
      | (?i:(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=[«“"\w]|\s?(?:[«“"]|\Z)))
      | \#\d\w*[^\W\d_]\w*
      | [@\#]?[^\W\d_]\w*(?:[’'][^\W\d_]+)*
        (?:-(?!(?i:(?:t-)?(?:ils?|elles?|on|je|nous|vous|tu|ce)\b))\w+(?:[’'][^\W\d_]+)*)*
      | \d[\d.,]*\d|\d
      | \n\s*
      | \.{2,}|…
      | \S
    )
    [^\S\n]*+
    """.replace("ADDRESS", _ADDRESS.replace("#", r"\#")).replace(
        "ABBREVIATION", "|".join(re.escape(short) for short in _ABBREVIATIONS)
    ),
    re.VERBOSE,
)
_SPACES = re.compile(r"[^\S\n]*")
_WHOLE_ADDRESS = re.compile(_ADDRESS)


#: endings that only verbs of the third person have
_FINITE_ENDINGS = ("era", "eront", "ira", "iront", "aient", "èrent", "irent", "urent")


class Token:
    """One spelling: a word, mark of punctuation or paragraph break. Every place that has it shares it.

    Where it stands, the stream knows.
    """

    __slots__ = (
        "cap",
        "first_name",
        "flags",
        "kind",
        "leads",
        "length",
        "low",
        "opens",
        "pronoun",
        "sign",
        "stops",
        "text",
        "upper",
        "verbal",
        "width",
    )

    #: what a folded quotation holds, see `Quote`
    marked: Marked | None = None
    inner: Sequence[Token] = ()

    def __init__(self, text: str, kind: int, width: int) -> None:
        self.text = text
        self.kind = kind
        #: in characters of the article
        self.length = len(text)
        #: the same with the spaces behind it
        self.width = width
        #: in lower case with a straight apostrophe, when it is a word
        self.low = text
        #: its classes in the lexicon
        self.flags = 0
        #: it begins with a capital, or with the at sign of a user's name
        self.cap = False
        #: it is all in capitals, and more than an initial
        self.upper = False
        #: the gender of the first name that it is
        self.first_name: str | None = None
        #: it is punctuation, a quotation or a line end: what may part sentences
        self.sign = kind in _SIGNS
        #: a sentence may end with it, or a banner before the first
        self.stops = kind in _STOPPING_KINDS or (kind == PUNCT and (text in _STOPS or text[:2] == ".."))
        #: a pronoun may begin with it
        self.pronoun = kind == CLITIC
        #: a noun phrase may begin with it, whatever stands before
        self.opens = kind in _OPENING_KINDS
        #: a noun phrase may begin behind it, with whatever word
        self.leads = False
        #: a reporting verb or its auxiliary
        self.verbal = False
        if kind in (WORD, CLITIC):
            self._look_up(text)

    def _look_up(self, text: str) -> None:
        """What the lexicon knows of the word, and what its letters tell."""
        known, word = lexicon(), self.kind == WORD
        low = text.lower().replace("’", "'")
        self.low = low = text if low == text else low  # one string for both: most words are in lower case
        self.cap = word and (text[0].isupper() or text[0] == "@")
        self.upper = len(text) > 1 and text.isupper()
        self.first_name = known.first_name_gender(text)
        self.flags = flags = known.flags_of(low)
        if not flags and word and not self.cap and text.endswith(_FINITE_ENDINGS):
            self.flags = w.FINITE  # a verb that no list holds
        self.pronoun = not word or bool(flags & _SUBJECTS) or low in PRONOUN_WORDS
        self.leads = low in _LEADING
        self.verbal = bool(flags & _VERBAL)
        self.opens = self.cap or self.pronoun or bool(flags & _BEGINS) or low in _QUANTITIES

    def __repr__(self) -> str:
        return f"<{self.text!r}>"


class Quote(Token):
    """A marked stretch, or the part of one that an incise leaves, folded into one token."""

    __slots__ = ("inner", "marked")

    def __init__(self, length: int, marked: Marked | None = None) -> None:
        super().__init__("«»", QUOTE, length)
        self.length = length
        self.marked = marked
        self.inner = ()


class Stream:
    """Tokens and where each of them begins, in characters of the article."""

    __slots__ = ("quotes", "starts", "tokens")

    def __init__(self, tokens: list[Token], starts: list[int]) -> None:
        self.tokens = tokens
        self.starts = starts
        #: which tokens are folded quotations or parts of one
        self.quotes: list[int] = []

    def extend(self, other: Stream) -> None:
        """Append tokens; there is no quotation among them."""
        self.tokens += other.tokens
        self.starts += other.starts

    def append(self, quote: Quote, start: int) -> None:
        """Append a folded quotation."""
        self.quotes.append(len(self.tokens))
        self.tokens.append(quote)
        self.starts.append(start)

    def part(self, i: int, j: int) -> Stream:
        """The tokens `i:j`."""
        return Stream(self.tokens[i:j], self.starts[i:j])

    def quotes_among(self, i: int, j: int) -> list[int]:
        """Which of the tokens `i:j` are folded quotations or parts of one."""
        return self.quotes[bisect_left(self.quotes, i) : bisect_left(self.quotes, j)]

    def span(self, i: int, j: int) -> tuple[int, int]:
        """The characters that the tokens `i:j` cover."""
        return self.starts[i], self.starts[j - 1] + self.tokens[j - 1].length


def classes_of(tokens: Sequence[Token]) -> int:
    """The classes that any of the tokens has."""
    return reduce(or_, map(_FLAGS, tokens), 0)


def spelled(words_: Iterable[str]) -> str:
    """The words as they are written in a row: *l'appel*, no space behind an apostrophe."""
    return " ".join(words_).replace("' ", "'").replace("’ ", "’")


def tokenize(article: str, start: int = 0, end: int | None = None) -> Stream:
    """The tokens of `article[start:end]`; spaces are dropped, each line end is one token."""
    end = len(article) if end is None else end
    spaces = _SPACES.match(article, start, end)
    at = spaces.end() if spaces else start
    # a memory of what recurs, and no loop of our own over chunks or tokens
    tokens = list(chain.from_iterable(map(_CHUNKS.__getitem__, _CHUNK.findall(article, at, end))))
    starts = list(accumulate(map(_WIDTH, tokens), initial=at))
    starts.pop()
    return Stream(tokens, starts)


def _taken_apart(chunk: str) -> tuple[Token, ...]:
    return tuple(map(_spelling, _PIECE.findall(chunk)))


#: the tokens of the chunks met of late: articles have few that none before them had
_CHUNKS = Memory(_taken_apart, most=1 << 16)
_WIDTH, _FLAGS = map(attrgetter, ("width", "flags"))


@lru_cache(maxsize=1 << 14)
def _spelling(written: str) -> Token:
    """The token that is `written` so, spaces behind it left out."""
    kind = _kind(written)
    return Token(written if kind == BREAK else written.rstrip(), kind, len(written))


def _kind(written: str) -> int:
    """The kind of a token, which its first character tells; a sign that holds more is no sign."""
    first, more = written[0], len(written.rstrip()) > 1
    if first == "\n":
        return BREAK
    if first in "hpw" and _WHOLE_ADDRESS.match(written):
        return PUNCT
    if first.isdecimal():
        return NUMBER
    if first.isalnum() or (first in "@#" and more):
        return WORD
    return CLITIC if first == "-" and more else PUNCT
