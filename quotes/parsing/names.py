"""Proper names: where one begins, where it ends, where another begins."""

from __future__ import annotations

import re

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.full_names import CLOSED, FullNames
from quotes.parsing.phrases import LONGEST
from quotes.parsing.pronoun_words import STRONG
from quotes.parsing.tokens import NUMBER, WORD, Token

ARABIC = ("al-", "el-", "ben-", "bin-", "ibn-", "ad-", "as-", "ash-", "ar-")
#: *acte VI*, *Paris I*, *Benoît XVI*: a name has such a number, and never begins with it
ROMAN = re.compile(r"[IVXL]+")
#: *Saint-Malo*, *Villeneuve-d'Ascq*, *Vallon-sur-Mer*: formed as only places are
_TOPONYM = re.compile(
    r"(?:Sainte?|St|Ste)-\w|\w+-(?:sur|sous|en|lès|lez|les|le|la|aux?|du|des|de|d['’]|l['’])-?\w"
)
#: how many small words the name of a party may have behind its capital
_PARTY_WORDS = 2
_ARTICLES = words("name_articles.txt")
_BEFORE_VERB = frozenset({"ne", "n'", "se", "s'"})
#: bodies, and places where others write
_PLATFORMS = words("platforms.txt")
#: *Ému, président en tête, …*: endings of words that describe
_DESCRIBING = ("é", "ée", "és", "ées", "u", "ue", "i", "ie", "eux", "euse", "ant", "ent", "ment")
_CHANNELS = words("numbered_channels.txt")
#: *avenue Marceau*, *lycée Jean Oury*, *paquebot Anne Lalo*: they bear a name, and are nobody
NAMESAKES = words("street_nouns.txt") | words("namesake_nouns.txt")
#: how long the number of a channel may be
_DIGITS = 2
#: how many words *à son tour* has
_ADVERBIAL = 3
#: how many letters a last name written in capitals has at least, unlike most acronyms
_SURNAME = 4
#: roman numbers that stand for somebody sooner than for a number
_INITIALS = frozenset("LX")


class NameReader(FullNames):
    """Reads proper names out of one article's tokens."""

    def is_proper(self, k: int) -> bool:
        """Whether the token can begin or be a proper name where it stands."""
        token = self.tokens[k]
        if not token.cap or token.text[-1] in "'’" or (token.flags & w.TITLE and not self.given(k)):
            return False
        if token.text[0] == "@":
            return True
        if ROMAN.fullmatch(token.text) and token.text not in _INITIALS:
            return False  # *acte V*, *chapitre IV*
        closed = token.flags & (CLOSED | w.NOT_NAME)
        if closed and token.low in _PLATFORMS:
            return self._acts(k)
        if k not in self.initial:
            return not closed or (self._next_is_cap(k) and token.low in _ARTICLES)
        if closed:
            return False
        if token.flags & w.PLACE or self.first_name(k):
            return token.low in self.proper or self._names_somebody(k)
        if token.flags & (w.VERB | w.FINITE | w.ROLE | w.GROUP | w.CUE_NOUN):
            return token.upper
        if token.low in self.proper or self._strange_subject(k) or self._presented(k):
            return True
        return self._next_is_cap(k) or token.upper

    def _names_somebody(self, k: int) -> bool:
        """Whether a first name that opens a sentence is one there, unlike *Placide face à la foule, …*."""
        following = self.tokens[k + 1] if k + 1 < len(self.tokens) else None
        return following is None or not following.flags & w.PREP or following.low in ("de", "d'", "à")

    def _strange_subject(self, k: int) -> bool:
        """*Grava estime que…*, *Grava s'agace*: a word that no list holds opens, a verb follows."""
        if self.tokens[k].flags or k + 1 >= len(self.tokens):
            return False
        following, ahead = self.tokens[k + 1], self.tokens[k + 2 : k + 4]
        if following.text == "," and len(ahead) == 2:  # *Sarlec, filiale du port, estime que…*
            body = ahead[0].flags & (w.ORGANISATION | w.ROLE) and not ahead[0].cap
            return bool(body and ahead[1].flags & w.OF)
        return bool(following.flags & w.FINITE) or following.low in _BEFORE_VERB

    def _presented(self, k: int) -> bool:
        """*Zahra, 29 ans, …*, *Zahra, patronne du port, …*: a word that no list holds, then who that is."""
        ahead = self.tokens[k + 1 : k + 4]
        if self.tokens[k].flags or len(ahead) < 3 or ahead[0].text not in (",", "("):
            return False
        if ahead[1].kind == NUMBER:
            return ahead[2].low == "ans"
        if ahead[1].low in STRONG:
            return ahead[2].text == ","  # *Zahra, elle, …*
        single = ahead[1].flags & (w.ROLE | w.ORGANISATION) and not ahead[1].flags & (w.PLURAL | w.ANY_DET)
        return bool(single) and not self.tokens[k].low.endswith(_DESCRIBING)

    def _acts(self, k: int) -> bool:
        """*Google a indiqué*; *sur Google ont paru* and *Google : les nouveautés* tell of the place."""
        before, following = self.tokens[k - 1] if k else None, self.tokens[k + 1 : k + 2]
        placed = before is not None and before.flags & (w.PREP | w.OF | w.ANY_DET)
        return not placed and any(token.flags & w.FINITE for token in following)

    def _next_is_cap(self, k: int) -> bool:
        following = self.tokens[k + 1] if k + 1 < len(self.tokens) else None
        return following is not None and following.cap and not following.flags & (w.NOT_NAME | w.TITLE)

    def name_end(self, i: int) -> int:
        """End of the proper name that begins at token `i`; `i` itself when there is none."""
        tokens = self.tokens
        if not self.is_proper(i):
            return i
        j = i + 1
        if self.determined_acronym(i):
            return j
        limit = min(len(tokens), i + LONGEST)
        while j < limit:
            token = tokens[j]
            if (
                token.cap
                and not _civil(token)
                and not token.flags & w.NOT_NAME
                and token.text[-1] not in "'’"
            ):
                if self._another_begins(i, j) or self.cut_short(i, j) or self.behind_body(i, j):
                    break
                j += 1
            elif (
                token.cap and token.flags & w.NOT_NAME and not token.flags & CLOSED and self.first_name(j - 1)
            ):
                j += 1
            elif self._article_inside(i, j):
                j += 2
            elif token.flags & w.PARTICLE and self._particle_goes_on(i, j):
                j += 2 if self._of_the(i, j) else 1
            elif token.low.startswith(ARABIC) and token.text[token.text.index("-") + 1 :][:1].isupper():
                j += 1  # *Youssef al-Masri*
            else:
                return j + 1 if self._channel(i, j) else j
        return j

    def _channel(self, i: int, j: int) -> bool:
        """*souligne France 3*: a channel is called by its number; not *la France 2 ans plus tard*."""
        number = self.tokens[j]
        named = j == i + 1 and self.tokens[i].low in _CHANNELS and number.kind == NUMBER
        return named and len(number.text) <= _DIGITS and not (i and self.tokens[i - 1].flags & w.ANY_DET)

    def determined_acronym(self, i: int) -> bool:
        """*l'AFP*: an acronym behind an article is a name of its own, whatever capital follows."""
        return i > 0 and self.tokens[i].upper and bool(self.tokens[i - 1].flags & w.DET)

    def past_party(self, i: int, stop: int) -> int | None:
        """Where the name begins in *le député Front marin Paul Roche*, *la députée Modem Léna Morel*.

        The party's capital ends at `i`.
        """
        k = self.party_end(i, stop)
        named = k is not None and k < stop - 1 and self.calls_person(k) and self.tokens[k + 1].cap
        return k if named else None

    def party_end(self, i: int, stop: int) -> int | None:
        """Where the small words end that a party's name has behind its capital, which ends at `i`."""
        tokens = self.tokens
        k = i
        while k < stop and k - i < _PARTY_WORDS and tokens[k].kind == WORD and not tokens[k].cap:
            joined = "en" in (tokens[k].low, tokens[k - 1].low)  # *La Vague en marche*
            if tokens[k].flags & (CLOSED | w.AUX | w.CLITIC | w.VERB | w.FINITE) and not joined:
                return None
            k += 1
        return k

    def _another_begins(self, i: int, j: int) -> bool:
        """*à Paris Léna Morel*: a first name after a place or a body begins a name of its own.

        *France* is a first name too, but not in *France Inter*; *Fondation Jean Oury* is one name. What
        stands free may be a first name that no list holds: *dit Abdou Karim Faye*.
        """
        first = self.tokens[i]
        if (first.low in NAMESAKES and j == i + 1) or self.tokens[j].flags & w.PARTICLE:
            return False  # *Zubran Ben Salem*
        if self.behind_town(i, j):
            return True
        outlet = first.low == "france" and j > i + 1
        if (self.first_name(i) and not outlet) or not self.first_name(j):
            return False
        acronym = first.upper and not self.tokens[j].text.isupper()
        if self.surname_first(i) and self._stands_free(i):
            return False
        more = j + 1 < len(self.tokens) and self.tokens[j + 1].cap and not self._stands_free(i)
        return bool(acronym or more or first.flags & w.PLACE)

    def called_after(self, k: int) -> bool:
        """*rue Jean Oury*, *la frégate Anne Lalo*: whether the name at `k` is that of the noun before it.

        Not *raconte sur place Paul Roche*, *glisse au passage Léna Morel*.
        """
        noun = self.tokens[k - 1] if k else None
        if noun is None or noun.low not in NAMESAKES:
            return False
        if noun.flags & w.FINITE and not (k > 1 and self.tokens[k - 2].flags & w.ANY_DET):
            return False  # *tempête Paul Roche*
        for n in range(max(0, k - _ADVERBIAL), k - 1):
            further = tuple(t.low for t in self.tokens[n + 1 : k])
            if further in self.lexicon.adverbials.get(self.tokens[n].low, ()):
                return False
        return True

    def _stands_free(self, i: int) -> bool:
        """Whether a verb, a role or a sign stands before the token, and no noun that has it for name."""
        if self.tokens[i].flags & w.ANY_DET or not self.tokens[i].text.isalpha():
            return False
        before = self.tokens[i - 1] if i else None
        return before is None or before.kind != WORD or bool(before.flags & (w.FINITE | w.VERB | w.ROLE))

    def surname_first(self, i: int) -> bool:
        """*dit OUEDRAOGO Salif*: capitals, then nothing but first names; *Orive FM*, *l'ONU* are bodies."""
        first, k = self.tokens[i], i + 1
        if not first.upper or len(first.text) < _SURNAME or first.flags & (w.ORGANISATION | w.PLACE):
            return False
        while k < len(self.tokens) and self.tokens[k].cap:
            if self.tokens[k].upper or not self.first_name(k):
                return False
            k += 1
        return k > i + 1

    def _article_inside(self, i: int, j: int) -> bool:
        """*Jeanne La Brune*; *le président de Debout la France*, a body with a small article."""
        tokens = self.tokens
        if tokens[j].cap:
            return tokens[j].low in _ARTICLES and j + 1 < len(tokens) and tokens[j + 1].cap
        if tokens[j].text != "la" or j != i + 1 or j + 1 >= len(tokens) or self.first_name(i):
            return False
        return i > 0 and bool(
            tokens[i - 1].flags & w.OF and tokens[j + 1].cap and tokens[j + 1].flags & w.PLACE
        )

    def _of_the(self, i: int, j: int) -> bool:
        """*Anne de la Roche*, behind a first name alone."""
        if j != i + 1 or j + 1 >= len(self.tokens) or not self.tokens[j].flags & w.OF:
            return False
        article = self.tokens[j + 1]
        return article.low == "la" and not article.cap

    def _particle_goes_on(self, i: int, j: int) -> bool:
        tokens = self.tokens
        k = j
        while k < len(tokens) and k < j + 3 and tokens[k].flags & w.PARTICLE and not tokens[k].cap:
            k += 1
        if k >= len(tokens) or not tokens[k].cap:
            return False
        if not tokens[j].flags & w.OF and tokens[j].low not in ("la", "le"):
            return True
        if not tokens[j].flags & w.OF:  # *Hervé le Goff*
            return j == i + 1 and not tokens[k].flags & w.TITLE and self.first_name(i)
        if tokens[k].flags & (w.PLACE | w.ORGANISATION) or tokens[k].upper > tokens[i].upper:
            return False  # *Bruno Castel de l'OFPM*
        return tokens[i].first_name is not None


def is_toponym(name: str) -> bool:
    """Whether a name in one word is formed like that of a place: *Saint-Malo*, *Vallon-sur-Mer*."""
    return _TOPONYM.match(name) is not None


def _civil(token: Token) -> bool:
    """*M.*, *Mme*, *Dr*: a title that is no name; *Chevalier* may be one."""
    return bool(token.flags & w.TITLE) and (token.text.endswith(".") or token.low in _CIVIL)


_CIVIL = words("civil_titles.txt")
