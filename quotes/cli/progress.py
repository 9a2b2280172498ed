"""The progress bar of long commands: on standard error, and only on a terminal."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from quotes.cli.harmless import neutral
from quotes.cli.telling import is_quiet

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar


class Progress:
    """A bar that appears with its first step and makes way for complaints."""

    def __init__(self, label: str = "Reading") -> None:
        self._label = label
        self._bar: ProgressBar[int] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.render_finish()

    def show(self, done: int, total: int) -> None:
        """Draw the bar at `done` of `total`."""
        if not sys.stderr.isatty() or is_quiet():
            return
        if self._bar is None:
            self._bar = click.progressbar(length=total, label=self._label, file=sys.stderr)
            self._bar.render_progress()
        self._bar.update(done - self._bar.pos)

    def complain(self, message: str) -> None:
        """Report a failure at once, on a line of its own."""
        self.tell(f"quotes: {message}")

    def tell(self, message: str) -> None:
        """Say something on a line of its own."""
        if self._bar is not None:
            click.echo("\r\033[K", err=True, nl=False)
        click.echo(neutral(message), err=True)
