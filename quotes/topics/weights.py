"""How telling the words of a text are: the features of YAKE (see `keywords`)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from statistics import median_low

from quotes.topics.words import Word


class Weights:
    """The weight of each word of content, by its key, worked out when asked for: less is more telling."""

    def __init__(self, found: list[Word]) -> None:
        self._found = found
        self._keys = [None if word.form.grammar else word.form.key for word in found]
        self._places: dict[str, list[int]] = defaultdict(list)
        for at, key in enumerate(self._keys):
            if key is not None:
                self._places[key].append(at)
        counts = [len(places) for places in self._places.values()] or [1]
        mean = sum(counts) / len(counts)
        #: how often a word usually comes, and the commonest
        self._usual = mean + math.sqrt(sum((count - mean) ** 2 for count in counts) / len(counts))
        self._most = max(counts)
        self._sentences = found[-1].sentence + 1 if found else 1
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
        times = len(places)
        words = [self._found[at] for at in places]
        sentences = sorted({word.sentence for word in words})
        casing = sum(word.form.cap and not word.opens for word in words) / (1 + math.log(times))
        related = 1 + (self._variety(places, -1) + self._variety(places, 1)) / self._most
        position = math.log(math.log(3 + median_low(sentences)))
        frequency, spread = times / self._usual, len(sentences) / self._sentences
        return related * position / (casing + frequency / related + spread / related)

    def _variety(self, places: list[int], step: int) -> int:
        """How many different words of content stand beside a word."""
        keys = self._keys
        return len({keys[at + step] for at in places if 0 <= at + step < len(keys)} - {None})
