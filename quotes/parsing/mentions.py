"""Noun phrases that can name a source: names, titled names, roles, groups, pronouns."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.names import NameReader
from quotes.parsing.noun_body import Body, opens_body
from quotes.parsing.noun_heads import QUANTITIES, is_participle
from quotes.parsing.phrases import LONGEST, NAME, NOUN, PRONOUN, NounPhrase
from quotes.parsing.pronouns import pronoun_at
from quotes.parsing.things import names_thing
from quotes.parsing.tokens import NUMBER, QUOTE, WORD, Token

BEFORE_SOURCES = frozenset({"selon", "pour", "par"})
#: *certains d'entre eux*
_AMONG_THEM = (["entre", "eux"], ["entre", "elles"])
_ONE = frozenset({"un", "une"})
_SOMEBODY = frozenset({"quelqu'un", "quelqu'une"})
_GENDERS = {
    **dict.fromkeys(("le", "un", "ce", "cet", "son", "du", "au", "certains", "aucun"), "m"),
    **dict.fromkeys(("la", "une", "cette", "sa", "certaines", "aucune"), "f"),
}
#: adjectives that tell the gender of a noun that does not: *l'ancien ministre*
_TELLING = {"ancien": "m", "ancienne": "f", "actuel": "m", "actuelle": "f"}
_PLURAL = words("plural_determiners.txt")
_COLOURS = words("colours.txt")
_PEOPLE = w.ROLE | w.GROUP | w.ORGANISATION
#: determiners that stand alone as well: *certains affirment*
_SOME = words("some.txt") | {"autres"}
_NUMERALS = words("small_numbers.tsv")
#: after these *le* is a pronoun: *il ne le verra pas*, *on me le dit*
_BEFORE_OBJECT = frozenset(
    {"ne", "n'", "me", "m'", "te", "t'", "se", "s'", "il", "elle", "ils", "elles", "on"}
)
#: behind a participle, since when it is so or who made it so
_SINCE = frozenset({"depuis", "en", "par"})
#: how somebody is, or the State
_CONDITION = "état"
#: what makes a number an ordinal
_ORDINALS = frozenset({"er", "ère", "e", "ème", "nd", "nde"})
MANY = words("many_adjectives.txt")


class MentionReader(NameReader):
    """Reads noun phrases out of one article's tokens.

    `proper` holds the lower-case form of words seen capitalised inside a sentence: it tells a
    name from a common word where a sentence begins.
    """

    def phrase_at(self, i: int, stop: int, *, bare: bool = False) -> NounPhrase | None:
        """The noun phrase that begins at token `i` and ends before `stop`, or None."""
        if i >= stop:
            return None
        token = self.tokens[i]
        # two words of three begin nothing: asking at once halves the time of reading phrases
        if not (token.opens or (bare and token.kind == WORD)):
            return None
        if stop > i + LONGEST:
            stop = i + LONGEST
        return (
            (pronoun_at(self.tokens, i, stop) if token.pronoun else None)
            or (self._titled(i, stop) if token.flags & w.TITLE else None)
            or (self._name(i, stop) if token.cap else None)
            or self._noun(i, stop, bare=bare)
        )

    def _titled(self, i: int, stop: int) -> NounPhrase | None:
        token = self.tokens[i]
        if not token.flags & w.TITLE or token.flags & w.ROLE or i + 1 >= stop or self.given(i):
            return None
        j = i + 1
        while j < stop and self.tokens[j].flags & w.TITLE and not self.given(j):
            j += 1
        start = self._past_particles(j, stop)
        if start >= stop or not self.tokens[start].cap:
            return None
        if start > j and self.tokens[start].flags & (w.ROLE | w.TITLE):
            return None  # *M. le Président*
        end = min(max(self.name_end(start), start + 1), stop)
        gender = self.lexicon.genders.get(token.low)
        plural = bool(token.flags & w.PLURAL)
        return NounPhrase(
            i, end, NAME, token.low, flags=w.TITLE, gender=_known(gender), plural=plural, name=(j, end)
        )

    def _past_particles(self, i: int, stop: int) -> int:
        """Where the capital of a name stands that begins at `i`: *M. de Roche*, *Mme van der Lalo*."""
        j = i
        while j < stop and self.tokens[j].flags & w.PARTICLE and not self.tokens[j].cap:
            j += 1
        return j

    def _name(self, i: int, stop: int) -> NounPhrase | None:
        end = min(self.name_end(i), stop)
        if end == i or self._named_by_colour(i, end, stop):
            return None
        if self.called_after(i):
            return NounPhrase(i, end, NOUN, self.tokens[i - 1].low)
        token = self.tokens[i]
        gender = token.first_name
        name = i, end
        if end + 1 < stop and self.tokens[end].kind == NUMBER and self.tokens[end + 1].low == "ans":
            end += 2  # *Claudie 56 ans, saisonnière, …*
        return NounPhrase(i, end, NAME, token.low, flags=token.flags, gender=_known(gender), name=name)

    def _named_by_colour(self, i: int, end: int, stop: int) -> bool:
        """*Bonnets rouges : le tribunal tranche*: many, and nobody's last name."""
        plural = end == i + 1 and self.tokens[i].low.endswith(("s", "x")) and not self.first_name(i)
        return plural and end < stop and self.tokens[end].text in _COLOURS

    def _noun(self, i: int, stop: int, *, bare: bool) -> NounPhrase | None:
        tokens = self.tokens
        if tokens[i].low in _SOMEBODY:
            return NounPhrase(i, i + 1, NOUN, tokens[i].low, w.ROLE, None, det=w.INDEF, role=(i, i + 1))
        j, det, gender, plural = self._determiners(i, stop)
        pair = self.pair_at(i, stop) if j == i else None
        if pair is not None and self._before_verb(pair.j, stop):
            return pair
        if j == i and not bare and not self._stands_bare(i):
            return None
        if j >= stop or (j == i + 1 and self._object_of(i)) or (det & w.INDEF and self._goes_on_age(i)):
            return None
        among = plural and tokens[j].low == "d'"
        if j > i and (among or tokens[j].flags & w.TITLE or tokens[j - 1].low in _SOME):
            short = self._without_noun(i, j, det, gender, plural=plural, stop=stop)
            if short is not None:
                return short
        if not opens_body(tokens[j]):
            return None
        phrase = NounPhrase(i, j, NOUN, "", 0, gender, plural, det)
        Body(self, phrase, j, stop).read()
        if phrase.j == j or not phrase.head:
            return None
        if phrase.gender is None:
            phrase.gender = _known(self.lexicon.genders.get(phrase.head)) or _TELLING.get(tokens[j].low)
        self._tell_state(phrase)
        self._label_and_name(phrase, stop)
        if phrase.flags & w.PLURAL and not det & (w.DET | w.INDEF | w.DEM | w.POSS):
            phrase.plural = True
        return phrase

    def _without_noun(
        self, i: int, j: int, det: int, gender: str | None, *, plural: bool, stop: int
    ) -> NounPhrase | None:
        """What is no noun behind the determiners `i:j`: *certains d'entre eux*, *d'autres*, *le Dr Roche*."""
        tokens = self.tokens
        if plural and tokens[j].low == "d'":
            them = [t.low for t in tokens[j + 1 : min(j + 3, stop)]]
            if them in _AMONG_THEM:
                gender = "m" if them[1] == "eux" else "f"
                return NounPhrase(i, j + 3, PRONOUN, "ils", gender=gender, plural=True)
        if tokens[j - 1].low in _SOME and (_stands_alone(tokens[j]) or self._somewhere(j)):
            return NounPhrase(i, j, NOUN, tokens[i].low, w.GROUP, gender, True, det, role=(i, j))
        titled = self._titled(j, stop) if not plural and tokens[j].flags & w.TITLE else None
        if titled is None or not tokens[j + 1].cap:  # *la famille d'Anne*
            return None
        titled.i, titled.det, titled.gender = i, det, titled.gender or gender
        return titled

    def _somewhere(self, j: int) -> bool:
        """*disent certains à Brest*; not *nous étions trois à demander*."""
        some, after = self.tokens[j - 1], self.tokens[j]
        where = after.flags & w.PREP and not after.flags & w.OF
        return bool(where) and some.low not in _NUMERALS

    def _tell_state(self, phrase: NounPhrase) -> None:
        """*l'État*, even without its capital, may speak; *son état*, *l'état du quai* does not."""
        if phrase.head != _CONDITION or (phrase.j - phrase.i == 2 and phrase.det & w.DET):
            return
        if not any(t.low == _CONDITION and t.cap for t in self.tokens[phrase.i : phrase.j]):
            phrase.flags &= ~(w.HEAD | w.ORGANISATION)

    def _goes_on_age(self, i: int) -> bool:
        """*Léna, 45 ans et deux enfants*: what somebody has, and nobody else."""
        return i > 1 and bool(self.tokens[i - 1].flags & w.COORD) and self.tokens[i - 2].low == "ans"

    def _object_of(self, i: int) -> bool:
        """*la semaine qui le verra partir*, *ceux qui leur viennent en aide*: a pronoun and its verb."""
        tokens = self.tokens
        if not tokens[i].flags & w.CLITIC or not i or not tokens[i + 1].flags & w.FINITE:
            return False
        before, verb = tokens[i - 1], tokens[i + 1]
        if before.cap and verb.flags & w.VERB and not verb.flags & (w.HEAD | w.CUE_NOUN):
            return not names_thing(verb.low)  # *Léna Morel le répète*
        if before.low == "qui":
            return i < 2 or not tokens[i - 2].flags & (w.PREP | w.OF)  # *à qui la note a plu*
        return before.low in _BEFORE_OBJECT

    def _label_and_name(self, phrase: NounPhrase, stop: int) -> None:
        """*la Verte Léna Morel*: a word with a capital, then the full name of the person it is said of."""
        k = phrase.j
        if k - phrase.i != 2 or k + 1 >= stop or phrase.plural or not phrase.det & w.DET:
            return
        label, before = self.tokens[k - 1], self.tokens[phrase.i - 1] if phrase.i else None
        place = before is not None and before.flags & (w.PREP | w.OF) and before.low not in BEFORE_SOURCES
        own = (
            not place
            and label.cap
            and not label.upper
            and not label.flags & (w.PLACE | w.ORGANISATION | w.HEAD)
        )
        if own and self.calls_person(k) and self.tokens[k + 1].cap:
            phrase.j = min(self.name_end(k), stop)
            phrase.name, phrase.gender = (k, phrase.j), _known(self.tokens[k].first_name)

    def _before_verb(self, k: int, stop: int) -> bool:
        """Whether a finite verb, or the small pronouns before it, stand at token `k`."""
        while k < stop and self.tokens[k].flags & (w.CLITIC | w.NEG):
            k += 1
        return k < stop and bool(self.tokens[k].flags & w.FINITE)

    def pair_at(self, i: int, stop: int) -> NounPhrase | None:
        """*Élus et riverains*: two nouns without determiner, governed by nothing, or None."""
        tokens = self.tokens
        if i + 2 >= stop or tokens[i + 1].low != "et":
            return None
        people = all(tokens[n].flags & _PEOPLE for n in (i, i + 2))
        governed = i and tokens[i - 1].flags & (w.PREP | w.OF | w.ANY_DET)
        if governed or not people:
            return None
        return NounPhrase(i, i + 3, NOUN, tokens[i].low, w.GROUP, plural=True)

    def _stands_bare(self, i: int) -> bool:
        """A noun without determiner that still opens a phrase: a role or a group at a clause's edge."""
        token = self.tokens[i]
        if token.kind == QUOTE:
            return False
        previous = self.tokens[i - 1] if i else None
        edge = i in self.initial or previous is None or previous.text in (",", "–", "—", "-", "(")
        counts = token.low in QUANTITIES and i + 1 < len(self.tokens) and self.tokens[i + 1].flags & w.OF
        noun = counts or (token.flags & w.HEAD and token.low != "personne")  # *personne ne croit*
        noun = noun and not self.tells_since(i)
        return edge and bool(noun) and not token.flags & (w.FINITE | w.VERB | w.ANY_DET | w.PREP)

    def tells_since(self, i: int) -> bool:
        """*Léna Morel, élue depuis 2014*: a participle, though *élue* may be a noun."""
        beside = self.tokens[i + 1].low if i + 1 < len(self.tokens) else ""
        return beside in _SINCE and is_participle(self.tokens[i].low)

    def _determiners(self, i: int, stop: int) -> tuple[int, int, str | None, bool]:
        """Where the determiners that begin at token `i` end; their classes, gender and number."""
        tokens = self.tokens
        j, det, gender, plural = i, 0, None, False
        while j < stop:
            token = tokens[j]
            classes = token.flags & w.ANY_DET
            if classes:
                low = token.low
                of_several = self._of_several(j + 1, stop) if low in _ONE or low in _SOME else None
                if of_several is not None and low in _ONE:
                    return of_several, det | w.INDEF, "m" if low == "un" else "f", False
                if of_several is not None:
                    return of_several, det | w.INDEF, gender, True
                gender = _GENDERS.get(low, gender)
                plural = plural or low in _PLURAL
                det |= classes
            elif token.low in _ORDINALS and j > i and tokens[j - 1].kind == NUMBER:
                pass  # *le 1er juin*
            elif token.kind == NUMBER:
                if j + 1 < stop and tokens[j + 1].flags & w.ANY_DET:
                    break  # *en 2016 l'artiste*
                plural, det = True, det | w.INDEF
            elif token.flags & w.OF and self.counts_many(j, stop):
                j, plural, det = j + 1, True, det | w.INDEF
            else:
                break
            j += 1
        return j, det, gender, plural

    def _of_several(self, k: int, stop: int) -> int | None:
        """*l'un des élus*, *un de ses proches*, *plusieurs de ces élus*: where the determiner at `k` ends."""
        tokens = self.tokens
        if k < stop and tokens[k].low == "des":
            return k + 1
        of = k + 1 < stop and tokens[k].low == "de" and tokens[k + 1].low in _PLURAL
        return k + 2 if of and tokens[k + 1].flags & (w.POSS | w.DEM) else None

    def counts_many(self, k: int, stop: int) -> bool:
        """Whether *de* at token `k` is no preposition but opens *de nombreux élus*, *d'autres*."""
        if not self.tokens[k].flags & w.OF or k + 1 >= stop:
            return False
        return self.tokens[k + 1].low in MANY


def _stands_alone(after: Token) -> bool:
    """*certains affirment*, *d'autres estimant que…*: no noun follows."""
    if after.flags & (w.FINITE | w.NEG | w.CLITIC) or after.text in (".", ","):
        return True
    return after.low.endswith("ant") and not after.flags & w.HEAD


def _known(gender: str | None) -> str | None:
    return gender if gender in ("m", "f") else None
