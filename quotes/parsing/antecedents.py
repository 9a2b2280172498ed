"""Which earlier mention a pronoun takes up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise
from operator import itemgetter

from quotes.folding import fold
from quotes.model import SpeakerKind
from quotes.parsing import words as w
from quotes.parsing.entity import Entity, Occurrence, Resolution, agrees
from quotes.parsing.phrases import NounPhrase
from quotes.parsing.prominence import (
    AT_HAND,
    ENTERS,
    FAR,
    HE_OR_SHE,
    HIGHEST,
    Prominence,
    takes_over,
)
from quotes.parsing.registry import position
from quotes.parsing.tokens import CLITIC

#: what a body or somebody unnamed has who has just spoken, when nobody has been named since
_NAMELESS = 2.3
#: how many sentences ago those may stand whom *ils* takes up when nobody is known to speak
_REACH = 5
#: verbs of whoever has just spoken
_GOING_ON = frozenset({"ajouter", "conclure", "continuer", "poursuivre"})
#: below it lies what is only near: *Un filin lui broie la main. Elle le coupe*
_FAINT = -0.5
#: one of two: *le premier*, *la seconde*
_TWO = ("premier", "second")
#: words after *on* among which it is told that something is read
_CLAUSE = 8
#: prepositions of the place where *on* speaks
_AT = frozenset({"à", "au", "aux", "dans"})
#: what all can read is a document's or, without one, a group's; what all can hear is a group's
_HEARD = frozenset({"entend", "entendait", "entendre"})
_READ = _HEARD | {"lire", "lisait", "lit"}
#: *ils*, *l'intéressé*, *la principale intéressée* have as many words at most; *l'un d'eux* has more
_FEW_WORDS = 3
#: the head of *l'intéressé*, *la principale concernée*
_CONCERNED = "intéressé"
#: *l'a vue*, *lui a dit*: somebody else is spoken of; so near behind the subject, in tokens
_OBJECTS, _OBJECT = frozenset({"l'", "la", "le", "les", "lui", "leur"}), 4
_VERBAL = w.FINITE | w.AUX | w.VERB
_LATTER = frozenset({"ce dernier", "celui-ci", "celle-ci", "celui-là", "celle-là", "ceux-ci", "celles-ci"})


class Antecedents(Prominence):
    """Looks back from a pronoun, or from any word that names nobody, to the source that it means."""

    def _pronoun(self, phrase: NounPhrase, sentence: int) -> Resolution:
        if phrase.det & w.POSS:  # *à ses yeux*
            return Resolution(self.teller(phrase, sentence) or self.owner(phrase, sentence), "pronoun")
        if phrase.head == "on":
            behind = self._behind_on(phrase, sentence)
            return Resolution(behind, "on" if behind is not None else "none")
        if phrase.head in _LATTER or phrase.prep == "entre":  # *deux tiers d'entre elles*
            entity = self._latest(phrase, sentence)
            return Resolution(entity, "latter")
        if phrase.head in _TWO:
            one = self._one_of_two(phrase)
            if one is None and self.tokens[phrase.i].low == "l'":  # *Deux élus … « … », dit l'un*
                one = self._recent(phrase.i, sentence, phrase.gender, lambda e: e.plural)
            return Resolution(one, "latter")
        if phrase.head in ("celui", "celle"):  # *celui qui fut maire*
            entity = self._recent(phrase.i, sentence, phrase.gender, lambda e: e.human and e.named)
            return Resolution(entity, "pronoun")
        inverted = self.tokens[phrase.i].kind == CLITIC
        named = self._named_in_marks(sentence) if inverted else frozenset()

        def fits(entity: Entity) -> bool:
            spoken_of = entity.fully_named and named.issuperset(entity.words)
            return entity.plural == phrase.plural and not spoken_of

        told_of = self._told_of(phrase, sentence, fits) if phrase.head == _CONCERNED else None
        entity = told_of or self._recent(phrase.i, sentence, phrase.gender, fits)
        if entity is None and phrase.plural:
            entity = self._unlisted(phrase, sentence)
        if entity is None and phrase.j - phrase.i > _FEW_WORDS:
            return Resolution(self._nominal(phrase), "phrase")  # *l'un d'entre eux*, of nobody named
        return Resolution(entity, "pronoun")

    def _told_of(self, phrase: NounPhrase, sentence: int, fits: Callable[[Entity], bool]) -> Entity | None:
        """*« Il part », dit un élu. L'intéressé dément*: not an unnamed person who has just told of him."""
        _, teller = self.last_speaker or (0, None)
        if teller is None or teller.named or not teller.one_person:
            return None
        return self._recent(
            phrase.i, sentence, phrase.gender, lambda e: fits(e) and e is not teller and e.human
        )

    def _named_in_marks(self, sentence: int) -> frozenset[str]:
        """*« Il est temps que Roche écoute », dit la maire*: who is named in the words does not say them."""
        if sentence not in self.in_marks:
            start = self.ends[sentence - 1] if sentence else 0
            inside = (t.inner for t in self.tokens[start : self.ends[sentence]] if t.inner)
            names = (fold(token.text) for tokens in inside for token in tokens if token.cap)
            self.in_marks[sentence] = frozenset(names)
        return self.in_marks[sentence]

    def _unlisted(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """*Des « bonnets blancs » défilent. Ils …*: the last subject of many, whatever its noun."""
        n = bisect_left(self.unlisted, phrase.i, key=position) - 1
        if n < 0:
            return None
        many, number = self.unlisted[n]
        if sentence - number > _REACH or many.gender not in (None, phrase.gender):
            return None
        entity = self._nominal(many)
        entity.kind = SpeakerKind.GROUP
        return entity

    def has_spoken(self, entity: Entity, token: int) -> None:
        """Note who speaks in the quotation at `token`, after the pronouns that stand before it."""
        self._follow(token)
        super().has_spoken(entity, token)

    def _follow(self, token: int) -> None:
        """Note whom the pronouns before the token mean; each is asked once, in text order."""
        while len(self.meant) < len(self.pronouns):
            phrase, sentence = self.pronouns[len(self.meant)]
            if phrase.i >= token:
                return
            self.meant.append(None)
            self.meant[-1] = self._pronoun(phrase, sentence).entity

    def only_person(self) -> tuple[Entity, int] | None:
        """The one person whom the article names in full, and the token of the first mention."""
        if self._only is None:
            self._only = self._find_only_person()
        return self._only[0]

    def _find_only_person(self) -> tuple[tuple[Entity, int] | None]:
        people = [e for e in self.named if e.certain and not e.signs and e.fully_named]
        mentions = (o.phrase.i for o in self.occurrences if o.entity in people)
        first = next(mentions, None) if len(people) == 1 else None
        return ((people[0], first) if first is not None else None,)

    def _behind_on(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """*assure-t-on*: a body named before; *lit-on*: no body, but a group or a document.

        *À la mairie, on assure*: only one that the sentence names.
        """
        around = self.tokens[max(0, phrase.i - 1) : min(phrase.j + _CLAUSE, self.ends[sentence])]
        read = any(t.low in _READ for t in around)
        if self.tokens[phrase.i].kind == CLITIC:
            heard = any(t.low in _HEARD for t in around)
            fits = _is_crowd if heard else _is_readable if read else _is_body
            return self._recent(phrase.i, sentence, None, fits)
        people = None
        for occurrence in reversed(self._before(phrase.i)):
            if occurrence.sentence != sentence:
                break
            # *des femmes défilent derrière une banderole où l'on peut lire*
            if read and occurrence.entity.kind is SpeakerKind.GROUP:
                people = people or occurrence.entity
            elif occurrence.entity.kind is SpeakerKind.DOCUMENT if read else self._speaks_there(occurrence):
                return occurrence.entity
        return people

    def _speaks_there(self, occurrence: Occurrence) -> bool:
        """Whether *on* may stand for it: *chez Oury*, *du côté d'Oury*, *à la mairie*."""
        prep = occurrence.phrase.prep
        before = [t.low for t in self.tokens[max(0, occurrence.phrase.i - 3) : occurrence.phrase.i]]
        if prep == "chez" or (prep and before[:2] == ["du", "côté"]) or before[1:] == ["du", "côté"]:
            return True
        return prep in _AT and _is_body(occurrence.entity)

    def owner(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """Whose it is: *sa réponse*, *leur lettre*, by the same measure as a pronoun."""
        whose = self.tokens[phrase.i].low
        if not whose.startswith(("s", "leur")):  # *notre lettre*
            return None
        plural = whose.startswith("leur")

        def speaks(entity: Entity) -> bool:
            return entity.plural == plural and entity.kind is not SpeakerKind.DOCUMENT

        return self._recent(phrase.i, sentence, None, speaks)

    def teller(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """*La conductrice roulait « vite », selon son récit*: hers who is the subject.

        *Léna Morel est venue. Le marin l'aurait vue « tard », selon son récit*: another's.
        """
        before = [o for o in self._before(phrase.i) if o.sentence == sentence and o.subject]
        plural = self.tokens[phrase.i].low.startswith("leur")
        told = next((o for o in before if o.entity.human and o.entity.plural == plural), None)
        if told is None:
            return None  # *Il l'aurait vue « tard », selon son récit*
        behind = self.tokens[told.phrase.end : told.phrase.end + _OBJECT]
        if not any(t.low in _OBJECTS and verb.flags & _VERBAL for t, verb in pairwise(behind)):
            return told.entity
        whose = self.owner(phrase, sentence)
        return whose if whose is not None and whose.human and whose is not told.entity else None

    def _one_of_two(self, phrase: NounPhrase) -> Entity | None:
        """*La première … le second*: one of two people, whom a sentence names or who have spoken.

        *« Oui », dit Léna. « Non », dit Paul. « Si », dit la première*: she who was named before the other.
        """
        of_many = self.tokens[phrase.i].low == "l'"
        people: dict[int, list[Entity]] = {}
        spoke: list[Entity] = []
        for occurrence in self._before(phrase.i):
            entity, known = occurrence.entity, people.setdefault(occurrence.sentence, [])
            if of_many and entity.kind is SpeakerKind.GROUP and entity.plural and entity.pair is None:
                people, spoke = {}, []  # *Deux élus … « … », dit l'un*
                continue
            speaks = entity in self._spoken and not entity.plural
            if (entity.human or (entity.named and speaks)) and entity not in known:
                known.append(entity)
            if speaks and entity not in spoke:
                spoke.append(entity)
        pairs = [pair for _, pair in sorted(people.items()) if len(pair) == 2]
        pair = pairs[-1] if pairs else spoke
        if len(pair) != len(_TWO):
            return None
        entity = pair[_TWO.index(phrase.head)]
        return entity if agrees(entity, phrase.gender) else None

    def _latest(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """The nearest that agrees; a person where one stands in the same sentence, or shortly before.

        What the sentence of *celle-ci* itself names is no person's rival: *Sur Radio Mer, celle-ci …*.
        """
        fitting = [
            occurrence
            for occurrence in reversed(self._before(phrase.i))
            if occurrence.entity.plural == phrase.plural and agrees(occurrence.entity, phrase.gender)
        ]
        if fitting and not phrase.plural:
            near = fitting[0].sentence - (fitting[0].sentence == sentence)
            people = [o for o in fitting if o.sentence >= near and o.entity.human]
            fitting = people or fitting
        return fitting[0].entity if fitting else None

    def _goes_on_saying(self, clitic: int) -> bool:
        """*ajoute-t-il*, *a-t-il ajouté*: whoever has just spoken."""
        beside = self.tokens[max(0, clitic - 1) : clitic + 2]
        readings = (r for t in beside for r in self.lexicon.readings.get(t.low, ()))
        return any(reading.head in _GOING_ON for reading in readings)

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
        self._follow(token)
        # *« Roche se trompe », dit le maire*: whoever follows the verb is not whom the sentence is about
        inverted = bool(self.tokens[token - 1].flags & (w.VERB | w.FINITE)) if token else False
        clitic = self.tokens[token].kind == CLITIC
        known = [] if apart else [self._goes_on(token, sentence, gender, fits)]
        known += [self._spoke_last(sentence, gender, fits)] if clitic else []
        best = max(filter(None, known), key=itemgetter(0), default=None)
        new = clitic and not self._goes_on_saying(token)
        begins = not clitic and self._begins(token, sentence)
        fresh = True  # nobody who fits has come in yet
        spoken, nameless = self._nameless_going_on(sentence, clitic=clitic)
        highest = HIGHEST if nameless is None else HIGHEST + _NAMELESS
        for occurrence in reversed(self._before(token)):
            if best is not None and best[0] >= highest - FAR * (sentence - occurrence.sentence):
                break  # nobody further back can be more prominent
            entity, here = occurrence.entity, occurrence.sentence == sentence
            if not self._may_be_meant(occurrence, gender, fits):
                continue
            if apart and here and (inverted or not occurrence.subject):
                continue
            score = self._prominence(occurrence, sentence, gender, fresh=fresh)
            enters = (new or begins) and fresh and occurrence.subject and sentence - occurrence.sentence == 1
            at_hand = fresh and (
                self._writes(occurrence, token) if here else self._is_at_hand(occurrence, token, sentence)
            )
            beside = here and entity.human and entity.named and not clitic
            fresh = fresh and not (beside or takes_over(occurrence))
            alone = self._leads_on if begins else self._enters
            if enters and not entity.named and alone(occurrence):
                score += ENTERS
            elif at_hand:
                score += AT_HAND
            if entity is nameless:
                score += _NAMELESS
            elif entity.human and occurrence.phrase.i > spoken:
                nameless = None
            if best is None or score > best[0]:
                best = score, entity
        if (
            best
            and best[0] < _FAINT
            and not best[1].human
            and self.tokens[token].low.rpartition("-")[2] in HE_OR_SHE
        ):
            return self._still_told_of(token, gender, fits) or best[1]
        return best[1] if best else None

    def _still_told_of(self, token: int, gender: str | None, fits: Callable[[Entity], bool]) -> Entity | None:
        """*Léna Morel pêche … Un filin lui broie la main. Elle le coupe*: the last named to be a subject."""
        for o in reversed(self._before(token)):
            known = o.subject and o.entity.fully_named and o.entity.certain
            if known and self._may_be_meant(o, gender, fits):
                return o.entity
        return None

    def _may_be_meant(
        self, occurrence: Occurrence, gender: str | None, fits: Callable[[Entity], bool]
    ) -> bool:
        entity = occurrence.entity
        if entity.signs or not agrees(entity, gender) or not fits(entity):
            return False
        return not self._is_attribute(occurrence)


def _is_body(entity: Entity) -> bool:
    return entity.kind in (SpeakerKind.ORGANISATION, SpeakerKind.GROUP)


def _is_readable(entity: Entity) -> bool:
    return _is_crowd(entity) or entity.kind is SpeakerKind.DOCUMENT


def _is_crowd(entity: Entity) -> bool:
    return entity.kind is SpeakerKind.GROUP and not entity.one_person
