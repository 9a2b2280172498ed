"""Who reports in a sentence that quotes nothing."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.clause import Clause
from quotes.parsing.cues import Verb
from quotes.parsing.main_clause import main_clause
from quotes.parsing.rules.prepositions import source_links
from quotes.parsing.scene import Link, Scene
from quotes.parsing.things import is_thing


def reported_in(clause: Clause) -> Link | None:
    """Whom the last reporting verb of a sentence's main clauses has for subject."""
    verb = _main_report(clause)
    subject = clause.reporter(verb) if verb is not None else None
    if verb is None or subject is None or is_thing(subject):
        return None
    subject, also = clause.both(subject) if verb.plural else (subject, None)
    return Link(subject, (verb.i, verb.j), clause.cue_text(verb), sentence=clause.number, also=also)


def _main_report(clause: Clause) -> Verb | None:
    """*X a dit que ceux qui protestent se trompent*: a report within a report is not the journalist's."""
    main: Verb | None = None
    first = main_clause(clause)
    for verb in clause.verbs:
        if verb.i < first or not verb.finite or not verb.cue.strong or verb.passive:
            continue
        between = clause.tokens[main.j : verb.i] if main is not None else ()
        if not any(t.flags & SUBORDINATES for t in between) or clause.set_off(verb):
            main = verb
    return main


SUBORDINATES = w.QUE | w.REL | w.SUB


def reported_since(scene: Scene) -> Link | None:
    """Who reports in the paragraph since the last quotation with a source, without being quoted."""
    last = scene.page.entities.last_speaker
    since = last[0] if last is not None else -1
    for number in range(scene.number - 1, scene.number - 1 - _REPORTED, -1):
        if not scene.shares_paragraph(number) or scene.page.sentences[number].start <= since:
            return None
        clause = Clause(scene.page, number, scene.page.sentences[number].stop)
        link = reported_in(clause) or _named(clause)
        if link is not None and _goes_on(clause, link):
            return link
    return None


#: how many sentences back a report may stand
_REPORTED = 4


def _goes_on(clause: Clause, link: Link) -> bool:
    """Not a medium, which only carries the words, and not who says nothing: *n'a pas confirmé*."""
    phrase, cue = link.phrase, link.cue
    if phrase is None or cue is None or not phrase.can_speak or phrase.head in _CARRIERS:
        return False
    return not any(t.flags & w.NEG for t in clause.tokens[cue[0] - 1 : cue[1]])


#: those who carry the words of others
_CARRIERS = words("media_nouns.txt") | words("observers.txt") | {"on"}


def _named(clause: Clause) -> Link | None:
    """*Selon X, …*, wherever it stands."""
    links = source_links(clause, strong=True)
    return next((link for link in links if link.phrase and link.phrase.can_speak), None)
