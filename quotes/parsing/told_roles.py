"""Who is told to have a role: the same one, or a kindred one, that gainsays nothing."""

from __future__ import annotations

import re
from dataclasses import replace

from quotes.folding import fold
from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.antecedents import Antecedents
from quotes.parsing.entity import Entity, agrees
from quotes.parsing.offices import is_former, is_occupation, public_office, role_words, same_office
from quotes.parsing.phrases import NounPhrase
from quotes.parsing.words import stem

_ANY = frozenset({"un", "une"})
#: the score of two role phrases with the same head, one's words within the other's
_SAME_ROLE = 0.7
_WHOSE = frozenset({"de", "d'", "du"})
_TWO = "deux"
_EX = "ex-"
#: how many words a role has that is called by their initials
_ACRONYM = 3
_WORD = re.compile(r"\w{2,}")
#: *le couple*: two people in one word
_COUPLES = words("couple_nouns.txt")
#: what a company is called that has been named
_FIRMS = frozenset(map(stem, words("company_nouns.txt"))) | {"group", "entrepris", "societ"}
#: what one says to another
_ANSWERS = frozenset({"réponse", "réplique", "riposte"})
#: how many words lead so to whoever answers
_OF_WHOM = 2
#: a lawyer, and many a body
_COUNSEL = "conseil"


class ToldRoles(Antecedents):
    """Compares the role that a phrase tells with those that the article has told."""

    def _plays(self, entity: Entity, phrase: NounPhrase) -> bool:
        """Whether one of the entity's roles is the phrase's, or a kindred one."""
        wanted = role_words(self.words_of(*phrase.role)) if phrase.role else frozenset()
        return any(self._role_score(role, phrase.head, wanted) > 0 for role in entity.roles)

    def _is_another(self, entity: Entity, phrase: NounPhrase) -> bool:
        """*Luc Oury, qui écoutait le président français*: nowhere in the article is he that president.

        *« Où irons-nous ? », dit Luc Oury. Réponse du maire :* nor is he who answers himself.
        """
        if self.last_speaker is not None and self.last_speaker[1] is entity and self._answers(phrase):
            return True
        roles = self.parted.get(entity)
        if not roles or not phrase.role:
            return False
        text = self.words_of(*phrase.role)
        wanted, office = role_words(text), public_office(text)
        return any(
            wanted <= role_words(role) or (office is not None and office == public_office(role))
            for role in roles
        )

    def _answers(self, phrase: NounPhrase) -> bool:
        """*Réponse du maire*: a noun of answering, without article, and whose it is."""
        if phrase.i < _OF_WHOM:
            return False
        noun, of = self.tokens[phrase.i - _OF_WHOM : phrase.i]
        return noun.cap and noun.low in _ANSWERS and bool(of.flags & w.OF)

    def _same_role(self, phrase: NounPhrase) -> Entity | None:
        """The entity whose role has the phrase's head, or a kindred one, and does not gainsay it."""
        text = self.words_of(*phrase.role) if phrase.role else ""
        wanted = role_words(text)
        called = self.lexicon.offices.get(fold(text)) or (text if public_office(text) else None)
        best: tuple[float, Entity] | None = None
        looked_at = set()
        for age, occurrence in enumerate(reversed(self._before(phrase.i))):
            entity = occurrence.entity
            if not entity.roles or id(entity) in looked_at:
                continue  # further back it scores less
            looked_at.add(id(entity))
            if entity.plural or not agrees(entity, phrase.gender) or not (entity.human or entity.certain):
                continue
            scores = self._role_scores(entity, phrase, wanted)
            if called and self._holds(entity, called):
                scores.append(1.0)
            score = max(scores, default=0.0)
            score += (0.1 if entity.named else 0.0) - 0.01 * age
            if score > 0.3 and (best is None or score > best[0]):
                best = score, entity
        return best[1] if best else None

    @staticmethod
    def _holds(entity: Entity, called: str) -> bool:
        """Whether the entity has the office called so."""
        office = public_office(called)
        if office is None:
            return any(fold(role).startswith(fold(called)) for role in entity.texts)
        return any(told and same_office(office, told) for told in map(public_office, entity.texts))

    def _same_role_anywhere(self, phrase: NounPhrase, least: float = _SAME_ROLE) -> Entity | None:
        """The one named entity of the whole article with such a role: named after it is spoken of."""
        if phrase.plural or not self._is_definite(phrase) or not phrase.flags & w.ROLE or not phrase.role:
            return None
        wanted = role_words(self.words_of(*phrase.role))
        fitting = [
            entity
            for entity in self.named
            if entity.human
            and agrees(entity, phrase.gender)
            and max(self._role_scores(entity, phrase, wanted), default=0.0) >= least
        ]
        return fitting[0] if len(fitting) == 1 and len(wanted) > 1 else None

    def _by_initials(self, phrase: NounPhrase) -> Entity | None:
        """*le DGPN*: who is told to be *directeur général de la police nationale*."""
        token = self.tokens[phrase.j - 1]
        if phrase.plural or not token.upper or phrase.j - phrase.i > 2 or len(token.text) < _ACRONYM:
            return None
        fitting = [
            entity
            for entity in self.named
            if entity.human
            and agrees(entity, phrase.gender)
            and any(self._initials(text) == token.text for text in entity.texts)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _initials(self, role: str) -> str:
        small = w.ANY_DET | w.OF | w.PREP | w.COORD
        told = (word for word in _WORD.findall(role) if not self.lexicon.flags.get(word.lower(), 0) & small)
        return "".join(word[0].upper() for word in told)

    def _relation(self, phrase: NounPhrase) -> Entity | None:
        """*son avocat*: the only one of the article who is told to be somebody's lawyer."""
        if phrase.plural or phrase.det & w.INDEF or not phrase.det & w.POSS or not phrase.flags & w.ROLE:
            return None
        wanted = stem(phrase.head)
        fitting = [
            entity
            for entity in self.named
            if entity.human
            and agrees(entity, phrase.gender)
            and any(stem(head) == wanted for head, _ in entity.roles)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _role_scores(self, entity: Entity, phrase: NounPhrase, wanted: frozenset[str]) -> list[float]:
        """How well each role of an entity goes with a phrase.

        *Léna Morel, maire de Brest*, also called *la maire*, is not *la maire de Lannion*, but may be *la
        maire d'une petite ville*.
        """
        scores = [self._role_score(role, phrase.head, wanted) for role in entity.roles]
        told = list(zip(entity.roles, scores, strict=True))
        vague = len(wanted) == 1 or any(t.low in _ANY for t in self.tokens[phrase.i + 1 : phrase.j])
        if not vague and any(not score and stem(role[0]) == stem(phrase.head) for role, score in told):
            return [score for role, score in told if len(role_words(role[1])) > 1]
        return scores

    def _role_score(self, role: tuple[str, str], head: str, wanted: frozenset[str]) -> float:
        """How well two role phrases go together: same or kindred head, one's words within the other's."""
        if head.startswith(_EX) and is_former(role[1]):  # *l'ancienne ministre Léna Morel … l'ex-ministre*
            head = head.removeprefix(_EX)
            wanted = frozenset(word.removeprefix(_EX) for word in wanted)
        asked, told = stem(head), stem(role[0])
        if asked != told and asked not in self.lexicon.kin.get(told, ()):
            return 0.0
        own, other = wanted - {asked}, role_words(role[1]) - {told}
        if own & _FIRMS and other:
            own = frozenset()  # *le patron du géant pétrolier*, after *le PDG de Marée*
        if not (own <= other or other <= own):
            return 0.0
        if asked != told and own and not other and is_former(role[1]):
            return 0.0  # *un ancien ministre* is not *le premier secrétaire du parti*
        shared = len(own & other) / (len(own | other) or 1)
        return (0.7 if asked == told else 0.5) + 0.3 * (shared if own or other else 1.0)

    def _both(self, phrase: NounPhrase) -> Entity | None:
        """*les deux élus*, *ces deux amies*, *le couple*: the two people named side by side before."""
        couple = phrase.head in _COUPLES and phrase.j - phrase.i == 2
        if not phrase.det & (w.DET | w.DEM) or not (phrase.plural or couple):
            return None
        two = couple or self.tokens[phrase.i + 1].low == _TWO
        for occurrence in reversed(self._before(phrase.i)):
            both, other = occurrence.entity, occurrence.phrase
            if both.pair is not None:
                # *les auteurs*, after *les deux auteurs, Léna Morel et Paul Roche*
                told = any(head == phrase.head for head, _ in both.roles)
                if told or (two and self._may_both(both.pair, phrase, couple=couple)):
                    return both
            if other.head == phrase.head and (
                couple or any(t.low == _TWO for t in self.tokens[other.i : other.j])
            ):
                return None  # *deux élus … les deux élus*, *un couple … le couple*
        return None

    def _may_both(self, pair: tuple[Entity, Entity], phrase: NounPhrase, *, couple: bool) -> bool:
        """Whether the phrase may tell of both: *les deux élus* may be a man and a woman."""
        if couple:
            return all(one.named for one in pair)
        mixed = phrase.gender == "m" and any(one.gender != "f" for one in pair)
        return all(self._may_be(one, None if mixed else phrase.gender, phrase.head) for one in pair)

    def _may_be(self, one: Entity, gender: str | None, role: str) -> bool:
        """Whether one of two may be told by the role: no other occupation is known of that person."""
        if not one.named or not agrees(one, gender):
            return False
        if not is_occupation(role) or not any(is_occupation(head) for head, _ in one.roles):
            return True
        heads = {stem(head) for head, _ in one.roles}
        return stem(role) in heads or any(stem(role) in self.lexicon.kin.get(h, ()) for h in heads)

    def _counsel(self, phrase: NounPhrase) -> Entity | None:
        """*a plaidé le conseil*, *le conseil de la famille*: a lawyer, where the article has one."""
        if phrase.head != _COUNSEL or not phrase.role:
            return None
        beside = self.tokens[phrase.role[0] + 1 : phrase.role[1]]
        people = any(t.flags & (w.ROLE | w.GROUP | w.TITLE) and not t.flags & w.PLURAL for t in beside)
        if beside and not (people and beside[0].low in _WHOSE):
            return None  # *le conseil municipal*, *le conseil des ministres*
        return self._same_role(replace(phrase, gender=None))  # *le conseil* may be a woman
