"""Candidates for keywords: the names and the noun phrases of a text, told by their edges.

There is no tagger here: a name is told by its capitals, a noun by the determiner before it, an
adjective behind it by its ending. What is told wrongly seldom comes again, and so ranks low.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.topics.words import Form, Words

_LONGEST_NAME = 5


def names(found: Words) -> Iterator[tuple[int, int]]:
    """Where the proper names stand: first word, one behind the last."""
    capitals = [at for at, form in enumerate(found.forms) if form.cap]
    proper = {found.forms[at].key for at in capitals if at not in found.opens}
    after = 0
    for at in capitals:
        if at >= after and found.forms[at].names:
            after = _name_end(found, at, proper)
            if after > at:
                yield at, after


def _name_end(found: Words, at: int, proper: set[str]) -> int:
    first, beside = found.forms[at], found.beside
    if at in found.opens and not (first.key in proper or first.acronym or beside[at + 1].names):
        return at
    end = at + 1
    while end - at < _LONGEST_NAME:
        if beside[end].names:
            if _another_begins(found, at, end):
                break
            end += 1
        elif beside[end].particle and beside[end + 1].names:
            end += 2
        else:
            break
    if end == at + 1 and at > 0 and found.forms[at - 1].determiner and at not in found.apart:
        return _with_adjective(found, end)  # *l'Assemblée nationale*
    return end


def _another_begins(found: Words, start: int, at: int) -> bool:
    """*la Défense Lloyd Austin*, *le SNES Paul Roche*: a first name begins a name of its own."""
    goes_on = found.beside[at + 1].cap
    return goes_on and found.forms[at].first_name and not found.forms[start].first_name


def noun_phrases(found: Words) -> Iterator[tuple[int, int]]:
    """Where the noun phrases stand, each with its shorter beginnings: *arsenal*, *arsenal nucléaire*."""
    # most words stand behind neither, and cost no more
    for at in [at for at, before in enumerate(found.forms, 1) if before.leads]:
        noun = found.beside[at]
        if not _is_noun(found, at, noun):
            continue
        if noun.cap:
            following = found.beside[at + 1]
            if following.content and not following.cap:
                yield at, at + 2  # *les Parapluies bleus*, if they come again
        elif not noun.quantity:
            yield at, at + 1
            yield from _longer(found, at)


def _is_noun(found: Words, at: int, form: Form) -> bool:
    if form.before_noun or form.determiner or len(form.text) < 3 or form.text[0].isdigit():
        return False
    before = found.forms[at - 1]
    if before.before_noun and at > 1 and at - 1 not in found.apart:
        before = found.forms[at - 2]
    return before.determiner


def _longer(found: Words, at: int) -> Iterator[tuple[int, int]]:
    """The longer phrases that begin with the noun at `at`."""
    beside = found.beside
    end = _with_adjective(found, at + 1)
    if end > at + 1:
        yield at, end
    if beside[end].link:
        second = end + 1
        # found there whatever stands before it: *le chef de « la ville »*
        if second + 1 < len(found.forms) and found.forms[second].text in ("la", "l"):
            second += 1
        if beside[second].content:
            yield at, second + 1
            longer = _with_adjective(found, second + 1)
            if longer > second + 1:
                yield at, longer


def _with_adjective(found: Words, at: int) -> int:
    """Behind the adjective at `at`, if one stands there."""
    return at + 1 if found.beside[at].adjective else at
