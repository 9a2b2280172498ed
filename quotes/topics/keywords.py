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
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean, median_low, pstdev

from quotes.model import Scheme, Topic
from quotes.topics.phrases import names, noun_phrases
from quotes.topics.words import Word, read_words

#: keywords of a text: one for so many words, within bounds
_WORDS_A_KEYWORD = 50
_FEWEST, _MOST = 5, 10
#: part of them that names may have where there are other phrases
_NAMES = 0.6
#: how often a phrase of several words (or each of its words), or one common noun, comes at least
_PHRASE, _NOUN = 2, 3

#: a candidate, folded, its words without plural endings
_Key = str


class _Candidate:
    """A name or phrase with the forms under which it comes."""

    def __init__(self, content: tuple[str, ...], name: bool, empty: bool, loose: bool) -> None:
        self.content = content
        self.name = name
        #: alone, its first word says too little
        self.empty = empty
        #: told by its edges only: it has to come again
        self.loose = loose
        self.forms: Counter[str] = Counter()
        self.firsts: list[int] = []

    @property
    def times(self) -> int:
        return self.forms.total()


def keywords(title: str | None, text: str) -> tuple[Topic, ...]:
    """The keywords of a text with its title, best first; scores are relative to the best."""
    found = read_words(f"{title}\n{text}" if title else text)
    if not found:
        return ()
    weights = _word_weights(found)
    candidates = _candidates(found)
    ranked = sorted(candidates.values(), key=lambda one: (_weight(one, weights), one.firsts[0]))
    wanted = max(_FEWEST, min(_MOST, len(found) // _WORDS_A_KEYWORD))
    chosen = _choose(ranked, wanted)
    if not chosen:
        return ()
    best = _weight(chosen[0], weights)
    return tuple(
        Topic(_label(one), Scheme.KEYWORD, score=round(math.sqrt(best / _weight(one, weights)), 3))
        for one in chosen
    )


def _choose(ranked: Sequence[_Candidate], wanted: int) -> list[_Candidate]:
    """The first of `ranked` that say different things; names leave some room to other phrases."""
    chosen: list[_Candidate] = []
    named = 0
    spare: list[_Candidate] = []
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
    chosen += spare[: wanted - len(chosen)]
    return [one for one in ranked if one in chosen]


def _candidates(found: list[Word]) -> dict[_Key, _Candidate]:
    candidates: dict[_Key, _Candidate] = {}
    for name, spans in ((True, names(found)), (False, noun_phrases(found))):
        for start, end in spans:
            _add(candidates, found[start:end], name, start)
    _give_to_full_names(candidates)
    _give_to_phrases(candidates)
    times = Counter(word.form.key for word in found)
    return {key: one for key, one in candidates.items() if _is_telling(one, times)}


def _add(candidates: dict[_Key, _Candidate], stretch: list[Word], name: bool, start: int) -> None:
    forms = [word.form for word in stretch]
    key = " ".join([form.key for form in forms])
    if key not in candidates:
        content = tuple(form.key for form in forms if not form.stop)
        empty = forms[0].empty or (name and forms[0].stop)
        linked = any(form.link for form in forms)
        candidates[key] = _Candidate(content or (key,), name, empty, linked or forms[0].cap)
    label = " ".join([form.text for form in forms]).replace(" d ", " d'").replace(" l ", " l'")
    candidates[key].forms[label] += 1
    candidates[key].firsts.append(start)


def _give_to_full_names(candidates: dict[_Key, _Candidate]) -> None:
    """*Austin* counts for *Lloyd Austin*, where one fuller name alone ends or begins with it."""
    fuller: dict[str, list[_Candidate]] = defaultdict(list)
    for one in candidates.values():
        if one.name and len(one.content) > 1:
            for end in {one.content[0], one.content[-1]}:
                fuller[end].append(one)
    for key, full in fuller.items():
        short = candidates.get(key)
        if short is not None and short.name and len(full) == 1:
            full[0].forms[_label(full[0])] += short.times
            full[0].firsts = sorted(full[0].firsts + short.firsts)
            del candidates[key]


def _give_to_phrases(candidates: dict[_Key, _Candidate]) -> None:
    """*Arme* makes way for *arme nucléaire*, where half of the weapons are nuclear."""
    for one in list(candidates.values()):
        if one.name or len(one.content) != 2 or one.loose or one.times < _PHRASE:
            continue
        noun = candidates.get(one.content[0])
        if noun is not None and not noun.name and one.times >= noun.times / 2:
            del candidates[one.content[0]]


def _is_telling(one: _Candidate, times: Mapping[str, int]) -> bool:
    if one.name:
        return not one.empty
    if len(one.content) == 1:
        return one.times >= _NOUN and not one.empty
    known = len(one.content) == 2 and all(times[word] >= _PHRASE for word in one.content)
    return one.times >= (_NOUN if one.empty else _PHRASE) or (known and not one.loose)


def _label(one: _Candidate) -> str:
    """The commonest form; of several, the first that came."""
    return max(one.forms, key=lambda form: one.forms[form])


def _overlaps(one: _Candidate, other: _Candidate) -> bool:
    """*Corée* beside *Corée du Nord*, *arsenal* beside *arsenal nucléaire*: one of the two is enough."""
    mine, its = set(one.content), set(other.content)
    return mine <= its or its <= mine


def _weight(one: _Candidate, weights: dict[str, float]) -> float:
    """What YAKE gives a phrase: the less, the more telling."""
    parts = [weights.get(word, 1.0) for word in one.content]
    return math.prod(parts) / (one.times * (1 + sum(parts)))


def _word_weights(found: list[Word]) -> dict[str, float]:
    """What YAKE gives each word of content: the less, the more telling."""
    keys = [None if word.form.stop else word.form.key for word in found]
    places: dict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        if key:
            places[key].append(at)
    if not places:
        return {}
    counts = [len(ats) for ats in places.values()]
    usual, most = fmean(counts) + pstdev(counts), max(counts)
    sentences = found[-1].sentence + 1
    weights = {}
    for key, ats in places.items():
        times = len(ats)
        seen = sorted({found[at].sentence for at in ats})
        casing = sum(found[at].form.cap and not found[at].opens for at in ats) / (1 + math.log(times))
        related = 1 + _variety(keys, ats, -1, most) + _variety(keys, ats, 1, most)
        position = math.log(math.log(3 + median_low(seen)))
        spread = len(seen) / sentences
        weights[key] = related * position / (casing + times / usual / related + spread / related)
    return weights


def _variety(keys: list[str | None], ats: Iterable[int], step: int, most: int) -> float:
    """How many different words stand beside a word, for how often the commonest word comes."""
    beside = {keys[at + step] for at in ats if 0 <= at + step < len(keys)} - {None}
    return len(beside) / most
