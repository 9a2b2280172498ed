"""The subject ahead of its verb: of the phrases before it, the one that the clause shows most to be it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.parsing import words as w
from quotes.parsing.cues import Verb
from quotes.parsing.phrases import NOUN, PRONOUN, NounPhrase
from quotes.parsing.tokens import NUMBER, WORD

if TYPE_CHECKING:
    from quotes.parsing.clause import Clause


def best_subject(clause: Clause, verb: Verb) -> NounPhrase | None:
    best: tuple[float, NounPhrase] | None = None
    free_seen = 0
    ends = {p.end for p in clause.phrases}
    for phrase in clause.phrases:
        if phrase.j > verb.i:
            break
        if clause.is_time(phrase) or _closed_off(clause, phrase.j, verb.i):
            continue
        score = _subject_score(clause, phrase, verb, free_seen)
        if phrase.i in ends and not phrase.prep:  # it only goes on
            score -= 2.5
        if not phrase.prep:
            free_seen += 1
        if best is None or score >= best[0]:
            best = score, phrase
    if best is None or best[0] <= -3:
        return None
    return _set_beside(clause, best[1], verb) or best[1]


def _subject_score(clause: Clause, phrase: NounPhrase, verb: Verb, free_seen: int) -> float:
    score = 0.0
    if phrase.prep and not _of_a_figure(clause, phrase, verb):
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
    if phrase.form == PRONOUN:
        score += 1.0
    elif phrase.form == NOUN and not phrase.flags & w.HEAD and not phrase.name:
        score -= 1.0
    score -= 0.04 * (verb.i - phrase.end)
    return score


def _of_a_figure(clause: Clause, phrase: NounPhrase, verb: Verb) -> bool:
    """*Parmi les élus interrogés, 38 % disent « non »*: those of whom so many say so."""
    if phrase.prep != "parmi" or clause.tokens[phrase.end].text != ",":
        return False
    return any(t.kind == NUMBER for t in clause.tokens[phrase.end + 1 : verb.i])


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
    """A colon, a semicolon or a bracket stands between the two tokens."""
    return any(t.text in (";", ":") for t in clause.tokens[j:k])


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
