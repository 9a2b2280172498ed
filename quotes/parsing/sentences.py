"""Where sentences begin and end in a stream of tokens with quotations folded."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, compress, count
from operator import attrgetter
from typing import NamedTuple

from quotes.parsing import words as w
from quotes.parsing.tokens import BREAK, PUNCT, QUOTE, WORD, Token

_ENDS = frozenset({".", "!", "?", "…"})
#: words that have a capital only where a sentence begins
_OPENING_WORDS = w.ANY_DET | w.SUBJECT | w.PREP | w.SUB | w.COORD | w.ADV
_OPENERS = frozenset({"–", "—", "-", "(", "[", ":", ";", "•", "*"})
#: where a sentence without end is cut, in tokens and in quotations: more than the longest in the news has
_LONGEST, _MOST = 400, 40
#: the longest banner, in tokens
_BANNER = 9
_DASHES = frozenset({"-", "–", "—", "|"})
_IS_SIGN, _IS_CAP = attrgetter("sign"), attrgetter("cap")


class Sentence(NamedTuple):
    """The tokens `start:stop` of one sentence; `paragraph` counts line ends before it."""

    start: int
    stop: int
    paragraph: int


def signs_among(tokens: Sequence[Token]) -> list[int]:
    """Which tokens are no words: punctuation, quotations and line ends."""
    return list(compress(count(), map(_IS_SIGN, tokens)))


def split(tokens: Sequence[Token], signs: Sequence[int]) -> list[Sentence]:
    """The sentences of a token stream, in order; paragraph breaks belong to none.

    A folded quotation that ends its own sentence inside the marks ends the sentence around it
    too, when what follows begins like a new one. A sentence without end is cut.
    """
    found: list[Sentence] = []
    start, paragraph, quotations = 0, 0, 0
    for k in signs:
        if not tokens[k].stops:
            continue
        kind = tokens[k].kind
        while k - start > _LONGEST:
            found.append(Sentence(start, start + _LONGEST + 1, paragraph))
            start, quotations = start + _LONGEST + 1, 0
        if kind == BREAK:
            if k > start:
                found.append(Sentence(start, k, paragraph))
            start, paragraph, quotations = k + 1, paragraph + 1, 0
            continue
        quotations += kind == QUOTE
        banner = tokens[k].text in _DASHES and not (found and found[-1].paragraph == paragraph)
        heading = k == start and _heads(tokens, k)
        if _ends(tokens, k) or heading or (banner and _banner_ends(tokens, start, k)) or quotations == _MOST:
            found.append(Sentence(start, k + 1, paragraph))
            start, quotations = k + 1, 0
    while start < len(tokens):
        stop = min(start + _LONGEST + 1, len(tokens))
        found.append(Sentence(start, stop, paragraph))
        start = stop
    return found


def _ends(tokens: Sequence[Token], k: int) -> bool:
    """Whether the sign at token `k`, no line end, ends its sentence."""
    token = tokens[k]
    if k + 1 >= len(tokens):
        return True
    if token.kind == QUOTE:
        return _quote_ends(token, tokens[k + 1])
    if not (token.text in _ENDS or token.text.startswith("..")):
        return False
    following = tokens[k + 1]
    if following.text == ")" or (following.kind == PUNCT and following.text in _ENDS):
        return False
    return (
        following.cap or following.kind in (QUOTE, BREAK) or following.text in ("–", "—", "-", "•", "*", "(")
    )


def _heads(tokens: Sequence[Token], k: int) -> bool:
    """*« Assez de taxes » Brest a connu …*: a heading set in the line, its words between marks."""
    inner = tokens[k].inner
    return len(inner) > 1 and inner[0].cap and k + 1 < len(tokens) and tokens[k + 1].cap


def _banner_ends(tokens: Sequence[Token], start: int, k: int) -> bool:
    """*PARIS (AFP) - Le ministre…*, *LYON | Un enfant…*: capitals and a dash before the first sentence."""
    if k - start > _BANNER or k + 1 >= len(tokens) or not tokens[k + 1].cap:
        return False
    words = [t.text for t in tokens[start:k] if t.kind == WORD]
    return bool(words) and all(word.isupper() for word in words)


def _quote_ends(quote: Token, following: Token) -> bool:
    """A quotation that closes its own sentence, before a capital or another quotation."""
    if not quote.inner or not (following.cap or following.kind == QUOTE):
        return False
    if following.cap and following.flags & _OPENING_WORDS:  # *« Zone grise » Les experts…*
        return True
    last = quote.inner[-1]
    return last.text in _ENDS or last.text.startswith("..")


def initial_positions(
    tokens: Sequence[Token], signs: Sequence[int], sentences: Sequence[Sentence]
) -> frozenset[int]:
    """Tokens that a capital does not tell to be names: first of a sentence, after a dash or a colon."""
    positions = {sentence.start for sentence in sentences}
    positions |= {k + 1 for k in signs if tokens[k].text in _OPENERS}
    return frozenset(positions)


def proper_words(tokens: Sequence[Token], quotes: Sequence[int], initial: frozenset[int]) -> frozenset[str]:
    """Lower-case forms of the words seen capitalised where no sentence begins."""
    capitals = (tokens[k] for k in compress(count(), map(_IS_CAP, tokens)) if k not in initial)
    quoted = (
        inner[k]
        for inner in (tokens[quote].inner for quote in quotes)
        for k in compress(count(), map(_IS_CAP, inner))
        if k and inner[k - 1].text not in _ENDS
    )
    return frozenset(t.low for t in chain(capitals, quoted) if not t.flags & w.NOT_NAME)
