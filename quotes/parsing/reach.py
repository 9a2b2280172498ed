"""Whether a time that a sentence tells belongs to its reporting verb, and not to another event in it."""

from __future__ import annotations

from quotes.lexicon import rows, words
from quotes.parsing import words as w
from quotes.parsing.cues import Verb
from quotes.parsing.moments import Moment
from quotes.parsing.page import Page
from quotes.parsing.tokens import QUOTE, WORD, Token
from quotes.parsing.words import lexicon

#: how far from the cue a time may stand, in tokens
_FAR = 45
_STOPS = frozenset({";", ":", "(", ")", "[", "]", "–", "—"})
_OTHER = words("other_times.txt")
_OCCASIONS = frozenset(word for word, kind in rows("saying_times.tsv") if kind == "noun")
_PUBLISHES = frozenset(word for word, kind in rows("saying_times.tsv") if kind == "participle")
_PARTICIPLES = words("irregular_participles.txt")
_OF = frozenset({"de", "du", "d'", "des"})
#: words that date something else only right before the date
_OTHER_BESIDE = words("beside_other_times.txt")
#: *avait été arrêté*: what follows such a scene is later
_PLUPERFECT = frozenset({"avait", "avaient"})
#: before a word in -er, -ir or -re: it is an infinitive
_LEADS = words("before_infinitives.txt")


class Reach:
    """How the words of one sentence lie between a moment and a cue."""

    def __init__(self, page: Page, number: int) -> None:
        self.tokens = page.tokens
        self.start = page.sentences[number].start
        self.stop = page.sentences[number].stop

    def after(self, moment: Moment, end: int, verb: Verb | None) -> bool:
        """Whether `moment` belongs to the cue that ends at token `end`: *a déclaré X mardi sur RTL*.

        `verb` is None for a cue that is no verb: *selon un communiqué publié mardi*.
        """
        if verb is not None and _calls(verb):
            return False
        if moment.i <= end:
            return True
        publishes = self._publishes(moment.i - 1)
        if not self._free(moment, end) or moment.i - end > _FAR:
            return False
        path = range(end, moment.i)
        if any(self._stops(k) or self._leads_away(k) for k in path):
            return False
        if any(self.tokens[k].kind == QUOTE for k in path):
            return self._right_behind_words(moment, end, verb)
        if verb is None:
            return publishes or not any(self.tokens[k].text == "," for k in path)
        if any(self._infinitive(k) for k in path):
            return False
        # *met en avant un bac obtenu en 2017*: a present tells no far time that stands far from it
        return self._past(verb) or verb.tense == "fut" or moment.near

    def before(self, moment: Moment, cue: int, verb: Verb | None) -> bool:
        """Whether `moment` belongs to the cue that begins at token `cue`: *Mardi, X a déclaré*."""
        if not self._free(moment, self.start) or cue - moment.j > _FAR or self._beside_name(moment):
            return False
        gerund = verb is not None and not verb.finite
        joined = bool(self.tokens[cue - 1].flags & w.COORD)
        main = 1 if gerund or joined or verb is None else 0
        skip = False
        for k in range(moment.j, cue):
            token = self.tokens[k]
            if skip:
                skip = token.text != ","
            elif token.kind == QUOTE or token.text in _STOPS or token.flags & w.QUE:
                return False
            elif self._leads_away(k):
                if k == moment.j:
                    return False
                skip = True
            elif self._finite(k):
                main -= 1
                if main < 0:
                    return False
        if skip:
            return False
        finite = [k for k in range(self.start, moment.i) if self._finite(k)]
        if gerund or joined:  # *a réagi mardi en dénonçant*, not *défile mardi pour dénoncer*
            return all(self.tokens[k].flags & w.AUX for k in finite)
        return not finite

    def sets_scene(self, moment: Moment) -> bool:
        """*Mardi soir, …*, *Sur le parvis, mardi, …*: it opens the sentence, set off from its subject."""
        first = next((k for k in range(moment.j, self.stop) if self._finite(k)), None)
        if first is None or any(self._finite(k) for k in range(self.start, moment.i)):
            return False
        opens = moment.i == self.start or self.tokens[moment.i - 1].text == ","
        set_off = any(self.tokens[k].text == "," for k in range(moment.j, first))
        quoted = any(self.tokens[k].kind == QUOTE for k in range(self.start, first))
        earlier = self.tokens[first].low in _PLUPERFECT
        return opens and set_off and not quoted and not earlier and self._free(moment, self.start)

    def _free(self, moment: Moment, start: int) -> bool:
        """Nothing beside the moment binds it to something else; a cue before it ends at `start`."""
        k = moment.i - 1
        if k < self.start:
            return True
        before = self.tokens[k]
        if before.low in _OF:
            # *le Journal du Dimanche* is a name
            bound = self.tokens[moment.i].cap or not self._occasion(k - 1)
        elif before.low in _OTHER or self._infinitive(k):
            bound = True
        else:
            bound = k >= start and ((self._participle(k) and not self._publishes(k)) or self._holds(moment))
        return not bound and not self._in_other_complement(moment.i, start)

    def _beside_name(self, moment: Moment) -> bool:
        """*Brest, théâtre d'une crue mardi, …*: set off by commas, and no circumstance of the verb."""
        if moment.j >= self.stop or self.tokens[moment.j].text != ",":
            return False
        first = moment.i
        while first > self.start and self.tokens[first - 1].text != ",":
            first -= 1
        opening = self.tokens[first].flags & (w.PREP | w.OF | w.ADV | w.COORD | w.TIME)
        return first < moment.i and not opening and not self._publishes(first)

    def _holds(self, moment: Moment) -> bool:
        """*l'attaque mardi d'un commissariat*: the moment stands inside a noun phrase."""
        inside = moment.j < self.stop and self.tokens[moment.j].low in ("de", "d'", "du")
        return inside and self.tokens[moment.i - 1].text != ","

    def _in_other_complement(self, i: int, start: int) -> bool:
        """*après l'attaque de Nice mardi*: a preposition since the last comma leads to another time."""
        for k in range(i - 1, start - 1, -1):
            token = self.tokens[k]
            if token.kind == QUOTE or self._publishes(k) or self._occasion(k):
                return False
            if token.text == "," and k < i - 1:
                return self._participle(k + 1)  # *X, arrivé au pouvoir en 2013*
            if (token.low in _OTHER and token.low not in _OTHER_BESIDE) or self._participle(k):
                return True
        return start == self.start and i - 1 > start and self._participle(start)

    def _right_behind_words(self, moment: Moment, end: int, verb: Verb | None) -> bool:
        """*a dénoncé une « mascarade » mardi*: the words between; not *appelle à « sortir » mardi*."""
        if verb is None or not verb.finite or verb.cue.family == "think":
            return False  # *craint une « grande marée » samedi*
        told = self._past(verb) or verb.cue.family != "call"
        return told and self.tokens[moment.i - 1].kind == QUOTE and moment.i - end <= 6

    def _past(self, verb: Verb) -> bool:
        return verb.tense in ("past", "impf") or bool(self.tokens[verb.head].flags & w.AUX)

    def _stops(self, k: int) -> bool:
        return self.tokens[k].text in _STOPS or self._finite(k)

    def _leads_away(self, k: int) -> bool:
        """A relative or a conjunction: another clause begins."""
        flags = self.tokens[k].flags
        return bool(flags & (w.REL | w.QUE | w.SUB)) and not flags & w.CLITIC

    def _finite(self, k: int) -> bool:
        token = self.tokens[k]
        if not token.flags & w.FINITE or token.kind != WORD or token.cap or token.flags & w.HEAD:
            return False
        return bool(token.flags & w.AUX) or not self._determined(k)

    def _determined(self, k: int) -> bool:
        """A determiner or a preposition stands before: the word is a noun."""
        return k > self.start and bool(self.tokens[k - 1].flags & (w.ANY_DET | w.OF | w.PREP))

    def _infinitive(self, k: int) -> bool:
        """*a promis de venir mardi*: the time is that of the coming."""
        token = self.tokens[k]
        if token.cap or token.kind != WORD or token.flags & w.HEAD or k == self.start:
            return False
        return self.tokens[k - 1].low in _LEADS and token.low.endswith(("er", "ir", "re"))

    def _occasion(self, k: int) -> bool:
        """A noun of saying, an adjective behind it perhaps: *communiqué commun*, *conférence de presse*."""
        return any(_singular(t.low) in _OCCASIONS for t in self.tokens[max(self.start, k - 1) : k + 1])

    def _publishes(self, k: int) -> bool:
        return k >= self.start and any(form in _PUBLISHES for form in _masculine(self.tokens[k]))

    def _participle(self, k: int) -> bool:
        token = self.tokens[k]
        if token.kind != WORD or (token.cap and k != self.start) or self._determined(k):
            return False
        if token.flags & w.HEAD and k != self.start and self.tokens[k - 1].text != ",":
            return False  # *le député*, but *Anne Roy, élue en 2017*
        if any(t.flags & w.AUX for t in self.tokens[max(self.start, k - 3) : k]):
            return False  # *a réagi*: a verb of its own
        forms = _masculine(token)
        pp = any(reading.tense == "pp" for reading in lexicon().readings.get(token.low, ()))
        return pp or any(form.endswith("é") or form in _PARTICIPLES for form in forms)


def _calls(verb: Verb) -> bool:
    """*appelle à manifester samedi*: the time of what is to be done."""
    to_do = (
        verb.cue.family == "call" and bool(verb.cue.tail) and verb.cue.tail[-1].endswith(("er", "ir", "re"))
    )
    return verb.tense == "inf" or to_do


def _masculine(token: Token) -> tuple[str, ...]:
    """The forms of which a word may be the plural or the feminine, and itself."""
    low = token.low
    bare = low.removesuffix("s")
    return low, bare, bare.removesuffix("e")


def _singular(low: str) -> str:
    return low if low in _OCCASIONS else low.removesuffix("s")
