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
    apply: Callable[[Scene], Link | None]


#: in the order in which they are tried
RULES: list[Rule] = []


def rule(
    name: str, *, example: str
) -> Callable[[Callable[[Scene], Link | None]], Callable[[Scene], Link | None]]:
    """Declare the function that follows as the next rule of the sieve."""

    def declare(function: Callable[[Scene], Link | None]) -> Callable[[Scene], Link | None]:
        RULES.append(Rule(name, example, function))
        return function

    return declare
