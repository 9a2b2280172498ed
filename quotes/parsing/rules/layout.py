"""Rules that read the page: signatures under a quotation, interview turns."""

from __future__ import annotations

from quotes.parsing.rules.registry import rule
from quotes.parsing.scene import Link, Scene
from quotes.parsing.tokens import BREAK


@rule("dash-signature", example="« Nous irons jusqu'au bout. »\n– Paul Roche, ministre de la Mer")
def dash_signature(scene: Scene) -> Link | None:
    """The quotation stands alone; a dash and a name follow, on its line or the next."""
    tokens = scene.tokens
    k = scene.position + 1
    while k < len(tokens) and tokens[k].kind == BREAK:
        k += 1
    if k >= len(tokens) or tokens[k].text not in ("–", "—", "-"):
        return None
    number = next((n for n in (scene.number, scene.number + 1) if _holds(scene, n, k)), None)
    if number is None:
        return None
    stop = scene.page.sentences[number].stop
    phrase = scene.page.phrase_reader.phrase_at(k + 1, stop)
    if phrase is None or not (phrase.name or phrase.role):
        return None
    scene.page.phrase_reader.with_apposition(phrase, stop)
    return Link(phrase, sentence=number)


def _holds(scene: Scene, number: int, k: int) -> bool:
    sentences = scene.page.sentences
    return number < len(sentences) and sentences[number].start <= k < sentences[number].stop
