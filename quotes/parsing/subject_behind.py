"""The subject behind an inverted verb: *a déclaré hier à Lyon le ministre Paul Roche*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.cue_readings import adverbial_end
from quotes.parsing.cues import Verb
from quotes.parsing.full_names import FULL, ends_body
from quotes.parsing.phrases import NAME, NOUN, PRONOUN, NounPhrase
from quotes.parsing.tokens import BREAK, CLOSE_BRACKETS, NUMBER, OPEN_BRACKETS, QUOTE, WORD, Token

if TYPE_CHECKING:
    from quotes.parsing.clause import Clause

#: how many words a name between marks may have
_NAME = 4
_BEARING = words("bearing_nouns.txt")
_CIVIL = words("civil_titles.txt")
#: what leads to where a thing is held or shown: *plan à l'appui*, *dossier en main*; and how long that is
_HOLDING, _HELD = frozenset({"à", "en", "sous", "sur"}), 5
_PLAIN = frozenset({"il", "elle", "ils", "elles", "on"})


def subject_behind(clause: Clause, verb: Verb) -> NounPhrase | None:
    """The subject that follows an inverted verb: *a déclaré hier à Lyon le ministre Paul Roche*."""
    page, stop = clause.page, clause.sentence.stop
    if verb.clitic is not None:
        return page.phrase_reader.phrase_at(verb.clitic, stop)
    k = verb.j
    called = called_by_marks(clause, verb)
    if called is not None:
        return NounPhrase(called, called + 1, NOUN, "«»", w.GROUP)
    while k < stop:
        token = clause.tokens[k]
        if token.kind == QUOTE or token.text in (":", ";", ")"):
            return None
        if _begins_clause(token) and not _second_noun(clause, verb, k):
            return None
        many = token.low == "des" or page.phrase_reader.counts_many(k, stop)
        if token.flags & (w.PREP | w.OF) and not many:
            k = _past_complement(clause, k, stop)
            continue
        if token.text in OPEN_BRACKETS:
            k = _skip_brackets(clause, k, stop)
            continue
        if token.flags & (w.ADV | w.TIME) or token.kind != WORD:
            k += 1
            continue
        if token.low == "il" and [t.low for t in clause.tokens[k + 1 : k + 3]] == ["y", "a"]:
            k = _skip_complement(clause, k + 2, stop)  # *il y a quelques semaines*
            continue
        pair = page.phrase_reader.pair_at(k, stop) if verb.plural else None
        phrase = pair or page.phrase_reader.phrase_at(k, stop, bare=many)
        if phrase is None or clause.is_time(phrase) or _bears(clause, phrase) or _manner(clause, phrase, k):
            k = phrase.j if phrase else k + 1
            continue
        if phrase.form == PRONOUN and clause.tokens[phrase.i].low in _PLAIN:
            return None
        return _with_name(clause, page.phrase_reader.with_apposition(phrase, stop), stop)
    return None


def _with_name(clause: Clause, phrase: NounPhrase, stop: int) -> NounPhrase:
    """*a dit un soutien du maire, Paul Roche*: behind the verb even an unknown noun may be a person."""
    if phrase.form != NOUN or phrase.can_speak or phrase.apposed or phrase.j + 1 >= stop:
        return phrase
    name = (
        clause.page.phrase_reader.phrase_at(phrase.j + 1, stop)
        if clause.tokens[phrase.j].text == ","
        else None
    )
    if name is None or name.form != NAME or not (name.flags & w.TITLE or name.gender):
        return phrase
    if name.j >= stop or clause.tokens[name.j].text in (",", "."):
        phrase.apposed = name
    return phrase


def _begins_clause(token: Token) -> bool:
    """A relative, *que* or a finite verb; *entre* is a preposition here."""
    return bool(token.flags & (w.QUE | w.REL | w.FINITE)) and token.low != "entre"


def _second_noun(clause: Clause, verb: Verb, k: int) -> bool:
    """*a dit lors d'un point presse le maire*: a noun set beside another, and no verb."""
    plain = not clause.tokens[k].flags & (w.QUE | w.REL | w.AUX)
    return plain and k - 2 > verb.j and bool(clause.tokens[k - 2].flags & w.ANY_DET)


def called_by_marks(clause: Clause, verb: Verb) -> int | None:
    """*« Il faut partir », lâche aussi « Zaza »*: the token of a subject that is a name between marks."""
    tokens, k = clause.tokens, verb.j
    while k < clause.sentence.stop and tokens[k].flags & (w.ADV | w.TIME):
        k += 1
    reported = tokens[verb.i - 1 if tokens[verb.i - 1].text != "," else verb.i - 2]
    return k if reported.kind == QUOTE and marked_name(tokens, k, clause.sentence.stop) else None


def marked_name(tokens: Sequence[Token], k: int, stop: int) -> bool:
    """Whether marks at token `k` hold a name and nothing goes on with it: *« Zaza »*, *« Le Courrier »*."""
    if k >= stop or tokens[k].kind != QUOTE or not tokens[k].inner:
        return False
    name, behind = tokens[k].inner, tokens[k + 1] if k + 1 < stop else None
    ends = behind is None or behind.text in (",", ".") or behind.kind == BREAK or bool(behind.flags & w.PREP)
    return ends and len(name) <= _NAME and name[0].cap and name[-1].kind == WORD


def set_off(clause: Clause, verb: Verb) -> bool:
    """Behind a comma, and its subject ends the sentence."""
    if verb.i == clause.sentence.start or clause.tokens[verb.i - 1].text != ",":
        return False
    if verb.clitic is not None:
        return True
    subject = subject_behind(clause, verb) if "incise" in verb.cue.frames else None
    if subject is None or not subject.can_speak:
        return False
    if subject.det & w.INDEF and not subject.name and not subject.flags & (w.ROLE | w.GROUP):
        return False  # *Le maire, Paul Roche, a demandé une réunion*
    end, stop = subject.end, clause.sentence.stop - 1
    if end < stop and clause.tokens[end].text == "," and whole_before(clause, verb):
        end += 1  # *La grue tient, a dit le maire, Paul Roche, sur Radio Ouest*
    if end >= stop:
        return True
    behind = clause.tokens[end]
    return behind.text in OPEN_BRACKETS or bool(behind.flags & (w.PREP | w.TIME))


def whole_before(clause: Clause, verb: Verb) -> bool:
    """Whether a whole clause stands before the verb, and no relative."""
    whole = any(p.end < verb.i - 1 and clause.page.before_verb(p) for p in clause.phrases)
    return whole and not any(t.low == "qui" for t in clause.tokens[clause.sentence.start : verb.i])


def _bears(clause: Clause, phrase: NounPhrase) -> bool:
    """*lâche, les larmes aux yeux, le maire*; *crie une voix* and *la tête de la liste* speak."""
    if phrase.head not in _BEARING or phrase.det & w.INDEF:
        return False
    return not any(token.flags & w.OF for token in clause.tokens[phrase.i + 1 : phrase.j])


def _manner(clause: Clause, phrase: NounPhrase, k: int) -> bool:
    """*lance, provocateur, le maire*, *lance, plan à l'appui, le maire*: bare between commas it says how."""
    alone = phrase.j == k + 1 and not phrase.det and not phrase.name and phrase.form == NOUN
    if not alone or clause.tokens[k - 1].text != ",":
        return False
    behind = clause.tokens[k + 1 : min(k + 1 + _HELD, clause.sentence.stop)]
    held = bool(behind) and behind[0].low in _HOLDING and any(t.text == "," for t in behind)
    return held or clause.tokens[min(k + 1, clause.sentence.stop - 1)].text == ","


def _past_complement(clause: Clause, k: int, stop: int) -> int:
    """*a dit hier à Brest, devant la presse et son équipe*: behind what begins at token `k`."""
    end = (
        adverbial_end(clause.tokens, k) or _skip_gerund(clause, k, stop) or _skip_complement(clause, k, stop)
    )
    return _past_twin(clause, end, stop)


def _skip_gerund(clause: Clause, k: int, stop: int) -> int | None:
    """*déclare en sortant Mme Morel*."""
    gerund = clause.tokens[k].low == "en" and k + 1 < stop and clause.tokens[k + 1].text.endswith("ant")
    return k + 2 if gerund else None


def _skip_complement(clause: Clause, k: int, stop: int) -> int:
    """The end of a complement: before the full name that may follow it without a comma."""
    reader = clause.page.phrase_reader
    phrase = reader.phrase_at(k + 1, stop, bare=True)
    if phrase is None or clause.tokens[k + 1].kind == NUMBER:
        return k + 1
    if phrase.j + 1 < stop and clause.tokens[phrase.j].text == ",":
        other = reader.phrase_at(phrase.j + 1, stop)
        if other is not None and other.name:
            return phrase.j  # *devant le maire Paul Roche, la préfète Léna Morel*
    for name in range(k + 2, phrase.j):
        following = clause.tokens[name + 1] if name + 1 < stop else None
        full = name + 1 < phrase.j and following is not None and following.cap
        listener = clause.tokens[name - 1]
        one = listener.flags & w.ROLE and not (listener.cap or listener.flags & w.PLURAL)
        if one and name <= k + 3:
            continue  # *a expliqué au ministre Paul Roche que*
        if reader.first_name(name) and (full or _introduced(clause, name, stop)):
            return name
        if clause.tokens[name].low == "des" and clause.tokens[name - 1].upper:
            return name  # *à l'AFP des riverains*
        if clause.tokens[name].low in _CIVIL and not clause.tokens[name - 1].flags & (
            w.OF | w.PREP | w.COORD
        ):
            return name  # *à sa sortie du port Mme Morel*
    if phrase.name and phrase.name[0] > k + 1 and clause.tokens[phrase.name[0]].text.startswith("@"):
        return phrase.name[0]
    return _unknown_name(clause, phrase, stop) or phrase.j


def _unknown_name(clause: Clause, phrase: NounPhrase, stop: int) -> int | None:
    """*a dit à Radio Mer Zubran Kelo, docker*: where the name begins that no list of first names holds.

    It has two capitals at least, behind a body, a place or a small word; or what follows says who that is.
    """
    tokens, end = clause.tokens, phrase.j
    begin = end
    while begin > phrase.i and (tokens[begin - 1].cap or tokens[begin - 1].flags & w.PARTICLE):
        begin -= 1
    if begin > phrase.i and tokens[begin - 1].flags & (w.ROLE | w.GROUP) and end - begin >= FULL:
        return begin if tokens[begin - 1].flags & w.PLURAL else None  # *à des élus Zubran Kelo*
    reader = clause.page.phrase_reader
    if reader.tells_who(end):
        start = reader.last_name_start(begin, end)
    else:
        bodies = (n + 1 for n in range(end - 1, begin - 1, -1) if ends_body(tokens[n]))
        start = next(bodies, end) if end >= stop - 1 else end
    return start if end - start >= FULL and start > phrase.i else None


def _past_twin(clause: Clause, k: int, stop: int) -> int:
    """*devant la presse et son équipe*: the second half of a complement that ends at token `k`."""
    if k + 2 < stop and clause.tokens[k].low == "et" and clause.tokens[k - 1].cap:
        end = clause.page.phrase_reader.name_end(k + 1)
        if k + 1 < end < stop and clause.tokens[end].flags & w.ANY_DET:
            return end  # *à Mers et Marées l'élue Léna Morel*
    if k + 1 >= stop or clause.tokens[k].low != "et" or not clause.tokens[k + 1].flags & w.ANY_DET:
        return k
    second = clause.page.phrase_reader.phrase_at(k + 1, stop)
    return second.j if second is not None and not second.name else k


def _introduced(clause: Clause, name: int, stop: int) -> bool:
    """*Frédéric, 46 ans*, *Karen, une infirmière*: a first name alone, and who that is."""
    ahead = clause.tokens[name + 1 : min(name + 4, stop)]
    if len(ahead) < 3 or ahead[0].text != ",":
        return False
    role = ahead[1].flags & w.ROLE or (ahead[1].low in ("un", "une") and ahead[2].flags & w.ROLE)
    return bool(role) or (ahead[1].kind == NUMBER and ahead[2].low == "ans")


def _skip_brackets(clause: Clause, k: int, stop: int) -> int:
    for end in range(k, stop):
        if clause.tokens[end].text in CLOSE_BRACKETS:
            return end + 1
    return stop
