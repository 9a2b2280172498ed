"""Rules that follow the speaker from sentence to sentence when no cue stands beside the quotation."""

from __future__ import annotations

from quotes.parsing.clause import Clause
from quotes.parsing.rules.registry import rule
from quotes.parsing.scene import Link, Scene


@rule("cue-in-sentence-before", example="Paul Roche confirme. « Nous irons jusqu'au bout. »")
def sentence_before(scene: Scene) -> Link | None:
    """The sentence before, in the same paragraph, reports; the quotation makes its own sentence."""
    number = scene.number - 1
    if number < 0 or scene.page.sentences[number].paragraph != scene.sentence.paragraph:
        return None
    if scene.position != scene.sentence.start:
        return None
    before = scene.page.sentences[number]
    if any(t.marked for t in scene.tokens[before.start : before.stop]):
        return None
    verbs = [v for v in scene.page.verbs(number) if v.finite and v.cue.strong]
    if not verbs:
        return None
    clause = Clause(scene.page, number, before.stop)
    subject = clause.subject_before(verbs[-1])
    if subject is None:
        return None
    return Link(subject, (verbs[-1].i, verbs[-1].j), clause.cue_text(verbs[-1]), sentence=number)


@rule("narrative-infinitive", example="« Je pars », dit Léna Morel. Et d'ajouter : « Demain. »")
def narrative_infinitive(scene: Scene) -> Link | None:
    """*Et de conclure :*, *Avant d'ajouter :*: the one who spoke last goes on."""
    last = scene.page.entities.last_speaker
    if last is None:
        return None
    for verb in scene.verbs:
        opens = verb.j <= scene.position and verb.i - scene.sentence.start <= 3
        if opens and verb.tense == "inf" and scene.tokens[verb.i - 1].low in ("de", "d'"):
            cue = (verb.i, verb.j)
            return Link(None, cue, scene.cue_text(verb), entity=last[1], sentence=scene.number)
    return None


@rule("subject-and-colon", example="Léna Morel montre la digue : « Elle ne tiendra pas. »")
def subject_and_colon(scene: Scene) -> Link | None:
    """A colon leads to the quotation and no verb reports: the sentence's subject speaks."""
    if scene.position == scene.sentence.start or scene.tokens[scene.position - 1].text != ":":
        return None
    return _subject(scene)


@rule("subject-of-sentence", example="Paul Roche est venu « en voisin ».")
def subject_of_sentence(scene: Scene) -> Link | None:
    """A fragment in a sentence without reporting verb: the words are the sentence's subject's."""
    return _subject(scene)


def _subject(scene: Scene) -> Link | None:
    subject = scene.clause_subject()
    return Link(subject, sentence=scene.number) if subject is not None else None


@rule("same-speaker", example="« Je pars », dit Léna Morel. « Je ne reviendrai pas. »")
def same_speaker(scene: Scene) -> Link | None:
    """No cue at all: whoever spoke last, in this paragraph or the one before, goes on."""
    last = scene.page.entities.last_speaker
    if last is None:
        return None
    return Link(entity=last[1], sentence=scene.number)
