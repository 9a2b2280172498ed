"""The signals by which the kind of a quotation is told: small, readable, none decides alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from quotes.parsing import words as w
from quotes.parsing.charges import charge, charged
from quotes.parsing.glosses import gloss, occasion
from quotes.parsing.governing import (
    apposed,
    complemented,
    governor,
    head_of_list,
    list_goes_on,
    names_source,
    naming,
    naming_words,
    pronoun_of_verb,
    says,
    shown,
    subject_pronoun,
    verb_behind,
)
from quotes.parsing.phrases import PRONOUN
from quotes.parsing.scene import Link, Scene
from quotes.parsing.token_classes import token_class
from quotes.parsing.tokens import QUOTE, WORD, Token, classes_of
from quotes.parsing.wording import (
    describes,
    has_verb,
    headed,
    is_name,
    judges,
    length,
    part_by_ending,
    pattern,
    qualifies,
    shape,
    size,
    spoken_of,
    wording,
)

#: up to how many words the words themselves are looked at
_FRAGMENT = 9
#: how many long quotations an article of reports has at least
_REPORTS = 3
#: from how many tokens on a text is long enough for that to tell anything
_ARTICLE = 100
#: from how many tokens on a verb stands far before the marks
_FAR_VERB = 4
#: rules that lead to words written or shouted for all
_FOR_ALL = frozenset({"display", "slogan"})
_LOW, _TEXT = map(attrgetter, ("low", "text"))
#: as behind *baptisé*: the name of a source
_CALLED = ("named:given", "named:phrase")
_COMMAS = frozenset({",", ";"})
_SELON = frozenset({"selon", "d'après", "dixit"})


def signals(scene: Scene, link: Link | None) -> list[str]:
    """The names of the signals that hold for a quotation where it stands; `link` is what a rule found."""
    inner = [t for part in scene.parts for t in scene.tokens[part].inner]
    spoken = spoken_of(inner)
    few = size(spoken)
    rule = link.rule if link is not None else None
    return [
        "always",
        f"rule:{rule}",
        *wording(inner, spoken),
        *_before(scene),
        *_after(scene),
        *_around(scene),
        *_ruled(scene, inner, few),
        *charge(scene, scene.position, rule),
        *_verb(scene, few),
        *_source(scene, link, few),
        *_listed(scene),
        *_together(scene, rule, inner, spoken),
    ]


def _at(scene: Scene, k: int) -> Token | None:
    return scene.tokens[k] if scene.sentence.start <= k < scene.sentence.stop else None


def _class_at(scene: Scene, k: int) -> str:
    token = _at(scene, k)
    saying = token is not None and token.low == "dit" and says(scene.tokens, scene.sentence.start, k)
    return "verb" if saying else token_class(token)


def _before(scene: Scene) -> Iterator[str]:
    previous, second = _at(scene, scene.position - 1), _at(scene, scene.position - 2)
    beside = _class_at(scene, scene.position - 1)
    yield f"before:{beside}"
    yield f"before:{_class_at(scene, scene.position - 2)}+{beside}"
    noun = second if previous is not None and previous.flags & w.ANY_DET else None
    start = max(scene.sentence.start, scene.position - 6)
    near = classes_of(naming_words(scene.tokens, scene.sentence.start, start, scene.position))
    naming_noun = w.NAMING_NOUN if near & w.NAMING_NOUN and not _said_of_noun(scene) else 0
    if any(t is not None and t.flags & naming_noun for t in (previous, noun)):
        yield "before:naming"
    if near & (w.NAMING_VERB | naming_noun):
        yield "naming-near"
    if near & w.NAMING_VERB:
        yield "naming-verb-near"
    for verb in reversed(scene.verbs):
        if verb.j <= scene.position:
            gap = scene.position - verb.j
            far = "0-2" if gap <= 2 else "3-6" if gap <= 6 else "7+"
            yield f"cue-before:{far}"
            yield f"cue-before:{far}:{verb.cue.family}:{'strong' if verb.cue.strong else 'weak'}"
            if far != "7+":
                yield f"cue:{verb.cue.head}"
                yield f"cue:whole:{verb.cue.lemma}"
            if "attribut" in verb.cue.frames and gap <= 6:
                yield "cue-before:attribut"
            if "objet" in verb.cue.frames and gap <= 3:
                yield "cue-before:object"
            return
    yield "cue-before:none"


def _said_of_noun(scene: Scene) -> bool:
    """*une loi « trop dure »*, *juge la loi « injuste »*: what the words say of the noun is no name of it."""
    inner = scene.tokens[scene.position].inner
    return describes(inner) or (bool(inner) and qualifies(inner[0]) and _judged_object(scene))


def _judged_object(scene: Scene) -> bool:
    """Whether the object of a verb that judges ends right before the marks: *parle d'une loi « injuste »*."""
    verb = next((v for v in reversed(scene.verbs) if v.j <= scene.position), None)
    if verb is None or verb.passive or "attribut" not in verb.cue.frames:
        return False
    between = scene.tokens[verb.j : scene.position]
    whole = all(token.kind == WORD and not token.flags & _NO_OBJECT for token in between)
    return whole and 1 < len(between) <= _OBJECT and bool(between[0].flags & w.ANY_DET)


_NO_OBJECT = w.PREP | w.FINITE | w.QUE | w.REL | w.SUB | w.COORD
#: how long it may be, in tokens
_OBJECT = 6


def _after(scene: Scene) -> Iterator[str]:
    following, second = _at(scene, scene.last + 1), _at(scene, scene.last + 2)
    previous = _at(scene, scene.position - 1)
    yield f"after:{token_class(following)}"
    yield f"between:{_class_at(scene, scene.position - 1)}|{token_class(following)}"
    if previous is not None and previous.kind == WORD and not is_name(previous):
        yield f"word-before:{previous.low}"
    if following is not None and following.kind == WORD and not is_name(following):
        yield f"word-after:{following.low}"
    added = gloss(scene.tokens, scene.last, scene.sentence.stop)
    if added is not None:
        yield f"gloss:{added}"
    if following is not None and following.text == ",":
        yield f"after:,+{token_class(second)}"
    if following is not None and following.kind == WORD and following.flags == 0 and not following.cap:
        yield "after:plain-word"
        yield f"after:{part_by_ending(following.low)}"
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


def _ruled(scene: Scene, inner: Sequence[Token], few: str) -> Iterator[str]:
    """What the words before the marks make of them."""
    tokens, start, position = scene.tokens, scene.sentence.start, scene.position
    names = _CALLED if names_source(tokens, position, scene.sentence.stop) else ()
    for name in (*naming(tokens, start, position), *names):
        if name.startswith("named:noun") and _said_of_noun(scene):
            continue
        yield name
        yield f"{name}+{few}"
        if inner:
            yield f"{name}+{'capital' if inner[0].cap else shape(inner[0])}"
    yield from charged(tokens, start, position, inner)
    for name in occasion(tokens, start, position):
        yield name
        yield f"{name}+{few}"
    beside = apposed(tokens, start, position, inner)
    if beside is not None:
        yield f"apposed:{beside}"
        if tokens[position - 1].flags & w.NAMING_NOUN:
            yield f"apposed:{beside}:named"
    ruling = governor(tokens, start, position)
    if ruling is not None and not is_name(ruling):
        yield f"governor:{ruling.low}"
    pronoun = subject_pronoun(tokens, start, position)
    if pronoun is not None:
        yield f"subject:{pronoun.low}"
    governing = pronoun_of_verb(scene, position)
    if governing is not None:
        yield f"verb-subject:{governing.low}"
    noun = complemented(tokens, start, position)
    if noun is not None:
        word, links = noun
        between = tokens[position - 1] if links == 1 else tokens[position - links]
        yield f"complements:{token_class(word)}+{token_class(between)}"


def _verb(scene: Scene, few: str) -> Iterator[str]:
    """The verb nearest before the marks, be it one of saying or not."""
    k = verb_behind(scene.tokens, scene.sentence.start, scene.position)
    if k is None:
        return
    verb, gap = scene.tokens[k], scene.position - k
    form = "finite" if verb.flags & w.FINITE else "infinitive" if verb.flags & w.INFINITIVE else "other"
    yield f"verb-behind:{verb.low}"
    yield f"verb-behind:{form}:{min(gap, _FAR_VERB)}"
    yield f"verb-behind:{form}+{few}"
    if not verb.flags & w.VERB:
        yield "verb-behind:says-nothing"
        yield f"verb-behind:says-nothing:{min(gap, _FAR_VERB - 1)}"


def _source(scene: Scene, link: Link | None, few: str) -> Iterator[str]:
    """By which words the source is named that a rule found."""
    if link is None:
        return
    phrase = link.phrase
    if phrase is None:
        yield "source:unnamed"
        yield f"source:unnamed+{few}"
        return
    form = phrase.head if phrase.form == PRONOUN else "name" if phrase.name else "noun"
    yield f"source:{form}"
    yield f"source:{form}+{few}"
    if phrase.plural:
        yield "source:many"
        yield f"source:many+{few}"
    if link.sentence != scene.number:
        yield "source:elsewhere"
    if not phrase.can_speak:
        yield "source:mute"


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
    beside = _class_at(scene, head - 1)
    yield f"head:before:{beside}"
    yield f"head:before:{_class_at(scene, head - 2)}+{beside}"
    spoken = spoken_of(first)
    yield f"head:length:{length(spoken)}"
    if spoken:
        yield f"head:starts:{shape(first[0])}"
        if has_verb(spoken):
            yield "head:verb"


def _together(scene: Scene, rule: str | None, inner: list[Token], spoken: list[Token]) -> Iterator[str]:
    """Signals that tell more beside the length than alone."""
    if not spoken:
        return
    few = size(spoken)
    if rule in _FOR_ALL or shown(scene.tokens, scene.sentence.start, scene.position):
        yield "shown"
    yield f"rule:{rule}+{few}"
    yield f"rule:{rule}+{shape(inner[0])}"
    previous = _at(scene, scene.position - 1)
    if previous is None or not previous.flags & w.QUE:  # *il veut que « le maire l'entende »*: a clause
        yield from headed(spoken)
    page = scene.page
    if len(page.tokens) >= _ARTICLE:
        yield f"long-ones:{min(page.long_quotes, _REPORTS)}+{few}"
    classes = pattern(inner)
    if classes is not None:
        yield f"pattern:{classes}"
        yield f"pattern:{classes}+before:{_class_at(scene, scene.position - 1)}"
    text = page.folded_quotes[scene.position]
    times = page.marked_texts[text]
    if times > 1:
        yield f"repeated+{few}"
    if times < page.times_told(text, scene.marked.start):
        yield f"unmarked-too+{few}"
    if scene.number == 0:
        yield f"headline+{few}"
    if not _COMMAS.isdisjoint(map(_TEXT, inner)):
        yield f"comma-inside+{few}"
    if len(spoken) <= _FRAGMENT:
        yield from judges(spoken)
