"""What stands before the marks and rules them: words that name, what they complete, the head of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter

from quotes.lexicon import rows, words
from quotes.parsing import words as w
from quotes.parsing.clause import Clause
from quotes.parsing.phrases import NAME_SOURCES, PRONOUN
from quotes.parsing.subject_behind import marked_name
from quotes.parsing.things import names_thing
from quotes.parsing.tokens import NUMBER, QUOTE, WORD, Token
from quotes.parsing.words import plural

_SHOWN = words("display_nouns.txt") | words("slogan_nouns.txt")
#: endings of participles that name, and of *alias*
_GIVEN = ("é", "ée", "és", "ées", "dit", "dits", "dite", "dites", "alias")
#: what may stand between such a word and the marks, with an adjective or an adverb, and how many
_LEADING_WORDS = 3
_LEADING = frozenset({"de", "d'", ":", "comme"})
#: what may stand between a conjunction and the next of a list, or between a noun and its complement
_LINKS = w.ANY_DET | w.OF | w.PREP
#: what may stand between the marks and the word that rules them
_SMALL = _LINKS | w.ADV | w.NEG
#: what stands before *dit* when it is the verb of somebody, be it an auxiliary
_BEFORE_SAYING = w.AUX | w.SUBJECT | w.CLITIC | w.NEG | w.ADV | w.REL | w.ROLE | w.GROUP | w.TITLE | w.DEMONYM
_VERBS = w.FINITE | w.INFINITIVE | w.VERB
_NO_NOUN = _SMALL | _VERBS | w.AUX | w.QUE | w.SUB | w.REL | w.COORD | w.SUBJECT | w.CLITIC
#: how many words stand beside a noun as one does
_BESIDE = 3
_JOINING = frozenset({"et", "ou", "ni", "puis", "voire", "&"})
_PARTING = frozenset({",", ";", "/"})
#: how many members of a list are walked back over
_MEMBERS = 12
#: how many links stand before one of them: *et de la*
_MOST_LINKS = 2
#: how many small words stand between the marks and the word that rules them
_SMALL_WORDS = 3
#: how far before the marks a word that names may stand, in tokens
_NEAR = 6
#: how far a verb may
_VERB_REACH = 8
#: what a word that may be a verb is far more often: *la*, *entre*
_NO_VERB = w.ANY_DET | w.PREP
_LOW = attrgetter("low")
_LAST_OF_SOURCES = frozenset(source.rpartition("'")[2] for source in NAME_SOURCES)


@cache
def _naming() -> tuple[frozenset[str], frozenset[tuple[str, ...]], frozenset[str]]:
    """Verbs that name, phrases that do by their words, and nouns that have names, plurals included."""
    verbs, phrases, nouns = set(), set(), set()
    for entry, kind in rows("naming_cues.txt"):
        parts = tuple(entry.lower().replace("'", "' ").split())
        if len(parts) > 1:
            phrases.add(parts)
        elif kind == "verb":
            verbs.add(entry)
        else:
            nouns |= {entry.lower(), plural(entry.lower())}
    return frozenset(verbs), frozenset(phrases), frozenset(nouns)


@cache
def _phrase_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(phrase) for phrase in _naming()[1]}))


def naming(tokens: Sequence[Token], start: int, position: int) -> Iterator[str]:
    """How the words before `position` say that a name follows: *baptisé*, *sous le nom de*, *la chanson*."""
    verbs, phrases, nouns = _naming()
    last = position - 1
    if last < start:
        return
    near = range(max(start, position - _NEAR), position)
    lows = [tokens[k].low for k in near]
    if lows[-1] == ":" and _names_before_colon(lows[:-1]):  # *placée sous le thème : « … »*
        near, last = near[:-1], last - 1
        lows.pop()
    if "dit" in lows:
        lows = ["" if says(tokens, start, k) else low for k, low in zip(near, lows, strict=True)]
    if lows[-1] in verbs:
        yield "named:verb"
        yield f"named:{lows[-1]}"
        if lows[-1].endswith(_GIVEN) and not tokens[last - 1].flags & w.AUX:
            yield "named:given"
    elif not verbs.isdisjoint(lows):
        yield "named:near"
    whole = ["de" if low == "d'" else low for low in lows]
    if not phrases.isdisjoint(tuple(whole[-size:]) for size in _phrase_lengths()):
        yield "named:phrase"
        yield "named:given"
    if lows[-1] in nouns:
        yield "named:noun"
    elif lows[-1] == ",":
        if not nouns.isdisjoint(lows):
            yield "named:noun-and-comma"
    elif tokens[last].kind == WORD:  # *la page Facebook*, *une campagne publicitaire*
        yield from (f"named:noun-{n}" for n in (2, 3) if len(lows) >= n and lows[-n] in nouns)


def _names_before_colon(lows: Sequence[str]) -> bool:
    """Whether the words say by themselves that what the colon leads to is a name, and nobody's words."""
    whole = ["de" if low == "d'" else low for low in lows]
    return any(tuple(whole[-size:]) in _naming()[1] for size in _phrase_lengths())


def naming_words(tokens: Sequence[Token], start: int, i: int, j: int) -> list[Token]:
    """The tokens `i:j` of the sentence that begins at `start`, without verbs of saying."""
    near = tokens[i:j]
    if "dit" not in map(_LOW, near):
        return list(near)
    return [t for k, t in enumerate(near, i) if not says(tokens, start, k)]


def says(tokens: Sequence[Token], start: int, k: int) -> bool:
    """*a dit*, *le maire dit*; while *l'incident dit « de la cale »* and *Roy, dit « le Bosco »,* name."""
    if tokens[k].low != "dit":
        return False
    before = tokens[k - 1]
    inner = tokens[k + 1].inner if k + 1 < len(tokens) else None
    if inner and inner[0].flags & w.INFINITIVE and not inner[0].cap:
        return True  # *le club dit « prendre acte »*
    if before.text == "," and k - 2 >= start and tokens[k - 2].cap and tokens[k + 1].kind == QUOTE:
        return False
    return k == start or before.kind != WORD or before.cap or bool(before.flags & _BEFORE_SAYING)


def shown(tokens: Sequence[Token], start: int, position: int) -> bool:
    """Whether the words are there for all to read or to hear: *l'inscription « … »*, *un cri : « … »*."""
    k = position - 1
    while k > start and position - k <= _LEADING_WORDS and _leads(tokens[k]):
        k -= 1
    return k >= start and tokens[k].low in _SHOWN


def _leads(token: Token) -> bool:
    """*un cri de ralliement*, *un slogan simple :*, *aux cris notamment de*."""
    plain = token.kind == WORD and not token.flags and not token.cap
    return (plain and token.low not in _SHOWN) or token.low in _LEADING or bool(token.flags & w.ADV)


def names_source(tokens: Sequence[Token], k: int, stop: int) -> bool:
    """*selon « Le Courrier »*: whether marks at token `k` hold the name of a source."""
    if not k or tokens[k - 1].low not in _LAST_OF_SOURCES:
        return False
    before = "".join(t.low for t in tokens[max(0, k - 2) : k])
    if not before.endswith(tuple(NAME_SOURCES)) or not marked_name(tokens, k, stop):
        return False
    return not any(t.flags & w.FINITE for t in tokens[k].inner)


def complemented(tokens: Sequence[Token], start: int, position: int) -> tuple[Token, int] | None:
    """The word whose complement the marks are, and how many links stand between: *une loi de la*, 2."""
    k = position - 1
    while k >= start and position - 1 - k < _MOST_LINKS and _links(tokens[k]):
        k -= 1
    links = position - 1 - k
    return (tokens[k], links) if links and k >= start and tokens[k].kind == WORD else None


def apposed(tokens: Sequence[Token], start: int, position: int, inner: Sequence[Token]) -> str | None:
    """Of few words set beside a noun, `thing` for a noun (*une prime « fidélité »*), else `other`."""
    if not 0 < len(inner) <= _BESIDE or position == start or inner[0].cap or inner[0].flags & _NO_NOUN:
        return None
    noun = tokens[position - 1]
    if noun.kind != WORD or noun.cap or noun.flags & _NO_NOUN:
        return None
    return "thing" if names_thing(inner[0].low) else "other"


def governor(tokens: Sequence[Token], start: int, position: int) -> Token | None:
    """The word that rules the marks from behind small words: *parle* in *il parle encore d'un « mur »*."""
    k = position - 1
    while k >= start and position - 1 - k < _SMALL_WORDS and _small(tokens[k]):
        k -= 1
    behind = start <= k < position - 1 and tokens[k].kind == WORD
    return tokens[k] if behind else None


def _small(token: Token) -> bool:
    return token.kind == WORD and bool(token.flags & _SMALL) and not token.flags & w.NAMING_VERB


def subject_pronoun(tokens: Sequence[Token], start: int, position: int) -> Token | None:
    """The last pronoun before the marks that is a subject: *on*, *nous*, *ils*."""
    before = (tokens[k] for k in range(position - 1, start - 1, -1))
    return next((t for t in before if t.flags & w.SUBJECT and not t.flags & w.DET), None)


def verb_behind(tokens: Sequence[Token], start: int, position: int) -> int | None:
    """The verb nearest before the marks, in any form, when no comma parts them: *remplir les « cahiers »*."""
    for k in range(position - 1, max(start, position - _VERB_REACH) - 1, -1):
        token = tokens[k]
        if token.kind == QUOTE or token.text in _PARTING or token.text == ":":
            return None
        if token.flags & _VERBS and not token.flags & _NO_VERB and _is_verb(tokens, start, k):
            return k
    return None


def pronoun_of_verb(clause: Clause, position: int) -> Token | None:
    """The subject of the last verb before the marks, when the nearest phrase before that is a pronoun."""
    tokens, start = clause.tokens, clause.sentence.start
    verb = next(
        (
            k
            for k in range(position - 1, start - 1, -1)
            if tokens[k].flags & _VERBS and _is_verb(tokens, start, k)
        ),
        None,
    )
    if verb is None:
        return None
    subject = next((p for p in reversed(clause.phrases) if p.end <= verb and not p.prep), None)
    return tokens[subject.i] if subject is not None and subject.form == PRONOUN else None


def _is_verb(tokens: Sequence[Token], start: int, k: int) -> bool:
    """Whether what may be a verb is one where it stands: not *du*, nor *ce juge*."""
    token = tokens[k]
    if token.kind != WORD or token.flags & w.OF:
        return False
    return k == start or not tokens[k - 1].flags & (w.INDEF | w.DEM | w.POSS)


def _links(token: Token) -> bool:
    return token.kind == WORD and bool(token.flags & _LINKS)


def _counts(token: Token) -> bool:
    """*« satisfaits », 24 % « mécontents »*: the answers of a survey are listed with their shares."""
    return token.kind == NUMBER or token.text == "%"


def previous_in_list(clause: Clause, position: int) -> int | None:
    """The quotation that the one at `position` is listed behind: *« juste » et « utile »*."""
    tokens, start = clause.tokens, clause.sentence.start
    if names_source(tokens, position, clause.sentence.stop):
        return None
    k = position - 1
    while k > start and position - 1 - k < _MOST_LINKS and (_links(tokens[k]) or _counts(tokens[k])):
        k -= 1
    if k <= start:
        return None
    if tokens[k].low in _JOINING:
        k -= 2 if tokens[k - 1].text == "," else 1
    elif tokens[k].text in _PARTING:
        k -= 1
    else:
        return None
    return k if k >= start and tokens[k].kind == QUOTE else None


def head_of_list(clause: Clause, position: int) -> tuple[int, int]:
    """The first quotation of the list that the one at `position` ends, and how many stand before it."""
    before = 0
    while before < _MEMBERS:
        previous = previous_in_list(clause, position)
        if previous is None:
            break
        position, before = previous, before + 1
    return position, before


def list_goes_on(clause: Clause, last: int) -> bool:
    """Whether another quotation is listed behind the token `last`."""
    ahead = range(last + 1, min(clause.sentence.stop, last + 3 + _MOST_LINKS + 1))
    following = next((k for k in ahead if clause.tokens[k].kind == QUOTE), None)
    return following is not None and previous_in_list(clause, following) == last
