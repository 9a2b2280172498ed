"""Dataclasses to plain values, as JSON has them, and back with every type checked."""

from __future__ import annotations

import dataclasses
import json
import math
import types
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

_Made = TypeVar("_Made")
#: what a value is made of, and where it stands, for messages → the value
_Reader = Callable[[Any, str], Any]

_SIMPLE = {str: "a text", int: "a whole number", bool: "true or false"}


def to_plain(value: Any) -> Any:
    """A dataclass as a dictionary, without the fields that are what they are by default."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            name: to_plain(of_field)
            for name, default in _fields(type(value))
            if (of_field := getattr(value, name)) != default
        }
    if isinstance(value, tuple):
        return [to_plain(one) for one in value]
    return value.value if isinstance(value, StrEnum) else value


def from_plain(kind: type[_Made], value: Any) -> _Made:
    """The dataclass `kind` that `to_plain` made `value` of; fields it does not know are passed over.

    Raises ValueError, in one line that names the field, when it is no such thing.
    """
    reader: _Reader = _reader(kind)  # type: ignore[arg-type]
    made: _Made = reader(value, "")
    return made


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a dataclass and their defaults."""
    return tuple((field.name, field.default) for field in dataclasses.fields(kind))


@cache
def _reader(kind: Any) -> _Reader:
    """What reads a value of this type."""
    if dataclasses.is_dataclass(kind):
        return _of_dataclass(kind)
    if get_origin(kind) is types.UnionType:
        (inner,) = (_reader(one) for one in get_args(kind) if one is not types.NoneType)
        return lambda value, where: None if value is None else inner(value, where)
    if get_origin(kind) is tuple:
        return _of_tuple(*get_args(kind))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _of_enum(kind)
    return _of_float if kind is float else _of_simple(kind)


def _of_dataclass(kind: Any) -> _Reader:
    hints = get_type_hints(kind)
    readers = [(name, default, _reader(hints[name])) for name, default in _fields(kind)]

    def read(value: Any, where: str) -> Any:
        if not isinstance(value, dict):
            raise _unlike(value, where, "an object")
        given = {}
        for name, default, reader in readers:
            place = f"{where}.{name}" if where else name
            if name in value:
                given[name] = reader(value[name], place)
            elif default is dataclasses.MISSING:
                raise ValueError(f"{place} is missing")
        return kind(**given)

    return read


def _of_tuple(*kinds: Any) -> _Reader:
    several = kinds[-1] is Ellipsis
    inner = _reader(kinds[0])

    def read(value: Any, where: str) -> Any:
        if not isinstance(value, list):
            raise _unlike(value, where, "a list")
        if not several and len(value) != len(kinds):
            raise _unlike(value, where, f"a list of {len(kinds)}")
        return tuple(inner(one, f"{where}[{place}]") for place, one in enumerate(value))

    return read


def _of_enum(kind: type[StrEnum]) -> _Reader:
    members = {member.value: member for member in kind}

    def read(value: Any, where: str) -> Any:
        if not isinstance(value, str) or value not in members:
            raise _unlike(value, where, f"one of {', '.join(members)}")
        return members[value]

    return read


def _of_simple(kind: type) -> _Reader:
    def read(value: Any, where: str) -> Any:
        # a bool is an int for Python, not for anybody else
        if type(value) is not kind:
            raise _unlike(value, where, _SIMPLE[kind])
        return value

    return read


def _of_float(value: Any, where: str) -> float:
    if type(value) not in (int, float) or not math.isfinite(value):
        raise _unlike(value, where, "a number")
    return float(value)


def _unlike(value: Any, where: str, expected: str, size: int = 40) -> ValueError:
    shown = json.dumps(value, ensure_ascii=False)
    shown = shown if len(shown) <= size else f"{shown[: size - 1]}…"
    return ValueError(f"{where or 'it'} must be {expected}, not {shown}")
