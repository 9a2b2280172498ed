"""Each rule at work: its own example, then the sentences that show what it covers."""

from __future__ import annotations

import pytest

from quotes.parsing import extract
from quotes.parsing.rules import RULES, Rule


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_is_decided_by_that_rule(rule: Rule) -> None:
    assert rule.name in [q.rule for q in extract(rule.example)]
