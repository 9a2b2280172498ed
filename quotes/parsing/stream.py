"""The article as the journalist's own words: each quotation folded into one token.

An incise inside the marks (*« Nous irons, a-t-il dit, jusqu'au bout »*) is the journalist's too:
the quotation is folded into the parts around it, and the incise stands between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count
from operator import attrgetter

from quotes.parsing import words as w
from quotes.parsing.cues import Verb, VerbReader
from quotes.parsing.marks import Marked
from quotes.parsing.tokens import BREAK, CLITIC, WORD, Quote, Stream, Token, tokenize

_ENDS = frozenset({",", ".", "!", "?", ";", "–", "—", "-", "…", ":"})
_OPENS = frozenset({",", "!", "?", "–", "—", "-", "…"})
_SIGN = attrgetter("sign")
_THIRD = ("il", "elle", "ils", "elles", "on")
#: how many words the subject of an incise may have
_SUBJECT_LENGTH = 24
#: how many words may stand between the verb and its subject: *relevait en fin de partie l'ancien défenseur*
_ADVERBIAL = 8
#: words that do not stand there
_NO_ADVERBIAL = w.QUE | w.REL | w.AUX | w.INFINITIVE
#: how far before the comma the role stands whose name follows it
_ROLE_LENGTH = 8


def stream(text: str, outermost: Sequence[Marked]) -> Stream:
    """The tokens of the article, each outermost marked stretch folded into `QUOTE` tokens.

    The first part of a stretch has `marked`; a later part, after an incise, has not. The folded
    tokens are kept in each part's `inner`.
    """
    found = Stream([], [])
    position = 0
    for marked in outermost:
        found.extend(tokenize(text, position, marked.outer_start))
        _fold(found, marked, tokenize(text, marked.start, marked.end))
        position = marked.outer_end
    found.extend(tokenize(text, position))
    return found


def _fold(found: Stream, marked: Marked, inside: Stream) -> None:
    """Append a marked stretch: its parts folded, the incises between them as they are."""
    inner, starts = inside.tokens, inside.starts
    part = Quote(marked.outer_end - marked.outer_start, marked)
    found.append(part, marked.outer_start)
    begin = 0
    for start, stop in _incises(inner):
        part.inner = inner[begin:start]
        found.extend(inside.part(start, stop))
        begin = stop
        if stop < len(inner):
            part = Quote(marked.outer_end - starts[stop])
            found.append(part, starts[stop])
    if begin < len(inner):
        part.inner = inner[begin:]


def _incises(inner: list[Token]) -> list[tuple[int, int]]:
    """Token ranges of the incises, the comma before included."""
    found = []
    reader: VerbReader | None = None
    free = 0
    for k in compress(count(1), map(_SIGN, inner[:-1])):  # behind the signs
        if k > free and inner[k].flags & (w.FINITE | w.CLITIC) and inner[k - 1].text in _OPENS:
            reader = reader or VerbReader(inner)
            verb = _verb_from(reader, inner, k)
            end = _incise_end(inner, verb) if verb is not None else None
            if end is not None:
                found.append((k - 1 if inner[k - 1].text == "," else k, end))
                free = end
    return found


def _verb_from(reader: VerbReader, inner: list[Token], k: int) -> Verb | None:
    start = k
    while k < len(inner) and inner[k].flags & w.CLITIC and not inner[k].flags & w.FINITE:
        k += 1
    if k >= len(inner) or not inner[k].flags & w.FINITE:
        return None
    verb = reader.verb_at(k, start, len(inner))
    return verb if verb is not None and verb.finite and verb.person in ("3s", "3p") else None


def _incise_end(inner: list[Token], verb: Verb) -> int | None:
    """Where the incise ends: at the comma or the end of the marks after its subject."""
    if "incise" not in verb.cue.frames:
        return None
    if verb.clitic is not None:
        if not inner[verb.clitic].low.endswith(_THIRD):
            return None
    elif not _subject_follows(inner, verb.j):
        return None
    for k in range(verb.j, min(len(inner), verb.j + _SUBJECT_LENGTH)):
        token = inner[k]
        if token.text in _ENDS:
            if token.text == "," and verb.clitic is None:
                k = _apposition_end(inner, k)
            return k + 1 if k + 1 < len(inner) and inner[k].text == "," else k
        if token.kind in (CLITIC, BREAK) or (
            token.flags & (w.SUBJECT | w.QUE) and not token.flags & w.ANY_DET
        ):
            return None
    return len(inner) if verb.j <= len(inner) <= verb.j + _SUBJECT_LENGTH else None


def _apposition_end(inner: list[Token], comma: int) -> int:
    """The comma behind the role or the age that stands beside the subject; `comma` when none does."""
    first = inner[comma + 1 : comma + 3]
    subject = inner[max(0, comma - _ROLE_LENGTH) : comma]
    titled = len(first) > 1 and first[0].flags & w.DET and first[1].flags & w.TITLE
    if first and (first[0].cap or titled) and any(map(_is_role, subject)):
        # *explique le maire de Brest, Paul Roche*, *le patron des secours, le colonel Paul Roche*
        return _name_end(inner, comma, comma + 2 if titled else comma + 1)
    role = bool(first) and first[0].flags & w.ROLE and not first[0].cap
    if not role and [t.low for t in first[1:]] != ["ans"]:
        return comma
    for k in range(comma + 2, min(len(inner), comma + _SUBJECT_LENGTH)):
        if inner[k].text in _ENDS:
            return k
        if inner[k].flags & (w.FINITE | w.SUBJECT | w.REL) and not inner[k].flags & (w.HEAD | w.ANY_DET):
            return comma
    return comma


def _is_role(token: Token) -> bool:
    return not token.cap and (bool(token.flags & w.ROLE) or token.low in w.lexicon().compounds)


def _name_end(inner: list[Token], comma: int, start: int) -> int:
    """The end of the name that begins at `start` when nothing else follows it; `comma` otherwise."""
    k = start
    while k < len(inner) and (inner[k].cap or inner[k].flags & (w.PARTICLE | w.TITLE)):
        k += 1
    named = k > start + 1 or (k > start and inner[start].flags & w.TITLE)
    return k if named and (k == len(inner) or inner[k].text in _ENDS) else comma


def _subject_follows(inner: list[Token], k: int) -> bool:
    """A name, a title or a determined role comes within a few words."""
    for token in inner[k : k + _ADVERBIAL]:
        if token.kind != WORD:
            return False
        if token.cap or token.flags & (w.HEAD | w.TITLE):
            return True
        if token.flags & _NO_ADVERBIAL or (token.flags & w.SUBJECT and not token.flags & w.ANY_DET):
            return False
    return False
