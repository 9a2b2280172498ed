"""When a quotation was said: the date that belongs to its reporting verb, and not to anything else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from quotes.dates.calendar import DAY, days_of
from quotes.dates.expressions import Weekday, Written
from quotes.dates.vocabulary import WEEKDAYS
from quotes.lexicon import words
from quotes.model import Span, When
from quotes.parsing import words as w
from quotes.parsing.clause import Clause
from quotes.parsing.cues import Verb
from quotes.parsing.entity import Entity
from quotes.parsing.moments import Moment, Moments
from quotes.parsing.page import Page
from quotes.parsing.phrases import PRONOUN
from quotes.parsing.reach import Reach
from quotes.parsing.scene import Link, Scene

#: rules that find the source in a line of its own: a date behind the name is the date of the words
_SIGNATURES = frozenset({"dash-signature", "signature-line"})
#: rules without cue that lead from a sentence to the words it announces
_ANNOUNCES = frozenset(
    {"subject-and-colon", "paragraph-and-colon", "possessive-and-colon", "cue-noun-and-colon"}
)
#: rules by which a speaker only goes on
_GOES_ON = frozenset({"same-speaker", "narrative-infinitive"})
#: the rule for a sentence behind the words that says who spoke, with a verb that is no cue
_PARLAIT = "cue-in-sentence-after"
#: the rule for verbs that often report nothing
_UNSURE = "weak-cue-before"
_CONTINUES = words("continuing_verbs.txt")
_LOW = attrgetter("low")
_OCCASIONS = words("other_occasions.txt")
#: how far what was told of a speaker's time holds, in sentences without quotation and in paragraphs
_SENTENCES, _PARAGRAPHS = 3, 4
#: and in sentences at all, so that one paragraph of a book costs no more than its length
_FAR = 40
#: how far from the publication a day without year is believed, in days
_YEARLESS = 200

#: and how far a weekday, bare or with *ce*
_BARE, _THIS = 5, 3

#: the ISO date, and the words that told it
Said = tuple[str, When]


@dataclass(frozen=True, slots=True)
class _Told:
    """What was told last of the time when a speaker spoke."""

    said: Said
    #: the sentence up to which it holds
    number: int
    #: *avait dit*: no time of what follows, unless the same words go on
    earlier: bool


class Dating:
    """Dates the quotations of one article, in text order: what was told of one may hold for the next."""

    def __init__(self, page: Page, published: str | None) -> None:
        self.page = page
        self.moments = Moments(page, published)
        #: for each speaker, by the id of the entity (which the decisions keep alive), what was told last
        self._last: dict[int, _Told] = {}
        #: the dated reports of each sentence looked into
        self._reports: dict[int, list[tuple[Said, Entity]]] = {}

        #: who spoke last
        self._spoke: Entity | None = None

    def of(self, scene: Scene, link: Link, entity: Entity | None) -> Said | None:
        """The date on which the words of `scene` were said; None when the text does not tell."""
        verb = self._verb(link)
        told = self._told(scene, link, verb)
        if entity is None:
            return told
        earlier = self._before_then(verb)
        last = self._last.get(id(entity))
        if told is None and not (self._spoke is not entity and self._present(verb)):
            told = self._going_on(scene, link, verb, entity, last)
            earlier = last is not None and last.said is told and last.earlier
            told = told or (self._by_scene(link, verb) if last is None else None)
        if told is not None:
            self._last[id(entity)] = _Told(told, max(scene.number, link.sentence), earlier)
        else:
            self._last.pop(id(entity), None)
        self._spoke = entity
        return told

    # told beside the cue

    def _told(self, scene: Scene, link: Link, verb: Verb | None) -> Said | None:
        found = self.moments.of(link.sentence)
        if not found:
            return None
        reach = Reach(self.page, link.sentence)
        if link.rule in _SIGNATURES:
            behind = [m for m in found if link.phrase and m.i >= link.phrase.i and m.dated]
            return self._said(behind[0]) if behind else None
        cue = (verb.i, verb.j) if verb is not None and link.cue is None else link.cue
        if cue is not None and link.rule != _UNSURE:
            return self._nearest(reach, cue, verb, found)
        if link.rule in _ANNOUNCES:
            same = link.sentence == scene.number
            stop = scene.position if same else self.page.sentences[link.sentence].stop - 1
            return next((self._said(m) for m in reversed(found) if reach.before(m, stop, None)), None)
        return None

    def _nearest(
        self, reach: Reach, cue: tuple[int, int], verb: Verb | None, found: list[Moment]
    ) -> Said | None:
        """The moment that hangs on the cue, what stands behind it first."""
        after = [m for m in found if m.i >= cue[0] and reach.after(m, cue[1], verb)]
        before = [m for m in found if m.j <= cue[0] and verb is not None and reach.before(m, cue[0], verb)]
        for moment in (*after, *reversed(before)):
            if not moment.now or verb is None or verb.tense in ("past", "impf") or self._compound(verb):
                return self._said(moment, future=verb is not None and verb.tense == "fut")
        return None

    def _verb(self, link: Link) -> Verb | None:
        """The verb of a link's cue, or of *Ainsi parlait, mardi, X*; None for *selon* and for nouns."""
        verbs = self.page.verbs(link.sentence)
        if link.rule == _PARLAIT:
            return verbs[0] if verbs else None
        return next((v for v in verbs if link.cue and v.i <= link.cue[0] < v.j), None)

    def _compound(self, verb: Verb) -> bool:
        return bool(self.page.tokens[verb.head].flags & w.AUX)

    def _present(self, verb: Verb | None) -> bool:
        return verb is not None and verb.tense == "pres" and not self._compound(verb)

    def _before_then(self, verb: Verb | None) -> bool:
        """*avait dit*, *comme l'a dit*: before the time of which the article tells."""
        if verb is None:
            return False
        compared = verb.i > 0 and self.page.tokens[verb.i - 1].low == "comme"
        return compared or (verb.tense == "impf" and self._compound(verb))

    def _said(self, moment: Moment, *, future: bool = False) -> Said | None:
        when = self.moments.resolve(moment, future=future)
        if when is None or self._too_far(moment, when):
            return None
        if not future and (moment.ahead or self._to_come(when)):
            return None
        start, end = self.page.stream.span(moment.i, moment.j)
        return when, When(Span(start, end), self.page.text[start:end])

    def _to_come(self, when: str) -> bool:
        """After the publication: of something announced."""
        published = self.moments.published
        return published is not None and days_of(when)[0] > days_of(published)[1]

    def _too_far(self, moment: Moment, when: str) -> bool:
        """Further back than its words are used for: *le 5 février* in January is of a year told elsewhere.

        *dimanche* in an article of Saturday, and *ce mardi* in one of Friday, are hardly of the week before
        (*dimanche dernier*): the article has been written on since the date it bears.
        """
        meaning, published = moment.meaning, self.moments.published
        if published is None or len(when) < DAY:
            return False
        back = abs((days_of(published)[0] - days_of(when)[0]).days)
        if isinstance(meaning, Written):
            return meaning.year is None and back > _YEARLESS
        if not isinstance(meaning, Weekday) or meaning.turn or len(published) < DAY:
            return False
        return back > (_THIS if self.page.tokens[moment.i].low == "ce" else _BARE)

    # told before, of the same speaker

    def _going_on(
        self, scene: Scene, link: Link, verb: Verb | None, entity: Entity, last: _Told | None
    ) -> Said | None:
        """What was told of this speaker's time just before, unless this saying is at another time."""
        if link.rule in _SIGNATURES or self._at_another_time(link, verb, last):
            return None
        number = min(scene.number, link.sentence) if link.cue else scene.number
        if last is not None and not self._apart(last.number, number):
            goes_on = link.rule in _GOES_ON and number - last.number <= 1
            return last.said if not last.earlier or goes_on else None
        # who only goes on has had a quotation with a cue, for which it was looked already
        return self._told_without_words(number, entity) if link.cue else None

    def _at_another_time(self, link: Link, verb: Verb | None, last: _Told | None) -> bool:
        """*avait dit*, *dit au Monde*, or a present that only describes: at another time, or at none told."""
        if link.rule in _GOES_ON:
            return False
        known = last and last.said[1].span.start
        others = (m for m in self.moments.of(link.sentence) if self.page.stream.starts[m.i] != known)
        if verb is None or any(moment.near for moment in others):
            return True
        if verb.tense in ("fut", "cond") or self._before_then(verb):
            return True
        if verb.cue.lemma in _CONTINUES:
            return False
        sentence = self.page.sentences[link.sentence]
        if not _OCCASIONS.isdisjoint(map(_LOW, self.page.tokens[sentence.start : sentence.stop])):
            return True
        return self._present(verb)

    def _apart(self, number: int, here: int) -> bool:
        """Whether another time is told between two sentences, or they are too far from each other."""
        sentences = self.page.sentences
        far = sentences[here].paragraph - sentences[number].paragraph > _PARAGRAPHS or here - number > _FAR
        return far or any(m.near for between in range(number + 1, here) for m in self.moments.of(between))

    def _told_without_words(self, here: int, entity: Entity) -> Said | None:
        """*Anne Roy a réagi mardi.* before « … », a-t-elle déclaré: a report of hers that quotes nothing."""
        sentences = self.page.sentences
        for number in range(here - 1, max(-1, here - 1 - _SENTENCES), -1):
            found = self.moments.of(number)
            if sentences[here].paragraph - sentences[number].paragraph > 2:
                return None
            if any(moment.near for moment in found):
                return self._reported(number, entity, found)
        return None

    def _reported(self, number: int, entity: Entity, found: list[Moment]) -> Said | None:
        if number not in self._reports:
            self._reports[number] = list(self._dated_reports(number, found))
        return next((said for said, who in self._reports[number] if who is entity), None)

    def _dated_reports(self, number: int, found: list[Moment]) -> Iterator[tuple[Said, Entity]]:
        """What a sentence tells of the times of sayings, and who may have said it."""
        reach = Reach(self.page, number)
        clause = Clause(self.page, number, self.page.sentences[number].stop)
        for verb in self.page.verbs(number):
            reports = verb.finite and verb.cue.strong and verb.tense not in ("fut", "cond")
            said = self._nearest(reach, (verb.i, verb.j), verb, found) if reports else None
            if said is None or self._before_then(verb):
                continue
            for subject in (clause.subject_after(verb), clause.subject_before(verb)):
                if subject is not None and subject.form != PRONOUN and subject.can_speak:
                    who = self.page.entities.resolve(subject, number).entity
                    if who is not None:
                        yield said, who

    # told by the scene

    def _by_scene(self, link: Link, verb: Verb | None) -> Said | None:
        """*Mardi, sur le parvis, les guichets fermaient.* before « … », soupirait Serge: when it was seen.

        The time opens the last sentence that tells one, in the paragraph of the saying.
        """
        past = verb is not None and verb.finite and (verb.tense in ("past", "impf") or self._compound(verb))
        if not past or self._at_another_time(link, verb, None):
            return None
        sentences, tokens = self.page.sentences, self.page.tokens
        paragraph = sentences[link.sentence].paragraph
        for number in range(link.sentence - 1, max(-1, link.sentence - 1 - _FAR), -1):
            sentence = sentences[number]
            if sentence.paragraph != paragraph:
                return None
            found = [moment for moment in self.moments.of(number) if moment.near]
            if len(found) == 1 and found[0].sets_scene and Reach(self.page, number).sets_scene(found[0]):
                return self._said(found[0])
            # *dans la nuit de samedi à dimanche* is no moment, and another time all the same
            lows = map(_LOW, tokens[sentence.start : sentence.stop])
            if found or not WEEKDAYS.keys().isdisjoint(lows):
                return None
        return None
