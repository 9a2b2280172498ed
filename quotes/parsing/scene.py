"""What a rule may look at: one quotation in its sentence; and what it may find: a link."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.parsing import words as w
from quotes.parsing.clause import Clause
from quotes.parsing.cues import Verb
from quotes.parsing.entity import Entity
from quotes.parsing.marks import Marked
from quotes.parsing.page import Page
from quotes.parsing.phrases import NounPhrase
from quotes.parsing.tokens import DASHES, QUOTE, Token

#: how many tokens the place of a dispatch may have
_PLACE = 6
#: how long a heading may be, in tokens
_HEADING = 14
_STOPS = frozenset({".", "!", "?", "…", "..."})


@dataclass(slots=True)
class Link:
    """What a rule found: who, by which words, and the token range of the cue."""

    phrase: NounPhrase | None = None
    cue: tuple[int, int] | None = None
    cue_text: str | None = None
    #: the entity, when the rule names it without a local phrase
    entity: Entity | None = None
    #: the sentence in which `phrase` stands
    sentence: int = 0
    rule: str = ""
    #: the second of two joint speakers
    also: NounPhrase | None = None
    #: `phrase` tells of whom somebody says so, and nothing who does
    of_whom: bool = False


class Scene(Clause):
    """One quotation, where it stands: `position` is its token."""

    def __init__(self, page: Page, marked: Marked, position: int, number: int) -> None:
        super().__init__(page, number, position)
        self.marked = marked
        #: the tokens of its parts: several when an incise interrupts it inside the marks
        self.parts: list[int] = [position, *page.later_parts.get(position, ())]
        #: the token of its last part in its own sentence
        self.last = max(k for k in self.parts if k < self.sentence.stop)

    @property
    def opens(self) -> bool:
        """Nothing but other quotations, or the place of a dispatch (*BREST | « … »*), stands before."""
        before = self.tokens[self.sentence.start : self.position]
        place = next((n + 1 for n, t in enumerate(before[:_PLACE]) if t.text == "|"), 0)
        return all(map(between_quotations, before[place:]))

    def shares_paragraph(self, number: int) -> bool:
        """Whether the sentence `number` stands in the quotation's paragraph."""
        sentences = self.page.sentences
        if not 0 <= number < len(sentences):
            return False
        apart = abs(sentences[number].paragraph - self.sentence.paragraph)
        return apart == 0 or (apart == 1 and self.page.one_a_paragraph and self.page.is_running(number))

    @property
    def opens_paragraph(self) -> bool:
        return not self.shares_paragraph(self.number - 1)

    def in_paragraph(self, token: int) -> bool:
        """Whether the token stands in the quotation's paragraph."""
        return self.page.paragraph_of(token) == self.sentence.paragraph

    @property
    def heads(self) -> bool:
        """It looks like a heading, in or between paragraphs: short, alone and without a full stop."""
        inner = self.tokens[self.position].inner
        alone = self.position == self.sentence.start and self.last >= self.sentence.stop - 1
        return alone and 0 < len(inner) <= _HEADING and inner[-1].text not in _STOPS

    @property
    def fills_paragraph(self) -> bool:
        """It is a paragraph of its own, and no heading."""
        alone = self.position == self.sentence.start and self.last >= self.sentence.stop - 2
        return (
            alone and self.opens_paragraph and not self.shares_paragraph(self.number + 1) and not self.heads
        )

    def quiet_neighbour(self, step: int, *, term: int = 0) -> int | None:
        """The sentence before or after in the same paragraph, without quotation of its own.

        Marked stretches of up to `term` tokens do not count.
        """
        number = self.number + step
        edge = self._begins_sentence() if step < 0 else self.last >= self.sentence.stop - 2
        if not edge or not self.shares_paragraph(number):
            return None
        other = self.page.sentences[number]
        quotes = (self.tokens[k] for k in self.page.stream.quotes_among(other.start, other.stop))
        return None if any(t.marked and len(t.inner) > term for t in quotes) else number

    def _begins_sentence(self) -> bool:
        """Nothing stands before the quotation, or a dash behind a name: *Léna Morel (Brest). – « … »*."""
        start = self.sentence.start
        if self.position == start or not self.number:
            return self.position == start
        above = self.page.sentences[self.number - 1]
        told = any(t.flags & w.FINITE for t in self.tokens[above.start : above.stop])
        return self.position == start + 1 and self.tokens[start].text in DASHES and not told

    def link(self, phrase: NounPhrase | None, verb: Verb | None = None) -> Link:
        """A link to `phrase` by `verb`, both of the quotation's own sentence."""
        phrase = phrase and (self._voice(phrase) or phrase)
        many = verb is None or verb.plural or not verb.finite
        also = None
        if phrase is not None and many:
            phrase, also = self.both(phrase)
        if verb is None:
            return Link(phrase, sentence=self.number, also=also)
        return Link(phrase, (verb.i, verb.j), self.cue_text(verb), sentence=self.number, also=also)

    def _voice(self, phrase: NounPhrase) -> NounPhrase | None:
        """*La majorité, par la voix de Léna Morel, a répliqué*: who speaks for the phrase."""
        k = phrase.end + (self.tokens[min(phrase.end, self.sentence.stop - 1)].text == ",")
        ahead = [t.low for t in self.tokens[k : min(k + 4, self.sentence.stop)]]
        if len(ahead) < 4 or ahead[:2] != ["par", "la"] or ahead[2] not in _VOICES:
            return None
        who = self.page.phrase_reader.phrase_at(k + 4, self.sentence.stop, bare=True)
        if who is None or not who.can_speak:
            return None
        return self.page.phrase_reader.with_apposition(who, self.sentence.stop)


#: *par la voix de*, *par la bouche de*
_VOICES = frozenset({"voix", "bouche"})


def between_quotations(token: Token) -> bool:
    """What may stand between quotations in a row: *« Non », mais « pas jamais »*."""
    return bool(token.kind == QUOTE or token.text == "," or token.flags & (w.COORD | w.ADV))
