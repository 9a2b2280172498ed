"""Keywords: the names and noun phrases that a text is about, ranked by YAKE.

R. Campos, V. Mangaravite, A. Pasquali, A. Jorge, C. Nunes and A. Jatowt, "YAKE! Keyword extraction
from single documents using multiple local features", Information Sciences 509 (2020), 257-289.

As there, a word is the more telling the more often it comes, in the more sentences, the earlier, with
capitals, and the fewer different neighbours it has; a phrase is as telling as its words together. Ours
are the candidates: names and noun phrases of French (see `phrases`) in place of all sequences of words;
and words of grammar inside a phrase do not count.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from quotes.model import Scheme, Topic
from quotes.topics.phrases import names, noun_phrases
from quotes.topics.weights import Weights
from quotes.topics.words import Form, Words, read_tokens, words_of

#: keywords of a text: one for so many words, within bounds
_WORDS_A_KEYWORD = 50
_FEWEST, _MOST = 5, 10
#: part of them that names may have where there are other phrases
_NAMES = 0.6
#: how often a phrase of several words (or each of its words), or one common noun, comes at least
_PHRASE, _NOUN = 2, 3

#: candidates by their words, folded and without plural endings
_Candidates = dict[str, "_Candidate"]


class _Candidate:
    """A name or phrase, and where it comes."""

    __slots__ = ("content", "empty", "loose", "name", "spans", "times", "words")

    def __init__(self, found: Words, name: bool, spans: list[tuple[int, int]]) -> None:
        start, end = spans[0]
        forms = found.forms[start:end]
        self.name = name
        self.content = tuple([form.telling for form in forms if form.telling is not None]) or (forms[0].key,)
        self.words = frozenset(self.content)
        #: alone, its first word says too little
        self.empty = forms[0].empty or (name and forms[0].telling is None)
        #: told by its edges only: it has to come again
        self.loose = forms[0].cap or any(form.link for form in forms)
        #: first word and one behind the last, in text order
        self.spans = spans
        #: how often it comes, shorter forms included
        self.times = len(spans)

    def take(self, spans: list[tuple[int, int]]) -> None:
        """It comes there too."""
        self.spans += spans
        self.times += len(spans)

    def label(self, found: Words) -> str:
        """The commonest form; of several, the first that came."""
        forms = Counter(" ".join([form.text for form in found.forms[start:end]]) for start, end in self.spans)
        return max(forms, key=lambda form: forms[form]).replace(" d ", " d'").replace(" l ", " l'")


def keywords(title: str | None, text: str) -> tuple[Topic, ...]:
    """The keywords of a text with its title, best first; scores are relative to the best."""
    return keywords_of(map(read_tokens, (f"{title}\n{text}" if title else text).split("\n")))


def keywords_of(lines: Iterable[list[Form]]) -> tuple[Topic, ...]:
    """The keywords of a text, of whose lines these are the tokens."""
    found = words_of(lines)
    weights = Weights(found)
    weighed = [(weights.of_phrase(one.content, one.times), one) for one in _candidates(found, weights)]
    weighed.sort(key=lambda item: (item[0], item[1].spans[0]))
    wanted = max(_FEWEST, min(_MOST, len(found.forms) // _WORDS_A_KEYWORD))
    chosen = _choose([one for _, one in weighed], wanted)
    told = [(weight, one) for weight, one in weighed if one in chosen]
    return tuple(
        Topic(one.label(found), Scheme.KEYWORD, score=round(math.sqrt(told[0][0] / weight), 3))
        for weight, one in told
    )


def _choose(ranked: Sequence[_Candidate], wanted: int) -> list[_Candidate]:
    """The first of `ranked` that say different things; names leave some room to other phrases."""
    chosen: list[_Candidate] = []
    spare: list[_Candidate] = []
    named = 0
    for one in ranked:
        if any(_overlaps(one, other) for other in chosen):
            continue
        if one.name and named >= _NAMES * wanted:
            spare.append(one)
            continue
        chosen.append(one)
        named += one.name
        if len(chosen) == wanted:
            break
    return chosen + spare[: wanted - len(chosen)]


def _candidates(found: Words, weights: Weights) -> list[_Candidate]:
    keys = [form.key for form in found.forms]
    candidates: _Candidates = {}
    for name, spans in ((True, names(found)), (False, noun_phrases(found))):
        places: dict[str, list[tuple[int, int]]] = {}
        for start, end in spans:
            places.setdefault(" ".join(keys[start:end]), []).append((start, end))
        for key, stood in places.items():
            if key in candidates:
                candidates[key].take(stood)
            elif name or len(stood) >= _PHRASE or _may_come_once(found, weights, *stood[0]):
                candidates[key] = _Candidate(found, name, stood)
    _give_to_full_names(candidates)
    _give_to_phrases(candidates)
    return [one for one in candidates.values() if _is_telling(one, weights)]


def _may_come_once(found: Words, weights: Weights, start: int, end: int) -> bool:
    """*Arsenal nucléaire* tells something when both words come again, apart from each other."""
    if end - start != 2 or found.forms[start].cap:
        return False
    return all(
        not form.link and form.telling is not None and weights.times(form.telling) >= _PHRASE
        for form in found.forms[start:end]
    )


def _give_to_full_names(candidates: _Candidates) -> None:
    """*Austin* counts for *Lloyd Austin*, where one fuller name alone ends or begins with it."""
    fuller: dict[str, list[_Candidate]] = defaultdict(list)
    for one in candidates.values():
        if one.name and len(one.content) > 1:
            for end in {one.content[0], one.content[-1]}:
                fuller[end].append(one)
    for key, full in fuller.items():
        short = candidates.get(key)
        if short is not None and short.name and len(full) == 1:
            full[0].times += short.times
            del candidates[key]


def _give_to_phrases(candidates: _Candidates) -> None:
    """*Arme* makes way for *arme nucléaire*, where half of the weapons are nuclear."""
    for one in list(candidates.values()):
        if one.name or len(one.content) != 2 or one.loose or one.times < _PHRASE:
            continue
        noun = candidates.get(one.content[0])
        if noun is not None and not noun.name and one.times >= noun.times / 2:
            del candidates[one.content[0]]


def _is_telling(one: _Candidate, weights: Weights) -> bool:
    if one.name:
        return not one.empty
    if len(one.content) == 1:
        return one.times >= _NOUN and not one.empty
    known = len(one.content) == 2 and all(weights.times(word) >= _PHRASE for word in one.content)
    return one.times >= (_NOUN if one.empty else _PHRASE) or (known and not one.loose)


def _overlaps(one: _Candidate, other: _Candidate) -> bool:
    """*Corée* beside *Corée du Nord*, *arsenal* beside *arsenal nucléaire*: one of the two is enough."""
    return one.words <= other.words or other.words <= one.words
