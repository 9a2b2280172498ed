"""Reporting verbs in a stretch of tokens, in every form the news uses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotes.parsing import words as w
from quotes.parsing.tokens import CLITIC, WORD, Token
from quotes.parsing.words import CueVerb, Reading, lexicon

#: how many tokens may stand between auxiliary and participle, or between a verb and the rest of its phrase
_GAP = 5
_REFLEXIVE = frozenset({"se", "s'", "m'", "me", "nous", "vous"})
_SMALL = w.ADV | w.CLITIC | w.NEG


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


class VerbReader:
    """Finds the reporting verbs of one article's tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.lexicon = lexicon()

    def verbs(self, start: int, stop: int) -> list[Verb]:
        """The reporting verbs among the tokens `start:stop`, in order, without overlap."""
        found: list[Verb] = []
        k = start
        while k < stop:
            verb = None
            if self.tokens[k].flags & (w.AUX | w.VERB):
                verb = self.verb_at(k, start, stop)
            if verb is None:
                k += 1
                continue
            found.append(verb)
            k = verb.j
        return found

    def verb_at(self, k: int, start: int, stop: int) -> Verb | None:
        """The reporting verb whose finite form (or participle, or infinitive) is token `k`."""
        token = self.tokens[k]
        if token.kind != WORD or (token.cap and k != start):
            return None
        if token.flags & w.AUX:
            compound = self._compound(k, start, stop)
            if compound is not None:
                return compound
        if not token.flags & w.VERB or self._is_noun(k, start):
            return None
        return self._simple(k, start, stop)

    def _is_noun(self, k: int, start: int) -> bool:
        """*la demande*, *ce juge*: the word follows a determiner that is no clitic."""
        if self.tokens[k].flags & (w.PREP | w.OF):
            return True
        if k == start:
            return False
        before = self.tokens[k - 1]
        if before.kind == WORD and not before.flags and k - 1 > start and not before.cap:
            earlier = self.tokens[k - 2].flags
            if earlier & (w.INDEF | w.DEM | w.POSS) and not earlier & w.CLITIC and before.low in _ADJECTIVES:
                return True
        if before.flags & (w.INDEF | w.DEM | w.POSS) and not before.flags & (w.SUBJECT | w.CLITIC):
            return True
        if before.low in ("de", "d'", "du", "au", "aux") or before.low in ("la", "l'", "le", "les"):
            readings = self.lexicon.readings[self.tokens[k].low]
            infinitive = any(r.tense == "inf" for r in readings)
            if infinitive:
                return before.low in ("du", "au", "aux")
            return not self._clitic_before(k - 1, start)
        return False

    def _clitic_before(self, k: int, start: int) -> bool:
        """Whether *le, la, l', les* at `k` stands where an object pronoun stands: after a subject."""
        if k == start:
            return True
        before = self.tokens[k - 1]
        return bool(
            before.flags & (w.SUBJECT | w.CLITIC | w.NEG | w.REL)
            or before.text in (",", "«»")
            or before.cap
            or before.kind == WORD
            and not before.flags & (w.OF | w.PREP | w.FINITE | w.COORD | w.ADV | w.QUE | w.VERB)
        )

    def _clitics_from(self, k: int, start: int) -> int:
        while k > start and self.tokens[k - 1].flags & (w.CLITIC | w.NEG):
            k -= 1
        return k

    def _is_reflexive(self, i: int, k: int) -> bool:
        return any(self.tokens[n].low in _REFLEXIVE for n in range(i, k))

    def _compound(self, k: int, start: int, stop: int) -> Verb | None:
        """Auxiliary, up to five small words, past participle: *a cependant déclaré*."""
        tokens = self.tokens
        auxiliary = self.lexicon.auxiliaries[tokens[k].low]
        clitic, p = None, k + 1
        if p < stop and tokens[p].kind == CLITIC:
            clitic, p = p, p + 1
        i = self._clitics_from(k, start)
        reflexive = self._is_reflexive(i, k)
        limit = min(stop, p + _GAP)
        while p < limit:
            token = tokens[p]
            if token.flags & w.VERB and self._reading(token, _PARTICIPLE, reflexive=reflexive, after=p + 1, stop=stop):
                break
            if not token.flags & (w.ADV | w.TIME) and token.low not in ("été", "eu") and token.text != ",":
                return None
            p += 1
        else:
            return None
        reading = self._reading(tokens[p], _PARTICIPLE, reflexive=reflexive, after=p + 1, stop=stop)
        if reading is None:
            return None
        cue = self.lexicon.verbs[reading.lemma]
        end = self._tail_end(reading.lemma, p + 1, stop)
        passive = not reflexive and (
            auxiliary.lemma == "être" or any(tokens[n].low == "été" for n in range(k, p))
        )
        if end is None:
            return None
        return Verb(i, end, k, cue, auxiliary.tense, auxiliary.person, clitic, passive and cue.head not in _WITH_ETRE)

    def _simple(self, k: int, start: int, stop: int) -> Verb | None:
        tokens = self.tokens
        i = self._clitics_from(k, start)
        reflexive = self._is_reflexive(i, k)
        clitic = k + 1 if k + 1 < stop and tokens[k + 1].kind == CLITIC else None
        finite = self._reading(tokens[k], w.FINITE_TENSES, reflexive=reflexive, after=k + 1, stop=stop)
        other = self._reading(tokens[k], _OTHER, reflexive=reflexive, after=k + 1, stop=stop)
        reading = finite or other
        if reading is None:
            return None
        end = self._tail_end(reading.lemma, k + (2 if clitic else 1), stop)
        if end is None:
            return None
        return Verb(i, end, k, self.lexicon.verbs[reading.lemma], reading.tense, reading.person, clitic)

    def _reading(
        self,
        token: Token,
        tenses: set[str] | frozenset[str],
        *,
        reflexive: bool,
        after: int | None = None,
        stop: int = 0,
    ) -> Reading | None:
        """The best reading of a form: phrases first, then the verb that fits the reflexive pronoun."""
        best: tuple[int, Reading] | None = None
        auxiliary = bool(token.flags & w.AUX)
        for reading in self.lexicon.readings.get(token.low, ()):
            if reading.tense not in tenses:
                continue
            cue = self.lexicon.verbs.get(reading.lemma)
            if cue is None or (cue.reflexive and not reflexive) or cue.lemma in _BARE_AUXILIARIES:
                continue
            if auxiliary and cue.head not in _BARE_AUXILIARIES:
                continue
            if after is not None and self._tail_end(cue.lemma, after, stop) is None:
                continue
            rank = 4 * len(cue.tail) + 2 * (cue.reflexive == reflexive) + reading.person.startswith("3")
            if best is None or rank > best[0]:
                best = rank, reading
        return best[1] if best else None

    def _tail_end(self, lemma: str, p: int, stop: int) -> int | None:
        """Where the phrase ends, its further words included; None when they do not follow."""
        tail = self.lexicon.verbs[lemma].tail
        if not tail:
            return p
        n = 0
        limit = min(stop, p + len(tail) + 3)
        while p < limit:
            token = self.tokens[p]
            if _same(token, tail[n]):
                n += 1
                if n == len(tail):
                    return p + 1
            elif n or not (token.flags & (w.ADV | w.TIME) or token.kind == CLITIC):
                return None
            p += 1
        return None


def _same(token: Token, word: str) -> bool:
    return token.low == word or (word in ("de", "que") and token.low == word[:-1] + "'") or (
        word == "d'" and token.low == "de"
    )


#: adjectives that stand before a noun
_ADJECTIVES = frozenset(
    "grand grande petit petite premier première second seconde nouveau nouvelle bon bonne mauvais mauvaise long longue "
    "dernier dernière vrai vraie vif vive gros grosse simple seul seule propre ancien ancienne jeune haut haute".split()
)
_BARE_AUXILIARIES = frozenset({"avoir", "être"})
_PARTICIPLE = frozenset({"pp"})
_OTHER = frozenset({"ger", "inf", "pp"})
_WITH_ETRE = frozenset({"revenir", "convenir", "intervenir", "aller", "venir", "monter", "sortir", "partir"})
