"""A verb between the marks whose subject stands before them: *Le maire « ne souhaite pas répondre »*."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.lexicon import words
from quotes.parsing import words as w
from quotes.parsing.cues import VerbReader
from quotes.parsing.things import names_thing
from quotes.parsing.tokens import Token
from quotes.parsing.words import lexicon

#: *nuit*, *juge*, *entre*: what may be a verb is something else as well
_NO_VERB = w.HEAD | w.DEMONYM | w.CUE_NOUN | w.NAMING_NOUN | w.ANY_DET | w.OF | w.PREP
#: small words that are nothing but pronouns before a verb: *se*, *lui*; not *la*, *en*
_ALSO_BEFORE_NOUNS = w.ANY_DET | w.PREP | w.SUBJECT

_STANCES = words("stance_forms.txt")


def opens_with_verb_group(inner: Sequence[Token]) -> bool:
    """*« ne commente pas »*, *« se dit prête »*, *« prend acte du vote »*: a finite verb and what follows."""
    if not inner or inner[0].cap:
        return False
    k = _past_small_words(inner)
    if k >= len(inner) or not inner[k].flags & w.FINITE:
        return False
    if k:
        return True
    if inner[0].flags & _NO_VERB or names_thing(inner[0].low):
        return False
    return len(inner) > 1 or lexicon().says(inner[0].low)


def says_so_itself(inner: Sequence[Token]) -> bool:
    """Whether the verb is one of saying, wanting or dealing: whose subject then speaks of itself.

    *La mairie « suit le dossier »*, *« refuse tout retard »*; while others say that it *« ne fait rien »*.
    """
    k = _past_small_words(inner)
    if k >= len(inner) or inner[0].cap:
        return False
    if inner[k].low in _STANCES:
        return True
    verb = VerbReader(inner).verb_at(k, 0, len(inner)) if inner[k].verbal else None
    return verb is not None and verb.finite and verb.cue.strong and not verb.passive


def _past_small_words(inner: Sequence[Token]) -> int:
    """Where the verb stands behind *ne*, *se*, *lui*, *n'y*."""
    k = 0
    while k < len(inner) and (
        inner[k].flags & w.NEG
        or (inner[k].flags & w.CLITIC and (k or not inner[k].flags & _ALSO_BEFORE_NOUNS))
    ):
        k += 1
    return k
