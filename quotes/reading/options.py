"""What the user says about the files to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Options:
    """How to read, and what to know of every article; None where the files themselves tell."""

    #: one of `quotes.reading.FORMATS`, whatever the file's extension and content say
    format: str | None = None
    #: field of an article (`text`, `title` …) → its name in the records of a collection
    names: Mapping[str, str] = field(default_factory=dict)
    #: the outlet of every article, whatever it says
    outlet: str | None = None
    #: the date of every article, ISO 8601, whatever it says
    date: str | None = None
