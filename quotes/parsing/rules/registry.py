"""How a rule declares itself: a name, a French example, a function from scene to link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quotes.parsing.scene import Link, Scene


@dataclass(frozen=True, slots=True)
class Rule:
    """One attribution rule."""

    name: str
    #: a sentence in which the rule finds the speaker
    example: str
    #: what the rule looks for, in one sentence
    doc: str
    apply: Callable[[Scene], Link | None]


def rule(name: str, *, example: str) -> Callable[[Callable[[Scene], Link | None]], Rule]:
    """Make the function that follows a rule; its place in the sieve is given in `rules/__init__.py`."""

    def declare(function: Callable[[Scene], Link | None]) -> Rule:
        return Rule(name, example, (function.__doc__ or "").strip(), function)

    return declare
