"""The complements of a noun phrase: *de la Défense*, *et des Finances*; what only looks like one."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.noun_heads import BEFORE_NOUN, STOPS, Head
from quotes.parsing.phrases import HOLD_ARTICLE, SOURCE_NOUNS
from quotes.parsing.tokens import BREAK, CLITIC, NUMBER, QUOTE, WORD, Token

DEPARTMENTS = words("departments.txt")
#: after *à*, *en* or *pour*, the beginning of a circumstance and no complement
_CIRCUMSTANCES = words("circumstances.txt")
#: houses that stand for whoever sits there
SEATS = words("seats_of_power.txt")
_MEDIA = words("media_nouns.txt")
_OBSERVERS = words("observers.txt")
#: who stands beside another: *l'adjoint au maire*
_SECONDS = words("seconds.txt")
#: how many words a second role may have, with its *et* and the first name behind it
_ROLE_WORDS = 6
#: endings of adjectives that say to what a noun belongs: *social*, *sociaux*, *agricole*, *associatif*
_ADJECTIVAL = tuple(words("adjective_endings.txt"))
AGAINST = "contre"
DEGREES = frozenset({"plus", "moins"})
_ONE = frozenset({"un", "une"})
#: who is sent to somebody
_ENVOYS = frozenset({"ambassadeur", "ambassadrice", "représentant", "représentante", "émissaire", "nonce"})
#: what follows a preposition that leads to no complement
_NO_COMPLEMENT = w.SUBJECT | w.QUE | w.TIME | w.SUB


class Complements(Head):
    """Reads what hangs on the head noun by a preposition or by *et*."""

    __slots__ = ()

    def _holds_complement(self, preposition: Token) -> bool:
        if preposition.low == AGAINST:  # *la présidente de la Ligue contre le bruit*: part of a body's name
            body = self.tokens[self.j - 1]
            return body.cap and bool(body.flags & w.ORGANISATION)
        return bool(self.phrase.flags & w.ROLE) or self.phrase.head in SOURCE_NOUNS

    def _preposition(self) -> bool:
        following = self.tokens[self.j + 1] if self.j + 1 < self.stop else None
        if (
            following is None
            or following.kind in (BREAK, CLITIC)
            or following.kind not in (WORD, QUOTE, NUMBER)
        ):
            return False
        if following.flags & _NO_COMPLEMENT and not (following.flags & w.ANY_DET or following.cap):
            return False
        if not following.flags & w.HEAD and self._infinitive(following):
            return False
        if self._proper_alone() and not self.tokens[min(self.j + 2, self.stop - 1)].cap and not following.cap:
            return False  # *l'arrivée à l'Élysée des ministres*
        if following.low in SOURCE_NOUNS and self.tokens[self.j - 1].upper:
            return False  # *a appris l'AFP de source policière*
        if self.tokens[self.j].low == "en" and following.low.endswith("ant"):
            return False
        if not self.tokens[self.j].flags & w.OF and (self._circumstance() or self._listener()):
            return False
        self.complement = self.open = True
        self.j += 2 if self.tokens[self.j].low == "auprès" else 1
        return True

    def _proper_alone(self) -> bool:
        """*l'Élysée*, *la France*: a place or a seat, and nothing but its name."""
        name = self.tokens[self.j - 1]
        return self.j == self.first + 1 and name.cap and (bool(name.flags & w.PLACE) or name.low in SEATS)

    def _infinitive(self, token: Token) -> bool:
        if token.flags & w.INFINITIVE:
            return True
        return not token.flags and not token.cap and len(token.low) > 4 and token.low.endswith(("er", "ir"))

    def _listener(self) -> bool:
        """*confie l'élue au Courrier*, *au quotidien*, *dit-il à un groupe*: to whom, no part of the role."""
        at = self.tokens[self.j].low
        ahead = self.tokens[self.j + 1 : min(self.j + 3, self.stop)]
        if at == "auprès" and self.phrase.head in _ENVOYS:
            return False  # *l'ambassadeur auprès des Nations unies*
        if at == "auprès":  # *le secrétaire d'État auprès du ministre*, unlike *dit-il auprès du préfet*
            following = self.tokens[self.j + 2 : min(self.j + 4, self.stop)]
            return all(t.low != "ministre" for t in following)
        if at == "avec" and ahead:  # *indique l'élu avec une pointe d'ironie*, unlike *avec le Parlement*
            return bool(ahead[0].flags & (w.INDEF | w.POSS)) or not self.complement
        if at not in ("à", "au", "aux") or not ahead:
            return at == "pour" and bool(ahead) and bool(ahead[0].flags & w.POSS)
        if ahead[0].low in ("un", "une", "des") or ahead[0].flags & w.POSS:
            return True
        if any(t.low in _MEDIA for t in ahead) and self.phrase.head not in _OBSERVERS:
            return True
        if len(ahead) > 1 and self._somebody(ahead[0], ahead[1]):
            return True
        named = next((t for t in ahead if t.cap), None)
        if named is None or (not ahead[0].cap and not ahead[0].flags & w.DET):
            return False
        known = named.flags & (w.PLACE | w.ORGANISATION | w.GROUP) or named.low in DEPARTMENTS
        acronym = named.upper and len(named.text) > 2
        return acronym or (at == "au" and not known)

    def _somebody(self, article: Token, noun: Token) -> bool:
        """*demande le juge à la témoin*, *au préfet*: a person is asked; unlike *l'adjointe au maire*."""
        if self.tokens[self.j].low == "à" and not article.flags & w.DET:
            return False
        who = noun if article.flags & w.DET else article
        somebody = who.flags & w.ROLE and not who.flags & w.PLURAL
        return bool(somebody) and _SECONDS.isdisjoint((self.phrase.head, self.tokens[self.j - 1].low))

    def _circumstance(self) -> bool:
        ahead = self.tokens[self.j + 1 : min(self.j + 3, self.stop)]
        return any(t.low in _CIRCUMSTANCES or t.kind == NUMBER for t in ahead)

    def _after_preposition(self, flags: int) -> bool:
        """After *de la*: a further determiner, then any noun."""
        if flags & w.ANY_DET and not flags & w.OF:
            self.j += 1
            return True
        if flags & w.OF and self.tokens[self.j - 1].low in _ONE:
            return self._of_several()
        if self.tokens[self.j].low in DEGREES:  # *le défenseur du plus jeune prévenu*
            return self.tokens[self.j - 1].low not in ("de", "d'") and self._degree()
        if self.tokens[self.j].low == "est" and self.tokens[self.j - 1].low == "l'":
            return self._take(1)  # *du nord et de l'est*
        return not flags & (STOPS | w.AUX | w.COORD | w.PREP) and self._take(1)

    def _of_several(self) -> bool:
        """*les yeux d'un de ses amis*, *l'avis de l'une des élues*: the noun comes behind."""
        article = self.tokens[self.j].low == "des"
        following = self.tokens[self.j + 1] if self.j + 1 < self.stop else None
        if not article and (following is None or not following.flags & (w.POSS | w.DEM)):
            return False
        self.j += 1 if article else 2
        return True

    def _degree(self) -> bool:
        """*du plus jeune prévenu*; not *le choix du plus ou moins*."""
        following = self.tokens[self.j + 1] if self.j + 1 < self.stop else None
        if following is None or following.kind != WORD or following.flags & (STOPS | w.COORD | w.PREP | w.OF):
            return False
        self.j += 1
        return True

    def _coordination(self, token: Token) -> bool:
        """*ministre de l'Économie et des Finances*: the complement goes on after *et*."""
        if token.low == "et" and self._twin():
            return self._take(2)
        if token.low == "et" and not self.complement and self._and_role():
            return self._take(1)
        if token.low == "et" and self._another_body():
            return self._take(max(self.reader.name_end(self.j + 1), self.j + 2) - self.j)
        if token.low != "et" or not self.phrase.head or self.j + 2 >= self.stop:
            return False
        following = self.tokens[self.j + 1]
        if self.complement and following.kind == WORD and not following.cap and self._adjectives(following):
            return self._take(2)
        if following.flags & w.ROLE and self._second_role(following):
            return self._take(2)
        if following.flags & w.OF and self.complement:
            self.open = True
            self.j += 2
            return True
        return False

    def _adjectives(self, token: Token) -> bool:
        """*des petites et moyennes entreprises*, *d'acteurs sociaux et associatifs*: a second adjective."""
        previous, following = self.tokens[self.j - 1], self.tokens[self.j + 2]
        if token.flags & (w.HEAD | w.ANY_DET | w.OF | w.PREP | w.AUX | w.FINITE | w.ADV | w.NEG | w.CLITIC):
            return False
        if previous.low in BEFORE_NOUN and following.kind == WORD:
            return not following.flags & (w.FINITE | w.PREP | w.ANY_DET)
        return _alike(previous.low, token.low)

    def _twin(self) -> bool:
        """*les maires et élus de la région*: a second noun of people without determiner."""
        following = self.tokens[self.j + 1] if self.j + 1 < self.stop else None
        if following is None or following.cap or not self.phrase.plural or self.phrase.name:
            return False
        people = following.flags & (w.ROLE | w.GROUP | w.ORGANISATION) and following.low.endswith("s")
        return bool(people and self.phrase.flags & w.HEAD) and not following.flags & w.ANY_DET

    def _another_body(self) -> bool:
        """*les syndicats Syna et SSP*: the plural noun has two names; not *les Verts et Paul Roche*."""
        phrase, k = self.phrase, self.j + 1
        bodies = phrase.plural and phrase.flags & (w.ORGANISATION | w.GROUP) and not phrase.flags & w.ROLE
        if not bodies or self.complement or k >= self.stop or not self.tokens[k].cap:
            return False
        named = any(t.cap for t in self.tokens[self.first + 1 : self.j])
        return named and self.reader.is_proper(k) and not self.reader.first_name(k)

    def _and_role(self) -> bool:
        """*le gardien brésilien et capitaine Paul Roche*: a second role between the first and the name."""
        phrase = self.phrase
        if not phrase.flags & w.ROLE or not self._is_one() or phrase.plural or phrase.name:
            return False
        k, roles = self.j + 1, 0
        while k < min(self.stop, self.j + _ROLE_WORDS) and self.tokens[k].kind == WORD:
            token = self.tokens[k]
            if token.cap:
                return roles == 1 and self.reader.calls_person(k)
            if token.flags & (STOPS | w.ANY_DET | w.PREP | w.OF | w.COORD):
                return False
            roles += bool(
                token.flags & w.ROLE and not token.flags & w.PLURAL and token.low not in BEFORE_NOUN
            )
            k += 1
        return False

    def _is_one(self) -> bool:
        """*le maire*, *au maire*, and *Luc Oury, maire*: one person, of whom more may be told."""
        phrase = self.phrase
        before = self.tokens[phrase.i - 1].low if phrase.i else ""
        return bool(phrase.det & w.DET) or before in HOLD_ARTICLE or (not phrase.det and before == ",")

    def _second_role(self, token: Token) -> bool:
        """*le maire de Brest et président du port*: a role without determiner is the same person's."""
        phrase = self.phrase
        if not phrase.flags & w.ROLE or not self._is_one() or phrase.plural or token.cap:
            return False
        held = self.tokens[self.j + 2].flags & w.OF  # *ils président*, *le président du port*
        return not token.flags & (w.PLURAL | w.ANY_DET) and bool(held or not token.flags & w.FINITE)


def _alike(one: str, other: str) -> bool:
    """Two words formed like adjectives that agree: *sociaux* and *associatifs*."""
    agree = (one[-1] in "sx") == (other[-1] in "sx")
    return agree and one.endswith(_ADJECTIVAL) and other.endswith(_ADJECTIVAL)
