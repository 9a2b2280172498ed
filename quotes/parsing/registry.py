"""Who and what an article names: every mention clustered under the fullest name given."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from operator import attrgetter

from quotes.folding import fold
from quotes.lexicon import words
from quotes.model import SpeakerKind
from quotes.parsing import words as w
from quotes.parsing.entity import Entity, Occurrence, Resolution, agrees, kind_of
from quotes.parsing.full_names import is_initial
from quotes.parsing.names import ARABIC, NAMESAKES, ROMAN
from quotes.parsing.noun_heads import is_participle
from quotes.parsing.offices import Office
from quotes.parsing.phrases import HOLD_ARTICLE, NAME, NounPhrase
from quotes.parsing.tokens import BREAK, WORD, Stream, Token
from quotes.parsing.words import lexicon

#: how many earlier mentions a pronoun may look back at
_LOOK_BACK = 60
_LOOK_AHEAD = 20
#: *groupe Jean Oury* is nobody
_GROUP = "groupe"
#: *Fondation Jean Oury*: with such a word begins the name of a house, which is not that of a person
_HOUSES = frozenset(map(fold, NAMESAKES))
_LOCATED = words("located_nouns.txt")
_OF = frozenset({"de", "d'"})
_MARKS = re.compile(r'[«»“”"]')
_HANDLE_PART = re.compile(r"[A-ZÀ-Ý]?[^\WA-ZÀ-Ý_]+|[A-ZÀ-Ý]+")
#: *France Info*, *France Bleu*: more often the country than a woman
_NATION = "france"
#: how many initials stand for a name
_LETTERS = 2
#: *le deuxième policier*
_IN_ORDER = frozenset({"autre", "deuxième", "troisième", "quatrième", "cinquième"})
#: the token at which an occurrence stands
occurs_at = attrgetter("phrase.i")
#: a phrase, the number of its sentence, whether it is a subject
Told = tuple[NounPhrase, int, bool]


class Registry:
    """The sources of one article and the order in which they are mentioned."""

    def __init__(self, stream: Stream, text: str, ends: list[int], asides: frozenset[int]) -> None:
        self.stream = stream
        #: where the sentences end
        self.ends = ends
        #: the sentences that send to other articles: nobody is a subject there
        self.asides = asides
        self.tokens = stream.tokens
        self.text = text
        self.lexicon = lexicon()
        self.by_last: dict[str, list[Entity]] = {}
        self.by_first: dict[str, list[Entity]] = {}
        self.named: list[Entity] = []
        #: what has no name of its own, by folded common name and number
        self.by_noun: dict[tuple[str, bool], Entity] = {}
        #: what is plural, by each of its names
        self.by_plural: dict[str, Entity] = {}
        self.occurrences: list[Occurrence] = []
        #: the pronouns that can name a source, each with its sentence
        self.pronouns: list[tuple[NounPhrase, int]] = []
        #: whom the first of these mean, as far as they have been followed
        self.meant: list[Entity | None] = []
        #: the words with a capital between the marks of each sentence asked for
        self.in_marks: dict[int, frozenset[str]] = {}
        #: subjects of many whose noun is not known to name a source, each with its sentence
        self.unlisted: list[tuple[NounPhrase, int]] = []
        self._resolved: dict[int, Entity] = {}
        #: the phrases of which their sentence says who that is: *La patronne, c'est Léna Morel*
        self._identified: set[int] = set()
        #: whom the descriptions that led to somebody meant, by their folded words
        self._told: dict[str, Resolution] = {}
        #: the only person of the article if there is one; asked for before anybody has spoken
        self._only: tuple[tuple[Entity, int] | None] | None = None
        #: who has the public offices that the article gives to nobody
        self.holders: dict[Office, Entity] = {}
        #: the roles that clauses tell of their subjects, by the token where the name begins
        self.attributes: dict[int, NounPhrase] = {}
        #: what somebody is not: the roles of others in the same clause, by their words
        self.parted: dict[Entity, set[str]] = {}
        #: token position and entity of the last attributed quotation
        self.last_speaker: tuple[int, Entity] | None = None
        #: the last body with a name that spoke, and where
        self._last_body: tuple[int, Entity] | None = None
        #: whether somebody named is *l'accusé*, *la prévenue*
        self.tried = False
        self._spoken: set[Entity] = set()

    def words_of(self, i: int, j: int) -> str:
        """The article's own characters for the tokens `i:j`, white space folded."""
        if j == i + 1 and self.tokens[i].kind == WORD:
            return self.tokens[i].text
        start, end = self.stream.span(i, j)
        return " ".join(self.text[start:end].split())

    def _is_definite(self, phrase: NounPhrase) -> bool:
        """*le maire*, *selon les mots du maire*."""
        return phrase.definite or (
            not phrase.det and phrase.i > 0 and self.tokens[phrase.i - 1].low in HOLD_ARTICLE
        )

    def is_in_order(self, phrase: NounPhrase) -> bool:
        """*le deuxième policier*, *l'autre policier*: not whoever has been spoken of."""
        return phrase.i + 1 < phrase.j and self.tokens[phrase.i + 1].low in _IN_ORDER

    def _name_entity(self, phrase: NounPhrase, name_range: tuple[int, int], *, count: int = 1) -> Entity:
        i, j = name_range
        name = self.words_of(i, j)
        # *Lloyd J. Austin III* is Austin; *Charles III* and *Jean-Paul II* have no other last name
        last = j - 1 if j - i > 2 and ROMAN.fullmatch(self.tokens[j - 1].text) else j
        key = tuple(part for t in self.tokens[i:last] for part in spelled_out(t.text))
        titled = phrase.gender if phrase.flags & w.TITLE else None
        entity = self._find(key, titled) or self._by_letters(i, j)
        if entity is None:
            entity = self._new_named(phrase, name_range, key)
        self._call(entity, name, count)
        if len(key) > len(entity.words):
            entity.words = key
            self._index(entity)
            self._turns_out(entity, self.tokens[i])
        return entity

    def _by_letters(self, i: int, j: int) -> Entity | None:
        """*P. R. : « … »*: the one person of the article with these initials."""
        tokens = self.tokens[i:j]
        if len(tokens) < _LETTERS or not all(map(is_initial, tokens)):
            return None
        letters = [t.low[0] for t in tokens]
        fitting = [e for e in self.named if e.fully_named and [word[0] for word in e.words] == letters]
        return fitting[0] if len(fitting) == 1 else None

    def _turns_out(self, entity: Entity, first: Token) -> None:
        """*Le Goff* may be anything; *Anne Le Goff* is a woman."""
        gender = first.first_name
        if gender is None or entity.certain or entity.plural or first.low == _NATION:
            return
        entity.kind, entity.certain = SpeakerKind.PERSON, True
        entity.gender = entity.gender or (gender if gender in ("m", "f") else None)

    def _find(self, key: tuple[str, ...], gender: str | None = None) -> Entity | None:
        """The entity of that name; a title that tells the gender parts two people of one surname."""
        bearers = [e for e in self.by_last.get(key[-1], ()) if _same_name(key, e.words) and agrees(e, gender)]
        if bearers:  # *Roche*, of two Roches, is the one more often named in full
            return max(reversed(bearers), key=attrgetter("in_full"))
        if len(key) == 1 or len(key[-1]) > 1:
            for entity in self.by_first.get(key[0], ()):
                if entity.words[: len(key)] == key:
                    return entity
        return None

    def _new_named(self, phrase: NounPhrase, name_range: tuple[int, int], key: tuple[str, ...]) -> Entity:
        i, j = name_range
        first = self.tokens[i]
        gender = first.first_name
        person = bool(phrase.flags & w.TITLE or phrase.flags & w.ROLE or gender is not None)
        shouted = all(t.text.isupper() for t in self.tokens[i:j])
        reversed_name = j > i + 1 and first.upper and self.tokens[j - 1].first_name  # *OUEDRAOGO Salif*
        if reversed_name and gender is None:
            gender, person = self.tokens[j - 1].first_name, True
        acronym = first.upper and (j == i + 1 or not (shouted or reversed_name))
        first_name = gender is not None and j > i + 1  # *Marine* is one, and the ships
        organisation = acronym or any(t.flags & w.ORGANISATION for t in self.tokens[i + first_name : j])
        place = bool(first.flags & w.PLACE) and (not gender or j == i + 1 or first.low == _NATION)
        place = place or (
            j - i == 3 and self.tokens[i + 1].low == "la" and bool(self.tokens[i + 2].flags & w.PLACE)
        )
        before = self.tokens[i - 1].low if i else ""
        located = j == i + 1 and i > 1 and before in _OF and self.tokens[i - 2].low in _LOCATED
        place = place or located  # *la mairie de Florence*
        house = _is_house(key) or (before == _GROUP and not phrase.flags & w.ROLE)
        numbered = bool(ROMAN.fullmatch(self.tokens[j - 1].text)) and (
            gender is None or bool(first.flags & w.PLACE)
        )
        kind = SpeakerKind.PERSON
        if house or numbered or (not phrase.flags & (w.TITLE | w.ROLE) and (organisation or place)):
            kind, person = SpeakerKind.ORGANISATION, False
        elif not person and (j == i + 1 or first.flags & w.ANY_DET):
            kind = SpeakerKind.ORGANISATION
        entity = Entity(
            kind,
            gender if gender in ("m", "f") else None,
            plural=phrase.form == NAME and phrase.plural,
            words=key,
            named=True,
            certain=person,
        )
        self.named.append(entity)
        self._index(entity)
        return entity

    def _index(self, entity: Entity) -> None:
        for table, word in ((self.by_last, entity.words[-1]), (self.by_first, entity.words[0])):
            known = table.setdefault(word, [])
            if entity not in known:
                known.append(entity)

    def _nominal(self, phrase: NounPhrase) -> Entity:
        """An entity known only by a common noun: *le procureur*, *des manifestants*, *le Pentagone*."""
        start, end = phrase.role or (phrase.i, phrase.j)
        last = self.tokens[end - 1]
        done = last.flags & w.VERB and not last.flags & (w.FINITE | w.HEAD) and is_participle(last.low)
        if end - start > 1 and not phrase.plural and done:
            end -= 1  # *un témoin interrogé, puis relâché*
        name = " ".join(_MARKS.sub("", self.words_of(start, end)).split()) or self.words_of(start, end)
        kind = kind_of(phrase)
        folded = fold(name)
        known = self.by_noun.get((folded, phrase.plural))
        if known is not None:
            self._call(known, name)
            return known
        # *elles* takes no « gilets » up: what no list holds is masculine as long as nothing says otherwise
        gender = phrase.gender or ("m" if phrase.marked_people else None)
        entity = Entity(kind, gender, phrase.plural)
        entity.one_person = bool(phrase.flags & w.ROLE) and not phrase.plural
        apposed = phrase.i > 0 and self.tokens[phrase.i - 1].text == ","
        new = phrase.det & w.INDEF or self.is_in_order(phrase)
        entity.indefinite = entity.one_person and bool(new) and not apposed
        entity.words = tuple(folded.split())
        entity.play((phrase.head, name))
        self._call(entity, name)
        self.by_noun[folded, phrase.plural] = entity
        return entity

    def _call(self, entity: Entity, name: str, count: int = 1) -> None:
        entity.call(name, count)
        if entity.plural:
            self.by_plural.setdefault(name, entity)

    def joint(self, first: Entity, second: Entity | None) -> Entity:
        """Two speakers of one sentence as one entity: *Léna Morel et Paul Roche*."""
        if second is None or second is first:
            return first
        name = f"{first.name} et {second.name}"
        known = self.by_plural.get(name)
        if known is not None:
            return known
        entity = Entity(first.kind, None, plural=True, named=first.named and second.named)
        entity.pair = first, second
        entity.words = tuple(fold(name).split())
        self._call(entity, name)
        if not entity.named:
            self.by_noun.setdefault((fold(name), True), entity)
        return entity

    def has_spoken(self, entity: Entity, token: int) -> None:
        """Note who speaks in the quotation at `token`; who has a name and speaks is surely a person."""
        self.last_speaker = (token, entity)
        own_name = entity.named or not entity.name.islower()  # *la CGT*, a noun phrase
        if own_name and entity.kind is SpeakerKind.ORGANISATION and not self._is_place(entity):
            self._last_body = self.last_speaker
        self._spoken.add(entity)
        if entity.named and entity.human and len(entity.words) > 1:
            entity.certain = True

    def _is_place(self, entity: Entity) -> bool:
        return bool(self.lexicon.flags.get(entity.name.lower(), 0) & w.PLACE)

    def _opens_sentence(self, phrase: NounPhrase, sentence: int) -> bool:
        """Whether nothing but line ends stand between the sentence before and the phrase."""
        start = self.ends[sentence - 1] if sentence else 0
        return all(token.kind == BREAK for token in self.tokens[start : phrase.i])

    def _before(self, token: int) -> list[Occurrence]:
        """Occurrences that begin before the token, oldest first."""
        stop = bisect_left(self.occurrences, token, key=occurs_at)
        return self.occurrences[max(0, stop - _LOOK_BACK) : stop]

    def _around(self, token: int) -> list[Occurrence]:
        at = bisect_left(self.occurrences, token, key=occurs_at)
        return self.occurrences[max(0, at - _LOOK_BACK) : at + _LOOK_AHEAD]


def position(told: tuple[NounPhrase, int]) -> int:
    """The token at which a phrase stands, to look one up among those told with their sentences."""
    return told[0].i


@lru_cache(maxsize=1 << 14)
def spelled_out(word: str) -> tuple[str, ...]:
    """The folded words of a word of a name; some hold several: *@Lena_Morel*, *@LenaMorel*, *al-Masri*."""
    if word.lower().startswith(ARABIC):
        article, _, name = fold(word).partition("-")
        return article, name
    if not word.startswith("@"):
        return (fold(word),)
    return tuple(fold(part) for part in _HANDLE_PART.findall(word)) or (fold(word),)


def _same_name(key: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether two folded names with the same last word can be one person's."""
    if key == words:
        return True
    if _is_house(key) != _is_house(words):
        return False
    if len(key) < len(words):
        return words[-len(key) :] == key or (len(key) > 1 and key[0] == words[0])
    if len(words) < len(key):
        return key[-len(words) :] == words or (len(words) > 1 and key[0] == words[0])
    return key[0] == words[0] and len(key) > 1


def _is_house(key: tuple[str, ...]) -> bool:
    """*Fondation Jean Oury*; *Parc* alone may be a last name."""
    return len(key) > 1 and key[0] in _HOUSES
