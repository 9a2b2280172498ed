"""Whether a fragment tells about the subject of its sentence, rather than in its words."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.lexicon import words
from quotes.model import SpeakerKind
from quotes.parsing import words as w
from quotes.parsing.cue_readings import adverbial_end
from quotes.parsing.entity import Entity
from quotes.parsing.marked_verbs import says_so_itself
from quotes.parsing.phrases import NounPhrase
from quotes.parsing.rules.reports import reported_since
from quotes.parsing.scene import Link, Scene
from quotes.parsing.tokens import QUOTE, Token
from quotes.parsing.words import lexicon


def told_about(scene: Scene, link: Link) -> bool:
    """*La ville devra « organiser » le transport*, where the minister has just spoken: his words."""
    entities, subject = scene.page.entities, link.phrase
    if subject is None or subject.i > scene.position:
        return False
    if subject.head == "on" or _told_of_deed(scene, subject):
        return True
    entity = entities.glimpse(subject, scene.number)
    if entity is not None and entity.human:
        return False
    if _acts_in_marks(scene, subject):
        return not says_so_itself(scene.tokens[scene.position].inner)
    speaker = _speaker_of_paragraph(scene)
    if subject.head in _THEY and speaker is not None:
        return speaker is not entity
    if speaker is not None and entity is not None and entity.kind is SpeakerKind.ORGANISATION:
        return speaker is not entity and not _takes_turn(scene, subject)
    heard = speaker is not None or entities.last_speaker is not None
    return heard and speaker is not entity and _undergoes(scene, subject)


def _acts_in_marks(scene: Scene, subject: NounPhrase) -> bool:
    """*Le contrat « sera signé en mai »*: the words say what becomes of the subject, or what it does."""
    inner = _bare(scene)
    return bool(inner and inner[0].flags & w.FINITE) and _beside(scene, subject)


def _told_of_deed(scene: Scene, subject: NounPhrase) -> bool:
    """*Il a « volé une voiture »*: what he did, unless he said it: *il a « déploré un échec »*."""
    inner = _bare(scene)
    if len(inner) < _DEED or not inner[0].low.endswith(_PARTICIPLES) or lexicon().says(inner[0].low):
        return False
    return _beside(scene, subject) and _perfect(scene.tokens[subject.end : scene.position])


def _beside(scene: Scene, subject: NounPhrase) -> bool:
    """Nothing but the small words of a verb between the subject and the fragment."""
    k = subject.end
    while k < scene.position and (scene.tokens[k].flags & _SMALL or adverbial_end(scene.tokens, k)):
        k = adverbial_end(scene.tokens, k) or k + 1
    return k >= scene.position


def _bare(scene: Scene) -> list[Token]:
    """The words between the marks without pronouns and negations before verbs."""
    return [t for t in scene.tokens[scene.position].inner if not t.flags & (w.CLITIC | w.NEG)]


_SMALL = w.CLITIC | w.NEG | w.AUX | w.ADV
#: a deed takes more than a word: *a « écouté »* may be his own
_DEED = 2


def _perfect(between: Sequence[Token]) -> bool:
    """*a*, *s'était*, unlike *sont « choqués »*."""
    if any(t.flags & w.CLITIC for t in between):
        return any(t.flags & w.AUX for t in between)
    known = lexicon().auxiliaries
    return any(t.low in known and known[t.low].head == "avoir" for t in between)


_THEY = frozenset({"ils", "elles"})
_PARTICIPLES = ("é", "és", "ée", "ées", "i", "is", "u", "us")


def _takes_turn(scene: Scene, subject: NounPhrase) -> bool:
    """*Le syndicat a quant à lui …*: set against who spoke before, it speaks for itself."""
    between = " ".join(t.low for t in scene.tokens[subject.end : scene.position])
    return any(turn in between for turn in _TURNS)


_TURNS = ("quant à", "de son côté", "pour sa part")


def _undergoes(scene: Scene, subject: NounPhrase) -> bool:
    """*Les riverains devront, iront « partir »*, *sont appelés à « partir »*: what others want of them."""
    tokens, k = scene.tokens, subject.end
    while k < scene.position and (tokens[k].flags & (w.CLITIC | w.NEG) or tokens[k].kind == QUOTE):
        k += 1
    if k >= scene.position:
        return False
    if _is_future(tokens[k]) or tokens[k].low in words("modal_forms.txt"):
        return True
    return any(v.passive and k <= v.head <= k + 4 for v in scene.verbs)


def _is_future(token: Token) -> bool:
    """*iront*, *recevra*, but not *auront*: what is told to have been done is done."""
    return bool(token.flags & w.FINITE and token.low.endswith(("ra", "ront")) and token.low[:3] != "aur")


def _speaker_of_paragraph(scene: Scene) -> Entity | None:
    """Who has spoken last in this paragraph, quoted or not."""
    reported = reported_since(scene)
    if reported is not None and reported.phrase is not None:
        return scene.page.entities.glimpse(reported.phrase, reported.sentence)
    last = scene.page.entities.last_speaker
    return last[1] if last is not None and scene.in_paragraph(last[0]) else None
