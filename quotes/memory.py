"""What is held in memory: a memory for what recurs, of bounded size; how often the lost is looked for."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

_Value = TypeVar("_Value")

#: objects made and not yet freed before Python looks for lost circles among them; it would look every 700
_UNFREED = 50_000


@contextmanager
def seldom_searched() -> Iterator[None]:
    """Have Python look for objects lost in circles less often.

    It goes through all that is remembered to find none: parsing makes no circles, and each of its objects is
    freed with its last use. That was 7 % of the time of articles that come one after the other.
    """
    before = gc.get_threshold()
    gc.set_threshold(_UNFREED, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


class Memory(dict[str, _Value], Generic[_Value]):
    """What a function makes of each of many strings, worked out once for those that recur.

    For the words of texts: a look-up is one of a dictionary, at two thirds of the time of `lru_cache`, which
    also keeps the order of use. At most `most` are held, and those asked for last among them; none of
    more than `longest` characters, which hardly recur.
    """

    def __init__(self, work: Callable[[str], _Value], *, most: int, longest: int = 60) -> None:
        super().__init__()
        self._work = work
        self._most = most
        self._longest = longest
        #: what was asked for before the last half of them
        self.older: dict[str, _Value] = {}

    def __missing__(self, key: str) -> _Value:
        if len(key) > self._longest:
            return self._work(key)
        if len(self) >= self._most // 2:
            self.older = dict(self)
            self.clear()
        value = self[key] = self.older[key] if key in self.older else self._work(key)
        return value
