"""What we add to Datasette, by its hooks: our pages, links in tables, search as ours, topics as a facet."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlencode

from datasette.app import Datasette
from datasette.filters import FilterArguments
from datasette.utils.asgi import Request, Response
from jinja2 import Environment
from markupsafe import Markup
from pluggy import HookimplMarker

from quotes.page.dress import STYLE, beside
from quotes.page.marked import Tagged, marked, neutral
from quotes.search import QueryError, find, parse
from quotes.serve import pages
from quotes.serve.database import readable
from quotes.serve.finding import TOPIC, VIEW, TopicFacet, conditions
from quotes.serve.metadata import NAME, WORDS
from quotes.serve.recipes import Recipe, recipes
from quotes.storage.search import match
from quotes.wording import DATE_FOUND, STATUS, counted, date_in_words

hookimpl = HookimplMarker("datasette")
_Page = TypeVar("_Page")

#: what FTS5 takes, and finds nowhere
_NOTHING = '""'
_PAGES: dict[str, Callable[[Path, int], object]] = {
    f"row-{NAME}-quotation.html": pages.quotation_page,
    f"row-{NAME}-article.html": pages.article_page,
    f"row-{NAME}-speaker.html": pages.speaker_page,
}


# after Datasette's own, which it replaces
@hookimpl(trylast=True)
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Have words typed into a search box mean what they mean to `quotes search`."""
    conn.create_function("escape_fts", 1, _as_typed, deterministic=True)


def _as_typed(words: str | None) -> str:
    try:
        return match(parse(words or ""))
    except QueryError:
        return _NOTHING


@hookimpl
def prepare_jinja2_environment(env: Environment, datasette: Datasette) -> None:
    """What all templates use, that of errors too."""
    env.globals |= {
        "database_name": NAME,
        "file": _file(datasette).name,
        "marks_style": Markup(STYLE),  # noqa: S704 - our own file
        "said": lambda **conditions: said(datasette, **conditions),
        "asked": lambda name, speaker: _ask(datasette, _named(name), speaker),
        "is_address": is_address,
        "beside": beside,
        "quoted": lambda rows: _read(pages.quoted, datasette, rows),
        "DATE_FOUND": DATE_FOUND,
        "STATUS": STATUS,
    }
    env.filters |= {"counted": counted, "date": date_in_words}
    env.finalize = _finalize


def _finalize(value: Any) -> Any:
    """What articles say without characters that no page may hold, in Datasette's templates as in ours."""
    return neutral(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@hookimpl
def register_facet_classes() -> list[type[TopicFacet]]:
    """Topics beside speakers and outlets."""
    return [TopicFacet]


# after Datasette's own, which finds no search for speakers
@hookimpl(trylast=True)
def filters_from_request(request: Request, table: str) -> FilterArguments | None:
    """Conditions in addresses that Datasette does not know."""
    return conditions(request, table)


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, datasette: Datasette) -> Markup | None:
    """Links from numbers and names of the view and of answers to questions."""
    if value is None or table not in (None, VIEW):
        return None
    urls = datasette.urls
    if column == "id" and "text" in row.keys():  # noqa: SIM118 - rows of SQLite are no dictionaries
        return _link(urls.row(NAME, "quotation", str(value)), value)
    if column == "article_id":
        return _link(urls.row(NAME, "article", str(value)), value)
    if column == "speaker":
        return _link(said(datasette, speaker=str(value)), value)
    return None


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Any]]]:
    """The first page."""
    return [(r"^/$", _first_page)]


async def _first_page(datasette: Datasette, request: Request) -> Response:
    home = await _read(pages.home, datasette)
    said_most = home.speakers[0].name if home.speakers else ""
    context = {
        "home": home,
        "questions": [(recipe, _ask(datasette, recipe, said_most)) for recipe in recipes()],
    }
    return Response.html(await datasette.render_template("home.html", context, request=request))


@hookimpl
def extra_template_vars(
    template: str, table: str | None, request: Request | None, datasette: Datasette
) -> Callable[[], Awaitable[dict[str, Any]]]:
    """Of a row its page, and how words that are searched for stand out."""

    async def variables() -> dict[str, Any]:
        shown: dict[str, Any] = {"found": lambda text: _found(request, text)}
        shown["row_noun"], shown["search_for"] = WORDS.get(table or "", ("row", ""))
        number = request.url_vars["pks"] if request and template in _PAGES else ""
        if number.isdecimal():  # SQLite finds row 1 as 1e0, too
            shown["shown"] = await _read(_PAGES[template], datasette, int(number))
        return shown

    return variables


def said(datasette: Datasette, **conditions: str) -> str:
    """The address of the quotations that meet conditions on columns of the view; `topic` is one as well."""
    given = {TOPIC if name == "topic" else name: value for name, value in conditions.items()}
    return f"{datasette.urls.table(NAME, VIEW)}?{urlencode(given)}"


def is_address(url: str | None) -> bool:
    """Whether a link can be made of it: an article may give as its address what a browser would run."""
    return (url or "").startswith(("http://", "https://"))


def _ask(datasette: Datasette, recipe: Recipe, speaker: str) -> str:
    """The address of an answer, asked of `speaker` where it is asked of somebody."""
    filled = urlencode(dict.fromkeys(recipe.examples, speaker))
    return f"{datasette.urls.query(NAME, recipe.name)}{'?' if filled else ''}{filled}"


def _named(name: str) -> Recipe:
    return next(recipe for recipe in recipes() if recipe.name == name)


def _found(request: Request | None, text: str) -> Markup:
    """`text` with the words that are searched for marked."""
    try:
        query = parse(request.args.get("_search") or "") if request else None
    except QueryError:
        query = None
    return marked(
        text, [Tagged(span, "b", {"class": "found"}) for span in find(query, text)] if query else []
    )


async def _read(page: Callable[..., _Page], datasette: Datasette, *asked: object) -> _Page:
    """What `page` reads from the database, in a thread."""
    with readable(_file(datasette)):
        return await asyncio.to_thread(page, _file(datasette), *asked)


def _link(address: str, value: object) -> Markup:
    return Markup('<a href="{}">{}</a>').format(address, value)


def _file(datasette: Datasette) -> Path:
    file: Path = datasette.databases[NAME].file
    return file
