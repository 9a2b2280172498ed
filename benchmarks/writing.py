"""How one made-up article is written: phrases are drawn, and their places filled with drawn words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from benchmarks import phrases
from quotes.lexicon import rows
from quotes.model import Article

#: how many people there are; the first of them speak often, most of them once
_PEOPLE = 200_000
#: characters of text for each person in it
_ROOM = 1500
#: of 100 paragraphs: nothing quoted, somebody in full, somebody in pieces, marks around something else
_MIX = {"prose": 32, "direct": 23, "partial": 25, "term": 20}
#: usual length of a paragraph, in characters
_PARAGRAPH = 260
#: how likely another sentence follows in a paragraph
_ON = 0.6


#: how much oftener the first words of a list come than the last; 1 is as often
_SKEW = 1.4


@dataclass(frozen=True, slots=True)
class _Person:
    first: str
    last: str
    feminine: bool
    role: str

    @property
    def full(self) -> str:
        return f"{self.first} {self.last}"


class Writer:
    """Writes one article: knows who speaks in it, what it is about, and how to fill the places of phrases."""

    def __init__(self, chance: Random, length: int, *, quotes: bool = True) -> None:
        self._chance = chance
        self._length = length
        self._mix = _MIX if quotes else {"prose": 1}
        people = max(1, round(chance.expovariate(_ROOM / max(length, _ROOM))))
        self._people = [_person(int(_PEOPLE ** chance.random())) for _ in range(people)]
        self._told: set[_Person] = set()
        self._speaking = self._people[0]
        self._section = chance.choice(list(phrases.SECTIONS))
        self._here = _village(chance)

    def article(self, number: int) -> Article:
        chance = self._chance
        outlet, site, opening, closing, apostrophe = chance.choice(phrases.OUTLETS)
        title = self._sentence(phrases.TITLES)
        paragraphs: list[str] = []
        size = 0
        while size < self._length - _PARAGRAPH // 2:
            paragraphs.append(self._paragraph())
            size += len(paragraphs[-1]) + 2
        date = f"{chance.randint(2005, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"

        def printed(text: str) -> str:
            return text.replace("« ", opening).replace(" »", closing).replace("’", apostrophe)

        return Article(
            printed("\n\n".join(paragraphs)),
            " ".join(printed(title).split()),  # as reading has it: plain spaces
            date,
            outlet=outlet,
            url=f"https://www.{site}.example/{self._section}/{date.replace('-', '/')}/article-{number}",
            author=_person(chance.randrange(_PEOPLE)).full,
            topics=(self._section,) if chance.random() < 0.3 else (),
        )

    def _paragraph(self) -> str:
        kind = self._chance.choices(list(self._mix), list(self._mix.values()))[0]
        sentences = [self._sentence(phrases.SENTENCES[kind])]
        while self._chance.random() < _ON:
            goes_on = kind == "direct" and self._chance.random() < 0.6
            sentences.append(self._sentence(phrases.GOES_ON if goes_on else phrases.SENTENCES["prose"]))
        return " ".join(sentences)

    def _sentence(self, choice: Sequence[str]) -> str:
        return _capital(_french(self._one_of(choice)))

    def _one_of(self, choice: Sequence[str]) -> str:
        return self._chance.choice(choice).format_map(self)

    def __getitem__(self, place: str) -> str:
        """What fills a place of a phrase; with a capital where the place is written with one."""
        if place[0].isupper():
            return _capital(_french(self[place.lower()]))
        if (choice := phrases.FILLED.get(place)) is not None:
            filled = self._one_of(choice)
            return _capital(_french(filled)) if place in phrases.SENTENCE_LIKE else filled
        if (words := _words().get(place)) is not None:
            return self._word(words)
        told: str = getattr(self, f"_{place}")()
        return told

    def _topic(self) -> str:
        return self._word(_topics(phrases.SECTIONS[self._section]))

    def _word(self, words: Sequence[str]) -> str:
        """The first ones come often, the last ones hardly ever."""
        return words[int(len(words) * self._chance.random() ** _SKEW)]

    def _number(self) -> str:
        return str(int(10 ** self._chance.uniform(0.4, 4)))

    def _year(self) -> str:
        return str(self._chance.randint(1985, 2027))

    def _day(self) -> str:
        return str(self._chance.randint(2, 30))

    def _place(self) -> str:
        near = self._chance.random()
        return self._here if near < 0.4 else self["city"] if near < 0.7 else _village(self._chance)

    def _somebody(self) -> str:
        return _person(int(_PEOPLE ** self._chance.random())).full

    def _source(self) -> str:
        """Who says something: most are people of the article, told in full the first time."""
        if self._chance.random() < 0.3:
            return self._one_of(phrases.NAMELESS)
        self._speaking = self._chance.choice(self._people)
        choice = phrases.KNOWN if self._speaking in self._told else phrases.NEW
        self._told.add(self._speaking)
        return self._one_of(choice)

    def _full(self) -> str:
        return self._speaking.full

    def _last(self) -> str:
        return self._speaking.last

    def _role(self) -> str:
        return self._speaking.role

    def _mr(self) -> str:
        return "Mme" if self._speaking.feminine else "M."

    def _the(self) -> str:
        return "la" if self._speaking.feminine else "le"

    def _pronoun(self) -> str:
        return "elle" if self._speaking.feminine else "il"


@cache
def _words() -> dict[str, list[str]]:
    """Place of a phrase → the words that fill it, in an order of no meaning."""
    verbs = [verb for (verb,) in rows("common_verbs.txt")]
    forms = [form for (form,) in rows("common_forms.txt")]
    cues = {row[0] for row in rows("cue_verbs.tsv") if row[3] == "strong" and "incise" in row[1]}
    said = [(form, tense, who) for form, lemma, tense, who in rows("cue_forms.tsv") if lemma in cues]
    found = {
        "m": [*phrases.MASCULINE.split(), *_nouns("document_nouns.tsv", "m")],
        "f": [*phrases.FEMININE.split(), *_nouns("document_nouns.tsv", "f")],
        "adj": phrases.ADJECTIVES.split(),
        "v": [form for form in forms if not form.endswith("nt")],
        "vs": [form for form in forms if form.endswith("nt")],
        "inf": [verb for verb in verbs if verb.isalpha() and verb[0] != "h"],
        "gerund": [f"{verb[:-2]}ant" for verb in verbs if re.search("[^gc]er$", verb)],
        "said": [form for form, tense, who in said if (tense, who) == ("pp", "ms")],
        "says": [form for form, tense, who in said if (tense, who) == ("pres", "3s") and form[-1] in "et"],
        "adv": [adverb.replace("'", "’") for (adverb,) in rows("reporting_adverbs.txt")],
        "groups": [
            noun for noun, _, number in rows("group_nouns.tsv") if number == "p" and " de" not in noun
        ],
        "body_m": _nouns("organisation_nouns.tsv", "m"),
        "body_f": _nouns("organisation_nouns.tsv", "f"),
        "paper_m": _nouns("document_nouns.tsv", "m"),
        "paper_f": _nouns("document_nouns.tsv", "f"),
        "role_m": [role for role, _ in rows("roles.tsv")],
        "role_f": [role for _, role in rows("roles.tsv")],
        "city": [row[0] for row in rows("places.tsv") if row[1] in ("city", "capital")],
        "weekday": [row[0] for row in rows("weekdays.tsv")],
        "month": phrases.MONTHS.split(),
    }
    return {place: _mixed(words) for place, words in found.items()}


@cache
def _topics(subject: str) -> list[str]:
    return _mixed([row[0].replace("'", "’") for row in rows(f"subjects/{subject}.tsv")])


def _nouns(name: str, gender: str) -> list[str]:
    """The singular nouns of a file of the lexicon, of one gender."""
    found = [noun for noun, its, number in rows(name) if its == gender and number == "s"]
    return [noun.replace("'", "’") for noun in found if noun[0].islower()]


def _mixed(words: list[str]) -> list[str]:
    return Random(1).sample(words, len(words))


def _person(rank: int) -> _Person:
    """The same one for the same rank."""
    chance = Random(rank)
    names = _first_names()
    first, gender = names[int(len(names) * chance.random() ** 2)]
    feminine = gender == "f"
    roles = _words()["role_f" if feminine else "role_m"]
    last = _village(chance)
    return _Person(first, last, feminine, roles[int(len(roles) * chance.random() ** 2)])


@cache
def _first_names() -> list[tuple[str, ...]]:
    """The simple ones, each with its gender, in the order of the lexicon."""
    return [row for row in rows("first_names.tsv") if "-" not in row[0]]


def _village(chance: Random) -> str:
    begin, middle, end = map(chance.choice, _syllables())
    return f"{begin}{end}" if chance.random() < 0.3 else f"{begin}{middle}{end}"


@cache
def _syllables() -> list[list[str]]:
    return [part.split() for part in phrases.SYLLABLES]


_ELIDED = re.compile(r"\b(?:([DdJjLlMmNnSsTt]|[Qq]u)e|([Ll])a) (?=[aeiouyàâéèêîôûœAEIOUÀÂÉÈÊÎÔÛ])")
_CONTRACTED = re.compile(r"\b([Dd]e|[Àà]) (le|les) ")
_CONTRACTIONS = {"de le": "du", "De le": "Du", "de les": "des", "De les": "Des",
                 "à le": "au", "À le": "Au", "à les": "aux", "À les": "Aux"}  # fmt: skip


def _french(text: str) -> str:
    """*De le eau* → *de l’eau*, *de le pont* → *du pont*, *que il* → *qu’il*."""
    text = _ELIDED.sub(lambda found: f"{found[1] or found[2]}’", text)
    return _CONTRACTED.sub(lambda found: f"{_CONTRACTIONS[found[0][:-1]]} ", text)


def _capital(text: str) -> str:
    """The first letter, behind a mark if there is one, as a capital."""
    at = 2 if text.startswith("« ") else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]
