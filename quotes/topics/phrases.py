"""Candidates for keywords: the names and the noun phrases of a text, told by their edges.

There is no tagger here: a name is told by its capitals, a noun by the determiner before it, an
adjective behind it by its ending. What is told wrongly seldom comes again, and so ranks low.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.topics.words import Word

_LONGEST_NAME = 5


def names(found: list[Word]) -> Iterator[tuple[int, int]]:
    """Where the proper names stand: first word, one behind the last."""
    proper = {word.form.key for word in found if word.form.cap and not word.opens}
    at = 0
    while at < len(found):
        if not found[at].form.names:
            at += 1
            continue
        end = _name_end(found, at, proper)
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _name_end(found: list[Word], at: int, proper: set[str]) -> int:
    first = found[at]
    carried = _continues(found, at + 1)
    if first.opens and first.form.key not in proper and not carried and not first.form.acronym:
        return at
    end = at + 1
    while end < len(found) and end - at < _LONGEST_NAME and not found[end].apart:
        if found[end].form.names:
            if _another_begins(found, at, end):
                break
            end += 1
        elif found[end].form.particle and _continues(found, end + 1):
            end += 2
        else:
            break
    if end == at + 1 and at > 0 and found[at - 1].form.determiner and not found[at].apart:
        return _with_adjective(found, end)  # *l'Assemblée nationale*
    return end


def _continues(found: list[Word], at: int) -> bool:
    """A name, or more of one, stands at `at`, nothing before it."""
    return at < len(found) and not found[at].apart and found[at].form.names


def _another_begins(found: list[Word], start: int, at: int) -> bool:
    """*la Défense Lloyd Austin*, *le SNES Paul Roche*: a first name begins a name of its own."""
    following = found[at + 1] if at + 1 < len(found) else None
    goes_on = following is not None and following.form.cap and not following.apart
    return goes_on and found[at].form.first_name and not found[start].form.first_name


def noun_phrases(found: list[Word]) -> Iterator[tuple[int, int]]:
    """Where the noun phrases stand, each with its shorter beginnings: *arsenal*, *arsenal nucléaire*."""
    for at in range(1, len(found)):
        before = found[at - 1].form
        # most words stand behind neither, and cost no more
        if not (before.determiner or before.before_noun) or not _is_noun(found, at):
            continue
        if found[at].form.cap:
            if at + 1 < len(found) and not found[at + 1].apart and _is_common(found[at + 1]):
                yield at, at + 2  # *les Parapluies bleus*, if they come again
        elif not found[at].form.quantity:
            yield at, at + 1
            for end in _ends(found, at):
                yield at, end


def _is_noun(found: list[Word], at: int) -> bool:
    word, before = found[at], found[at - 1]
    form = word.form
    if word.apart or form.before_noun or len(form.text) < 3 or form.text[0].isdigit():
        return False
    if before.form.before_noun and at > 1 and not before.apart:
        before = found[at - 2]
    return before.form.determiner and not form.determiner


def _is_common(word: Word) -> bool:
    return word.form.content and not word.form.cap


def _ends(found: list[Word], at: int) -> Iterator[int]:
    """Ends of the longer phrases that begin with the noun at `at`."""
    end = _with_adjective(found, at + 1)
    if end > at + 1:
        yield end
    if end + 1 < len(found) and found[end].form.link and not found[end].apart:
        second = end + 1
        if found[second].form.text in ("la", "l") and second + 1 < len(found):
            second += 1
        if not found[second].apart and found[second].form.content:
            yield second + 1
            longer = _with_adjective(found, second + 1)
            if longer > second + 1:
                yield longer


def _with_adjective(found: list[Word], at: int) -> int:
    """Behind the adjective at `at`, if one stands there."""
    if at >= len(found) or found[at].apart:
        return at
    return at + 1 if found[at].form.content and found[at].form.adjective else at
