"""Who speaks on under another description: *« … », ajoute l'ancien allié du maire*."""

from __future__ import annotations

from collections.abc import Callable

from quotes.folding import fold
from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.entity import Entity, agrees
from quotes.parsing.noun_heads import PERSON_ENDINGS
from quotes.parsing.offices import OFFICES, is_occupation
from quotes.parsing.phrases import NOUN, NounPhrase
from quotes.parsing.things import names_thing
from quotes.parsing.tokens import QUOTE
from quotes.parsing.told_roles import ToldRoles
from quotes.parsing.words import stem

#: how many tokens ago whoever goes on under another office has spoken
_JUST = 60
_FORMER = frozenset({"ancien", "ancienne"})
#: who leads a party or a group
LEADERS = words("party_leaders.txt")
#: a place or a people is no body
_NO_BODY = w.PLACE | w.DEMONYM
#: *la cellérière*, *le sabotier*: endings that people share with things
_PERHAPS = ("euse", "ier", "ière")
_KNOWN = w.ORGANISATION | w.DOCUMENT | w.GROUP | w.PLACE | w.TITLE


class SpeakersOn(ToldRoles):
    """Asks whether a role that nobody is told to have is that of whoever spoke last, or has come in since."""

    def _spoke_just_before(self, phrase: NounPhrase) -> bool:
        return self.last_speaker is not None and phrase.i - self.last_speaker[0] <= _JUST // 2

    def _renamed(self, same: Entity, last: Entity, phrase: NounPhrase) -> bool:
        """*réplique le prévenu*, just after somebody has spoken whose occupation says nothing against it."""
        if self.last_speaker is None or phrase.i - self.last_speaker[0] > _JUST or phrase.head in OFFICES:
            return False
        if phrase.det & w.DEM and self._speaks(phrase) and self._spoke_just_before(phrase):
            return True  # *« … », ajoute ce commerçant*
        if same in self._spoken:
            return False
        return not is_occupation(phrase.head) or not any(is_occupation(head) for head, _ in last.roles)

    def _come_in_since(self, phrase: NounPhrase) -> Entity | None:
        """*Luc Oury est venu. « … », dit l'ancien animateur du port*: no role is told of the new subject."""
        spoke, speaker = self.last_speaker or (0, None)
        since = (o.entity for o in reversed(self._before(phrase.i)) if o.subject and o.phrase.i > spoke)
        last = next(since, None) if speaker is not None else None
        if last is None or last is speaker or last.roles or not last.fully_named:
            return None
        return last if agrees(last, phrase.gender) and not self._is_another(last, phrase) else None

    def _subject_as(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """*Luc Oury compte ses brebis. « … », dit cet installé de 29 ans*: whom the sentence before is about.

        No list has that noun, but who has an age, or a noun formed like those of people, is a person.
        """
        if phrase.flags & _KNOWN or phrase.form != NOUN or phrase.name or phrase.apposed:
            return None
        if not self._speaks(phrase) or not self._is_like_person(phrase):
            return None
        spoke = self.last_speaker[0] if self.last_speaker else -1
        for o in reversed(self._before(phrase.i)):
            if o.phrase.i <= spoke or o.sentence < sentence - 1:
                return None
            if o.subject and o.entity.human:
                fits = o.entity.named and o.entity.certain and agrees(o.entity, phrase.gender)
                return o.entity if fits else None
        return None

    def _is_like_person(self, phrase: NounPhrase) -> bool:
        """*cet installé de 29 ans*, *la cellérière, 79 ans*, *la carillonneuse*."""
        if any(t.low == "ans" for t in self.tokens[phrase.i : phrase.j + 3]):
            return True
        return phrase.head.endswith((*PERSON_ENDINGS, *_PERHAPS)) and not names_thing(phrase.head)

    def _of_body(self, phrase: NounPhrase) -> Entity | None:
        """*Luc Oury, secrétaire de la CDP … le numéro un de la CDP*: whoever speaks on, if of that body."""
        entity = self._last_speaker_as(phrase)
        tokens = self.tokens[phrase.i + 1 : phrase.j]
        bodies = {fold(t.text) for t in tokens if t.cap and not t.flags & _NO_BODY}
        told = entity is not None and any(bodies & set(fold(text).split()) for text in entity.texts)
        return entity if told else None

    def _leads(self, phrase: NounPhrase) -> Entity | None:
        """*Luc Oury, chef du groupe, entre. « … », dit le leader des dockers*: who leads may lead both."""
        kin = {stem(phrase.head), *self.lexicon.kin.get(stem(phrase.head), ())}
        spoke = self.last_speaker[0] if self.last_speaker else 0
        for o in reversed(self._before(phrase.i)):
            if o.phrase.i <= spoke:
                break
            heads = {head for head, _ in o.entity.roles}
            if o.entity.fully_named and agrees(o.entity, phrase.gender) and heads & LEADERS:
                return o.entity if any(stem(head) in kin for head in heads & LEADERS) else None
        return None

    def _goes_on_as(self, phrase: NounPhrase) -> Entity | None:
        """*a poursuivi le président de la région*: right after another president, it is the same."""
        entity = self._last_speaker_as(phrase)
        if entity is None or self.last_speaker is None:
            return None
        held = {stem(head) for head, _ in entity.roles}
        former = any(t.low in _FORMER for t in self.tokens[phrase.i : phrase.i + 2])
        elected = self.lexicon.kin.get("elu", frozenset())
        both = stem(phrase.head) in elected and any(office in elected for office in held)
        known = stem(phrase.head) in held or (held and former)
        if not known and not (both and not self._another_since(entity, phrase, full_name_without_office)):
            return None
        return entity if phrase.i - self.last_speaker[0] <= (2 if former else 1) * _JUST else None

    def _next_to_react(self, phrase: NounPhrase, sentence: int) -> bool:
        """*Le préfet, Luc Oury, loue « … ». Le ministre de la Mer salue « … »*: an office a sentence."""
        if not sentence or not self._opens_sentence(phrase, sentence):
            return False
        here = (o for o in reversed(self._before(phrase.i)) if o.sentence == sentence - 1)
        subject = next((o for o in here if o.entity.fully_named), None)
        if (
            subject is None
            or not subject.subject
            or not (self._quotes(sentence - 1) and self._quotes(sentence))
        ):
            return False
        told = (part for part in (subject.phrase, subject.phrase.apposed) if part is not None and part.role)
        return any(is_occupation(part.head) and stem(part.head) != stem(phrase.head) for part in told)

    def _quotes(self, sentence: int) -> bool:
        start = self.ends[sentence - 1] if sentence else 0
        return any(t.kind == QUOTE for t in self.tokens[start : self.ends[sentence]])

    def _another_since(self, entity: Entity, phrase: NounPhrase, fits: Callable[[Entity], bool]) -> bool:
        """Whether the sentences after the last quotation are about somebody else whom the phrase may mean."""
        spoke = self.last_speaker[0] if self.last_speaker else 0
        return any(
            o.subject and o.phrase.i > spoke and o.entity is not entity and fits(o.entity)
            for o in self._before(phrase.i)
        )

    def _last_speaker_as(self, phrase: NounPhrase) -> Entity | None:
        """*plaide l'ancien allié du maire*: a role told of nobody is that of whoever goes on speaking."""
        entity = self.last_speaker[1] if self.last_speaker else None
        if entity is None or phrase.gender is None or not agrees(entity, phrase.gender):
            return None
        if self._is_another(entity, phrase):
            return None
        return entity if entity.named and entity.human else None


def full_name_without_office(entity: Entity) -> bool:
    """Whether it is somebody named in full of whom no office is told, unless a former one."""
    offices = any(head in OFFICES and not text.startswith(("ancien", "ex-")) for head, text in entity.roles)
    return entity.fully_named and not offices
