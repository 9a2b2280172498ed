"""`quotes speakers`: who is quoted, and what a person decides about names."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotes.cli.database import database_option, opened
from quotes.cli.examples import examples
from quotes.cli.filters import condition_options
from quotes.cli.hints import hint_at_topics
from quotes.cli.output import Output, output_options
from quotes.cli.profile import profile_lines, profile_record
from quotes.cli.proposals import proposal_lines
from quotes.cli.telling import note
from quotes.folding import fold_name
from quotes.storage import Filter, SpeakerName, SpeakerRow, SpeakerSort, StorageError

if TYPE_CHECKING:
    from quotes.storage import Database
    from quotes.storage.speaker_rows import Merged

_TABLE = ("name", "role", "quotations", "first", "last")
_WIDE_TABLE = ("name", "kind", "role", "quotations", "first", "last", "outlets")
#: columns that the wide table takes
_WIDE = 108
#: speakers listed when a name means several
_LISTED = 8

_dry_run = click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")


@click.group(
    "speakers",
    invoke_without_command=True,
    epilog=examples(
        "quotes speakers --topic climat --since 2023 --sort date",
        "quotes speakers show austin",
        'quotes speakers merge "Lloyd J. Austin III" "Lloyd Austin"',
    ),
)
@condition_options
@click.option(
    "--sort",
    type=click.Choice([sort.value for sort in SpeakerSort]),
    default=SpeakerSort.COUNT.value,
    show_default=True,
    help="count: most quoted first; date: last quoted first.",
)
@click.option("--limit", type=click.IntRange(0), metavar="N", help="At most N speakers.")
@output_options
@database_option()
@click.pass_context
def command(
    context: click.Context, db: Path, wanted: Filter, sort: str, limit: int | None, out: Output
) -> None:
    """List who is quoted; show one, merge and split names.

    Without a command of its own (below) it lists, with roles, counts, dates and outlets. With conditions,
    only the quotations that meet them count.
    """
    context.find_root().params["db"] = db  # for the command that follows
    if context.invoked_subcommand is not None:
        return
    wide = shutil.get_terminal_size((_WIDE, 24)).columns >= _WIDE
    with opened(db) as database:
        rows = database.speakers(wanted, sort=SpeakerSort(sort), limit=limit)
        count = out.rows(SpeakerRow, rows, table=_WIDE_TABLE if wide else _TABLE)
        if not count and out.format == "table":
            note("No speaker matches.")
        if not count:
            hint_at_topics(database, wanted)


@command.command(
    "show", epilog=examples("quotes speakers show austin", "quotes speakers show 12 --latest 20")
)
@click.argument("name")
@click.option("--latest", type=click.IntRange(0), default=5, show_default=True, help="So many quotations.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@database_option()
def show(db: Path, name: str, latest: int, format_: str) -> None:
    """All about one speaker: names, roles over time, topics, cues, outlets, latest quotations.

    NAME can be part of a name, without accents or capitals, or the number of a speaker.
    """
    with opened(db) as database:
        profile = database.profile(the_speaker(database, name).id, latest=latest)
    if format_ == "json":
        click.echo(profile_record(profile))
        return
    for line in profile_lines(profile, shutil.get_terminal_size((110, 24)).columns):
        click.echo(line)


@command.command("merge", epilog=examples('quotes speakers merge "Lloyd J. Austin III" "Lloyd Austin"'))
@click.argument("from_", metavar="FROM")
@click.argument("into")
@_dry_run
@database_option()
def merge(db: Path, from_: str, into: str, dry_run: bool) -> None:
    """Make speaker FROM one with speaker INTO, for articles to come as well.

    Names can be parts of names, without accents or capitals, or the numbers of speakers.
    """
    with opened(db) as database:
        ids = the_speaker(database, from_).id, the_speaker(database, into).id
        done = database.merge_speakers(*ids, dry_run=dry_run)
    undo = _command("split", done.speaker, done.name)
    _say(f"{done.name} is {done.speaker} now: {_counts(done)} moved; undo with: {undo}", dry_run)


@command.command("rename", epilog=examples('quotes speakers rename austin "Lloyd J. Austin"'))
@click.argument("old")
@click.argument("new")
@_dry_run
@database_option()
def rename(db: Path, old: str, new: str, dry_run: bool) -> None:
    """Call speaker OLD by the name NEW; articles with the old name go on leading there.

    OLD can be part of a name, without accents or capitals, or the number of a speaker.
    """
    with opened(db) as database:
        done = database.rename_speaker(the_speaker(database, old).id, new, dry_run=dry_run)
    respelt = fold_name(done.speaker) == fold_name(done.name)
    undo = _command("rename" if respelt else "split", done.speaker, done.name)
    _say(f"{done.name} is called {done.speaker} now: {_counts(done)}; undo with: {undo}", dry_run)


@command.command("alias", epilog=examples('quotes speakers alias "Lloyd Austin" "le chef du Pentagone"'))
@click.argument("name")
@click.argument("alias")
@_dry_run
@database_option()
def alias(db: Path, name: str, alias: str, dry_run: bool) -> None:
    """Have speaker NAME found under ALIAS too, by searches and by articles to come.

    NAME can be part of a name, without accents or capitals, or the number of a speaker.
    """
    with opened(db) as database:
        done = database.add_alias(the_speaker(database, name).id, alias, dry_run=dry_run)
    undo = _command("split", done.speaker, done.name)
    _say(f"{done.speaker} is called {done.name} too: {_counts(done)} so far; undo with: {undo}", dry_run)


@command.command("split", epilog=examples('quotes speakers split "Lloyd Austin" "Lloyd J. Austin III"'))
@click.argument("name")
@click.argument("alias")
@_dry_run
@database_option()
def split(db: Path, name: str, alias: str, dry_run: bool) -> None:
    """Make ALIAS, merged into speaker NAME by somebody, a speaker of its own again.

    Quotations that articles give to ALIAS go with it, later ones too. Names can be parts of names, without
    accents or capitals, or the numbers of speakers.
    """
    with opened(db) as database:
        done = database.split_speaker(the_speaker(database, name).id, alias, dry_run=dry_run)
    undo = _command("merge", done.name, done.speaker)
    _say(f"{done.name} is not {done.speaker} any more: {_counts(done)} moved; undo with: {undo}", dry_run)


@command.command(
    "duplicates", epilog=examples("quotes speakers duplicates", "quotes speakers duplicates austin")
)
@click.argument("name", required=False)
@click.option("--limit", type=click.IntRange(0), metavar="N", help="At most N proposals.")
@output_options
@database_option()
def duplicates(db: Path, name: str | None, limit: int | None, out: Output) -> None:
    """Propose speakers that may be one, each with what speaks for it and the command to type.

    With NAME, those that have it as part of a name. Nothing is changed. Nobody is proposed for a likeness
    alone, nor two who are both quoted in one article.
    """
    from quotes.duplicates import Proposal, proposals

    with opened(db) as database:
        found = proposals(database, name)
    found = found[:limit]
    if out.format != "table":
        out.rows(Proposal, found, table=("name", "into", "why", "shared", "command"))
        return
    for line in proposal_lines(found):
        click.echo(line)
    if not found:
        note("No two speakers look like one.")


def the_speaker(database: Database, words: str) -> SpeakerName:
    """The one speaker that `words` mean; none or several end the command."""
    found = database.speakers_called(words)
    if len(found) == 1:
        return found[0]
    if not found:
        raise StorageError(f"no speaker is called {words!r}; `quotes speakers` lists them")
    listed = ", ".join(
        f"{one.name} (number {one.id}, {_quotations(one.quotations)})" for one in found[:_LISTED]
    )
    others = f" and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    raise StorageError(
        f"{len(found)} speakers match {words!r}: {listed}{others}; write more of the name, or the number"
    )


def _say(what: str, dry_run: bool) -> None:
    click.echo(f"Not done, a dry run: {what.partition('; undo with')[0]}" if dry_run else what)


def _counts(done: Merged) -> str:
    return f"{_quotations(done.quotations)} of {done.articles} article{'' if done.articles == 1 else 's'}"


def _quotations(number: int) -> str:
    return f"{number} quotation{'' if number == 1 else 's'}"


def _command(name: str, *names: str) -> str:
    return shlex.join(["quotes", "speakers", name, *names])
