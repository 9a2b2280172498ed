"""Rules for nouns of saying: *la réponse de X : « … »*, *son jugement : « … »*."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.clause import Clause
from quotes.parsing.phrases import NounPhrase
from quotes.parsing.rules.registry import rule
from quotes.parsing.scene import Link, Scene
from quotes.parsing.tokens import Token
from quotes.parsing.words import lexicon

#: how far before the colon the noun may stand, and one that opens the sentence, in tokens
_NEAR, _SUBJECT = 12, 20
#: in how many tokens a subject begins: *Le dernier message*
_OPENS = 3
_TO = frozenset({"à", "au", "aux"})


def noun_that_governs(scene: Scene) -> Link | None:
    """*Les appels de X à « … »*, *la promesse de X de « … »*: the words hang on the noun of saying."""
    tokens, k = scene.tokens, scene.position
    while k > scene.sentence.start and tokens[k - 1].flags & w.ANY_DET and tokens[k - 1].low not in _TO:
        k -= 1
    if k - 1 <= scene.sentence.start or not (tokens[k - 1].flags & w.OF or tokens[k - 1].low in _TO):
        return None
    for n in range(k - 2, max(scene.sentence.start - 1, k - _NEAR), -1):
        if tokens[n].low in _hanging() and tokens[n + 1].flags & w.OF:
            whose = scene.page.phrase_reader.phrase_at(n + 2, k - 1, bare=True)
            said = whose is not None and whose.can_speak and whose.j == k - 1
            return Link(whose, (n, n + 1), tokens[n].text, sentence=scene.number) if said else None
    return None


@cache
def _hanging() -> frozenset[str]:
    """The nouns of the list in both numbers."""
    singular = words("hanging_nouns.txt")
    return singular | {w.plural(noun) for noun in singular}


@rule("cue-noun-and-colon", example="La réponse de Léna Morel : « Jamais. »")
def cue_noun_and_colon(scene: Scene) -> Link | None:
    """*Réponse de X : « … »*, *le mot d'ordre du syndicat : « … »*: a noun of saying and whose it is."""
    return noun_of_saying(scene, scene.position - 1) or _asked(scene)


def _asked(scene: Scene) -> Link | None:
    """*Réponse avec Léna Morel, maire de Brest : « … »*, *Entretien avec X :*: a noun, and who is asked."""
    tokens, start, colon = scene.tokens, scene.sentence.start, scene.position - 1
    k = start + 1 if not tokens[start].flags & w.DET else start + 2
    if colon <= k or tokens[colon].text != ":" or tokens[k].low != "avec":
        return None
    if tokens[k - 1].low not in words("asked_nouns.txt"):
        return None  # *Réunion avec Léna Morel : « … »*: whoever sat there
    asked = next((p for p in scene.phrases if p.i == k + 1), None)
    person = asked is not None and (asked.name or asked.flags & w.ROLE)
    behind = tokens[asked.end : colon] if asked is not None else ()
    if not person or any(t.flags & (w.FINITE | w.QUE | w.REL) for t in behind):
        return None
    return Link(asked, (k - 1, k), tokens[k - 1].text, sentence=scene.number)


def noun_of_saying(clause: Clause, colon: int) -> Link | None:
    """Whose words the noun of saying before the colon, token `colon`, announces."""
    tokens = clause.tokens
    if colon <= clause.sentence.start or tokens[colon].text != ":":
        return None
    for k in _nouns_before(clause, colon):
        if not tokens[k].flags & w.FINITE and not _is_idle(clause, k):
            whose = clause.page.phrase_reader.phrase_at(k + 2, colon, bare=True)
            if not tokens[k + 1].flags & w.OF or whose is None or not whose.can_speak:
                continue
            if whose.flags & w.CUE_NOUN or _answered(clause, whose, colon):  # *le mot d'ordre du syndicat*
                continue
            also = clause.joined(whose)
            return Link(whose, (k, k + 1), tokens[k].text, sentence=clause.number, also=also)
    return None


def _nouns_before(clause: Clause, colon: int) -> Iterator[int]:
    """The nouns of saying before the colon, the nearest first; last one that opens the sentence.

    That may be a plural: *Les messages de Léna Morel ont ému le port : « … »*.
    """
    tokens, start = clause.tokens, clause.sentence.start
    yield from (
        k for k in range(colon - 1, max(start - 1, colon - _NEAR), -1) if tokens[k].flags & w.CUE_NOUN
    )
    if colon - start <= _SUBJECT:
        yield from (k for k in range(start, min(start + _OPENS, colon)) if is_of_saying(tokens[k]))


def is_of_saying(token: Token) -> bool:
    """*cri*, *mots*, *SMS*."""
    known = lexicon()
    return any(known.flags_of(noun) & w.CUE_NOUN for noun in (token.low, token.low.removesuffix("s")))


def _answered(clause: Clause, whose: NounPhrase, colon: int) -> bool:
    """*À la question de X, Y répond : « … »*: somebody else has the verb before the colon."""
    others = (p for p in clause.phrases if whose.end < p.i and p.end < colon and not p.prep)
    return any(p.can_speak and clause.page.before_verb(p) for p in others)


def _is_idle(clause: Clause, k: int) -> bool:
    """*à propos de X*, *pas question de X*, *l'Ordre des X*, *a salué la réponse de X*: X says nothing."""
    if k == clause.sentence.start:
        return False
    before = clause.tokens[k - 1]
    judged = any(v.cue.family == "react" and v.finite and v.j <= k for v in clause.verbs)
    return bool(judged or before.low in _IDLE or before.flags & w.NEG or clause.tokens[k].cap)


#: before a noun of saying, what takes its sense away
_IDLE = frozenset({"à", "pas", "hors"})


@rule("possessive-and-colon", example="Léna Morel hésite. Sa réponse : « Jamais de la vie. »")
def possessive_and_colon(scene: Scene) -> Link | None:
    """*sa réponse*, *leur mot d'ordre* leads to the colon: the words of whoever it belongs to."""
    colon = scene.position - 1
    if colon <= scene.sentence.start or scene.tokens[colon].text != ":":
        return None
    for phrase in scene.phrases:
        noun = scene.tokens[phrase.j - 1]
        opens = phrase.i <= scene.sentence.start + 1 or phrase.end == colon
        said = phrase.det & w.POSS and noun.flags & w.CUE_NOUN and not (phrase.name or phrase.flags & w.ROLE)
        if phrase.end <= colon and opens and said and not phrase.prep:
            owner = scene.page.entities.owner(phrase, scene.number)
            return Link(None, (phrase.j - 1, phrase.j), noun.text, entity=owner, sentence=scene.number)
    return None
