"""Each rule at work: its own example, then the sentences that show what it covers."""

from __future__ import annotations

import pytest

from quotes.model import Quotation
from quotes.parsing import extract
from quotes.parsing.rules import RULES, Rule


def attributed(text: str) -> list[Quotation]:
    return [q for q in extract(text) if q.speaker is not None]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_is_attributed_by_that_rule(rule: Rule) -> None:
    assert rule.name in [q.rule for q in attributed(rule.example)]
