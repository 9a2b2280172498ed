"""What is told of somebody's life: whom *le Dunkerquois* means, or *la gérante*, of those named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from quotes.folding import fold
from quotes.lexicon import rows, words
from quotes.parsing import words as w
from quotes.parsing.entity import Entity
from quotes.parsing.phrases import NounPhrase
from quotes.parsing.tokens import WORD, Token
from quotes.parsing.words import stem, without_agreement

_DWELLING = words("dwelling_words.txt")
#: *le Dunkerquois* is from *Dunkerque*: what both have in common ends here
_ENDING = re.compile(r"(?:ien(?:ne)?|een(?:ne)?|ois(?:e)?|ais(?:e)?|ain(?:e)?|in(?:e)?|ard(?:e)?|ot(?:e)?)$")
#: fewer letters in common tell nothing, unless they are the whole of the place: *le Lotois*
_COMMON = 4
#: how far behind somebody the place may stand, in tokens
_REACH = 10
#: how far before its agent a participle may stand: *ouverte en 2004 par Léna Morel*
_BEFORE_AGENT = 6
#: what may stand between somebody and what he does: *Luc Oury, qui y habite*
_BETWEEN = w.CLITIC | w.NEG | w.ADV | w.AUX | w.REL
_WORDS = re.compile(r"[\w-]+")


def comes_from(tokens: Sequence[Token], phrase: NounPhrase, entity: Entity, demonym: str) -> bool:
    """Whether the phrase, or a role told of its entity, tells that it is of the place: *né à Dunkerque*."""
    root = _ENDING.sub("", fold(demonym))
    told = (word for text in entity.texts for word in _WORDS.findall(fold(text)))
    return any(_is_of(root, place) for place in (*told, *_places(tokens, phrase)))


def _is_of(root: str, place: str) -> bool:
    if len(root) < _COMMON:
        return place == root
    return place.startswith(root[: max(_COMMON, len(root) - 1)])


def _places(tokens: Sequence[Token], phrase: NounPhrase) -> Iterator[str]:
    """What is told behind a name with *de*, in brackets, or by a word of dwelling."""
    behind = tokens[phrase.j : phrase.j + _REACH]
    if len(behind) > 1 and behind[0].text == "(":
        yield fold(behind[1].text)
    opened = len(behind) > 2 and behind[0].text == "," and bool(behind[1].flags & w.OF)
    for token in behind:
        if token.kind != WORD and token.text != ",":
            return
        if token.cap and opened:
            yield fold(token.text)
        opened = opened or token.low in _DWELLING


@cache
def _deeds() -> frozenset[tuple[str, str]]:
    """The stems of roles, each with what its bearer does."""
    return frozenset((stem(role), deed) for role, deed in rows("role_deeds.tsv"))


@cache
def _told() -> frozenset[str]:
    return frozenset(role for role, _ in _deeds())


def is_told_by_deeds(role: str) -> bool:
    """*la gérante*, *le vainqueur*: a role that the article may tell by what its bearer does."""
    return stem(role) in _told()


def does(tokens: Sequence[Token], phrase: NounPhrase, role: str) -> bool:
    """Whether the sentence tells that the bearer of a name does what the role says: *qui habite là*."""
    if phrase.prep == "par":
        before = tokens[max(0, phrase.i - _BEFORE_AGENT) : phrase.i - 1]
        return any((stem(role), without_agreement(t.low)) in _deeds() for t in before)
    k = phrase.end
    k += k < len(tokens) and tokens[k].text == ","
    while k < len(tokens) and tokens[k].flags & _BETWEEN:
        k += 1
    return k < len(tokens) and (stem(role), tokens[k].low) in _deeds()
