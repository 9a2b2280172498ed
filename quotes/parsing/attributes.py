"""What a clause says somebody is: *Luc Oury est maire de Brest*, *Luc Oury, qui est devenu pêcheur*."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.appositions import PhraseReader
from quotes.parsing.noun_heads import is_participle
from quotes.parsing.phrases import NOUN, NounPhrase

#: *devient*, *nommée*, *comme*: what leads to a role beside *être*
_COPULAS = words("copulas.txt")
_BE = "être"
#: how many words may stand between the name and the role: *a aussi été réélu comme*
_LEAD = 6
#: *est accusé de*: what is done to somebody
_DONE = words("judged_people.txt")
#: *est responsable de*: what somebody is for something
_ADJECTIVES = frozenset({"responsable", "solidaire"})


def attribute_behind(reader: PhraseReader, name: NounPhrase, stop: int) -> NounPhrase | None:
    """The role that the verb behind `name` gives, or None."""
    tokens, k = reader.tokens, name.end
    if k + 1 < stop and tokens[k].text == "," and tokens[k + 1].low == "qui":
        k += 2
    elif k < stop and tokens[k].low == "qui":
        k += 1
    first, is_said = k, False
    while k < min(stop, first + _LEAD):
        token = tokens[k]
        auxiliary = reader.lexicon.auxiliaries.get(token.low)
        is_said = is_said or token.low in _COPULAS or (auxiliary is not None and auxiliary.head == _BE)
        if not (auxiliary or token.low in _COPULAS or token.flags & (w.ADV | w.TIME)):
            break
        k += 1
    role = reader.phrase_at(k, stop, bare=True) if is_said and k > first else None
    return role if role is not None and _is_role(role) else None


def _is_role(phrase: NounPhrase) -> bool:
    one = phrase.form == NOUN and not (phrase.plural or phrase.name or phrase.det & (w.POSS | w.DEM))
    if not one or not phrase.flags & w.ROLE:
        return False
    return bool(phrase.det) or not (
        phrase.head in _DONE or phrase.head in _ADJECTIVES or is_participle(phrase.head)
    )
