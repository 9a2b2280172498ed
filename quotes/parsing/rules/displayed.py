"""Rules for what is written or chanted for all: banners and slogans."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.phrases import PRONOUN, NounPhrase
from quotes.parsing.rules.layout import is_person
from quotes.parsing.rules.registry import rule
from quotes.parsing.scene import Link, Scene
from quotes.parsing.things import is_thing, is_writing
from quotes.parsing.tokens import QUOTE, WORD
from quotes.parsing.words import is_being, without_agreement


@rule("display", example="Sur les pancartes, on devine : « Sauvons la gare », « Plus de trains ».")
def display(scene: Scene) -> Link | None:
    """Words written for all to read, with a capital: those of the banner named before them."""
    inner = scene.tokens[scene.position].inner
    if not inner or not inner[0].cap or scene.has_speaker_before():
        return None
    for k in range(scene.position - 1, max(scene.sentence.start - 1, scene.position - _DISPLAYED), -1):
        if scene.tokens[k].low == "qui" and scene.tokens[k - 1].flags & (w.GROUP | w.ROLE):
            return None  # *un bandeau au front, il mène la foule qui crie : « … »*
        if scene.tokens[k].low in _DISPLAYS and not _is_verb(scene, k):
            banner = next((p for p in scene.phrases if p.i <= k < p.j), None)
            carried = banner is not None and not banner.prep and not scene.page.before_verb(banner)
            subject = scene.clause_subject() if carried else None
            if subject is None or subject is banner:
                subject = banner or scene.page.phrase_reader.phrase_at(k, scene.sentence.stop, bare=True)
            return Link(subject, sentence=scene.number)
    return None


def _is_verb(scene: Scene, k: int) -> bool:
    """*le dos du gilet affiche l'inscription « … »*, unlike *des affiches*."""
    if not scene.tokens[k].flags & w.FINITE or k == scene.sentence.start:
        return False
    return scene.tokens[k - 1].kind == WORD and not scene.tokens[k - 1].flags & (
        w.ANY_DET | w.OF | w.PREP | w.COORD
    )


#: how far behind the banner its words may stand, in tokens
_DISPLAYED = 24
_DISPLAYS = words("display_nouns.txt")
_SILENT = words("silent_documents.txt")
_OPENERS = words("slogan_openers.txt")
#: how many words they have at most, with one of the next among them: *aux cris notamment de*
_LONGEST = 6
_NOTABLY = frozenset({"notamment", "surtout"})
#: with which words those end: *de* is *d'* and *du* as well
_LAST = frozenset(phrase.replace("'", " ").split()[-1] for phrase in _OPENERS) | {"d'", "du"}


@rule("slogan", example="Au cri de « Sauvons la gare », les usagers ont envahi le quai.")
def slogan(scene: Scene) -> Link | None:
    """*au cri de*, *sous le slogan*, *brandissant* lead to the words: those of the sentence's subject."""
    k = scene.position
    while k > scene.sentence.start and _between_slogans(scene, k - 1):
        k -= 1
    if scene.tokens[k - 1].low not in _LAST:
        return None
    start = next((k - n for n in range(1, _LONGEST + 1) if _opener(scene, k - n, k)), None)
    if start is None:
        return None
    text = " ".join(t.text for t in scene.tokens[start:k])
    written = _written_on(scene, start) if scene.tokens[k - 1].low in _WRITTEN else None
    if written is not None:
        owner = scene.page.entities.owner(written, scene.number) if written.det & w.POSS else None
        return Link(written, (start, k), text, entity=owner, sentence=scene.number)
    if _is_met(scene, start):
        return Link(_crowd(scene), (start, k), text, sentence=scene.number)
    before = [p for p in scene.phrases if p.end <= start and not p.prep and not is_thing(p)]
    after = [p for p in scene.phrases if p.i > scene.last and not p.prep and _takes_up(scene, p)]
    # *Drapeaux brandis au cri de « … », mille élèves ont défilé*
    people = [p for p in before + after if not (is_writing(p) or p.head in _SILENT)]
    chosen = _marcher(scene, start) or next(iter(people + before), None)
    return Link(chosen, (start, k), text, sentence=scene.number) if chosen is not None else None


def _takes_up(scene: Scene, phrase: NounPhrase) -> bool:
    """*Au cri de « … », mille élèves ont défilé*, *« … », quelque mille élèves venus de Brest ont …*."""
    next_to = phrase.i <= scene.last + _BESIDE and scene.tokens[scene.last + 1].text == ","
    return scene.page.before_verb(phrase) or bool(next_to and phrase.flags & (w.GROUP | w.ROLE))


#: how far behind the comma that follows the marks whoever shouts may be named, in tokens
_BESIDE = 3


def _is_met(scene: Scene, start: int) -> bool:
    """*Il a été accueilli aux cris de « … »*, *La préfète sort sous les cris de « … »*: they are others'."""
    if scene.tokens[start].low == "sous" and scene.tokens[start + 2].low in _CRIES:
        subject = scene.subject_until(start)
        return subject is not None and subject.form != PRONOUN and is_person(scene, subject)
    for k in range(start - 1, max(scene.sentence.start, start - _LONGEST), -1):
        if is_being(scene.tokens[k - 1].low) and without_agreement(scene.tokens[k].low) in _DONE:
            return True
    return False


_DONE = words("crowd_participles.txt")
_CRIES = frozenset({"cris", "huées", "slogans"})


def _crowd(scene: Scene) -> NounPhrase | None:
    """*aux cris de « … » lancés par des marins*: who shouts, behind the words or before them."""
    by = (p for p in scene.phrases if p.prep == "par" and p.can_speak and not is_thing(p))
    return next(by, None)


def _written_on(scene: Scene, stop: int) -> NounPhrase | None:
    """*Sur le gilet d'un docker est écrit « … »*: whoever wears it, else what bears the words."""
    places = (p for p in reversed(scene.phrases) if p.end <= stop and p.prep in _ON)
    bearer = next(places, None)
    if bearer is None or any(t.kind == QUOTE or t.flags & w.FINITE for t in scene.tokens[bearer.end : stop]):
        return None
    return scene.complement(bearer) or bearer


_WRITTEN = frozenset({"écrit", "inscrit", "lit"})
_ON = frozenset({"sur", "dans", "à", "au", "aux"})


def _marcher(scene: Scene, stop: int) -> NounPhrase | None:
    """*La place se vide, mille élèves défilent au cri de « … »*: the nearest subject that can speak."""
    free = (p for p in reversed(scene.phrases) if p.end <= stop and not p.prep)
    return next((p for p in free if p.can_speak and scene.page.before_verb(p)), None)


def _opener(scene: Scene, start: int, stop: int) -> bool:
    if start < scene.sentence.start:
        return False
    first, *others = (t.low for t in scene.tokens[start:stop])
    words_ = " ".join([first, *(low for low in others if low not in _NOTABLY)]).replace("' ", "'")
    return words_ in _OPENERS or words_.replace(" d'", " de").replace(" du", " de") in _OPENERS


def _between_slogans(scene: Scene, k: int) -> bool:
    """*au cri de « … », puis de « … »*: the second *de* stands between slogans, the first opens one."""
    token = scene.tokens[k]
    if token.text == ":":
        return k == scene.position - 1 and scene.tokens[k - 1].low in _WRITTEN
    again = token.flags & w.OF and k > scene.sentence.start and scene.tokens[k - 1].low in _AND
    return bool(token.kind == QUOTE or token.low in _AND or again)


_AND = frozenset({"et", ",", "ou", "puis", "mais"})
