"""Values as one parameter of a statement, however many there are: the statement stays the same."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import BindParameter, Select, func, literal, select

from quotes.storage.tables import Text


def listed(values: Sequence[int] | Sequence[str] | BindParameter[str]) -> Select[Any]:
    """The rows that are these values; of a parameter, those of the JSON list that is given for it."""
    given = values if isinstance(values, BindParameter) else literal(json_list(values), Text)
    return select(func.json_each(given).table_valued("value").c.value)


def json_list(values: Sequence[int] | Sequence[str]) -> str:
    """What is given for such a parameter."""
    return json.dumps(values)
