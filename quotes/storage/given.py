"""Statements that are written once, and the values of a filter that are given to them by name.

To put a statement together and to know it again takes SQLAlchemy half a millisecond, often longer than SQLite
takes to answer it. What a filter asks for is told by the names of its values; those that give values of the
same names ask by the same statement.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import BindParameter, bindparam

from quotes.folding import fold_name, singular_name
from quotes.storage import parts
from quotes.storage.filters import Filter, first_day, last_day
from quotes.storage.listed import json_list
from quotes.storage.tables import Text

if TYPE_CHECKING:
    from quotes.storage.leading import Meant

#: name → value
Given = dict[str, Any]

#: a subject's code, its prefix left out or not
_CODE = re.compile(r"(?:medtop:)?([0-9]{8})")
#: statements of one sort that are kept: of what is asked for there are fewer combinations in use
_KEPT = 200

_Statement = TypeVar("_Statement")


def value(given: Given, name: str) -> BindParameter[Any]:
    """A parameter of a statement, to be given the value of that name."""
    its = given[name]
    return bindparam(name, its, Text if isinstance(its, str) else None)


def values(wanted: Filter, meant: Meant | None = None) -> Given:
    """All values of `wanted`; of speakers and topics, where it is known who and what is `meant`, these."""
    given: Given = {"speaker_id": wanted.speaker_id, "min_confidence": wanted.min_confidence}
    if wanted.speaker is not None:
        called = of_name("speaker", wanted.speaker)
        given |= {"speakers_meant": json_list(meant.speakers)} if meant else called
    for place, words in enumerate(wanted.topics if meant is None else ()):
        given |= of_topic(topic_name(place), words)
    for place, topics in enumerate(meant.topics if meant and wanted.topics else ()):
        given[f"{topic_name(place)}_meant"] = json_list(topics)
    if wanted.outlet is not None:
        given["outlet"] = fold_name(wanted.outlet)
    for name, since in (("since", wanted.since), ("on_since", wanted.on)):
        if since is not None:
            day = first_day(since)
            given |= {name: day, f"{name}_month": day[:7], f"{name}_year": day[:4]}
    for name, until in (("until", wanted.until), ("on_until", wanted.on)):
        if until is not None:
            given[name] = last_day(until)
    return {name: its for name, its in given.items() if its is not None}


def topic_name(place: int) -> str:
    """What the words of a topic are given as."""
    return f"topic_{place}"


def of_name(name: str, words: str) -> Given:
    """Words that are part of a name, and what the indexes of parts are asked for, if they can be."""
    return {name: fold_name(words)} | _of_parts(name, [fold_name(words)])


def of_topic(name: str, words: str) -> Given:
    """The same for a topic: a subject's code if it is one, else also another number of the word."""
    folded, singular = fold_name(words), singular_name(words)
    code = _CODE.fullmatch(words.strip().lower())
    if code:
        return {name: folded, f"{name}_code": f"medtop:{code[1]}"}
    if singular == folded:
        return {name: folded} | _of_parts(name, [folded])
    return {name: folded, f"{name}_singular": singular} | _of_parts(name, [folded, singular])


def _of_parts(name: str, forms: list[str]) -> Given:
    asked = [match for match in map(parts.match, forms) if match is not None]
    either = " OR ".join(f"({one})" for one in asked)
    return {f"{name}_parts": either} if len(asked) == len(forms) else {}


def written(
    write: Callable[..., _Statement],
) -> Callable[..., tuple[_Statement, Given]]:
    """Has a statement for a filter, whom it means, and more, written once; it comes with its values.

    Of the filter and of whom it means, no value may come into the statement but through `value`. What else is
    given to `write` tells statements apart.
    """
    kept: dict[Hashable, _Statement] = {}

    @wraps(write)
    def of(wanted: Filter, meant: Meant | None = None, *more: Hashable) -> tuple[_Statement, Given]:
        given = values(wanted, meant)
        key = (frozenset(given), wanted.kinds, wanted.all_topics, meant is None, more)
        if key not in kept:
            if len(kept) >= _KEPT:
                kept.clear()
            kept[key] = write(wanted, meant, *more)
        return kept[key], given

    return of
