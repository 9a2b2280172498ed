"""What follows the determiner of a noun phrase, read word by word: its head, its complements, a name."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.noun_complements import AGAINST
from quotes.parsing.noun_heads import NO_HEAD, STOPS, is_participle
from quotes.parsing.noun_names import NamesInside
from quotes.parsing.phrases import SOURCE_NOUNS
from quotes.parsing.tokens import NUMBER, QUOTE, WORD, Token

_TIMES = words("time_nouns.txt")
_PRESS = words("press_nouns.txt")
#: elided words that are no articles
_ELIDED = frozenset({"c'", "j'", "m'", "n'", "qu'", "s'", "t'"})
_SAME = frozenset({"même", "mêmes", "tout", "toute", "très", "plus"})
#: ends what has a head, unless it opens a complement
_ENDS = STOPS | w.PREP | w.ANY_DET | w.CLITIC
_VERBAL = w.INFINITIVE | w.VERB | w.FINITE
_LEADS_ON = w.OF | w.PREP | w.ANY_DET | w.COORD
#: how many tokens away the bracket behind a party closes: *(Les Verts)*
_PARTY = 5
_WITHIN = frozenset({"à", "au", "auprès", "aux", "en", "pour", "chez", "avec", AGAINST})


def opens_body(token: Token) -> bool:
    """Whether a noun phrase may go on with `token` behind its determiner; most often that is so."""
    if token.kind != WORD:
        return token.kind == QUOTE
    return not token.flags & NO_HEAD or bool(token.flags & w.HEAD) or token.cap or token.low in _SAME


class Body(NamesInside):
    """Reads what follows the determiner: adjectives, head noun, complements, a name at the end."""

    __slots__ = ()

    def read(self) -> None:
        tokens, phrase, stop = self.tokens, self.phrase, self.stop
        while self.j < stop:
            token = tokens[self.j]
            if token.cap and token.low in _ELIDED:
                break  # *père au foyer C'est l'un …*: a sentence begins
            if token.kind == WORD and not phrase.name:
                taken = self._marked_word(token) if token.cap or token.flags & w.TITLE else self._word(token)
            elif token.kind == QUOTE:
                taken = self._term(token)
            elif token.text == "(":
                taken = self._party_in_brackets()
            else:
                taken = token.kind == NUMBER and bool(phrase.head) and self._take(1)
            if not taken:
                break
        if self.open:  # a preposition without a complement
            while self.j > self.first and self.tokens[self.j - 1].flags & _LEADS_ON:
                self.j -= 1
        elif self._told_more():
            self.j -= 1
        phrase.j = self.j
        role_end = phrase.name[0] if phrase.name else self.j
        while phrase.name and role_end > self.first and self._civil_title(self.tokens[role_end - 1]):
            role_end -= 1
        if role_end > self.first:
            phrase.role = (self.first, role_end)

    def _told_more(self) -> bool:
        """*les élus reçus par la ministre*, *un élu venu hier*: the participle belongs to what follows."""
        k = self.j - 1
        if k <= self.first or self.phrase.name or self.j >= len(self.tokens):
            return False
        last, following = self.tokens[k], self.tokens[self.j]
        if last.cap or last.low == self.phrase.head or last.flags & (w.HEAD | w.DEMONYM):
            return False
        if last.flags & w.INDEF or not following.flags & (w.PREP | w.ADV | w.TIME):
            return False
        return is_participle(last.low)

    def _paper_with_article(self, token: Token) -> bool:
        """*le quotidien local l'Est morlaisien*: a paper whose article is written small."""
        k = self.j + 1
        if self.phrase.head not in _PRESS or self.phrase.plural or not token.flags & w.DET or k >= self.stop:
            return False
        if not self.tokens[k].cap or self.tokens[k].flags & (w.ROLE | w.TITLE | w.PLACE):
            return False
        return self._take(max(self.reader.name_end(k), k + 1) - self.j)

    def _party_in_brackets(self) -> bool:
        """*le sénateur (MV) Paul Roche*, *la maire (MV) de la ville*: the phrase goes on behind it."""
        if self.phrase.name or self.open or not self.phrase.flags & w.ROLE or self.phrase.plural:
            return False
        close = next(
            (k for k in range(self.j + 2, min(self.j + _PARTY, self.stop)) if self._is(k, ")")), None
        )
        if close is None or close + 2 >= self.stop:
            return False
        if not (self.tokens[self.j + 1].cap or self.tokens[self.j + 1].low.startswith("ex-")):
            return False
        after, further = self.tokens[close + 1], self.tokens[close + 2]
        named = after.cap and (further.cap or further.flags & w.PARTICLE)
        complement = not self.complement and after.flags & w.OF
        return bool(named or complement) and self._take(close + 1 - self.j)

    def _is(self, k: int, text: str) -> bool:
        return self.tokens[k].text == text

    def _marked_word(self, token: Token) -> bool:
        """A word with a capital, or a title."""
        if self.phrase.head in _TIMES and not self.open:
            return False  # *disait la semaine dernière Paul Roche*
        titled = self._civil_title(token)
        if titled and self.phrase.head and self._capital_follows():
            return self._titled_name()
        if token.cap and not token.flags & w.TITLE and not self._capital_role(token):
            return self._capitals()
        return self._word(token)

    def _word(self, token: Token) -> bool:
        flags = token.flags
        if not self.phrase.head:
            if token.low in _SAME:
                return self._take(1)
            if flags & NO_HEAD and not flags & w.HEAD:
                return False
            return self._take(self._set_head(token))
        if self.open:
            return self._after_preposition(flags)
        if flags & w.OF or (token.low in _WITHIN and self._holds_complement(token)):
            return self._preposition()
        if token.low == "bien" and self.phrase.head in SOURCE_NOUNS:
            return self._take(1)  # *plusieurs sources bien informées*
        if flags & _ENDS:
            return self._paper_with_article(token)
        if flags & w.COORD:
            return self._coordination(token)
        if flags & _VERBAL and self._is_verb(token):
            return False
        better = not self.complement and self._better_head(token)
        return self._take(self._set_head(token) if better else 1)
