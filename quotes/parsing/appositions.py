"""What stands beside a noun phrase and says more of it: *Léna Morel, maire de Brest*."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.mentions import BEFORE_SOURCES, MentionReader
from quotes.parsing.noun_complements import DEGREES
from quotes.parsing.phrases import NAME, NOUN, PRONOUN, NounPhrase
from quotes.parsing.pronoun_words import STRONG
from quotes.parsing.tokens import QUOTE, Token

#: how many words *le maire* has, which tells nothing of a name: *Paul Roche, le maire …*
_BARE_ROLE = 2
_AMONG = frozenset({"dans", "parmi", "devant", "derrière"})
#: what a politician is called after his party
_PARTIES = words("party_nouns.txt")


class PhraseReader(MentionReader):
    """Reads noun phrases together with the name or role in apposition to them."""

    def with_apposition(self, phrase: NounPhrase, stop: int) -> NounPhrase:
        """`phrase`, with the name or role that stands beside it after a comma, if one does."""
        if phrase.j >= stop or self.tokens[phrase.j].text not in (",", "("):
            return phrase
        if self._emphasis(phrase.j, stop):
            phrase.j += 3  # *La Fédération, elle, menace…*
            return phrase
        comma = self.after_brackets(phrase.j, stop)
        if comma + 1 >= stop or self.tokens[comma].text != "," or not self._takes_apposition(phrase):
            return phrase
        beside = self._beside(phrase, comma, stop)
        if beside is not None and self._belongs(phrase, beside, stop):
            phrase.apposed = beside
            if beside.form == NAME and phrase.form != NAME:
                self._named_and_more(beside, stop)
        return phrase

    def with_bare_role(self, name: NounPhrase, stop: int) -> NounPhrase:
        """*le départ de Léna Morel, maire de Brest*: a bare role behind a name within a phrase."""
        if name.form == NAME and self.first_name(name.i):
            self.with_apposition(name, stop)
            beside = name.apposed
            if beside is not None and (beside.det or beside.plural or not beside.flags & w.ROLE):
                name.apposed = None
        return name

    def _takes_apposition(self, phrase: NounPhrase) -> bool:
        """Whether a name or a role may stand beside the phrase: not *il*, *un port*, *sur Radio Mer*."""
        if phrase.apposed:
            return False
        if phrase.form == PRONOUN:
            return phrase.j - phrase.i >= 3
        if phrase.form == NOUN:
            return not phrase.name and bool(phrase.flags & (w.HEAD | w.DEMONYM))
        return not self._circumstance_name(phrase)

    def _belongs(self, phrase: NounPhrase, beside: NounPhrase, stop: int) -> bool:
        """Whether what stands behind the comma is said of the phrase, and is no subject of its own."""
        if self._takes_no_name(phrase) and self._names_person(beside):
            return False
        closes = self.after_brackets(beside.j, stop)
        if phrase.prep == "chez" and phrase.plural and not beside.plural:
            return False  # *le premier syndicat chez les marins, Mer unie, salue …*
        verb = closes < stop and self._verb_opens(self.tokens[closes]) and not self._superlative(closes)
        if verb and not self._one_of_them(phrase, beside):
            return False
        if beside.form == NAME:
            return phrase.form != NAME
        if phrase.form == NAME:
            role = beside.form == NOUN and not beside.name
            return role and bool(beside.flags & w.HEAD or beside.det & w.INDEF)
        return self._party_man(phrase, beside, closes, stop)

    @staticmethod
    def _verb_opens(token: Token) -> bool:
        """A finite verb or what stands before it; or marks that open with one: *il « a menti »*."""
        first = token.inner[0] if token.kind == QUOTE and token.inner else token
        return bool(first.flags & (w.FINITE | w.CLITIC | w.NEG))

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
        if phrase.form != NAME or not self.first_name(phrase.i) or phrase.prep is not None:
            return False
        if self.tokens[min(beside.i + 1, beside.j - 1)].low in ("un", "une", "des"):
            return bool(beside.det & w.INDEF)
        # *Paul Roche, le chef de file du port avait …*
        alone = phrase.i in self.initial or self.tokens[phrase.i - 1].text == ","
        tells = not beside.det or beside.j - beside.i > _BARE_ROLE
        return alone and tells and bool(beside.flags & w.ROLE)

    def _party_man(self, phrase: NounPhrase, beside: NounPhrase, closes: int, stop: int) -> bool:
        """*le premier ministre, le conservateur Paul Roche, …*: an office, then party or country and name."""
        closed = closes >= stop or self.tokens[closes].text in (",", ".")
        single = phrase.form == NOUN and phrase.flags & w.ROLE and not phrase.plural and not phrase.name
        label = beside.head in _PARTIES or beside.flags & w.DEMONYM
        named = beside.name and label and beside.det & w.DET and not beside.plural
        return bool(single and named and closed and phrase.det)

    def _beside(self, phrase: NounPhrase, comma: int, stop: int) -> NounPhrase | None:
        """The phrase behind the comma, unless it is a pronoun."""
        called = (
            self.tokens[comma + 1].flags & w.NAMING_VERB and comma + 2 < stop and self.tokens[comma + 2].cap
        )
        beside = self.phrase_at(comma + (2 if called else 1), stop, bare=True)
        if beside is None or beside.form == PRONOUN:
            return None
        if beside.form == NOUN and beside.name and not beside.det and beside.name[1] - beside.name[0] == 1:
            beside.name = None  # *député LaREM*: a party
        if beside.name and self.tokens[beside.name[0]].flags & w.ANY_DET and phrase.flags & w.ROLE:
            return self._further(beside, stop) or beside  # *le chef du parti, La Vague, Paul Roche*
        return beside

    @staticmethod
    def _takes_no_name(phrase: NounPhrase) -> bool:
        """*cité par la préfecture, Paul Roche, préfet, …*: a body is not called Paul, nor is a crowd."""
        if phrase.flags & w.GROUP and phrase.prep in _AMONG:
            return True  # *dans la foule, Paul*
        return bool(phrase.flags & (w.ORGANISATION | w.DOCUMENT) and not phrase.flags & (w.ROLE | w.GROUP))

    def _names_person(self, phrase: NounPhrase) -> bool:
        return phrase.name is not None and self.first_name(phrase.name[0])

    def _further(self, beside: NounPhrase, stop: int) -> NounPhrase | None:
        """The person's name behind a further comma."""
        k = self.after_brackets(beside.j, stop)
        if k + 1 >= stop or self.tokens[k].text != "," or not self.first_name(k + 1):
            return None
        return self.phrase_at(k + 1, stop)

    def _circumstance_name(self, phrase: NounPhrase) -> bool:
        """*sur Radio Mer, le ministre…*: a name behind a preposition is a place, not who follows."""
        k = phrase.i - 1
        if k > 0 and self.tokens[k].cap and self.tokens[k].flags & w.ORGANISATION:
            k -= 1
        before = self.tokens[k] if k >= 0 else None
        governed = before is not None and before.flags & (w.PREP | w.OF) and before.low not in BEFORE_SOURCES
        return bool(governed) and not self.first_name(phrase.i)

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
