"""Whom each phrase of one article means, by whichever way leads to somebody."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from quotes.folding import fold
from quotes.model import SpeakerKind
from quotes.parsing import words as w
from quotes.parsing.entity import Entity, Occurrence, Resolution, agrees
from quotes.parsing.holders import Holders
from quotes.parsing.offices import OFFICES
from quotes.parsing.phrases import NAME, NOUN, PRONOUN, NounPhrase
from quotes.parsing.presented import JUDGED, LEAD
from quotes.parsing.registry import Told, occurs_at, spelled_out
from quotes.parsing.two_people import sharing
from quotes.parsing.undergoing import undergoes

#: *propos recueillis par X*: X asks, and is not spoken of
_COLLECTED = frozenset({"recueilli", "recueillis", "recueillie", "recueillies"})
#: *Luc Oury, l'homme qui …*: what anybody else is as well
_ANYBODY = frozenset({"homme", "femme"})
#: of somebody spoken of, unlike *notre*
_OWNED = frozenset({"son", "sa", "ses", "leur", "leurs"})
#: what ends the prepositions of a source: *selon*, *d'après*
_BY = frozenset({"selon", "après", "suivant"})
#: *La patronne, c'est Léna*; how many phrases may stand before the name there
_THAT_IS = (",", "c'", "est")
_LEFT = 4
#: *Léna et Paul*
_BETWEEN = frozenset({"et", "ou"})


#: *s'appelle Léna*, *se nomme Paul*
_CALLED = frozenset({"appelait", "appelle", "nommait", "nomme", "prénommait", "prénomme"})
_SELF = frozenset({"s'", "se"})
#: *comme tous les élus, Léna et Paul*: they are not all
_LIKE = frozenset({"comme", "tous", "toutes"})


class Entities(Holders):
    """The sources of one article, asked whom a phrase means."""

    def add_all(self, phrases: list[Told]) -> None:
        """Register every phrase of the article, in text order."""
        self._add(phrases)
        for role, entity in sharing(self.tokens, self.occurrences):
            self.parted.setdefault(entity, set()).add(self.words_of(*(role.role or (role.i, role.j))))
        self._settle_offices(phrases)

    def _add(self, phrases: list[Told]) -> None:
        """Register every phrase, full names first, wherever they stand.

        So a last name finds its full name even when the headline gives only the former.
        """
        for phrase, _, _ in phrases:
            for part in (phrase, phrase.apposed) if phrase.apposed else (phrase,):
                if part.name and part.name[1] - part.name[0] > 1:
                    self._name_entity(part, part.name, count=0).in_full += 1
        self._find_people(phrases)
        outside = self._outside_asides(phrases) if self.asides else ()
        own = {fold(self.tokens[p.name[1] - 1].text) for p in outside if p.name}
        before: Occurrence | None = None
        for phrase, sentence, subject in phrases:
            entity = self._register(phrase, sentence)
            aside = sentence in self.asides
            told = self.attributes.get(phrase.i)
            if entity is not None and told is not None and agrees(entity, told.gender):
                self._learn(entity, told)
            if entity is None or (aside and not (entity.human and entity.words[-1] in own)):
                continue
            called = entity.named and self._is_called(phrase)
            occurrence = Occurrence(phrase, entity, sentence, (subject or called) and not aside)
            if called or (entity.named and self._says_who(phrase)):
                self._identify(occurrence)
            self.occurrences.append(occurrence)
            if before is not None and self._coordinated(before, occurrence):
                both = self.joint(before.entity, entity)
                if before.phrase.plural and not self._likened(before.phrase):
                    # *les deux auteurs, Léna Morel et Paul Roche*
                    both.play((before.phrase.head, self.words_of(before.phrase.i, before.phrase.j)))
                self.occurrences.append(Occurrence(phrase, both, sentence, before.subject))
            before = occurrence

    def _find_people(self, phrases: list[Told]) -> None:
        """*Zubran Kelo … Kelo assure*: two capitals of which the last acts alone are somebody's name."""
        for phrase, _, subject in phrases:
            if not subject or phrase.form != NAME or phrase.prep:
                continue
            if phrase.name is not None and phrase.name[1] - phrase.name[0] > 1:
                self._name_entity(phrase, phrase.name, count=0).acts = True
                continue
            known = self.by_last.get(fold(self.tokens[phrase.i].text), ())
            if len(known) == 1 and known[0].fully_named and not self._is_place(known[0]):
                known[0].certain = True

    def _likened(self, phrase: NounPhrase) -> bool:
        """*comme tous les élus, Léna Morel …*: there are others."""
        return any(t.low in _LIKE for t in self.tokens[max(0, phrase.i - 2) : phrase.i + 1])

    def _says_who(self, phrase: NounPhrase) -> bool:
        """*La patronne du bar, c'est Léna Morel*."""
        if not phrase.i or self.tokens[phrase.i - 1].low != _THAT_IS[-1]:
            return False
        return tuple(t.low for t in self.tokens[max(0, phrase.i - len(_THAT_IS)) : phrase.i]) == _THAT_IS

    def _is_called(self, phrase: NounPhrase) -> bool:
        """*Le colosse s'appelle Paul Roche*: the sentence is about him, whatever its subject is."""
        if phrase.i < 2 or phrase.prep or self.tokens[phrase.i - 1].low not in _CALLED:
            return False
        return self.tokens[phrase.i - 2].low in _SELF

    def _identify(self, named: Occurrence) -> None:
        """*La patronne du bar, c'est Léna Morel*: the subject before is she, now and when it is asked."""
        before = (o for o in reversed(self.occurrences[-_LEFT:]) if o.sentence == named.sentence)
        first = next((o for o in before if o.subject and o.entity.one_person), None)
        if first is None or first.entity.named or not first.phrase.definite or first.phrase.prep:
            return
        if agrees(named.entity, first.entity.gender):
            first.entity = self._resolved[first.phrase.i] = named.entity
            self._identified.add(first.phrase.i)
            self._learn(named.entity, first.phrase)

    def _outside_asides(self, phrases: list[Told]) -> Iterator[NounPhrase]:
        """The phrases of the article's own sentences: whom only *Lire aussi …* names is nobody here."""
        for phrase, sentence, _ in phrases:
            if sentence not in self.asides:
                yield phrase
                if phrase.apposed:
                    yield phrase.apposed

    def _coordinated(self, first: Occurrence, second: Occurrence) -> bool:
        """*Léna et Paul*, *Léna ou Paul*: two single people side by side."""
        if not (first.entity.human and second.entity.human) or first.phrase.prep:
            return False
        k = first.phrase.end
        return k + 1 == second.phrase.i and self.tokens[k].low in _BETWEEN

    def _register(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        entity = None
        if phrase.name:
            entity = self._name_entity(phrase, phrase.name)
        elif phrase.apposed and phrase.apposed.name:
            entity = self._name_entity(phrase.apposed, phrase.apposed.name)
        elif phrase.form == NOUN and phrase.is_source:
            entity = self._points_back(phrase, sentence) or self._relation_acting(phrase, sentence)
            if entity is not None:  # what is guessed teaches little
                if entity.named and phrase.head in JUDGED:
                    entity.undergoes = self.tried = True
                self._resolved[phrase.i] = entity
                if sentence <= LEAD and self._tells_of_only(entity, phrase):
                    entity.play((phrase.head, self.words_of(*(phrase.role or (phrase.i, phrase.j)))))
                return entity
            entity = self._nominal(phrase)
        if entity is None:
            return None
        self._learn(entity, phrase)
        if phrase.apposed:
            self._learn(entity, phrase.apposed)
            if phrase.apposed.apposed:
                self._learn(entity, phrase.apposed.apposed)
        if entity.named and not entity.undergoes:
            entity.undergoes = undergoes(self.tokens, phrase)
        if phrase.prep == "par" and phrase.i > 1 and self.tokens[phrase.i - 2].low in _COLLECTED:
            entity.signs = True
        self._resolved[phrase.i] = entity
        return entity

    def _relation_acting(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """*Sa compagne entre*, *a dit sa compagne*: she who has been named, for a pronoun to take up."""
        ends = phrase.end == len(self.tokens) or self.tokens[phrase.end].sign
        acts = self._opens_sentence(phrase, sentence) or (ends and self._is_cited(phrase))
        return self._relation(phrase) if acts else None

    def _learn(self, entity: Entity, phrase: NounPhrase) -> None:
        """What a phrase tells of its entity: role, gender, that it is a person."""
        if phrase.form == PRONOUN:
            return
        if phrase.role and phrase.flags & (w.ROLE | w.GROUP) and entity.named:
            if self.words_of(*phrase.role).lower() not in _ANYBODY:
                entity.play((phrase.head, self.words_of(*phrase.role)))
            self._play_others(entity, *phrase.role)
            if not phrase.plural:
                entity.kind = SpeakerKind.PERSON
                entity.certain = True
        implied = self.lexicon.title_roles.get(self.tokens[phrase.i].low)
        if implied is not None and entity.named and phrase.flags & w.TITLE:
            entity.roles.append((implied, implied))
        if entity.named and self._has_party(phrase):
            entity.introduced = True
        titled = phrase.flags & w.TITLE and not phrase.flags & w.GROUP  # not *la famille*
        if titled or self._has_age(phrase):
            entity.kind, entity.certain = SpeakerKind.PERSON, True
        if entity.gender is None or phrase.flags & w.TITLE:
            entity.gender = phrase.gender or entity.gender

    def _play_others(self, entity: Entity, i: int, j: int) -> None:
        """*l'écrivain et juriste Luc Oury*, *le maire de Brest et président du port*: each role by itself."""
        ands = [k for k in range(i + 1, j - 1) if self.tokens[k].low == "et" and self._is_role(k + 1)]
        for start, stop in pairwise([i - 1, *ands, j]) if ands else ():
            head = self.tokens[start + 1].low
            entity.play((head, self.words_of(start + 1, stop)))

    def _is_role(self, k: int) -> bool:
        return self.tokens[k].flags & (w.ROLE | w.PLURAL) == w.ROLE

    def _has_age(self, phrase: NounPhrase) -> bool:
        """*Hajer, 29 ans*: who has an age is a person."""
        if phrase.form != NAME:
            return False
        ahead = self.tokens[phrase.j : phrase.j + 3]
        return [t.low for t in ahead[::2]] == [",", "ans"] and ahead[1].low.isdigit()

    def _has_party(self, phrase: NounPhrase) -> bool:
        """*Hajer Kacem (PLR)*: whom the article presents by a party or a place in brackets."""
        ahead = self.tokens[phrase.j : phrase.j + 2]
        return len(ahead) == 2 and ahead[0].text == "(" and ahead[1].cap and ahead[1].text[0] != "@"

    def resolve(self, phrase: NounPhrase, sentence: int) -> Resolution:
        """The entity that `phrase`, standing in `sentence`, refers to."""
        named = phrase.name or (phrase.apposed and phrase.apposed.name)
        if phrase.form == PRONOUN and not named:
            return self._pronoun(phrase, sentence)
        if named:
            return Resolution(self._resolved.get(phrase.i) or self._register(phrase, sentence), "name")
        if phrase.i in self._identified:
            return Resolution(self._resolved[phrase.i], "name")
        bearer = self._bearer(phrase)
        if bearer is not None:
            return Resolution(bearer, "name")
        owner = self._words_of_owner(phrase, sentence)
        if owner is not None:
            return Resolution(owner, "role")
        told = self._told_before(phrase) or self._same_again(phrase)
        if told is not None:
            return told
        back = self._points_back(phrase, sentence)
        if back is not None:
            return self._tell(phrase, Resolution(back, "role"))
        ahead = self._same_role_anywhere(phrase) or self._relation(phrase)
        if ahead is not None:
            return self._tell(phrase, Resolution(ahead, "role-ahead"))
        first = self._resolved.get(phrase.i)
        if first is None or self._was_guessed(phrase, first):
            first = self._nominal(phrase)
        return Resolution(first, "phrase")

    def _was_guessed(self, phrase: NounPhrase, entity: Entity) -> bool:
        """Whether *le jeune homme* was taken for one of whom it was told later what he is instead."""
        if not entity.named or phrase.det & w.DEM:
            return False
        return entity.words[-1] not in self._description(phrase).split()

    def _words_of_owner(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """*Ses messages appellent à …*: what opens a sentence so takes up whoever the one before is about.

        So does *d'après ses déclarations*, behind what is so told.
        """
        said = phrase.flags & (w.DOCUMENT | w.CUE_NOUN) and not phrase.flags & (w.ROLE | w.ORGANISATION)
        if not said or not phrase.i or self.tokens[phrase.i].low not in _OWNED:
            return None
        if self._opens_sentence(phrase, sentence):
            return self.owner(phrase, sentence) if sentence else None
        spoken = self.tokens[phrase.i - 1].low in _BY and w.is_of_saying(phrase.head)
        return self.teller(phrase, sentence) if spoken else None

    def glimpse(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """Whom `phrase` would mean, for a rule that weighs it; later phrases do not learn from that."""
        description = self._description(phrase)
        known = description in self._told
        entity = self.resolve(phrase, sentence).entity
        if not known:
            self._told.pop(description, None)
        return entity

    def _bearer(self, phrase: NounPhrase) -> Entity | None:
        """*Berger s'inquiète*, *Le Drézen s'inquiète*: in capitals, what is somebody's last name here."""
        tokens = self.tokens[phrase.i : phrase.j]
        if len(tokens) > 3 or not all(t.cap for t in tokens):
            return None
        key = tuple(part for t in tokens for part in spelled_out(t.text))
        for entity in self.by_last.get(key[-1], ()):
            if entity.fully_named and entity.certain and entity.words[-len(key) :] == key:
                return entity
        return None

    def _told_before(self, phrase: NounPhrase) -> Resolution | None:
        """Whom the same description meant before: in one article *le ministre de la Mer* stays the same."""
        return self._told.get(self._description(phrase)) if self._has_own_complement(phrase) else None

    def _same_again(self, phrase: NounPhrase) -> Resolution | None:
        """*la même source*, *ce même rapport*: the one spoken of last by that noun."""
        if self._names_source_again(phrase):
            cited = self._source_back(phrase)
            return Resolution(cited, "role") if cited is not None else None
        if self.tokens[min(phrase.i + 1, phrase.j - 1)].low != "même":
            return None
        known = self._same_noun(phrase)
        return Resolution(known, "role") if known is not None else None

    def _tell(self, phrase: NounPhrase, found: Resolution) -> Resolution:
        if found.entity is not None and found.entity.human and found.entity.named:
            self._take_back(phrase, found.entity)
        if self._has_own_complement(phrase):
            self._told[self._description(phrase)] = found
        return found

    def _take_back(self, phrase: NounPhrase, entity: Entity) -> None:
        """What was guessed before anybody had spoken: *il*, behind the phrase, means whom it means now."""
        at = bisect_left(self.occurrences, phrase.i, key=occurs_at)
        for occurrence in self.occurrences[at : at + 1]:
            if occurrence.phrase.i == phrase.i and occurrence.entity is not entity:
                occurrence.entity = entity
                if phrase.head in OFFICES:
                    self._learn(entity, phrase)

    def _description(self, phrase: NounPhrase) -> str:
        return fold(self.words_of(phrase.i, phrase.j))
