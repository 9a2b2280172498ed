"""Rules that read the sentence before the quotation, or the one behind it."""

from __future__ import annotations

from quotes.parsing import words as w
from quotes.parsing.clause import Clause
from quotes.parsing.phrases import PRONOUN, NounPhrase
from quotes.parsing.rules.after import place_after
from quotes.parsing.rules.nouns import noun_of_saying
from quotes.parsing.rules.prepositions import source_links
from quotes.parsing.rules.registry import rule
from quotes.parsing.rules.reports import SUBORDINATES, reported_in
from quotes.parsing.scene import Link, Scene
from quotes.parsing.things import is_thing
from quotes.parsing.tokens import DASHES, QUOTE, Token
from quotes.parsing.words import lexicon


@rule("cue-in-sentence-before", example="Paul Roche confirme. « Nous irons jusqu'au bout. »")
def sentence_before(scene: Scene) -> Link | None:
    """The sentence before, in the same paragraph, reports; the quotation makes its own sentence."""
    number = _quiet_neighbour(scene, -1)
    if number is None or scene.heads:
        return None
    return reported_in(Clause(scene.page, number, scene.page.sentences[number].stop))


@rule("source-in-sentence-before", example="Selon Anne Lalo, la crue approche. « L'eau montera cette nuit. »")
def source_before(scene: Scene) -> Link | None:
    """*selon X*, *pour X* opens the sentence before, in the same paragraph."""
    number = _quiet_neighbour(scene, -1, term=_TERM)
    if number is None or scene.last < scene.sentence.stop - 2:
        return None
    clause = Clause(scene.page, number, scene.page.sentences[number].stop)
    for link in source_links(clause):
        if link.phrase and link.cue and link.cue[0] == clause.sentence.start and link.phrase.can_speak:
            return link
    return None


@rule("paragraph-and-colon", example="Léna Morel nous a écrit :\n« La digue ne tiendra pas. »")
def paragraph_and_colon(scene: Scene) -> Link | None:
    """The paragraph before ends with a colon: it leads to the quotation that opens this one."""
    number = _above(scene)
    if number < 0:
        return None
    clause = Clause(scene.page, number, scene.page.sentences[number].stop - 1)
    if scene.tokens[clause.position].text != ":":
        return None
    link = noun_of_saying(clause, clause.position) or reported_in(clause)
    beside = [p for p in clause.phrases if p.end == clause.position and p.can_speak]
    subject = clause.clause_subject() or next(iter(beside), None)
    return link or (Link(subject, sentence=number) if subject is not None else _theirs(clause))


def _above(scene: Scene) -> int:
    """The sentence above the quotation, or above the list in which it stands: *– « … » ⏎ – « … »*."""
    number, sentences = scene.number - 1, scene.page.sentences
    if scene.position == scene.sentence.start:
        return number
    if scene.position != scene.sentence.start + 1 or not _bullet(scene, scene.sentence.start):
        return -1
    while number >= 0 and _bullet(scene, sentences[number].start):
        number -= 1
    return number


def _bullet(scene: Scene, k: int) -> bool:
    return scene.tokens[k].text in _BULLETS and scene.tokens[k + 1].kind == QUOTE


_BULLETS = DASHES | {"•", "*"}


def _theirs(clause: Clause) -> Link | None:
    """*Ses raisons, je cite :*: of whoever it belongs to."""
    first = next((p for p in clause.phrases if p.i == clause.sentence.start), None)
    owner = clause.page.entities.owner(first, clause.number) if first and first.det & w.POSS else None
    return Link(entity=owner, sentence=clause.number) if owner is not None else None


@rule(
    "cue-in-sentence-after",
    example="« Il faut partir. » C'est en ces termes que Léna Morel a clos la séance.",
)
def sentence_after(scene: Scene) -> Link | None:
    """What follows says who spoke: *Ainsi parlait X*, *C'est en ces termes que …*, *c'est ce qu'assure X*."""
    number = _quiet_neighbour(scene, 1, term=_TERM)
    start = scene.page.sentences[number].start if number is not None else _behind(scene)
    number = scene.number if number is None else number
    sentence = scene.page.sentences[number]
    opening = [t.low for t in scene.tokens[start : min(start + 6, sentence.stop)]]
    named = _noun_for_it(Clause(scene.page, number, sentence.stop), start)
    if named is not None:
        return named
    if opening[:1] == ["dixit"]:
        who = scene.page.phrase_reader.phrase_at(start + 1, sentence.stop)
        return Link(who, (start, start + 1), sentence=number) if who is not None and who.can_speak else None
    if not opening or opening[0] not in ("ainsi", "c'", "voilà", "tel", "telle", "tels", "telles"):
        return None
    if opening[0] == "c'" and not _TAKEN_UP & set(opening):
        return None
    if opening[0] == "ainsi" and number == scene.number:  # *« … », ainsi que X*
        return None
    clause = Clause(scene.page, number, sentence.stop)
    if opening[0] == "ainsi" and scene.page.verbs(number):
        verb = scene.page.verbs(number)[0]
        subject = clause.subject_after(verb)
        if subject is not None and subject.head == "on":  # *Ainsi parle-t-on au port*
            subject = place_after(clause, verb) or subject
    else:
        que = next((k for k in range(start, sentence.stop) if scene.tokens[k].flags & w.QUE), None)
        subject = next((p for p in clause.phrases if que is not None and p.i > que and not p.prep), None)
    return Link(subject, sentence=number) if subject is not None and not is_thing(subject) else None


#: *c'est en ces termes que*, *c'est ainsi que*
_TAKEN_UP = frozenset({"termes", "mots", "ce", "conseil", "message", "phrase", "ainsi"})


def _noun_for_it(clause: Clause, start: int) -> Link | None:
    """*Ce cri d'alarme de Léna Morel*, *La formule est de Paul Roche*: what the quotation is, and whose."""
    tokens, stop = clause.tokens, clause.sentence.stop
    shown = start + 1 < stop and tokens[start].low in _SHOWN
    start += shown
    if start >= stop or not tokens[start].flags & (w.DEM | w.DET):
        return None
    noun = next((k for k in range(start + 1, min(start + 4, stop)) if _is_of_saying(tokens[k])), stop)
    if not (shown or tokens[start].flags & w.DEM or _is_told_of(tokens[noun + 1 : noun + 3])):
        return None
    behind = noun + 2 if noun + 1 < stop and tokens[noun + 1].text == "," else noun + 1
    made = next((v for v in clause.verbs if v.i == behind and v.cue.family in ("say", "write")), None)
    maker = clause.agent(made) if made is not None else None
    if maker is None and shown and noun + 2 < stop and tokens[noun + 2].low == "par":
        maker = clause.page.phrase_reader.phrase_at(noun + 3, stop, bare=True)  # *la consigne donnée par X*
    if maker is not None and maker.can_speak:
        return Link(maker, (noun, noun + 1), tokens[noun].text, sentence=clause.number)
    for k in range(noun + 1, min(noun + 4, stop - 1)):
        if not tokens[k].flags & w.OF:
            continue
        whose = clause.page.phrase_reader.phrase_at(k + 1, stop, bare=True)
        if whose is not None and (whose.name or whose.flags & (w.ROLE | w.GROUP | w.ORGANISATION)):
            return Link(whose, (noun, noun + 1), tokens[noun].text, sentence=clause.number)
    return None


#: *Voilà la consigne de Léna Morel*
_SHOWN = frozenset({"voilà", "voici"})


def _is_told_of(behind: list[Token]) -> bool:
    """*La formule est de …*, *La phrase émane du …*, unlike *La réponse de la mairie*."""
    return len(behind) == 2 and behind[0].low in _COMES and bool(behind[1].flags & w.OF)


_COMES = frozenset({"est", "était", "vient", "venait", "émane", "émanait", "provient", "provenait"})


def _is_of_saying(token: Token) -> bool:
    """*cri*, *mots*, *SMS*."""
    known = lexicon()
    return any(known.flags_of(noun) & w.CUE_NOUN for noun in (token.low, token.low.removesuffix("s")))


def _behind(scene: Scene) -> int:
    """The first word behind the quotation in its own sentence: *« … », c'est ce qu'assure X*."""
    k = scene.last + 1
    while k < scene.sentence.stop and scene.tokens[k].text in (",", ":", "–", "—", "-"):
        k += 1
    return k


@rule("subject-before", example="Léna Morel regarde la digue. « Elle ne tiendra pas. »")
def subject_of_sentence_before(scene: Scene) -> Link | None:
    """The quotation makes its own sentence; somebody named is the subject of the one before."""
    number = _quiet_neighbour(scene, -1, term=_FRAGMENT)
    alone = scene.last >= scene.sentence.stop - 2
    if number is None or not alone or scene.heads:
        return None
    clause = Clause(scene.page, number, scene.page.sentences[number].stop)
    subject = _instance(clause) or clause.clause_subject()
    quiet = _quiet_neighbour(scene, -1) is not None
    if subject is None or not (quiet or _opens_with(clause, subject)):
        return None
    entity = scene.page.entities.resolve(subject, number).entity
    return Link(subject, sentence=number) if entity is not None and entity.human else None


@rule("subject-after", example="« L'eau montait. » Sur le quai, Léna Morel regarde la digue.")
def subject_of_sentence_after(scene: Scene) -> Link | None:
    """Alone it opens a paragraph, and the next sentence there has a subject; or it is the headline."""
    return _of_first_lines(scene) or _of_next_sentence(scene)


def _of_first_lines(scene: Scene) -> Link | None:
    """*« La digue cède » ⏎ TRIBUNE - Pour Léna Morel, …*: whose view the article holds."""
    sentences, number = scene.page.sentences, scene.number + 1
    alone = scene.opens or scene.tokens[scene.position - 1].text == ":"
    if scene.number or not alone or scene.last < scene.sentence.stop - 1 or number >= len(sentences):
        return None
    if scene.shares_paragraph(number):
        return None
    for line in range(number, min(number + _FIRST_LINES, len(sentences))):
        clause = Clause(scene.page, line, sentences[line].stop)
        if clause.sentence.paragraph != sentences[number].paragraph:
            return None
        opening = (ln for ln in source_links(clause) if ln.cue and ln.cue[0] == clause.sentence.start)
        quiet = not scene.page.stream.quotes_among(clause.sentence.start, clause.sentence.stop)
        link = next(opening, None) or (reported_in(clause) if quiet else None)
        if link is not None and link.phrase and link.phrase.name:
            return link
    return None


#: how many sentences may stand below a headline before the one that tells whose view it is
_FIRST_LINES = 4


def _of_next_sentence(scene: Scene) -> Link | None:
    number = scene.number + 1
    alone = scene.opens and scene.last >= scene.sentence.stop - 2
    if not alone or not scene.opens_paragraph or number >= len(scene.page.sentences):
        return None
    sentence = scene.page.sentences[number]
    if sentence.paragraph != scene.sentence.paragraph:
        return None
    clause = Clause(scene.page, number, sentence.stop)
    free = [p for p in clause.phrases if not p.prep and scene.page.before_verb(p)]
    subject = free[0] if free else clause.clause_subject()
    if subject is None or subject.form == PRONOUN:
        return None
    entity = scene.page.entities.resolve(subject, number).entity
    comes_in = subject.flags & w.GROUP and scene.tokens[subject.i].low in ("un", "une")
    people = entity is not None and (entity.human or comes_in)  # *une vingtaine de marins bravent la pluie*
    return Link(subject, sentence=number) if people else None


def _opens_with(clause: Clause, subject: NounPhrase) -> bool:
    """*Léna Morel récuse ceux qui la disent « trop vieille »*: before the subject only a circumstance."""
    lead = clause.tokens[clause.sentence.start : subject.i]
    whole = any(t.kind == QUOTE or t.flags & (SUBORDINATES | w.FINITE) for t in lead)
    return not whole and not source_links(clause, strong=True)


def _instance(clause: Clause) -> NounPhrase | None:
    """*…, comme Léna Morel, maraîchère à Brest.*: somebody stands for the others, and speaks next."""
    tokens, stop = clause.tokens, clause.sentence.stop - 1
    for phrase in reversed(clause.phrases):
        if phrase.end >= stop - 6 and phrase.name and phrase.i - 2 > clause.sentence.start:
            lead = {tokens[phrase.i - 1].low, tokens[phrase.i - 2].low}
            if lead & _INSTANCES:
                return phrase
    return None


_INSTANCES = frozenset({"comme", "dont", "image", "instar", "exemple"})


#: how many tokens a term between marks may have, and a fragment
_TERM, _FRAGMENT = 3, 8


def _quiet_neighbour(scene: Scene, step: int, *, term: int = 0) -> int | None:
    """The sentence before or after in the same paragraph, without quotation of its own.

    Marked stretches of up to `term` tokens do not count.
    """
    number = scene.number + step
    sentences = scene.page.sentences
    edge = scene.position == scene.sentence.start if step < 0 else scene.last >= scene.sentence.stop - 2
    if not edge or not 0 <= number < len(sentences):
        return None
    other = sentences[number]
    if other.paragraph != scene.sentence.paragraph:
        return None
    quotes = (scene.tokens[k] for k in scene.page.stream.quotes_among(other.start, other.stop))
    return None if any(t.marked and len(t.inner) > term for t in quotes) else number
