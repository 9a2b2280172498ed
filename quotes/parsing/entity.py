"""One source as an article knows it: its names, its roles, what sort of source it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from quotes.folding import fold
from quotes.lexicon import words
from quotes.model import SpeakerKind
from quotes.parsing import words as w
from quotes.parsing.phrases import NounPhrase

#: how many different roles of one entity are kept: no real article gives as many
_ROLES = 100
_PERSON = SpeakerKind.PERSON  # looked up in the class it takes as long as all else that is asked for
_ONE_OF_SEVERAL = frozenset(map(fold, words("one_of_several.txt")))
_COLOURS = frozenset(map(fold, words("colours.txt")))
_PARTICLES = words("particles.txt")


@dataclass(slots=True, eq=False)
class Entity:
    """One source as the article knows it."""

    kind: SpeakerKind
    gender: str | None = None
    plural: bool = False
    #: the forms of its name, each with how often it is used
    names: Counter[str] = field(default_factory=Counter)
    #: folded words of the fullest name
    words: tuple[str, ...] = ()
    #: what the article says it is, in text order: head noun and full phrase
    roles: list[tuple[str, str]] = field(default_factory=list)
    #: how often it is mentioned by a name, and how often by one of several words
    uses: int = 0
    in_full: int = 0
    #: whether the article gives a proper name
    named: bool = False
    certain: bool = False
    #: its full name is the subject of a verb somewhere
    acts: bool = False
    #: a single unnamed person: *un policier*
    one_person: bool = False
    #: the journalist who signs: *propos recueillis par …*
    signs: bool = False
    #: the article says in brackets what it is: *Léna Morel (Les Verts)*
    introduced: bool = False
    #: others speak of it: it is hurt, dead, arrested, tried
    undergoes: bool = False
    #: the two people who are named side by side: *Léna Morel et Paul Roche*
    pair: tuple[Entity, Entity] | None = None
    #: an unnamed person whom the article brings in: *un policier*
    indefinite: bool = False
    _name: str | None = None

    def call(self, name: str, count: int = 1) -> None:
        """Count `name` among the forms of its name."""
        self.names[name] += count
        self.uses += count
        self._name = None

    def play(self, role: tuple[str, str]) -> None:
        """Note a role; one told again is noted once."""
        if role not in self.roles and len(self.roles) < _ROLES:
            self.roles.append(role)

    @property
    def fully_named(self) -> bool:
        """Whether it is a person named by more than a last name."""
        return self.human and self.named and len(self.words) > 1

    @property
    def name(self) -> str:
        """The fullest form; among equally full ones the most used."""
        if self._name is None and len(self.names) == 1:
            [self._name] = self.names
        elif self._name is None:
            self._name = max(self.names, key=lambda n: (min(len(_content(n)), 2), self.names[n], len(n)))
        return self._name

    @property
    def human(self) -> bool:
        """One single person, named or not."""
        return not self.plural and (self.kind is _PERSON or self.one_person)

    @property
    def speaker_kind(self) -> SpeakerKind:
        """What sort of speaker a reader takes it for: *un policier* is a person, *les élus* are a group."""
        if self.named or self.pair is not None:
            return self.kind
        people = self.kind in (_PERSON, SpeakerKind.GROUP)
        dressed = len(self.words) > 1 and self.words[1] in _COLOURS  # *des gilets jaunes*
        told_apart = len(self.words) == 1 and self.words[0] in _ONE_OF_SEVERAL
        if self.plural:
            return SpeakerKind.GROUP if people or dressed else self.kind
        return _PERSON if self.one_person or dressed or told_apart else self.kind

    @property
    def aliases(self) -> tuple[str, ...]:
        own = self.name
        return tuple(sorted(n for n in self.names if n != own))

    @property
    def texts(self) -> Iterator[str]:
        """Its roles as the article tells them."""
        return (text for _, text in self.roles)

    @property
    def role(self) -> str | None:
        return max(self.texts, key=len, default=None)


def _content(name: str) -> list[str]:
    """The words of a name without articles and particles: *Le Maire* has one."""
    return [word for word in name.split() if fold(word) not in _PARTICLES]


def agrees(entity: Entity, gender: str | None) -> bool:
    """Whether a phrase of that gender may mean `entity`."""
    return gender is None or entity.gender is None or entity.gender == gender


def kind_of(phrase: NounPhrase) -> SpeakerKind:
    """What sort of source a common noun phrase names, as far as that tells who may be meant by it again."""
    if phrase.flags & w.ROLE and not phrase.plural and phrase.det & (w.DET | w.DEM | w.POSS):
        return SpeakerKind.PERSON
    if phrase.flags & w.DEMONYM and not phrase.flags & (w.ORGANISATION | w.PLACE) and phrase.det:
        return SpeakerKind.GROUP if phrase.plural else SpeakerKind.PERSON  # *une Malouine*
    if phrase.flags & (w.ROLE | w.GROUP) or phrase.marked_people:
        return SpeakerKind.GROUP
    if phrase.flags & w.DOCUMENT:
        return SpeakerKind.DOCUMENT
    return SpeakerKind.ORGANISATION


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
