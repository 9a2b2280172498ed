"""Sources named by a preposition, wherever they stand in the sentence."""

from __future__ import annotations

from functools import cache, lru_cache
from operator import attrgetter
from typing import NamedTuple

from quotes.lexicon import rows, words
from quotes.parsing import words as w
from quotes.parsing.clause import Clause
from quotes.parsing.governing import names_source
from quotes.parsing.phrases import NOUN, PRONOUN, NounPhrase
from quotes.parsing.scene import Link
from quotes.parsing.things import is_thing
from quotes.parsing.tokens import WORD, spelled
from quotes.parsing.words import lexicon


class _Expression(NamedTuple):
    parts: tuple[str, ...]
    strong: bool
    #: which of its own words stands for the source, if one does: *ses* of *à ses yeux*
    own: int | None = None


class _Found(NamedTuple):
    """A source preposition that a text has."""

    #: the token behind it
    end: int
    #: the token in it that stands for the source, if one does
    own: int | None


@cache
def _prepositions() -> dict[str, dict[str, list[_Expression]]]:
    """By first word, then by second (empty where there is none); the longest of each first."""
    table: dict[str, dict[str, list[_Expression]]] = {}
    expressions = [
        _Expression(_parts(text), strength == "strong") for text, strength in rows("source_prepositions.txt")
    ]
    for expression in expressions + [_own(text) for text in words("own_source_phrases.txt")]:
        first, *more = expression.parts
        for second in (more[0], *_CONTRACTED.get(more[0], ())) if more else ("",):
            known = table.setdefault(first, {}).setdefault(second, [])
            known.append(expression)
            known.sort(key=lambda entry: -len(entry.parts))
    return table


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.replace("'", "' ").split())


def _own(text: str) -> _Expression:
    parts = _parts(text)
    return _Expression(parts, strong=True, own=next(n for n, part in enumerate(parts) if part in _OWN))


_LOW = attrgetter("low")
#: what stands for the source in *à ses yeux*, *à l'en croire*
_OWN = frozenset({"son", "sa", "ses", "leur", "leurs", "l'", "les"})
_MANY = frozenset({"leur", "leurs", "les"})
#: with *que*, what sets a clause against the one before it
AGAINST = frozenset({"tandis", "alors"})
_CONTRACTED = {"de": ("du", "des", "d'"), "à": ("au", "aux")}
#: whoever these name is the source; of other nouns, who made the thing
_KNOWN = w.ROLE | w.GROUP | w.ORGANISATION | w.PLACE | w.DEMONYM | w.DOCUMENT
#: how far behind a noun its author may be named, in tokens
_AUTHOR = 5
#: *selon une source policière*: the noun belongs to the source
_SOURCE_WORDS = frozenset({"source", "sources", "une", "des", "un", "plusieurs"})


@lru_cache(maxsize=8)
def source_links(scene: Clause, *, strong: bool | None = None) -> tuple[Link, ...]:
    """The sources that prepositions name in the sentence, the nearest to the quotation first.

    `strong` keeps those that always name a source (*selon*) or those that may (*pour*). Six rules ask in
    turn, so what was found last is remembered.
    """
    positions = _positions(scene)
    if not positions:
        return ()  # most sentences
    tokens, stop = scene.tokens, scene.sentence.stop
    found: list[tuple[int, Link]] = []
    for k in positions:
        preposition = _preposition_at(scene, k, strong=strong)
        if preposition is None:
            continue
        end, own = preposition
        while own is None and end > k + 1 and tokens[end - 1].low in _SOURCE_WORDS:
            end -= 1
        phrase = _stands_for(scene, own) if own is not None else _source_at(scene, k, end, stop)
        if phrase is None or phrase.i <= scene.position < phrase.j:
            continue  # *pour une défense « collective »* names no source
        scene.page.phrase_reader.with_apposition(phrase, stop)
        distance = k - scene.position if k > scene.position else scene.position - phrase.end
        text = spelled(t.text for t in tokens[k:end])
        also = scene.joined(phrase) if phrase.i > k else None
        found.append((distance, Link(phrase, (k, end), text, sentence=scene.number, also=also)))
    return tuple(link for _, link in sorted(found, key=lambda entry: entry[0]))


def set_against(scene: Clause, link: Link) -> bool:
    """*Léna dit « oui », tandis que pour Paul Roche, la loi est « injuste »*: the source of a new clause."""
    if link.cue is None or link.cue[0] - 2 <= scene.sentence.start or link.cue[0] > scene.position:
        return False
    against, que = scene.tokens[link.cue[0] - 2 : link.cue[0]]
    speaks = link.phrase is not None and link.phrase.can_speak
    return speaks and against.low in AGAINST and bool(que.flags & w.QUE)


def _positions(scene: Clause) -> list[int]:
    """The tokens of the sentence at which a source preposition begins; four rules ask for them."""
    found = scene.page.prepositions.get(scene.number)
    if found is None:
        known, start = _prepositions(), scene.sentence.start
        lows = map(_LOW, scene.tokens[start : scene.sentence.stop])
        found = [
            k
            for k, low in enumerate(lows, start)
            if low in known and _preposition_at(scene, k, strong=None) is not None
        ]
        scene.page.prepositions[scene.number] = found
    return found


def _stands_for(scene: Clause, k: int) -> NounPhrase:
    """*ses* of *à ses yeux*, *l'* of *à l'en croire*: read as a pronoun."""
    token = scene.tokens[k]
    many = token.low in _MANY
    return NounPhrase(k, k + 1, PRONOUN, "ils" if many else "il", plural=many, det=token.flags & w.POSS)


def _preposition_at(scene: Clause, k: int, *, strong: bool | None) -> _Found | None:
    """The source preposition that begins at token `k`."""
    tokens, stop = scene.tokens, scene.sentence.stop
    if k + 1 >= stop:
        return None
    known = _prepositions()[tokens[k].low]
    for parts, is_strong, own in (*known.get(tokens[k + 1].low, ()), *known.get("", ())):
        end = k + len(parts)
        if strong not in (None, is_strong) or end >= stop:
            continue
        # the first two are those by which it was looked up
        if all(map(_same, map(_LOW, tokens[k + 2 : end]), parts[2:])):
            return _Found(end, None if own is None else k + own)
    return None


def _source_at(scene: Clause, k: int, end: int, stop: int) -> NounPhrase | None:
    """The source after the preposition; before it, when a relative pronoun follows: *X, selon qui*."""
    if scene.tokens[end].flags & w.REL:
        return _antecedent(scene, k, people=scene.tokens[end].low == "qui")
    if names_source(scene.tokens, end, stop):
        return NounPhrase(end, end + 1, NOUN, "«»", w.ORGANISATION)
    phrase = scene.page.phrase_reader.phrase_at(end, stop, bare=True)
    return _author(scene, phrase, stop) or phrase


def _author(scene: Clause, phrase: NounPhrase | None, stop: int) -> NounPhrase | None:
    """*selon les propos rapportés par Léna Morel*, *selon le portrait dressé par les élus*."""
    if phrase is None or phrase.name or phrase.form == PRONOUN or phrase.flags & _KNOWN:
        return None
    for k in range(phrase.j, min(phrase.j + _AUTHOR, stop - 1)):
        if scene.tokens[k].low == "par":
            author = scene.page.phrase_reader.phrase_at(k + 1, stop, bare=True)
            return author if author is not None and author.can_speak else None
        if scene.tokens[k].kind != WORD or scene.tokens[k].flags & (w.FINITE | w.REL):
            break
    return None


def _antecedent(scene: Clause, k: int, *, people: bool) -> NounPhrase | None:
    """*le ministre de la Mer, selon lequel*: the whole phrase; *Léna, la trentaine, pour qui*: the person."""
    before = [p for p in scene.phrases if p.end <= k and not scene.in_brackets(p)]
    beside = [p for p in before if p.end >= before[-1].end]
    speaking = [p for p in beside if p.can_speak and not is_thing(p)]
    if not speaking and not people and beside:
        inner = scene.complement(beside[0])  # *l'affirmation de la défense, selon laquelle*
        said = lexicon().flags_of(beside[0].head) & w.CUE_NOUN
        return inner if said and inner is not None else beside[0]
    if not speaking and people and beside:
        inner = scene.complement(beside[0])
        speaking = [inner] if inner is not None else [p for p in before if p.can_speak][-1:]
    return next(iter(speaking or beside), None)


def _same(low: str, part: str) -> bool:
    if low == part:
        return True
    return low in _CONTRACTED.get(part, ())
