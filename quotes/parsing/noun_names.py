"""The name inside a noun phrase: *la ministre de la Mer Léna Morel*, unlike *le maire de Brest*."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.names import NAMESAKES, ROMAN
from quotes.parsing.noun_complements import DEPARTMENTS, SEATS, Complements
from quotes.parsing.noun_heads import BEFORE_NOUN
from quotes.parsing.things import names_thing
from quotes.parsing.tokens import NUMBER, Token

#: what a politician is called after his party
_PARTIES = words("party_nouns.txt")
#: the surer of the endings that demonyms have, and all of them
_SURE_ENDINGS = ("ois", "oise", "ais", "aise", "ien", "ienne", "éen", "éenne")
_DEMONYM_ENDINGS = (*_SURE_ENDINGS, "ain", "aine", "in", "ine")


class NamesInside(Complements):
    """Tells, in a run of capitals, a person's name from a complement."""

    __slots__ = ()

    def _capitals(self) -> bool:
        phrase = self.phrase
        end = min(max(self.reader.name_end(self.j), self.j + 1), self.stop)
        if self.open and self._called_with_article(end):
            return self._take(self._article_name_end() - self.j)
        if self._party_with_article():
            return self._take(self._past_en(self._article_name_end()) - self.j)
        if phrase.flags & w.ROLE and not self.complement and self.tokens[self.j].low in _PARTIES:
            return self._take(1)  # *le député Vert*
        if self._thing_called(end):
            return self._take(end - self.j)
        several = phrase.flags & w.GROUP and phrase.plural and self._full_name(self.j, end)
        called = phrase.head == "«»" and phrase.det and not phrase.plural  # *le « gilet » Marc Oury*
        inner = self._inner_role()
        person = phrase.flags & w.ROLE or several or called or inner or self._free_singular()
        if phrase.head and not person and not self.open and self._full_name(self.j, end):
            return False
        if self.j > self.first and self.reader.determined_acronym(self.j - 1) and not person:
            return False
        if not phrase.head:
            end = self.j + 1 if self._told_by_origin(end) else end
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

    def _thing_called(self, end: int) -> bool:
        """*le lycée professionnel Jean Oury*, *l'affaire Roche*: a place or thing and its name, nobody's."""
        phrase = self.phrase
        if not phrase.head or self.complement or self.open or phrase.flags & (w.ROLE | w.GROUP):
            return False
        if self.tokens[self.j].low in SEATS:
            return False  # *a souligné la place Beauvau*
        if phrase.head in NAMESAKES:
            return self.tokens[self.j - 1].low != phrase.head or self.reader.called_after(self.j)
        thing = names_thing(phrase.head) and not phrase.flags & (w.HEAD | w.DEMONYM)
        return thing and bool(phrase.det & w.DET) and not self._full_name(self.j, end)

    def _called_with_article(self, end: int) -> bool:
        """*le patron de La Vague Bleue*: a body whose name begins with its article."""
        named = self.tokens[self.j].flags & w.DET and end == self.j + 1 and end < self.stop
        return bool(named) and self.tokens[end].cap

    def _party_with_article(self) -> bool:
        """*un député La Vague en marche*: behind a role, an article with a capital opens a party's name."""
        behind_role = self.phrase.flags & w.ROLE and not self.complement and not self.open
        named = self.tokens[self.j].flags & w.DET and self._capital_follows()
        return bool(behind_role and named and self.phrase.head)

    def _past_en(self, end: int) -> int:
        """Behind what a party's name goes on with: *La Vague en marche*."""
        goes_on = end + 1 < self.stop and self.tokens[end].low == "en" and not self.tokens[end + 1].cap
        return end + 2 if goes_on else end

    def _article_name_end(self) -> int:
        """Where that name ends: before the first name of a person, behind its first word."""
        first = self.j + 1
        end = min(max(self.reader.name_end(first), first + 1), self.stop)
        return next((k for k in range(first + 1, end) if self.tokens[k].first_name is not None), end)

    def _inner_role(self) -> bool:
        """*le patron du parti du président Paul Roche*: the name is the president's."""
        for k in range(self.j - 1, self.first + 1, -1):
            token = self.tokens[k]
            if token.flags & w.ROLE and not token.flags & w.PLURAL and not token.cap:
                while k - 1 > self.first and self.tokens[k - 1].low in BEFORE_NOUN:
                    k -= 1  # *du premier ministre*
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
        return end - i >= 2 and self.tokens[i].first_name is not None and self.tokens[i + 1].kind != NUMBER

    def _proper_head(self, end: int) -> None:
        token = self.tokens[self.j]
        self.phrase.head = token.low
        self.phrase.flags = token.flags
        if self._inhabitant(token, end):
            self.phrase.flags |= w.DEMONYM
        elif not token.flags & (w.ROLE | w.GROUP | w.DEMONYM):
            self.phrase.flags |= w.ORGANISATION

    def _told_by_origin(self, end: int) -> bool:
        """*le Belge Wout Van Hoeck*: a demonym of one, and the name of whoever comes from there."""
        token = self.tokens[self.j]
        known = token.flags & (w.DEMONYM | w.PLACE | w.ORGANISATION) == w.DEMONYM
        return bool(known and self.phrase.det and not self.phrase.plural) and end - self.j > 2

    def _inhabitant(self, token: Token, end: int) -> bool:
        """*la Morlaisienne*, *le Francilien*: one capital behind a small article, formed like a demonym."""
        if not self.first or self.phrase.plural or end != self.j + 1:
            return False
        if token.flags & (w.PLACE | w.ORGANISATION | w.GROUP):
            return False
        opens = self.tokens[self.first - 1].cap  # *Le Morlaisien*, unlike *Le Corbin*
        if opens and self.first - 1 not in self.reader.initial:
            return False
        return token.low.endswith(_SURE_ENDINGS if opens else _DEMONYM_ENDINGS)

    def _name_start(self, i: int, end: int) -> int | None:
        """Where, in a run of capitals, the person's name begins; None when it is all complement."""
        named_by = self.phrase.flags & (w.ROLE | w.GROUP | w.TITLE) or (
            self._free_singular() and not self.open and self._full_name(i, end)
        )
        if self.complement and not named_by:
            return None
        if self.tokens[i].flags & w.ANY_DET:  # *le député Les Républicains*: a party
            return None
        if self.tokens[i].flags & w.PLACE and ROMAN.fullmatch(self.tokens[end - 1].text):
            return None  # *sociologue à l'université Paris I*
        if self.open and end - i > 2 and self.tokens[i + 1].low == "la":  # *de Debout la France*
            return i + 3 if end - i > 4 else None
        given = self._given_name(max(i + (1 if self.open else 0), self._past_namesake(i, end)), end)
        if given is not None:
            return given
        if self.complement and self.phrase.plural and not self._rank(i):
            return None  # *les marchands du souk El Had*
        if self._past_namesake(i, end) > i or self._is_bodys(i, end):
            return None
        if self.open and end - i > 1 and self.tokens[i].low in DEPARTMENTS:
            return i + 1  # *la ministre de la Mer Morel*
        if self.open:
            return i + 1 if end - i >= 3 and self.tokens[i].first_name is None else None
        if self.complement and end - i < 2:
            return i if self._rank(i) or self.tokens[i - 1].low in DEPARTMENTS else None
        acronym = sum(map(str.isupper, self.tokens[i].text)) >= min(3, len(self.tokens[i].text)) > 1
        if acronym and end - i == 1:
            return None
        return i + 1 if acronym and end - i > 2 else i

    def _given_name(self, i: int, end: int) -> int | None:
        """The first name among the capitals `i:end`; *le maire DIABAGATE Salif* has the last name first."""
        if not self.complement and self.reader.surname_first(i):
            return i
        return next((k for k in range(i, end - 1) if self.tokens[k].first_name is not None), None)

    def _past_namesake(self, i: int, end: int) -> int:
        """*la directrice de la fondation Jean Oury*: behind the name of a house; `i` where none stands."""
        k = i if self.tokens[i].low in NAMESAKES else i - 1
        named = self.tokens[k].low in NAMESAKES and k + 2 < end and self.tokens[k + 1].first_name is not None
        return k + 3 if named and self.complement else i

    def _is_bodys(self, i: int, end: int) -> bool:
        """*le directeur de la compagnie Vague Bleue, Paul Roche*: the capitals are the body's."""
        body = self.complement and self.tokens[i - 1].flags & w.ORGANISATION
        return bool(body) and self._named_behind(end)

    def _named_behind(self, end: int) -> bool:
        """Whether a comma and a first name stand behind the capitals that end at `end`."""
        return (
            end + 1 < len(self.tokens) and self.tokens[end].text == "," and self.reader.calls_person(end + 1)
        )

    def _rank(self, i: int) -> bool:
        """*le capitaine de frégate Samuel*, unlike *la gérante de la boutique Paul*."""
        first_name = self.tokens[i].first_name is not None
        bare = self.tokens[i - 2].low in ("de", "d'") and not self.tokens[i].flags & w.PLACE
        return first_name and bare and not self.tokens[i - 1].cap

    def _capital_follows(self) -> bool:
        return self.j + 1 < self.stop and self.tokens[self.j + 1].cap

    def _titled_name(self) -> bool:
        end = min(max(self.reader.name_end(self.j + 1), self.j + 2), self.stop)
        another = self.phrase.flags & w.HEAD or self.phrase.det & w.INDEF  # *un proche de M. Roche*
        if not (self.open and another):  # *l'avis de M. Roche* is his
            self.phrase.name = (self.j + 1, end)
        return self._take(end - self.j)

    @staticmethod
    def _civil_title(token: Token) -> bool:
        return bool(token.flags & w.TITLE) and not token.flags & w.ROLE
