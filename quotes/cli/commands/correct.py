"""`quotes correct`: decisions on quotations, for scripts."""

from __future__ import annotations

from pathlib import Path

import click

from quotes.cli.database import database_option, opened
from quotes.cli.examples import examples
from quotes.cli.output import Output, output_options
from quotes.cli.telling import note
from quotes.folding import spells_a_name
from quotes.model import Kind, SpeakerKind
from quotes.storage import Correction, Status, Verdict

_TABLE = ("id", "was_status", "status", "changed", "text")


@click.command(
    "correct",
    epilog=examples(
        'quotes correct 12 --speaker "Lloyd Austin"',
        "quotes correct 12 13 14 --no-speaker",
        "quotes correct 15 --reject",
        "quotes correct 15 --undo",
    ),
)
@click.argument("ids", metavar="ID...", nargs=-1, required=True, type=click.IntRange(1, 2**63 - 1))
@click.option("--speaker", metavar="NAME", help="Who said it: a known name or alias, or a new name.")
@click.option(
    "--speaker-kind",
    type=click.Choice([kind.value for kind in SpeakerKind]),
    help="What a new speaker is, or which of several of one name is meant.  [default: person]",
)
@click.option("--no-speaker", is_flag=True, help="Nobody can tell who said it.")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), help="What the words are.")
@click.option("--confirm", is_flag=True, help="Speaker and kind are right as they stand.")
@click.option("--reject", is_flag=True, help="It is no quotation: nobody's words.")
@click.option("--undo", is_flag=True, help="Take a decision back: what the parser says counts again.")
@output_options
@database_option()
def command(
    ids: tuple[int, ...],
    speaker: str | None,
    speaker_kind: str | None,
    no_speaker: bool,
    kind: str | None,
    confirm: bool,
    reject: bool,
    undo: bool,
    out: Output,
    db: Path,
) -> None:
    """Correct, confirm or reject quotations, and tell what changed.

    ID is the number of a quotation, as `quotes list --format json` or the view `quotes` gives it. A
    decision outlives new versions of the article and of the parser.
    """
    _check(speaker is not None or no_speaker or bool(kind), confirm, reject, undo)
    if speaker is not None and no_speaker:
        raise click.UsageError("--speaker and --no-speaker contradict each other; give one")
    if speaker is not None and not spells_a_name(speaker):
        raise click.UsageError(f"--speaker: {speaker!r} has no letter or digit")
    if speaker_kind and speaker is None:
        raise click.UsageError("--speaker-kind says what --speaker is; give both")
    verdict = Verdict(
        reject=reject,
        kind=Kind(kind) if kind else None,
        speaker=speaker,
        speaker_kind=SpeakerKind(speaker_kind) if speaker_kind else None,
        no_speaker=no_speaker,
    )
    with opened(db) as database:
        found = {id_: database.undo(id_) if undo else database.decide(id_, verdict) for id_ in ids}
        out.rows(Correction, (one for one in found.values() if one), table=_TABLE)
        failed = [_complain(id_, one, undo, db) for id_, one in found.items()]
    if any(failed):
        raise click.exceptions.Exit(1)


def _check(changes: bool, confirm: bool, reject: bool, undo: bool) -> None:
    asked = [changes, confirm, reject, undo]
    if sum(asked) == 0:
        raise click.UsageError(
            "say what to correct: --speaker, --no-speaker or --kind, or --confirm, --reject or --undo"
        )
    if sum(asked) > 1:
        raise click.UsageError("--confirm, --reject and --undo stand alone")


def _complain(id_: int, one: Correction | None, undo: bool, db: Path) -> bool:
    """Say what is to be known about one correction; returns whether it failed."""
    if one is None:
        click.echo(
            f"quotes: {db}: no quotation {id_}; `quotes list --format csv` shows the numbers", err=True
        )
        return True
    if undo and one.status is not Status.AUTO:
        click.echo(
            f"quotes: {id_}: what the parser said was not kept; `quotes reparse --all` finds it again",
            err=True,
        )
        return True
    if one.new_speaker:
        note(f"{one.speaker!r} is a new speaker")
    return False
