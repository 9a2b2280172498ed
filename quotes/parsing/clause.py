"""A sentence up to a point: its verbs, its phrases, and who is the subject of what."""

from __future__ import annotations

import re

from quotes.lexicon import words
from quotes.parsing import subject_behind, subjects
from quotes.parsing import words as w
from quotes.parsing.cues import Verb
from quotes.parsing.noun_heads import BEFORE_NOUN
from quotes.parsing.page import Page
from quotes.parsing.phrases import PRONOUN, NounPhrase
from quotes.parsing.things import is_thing
from quotes.parsing.tokens import CLITIC, CLOSE_BRACKETS, OPEN_BRACKETS, spelled

#: how far behind its bracket a phrase may stand, in tokens
_ASIDE = 8
_TIMES = words("time_nouns.txt")

#: elided reflexive pronouns → whole ones
_ELIDED = {"s'": "se", "m'": "me"}
#: a word before which they are elided
_OPEN = re.compile("[aàâeéèêëiîïoôuùûüyhœ]", re.IGNORECASE)


class Clause:
    """The sentence `number` of a page, read up to the token `position`."""

    def __init__(self, page: Page, number: int, position: int) -> None:
        self.page = page
        self.tokens = page.tokens
        self.number = number
        self.position = position
        self.sentence = page.sentences[number]
        self.verbs = page.verbs(number)
        self.phrases = page.phrases(number)

    def cue_text(self, verb: Verb) -> str:
        """The cue without the inverted clitic and without object pronouns: *a ajouté*."""
        parts = [t.text for n, t in enumerate(self.tokens[verb.head : verb.j], verb.head) if n != verb.clitic]
        if verb.cue.reflexive:
            before = self.tokens[verb.i : verb.head]
            for n, token in enumerate(before):
                if token.low in _ELIDED:
                    # *s'en réjouit* without its *en* is *se réjouit*
                    left_out = n + 1 < len(before) and not _OPEN.match(parts[0])
                    parts.insert(0, _ELIDED[token.low] if left_out else token.text)
                elif token.low in _ELIDED.values():
                    parts.insert(0, token.text)
        return spelled(parts)

    def both(self, phrase: NounPhrase) -> tuple[NounPhrase, NounPhrase | None]:
        """The phrase and the one it is joined with, if any, in the order of the text."""
        also = self.joined(phrase)
        return (also, phrase) if also is not None and also.i < phrase.i else (phrase, also)

    def joined(self, phrase: NounPhrase) -> NounPhrase | None:
        """The other of two joint speakers: *Léna et Paul*, *le maire et la préfète*.

        Of *les élus*, whom no name follows (*les deux élus, Léna et Paul*), there is no other.
        """
        if (phrase.plural and not phrase.is_named_beside) or phrase.form == PRONOUN:
            return None
        tokens, k = self.tokens, self.page.phrase_reader.after_brackets(phrase.end, self.sentence.stop)
        if k + 1 < self.sentence.stop and tokens[k].low == "et":
            other = self.page.phrase_reader.phrase_at(k + 1, self.sentence.stop)
            return other if other is not None and (other.name or other.flags & w.HEAD) else None
        if phrase.i - 1 > self.sentence.start and tokens[phrase.i - 1].low == "et":
            end = phrase.i - 2 if tokens[phrase.i - 2].text == "," else phrase.i - 1
            if tokens[end - 1].text == ")":  # *Léna Morel (Vague) et Paul Roche*
                end = next(
                    (n for n in range(end - 1, max(end - _ASIDE, 0), -1) if tokens[n].text == "("), end
                )
            return next((p for p in self.phrases if p.end == end and (p.name or p.flags & w.HEAD)), None)
        return None

    def is_time(self, phrase: NounPhrase) -> bool:
        """*ce mercredi*, *la semaine dernière*: a date, not a source, as is a newspaper, *Le Soir*."""
        if phrase.head in BEFORE_NOUN and phrase.j < self.sentence.stop:
            return bool(self.tokens[phrase.j].flags & w.TIME)  # *à un nouveau samedi*
        last = self.tokens[phrase.j - 1]
        if last.cap and phrase.j - phrase.i > 1:
            return False
        return phrase.head in _TIMES or bool(last.flags & w.TIME)

    def in_brackets(self, phrase: NounPhrase) -> bool:
        """*son dépôt de Morlaix (Finistère)*: an aside of a few words, and no subject."""
        start = max(self.sentence.start, phrase.i - _ASIDE)
        for token in reversed(self.tokens[start : phrase.i]):
            if token.text in OPEN_BRACKETS or token.text in CLOSE_BRACKETS:
                return token.text in OPEN_BRACKETS
        return False

    def is_object(self, phrase: NounPhrase) -> bool:
        """The phrase follows a verb directly: its object."""
        k = phrase.i - 1
        if k < self.sentence.start:
            return False
        token = self.tokens[k]
        if token.kind == CLITIC:
            return True
        return bool(token.flags & (w.FINITE | w.VERB)) and not token.flags & (w.HEAD | w.DEMONYM)

    def complement(self, phrase: NounPhrase) -> NounPhrase | None:
        """*la plainte du syndicat qui dénonce …*: who stands behind *de* at the end of the phrase."""
        for k in range(phrase.i + 1, phrase.j - 1):
            if self.tokens[k].flags & w.OF:
                inner = self.page.phrase_reader.phrase_at(k + 1, phrase.j, bare=True)
                if inner is not None and inner.can_speak and inner.j == phrase.j:
                    return inner
        return None

    def agent(self, verb: Verb) -> NounPhrase | None:
        """Who speaks in a passive: *qualifiée par l'élue de « folie »*."""
        for k in range(verb.j, min(verb.j + 6, self.sentence.stop)):
            if self.tokens[k].low == "par":
                phrase = self.page.phrase_reader.phrase_at(k + 1, self.sentence.stop, bare=True)
                if phrase is None or is_thing(phrase):
                    return None
                return self.page.phrase_reader.with_apposition(phrase, self.sentence.stop)
        return None

    # subjects

    def subject_after(self, verb: Verb) -> NounPhrase | None:
        """The subject that follows an inverted verb."""
        return subject_behind.subject_behind(self, verb)

    def set_off(self, verb: Verb) -> bool:
        """Whether the verb stands behind a comma, and its subject ends the sentence."""
        return subject_behind.set_off(self, verb)

    def subject_before(self, verb: Verb) -> NounPhrase | None:
        """The subject of a verb that stands before the quotation."""
        return subjects.subject_before(self, verb)

    def subject_of(self, verb: Verb) -> NounPhrase | None:
        """The subject of a finite verb on the side where it stands."""
        return subjects.subject_of(self, verb)

    def subject_until(self, k: int) -> NounPhrase | None:
        """The subject of the last clause before token `k`."""
        return subjects.subject_until(self, k)

    def reporter(self, verb: Verb) -> NounPhrase | None:
        """Who reports in a sentence that quotes nothing: *La digue tient, poursuit le maire*."""
        return subjects.reporter(self, verb)

    def clause_subject(self) -> NounPhrase | None:
        """The subject of the last clause before the quotation, when it can be a source."""
        chosen = self.subject_until(self.position)
        return chosen if chosen is not None and chosen.can_speak else None

    def has_speaker_before(self) -> bool:
        """Whether a reporting verb with a subject that can speak stands before the position."""
        verbs = [
            v for v in self.verbs if v.j <= self.position and v.finite and v.cue.strong and not v.passive
        ]
        subject = self.subject_before(verbs[-1]) if verbs else None
        return subject is not None and subject.can_speak and subject.head != "on"
