"""The rule for *on*, which hides those who speak: where that is tells who they are."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.clause import Clause
from quotes.parsing.cues import Verb
from quotes.parsing.noun_heads import is_participle
from quotes.parsing.phrases import NounPhrase
from quotes.parsing.rules.prepositions import source_links
from quotes.parsing.rules.registry import rule
from quotes.parsing.scene import Link, Scene

_STREETS = words("street_nouns.txt")
_HOUSES = words("house_nouns.txt")
_OBSERVERS = words("observers.txt")


@rule("on-and-place", example="« Rien n'est décidé », indique-t-on à la préfecture.")
def on_and_place(scene: Scene) -> Link | None:
    """*on* hides a body that the sentence names: *dit-on à la mairie*, *apprend-on de source policière*."""
    for verb in scene.verbs:
        ahead = place_ahead(scene, verb) if verb.clitic is None and verb.j <= scene.position else None
        if ahead is not None:
            return scene.link(ahead, verb)
        if verb.clitic is None or not scene.tokens[verb.clitic].low.endswith("on"):
            continue
        phrase = place_after(scene, verb)
        if verb.i <= scene.position and not _set_before(scene, verb, phrase):
            continue
        link = scene.link(phrase, verb) if phrase is not None else _source_behind(scene, verb)
        link = link or _heard(scene, verb)
        if link and phrase and phrase.det & w.POSS:  # *sur leurs banderoles*: of those whose they are
            link.entity = scene.page.entities.owner(phrase, scene.number)
        return link
    return None


def _set_before(scene: Scene, verb: Verb, phrase: NounPhrase | None) -> bool:
    """*La digue, dit-on à la mairie, « tiendra »*: the place and its comma stand right before the words."""
    if phrase is None or verb.i == scene.sentence.start or scene.tokens[verb.i - 1].text != ",":
        return False
    return phrase.end == scene.position - 1 and scene.tokens[phrase.end].text == ","


def _heard(scene: Scene, verb: Verb) -> Link | None:
    """*peut-on entendre un docker demander*, *entend-on des élèves crier*: whoever is heard to say so."""
    phrase = scene.page.phrase_reader.phrase_at(verb.j, scene.sentence.stop)
    if phrase is None or not phrase.can_speak or phrase.end >= scene.sentence.stop:
        return None
    says = scene.tokens[phrase.end].flags & w.INFINITIVE
    return scene.link(phrase, verb) if says and verb.cue.head in _HEARING else None


_HEARING = frozenset({"entendre", "pouvoir"})


def _source_behind(scene: Scene, verb: Verb) -> Link | None:
    """*lit-on sous la plume de Léna Morel*, *entend-on dans la bouche du préfet*."""
    links = (ln for ln in source_links(scene, strong=True) if ln.cue is not None and ln.cue[0] == verb.j)
    return next((ln for ln in links if ln.phrase is not None and ln.phrase.can_speak), None)


def place_after(scene: Clause, verb: Verb) -> NounPhrase | None:
    """Where *on* speaks; where what is read stands: *peut-on lire dans la lettre*."""
    stop = scene.sentence.stop
    wanted = w.ORGANISATION | w.GROUP | w.PLACE
    reads = "lire" in verb.cue.lemma
    if reads:
        wanted |= w.DOCUMENT
    k = verb.j - 1 if scene.tokens[verb.j - 1].flags & w.PREP else verb.j
    while k < stop and (
        scene.tokens[k].flags & (w.ADV | w.TIME | w.PREP | w.OF) or scene.tokens[k].low in _STREETS
    ):
        phrase = None
        if scene.tokens[k].low in _STREETS:  # *rue de Valois*: whoever sits there
            return scene.page.phrase_reader.phrase_at(k, stop, bare=True)
        if [t.low for t in scene.tokens[k : k + 2]] == ["du", "côté"]:
            k += 2
            continue
        if scene.tokens[k].flags & (w.PREP | w.OF):
            phrase = scene.page.phrase_reader.phrase_at(k + 1, stop, bare=True)
        if phrase is not None:
            sits = not reads and phrase.head in _HOUSES
            if not reads and phrase.head in _OBSERVERS and scene.tokens[k].low == "à":
                k = phrase.j  # *indique-t-on à l'AFP*: who asked
                continue
            if (phrase.flags & wanted or sits) and not phrase.det & (w.DEM | w.POSS):
                return phrase
            if reads and phrase.det & w.POSS and not phrase.flags & (w.ROLE | w.GROUP | w.ORGANISATION):
                return phrase  # *sur leur banderole*, *sur son gilet*
            if not reads and _is_house(scene, phrase, k):
                return phrase
        k = phrase.j if phrase is not None else k + 1
        if k < stop and is_participle(scene.tokens[k].low):  # *dans une vidéo tournée auprès des marins*
            k += 1
    return None


def place_ahead(scene: Clause, verb: Verb) -> NounPhrase | None:
    """*Au sein du parti, on assure que …*, *À droite, on dénonce …*: where *on* speaks, set before it."""
    tokens, comma = scene.tokens, verb.i - 2
    if not verb.finite or comma <= scene.sentence.start or tokens[verb.i - 1].low != "on":
        return None
    start = next(
        (k + 1 for k in range(comma - 1, scene.sentence.start - 1, -1) if tokens[k].text == ","), None
    )
    start = scene.sentence.start if start is None else start
    if tokens[comma].text != "," or tokens[start].low not in _WITHIN:
        return None
    phrase = scene.page.phrase_reader.phrase_at(start + 1, comma, bare=True)
    if phrase is None or phrase.j != comma:
        return None
    if phrase.head in _SIDES:
        return scene.complement(phrase)
    return phrase if phrase.flags & (w.ORGANISATION | w.GROUP | w.ROLE) and not phrase.name else None


_WITHIN = frozenset({"à", "au", "dans", "parmi", "sous"})
#: those of a body: *au sein du parti*, *dans les rangs du syndicat*
_SIDES = frozenset({"camp", "rangs", "sein", "coulisses"})


def _is_house(scene: Clause, phrase: NounPhrase, k: int) -> bool:
    """*à la Sécurité civile*, *chez Oury*, *du côté d'Oury*: a name behind the preposition at `k`."""
    if scene.tokens[k].low == "chez" or scene.tokens[k - 1].low == "côté":
        return bool(phrase.name)
    article, noun = scene.tokens[phrase.i : phrase.i + 2] if phrase.j - phrase.i > 1 else (None, None)
    return bool(article and noun and article.flags & w.DET and noun.cap and not phrase.flags & w.TITLE)
