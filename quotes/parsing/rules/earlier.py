"""Rules that read the sentence before the quotation."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.clause import Clause
from quotes.parsing.entity import Entity
from quotes.parsing.phrases import NounPhrase
from quotes.parsing.rules.nouns import noun_of_saying
from quotes.parsing.rules.prepositions import source_links
from quotes.parsing.rules.registry import rule
from quotes.parsing.rules.reports import SUBORDINATES, reported_in
from quotes.parsing.scene import Link, Scene
from quotes.parsing.tokens import DASHES, QUOTE, Token
from quotes.parsing.words import lexicon

#: how many tokens a term between marks may have, and a fragment
_TERM, _FRAGMENT = 3, 8


@rule("cue-in-sentence-before", example="Paul Roche confirme. « Nous irons jusqu'au bout. »")
def sentence_before(scene: Scene) -> Link | None:
    """The sentence before, in the same paragraph, reports; the quotation makes its own sentence."""
    number = scene.quiet_neighbour(-1)
    if number is None or scene.heads:
        return None
    return reported_in(Clause(scene.page, number, scene.page.sentences[number].stop))


@rule("source-in-sentence-before", example="Selon Anne Lalo, la crue approche. « L'eau montera cette nuit. »")
def source_before(scene: Scene) -> Link | None:
    """*selon X*, *pour X* opens the sentence before, in the same paragraph."""
    number = scene.quiet_neighbour(-1, term=_TERM)
    if number is None or scene.last < scene.sentence.stop - 2:
        return None
    clause = Clause(scene.page, number, scene.page.sentences[number].stop)
    for link in source_links(clause):
        if link.phrase and link.cue and link.cue[0] == clause.sentence.start and link.phrase.can_speak:
            return link
    return None


@rule("paragraph-and-colon", example="Léna Morel nous a écrit :\n« La digue ne tiendra pas. »")
def paragraph_and_colon(scene: Scene) -> Link | None:
    """The paragraph before ends with a colon: it leads to the quotation that opens this one."""
    number = _above(scene)
    if number < 0:
        return None
    clause = Clause(scene.page, number, scene.page.sentences[number].stop - 1)
    if scene.tokens[clause.position].text != ":":
        return None
    link = noun_of_saying(clause, clause.position) or reported_in(clause)
    beside = [p for p in clause.phrases if p.end == clause.position and p.can_speak]
    subject = clause.clause_subject() or next(iter(beside), None)
    return link or (Link(subject, sentence=number) if subject is not None else _theirs(clause))


def _above(scene: Scene) -> int:
    """The sentence above the quotation, or above the list in which it stands: *– « … » ⏎ – « … »*."""
    number, sentences = scene.number - 1, scene.page.sentences
    if scene.position == scene.sentence.start:
        return number
    if scene.position != scene.sentence.start + 1 or not _bullet(scene, scene.sentence.start):
        return -1
    while number >= 0 and _bullet(scene, sentences[number].start):
        number -= 1
    return number


def _bullet(scene: Scene, k: int) -> bool:
    return scene.tokens[k].text in _BULLETS and scene.tokens[k + 1].kind == QUOTE


_BULLETS = DASHES | {"•", "*"}


def _theirs(clause: Clause) -> Link | None:
    """*Ses raisons, je cite :*: of whoever it belongs to."""
    first = next((p for p in clause.phrases if p.i == clause.sentence.start), None)
    owner = clause.page.entities.owner(first, clause.number) if first and first.det & w.POSS else None
    return Link(entity=owner, sentence=clause.number) if owner is not None else None


@rule("subject-before", example="Léna Morel regarde la digue. « Elle ne tiendra pas. »")
def subject_of_sentence_before(scene: Scene) -> Link | None:
    """The quotation makes its own sentence; somebody named is the subject of the one before."""
    number = scene.quiet_neighbour(-1, term=_FRAGMENT)
    alone = scene.last >= scene.sentence.stop - 2
    if number is None or not alone or scene.heads:
        return None
    clause = Clause(scene.page, number, scene.page.sentences[number].stop)
    subject = _instance(clause) or clause.clause_subject()
    quiet = scene.quiet_neighbour(-1) is not None
    if subject is None or not (quiet or _opens_with(clause, subject)):
        return None
    owner = _owner(clause, subject)
    if owner is not None:
        return Link(entity=owner, sentence=number)
    entity = scene.page.entities.resolve(subject, number).entity
    return Link(subject, sentence=number) if entity is not None and entity.human else None


def _gestures(token: Token) -> bool:
    return any(r.head in words("gesture_verbs.txt") for r in lexicon().readings.get(token.low, ()))


def _owner(clause: Clause, subject: NounPhrase) -> Entity | None:
    """*Son mari travaille au port. « On ne dort plus. »*: of a relation without a name, whose it is."""
    if subject.name or subject.apposed or subject.plural or subject.head not in words("relations.txt"):
        return None
    tokens, entities = clause.tokens, clause.page.entities
    if any(map(_gestures, tokens[subject.end : clause.sentence.stop])):
        return None  # *Son mari montre la digue. « Elle cède. »*
    if subject.det & w.POSS:
        owner = entities.owner(subject, clause.number)
    elif tokens[subject.i - 1].low == "dont":  # *Léna Morel, dont le fils est marin*
        beside = subject.i - 1 - (tokens[subject.i - 2].text == ",")
        whose = next((p for p in clause.phrases if p.end == beside and p.name), None)
        owner = entities.glimpse(whose, clause.number) if whose is not None else None
    else:
        return None
    return owner if owner is not None and owner.human else None


def _opens_with(clause: Clause, subject: NounPhrase) -> bool:
    """*Léna Morel récuse ceux qui la disent « trop vieille »*: before the subject only a circumstance."""
    lead = clause.tokens[clause.sentence.start : subject.i]
    whole = any(t.kind == QUOTE or t.flags & (SUBORDINATES | w.FINITE) for t in lead)
    return not whole and not source_links(clause, strong=True)


def _instance(clause: Clause) -> NounPhrase | None:
    """*…, comme Léna Morel, maraîchère à Brest.*: somebody stands for the others, and speaks next."""
    tokens, stop = clause.tokens, clause.sentence.stop - 1
    for phrase in reversed(clause.phrases):
        if phrase.end >= stop - 6 and phrase.name and phrase.i - 2 > clause.sentence.start:
            lead = {tokens[phrase.i - 1].low, tokens[phrase.i - 2].low}
            if lead & _INSTANCES:
                return phrase
    return None


_INSTANCES = frozenset({"comme", "dont", "image", "instar", "exemple"})
