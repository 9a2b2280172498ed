"""Which body or document a bare noun takes up: *l'organisation*, *le communiqué*, *cette source*."""

from __future__ import annotations

import re

from quotes.folding import fold
from quotes.lexicon import words
from quotes.model import SpeakerKind
from quotes.parsing import words as w
from quotes.parsing.entity import Entity
from quotes.parsing.phrases import NounPhrase
from quotes.parsing.registry import Registry

#: how many tokens ago the body has spoken that *l'organisation* takes up
_GOES_ON = 200
#: *l'organisation*, *l'institution*: whichever body was named last
_GENERIC_BODIES = words("generic_bodies.txt")
#: *le communiqué*, *le tweet*: documents through which a body speaks
_MOUTHPIECES = words("mouthpieces.txt")
_WORD = re.compile(r"[\w-]+")


class Bodies(Registry):
    """Looks back from a noun to the body or document that it takes up."""

    def _same_noun(self, phrase: NounPhrase) -> Entity | None:
        """*cette source*: the one spoken of last by that noun."""
        for occurrence in reversed(self._before(phrase.i)):
            if occurrence.phrase.head == phrase.head:
                return occurrence.entity
        return None

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
                head in _WORD.findall(fold(entity.name)) and len(entity.words) > 1
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
        acronym = len(entity.name) > 1 and entity.name.isupper()
        flags = [self.lexicon.flags.get(word.lower(), 0) for word in entity.name.split()]
        return acronym or (len(flags) > 1 and any(f & w.ORGANISATION for f in flags))

    def last_document(self, token: int) -> Entity | None:
        """*est-il écrit*: the document spoken of last before the token."""
        before = (o.entity for o in reversed(self._before(token)))
        return next((entity for entity in before if entity.kind is SpeakerKind.DOCUMENT), None)
