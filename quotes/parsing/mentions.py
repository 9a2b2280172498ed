"""Noun phrases that can name a source: names, titled names, roles, groups, pronouns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.tokens import BREAK, CLITIC, NUMBER, QUOTE, WORD, Token
from quotes.parsing.words import lexicon

PRONOUN, NAME, NOUN = "pronoun", "name", "noun"

_PRONOUNS = {
    "il": ("m", False),
    "elle": ("f", False),
    "ils": ("m", True),
    "elles": ("f", True),
    "on": (None, False),
}
_DEMONSTRATIVES = {
    "celui-ci": ("m", False),
    "celui-là": ("m", False),
    "celle-ci": ("f", False),
    "celle-là": ("f", False),
    "celui": ("m", False),
    "celle": ("f", False),
    "ceux-ci": ("m", True),
    "celles-ci": ("f", True),
}
#: after a preposition: *selon lui*
_QUANTITIES = words("quantity_nouns.txt")
_SAME = frozenset({"même", "mêmes", "tout", "toute", "très", "plus"})
_BEFORE_SOURCES = frozenset({"selon", "pour", "par"})
_STRONG = {"lui": ("m", False), "elle": ("f", False), "eux": ("m", True), "elles": ("f", True)}
_LATTER = {
    "dernier": ("m", False),
    "dernière": ("f", False),
    "derniers": ("m", True),
    "dernières": ("f", True),
}
_INTERESTED = {"intéressé": "m", "intéressée": "f"}
#: words other than the plain subjects with which a pronoun may begin
_PRONOUN_WORDS = frozenset({*_STRONG, *_DEMONSTRATIVES, "l'", "d'", "tous", "toutes"})
#: classes of the words in lower case that may begin a phrase
_BEGINS = w.ANY_DET | w.HEAD | w.SUBJECT | w.TITLE
_MASCULINE = frozenset({"le", "un", "ce", "cet", "son", "du", "au", "certains", "aucun"})
_FEMININE = frozenset({"la", "une", "cette", "sa", "certaines", "aucune"})
_PLURAL = words("plural_determiners.txt")
#: determiners that stand alone as well: *certains affirment*
_SOME = words("some.txt") | {"autres"}
#: never inside a noun phrase
_STOPS = w.SUBJECT | w.NEG | w.QUE | w.REL | w.SUB | w.ADV | w.TIME
_WITHIN = frozenset({"à", "au", "aux", "en", "pour", "chez", "avec"})
#: after *à*, *en* or *pour*, the beginning of a circumstance and no complement
_CIRCUMSTANCES = words("circumstances.txt")
#: words of the closed classes: never a name by themselves
_CLOSED = w.ANY_DET | w.OF | w.PREP | w.QUE | w.SUB | w.REL | w.COORD | w.SUBJECT | w.NEG | w.ADV
#: adjectives that are nouns as well: *l'ancien ministre*
_BEFORE_NOUN = words("adjectives_before_noun.txt")
#: how long a phrase may be, in tokens: more than any in the news, so that lists are read in linear time
_LONGEST = 60
#: how long a term between marks may be and still stand as a noun, in tokens
_TERM_LENGTH = 5


@dataclass(slots=True)
class NounPhrase:
    """A stretch of tokens `i:j` that may name a source."""

    i: int
    j: int
    form: str
    head: str
    flags: int = 0
    gender: str | None = None
    plural: bool = False
    #: class of the determiner: 0 when there is none
    det: int = 0
    #: token range of the proper name inside, if any
    name: tuple[int, int] | None = None
    #: token range of the role inside, if any
    role: tuple[int, int] | None = None
    #: governed by this preposition
    prep: str | None = None
    #: other phrase standing in apposition, after a comma
    apposed: NounPhrase | None = field(default=None, repr=False)

    @property
    def can_speak(self) -> bool:
        """A name, a pronoun, a noun that the lexicon knows to speak, or people named by a term."""
        term = self.head == "«»" and self.det
        return bool(term or self.name or self.form == PRONOUN or self.flags & (w.HEAD | w.DEMONYM | w.PLACE))

    @property
    def end(self) -> int:
        """Last token of the phrase with its apposition, excluded."""
        return max(self.j, self.apposed.j) if self.apposed else self.j


def span_of(tokens: Sequence[Token], i: int, j: int) -> tuple[int, int]:
    """Character offsets of the tokens `i:j`."""
    return tokens[i].start, tokens[j - 1].end


class PhraseReader:
    """Reads noun phrases out of one article's tokens.

    `proper` holds the lower-case form of words seen capitalised inside a sentence: it tells a
    name from a common word where a sentence begins.
    """

    def __init__(self, tokens: list[Token], proper: frozenset[str], initial: frozenset[int]) -> None:
        self.tokens = tokens
        self.proper = proper
        self.initial = initial
        self.lexicon = lexicon()

    # names

    def is_proper(self, k: int) -> bool:
        """Whether the token can begin or be a proper name where it stands."""
        token = self.tokens[k]
        if not token.cap or token.flags & w.TITLE or token.text[-1] in "'’":
            return False
        closed = token.flags & (_CLOSED | w.NOT_NAME)
        if k not in self.initial:
            return not closed or (self._next_is_cap(k) and token.low in _ARTICLES)
        if closed:
            return False
        if token.flags & w.PLACE or self.lexicon.first_name_gender(token.text) is not None:
            return True
        if token.flags & (w.VERB | w.FINITE | w.ROLE | w.GROUP | w.CUE_NOUN):
            return token.text.isupper() and len(token.text) > 1
        if token.low in self.proper:
            return True
        return self._next_is_cap(k) or (token.text.isupper() and len(token.text) > 1)

    def _next_is_cap(self, k: int) -> bool:
        following = self.tokens[k + 1] if k + 1 < len(self.tokens) else None
        return following is not None and following.cap and not following.flags & (w.NOT_NAME | w.TITLE)

    def first_name(self, k: int) -> bool:
        """Whether the token is written like a known first name."""
        token = self.tokens[k]
        return token.cap and self.lexicon.first_name_gender(token.text) is not None

    def name_end(self, i: int) -> int:
        """End of the proper name that begins at token `i`; `i` itself when there is none."""
        tokens = self.tokens
        if not self.is_proper(i):
            return i
        j = i + 1
        if self.determined_acronym(i):
            return j
        limit = min(len(tokens), i + _LONGEST)
        while j < limit:
            token = tokens[j]
            if (
                token.cap
                and not _civil(token)
                and not token.flags & w.NOT_NAME
                and token.text[-1] not in "'’"
            ):
                if self._another_begins(i, j):
                    break
                j += 1
            elif (
                token.cap
                and token.flags & w.NOT_NAME
                and not token.flags & _CLOSED
                and self.first_name(j - 1)
            ):
                j += 1
            elif token.cap and token.low in _ARTICLES and j + 1 < len(tokens) and tokens[j + 1].cap:
                j += 2
            elif token.flags & w.PARTICLE and self._particle_goes_on(i, j):
                j += 1
            else:
                break
        return j

    def determined_acronym(self, i: int) -> bool:
        """*l'AFP*: an acronym behind an article is a name of its own, whatever capital follows."""
        token = self.tokens[i]
        return (
            i > 0 and token.text.isupper() and len(token.text) > 1 and bool(self.tokens[i - 1].flags & w.DET)
        )

    def _another_begins(self, i: int, j: int) -> bool:
        """*à Paris Léna Morel*: a first name after a place or a body begins a name of its own."""
        if self.first_name(i) or not self.first_name(j):
            return False
        first = self.tokens[i]
        acronym = first.text.isupper() and len(first.text) > 1 and not self.tokens[j].text.isupper()
        more = j + 1 < len(self.tokens) and self.tokens[j + 1].cap
        return bool(acronym or more or first.flags & (w.PLACE | w.ORGANISATION))

    def _particle_goes_on(self, i: int, j: int) -> bool:
        tokens = self.tokens
        k = j
        while k < len(tokens) and k < j + 3 and tokens[k].flags & w.PARTICLE and not tokens[k].cap:
            k += 1
        if k >= len(tokens) or not tokens[k].cap:
            return False
        if not tokens[j].flags & w.OF and tokens[j].low not in ("la", "le"):
            return True
        if not tokens[j].flags & w.OF:
            return False
        if tokens[k].flags & w.PLACE:
            return False
        return self.lexicon.first_name_gender(tokens[i].text) is not None

    # whole phrases

    def phrase_at(self, i: int, stop: int, *, bare: bool = False) -> NounPhrase | None:
        """The noun phrase that begins at token `i` and ends before `stop`, or None."""
        if i >= stop:
            return None
        stop = min(stop, i + _LONGEST)
        token = self.tokens[i]
        if token.kind == WORD:
            # two words of three begin nothing: asking at once halves the time of reading phrases
            if not (bare or token.cap or token.flags & _BEGINS or token.low in _PRONOUN_WORDS):
                return None
        elif token.kind not in (NUMBER, QUOTE, CLITIC):
            return None
        return (
            self._pronoun(i, stop)
            or (self._titled(i, stop) if token.flags & w.TITLE else None)
            or (self._name(i, stop) if token.cap else None)
            or self._noun(i, stop, bare=bare)
        )

    def _pronoun(self, i: int, stop: int) -> NounPhrase | None:
        token = self.tokens[i]
        low = token.low
        if token.kind == CLITIC:
            low = low.rsplit("-", 1)[-1].rsplit("'", 1)[-1]
        elif not (token.flags & (w.SUBJECT | w.DEM) or low in _PRONOUN_WORDS):
            return None
        if (low in _PRONOUNS and token.flags & w.SUBJECT) or (token.kind == CLITIC and low in _PRONOUNS):
            gender, many = _PRONOUNS[low]
            return NounPhrase(i, i + 1, PRONOUN, low, gender=gender, plural=many)
        if low in _STRONG and i and self.tokens[i - 1].flags & (w.PREP | w.OF):
            gender, many = _STRONG[low]
            return NounPhrase(i, i + 1, PRONOUN, low, gender=gender, plural=many)
        if low in ("tous", "toutes") and (i + 1 >= stop or not self.tokens[i + 1].flags & w.ANY_DET):
            return NounPhrase(i, i + 1, PRONOUN, "ils", gender="m" if low == "tous" else "f", plural=True)
        one_of = self._one_of_them(i, stop)
        if one_of is not None:
            return one_of
        if low in _DEMONSTRATIVES:
            gender, many = _DEMONSTRATIVES[low]
            return NounPhrase(i, i + 1, PRONOUN, low, gender=gender, plural=many)
        if i + 1 < stop:
            following = self.tokens[i + 1].low
            if token.flags & w.DEM and following in _LATTER:
                gender, many = _LATTER[following]
                return NounPhrase(i, i + 2, PRONOUN, "ce dernier", gender=gender, plural=many)
            if low == "l'" and following in _INTERESTED:
                return NounPhrase(i, i + 2, PRONOUN, "intéressé", gender=_INTERESTED[following])
        return None

    def _one_of_them(self, i: int, stop: int) -> NounPhrase | None:
        """*l'un d'eux*, *l'une d'entre elles*."""
        if self.tokens[i].low != "l'":
            return None
        ahead = [t.low for t in self.tokens[i : min(stop, i + 5)]]
        if ahead[1:2] in (["un"], ["une"]) and ahead[2:4] == ["des", "leurs"]:
            gender = "m" if ahead[1] == "un" else "f"
            return NounPhrase(i, i + 4, PRONOUN, "ils", gender=gender, plural=True)
        if len(ahead) < 4 or ahead[1] not in ("un", "une") or ahead[2] != "d'":
            return None
        end = i + (5 if ahead[3] == "entre" and len(ahead) > 4 else 4)
        if self.tokens[end - 1].low not in ("eux", "elles"):
            return None
        return NounPhrase(i, end, PRONOUN, "ils", gender="m" if ahead[1] == "un" else "f", plural=True)

    def _titled(self, i: int, stop: int) -> NounPhrase | None:
        token = self.tokens[i]
        if not token.flags & w.TITLE or token.flags & w.ROLE or i + 1 >= stop:
            return None
        j = i + 1
        while j < stop and self.tokens[j].flags & w.TITLE:
            j += 1
        if j >= stop or not self.tokens[j].cap:
            return None
        end = min(max(self.name_end(j), j + 1), stop)
        gender = self.lexicon.genders.get(token.low)
        plural = bool(token.flags & w.PLURAL)
        return NounPhrase(
            i, end, NAME, token.low, flags=w.TITLE, gender=_known(gender), plural=plural, name=(j, end)
        )

    def _name(self, i: int, stop: int) -> NounPhrase | None:
        end = min(self.name_end(i), stop)
        if end == i:
            return None
        token = self.tokens[i]
        gender = self.lexicon.first_name_gender(token.text)
        name = i, end
        if end + 1 < stop and self.tokens[end].kind == NUMBER and self.tokens[end + 1].low == "ans":
            end += 2  # *Claudie 56 ans, saisonnière, …*
        return NounPhrase(i, end, NAME, token.low, flags=token.flags, gender=_known(gender), name=name)

    def _noun(self, i: int, stop: int, *, bare: bool) -> NounPhrase | None:
        j, det, gender, plural = self._determiners(i, stop)
        if j == i and not bare and not self._stands_bare(i):
            return None
        if j >= stop:
            return None
        after = self.tokens[j]
        alone = after.flags & (w.FINITE | w.NEG | w.CLITIC) or after.text in (".", ",") or _participle(after)
        if j > i and self.tokens[j - 1].low in _SOME and alone:
            return NounPhrase(i, j, NOUN, self.tokens[i].low, w.GROUP, gender, True, det, role=(i, j))
        phrase = NounPhrase(i, j, NOUN, "", gender=gender, plural=plural, det=det)
        _Body(self, phrase, j, stop).read()
        if phrase.j == j or not phrase.head:
            return None
        if phrase.gender is None:
            phrase.gender = _known(self.lexicon.genders.get(phrase.head))
        if phrase.flags & w.PLURAL and not det & (w.DET | w.INDEF | w.DEM | w.POSS):
            phrase.plural = True
        return phrase

    def _stands_bare(self, i: int) -> bool:
        """A noun without determiner that still opens a phrase: a role or a group at a clause's edge."""
        token = self.tokens[i]
        if token.kind == QUOTE:
            return False
        previous = self.tokens[i - 1] if i else None
        edge = i in self.initial or previous is None or previous.text in (",", "–", "—", "-", "(")
        return (
            edge and bool(token.flags & w.HEAD) and not token.flags & (w.FINITE | w.VERB | w.ANY_DET | w.PREP)
        )

    def _determiners(self, i: int, stop: int) -> tuple[int, int, str | None, bool]:
        j, det, gender, plural = i, 0, None, False
        while j < stop:
            token = self.tokens[j]
            if token.low == "d'" and j + 1 < stop and self.tokens[j + 1].low == "autres":
                j, det, plural = j + 2, det | w.INDEF, True
                continue
            counted = token.kind == NUMBER
            if counted and j + 1 < stop and self.tokens[j + 1].flags & w.ANY_DET:
                break  # *en 2016 l'artiste*
            if not counted and not token.flags & w.ANY_DET:
                break
            if token.low == "leur" or token.low == "l'" or counted:
                pass
            elif token.low in _MASCULINE:
                gender = "m"
            elif token.low in _FEMININE:
                gender = "f"
            plural = plural or token.low in _PLURAL or counted
            det |= w.INDEF if counted else token.flags & w.ANY_DET
            j += 1
        return j, det, gender, plural

    def with_apposition(self, phrase: NounPhrase, stop: int) -> NounPhrase:
        """`phrase`, with the name or role that stands beside it after a comma, if one does."""
        if phrase.j >= stop or self.tokens[phrase.j].text not in (",", "("):
            return phrase
        if self._emphasis(phrase.j, stop):
            phrase.j += 3  # *La Fédération, elle, menace…*
            return phrase
        k = self.after_brackets(phrase.j, stop)
        if (
            (phrase.form == PRONOUN and phrase.j - phrase.i < 3)
            or phrase.apposed
            or k + 1 >= stop
            or self.tokens[k].text != ","
        ):
            return phrase
        if phrase.form == NOUN and phrase.name:
            return phrase
        if phrase.form == NOUN and not phrase.flags & (w.HEAD | w.DEMONYM):
            return phrase
        if phrase.form == NAME and self._circumstance_name(phrase):
            return phrase
        called = self.tokens[k + 1].flags & w.NAMING_VERB and k + 2 < stop and self.tokens[k + 2].cap
        beside = self.phrase_at(k + 2 if called else k + 1, stop, bare=True)
        if beside is None or beside.form == PRONOUN:
            return phrase
        if beside.form == NOUN and beside.name and not beside.det and beside.name[1] - beside.name[0] == 1:
            beside.name = None  # *député LaREM*: a party
        closes = self.after_brackets(beside.j, stop)
        if closes < stop and self.tokens[closes].flags & (w.FINITE | w.CLITIC | w.NEG):
            return phrase
        if (phrase.form != NAME and beside.form == NAME) or (
            phrase.form == NAME
            and beside.form == NOUN
            and not beside.name
            and (beside.flags & w.HEAD or beside.det & w.INDEF)
        ):
            phrase.apposed = beside
        return phrase

    def _circumstance_name(self, phrase: NounPhrase) -> bool:
        """*sur Radio, le ministre…*: one word behind a preposition is a place, not who follows."""
        before = self.tokens[phrase.i - 1] if phrase.i else None
        governed = before is not None and before.flags & w.PREP and before.low not in _BEFORE_SOURCES
        return bool(governed) and phrase.j - phrase.i == 1 and not self.first_name(phrase.i)

    def _emphasis(self, k: int, stop: int) -> bool:
        ahead = [t.low for t in self.tokens[k : min(stop, k + 3)]]
        return len(ahead) == 3 and ahead[0] == ahead[2] == "," and ahead[1] in _STRONG

    def after_brackets(self, k: int, stop: int) -> int:
        """The token after a short bracket: *François Arizzi (Var), …*."""
        if k < stop and self.tokens[k].text == "(":
            for end in range(k + 1, min(stop, k + 10)):
                if self.tokens[end].text == ")":
                    return end + 1
        return k


_ARTICLES = frozenset({"le", "la", "les", "l'", "de", "du", "des", "d'", "el", "al", "ben"})


#: *l'astrophysicien*, *la volcanologue*: endings that only persons have
_PERSON_ENDINGS = ("logue", "cien", "cienne", "iste", "trice", "nome", "pathe", "iatre")
_DEMONYM_ENDINGS = ("ois", "oise", "ais", "aise", "ien", "ienne", "éen", "éenne", "ain", "aine", "in", "ine")


def _civil(token: Token) -> bool:
    """*M.*, *Mme*, *Dr*: a title that is no name; *Chevalier* may be one."""
    return bool(token.flags & w.TITLE) and (token.text.endswith(".") or token.low in _CIVIL)


_CIVIL = frozenset({"mme", "mmes", "mlle", "mlles", "me", "mes", "mgr", "dr", "pr", "dre", "sir", "lord"})


def _participle(token: Token) -> bool:
    """*certains estimant que…*: a present participle."""
    return token.low.endswith("ant") and not token.flags & w.HEAD


def _known(gender: str | None) -> str | None:
    return gender if gender in ("m", "f") else None


class _Body:
    """Reads what follows the determiner: adjectives, head noun, complements, a name at the end."""

    def __init__(self, reader: PhraseReader, phrase: NounPhrase, j: int, stop: int) -> None:
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
        while self.j < self.stop and self._step():
            pass
        if self.open:  # a preposition without a complement
            while self.j > self.first and self.tokens[self.j - 1].flags & (w.OF | w.PREP | w.ANY_DET):
                self.j -= 1
        phrase = self.phrase
        phrase.j = self.j
        role_end = phrase.name[0] if phrase.name else self.j
        while phrase.name and role_end > self.first and self._civil_title(self.tokens[role_end - 1]):
            role_end -= 1
        if role_end > self.first:
            phrase.role = (self.first, role_end)

    @staticmethod
    def _civil_title(token: Token) -> bool:
        return bool(token.flags & w.TITLE) and not token.flags & w.ROLE

    def _step(self) -> bool:
        token = self.tokens[self.j]
        if token.kind == QUOTE:
            return self._term(token)
        if token.kind == NUMBER:
            return self._take(1) if self.phrase.head else False
        if token.kind != WORD or self.phrase.name:
            return False
        if (
            token.flags & w.TITLE
            and self._civil_title(token)
            and self.phrase.head
            and self._capital_follows()
        ):
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
        return following is not None and bool(following.flags & w.ROLE) and not following.cap

    def _take(self, count: int) -> bool:
        self.j += count
        self.open = False
        return True

    def _term(self, token: Token) -> bool:
        if len(token.inner) > _TERM_LENGTH or self.phrase.name or not self._names(token):
            return False
        if not self.phrase.head:
            self.phrase.head = "«»"
        return self._take(1)

    def _names(self, token: Token) -> bool:
        """Whether marked words stand as a noun or a name: *les « gilets »*, *l'opération « Mer propre »*."""
        if not self.phrase.head:
            return True
        previous = self.tokens[self.j - 1]
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
            if flags & (_STOPS | w.AUX | w.COORD | w.PREP | w.OF | w.INFINITIVE) and not flags & w.HEAD:
                return False
            self._set_head(token)
            return self._take(1)
        if self.open:
            return self._after_preposition(flags)
        if flags & w.OF or (token.low in _WITHIN and self._holds_complement()):
            return self._preposition()
        if flags & (_STOPS | w.PREP | w.ANY_DET | w.CLITIC):
            return False
        if flags & w.COORD:
            return self._coordination(token)
        if self._is_verb(token):
            return False
        better = (flags & w.HEAD and not self.phrase.flags & w.HEAD) or (
            flags & w.ROLE and self.phrase.head in _BEFORE_NOUN
        )
        if better and not self.complement:
            self._set_head(token)
        return self._take(1)

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

    def _set_head(self, token: Token) -> None:
        self.phrase.head = token.low
        self.phrase.flags = token.flags
        following = self.tokens[self.j + 1] if self.j + 1 < self.stop else None
        if token.low in _QUANTITIES and following is not None and following.flags & w.OF:
            self.phrase.flags, self.phrase.plural = w.GROUP, True
        elif not token.flags and not self.phrase.plural and token.low.endswith(_PERSON_ENDINGS):
            self.phrase.flags = w.ROLE

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
        if not self.tokens[self.j].flags & w.OF and self._circumstance():
            return False
        self.complement = self.open = True
        self.j += 1
        return True

    def _infinitive(self, token: Token) -> bool:
        if token.flags & w.INFINITIVE:
            return True
        return not token.flags and not token.cap and len(token.low) > 4 and token.low.endswith(("er", "ir"))

    def _circumstance(self) -> bool:
        ahead = self.tokens[self.j + 1 : min(self.j + 3, self.stop)]
        return any(t.low in _CIRCUMSTANCES or t.kind == NUMBER for t in ahead)

    def _coordination(self, token: Token) -> bool:
        """*ministre de l'Économie et des Finances*: the complement goes on after *et*."""
        if token.low != "et" or not self.complement or self.j + 2 >= self.stop:
            return False
        following = self.tokens[self.j + 1]
        if following.flags & w.OF:
            self.open = True
            self.j += 2
            return True
        return False

    def _capitals(self) -> bool:
        phrase = self.phrase
        end = min(max(self.reader.name_end(self.j), self.j + 1), self.stop)
        several = phrase.flags & w.GROUP and phrase.plural and self._full_name(self.j, end)
        person = phrase.flags & w.ROLE or several or self._free_singular()
        if phrase.head and not person and not self.open and self._full_name(self.j, end):
            return False
        if self.j > self.first and self.reader.determined_acronym(self.j - 1) and not person:
            return False
        if not phrase.head:
            self._proper_head(end)
            return self._take(end - self.j)
        start = self._name_start(self.j, end)
        if start is None or (phrase.flags & (w.ORGANISATION | w.DOCUMENT) and not phrase.flags & w.ROLE):
            return self._take(end - self.j)
        phrase.name = (start, end)
        return self._take(end - self.j)

    def _free_singular(self) -> bool:
        """*la maire-adjointe Léna Morel*: an unknown noun before a full name is a role, if it stands free."""
        phrase = self.phrase
        before = self.tokens[phrase.i - 1].flags if phrase.i else 0
        known = phrase.flags & (w.ORGANISATION | w.DOCUMENT | w.GROUP | w.PLACE)
        return bool(phrase.det) and not phrase.plural and not known and not before & (w.PREP | w.OF)

    def _full_name(self, i: int, end: int) -> bool:
        """A first name and what follows it: a person of its own behind *la presse*, *à l'aube*."""
        if end - i >= 2 and self.phrase.flags & w.DOCUMENT:  # *dans un communiqué Priscilla Orme*
            return True
        return end - i >= 2 and self.reader.lexicon.first_name_gender(self.tokens[i].text) is not None

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
        first_name = self.reader.lexicon.first_name_gender
        named_by = self.phrase.flags & (w.ROLE | w.GROUP | w.TITLE) or (
            self._free_singular() and not self.open and self._full_name(i, end)
        )
        if self.complement and not named_by:
            return None
        if self.tokens[i].flags & w.ANY_DET:  # *le député Les Républicains*: a party
            return None
        for k in range(i + (1 if self.open else 0), end - 1):
            if first_name(self.tokens[k].text) is not None:
                return k
        if self.open:
            return i + 1 if end - i >= 3 and first_name(self.tokens[i].text) is None else None
        if self.complement and end - i < 2:
            return None
        acronym = sum(map(str.isupper, self.tokens[i].text)) >= min(3, len(self.tokens[i].text)) > 1
        if acronym and end - i == 1:
            return None
        return i + 1 if acronym and end - i > 2 else i
