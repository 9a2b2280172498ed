"""The rule for a verb that is said once for two sources: *X a parlé d'un « … », Y d'une « … »*."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.parsing import words as w
from quotes.parsing.cues import Verb
from quotes.parsing.phrases import NounPhrase
from quotes.parsing.rules.registry import rule
from quotes.parsing.scene import Link, Scene
from quotes.parsing.tokens import QUOTE, WORD, Token

#: how long the object of a verb that is said once may be before the quotation, in tokens
_OBJECT = 8
_OF = frozenset({"de", "d'"})
_KNOWN = w.ROLE | w.PLACE | w.GROUP | w.ORGANISATION
_CLAUSE = w.FINITE | w.QUE | w.REL


@rule("gapping", example="Léna Morel a parlé d'un « désastre », Paul Roche d'une « simple avarie ».")
def gapping(scene: Scene) -> Link | None:
    """The verb is said once for two sources: between two quotations stand only the second and small words."""
    for phrase in reversed(scene.phrases):
        known = phrase.name or phrase.flags & _KNOWN
        if phrase.end <= scene.position and not phrase.prep and known and not scene.in_brackets(phrase):
            return _second(scene, phrase)
    return None


def _second(scene: Scene, phrase: NounPhrase) -> Link | None:
    """The link when `phrase` is set beside the subject of a verb that has quoted already."""
    tokens, start = scene.tokens, scene.sentence.start
    joint = phrase.i - 1
    while joint > start and (tokens[joint].text == "," or tokens[joint].flags & w.COORD):
        joint -= 1
    verbs = [v for v in scene.verbs if v.j <= joint and v.finite and v.cue.strong and not v.passive]
    if joint == phrase.i - 1 or not verbs:
        return None
    between = tokens[scene.page.phrase_reader.after_brackets(phrase.end, scene.position) : scene.position]
    same = _same_preposition(scene, verbs[-1], joint, between)
    if tokens[joint].kind == QUOTE:
        if between and between[0].text == "," and tokens[phrase.i - 1].flags & w.COORD:
            between = between[1:]  # *et Paul Roche, « … »*: the comma stands for the verb
        told = _small(between) or _plain_object(between)
    else:
        told = bool(between) and between[0].low in _OF and _small(between)
    return scene.link(phrase, verbs[-1]) if told and same else None


def _small(between: Sequence[Token]) -> bool:
    return all(t.flags & (w.OF | w.ANY_DET | w.QUE) for t in between)


def _same_preposition(scene: Scene, verb: Verb, joint: int, between: Sequence[Token]) -> bool:
    """*traite de « … » la maire, et Paul Roche de « … »*: *de* leads to both, and no clause is between.

    *Léna voit là un « abus » et l'œuvre d'une « clique »* is one voice.
    """
    if not between or between[0].low not in _OF:
        return True
    first = next((k for k in range(verb.j, joint + 1) if scene.tokens[k].kind == QUOTE), None)
    if first is None or not any(t.flags & w.OF for t in scene.tokens[max(verb.i, first - 2) : first]):
        return False
    return not any(_begins_clause(scene, k) for k in range(first + 1, joint + 1))


def _begins_clause(scene: Scene, k: int) -> bool:
    """A verb or what leads to one; *l'approche* is a noun."""
    flags = scene.tokens[k].flags
    return bool(flags & (w.QUE | w.REL) or (flags & w.FINITE and not scene.tokens[k - 1].flags & w.ANY_DET))


def _plain_object(between: Sequence[Token]) -> bool:
    """*Léna raille un « radeau » et Paul une barque bonne « pour le musée »*: the object alone."""
    if not between or len(between) > _OBJECT or not between[0].flags & (w.ANY_DET | w.OF):
        return False
    return all(t.kind == WORD and not t.flags & _CLAUSE for t in between)
