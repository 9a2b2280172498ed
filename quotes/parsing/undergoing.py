"""Those of whom others speak: who is hurt, dead, arrested, tried, searched for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from quotes.lexicon import rows
from quotes.parsing import words as w
from quotes.parsing.phrases import NounPhrase
from quotes.parsing.tokens import WORD, Token
from quotes.parsing.words import lexicon

#: what may stand between a subject and its verb, and between an auxiliary and its participle
_SMALL = w.CLITIC | w.NEG | w.ADV
#: how long what is set between commas behind a name may be, in tokens: *Luc Oury, 34 ans, …*
_ASIDE = 12
#: how many words such a noun may have
_LONGEST = 3
_BEEN = "été"
#: an entry of the list: its further words, and its sort
_Entry = tuple[tuple[str, ...], str]


@cache
def _entries() -> dict[str, list[_Entry]]:
    """What may be undergone, by the first word of each form."""
    table: dict[str, list[_Entry]] = {}
    for form, sort in rows("undergone.tsv"):
        first, *more = form.split()
        for spelling in (first, first + "e") if sort in ("passive", "fate") else (first,):
            table.setdefault(spelling, []).append((tuple(more), sort))
    return table


def undergoes(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    """Whether the words around a name tell that something is done to its bearer, or befalls him.

    *Luc Oury, 34 ans, a été blessé*, *Luc Oury, arrêté lundi, …*, *Luc Oury est mort*, *la mort de Luc Oury*.
    """
    if phrase.prep in ("de", "d'", "du"):
        return _noun_before(tokens, phrase.i - 1)
    if phrase.prep:
        return False
    if _object_of(tokens, phrase.i) or _opened(tokens, phrase.i):
        return True
    apposed = phrase.j < len(tokens) and tokens[phrase.j].text == ","
    if apposed and _told(tokens, _past(tokens, phrase.j + 1, w.ADV), "passive", "fate"):
        return True
    k = phrase.end
    if k >= len(tokens) or tokens[k].text != ",":
        return _verb_tells(tokens, k)
    ahead = range(k + 1, min(k + _ASIDE, len(tokens)))
    behind = next((n + 1 for n in ahead if tokens[n].text == ","), k)
    return _verb_tells(tokens, k + 1) or _verb_tells(tokens, behind)


def _noun_before(tokens: Sequence[Token], of: int) -> bool:
    """*la mort de*, *le corps sans vie de*: whether what befalls somebody stands right before *de*."""
    return any(
        sort == "noun" and tuple(t.low for t in tokens[k + 1 : of]) == more
        for k in range(max(0, of - _LONGEST), of)
        for more, sort in _entries().get(tokens[k].low, ())
    )


def _object_of(tokens: Sequence[Token], i: int) -> bool:
    """*la police a interpellé Luc Oury*, *recherche Luc Oury*; not *« … », a condamné Luc Oury*."""
    k = i - 1
    while k > 0 and tokens[k].low.endswith("ment"):
        k -= 1
    if k < 1 or _told(tokens, k, "sought"):
        return k > 0 and tokens[k - 1].kind == WORD
    auxiliary = lexicon().auxiliaries.get(tokens[k - 1].low)
    if auxiliary is None or auxiliary.head != "avoir" or not _told(tokens, k, "passive"):
        return False
    return k > 1 and tokens[k - 2].kind == WORD


def _opened(tokens: Sequence[Token], i: int) -> bool:
    """*Condamné à deux ans, Luc Oury …*: the participle opens the sentence."""
    if i < 2 or tokens[i - 1].text != ",":
        return False
    for k in range(i - 2, max(-1, i - _ASIDE), -1):
        if tokens[k].sign:
            return False
        if tokens[k].cap and (not k or tokens[k - 1].sign):
            return _told(tokens, k, "passive")
    return False


def _verb_tells(tokens: Sequence[Token], k: int) -> bool:
    """Whether the verb at token `k` is one of what befalls its subject: *a été blessé*, *comparaît*."""
    k = _past(tokens, k, _SMALL)
    auxiliary = lexicon().auxiliaries.get(tokens[k].low) if k < len(tokens) else None
    if auxiliary is None:
        return _told(tokens, k, "verb")
    k = _past(tokens, k + 1, w.ADV)
    if auxiliary.head == "être":
        return _told(tokens, k, "passive", "fate")
    if k < len(tokens) and tokens[k].low == _BEEN:
        return _told(tokens, _past(tokens, k + 1, w.ADV), "passive")
    return _told(tokens, k, "fate")


def _past(tokens: Sequence[Token], k: int, small: int) -> int:
    """The first token from `k` on that is none of the small words."""
    while k < len(tokens) and (tokens[k].flags & small or tokens[k].low.endswith("ment")):
        k += 1
    return k


def _told(tokens: Sequence[Token], k: int, *sorts: str) -> bool:
    """Whether a form of one of the sorts begins at token `k`."""
    entries = _entries().get(tokens[k].low) if 0 <= k < len(tokens) else None
    return entries is not None and any(
        sort in sorts and tuple(t.low for t in tokens[k + 1 : k + 1 + len(more)]) == more
        for more, sort in entries
    )
