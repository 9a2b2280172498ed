"""Where somebody comes from: whom *le Dunkerquois* means, of those of whom a place is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotes.folding import fold
from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.entity import Entity
from quotes.parsing.phrases import NounPhrase
from quotes.parsing.tokens import WORD, Token

_DWELLING = words("dwelling_words.txt")
#: *le Dunkerquois* is from *Dunkerque*: what both have in common ends here
_ENDING = re.compile(r"(?:ien(?:ne)?|een(?:ne)?|ois(?:e)?|ais(?:e)?|ain(?:e)?|in(?:e)?|ard(?:e)?|ot(?:e)?)$")
#: fewer letters in common tell nothing, unless they are the whole of the place: *le Lotois*
_COMMON = 4
#: how far behind somebody the place may stand, in tokens
_REACH = 10
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
