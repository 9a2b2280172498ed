"""What is told beside the answer, on standard error: less with `--quiet`, more with `--verbose`."""

from __future__ import annotations

import os

import click

from quotes.cli.harmless import neutral

_LEVEL = f"{__name__}.level"
_QUIET, _USUAL, _VERBOSE = -1, 0, 1


def note(message: str) -> None:
    """Tell what is useful to know and no failure: counts, hints. With `--quiet`, nothing."""
    if _level() > _QUIET:
        click.echo(neutral(message), err=True)


def detail(message: str) -> None:
    """Tell, with `--verbose` only, what is being done."""
    if _level() >= _VERBOSE:
        click.echo(neutral(message), err=True)


def is_quiet() -> bool:
    """Whether only the answer and failures are wanted."""
    return _level() == _QUIET


def give_telling_options(command: click.Command) -> None:
    """Give a command, and those below it, `--quiet` and `--verbose`; `note` and `detail` know of them.

    They may follow the program's name or any command's: nobody has to remember where.
    """
    if not any(param.name == "quiet" for param in command.params):
        command.params.append(_option("-q", "--quiet", _QUIET, "Only the answer and failures."))
        command.params.append(_option("-v", "--verbose", _VERBOSE, "Say on standard error what is done."))
    if isinstance(command, click.Group):
        for below in command.commands.values():
            give_telling_options(below)


def respect_no_color(ctx: click.Context) -> None:
    """Leave out colours when the environment says so: https://no-color.org."""
    if os.environ.get("NO_COLOR"):
        ctx.color = False


def _option(short: str, long: str, level: int, meaning: str) -> click.Option:
    def remember(ctx: click.Context, _param: click.Parameter, given: bool) -> None:
        if given:
            # one dictionary for a command and all those above it
            ctx.meta[_LEVEL] = level

    return click.Option([short, long], is_flag=True, expose_value=False, callback=remember, help=meaning)


def _level() -> int:
    ctx = click.get_current_context(silent=True)
    return _USUAL if ctx is None else int(ctx.meta.get(_LEVEL, _USUAL))
