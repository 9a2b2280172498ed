"""A reporting verb inside the marks, its auxiliary before: *a « regretté »*, *sont « jugés … » par X*."""

from __future__ import annotations

from quotes.parsing import words as w
from quotes.parsing.cues import Verb
from quotes.parsing.rules.prepositions import source_links
from quotes.parsing.scene import Link, Scene
from quotes.parsing.words import CueVerb, is_being, lexicon


def participle_inside(scene: Scene) -> Link | None:
    """*Léna Morel a « regretté un échec »*: the subject of the auxiliary that stands before the marks."""
    k, cue = _auxiliary(scene), _participle(scene)
    if k is None or cue is None or _told(scene):
        return None
    auxiliary = lexicon().auxiliaries.get(scene.tokens[k].low)
    if auxiliary is None or auxiliary.head != "avoir" or auxiliary.tense not in w.FINITE_TENSES:
        return None
    i = k
    while i > scene.sentence.start and scene.tokens[i - 1].flags & (w.CLITIC | w.NEG):
        i -= 1
    verb = Verb(i, scene.position, k, cue, auxiliary.tense, auxiliary.person)
    subject = scene.subject_before(verb)
    return scene.link(subject, verb) if subject is not None and subject.can_speak else None


def agent_behind(scene: Scene) -> Link | None:
    """*Les usagers ont été « invités à patienter » par la préfète*: the agent of the passive inside."""
    k, behind = _auxiliary(scene), scene.last + 1
    if k is None or behind >= scene.sentence.stop - 1 or scene.tokens[behind].low != "par":
        return None
    if not is_being(scene.tokens[k].low) or _participle(scene) is None or _told(scene):
        return None
    phrase = scene.page.phrase_reader.phrase_at(behind + 1, scene.sentence.stop, bare=True)
    if phrase is None or not phrase.can_speak:
        return None
    return Link(scene.page.phrase_reader.with_apposition(phrase, scene.sentence.stop), sentence=scene.number)


def _auxiliary(scene: Scene) -> int | None:
    """The auxiliary that stands before the marks, with nothing but adverbs between."""
    k = scene.position - 1
    while k > scene.sentence.start and scene.tokens[k].flags & w.ADV and not scene.tokens[k].flags & w.AUX:
        k -= 1
    return k if k >= scene.sentence.start else None


def _participle(scene: Scene) -> CueVerb | None:
    """The reporting verb whose participle the quotation begins with."""
    known = lexicon()
    first = next((t for t in scene.tokens[scene.position].inner if not t.flags & w.ADV), None)
    for reading in known.readings.get(first.low, ()) if first is not None else ():
        strong = (cue for cue in known.verbs.get(reading.head, ()) if cue.strong and not cue.tail)
        if reading.tense == "pp":
            return next(strong, None)
    return None


def _told(scene: Scene) -> bool:
    """Whether another verb or a preposition says whose the words are."""
    held = any(v.j <= scene.position and v.cue.strong and not v.passive for v in scene.verbs)
    near = (v for v in scene.verbs if scene.last < v.i <= scene.last + 2)
    held = held or any(v.finite and scene.set_off(v) for v in near)
    return held or any(link.phrase and link.phrase.can_speak for link in source_links(scene, strong=True))
