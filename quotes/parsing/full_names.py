"""First and last names: which capitals are somebody's, by a first name or without one that a list holds."""

from __future__ import annotations

from functools import cached_property

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.tokens import Token
from quotes.parsing.words import lexicon

#: words of the closed classes: never a name by themselves
CLOSED = w.ANY_DET | w.OF | w.PREP | w.QUE | w.SUB | w.REL | w.COORD | w.SUBJECT | w.NEG | w.ADV
#: before whom or where one speaks: *à BFMTV*, *sur Radio Mer*
_TO_WHOM = frozenset({"à", "au", "sur", "chez"})
#: whose office belongs to a place; how far before it the office may stand, in tokens
_LOCAL, _OFFICE = words("local_offices.txt"), 6
#: how many words a full name has
FULL = 2


class FullNames:
    """Tells people's names in one article's tokens.

    `proper` holds the lower-case form of words seen capitalised inside a sentence: it tells a
    name from a common word where a sentence begins.
    """

    def __init__(self, tokens: list[Token], proper: frozenset[str], initial: frozenset[int]) -> None:
        self.tokens = tokens
        self.proper = proper
        self.initial = initial
        self.lexicon = lexicon()

    def first_name(self, k: int) -> bool:
        """Whether the token is written like a known first name."""
        token = self.tokens[k]
        return token.cap and token.first_name is not None

    def given(self, k: int) -> bool:
        """*Cheikh Anta Diop*, *Papa Demba Sow*: a title that is a first name before two more names.

        *le cheikh Anta Diop* has the title, and so has *Cheikh Diop*.
        """
        token, tokens = self.tokens[k], self.tokens
        if not self.first_name(k) or token.upper or k + 2 >= len(tokens):
            return False
        named = all(t.cap and not t.flags & (w.TITLE | CLOSED) for t in tokens[k + 1 : k + 3])
        return named and not (k and tokens[k - 1].flags & w.ANY_DET)

    def calls_person(self, k: int) -> bool:
        """A first name at token `k`, or two capitals that may be a name as well."""
        return self.first_name(k) or self.is_unlisted(k)

    def is_unlisted(self, k: int) -> bool:
        """Whether two capitals that no list knows stand at token `k`: somebody's first and last name."""
        ahead = self.tokens[k : k + FULL]
        return len(ahead) == FULL and all(t.cap and not t.upper and not t.flags & ~w.PARTICLE for t in ahead)

    def last_name_start(self, begin: int, end: int) -> int:
        """Where the full name begins with which the capitals `begin:end` end, particles aside."""
        start = max(end - FULL, begin)
        while start > begin and self.tokens[start].flags & w.PARTICLE:
            start -= 1
        return start

    def tells_who(self, k: int) -> bool:
        """*…, docker à Brest*, *…, un docker*, *…, 45 ans* at token `k`."""
        ahead = self.tokens[k : k + 3]
        if len(ahead) < len((",", "un", "docker")) or ahead[0].text != ",":
            return False
        new = ahead[1].flags & w.INDEF and ahead[2].flags & w.ROLE
        return bool(ahead[1].flags & w.ROLE or new) or ahead[2].low == "ans"

    @cached_property
    def anonymous(self) -> frozenset[tuple[str, str]]:
        """The first names and initials by which the article calls people: *Luc R. nie*."""
        return frozenset(
            (first.low, initial.low)
            for first, initial, after in zip(self.tokens, self.tokens[1:], self.tokens[2:], strict=False)
            if first.first_name is not None and is_initial(initial) and not after.cap
        )

    def cut_short(self, i: int, j: int) -> bool:
        """*a dit Luc R. Léna Morel part*: *Luc R.* is a whole name if the article calls him so elsewhere."""
        initial = self.tokens[j - 1]
        if j != i + 2 or not is_initial(initial) or not self.first_name(j):
            return False
        return (self.tokens[i].low, initial.low) in self.anonymous

    def behind_body(self, i: int, j: int) -> bool:
        """*a dit à Radio Mer Zubran Kelo, docker*: whoever speaks, by a name that no list holds.

        Where what follows tells who that is, the name has the last two words; else it stands behind a body
        or a place.
        """
        tokens = self.tokens
        if not i or tokens[i - 1].low not in _TO_WHOM or j + 2 >= len(tokens):
            return False
        if not self.is_unlisted(j):
            return False
        end = j + 2
        while end + 1 < len(tokens) and (tokens[end].cap or tokens[end].flags & w.PARTICLE):
            end += 1
        if self.tells_who(end):
            return self.last_name_start(i, end) == j
        return ends_body(tokens[j - 1]) and tokens[end].text == "."

    def behind_town(self, i: int, j: int) -> bool:
        """*le maire de Brest Zubran Kelo*: behind the place that an office belongs to, its holder."""
        tokens = self.tokens
        if j != i + 1 or i < 2 or not tokens[i - 1].flags & w.OF or not self.is_unlisted(j):
            return False
        before = tokens[max(0, i - _OFFICE) : i - 1]
        office = any(t.flags & w.ROLE and not t.flags & w.PLURAL for t in before)
        local = any(t.low in _LOCAL for t in before)
        return local or (office and bool(tokens[i].flags & w.PLACE) and tokens[i].low != "france")


def is_initial(token: Token) -> bool:
    """Whether the token is one letter with its full stop: *Luc R.* has one."""
    return len(token.text) == len("R.") and token.cap and token.text[1] == "."


def ends_body(token: Token) -> bool:
    """Whether the token may end the name of a body or a place: *à l'AFP*, *à Radio Mer*, *à Brest*."""
    return token.upper or bool(token.flags & (w.ORGANISATION | w.PLACE))
