"""A name and a role that share a clause are two people: *Luc Oury, qui écoutait le président*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.entity import Entity, Occurrence
from quotes.parsing.phrases import NAME, NOUN, NounPhrase
from quotes.parsing.tokens import NUMBER, WORD, Token
from quotes.parsing.words import lexicon

#: how many mentions away the other of two people may be named
_NEAR = 4
#: *X devient la maire*, *X, élu comme le chef*: one person
_COPULAS = words("copulas.txt")
_BE = "être"
_OF = frozenset({"de", "d'", "du", "des"})
_VERBAL = w.VERB | w.FINITE | w.AUX | w.INFINITIVE
#: what opens another clause, or the second of two
_OPENS_CLAUSE = w.QUE | w.SUB | w.REL | w.COORD


def sharing(
    tokens: Sequence[Token], occurrences: Sequence[Occurrence]
) -> Iterator[tuple[NounPhrase, Entity]]:
    """The roles without name of an article, each with a person named in its clause, who is another."""
    for n, occurrence in enumerate(occurrences):
        role = occurrence.phrase
        if not _is_role(role):
            continue
        for other in occurrences[max(0, n - _NEAR) : n + 1 + _NEAR]:
            here = other.sentence == occurrence.sentence and _is_name(other)
            if here and _are_two(tokens, role, other.phrase):
                yield role, other.entity


def _is_role(phrase: NounPhrase) -> bool:
    bare = phrase.form == NOUN and not (phrase.name or phrase.apposed or phrase.plural)
    return bare and phrase.definite and bool(phrase.flags & w.ROLE) and phrase.role is not None


def _is_name(occurrence: Occurrence) -> bool:
    return occurrence.entity.named and occurrence.entity.human and occurrence.phrase.name is not None


def _are_two(tokens: Sequence[Token], role: NounPhrase, name: NounPhrase) -> bool:
    first, second = (role, name) if role.i < name.i else (name, role)
    if second.i < first.j:
        return second is name and name.form == NAME and name.prep in ("de", "d'")  # *l'avocat de Luc Oury*
    if first.prep in _OF:
        return False  # *un proche de Luc Oury défend le maire*
    start = first.end
    if [t.low for t in tokens[start : second.i]] == ["et"]:
        return True
    relative = start + (tokens[start].text == ",")
    qui = tokens[relative].low == "qui"
    between = tokens[relative + 1 if qui else start : second.i]
    if not qui and not (second.prep and name.form == NAME) and not any(map(_is_verb, between)):
        return False  # *l'ambassadrice à Brest Léna Morel*
    return bool(between) and all(map(_goes_on, between))


def _is_verb(token: Token) -> bool:
    return bool(token.flags & _VERBAL) and not token.flags & (w.PREP | w.ANY_DET)


def _goes_on(token: Token) -> bool:
    """Whether a clause goes on with the token, and makes no role of anybody."""
    if token.kind not in (WORD, NUMBER) or token.flags & (_OPENS_CLAUSE | w.NAMING_VERB):
        return False
    auxiliary = lexicon().auxiliaries.get(token.low)
    return token.low not in _COPULAS and (auxiliary is None or auxiliary.head != _BE)
