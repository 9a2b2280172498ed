"""What stands beside a noun phrase and says more of it: *Léna Morel, maire de Brest*."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.mentions import BEFORE_SOURCES, MentionReader
from quotes.parsing.noun_complements import DEGREES
from quotes.parsing.phrases import HOLD_ARTICLE, NAME, NOUN, PRONOUN, NounPhrase
from quotes.parsing.pronoun_words import STRONG
from quotes.parsing.tokens import NUMBER, QUOTE

#: how many words *le maire* has, which tells nothing of a name: *Paul Roche, le maire …*
_BARE_ROLE = 2
#: *une troisième, Léna, …*
_ONE_OF_SEVERAL = words("one_of_several.txt")
#: before whom or against whom somebody stands, who is named behind the comma
_BEFORE = frozenset({"à", "au", "aux", "devant", "contre", "derrière"})
#: how many words tell who that is
_TOLD = 8
_AMONG = frozenset({"dans", "parmi", "devant", "derrière"})
#: how long a role set before its name may be with all that is told of it, in tokens
_FRONTED = 16
#: what ends it: its name can no longer follow
_ENDS_FRONTED = w.SUBJECT | w.REL | w.QUE | w.SUB
#: about how old somebody is
_DECADES = frozenset(("vingtaine", "trentaine", "quarantaine", "cinquantaine", "soixantaine"))
#: what a politician is called after his party
_PARTIES = words("party_nouns.txt")


class PhraseReader(MentionReader):
    """Reads noun phrases together with the name or role in apposition to them."""

    def with_apposition(self, phrase: NounPhrase, stop: int) -> NounPhrase:
        """`phrase`, with the name or role that stands beside it after a comma, if one does."""
        following = self.tokens[phrase.j].text if phrase.j < stop else None
        if following == ":":
            return self._named_last(phrase, stop)
        if following not in (",", "("):
            return phrase
        if self._emphasis(phrase.j, stop):
            phrase.j += 3  # *La Fédération, elle, menace…*
            return phrase
        comma = self.after_brackets(phrase.j, stop)
        if comma + 1 >= stop or self.tokens[comma].text != "," or not self._takes_apposition(phrase):
            return phrase
        role = self._past_age(comma, stop) if phrase.name else comma
        beside = self._beside(phrase, role, stop)
        if role > comma and beside is not None and (beside.name or not beside.flags & w.ROLE or beside.det):
            return phrase  # *Léna, 45 ans, et le maire*
        if beside is not None and self._belongs(phrase, beside, stop):
            phrase.apposed = beside
            if beside.form == NAME and phrase.form != NAME:
                self._named_and_more(beside, stop)
        return phrase

    def _past_age(self, comma: int, stop: int) -> int:
        """*Léna Morel, 45 ans, infirmière*, *Léna, la trentaine, infirmière*: the comma behind the age."""
        if comma + 4 >= stop or self.tokens[comma + 3].text != ",":
            return comma
        age, what = self.tokens[comma + 1], self.tokens[comma + 2].low
        years = age.kind == NUMBER and what == "ans"
        return comma + 3 if years or (age.low == "la" and what in _DECADES) else comma

    def _named_last(self, phrase: NounPhrase, stop: int) -> NounPhrase:
        """*On écoute la fleuriste : Léna.*: a name behind a colon, with which the sentence ends."""
        k = phrase.j
        role = phrase.flags & w.ROLE and phrase.det and not phrase.plural and not phrase.name
        if role and k + 1 < stop and self.tokens[k + 1].cap:
            beside = self.phrase_at(k + 1, stop)
            ends = beside is not None and beside.j < stop and self.tokens[beside.j].text == "."
            if beside is not None and ends and beside.form == NAME and self._names_person(beside):
                phrase.apposed = beside
        return phrase

    def with_bare_role(self, name: NounPhrase, stop: int) -> NounPhrase:
        """*le départ de Léna Morel, maire de Brest*: a bare role behind a name within a phrase."""
        if name.form == NAME and self.calls_person(name.i):
            self.with_apposition(name, stop)
            beside = name.apposed
            if beside is not None and (beside.det or beside.plural or not beside.flags & w.ROLE):
                name.apposed = None
        return name

    def whose_role(self, role: NounPhrase, stop: int) -> NounPhrase | None:
        """*Maire de Brest depuis 2001, Léna Morel a …*: the name whose role opens the sentence."""
        for k in self._behind_role(role, stop) if self._is_fronted(role) else ():
            name = self.phrase_at(k, stop)
            if name is not None and name.form == NAME and self._is_persons(name):
                last = self.with_apposition(name, stop).apposed or name
                last.apposed = role
                return name
        return None

    def is_told_of_pronoun(self, phrase: NounPhrase, stop: int) -> bool:
        """*Infirmière de formation, elle a …*: what somebody is, and nobody new."""
        return self._is_fronted(phrase) and any(
            self.tokens[k].flags & w.SUBJECT for k in self._behind_role(phrase, stop)
        )

    def _is_fronted(self, phrase: NounPhrase) -> bool:
        """*Maire de Brest*: a bare role that opens its sentence."""
        if phrase.i not in self.initial or phrase.form != NOUN or not phrase.flags & w.ROLE:
            return False
        return not (phrase.det or phrase.plural or phrase.name or phrase.apposed)

    def _behind_role(self, phrase: NounPhrase, stop: int) -> Iterator[int]:
        """Where the subject may stand whose role opens the sentence: behind each comma before the verb."""
        for k in range(phrase.j, min(phrase.j + _FRONTED, stop - 1)):
            token = self.tokens[k]
            if (
                token.kind == QUOTE
                or token.flags & _ENDS_FRONTED
                or (token.flags & w.FINITE and not token.cap)
            ):
                return
            if token.text == ",":
                yield k + 1

    def _is_persons(self, name: NounPhrase) -> bool:
        """*Léna*, *M. Roche*, *Zora Kel*; not *Radio Mer*, nor *Saint-Malo*."""
        i, end = name.name or (name.i, name.j)
        known = self.first_name(i) or name.flags & w.TITLE
        return bool(known) or (end - i > 1 and not name.flags & (w.ORGANISATION | w.PLACE))

    def _takes_apposition(self, phrase: NounPhrase) -> bool:
        """Whether a name or a role may stand beside the phrase: not *il*, *un port*, *sur Radio Mer*."""
        if phrase.apposed:
            return False
        if phrase.form == PRONOUN:
            return phrase.j - phrase.i >= 3
        if phrase.form == NOUN:
            several = phrase.head in _ONE_OF_SEVERAL and phrase.j - phrase.i == _BARE_ROLE
            return bool(several or phrase.flags & (w.HEAD | w.DEMONYM))
        return not self._circumstance_name(phrase)

    def _belongs(self, phrase: NounPhrase, beside: NounPhrase, stop: int) -> bool:
        """Whether what stands behind the comma is said of the phrase, and is no subject of its own."""
        if self._names_person(beside) and (self._takes_no_name(phrase) or self._other_gender(phrase, beside)):
            return False
        if self._comes_in(phrase, beside, stop):
            return False
        closes = self.after_brackets(beside.j, stop)
        if phrase.prep == "chez" and phrase.plural and not beside.plural:
            return False  # *le premier syndicat chez les marins, Mer unie, salue …*
        verb = closes < stop and self._verb_opens(closes, stop) and not self._superlative(closes)
        if verb and not self._one_of_them(phrase, beside):
            return False
        if beside.form == NAME:
            return not phrase.name
        if phrase.name:  # *Léna Morel, avocate*, *la maire Léna Morel, avocate*
            role = beside.form == NOUN and not beside.name
            return role and bool(beside.flags & w.HEAD or beside.det & w.INDEF)
        return self._party_man(phrase, beside, closes, stop)

    def _comes_in(self, phrase: NounPhrase, beside: NounPhrase, stop: int) -> bool:
        """*Face à la juge, Karim Oury, 26 ans, ne dit rien*: the name is the subject, and no judge's."""
        if phrase.prep not in _BEFORE or beside.form != NAME or not self._opens_sentence(phrase):
            return False
        told = beside.j + 1
        if told >= stop or self.tokens[beside.j].text != ",":
            return False
        age = self.tokens[told].kind == NUMBER or self.tokens[told].flags & (w.INDEF | w.ROLE)
        comma = next((k for k in range(told, min(told + _TOLD, stop)) if self.tokens[k].text == ","), stop)
        return bool(age) and self._before_verb(comma + 1, stop)

    def _opens_sentence(self, phrase: NounPhrase) -> bool:
        """*Face au juge*, *Devant le juge*: nothing stands before the preposition but another word."""
        return any(k in self.initial for k in range(max(phrase.i - 2, 0), phrase.i))

    def _verb_opens(self, k: int, stop: int) -> bool:
        """A finite verb or what stands before it; or marks that open with one: *il « a menti »*.

        So with *un élu les invitant à venir*; not with *en montrant le quai*, *le lendemain*.
        """
        token = self.tokens[k]
        if token.kind == QUOTE:
            return bool(token.inner and token.inner[0].flags & (w.FINITE | w.CLITIC | w.NEG))
        object_of_participle = token.flags & w.CLITIC and token.low != "en" and k + 1 < stop
        if object_of_participle and self.tokens[k + 1].low.endswith("ant"):
            return True
        return self._before_verb(k, stop)

    def _superlative(self, k: int) -> bool:
        """*l'un des élus les plus écoutés*: *les* is no pronoun there."""
        return k + 1 < len(self.tokens) and self.tokens[k + 1].low in DEGREES

    def _named_and_more(self, name: NounPhrase, stop: int) -> None:
        """*le porte-parole, Paul Roche, avocat*: a role without determiner behind the name as well."""
        self.with_apposition(name, stop)
        if name.apposed and name.apposed.det:
            name.apposed = None  # *…, Paul Roche, le groupe …*

    def _one_of_them(self, phrase: NounPhrase, beside: NounPhrase) -> bool:
        """*Cédric, l'un des grévistes explique*: the comma behind is missing, and nobody else is meant."""
        if phrase.form != NAME or not self.calls_person(phrase.i) or phrase.prep is not None:
            return False
        if self.tokens[min(beside.i + 1, beside.j - 1)].low in ("un", "une", "des"):
            return bool(beside.det & w.INDEF)
        # *Paul Roche, le chef de file du port avait …*
        alone = phrase.i in self.initial or self.tokens[phrase.i - 1].text == ","
        tells = not beside.det or beside.j - beside.i > _BARE_ROLE
        return alone and tells and bool(beside.flags & w.ROLE)

    def _party_man(self, phrase: NounPhrase, beside: NounPhrase, closes: int, stop: int) -> bool:
        """*le premier ministre, le conservateur Paul Roche, …*: an office, then party or country and name.

        So with a title: *le directeur des secours, le colonel Paul Roche*, *son avocate, maître Oury*.
        """
        closed = closes >= stop or not self.tokens[closes].flags & w.COORD
        single = phrase.form == NOUN and phrase.flags & w.ROLE and not phrase.plural and not phrase.name
        definite = phrase.det or self.tokens[phrase.i - 1].low in HOLD_ARTICLE  # *aux yeux du maire, …*
        if not (beside.name and single and closed and definite) or beside.plural:
            return False
        if beside.head in _PARTIES or beside.flags & w.DEMONYM:
            return bool(beside.det & w.DET)
        bare_or_definite = not beside.det or beside.det & w.DET
        return bool(beside.flags & w.TITLE and bare_or_definite) and not self._list_goes_on(closes, stop)

    def _list_goes_on(self, closes: int, stop: int) -> bool:
        """*le préfet, le colonel Paul Roche, la maire et …*: *et* behind the comma, before any verb."""
        for token in self.tokens[closes:stop]:
            if token.flags & w.COORD:
                return True
            if token.flags & (w.FINITE | w.REL | w.PREP) or token.kind == QUOTE:
                break
        return False

    def _beside(self, phrase: NounPhrase, comma: int, stop: int) -> NounPhrase | None:
        """The phrase behind the comma, unless it is a pronoun."""
        called = (
            self.tokens[comma + 1].flags & w.NAMING_VERB and comma + 2 < stop and self.tokens[comma + 2].cap
        )
        beside = self.phrase_at(comma + (2 if called else 1), stop, bare=True)
        if beside is None or beside.form == PRONOUN or self.tells_since(beside.i):
            return None
        if not called and self._judges(beside, stop):
            return None
        if beside.form == NOUN and beside.name and not beside.det and beside.name[1] - beside.name[0] == 1:
            beside.name = None  # *député LaREM*: a party
        if self._names_body(phrase, beside):
            return self._further(beside, stop) or beside  # *le chef du parti, La Vague, Paul Roche*
        return beside

    def _judges(self, beside: NounPhrase, stop: int) -> bool:
        """*Léna Morel, soutenue par Paul Roche, juge le projet …*: a verb, though *juge* may be a noun."""
        alone = beside.j == beside.i + 1 and beside.j < stop and not beside.name
        verb = self.tokens[beside.i].flags & w.FINITE and not self.tokens[beside.i].cap
        return bool(alone and verb and self.tokens[beside.j].flags & (w.ANY_DET | w.QUE | w.INFINITIVE))

    def _names_body(self, phrase: NounPhrase, beside: NounPhrase) -> bool:
        """*le chef du parti, La Vague*, *le patron du chantier, Oury Marine*: the body's name comes first."""
        if not beside.name or not phrase.flags & w.ROLE:
            return False
        first = beside.name[0]
        if self.tokens[first].flags & w.ANY_DET:
            return True
        body = any(t.flags & w.ORGANISATION for t in self.tokens[phrase.i + 1 : phrase.j])
        return body and not self.calls_person(first)

    @staticmethod
    def _takes_no_name(phrase: NounPhrase) -> bool:
        """*cité par la préfecture, Paul Roche, préfet, …*: a body is not called Paul, nor is a crowd."""
        if phrase.flags & w.GROUP and phrase.prep in _AMONG:
            return True  # *dans la foule, Paul*
        if phrase.flags & w.GROUP and not phrase.flags & w.ROLE and not phrase.plural:
            return True  # *quand il salue la foule, Paul …*
        return bool(phrase.flags & (w.ORGANISATION | w.DOCUMENT) and not phrase.flags & (w.ROLE | w.GROUP))

    @staticmethod
    def _other_gender(phrase: NounPhrase, name: NounPhrase) -> bool:
        """*Dans une lettre à la ministre, Paul Roche demande*; *le ministre* may be a woman."""
        definite = phrase.det & w.DET and not phrase.det & w.INDEF  # *une des figures du port, Paul Roche*
        return bool(definite and phrase.flags & w.ROLE) and phrase.gender == "f" and name.gender == "m"

    def _names_person(self, phrase: NounPhrase) -> bool:
        return phrase.name is not None and self.calls_person(phrase.name[0])

    def _further(self, beside: NounPhrase, stop: int) -> NounPhrase | None:
        """The person's name behind a further comma; the party's may end in small words."""
        k = self.party_end(beside.j, stop)
        k = self.after_brackets(beside.j if k is None else k, stop)
        if k + 1 >= stop or self.tokens[k].text != "," or not self.calls_person(k + 1):
            return None
        return self.phrase_at(k + 1, stop)

    def _circumstance_name(self, phrase: NounPhrase) -> bool:
        """*sur Radio Mer, le ministre…*: a name behind a preposition is a place, not who follows."""
        k = phrase.i - 1
        if k > 0 and self.tokens[k].cap and self.tokens[k].flags & w.ORGANISATION:
            k -= 1
        before = self.tokens[k] if k >= 0 else None
        governed = before is not None and before.flags & (w.PREP | w.OF) and before.low not in BEFORE_SOURCES
        return bool(governed) and not self.calls_person(phrase.i)

    def _emphasis(self, k: int, stop: int) -> bool:
        """*La Fédération, elle, …*: the pronoun after a comma stresses who has just been named."""
        ahead = [t.low for t in self.tokens[k : min(stop, k + 3)]]
        return len(ahead) == 3 and ahead[0] == ahead[2] == "," and ahead[1] in STRONG

    def after_brackets(self, k: int, stop: int) -> int:
        """The token after a short bracket: *François Arizzi (Var), …*."""
        if k < stop and self.tokens[k].text == "(":
            for end in range(k + 1, min(stop, k + 10)):
                if self.tokens[end].text == ")":
                    return end + 1
        return k
