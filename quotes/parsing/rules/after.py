"""Rules that read what follows the quotation: *», a déclaré X*, *», a-t-elle ajouté*."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.cues import Verb
from quotes.parsing.phrases import PRONOUN, NounPhrase
from quotes.parsing.rules.registry import rule
from quotes.parsing.scene import Link, Scene
from quotes.parsing.things import is_thing
from quotes.parsing.tokens import QUOTE, WORD

_BEFORE_INCISE = frozenset({"comme", ",", "–", "—", "-", "(", ")", "!", "?", "…"})


def _opens_incise(scene: Scene, verb: Verb) -> bool:
    """The verb follows a quotation or a comma: its clause is set beside the quoted words."""
    before = scene.tokens[verb.i - 1] if verb.i > scene.sentence.start else None
    return before is not None and (before.kind == QUOTE or before.low in _BEFORE_INCISE)


@rule("clitic-after", example="« Nous irons jusqu'au bout », a-t-elle ajouté.")
def clitic_after(scene: Scene) -> Link | None:
    """A reporting verb with its inverted pronoun follows the quotation."""
    for verb in scene.verbs:
        if verb.i > scene.position and verb.clitic is not None and _opens_incise(scene, verb):
            link = scene.link(scene.subject_after(verb), verb)
            if verb.passive and scene.tokens[verb.clitic].low.endswith("-il"):  # *est-il écrit*
                link.entity = scene.page.entities.last_document(verb.clitic)
            return link
    return None


@rule("inverted-cue-after", example="« Nous irons », a déclaré hier le ministre Paul Roche.")
def inverted_cue_after(scene: Scene) -> Link | None:
    """The reporting verb follows the quotation, its subject follows the verb."""
    return _led_behind(scene) or _in_relative(scene) or _inverted(scene) or _behind_the_rest(scene)


def _in_relative(scene: Scene) -> Link | None:
    """*une équipe « crispée » que décrivait hier Léna Morel*, *ce « recul » dont parle l'élue*."""
    k = scene.last + 1
    if k >= scene.sentence.stop or scene.tokens[k].low not in _RELATIVE_OBJECTS:
        return None
    verb = next((v for v in scene.verbs if v.i == k + 1), None)
    if verb is None or not verb.finite or verb.passive or verb.clitic is not None:
        return None
    if verb.cue.reflexive or not (verb.cue.strong or verb.cue.head == "parler"):
        return None  # *la « rupture » dont se réclame Léna Morel*
    subject = scene.subject_after(verb)
    return scene.link(subject, verb) if subject is not None and subject.can_speak else None


def _inverted(scene: Scene) -> Link | None:
    for verb in scene.verbs:
        if verb.i <= scene.position or not verb.finite or verb.passive or not _opens_incise(scene, verb):
            continue
        if any(t.text in (";", ":") for t in scene.tokens[scene.position : verb.i]):
            return None
        apart = not _can_stand_apart(verb) or (_has_subject(scene, verb) and not scene.set_off(verb))
        if apart and not _beside(scene, verb):
            continue
        if scene.tokens[verb.i - 1].low == "comme" and not _beside(scene, verb) and _told_before(scene, verb):
            continue  # *a promis « … », rappelant la loi, comme l'a annoncé X*
        if _resumes(scene, verb) or _has_marked_subject(scene, verb):
            continue  # *Le maire, qui veut une « pause », a dénoncé le préfet*
        subject = scene.subject_after(verb)
        if subject is None or not (_beside(scene, verb) or subject.can_speak):
            continue
        free = [p for p in scene.phrases if p.end <= scene.position and not p.prep]
        if is_thing(subject) or (not subject.can_speak and any(p.can_speak for p in free)):
            continue  # *La CGT, qui organise des « mardis », propose une journée*
        if verb.cue.lemma in _LEARNT and _carries(scene, subject):
            informant = _informant(scene, verb)
            if informant is None:
                continue  # *« tué », a constaté l'AFP*: the words are others'
            subject = informant
        if (subject.head in _MEDIA or subject.head == "«»") and scene.has_speaker_before():
            return None  # the agency, « La Gazette », carries the words of the sentence's subject
        return scene.link(subject, verb)
    return None


def _behind_the_rest(scene: Scene) -> Link | None:
    """*« On ne prend pas le risque » d'être pillé, note Léna Morel*: the sentence goes on, then its verb."""
    verb = next((v for v in scene.verbs if v.i > scene.last + 1), None)
    if verb is None or not scene.opens or not verb.finite or verb.passive or verb.clitic is not None:
        return None
    rest = scene.tokens[scene.last + 1 : verb.i]
    if not (_can_stand_apart(verb) and rest[0].flags & w.OF) or len(rest) > _REST:
        return None
    if any(t.flags & (w.FINITE | w.SUBJECT | w.QUE | w.REL) and not t.flags & w.ANY_DET for t in rest):
        return None
    subject = scene.subject_after(verb)
    free = any(p.i > scene.last and p.end <= verb.i and not p.prep for p in scene.phrases)
    return scene.link(subject, verb) if subject is not None and subject.can_speak and not free else None


#: how much of the sentence may stand between its quotation and the verb, in tokens
_REST = 8


def _led_behind(scene: Scene) -> Link | None:
    """*« Non », n'a cessé de répéter Léna*: the infinitive hangs on a verb beside the quotation."""
    led = next((v for v in scene.verbs if v.i > scene.last and _led(scene, v)), None)
    subject = scene.subject_after(led) if led is not None else None
    return scene.link(subject, led) if led is not None and subject is not None and subject.can_speak else None


def _led(scene: Scene, verb: Verb) -> bool:
    lead = scene.tokens[scene.last + 1 : verb.i]
    if verb.tense != "inf" or not verb.cue.strong or not 1 < len(lead) <= _LEAD or lead[0].text != ",":
        return False
    leading = [t.low in _LEADING for t in lead[1:]]
    small = (led or t.flags & _SMALL for led, t in zip(leading, lead[1:], strict=True))
    return any(leading) and all(small)


def _resumes(scene: Scene, verb: Verb) -> bool:
    """The quotation ends a relative set beside the first phrase: the verb behind it is that phrase's."""
    first = next((p for p in scene.phrases if not p.prep), None)
    if first is None or first.end + 1 >= scene.position or first.plural != verb.plural:
        return False
    comma, relative = scene.tokens[first.end], scene.tokens[first.end + 1]
    opens = comma.text == "," and bool(relative.flags & (w.REL | w.QUE))
    closes = any(t.text == "," for t in scene.tokens[first.end + 2 : scene.position])
    return opens and not closes and verb.i == scene.last + 2


def _has_marked_subject(scene: Scene, verb: Verb) -> bool:
    """*Des « marins fidèles » militent pour le port*: the words between the marks are the subject."""
    before = scene.tokens[scene.position - 1]
    held = scene.position > scene.sentence.start and before.low in _PLURAL and verb.plural
    return held and verb.i == scene.last + 1


def _carries(scene: Scene, subject: NounPhrase) -> bool:
    """*l'AFP*, *une journaliste de l'AFP*, *notre correspondante*: they tell what they saw or heard."""
    inside = [scene.tokens[k].low for k in range(subject.i, subject.end)]
    return any(word in _MEDIA or word in _OBSERVERS for word in inside)


def _informant(scene: Scene, verb: Verb) -> NounPhrase | None:
    """*a appris l'AFP auprès de la mairie*, *dans son entourage*, *de source policière*: who told it."""
    if verb.cue.lemma != "apprendre":
        return None
    for k in range(verb.j, min(verb.j + _HEARD, scene.sentence.stop - 1)):
        around = [t.low for t in scene.tokens[k + 1 : k + 3]]
        beside = scene.tokens[k].low == "auprès" or "entourage" in around
        if beside or (scene.tokens[k].flags & w.OF and scene.tokens[k + 1].low in ("source", "sources")):
            at = k + 2 if scene.tokens[k + 1].flags & w.OF else k + 1
            return scene.page.phrase_reader.phrase_at(at, scene.sentence.stop, bare=True)
    return None


def _told_before(scene: Scene, verb: Verb) -> bool:
    """Whether the quotation hangs on a cue before it, or another one stands between it and the verb."""
    gerund = any(v.j <= scene.position and v.cue.strong and v.tense == "ger" for v in scene.verbs)
    between = any(scene.last < k < verb.i for k in scene.page.stream.quotes_among(scene.last + 1, verb.i))
    return gerund or between or scene.has_speaker_before()


def _can_stand_apart(verb: Verb) -> bool:
    """Verbs that report with certainty may stand further from the words."""
    spoken = "incise" in verb.cue.frames or verb.cue.family in ("say", "write")
    return spoken and verb.cue.strong and not verb.passive


def _beside(scene: Scene, verb: Verb) -> bool:
    """Nothing but a comma between a quotation and the verb."""
    k = verb.i - 1
    while k > scene.position and scene.tokens[k].kind != QUOTE and scene.tokens[k].text in _BEFORE_INCISE:
        k -= 1
    return scene.tokens[k].kind == QUOTE


def _has_subject(scene: Scene, verb: Verb) -> bool:
    """A name or pronoun that stands free between the quotation and the verb is the verb's subject."""
    return any(
        scene.last < p.i and p.end < verb.i and not p.prep and (p.name or p.form == PRONOUN)
        for p in scene.phrases
        if p.head not in _TAKING_UP
    )


#: pronouns that repeat a noun: *plus de dégâts que celle de mai, a dit la maire*
_TAKING_UP = frozenset({"celui", "celle", "ceux", "celles"})


@rule("unknown-verb-after", example="« C'est fini », zozotte Léna Morel.")
def unknown_verb_after(scene: Scene) -> Link | None:
    """Any word shaped like a verb, right after the quotation, with a pronoun or a name behind it."""
    tokens, stop = scene.tokens, scene.sentence.stop
    k = scene.last + 1
    if k < stop and tokens[k].text == ",":
        k += 1
    while k < stop and tokens[k].flags & w.CLITIC:
        k += 1
    end = _verb_shape(scene, k)
    if end is None or end >= stop:
        return None
    phrase = scene.page.phrase_reader.phrase_at(end, stop)
    if phrase is None or not (phrase.name or tokens[phrase.i].low in _INVERTED):
        return None
    if tokens[k - 1].flags & w.ANY_DET and not scene.page.phrase_reader.calls_person(phrase.i):
        return None  # *« sans fin », la raffinerie Oury*
    scene.page.phrase_reader.with_apposition(phrase, stop)
    cue = " ".join(t.text for t in tokens[k:end])
    return Link(phrase, (k, end), cue, sentence=scene.number)


def _verb_shape(scene: Scene, k: int) -> int | None:
    """The end of what looks like a verb at token `k`: *zozotte*, *a zozoté*."""
    tokens, stop = scene.tokens, scene.sentence.stop
    compound = k < stop and tokens[k].flags & w.AUX
    if compound:
        k += 1
        while k < stop and tokens[k].flags & w.ADV:
            k += 1
    if k >= stop or tokens[k].kind != WORD or tokens[k].cap or tokens[k].flags & _NO_VERB:
        return None
    endings = ("é", "i", "u", "t", "s", "ée", "ie") if compound else ("e", "t", "d", "a")
    return k + 1 if tokens[k].low.endswith(endings) else None


_RELATIVE_OBJECTS = frozenset({"que", "qu'", "dont"})
_LEARNT = frozenset({"apprendre", "constater"})
_OBSERVERS = words("observers.txt")
#: how far behind the verb the informant may be named, in tokens
_HEARD = 10
_PLURAL = words("plural_determiners.txt")
_LEADING = words("leading_verbs.txt")
#: what may stand beside them, and how many tokens from the quotation to the infinitive
_SMALL, _LEAD = w.CLITIC | w.NEG | w.AUX | w.ADV | w.OF | w.PREP, 8
_MEDIA = words("media_nouns.txt")
_NO_VERB = w.PREP | w.OF | w.COORD | w.QUE | w.REL | w.SUB | w.ADV | w.HEAD | w.ANY_DET
_INVERTED = frozenset({"-il", "-elle", "-ils", "-elles", "-on", "-t-il", "-t-elle", "-t-on"})
