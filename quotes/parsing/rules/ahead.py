"""Rules for who is named before the words, by a colon or a cue between commas: *Léna : « … »*."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.cues import Verb
from quotes.parsing.main_clause import OPPOSING
from quotes.parsing.phrases import NOUN, NounPhrase
from quotes.parsing.rules.layout import is_label, is_person
from quotes.parsing.rules.prepositions import AGAINST
from quotes.parsing.rules.registry import rule
from quotes.parsing.scene import Link, Scene

_ONE_OF_SEVERAL = words("one_of_several.txt")


@rule("colon-name", example="Léna Morel : « Je n'ai pas peur. »")
def colon_name(scene: Scene) -> Link | None:
    """A name and a colon, with no verb between: a headline, an interview turn, a voice: *« … » : Léna*."""
    tokens, k = scene.tokens, scene.position - 1
    behind = scene.last + 2
    if behind < scene.sentence.stop and tokens[behind - 1].text == ":":
        named = next((p for p in scene.phrases if p.i == behind), None)
        if named is not None and not (named.name or (named.apposed is not None and named.apposed.name)):
            named = _whose_outcry(scene, named)
        return Link(named, sentence=scene.number) if named is not None else None
    if k <= scene.sentence.start or tokens[k].text != ":":
        return None
    for phrase in scene.phrases:
        one = phrase.head in _ONE_OF_SEVERAL
        speaks = phrase.name or one or (phrase.flags & w.HEAD and not phrase.flags & w.CUE_NOUN)
        if phrase.end == k and speaks and not phrase.prep:
            lead = tokens[phrase.i - 1].text
            told = lead == "," and (phrase.det or phrase.name)  # *la réponse de Léna Morel, élue : « … »*
            alone = phrase.i == scene.sentence.start or lead in ("-", "–", "—", ".") or told
            if alone and not any(v.j <= k for v in scene.verbs if v.finite):
                return _at_colon(scene, phrase)
    if k - scene.sentence.start == 2 and tokens[k - 1].low in ("un", "une"):  # *L'un : « … »*
        return Link(NounPhrase(k - 2, k, NOUN, tokens[k - 1].low, w.GROUP), sentence=scene.number)
    return None


def _at_colon(scene: Scene, phrase: NounPhrase) -> Link | None:
    """*Léna Morel, FCPE : « … »*: the person, of the body behind her; nobody where the line names a place."""
    member = next((p for p in scene.phrases if p.end == phrase.i - 1 and p.name and not p.prep), None)
    if member is not None and scene.tokens[phrase.i - 1].text == ",":
        body = phrase.name and not is_person(scene, phrase) and is_person(scene, member)
        phrase = member if body else phrase
    return None if is_label(scene, phrase) else Link(phrase, sentence=scene.number)


@rule("incise-before", example="Mais, prévient l'économiste Paul Roche, « la dette reste lourde ».")
def incise_before(scene: Scene) -> Link | None:
    """An inverted cue set between commas before the quotation."""
    for verb in reversed(scene.verbs):
        if verb.j > scene.position or not verb.finite or verb.i == scene.sentence.start:
            continue
        if scene.tokens[verb.i - 1].low not in (",", "comme"):
            continue
        if verb.clitic is None and "incise" not in verb.cue.frames:
            continue
        subject = scene.subject_after(verb)
        if subject is None:
            continue
        other = scene.joined(subject)
        end = subject.end if other is None else max(subject.end, other.end)
        after = _past_complement(scene, scene.page.phrase_reader.after_brackets(end, scene.sentence.stop))
        if after >= scene.position or scene.tokens[after].text not in (",", ":"):
            continue
        if not subject.can_speak or _set_against(scene, after) or _has_subject(scene, verb, after):
            continue
        inside = scene.tokens[verb.i : subject.i]
        if not any(t.flags & (w.NEG | w.INFINITIVE) for t in inside):
            return scene.link(subject, verb)
    return None


def _past_complement(scene: Scene, k: int) -> int:
    """*note Léna Morel, juriste au Port Sud : « … »*: the comma or colon behind what the role's noun has."""
    if k >= scene.position or not scene.tokens[k].flags & w.PREP:
        return k
    end = next((n for n in range(k, scene.position) if scene.tokens[n].text in (",", ":")), k)
    return k if any(t.flags & (w.FINITE | w.QUE | w.REL) for t in scene.tokens[k:end]) else end


def _has_subject(scene: Scene, verb: Verb, k: int) -> bool:
    """*Le maire, Paul Roche, a interpellé Léna : « … »*: no incise; whoever acts opens the sentence."""
    first = next((p for p in scene.phrases if not p.prep), None)
    if scene.tokens[k].text != ":" or first is None or first.i != scene.sentence.start:
        return False
    between = scene.tokens[first.end : verb.i]
    return first.can_speak and not any(t.flags & (w.FINITE | w.QUE) for t in between)


def _whose_outcry(scene: Scene, phrase: NounPhrase) -> NounPhrase | None:
    """*« Le port se meurt » : la colère des marins*: a headline that ends with a noun of saying and whose."""
    said = scene.tokens[min(phrase.i + 1, phrase.j - 1)].flags & w.CUE_NOUN
    if not said or phrase.end < scene.sentence.stop - 1:
        return None
    whose = scene.complement(phrase)
    return whose if whose is not None and whose.i <= phrase.i + 3 else None


def _set_against(scene: Scene, k: int) -> bool:
    """*…, note Léna Morel, tandis que Paul Roche assure que « … »*: another speaks behind token `k`.

    So with *quand Paul Roche admet que*, right behind the comma.
    """
    tokens, behind = scene.tokens, [v for v in scene.verbs if k < v.i and v.j <= scene.position]
    for against in range(k, scene.position - 1):
        if tokens[against].low in AGAINST and tokens[against + 1].flags & w.QUE:
            return any(against < v.i and v.cue.strong for v in behind)
    if tokens[k + 1].low not in OPPOSING:
        return False
    telling = (v for v in behind if v.finite and v.cue.strong and not v.passive)
    subject = next((scene.subject_before(v) for v in telling), None)
    if subject is None or not subject.can_speak or subject.i < k + 2:
        return False
    # *quand son second à bord, le chef Luc Oury, promet de*
    return not any(t.flags & (w.FINITE | w.QUE | w.REL) for t in tokens[k + 2 : subject.i])
