"""Subjects of a text: the IPTC Media Topics that its words tell, by a weighted lexicon.

A term tells its subjects by its weight, and less each time it comes again (the logarithm of how often); a
term of several subjects shares its weight among them. What all terms of a subject give together is
its evidence, from which follows its score: see `scored`.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import compress, count, pairwise

from quotes.lexicon import rows
from quotes.model import Scheme, Topic
from quotes.topics.stems import stems

#: what a term of weight 3, 2 or 1 in the lexicon is worth
_WORTH = {"3": 2.0, "2": 1.0, "1": 0.3}
#: evidence of a score of one half, for the strongest subject of a text
_HALF = 5.0
#: below this score a subject is not told
_LEAST = 0.22
#: subjects of a text, those of the second level not counted
_MOST = 4
#: a subject of the second level needs this part of the evidence of its broader subject, and so much at least
_PART, _ENOUGH = 0.35, 6.0
_PREFIX = "medtop:"

#: term, as its stems → how often it comes (times what the place counts)
Hits = Counter[str]


@dataclass(frozen=True, slots=True)
class Subject:
    """A concept of the published vocabulary."""

    code: str
    label: str
    label_en: str
    #: code of the broader subject; None for a top subject
    broader: str | None
    #: the file of its terms
    file: str


@cache
def subjects() -> dict[str, Subject]:
    """Every subject that can be assigned, by its code (`medtop:16000000`)."""
    found = {}
    for code, file, label, label_en, broader in rows("subjects.tsv"):
        above = None if broader == "-" else _PREFIX + broader
        found[_PREFIX + code] = Subject(_PREFIX + code, label, label_en, above, f"subjects/{file}.tsv")
    return found


class Vocabulary:
    """The terms of all subjects, compiled for one pass over the words of a text."""

    def __init__(self) -> None:
        #: term → what it is worth for each of its subjects; nothing for an idiom
        self.worth: dict[str, tuple[tuple[str, float], ...]] = {}
        #: first and second stem → number of stems of the longest term that begins with both
        self.longer: dict[tuple[str, str], int] = {}
        given: dict[str, dict[str, float]] = defaultdict(dict)
        for subject in subjects().values():
            for term, weight in rows(subject.file):
                key = self._learn(term)
                for code in filter(None, (subject.code, subject.broader)):
                    given[key][code] = max(_WORTH[weight], given[key].get(code, 0.0))
        for key, worth in given.items():
            top = sum(subjects()[code].broader is None for code in worth)
            self.worth[key] = tuple((code, value / math.sqrt(top)) for code, value in worth.items())
        for (idiom,) in rows("subject_idioms.txt"):
            self.worth[self._learn(idiom)] = ()

    def _learn(self, term: str) -> str:
        parts = stems(term)
        if len(parts) > 1:
            pair = parts[0], parts[1]
            self.longer[pair] = max(len(parts), self.longer.get(pair, 0))
        return " ".join(parts)

    def terms(self, words: list[str]) -> list[str]:
        """The terms in `words`, which are stems, in their order; the longest wherever several begin."""
        longer, worth = self.longer, self.worth
        # few words begin a term with the next one: only they are looked at one by one
        begins = compress(count(), map(longer.__contains__, pairwise(words)))
        found: list[tuple[int, int]] = []
        after = 0
        for at in begins:
            if at >= after and (end := self._end_of_longer(words, at)):
                found.append((at, end))
                after = end
        if found:
            words = words.copy()
            for start, end in reversed(found):
                words[start:end] = [" ".join(words[start:end])]
        return [word for word in words if word in worth]

    def hits(self, text: str) -> Hits:
        """How often each term comes in `text`."""
        return Counter(self.terms(stems(text)))

    def _end_of_longer(self, words: list[str], at: int) -> int | None:
        """Behind the longest term of several words that begins at `at`; None when none does."""
        for end in range(at + self.longer[words[at], words[at + 1]], at + 1, -1):
            if " ".join(words[at:end]) in self.worth:
                return end
        return None


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, compiled once."""
    return Vocabulary()


def evidence(hits: Mapping[str, int]) -> dict[str, float]:
    """What the terms found tell about each subject, by its code."""
    worth = vocabulary().worth
    told: dict[str, float] = defaultdict(float)
    for term, times in hits.items():
        often = 1 + math.log2(times) if times > 1 else 1.0
        for code, value in worth[term]:
            told[code] += value * often
    return told


def scored(told: Mapping[str, float]) -> tuple[Topic, ...]:
    """The subjects that the evidence tells, best first, each followed by its narrower subjects.

    A score is in [0, 1]: it grows with the evidence of the text's strongest subject, and falls with how
    far a subject stays behind that one.
    """
    tops = sorted((value, code) for code, value in told.items() if subjects()[code].broader is None)[::-1]
    if not tops:
        return ()
    strongest = tops[0][0]
    sure = strongest / (strongest + _HALF)
    kept = [(code, sure * value / strongest) for value, code in tops[:_MOST]]
    return tuple(
        topic
        for code, score in kept
        if score >= _LEAST
        for topic in (_topic(code, score), *_narrower(code, score, told))
    )


def _narrower(broader: str, score: float, told: Mapping[str, float]) -> list[Topic]:
    found = []
    for code in _below()[broader]:
        value = told.get(code, 0.0)
        part = value / told[broader]
        if value >= _ENOUGH and part >= _PART:
            found.append(_topic(code, score * min(1.0, part)))
    return found


@cache
def _below() -> dict[str, list[str]]:
    """The codes of the narrower subjects of each top subject."""
    return {code: [one.code for one in subjects().values() if one.broader == code] for code in subjects()}


def _topic(code: str, score: float) -> Topic:
    subject = subjects()[code]
    return Topic(subject.label, Scheme.SUBJECT, code, subject.label_en, round(score, 3))
