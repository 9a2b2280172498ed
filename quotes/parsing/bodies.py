"""Which body or document a bare noun takes up: *l'organisation*, *le communiqué*, *cette source*."""

from __future__ import annotations

import re

from quotes.folding import fold
from quotes.lexicon import words
from quotes.model import SpeakerKind
from quotes.parsing import words as w
from quotes.parsing.entity import Entity, Occurrence
from quotes.parsing.phrases import NAME_SOURCES, NOUN, SOURCE_NOUNS, NounPhrase
from quotes.parsing.registry import Registry
from quotes.parsing.tokens import QUOTE

#: how many tokens ago the body has spoken that *l'organisation* takes up
_GOES_ON = 200
#: *l'organisation*, *l'institution*: whichever body was named last
_GENERIC_BODIES = words("generic_bodies.txt")
#: *le constructeur*, *l'enseigne*: whichever company was named last
_COMPANIES = words("company_nouns.txt")
#: *le communiqué*, *le tweet*: documents through which a body speaks
_MOUTHPIECES = words("mouthpieces.txt")
#: they carry the words of others
_CARRIERS = words("media_nouns.txt") | words("observers.txt")
#: *le quotidien*: a paper that was cited
_PRESS = words("press_nouns.txt")
#: *notre confrère*: another paper, or who works there
_COLLEAGUE = "confrère"
#: prepositions behind which a paper is cited: *selon La Vague*, *publié par La Vague*, *confie-t-il au Marin*
_CITED = NAME_SOURCES | {"à", "au", "dans", "par"}
_SAME = frozenset({"même", "mêmes"})
#: within how many tokens behind a subject its verb stands: *la mairie a donc précisé*
_TELLS = 4
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

    def _source_back(self, phrase: NounPhrase) -> Entity | None:
        """*la même source*, *cette source*: whoever was cited last, by whatever name."""
        spoke, speaker = self.last_speaker or (-1, None)
        cited: Entity | None = None
        for occurrence in reversed(self._before(phrase.i)):
            if occurrence.phrase.head in SOURCE_NOUNS and not self._says_same(occurrence.phrase):
                return occurrence.entity if phrase.det & w.DEM or cited is None else cited
            if cited is None and occurrence.phrase.i < spoke:
                cited = speaker
            elif cited is None and self._is_heard_of(occurrence) and not _carries(occurrence.entity):
                cited = occurrence.entity
        return cited or speaker

    def _is_heard_of(self, occurrence: Occurrence) -> bool:
        return self._is_cited(occurrence.phrase) or (occurrence.subject and self._tells(occurrence.phrase))

    def _tells(self, phrase: NounPhrase) -> bool:
        """*Le parquet indique que …*, *la mairie avait précisé que …*: the verb right behind says."""
        small = w.CLITIC | w.NEG | w.AUX | w.ADV
        ahead = self.tokens[phrase.end : phrase.end + _TELLS]
        verb = next((t for t in ahead if not t.flags & small), None)
        return verb is not None and self.lexicon.says(verb.low)

    def _is_cited(self, phrase: NounPhrase) -> bool:
        """*selon la mairie*, *auprès de la mairie*, *a indiqué la mairie*."""
        before = self.tokens[max(0, phrase.i - 2) : phrase.i]
        if not before or not self._speaks(phrase):
            return bool(before) and before[0].low == "auprès"
        readings = self.lexicon.readings.get(before[-1].low, ())
        cues = (cue for reading in readings for cue in self.lexicon.verbs.get(reading.head, ()))
        return phrase.prep in NAME_SOURCES or any("incise" in cue.frames for cue in cues)

    def _names_source_again(self, phrase: NounPhrase) -> bool:
        """*cette source*, *la même source*, *de même source*."""
        if phrase.head not in SOURCE_NOUNS:
            return False
        bare = phrase.j - phrase.i == 2 and bool(phrase.det & w.DEM)
        return bare or self._says_same(phrase)

    def _says_same(self, phrase: NounPhrase) -> bool:
        """*la même source*, *ce même rapport*, *de même source*."""
        return any(t.low in _SAME for t in self.tokens[phrase.i : min(phrase.i + 2, phrase.j)])

    def _speaks(self, phrase: NounPhrase) -> bool:
        """*a dit Paul Roche*, *selon Paul Roche*."""
        before = self.tokens[phrase.i - 1] if phrase.i else None
        return before is not None and (bool(before.flags & (w.VERB | w.FINITE)) or before.low in NAME_SOURCES)

    def _paper_back(self, phrase: NounPhrase) -> Entity | None:
        """*selon La Vague … écrit le quotidien*, *notre confrère*: the paper that was cited last."""
        if not self._is_paper(phrase):
            return None
        ours = phrase.head == _COLLEAGUE
        for occurrence in reversed(self._before(phrase.i)):
            entity = occurrence.entity
            if ours and (entity.named and entity.human):
                return None  # *notre confrère* is that journalist
            if not entity.human and not entity.plural and self._names_paper(occurrence.phrase):
                return entity
        return None

    def _is_paper(self, phrase: NounPhrase) -> bool:
        """*le quotidien*, *l'hebdomadaire local*, *notre confrère*."""
        ours = phrase.head == _COLLEAGUE
        if not (ours or phrase.head in _PRESS) or phrase.plural or phrase.name or phrase.apposed:
            return False
        if ours:
            return bool(phrase.det & w.POSS) and phrase.j - phrase.i == 2
        if not (phrase.det & (w.DET | w.DEM) or self._is_definite(phrase)):
            return False
        tokens = self.tokens[phrase.i : phrase.j]
        named = any(t.flags & w.OF or t.kind == QUOTE for t in tokens) or any(t.cap for t in tokens[1:])
        return not named

    def _names_paper(self, phrase: NounPhrase) -> bool:
        """*le journal La Vague*; *au Marin*, *selon le JDP*: cited, and called with an article."""
        tokens = self.tokens[phrase.i : phrase.j]
        if phrase.head in _PRESS and any(t.cap for t in tokens[1:]):
            return True
        if phrase.prep not in _CITED or (phrase.form == NOUN and phrase.j - phrase.i > 2):
            return False
        called = tokens[0].cap and bool(tokens[0].flags & w.DET)
        behind = phrase.prep == "au" and tokens[0].cap
        return called or behind or (tokens[0].low == "le" and tokens[-1].upper)

    def _organisation_back(self, phrase: NounPhrase) -> Entity | None:
        if phrase.role is None or phrase.role[1] - phrase.role[0] > 1:
            return None
        generic = phrase.head in _GENERIC_BODIES - _PRESS and not self.tokens[phrase.role[0]].cap
        spoke = self._body_that_spoke(phrase) if generic else None
        head = fold(phrase.head)
        for occurrence in reversed(self._before(phrase.i)):
            entity = occurrence.entity
            body = entity.kind is SpeakerKind.ORGANISATION and len(entity.words) > 1
            if body and head in _WORD.findall(fold(entity.name)):
                return spoke if spoke is not None and entity.name.islower() else entity
        return spoke or self._body_before(phrase) if generic else None

    def _company_back(self, phrase: NounPhrase) -> Entity | None:
        """*Norvalle ferme un site. « … », justifie le constructeur*: any name that is no person's will do.

        Not where the noun says more, nor where it may be a person who has just spoken.
        """
        if phrase.head not in _COMPANIES or phrase.j - phrase.i > 2 or phrase.apposed:
            return None
        if phrase.flags & w.ROLE and self.last_speaker is not None and self.last_speaker[1].human:
            return None
        for occurrence in reversed(self._before(phrase.i)):
            entity = occurrence.entity
            body = entity.kind is SpeakerKind.ORGANISATION and entity.named and not entity.plural
            if body and occurrence.subject and not (self._is_place(entity) or _carries(entity)):
                return entity
        return None

    def _body_before(self, phrase: NounPhrase) -> Entity | None:
        """*l'organisation*: the last body with a name to be subject or have its say, else the last."""
        if phrase.j < len(self.tokens) and self.tokens[phrase.j].kind == QUOTE:
            return None  # *le collectif « Sauvons la gare »* has its own name
        last = None
        for occurrence in reversed(self._before(phrase.i)):
            entity = occurrence.entity
            body = entity.kind is SpeakerKind.ORGANISATION and not entity.name.islower()
            told = _carries(entity) and phrase.head not in _CARRIERS  # *a appris l'AFP*
            if body and not told and self._is_surely_body(entity):
                if occurrence.subject or self._represented(occurrence.phrase):
                    return entity
                last = last or entity
        return last

    def _represented(self, body: NounPhrase) -> bool:
        """*Léna Morel, présidente du syndicat*: somebody stands there for the body."""
        return body.prep is not None and body.i > 1 and bool(self.tokens[body.i - 2].flags & w.ROLE)

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


def _carries(entity: Entity) -> bool:
    """*l'AFP*, *notre correspondant*."""
    return entity.words[0] in _CARRIERS
