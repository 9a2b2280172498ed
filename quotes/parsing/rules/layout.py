"""Rules that read the page: signatures under a quotation, titles of other articles."""

from __future__ import annotations

from quotes.parsing import words as w
from quotes.parsing.phrases import NAME, NounPhrase
from quotes.parsing.rules.registry import rule
from quotes.parsing.scene import Link, Scene
from quotes.parsing.sentences import Sentence
from quotes.parsing.tokens import BREAK, DASHES, QUOTE, Token
from quotes.parsing.wording import has_verb

#: how long a line may be and still be a signature, in tokens
_SIGNATURE = 16
#: how many tokens a term between marks may have, and the title of a work
_TERM, _TITLE = 4, 6


@rule("link-line", example="Lire aussi « Le vote aura bien lieu »")
def link_line(scene: Scene) -> Link | None:
    """A line that sends to another article: whose words it quotes is not told here."""
    return Link(sentence=scene.number) if is_link(scene) else None


def is_link(scene: Scene) -> bool:
    """Whether the quotation stands in the title of another article, or of a film."""
    return scene.number in scene.page.entities.asides


@rule(
    "signature-line",
    example="« Nous irons jusqu'au bout. »\nPaul Roche, ministre de la Mer\nLe vote a lieu demain.",
)
def signature_line(scene: Scene) -> Link | None:
    """The quotation has its line to itself; the next line is a name or a role, and no sentence."""
    number = scene.number + 1
    alone = scene.position == scene.sentence.start and scene.last >= scene.sentence.stop - 2
    if not alone or number >= len(scene.page.sentences):
        return None
    line = scene.page.sentences[number]
    following = scene.page.sentences[number + 1].paragraph if number + 1 < len(scene.page.sentences) else -1
    if line.paragraph == scene.sentence.paragraph or following == line.paragraph:
        return None
    tokens = scene.tokens[line.start : line.stop]
    if len(tokens) > _SIGNATURE or any(map(_of_a_sentence, tokens)):
        return None
    phrase = _signer(scene, line.start, line.stop)
    if phrase is None or not (phrase.name or phrase.flags & w.ROLE or _fills(phrase, line)):
        return None
    scene.page.phrase_reader.with_apposition(phrase, line.stop)
    if number + 1 == len(scene.page.sentences) and phrase.form == NAME and not phrase.apposed:
        return None  # who wrote the article: *L. F.*
    return Link(phrase, sentence=number)


def _of_a_sentence(token: Token) -> bool:
    """A verb, *que*, a quotation; a signature may hold a term, and *président* is no verb there."""
    if token.kind == QUOTE:
        return len(token.inner) > _TERM
    return bool(token.flags & w.QUE or (token.flags & w.FINITE and not token.flags & w.HEAD))


def _fills(phrase: NounPhrase, line: Sentence) -> bool:
    """*Le ministère de la Mer*: the body that signs has the line to itself."""
    body = phrase.flags & (w.GROUP | w.ORGANISATION) and not phrase.det & w.INDEF
    return bool(body) and phrase.end == line.stop


@rule("dash-signature", example="« Nous irons jusqu'au bout. »\n– Paul Roche, ministre de la Mer")
def dash_signature(scene: Scene) -> Link | None:
    """The quotation stands alone; a dash and a name follow, on its line or the next."""
    if scene.position != scene.sentence.start:
        return None
    tokens = scene.tokens
    k = scene.position + 1
    while k < len(tokens) and tokens[k].kind == BREAK:
        k += 1
    if k >= len(tokens) or tokens[k].text not in DASHES:
        return None
    number = next((n for n in (scene.number, scene.number + 1) if _holds(scene, n, k)), None)
    if number is None:
        return None
    stop = scene.page.sentences[number].stop
    phrase = _signer(scene, k + 1, stop)
    if phrase is None or not (phrase.name or phrase.role):
        return None
    scene.page.phrase_reader.with_apposition(phrase, stop)
    return Link(phrase, sentence=number)


def _signer(scene: Scene, k: int, stop: int) -> NounPhrase | None:
    """*Léna Morel, maire de Brest*; *Une citation de Léna Morel*."""
    opening = [t.low for t in scene.tokens[k : k + 3]]
    cited = opening[:2] == ["une", "citation"] and opening[2:] and scene.tokens[k + 2].flags & w.OF
    return scene.page.phrase_reader.phrase_at(k + 3 if cited else k, stop)


@rule("bracket-signature", example="« Nous irons jusqu'au bout » (Paul Roche, maire de Brest).")
def bracket_signature(scene: Scene) -> Link | None:
    """Brackets right behind the quotation hold a person and nothing else but who that is."""
    k, stop = scene.last + 1, scene.sentence.stop
    if not scene.opens or k + 1 >= stop or scene.tokens[k].text != "(":
        return None
    inner = scene.tokens[scene.last].inner
    if len(inner) <= _TITLE and not has_verb(inner):
        return None  # *« Marée haute » (Luc Oury)*
    phrase = scene.page.phrase_reader.phrase_at(k + 1, stop)
    if phrase is None or phrase.j >= stop or scene.tokens[phrase.j].text not in (",", ")"):
        return None
    scene.page.phrase_reader.with_apposition(phrase, stop)
    if phrase.name:
        entity = scene.page.entities.glimpse(phrase, scene.number)
        return Link(phrase, sentence=scene.number) if entity is not None and entity.human else None
    return Link(phrase, sentence=scene.number) if phrase.flags & (w.ROLE | w.GROUP) else None


def _holds(scene: Scene, number: int, k: int) -> bool:
    sentences = scene.page.sentences
    return number < len(sentences) and sentences[number].start <= k < sentences[number].stop
