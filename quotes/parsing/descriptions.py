"""Whom a role or another description means: *le ministre*, *cette mère de famille*, *son avocat*."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from quotes.lexicon import words
from quotes.model import SpeakerKind
from quotes.parsing import words as w
from quotes.parsing.entity import Entity, agrees
from quotes.parsing.offices import (
    OFFICES,
    is_former,
    is_occupation,
    may_hold,
    public_office,
    role_words,
)
from quotes.parsing.phrases import NounPhrase
from quotes.parsing.presented import ATTENDING, COURT, JUDGED, STANDALONE, TOLD, Presented, is_named
from quotes.parsing.speakers_on import LEADERS, full_name_without_office
from quotes.parsing.words import stem

_BODIES = frozenset({SpeakerKind.GROUP, SpeakerKind.ORGANISATION})
#: an office that goes with another: the spokeswoman of a government is one of its members
_BESIDE = frozenset({"porte-parole"})
#: who sits in a house may lead a party or a group as well: *le président du groupe … le sénateur*
_SEATS = words("seats.txt")
_LOCAL = words("local_offices.txt")
#: how many sentences from a name an office of which nothing is told may stand: *le maire de Brest*
_NEAR = 3
#: the same where they share most words of their complements: *le maire de Brest*, wherever he is named
_SAME_COMPLEMENT = 0.85
#: *la figure du mouvement*: somebody already named
_EPITHETS = words("epithets.txt")
#: *la magistrate* is often the judge named before as *la présidente*
_PRESIDING = frozenset({stem("magistrat")})


class Descriptions(Presented):
    """Looks for whoever has the role that a phrase tells."""

    def _points_back(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """*le ministre*, *cette mère de famille*, *l'organisation*: somebody named elsewhere."""
        if self._names_source_again(phrase):
            return self._source_back(phrase)
        paper = self._paper_back(phrase)
        if paper is not None:
            return paper
        both = self._both(phrase)
        if phrase.plural or both is not None:
            return both
        if not self._is_definite(phrase) or self.is_in_order(phrase):
            return None
        body = self._by_initials(phrase) or self._body_back(phrase)
        if body is not None or (phrase.flags & (w.DOCUMENT | w.ORGANISATION) and not phrase.flags & w.ROLE):
            return body
        if phrase.det & w.DEM and phrase.flags & w.GROUP and not phrase.flags & w.ROLE:
            return self._same_noun(phrase)
        if phrase.head == "«»" and self._called(phrase):
            return self._bare_role(phrase, sentence)
        if phrase.flags & (w.ROLE | w.DEMONYM):
            return self._role_back(phrase, sentence)
        return self._subject_as(phrase, sentence)

    def _body_going_on(self, phrase: NounPhrase) -> Entity | None:
        """*« … », écrit le groupe « Voiles ». « … », ajoute ce collectif*: the body that has just spoken."""
        last = self.last_speaker
        if last is None or not phrase.det & w.DEM or not self._spoke_just_before(phrase):
            return None
        one = not last[1].plural or not last[1].words[0].endswith("s")  # *des pêcheurs* are no body
        return last[1] if last[1].kind in _BODIES and one else None

    def _role_back(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """*le ministre*: whoever is told to have the role or holds the office, goes on or is prominent."""
        if phrase.i and self.tokens[phrase.i - 1].low == "dont":
            return None  # *Luc Oury, dont l'avocat …*: another
        same = self._same_role(phrase)
        holder = self._holder(phrase)
        if holder is not None and (same is None or not same.named or not self._has_just(same, phrase)):
            return holder
        if self._is_institution(phrase):  # *l'avocat Luc Oury … le Défenseur des droits*
            return same if same is not None and self._has_noun(same, phrase) else None
        if same is not None and not same.named and not self._has_own_complement(phrase):
            goes_on = self._last_speaker_as(phrase)
            if goes_on is not None and (
                not goes_on.roles or self._plays(goes_on, phrase) or self._renamed(same, goes_on, phrase)
            ):
                return goes_on  # *commente le directeur*, after one of whom no role is told
        if same is not None and (same.named or (phrase.flags & w.ROLE and not self._says_more(phrase, same))):
            return same
        if self._is_of_then(phrase):
            return same
        recent = self._somebody_recent(phrase, sentence)
        if recent is not None and self._only_spoken_of(recent, phrase):
            recent = None
        # *la Brestoise*, *le patron du port*, named later, have a name
        ahead = self._same_role_anywhere(phrase) if same is not None else None
        return recent or ahead or same

    @staticmethod
    def _only_spoken_of(entity: Entity, phrase: NounPhrase) -> bool:
        """*Luc Oury a été blessé. « … », raconte le médecin*: another, unless told to be a doctor himself."""
        judged = any(head in JUDGED for head, _ in entity.roles)
        return (entity.undergoes or judged) and phrase.head in ATTENDING

    def _says_more(self, phrase: NounPhrase, same: Entity) -> bool:
        """*le président de la CDP*, after *un président*: it need not be the same."""
        if not phrase.role or not self._has_own_complement(phrase):
            return False
        known = frozenset[str]().union(*map(role_words, same.texts))
        return not role_words(self.words_of(*phrase.role)) <= known

    def _called(self, phrase: NounPhrase) -> bool:
        """*écrit le « voileux »*: somebody already named, unlike *écrit le « Courrier »*."""
        terms = [t.inner[0] for t in self.tokens[phrase.i : phrase.j] if t.inner]
        return bool(phrase.det & w.DET) and self._speaks(phrase) and not any(t.cap for t in terms)

    def _body_back(self, phrase: NounPhrase) -> Entity | None:
        """*le communiqué*, *l'organisation*, *le distributeur*, who may be a person as well."""
        company = self._company_back(phrase)
        if company is not None or phrase.flags & w.ROLE:
            return company
        if phrase.flags & w.DOCUMENT:
            return self._document_back(phrase)
        if phrase.flags & w.ORGANISATION:
            return self._body_going_on(phrase) or self._organisation_back(phrase) or self._counsel(phrase)
        return None

    def _somebody_recent(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """Whom a role that nobody was given takes up.

        Bare or demonstrative, whoever is prominent; an office (*la ministre de la Mer*), a full name
        without office; an office whose holder readers know (*le Premier ministre*), like any other role,
        whoever spoke last.
        """
        if phrase.det & w.DEM:
            last = self.last_speaker
            if last is not None and last[1].human and self._spoke_just_before(phrase):
                return last[1] if agrees(last[1], phrase.gender) else None
            return self._recent(phrase.i, sentence, phrase.gender, lambda e: e.human)
        if phrase.head in TOLD:
            return None
        if not self._has_own_complement(phrase) or phrase.head in _EPITHETS:
            return self._bare_role(phrase, sentence)
        if phrase.head in OFFICES:
            if self._next_to_react(phrase, sentence):
                return self._same_role_anywhere(phrase, _SAME_COMPLEMENT)
            found = (
                self._same_role_anywhere(phrase, _SAME_COMPLEMENT)
                or self._of_body(phrase)
                or self._goes_on_as(phrase)
                or self._untold_holder(phrase, sentence)
            )
            return None if found is not None and self._is_elsewhere(found, phrase) else found
        return (
            self._leads(phrase)
            or self._come_in_since(phrase)
            or self._last_speaker_as(phrase)
            or self._of_headline(phrase, sentence)
        )

    def _is_elsewhere(self, entity: Entity, phrase: NounPhrase) -> bool:
        """*le maire de Brest* is not Luc Oury, marin, of whom no office is told."""
        other = entity.roles and not any(head in OFFICES for head, _ in entity.roles)
        return bool(other) and phrase.head in _LOCAL and not self._plays(entity, phrase)

    def _bare_role(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """*le ministre*, *l'habitante*, *la figure du mouvement*: nothing tells which."""
        goes_on = self._last_speaker_as(phrase)
        known = self._known_by(phrase)
        if known is not None:
            return known

        def acts(entity: Entity) -> bool:
            return is_named(entity) and not self._only_spoken_of(entity, phrase)

        if phrase.head in JUDGED:
            return self._recent_or_only(phrase, sentence, lambda e: self._is_heard(e, phrase.head))
        just = goes_on if self._spoke_just_before(phrase) else None
        if self.tried and stem(phrase.head) in COURT - _PRESIDING:
            return None  # *L'accusé, Luc Oury, … L'expert décrit …*: not he, nor whom he has hurt
        if phrase.head in STANDALONE:
            return just if just is not None and not just.roles else None
        if self._well_known(phrase):
            return goes_on if goes_on is not None and may_hold(goes_on) else None
        if phrase.head in OFFICES:
            return self._recent_or_only(
                phrase, sentence, lambda e: acts(e) and e.fully_named and not self._other_office(e, phrase)
            )
        if just is not None and self._speaks(phrase) and not self._another_since(just, phrase, is_named):
            return just
        guess = self._newcomer(phrase, sentence) or self._recent_or_only(phrase, sentence, acts)
        return self._of_that_noun(phrase, guess) or guess

    def _well_known(self, phrase: NounPhrase) -> bool:
        """*le Premier ministre*: an office that readers know the holder of, be he named or not."""
        role = self.words_of(*phrase.role) if phrase.role else ""
        return " " in role and public_office(role) is not None

    def _untold_holder(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """Who may have an office of which the article says nothing more."""
        role = self.words_of(*phrase.role) if phrase.role else ""
        office = public_office(role)
        taken = (
            {entity for known, entity in self.holders.items() if not (known <= office or office <= known)}
            if office
            else set()
        )

        spoken_of = self._named_in_marks(sentence) if office is None else frozenset()

        def fits(entity: Entity) -> bool:
            free = office is None or (may_hold(entity) and entity not in taken)
            return free and full_name_without_office(entity) and entity.words[-1] not in spoken_of

        found = self._recent_or_only(phrase, sentence, full_name_without_office if is_former(role) else fits)
        if found is None or office is not None or is_former(role) or self._in_focus(found, phrase, sentence):
            return found
        return None

    def _in_focus(self, entity: Entity, phrase: NounPhrase, sentence: int) -> bool:
        """Whether the entity stands near before the phrase, was the last to speak, or is named further on."""
        before = self._before(phrase.i)
        if self.last_speaker and self.last_speaker[1] is entity:
            return True
        spoke = next((o.entity for o in reversed(before) if self._speaks(o.phrase)), None)
        seen = [o.sentence for o in before if o.entity is entity]
        return spoke is entity or not seen or sentence - seen[-1] <= _NEAR

    def _other_office(self, entity: Entity, phrase: NounPhrase) -> bool:
        """Whether the entity has another office: *le premier ministre* is not the minister of the Sea."""
        wanted = role_words(self.words_of(*phrase.role)) if phrase.role else frozenset()
        beside = _BESIDE | LEADERS if phrase.head in _SEATS else _BESIDE
        held = [
            (head, text)
            for head, text in entity.roles
            if head in OFFICES and (head not in beside or public_office(text) is not None)
        ]
        return bool(held) and all(self._role_score(role, phrase.head, wanted) == 0 for role in held)

    def _recent_or_only(
        self, phrase: NounPhrase, sentence: int, fits: Callable[[Entity], bool]
    ) -> Entity | None:
        """Whoever is prominent before the phrase; else the only one of the article, named further on."""

        def may_be(entity: Entity) -> bool:
            return fits(entity) and not self._is_another(entity, phrase)

        before = self._recent(phrase.i, sentence, phrase.gender, may_be, apart=True)
        if before is not None:
            return before
        fitting = (e for e in self.named if e.certain and not e.signs and may_be(e))
        every = [e for e in fitting if agrees(e, phrase.gender)]
        if len(every) != 1 or len(every[0].words) == 1:
            return None
        other = bool(every[0].roles) and not is_occupation(phrase.head)
        return None if other else every[0]  # *le jeune homme*, before *le commandant Luc Oury*, is not he

    def _holder(self, phrase: NounPhrase) -> Entity | None:
        """Who has a public office that the article gives to nobody."""
        if not self.holders or not phrase.role or not phrase.flags & w.ROLE:
            return None
        office = public_office(self.words_of(*phrase.role))
        return self.holders.get(office) if office is not None else None

    def _has_just(self, entity: Entity, phrase: NounPhrase) -> bool:
        """Whether the office is told of the entity in full: *le Premier ministre* is not *belge*."""
        office = public_office(self.words_of(*phrase.role)) if phrase.role else None
        return office in map(public_office, entity.texts)

    def _has_own_complement(self, phrase: NounPhrase) -> bool:
        """*le maire de la ville*, unlike *la mère de famille*, says which."""
        tokens = self.tokens[phrase.i : phrase.j]
        return any(
            t.low in ("du", "des", "au", "aux")
            or (t.flags & w.OF and (after.flags & w.ANY_DET or (after.cap and after.low != "état")))
            for t, after in pairwise(tokens[1:])
        )
