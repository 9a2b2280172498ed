"""The sieve: named attribution rules, strictest first."""

from __future__ import annotations

from quotes.parsing.rules.registry import RULES, Rule
from quotes.parsing.scene import Link, Scene

from quotes.parsing.rules import layout, after, before, source, flow  # noqa: E402,F401,I001  the order is the sieve's


def attribute(scene: Scene) -> Link | None:
    """The link made by the first rule that finds one; None when the source cannot be told."""
    for rule in RULES:
        link = rule.apply(scene)
        if link is not None:
            link.rule = rule.name
            return link
    return None


__all__ = ["RULES", "Rule", "attribute"]
