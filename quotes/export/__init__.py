"""Doors out of the database: each format in a module of its own, loaded when it is asked for.

A module has `write(database, wanted, to)`: the quotations that `wanted` takes, read as they are written,
go into `to`, a binary stream (for a format that is a folder, its path).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write quotations."""

    name: str
    #: what it is, in a few words
    about: str
    #: the module of this package that writes it
    module: str
    #: it is a folder of files: it cannot go to standard output
    is_folder: bool = False


FORMATS = (
    Format("csv", "a line a quotation, for spreadsheets", "delimited"),
    Format("tsv", "the same with tabs", "delimited"),
    Format(
        "html",
        "a page to read in a browser: articles with their quotations marked, nothing else needed",
        "html",
    ),
    Format("tei", "articles in TEI P5, their quotations marked, for digital editions", "tei"),
    Format("webannotation", "W3C Web Annotations in JSON-LD, for annotation tools", "webannotation"),
)
