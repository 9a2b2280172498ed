"""Gerunds, participles and infinitives: whose they are stands with the verb on which they hang."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.cues import Verb
from quotes.parsing.phrases import NAME, NOUN, NounPhrase
from quotes.parsing.relatives import around, owner_of_aside
from quotes.parsing.subject_perceived import perceived, seen
from quotes.parsing.things import is_thing, is_writing

if TYPE_CHECKING:
    from quotes.parsing.clause import Clause

#: what others have written all over: *une banderole réclamant …*
_DISPLAYS = words("display_nouns.txt")
#: how many small words may stand before the infinitive that opens a sentence: *Mais pour défendre …*
_OPENING = 3
_TO = frozenset({"à", "au", "aux"})


def shared_subject(clause: Clause, verb: Verb) -> NounPhrase | None:
    """Gerunds, participles and infinitives share the subject of the clause they hang on."""
    infinitive = verb.tense == "inf"
    turn = _whose_turn(clause, verb) if infinitive else None
    if turn is not None:
        return turn
    if verb.cue.head == "être":  # *une idée de Léna Morel, convaincue que …*
        beside_it = [p for p in clause.phrases if p.end == verb.i - 1]
        convinced = next((p for p in beside_it if p.can_speak and not is_thing(p)), None)
        if convinced is not None:
            return convinced
    beside = _beside(clause, verb) or ((around(clause, verb.i) or seen(clause, verb)) if infinitive else None)
    if beside is not None:
        return beside
    reporting = [v for v in clause.verbs if v.finite and v.cue.strong and v.j <= verb.i and not v.passive]
    if reporting and owner_of_aside(clause, reporting[-1].i, verb.i) is not None:
        reporting.pop()
    subject = clause.subject_of(reporting[-1]) if reporting else None
    subject = subject or clause.subject_until(verb.i)
    caller = _caller(clause, verb) if subject is None or not subject.can_speak else None
    if caller is not None:
        return caller
    if subject is not None and infinitive and (not subject.can_speak or _drives(subject, reporting)):
        told = is_writing(subject) and not clause.page.before_verb(subject)
        # *Et d'égrener des chiffres pour dénoncer « … »*: what is said, and not who says it
        return _controlled(clause, subject, verb) or (None if told else subject)
    if subject is not None:
        return perceived(clause, subject, verb) or subject
    return _coming_subject(clause, verb)


def _beside(clause: Clause, verb: Verb) -> NounPhrase | None:
    """*le maire estimant que*, *on entend un passant s'écrier*: the phrase right before the verb."""
    gerund = "en" in (clause.tokens[verb.i].low, clause.tokens[verb.i - 1].low)
    participle = verb.tense == "ger" and not gerund
    if not participle and verb.tense != "inf":
        return None
    cited = _cited(clause, verb) if participle else None
    if cited is not None:
        return cited
    ending = _ending(clause, verb.i)
    held = [clause.complement(p) for p in ending if participle]  # *une pile de tracts réclamant*
    phrase = next((p for p in (*ending, *held) if p is not None and p.can_speak), None)
    if phrase is None or (participle and (_listens(clause, phrase) or _answered(clause, ending[0]))):
        return None
    # the whole phrase; what it holds comes behind it
    return _named_before(clause, phrase) or _author(clause, phrase) or phrase


def _ending(clause: Clause, k: int) -> list[NounPhrase]:
    """The phrases that end right before token `k`, or before a time: *l'avis du maire la veille jugeant*."""
    beside = [p for p in clause.phrases if p.end == k]
    time = next((p.i for p in beside if clause.is_time(p) and clause.complement(p) is None), k)
    while time > clause.sentence.start and clause.tokens[time - 1].flags & w.TIME:
        time -= 1
    return beside if time == k else [p for p in clause.phrases if p.end == time]


def _listens(clause: Clause, phrase: NounPhrase) -> bool:
    """*a dit le maire sur Radio Mer évoquant …*: a bare name needs no participle to tell which it is."""
    if phrase.form != NAME or phrase.prep is None or clause.tokens[phrase.i - 1].flags & w.OF:
        return False
    telling = (v for v in clause.verbs if v.finite and v.cue.strong and not v.passive and v.j <= phrase.i)
    subjects = map(clause.subject_of, telling)
    return any(s is not None and s.can_speak and s.end < phrase.i for s in subjects)


def _answered(clause: Clause, phrase: NounPhrase) -> bool:
    """*Léna Morel a répondu aux critiques du maire jurant …*: who answers says something as well."""
    answering = (v for v in clause.verbs if v.j == phrase.i - 1 and v.finite)
    if phrase.prep not in _TO or not any(v.cue.family == "say" and v.cue.strong for v in answering):
        return False
    return w.is_of_saying(clause.tokens[phrase.i].low)


def _whose_turn(clause: Clause, verb: Verb) -> NounPhrase | None:
    """*C'est au tour de Léna Morel de dénoncer …*: the turn belongs to whoever is named."""
    of = verb.i - 1
    if of <= clause.sentence.start or clause.tokens[of].low not in ("de", "d'"):
        return None
    turn = next((p for p in clause.phrases if p.end == of and p.head == "tour"), None)
    return clause.complement(turn) if turn is not None else None


def _drives(subject: NounPhrase, reporting: list[Verb]) -> bool:
    """*La décision a poussé le maire à dénoncer …*: a writing that reports nothing itself."""
    return is_writing(subject) and not subject.name and not reporting


def _cited(clause: Clause, verb: Verb) -> NounPhrase | None:
    """*Il reprend les termes du directeur, Paul Roche, appelant à …*: who says the words taken up."""
    name = next((p for p in clause.phrases if p.end == verb.i - 1 and p.name), None)
    if name is None or clause.tokens[verb.i - 1].text != "," or clause.tokens[name.i - 1].text != ",":
        return None
    told = [p for p in clause.phrases if p.end == name.i - 1 and p.form == NOUN and p.i + 1 < p.j]
    return name if any(w.is_of_saying(clause.tokens[p.i + 1].low) for p in told) else None


def _named_before(clause: Clause, phrase: NounPhrase) -> NounPhrase | None:
    """*Léna Morel, une femme se disant « libre »*: the name to which the phrase is apposed."""
    if phrase.name or phrase.form != NOUN or clause.tokens[phrase.i - 1].text != ",":
        return None
    return next((p for p in clause.phrases if p.end == phrase.i - 1 and p.name and not p.prep), None)


def _author(clause: Clause, phrase: NounPhrase) -> NounPhrase | None:
    """*La maire a lancé un appel demandant …*: the words are hers who made what the verb has as object."""
    if not is_writing(phrase) or not clause.is_object(phrase) or phrase.head in _DISPLAYS:
        return None
    doer = next((p for p in clause.phrases if p.end == phrase.i - 1), None)
    maker = doer or clause.subject_until(phrase.i)
    return maker if maker is not None and maker.can_speak and not is_writing(maker) else None


def _caller(clause: Clause, verb: Verb) -> NounPhrase | None:
    """*Une grève aura lieu à l'appel de deux syndicats pour obtenir « un geste »*: those who call for it."""
    if verb.tense != "inf" or clause.tokens[verb.i - 1].low != "pour":
        return None
    before = [p for p in clause.phrases if p.end < verb.i]
    for phrase in reversed(before):
        if phrase.head == "appel" and phrase.prep:
            return clause.complement(phrase) or next((p for p in before if p.i > phrase.end), None)
    return None


def _coming_subject(clause: Clause, verb: Verb) -> NounPhrase | None:
    """*Jugeant qu'elle « recule », le maire vote contre*: the subject of the clause behind the comma."""
    free = [p for p in clause.phrases if p.i >= verb.j and not p.prep and not clause.is_time(p)]
    later = [p for p in free if p.i >= clause.position]
    if verb.tense != "ger" and verb.i - clause.sentence.start > _OPENING:
        return next(iter(later), None)
    apart = [p for p in free if clause.tokens[p.i - 1].text == ","]
    opening = [p for p in apart if clause.page.before_verb(p) or clause.page.before_marked_verb(p)]
    coming = [p for p in opening if p.i >= clause.position] or [p for p in opening if p.can_speak][-1:]
    return next(iter(coming or later), None)


def _controlled(clause: Clause, subject: NounPhrase, verb: Verb) -> NounPhrase | None:
    """*La marche a réuni mille personnes pour réclamer …*: what cannot speak makes others speak."""
    between = [p for p in clause.phrases if subject.end <= p.i and p.end <= verb.i and not p.prep]
    others = (p for p in reversed(between) if clause.tokens[p.i - 1].low != "dont")  # *…, dont Léna, …*
    held = (p if p.can_speak else clause.complement(p) or p for p in others)
    return next((p for p in held if p.can_speak and not p.flags & w.DOCUMENT), None)
