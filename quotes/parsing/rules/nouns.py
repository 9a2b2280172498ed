"""Rules for nouns of saying: *la réponse de X : « … »*, *son jugement : « … »*."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.clause import Clause
from quotes.parsing.phrases import NounPhrase
from quotes.parsing.rules.registry import rule
from quotes.parsing.scene import Link, Scene
from quotes.parsing.things import is_writing
from quotes.parsing.tokens import Token, classes_of, spelled
from quotes.parsing.words import is_being, is_of_saying

#: how far before the colon the noun may stand, and one that opens the sentence, in tokens
_NEAR, _SUBJECT = 12, 20
#: in how many tokens a subject begins: *Le dernier message*
_OPENS = 3
_TO = frozenset({"à", "au", "aux"})
#: how long *où il est question de* is at most, in tokens
_QUESTION = 7
_WHERE = frozenset({"où", "lequel", "laquelle"})
SHOWN = frozenset({"voilà", "voici"})


def noun_that_governs(scene: Scene) -> Link | None:
    """*Les appels de X à « … »*, *la promesse de X de « … »*: the words hang on the noun of saying."""
    tokens, k = scene.tokens, scene.position
    if k - _QUESTION > scene.sentence.start and "question" in [t.low for t in tokens[k - 3 : k]]:
        about = _writing_about(scene)
        if about is not None:
            return about
    while k > scene.sentence.start and tokens[k - 1].flags & w.ANY_DET and tokens[k - 1].low not in _TO:
        k -= 1
    if k - 1 <= scene.sentence.start or not (tokens[k - 1].flags & w.OF or tokens[k - 1].low in _TO):
        return None
    for n in range(k - 2, max(scene.sentence.start - 1, k - _NEAR), -1):
        if tokens[n].low in _hanging() and tokens[n + 1].flags & w.OF:
            whose = scene.page.phrase_reader.phrase_at(n + 2, k - 1, bare=True)
            said = whose is not None and whose.can_speak and whose.j == k - 1
            return Link(whose, (n, n + 1), tokens[n].text, sentence=scene.number) if said else None
    return None


def _writing_about(scene: Scene) -> Link | None:
    """*Il lit un texte venu de Brest où il est question de « … »*: the words are those of the text."""
    tokens, k = scene.tokens, scene.position
    where = next((n for n in range(k - 1, k - _QUESTION - 1, -1) if tokens[n].low in _WHERE), None)
    if where is None or tokens[where + 1].low != "il":
        return None
    before = (p for p in reversed(scene.phrases) if p.end <= where)
    writing = next((p for p in before if is_writing(p)), None)
    return Link(writing, sentence=scene.number) if writing is not None else None


@cache
def _hanging() -> frozenset[str]:
    """The nouns of the list in both numbers."""
    singular = words("hanging_nouns.txt")
    return singular | {w.plural(noun) for noun in singular}


@rule("cue-noun-and-colon", example="La réponse de Léna Morel : « Jamais. »")
def cue_noun_and_colon(scene: Scene) -> Link | None:
    """*Réponse de X : « … »*, *le mot d'ordre du syndicat : « … »*: a noun of saying and whose it is."""
    return noun_of_saying(scene, scene.position - 1) or _asked(scene)


def _asked(scene: Scene) -> Link | None:
    """*Réponse avec Léna Morel, maire de Brest : « … »*, *Entretien avec X :*: a noun, and who is asked."""
    tokens, start, colon = scene.tokens, scene.sentence.start, scene.position - 1
    k = start + 1 if not tokens[start].flags & w.DET else start + 2
    if colon <= k or tokens[colon].text != ":" or tokens[k].low != "avec":
        return None
    if tokens[k - 1].low not in words("asked_nouns.txt"):
        return None  # *Réunion avec Léna Morel : « … »*: whoever sat there
    asked = next((p for p in scene.phrases if p.i == k + 1), None)
    person = asked is not None and (asked.name or asked.flags & w.ROLE)
    behind = tokens[asked.end : colon] if asked is not None else ()
    if not person or any(t.flags & (w.FINITE | w.QUE | w.REL) for t in behind):
        return None
    return Link(asked, (k - 1, k), tokens[k - 1].text, sentence=scene.number)


def noun_of_saying(clause: Clause, colon: int) -> Link | None:
    """Whose words the noun of saying before the colon, token `colon`, announces."""
    tokens = clause.tokens
    if colon <= clause.sentence.start or tokens[colon].text != ":":
        return None
    for k in _nouns_before(clause, colon):
        if not tokens[k].flags & w.FINITE and not _is_idle(clause, k):
            whose = clause.page.phrase_reader.phrase_at(k + 2, colon, bare=True)
            if not tokens[k + 1].flags & w.OF or whose is None or not whose.can_speak:
                continue
            if whose.flags & w.CUE_NOUN or _answered(clause, whose, colon):  # *le mot d'ordre du syndicat*
                continue
            # *réponse du maire, Paul Roche :*
            whose = clause.page.phrase_reader.with_apposition(whose, colon)
            also = clause.joined(whose)
            return Link(whose, (k, k + 1), tokens[k].text, sentence=clause.number, also=also)
    return None


def _nouns_before(clause: Clause, colon: int) -> Iterator[int]:
    """The nouns of saying before the colon, the nearest first; last one that opens the sentence.

    That may be a plural: *Les messages de Léna Morel ont ému le port : « … »*.
    """
    tokens, start = clause.tokens, clause.sentence.start
    yield from (
        k for k in range(colon - 1, max(start - 1, colon - _NEAR), -1) if tokens[k].flags & w.CUE_NOUN
    )
    if colon - start <= _SUBJECT:
        yield from (k for k in range(start, min(start + _OPENS, colon)) if is_of_saying(tokens[k].low))


def _answered(clause: Clause, whose: NounPhrase, colon: int) -> bool:
    """*À la question de X, Y répond : « … »*: somebody else has the verb before the colon."""
    others = (p for p in clause.phrases if whose.end < p.i and p.end < colon and not p.prep)
    return any(p.can_speak and clause.page.before_verb(p) for p in others)


def _is_idle(clause: Clause, k: int) -> bool:
    """*à propos de X*, *pas question de X*, *l'Ordre des X*, *a salué la réponse de X*: X says nothing.

    Nor does *Rennes* in *la cour d'appel de Rennes*.
    """
    if k == clause.sentence.start:
        return False
    before = clause.tokens[k - 1]
    judged = any(v.cue.family == "react" and v.finite and v.j <= k for v in clause.verbs)
    body = any(p.i < k - 1 < p.j and p.flags & w.ORGANISATION and before.flags & w.OF for p in clause.phrases)
    return bool(judged or body or before.low in _IDLE or before.flags & w.NEG or clause.tokens[k].cap)


#: before a noun of saying, what takes its sense away
_IDLE = frozenset({"à", "pas", "hors"})


def noun_for_it(clause: Clause, start: int, *, headline: bool) -> Link | None:
    """*Ce cri d'alarme de Léna Morel*, *La formule est de Paul Roche*: what the quotation is, and whose.

    It opens the next sentence at token `start`, or ends a `headline`: *« On coule » : le cri d'un pêcheur*.
    """
    tokens, stop = clause.tokens, clause.sentence.stop
    shown = _past_presentation(tokens, start, stop)
    first = start + shown
    if first >= stop or not (headline or tokens[first].flags & (w.DEM | w.DET | w.INDEF)):
        return None
    sure = bool(shown or tokens[first].flags & w.DEM)
    apart = headline or start == clause.sentence.start
    first += bool(tokens[first].flags & w.ANY_DET)
    nouns = ((k, _noun_end(tokens, k)) for k in range(first, min(first + 3, stop)))
    noun, end = next(((k, end) for k, end in nouns if end is not None and end < stop), (stop, stop))
    if noun == stop or not (sure or apart):
        return None
    maker = _maker(clause, end, sure=sure)
    if maker is None and (
        sure or _is_told_of(tokens[end : end + 2]) or _is_all(clause, start, end, headline)
    ):
        maker = _whose(clause, end)
    text = spelled(t.text for t in tokens[noun:end])
    return Link(maker, (noun, end), text, sentence=clause.number) if maker is not None else None


def _is_all(clause: Clause, start: int, end: int, headline: bool) -> bool:
    """*Un cri du cœur de Léna Morel.*: the sentence has no verb; *le*, *la* only in a headline."""
    opens = headline or clause.tokens[start].flags & w.INDEF
    behind = clause.tokens[end : clause.sentence.stop]
    return bool(opens) and not classes_of(behind) & w.FINITE and behind[-1].text != "?"


def _noun_end(tokens: list[Token], k: int) -> int | None:
    """Where a noun of saying that begins at token `k` ends: *cri d'alarme*, *coups de gueule*, *SMS*."""
    for end in range(k + _LONGEST_NOUN, k, -1):
        if is_of_saying(spelled(t.low for t in tokens[k:end])):
            return end
    return None


#: how many words a noun of saying has at most
_LONGEST_NOUN = 4


def _maker(clause: Clause, end: int, *, sure: bool) -> NounPhrase | None:
    """*Une phrase prononcée par X*, *Le constat, signé X*, *Voilà la consigne donnée par X*."""
    tokens, stop = clause.tokens, clause.sentence.stop
    behind = end + (tokens[end].text == ",")
    made = next((v for v in clause.verbs if v.i == behind and v.cue.family in ("say", "write")), None)
    own = made is not None and (made.cue.strong or made.cue.family == "say")  # not *partagé par*
    maker = clause.agent(made) if made is not None and (sure or (own and made.tense == "pp")) else None
    if maker is None and sure and end + 2 < stop and tokens[end + 1].low == "par":
        maker = clause.page.phrase_reader.phrase_at(end + 2, stop, bare=True)
    maker = maker or _signer(clause, behind)
    return maker if maker is not None and maker.can_speak else None


def _whose(clause: Clause, end: int) -> NounPhrase | None:
    """*la colère des marins*, *le cri d'alarme de Léna Morel*: whose the noun that ends at `end` is."""
    tokens, stop = clause.tokens, clause.sentence.stop
    for k in range(end, min(end + 3, stop - 1)):
        if not tokens[k].flags & w.OF:
            continue
        whose = clause.page.phrase_reader.phrase_at(k + 1, stop, bare=True)
        if whose is not None and (whose.name or whose.flags & (w.ROLE | w.GROUP | w.ORGANISATION)):
            return whose
    return None


def _past_presentation(tokens: list[Token], k: int, stop: int) -> int:
    """How many words lead to the noun: *Voilà la consigne de Léna Morel*, *C'est le cri d'Anne Lalo*."""
    if k + 2 < stop and tokens[k].low == "c'" and is_being(tokens[k + 1].low):
        return 2
    return int(k + 1 < stop and tokens[k].low in SHOWN)


def _signer(clause: Clause, k: int) -> NounPhrase | None:
    """*Le constat est signé Léna Morel*, *Le cri d'alarme, signé Paul Roche*: a name right behind."""
    ahead = clause.tokens[k : min(k + 2, clause.sentence.stop)]
    signed = next((n for n, token in enumerate(ahead, k) if token.low in _SIGNED), None)
    if signed is None or (signed > k and not is_being(ahead[0].low)):
        return None
    name = clause.page.phrase_reader.phrase_at(signed + 1, clause.sentence.stop)
    return name if name is not None and name.name else None


_SIGNED = frozenset({"signé", "signée", "signés", "signées"})


def _is_told_of(behind: list[Token]) -> bool:
    """*La formule est de …*, *La phrase émane du …*, unlike *La réponse de la mairie*."""
    if len(behind) < 2 or not (is_being(behind[0].low) or behind[0].low in _COMES):
        return False
    return bool(behind[1].flags & w.OF) or behind[1].low in _SIGNED


_COMES = frozenset({"vient", "venait", "émane", "émanait", "provient", "provenait"})


@rule("possessive-and-colon", example="Léna Morel hésite. Sa réponse : « Jamais de la vie. »")
def possessive_and_colon(scene: Scene) -> Link | None:
    """*sa réponse*, *leur mot d'ordre* leads to the colon: the words of whoever it belongs to."""
    colon = scene.position - 1
    if colon <= scene.sentence.start or scene.tokens[colon].text != ":":
        return None
    for phrase in scene.phrases:
        noun = scene.tokens[phrase.j - 1]
        opens = phrase.i <= scene.sentence.start + 1 or phrase.end == colon
        said = phrase.det & w.POSS and noun.flags & w.CUE_NOUN and not (phrase.name or phrase.flags & w.ROLE)
        if phrase.end <= colon and opens and said and not phrase.prep:
            owner = scene.page.entities.owner(phrase, scene.number)
            return Link(None, (phrase.j - 1, phrase.j), noun.text, entity=owner, sentence=scene.number)
    return None
