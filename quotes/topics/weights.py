"""How telling the words of a text are: the features of YAKE (see `keywords`)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from quotes.topics.words import Words


class Weights:
    """The weight of each word of content, by its key, worked out when asked for: less is more telling."""

    def __init__(self, found: Words) -> None:
        self._found = found
        #: the key of each word; None for a word of grammar
        self._keys = [form.telling for form in found.forms]
        self._places: dict[str, list[int]] = defaultdict(list)
        for at, key in enumerate(self._keys):
            if key is not None:
                self._places[key].append(at)
        counts = [len(places) for places in self._places.values()] or [1]
        mean = sum(counts) / len(counts)
        #: how often a word usually comes, and the commonest
        self._usual = mean + math.sqrt(sum([(count - mean) ** 2 for count in counts]) / len(counts))
        self._most = max(counts)
        self._known: dict[str, float] = {}

    def times(self, key: str) -> int:
        """How often the word comes."""
        return len(self._places.get(key, ()))

    def of(self, key: str) -> float:
        """The weight of a word; 1 for what is no word of content."""
        if key not in self._known:
            self._known[key] = self._weigh(self._places[key]) if key in self._places else 1.0
        return self._known[key]

    def of_phrase(self, keys: Iterable[str], times: int) -> float:
        """The weight of a phrase that comes so often."""
        parts = [self.of(key) for key in keys]
        return math.prod(parts) / (times * (1 + sum(parts)))

    def _weigh(self, places: list[int]) -> float:
        found, times = self._found, len(places)
        sentences = sorted({found.sentence(at) for at in places})
        capitals = sum([found.forms[at].cap and at not in found.opens for at in places])
        casing = capitals / (1 + math.log(times))
        related = 1 + (self._variety(places, -1) + self._variety(places, 1)) / self._most
        median = sentences[(len(sentences) - 1) // 2]
        position = math.log(math.log(3 + median))
        frequency, spread = times / self._usual, len(sentences) / len(found.sentences)
        return related * position / (casing + frequency / related + spread / related)

    def _variety(self, places: list[int], step: int) -> int:
        """How many different words of content stand beside a word."""
        keys = self._keys
        return len({keys[at + step] for at in places if 0 <= at + step < len(keys)} - {None})
