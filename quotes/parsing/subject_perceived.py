"""Who is heard or seen to act: *on entend le maire dire …*, *la ville a vu mille élus défiler pour …*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.cues import Verb
from quotes.parsing.phrases import PRONOUN, NounPhrase
from quotes.parsing.tokens import WORD

if TYPE_CHECKING:
    from quotes.parsing.clause import Clause

#: *on entend*, *on a vu*, *on peut apercevoir*
_PERCEIVED = words("perception_forms.txt")
#: the pronouns that are objects → the subject, gender and number that they stand for
_OBJECTS: dict[str, tuple[str, str | None, bool]] = {
    "le": ("il", "m", False),
    "la": ("elle", "f", False),
    "l'": ("il", None, False),
    "les": ("ils", None, True),
}
#: how many words may stand between *on* and whom one hears: *on peut encore entendre*
_BEFORE = 4
#: how far behind the verb of seeing an infinitive may stand, in tokens
_AFTER = 24


def perceived(clause: Clause, subject: NounPhrase, verb: Verb) -> NounPhrase | None:
    """The object of what *on* hears or sees, when it does something: *on l'entend préconiser …*."""
    if subject.head != "on":
        return None
    tokens, seen = clause.tokens, None
    for k in range(subject.j, min(subject.j + _BEFORE, verb.i)):
        token = tokens[k]
        if token.low in _OBJECTS and k == subject.j:
            head, gender, plural = _OBJECTS[token.low]
            seen = NounPhrase(k, k + 1, PRONOUN, head, gender=gender, plural=plural)
        elif token.low in _PERCEIVED:
            seen = seen or next((p for p in clause.phrases if p.i == k + 1 and p.end <= verb.i), None)
            acts = max(k + 1, seen.end) if seen is not None else verb.j
            return seen if acts < verb.j and _acts(clause, acts) else None
    return None


def seen(clause: Clause, verb: Verb) -> NounPhrase | None:
    """*l'été qui a vu mille élus en retard occuper la cale pour réclamer …*: whoever is seen to act."""
    tokens, start = clause.tokens, clause.sentence.start
    for k in range(verb.i - 1, max(start, verb.i - _AFTER), -1):
        if tokens[k].low in _PERCEIVED:
            them = next((p for p in clause.phrases if p.i == k + 1 and p.end < verb.i), None)
            return them if them is not None and them.can_speak and _comes_to_act(clause, them.end) else None
        if tokens[k].flags & (w.FINITE | w.QUE | w.REL | w.SUB):
            return None
    return None


def _comes_to_act(clause: Clause, k: int) -> bool:
    """Whether an infinitive follows soon behind token `k`: *en retard occuper …*."""
    for token in clause.tokens[k : k + _BEFORE]:
        if token.flags & w.INFINITIVE or token.kind != WORD:
            return token.kind == WORD
    return False


def _acts(clause: Clause, k: int) -> bool:
    """Whether an infinitive, behind its small pronouns, stands at token `k`."""
    while k < clause.position and clause.tokens[k].flags & (w.CLITIC | w.NEG | w.ADV):
        k += 1
    return bool(clause.tokens[k].flags & w.INFINITIVE)
