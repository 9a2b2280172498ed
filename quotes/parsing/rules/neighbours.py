"""Rules that read the sentence before the quotation, or the one behind it."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.clause import Clause
from quotes.parsing.phrases import PRONOUN, NounPhrase
from quotes.parsing.rules.after import place_after
from quotes.parsing.rules.nouns import noun_for_it, noun_of_saying
from quotes.parsing.rules.prepositions import source_links
from quotes.parsing.rules.registry import rule
from quotes.parsing.rules.reports import SUBORDINATES, reported_in
from quotes.parsing.scene import Link, Scene
from quotes.parsing.things import is_thing
from quotes.parsing.tokens import DASHES, QUOTE
from quotes.parsing.wording import has_verb
from quotes.parsing.words import is_being


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
    headline = number == scene.number and scene.opens and has_verb(scene.tokens[scene.last].inner)
    clause = Clause(scene.page, number, sentence.stop)
    named = (
        noun_for_it(clause, start, headline=headline)
        or _what_bears_it(clause, start)
        or _one_who_speaks(clause, start)
    )
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
    if opening[0] == "ainsi" and scene.page.verbs(number):
        verb = scene.page.verbs(number)[0]
        subject = clause.subject_after(verb)
        if subject is not None and subject.head == "on":  # *Ainsi parle-t-on au port*
            subject = place_after(clause, verb) or subject
    else:
        que = next((k for k in range(start, sentence.stop) if scene.tokens[k].flags & w.QUE), None)
        behind = [p for p in clause.phrases if que is not None and p.i > que and not p.prep]
        subject = next((p for p in behind if p.can_speak), None) or next(iter(behind), None)
    return Link(subject, sentence=number) if subject is not None and not is_thing(subject) else None


#: *c'est en ces termes que*, *c'est ainsi que*
_TAKEN_UP = frozenset({"termes", "mots", "ce", "conseil", "message", "phrase", "ainsi"})


def _one_who_speaks(clause: Clause, start: int) -> Link | None:
    """*Celle qui parle ainsi est Léna Morel*, *Celui qui s'avance s'appelle Paul Roche*."""
    tokens, stop = clause.tokens, clause.sentence.stop
    if start + 1 >= stop or tokens[start].low not in ("celui", "celle") or tokens[start + 1].low != "qui":
        return None
    for phrase in clause.phrases:
        called = is_being(tokens[phrase.i - 1].low) or tokens[phrase.i - 1].low in _CALLED
        if start + 2 < phrase.i <= start + _WHO_SPEAKS and called and phrase.name:
            return Link(phrase, sentence=clause.number)
    return None


_CALLED = frozenset({"appelle", "nomme", "appelait", "nommait"})
#: how many words may tell who speaks before the name: *Celui qui se confie ainsi, d'une voix lasse, est*
_WHO_SPEAKS = 14


def _what_bears_it(clause: Clause, start: int) -> Link | None:
    """*« Port mort » Ce tag date de mai*, *Voici la pancarte que l'on voit*: what carries the words."""
    tokens, stop = clause.tokens, clause.sentence.stop
    shown = start < stop and tokens[start].low in _SHOWN
    start += shown
    if start + 1 >= stop or tokens[start + 1].low not in _DISPLAYS:
        return None
    if not tokens[start].flags & (w.ANY_DET if shown else w.DEM):
        return None
    phrase = clause.page.phrase_reader.phrase_at(start, stop)
    return Link(phrase, sentence=clause.number) if phrase is not None else None


_DISPLAYS = words("display_nouns.txt")
_SHOWN = frozenset({"voilà", "voici"})


def _behind(scene: Scene) -> int:
    """The first word behind the quotation in its own sentence: *« … », c'est ce qu'assure X*."""
    k = scene.last + 1
    while k < scene.sentence.stop and scene.tokens[k].text in (",", ":", "–", "—", "-", "...", "…"):
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
        link = next(opening, None) or (_voice(clause) if quiet else None)
        if link is not None and link.phrase and _is_named(link.phrase):
            link.also = clause.joined(link.phrase)
            return _in_order(link)
    return None


def _voice(clause: Clause) -> Link | None:
    """Who reports, or *revient sur le vote*, *s'adresse aux marins*, *est l'invitée du jour*."""
    link = reported_in(clause)
    if link is not None:
        return link
    for verb in clause.verbs:
        if verb.finite and not verb.passive and verb.cue.lemma in _ADDRESSES:
            subject = clause.subject_of(verb)
            if subject is not None:
                return Link(subject, (verb.i, verb.j), clause.cue_text(verb), sentence=clause.number)
    for k in range(clause.sentence.start + 2, clause.sentence.stop):
        if clause.tokens[k].low in _GUESTS and clause.tokens[k - 2].flags & w.AUX:
            return Link(clause.subject_until(k - 2), sentence=clause.number)
    return None


#: verbs of whoever speaks to the readers of an article
_ADDRESSES = frozenset({"comprendre", "revenir", "s'adresser"})
_GUESTS = frozenset({"invité", "invitée"})


def _is_named(phrase: NounPhrase) -> bool:
    """*Léna Morel*, *la maire, Léna Morel*."""
    return bool(phrase.name) or phrase.is_named_beside


def _in_order(link: Link) -> Link:
    if link.phrase is not None and link.also is not None and link.also.i < link.phrase.i:
        link.phrase, link.also = link.also, link.phrase
    return link


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
    edge = _begins(scene) if step < 0 else scene.last >= scene.sentence.stop - 2
    if not edge or not 0 <= number < len(sentences):
        return None
    other = sentences[number]
    if other.paragraph != scene.sentence.paragraph:
        return None
    quotes = (scene.tokens[k] for k in scene.page.stream.quotes_among(other.start, other.stop))
    return None if any(t.marked and len(t.inner) > term for t in quotes) else number


def _begins(scene: Scene) -> bool:
    """Nothing stands before the quotation, or a dash behind a name: *Léna Morel (Brest). – « … »*."""
    start = scene.sentence.start
    if scene.position == start or not scene.number:
        return scene.position == start
    above = scene.page.sentences[scene.number - 1]
    told = any(t.flags & w.FINITE for t in scene.tokens[above.start : above.stop])
    return scene.position == start + 1 and scene.tokens[start].text in DASHES and not told
