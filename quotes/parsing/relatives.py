"""What a relative pronoun takes up: *un élu du port, Paul Roche, qui dénonce …*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.parsing import words as w
from quotes.parsing.cues import Verb
from quotes.parsing.phrases import NAME_SOURCES, NOUN, NounPhrase
from quotes.parsing.pronoun_words import RELATIVES, STRONG

if TYPE_CHECKING:
    from quotes.parsing.clause import Clause

_OF = frozenset({"de", "d'", "du"})
_LIKE = frozenset({"image", "exemple", "instar"})
_SOURCES = w.ROLE | w.GROUP | w.ORGANISATION
#: how long what is set between *qui* and its verb may be, in tokens
_ASIDE = 24
_VERB = w.FINITE | w.CLITIC | w.NEG
#: how far behind its verb *que* may stand, in tokens
_TOLD = 3
#: forms in *-nt* of the third person singular
_SINGULAR = frozenset({"sent", "ressent", "pressent", "consent", "ment", "dément", "repent"})
#: relative pronouns that are no subjects
_ASIDE_OPENERS = frozenset({"dont", "que", "qu'", "où"})
#: relative pronouns that are subjects
RELATIVE_SUBJECTS = frozenset({"qui", *RELATIVES})


def relative_at(clause: Clause, verb: Verb) -> int | None:
    """The token of the relative pronoun that is the verb's subject.

    It stands right before the verb, or before what is set between commas: *qui, au-delà du port, clame …*.
    """
    tokens, k = clause.tokens, verb.i - 1
    if tokens[k].text != ",":
        return k if k > clause.sentence.start and tokens[k].low in RELATIVE_SUBJECTS else None
    for n in range(k - 1, max(clause.sentence.start, k - _ASIDE), -1):
        opened = tokens[n].text == ","
        if opened and tokens[n - 1].low in RELATIVE_SUBJECTS:
            return n - 1 if n - 1 > clause.sentence.start else None
        if opened and tokens[n + 1].flags & _VERB:
            return None  # *qui, hier, a parlé, dit Léna*: its verb has come
    return None


def antecedent(clause: Clause, k: int, verb: Verb) -> NounPhrase | None:
    """The phrase that *qui* takes up: the nearest before it that agrees in number."""
    tokens = clause.tokens
    if tokens[k - 1].low in STRONG and tokens[k - 2].text == ",":
        return _somebody_beside(clause, k - 2, tokens[k - 1].low) or clause.subject_until(k - 2)
    before = [p for p in clause.phrases if p.i < k and not _bare_apposition(clause, p)]
    before = [p for p in before if not clause.in_brackets(p)]
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
    if beside is not None and (beside.plural != verb.plural or not beside.can_speak or _likens(beside)):
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


def _somebody_beside(clause: Clause, comma: int, pronoun: str) -> NounPhrase | None:
    """*les voyages du président, lui qui …*: one person, at the end of what stands before the comma."""
    gender = {"lui": "m", "elle": "f"}.get(pronoun)
    beside = [p for p in clause.phrases if p.end == comma]
    held = (clause.complement(p) for p in beside)
    one = (p for p in (*beside, *held) if p is not None and not p.plural)
    people = (p for p in one if gender is not None and p.gender in (None, gender))
    return next((p for p in people if p.name or p.flags & w.ROLE), None)


def _likens(phrase: NounPhrase) -> bool:
    """*à l'image du syndicat qui …*, *à l'exemple de …*: half a preposition."""
    return phrase.prep == "à" and phrase.head in _LIKE


def _person_beside(clause: Clause, before: list[NounPhrase], comma: int) -> NounPhrase | None:
    """*Léna a répondu à Paul Roche, qui …*: the person before the comma, whatever governs the name."""
    ending = next((p for p in before if p.end == comma), None)
    if ending is not None and not ending.name and not ending.flags & _SOURCES:
        ending = clause.complement(ending) or ending  # *les propos de Paul Roche, qui …*
    elif ending is not None and not ending.prep:
        return None
    if ending is not None and ending.det & w.INDEF and ending.flags & w.ROLE and not ending.plural:
        return ending  # *Léna, secourue par un voisin, qui …*
    name = ending and _names(ending)
    return ending if name and clause.page.phrase_reader.calls_person(name[0]) else None


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
            beside = (p for p in clause.phrases if p.end == (j - 1 if before else j))
            return next((p for p in beside if p.name or p.prep == "par"), None)
    return None


def around(clause: Clause, k: int) -> NounPhrase | None:
    """*au nom de la population, qui veut aussi voir « … »*: whom the *qui* that still rules takes up."""
    tokens, start = clause.tokens, clause.sentence.start
    qui = next((n for n in range(k - 1, start, -1) if tokens[n].low == "qui"), None)
    if qui is None or tokens[qui - 1].flags & (w.PREP | w.OF):
        return None
    verbs = [n for n in range(qui + 1, k) if tokens[n].flags & w.FINITE and not tokens[n - 1].flags & w.AUX]
    if not verbs or any(not tokens[n - 1].flags & w.COORD for n in verbs[1:]):
        return None  # *l'élu qui a parlé veut partir*
    if any(t.text == "," for t in tokens[verbs[0] : k]) or _reported(clause, qui):
        return None
    if any(p.i > qui and p.end <= k and clause.page.before_verb(p) for p in clause.phrases):
        return None
    beside = [p for p in clause.phrases if p.end == qui - (tokens[qui - 1].text == ",")]
    held = (clause.complement(p) for p in beside)
    plural = _in_plural(tokens[verbs[0]].low)
    candidates = (p for p in (*beside, *held) if p is not None and p.can_speak and p.plural == plural)
    return next(candidates, None)


def owner_of_aside(clause: Clause, k: int, stop: int) -> NounPhrase | None:
    """*Le maire, dont l'élue Léna Morel réclame le départ, a dit*: whose verb follows the relative at `k`.

    The relative stands between commas, and its clause ends before token `stop`.
    """
    tokens, start = clause.tokens, clause.sentence.start
    opening = next((n for n in range(k - 1, start, -1) if tokens[n].text == ","), None)
    if opening is None or tokens[opening + 1].low not in _ASIDE_OPENERS:
        return None
    closing = next((n for n in range(k, stop) if tokens[n].text in (",", ":")), None)
    if closing is None or not (tokens[closing].text == ":" or _goes_on(clause, closing + 1)):
        return None
    return next((p for p in clause.phrases if p.end == opening and not p.prep), None)


def _goes_on(clause: Clause, k: int) -> bool:
    """A verb at token `k`, or the infinitive that tells what comes next: *…, de conclure : « … »*."""
    infinitive = clause.tokens[k].low in _OF and k + 1 < clause.sentence.stop
    told = infinitive and bool(clause.tokens[k + 1].flags & w.INFINITIVE)
    return told or clause.page.verb_at(k)


def _reported(clause: Clause, k: int) -> bool:
    """*Léna dit que le maire, qui doit …*: whether token `k` stands in what somebody reports."""
    saying = (v for v in clause.verbs if v.j < k and v.finite and v.cue.strong)
    return any(t.flags & w.QUE for v in saying for t in clause.tokens[v.j : v.j + _TOLD])


def _in_plural(low: str) -> bool:
    """Whether the form of a verb in the third person is a plural: *veulent*, *ont*; not *vient*, *sent*."""
    return low.endswith("nt") and not low.endswith(("vient", "tient")) and low not in _SINGULAR
