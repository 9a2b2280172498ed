"""What sort of token stands beside the marks, as signals name it."""

from __future__ import annotations

from functools import lru_cache

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.tokens import BREAK, CLITIC, NUMBER, QUOTE, WORD, Token

_SCARE = words("distancing_words.txt")


def token_class(token: Token | None) -> str:
    """*det*, *verb*, *,*: the name of the token's class; *edge* where the sentence has no further token."""
    if token is None or token.kind == BREAK:
        return "edge"
    return "quote" if token.kind == QUOTE else _class_of_spelling(token)


@lru_cache(maxsize=1 << 12)
def _class_of_spelling(token: Token) -> str:
    if token.kind == NUMBER:
        return "number"
    if token.kind == CLITIC:
        return "clitic"
    if token.kind != WORD:
        return (
            token.text if token.text in (",", ".", ":", ";", "(", ")", "!", "?", "–", "-", "—") else "punct"
        )
    if token.low in _SCARE:
        return "scare"
    for flag, name in (
        (w.NAMING_VERB, "naming-verb"),
        (w.QUE, "que"),
        (w.COORD, "coord"),
        (w.REL, "rel"),
        (w.OF, "of"),
        (w.DET, "det"),
        (w.INDEF, "indef"),
        (w.DEM, "dem"),
        (w.POSS, "poss"),
        (w.PREP, "prep"),
        (w.SUBJECT | w.CLITIC | w.NEG, "pronoun"),
        (w.FINITE, "verb"),
        (w.NAMING_NOUN, "naming-noun"),
        (w.HEAD, "head"),
        (w.CUE_NOUN, "cue-noun"),
        (w.ADV, "adverb"),
    ):
        if token.flags & flag:
            return name
    return "capital" if token.cap else "word"
