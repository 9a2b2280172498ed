"""`quotes demo`: the sample articles ingested, then questioned with the commands anyone would type."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import click
from click.core import ParameterSource

from quotes.cli.app import cli
from quotes.cli.corpus import sample_articles
from quotes.cli.examples import examples
from quotes.cli.telling import is_quiet

#: what is asked of the sample database, after `quotes … --db FILE`
QUESTIONS = (
    ["list", "--min-confidence", "0.8", "--limit", "10"],
    ["list", "--speaker", "vasseur", "--since", "2022-03"],
)
_DEMO = Path("quotes-demo.db")
_SUFFIXES = ("", "-wal", "-shm", "-journal")


@click.command("demo", epilog=examples("quotes demo", "quotes demo --db essai.db"))
@click.option(
    "--db",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=f"The database to make.  [default: {_DEMO}, made anew each time]",
)
@click.pass_context
def command(ctx: click.Context, db: Path | None) -> None:
    """Ingest the sample articles and show what can be asked."""
    path = db or _named_for_program(ctx) or _DEMO
    if path == _DEMO:
        for suffix in _SUFFIXES:
            Path(f"{path}{suffix}").unlink(missing_ok=True)
    elif path.exists():
        raise click.ClickException(f"{path} exists already; name a new file, or leave --db out")
    if not sys.stdout.isatty():
        # Full-length lines suit grep; a demonstration is for eyes.
        os.environ.setdefault("COLUMNS", "110")
    _run(ctx, ["ingest", str(_short(sample_articles())), "--db", str(path)])
    for name, *options in QUESTIONS:
        click.echo()
        _run(ctx, [name, "--db", str(path), *options])


def _named_for_program(ctx: click.Context) -> Path | None:
    """The file of `quotes --db FILE demo`; one that only QUOTES_DB names is not ours to fill."""
    main = ctx.find_root()
    named: Path = main.params["db"]
    return named if main.get_parameter_source("db") is ParameterSource.COMMANDLINE else None


def _short(path: Path) -> Path:
    """The path as one would type it from here."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _run(ctx: click.Context, arguments: list[str]) -> None:
    """Show a command line as one would type it, then run it."""
    click.echo(f"$ quotes {shlex.join(arguments)}")
    quiet = ["--quiet"] if is_quiet() else []
    if status := cli.main([*quiet, *arguments], prog_name="quotes", standalone_mode=False):
        ctx.exit(status)
