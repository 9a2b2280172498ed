"""How prominent each earlier mention is, for a pronoun that takes one up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise, takewhile

from quotes.lexicon import words
from quotes.model import SpeakerKind
from quotes.parsing import words as w
from quotes.parsing.bodies import Bodies
from quotes.parsing.entity import Entity, Occurrence, agrees
from quotes.parsing.phrases import SOURCE_NOUNS, NounPhrase
from quotes.parsing.registry import position
from quotes.parsing.tokens import BREAK, CLITIC, WORD

#: what is added to the source that the sentence names, and to the subject that has just come in
_SOURCE, _FRESH = 1.5, 0.6
#: how many sentences ago it may have come in, if it has come in with its full name
_INTRODUCED = 3
#: what is taken from the subject of a clause within another
_WITHIN = 0.6
#: what each sentence between takes, and what it is worth to have spoken and to have been spoken of so
FAR, _SPOKEN, _GOES_ON = 0.6, 0.8, 1.5
#: what no occurrence of the same sentence exceeds: a person who spoke last, the subject, often named
HIGHEST = 3.0 + 0.5 + 0.8 + 1.0 + _SOURCE
#: what somebody unnamed has who alone has just come in: more than whoever spoke last
ENTERS = 3.5
#: *un texte dans lequel*, *où*
_IN_WHICH = frozenset({"lequel", "laquelle", "où"})
#: what a writing has that alone is spoken of: more than whoever spoke last
AT_HAND = 5.5
#: offices that nobody named is guessed to have: *le préfet*
_TOLD = words("told_offices.txt")
#: *lui*, *l'* behind a subject: what is done to whoever was spoken of before
_OBJECTS = frozenset({"l'", "la", "le", "lui"})
#: *il*, *elle*, inverted or not
HE_OR_SHE = ("il", "elle")
#: how many tokens before a subject its conjunction may stand
_CLAUSE = 8
_BODY_NOUNS = w.ORGANISATION | w.GROUP | w.DOCUMENT
#: how likely a pronoun takes up two capitals that no list knows, beside 3 for whoever is surely a person
_UNLISTED = 2.2


class Prominence(Bodies):
    """Weighs the sources that a pronoun may take up."""

    def _goes_on(
        self, token: int, sentence: int, gender: str | None, fits: Callable[[Entity], bool]
    ) -> tuple[float, Entity] | None:
        """Whom the pronoun before meant: *Elle montre la digue. « Elle tiendra », dit-elle*."""
        n = bisect_left(self.pronouns, token, key=position) - 1
        if n < 0 or n >= len(self.meant):
            return None
        (phrase, number), entity = self.pronouns[n], self.meant[n]
        if entity is None or sentence - number > 1:
            return None

        def may_be(other: Entity) -> bool:
            return not other.signs and agrees(other, gender) and fits(other)

        if not may_be(entity) or any(map(may_be, self._subjects_between(phrase, number, token))):
            return None
        return self._standing(entity, gender) + _GOES_ON - FAR * (sentence - number), entity

    def _subjects_between(self, pronoun: NounPhrase, number: int, token: int) -> Iterator[Entity]:
        """The named people who are subjects behind a pronoun of the sentence `number`."""
        for other in reversed(self._before(token)):
            if other.phrase.i < pronoun.i:
                return
            free = other.sentence > number or not self._within(other.phrase)
            if free and other.subject and other.entity.human and other.entity.named:
                yield other.entity

    def _nameless_going_on(self, sentence: int, *, clitic: bool) -> tuple[int, Entity | None]:
        """Who just spoke, here or in the sentence before, if no named person: *la mairie*, *un passant*.

        *« Assez », dit son avocat. « Bien assez », a-t-il conclu*: behind a quotation, a bare role as well.
        """
        token, entity = self.last_speaker or (0, None)
        if entity is None or sentence - bisect_right(self.ends, token) > 1:
            return token, None
        goes_on = (
            entity.indefinite or not entity.human or (clitic and len(entity.words) == 1 and not entity.named)
        )
        return token, entity if goes_on else None

    def _comes_in(self, occurrence: Occurrence) -> bool:
        """*Léna Morel*, *son voisin*, *une passante*, alone before its verb: who is new on the scene."""
        phrase = occurrence.phrase
        if not (occurrence.entity.named or phrase.det & (w.INDEF | w.POSS)):
            return False
        return self.tokens[phrase.i - 1].low != "et" or not self._is_plural_verb(phrase.end)

    def _enters(self, occurrence: Occurrence) -> bool:
        """*Un habitant se lève. « … », dit-il*: an unnamed subject to whom alone its sentence is given.

        *Un habitant l'interroge*, *Son avocat sait qu'il ment*: somebody else is still spoken of.
        """
        phrase, entity, n = occurrence.phrase, occurrence.entity, occurrence.sentence
        new = bool(phrase.det & (w.INDEF | w.POSS)) or phrase.head in _TOLD
        new = new or self.is_in_order(phrase)
        body = bool(phrase.flags & _BODY_NOUNS or phrase.head in SOURCE_NOUNS) and not entity.plural
        if not (new and (entity.one_person or body) and self._opens_sentence(phrase, n)):
            return False
        behind = self.tokens[phrase.end : self.ends[n]]
        taken_up = any(t.low in _OBJECTS and verb.flags & w.FINITE for t, verb in pairwise(behind[:3]))
        return not taken_up and not any(t.kind == CLITIC or t.flags & w.SUBJECT for t in behind)

    def _begins(self, token: int, sentence: int) -> bool:
        """Whether *il*, *elle* is the first word of its sentence."""
        if self.tokens[token].low not in HE_OR_SHE:
            return False
        start = self.ends[sentence - 1] if sentence else 0
        return all(t.kind == BREAK for t in self.tokens[start:token])

    def _leads_on(self, occurrence: Occurrence) -> bool:
        """*Relâché, le chauffeur nie. Il dit …*: the first unnamed subject, whom the next sentence means.

        *La ville dit qu'une agente est venue. Elle …*, but not *Léna Morel dit qu'une agente est venue*.
        """
        phrase, entity, n = occurrence.phrase, occurrence.entity, occurrence.sentence
        if not entity.one_person or not phrase.det or phrase.prep:
            return False
        ahead = self.tokens[self.ends[n - 1] if n else 0 : phrase.i]
        if any(t.flags & (w.SUBJECT | w.ANY_DET) == w.SUBJECT for t in ahead):
            return False
        others = takewhile(lambda o: o.sentence == n, reversed(self._before(phrase.i)))
        return not any(o.entity.human and agrees(o.entity, entity.gender) for o in others)

    def _is_at_hand(self, occurrence: Occurrence, token: int, sentence: int) -> bool:
        """*La lettre est courte. Elle précise que …*: the writing that alone the sentence before is about."""
        phrase, number = occurrence.phrase, occurrence.sentence
        writing = occurrence.entity.kind is SpeakerKind.DOCUMENT and not phrase.det & w.POSS
        if not (writing and occurrence.subject) or sentence - number != 1:
            return False
        # *elle y regrette*: in the writing
        there = any(t.low == "y" for t in self.tokens[token + 1 : token + 2])
        if self.tokens[token].low not in HE_OR_SHE or there:
            return False
        return self._opens_sentence(phrase, number) and not any(
            o.entity.human and o.phrase.i > phrase.i and agrees(o.entity, phrase.gender)
            for o in self._before(token)
        )

    def _writes(self, occurrence: Occurrence, token: int) -> bool:
        """*La mairie a publié un texte dans lequel elle regrette …*: the body whose writing it is."""
        body = occurrence.entity.kind is SpeakerKind.ORGANISATION and occurrence.subject
        return body and self.tokens[token].low in HE_OR_SHE and self.tokens[token - 1].low in _IN_WHICH

    def _within(self, phrase: NounPhrase) -> bool:
        """*Léna Morel veut que le maire …*: whether a subject is that of a clause within another."""
        for token in reversed(self.tokens[max(0, phrase.i - _CLAUSE) : phrase.i]):
            if token.kind != WORD:
                return False
            # *s'* is of *s'appeler* rather than of *si*
            if token.flags & (w.QUE | w.SUB | w.REL) and token.low != "s'":
                return True
        return False

    def _is_attribute(self, occurrence: Occurrence) -> bool:
        """*Maçon à Brest, il …*: a role that opens its sentence without determiner is nobody by itself."""
        phrase, entity = occurrence.phrase, occurrence.entity
        many = entity.plural and self.tokens[phrase.j].text == ","
        if phrase.det or entity.named or not (entity.one_person or many):
            return False
        return self._opens_sentence(phrase, occurrence.sentence)

    def _is_plural_verb(self, k: int) -> bool:
        """*… et le maire l'avaient dit*: whether the verb at `k`, behind its small pronouns, is plural."""
        while k + 1 < len(self.tokens) and self.tokens[k].flags & (w.CLITIC | w.NEG):
            k += 1
        return k < len(self.tokens) and self.tokens[k].low.endswith("nt")

    def _prominence(self, occurrence: Occurrence, sentence: int, gender: str | None, *, fresh: bool) -> float:
        """How likely a pronoun takes up an occurrence; the weights were fitted on annotated articles.

        `fresh`: nobody else has come in between.
        """
        phrase, ago = occurrence.phrase, sentence - occurrence.sentence
        score = self._standing(occurrence.entity, gender) - FAR * ago
        if not occurrence.subject:
            return score - 0.3 if phrase.prep else score
        score += 1.0
        if self._within(phrase):
            return score - _WITHIN  # *Léna Morel veut que le maire parte. « C'est tard », dit-elle*
        if phrase.prep and not ago:
            return score + _SOURCE  # *Pour Léna Morel, le maire « se trompe », a-t-elle dit*
        reach = _INTRODUCED if occurrence.entity.human and in_full(phrase) else 1
        if fresh and 0 < ago <= reach and self._comes_in(occurrence):
            return score + _FRESH  # *Léna Morel le rappelle. « Il se trompe », dit-elle*
        return score

    def _spoke_last(
        self, sentence: int, gender: str | None, fits: Callable[[Entity], bool]
    ) -> tuple[float, Entity] | None:
        """Whoever spoke last, as good as named where the quotation stands: *« … », ajoute-t-elle*."""
        token, entity = self.last_speaker or (0, None)
        if entity is None or entity.signs or not agrees(entity, gender) or not fits(entity):
            return None
        gap = sentence - bisect_right(self.ends, token)
        return self._standing(entity, gender) + _SPOKEN - FAR * gap, entity

    def _standing(self, entity: Entity, gender: str | None) -> float:
        """How likely a pronoun takes up an entity, wherever it is named."""
        score = 0.0
        if entity.human:
            unsure = _UNLISTED if entity.fully_named and entity.acts else 0.7
            score += 3.0 if entity.certain else 0.9 if entity.one_person else unsure
        elif entity.kind is SpeakerKind.DOCUMENT:
            score -= 1.0
        if gender is not None and entity.gender is None:
            score -= 0.7
        if self.last_speaker and self.last_speaker[1] is entity:
            score += 0.5
        if entity.named:
            score += 0.1 * min(entity.uses, 8)
        return score


def takes_over(occurrence: Occurrence) -> bool:
    """Whether a pronoun that follows may mean this subject: not *Maçon à Brest, il …*, nor *son contrat*."""
    phrase, entity = occurrence.phrase, occurrence.entity
    if not occurrence.subject or entity.named:
        return occurrence.subject
    if entity.human:
        return bool(phrase.det)
    return bool(phrase.flags & _BODY_NOUNS) and not phrase.det & w.POSS


def in_full(phrase: NounPhrase) -> bool:
    return phrase.name is not None and phrase.name[1] - phrase.name[0] > 1
