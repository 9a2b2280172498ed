"""The pager: what is longer than the terminal is shown page by page, unless nobody wants that.

`QUOTES_PAGER`, else `PAGER`, names the program; empty or `cat` is none. Only what goes to a terminal, and
is asked for at one, is paged, and only what does not fit on it.
"""

from __future__ import annotations

import functools
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

import click

#: lines that a terminal needs for itself, the prompt among them
_PROMPT = 2


@dataclass(frozen=True, slots=True)
class Pager:
    """Where text for a reader goes."""

    wanted: bool = True

    def write(self, chunks: Iterable[str]) -> None:
        """Write `chunks` to standard output, through the pager when they do not fit the terminal."""
        chunks = iter(chunks)
        if self.wanted and _is_possible():
            first = list(_a_screen(chunks))
            rest = next(chunks, None)
            if rest is not None:
                click.echo_via_pager(chain(first, (rest,), chunks))
                return
            chunks = iter(first)
        for chunk in chunks:
            sys.stdout.write(chunk)


def pager_option(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the option `--no-pager`; it receives a `Pager`, `pager`."""

    @click.option("--no-pager", is_flag=True, help="Write long output as it is (see QUOTES_PAGER, PAGER).")
    @functools.wraps(command)
    def with_pager(*args: Any, no_pager: bool, **kwargs: Any) -> None:
        command(*args, pager=Pager(not no_pager), **kwargs)

    return with_pager


def _is_possible() -> bool:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    named = os.environ.get("QUOTES_PAGER", os.environ.get("PAGER", "less"))
    if named.strip() in ("", "cat"):
        return False
    if "QUOTES_PAGER" in os.environ:
        os.environ["PAGER"] = named  # where click looks
    return True


def _a_screen(chunks: Iterator[str]) -> Iterator[str]:
    """Chunks until the terminal is full."""
    size = shutil.get_terminal_size()
    left = size.lines - _PROMPT
    for chunk in chunks:
        yield chunk
        left -= sum(1 + len(click.unstyle(line)) // max(1, size.columns) for line in chunk.splitlines())
        if left <= 0:
            return
