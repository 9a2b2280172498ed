"""Pronouns that can name a source: *il*, *selon elle*, *ce dernier*, *l'un d'eux*."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.noun_heads import is_participle
from quotes.parsing.phrases import PRONOUN, NounPhrase
from quotes.parsing.pronoun_words import (
    CONCERNED,
    DEMONSTRATIVES,
    FOREMOST,
    INTERESTED,
    LATTER,
    ONE_OR_OTHER,
    ORDINALS,
    PERSONAL,
    RELATIVES,
    STRONG,
)
from quotes.parsing.things import names_thing
from quotes.parsing.tokens import CLITIC, Token

_TIMES = words("time_nouns.txt")
_NUMERALS = words("small_numbers.tsv") - {"un", "une"}
#: the second word of *ce dernier*, *l'intéressé*, *la principale intéressée*, *le second*
_SECOND = frozenset({*LATTER, *INTERESTED, *ORDINALS, *ONE_OR_OTHER, *FOREMOST})


def pronoun_at(tokens: Sequence[Token], i: int, stop: int) -> NounPhrase | None:
    """The pronoun that begins at token `i`, or None: *elle*, *selon lui*, *ce dernier*, *l'un d'eux*."""
    token = tokens[i]
    low = token.low
    if token.kind == CLITIC:
        low = low.rsplit("-", 1)[-1].rsplit("'", 1)[-1]
    elif not token.pronoun:
        return None
    if low in PERSONAL and (token.kind == CLITIC or token.flags & w.SUBJECT):
        if low == "il" and _impersonal(tokens, i + 1, stop):
            return None
        gender, many = PERSONAL[low]
        return NounPhrase(i, i + 1, PRONOUN, low, gender=gender, plural=many)
    if low in STRONG and _stands_free(tokens, i, stop):
        gender, many = STRONG[low]
        return NounPhrase(i, i + 1, PRONOUN, low, gender=gender, plural=many)
    every = _every_one(tokens, i, stop) if low in ("tous", "toutes") else None
    if every is not None:
        return every
    if low in ("tous", "toutes") and (i + 1 >= stop or not tokens[i + 1].flags & w.ANY_DET):
        return NounPhrase(i, i + 1, PRONOUN, "ils", gender="m" if low == "tous" else "f", plural=True)
    one_of = _one_of_them(tokens, i, stop)
    if one_of is not None:
        return one_of
    if low in DEMONSTRATIVES:
        gender, many = DEMONSTRATIVES[low]
        return NounPhrase(i, i + 1, PRONOUN, low, gender=gender, plural=many)
    if low in RELATIVES and token.cap:
        gender, many = RELATIVES[low]
        return NounPhrase(i, i + 1, PRONOUN, "ce dernier", gender=gender, plural=many)
    return _two_words(tokens, i, stop) if i + 1 < stop else None


def _every_one(tokens: Sequence[Token], i: int, stop: int) -> NounPhrase | None:
    """*tous deux*, *toutes les trois*, not *tous les deux jours*."""
    k = i + (2 if i + 2 < stop and tokens[i + 1].low == "les" else 1)
    if k + 1 >= stop or tokens[k].low not in _NUMERALS or not _ends_subject(tokens[k + 1]):
        return None
    return NounPhrase(i, k + 1, PRONOUN, "ils", gender="m" if tokens[i].low == "tous" else "f", plural=True)


def _stands_free(tokens: Sequence[Token], i: int, stop: int) -> bool:
    """*selon lui*; *Lui, ouvrier, se révolte*; *Lui se révolte*."""
    governed = i > 0 and tokens[i - 1].flags & (w.PREP | w.OF)
    if governed or not tokens[i].cap or i + 1 >= stop:
        return bool(governed)
    return tokens[i + 1].text == "," or bool(tokens[i + 1].flags & (w.FINITE | w.CLITIC | w.NEG))


def _two_words(tokens: Sequence[Token], i: int, stop: int) -> NounPhrase | None:
    """*ce dernier*, *l'intéressé*, *la principale intéressée*, *le second*."""
    low, following = tokens[i].low, tokens[i + 1].low
    if following not in _SECOND:
        return None
    after = tokens[i + 2] if i + 2 < stop else None
    if tokens[i].flags & w.DEM and following in LATTER:
        if after is not None and after.low in _TIMES:
            return None  # *ces derniers mois*
        gender, many = LATTER[following]
        return NounPhrase(i, i + 2, PRONOUN, "ce dernier", gender=gender, plural=many)
    if low == "l'" and following in ONE_OR_OTHER and _stands_as_one(tokens, i, stop):
        one, its_gender = ONE_OR_OTHER[following]
        return NounPhrase(i, i + 2, PRONOUN, one, gender=its_gender)
    if low == "l'" and following in INTERESTED:
        return NounPhrase(i, i + 2, PRONOUN, "intéressé", gender=INTERESTED[following])
    if following in FOREMOST and after is not None and after.low in CONCERNED:
        return NounPhrase(i, i + 3, PRONOUN, "intéressé", gender=CONCERNED[after.low])
    if following in ORDINALS and low in ("le", "la") and (after is None or _ends_subject(after)):
        head, gender = ORDINALS[following]
        return NounPhrase(i, i + 2, PRONOUN, head, gender=gender)
    return None


def _stands_as_one(tokens: Sequence[Token], i: int, stop: int) -> bool:
    """*l'un confie*, *pour l'autre, …*; not *dont l'un*, nor *l'autre marche mène …*, a noun like a verb."""
    if i and tokens[i - 1].low == "dont":
        return False
    ahead = tokens[i + 2 : min(stop, i + 4)]
    if not ahead or (len(ahead) > 1 and ahead[0].flags & ahead[1].flags & w.FINITE):
        return not ahead
    return _ends_subject(ahead[0])


def _ends_subject(token: Token) -> bool:
    """Whether a subject may end before the token: *la première confie*, *le second, lassé, …*."""
    return bool(token.flags & (w.FINITE | w.CLITIC | w.NEG)) or token.text in (",", ".", ";")


#: what joins *il* to what is possible, told or forbidden: *il est précisé que*, *il serait utile de*
_COPULAS = frozenset({"est", "était", "fut", "sera", "serait", "semble", "semblait", "paraît", "paraissait"})


@cache
def _impersonals() -> dict[str, list[tuple[str, ...]]]:
    """The expressions that make *il* impersonal, by their first word."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for expression in words("impersonal.txt"):
        first, *more = expression.split()
        table.setdefault(first, []).append(tuple(more))
    return table


def _impersonal(tokens: Sequence[Token], k: int, stop: int) -> bool:
    """Whether the words at `k` make the *il* before them impersonal: *n'y a*, *y en aura*, *lui faudra*."""
    first = tokens[k].low if k < stop else ""
    while k + 1 < stop and tokens[k].flags & (w.CLITIC | w.NEG) and first not in ("y",):
        k, first = k + 1, tokens[k + 1].low
    ahead = [t.low for t in tokens[k + 1 : min(stop, k + 4)] if not t.flags & (w.NEG | w.ADV)]
    if first in _COPULAS and ahead and ahead[0] in words("impersonal_adjectives.txt"):
        return True
    if first == "y" and ahead[:1] == ["en"]:
        del ahead[0]
    if first == "y" and len(ahead) > 1 and _tells_what_was_done(ahead[1]):
        return False  # *Il y a multiplié les excuses*
    if first in words("modal_forms.txt"):  # *il pourrait s'agir*, *il devra y avoir*
        return ahead[:2] in (["s'", "agir"], ["y", "avoir"]) or ahead[:1] == ["falloir"]
    return any(tuple(ahead[: len(more)]) == more for more in _impersonals().get(first, ()))


def _tells_what_was_done(low: str) -> bool:
    """*il y a multiplié*; not *il y a unanimité*."""
    return is_participle(low) and not names_thing(low)


def _one_of_them(tokens: Sequence[Token], i: int, stop: int) -> NounPhrase | None:
    """*l'un d'eux*, *l'une d'entre elles*."""
    if tokens[i].low != "l'":
        return None
    ahead = [t.low for t in tokens[i : min(stop, i + 5)]]
    if ahead[1:2] in (["un"], ["une"]) and ahead[2:] in (["et", "l'", "autre"], ["comme", "l'", "autre"]):
        return NounPhrase(i, i + 5, PRONOUN, "ils", gender="m" if ahead[1] == "un" else "f", plural=True)
    if ahead[1:2] in (["un"], ["une"]) and ahead[2:4] == ["des", "leurs"]:
        gender = "m" if ahead[1] == "un" else "f"
        return NounPhrase(i, i + 4, PRONOUN, "ils", gender=gender, plural=True)
    if len(ahead) < 4 or ahead[1] not in ("un", "une") or ahead[2] != "d'":
        return None
    end = i + (5 if ahead[3] == "entre" and len(ahead) > 4 else 4)
    if tokens[end - 1].low not in ("eux", "elles"):
        return None
    return NounPhrase(i, end, PRONOUN, "ils", gender="m" if ahead[1] == "un" else "f", plural=True)
