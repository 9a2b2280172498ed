"""What a person types: single keys and names on a terminal, lines where there is none.

A script answers as a person does, a key or a name a line; an end of input is a `q`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Protocol

import click

from quotes.folding import fold_name

#: what stands for the end of the input
END = "q"


class Keys(Protocol):
    """Where answers come from."""

    def key(self, prompt: str) -> str:
        """One key, in lower case; empty for one that means nothing, `q` at the end of the input."""

    def line(self, prompt: str, names: Callable[[], Sequence[str]]) -> str:
        """A line; on a terminal, Tab completes the names."""


def keys() -> Keys:
    """The keys of the terminal, or the lines of standard input when it is none."""
    return _Terminal() if sys.stdin.isatty() and sys.stdout.isatty() else _Lines()


class _Lines:
    def key(self, prompt: str) -> str:
        return self._read(prompt, END)[:1].lower()

    def line(self, prompt: str, names: Callable[[], Sequence[str]]) -> str:
        return self._read(prompt, "")

    @staticmethod
    def _read(prompt: str, at_end: str) -> str:
        click.echo(prompt, nl=False)
        sys.stdout.flush()
        line = sys.stdin.readline()
        click.echo(line.rstrip("\n"))
        return line.strip() if line else at_end


class _Terminal:
    def __init__(self) -> None:
        self._typed = ""

    def key(self, prompt: str) -> str:
        click.echo(prompt, nl=False)
        if not self._typed:
            try:
                self._typed = click.getchar()  # several when they were typed fast
            except EOFError:
                self._typed = END
        if self._typed.startswith("\x1b"):  # an arrow or a function key
            self._typed = ""
            typed = ""
        else:
            typed, self._typed = self._typed[0], self._typed[1:]
        click.echo(typed if typed.isprintable() else "")
        return typed.strip().lower()

    def line(self, prompt: str, names: Callable[[], Sequence[str]]) -> str:
        with_completion(names)
        try:
            return input(prompt).strip()
        except EOFError:
            click.echo()
            return ""


def completions(names: Sequence[str], typed: str) -> list[str]:
    """The names that begin with what is typed, then those of which another word does, folded."""
    wanted = fold_name(typed)
    folded = [(name, fold_name(name)) for name in names]
    first = [name for name, its in folded if its.startswith(wanted)]
    return first + [name for name, its in folded if f" {wanted}" in its and not its.startswith(wanted)]


def _for_tab(names: Sequence[str], typed: str) -> list[str]:
    """The completions that readline may have.

    It puts what several names begin with alike in the place of what is typed: of *hel*, which may stand for
    *Hélène* and *Helga*, it would leave *h*. Then it gets none.
    """
    found = completions(names, typed)
    begun = all(name.casefold().startswith(typed.casefold()) for name in found)
    return found if begun or len(found) == 1 else []


def with_completion(names: Callable[[], Sequence[str]]) -> None:
    """Have Tab complete names on the next line read, where Python has readline."""
    try:
        import readline
    except ImportError:  # Windows
        return
    found: list[str] = []

    def complete(typed: str, number: int) -> str | None:
        if number == 0:
            found[:] = _for_tab(names(), typed)
        return found[number] if number < len(found) else None

    readline.set_completer(complete)
    readline.set_completer_delims("")  # names have spaces
    # macOS has libedit under the name of readline
    libedit = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if libedit else "tab: complete")
    readline.parse_and_bind("set completion-ignore-case on")
