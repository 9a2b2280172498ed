"""Which earlier mention a pronoun takes up, and how prominent each is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from quotes.model import SpeakerKind
from quotes.parsing import words as w
from quotes.parsing.bodies import Bodies
from quotes.parsing.entity import Entity, Occurrence, Resolution, agrees
from quotes.parsing.phrases import NounPhrase
from quotes.parsing.tokens import CLITIC, WORD

#: what an inverted pronoun adds to the prominence of the source that its sentence names, and of the
#: last subject when that is the sentence before
_SOURCE, _FRESH = 1.5, 0.6
#: what it takes from the subject of a clause within another
_WITHIN = 0.6
#: what a body has that has just spoken, when nobody has been named since
_BODY = 2.3
#: what each sentence between takes from it, and what it is worth to have spoken
_FAR, _SPOKEN = 0.6, 0.8
#: how many tokens before a subject its conjunction may stand
_CLAUSE = 8
#: prepositions of the place where *on* speaks
_AT = frozenset({"à", "au", "aux", "dans"})
#: what all can read or hear is a document's or, without one, a group's
_READ = frozenset({"entend", "entendait", "entendre", "lire", "lisait", "lit"})
_LATTER = frozenset({"ce dernier", "celui-ci", "celle-ci", "celui-là", "celle-là", "ceux-ci", "celles-ci"})


class Antecedents(Bodies):
    """Looks back from a pronoun, or from any word that names nobody, to the source that it means."""

    def _pronoun(self, phrase: NounPhrase, sentence: int) -> Resolution:
        if phrase.head == "on":
            behind = self._behind_on(phrase, sentence)
            return Resolution(behind, "on" if behind is not None else "none")
        if phrase.head in _LATTER:
            entity = self._latest(phrase)
            return Resolution(entity, "latter")
        if phrase.head in ("premier", "second"):
            return Resolution(self._one_of_two(phrase), "latter")
        if phrase.head in ("celui", "celle"):  # *celui qui fut maire*
            entity = self._recent(phrase.i, sentence, phrase.gender, lambda e: e.human and e.named)
            return Resolution(entity, "pronoun")
        entity = self._recent(phrase.i, sentence, phrase.gender, lambda e: e.plural == phrase.plural)
        return Resolution(entity, "pronoun")

    def only_person(self) -> tuple[Entity, int] | None:
        """The one person whom the article names in full, and the token of the first mention."""
        if self._only is None:
            self._only = self._find_only_person()
        return self._only[0]

    def _find_only_person(self) -> tuple[tuple[Entity, int] | None]:
        people = [e for e in self.named if e.certain and not e.signs and e.fully_named]
        mentions = (o.phrase.i for o in self.occurrences if o.entity in people)
        first = next(mentions, None) if len(people) == 1 else None
        return ((people[0], first) if first is not None else None,)

    def _behind_on(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """*assure-t-on*: a body named before; *À la mairie, on assure*: only one that the sentence names."""
        if self.tokens[phrase.i].kind == CLITIC:
            return self._recent(phrase.i, sentence, None, _is_body)
        read = any(t.low in _READ for t in self.tokens[phrase.j : phrase.j + _CLAUSE])
        people = None
        for occurrence in reversed(self._before(phrase.i)):
            if occurrence.sentence != sentence:
                break
            # *des femmes défilent derrière une banderole où l'on peut lire*
            if read and occurrence.entity.kind is SpeakerKind.GROUP:
                people = people or occurrence.entity
            elif occurrence.entity.kind is SpeakerKind.DOCUMENT if read else self._speaks_there(occurrence):
                return occurrence.entity
        return people

    def _speaks_there(self, occurrence: Occurrence) -> bool:
        """Whether *on* may stand for it: *chez Oury*, *du côté d'Oury*, *à la mairie*."""
        prep = occurrence.phrase.prep
        before = [t.low for t in self.tokens[max(0, occurrence.phrase.i - 3) : occurrence.phrase.i - 1]]
        if prep == "chez" or (prep and before == ["du", "côté"]):
            return True
        return prep in _AT and _is_body(occurrence.entity)

    def owner(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """Whose it is: *sa réponse*, *leur lettre*, by the same measure as a pronoun."""
        plural = self.tokens[phrase.i].low.startswith("leur")

        def speaks(entity: Entity) -> bool:
            return entity.plural == plural and entity.kind is not SpeakerKind.DOCUMENT

        return self._recent(phrase.i, sentence, None, speaks)

    def _one_of_two(self, phrase: NounPhrase) -> Entity | None:
        """*La première … le second*: one of the two people whom the nearest sentence with two names."""
        people: dict[int, list[Entity]] = {}
        for occurrence in self._before(phrase.i):
            known = people.setdefault(occurrence.sentence, [])
            if occurrence.entity.human and occurrence.entity not in known:
                known.append(occurrence.entity)
        pairs = [pair for _, pair in sorted(people.items()) if len(pair) == 2]
        if not pairs:
            return None
        entity = pairs[-1][0 if phrase.head == "premier" else 1]
        return entity if agrees(entity, phrase.gender) else None

    def _latest(self, phrase: NounPhrase) -> Entity | None:
        """The nearest that agrees, and a person wherever one is near."""
        fitting = [
            occurrence
            for occurrence in reversed(self._before(phrase.i))
            if occurrence.entity.plural == phrase.plural and agrees(occurrence.entity, phrase.gender)
        ]
        if fitting and not phrase.plural:
            near = fitting[0].sentence - 1
            people = [o for o in fitting if o.sentence >= near and o.entity.human]
            fitting = people or fitting
        return fitting[0].entity if fitting else None

    def _recent(
        self,
        token: int,
        sentence: int,
        gender: str | None,
        fits: Callable[[Entity], bool],
        *,
        apart: bool = False,
    ) -> Entity | None:
        """The most prominent earlier entity that fits: subjects, the last speaker, the nearest.

        `apart` leaves out those of the same sentence that are no subject: *Outre Paul Roche, le ministre
        vise …* is another.
        """
        # *« Roche se trompe », dit le maire*: whoever follows the verb is not whom the sentence is about
        inverted = bool(self.tokens[token - 1].flags & (w.VERB | w.FINITE)) if token else False
        clitic = self.tokens[token].kind == CLITIC
        best = self._spoke_last(sentence, gender, fits) if clitic else None
        fresh = True  # no subject that fits has been met yet
        spoken, body = self._body_going_on(sentence)
        for occurrence in reversed(self._before(token)):
            entity = occurrence.entity
            if entity.signs or not agrees(entity, gender) or not fits(entity):
                continue
            if apart and occurrence.sentence == sentence and (inverted or not occurrence.subject):
                continue
            score = self._prominence(occurrence, sentence, gender)
            if occurrence.subject and clitic:
                if self._within(occurrence.phrase):
                    score -= _WITHIN  # *Léna Morel veut que le maire parte. « C'est tard », dit-elle*
                elif occurrence.phrase.prep and occurrence.sentence == sentence:
                    score += _SOURCE  # *Pour Léna Morel, le maire « se trompe », a-t-elle dit*
                elif fresh and occurrence.sentence == sentence - 1 and self._comes_in(occurrence):
                    score += _FRESH  # *Léna Morel le rappelle. « Il se trompe », dit-elle*
            fresh = fresh and not occurrence.subject
            if entity is body:
                score += _BODY
            elif entity.human and occurrence.phrase.i > spoken:
                body = None
            if best is None or score > best[0]:
                best = score, entity
        return best[1] if best else None

    def _body_going_on(self, sentence: int) -> tuple[int, Entity | None]:
        """A body, group or document that spoke in this sentence or the one before, and where."""
        token, entity = self.last_speaker or (0, None)
        near = entity is not None and sentence - bisect_right(self.ends, token) <= 1
        return token, entity if near and entity is not None and not entity.human else None

    def _comes_in(self, occurrence: Occurrence) -> bool:
        """*Léna Morel*, *son voisin*, *une passante*, alone before its verb: who is new on the scene."""
        phrase = occurrence.phrase
        if not (occurrence.entity.named or phrase.det & (w.INDEF | w.POSS)):
            return False
        return self.tokens[phrase.i - 1].low != "et" or not self._is_plural_verb(phrase.end)

    def _within(self, phrase: NounPhrase) -> bool:
        """*Léna Morel veut que le maire …*: whether a subject is that of a clause within another."""
        for token in reversed(self.tokens[max(0, phrase.i - _CLAUSE) : phrase.i]):
            if token.kind != WORD:
                return False
            if token.flags & (w.QUE | w.SUB | w.REL):
                return True
        return False

    def _is_plural_verb(self, k: int) -> bool:
        """*… et le maire l'avaient dit*: whether the verb at `k`, behind its small pronouns, is plural."""
        while k + 1 < len(self.tokens) and self.tokens[k].flags & (w.CLITIC | w.NEG):
            k += 1
        return k < len(self.tokens) and self.tokens[k].low.endswith("nt")

    def _prominence(self, occurrence: Occurrence, sentence: int, gender: str | None) -> float:
        """How likely a pronoun takes up an occurrence; the weights were fitted on annotated articles."""
        score = self._standing(occurrence.entity, gender) - _FAR * (sentence - occurrence.sentence)
        if occurrence.subject:
            return score + 1.0
        return score - 0.3 if occurrence.phrase.prep else score

    def _spoke_last(
        self, sentence: int, gender: str | None, fits: Callable[[Entity], bool]
    ) -> tuple[float, Entity] | None:
        """Whoever spoke last, as good as named where the quotation stands: *« … », ajoute-t-elle*."""
        token, entity = self.last_speaker or (0, None)
        if entity is None or entity.signs or not agrees(entity, gender) or not fits(entity):
            return None
        gap = sentence - bisect_right(self.ends, token)
        return self._standing(entity, gender) + _SPOKEN - _FAR * gap, entity

    def _standing(self, entity: Entity, gender: str | None) -> float:
        """How likely a pronoun takes up an entity, wherever it is named."""
        score = 0.0
        if entity.human:
            score += 3.0 if entity.certain else 0.9 if entity.one_person else 0.7
        elif entity.kind is SpeakerKind.DOCUMENT:
            score -= 1.0
        if gender is not None and entity.gender is None:
            score -= 0.7
        if self.last_speaker and self.last_speaker[1] is entity:
            score += 0.5
        if entity.named:
            score += 0.1 * min(entity.uses, 8)
        return score


def _is_body(entity: Entity) -> bool:
    return entity.kind in (SpeakerKind.ORGANISATION, SpeakerKind.GROUP)
