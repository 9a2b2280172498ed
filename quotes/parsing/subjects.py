"""Who is the subject of a verb of saying, whatever the shape of its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.parsing import words as w
from quotes.parsing.cues import Verb
from quotes.parsing.marked_verbs import says_so_itself
from quotes.parsing.phrases import PRONOUN, NounPhrase
from quotes.parsing.relatives import antecedent, owner_of_aside, relative_at, relative_subject
from quotes.parsing.subject_ahead import best_subject
from quotes.parsing.subject_behind import set_off, subject_behind, whole_before
from quotes.parsing.subject_shared import shared_subject
from quotes.parsing.tokens import QUOTE

if TYPE_CHECKING:
    from quotes.parsing.clause import Clause

_SPOKEN = frozenset({"say", "write"})


def subject_before(clause: Clause, verb: Verb) -> NounPhrase | None:
    """The subject of a verb that stands before the quotation, by the shape of the clause."""
    if verb.clitic is not None:
        return clause.page.phrase_reader.phrase_at(verb.clitic, clause.sentence.stop)
    k = verb.i - 1
    start = clause.sentence.start
    relative = relative_at(clause, verb) if verb.finite else None
    if relative is not None:
        return antecedent(clause, relative, verb)
    if verb.finite and (_after_words(clause, k) or _after_attribute(clause, verb)):
        behind = subject_behind(clause, verb)
        if behind is not None and behind.can_speak:
            return behind
    if verb.finite and _closes_report(clause, verb):
        return subject_behind(clause, verb)
    if not verb.finite or (clause.tokens[k].flags & w.COORD and k >= start):
        return shared_subject(clause, verb)
    return best_subject(clause, verb)


def _after_words(clause: Clause, k: int) -> bool:
    """*C'est « un début », note la maire : « …* : the verb, behind token `k`, stands between the two."""
    between = clause.tokens[k].text == "," and clause.tokens[k - 1].kind == QUOTE
    return between and k > clause.sentence.start and clause.tokens[clause.position - 1].text == ":"


def _after_attribute(clause: Clause, verb: Verb) -> bool:
    """*C'est un « recul » a tweeté la maire, soit « trois fois moins »*: the subject follows."""
    if clause.tokens[verb.i - 1].kind != QUOTE or "incise" not in verb.cue.frames:
        return False
    said = next((p for p in clause.phrases if p.end == verb.i), None)
    return (
        said is not None and said.i > clause.sentence.start and bool(clause.tokens[said.i - 1].flags & w.AUX)
    )


def _closes_report(clause: Clause, verb: Verb) -> bool:
    """*La crue approche, a précisé Léna Morel en évoquant …*: a whole clause, then who said it."""
    if verb.cue.family not in _SPOKEN or not set_off(clause, verb):
        return False
    behind = any(t.flags & w.REL for t in clause.tokens[verb.j : clause.position])
    return whole_before(clause, verb) and not behind


def subject_of(clause: Clause, verb: Verb) -> NounPhrase | None:
    """The subject of a finite verb on the side where it stands."""
    return subject_behind(clause, verb) if _inverted(clause, verb) else subject_before(clause, verb)


def _inverted(clause: Clause, verb: Verb) -> bool:
    """The verb follows a quotation, or what it reports: its subject stands behind it."""
    k = verb.i - 1
    comma = k > clause.sentence.start and clause.tokens[k].text == ","
    if comma:
        k -= 1
    if verb.clitic is not None:
        return True
    if k >= clause.sentence.start and clause.tokens[k].kind == QUOTE:
        return comma or not _people_in_marks(clause, verb)
    if not comma and k >= clause.sentence.start and clause.tokens[k].low in ("que", "qu'"):
        behind = subject_behind(clause, verb)  # *C'est ce que chante Léna Morel : « … »*
        return behind is not None and behind.i == verb.j and behind.can_speak
    return comma and "incise" in verb.cue.frames and _subject_only_behind(clause, verb)


def _people_in_marks(clause: Clause, verb: Verb) -> bool:
    """*les « cirés » protestent*: what stands between the marks speaks, and is not what is said."""
    people = (p for p in clause.phrases if p.end == verb.i and p.marked_people)
    return any(verb.plural and not p.prep for p in people)


def _subject_only_behind(clause: Clause, verb: Verb) -> bool:
    """*La crise s'étend, a estimé lundi la préfète*: nobody who can speak stands before the verb."""
    behind = subject_behind(clause, verb)
    before = best_subject(clause, verb)
    if behind is None or not behind.can_speak:
        return False
    return before is None or not before.can_speak or before.plural != verb.plural


def subject_until(clause: Clause, k: int) -> NounPhrase | None:
    """The subject of the last clause before token `k`: before its verb, or inverted behind it."""
    free = [p for p in clause.phrases if p.end <= k and not p.prep and not _no_subject(clause, p)]
    free = [p for p in free if not clause.in_brackets(p)]
    subjects = [p for p in free if clause.page.before_verb(p) or _before_marks(clause, p)]
    chosen = subjects[-1] if subjects else None
    inverted = [v for v in clause.verbs if v.finite and v.j <= k and _inverted(clause, v)]
    if inverted and (chosen is None or inverted[-1].i > chosen.i):
        chosen = subject_behind(clause, inverted[-1]) or chosen
    owner = owner_of_aside(clause, chosen.i, k) if chosen is not None else None
    if owner is not None:
        return owner
    relative = relative_subject(clause, k)
    if relative is not None and (chosen is None or relative.i > chosen.i):
        return relative
    return chosen or (free[0] if free else None)


def _before_marks(clause: Clause, phrase: NounPhrase) -> bool:
    """*le communiqué dans lequel la maire, Léna Morel, « condamne … »*: the verb stands between the marks."""
    end = phrase.end
    closed = phrase.apposed is not None and end < len(clause.tokens) and clause.tokens[end].text == ","
    inner = clause.tokens[end + closed].inner if end + closed < len(clause.tokens) else ()
    return phrase.form != PRONOUN and says_so_itself(inner)


def _no_subject(clause: Clause, phrase: NounPhrase) -> bool:
    """A date, or the place of a dispatch: *BREST | Les marins …*."""
    place = phrase.end < clause.sentence.stop and clause.tokens[phrase.end].text == "|"
    return place or clause.is_time(phrase)


def reporter(clause: Clause, verb: Verb) -> NounPhrase | None:
    """Who reports in a sentence that quotes nothing: *La digue tient, poursuit le maire*."""
    return subject_behind(clause, verb) if set_off(clause, verb) else subject_before(clause, verb)
