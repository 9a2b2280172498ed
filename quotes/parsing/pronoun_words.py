"""The words with which a pronoun that can name a source may begin or go on, with gender and number."""

from __future__ import annotations

PERSONAL = {
    "il": ("m", False),
    "elle": ("f", False),
    "ils": ("m", True),
    "elles": ("f", True),
    "on": (None, False),
}
DEMONSTRATIVES = {
    "celui-ci": ("m", False),
    "celui-là": ("m", False),
    "celle-ci": ("f", False),
    "celle-là": ("f", False),
    "celui": ("m", False),
    "celle": ("f", False),
    "ceux-ci": ("m", True),
    "celles-ci": ("f", True),
}
#: after a preposition: *selon lui*
STRONG = {"lui": ("m", False), "elle": ("f", False), "eux": ("m", True), "elles": ("f", True)}
LATTER = {
    "dernier": ("m", False),
    "dernière": ("f", False),
    "derniers": ("m", True),
    "dernières": ("f", True),
}
#: at the start of a sentence, whoever the one before ends with: *Lequel assure que …*
RELATIVES = {
    "lequel": ("m", False),
    "laquelle": ("f", False),
    "lesquels": ("m", True),
    "lesquelles": ("f", True),
}
#: of two who have just been named: *la première*, *le second*
ORDINALS = {
    "premier": ("premier", "m"),
    "première": ("premier", "f"),
    "second": ("second", "m"),
    "seconde": ("second", "f"),
}
#: the same: *l'un*, *l'autre*
ONE_OR_OTHER = {"un": ("premier", "m"), "une": ("premier", "f"), "autre": ("second", None)}
INTERESTED = {"intéressé": "m", "intéressée": "f"}
#: *la principale concernée*, *le premier intéressé*
CONCERNED = {**INTERESTED, "concerné": "m", "concernée": "f"}
FOREMOST = frozenset({"principal", "principale", "premier", "première"})
#: words other than the plain subjects with which a pronoun may begin
PRONOUN_WORDS = frozenset({*STRONG, *DEMONSTRATIVES, *RELATIVES, "l'", "le", "la", "d'", "tous", "toutes"})
