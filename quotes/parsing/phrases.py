"""The noun phrase: a stretch of tokens that may name a source."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotes.parsing import words as w

PRONOUN, NAME, NOUN = "pronoun", "name", "noun"
#: prepositions that name a source
NAME_SOURCES = frozenset({"selon", "d'après"})
#: *au maire*, *du maire*: prepositions that hold the article
HOLD_ARTICLE = frozenset({"au", "du"})
#: who will not be named: *de source policière*
SOURCE_NOUNS = frozenset({"source", "sources"})
#: how long a phrase may be, in tokens: more than any in the news, so that lists are read in linear time
LONGEST = 60


@dataclass(slots=True)
class NounPhrase:
    """A stretch of tokens `i:j` that may name a source."""

    i: int
    j: int
    form: str
    head: str
    flags: int = 0
    gender: str | None = None
    plural: bool = False
    #: class of the determiner: 0 when there is none
    det: int = 0
    #: token range of the proper name inside, if any
    name: tuple[int, int] | None = None
    #: token range of the role inside, if any
    role: tuple[int, int] | None = None
    #: governed by this preposition
    prep: str | None = None
    #: other phrase standing in apposition, after a comma
    apposed: NounPhrase | None = field(default=None, repr=False)

    @property
    def marked_people(self) -> bool:
        """People called by words between marks: *des « gilets »*."""
        return self.head == "«»" and self.plural and bool(self.det)

    @property
    def is_source(self) -> bool:
        """Whether its noun is one that the lexicon knows to speak, or names people by a term."""
        return bool(self.flags & (w.HEAD | w.DEMONYM | w.PLACE)) or self.marked_people

    @property
    def is_named_beside(self) -> bool:
        """*un soutien du maire, Paul Roche*: the name tells that the noun, whatever it is, means a person."""
        return self.apposed is not None and self.apposed.form == NAME

    @property
    def definite(self) -> bool:
        """*le maire*, *ce maire*, *au maire*, which holds the article; not *l'un des maires*."""
        if self.det & w.INDEF and not self.plural:
            return False
        return bool(self.det & (w.DET | w.DEM)) or self.prep in HOLD_ARTICLE

    @property
    def can_speak(self) -> bool:
        """A name, a pronoun, a noun that the lexicon knows to speak, or people named by a term."""
        return bool(self.name) or self.form == PRONOUN or self.is_source or self.is_named_beside

    @property
    def end(self) -> int:
        """Last token of the phrase with its apposition, excluded."""
        return self.j if self.apposed is None else max(self.j, self.apposed.end)
