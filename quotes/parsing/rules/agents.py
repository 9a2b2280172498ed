"""The rule for whoever did it: *qualifiée par l'élue de « folie »*."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.cues import Verb
from quotes.parsing.phrases import NounPhrase
from quotes.parsing.rules.inside import agent_behind
from quotes.parsing.rules.prepositions import source_links
from quotes.parsing.rules.registry import rule
from quotes.parsing.scene import Link, Scene
from quotes.parsing.tokens import Token
from quotes.parsing.wording import has_verb
from quotes.parsing.words import is_of_saying, lexicon

#: *Léna Morel, interrogée par Le Courrier : « … »*: who asks does not answer
_ASKING = frozenset({"interroger", "questionner", "relancer", "solliciter", "sonder"})
#: verbs of what one finds: *dénoncés par*, *relevés par*; what is announced or shown has no words
_BLAMING = frozenset({"react", "judge", "think"})
#: what verbs that take *comme* report: a judgement
_JUDGE = frozenset({"react", "judge"})


@rule("agent", example="La réforme, jugée par la syndicaliste Léna Morel « injuste », passera.")
def agent(scene: Scene) -> Link | None:
    """A passive or a participle whose agent is named by *par*, unless *selon X* names the source."""
    behind = agent_behind(scene) or _uttered_by(scene) or _blamed_by(scene)
    if behind is not None:
        return behind
    before = (v for v in reversed(scene.verbs) if v.j <= scene.position)
    done = [v for v in before if v.passive or v.tense == "pp" or _looks_present(scene, v)]
    if not done or any(link.cue and link.cue[0] == scene.sentence.start for link in source_links(scene)):
        return None
    told = any(ln.cue and ln.cue[0] > scene.last for ln in source_links(scene, strong=True))
    for verb in done:
        phrase = scene.agent(verb)
        if phrase is None or not phrase.can_speak or phrase.i <= scene.position < phrase.end:
            continue  # *pris à partie par des « huées »*, *se sont parlé par téléphone*
        if verb.cue.lemma in _ASKING or _judged(scene, verb, phrase):
            continue  # *a salué les mesures prises par le maire comme « un début »*
        if told and not _calls(scene, phrase):
            continue  # *mis en examen par un juge pour « … », selon le parquet*
        # *perçue, par X, comme*
        after = scene.tokens[phrase.end].text if phrase.end < scene.sentence.stop else ""
        aside = scene.tokens[phrase.i - 2].text == "," == after
        if phrase.i == scene.last + 2 or _leads_on(scene, verb, phrase.end + aside):
            return scene.link(phrase, verb)
    return None


def _uttered_by(scene: Scene) -> Link | None:
    """*« Du courant ! » a été scandé par les usagers*, *« Du courant ! », crié par Léna Morel*."""
    behind = scene.last + 1
    if not scene.opens or behind >= scene.sentence.stop:
        return None
    set_beside = scene.tokens[behind].text == ","
    verb = next((v for v in scene.verbs if v.i == behind + set_beside), None)
    if verb is None or verb.cue.family != "say" or not (verb.tense == "pp" if set_beside else verb.passive):
        return None
    if scene.tokens[verb.j - 1].low.endswith(_AGREEING):
        return None  # *« La marche », soutenue par Léna Morel*: the march, not the words
    phrase = scene.agent(verb)
    if phrase is None or not phrase.can_speak or phrase.head in _CARRIERS:
        return None
    return scene.link(phrase, verb)


def _blamed_by(scene: Scene) -> Link | None:
    """*une « politique injuste » dénoncée par l'élue Léna Morel*: nothing before the marks reports."""
    verb = next((v for v in scene.verbs if v.i >= scene.last + 1), None)
    if verb is None or verb.i != scene.last + 1 or verb.tense != "pp" or not verb.cue.strong:
        return None
    if verb.cue.family not in _BLAMING or has_verb(scene.tokens[scene.position].inner):
        return None
    telling = (v for v in scene.verbs if v is not verb and v.cue.strong and not v.passive)
    if any(v.j <= scene.position or scene.set_off(v) for v in telling):
        return None
    phrase = scene.agent(verb)
    if phrase is None or not phrase.can_speak or phrase.head in _CARRIERS:
        return None
    return scene.link(phrase, verb)


#: endings of participles that agree with another word than *le mot*, *le cri*
_AGREEING = ("e", "és", "us")
#: those who only carry the words of others: *a été repris par la presse*
_CARRIERS = words("media_nouns.txt")


def _looks_present(scene: Scene, verb: Verb) -> bool:
    """*Paul Roche, décrit comme « … » par l'élue*: a participle that is written like the present."""
    apart = scene.tokens[verb.i - 1].text == "," and scene.tokens[verb.j].low == "comme"
    readings = lexicon().readings.get(scene.tokens[verb.head].low, ()) if apart else ()
    return any(reading.tense == "pp" for reading in readings)


def _leads_on(scene: Scene, verb: Verb, end: int) -> bool:
    """Only *de*, *comme* or what a colon ends stand between agent and words; *qui* goes on about him.

    *Le pacte signé par X est « caduc »*: behind a verb the words are said of what he has done.
    """
    between = scene.tokens[end : scene.position]
    inner = scene.tokens[scene.position].inner
    if between and between[-1].text == ":":  # *une idée portée par X, élu des Ports et Pêches : « … »*
        return not any(t.flags & (w.FINITE | w.QUE | w.REL) for t in between) and _words_of(scene, verb)
    if len(between) > 2 or (inner and inner[0].low == "qui"):
        return False
    return not any(t.text == "," or t.low == "pour" or _parts(t) for t in between)


def _parts(token: Token) -> bool:
    """A verb, *et*, *ou*; *entre* is a preposition here."""
    return bool(token.flags & (w.FINITE | w.COORD)) and token.low != "entre"


def _words_of(scene: Scene, verb: Verb) -> bool:
    """*le plan voulu par X : « … »*: what is wanted or proposed has no words, unless its noun says so."""
    if "de" not in verb.cue.frames:
        return True
    nouns = (p.head for p in scene.phrases if p.end in (verb.i, verb.j))
    return any(map(is_of_saying, nouns))


def _judged(scene: Scene, verb: Verb, agent: NounPhrase) -> bool:
    """Whether *comme* behind the agent hangs on a verb before the participle."""
    if "attribut" in verb.cue.frames or verb.passive or scene.tokens[agent.end].low != "comme":
        return False
    judging = (v for v in scene.verbs if v.j <= verb.i and v.finite and v.cue.family in _JUDGE)
    return any(v.cue.strong and not v.passive for v in judging)


def _calls(scene: Scene, phrase: NounPhrase) -> bool:
    """*présenté par le préfet comme « … »*: the words between the agent and the quotation name something."""
    between = [t.low for t in scene.tokens[phrase.end : scene.position]]
    return bool({"comme", "de", "d'"} & set(between))
