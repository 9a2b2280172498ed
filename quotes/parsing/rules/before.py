"""Rules that read what leads to the quotation: *X a dénoncé « … »*, *X affirme : « … »*."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from quotes.parsing import words as w
from quotes.parsing.cue_readings import adverbial_end
from quotes.parsing.cues import Verb
from quotes.parsing.main_clause import ADVERBIAL, main_clause
from quotes.parsing.phrases import NounPhrase
from quotes.parsing.rules.inside import participle_inside
from quotes.parsing.rules.nouns import noun_that_governs
from quotes.parsing.rules.prepositions import set_against, source_links
from quotes.parsing.rules.registry import rule
from quotes.parsing.scene import Link, Scene
from quotes.parsing.subject_behind import called_by_marks
from quotes.parsing.things import is_thing, is_writing
from quotes.parsing.tokens import QUOTE, Token

_TEXT = attrgetter("text")


_ASIDE = frozenset({"incise", "colon"})
_TO = frozenset({"à", "au", "aux"})
#: verbs of what one thinks or wants: said of another, they are not heard from him
_WISH = frozenset({"call", "think"})
_TELL = frozenset({"say", "write"})
#: tenses of what is still to come
_COMING = frozenset({"fut", "cond"})
#: how far behind its verb *que* may stand, in tokens
_TOLD = 4
#: how long the subject of a reported clause may be, with its *que*, in tokens
_SUBJECT = 6


@rule("cue-governs", example="La maire Léna Morel a salué un « geste fort », rapporte l'agence Nord.")
def cue_governs(scene: Scene) -> Link | None:
    """The quotation hangs on a reporting verb, or on *l'appel de X à*: only small words stand between."""
    verbs = [v for v in _candidates(scene) if v.cue.strong and v.finite]
    if not verbs or scene.tokens[verbs[0].j - 1].text == "," or not _object(scene, verbs[0]):
        return noun_that_governs(scene) or participle_inside(scene)
    return _subject_and_verb(scene, verbs[:1])


def _object(scene: Scene, verb: Verb) -> bool:
    between = scene.tokens[verb.j : scene.position]
    if between and between[0].low in ("de", "d'") and "de" not in verb.cue.frames:
        return False  # *l'affaire relève d'un « stratagème »*
    if between and between[0].low in _TO and "a" not in verb.cue.frames:
        return False  # *ils ont répondu à son « appel »*
    return len(between) <= 3 and all(t.flags & (w.ANY_DET | w.OF | w.PREP | w.QUE) for t in between)


@rule(
    "cue-before",
    example="Le ministre Paul Roche a dénoncé mardi à Brest une loi écrite dans une « langue morte ».",
)
def cue_before(scene: Scene) -> Link | None:
    """The quotation stands in the clause of a reporting verb whose subject comes first."""
    verbs = _candidates(scene)
    if verbs and (_tells_of_itself(scene, verbs[0]) or _ends_relative(scene, verbs[0])):
        return _subject_and_verb(scene, verbs[:1])
    return _subject_and_verb(scene, [v for v in verbs if v.cue.strong])


def _tells_of_itself(scene: Scene, verb: Verb) -> bool:
    """*Il récuse des élus se voulant « modérés »*: what those right before the verb call themselves."""
    if not (verb.cue.reflexive and verb.cue.family == "judge" and _adjacent(scene, verb)):
        return False
    beside = (p for p in scene.phrases if p.end == verb.i)
    return verb.tense == "ger" and any(p.can_speak and not is_writing(p) for p in beside)


def _ends_relative(scene: Scene, verb: Verb) -> bool:
    """*Il salue la foule qui chante en chœur : « … »*: the verb of the relative leads to the words."""
    leads = scene.tokens[scene.position - 1].text == ":" and verb.cue.family in _TELL
    return leads and scene.tokens[verb.i - 1].low == "qui" and _adjacent(scene, verb)


def _subject_and_verb(scene: Scene, verbs: Sequence[Verb]) -> Link | None:
    """The verb that holds the quotation most firmly, its subject one that can speak if any has one.

    A noun unknown to the lexicon may, when no verb has a better subject; a thing cannot.
    """
    found: Link | None = None
    for verb in sorted(verbs, key=lambda v: -_hold(scene, v)):
        opens = verb.i - scene.sentence.start < 3
        if opens and verb.tense == "inf" and scene.tokens[verb.i - 1].low in ("de", "d'"):
            continue
        subject = scene.subject_before(verb)
        if subject is None:
            continue
        if subject.can_speak and not (is_writing(subject) and _source_opens(scene)):
            return scene.link(subject, verb)
        if not is_thing(subject) or _is_told_to_tell(scene, subject, verb):
            found = found or scene.link(subject, verb)
    return None if found is not None and _source_opens(scene) else found


def _is_told_to_tell(scene: Scene, subject: NounPhrase, verb: Verb) -> bool:
    """*La production précise que les prix sont « fixes »*: what no list holds, right before its verb."""
    says = verb.finite and verb.cue.strong and verb.cue.family in _TELL and not verb.passive
    definite = subject.det & (w.DET | w.INDEF) and not subject.plural and subject.end == verb.i
    return bool(says and definite and scene.tokens[verb.j].flags & w.QUE)


def _told_by(scene: Scene) -> bool:
    """*Selon Léna Morel, le maire souhaite « partir »*: what he wishes is told by her."""
    links = source_links(scene, strong=True)
    opening = [ln.phrase for ln in links if ln.cue is not None and ln.cue[0] == scene.sentence.start]
    return any(p is not None and p.can_speak and not is_writing(p) for p in opening)


def _source_opens(scene: Scene) -> bool:
    """*Selon le maire, un accord permettrait d'offrir « mieux »*: the sentence has its source."""
    start = scene.sentence.start
    links = (ln for ln in source_links(scene) if ln.cue is not None and ln.cue[0] <= start + 1)
    return any(ln.phrase is not None and ln.phrase.can_speak for ln in links)


@lru_cache(maxsize=1)
def _candidates(scene: Scene) -> tuple[Verb, ...]:
    """The verbs before the quotation whose clause may hold it; weak ones only when beside it.

    Three rules ask in turn.
    """
    found = []
    links = [(link, link.cue) for link in source_links(scene) if link.cue is not None]
    prepositions = [cue for _, cue in links]
    main = max([main_clause(scene), *(cue[0] for link, cue in links if _own_clause(scene, link, cue[0]))])
    for verb in reversed(scene.verbs):
        if verb.j > scene.position or any(i <= verb.i < j for i, j in prepositions):
            continue  # *à en croire X* holds no verb of X
        if ";" in map(_TEXT, scene.tokens[verb.j : scene.position]) or verb.i < main:
            break
        ahead = scene.tokens[verb.j].flags
        if verb.tense == "inf" and ahead & w.FINITE and not ahead & w.PREP:
            continue  # *ceux qui peuvent y prétendre seront « peu nombreux »*
        if _in_closed_relative(scene, verb) or _foretold(scene, verb):
            continue
        active = not verb.passive and verb.tense != "pp" and called_by_marks(scene, verb) is None
        if active and (verb.cue.strong or _adjacent(scene, verb) or _leads_to_que(scene, verb)):
            found.append(verb)
    return tuple(found)


def _own_clause(scene: Scene, link: Link, k: int) -> bool:
    """*…, tandis que pour X, …*; *La mairie attend : pour X, la digue est « basse »*: a clause of X."""
    behind = scene.sentence.start < k < scene.position and scene.tokens[k - 1].text in (":", ";")
    speaks = link.phrase is not None and link.phrase.can_speak
    return set_against(scene, link) or (behind and speaks)


def _foretold(scene: Scene, verb: Verb) -> bool:
    """*Léna annonce que la ville demandera « une aide »*: not yet said; the words are hers who tells it.

    So with what another wishes: *Elle dit que la ville souhaite « une aide »*, *…, a indiqué la mairie*.
    """
    if scene.tokens[verb.head].flags & w.AUX:
        return False  # *aurait dit*, *a demandé*: said
    if verb.tense in _COMING:
        return _source_opens(scene) or _within_report(scene, verb) or _report_follows(scene)
    wish = verb.tense == "pres" and verb.cue.family in _WISH
    return wish and (_told_by(scene) or _within_report(scene, verb) or _report_follows(scene, beside=True))


def _within_report(scene: Scene, verb: Verb) -> bool:
    """Whether the verb stands in what another verb before it reports with *que*."""
    for teller in scene.verbs:
        if teller.j > verb.i:
            return False
        says = teller.finite and teller.cue.family == "say" and teller.cue.strong and not teller.passive
        if says and "que" in teller.cue.frames:
            ahead = scene.tokens[teller.j - 1 : min(teller.j + _TOLD, verb.i)]
            if any(t.flags & w.QUE and before.low not in ADVERBIAL for before, t in pairwise(ahead)):
                return True
    return False


def _report_follows(scene: Scene, *, beside: bool = False) -> bool:
    """*…, a indiqué Léna Morel*: whether a verb behind the quotation (`beside` it) says who tells it."""
    behind = [v for v in scene.verbs if v.i > scene.last and v.finite and v.cue.strong]
    if beside:  # *Le maire, qui veut « … », a dénoncé X* tells of him
        behind = [v for v in behind if v.i < scene.last + 3 and v.cue.family in _TELL]
    return any(map(scene.set_off, behind))


def _in_closed_relative(scene: Scene, verb: Verb) -> bool:
    """*Selon l'élu, qui a requis l'anonymat, la digue est « basse »*: the commas end what the verb rules."""
    tokens, k = scene.tokens, verb.i - 1
    if k - 1 <= scene.sentence.start or tokens[k].low != "qui" or tokens[k - 1].text != ",":
        return False
    commas = [n for n in range(verb.j, scene.position) if tokens[n].text == ","]
    if not commas or any(t.flags & _OPENS_CLAUSE or t.kind == QUOTE for t in tokens[verb.j : commas[0]]):
        return False
    behind = tokens[commas[0] + 1 : scene.position]
    led = next((t for t in behind if t.flags & (w.FINITE | _OPENS_CLAUSE)), None)
    return led is not None and not led.flags & _OPENS_CLAUSE


_OPENS_CLAUSE = w.QUE | w.REL


def _leads_to_que(scene: Scene, verb: Verb) -> bool:
    """*L'étude montre que la digue est « solide »*, but not *on sait que*, *il ne fait que*."""
    subjects = scene.tokens[max(scene.sentence.start, verb.i - 2) : verb.i]
    known = verb.clitic is None and verb.tense != "ger" and not any(t.low in _NOBODY for t in subjects)
    return known and "que" in verb.cue.frames and bool(scene.tokens[_past_aside(scene, verb.j)].flags & w.QUE)


def _past_aside(scene: Scene, k: int) -> int:
    """*lança, devant mille personnes, qu'il « part »*: behind what stands between commas at token `k`."""
    if scene.tokens[k].text != "," or not scene.tokens[k + 1].flags & w.PREP:
        return k
    return next((n + 1 for n in range(k + 2, scene.position) if scene.tokens[n].text == ","), k)


#: *on*, and what negates or, with *que*, restricts
_NOBODY = frozenset({"on", "ne", "n'"})


def _takes_no_to(scene: Scene, verb: Verb) -> bool:
    """*ils ont répondu à son « appel »*: what stands behind *à* is not what they said."""
    between = scene.tokens[verb.j : scene.position]
    to = between and between[0].low in _TO and "a" not in verb.cue.frames
    return bool(to) and all(t.flags & w.ANY_DET for t in between[1:])


def _hold(scene: Scene, verb: Verb) -> float:
    """How firmly a verb holds the quotation: near it, or opening with *que* the clause it stands in."""
    between = scene.tokens[verb.j : scene.position]
    score = 2.0 if verb.cue.strong else 0.0
    score += 1.5 if len(between) <= 2 else 0.7 if len(between) <= 6 else 0.0
    if any(t.flags & w.QUE and _opens_report(scene, verb, before) for before, t in _pairs(scene, verb)):
        score += 2.2
    score -= 0.6 * sum(bool(t.flags & w.FINITE) for t in between)
    score -= 0.02 * len(between) + (2.5 if _takes_no_to(scene, verb) else 0.0)
    return score


def _opens_report(scene: Scene, verb: Verb, before: Token) -> bool:
    """Whether *que* behind the token opens what the verb reports.

    *Elle dit qu'il refuse et que « rien » ne change*: the second *que* goes on with what she says.
    """
    if before.low in ADVERBIAL:
        return False
    inside = scene.tokens[max(scene.sentence.start, verb.i - _SUBJECT) : verb.i]
    return not (before.flags & w.COORD and any(t.flags & w.QUE for t in inside))


def _pairs(scene: Scene, verb: Verb) -> Iterable[tuple[Token, Token]]:
    """The first tokens between the verb and the quotation, each with the one before it."""
    stop = min(verb.j + 8, scene.position)
    return pairwise(scene.tokens[verb.j - 1 : stop])


def _adjacent(scene: Scene, verb: Verb) -> bool:
    """Nothing but small words stands between the verb and the quotation, which it may have as its object."""
    start = adverbial_end(scene.tokens, verb.j) or verb.j
    between = scene.tokens[min(start, scene.position) : scene.position]
    if verb.cue.frames <= _ASIDE and (not between or between[-1].text != ":"):
        return False  # *l'ambassadeur repart « aujourd'hui »*
    return len(between) <= 4 and all(
        t.flags & (w.ANY_DET | w.OF | w.PREP | w.QUE | w.ADV) or t.text in (":", ",") or t.kind == QUOTE
        for t in between
    )


@rule("weak-cue-before", example="Léna Morel veut « tourner la page ».")
def weak_cue_before(scene: Scene) -> Link | None:
    """A verb that reports only sometimes stands right before the quotation."""
    link = _subject_and_verb(scene, [v for v in _candidates(scene) if not (v.cue.strong or v.seems)])
    return link if link is not None and link.phrase is not None and link.phrase.can_speak else None
