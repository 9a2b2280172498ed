"""The options of commands that read articles."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

from quotes.dates import parse_date
from quotes.reading import FIELDS, FORMATS, Options

_OPTIONS = (
    click.option("--outlet", metavar="NAME", help="Who published the articles, whatever they say."),
    click.option("--date", metavar="DATE", help="When they were published, whatever they say."),
    click.option(
        "--as",
        "format_name",
        type=click.Choice(FORMATS),
        help="Their format.  [default: what content and extension say]",
    ),
    click.option(
        "--map",
        "pairs",
        metavar="FIELD=NAME",
        multiple=True,
        help=f"The name of a field in their records: text=corps. FIELD is one of {', '.join(FIELDS)}.",
    ),
)


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of reading; it receives them as `options`."""

    @functools.wraps(command)
    def with_options(
        *args: Any,
        outlet: str | None,
        date: str | None,
        format_name: str | None,
        pairs: tuple[str, ...],
        **kwargs: Any,
    ) -> None:
        options = Options(format_name, dict(map(_pair, pairs)), outlet or None, _date(date))
        command(*args, options=options, **kwargs)

    decorated: Callable[..., None] = with_options
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated


def _pair(text: str) -> tuple[str, str]:
    field, equals, name = (part.strip() for part in text.partition("="))
    if not equals or not name or field not in FIELDS:
        raise click.UsageError(
            f"--map {text}: write FIELD=NAME, where FIELD is one of {', '.join(FIELDS)}",
            click.get_current_context(),
        )
    return field, name


def _date(text: str | None) -> str | None:
    if text is None:
        return None
    if (date := parse_date(text)) is None:
        raise click.UsageError(
            f"--date {text}: write YYYY, YYYY-MM or YYYY-MM-DD", click.get_current_context()
        )
    return date
