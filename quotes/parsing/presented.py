"""Whom the article has presented: its headline's one name, who has just come in, who is from there."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.entity import Entity, agrees
from quotes.parsing.lives import comes_from, does, is_told_by_deeds
from quotes.parsing.offices import OFFICES, is_occupation
from quotes.parsing.phrases import NounPhrase
from quotes.parsing.speakers_on import SpeakersOn
from quotes.parsing.words import stem

#: how many sentences after the headline tell who its one name is
LEAD = 2
#: offices that nobody is guessed to have: *le procureur*
TOLD = words("told_offices.txt")
#: roles that, bare, stand for somebody whom nobody names: *le propriétaire*, *un passant*
STANDALONE = words("standalone_roles.txt")
#: *le maire de l'époque*, *le préfet d'alors*
_THEN = frozenset({"époque", "alors"})
_OF_THEN = (["l'", "époque"], ["d'", "alors"])
#: *l'accusé*: not the lawyer who has just spoken
JUDGED = words("judged_people.txt")
_INJURED = frozenset({"plaignant", "plaignante", "victime"})
#: *le médecin*, *le policier*: not the hurt man, nor the arrested
ATTENDING = words("attending_roles.txt")
#: who else speaks in a court
COURT = frozenset(map(stem, ("avocat", "juge", "magistrat", "président", "procureur", "greffier", "expert")))


class Presented(SpeakersOn):
    """Asks what the article tells of those whom a role without name may mean."""

    def _is_of_then(self, phrase: NounPhrase) -> bool:
        """*le maire de l'époque*, *le préfet d'alors*: nobody who has just spoken."""
        k = phrase.j - 2 if self.tokens[phrase.j - 1].low in _THEN else phrase.j  # *d'alors* may stand behind
        return [t.low for t in self.tokens[k : k + 2]] in _OF_THEN

    def _of_headline(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """*Léna Morel tient bon ⏎ La libraire du port …*: the lead says what the headline's one name is."""
        if not 0 < sentence <= LEAD or not self.tokens[phrase.i].cap or not is_occupation(phrase.head):
            return None
        if stem(phrase.head) in self.lexicon.kin.get("avocat", ()):
            return None  # *l'avocat du prévenu* is another
        people = {o.entity for o in self._before(phrase.i) if o.entity.human and o.entity.named}
        one = people.pop() if len(people) == 1 else None
        fits = one is not None and one.fully_named and not one.roles and agrees(one, phrase.gender)
        return one if fits else None

    def _tells_of_only(self, entity: Entity, phrase: NounPhrase) -> bool:
        """*Léna Morel maman : l'animatrice se confie*: the headline's one name, and what she is."""
        head = phrase.head
        if not (entity.fully_named and entity.gender == phrase.gender and not entity.undergoes):
            return False
        if phrase.det & w.POSS or not phrase.flags & w.ROLE or not is_occupation(head):
            return False
        lawyers = self.lexicon.kin.get("avocat", frozenset()) | COURT
        if head in OFFICES or head in TOLD or head in ATTENDING or stem(head) in lawyers:
            return False
        if head in STANDALONE or head in JUDGED:
            return False
        return {o.entity for o in self._before(phrase.i) if o.entity.human and o.entity.named} == {entity}

    def _is_institution(self, phrase: NounPhrase) -> bool:
        """*le Défenseur des droits*, *le Médiateur*: a capital makes it an office of its own."""
        if not phrase.role or phrase.head in OFFICES or phrase.flags & w.DEMONYM:
            return False
        first = self.tokens[phrase.role[0]]
        return first.cap and first.low == phrase.head and phrase.role[0] > phrase.i

    def _newcomer(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """*Il défend le manager, Paul Roche. L'Australien …*: who alone has just been brought in."""
        if phrase.flags & w.ROLE or not self._opens_sentence(phrase, sentence):
            return None
        before = self._before(phrase.i)
        just = {o.entity for o in before if o.sentence == sentence - 1 and is_named(o.entity)}
        one = just.pop() if len(just) == 1 else None
        if one is None or not one.fully_named or not agrees(one, phrase.gender):
            return None
        return None if any(o.entity is one for o in before if o.sentence < sentence - 1) else one

    @staticmethod
    def _has_noun(entity: Entity, phrase: NounPhrase) -> bool:
        return any(stem(head) == stem(phrase.head) for head, _ in entity.roles)

    def _of_that_noun(self, phrase: NounPhrase, guess: Entity | None) -> Entity | None:
        """*Luc Oury, pilier international … le pilier droit*: the only one with that noun."""
        if guess is None:
            return None
        before = {o.entity for o in self._before(phrase.i)}
        people = {entity for entity in before if is_named(entity) and self._has_noun(entity, phrase)}
        one = people.pop() if len(people) == 1 else None
        return one if one is not None and agrees(one, phrase.gender) else None

    def _known_by(self, phrase: NounPhrase) -> Entity | None:
        """*le Dunkerquois*, *la gérante*: the last named who is told to come from there, to run the place."""
        from_there = phrase.flags & w.DEMONYM and not phrase.flags & w.ROLE
        if not from_there and not is_told_by_deeds(phrase.head):
            return None
        for o in reversed(self._before(phrase.i)):
            if not is_named(o.entity) or not agrees(o.entity, phrase.gender):
                continue
            if from_there and comes_from(self.tokens, o.phrase, o.entity, phrase.head):
                return o.entity
            if not from_there and does(self.tokens, o.phrase, phrase.head):
                return o.entity
        return None

    def _is_heard(self, entity: Entity, party: str) -> bool:
        """Whether it may be that party before a court: no lawyer, nor *la victime* when it is the accused."""
        law = self.lexicon.kin.get("avocat", frozenset()) | COURT
        heads = [head for head, _ in entity.roles]
        other = any(head in JUDGED and (head in _INJURED) != (party in _INJURED) for head in heads)
        return is_named(entity) and not other and not any(stem(head) in law for head in heads)


def is_named(entity: Entity) -> bool:
    return entity.human and entity.named
