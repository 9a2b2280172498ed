"""Whose words a fragment is made of, where its sentence tells it behind the fragment."""

from __future__ import annotations

from quotes.parsing import words as w
from quotes.parsing.phrases import PRONOUN, NounPhrase
from quotes.parsing.rules.reports import SUBORDINATES
from quotes.parsing.scene import Link, Scene
from quotes.parsing.things import is_thing


def told_behind(scene: Scene) -> Link | None:
    """Who made or wanted what the fragment belongs to, else who reports in the clause behind."""
    maker = _maker(scene)
    return scene.link(maker) if maker is not None else _report_behind(scene)


def _maker(scene: Scene) -> NounPhrase | None:
    """*les « aides » annoncées par X*, *« priés de partir » par X*, *la « pause » que voulait X*."""
    tokens, k = scene.tokens, scene.last + 1
    participle = next((v for v in scene.verbs if v.i == k and v.tense == "pp" and v.cue.strong), None)
    if participle is not None and participle.cue.family not in _MADE:
        maker = scene.agent(participle)
    elif k + 2 < scene.sentence.stop and tokens[k].low == "par":
        maker = scene.page.phrase_reader.phrase_at(k + 1, scene.sentence.stop, bare=True)
    elif k + 2 < scene.sentence.stop and tokens[k].flags & w.QUE and tokens[k + 1].flags & w.FINITE:
        maker = scene.page.phrase_reader.phrase_at(k + 2, scene.sentence.stop)
    else:
        return None
    return maker if maker is not None and maker.can_speak and not is_thing(maker) else None


def _report_behind(scene: Scene) -> Link | None:
    """The subject of the first reporting verb behind the fragment, when it stands there too."""
    ahead = (v for v in scene.verbs if v.i > scene.last and v.finite and v.cue.strong and not v.passive)
    verb = next(ahead, None)
    subject = scene.reporter(verb) if verb is not None and verb.clitic is None else None
    if subject is None or subject.form == PRONOUN or not subject.can_speak or is_thing(subject):
        return None  # *Après ces « mois perdus », elle promet*: whoever goes on
    return scene.link(subject) if _leads_to(scene, subject) else None


def _leads_to(scene: Scene, subject: NounPhrase) -> bool:
    """Whether the clause of the subject takes up the fragment, and is neither joined to it nor an aside."""
    between = scene.tokens[scene.last + 1 : subject.i]
    if not between or scene.in_brackets(subject) or any(t.text == ":" for t in between):
        return False
    if any(t.flags & (SUBORDINATES | w.COORD) for t in (between[0], between[-1])):
        return False  # *ce « cap » dont se réclame la maire*, *« Assez » et la Marseillaise répondent*
    return scene.opens or not (subject.prep or any(t.flags & w.FINITE for t in between))


#: *une « Lettre » signée par X*, *les « faits » observés par X*: a work, and what is only seen
_MADE = frozenset({"write", "think"})
