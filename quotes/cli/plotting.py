"""The options that ask for a chart, and its way into a file."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quotes.cli.hints import hint_at_topics
from quotes.cli.telling import note

if TYPE_CHECKING:
    from quotes.storage import By, Database, Filter

_ENDINGS = ("svg", "png", "html")
_LANGUAGES = ("en", "fr")


def plot_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of charts; it receives them as `plot`, None when none is wanted."""

    @click.option(
        "--plot",
        "file",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        callback=_checked,
        help=f"Draw a chart into FILE, which ends in {', '.join(_ENDINGS)}.",
    )
    @click.option("--title", metavar="TEXT", help="The title of the chart, instead of what it shows.")
    @click.option(
        "--lang", type=click.Choice(_LANGUAGES), help="The language of the chart's words.  [default: en]"
    )
    @functools.wraps(command)
    def with_plot(*args: Any, file: Path | None, title: str | None, lang: str | None, **kwargs: Any) -> None:
        if file is None and (title is not None or lang is not None):
            given = "--title" if title is not None else "--lang"
            raise click.UsageError(f"{given}: for a chart, with --plot FILE", click.get_current_context())
        command(*args, plot=file and Plot(file, title, lang or _LANGUAGES[0]), **kwargs)

    return with_plot


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart that is wanted."""

    file: Path
    title: str | None
    language: str

    def draw(
        self,
        database: Database,
        wanted: Filter,
        by: By,
        second: By | None,
        limit: int | None,
        top: int | None,
    ) -> None:
        """Write it, whole or not at all, and say so."""
        from quotes.charts import ChartError, Language, draw
        from quotes.charts.counting import figure_of
        from quotes.export import ExportError
        from quotes.export.placing import new_file

        language = Language(self.language)
        try:
            figure = figure_of(
                database, wanted, by, second, limit=limit, top=top, language=language, title=self.title
            )
            drawn = draw(figure, _ending(self.file))
            with new_file(self.file) as file:
                file.write(drawn)
        except ChartError as error:
            hint_at_topics(database, wanted)
            raise click.ClickException(str(error)) from error
        except ExportError as error:
            raise click.ClickException(str(error)) from error
        quotations = figure.totals.quotations
        note(f"{self.file}: a chart of {quotations} quotation{'s' if quotations != 1 else ''}")


def _ending(file: Path) -> str:
    return file.suffix.lower().removeprefix(".")


def _checked(ctx: click.Context, param: click.Parameter, file: Path | None) -> Path | None:
    if file is not None and _ending(file) not in _ENDINGS:
        raise click.BadParameter(f"{file} ends in none of {', '.join(_ENDINGS)}", ctx, param)
    return file
