"""`quotes review`: one keystroke a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from quotes.cli.database import database_option, opened
from quotes.cli.examples import examples
from quotes.cli.filters import condition_options
from quotes.cli.harmless import neutral
from quotes.cli.keys import END, Keys, completions, keys
from quotes.cli.question import shown
from quotes.cli.telling import note
from quotes.folding import fold_name, spells_a_name
from quotes.model import Kind, SpeakerKind
from quotes.review import Session
from quotes.storage import Filter, Question, Status, Verdict

_ASK = "[c]onfirm [o]ther speaker [n]obody [k]ind [r]eject [s]kip [u]ndo [q]uit: "
_HELP = """\
c  speaker and kind are right            o  another speaker: Tab completes known names
n  nobody can tell who said it           k  another kind (then c, o or n)
r  no quotation: nobody's words          s  skip: asked again another time
u  back to the last one, undecided       q  quit; what is decided is stored"""
_NAME = "Who said it (Tab completes, Enter goes back): "
_END = "That was the last one. [u]ndo it, another key ends: "
_KINDS = {kind.value[0]: kind for kind in Kind}
_SPEAKER_KINDS = {kind.value[0]: kind for kind in SpeakerKind}
_MOST_NAMES = 9


@click.command("review", epilog=examples("quotes review", "quotes review --topic climat --limit 20"))
@condition_options
@click.option("--limit", type=click.IntRange(0), metavar="N", help="Ask about at most N quotations.")
@database_option()
def command(db: Path, wanted: Filter, limit: int | None) -> None:
    """Judge quotations one by one, the least certain first, with a key each.

    Each is shown in its passage. Keys: c confirm, o other speaker, n nobody can tell, k kind, r reject,
    s skip, u undo, q quit. A decision is stored at once and outlives new versions of the article and of
    the parser; what is decided is not asked again.

    Where there is no terminal, keys are read as lines from standard input.
    """
    with opened(db) as database:
        session = Session(database, replace(wanted, limit=limit))
        if not session.queue:
            note("Nothing to review: every quotation that matches is decided on.")
            return
        try:
            _Review(session, keys()).run()
        finally:
            note(_summary(session))


class _Review:
    """Puts the questions of a session and understands the answers."""

    def __init__(self, session: Session, answers: Keys) -> None:
        self._session = session
        self._keys = answers

    def run(self) -> None:
        while question := self._session.question():
            for line in shown(question, self._session.place + 1, len(self._session.queue)):
                click.echo(line)
            if not self._answered(question):
                return
            if self._session.at_end and self._keys.key(_END) == "u":
                self._session.undo()

    def _answered(self, question: Question) -> bool:
        """Ask until the quotation is done with; False to quit."""
        kind: Kind | None = None
        while True:
            match self._keys.key(_ASK):
                case "c":
                    self._session.decide(Verdict(kind=kind))
                case "o":
                    verdict = self._speaker(question)
                    if verdict is None:
                        continue
                    self._session.decide(replace(verdict, kind=kind))
                case "n":
                    self._session.decide(Verdict(no_speaker=True, kind=kind))
                case "r":
                    self._session.decide(Verdict(reject=True))
                case "k":
                    kind = self._kind() or kind
                    continue
                case "s":
                    self._session.skip()
                case "u":
                    if not self._session.undo():
                        click.echo("Nothing to undo yet; `quotes correct ID --undo` takes older ones back.")
                        continue
                case key if key == END:
                    return False
                case _:
                    click.echo(_HELP)
                    continue
            return True

    def _kind(self) -> Kind | None:
        kind = _KINDS.get(self._keys.key("Kind: [d]irect [p]artial [t]erm, another key goes back: "))
        if kind:
            click.echo(f"kind: {kind}; is the speaker right?")
        return kind

    def _speaker(self, question: Question) -> Verdict | None:
        known = [one.name for one in self._session.db.known_speakers(question.quotation.article_id)]
        name = self._keys.line(_NAME, lambda: known)
        if not spells_a_name(name):
            return None
        if any(fold_name(one) == fold_name(name) for one in known):
            return Verdict(speaker=name)
        near = completions(known, name)[:_MOST_NAMES]
        if near and (chosen := self._one_of(near, name)):
            return Verdict(speaker=chosen)
        key = self._keys.key(f"{name} is new: [p]erson [g]roup [o]rganisation [d]ocument (Enter: person): ")
        return Verdict(speaker=name, speaker_kind=_SPEAKER_KINDS.get(key, SpeakerKind.PERSON))

    def _one_of(self, names: Sequence[str], typed: str) -> str | None:
        """The one of `names` that is meant; None when the name is meant as it was typed."""
        for number, name in enumerate(names, 1):
            click.echo(f"  {number}  {neutral(name)}")
        key = self._keys.key(f"Number of the one meant (Enter: {typed!r}, a new one): ")
        return names[int(key) - 1] if key.isdecimal() and 0 < int(key) <= len(names) else None


def _summary(session: Session) -> str:
    counts = session.counts()
    done = [f"{counts[status]} {status}" for status in Status if counts[status]]
    done += [f"{counts[None]} skipped"] if counts[None] else []
    left = len(session.queue) - session.place
    return f"{', '.join(done) or 'nothing decided'}; {left} of {len(session.queue)} left"
