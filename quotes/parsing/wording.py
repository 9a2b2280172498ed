"""What the words between the marks are like: how many, of which forms, how they begin and end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.names import ROMAN
from quotes.parsing.things import names_thing
from quotes.parsing.tokens import CLITIC, NUMBER, WORD, Token, classes_of
from quotes.parsing.words import lexicon, stem

#: the name of each length in words, up to the longest that is told apart
_LENGTHS = ("1", "1", "2", "3", *["4-5"] * 2, *["6-9"] * 4, *["10-15"] * 6, "16+")
#: the same, coarser: where the length is seen together with something else
_SIZES = ("1", "1", *["2-3"] * 2, *["4-9"] * 6, "10+")
#: among how many tokens grammatical words are looked for
_OPENING = 14
#: up to how many tokens the forms of the words tell much
_SHORT = 4
#: up to how many words a fragment has that is looked at word by word
_FRAGMENT = 9
_GRAMMAR = (
    w.ANY_DET | w.OF | w.PREP | w.QUE | w.SUB | w.REL | w.COORD | w.SUBJECT | w.CLITIC | w.NEG | w.ADV | w.AUX
    | w.FINITE | w.VERB
)  # fmt: skip
_SPOKEN = frozenset({WORD, NUMBER, CLITIC})
_CAP, _KIND, _LOW = map(attrgetter, ("cap", "kind", "low"))
_SPEAKING = words("first_persons.txt")
_COMMON_VERBS = words("verb_forms.txt")
_INTENSE = words("intensifiers.txt")
_BEFORE_NOUN = words("adjectives_before_noun.txt")
_LINKS = w.ANY_DET | w.OF | w.PREP
#: what makes a clause of a fragment, be its verb known or not: *un moteur qui fume*
_CLAUSE = w.REL | w.QUE | w.SUBJECT | w.NEG
#: what the noun that heads a fragment may be
_SORTS = (
    (w.ROLE, "role"),
    (w.GROUP, "group"),
    (w.ORGANISATION, "body"),
    (w.DOCUMENT, "document"),
    (w.CUE_NOUN, "saying"),
    (w.DEMONYM, "demonym"),
    (w.PLACE, "place"),
    (w.TIME, "time"),
    (w.NAMING_NOUN, "naming"),
)
#: how many words may stand before that noun, and how many letters of its end tell of what kind it is:
#: so many of the word, when it has more than that
_BEFORE_HEAD = 4
_HEAD_ENDINGS = ((3, 5), (4, 6), (5, 7))
_NAMES = w.PLACE | w.ORGANISATION | w.DEMONYM
_JUDGING = frozenset(map(stem, words("judging_words.txt")))
_ADJECTIVES = tuple(words("adjective_endings.txt"))
_PARTICIPLES = ("é", "ée", "és", "ées")


def spoken_of(inner: Sequence[Token]) -> list[Token]:
    """The words and numbers among the tokens between the marks."""
    return [t for t in inner if t.kind in _SPOKEN]


def length(spoken: Sequence[Token]) -> str:
    """How many words there are, roughly."""
    return _LENGTHS[min(len(spoken), len(_LENGTHS) - 1)]


def size(spoken: Sequence[Token]) -> str:
    """The same, coarser: where the length is seen together with something else."""
    return _SIZES[min(len(spoken), len(_SIZES) - 1)]


def is_name(token: Token) -> bool:
    """*Brest*, *Morel*: what is in the news teaches nothing of the language."""
    if not token.cap:
        return False
    return not token.flags or bool(token.flags & _NAMES) or token.first_name is not None


def has_verb(spoken: Sequence[Token]) -> bool:
    """Whether a form that can only be a finite verb is among the words."""
    return bool(classes_of(spoken) & w.FINITE) or not _COMMON_VERBS.isdisjoint(map(_LOW, spoken))


def heading(spoken: Sequence[Token]) -> Token | None:
    """The word that heads a fragment: *charte* in *la nouvelle charte de bon voisinage*."""
    near = spoken[: _BEFORE_HEAD + 1]
    return next((t for t in near if not t.flags & _LINKS and t.low not in _BEFORE_NOUN), None)


def headed(spoken: Sequence[Token]) -> Iterator[str]:
    """What is named or said: somebody, a body, a document, by the ending a quality or a deed."""
    head = heading(spoken)
    if head is None or head.kind != WORD or head.flags & _GRAMMAR:
        return
    if not (has_verb(spoken) or classes_of(spoken) & _CLAUSE or not _INTENSE.isdisjoint(map(_LOW, spoken))):
        few = size(spoken)
        for sort in (sort for flag, sort in _SORTS if head.flags & flag):
            yield f"head-word:{sort}"
            yield f"head-word:{sort}+{few}"
    if is_name(head) or len(spoken) > _FRAGMENT:
        return
    for letters, longer in _HEAD_ENDINGS:
        if len(head.low) > longer:
            yield f"head-ends-in:{head.low[-letters:]}"


def opens_with_verb(first: Token) -> bool:
    """*« avance bien »*: whether the word that begins a quotation is a finite verb."""
    return bool(first.flags & w.FINITE) or first.low in _COMMON_VERBS


def wording(inner: list[Token], spoken: list[Token]) -> Iterator[str]:
    """The signals of the words between the marks alone."""
    long = length(spoken)
    yield f"length:{long}"
    if not spoken:
        return
    first, last = inner[0], inner[-1]
    lows = {t.low for t in spoken}
    yield f"starts:{shape(first)}"
    if first.cap:
        yield f"starts:capital+{long}"
    if last.text in (".", "!", "?", "…") or last.text.startswith(".."):
        yield "ends:sentence"
        yield f"ends:{last.text}"
    verb = has_verb(spoken)
    yield f"verb:{verb}+{long}"
    yield f"verb:{verb}+pronoun:{bool(classes_of(spoken) & w.SUBJECT)}"
    if verb and (first.flags & w.NEG or opens_with_verb(first)):
        yield "starts:verb"
    if first.flags & (w.QUE | w.REL):
        yield "starts:que"
    if first.low.endswith(("er", "ir", "re")) and not first.cap:
        yield "starts:infinitive"
    if not _SPEAKING.isdisjoint(lows):
        yield "speaks:I"
    capitals = sum(map(_CAP, spoken))
    if capitals == len(spoken):
        yield "capitals:all"
    elif capitals > 1:
        yield "capitals:several"
    yield from _numbers(spoken)
    if len(spoken) == 1:
        yield f"one:{'capital' if first.cap else 'lower'}"
    yield from _words(inner)


def _numbers(spoken: Sequence[Token]) -> Iterator[str]:
    """Figures, and what is numbered: *« acte 2 »*, *« plan III »*."""
    if NUMBER in map(_KIND, spoken):
        yield "number"
    if len(spoken) <= _SHORT and (spoken[-1].kind == NUMBER or ROMAN.fullmatch(spoken[-1].text)):
        yield "ends:number"


def _words(inner: list[Token]) -> Iterator[str]:
    """Grammatical words and the forms of words: what the lexicon knows, not what is in the news."""
    for place, token in (("first", inner[0]), ("last", inner[-1]), ("second", inner[min(1, len(inner) - 1)])):
        if token.flags and not is_name(token):
            yield f"{place}:{token.low}"
    yield from dict.fromkeys(f"holds:{token.low}" for token in inner[:_OPENING] if token.flags & _GRAMMAR)
    if len(inner) <= _SHORT:
        yield f"begins-in:{inner[0].low[-3:]}"
        yield f"ends-in:{inner[-1].low[-2:]}"
        yield f"ends-in:{inner[-1].low[-3:]}"


def pattern(inner: Sequence[Token]) -> str | None:
    """Of a short fragment, the classes of its words in order: *det word of word*."""
    return " ".join(map(_part, inner)) if 0 < len(inner) <= _SHORT else None


@lru_cache(maxsize=1 << 12)
def _part(token: Token) -> str:
    if token.kind == NUMBER:
        return "number"
    if token.kind not in _SPOKEN:
        return "punct"
    for flag, name in (
        (w.ANY_DET, "det"),
        (w.OF, "of"),
        (w.PREP, "prep"),
        (w.QUE | w.REL | w.SUB, "que"),
        (w.COORD, "coord"),
        (w.SUBJECT | w.CLITIC, "pronoun"),
        (w.NEG, "neg"),
        (w.ADV, "adverb"),
        (w.INFINITIVE, "infinitive"),
        (w.FINITE, "verb"),
    ):
        if token.flags & flag:
            return name
    return "verb" if token.low in _COMMON_VERBS else "capital" if token.cap else part_by_ending(token.low)


def part_by_ending(low: str) -> str:
    """What a word that the lexicon does not know is by its ending: a participle, an adjective or a word."""
    if low.endswith(_PARTICIPLES) and not names_thing(low):
        return "participle"
    return "adjective" if low.endswith(_ADJECTIVES) else "word"


@lru_cache(maxsize=1 << 12)
def shape(token: Token) -> str:
    """The class of the word that begins a quotation."""
    if token.kind == NUMBER:
        return "number"
    for flag, name in (
        (w.SUBJECT, "subject"),
        (w.NEG, "neg"),
        (w.ANY_DET, "det"),
        (w.OF | w.PREP, "prep"),
        (w.COORD | w.SUB, "conjunction"),
        (w.ADV, "adverb"),
    ):
        if token.flags & flag:
            return f"{name}{'/cap' if token.cap else ''}"
    return "capital" if token.cap else "lower" if token.kind == WORD else "other"


@lru_cache(maxsize=1 << 12)
def _participle(low: str) -> bool:
    readings = lexicon().readings.get(low, ())
    return part_by_ending(low) == "participle" or any(reading.tense == "pp" for reading in readings)


def describes(inner: Sequence[Token]) -> bool:
    """*une fête « trop bruyante »*, *des cartes « conçues pour durer »*: said of the noun, no name of it."""
    if not inner or inner[0].cap:
        return False
    return (
        inner[0].low in _INTENSE
        or bool(inner[0].flags & w.NEG)
        or opens_with_verb(inner[0])
        or _participle(inner[0].low)
        or _lists_adjectives(inner)
    )


def _lists_adjectives(inner: Sequence[Token]) -> bool:
    """*« riche, dense et joyeuse »*: words and what stands between them, the first or last an adjective."""
    if len(inner) < 3 or any((t.text in _LISTING) != k % 2 for k, t in enumerate(inner)):
        return False
    return qualifies(inner[0]) or qualifies(inner[-1])


#: what stands between the adjectives of a list
_LISTING = frozenset({",", "et", "ou", "mais", "voire"})


def qualifies(first: Token) -> bool:
    """*« injuste »*: whether the word that begins a quotation is an adjective or a participle."""
    return _part(first) in ("adjective", "participle") or stem(first.low) in _JUDGING


def judges(spoken: Sequence[Token]) -> Iterator[str]:
    """Whether the words judge, and how strongly."""
    few = size(spoken)
    if not _INTENSE.isdisjoint(map(_LOW, spoken)):
        yield f"intense+{few}"
    judging = [stem(t.low) in _JUDGING and not t.flags & (w.ANY_DET | w.OF | w.PREP) for t in spoken]
    if any(judging):
        yield "judges"
        yield f"judges+{few}"
    if judging[0]:
        yield "judges:first"
    if judging[-1]:
        yield "judges:last"
