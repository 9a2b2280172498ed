"""The people and bodies of one article: every mention clustered under the fullest name given."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import Literal

from quotes.folding import fold
from quotes.lexicon import words
from quotes.model import SpeakerKind
from quotes.parsing import words as w
from quotes.parsing.entity import Entity, agrees, kind_of
from quotes.parsing.names import ARABIC
from quotes.parsing.offices import (
    OFFICES,
    Office,
    is_former,
    is_occupation,
    may_hold,
    pair_off,
    public_office,
    role_words,
    same_office,
    told_holders,
)
from quotes.parsing.phrases import NAME, NOUN, PRONOUN, NounPhrase
from quotes.parsing.tokens import CLITIC, WORD, Stream
from quotes.parsing.words import lexicon, stem

#: how many earlier mentions a pronoun may look back at
_LOOK_BACK = 60
#: how many tokens ago whoever goes on under another office has spoken
_JUST = 60
#: how many tokens ago the body has spoken that *l'organisation* takes up
_GOES_ON = 200
#: what an inverted pronoun adds to the prominence of the source that its sentence names, and of the
#: last subject when that is the sentence before
_SOURCE, _FRESH = 1.5, 0.6
#: what a body has that has just spoken, when nobody has been named since
_BODY = 2.3
#: what each sentence between takes from it, and what it is worth to have spoken
_FAR, _SPOKEN = 0.6, 0.8
#: how many tokens before a subject its conjunction may stand
_CLAUSE = 8
#: prepositions of the place where *on* speaks
_AT = frozenset({"à", "au", "aux", "dans"})
#: what all can read or hear is a group's or a document's
_READ = frozenset({"entend", "entendait", "entendre", "lire", "lisait", "lit"})
_READABLE = (SpeakerKind.GROUP, SpeakerKind.DOCUMENT)
_FORMER = frozenset({"ancien", "ancienne"})
_SOURCES = frozenset({"selon", "d'après"})


#: what each mention by name adds to the likelihood that somebody has an office
_PER_USE = 0.2
#: how many sentences from a name an office of which nothing is told may stand: *le maire de Brest*
_NEAR = 3
#: how many sentences and mentions after an office may be its holder's
_SENTENCES_AHEAD = 2
_LOOK_AHEAD = 20
#: the score of two role phrases with the same head, one's words within the other's
_SAME_ROLE = 0.7
#: *la figure du mouvement*: somebody already named
_EPITHETS = words("epithets.txt")
#: offices that nobody is guessed to have: *le procureur*
_TOLD = words("told_offices.txt")
#: roles that, bare, stand for somebody whom nobody names: *le propriétaire*, *un passant*
_STANDALONE = words("standalone_roles.txt")
#: *l'organisation*, *l'institution*: whichever body was named last
_GENERIC_BODIES = words("generic_bodies.txt")
#: *le communiqué*, *le tweet*: documents through which a body speaks
_MOUTHPIECES = words("mouthpieces.txt")
_LATTER = frozenset({"ce dernier", "celui-ci", "celle-ci", "celui-là", "celle-là", "ceux-ci", "celles-ci"})
#: *avenue Marceau* is nobody
_STREETS = words("street_nouns.txt")
#: *propos recueillis par X*: X asks, and is not spoken of
_COLLECTED = frozenset({"recueilli", "recueillis", "recueillie", "recueillies"})
_MARKS = re.compile(r'[«»“”"]')
_HANDLE_PART = re.compile(r"[A-ZÀ-Ý]?[^\WA-ZÀ-Ý_]+|[A-ZÀ-Ý]+")
#: *Acte VI*, *Paris I*: unlike *Benoît XVI*, nobody
_ROMAN = re.compile(r"[IVXL]+")
_POSITION = attrgetter("phrase.i")


@dataclass(slots=True)
class Occurrence:
    """A phrase of the article with the entity it names, for pronouns to look back at."""

    phrase: NounPhrase
    entity: Entity
    sentence: int
    subject: bool


#: how a phrase leads to an entity
How = Literal[
    "name",
    "role",
    "role-ahead",
    "phrase",
    "pronoun",
    "latter",
    "on",
    "joint",
    "last-speaker",
    "only-person",
    "none",
]


@dataclass(slots=True)
class Resolution:
    """The entity a phrase stands for, and how that was found."""

    entity: Entity | None
    how: How


class Entities:
    """All entities of one article and the order in which they are mentioned."""

    def __init__(self, stream: Stream, text: str, ends: list[int]) -> None:
        self.stream = stream
        #: where the sentences end
        self.ends = ends
        self.tokens = stream.tokens
        self.text = text
        self.lexicon = lexicon()
        self.by_last: dict[str, list[Entity]] = {}
        self.by_first: dict[str, list[Entity]] = {}
        self.named: list[Entity] = []
        #: what has no name of its own, by folded common name and number
        self.by_noun: dict[tuple[str, bool], Entity] = {}
        #: what is plural, by each of its names
        self.by_plural: dict[str, Entity] = {}
        self.occurrences: list[Occurrence] = []
        self._resolved: dict[int, Entity] = {}
        #: whom the descriptions that led to somebody meant, by their folded words
        self._told: dict[str, Resolution] = {}
        #: the only person of the article if there is one; asked for before anybody has spoken
        self._only: tuple[tuple[Entity, int] | None] | None = None
        #: who has the public offices that the article gives to nobody
        self.holders: dict[Office, Entity] = {}
        #: token position and entity of the last attributed quotation
        self.last_speaker: tuple[int, Entity] | None = None
        #: the last body with a name that spoke, and where
        self._last_body: tuple[int, Entity] | None = None
        self._spoken: set[Entity] = set()

    # text of tokens

    def words_of(self, i: int, j: int) -> str:
        """The article's own characters for the tokens `i:j`, white space folded."""
        if j == i + 1 and self.tokens[i].kind == WORD:
            return self.tokens[i].text
        start, end = self.stream.span(i, j)
        return " ".join(self.text[start:end].split())

    # building

    def add_all(self, phrases: list[tuple[NounPhrase, int, bool]]) -> None:
        """Register every phrase: `(phrase, sentence, is a subject)`, in text order.

        Full names first, wherever they stand, so that a last name finds its full name even when
        the headline gives only the former.
        """
        for phrase, _, _ in phrases:
            for part in (phrase, phrase.apposed) if phrase.apposed else (phrase,):
                if part.name and part.name[1] - part.name[0] > 1:
                    self._name_entity(part, part.name, count=0)
        before: Occurrence | None = None
        for phrase, sentence, subject in phrases:
            entity = self._register(phrase, sentence)
            if entity is None:
                continue
            occurrence = Occurrence(phrase, entity, sentence, subject)
            self.occurrences.append(occurrence)
            if before is not None and self._coordinated(before, occurrence):
                joint = Occurrence(phrase, self.joint(before.entity, entity), sentence, before.subject)
                self.occurrences.append(joint)
            before = occurrence
        self._settle_offices(phrases)

    def _settle_offices(self, phrases: list[tuple[NounPhrase, int, bool]]) -> None:
        """Find the holders of the offices that the article gives to nobody: *le chef de l'État*."""
        self.holders = told_holders(self.named)
        able = {entity for entity in self.named if may_hold(entity)}
        scores: dict[tuple[Office, Entity], float] = {}
        asked: dict[int, Office] = {}
        for phrase, sentence, _ in phrases:
            office = self._open_office(phrase)
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
            ):
                continue
            score = 1 / (1 + away) if away > 0 else -0.5 / away
            if occurrence.subject or self._speaks(occurrence.phrase):
                score += 1 / abs(away)
            best[entity] = max(best.get(entity, 0.0), score)
        return best

    def _speaks(self, phrase: NounPhrase) -> bool:
        """*a dit Paul Roche*, *selon Paul Roche*."""
        before = self.tokens[phrase.i - 1] if phrase.i else None
        return before is not None and (bool(before.flags & (w.VERB | w.FINITE)) or before.low in _SOURCES)

    def _around(self, token: int) -> list[Occurrence]:
        at = bisect_left(self.occurrences, token, key=_POSITION)
        return self.occurrences[max(0, at - _LOOK_BACK) : at + _LOOK_AHEAD]

    def _open_office(self, phrase: NounPhrase) -> Office | None:
        """The public office that a phrase without name gives to nobody; a bare *le président* may be any."""
        if phrase.form != NOUN or phrase.plural or not phrase.det & w.DET or not phrase.role or phrase.name:
            return None
        if phrase.apposed or not phrase.flags & w.ROLE:
            return None
        text = self.words_of(*phrase.role)
        office = public_office(text) if " " in text else None
        if office is None or office in self.holders:
            return None
        same = self._same_role(phrase)  # *le président Paul Roche … le chef de l'État*
        told = same is not None and same.named and self._holds(same, text)
        return None if told else office

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

    def _coordinated(self, first: Occurrence, second: Occurrence) -> bool:
        """*Léna et Paul*: two single people side by side."""
        if not (first.entity.human and second.entity.human) or first.phrase.prep:
            return False
        k = first.phrase.end
        return k + 1 == second.phrase.i and self.tokens[k].low == "et"

    def _register(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        entity = None
        if phrase.name:
            entity = self._name_entity(phrase, phrase.name)
        elif phrase.apposed and phrase.apposed.name:
            entity = self._name_entity(phrase.apposed, phrase.apposed.name)
        elif phrase.form == NOUN and phrase.flags & (w.HEAD | w.DEMONYM | w.PLACE):
            entity = self._points_back(phrase, sentence)
            if entity is not None:  # what is guessed teaches nothing
                self._resolved[phrase.i] = entity
                return entity
            entity = self._nominal(phrase)
        if entity is None:
            return None
        self._learn(entity, phrase)
        if phrase.apposed:
            self._learn(entity, phrase.apposed)
            if phrase.apposed.apposed:
                self._learn(entity, phrase.apposed.apposed)
        if phrase.prep == "par" and phrase.i > 1 and self.tokens[phrase.i - 2].low in _COLLECTED:
            entity.signs = True
        self._resolved[phrase.i] = entity
        return entity

    def _learn(self, entity: Entity, phrase: NounPhrase) -> None:
        """What a phrase tells of its entity: role, gender, that it is a person."""
        if phrase.form == PRONOUN:
            return
        if phrase.role and phrase.flags & (w.ROLE | w.GROUP) and entity.named:
            entity.play((phrase.head, self.words_of(*phrase.role)))
            if not phrase.plural:
                entity.kind = SpeakerKind.PERSON
                entity.certain = True
        implied = self.lexicon.title_roles.get(self.tokens[phrase.i].low)
        if implied is not None and entity.named and phrase.flags & w.TITLE:
            entity.roles.append((implied, implied))
        if entity.named and self._has_party(phrase):
            entity.introduced = True
        if phrase.flags & w.TITLE or self._has_age(phrase):
            entity.kind, entity.certain = SpeakerKind.PERSON, True
        if entity.gender is None or phrase.flags & w.TITLE:
            entity.gender = phrase.gender or entity.gender

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

    def _name_entity(self, phrase: NounPhrase, name_range: tuple[int, int], *, count: int = 1) -> Entity:
        i, j = name_range
        name = self.words_of(i, j)
        # *Lloyd J. Austin III* is Austin; *Charles III* and *Jean-Paul II* have no other last name
        last = j - 1 if j - i > 2 and _ROMAN.fullmatch(self.tokens[j - 1].text) else j
        key = tuple(part for t in self.tokens[i:last] for part in _spelled_out(t.text))
        titled = phrase.gender if phrase.flags & w.TITLE else None
        entity = self._find(key, titled)
        if entity is None:
            entity = self._new_named(phrase, name_range, key)
        self._call(entity, name, count)
        if len(key) > len(entity.words):
            entity.words = key
            self._index(entity)
        return entity

    def _find(self, key: tuple[str, ...], gender: str | None = None) -> Entity | None:
        """The entity of that name; a title that tells the gender parts two people of one surname."""
        for entity in reversed(self.by_last.get(key[-1], ())):
            if _same_name(key, entity.words) and agrees(entity, gender):
                return entity
        if len(key) == 1 or len(key[-1]) > 1:
            for entity in self.by_first.get(key[0], ()):
                if entity.words[: len(key)] == key:
                    return entity
        return None

    def _new_named(self, phrase: NounPhrase, name_range: tuple[int, int], key: tuple[str, ...]) -> Entity:
        i, j = name_range
        first = self.tokens[i]
        gender = first.first_name
        person = bool(phrase.flags & w.TITLE or phrase.flags & w.ROLE or gender is not None)
        shouted = all(t.text.isupper() for t in self.tokens[i:j])
        acronym = first.upper and (j == i + 1 or not shouted)
        organisation = acronym or any(t.flags & w.ORGANISATION for t in self.tokens[i:j])
        place = bool(first.flags & w.PLACE) and (not gender or j == i + 1)
        place = place or (
            j - i == 3 and self.tokens[i + 1].low == "la" and bool(self.tokens[i + 2].flags & w.PLACE)
        )
        street = i > 0 and self.tokens[i - 1].low in _STREETS
        numbered = bool(_ROMAN.fullmatch(self.tokens[j - 1].text)) and (
            gender is None or bool(first.flags & w.PLACE)
        )
        kind = SpeakerKind.PERSON
        if street or numbered or (not phrase.flags & (w.TITLE | w.ROLE) and (organisation or place)):
            kind, person = SpeakerKind.ORGANISATION, False
        elif not person and (j == i + 1 or first.flags & w.ANY_DET):
            kind = SpeakerKind.ORGANISATION
        entity = Entity(
            kind,
            gender if gender in ("m", "f") else None,
            plural=phrase.form == NAME and phrase.plural,
            words=key,
            named=True,
            certain=person,
        )
        self.named.append(entity)
        self._index(entity)
        return entity

    def _index(self, entity: Entity) -> None:
        for table, word in ((self.by_last, entity.words[-1]), (self.by_first, entity.words[0])):
            known = table.setdefault(word, [])
            if entity not in known:
                known.append(entity)

    def _nominal(self, phrase: NounPhrase) -> Entity | None:
        """An entity known only by a common noun: *le procureur*, *des manifestants*, *le Pentagone*."""
        start, end = phrase.role or (phrase.i, phrase.j)
        last = self.tokens[end - 1].flags
        if end - start > 1 and not phrase.plural and last & w.VERB and not last & (w.FINITE | w.HEAD):
            end -= 1  # *un témoin interrogé samedi*
        name = " ".join(_MARKS.sub("", self.words_of(start, end)).split()) or self.words_of(start, end)
        kind = kind_of(phrase)
        folded = fold(name)
        known = self.by_noun.get((folded, phrase.plural))
        if known is not None:
            self._call(known, name)
            return known
        entity = Entity(kind, phrase.gender, phrase.plural)
        entity.one_person = bool(phrase.flags & w.ROLE) and not phrase.plural
        entity.words = tuple(folded.split())
        entity.play((phrase.head, name))
        self._call(entity, name)
        self.by_noun[folded, phrase.plural] = entity
        return entity

    def _call(self, entity: Entity, name: str, count: int = 1) -> None:
        entity.call(name, count)
        if entity.plural:
            self.by_plural.setdefault(name, entity)

    def joint(self, first: Entity, second: Entity | None) -> Entity:
        """Two speakers of one sentence as one entity: *Léna Morel et Paul Roche*."""
        if second is None or second is first:
            return first
        name = f"{first.name} et {second.name}"
        known = self.by_plural.get(name)
        if known is not None:
            return known
        entity = Entity(first.kind, None, plural=True, named=first.named and second.named)
        entity.words = tuple(fold(name).split())
        self._call(entity, name)
        if not entity.named:
            self.by_noun.setdefault((fold(name), True), entity)
        return entity

    def has_spoken(self, entity: Entity, token: int) -> None:
        """Note who speaks in the quotation at `token`; who has a name and speaks is surely a person."""
        self.last_speaker = (token, entity)
        if entity.named and entity.kind is SpeakerKind.ORGANISATION and not self._is_place(entity):
            self._last_body = self.last_speaker
        self._spoken.add(entity)
        if entity.named and entity.human and len(entity.words) > 1:
            entity.certain = True

    # resolving

    def resolve(self, phrase: NounPhrase, sentence: int) -> Resolution:
        """The entity that `phrase`, standing in `sentence`, refers to."""
        named = phrase.name or (phrase.apposed and phrase.apposed.name)
        if phrase.form == PRONOUN and not named:
            return self._pronoun(phrase, sentence)
        if named:
            return Resolution(self._resolved.get(phrase.i) or self._register(phrase, sentence), "name")
        bearer = self._bearer(phrase)
        if bearer is not None:
            return Resolution(bearer, "name")
        told = self._told_before(phrase) or self._same_again(phrase)
        if told is not None:
            return told
        back = self._points_back(phrase, sentence)
        if back is not None:
            return self._tell(phrase, Resolution(back, "role"))
        ahead = self._same_role_anywhere(phrase)
        if ahead is not None:
            return self._tell(phrase, Resolution(ahead, "role-ahead"))
        return Resolution(self._resolved.get(phrase.i) or self._nominal(phrase), "phrase")

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
        key = tuple(part for t in tokens for part in _spelled_out(t.text))
        for entity in self.by_last.get(key[-1], ()):
            if _full_name(entity) and entity.certain and entity.words[-len(key) :] == key:
                return entity
        return None

    def _told_before(self, phrase: NounPhrase) -> Resolution | None:
        """Whom the same description meant before: in one article *le ministre de la Mer* stays the same."""
        return self._told.get(self._description(phrase)) if self._has_own_complement(phrase) else None

    def _same_again(self, phrase: NounPhrase) -> Resolution | None:
        """*la même source*, *ce même rapport*: the one spoken of last by that noun."""
        if self.tokens[min(phrase.i + 1, phrase.j - 1)].low != "même":
            return None
        known = self._same_noun(phrase)
        return Resolution(known, "role") if known is not None else None

    def _same_noun(self, phrase: NounPhrase) -> Entity | None:
        """*cette source*: the one spoken of last by that noun."""
        for occurrence in reversed(self._before(phrase.i)):
            if occurrence.phrase.head == phrase.head:
                return occurrence.entity
        return None

    def _tell(self, phrase: NounPhrase, found: Resolution) -> Resolution:
        if self._has_own_complement(phrase):
            self._told[self._description(phrase)] = found
        return found

    def _description(self, phrase: NounPhrase) -> str:
        return fold(self.words_of(phrase.i, phrase.j))

    def _points_back(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """*le ministre*, *cette mère de famille*, *l'organisation*: somebody named elsewhere."""
        if phrase.plural or not phrase.det & (w.DET | w.DEM):
            return None
        if phrase.flags & w.DOCUMENT and not phrase.flags & w.ROLE:
            return self._document_back(phrase)
        if phrase.flags & w.ORGANISATION and not phrase.flags & w.ROLE:
            return self._organisation_back(phrase)
        if phrase.det & w.DEM and phrase.flags & w.GROUP and not phrase.flags & w.ROLE:
            return self._same_noun(phrase)
        if not phrase.flags & (w.ROLE | w.DEMONYM):
            return None
        same = self._same_role(phrase)
        holder = self._holder(phrase)
        if holder is not None and (same is None or not same.named or not self._has_just(same, phrase)):
            return holder
        if same is not None and not same.named and not self._has_own_complement(phrase):
            goes_on = self._last_speaker_as(phrase)
            if goes_on is not None and (not goes_on.roles or self._renamed(same, goes_on, phrase)):
                return goes_on  # *commente le directeur*, after one of whom no role is told
        if same is not None and (same.named or phrase.flags & w.ROLE):
            return same
        return self._somebody_recent(phrase, sentence) or same  # *la Brestoise*, named later, has a name

    def _renamed(self, same: Entity, last: Entity, phrase: NounPhrase) -> bool:
        """*réplique le prévenu*, just after somebody has spoken whose occupation says nothing against it."""
        if self.last_speaker is None or phrase.i - self.last_speaker[0] > _JUST or same in self._spoken:
            return False
        if phrase.head in OFFICES:
            return False
        return not is_occupation(phrase.head) or not any(is_occupation(head) for head, _ in last.roles)

    def _somebody_recent(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """Whom a role that nobody was given takes up.

        Bare or demonstrative, whoever is prominent; an office (*la ministre de la Mer*), a full name
        without office; any other role, whoever spoke last.
        """
        if phrase.det & w.DEM:
            last = self.last_speaker
            if last is not None and last[1].human and phrase.i - last[0] <= _JUST // 2:
                return last[1] if agrees(last[1], phrase.gender) else None
            return self._recent(phrase.i, sentence, phrase.gender, lambda e: e.human)
        if phrase.head in _TOLD:
            return None
        if not self._has_own_complement(phrase) or phrase.head in _EPITHETS:
            if phrase.head in _STANDALONE:
                return None
            if phrase.head in OFFICES:
                return self._recent_or_only(
                    phrase, sentence, lambda e: _full_name(e) and not self._other_office(e, phrase)
                )
            return self._recent_or_only(phrase, sentence, lambda e: e.human and e.named)
        if phrase.head in OFFICES:
            return self._goes_on_as(phrase) or self._untold_holder(phrase, sentence)
        return self._last_speaker_as(phrase)

    def _untold_holder(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """Who may have an office of which the article says nothing more."""
        role = self.words_of(*phrase.role) if phrase.role else ""
        office = public_office(role)
        taken = (
            {entity for known, entity in self.holders.items() if not (known <= office or office <= known)}
            if office
            else set()
        )

        def fits(entity: Entity) -> bool:
            free = office is None or (may_hold(entity) and entity not in taken)
            return free and _full_name_without_office(entity)

        found = self._recent_or_only(phrase, sentence, _full_name_without_office if is_former(role) else fits)
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
        if not known and not (both and not self._another_since(entity, phrase)):
            return None
        return entity if phrase.i - self.last_speaker[0] <= (2 if former else 1) * _JUST else None

    def _another_since(self, entity: Entity, phrase: NounPhrase) -> bool:
        """Whether the sentences after the last quotation are about somebody else, who may have an office."""
        spoke = self.last_speaker[0] if self.last_speaker else 0
        return any(
            o.subject
            and o.phrase.i > spoke
            and o.entity is not entity
            and _full_name_without_office(o.entity)
            for o in self._before(phrase.i)
        )

    def _other_office(self, entity: Entity, phrase: NounPhrase) -> bool:
        """Whether the entity has another office: *le premier ministre* is not the minister of the Sea."""
        wanted = role_words(self.words_of(*phrase.role)) if phrase.role else frozenset()
        held = [role for role in entity.roles if role[0] in OFFICES]
        return bool(held) and all(self._role_score(role, phrase.head, wanted) == 0 for role in held)

    def _last_speaker_as(self, phrase: NounPhrase) -> Entity | None:
        """*plaide l'ancien allié du maire*: a role told of nobody is that of whoever goes on speaking."""
        entity = self.last_speaker[1] if self.last_speaker else None
        if entity is None or phrase.gender is None or not agrees(entity, phrase.gender):
            return None
        return entity if entity.named and entity.human else None

    def _recent_or_only(
        self, phrase: NounPhrase, sentence: int, fits: Callable[[Entity], bool]
    ) -> Entity | None:
        """Whoever is prominent before the phrase; else the only one of the article, named further on."""
        before = self._recent(phrase.i, sentence, phrase.gender, fits, apart=True)
        if before is not None:
            return before
        fitting = (e for e in self.named if e.certain and not e.signs and fits(e))
        every = [e for e in fitting if agrees(e, phrase.gender)]
        return every[0] if len(every) == 1 and len(every[0].words) > 1 else None

    def _has_own_complement(self, phrase: NounPhrase) -> bool:
        """*le maire de la ville*, unlike *la mère de famille*, says which."""
        tokens = self.tokens[phrase.i : phrase.j]
        return any(
            t.low in ("du", "des", "au", "aux") or (t.flags & w.OF and (after.flags & w.ANY_DET or after.cap))
            for t, after in pairwise(tokens[1:])
        )

    def _same_role(self, phrase: NounPhrase) -> Entity | None:
        """The entity whose role has the phrase's head, or a kindred one, and does not gainsay it."""
        text = self.words_of(*phrase.role) if phrase.role else ""
        wanted = role_words(text)
        called = self.lexicon.offices.get(fold(text)) or (text if public_office(text) else None)
        best: tuple[float, Entity] | None = None
        looked_at = set()
        for age, occurrence in enumerate(reversed(self._before(phrase.i))):
            entity = occurrence.entity
            if id(entity) in looked_at:
                continue  # further back it scores less
            looked_at.add(id(entity))
            if entity.plural or not agrees(entity, phrase.gender) or not (entity.human or entity.certain):
                continue
            scores = [self._role_score(role, phrase.head, wanted) for role in entity.roles]
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

    def _same_role_anywhere(self, phrase: NounPhrase) -> Entity | None:
        """The one named entity of the whole article with such a role: named after it is spoken of."""
        if phrase.plural or not phrase.det & (w.DET | w.DEM) or not phrase.flags & w.ROLE or not phrase.role:
            return None
        wanted = role_words(self.words_of(*phrase.role))
        fitting = [
            entity
            for entity in self.named
            if entity.human
            and agrees(entity, phrase.gender)
            and any(self._role_score(role, phrase.head, wanted) >= _SAME_ROLE for role in entity.roles)
        ]
        return fitting[0] if len(fitting) == 1 and len(wanted) > 1 else None

    def _role_score(self, role: tuple[str, str], head: str, wanted: frozenset[str]) -> float:
        """How well two role phrases go together: same or kindred head, one's words within the other's."""
        has = role_words(role[1])
        own, other = wanted - {stem(head)}, has - {stem(role[0])}
        if not (own <= other or other <= own):
            return 0.0
        shared = len(own & other) / (len(own | other) or 1) if own | other else 1.0
        if stem(role[0]) == stem(head):
            return 0.7 + 0.3 * shared
        return 0.5 + 0.3 * shared if stem(head) in self.lexicon.kin.get(stem(role[0]), ()) else 0.0

    def _document_back(self, phrase: NounPhrase) -> Entity | None:
        """*le communiqué*, after a body has spoken: the body speaks on."""
        if phrase.j - phrase.i > 2 or phrase.head not in _MOUTHPIECES:
            return None
        before = self._before(phrase.i)
        for occurrence in reversed(before):
            if occurrence.phrase.head == phrase.head and len(occurrence.entity.words) > 1:
                return occurrence.entity  # *le communiqué du ministère*
        for occurrence in reversed(before):
            entity = occurrence.entity
            body = entity.kind is SpeakerKind.ORGANISATION and not self._is_place(entity)
            if body and occurrence.subject and (entity.named or occurrence.phrase.flags & w.ORGANISATION):
                spoke = self.last_speaker is not None and self.last_speaker[1] is entity
                return entity if spoke else None
        return None

    def _organisation_back(self, phrase: NounPhrase) -> Entity | None:
        if phrase.role is None or phrase.role[1] - phrase.role[0] > 1:
            return None
        generic = phrase.head in _GENERIC_BODIES and not self.tokens[phrase.role[0]].cap
        spoke = self._body_that_spoke(phrase) if generic else None
        head = fold(phrase.head)
        for occurrence in reversed(self._before(phrase.i)):
            entity = occurrence.entity
            if entity.kind is SpeakerKind.ORGANISATION and (
                head in fold(entity.name) and len(entity.words) > 1
            ):
                return spoke if spoke is not None and entity.name.islower() else entity
        if not generic or spoke is not None:
            return spoke
        for occurrence in reversed(self._before(phrase.i)):
            entity = occurrence.entity
            sure = entity.kind is SpeakerKind.ORGANISATION and self._is_surely_body(entity)
            if sure and not entity.name.islower():
                return entity
        return None

    def _body_that_spoke(self, phrase: NounPhrase) -> Entity | None:
        """*l'entreprise*, *l'institut*: the last body to speak, if it has a name of its own."""
        last = self._last_body
        return last[1] if last is not None and phrase.i - last[0] <= _GOES_ON else None

    def _is_surely_body(self, entity: Entity) -> bool:
        """A body by its own words: an acronym, or a noun of organisation in its name."""
        acronym = entity.named and len(entity.name) > 1 and entity.name.isupper()
        flags = [self.lexicon.flags.get(word.lower(), 0) for word in entity.name.split()]
        return acronym or (len(flags) > 1 and any(f & w.ORGANISATION for f in flags))

    def _is_place(self, entity: Entity) -> bool:
        return bool(self.lexicon.flags.get(entity.name.lower(), 0) & w.PLACE)

    def _before(self, token: int) -> list[Occurrence]:
        """Occurrences that begin before the token, oldest first."""
        stop = bisect_left(self.occurrences, token, key=_POSITION)
        return self.occurrences[max(0, stop - _LOOK_BACK) : stop]

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
        people = [e for e in self.named if e.certain and not e.signs and _full_name(e)]
        mentions = (o.phrase.i for o in self.occurrences if o.entity in people)
        first = next(mentions, None) if len(people) == 1 else None
        return ((people[0], first) if first is not None else None,)

    def last_document(self, token: int) -> Entity | None:
        """*est-il écrit*: the document spoken of last before the token."""
        before = (o.entity for o in reversed(self._before(token)))
        return next((entity for entity in before if entity.kind is SpeakerKind.DOCUMENT), None)

    def _behind_on(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """*assure-t-on*: a body named before; *À la mairie, on assure*: only one that the sentence names."""
        if self.tokens[phrase.i].kind == CLITIC:
            return self._recent(phrase.i, sentence, None, _is_body)
        read = any(t.low in _READ for t in self.tokens[phrase.j : phrase.j + _CLAUSE])
        for occurrence in reversed(self._before(phrase.i)):
            if occurrence.sentence != sentence:
                return None
            # *des femmes défilent derrière une banderole où l'on peut lire*
            if occurrence.entity.kind in _READABLE if read else self._speaks_there(occurrence):
                return occurrence.entity
        return None

    def _speaks_there(self, occurrence: Occurrence) -> bool:
        """Whether *on* may stand for it: *chez Oury*, *du côté d'Oury*, *à la mairie*."""
        prep = occurrence.phrase.prep
        before = [t.low for t in self.tokens[max(0, occurrence.phrase.i - 3) : occurrence.phrase.i - 1]]
        if prep == "chez" or (prep and before == ["du", "côté"]):
            return True
        return prep in _AT and _is_body(occurrence.entity)

    def owner(self, phrase: NounPhrase, sentence: int, *, plural: bool) -> Entity | None:
        """Whose it is: *sa réponse*, *leur lettre*, by the same measure as a pronoun."""

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
                if occurrence.phrase.prep and occurrence.sentence == sentence:
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
        """*Léna Morel*, *son voisin*, *une passante*: the subject of a sentence, not of *que le maire …*."""
        phrase = occurrence.phrase
        if not (occurrence.entity.named or phrase.det & (w.INDEF | w.POSS)):
            return False
        if self.tokens[phrase.i - 1].low == "et" and self._is_plural_verb(phrase.end):
            return False
        for token in reversed(self.tokens[max(0, phrase.i - _CLAUSE) : phrase.i]):
            if token.kind != WORD:
                return True
            if token.flags & (w.QUE | w.SUB | w.REL):
                return False
        return True

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


def _full_name(entity: Entity) -> bool:
    return entity.human and entity.named and len(entity.words) > 1


def _full_name_without_office(entity: Entity) -> bool:
    offices = any(head in OFFICES and not text.startswith(("ancien", "ex-")) for head, text in entity.roles)
    return _full_name(entity) and not offices


def _is_body(entity: Entity) -> bool:
    return entity.kind in (SpeakerKind.ORGANISATION, SpeakerKind.GROUP)


@lru_cache(maxsize=1 << 14)
def _spelled_out(word: str) -> tuple[str, ...]:
    """The folded words of a word of a name; some hold several: *@Lena_Morel*, *@LenaMorel*, *al-Masri*."""
    if word.lower().startswith(ARABIC):
        article, _, name = fold(word).partition("-")
        return article, name
    if not word.startswith("@"):
        return (fold(word),)
    return tuple(fold(part) for part in _HANDLE_PART.findall(word)) or (fold(word),)


def _same_name(key: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether two folded names with the same last word can be one person's."""
    if key == words:
        return True
    if len(key) < len(words):
        return words[-len(key) :] == key or (len(key) > 1 and key[0] == words[0])
    if len(words) < len(key):
        return key[-len(words) :] == words or (len(words) > 1 and key[0] == words[0])
    return key[0] == words[0] and len(key) > 1
