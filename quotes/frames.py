"""Quotations as a data frame of pandas or polars, whichever is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from importlib import import_module
from typing import Any

from quotes.storage import QuotationRow

#: those there are, the one that is taken first
LIBRARIES = ("pandas", "polars")

_INSTALL = 'data frames need more than is installed; run: pip install "quotes[notebook]"'
#: types of columns that are no text
_PANDAS = {"int": "int64", "float": "float64"}
_POLARS = {"int": "Int64", "float": "Float64"}


class FrameError(Exception):
    """A data frame that cannot be made; the message is one line that says what to do."""


def frame(rows: Iterable[QuotationRow], library: str | None = None) -> Any:
    """A data frame with a row a quotation and the columns of the view `quotes`, also without rows.

    Dates are texts, since some are only a month or a year: `2024-10`. Raises FrameError.
    """
    made_by = _imported(library)
    types = {one.name: str(one.type) for one in fields(QuotationRow)}
    every = list(rows)
    columns = {name: [_plain(getattr(row, name)) for row in every] for name in types}
    if made_by.__name__ == "polars":
        schema = {name: getattr(made_by, _POLARS.get(kind, "String")) for name, kind in types.items()}
        return made_by.DataFrame(columns, schema=schema)
    return made_by.DataFrame(
        {
            name: made_by.Series(columns[name], dtype=_PANDAS.get(kind, "string"))
            for name, kind in types.items()
        }
    )


def _plain(value: object) -> object:
    """An enumeration's member as the text it is."""
    return str(value) if isinstance(value, str) else value


def _imported(library: str | None) -> Any:
    if library is not None and library not in LIBRARIES:
        raise ValueError(f"library: {library!r} is none of {', '.join(LIBRARIES)}")
    for name in LIBRARIES if library is None else (library,):
        try:
            return import_module(name)
        except ImportError:
            continue
    raise FrameError(
        _INSTALL if library is None else f"{library} is not installed; run: pip install {library}"
    )
