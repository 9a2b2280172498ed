"""`quotes completion`: what a shell needs to complete commands, options and names."""

from __future__ import annotations

import click

from quotes.cli import completing
from quotes.cli.examples import examples


@click.command(
    "completion",
    epilog=examples(
        'eval "$(quotes completion bash)"      # in ~/.bashrc',
        'eval "$(quotes completion zsh)"       # in ~/.zshrc, after compinit',
        "quotes completion fish > ~/.config/fish/completions/quotes.fish",
    ),
)
@click.argument("shell", type=click.Choice(completing.SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script that completes `quotes` in a shell.

    It completes commands, options and their values, and behind --speaker, --outlet and --topic the
    names that the database has.
    """
    click.echo(completing.script(ctx.find_root().command, shell))
