"""Reporting verbs in a stretch of tokens, in every form the news uses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress
from operator import attrgetter

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.cue_readings import REFLEXIVE, adverbial_end, read
from quotes.parsing.tokens import CLITIC, QUOTE, WORD, Token
from quotes.parsing.words import CueVerb, Reading, lexicon

#: how many tokens may stand between auxiliary and participle, or between a verb and the rest of its phrase
_GAP = 8
_VERBAL = attrgetter("verbal")
#: adjectives that stand before a noun
_ADJECTIVES = words("adjectives_before_noun.txt")
_PARTICIPLE = frozenset({"pp"})
_PARTICIPLE_ENDINGS = ("é", "i", "u", "is", "it", "ert", "eint", "aint")
#: participles that agree with a noun share no auxiliary
_AGREEING = ("ée", "és", "ées", "ie", "ies", "ue", "us", "ues", "ise", "ises", "ite", "ites", "erte", "ertes")
#: prepositions behind which no verb stands: *promeut sur twitter « … »*
_BEFORE_NOUNS = frozenset({"avec", "chez", "dans", "sous", "sur", "vers", "via"})
_JOINING = frozenset({"et", "puis", "mais", "ou"})
#: how many tokens stand at least before the second participle: *Il a dit et …*
_LEAST = 3
#: how far before it the auxiliary may stand, in tokens
_SHARED = 24
_OTHER = frozenset({"ger", "inf", "pp"})
_WITH_ETRE = frozenset({"revenir", "convenir", "intervenir", "aller", "venir", "monter", "sortir", "partir"})
_SEEMING = words("seeming_verbs.txt")
_GOVERNING = frozenset({"de", "d'", "du", "au", "aux"})


@cache
def _states() -> dict[str, CueVerb]:
    """*convaincu*, *persuadées*: the one word behind *être*, in its four forms, and what it is with that."""
    cues = (cue for cue in lexicon().verbs["être"] if len(cue.tail) == 1 and "que" in cue.frames)
    return {cue.tail[0] + ending: cue for cue in cues for ending in ("", "e", "s", "es")}


@dataclass(slots=True)
class Verb:
    """A reporting verb at the tokens `i:j`; `i` includes the clitics before it."""

    i: int
    j: int
    #: index of the finite verb or of the participle or infinitive that stands for it
    head: int
    cue: CueVerb
    #: pres, impf, past, fut, cond, subj, ger, inf, pp
    tense: str
    #: 3s, 3p, 1s …, or `-`
    person: str
    #: the inverted subject: *a-t-il*
    clitic: int | None = None
    #: être + participle of a verb that is not reflexive: *est qualifié*
    passive: bool = False

    @property
    def finite(self) -> bool:
        return self.tense in w.FINITE_TENSES

    @property
    def plural(self) -> bool:
        return self.person.endswith("p")

    @property
    def seems(self) -> bool:
        """*Léna Morel passe pour « une battante »*: others say so of the subject."""
        return self.cue.lemma in _SEEMING


class VerbReader:
    """Finds the reporting verbs of one article's tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.lexicon = lexicon()

    def verbs(self, start: int, stop: int) -> list[Verb]:
        """The reporting verbs among the tokens `start:stop`, in order, without overlap."""
        found: list[Verb] = []
        free = start
        for k in compress(range(start, stop), map(_VERBAL, self.tokens[start:stop])):
            verb = self.verb_at(k, start, stop) if k >= free else None
            if verb is not None:
                found.append(verb)
                free = verb.j
        return found

    def verb_at(self, k: int, start: int, stop: int) -> Verb | None:
        """The reporting verb whose finite form (or participle, or infinitive) is token `k`."""
        token = self.tokens[k]
        if token.kind != WORD or (token.cap and k != start):
            return None
        if token.flags & w.AUX:
            compound = self._compound(k, start, stop)
            state = compound is not None and compound.passive and not compound.cue.strong
            if state and (thought := self._simple(k, start, stop)) is not None:
                return thought  # *être convaincu* thinks, and nobody convinces
            if compound is not None:
                return compound
        if not token.flags & w.VERB or self._is_noun(k, start) or self._is_adverb(k):
            return None
        return self._convinced(k, start, stop) or self._simple(k, start, stop)

    def _convinced(self, k: int, start: int, stop: int) -> Verb | None:
        """*Léna Morel, convaincue que …*: a participle that thinks, without its *être*."""
        beside = k > start and k + 1 < stop and self.tokens[k - 1].text == ","
        if not beside or not self.tokens[k + 1].flags & w.QUE:
            return None
        cue = _states().get(self.tokens[k].low)
        return Verb(k, k + 1, k, cue, "ger", "-") if cue is not None else None

    def _is_noun(self, k: int, start: int) -> bool:
        """*la demande*, *ce juge*: the word follows a determiner that is no clitic."""
        if self.tokens[k].flags & (w.PREP | w.OF):
            return True
        if k == start:
            return False
        before = self.tokens[k - 1]
        if before.low in _BEFORE_NOUNS:
            return True
        if before.kind == WORD and not before.flags and k - 1 > start and not before.cap:
            earlier = self.tokens[k - 2].flags
            if earlier & (w.INDEF | w.DEM | w.POSS) and not earlier & w.CLITIC and before.low in _ADJECTIVES:
                return True
        if before.flags & (w.INDEF | w.DEM | w.POSS) and not before.flags & (w.SUBJECT | w.CLITIC):
            return True
        if before.low in _GOVERNING or before.low in ("la", "l'", "le", "les"):
            readings = self.lexicon.readings[self.tokens[k].low]
            infinitive = any(r.tense == "inf" for r in readings)
            if infinitive:
                return before.low in ("du", "au", "aux")
            return before.low in _GOVERNING or not self._clitic_before(k - 1, start)
        return False

    def _is_adverb(self, k: int) -> bool:
        """*il doit maintenant « trancher »*, unlike *tout en maintenant sa demande*."""
        return bool(self.tokens[k].flags & w.ADV) and self.tokens[k - 1].low not in ("en", ",")

    def _clitic_before(self, k: int, start: int) -> bool:
        """Whether *le, la, l', les* at `k` stands where an object pronoun stands: after a subject."""
        if k == start:
            return True
        before = self.tokens[k - 1]
        return bool(
            before.flags & (w.SUBJECT | w.CLITIC | w.NEG | w.REL)
            or before.text in (",", "«»")
            or before.cap
            or (
                before.kind == WORD
                and not before.flags & (w.OF | w.PREP | w.FINITE | w.COORD | w.ADV | w.QUE | w.VERB)
            )
        )

    def _clitics_from(self, k: int, start: int) -> int:
        while k > start and self.tokens[k - 1].flags & (w.CLITIC | w.NEG):
            k -= 1
        return k

    def _clitics(self, i: int, k: int) -> frozenset[str]:
        return frozenset(self.tokens[n].low for n in range(i, k))

    def _compound(self, k: int, start: int, stop: int) -> Verb | None:
        """Auxiliary, a few small words, past participle: *a cependant déclaré*."""
        tokens = self.tokens
        auxiliary = self.lexicon.auxiliaries[tokens[k].low]
        clitic, p = None, k + 1
        if p < stop and tokens[p].kind == CLITIC:
            clitic, p = p, p + 1
        i = self._clitics_from(k, start)
        clitics = self._clitics(i, k)
        limit = min(stop, p + _GAP)
        while p < limit:
            token = tokens[p]
            found = read(tokens, p, _PARTICIPLE, clitics, p + 1, stop) if token.flags & w.VERB else None
            if found is not None:
                passive = not clitics & REFLEXIVE and found.cue.head not in _WITH_ETRE
                passive = passive and (
                    auxiliary.head == "être" or any(tokens[n].low == "été" for n in range(k, p))
                )
                return Verb(i, found.end, k, found.cue, auxiliary.tense, auxiliary.person, clitic, passive)
            small = token.flags & (w.ADV | w.TIME) or token.low in self.lexicon.adverbial_words
            if not small and token.low not in ("été", "eu") and token.text != ",":
                return None
            p += 1
        return None

    def _simple(self, k: int, start: int, stop: int) -> Verb | None:
        tokens = self.tokens
        i = self._clitics_from(k, start)
        clitics = self._clitics(i, k)
        clitic = k + 1 if k + 1 < stop and tokens[k + 1].kind == CLITIC else None
        after = k + 2 if clitic else k + 1
        first = _PARTICIPLE if self._agent_follows(after, stop) else w.FINITE_TENSES
        tried = (first, w.FINITE_TENSES, _OTHER)
        readings = (read(tokens, k, tenses, clitics, after, stop) for tenses in dict.fromkeys(tried))
        found = next(filter(None, readings), None)
        if found is None:
            return None
        tense, person = found.reading.tense, found.reading.person
        if tense == "pp" and (auxiliary := self._shared_auxiliary(k, start)) is not None:
            tense, person = auxiliary.tense, auxiliary.person
        return Verb(i, found.end, k, found.cue, tense, person, clitic)

    def _agent_follows(self, k: int, stop: int) -> bool:
        """*un tract écrit par un docker*, unlike *« Non », écrit par ailleurs le docker*."""
        follows = k < stop and self.tokens[k].low == "par"
        return follows and adverbial_end(self.tokens, k) is None

    def _shared_auxiliary(self, k: int, start: int) -> Reading | None:
        """*a visité le port et dénoncé*: the auxiliary said once for two participles."""
        tokens = self.tokens
        joined = tokens[k - 1].low in _JOINING or (
            tokens[k - 1].flags & w.ADV and tokens[k - 2].low in _JOINING
        )
        if k - start < _LEAST or not joined or tokens[k].low.endswith(_AGREEING):
            return None
        if k + 1 < len(tokens) and tokens[k + 1].low == "par":
            return None  # *un projet qui a été amendé et salué par*
        for n in range(k - 2, max(start, k - _SHARED) - 1, -1):
            token = tokens[n]
            if token.flags & w.AUX and token.kind == WORD:
                auxiliary = self.lexicon.auxiliaries[token.low]
                had = auxiliary.head == "avoir" and auxiliary.tense in w.FINITE_TENSES
                return auxiliary if had and tokens[n + 1].low != "été" and self._participle_near(n) else None
            verb = token.flags & w.FINITE and not tokens[n - 1].flags & w.ANY_DET
            if verb or token.flags & (w.QUE | w.REL) or token.text in (":", ";") or token.kind == QUOTE:
                return None
        return None

    def _participle_near(self, k: int) -> bool:
        """Whether something shaped like a participle follows the auxiliary at token `k`."""
        ahead = self.tokens[k + 1 : k + 4]
        return any(
            t.kind == WORD and t.low.endswith(_PARTICIPLE_ENDINGS) and not t.flags & w.ADV for t in ahead
        )
