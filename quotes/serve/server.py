"""Datasette over one database, and the server that answers for it until somebody stops it."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from threading import Thread

import uvicorn
from datasette.app import Datasette
from datasette.plugins import pm

from quotes.serve import pages, plugin
from quotes.serve.database import ServedDatabase
from quotes.serve.guard import LOOPBACK, Guard, is_loopback
from quotes.serve.metadata import NAME, metadata
from quotes.storage import StorageError

_HERE = files("quotes.serve")
_SETTINGS = {
    # on one's own machine, and of the size of a national collection: seconds, not minutes
    "sql_time_limit_ms": 5000,
    "facet_time_limit_ms": 1500,
    "default_facet_size": 10,
    # nineteen more questions for each table, where the facets are chosen
    "suggest_facets": False,
    # whoever may have the file has it; others would get every article's text at once
    "allow_download": False,
    "truncate_cells_html": 400,
}
#: addresses on which a server answers whatever the machine is called
_EVERYWHERE = ("", "0.0.0.0", "::")  # noqa: S104
_GRACE = 3


class ServeError(Exception):
    """The server cannot start; the message is one line that says what to do."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a server answers."""

    socket: socket.socket
    host: str
    port: int

    @property
    def url(self) -> str:
        """What to type into a browser on this machine."""
        host = "127.0.0.1" if self.host in _EVERYWHERE else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"

    @property
    def is_private(self) -> bool:
        """Whether only programs on this machine are answered."""
        return is_loopback(self.host)


def make_datasette(path: Path, *, immutable: bool = False) -> Datasette:
    """Datasette over the database at `path`, which has to be one of the present version.

    Raises a `StorageError` when it cannot be read in the way asked for.
    """
    if not pm.is_registered(plugin):
        pm.register(plugin, plugin.__name__)
    datasette = Datasette(
        metadata=metadata(path.name),
        settings=_SETTINGS,
        template_dir=str(_HERE.joinpath("templates")),
        static_mounts=[("-/quotes", str(_HERE.joinpath("static")))],
    )
    datasette.remove_database("_memory")
    database = ServedDatabase(datasette, path, immutable=immutable)
    database.check()
    datasette.add_database(database, name=NAME)
    return datasette


def how_read(datasette: Datasette) -> str:
    """In words: as if it never changed, or as it changes."""
    return "nobody writes to it" if datasette.databases[NAME].is_immutable else "as it changes"


def guarded(datasette: Datasette, host: str) -> Guard:
    """The application that answers at `host`, and only to requests that name it."""
    if host in _EVERYWHERE:
        return Guard(datasette.app(), None)
    return Guard(datasette.app(), LOOPBACK | {host.lower()})


def take(host: str, port: int) -> Place:
    """The place `host`, `port`, taken before anything is said of it; port 0 is any that is free."""
    try:
        family, *_, address = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM)[0]
    except (socket.gaierror, UnicodeError):
        raise ServeError(f"{host}: no such address; leave --host out for this machine alone") from None
    taken = socket.socket(family)
    try:
        if os.name == "posix":  # elsewhere it would take a place from another program
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(address)
        # now, not when the first page is ready: of two servers that want it, one has to be told
        taken.listen(100)
    except OSError as error:
        taken.close()
        raise ServeError(_refusal(host, port, error)) from None
    return Place(taken, host, taken.getsockname()[1])


def run(datasette: Datasette, place: Place, *, started: Callable[[], None]) -> None:
    """Answer at `place` until Ctrl-C; `started` is called when the first page can be asked for."""
    config = uvicorn.Config(
        guarded(datasette, place.host),
        lifespan="on",
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=_GRACE,
    )
    server = _Server(config, started)
    # counted while the browser opens: on a large database that takes longer than a page may
    Thread(target=_count, args=(datasette.databases[NAME].file,), daemon=True).start()
    try:
        server.run(sockets=[place.socket])
    except KeyboardInterrupt:
        pass  # uvicorn has ended well, and raises it again
    finally:
        place.socket.close()
        datasette.databases[NAME].close()
    if not server.started:
        raise ServeError("the server did not start")


def _count(path: Path) -> None:
    with suppress(StorageError):  # the first page will tell
        pages.home(path)


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._tell()


def _refusal(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken; name another with --port, or any free one with --port 0"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"port {port} is not for everybody; name one above 1023 with --port"
    return f"{host}: {(error.strerror or str(error)).lower()}; leave --host out for this machine alone"
