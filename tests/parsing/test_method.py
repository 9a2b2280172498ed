"""The table of rules in docs/method.md is that of the sieve.

After a change of rules or weights: QUOTES_UPDATE_DOCS=1 pytest tests/parsing/test_method.py
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from quotes.parsing.confidence import table as weights
from quotes.parsing.rules import RULES
from quotes.parsing.second_look import SECOND_LOOKS

METHOD = Path(__file__).parents[2] / "docs" / "method.md"
_TABLE = re.compile(r"(<!-- table of rules.*?-->\n).*?(<!-- end of the table -->)", re.DOTALL)


def table() -> str:
    """The rules as a Markdown table, in the order in which they are tried."""
    rows = [(rule.name, rule.doc, rule.example) for rule in RULES]
    rows += [
        (look.name, f"{look.doc} A second look, after all others.", look.example) for look in SECOND_LOOKS
    ]
    lines = ["| rule | what it looks for | example | right |", "|---|---|---|---|"]
    for name, looks_for, example in rows:
        known = weights().get(f"rule:{name}")
        share = f"{known.share:.2f}" if known is not None else "–"
        lines.append(f"| `{name}` | {looks_for} | {' ⏎ '.join(example.splitlines())} | {share} |")
    return "\n".join(lines) + "\n"


def test_the_method_shows_the_rules_as_they_are() -> None:
    text = METHOD.read_text(encoding="utf-8")
    if os.environ.get("QUOTES_UPDATE_DOCS"):
        text = _TABLE.sub(lambda found: found[1] + table() + found[2], text)
        METHOD.write_text(text, encoding="utf-8")
    assert table() in text, "if meant: QUOTES_UPDATE_DOCS=1 pytest tests/parsing/test_method.py"


def test_the_method_names_every_module_of_the_parser() -> None:
    text = METHOD.read_text(encoding="utf-8")
    modules = {path.name for path in (METHOD.parents[1] / "quotes" / "parsing").glob("[!_]*.py")}
    assert {name for name in modules if f"`{name}`" not in text} == set()
