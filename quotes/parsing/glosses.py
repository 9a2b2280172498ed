"""What the journalist adds beside the marks: whose words they are, that it is called so, when it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.lexicon import rows, words
from quotes.parsing import words as w
from quotes.parsing.tokens import WORD, Token

_WORDINGS = {row[0]: row[1] for row in rows("wording_nouns.tsv")}
_OCCASIONS = words("occasion_openers.txt")
_OPENERS = frozenset({"selon", "suivant", "d'après", "pour", "dans", "de"})
_QUOTING = frozenset({"reprendre", "citer", "utiliser", "employer", "paraphraser"})
_ADDED = frozenset({",", "("})
_SAID_OF = frozenset({"dixit", "sic"})
_THUS = frozenset({"comme", "ainsi"})
#: how far behind *selon* the noun may stand: *selon sa propre expression*, *pour reprendre ses mots*
_REACH = 4
#: how many determiners stand between the marks and what opens an occasion: *au lendemain de l'*
_LINKS = 2
_SMALL = w.ANY_DET | w.OF


def gloss(tokens: Sequence[Token], last: int, stop: int) -> str | None:
    """Behind the marks, `own` when somebody is said to put it so, `usage` when it is called so."""
    k = last + 1
    if k < stop and tokens[k].text in _ADDED:
        k += 1
    near = tokens[k : min(stop, k + _REACH + 1)]
    if not near or near[0].kind != WORD:
        return None
    first = near[0].low
    if first in _SAID_OF:
        return "own"
    if first in _THUS:
        return _thus(near)
    if first == "en" and len(near) > 1 and near[1].flags & w.DEMONYM and not near[1].cap:
        return "usage"
    if first not in _OPENERS or (first == "pour" and (len(near) < 2 or near[1].low not in _QUOTING)):
        return None
    return next((_WORDINGS[t.low] for t in near if t.low in _WORDINGS), None)


def _thus(near: Sequence[Token]) -> str | None:
    """*comme on dit*, *comme elle l'appelle*, *ainsi qu'il le répète*."""
    pronoun = next((t for t in near[1:_REACH] if t.flags & w.SUBJECT), None)
    if pronoun is None:
        return None
    return "usage" if pronoun.low == "on" else "own"


def occasion(tokens: Sequence[Token], start: int, position: int) -> Iterator[str]:
    """An event that something is dated by: *au lendemain de l'« acte final »*."""
    k = position - 1
    while k > start and position - 1 - k < _LINKS and tokens[k].flags & _SMALL:
        k -= 1
    if start <= k and tokens[k].low in _OCCASIONS:
        yield "occasion"
