"""The signals by which the kind of a quotation is told: small, readable, none decides alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.governing import charged, complemented, head_of_list, list_goes_on, naming
from quotes.parsing.scene import Scene
from quotes.parsing.tokens import BREAK, CLITIC, NUMBER, QUOTE, WORD, Token, classes_of
from quotes.parsing.words import stem

#: the name of each length in words, up to the longest that is told apart
_LENGTHS = ("1", "1", "2", "3", *["4-5"] * 2, *["6-9"] * 4, *["10-15"] * 6, "16+")
#: the same, coarser: where the length is seen together with something else
_SIZES = ("1", "1", *["2-3"] * 2, *["4-9"] * 6, "10+")
#: among how many tokens grammatical words are looked for
_OPENING = 14
#: up to how many tokens the endings of the words tell much
_SHORT = 4
#: up to how many words the words themselves are looked at
_FRAGMENT = 9
_GRAMMAR = (
    w.ANY_DET | w.OF | w.PREP | w.QUE | w.SUB | w.REL | w.COORD | w.SUBJECT | w.CLITIC | w.NEG | w.ADV | w.AUX
    | w.FINITE | w.VERB
)  # fmt: skip
_SPOKEN = frozenset({WORD, NUMBER, CLITIC})
_CAP, _KIND, _LOW, _TEXT = map(attrgetter, ("cap", "kind", "low", "text"))
_COMMAS = frozenset({",", ";"})
_SELON = frozenset({"selon", "d'après", "dixit"})
_SPEAKING = words("first_persons.txt")
_COMMON_VERBS = words("verb_forms.txt")
_SCARE = words("distancing_words.txt")
_INTENSE = words("intensifiers.txt")
_NAMES = w.PLACE | w.ORGANISATION | w.DEMONYM
_JUDGING = frozenset(map(stem, words("judging_words.txt")))


def signals(scene: Scene, rule: str | None) -> list[str]:
    """The names of the signals that hold for a quotation where it stands."""
    inner = [t for part in scene.parts for t in scene.tokens[part].inner]
    spoken = [t for t in inner if t.kind in _SPOKEN]
    return [
        "always",
        f"rule:{rule}",
        *_inside(inner, spoken),
        *_before(scene),
        *_after(scene),
        *_around(scene),
        *_ruled(scene, inner),
        *_listed(scene),
        *_together(scene, rule, inner, spoken),
    ]


def _length(spoken: Sequence[Token], names: tuple[str, ...]) -> str:
    return names[min(len(spoken), len(names) - 1)]


def _inside(inner: list[Token], spoken: list[Token]) -> Iterator[str]:
    size = _length(spoken, _LENGTHS)
    yield f"length:{size}"
    if not spoken:
        return
    first, last = inner[0], inner[-1]
    flags = classes_of(spoken)
    lows = {t.low for t in spoken}
    yield f"starts:{_shape(first)}"
    if first.cap:
        yield f"starts:capital+{size}"
    if last.text in (".", "!", "?", "…") or last.text.startswith(".."):
        yield "ends:sentence"
        yield f"ends:{last.text}"
    verb = bool(flags & w.FINITE) or not _COMMON_VERBS.isdisjoint(lows)
    pronoun = bool(flags & w.SUBJECT)
    yield f"verb:{verb}+{size}"
    yield f"verb:{verb}+pronoun:{pronoun}"
    if verb and (first.flags & (w.FINITE | w.NEG) or first.low in _COMMON_VERBS):
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
    if NUMBER in map(_KIND, spoken):
        yield "number"
    if len(spoken) == 1:
        yield f"one:{'capital' if first.cap else 'lower'}"
    yield from _words(inner)


def _words(inner: list[Token]) -> Iterator[str]:
    """Grammatical words and the forms of words: what the lexicon knows, not what is in the news."""
    for place, token in (("first", inner[0]), ("last", inner[-1]), ("second", inner[min(1, len(inner) - 1)])):
        if token.flags and not _is_name(token):
            yield f"{place}:{token.low}"
    yield from dict.fromkeys(f"holds:{token.low}" for token in inner[:_OPENING] if token.flags & _GRAMMAR)
    if len(inner) <= _SHORT:
        yield f"begins-in:{inner[0].low[-3:]}"
        yield f"ends-in:{inner[-1].low[-2:]}"
        yield f"ends-in:{inner[-1].low[-3:]}"


def _is_name(token: Token) -> bool:
    """*Brest*, *Morel*: what is in the news teaches nothing of the language."""
    if not token.cap:
        return False
    return not token.flags or bool(token.flags & _NAMES) or token.first_name is not None


@lru_cache(maxsize=1 << 12)
def _shape(token: Token) -> str:
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


def _class(token: Token | None) -> str:
    if token is None or token.kind == BREAK:
        return "edge"
    return "quote" if token.kind == QUOTE else _class_of_spelling(token)


@lru_cache(maxsize=1 << 12)
def _class_of_spelling(token: Token) -> str:
    if token.kind == NUMBER:
        return "number"
    if token.kind == CLITIC:
        return "clitic"
    if token.kind != WORD:
        return (
            token.text if token.text in (",", ".", ":", ";", "(", ")", "!", "?", "–", "-", "—") else "punct"
        )
    if token.low in _SCARE:
        return "scare"
    for flag, name in (
        (w.NAMING_VERB, "naming-verb"),
        (w.QUE, "que"),
        (w.COORD, "coord"),
        (w.REL, "rel"),
        (w.OF, "of"),
        (w.DET, "det"),
        (w.INDEF, "indef"),
        (w.DEM, "dem"),
        (w.POSS, "poss"),
        (w.PREP, "prep"),
        (w.SUBJECT | w.CLITIC | w.NEG, "pronoun"),
        (w.FINITE, "verb"),
        (w.NAMING_NOUN, "naming-noun"),
        (w.HEAD, "head"),
        (w.CUE_NOUN, "cue-noun"),
        (w.ADV, "adverb"),
    ):
        if token.flags & flag:
            return name
    return "capital" if token.cap else "word"


def _at(scene: Scene, k: int) -> Token | None:
    return scene.tokens[k] if scene.sentence.start <= k < scene.sentence.stop else None


def _before(scene: Scene) -> Iterator[str]:
    previous, second = _at(scene, scene.position - 1), _at(scene, scene.position - 2)
    yield f"before:{_class(previous)}"
    yield f"before:{_class(second)}+{_class(previous)}"
    if (previous is not None and previous.flags & w.NAMING_NOUN) or (
        previous is not None
        and previous.flags & w.ANY_DET
        and second is not None
        and second.flags & w.NAMING_NOUN
    ):
        yield "before:naming"
    start = max(scene.sentence.start, scene.position - 6)
    near_flags = classes_of(scene.tokens[start : scene.position])
    if near_flags & (w.NAMING_VERB | w.NAMING_NOUN):
        yield "naming-near"
    if near_flags & w.NAMING_VERB:
        yield "naming-verb-near"
    for verb in reversed(scene.verbs):
        if verb.j <= scene.position:
            gap = scene.position - verb.j
            near = "0-2" if gap <= 2 else "3-6" if gap <= 6 else "7+"
            yield f"cue-before:{near}"
            yield f"cue-before:{near}:{verb.cue.family}:{'strong' if verb.cue.strong else 'weak'}"
            if near != "7+":
                yield f"cue:{verb.cue.head}"
            if "attribut" in verb.cue.frames and gap <= 6:
                yield "cue-before:attribut"
            if "objet" in verb.cue.frames and gap <= 3:
                yield "cue-before:object"
            return
    yield "cue-before:none"


def _after(scene: Scene) -> Iterator[str]:
    following, second = _at(scene, scene.last + 1), _at(scene, scene.last + 2)
    previous = _at(scene, scene.position - 1)
    yield f"after:{_class(following)}"
    yield f"between:{_class(previous)}|{_class(following)}"
    if previous is not None and previous.kind == WORD and not _is_name(previous):
        yield f"word-before:{previous.low}"
    if following is not None and following.kind == WORD and not _is_name(following):
        yield f"word-after:{following.low}"
    if following is not None and following.text == ",":
        yield f"after:,+{_class(second)}"
    if following is not None and following.kind == WORD and following.flags == 0 and not following.cap:
        yield "after:plain-word"
    for verb in scene.verbs:
        if verb.i > scene.position and (verb.clitic is not None or (verb.finite and _beside(scene, verb.i))):
            gap = verb.i - scene.last
            yield f"cue-after:{'near' if gap <= 2 else 'far'}{':clitic' if verb.clitic is not None else ''}"
            return


def _beside(scene: Scene, k: int) -> bool:
    before = scene.tokens[k - 1]
    return before.kind == QUOTE or before.text in (",", "–", "-", "—")


def _around(scene: Scene) -> Iterator[str]:
    page, sentence = scene.page, scene.sentence
    alone = scene.position == scene.sentence.start and scene.last >= scene.sentence.stop - 2
    if alone:
        yield "alone"
    elif scene.position == scene.sentence.start:
        yield "opens-sentence"
    if not _SELON.isdisjoint(map(_LOW, scene.tokens[sentence.start : sentence.stop])):
        yield "selon"
    if scene.number == 0:
        yield "headline"
    if not scene.marked.closed:
        yield "unclosed"
    text = page.folded_quotes[scene.position]
    times = page.marked_texts[text]
    if times > 1:
        yield "repeated"
        yield f"repeated:{'many' if times > 2 else 'twice'}"
    if times < page.times_told(text, scene.marked.start):
        yield "unmarked-too"
    quotes = (scene.tokens[k] for k in page.stream.quotes_among(sentence.start, sentence.stop))
    others = [t for t in quotes if t.marked is not scene.marked]
    if any(len(t.inner) > 6 for t in others):
        yield "with:long"
    elif others:
        yield "with:short"


def _ruled(scene: Scene, inner: Sequence[Token]) -> Iterator[str]:
    """What the words before the marks make of them."""
    tokens, start, position = scene.tokens, scene.sentence.start, scene.position
    yield from naming(tokens, start, position)
    yield from charged(tokens, start, position, inner)
    noun = complemented(tokens, start, position)
    if noun is not None:
        word, links = noun
        between = tokens[position - 1] if links == 1 else tokens[position - links]
        yield f"complements:{_class(word)}+{_class(between)}"


def _listed(scene: Scene) -> Iterator[str]:
    """Of one listed behind another, what stands before the first, since it holds for all of them."""
    head, before = head_of_list(scene, scene.position)
    if not before:
        if list_goes_on(scene, scene.last):
            yield "list:first"
        return
    yield "list:later"
    yield f"list:{min(before, 3)}"
    tokens, start, first = scene.tokens, scene.sentence.start, scene.tokens[head].inner
    yield from (f"head:{name}" for name in naming(tokens, start, head))
    yield from (f"head:{name}" for name in charged(tokens, start, head, first))
    previous, second = _at(scene, head - 1), _at(scene, head - 2)
    yield f"head:before:{_class(previous)}"
    yield f"head:before:{_class(second)}+{_class(previous)}"
    spoken = [t for t in first if t.kind in _SPOKEN]
    yield f"head:length:{_length(spoken, _LENGTHS)}"
    if spoken:
        yield f"head:starts:{_shape(first[0])}"
        if any(t.flags & w.FINITE or t.low in _COMMON_VERBS for t in spoken):
            yield "head:verb"


def _together(scene: Scene, rule: str | None, inner: list[Token], spoken: list[Token]) -> Iterator[str]:
    """Signals that tell more beside the length than alone."""
    if not spoken:
        return
    size = _length(spoken, _SIZES)
    yield f"rule:{rule}+{size}"
    yield f"rule:{rule}+{_shape(inner[0])}"
    page = scene.page
    text = page.folded_quotes[scene.position]
    times = page.marked_texts[text]
    if times > 1:
        yield f"repeated+{size}"
    if times < page.times_told(text, scene.marked.start):
        yield f"unmarked-too+{size}"
    if scene.number == 0:
        yield f"headline+{size}"
    if not _COMMAS.isdisjoint(map(_TEXT, inner)):
        yield f"comma-inside+{size}"
    if len(spoken) <= _FRAGMENT:
        yield from _judges(spoken, size)


def _judges(spoken: Sequence[Token], size: str) -> Iterator[str]:
    if not _INTENSE.isdisjoint(map(_LOW, spoken)):
        yield f"intense+{size}"
    judging = [stem(t.low) in _JUDGING and not t.flags & (w.ANY_DET | w.OF | w.PREP) for t in spoken]
    if any(judging):
        yield "judges"
        yield f"judges+{size}"
    if judging[0]:
        yield "judges:first"
    if judging[-1]:
        yield "judges:last"
