"""The rules by which speakers were found, as categories to which quotations point."""

from __future__ import annotations

import re

from quotes.storage import By, Database, Filter

_NOT_IN_NAMES = re.compile("[^A-Za-z0-9._-]")


def rule_id(rule: str) -> str:
    """The identifier of a rule in the document."""
    return "rule-" + _NOT_IN_NAMES.sub("_", rule)


def rules_of(database: Database, wanted: Filter) -> dict[str, str]:
    """Identifier → what the rule looks for, of the rules that found speakers of the quotations wanted."""
    # imported here: reading what was found needs no parser
    from quotes.parsing.rules import RULES
    from quotes.parsing.second_look import SECOND_LOOKS

    told = {rule.name: rule.doc for rule in RULES} | {look.name: look.doc for look in SECOND_LOOKS}
    used = sorted(row.value for row in database.stats(wanted, By.RULE) if row.value is not None)
    return {rule_id(rule): told.get(rule, rule) for rule in used}
