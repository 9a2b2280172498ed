"""Rules that read the sentence behind the quotation, or what stands below a headline."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.clause import Clause
from quotes.parsing.phrases import PRONOUN, NounPhrase
from quotes.parsing.rules.nouns import SHOWN, noun_for_it
from quotes.parsing.rules.places import place_after
from quotes.parsing.rules.prepositions import source_links
from quotes.parsing.rules.registry import rule
from quotes.parsing.rules.reports import reported_in
from quotes.parsing.scene import Link, Scene
from quotes.parsing.things import is_thing
from quotes.parsing.wording import has_verb
from quotes.parsing.words import is_being

#: how many tokens a term between marks may have
_TERM = 3


@rule(
    "cue-in-sentence-after",
    example="« Il faut partir. » C'est en ces termes que Léna Morel a clos la séance.",
)
def sentence_after(scene: Scene) -> Link | None:
    """What follows says who spoke: *Ainsi parlait X*, *C'est en ces termes que …*, *c'est ce qu'assure X*."""
    number = scene.quiet_neighbour(1, term=_TERM)
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
    if not opening or not _takes_up(opening, apart=number != scene.number):
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


def _takes_up(opening: list[str], *, apart: bool) -> bool:
    """*C'est en ces termes que …*, *Telle est …*; *Ainsi parlait …* only in a sentence `apart`."""
    if opening[0] == "c'":
        return bool(_TAKEN_UP & set(opening))
    return opening[0] in _POINTING or (opening[0] == "ainsi" and apart)  # not *« … », ainsi que X*


_POINTING = frozenset({"voilà", "tel", "telle", "tels", "telles"})
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
    shown = start < stop and tokens[start].low in SHOWN
    start += shown
    if start + 1 >= stop or tokens[start + 1].low not in _DISPLAYS:
        return None
    if not tokens[start].flags & (w.ANY_DET if shown else w.DEM):
        return None
    phrase = clause.page.phrase_reader.phrase_at(start, stop)
    return Link(phrase, sentence=clause.number) if phrase is not None else None


_DISPLAYS = words("display_nouns.txt")


def _behind(scene: Scene) -> int:
    """The first word behind the quotation in its own sentence: *« … », c'est ce qu'assure X*."""
    k = scene.last + 1
    while k < scene.sentence.stop and scene.tokens[k].text in (",", ":", "–", "—", "-", "...", "…"):
        k += 1
    return k


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
            link.phrase, link.also = clause.both(link.phrase)
            return link
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
