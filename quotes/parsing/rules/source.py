"""Rules for a source named by a preposition: *selon X*, *d'après X*, *pour X*."""

from __future__ import annotations

from functools import cache

from quotes.lexicon import rows
from quotes.parsing import words as w
from quotes.parsing.mentions import PRONOUN, NounPhrase
from quotes.parsing.rules.registry import rule
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


def _sources(scene: Scene, *, strong: bool) -> Link | None:
    tokens, stop = scene.tokens, scene.sentence.stop
    best: tuple[int, Link] | None = None
    for k in range(scene.sentence.start, stop):
        for parts, is_strong in _prepositions().get(tokens[k].low, ()):
            end = k + len(parts)
            if is_strong != strong or end >= stop:
                continue
            if not all(_same(tokens[k + n].low, part) for n, part in enumerate(parts)):
                continue
            phrase = _source_at(scene, k, end, stop)
            if phrase is None:
                continue
            scene.page.phrase_reader.with_apposition(phrase, stop)
            distance = k - scene.position if k > scene.position else scene.position - phrase.end
            if best is None or distance < best[0]:
                text = " ".join(t.text for t in tokens[k:end])
                best = distance, Link(phrase, (k, end), text.replace("' ", "'"), sentence=scene.number)
            break
    return best[1] if best else None


def _source_at(scene: Scene, k: int, end: int, stop: int) -> NounPhrase | None:
    """The source after the preposition; before it, when a relative pronoun follows: *X, selon qui*."""
    if scene.tokens[end].flags & w.REL:
        before = [p for p in scene.phrases if p.end <= k]
        return before[-1] if before else None
    return scene.page.phrase_reader.phrase_at(end, stop, bare=True)


def _same(low: str, part: str) -> bool:
    if low == part:
        return True
    return {"de": ("du", "des", "d'"), "à": ("au", "aux")}.get(part, ()).__contains__(low)


@rule("source-preposition", example="Selon la préfète Anne Lalo, la rivière « ne débordera pas ».")
def source_preposition(scene: Scene) -> Link | None:
    """*selon*, *d'après*, *aux yeux de* and their kin, anywhere in the sentence; the nearest wins."""
    return _sources(scene, strong=True)


@rule("pour-source", example="Pour Marc Oury, cette loi est « une folie ».")
def weak_preposition(scene: Scene) -> Link | None:
    """*pour X* opens the sentence or stands beside the quotation, and X can speak."""
    link = _sources(scene, strong=False)
    if link is None or link.phrase is None or link.cue is None:
        return None
    speaks = link.phrase.name or link.phrase.form == PRONOUN or link.phrase.flags & (w.HEAD | w.PLACE)
    if not speaks:
        return None
    opens = link.cue[0] == scene.sentence.start
    beside = scene.tokens[link.cue[0] - 1].text == "," and link.cue[0] > scene.position
    return link if opens or beside else None
