"""The subject ahead of its verb: of the phrases before it, the one that the clause shows most to be it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.parsing import words as w
from quotes.parsing.cues import Verb
from quotes.parsing.phrases import NOUN, PRONOUN, NounPhrase
from quotes.parsing.tokens import CLOSE_BRACKETS, OPEN_BRACKETS, WORD

if TYPE_CHECKING:
    from quotes.parsing.clause import Clause

#: how many tokens a relative and its verb may have before the object
_RELATIVE = 4
#: what may stand before a fronted clause: *Et pourtant, après avoir reçu …*
_SMALL = w.COORD | w.ADV
#: *comme Léna*, *comme Léna l'a dit*
_LIKE = "comme"


def best_subject(clause: Clause, verb: Verb) -> NounPhrase | None:
    if clause.tokens[verb.i - 1].text == "%":  # *Parmi les élèves, 38 % disent*
        return next((p for p in clause.phrases if p.prep == "parmi" and p.end < verb.i), None)
    best: tuple[float, NounPhrase] | None = None
    free_seen = 0
    main = _behind_fronted(clause, verb)
    ends = {p.end for p in clause.phrases}
    for phrase in clause.phrases:
        if phrase.j > verb.i:
            break
        if clause.is_time(phrase) or _closed_off(clause, phrase.j, verb.i):
            continue
        score = _subject_score(clause, phrase, verb, free_seen)
        if phrase.i in ends and not phrase.prep:  # it only goes on
            score -= 2.5
        if phrase.i < main:
            score -= 4.0
        if not phrase.prep:
            free_seen += 1
        if best is None or score >= best[0]:
            best = score, phrase
    if best is None or best[0] <= -3:
        return None
    return _set_beside(clause, best[1], verb) or best[1]


def _behind_fronted(clause: Clause, verb: Verb) -> int:
    """Where the main clause begins: *Après avoir reçu Léna, le maire, Paul Roche, dénonce …*.

    So behind *Comme Léna, …* and *Tandis que Léna saluait la foule, …*; the sentence's start elsewhere.
    """
    tokens, start = clause.tokens, clause.sentence.start
    k = next((n for n in range(start, verb.i) if not tokens[n].flags & _SMALL), verb.i)
    if k + 1 >= verb.i:
        return start
    first, second = tokens[k], tokens[k + 1]
    subordinate = first.flags & w.SUB or second.flags & w.QUE
    if subordinate and first.low != _LIKE:
        k = next((n for n in range(k, verb.i) if tokens[n].flags & w.FINITE), verb.i)
    elif first.low != _LIKE and not (first.flags & w.PREP and second.flags & w.INFINITIVE):
        return start
    comma = next((n for n in range(k, verb.i - 1) if tokens[n].text == ","), None)
    if comma is None or all(p.prep or p.i < comma or p.j > verb.i for p in clause.phrases):
        return start
    return comma + 1


def _subject_score(clause: Clause, phrase: NounPhrase, verb: Verb, free_seen: int) -> float:
    score = 0.0
    if phrase.prep:
        score -= 4.0
    if phrase.plural != verb.plural and not _joint(clause, phrase):
        score -= 3.0
    if free_seen == 0:
        score += 1.0
    if phrase.end == verb.i:
        score += 3.0
    elif clause.tokens[verb.i - 1].text in (",", ")") and clause.tokens[min(phrase.end, verb.i - 1)].text in (
        ",",
        "(",
    ):
        score += 1.5
        before = clause.tokens[phrase.i - 1]  # *la loi, que la ministre, Léna Morel, dit …*
        if before.flags & w.QUE or before.low == "dont":
            score += 1.5
    if _attribute(clause, phrase):
        score -= 2.0
    if clause.is_object(phrase):
        score -= 2.5
    if _ends_relative(clause, phrase) or _acts_in_relative(clause, phrase, verb):
        score -= 4.0
    if phrase.form == PRONOUN:
        score += 1.0
    elif phrase.form == NOUN and not phrase.flags & w.HEAD and not phrase.name:
        score -= 1.0
    score -= 0.04 * (verb.i - phrase.end)
    return score


def _ends_relative(clause: Clause, phrase: NounPhrase) -> bool:
    """*L'élue qui a reçu sa plainte se souvient*: what the verb of a relative has as object."""
    tokens, start = clause.tokens, clause.sentence.start
    for k in range(phrase.i - 1, max(start, phrase.i - _RELATIVE), -1):
        if tokens[k].kind != WORD:
            return False
        if tokens[k].low == "qui":
            return k < phrase.i - 1 and not tokens[k - 1].flags & (w.PREP | w.OF)
    return False


def _acts_in_relative(clause: Clause, phrase: NounPhrase, verb: Verb) -> bool:
    """*Un texte que Radio Mer a pu lire, une élue présente au vote le cite*: the first verb is its own."""
    opening = clause.tokens[phrase.i - 1] if phrase.i > clause.sentence.start else None
    if opening is None or not (opening.flags & w.QUE or opening.low == "dont"):
        return False
    if all(p.end != phrase.i - 1 for p in clause.phrases):
        return False  # *Elle dit que le port a fermé*
    return clause.page.verb_at(phrase.end) and any(t.text == "," for t in clause.tokens[phrase.end : verb.i])


def _attribute(clause: Clause, phrase: NounPhrase) -> bool:
    """*Membre du club, Léna Morel a dit*: a role that opens the sentence is said of what comes behind."""
    if phrase.i != clause.sentence.start or phrase.det or phrase.form != NOUN or phrase.name:
        return False
    behind = next((p for p in clause.phrases if p.i >= phrase.end and not p.prep), None)
    return behind is not None and behind.i > 0 and clause.tokens[behind.i - 1].text == ","


def _joint(clause: Clause, phrase: NounPhrase) -> bool:
    k = phrase.end
    return (k < len(clause.tokens) and clause.tokens[k].low == "et") or (
        phrase.i > 0 and clause.tokens[phrase.i - 1].low == "et"
    )


def _closed_off(clause: Clause, j: int, k: int) -> bool:
    """A colon, a semicolon or the end of a bracket stands between the two tokens."""
    for n in range(j, k):
        text = clause.tokens[n].text
        if text in (";", ":"):
            return True
        if text in CLOSE_BRACKETS:  # *Venu de Brest (Finistère), le docker le jure*
            return not any(t.text in OPEN_BRACKETS for t in clause.tokens[j:n])
    return False


def _set_beside(clause: Clause, phrase: NounPhrase, verb: Verb) -> NounPhrase | None:
    """*Celui de Brest, Paul Roche, a dit*: the name between commas; not *le bureau du maire, X*."""
    inner = clause.complement(phrase)
    whose = inner is not None and inner.flags & w.ROLE and inner.plural == verb.plural
    if phrase.name or clause.tokens[verb.i - 1].text != "," or whose:
        return None
    for name in clause.phrases:
        apart = name.end == verb.i - 1 and clause.tokens[name.i - 1].text == "," and name.i > phrase.end
        if apart and name.name and not name.prep and name.plural == verb.plural:
            between = clause.tokens[phrase.end : name.i - 1]
            near = all(t.kind == WORD and not t.flags & (w.FINITE | w.QUE | w.REL) for t in between)
            return name if near else None
    return None
