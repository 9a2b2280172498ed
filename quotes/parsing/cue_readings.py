"""How the form of a verb may be read: a verb alone, or a phrase with its further words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from quotes.parsing import words as w
from quotes.parsing.tokens import CLITIC, Token
from quotes.parsing.words import AUXILIARIES, CueVerb, Reading, lexicon, plural

_LOW = attrgetter("low")
_ALWAYS_REFLEXIVE = frozenset({"se", "s'"})
REFLEXIVE = _ALWAYS_REFLEXIVE | {"m'", "me", "nous", "vous"}
#: how many tokens beside its own a phrase may hold
_TAIL_GAP = 3
#: within how many tokens the first further word of any phrase comes
_LONGEST = 16
#: the longest adverbial, in tokens: more than any has
_LONGEST_ADVERBIAL = 8
_CONTRACTED = {"de": ("d'", "du", "des"), "que": ("qu'",), "à": ("au", "aux")}
_STATES = ("être", "rester", "demeurer", "montrer")
_FEMININES = (("e", "e"), ("f", "ve"), ("el", "elle"), ("iet", "iète"))


class Found(NamedTuple):
    """How a form is read where it stands, and where its phrase ends."""

    reading: Reading
    cue: CueVerb
    end: int


class _Candidates(NamedTuple):
    """What a verb form may be."""

    alone: list[tuple[Reading, CueVerb]]
    #: with the first further word of each, in all its spellings
    phrases: list[tuple[Reading, CueVerb, tuple[str, ...]]]
    #: the first further words of all of them
    firsts: frozenset[str]


def read(
    tokens: Sequence[Token], k: int, tenses: frozenset[str], clitics: frozenset[str], after: int, stop: int
) -> Found | None:
    """The best reading of token `k`: phrases first, then the verb that fits the pronouns before it."""
    alone, phrases, firsts = _candidates(tokens[k].low, tenses)
    if not alone and not phrases:
        return None
    reflexive = bool(clitics & REFLEXIVE)
    best: tuple[int, Found] | None = None
    near = firsts.intersection(map(_LOW, tokens[after : min(stop, after + _LONGEST)])) if phrases else firsts
    for reading, cue, first in phrases if near else ():
        if near.isdisjoint(first) or not _fits(cue, clitics, reflexive):
            continue
        end = _tail_end(tokens, cue, after, stop)
        rank = _rank(cue, reflexive)
        if end is not None and (best is None or rank > best[0]):
            best = rank, Found(reading, cue, end)
    if best is None:  # a phrase outranks any verb alone
        for reading, cue in alone:
            rank = _rank(cue, reflexive)
            if _fits(cue, clitics, reflexive) and (best is None or rank > best[0]):
                best = rank, Found(reading, cue, after)
    return best[1] if best else None


def _tail_end(tokens: Sequence[Token], cue: CueVerb, p: int, stop: int) -> int | None:
    """Where the phrase ends, its further words included; None when they do not follow."""
    tail = cue.tail
    n = 0
    limit = min(stop, p + len(tail) + _TAIL_GAP)
    while p < limit:
        token = tokens[p]
        if _same(token, tail[n]):
            n += 1
            if n == len(tail):
                # *ils verront en effet*: the last word of the phrase begins an adverbial instead
                return None if adverbial_end(tokens, p) else p + 1
        elif n or not (token.flags & (w.ADV | w.TIME) or token.kind == CLITIC):
            return None
        p += 1
    return None


def adverbial_end(tokens: Sequence[Token], k: int) -> int | None:
    """The end of *en effet*, *de son côté*, *à son tour* and their like, if one begins at token `k`."""
    known = lexicon().adverbials.get(tokens[k].low, ())
    ahead = tuple(t.low for t in tokens[k + 1 : k + _LONGEST_ADVERBIAL]) if known else ()
    return next((k + 1 + len(more) for more in known if more and ahead[: len(more)] == more), None)


@cache
def _candidates(form: str, tenses: frozenset[str]) -> _Candidates:
    """What the verb form `form` may be in `tenses`: the verbs alone, and the phrases.

    Most phrases of a verb as common as *fait*, which has 150, are ruled out because their first further
    word is nowhere near.
    """
    known = lexicon()
    auxiliary = known.flags.get(form, 0) & w.AUX
    alone: list[tuple[Reading, CueVerb]] = []
    phrases: list[tuple[Reading, CueVerb, tuple[str, ...]]] = []
    for reading in known.readings.get(form, ()):
        if reading.tense not in tenses or (auxiliary and reading.head not in AUXILIARIES):
            continue
        for cue in known.verbs.get(reading.head, ()):
            if cue.tail:
                phrases.append((reading, cue, _spellings(cue.tail[0])))
            else:
                alone.append((reading, cue))
    return _Candidates(alone, phrases, frozenset(first for *_, spellings in phrases for first in spellings))


def _fits(cue: CueVerb, clitics: frozenset[str], reflexive: bool) -> bool:
    """Whether the pronouns before the verb allow `cue`."""
    if cue.reflexive and not reflexive:
        return False
    if not cue.reflexive and clitics & _ALWAYS_REFLEXIVE:  # *la grève se poursuit* reports nothing
        return False
    return cue.pronoun is None or cue.pronoun in clitics


def _rank(cue: CueVerb, reflexive: bool) -> int:
    return 4 * len(cue.tail) + 2 * (cue.reflexive == reflexive) + (cue.pronoun is not None)


def _same(token: Token, word: str) -> bool:
    return token.low in _spellings(word)


@cache
def _spellings(word: str) -> tuple[str, ...]:
    """A word of a phrase as texts have it: *de* is *du* as well, *formel* is *formelles*."""
    if word not in _agreeing():
        return (word, *_CONTRACTED.get(word, ()))
    feminine = next(
        (word.removesuffix(end) + more for end, more in _FEMININES if word.endswith(end)), word + "e"
    )
    return (word, plural(word), feminine, plural(feminine))


@cache
def _agreeing() -> frozenset[str]:
    """The adjectives that phrases end with: *être formel*, *rester prudent*."""
    phrases = (cue for head in _STATES for cue in lexicon().verbs.get(head, ()))
    return frozenset(cue.tail[0] for cue in phrases if len(cue.tail) == 1)
