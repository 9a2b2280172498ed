"""Sources named by a preposition, wherever they stand in the sentence."""

from __future__ import annotations

from functools import cache

from quotes.lexicon import rows
from quotes.parsing import words as w
from quotes.parsing.mentions import NounPhrase
from quotes.parsing.scene import Link, Scene


@cache
def _prepositions() -> dict[str, list[tuple[tuple[str, ...], bool]]]:
    table: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for expression, strength in rows("source_prepositions.txt"):
        parts = tuple(expression.replace("'", "' ").split())
        table.setdefault(parts[0], []).append((parts, strength == "strong"))
    for known in table.values():
        known.sort(key=lambda entry: -len(entry[0]))
    return table


#: *selon une source policière*: the noun belongs to the source
_SOURCE_WORDS = frozenset({"source", "sources", "une", "des", "un", "plusieurs"})


def source_links(scene: Scene, *, strong: bool | None = None) -> list[Link]:
    """The sources that prepositions name in the sentence, the nearest to the quotation first.

    `strong` keeps those that always name a source (*selon*) or those that may (*pour*).
    """
    tokens, stop = scene.tokens, scene.sentence.stop
    openers = _prepositions()
    found: list[tuple[int, Link]] = []
    for k in range(scene.sentence.start, stop):
        if tokens[k].low not in openers:
            continue
        end = _preposition_end(scene, k, strong=strong)
        while end is not None and end > k + 1 and tokens[end - 1].low in _SOURCE_WORDS:
            end -= 1
        phrase = _source_at(scene, k, end, stop) if end is not None else None
        if end is None or phrase is None:
            continue
        scene.page.phrase_reader.with_apposition(phrase, stop)
        distance = k - scene.position if k > scene.position else scene.position - phrase.end
        text = " ".join(t.text for t in tokens[k:end]).replace("' ", "'").replace("’ ", "’")
        found.append((distance, Link(phrase, (k, end), text, sentence=scene.number)))
    return [link for _, link in sorted(found, key=lambda entry: entry[0])]


def _preposition_end(scene: Scene, k: int, *, strong: bool | None) -> int | None:
    """Where the source preposition that begins at token `k` ends."""
    known = _prepositions()[scene.tokens[k].low]
    lows = [t.low for t in scene.tokens[k : k + len(known[0][0])]]  # the longest comes first
    for parts, is_strong in known:
        end = k + len(parts)
        if strong not in (None, is_strong) or end >= scene.sentence.stop:
            continue
        if all(map(_same, lows[: len(parts)], parts)):
            return end
    return None


def _source_at(scene: Scene, k: int, end: int, stop: int) -> NounPhrase | None:
    """The source after the preposition; before it, when a relative pronoun follows: *X, selon qui*."""
    if scene.tokens[end].flags & w.REL:
        before = [p for p in scene.phrases if p.end <= k]
        return before[-1] if before else None
    return scene.page.phrase_reader.phrase_at(end, stop, bare=True)


def _same(low: str, part: str) -> bool:
    if low == part:
        return True
    return low in _CONTRACTED.get(part, ())


_CONTRACTED = {"de": ("du", "des", "d'"), "à": ("au", "aux")}
