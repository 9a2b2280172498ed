"""What a relative pronoun takes up: *un élu du port, Paul Roche, qui dénonce …*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.parsing import words as w
from quotes.parsing.cues import Verb
from quotes.parsing.phrases import NAME_SOURCES, NOUN, NounPhrase
from quotes.parsing.pronoun_words import RELATIVES, STRONG
from quotes.parsing.things import is_thing

if TYPE_CHECKING:
    from quotes.parsing.clause import Clause

_OF = frozenset({"de", "d'", "du"})
_SOURCES = w.ROLE | w.GROUP | w.ORGANISATION
#: relative pronouns that are subjects
RELATIVE_SUBJECTS = frozenset({"qui", *RELATIVES})


def antecedent(clause: Clause, k: int, verb: Verb) -> NounPhrase | None:
    """The phrase that *qui* takes up: the nearest before it that agrees in number."""
    tokens = clause.tokens
    if tokens[k - 1].low in STRONG and tokens[k - 2].text == ",":
        return clause.subject_until(k - 2)
    before = [p for p in clause.phrases if p.i < k and not _bare_apposition(clause, p)]
    if tokens[k].low in RELATIVES:
        gender, plural = RELATIVES[tokens[k].low]
        agreeing = [p for p in before if p.plural == plural and p.gender in (None, gender)]
        return agreeing[-1] if agreeing else None
    cited = [p for p in before if p.end == k - 1 and p.prep in NAME_SOURCES and p.plural == verb.plural]
    if cited:
        return cited[0]
    if tokens[k - 1].text == ",":
        person = _person_beside(clause, before, k - 1)
        named = [p for p in before if _names(p) and not p.prep and p.plural == verb.plural]
        if person is not None and person.plural == verb.plural:
            return person
        if named:
            return named[-1]
    beside = before[-1] if before and before[-1].end >= k - 1 and verb.cue.strong else None
    if beside is not None and (beside.plural != verb.plural or is_thing(beside)):
        inner = clause.complement(beside)
        if inner is not None and inner.plural == verb.plural:
            return inner
    apart = clause.tokens[k - 1].text == ","
    for phrase in reversed(before):
        held = any(other.i < phrase.i and phrase.end <= other.end for other in before)
        held = held or (apart and _said_of_another(clause, phrase))
        if phrase.plural == verb.plural and not clause.is_time(phrase) and not held:
            return phrase  # *l'ancien ministre de Paul Roche, qui …*: the whole of it
    return before[-1] if before else None


def _person_beside(clause: Clause, before: list[NounPhrase], comma: int) -> NounPhrase | None:
    """*Léna a répondu à Paul Roche, qui …*: the person before the comma, whatever governs the name."""
    ending = next((p for p in before if p.end == comma), None)
    if ending is not None and not ending.name and not ending.flags & _SOURCES:
        ending = clause.complement(ending) or ending  # *les propos de Paul Roche, qui …*
    elif ending is not None and not ending.prep:
        return None
    name = ending and _names(ending)
    return ending if name and clause.page.phrase_reader.first_name(name[0]) else None


def _names(phrase: NounPhrase) -> tuple[int, int] | None:
    """The name that the phrase holds, or that stands beside it: *une figure du port, Paul Roche*."""
    return phrase.name or (phrase.apposed.name if phrase.apposed is not None else None)


def _said_of_another(clause: Clause, phrase: NounPhrase) -> bool:
    """*la fédération, première du secteur, qui …*, *les élus des Landes, qui …*: said of another noun."""
    if phrase.prep is not None:
        return phrase.prep in _OF
    named = phrase.i + 1 < phrase.j and clause.tokens[phrase.i + 1].cap
    return named and clause.tokens[phrase.i].low == "des" and not clause.is_object(phrase)


def _bare_apposition(clause: Clause, phrase: NounPhrase) -> bool:
    """*…, réfugiée en France, …*: set beside another phrase, without determiner."""
    return phrase.form == NOUN and not phrase.det and clause.tokens[phrase.i - 1].text == ","


def relative_subject(clause: Clause, k: int) -> NounPhrase | None:
    """*comme Philippe, agent à Dax, qui ira « manifester »*: whom the last *qui* takes up."""
    for j in range(k - 1, clause.sentence.start, -1):
        if clause.tokens[j].low == "qui":
            before = clause.tokens[j - 1].text == ","
            return next((p for p in clause.phrases if p.end == (j - 1 if before else j) and p.name), None)
    return None
