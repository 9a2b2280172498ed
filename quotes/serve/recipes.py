"""Questions of the cookbook (docs/sql.md) with what can be filled in: each a file of `queries/`.

A file begins with the question as the cookbook has it, perhaps with what there is to know, and, for each
parameter, a line with an example: `-- :speaker Jeanne Le Floc’h`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_EXAMPLE = re.compile(r":(\w+) (.+)")


@dataclass(frozen=True, slots=True)
class Recipe:
    """A question, and the SQL that answers it."""

    #: in addresses
    name: str
    question: str
    #: what there is to know; may be empty
    about: str
    sql: str
    #: parameter → a value that finds something in the sample articles
    examples: dict[str, str]


@cache
def recipes() -> tuple[Recipe, ...]:
    """All of them, by name."""
    found = (one for one in files("quotes.serve").joinpath("queries").iterdir() if one.name.endswith(".sql"))
    read = (_read(one.name.removesuffix(".sql"), one.read_text(encoding="utf-8")) for one in found)
    return tuple(sorted(read, key=lambda recipe: recipe.name))


def _read(name: str, text: str) -> Recipe:
    lines = text.splitlines()
    head = [line.removeprefix("-- ") for line in lines if line.startswith("-- ")]
    examples = {found[1]: found[2] for line in head if (found := _EXAMPLE.fullmatch(line))}
    question, *about = (line for line in head if not _EXAMPLE.fullmatch(line))
    return Recipe(name, question, " ".join(about), "\n".join(lines[len(head) :]).strip(), examples)
