"""Doors out of the database: each format in a module of its own, loaded when it is asked for.

A module has `write(database, wanted, to)`: the quotations that `wanted` takes, read as they are written,
go into `to`, a binary stream (for a format that is a folder, the path of an empty one). It returns how many
quotations these were, or None when they are as many as `Database.count` says. What it cannot do is an
`ExportError`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module


class ExportError(Exception):
    """What cannot be exported; the message is one line that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write quotations."""

    name: str
    #: what it is, in a few words
    about: str
    #: the module of this package that writes it
    module: str
    #: the endings of file names that tell it, lower case
    endings: tuple[str, ...] = ()
    #: the function of the module that writes it
    function: str = "write"
    #: keyword arguments that this function takes besides
    options: tuple[str, ...] = ()
    #: it is no text: a terminal cannot show it
    is_binary: bool = False
    #: it is a folder of files: it cannot go to standard output
    is_folder: bool = False

    @property
    def write(self) -> Callable[..., int | None]:
        """The function that writes it; its module is loaded now."""
        written_by: Callable[..., int | None]
        written_by = getattr(import_module(f"{__name__}.{self.module}"), self.function)
        return written_by


FORMATS = {
    one.name: one
    for one in (
        Format(
            "csv",
            "a line a quotation, for spreadsheets",
            "delimited",
            (".csv",),
            function="write_csv",
            options=("safe_cells", "excel"),
        ),
        Format(
            "tsv",
            "the same with tabs",
            "delimited",
            (".tsv",),
            function="write_tsv",
            options=("safe_cells",),
        ),
        Format(
            "jsonl",
            "an article a line with all that is known of it, to be ingested again",
            "jsontext",
            (".jsonl", ".ndjson"),
            function="write_lines",
        ),
        Format(
            "parquet",
            "a row a quotation with typed columns, for notebooks",
            "parquet",
            (".parquet", ".pq"),
            is_binary=True,
        ),
        Format(
            "html",
            "a page to read in a browser: articles with their quotations marked, nothing else needed",
            "html",
            (".html", ".htm"),
        ),
        Format("tei", "articles in TEI P5, their quotations marked, for digital editions", "tei"),
        Format("webannotation", "W3C Web Annotations in JSON-LD, for annotation tools", "webannotation"),
        Format("json", "the same in one array", "jsontext", (".json",), function="write_array"),
        Format("gold", "annotated articles, for quotes evaluate", "gold", ("gold.jsonl",)),
        Format(
            "html",
            "a page to read in a browser: articles with their quotations marked, nothing else needed",
            "html",
            (".html", ".htm"),
        ),
        Format(
            "tei",
            "articles in TEI P5, their quotations marked, for digital editions",
            "tei",
            (".xml", ".tei"),
        ),
        Format(
            "webannotation",
            "W3C Web Annotations in JSON-LD, for annotation tools",
            "webannotation",
            (".jsonld",),
        ),
        Format("brat", "a folder for the annotation tool brat", "brat", is_folder=True),
    )
}


def told_by_name(name: str) -> Format | None:
    """The format that the ending of a file's name tells, the longest ending first; None for none."""
    endings = [(ending, one) for one in FORMATS.values() for ending in one.endings]
    endings.sort(key=lambda pair: len(pair[0]), reverse=True)
    return next((one for ending, one in endings if name.lower().endswith(ending)), None)
