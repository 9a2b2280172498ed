"""`quotes reparse`: the present parser over stored articles."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from quotes.cli.database import database_option, opened
from quotes.cli.examples import examples
from quotes.cli.progress import Progress
from quotes.reparse import Reparsed, reparse
from quotes.storage import Change, Difference


@click.command("reparse", epilog=examples("quotes reparse --dry-run --show", "quotes reparse --all"))
@click.option("--all", "every", is_flag=True, help="Also the articles that this parser has read.")
@click.option("--from", "from_id", type=int, default=0, metavar="ID", help="Only from this article on.")
@click.option("--show", is_flag=True, help="List each change.")
@click.option("--dry-run", is_flag=True, help="Tell what would change, and change nothing.")
@database_option()
def command(every: bool, from_id: int, show: bool, dry_run: bool, db: Path) -> None:
    """Run the present parser over stored articles and tell what changed.

    Over those that an older parser read; with --all over every one. What a person decided stays. Each
    article is stored as a whole before the next one is parsed; when interrupted, run the command again:
    it goes on where it stopped.
    """
    result = Reparsed()
    with opened(db) as database, Progress("Parsing") as progress:
        try:
            reparse(
                database,
                result,
                every=every,
                from_id=from_id,
                keep=not dry_run,
                on_progress=progress.show,
                on_failure=progress.complain,
                on_change=_show if show else lambda _change: None,
            )
        finally:
            sys.stdout.flush()
            progress.tell(_summary(result, dry_run))
            if result.next is not None:
                progress.tell(_way_on(result, every))
    if result.failed:
        raise click.exceptions.Exit(1)


def _summary(result: Reparsed, dry_run: bool) -> str:
    if not result.total:
        return "nothing to parse: this parser has read every article (--all parses them again)"
    articles = f"{result.done} article{'s' if result.done != 1 else ''} parsed"
    articles += f", {result.failed} failed" if result.failed else ""
    counts = ", ".join(f"{result.differences[difference]} {difference}" for difference in Difference)
    return f"{articles}: {counts}{'; nothing was stored' if dry_run else ''}"


def _way_on(result: Reparsed, every: bool) -> str:
    again = f"quotes reparse --all --from {result.next}" if every else "quotes reparse"
    return f"{result.total - result.done - result.failed} articles left; `{again}` goes on"


def _show(change: Change) -> None:
    if change.difference in (Difference.SAME, Difference.KEPT):
        return
    before = f"{change.was_kind}, {change.was_speaker or 'nobody'}" if change.was_kind else ""
    after = f"{change.kind}, {change.speaker or 'nobody'}" if change.kind else ""
    told = " → ".join(filter(None, (before, after)))
    text = " ".join(change.text.split())
    click.echo(f"{change.difference:<13} article {change.article_id}  {text}  ({told})")
