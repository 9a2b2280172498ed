"""The options that say which quotations are wanted, the same for every command that asks."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date
from typing import Any

import click

from quotes.dates import DateError, asked_together
from quotes.model import Kind
from quotes.storage import Filter, FilterError, Sort

_WHEN = "DATE"
_OPTIONS = (
    click.option("--speaker", metavar="NAME", help="Part of a name; accents and case do not count."),
    click.option("--since", metavar=_WHEN, help="Said (or published) then or later."),
    click.option("--until", metavar=_WHEN, help="Said (or published) then or earlier, all of it included."),
    click.option(
        "--on",
        metavar=_WHEN,
        help="Said (or published) then: 2023, 2023-04, 2023-04-12, 2018..2019, hier, 'mars 2023', "
        "'la semaine dernière'. --since and --until take the same.",
    ),
    click.option("--topic", "topics", metavar="TOPIC", multiple=True, help="Part of a topic; any one given."),
    click.option("--outlet", metavar="NAME", help="Part of the outlet's name."),
    click.option(
        "--kind",
        "kinds",
        type=click.Choice([kind.value for kind in Kind]),
        multiple=True,
        help="Repeat for several.  [default: direct and partial]",
    ),
    click.option("--min-confidence", type=float, metavar="0..1", help="Attributed at least this surely."),
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
_SIMPLE = ("speaker", "outlet", "min_confidence", "limit")
_DATES = ("since", "until", "on")


def filter_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of filtering; it receives them as one `Filter`, `wanted`."""

    @functools.wraps(command)
    def with_filter(
        *args: Any, topics: tuple[str, ...], kinds: tuple[str, ...], sort: str, **kwargs: Any
    ) -> None:
        given = {name: kwargs.pop(name) for name in _SIMPLE}
        dates = {name: kwargs.pop(name) for name in _DATES}
        try:
            when = asked_together(date.today(), **dates)
            wanted = Filter(
                since=when.since,
                until=when.until,
                topics=topics,
                kinds=tuple(map(Kind, kinds)),
                sort=Sort(sort),
                **given,
            )
        except (DateError, FilterError) as error:
            raise click.UsageError(str(error), click.get_current_context()) from error
        command(*args, wanted=wanted, **kwargs)

    decorated: Callable[..., None] = with_filter
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated
