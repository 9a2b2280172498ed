"""Rules that read the page: signatures under a quotation, titles of other articles."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.names import is_toponym
from quotes.parsing.page import Page
from quotes.parsing.phrases import NAME, NounPhrase
from quotes.parsing.rules.registry import rule
from quotes.parsing.scene import Link, Scene
from quotes.parsing.sentences import Sentence
from quotes.parsing.things import names_thing
from quotes.parsing.tokens import BREAK, DASHES, QUOTE, Token
from quotes.parsing.wording import has_verb

_SOURCES = frozenset({"selon", "d'", "dixit"})
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


def is_label(scene: Scene, phrase: NounPhrase) -> bool:
    """*Saint-Malo (Bretagne) : « On n'en peut plus »*: the place or the matter that a headline opens with."""
    if phrase.i != scene.sentence.start or is_person(scene, phrase):
        return False
    if _answers_label(scene):
        return True
    if not phrase.name:
        return False
    colon = scene.page.phrase_reader.after_brackets(phrase.end, scene.position)
    first = scene.tokens[phrase.i]
    place = first.flags & w.PLACE or is_toponym(first.text)
    one = phrase.j == phrase.i + 1
    placed = colon > phrase.end and bool(scene.tokens[phrase.end + 1].flags & w.PLACE)
    return bool(place or (one and (placed or names_thing(first.low)))) and scene.tokens[colon].text == ":"


def _answers_label(scene: Scene) -> bool:
    """*Montfort : « On y croit », Léna Morel rassure le club*: a label, and whose words those are."""
    if scene.last + 2 >= scene.sentence.stop or scene.tokens[scene.last + 1].text != ",":
        return False
    if (
        scene.tokens[scene.last + 2].low in _SOURCES and scene.tokens[scene.position - 1].text == ":"
    ):  # *Port de Brest : « … », selon Léna Morel*
        return True
    behind = next((p for p in scene.phrases if p.i == scene.last + 2), None)
    if behind is None or not behind.name or not _tells(scene, behind):
        return False
    return is_person(scene, behind)


def _tells(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether a verb of any sort follows the phrase."""
    return scene.page.before_verb(phrase) or any(v.i == phrase.end and v.finite for v in scene.verbs)


def is_person(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether the phrase names a person, as far as the article tells."""
    entity = scene.page.entities.glimpse(phrase, scene.number)
    return entity is not None and entity.human


@rule(
    "signature-line",
    example="« Nous irons jusqu'au bout. »\nPaul Roche, ministre de la Mer\nLe vote a lieu demain.",
)
def signature_line(scene: Scene) -> Link | None:
    """Quotation and name or role have their lines to themselves: the name stands below, or heads a series."""
    alone = scene.position == scene.sentence.start and scene.last >= scene.sentence.stop - 2
    if not alone or _is_led_to(scene):
        return None
    headed = _heads_series(scene)
    number = scene.number - 1 if headed else scene.number + 1
    phrase = _signer_of_line(scene.page, number)
    if phrase is None:
        return None
    last = number + 1 == len(scene.page.sentences)
    if last and phrase.form == NAME and not phrase.apposed:
        return None  # who wrote the article: *L. F.*
    return Link(phrase, sentence=number)


def _is_led_to(scene: Scene) -> bool:
    """*Léna Morel prévient :* ⏎ *« … »*: the line above leads to the quotation."""
    above = scene.page.sentences[scene.number - 1] if scene.number else None
    return above is not None and scene.tokens[above.stop - 1].text == ":"


#: how many lines of a series are looked at on either side
_SERIES = 20


def _heads_series(scene: Scene) -> bool:
    """*Léna* ⏎ *« … »* ⏎ *Paul* ⏎ *« … »*: names and quotations in turn, and a name comes first."""
    above, below = _turns(scene, -1), _turns(scene, 1)
    if above % 2 == 0 or below % 2 == 1:
        return False
    return above + below > 1 or _is_presented(scene.page, scene.number - 1)


def _is_presented(page: Page, number: int) -> bool:
    """*Léna Morel, maire de Brest*: one name alone heads no series; whoever is presented may speak."""
    phrase = _signer_of_line(page, number)
    if phrase is None or phrase.apposed is None or phrase.end < page.sentences[number].stop:
        return False
    return phrase.apposed.head not in words("observers.txt")  # *Luc Oury, correspondant à Brest*


def _turns(scene: Scene, step: int) -> int:
    """How many lines from the quotation on hold a name and a quotation in turn."""
    count = 0
    while count < _SERIES and _in_turn(scene.page, scene.number + step * (count + 1), named=count % 2 == 0):
        count += 1
    return count


def _in_turn(page: Page, number: int, *, named: bool) -> bool:
    """Whether the line `number` holds a name, or a quotation, and nothing else."""
    if not 0 <= number < len(page.sentences):
        return False
    line = page.sentences[number]
    if not named:
        return page.tokens[line.start].kind == QUOTE and _stands_alone(page, number, line.start)
    phrase = _signer_of_line(page, number)
    return phrase is not None and phrase.form == NAME and phrase.i == line.start


def _stands_alone(page: Page, number: int, last: int) -> bool:
    """Whether nothing stands on the line of the sentence `number` behind its quotation, token `last`."""
    line = page.sentences[number]
    return last >= line.stop - 2 and _is_line(page, number)


def _is_line(page: Page, number: int) -> bool:
    """Whether the sentence is a paragraph of its own."""
    around = page.sentences[max(number - 1, 0) : number + 2]
    return sum(other.paragraph == page.sentences[number].paragraph for other in around) == 1


def _signer_of_line(page: Page, number: int) -> NounPhrase | None:
    """The name or the role with which the line `number` begins, if it has no more and is no sentence."""
    if not 0 <= number < len(page.sentences) or not _is_line(page, number):
        return None
    line = page.sentences[number]
    tokens = page.tokens[line.start : line.stop]
    if len(tokens) > _SIGNATURE:
        return None
    if tokens[-1].text == "." and any(t.kind == QUOTE or t.flags & w.FINITE for t in tokens):
        return None  # *Le syndicat annonce un « vote » lundi.*
    if any(t.text == ":" for t in tokens):
        return None  # *Brest (Finistère) : Luc Oury, 38 ans*: what the next paragraph is about
    phrase = _signer(page, line.start, line.stop)
    if phrase is None or any(map(_of_a_sentence, tokens[phrase.j - line.start :])):
        return None  # *Une élue La Vague en marche* is no sentence
    if not (phrase.name or phrase.flags & w.ROLE or _fills(phrase, line)):
        return None
    return page.phrase_reader.with_apposition(phrase, line.stop)


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
    phrase = _signer(scene.page, k + 1, stop)
    if phrase is None or not (phrase.name or phrase.role):
        return None
    scene.page.phrase_reader.with_apposition(phrase, stop)
    return Link(phrase, sentence=number)


def _signer(page: Page, k: int, stop: int) -> NounPhrase | None:
    """*Léna Morel, maire de Brest*; *Une citation de Léna Morel*."""
    opening = [t.low for t in page.tokens[k : k + 3]]
    cited = opening[:2] == ["une", "citation"] and opening[2:] and page.tokens[k + 2].flags & w.OF
    return page.phrase_reader.phrase_at(k + 3 if cited else k, stop)


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
