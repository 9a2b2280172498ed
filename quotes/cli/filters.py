"""The options that say which quotations are wanted, the same for every command that asks."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import click

from quotes.cli import completing
from quotes.model import Kind
from quotes.storage import Filter, FilterError, Sort

_WHEN = "DATE"
_OPTIONS = (
    click.option(
        "--speaker",
        metavar="NAME",
        shell_complete=completing.speakers,
        help="Part of a name; accents and case do not count.",
    ),
    click.option("--since", metavar=_WHEN, help="Said (or published) then or later."),
    click.option("--until", metavar=_WHEN, help="Said (or published) then or earlier, all of it included."),
    click.option(
        "--on",
        metavar=_WHEN,
        help="Said (or published) then: 2023, 2023-04, 2023-04-12, 2018..2019, hier, 'mars 2023', "
        "'la semaine dernière'. --since and --until take the same.",
    ),
    click.option(
        "--topic",
        "topics",
        metavar="TOPIC",
        multiple=True,
        shell_complete=completing.topics,
        help="Part of a topic, in French or English, or a subject's code; any one given.",
    ),
    click.option("--all-topics", is_flag=True, help="All the topics given, not any one."),
    click.option(
        "--outlet", metavar="NAME", shell_complete=completing.outlets, help="Part of the outlet's name."
    ),
    click.option(
        "--kind",
        "kinds",
        type=click.Choice([kind.value for kind in Kind]),
        multiple=True,
        help="Repeat for several.  [default: direct and partial]",
    ),
    click.option("--min-confidence", type=float, metavar="0..1", help="Attributed at least this surely."),
)
_ORDER = (
    click.option(
        "--sort",
        type=click.Choice([sort.value for sort in Sort]),
        default=Sort.DATE.value,
        show_default=True,
        help="date: newest first; confidence: surest first; article: in reading order.",
    ),
    click.option("--limit", type=int, metavar="N", help="At most N quotations."),
)
#: those whose value goes into the filter as it is
_SIMPLE = ("speaker", "topics", "all_topics", "outlet", "min_confidence")
_IN_ORDER = ("sort", "limit")
_DATES = ("since", "until", "on")


def filter_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of filtering; it receives them as one `Filter`, `wanted`."""
    return _with_filter(command, (*_OPTIONS, *_ORDER), (*_SIMPLE, *_IN_ORDER))


def condition_options(command: Callable[..., None]) -> Callable[..., None]:
    """The same without order and limit, for a command that lists something else than quotations."""
    return _with_filter(command, _OPTIONS, _SIMPLE)


def _with_filter(
    command: Callable[..., None], options: Sequence[Callable[..., Any]], simple: Sequence[str]
) -> Callable[..., None]:
    @functools.wraps(command)
    def with_filter(*args: Any, kinds: tuple[str, ...], **kwargs: Any) -> None:
        given = {name: kwargs.pop(name) for name in simple}
        since, until = _when({name: kwargs.pop(name) for name in _DATES})
        try:
            wanted = Filter(since=since, until=until, kinds=tuple(map(Kind, kinds)), **given)
        except FilterError as error:
            raise click.UsageError(str(error), click.get_current_context()) from error
        command(*args, wanted=wanted, **kwargs)

    decorated: Callable[..., None] = with_filter
    for option in reversed(options):
        decorated = option(decorated)
    return decorated


def _when(words: dict[str, str | None]) -> tuple[str | None, str | None]:
    """The first and the last day that the options of dates ask for."""
    if all(said is None for said in words.values()):
        return None, None
    # imported here: most questions ask for no date, and to know its French takes a tenth of starting, 30 ms
    from quotes.dates import DateError, asked_together

    try:
        when = asked_together(date.today(), **words)
    except DateError as error:
        raise click.UsageError(str(error), click.get_current_context()) from error
    return when.since, when.until
