"""Questions of the cookbook (docs/sql.md) with what can be filled in, as `questions.sql` has them.

There each has a name, the question as the cookbook puts it, perhaps what there is to know, a line with an
example for each parameter (`-- :speaker Jeanne Le Floc’h`), and its SQL.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_BEGINNING = re.compile(r"^-- name: ", re.MULTILINE)
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
    """All of them, in the order of the cookbook."""
    text = files("quotes.serve").joinpath("questions.sql").read_text(encoding="utf-8")
    return tuple(map(_read, _BEGINNING.split(text)[1:]))


def _read(text: str) -> Recipe:
    name, *lines = text.splitlines()
    head = [line.removeprefix("-- ") for line in lines if line.startswith("-- ")]
    examples = {found[1]: found[2] for line in head if (found := _EXAMPLE.fullmatch(line))}
    question, *about = (line for line in head if not _EXAMPLE.fullmatch(line))
    sql = "\n".join(lines[len(head) :]).strip().rstrip(";")
    return Recipe(name, question, " ".join(about), sql, examples)
