"""Modules imported when something of them is first asked for: a command loads what it uses, and no more."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class OnDemand:
    """Stands for a module by its full name: what is asked of it is asked of the module."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self._name), name)
