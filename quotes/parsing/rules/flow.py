"""Rules that follow the speaker from sentence to sentence when no cue stands beside the quotation."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.cue_readings import adverbial_end
from quotes.parsing.cues import Verb
from quotes.parsing.entity import Entity
from quotes.parsing.phrases import PRONOUN, NounPhrase
from quotes.parsing.rules.layout import is_label, is_link
from quotes.parsing.rules.registry import rule
from quotes.parsing.rules.reports import SUBORDINATES, reported_since
from quotes.parsing.rules.told_about import told_about
from quotes.parsing.rules.told_behind import told_behind
from quotes.parsing.scene import Link, Scene, between_quotations
from quotes.parsing.things import is_thing, is_writing
from quotes.parsing.tokens import WORD


@rule("narrative-infinitive", example="« Je pars », dit Léna Morel. Et d'ajouter : « Demain. »")
def narrative_infinitive(scene: Scene) -> Link | None:
    """*Et de conclure :*, *Avant d'ajouter :*, *Puis, visant la salle :*: the one who spoke last goes on."""
    last = scene.page.entities.last_speaker
    if last is None:
        return None
    for verb in scene.verbs:
        opens = verb.j <= scene.position and verb.i - scene.sentence.start <= 3
        opens = opens and not any(p.end < verb.i and not p.prep for p in scene.phrases)
        if opens and verb.tense == "inf" and scene.tokens[verb.i - 1].low in ("de", "d'"):
            cue = (verb.i, verb.j)
            return Link(None, cue, scene.cue_text(verb), entity=last[1], sentence=scene.number)
    return Link(None, entity=last[1], sentence=scene.number) if _narrates(scene) else None


def _narrates(scene: Scene) -> bool:
    """*Puis, visant la salle :*, *Avant de partir :*: no subject, and what one does between two sentences."""
    tokens, k, colon = scene.tokens, scene.sentence.start, scene.position - 1
    if tokens[k].low not in _NEXT or tokens[colon].text != ":":
        return False
    if any(t.flags & (w.SUBJECT | w.REL) for t in tokens[k:colon]) or any(v.finite for v in scene.verbs):
        return False
    if tokens[k].low == "avant":
        return tokens[k + 1].low in ("de", "d'")
    k += 2 if tokens[k + 1].text == "," else 1
    while k < colon and (tokens[k].low == "en" or tokens[k].flags & w.CLITIC):
        k += 1
    return tokens[k].low.endswith("ant") and not tokens[k].flags & _NO_PARTICIPLE


#: what tells that something follows
_NEXT = frozenset({"puis", "et", "enfin", "avant"})
#: *pendant*, *pourtant*, *un habitant*
_NO_PARTICIPLE = w.PREP | w.ADV | w.SUB | w.COORD | w.HEAD | w.ANY_DET


@rule("subject-and-colon", example="Léna Morel montre la digue : « Elle ne tiendra pas. »")
def subject_and_colon(scene: Scene) -> Link | None:
    """A colon leads to the quotation, or away from it, and no verb reports: the subject speaks."""
    if scene.position > scene.sentence.start and scene.tokens[scene.position - 1].text == ":":
        return _cited(scene) or _inverted(scene) or _at_colon(scene) or _subject(scene) or _concerned(scene)
    return _subject_behind_colon(scene) if scene.opens else None


def _is_topic(scene: Scene) -> bool:
    """*Gilets orange : « … »*: a headline that opens with what it is about, one capital and small words."""
    if scene.tokens[scene.position - 1].text != ":":
        return False
    small = scene.tokens[scene.sentence.start + 1 : scene.position - 1]
    return bool(small) and all(t.kind == WORD and not t.cap and not t.flags & _NO_EPITHET for t in small)


def _cited(scene: Scene) -> Link | None:
    """*Il cite Léna Morel : « … »*: whoever is cited, a person or a writing."""
    citing = [v.j for v in scene.verbs if v.cue.lemma == "citer" and not v.passive]
    cited = (p for p in scene.phrases if p.i in citing and p.end == scene.position - 1 and p.can_speak)
    return next(map(scene.link, cited), None)


def _at_colon(scene: Scene) -> Link | None:
    """*Même son de cloche chez Léna Morel : « … »*: nobody is the subject, and who thinks so comes last."""
    subject = scene.clause_subject()
    if subject is not None and not is_writing(subject):
        return None
    for phrase in reversed(scene.phrases):
        if phrase.end >= scene.position:
            continue
        between = scene.tokens[phrase.end : scene.position]
        # *Chez Léna Morel, le constat est le même :*
        opens = phrase.i <= scene.sentence.start + 2 and between[0].text == ","
        told = between[0].text == "," and between[1].flags & w.REL  # *chez Léna Morel, dont le quai ferme :*
        apart = not (opens or told) and any(t.flags & (w.FINITE | w.REL | w.QUE) for t in between)
        if not apart and _finds_so(scene, phrase):
            return scene.link(phrase)
    return None


def _finds_so(scene: Scene, phrase: NounPhrase) -> bool:
    """*chez les élus*, *pour Léna Morel*, *du côté de Paul Roche*: people behind such a preposition."""
    before = scene.tokens[max(scene.sentence.start, phrase.i - 2) : phrase.i]
    side = phrase.prep in _OF and bool(before) and before[0].low in _SIDES
    named = phrase.name is not None and scene.page.phrase_reader.calls_person(phrase.name[0])
    if phrase.i > scene.sentence.start and adverbial_end(scene.tokens, phrase.i - 1):
        return False  # *pour l'instant*
    body = phrase.flags & w.ORGANISATION and phrase.det & w.DET
    return (side or phrase.prep in _WITH) and (named or bool(body or phrase.flags & (w.ROLE | w.GROUP)))


_WITH = frozenset({"chez", "pour", "par"})
_OF = frozenset({"de", "d'", "du", "des"})
_SIDES = frozenset({"côté", "cas"})


def _concerned(scene: Scene) -> Link | None:
    """*L'annonce a surpris Léna Morel : « … »*: no subject can speak; whom it concerns is at the colon."""
    beside = [p for p in scene.phrases if p.end == scene.position - 1 and not p.prep]
    concerned = next((p for p in beside if p.can_speak and not is_thing(p) and not is_writing(p)), None)
    verb = concerned is not None and any(
        t.flags & (w.FINITE | w.VERB) or t.low.endswith(_VERB_ENDINGS)
        for t in scene.tokens[max(scene.sentence.start, concerned.i - 3) : concerned.i]
    )
    return scene.link(concerned) if verb else None


def _inverted(scene: Scene) -> Link | None:
    """*Un avis que partage Léna Morel : « … »*: the subject behind the verb of the last relative."""
    tokens, colon = scene.tokens, scene.position - 1
    for phrase in reversed(scene.phrases):
        k = phrase.i - 1
        if phrase.end > colon or phrase.prep or not (phrase.name or phrase.flags & w.ROLE):
            continue
        while k > scene.sentence.start and tokens[k].flags & (w.ADV | w.NEG):
            k -= 1
        verb = (
            tokens[k].kind == WORD
            and tokens[k].low.endswith(_VERB_ENDINGS)
            and not tokens[k].flags & _NO_VERB
        )
        k -= 1
        while k > scene.sentence.start and tokens[k].flags & (w.CLITIC | w.NEG):
            k -= 1
        apart = any(t.flags & (w.FINITE | w.REL) for t in tokens[phrase.end : colon])
        return scene.link(phrase) if verb and not apart and tokens[k].flags & w.QUE else None
    return None


#: endings of verbs in the third person, present and imperfect
_VERB_ENDINGS = ("e", "t", "d", "a")
_NO_VERB = w.PREP | w.OF | w.COORD | w.QUE | w.REL | w.SUB | w.ANY_DET | w.HEAD


def _subject_behind_colon(scene: Scene) -> Link | None:
    """*« La digue cède ! » : des marins donnent l'alerte*, *« Ça suffit » : le port ferme, a dit Awa Sy*."""
    tokens, k = scene.tokens, scene.last + 1
    while k < scene.sentence.stop and between_quotations(tokens[k]):
        k += 1
    if k >= scene.sentence.stop or tokens[k].text != ":":
        return None
    verb = next((v for v in scene.verbs if v.i > k and v.finite and v.cue.strong and scene.set_off(v)), None)
    if verb is not None:
        return scene.link(scene.subject_after(verb), verb)
    free = (p for p in scene.phrases if p.i > k and not p.prep and scene.page.before_verb(p))
    subject = next(free, None)
    if subject is None or not subject.can_speak or tokens[subject.i - 1].flags & SUBORDINATES:
        return None
    return scene.link(subject)


#: words that are none of the adjectives of a noun
_NO_EPITHET = (
    w.FINITE | w.VERB | w.AUX | w.CLITIC | w.PREP | w.OF | w.COORD | w.ADV | w.NEG | w.ANY_DET | w.HEAD
)


@rule("subject-of-sentence", example="Paul Roche est venu « en voisin et en ami ».")
def subject_of_sentence(scene: Scene) -> Link | None:
    """A fragment in a sentence without reporting verb: its subject's, or whose the words behind say."""
    link = _named_ahead(scene) or _subject(scene) or _subject_behind(scene)
    return link if link is not None and not told_about(scene, link) else told_behind(scene)


def _named_ahead(scene: Scene) -> Link | None:
    """*Paul Roche (UDI) : la digue tiendra « cent ans »*: a headline that opens with whose words it gives."""
    start, stop = scene.sentence.start, scene.position
    named = next((p for p in scene.phrases if p.i == start), None)
    if named is None or not named.name:
        return None
    colon = scene.page.phrase_reader.after_brackets(named.end, stop)
    if colon >= stop or scene.tokens[colon].text != ":":
        return None
    entity = scene.page.entities.glimpse(named, scene.number)
    return scene.link(named) if entity is not None and entity.human else None


def _subject(scene: Scene) -> Link | None:
    subject = scene.clause_subject()
    if subject is None or _is_silent(subject) or subject.i <= scene.position < subject.end:
        return None
    silent = _is_topic(scene) or is_label(scene, subject) or _is_in_title(scene, subject)
    if silent:
        return None
    judgement = _judgement(scene, subject)
    return scene.link(subject) if judgement is None else _judge(scene, subject, judgement)


def _judgement(scene: Scene, subject: NounPhrase) -> Verb | None:
    """*Le préfet est critiqué pour sa « raideur »*: what others think of him leads to the words."""
    done = [v for v in scene.verbs if subject.end <= v.i and v.j <= scene.position]
    done = [v for v in done if v.finite or (v.tense == "pp" and v.cue.family == "react")]
    start = max(scene.sentence.start, scene.position - _LEAD)
    lead = [t.low for t in scene.tokens[start : scene.position]]
    if not done or ":" in lead or not (done[-1].seems or _JUDGED_FOR & set(lead)):
        return None
    by = scene.agent(done[-1]) if done[-1].tense == "pp" else None
    # *Luc Oury, critiqué par l'élue pour son*
    named = by is not None and by.end < scene.position and scene.tokens[by.end].low == "pour"
    return done[-1] if done[-1].passive or done[-1].seems or named else None


def _judge(scene: Scene, subject: NounPhrase, judgement: Verb) -> Link:
    """Who judges, if that is told: *… est critiqué par les élus pour sa « raideur »*."""
    phrase = scene.agent(judgement)
    if phrase is not None and phrase.can_speak and phrase.end < scene.position:
        return scene.link(phrase, judgement)
    return Link(subject, sentence=scene.number, of_whom=True)


#: what leads from a judgement to its words
_JUDGED_FOR = frozenset({"pour", "de", "d'", "comme"})
#: within so many tokens
_LEAD = 3


def _is_in_title(scene: Scene, subject: NounPhrase) -> bool:
    """*Lire notre récit « … »*: in the title of another article only people and names speak."""
    return not (subject.name or subject.flags & (w.ROLE | w.GROUP)) and is_link(scene)


def _is_silent(phrase: NounPhrase) -> bool:
    """*La loi sera « une étape »*: nobody says that the law says so."""
    return is_writing(phrase) and phrase.head in words("silent_documents.txt")


def _subject_behind(scene: Scene) -> Link | None:
    """*Convaincu qu'« il faut partir », l'élu s'en va*: the subject comes behind the fragment."""
    tokens, k = scene.tokens, scene.last + 1
    if scene.opens and k < scene.sentence.stop and tokens[k].low in _MOVED_BY:
        stop = min(k + _CAUSE, scene.sentence.stop)
        k = next((n for n in range(k, stop) if tokens[n].text == ","), k)
    if k + 1 >= scene.sentence.stop or tokens[k].text != ",":
        return None
    phrase = next((p for p in scene.phrases if p.i == k + 1), None)
    if phrase is None or not phrase.can_speak or phrase.prep:
        return None
    named = phrase.name and phrase.end < scene.sentence.stop and tokens[phrase.end].text == ","
    free = scene.page.before_verb(phrase) or named or _comes_after(scene, phrase)
    return scene.link(phrase) if free else None


#: *« Choquée » par le vote, Léna Morel s'en va*
_MOVED_BY = frozenset({"par", "de", "d'", "du", "des"})
#: how long what moves somebody may be, in tokens
_CAUSE = 12


def _comes_after(scene: Scene, phrase: NounPhrase) -> bool:
    """*Lassée de « la brume », cette veuve de 51 ans, mère de deux fils, a vendu*: no subject before."""
    if scene.opens or phrase.form == PRONOUN or scene.tokens[scene.position - 1].low == "pour":
        return False  # *Jugé pour « recel », ce marin de 51 ans, …*
    return not any(p.end <= scene.position and scene.page.before_verb(p) for p in scene.phrases)


@rule("report-before", example="Anne Lalo annonce des rondes. Le quai sera « sous surveillance ».")
def report_before(scene: Scene) -> Link | None:
    """No cue: whoever the paragraph reports on just before, without quoting, goes on."""
    link = None if scene.heads else reported_since(scene)
    if link is None or link.phrase is None:
        return None
    return link if scene.page.entities.glimpse(link.phrase, link.sentence) is not None else None


@rule("same-speaker", example="« Je pars », dit Léna Morel. « Je ne reviendrai pas. »")
def same_speaker(scene: Scene) -> Link | None:
    """No cue at all: whoever spoke last in the article goes on; before anybody has, its only person."""
    last = scene.page.entities.last_speaker
    entity = last[1] if last is not None else _only_person(scene)
    return Link(entity=entity, sentence=scene.number) if entity is not None else None


def _only_person(scene: Scene) -> Entity | None:
    """*Léna Morel tient le port. Et demain ? « On verra. »*: the one person, when it ends the paragraph."""
    opens = scene.position == scene.sentence.start or _has_topic(scene)
    whole = opens and scene.last >= scene.sentence.stop - 2
    ends = not scene.shares_paragraph(scene.number + 1)
    only = scene.page.entities.only_person() if whole and ends and not scene.heads else None
    return only[0] if only is not None and only[1] < scene.position else None


def _has_topic(scene: Scene) -> bool:
    """*Sur le vote : « On verra. »*: what the words are about, and a colon."""
    lead = scene.tokens[scene.sentence.start : scene.position]
    if not lead or lead[0].low not in _ABOUT or lead[-1].text != ":":
        return False
    return len(lead) <= _TOPIC and not any(t.flags & (w.FINITE | w.REL | w.QUE) for t in lead)


_ABOUT = frozenset({"sur", "côté", "concernant", "quant"})
#: how many tokens may tell what the words are about
_TOPIC = 10
