"""Who holds the public offices that an article gives to nobody: *le chef de l'État*."""

from __future__ import annotations

from quotes.parsing import words as w
from quotes.parsing.descriptions import Descriptions
from quotes.parsing.entity import Entity, agrees
from quotes.parsing.offices import Office, may_hold, pair_off, public_office, told_holders
from quotes.parsing.phrases import NOUN, NounPhrase
from quotes.parsing.registry import Told

#: what each mention by name adds to the likelihood that somebody has an office
_PER_USE = 0.2
#: how many sentences and mentions after an office may be its holder's
_SENTENCES_AHEAD = 2


class Holders(Descriptions):
    """Settles the public offices once for the whole article."""

    def _settle_offices(self, phrases: list[Told]) -> None:
        """Find the holders of the offices that the article gives to nobody: *le chef de l'État*."""
        self.holders = told_holders(self.named)
        able = {entity for entity in self.named if may_hold(entity)}
        scores: dict[tuple[Office, Entity], float] = {}
        asked: dict[int, Office] = {}
        for phrase, sentence, _ in phrases:
            office = self._open_office(phrase, sentence)
            if office is None:
                continue
            asked[phrase.i] = office
            for entity, score in self._likely_holders(phrase, sentence, able).items():
                known = scores.get((office, entity), _PER_USE * min(entity.uses, 5))
                scores[office, entity] = known + score
        self.holders |= pair_off(scores)
        for occurrence in self.occurrences:
            holder = self.holders.get(asked.get(occurrence.phrase.i, frozenset()))
            if holder is not None and not occurrence.entity.plural:
                occurrence.entity = self._resolved[occurrence.phrase.i] = holder

    def _likely_holders(self, phrase: NounPhrase, sentence: int, able: set[Entity]) -> dict[Entity, float]:
        """Who of those able may hold the office: the nearer to the phrase the likelier, subjects first."""
        best: dict[Entity, float] = {}
        for occurrence in self._around(phrase.i):
            entity, away = occurrence.entity, sentence - occurrence.sentence
            if (
                not away
                or away < -_SENTENCES_AHEAD
                or entity not in able
                or not agrees(entity, phrase.gender)
                or self._is_another(entity, phrase)
            ):
                continue
            score = 1 / (1 + away) if away > 0 else -0.5 / away
            if occurrence.subject or self._speaks(occurrence.phrase):
                score += 1 / abs(away)
            best[entity] = max(best.get(entity, 0.0), score)
        return best

    def _open_office(self, phrase: NounPhrase, sentence: int) -> Office | None:
        """The public office that a phrase without name gives to nobody; a bare *le président* may be any."""
        if phrase.form != NOUN or phrase.plural or not phrase.det & w.DET or not phrase.role or phrase.name:
            return None
        if phrase.apposed or not phrase.flags & w.ROLE or self._next_to_react(phrase, sentence):
            return None
        text = self.words_of(*phrase.role)
        office = public_office(text) if " " in text else None
        if office is None or office in self.holders:
            return None
        same = self._same_role(phrase)  # *le président Paul Roche … le chef de l'État*
        told = same is not None and same.named and self._holds(same, text)
        return None if told else office
