"""What follows the determiner of a noun phrase: its head, its complements, a name at the end."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.names import NameReader
from quotes.parsing.phrases import NounPhrase
from quotes.parsing.things import names_thing
from quotes.parsing.tokens import BREAK, CLITIC, NUMBER, QUOTE, WORD, Token

QUANTITIES = words("quantity_nouns.txt")
#: *la vedette*, *la figure*: may name a man or a woman
_ONE_GENDER = words("one_gender_nouns.txt")
_DEPARTMENTS = words("departments.txt")
_SAME = frozenset({"même", "mêmes", "tout", "toute", "très", "plus"})
#: never inside a noun phrase
_STOPS = w.SUBJECT | w.NEG | w.QUE | w.REL | w.SUB | w.ADV | w.TIME
#: no head, unless they are nouns as well
_NO_HEAD = _STOPS | w.AUX | w.COORD | w.PREP | w.OF | w.INFINITIVE
_VERBAL = w.INFINITIVE | w.VERB | w.FINITE
_WITHIN = frozenset({"à", "au", "auprès", "aux", "en", "pour", "chez", "avec"})
#: after *à*, *en* or *pour*, the beginning of a circumstance and no complement
_CIRCUMSTANCES = words("circumstances.txt")
#: adjectives that are nouns as well: *l'ancien ministre*
_BEFORE_NOUN = words("adjectives_before_noun.txt")
#: how long a term between marks may be and still stand as a noun, in tokens
_TERM_LENGTH = 5
#: *l'astrophysicien*, *la volcanologue*: endings that only persons have
_PERSON_ENDINGS = ("logue", "cien", "cienne", "iste", "trice", "nome", "pathe", "iatre")
#: endings of roles that after a noun are its adjectives
_ADJECTIVAL = ("aire", "ier", "ière", "ique")
#: *la dynamique quinquagénaire*
_AGES = ("génaire", "trentenaire")
_DEMONYM_ENDINGS = ("ois", "oise", "ais", "aise", "ien", "ienne", "éen", "éenne", "ain", "aine", "in", "ine")


def opens_body(token: Token) -> bool:
    """Whether a noun phrase may go on with `token` behind its determiner; most often that is so."""
    if token.kind != WORD:
        return token.kind == QUOTE
    return not token.flags & _NO_HEAD or bool(token.flags & w.HEAD) or token.cap or token.low in _SAME


class Body:
    """Reads what follows the determiner: adjectives, head noun, complements, a name at the end."""

    __slots__ = ("complement", "first", "j", "open", "phrase", "reader", "stop", "tokens")

    def __init__(self, reader: NameReader, phrase: NounPhrase, j: int, stop: int) -> None:
        self.reader = reader
        self.tokens = reader.tokens
        self.phrase = phrase
        self.first = j
        self.j = j
        self.stop = stop
        #: inside a complement: *de la Défense*
        self.complement = False
        #: the last token read is a preposition or its determiner
        self.open = False

    def read(self) -> None:
        tokens, phrase, stop = self.tokens, self.phrase, self.stop
        while self.j < stop:
            token = tokens[self.j]
            if token.kind == WORD and not phrase.name:
                taken = self._marked_word(token) if token.cap or token.flags & w.TITLE else self._word(token)
            elif token.kind == QUOTE:
                taken = self._term(token)
            else:
                taken = token.kind == NUMBER and bool(phrase.head) and self._take(1)
            if not taken:
                break
        if self.open:  # a preposition without a complement
            while self.j > self.first and self.tokens[self.j - 1].flags & (w.OF | w.PREP | w.ANY_DET):
                self.j -= 1
        phrase.j = self.j
        role_end = phrase.name[0] if phrase.name else self.j
        while phrase.name and role_end > self.first and self._civil_title(self.tokens[role_end - 1]):
            role_end -= 1
        if role_end > self.first:
            phrase.role = (self.first, role_end)

    @staticmethod
    def _civil_title(token: Token) -> bool:
        return bool(token.flags & w.TITLE) and not token.flags & w.ROLE

    def _marked_word(self, token: Token) -> bool:
        """A word with a capital, or a title."""
        titled = self._civil_title(token)
        if titled and self.phrase.head and self._capital_follows():
            return self._titled_name()
        if token.cap and not token.flags & w.TITLE and not self._capital_role(token):
            return self._capitals()
        return self._word(token)

    def _capital_role(self, token: Token) -> bool:
        """*le Premier ministre*, *le Président russe*: a role in spite of its capital."""
        if self.phrase.head or not self.phrase.det:
            return False
        if token.flags & w.ROLE and not token.flags & w.ORGANISATION:
            return True
        following = self.tokens[self.j + 1] if self.j + 1 < self.stop else None
        if following is None or following.cap or following.low.rstrip("s").endswith(_ADJECTIVAL):
            return False  # *la Sécurité routière*
        return bool(following.flags & w.ROLE)

    def _take(self, count: int) -> bool:
        self.j += count
        self.open = False
        return True

    def _term(self, token: Token) -> bool:
        if len(token.inner) > _TERM_LENGTH or self.phrase.name or not self._names(token):
            return False
        if not self.phrase.head:
            self._term_head(token)
        return self._take(1)

    def _term_head(self, token: Token) -> None:
        """*le « boxeur »* is somebody; *le « gilet »* nothing that a word list knows."""
        if not token.inner:
            self.phrase.head = "«»"
            return
        inner = token.inner[0]
        person = len(token.inner) == 1 and inner.flags & w.ROLE and not inner.flags & w.PLURAL
        role = person and not self.phrase.plural
        thing = not inner.flags & w.HEAD and names_thing(inner.low)  # *des « mesures fermes »*
        self.phrase.head = inner.low if role or thing else "«»"
        self.phrase.flags = w.ROLE if role else 0

    def _names(self, token: Token) -> bool:
        """Whether marked words stand as a noun or a name: *les « gilets »*, *l'opération « Mer propre »*."""
        if not self.phrase.head or (self.open and self.phrase.head in QUANTITIES):
            return True  # *des centaines de « gilets »*
        previous = self.tokens[self.j - 1]
        if self.open and previous.low == "des" and self.phrase.flags & w.ROLE:
            return True  # *le porte-parole des « gilets »*
        titled = token.inner[0].cap if token.inner else False
        return bool(titled or previous.flags & (w.NAMING_NOUN | w.GROUP | w.ORGANISATION))

    def _capital_follows(self) -> bool:
        return self.j + 1 < self.stop and self.tokens[self.j + 1].cap

    def _titled_name(self) -> bool:
        end = min(max(self.reader.name_end(self.j + 1), self.j + 2), self.stop)
        self.phrase.name = (self.j + 1, end)
        return self._take(end - self.j)

    def _word(self, token: Token) -> bool:
        flags = token.flags
        if not self.phrase.head:
            if token.low in _SAME:
                return self._take(1)
            if flags & _NO_HEAD and not flags & w.HEAD:
                return False
            return self._take(self._set_head(token))
        if self.open:
            return self._after_preposition(flags)
        if flags & w.OF or (token.low in _WITHIN and self._holds_complement()):
            return self._preposition()
        if flags & (_STOPS | w.PREP | w.ANY_DET | w.CLITIC):
            return False
        if flags & w.COORD:
            return self._coordination(token)
        if flags & _VERBAL and self._is_verb(token):
            return False
        better = flags & w.HEAD and not self.complement and self._better_head(token)
        return self._take(self._set_head(token) if better else 1)

    def _better_head(self, token: Token) -> bool:
        """*l'ancien ministre*; not *des drapeaux canadiens*, *une permanence parlementaire*."""
        if token.flags & w.ROLE and self.phrase.head in _BEFORE_NOUN:
            return True
        if token.low.endswith(_AGES):
            return not self.phrase.flags & w.HEAD
        adjective = (token.flags & w.DEMONYM and not token.cap) or token.low.rstrip("s").endswith(_ADJECTIVAL)
        return not adjective and not self.phrase.flags & w.HEAD

    def _after_preposition(self, flags: int) -> bool:
        """After *de la*: a further determiner, then any noun."""
        if flags & w.ANY_DET and not flags & w.OF:
            self.j += 1
            return True
        return not flags & (_STOPS | w.AUX | w.COORD | w.PREP) and self._take(1)

    def _is_verb(self, token: Token) -> bool:
        """A word that ends the phrase because it is read as a verb."""
        flags = token.flags
        if flags & w.INFINITIVE and not flags & w.HEAD:
            return True
        if flags & w.VERB and token.low.endswith("ant") and not flags & w.HEAD:
            return True  # *les maires jugeant la loi …*
        if not flags & w.FINITE or (flags & w.ROLE and self.phrase.head in _BEFORE_NOUN):
            return False
        if self.tokens[self.j - 1].cap and not flags & (w.ROLE | w.DEMONYM | w.GROUP):
            return True  # *La France affiche…*
        return not flags & (w.HEAD | w.DEMONYM) or not self._noun_reading(token)

    def _noun_reading(self, token: Token) -> bool:
        """A word that is a noun and a verb (*juge*) right before a verb, a name or the end is a noun."""
        following = self.tokens[self.j + 1] if self.j + 1 < self.stop else None
        if following is None or following.flags & (w.FINITE | w.OF):
            return True
        object_follows = (
            following.kind == QUOTE or following.text == ":" or following.flags & (w.QUE | w.ANY_DET)
        )
        return not object_follows and not following.cap

    def _set_head(self, token: Token) -> int:
        """Make `token` the head; how many tokens the noun has, more than one for *numéro deux*."""
        size, known = (1, 0) if token.flags & w.HEAD else self._compound(token)
        self.phrase.head = token.low
        self.phrase.flags = token.flags | known
        if token.low in _ONE_GENDER:
            self.phrase.gender = None
        following = self.tokens[self.j + 1] if self.j + 1 < self.stop else None
        if token.low == "nombre" and self.phrase.det & w.DET:  # *le nombre de blessés*: a figure
            self.phrase.flags = 0
            return 1
        if token.low in QUANTITIES and following is not None and following.flags & w.OF:
            self.phrase.flags, self.phrase.plural = w.GROUP, True
        elif not token.flags and not self.phrase.plural and token.low.endswith(_PERSON_ENDINGS):
            self.phrase.flags = w.ROLE
        return size

    def _compound(self, token: Token) -> tuple[int, int]:
        """How many tokens a noun of several words has, and its class: *tête de liste*."""
        for more, flag in self.reader.lexicon.compounds.get(token.low, ()):
            ahead = self.tokens[self.j + 1 : min(self.j + 1 + len(more), self.stop)]
            if len(ahead) == len(more) and all(t.low == word for t, word in zip(ahead, more, strict=True)):
                return 1 + len(more), flag
        return 1, 0

    def _holds_complement(self) -> bool:
        return bool(self.phrase.flags & w.ROLE)

    def _preposition(self) -> bool:
        following = self.tokens[self.j + 1] if self.j + 1 < self.stop else None
        if (
            following is None
            or following.kind in (BREAK, CLITIC)
            or following.kind not in (WORD, QUOTE, NUMBER)
        ):
            return False
        if following.flags & (w.SUBJECT | w.QUE | w.TIME | w.SUB) and not following.flags & w.ANY_DET:
            return False
        if not following.flags & w.HEAD and self._infinitive(following):
            return False
        if self.tokens[self.j].low == "en" and following.low.endswith("ant"):
            return False
        if not self.tokens[self.j].flags & w.OF and (self._circumstance() or self._listener()):
            return False
        self.complement = self.open = True
        self.j += 2 if self.tokens[self.j].low == "auprès" else 1
        return True

    def _infinitive(self, token: Token) -> bool:
        if token.flags & w.INFINITIVE:
            return True
        return not token.flags and not token.cap and len(token.low) > 4 and token.low.endswith(("er", "ir"))

    def _listener(self) -> bool:
        """*confie l'élue au Courrier*, *dit-il à un groupe*: to whom, no part of the role."""
        at = self.tokens[self.j].low
        ahead = self.tokens[self.j + 1 : min(self.j + 3, self.stop)]
        if at == "auprès":  # *le secrétaire d'État auprès du ministre*, unlike *dit-il auprès du préfet*
            following = self.tokens[self.j + 2 : min(self.j + 4, self.stop)]
            return all(t.low != "ministre" for t in following)
        if at not in ("à", "au", "aux") or not ahead:
            return False
        if ahead[0].low in ("un", "une", "des"):
            return True
        named = next((t for t in ahead if t.cap), None)
        if named is None or (not ahead[0].cap and not ahead[0].flags & w.DET):
            return False
        known = named.flags & (w.PLACE | w.ORGANISATION | w.GROUP) or named.low in _DEPARTMENTS
        acronym = named.upper and len(named.text) > 2
        return acronym or (at == "au" and not known)

    def _circumstance(self) -> bool:
        ahead = self.tokens[self.j + 1 : min(self.j + 3, self.stop)]
        return any(t.low in _CIRCUMSTANCES or t.kind == NUMBER for t in ahead)

    def _coordination(self, token: Token) -> bool:
        """*ministre de l'Économie et des Finances*: the complement goes on after *et*."""
        if token.low == "et" and self._twin():
            return self._take(2)
        if token.low != "et" or not self.complement or self.j + 2 >= self.stop:
            return False
        following = self.tokens[self.j + 1]
        if following.flags & w.ROLE and self._second_role(following):
            return self._take(2)
        if following.flags & w.OF:
            self.open = True
            self.j += 2
            return True
        return False

    def _twin(self) -> bool:
        """*les maires et élus de la région*: a second noun of people without determiner."""
        following = self.tokens[self.j + 1] if self.j + 1 < self.stop else None
        if following is None or following.cap or not self.phrase.plural or self.phrase.name:
            return False
        people = following.flags & (w.ROLE | w.GROUP | w.ORGANISATION) and following.low.endswith("s")
        return bool(people and self.phrase.flags & w.HEAD) and not following.flags & w.ANY_DET

    def _second_role(self, token: Token) -> bool:
        """*le maire de Brest et président du port*: a role without determiner is the same person's."""
        phrase = self.phrase
        if not phrase.flags & w.ROLE or not phrase.det & w.DET or phrase.plural or token.cap:
            return False
        held = self.tokens[self.j + 2].flags & w.OF  # *ils président*, *le président du port*
        return not token.flags & (w.PLURAL | w.ANY_DET) and bool(held or not token.flags & w.FINITE)

    def _capitals(self) -> bool:
        phrase = self.phrase
        end = min(max(self.reader.name_end(self.j), self.j + 1), self.stop)
        several = phrase.flags & w.GROUP and phrase.plural and self._full_name(self.j, end)
        called = phrase.head == "«»" and phrase.det and not phrase.plural  # *le « gilet » Marc Oury*
        inner = self._inner_role()
        person = phrase.flags & w.ROLE or several or called or inner or self._free_singular()
        if phrase.head and not person and not self.open and self._full_name(self.j, end):
            return False
        if self.j > self.first and self.reader.determined_acronym(self.j - 1) and not person:
            return False
        if not phrase.head:
            self._proper_head(end)
            return self._take(end - self.j)
        start = None if inner else self._name_start(self.j, end)
        if phrase.flags & w.ROLE and not self.complement and not self._full_name(self.j, end):
            member = self.reader.past_party(end, self.stop)
            if member is not None:
                start, end = member, min(self.reader.name_end(member), self.stop)
        if start is None or (phrase.flags & (w.ORGANISATION | w.DOCUMENT) and not phrase.flags & w.ROLE):
            return self._take(end - self.j)
        phrase.name = (start, end)
        return self._take(end - self.j)

    def _inner_role(self) -> bool:
        """*le patron du parti du président Paul Roche*: the name is the president's."""
        for k in range(self.j - 1, self.first + 1, -1):
            token = self.tokens[k]
            if token.flags & w.ROLE and not token.flags & w.PLURAL and not token.cap:
                before = self.tokens[k - 1]
                return before.low == "du" or (
                    bool(before.flags & w.ANY_DET) and bool(self.tokens[k - 2].flags & w.OF)
                )
            if token.flags & w.ORGANISATION:
                return False
        return False

    def _free_singular(self) -> bool:
        """*la maire-adjointe Léna Morel*: an unknown noun before a full name is a role, if it stands free."""
        phrase = self.phrase
        before = self.tokens[phrase.i - 1].flags if phrase.i else 0
        known = phrase.flags & (w.ORGANISATION | w.DOCUMENT | w.GROUP | w.PLACE)
        return bool(phrase.det) and not phrase.plural and not known and not before & (w.PREP | w.OF)

    def _full_name(self, i: int, end: int) -> bool:
        """A first name and what follows it: a person of its own behind *la presse*, *à l'aube*."""
        alone = self.phrase.flags & w.DOCUMENT and not self.phrase.flags & w.ORGANISATION
        if end - i >= 2 and alone:  # *dans un communiqué Priscilla Orme*; *le journal La Vague* is one
            return True
        return end - i >= 2 and self.tokens[i].first_name is not None

    def _proper_head(self, end: int) -> None:
        token = self.tokens[self.j]
        self.phrase.head = token.low
        self.phrase.flags = token.flags
        if self._inhabitant(token, end):
            self.phrase.flags |= w.DEMONYM
        elif not token.flags & (w.ROLE | w.GROUP | w.DEMONYM):
            self.phrase.flags |= w.ORGANISATION

    def _inhabitant(self, token: Token, end: int) -> bool:
        """*la Morlaisienne*, *le Francilien*: one capital behind a small article, formed like a demonym."""
        small = self.first > 0 and not self.tokens[self.first - 1].cap and not self.phrase.plural
        known = token.flags & (w.PLACE | w.ORGANISATION | w.GROUP)
        return small and end == self.j + 1 and not known and token.low.endswith(_DEMONYM_ENDINGS)

    def _name_start(self, i: int, end: int) -> int | None:
        """Where, in a run of capitals, the person's name begins; None when it is all complement."""
        named_by = self.phrase.flags & (w.ROLE | w.GROUP | w.TITLE) or (
            self._free_singular() and not self.open and self._full_name(i, end)
        )
        if self.complement and not named_by:
            return None
        if self.tokens[i].flags & w.ANY_DET:  # *le député Les Républicains*: a party
            return None
        if self.open and end - i > 2 and self.tokens[i + 1].low == "la":  # *de Debout la France*
            return i + 3 if end - i > 4 else None
        for k in range(i + (1 if self.open else 0), end - 1):
            if self.tokens[k].first_name is not None:
                return k
        if self.open and end - i > 1 and self.tokens[i].low in _DEPARTMENTS:
            return i + 1  # *la ministre de la Mer Morel*
        if self.open:
            return i + 1 if end - i >= 3 and self.tokens[i].first_name is None else None
        if self.complement and end - i < 2:
            return i if self._rank(i) or self.tokens[i - 1].low in _DEPARTMENTS else None
        acronym = sum(map(str.isupper, self.tokens[i].text)) >= min(3, len(self.tokens[i].text)) > 1
        if acronym and end - i == 1:
            return None
        return i + 1 if acronym and end - i > 2 else i

    def _rank(self, i: int) -> bool:
        """*le capitaine de frégate Samuel*, unlike *la gérante de la boutique Paul*."""
        first_name = self.tokens[i].first_name is not None
        bare = self.tokens[i - 2].low in ("de", "d'") and not self.tokens[i].flags & w.PLACE
        return first_name and bare and not self.tokens[i - 1].cap
