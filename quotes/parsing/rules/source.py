"""Rules for a source named by a preposition: *selon X*, *d'après X*, *pour X*."""

from __future__ import annotations

from quotes.parsing import words as w
from quotes.parsing.phrases import PRONOUN, NounPhrase
from quotes.parsing.rules.layout import is_person
from quotes.parsing.rules.prepositions import set_against, source_links
from quotes.parsing.rules.registry import rule
from quotes.parsing.scene import Link, Scene
from quotes.parsing.things import is_writing
from quotes.parsing.tokens import QUOTE, Token, classes_of
from quotes.parsing.words import is_being, lexicon


@rule("source-beside", example="Il dit rester, même si, selon Anne Lalo, « la rivière monte vite ».")
def source_beside(scene: Scene) -> Link | None:
    """*selon X*, *pour X* right before the quotation or right behind it: nearer than any verb."""
    weak = (ln for ln in source_links(scene, strong=False) if (ln.cue_text or "").lower() == "pour")
    for link in (*source_links(scene, strong=True), *weak):
        if link.phrase is None or link.cue is None or not _speaks(link.phrase):
            continue
        if link.cue[0] > scene.last:
            listed = _list_end(scene)
            beside = link.cue[0] == listed + 2 and scene.tokens[listed + 1].text == ","
            beside = beside or link.cue_text == "dixit"
            close = link.cue[0] == scene.last + 1 and link.cue_text == "selon"
            beside = beside or (close and link.phrase.can_speak)
        else:
            between = scene.tokens[link.phrase.end : scene.position]
            beside = len(between) in (1, 2) and between[0].text == "," and link.cue[0] < scene.position
        if beside:
            return link
    return None


#: how far a list of quotations is followed, in tokens
_LISTED = 8


def _list_end(scene: Scene) -> int:
    """The last of the quotations set side by side: *jugée « lourde » et « injuste », selon la maire*."""
    k, stop = scene.last, min(scene.sentence.stop, scene.last + _LISTED)
    while k + 2 < stop and scene.tokens[k + 2].kind == QUOTE and _joins(scene.tokens[k + 1]):
        k += 2
    return k


def _joins(token: Token) -> bool:
    return bool(token.flags & w.COORD) or token.text == ","


def _speaks(phrase: NounPhrase) -> bool:
    """A name, a pronoun, a noun of the lexicon, or many of them: *pour beaucoup de riverains*."""
    many = phrase.plural and phrase.det & w.DET
    return bool(phrase.name or many or phrase.form == PRONOUN or phrase.flags & (w.HEAD | w.PLACE))


@rule("source-preposition", example="Selon la préfète Anne Lalo, la rivière « ne débordera pas ».")
def source_preposition(scene: Scene) -> Link | None:
    """*selon*, *d'après*, *aux yeux de* and their kin, anywhere in the sentence; the nearest wins."""
    for link in source_links(scene, strong=True):
        if link.phrase and link.phrase.can_speak and not _of_figure(scene, link) and not _holds(scene, link):
            return link
    return None


def _holds(scene: Scene, link: Link) -> bool:
    """*selon le communiqué, dans lequel la maire « condamne … »*: the writing holds what another says."""
    if link.phrase is None or not is_writing(link.phrase) or link.phrase.end >= scene.position:
        return False
    behind = scene.tokens[link.phrase.end : link.phrase.end + 3]
    return any(t.flags & w.REL and t.low != "qui" for t in behind)


def _of_figure(scene: Scene, link: Link) -> bool:
    """*Trois cents élus, selon la mairie, ont crié « … »*: the source of the figure alone."""
    if link.phrase is None or link.cue is None or link.phrase.end >= scene.position:
        return False
    before = next((p for p in scene.phrases if p.end == link.cue[0] - 1), None)
    if before is None or before.prep or scene.tokens[before.end].text not in (",", "("):
        return False
    figure = any(scene.page.number_at(k) for k in range(before.i, before.j))
    closes = scene.tokens[link.phrase.end].text in (",", ")")
    return figure and closes and bool(scene.tokens[link.phrase.end + 1].flags & (w.FINITE | w.CLITIC))


#: how many small words may stand before *pour X*: *Mais, pour Marc Oury, …*
_LEAD = 3


@rule("pour-source", example="Pour Marc Oury, cette loi est « une folie ».")
def weak_preposition(scene: Scene) -> Link | None:
    """*pour X* opens the sentence or stands beside the quotation, and X can speak."""
    for link in source_links(scene, strong=False):
        phrase, cue = link.phrase, link.cue
        if phrase is None or cue is None:
            continue
        lead = scene.tokens[scene.sentence.start : cue[0]]
        small = all(t.flags & (w.COORD | w.SUB | w.ADV) or t.text == "," for t in lead)
        opening = len(lead) <= _LEAD and small
        opens = opening or (lead[-1].text in (";", ":") and cue[0] < scene.position)
        beside = cue[0] > scene.position and scene.tokens[cue[0] - 1].text == ","
        close = cue[0] == scene.last + 1 and _closes(scene, phrase)
        beside = beside or (close and (scene.opens or _is_judgement(scene, phrase)))
        relative = scene.tokens[cue[1]].flags & w.REL
        if _speaks(phrase) and (opens or beside or relative or set_against(scene, link)):
            return link
    return None


def _closes(scene: Scene, phrase: NounPhrase) -> bool:
    """*« Mauvaise idée » pour le préfet, qui …*: nothing but an aside follows the phrase."""
    k = scene.page.phrase_reader.after_brackets(phrase.end, scene.sentence.stop)
    return k >= scene.sentence.stop - 1 or scene.tokens[k].text == ","


def _is_judgement(scene: Scene, phrase: NounPhrase) -> bool:
    """*La fermeture est un « coup de poignard » pour Léna Morel*: what it is, as one person sees it."""
    lead = scene.tokens[max(scene.sentence.start, scene.position - _PREDICATE) : scene.position]
    verbs = [n for n, token in enumerate(lead) if token.flags & w.FINITE]
    predicate = lead[verbs[-1] :] if verbs else []
    if not any(is_being(t.low) for t in predicate[:2]) or any(t.text == "," for t in predicate):
        return False
    auxiliary = lexicon().auxiliaries.get(predicate[0].low)
    supposed = auxiliary is None or auxiliary.tense == "cond"  # *serait « une chance » pour Léna Morel*
    return not supposed and is_person(scene, phrase)


#: how far before the words *est* may stand, in tokens: *est depuis hier une véritable*
_PREDICATE = 7


@rule("source-relative", example="Léna Morel, pour qui la loi reste « un chiffon de papier », a voté contre.")
def source_relative(scene: Scene) -> Link | None:
    """*X, pour qui …*, *X, selon lequel …*: the source stands before the preposition."""
    if not classes_of(scene.tokens[scene.sentence.start : scene.position + 1]) & w.REL:
        return None
    for link in source_links(scene):
        if link.cue is None or link.cue[1] > scene.position or not scene.tokens[link.cue[1]].flags & w.REL:
            continue
        if link.phrase is None or not link.phrase.can_speak:
            continue  # *la rumeur selon laquelle …*
        if not any(
            v.cue.strong and v.tense == "ger" and link.cue[1] < v.i < scene.position for v in scene.verbs
        ):
            return link  # *X, pour qui le maire a tort en parlant de « … »*
    return None
