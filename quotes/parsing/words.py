"""What the lexicon says of a word: classes as bit flags, verb readings, genders."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from quotes.folding import fold
from quotes.lexicon import rows

DET = 1 << 0
INDEF = 1 << 1
DEM = 1 << 2
POSS = 1 << 3
OF = 1 << 4
PREP = 1 << 5
QUE = 1 << 6
SUB = 1 << 7
REL = 1 << 8
COORD = 1 << 9
SUBJECT = 1 << 10
CLITIC = 1 << 11
NEG = 1 << 12
ADV = 1 << 13
AUX = 1 << 14
VERB = 1 << 15
ROLE = 1 << 16
GROUP = 1 << 17
ORGANISATION = 1 << 18
DOCUMENT = 1 << 19
TITLE = 1 << 20
PLACE = 1 << 21
DEMONYM = 1 << 22
NOT_NAME = 1 << 23
PARTICLE = 1 << 24
CUE_NOUN = 1 << 25
TIME = 1 << 26
PLURAL = 1 << 27
#: a finite third person of a reporting verb, or of an auxiliary
FINITE = 1 << 28
INFINITIVE = 1 << 29
# The rarest come last: Python is faster with integers of at most 30 bits.
NAMING_VERB = 1 << 30
NAMING_NOUN = 1 << 31

ANY_DET = DET | INDEF | DEM | POSS
HEAD = ROLE | GROUP | ORGANISATION | DOCUMENT

FINITE_TENSES = frozenset({"pres", "impf", "past", "fut", "cond", "subj"})

_CLASSES = {
    "det": DET,
    "indef": INDEF,
    "dem": DEM,
    "poss": POSS,
    "of": OF,
    "prep": PREP,
    "que": QUE,
    "sub": SUB,
    "rel": REL,
    "coord": COORD,
    "subject": SUBJECT,
    "clitic": CLITIC,
    "neg": NEG,
    "adv": ADV,
}


class Reading(NamedTuple):
    """One way to read a verb form: *ajouta* → ajouter, past, 3s."""

    #: the verb that inflects: *faire* in *faire valoir*
    head: str
    tense: str
    person: str


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A reporting verb as the lexicon describes it."""

    lemma: str
    #: head verb without reflexive pronoun and without the rest of the phrase
    head: str
    reflexive: bool
    #: *y* or *en* that must stand before it: *y voir*
    pronoun: str | None
    #: words that must follow the head verb: *valoir* in *faire valoir*
    tail: tuple[str, ...]
    frames: frozenset[str]
    family: str
    strong: bool


class Lexicon:
    """Every word list, compiled once for the parser."""

    def __init__(self) -> None:
        self.flags: dict[str, int] = {}
        #: first word → the further words of the nouns it opens, with their class: *tête de liste*
        self.compounds: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        self.genders: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.readings: dict[str, list[Reading]] = {}
        self.auxiliaries: dict[str, Reading] = {}
        #: head verb → the reporting verbs and phrases built on it
        self.verbs: dict[str, list[CueVerb]] = {}
        for word, cls in rows("function_words.tsv"):
            self._flag(word, _CLASSES[cls])
        #: stem of a role noun → stems of those that can take it up
        self.kin: dict[str, frozenset[str]] = {}
        self._nouns()
        self._role_families()
        self._adverbs()
        self._verbs()
        self._names()
        for (word,) in rows("time_words.txt"):
            self._flag(word, TIME)

    def _flag(self, word: str, flag: int) -> None:
        first, *more = word.replace("'", "' ").split()
        if more and flag & HEAD:
            self.compounds.setdefault(first, []).append((tuple(more), flag))
        for spelling in {word, word.replace("œ", "oe")}:
            self.flags[spelling] = self.flags.get(spelling, 0) | flag

    def _nouns(self) -> None:
        for masculine, feminine in rows("roles.tsv"):
            self._pair(masculine, feminine, ROLE)
        for masculine, feminine in rows("demonyms.tsv"):
            self._pair(masculine, feminine, DEMONYM)
        for name, flag in (
            ("group_nouns.tsv", GROUP),
            ("organisation_nouns.tsv", ORGANISATION),
            ("document_nouns.tsv", DOCUMENT),
        ):
            for word, gender, number, *_ in rows(name):
                self._flag(word.lower(), flag | (PLURAL if number == "p" else 0))
                self.genders.setdefault(word.lower(), gender)
        for word, *_ in rows("cue_nouns.tsv"):
            self._flag(word, CUE_NOUN)
        for word, kind in rows("naming_cues.txt"):
            self._flag(word, NAMING_VERB if kind == "verb" else NAMING_NOUN)

    def _pair(self, masculine: str, feminine: str, flag: int) -> None:
        """A noun in both genders, with its plurals."""
        for word, gender in ((masculine.lower(), "m"), (feminine.lower(), "f")):
            for form in (word, plural(word)):
                self._flag(form, flag)
                other = self.genders.get(form)
                self.genders[form] = gender if other in (None, gender) else "-"
            if flag == ROLE and plural(word) != word:
                self._flag(plural(word), PLURAL)

    def _role_families(self) -> None:
        self.title_roles = {row[0]: row[1] for row in rows("title_roles.tsv")}
        self.offices = {fold(row[0]): row[1] for row in rows("role_phrases.tsv")}
        for (family,) in rows("role_kin.tsv"):
            stems = frozenset(stem(word) for word in family.split())
            for member in stems:
                self.kin[member] = self.kin.get(member, frozenset()) | stems

    def _adverbs(self) -> None:
        #: words of the longer adverbials: *pour sa part*, *de son côté*
        self.adverbial_words: frozenset[str] = frozenset()
        #: first word → the further words of those adverbials
        self.adverbials: dict[str, list[tuple[str, ...]]] = {}
        for (phrase,) in rows("reporting_adverbs.txt"):
            parts = phrase.replace("'", "' ").split()
            if len(parts) == 1:
                self._flag(phrase, ADV)
            else:
                self.adverbial_words |= frozenset(parts)
                self.adverbials.setdefault(parts[0], []).append(tuple(parts[1:]))

    def _verbs(self) -> None:
        for lemma, frames, family, strength, *_ in rows("cue_verbs.tsv"):
            cue = _cue_verb(lemma, frames, family, strength)
            if lemma not in AUXILIARIES:  # alone they report nothing
                self.verbs.setdefault(cue.head, []).append(cue)
        for form, head, tense, person in rows("cue_forms.tsv"):
            self.readings.setdefault(form, []).append(Reading(head, tense, person))
            finite = tense in FINITE_TENSES and person.startswith("3")
            self._flag(form, VERB | (FINITE if finite else INFINITIVE if tense == "inf" else 0))
        for form, lemma, tense, person in rows("auxiliaries.tsv"):
            if tense in FINITE_TENSES and person in ("3s", "3p"):
                self.auxiliaries.setdefault(form, Reading(lemma, tense, person))
                self._flag(form, AUX | FINITE)
        for form, lemma in (("ayant", "avoir"), ("étant", "être")):
            self._flag(form, SUB | AUX)
            self.auxiliaries[form] = Reading(lemma, "ger", "-")
        for (form,) in rows("common_forms.txt"):
            self._flag(form, FINITE)
        for (lemma,) in rows("common_verbs.txt"):
            self._flag(lemma, INFINITIVE)

    def _names(self) -> None:
        for form, gender, number in rows("titles.tsv"):
            self._flag(form.lower(), TITLE | (PLURAL if number == "p" else 0))
            self.genders[form.lower()] = gender
        names = {name.lower(): gender for name, gender in rows("first_names.tsv")}
        for name, gender in names.items():
            plain = fold(name)  # *Frederic*, *Helene*, unless it is another word: *Aime*
            if plain == name or not (plain in self.flags or plain in self.readings):
                self.names.setdefault(plain, gender)
        self.names |= names
        for name, *_ in rows("places.tsv"):
            self._flag(name.lower(), PLACE)
        for (word,) in rows("not_names.txt"):
            self._flag(word.lower(), NOT_NAME)
        for (word,) in rows("particles.txt"):
            self._flag(word.lower(), PARTICLE)

    def flags_of(self, low: str) -> int:
        """The classes of a word; *ex-commerçant* has those of *commerçant*."""
        found = self.flags.get(low, 0)
        if not found and low.startswith(_PREFIXES):
            return self.flags.get(low.split("-", 1)[1], 0) & HEAD
        return found

    def says(self, low: str) -> bool:
        """Whether the word is a verb that reports by itself, in any form."""
        heads = (reading.head for reading in self.readings.get(low, ()))
        return any(cue.strong and not cue.tail for head in heads for cue in self.verbs.get(head, ()))

    def first_name_gender(self, token: str) -> str | None:
        """Gender of a first name (`m`, `f`, `x`), of its first part when hyphenated; None if unknown.

        A body is none: *France-Presse*.
        """
        low = token.lower()
        found = self.names.get(low)
        if found is None and "-" in low and not self.flags.get(low, 0) & ORGANISATION:
            found = self.names.get(low.split("-", 1)[0])
        return found


def plural(word: str) -> str:
    """The written plural of a noun or adjective, by the regular rules."""
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al"):
        return word[:-2] + "aux"
    if word.endswith(("eau", "eu")):
        return word + "x"
    return word + "s"


_PREFIXES = ("ex-", "co-", "vice-", "sous-")
AUXILIARIES = frozenset({"avoir", "être"})
_LEMMA = re.compile(r"(?P<negation>ne pas )?(?P<reflexive>se |s')?(?P<pronoun>y |en )?(?P<rest>.+)")


_ENDINGS = ("trice", "teur", "euse", "eure", "eur", "iere", "ier", "ere", "er", "enne", "en", "e")


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A role noun without its gender and number, roughly: *conseillère*, *conseiller* → *conseill*."""
    folded = fold(word).rstrip("s")
    for ending in _ENDINGS if folded.endswith(_ENDINGS) else ():
        if folded.endswith(ending) and len(folded) - len(ending) >= 3:
            return folded[: -len(ending)]
    return folded


def _cue_verb(lemma: str, frames: str, family: str, strength: str) -> CueVerb:
    match = _LEMMA.match(lemma)
    if match is None:
        raise ValueError(f"cue_verbs.tsv: no verb in {lemma!r}")
    head, *tail = match["rest"].replace("'", "' ").split()
    return CueVerb(
        lemma,
        head,
        bool(match["reflexive"]),
        (match["pronoun"] or "").strip() or None,
        tuple(tail),
        frozenset(frames.split(",")),
        family,
        strength != "weak",
    )


@cache
def lexicon() -> Lexicon:
    """The compiled lexicon; built on first use."""
    return Lexicon()


def without_agreement(participle: str) -> str:
    """*accueillie*, *hués* → *accueilli*, *hué*."""
    return participle.removesuffix("s").removesuffix("e")


def is_of_saying(noun: str) -> bool:
    """*cri*, *critiques*, *coup de gueule*, *SMS*: a noun of saying, in either number."""
    return any(lexicon().flags_of(form) & CUE_NOUN for form in (noun, noun.removesuffix("s")))


def is_being(low: str) -> bool:
    """Whether a word is a form of *être* that stands in the third person, or behind *a*: *a été*."""
    auxiliary = lexicon().auxiliaries.get(low)
    return low == "été" or (auxiliary is not None and auxiliary.head == "être")
