"""The head of a noun phrase: which of its words says what it is."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.marked_verbs import opens_with_verb_group
from quotes.parsing.names import NameReader
from quotes.parsing.phrases import NounPhrase
from quotes.parsing.pronoun_words import STRONG
from quotes.parsing.things import names_thing
from quotes.parsing.tokens import QUOTE, Token

QUANTITIES = words("quantity_nouns.txt")
_DISPLAYS = words("display_nouns.txt")
#: *la vedette*, *la figure*: may name a man or a woman
_ONE_GENDER = words("one_gender_nouns.txt")
_ANOTHER = frozenset({"autre", "autres", "même"})
#: never inside a noun phrase
STOPS = w.SUBJECT | w.NEG | w.QUE | w.REL | w.SUB | w.ADV | w.TIME
#: no head, unless they are nouns as well
NO_HEAD = STOPS | w.AUX | w.COORD | w.PREP | w.OF | w.INFINITIVE
#: adjectives that are nouns as well: *l'ancien ministre*
BEFORE_NOUN = frozenset(
    form for word in words("adjectives_before_noun.txt") for form in (word, w.plural(word))
)
#: how long a term between marks may be and still stand as a noun, in tokens
_TERM_LENGTH = 7
#: in more than these it may be a sentence
_SHORT_TERM = 5
#: *l'astrophysicien*, *la volcanologue*: endings that only persons have
PERSON_ENDINGS = ("logue", "cien", "cienne", "iste", "trice", "nome", "pathe", "iatre")
#: endings of roles that after a noun are its adjectives
_ADJECTIVAL = ("aire", "ier", "ière", "ique")
#: *le maire sortant, Paul Roche*: said of whoever holds an office, though *sortir* may be said of words
_LEAVING = frozenset({"sortant"})
#: *la dynamique quinquagénaire*
_AGES = ("génaire", "trentenaire")
#: participles without their agreement; those that are adjectives as well stay with their noun
_IRREGULAR = words("irregular_participles.txt")
_ADJECTIVES = words("participle_adjectives.txt")


def is_participle(low: str) -> bool:
    """Whether a word is formed like a past participle that says what was done: *reçus*, not *âgés*."""
    bare = low.removesuffix("s")
    masculine = bare.removesuffix("e") if bare.endswith(("ée", "ie", "ue", "te", "se")) else bare
    if masculine in _ADJECTIVES:
        return False
    return masculine.endswith("é") or bool({low, bare, masculine} & _IRREGULAR)


class Head:
    """What has been read of a noun phrase, token by token; finds its head noun."""

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

    def _take(self, count: int) -> bool:
        self.j += count
        self.open = False
        return True

    def _set_head(self, token: Token) -> int:
        """Make `token` the head; how many tokens the noun has, more than one for *numéro deux*."""
        phrase, low = self.phrase, token.low
        size, known = self._compound(token)
        if token.flags & w.HEAD and not (size > 1 and self._before_name(self.j + size)):
            size, known = 1, 0
        phrase.head, phrase.flags = low, token.flags | known
        if low in _ONE_GENDER:
            phrase.gender = None
        if low == "nombre" and phrase.det & w.DET:  # *le nombre de blessés*: a figure
            phrase.flags = 0
            return 1
        if low in QUANTITIES and self.j + 1 < self.stop and self.tokens[self.j + 1].flags & w.OF:
            phrase.flags, phrase.plural = w.GROUP, True
        elif not token.flags and not phrase.plural and low.endswith(PERSON_ENDINGS):
            phrase.flags = w.ROLE
        return size

    def _compound(self, token: Token) -> tuple[int, int]:
        """How many tokens a noun of several words has, and its class: *tête de liste*."""
        for more, flag in self.reader.lexicon.compounds.get(token.low, ()):
            ahead = self.tokens[self.j + 1 : min(self.j + 1 + len(more), self.stop)]
            if len(ahead) == len(more) and all(t.low == word for t, word in zip(ahead, more, strict=True)):
                return 1 + len(more), flag
        return 1, 0

    def _before_name(self, k: int) -> bool:
        """*le gardien de la paix Samuel*: a capital follows, so that the noun needs all its words."""
        return k < self.stop and self.tokens[k].cap and bool(self.tokens[self.j + 1].flags & w.OF)

    def _better_head(self, token: Token) -> bool:
        """*l'ancien ministre*; not *des drapeaux canadiens*, *une permanence parlementaire*."""
        if self._thing_of(token):
            return True
        if not token.flags & w.HEAD:
            return False
        if token.flags & w.ROLE and self.phrase.head in BEFORE_NOUN:
            return True
        if token.low.endswith(_AGES):
            return not self.phrase.flags & w.HEAD
        adjective = (token.flags & w.DEMONYM and not token.cap) or token.low.rstrip("s").endswith(_ADJECTIVAL)
        return not adjective and not self.phrase.flags & w.HEAD

    def _thing_of(self, token: Token) -> bool:
        """*le grand débat*: behind an adjective a thing, though written like a verb."""
        return self.tokens[self.j - 1].low == self.phrase.head in BEFORE_NOUN and names_thing(token.low)

    def _noun_behind_adjective(self, token: Token) -> bool:
        """*à l'origine de l'actuelle demande*: the same inside a complement."""
        led = self.tokens[self.j - 2].flags & (w.ANY_DET | w.OF | w.PREP)
        noun = token.flags & (w.CUE_NOUN | w.HEAD) or names_thing(token.low)
        return bool(led and noun) and self.tokens[self.j - 1].low in BEFORE_NOUN

    def _capital_role(self, token: Token) -> bool:
        """*le Premier ministre*, *l'ancien Président russe*: a role in spite of its capital."""
        behind_adjective = self.phrase.head in BEFORE_NOUN and self.tokens[self.j - 1].low == self.phrase.head
        if (self.phrase.head and not behind_adjective) or not self.phrase.det:
            return False
        if token.flags & w.ROLE and not token.flags & w.ORGANISATION:
            return True
        following = self.tokens[self.j + 1] if self.j + 1 < self.stop else None
        if following is None or following.cap or following.low.rstrip("s").endswith(_ADJECTIVAL):
            return False  # *la Sécurité routière*
        return bool(following.flags & w.ROLE)

    def _is_verb(self, token: Token) -> bool:
        """A word that ends the phrase because it is read as a verb."""
        flags = token.flags
        if flags & w.INFINITIVE and not flags & w.HEAD:
            return True
        if flags & w.VERB and token.low.endswith("ant") and not (flags & w.HEAD or token.low in _LEAVING):
            return True  # *les maires jugeant la loi …*
        if not flags & w.FINITE or (flags & w.ROLE and self.phrase.head in BEFORE_NOUN):
            return False
        if self._thing_of(token) or (self.j - 2 > self.first and self._noun_behind_adjective(token)):
            return False
        if self.tokens[self.j - 1].cap and not flags & (w.ROLE | w.DEMONYM | w.GROUP):
            return True  # *La France affiche…*
        return not flags & (w.HEAD | w.DEMONYM) or not self._noun_reading(token)

    def _noun_reading(self, token: Token) -> bool:
        """A word that is a noun and a verb (*juge*) right before a verb, a name or the end is a noun."""
        following = self.tokens[self.j + 1] if self.j + 1 < self.stop else None
        if following is None or following.flags & (w.FINITE | w.OF):
            return True
        if following.flags & w.ADV or following.low in STRONG:
            return False  # *le rapport note également*, *le patronat manifeste lui aussi*
        object_follows = (
            following.kind == QUOTE
            or following.text == ":"
            or following.flags & (w.QUE | w.ANY_DET | w.INFINITIVE)
        )
        return not object_follows and not following.cap

    def _term(self, token: Token) -> bool:
        if len(token.inner) > _TERM_LENGTH or self.phrase.name or not self._names(token):
            return False
        if len(token.inner) > _SHORT_TERM and any(t.flags & w.FINITE for t in token.inner):
            return False  # *des « bouées peuvent légitimement manquer au port »*
        if not self.phrase.head or self.phrase.head in _ANOTHER:
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
        if previous.low in _DISPLAYS:
            return False  # *la banderole « Port mort »*: what stands on it is not its name
        if previous.low == self.phrase.head in _ANOTHER:
            return True  # *un autre « gilet »*
        if self.open and previous.low == "des" and self.phrase.flags & w.ROLE:
            return True  # *le porte-parole des « gilets »*
        titled = token.inner[0].cap if token.inner else False
        if not titled and (
            (token.inner and token.inner[0].flags & w.FINITE)
            or (self.phrase.flags & w.HEAD and opens_with_verb_group(token.inner))
        ):
            return False  # *le syndicat « a menti »*, *le syndicat « refuse de signer »*
        return bool(titled or previous.flags & (w.NAMING_NOUN | w.GROUP | w.ORGANISATION))
