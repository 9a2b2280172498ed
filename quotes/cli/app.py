"""The `quotes` command itself: its commands, loaded when they run, and how failures end it."""

from __future__ import annotations

import functools
import importlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from quotes import __version__
from quotes.cli.database import database_option
from quotes.cli.examples import examples
from quotes.cli.harmless import neutral
from quotes.cli.telling import give_telling_options, respect_no_color

#: name of the command (and of its module in `quotes.cli.commands`) → its line in `quotes --help`
COMMANDS = {
    "ingest": "Read articles and store their quotations.",
    "list": "List stored quotations, newest first.",
    "search": "Search the words of quotations, best first.",
    "show": "Show one quotation in its paragraph, with all that is known of it.",
    "article": "List articles, newest first, or print one with its quotations marked.",
    "topics": "List what stored articles and quotations are about, commonest first.",
    "speakers": "List who is quoted; show one, merge and split names.",
    "stats": "Count stored quotations by speaker, outlet, month, topic, kind or cue.",
    "export": "Write quotations for other programs: spreadsheets, notebooks, editions.",
    "serve": "Show the database in a browser: search, facets, questions.",
    "extract": "Print the quotations of articles as JSON Lines, storing nothing.",
    "review": "Judge quotations one by one, the least certain first, with a key each.",
    "correct": "Correct, confirm or reject quotations, and tell what changed.",
    "reparse": "Run the present parser over stored articles and tell what changed.",
    "evaluate": "Score the parser against annotated articles.",
    "demo": "Ingest the sample articles and show what can be asked.",
    "db": "Look after the database: its state, its version, its health, its schema.",
    "completion": "Print the script that completes `quotes` in a shell.",
}

INTERRUPTED = 130

_EPILOG = (
    examples(
        "quotes ingest articles/",
        "quotes list --speaker macron --since 2024",
        "quotes list --help",
    )
    + """

\b
Exit status:
  0    done; an empty answer is no failure
  1    something failed; of many files, the others are done
  2    wrong usage
  130  interrupted

\b
Environment:
  QUOTES_DB     the database, where --db names none
  NO_COLOR      no colours, whatever its value
  QUOTES_DEBUG  show where an unexpected failure happened
"""
)


class CommandGroup(click.Group):
    """A group that imports a command's module only when that command runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"quotes.cli.commands.{cmd_name}").command
        give_telling_options(command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command line and exit with its status: 0, 1 (failure), 2 (usage) or 130 (Ctrl-C)."""
        run = functools.partial(super().main, args, prog_name, complete_var, standalone_mode=False, **extra)
        if not standalone_mode:
            return run()
        sys.exit(_status(run))


def _status(run: Callable[[], Any]) -> int:
    """The exit status of a run, with what went wrong told in one line."""
    try:
        status = run()
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.UsageError as error:
        help_hint = f" (see: {error.ctx.command_path} --help)" if error.ctx else ""
        return _complain(error.format_message().rstrip(".") + help_hint, error.exit_code)
    except click.ClickException as error:
        return _complain(error.format_message(), error.exit_code)
    except click.Abort:
        return _complain("interrupted", INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output has had enough, and Python would complain of it when closing: click
        # silences what breaks during a command, this what breaks at the last flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if os.environ.get("QUOTES_DEBUG"):
            raise
        return _complain(f"unexpected {error!r}; QUOTES_DEBUG=1 shows where, please report it", 1)
    return status if isinstance(status, int) else 0


def _complain(message: str, status: int) -> int:
    click.echo(neutral(f"quotes: {' '.join(message.split())}"), err=True)
    return status


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EPILOG)
@click.version_option(__version__, message="quotes %(version)s")
@database_option(main=True)
@click.pass_context
def cli(ctx: click.Context, db: Path) -> None:
    """Who said what in French news.

    Reads articles, finds the quotations between quote marks, works out who said each,
    and keeps them in an SQLite database that this command, or any SQL, can question.
    """
    respect_no_color(ctx)


give_telling_options(cli)


def main() -> None:
    """The `quotes` console script."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that lacks a character of an article should not end the listing.
        sys.stdout.reconfigure(errors="backslashreplace")
    if os.environ.get("_QUOTES_COMPLETE"):
        from quotes.cli.completing import prepare

        prepare()
    cli(prog_name="quotes")
