"""One article to read: its text with the quotations numbered and coloured by speaker, and who they are."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.cli.harmless import neutral
from quotes.cli.passage import Look, Mark, render
from quotes.cli.table import table_lines
from quotes.storage import WholeArticle

#: looks of speakers, in the order in which they first speak; then they begin again, underlined
_COLOURS = ("green", "cyan", "yellow", "magenta", "blue", "red")
_NOBODY = Look("bright_black")
_UNKNOWN = "?"


def marked_article(article: WholeArticle, *, colours: bool, width: int | None = None) -> Iterator[str]:
    """The lines of the page: what is known of the article, its text, its quotations."""
    yield from _head(article)
    looks = _looks(article)
    marks = [
        Mark(
            one.span,
            f"{number}: {one.row.speaker or _UNKNOWN}",
            looks[one.row.speaker],
            sign=f"[{number}] ",
        )
        for number, one in enumerate(article.quotations, 1)
    ]
    text = render(article.text, marks, colours=colours, width=width)
    yield from (line + "\n" for line in text.split("\n"))
    yield "\n"
    if not marks:
        yield "No quotation.\n"
        return
    if colours:
        names = (look.on(neutral(name or "speaker unknown")) for name, look in looks.items())
        yield "Speakers: " + ", ".join(names) + "\n\n"
    rows = [
        (number, one.row.id, one.row.speaker, one.row.kind, f"{one.row.confidence:.2f}", one.row.status)
        for number, one in enumerate(article.quotations, 1)
    ]
    yield from table_lines(("", "id", "speaker", "kind", "confidence", "status"), rows, width=width)


def _head(article: WholeArticle) -> Iterator[str]:
    title = " ".join((article.title or "without title").split())
    yield f"article {article.id}: {neutral(title)}\n"
    known = (article.date, article.outlet, article.author, article.url or article.source)
    yield neutral(" | ".join(value for value in known if value)) + "\n"
    if article.topics:
        yield neutral("topics: " + "; ".join(article.topics)) + "\n"
    yield "\n"


def _looks(article: WholeArticle) -> dict[str | None, Look]:
    """Each speaker's look, in the order in which they speak."""
    looks: dict[str | None, Look] = {}
    for one in article.quotations:
        if one.row.speaker is None:
            looks.setdefault(None, _NOBODY)
        elif one.row.speaker not in looks:
            turn, colour = divmod(len(looks) - (None in looks), len(_COLOURS))
            looks[one.row.speaker] = Look(_COLOURS[colour], bold=True, underline=turn % 2 == 1)
    return looks
