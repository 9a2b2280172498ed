"""`quotes serve`: where it answers, how it ends, and what it says when it cannot start."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from quotes.serve import server

QUOTES = [sys.executable, "-m", "quotes"]


@contextmanager
def serving(*options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server of this folder's database, and the address it prints."""
    process = subprocess.Popen(
        [*QUOTES, "serve", "--port", "0", *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        yield process, process.stdout.readline().strip()
    finally:
        process.kill()
        process.communicate()


def status_of(address: str, **headers: str) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as response:
            return response.status
    except urllib.error.HTTPError as error:
        return error.code


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Servers tell where they would answer, and answer nobody."""
    places = []

    def run(datasette, place, *, started) -> None:
        places.append(place.url)
        place.socket.close()
        started()

    monkeypatch.setattr(server, "run", run)
    return places


def test_it_answers_where_it_says_until_control_c(ingested):
    with serving() as (process, address):
        assert address.startswith("http://127.0.0.1:")
        assert status_of(address) == status_of(f"{address}quotes/quotation/1") == 200
        assert status_of(address, Host="evil.example") == 421
        process.send_signal(signal.SIGINT)
        rest, told = process.communicate(timeout=20)
    assert process.returncode == 0
    assert rest == ""
    assert told.splitlines() == ["quotes.db: read only, nobody writes to it; Ctrl-C ends", "stopped"]
    assert sorted(path.name for path in Path().glob("quotes.db*")) == ["quotes.db"]


def test_being_told_to_end_is_obeyed(ingested):
    with serving("--quiet") as (process, address):
        assert status_of(address) == 200
        process.terminate()
        _, told = process.communicate(timeout=20)
    assert process.returncode == -signal.SIGTERM
    assert told == ""


def test_what_is_ingested_meanwhile_is_shown(run, ingested):
    with serving() as (_, address):
        with urllib.request.urlopen(address) as response:
            assert b"3 quotations" in response.read()
        Path("new.txt").write_text("« Nous irons », a déclaré Luc Petit.")
        assert run("ingest", "new.txt").exit_code == 0
        with urllib.request.urlopen(address) as response:
            assert b"4 quotations" in response.read()


@pytest.mark.parametrize(
    ("options", "how"),
    [
        ([], "nobody writes to it"),
        (["--immutable"], "nobody writes to it"),
        (["--no-immutable"], "as it changes"),
    ],
)
def test_a_file_at_rest_is_read_as_if_it_never_changed(run, ingested, started, options, how):
    assert run("serve", "--port", "0", *options).stderr.startswith(f"quotes.db: read only, {how}")


def test_a_file_that_another_program_writes_is_read_as_it_changes(run, ingested, started):
    with closing(sqlite3.connect("quotes.db")) as writer:
        writer.execute("UPDATE quotation SET role = 'maire'")
        writer.commit()
        assert "as it changes" in run("serve", "--port", "0").stderr
        refused = run("serve", "--port", "0", "--immutable")
    assert refused.exit_code == 1
    assert refused.stderr == "quotes: quotes.db: another program has it open; leave --immutable out\n"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_enough(run, ingested, started):
    Path().chmod(0o555)
    try:
        assert "nobody writes" in run("serve", "--port", "0").stderr
    finally:
        Path().chmod(0o755)


@pytest.mark.parametrize(
    ("options", "url", "warned"),
    [
        ([], "http://127.0.0.1:", False),
        (["--host", "localhost"], "http://localhost:", False),
        (["--host", "0.0.0.0"], "http://127.0.0.1:", True),
    ],
)
def test_who_lets_others_in_is_warned(run, ingested, started, options, url, warned):
    done = run("serve", "--port", "0", *options)
    assert done.stdout.startswith(url)
    assert started == [done.stdout.strip()]
    assert ("warning: without a password, whoever reaches 0.0.0.0 reads all" in done.stderr) is warned


@pytest.mark.parametrize(
    ("options", "status", "complaint"),
    [
        (["--host", "nowhere.invalid"], 1, "quotes: nowhere.invalid: no such address; leave --host out"),
        (["--host", "192.0.2.1"], 1, "quotes: 192.0.2.1: "),
        (["--port", "70000"], 2, "quotes: Invalid value for '--port'"),
        (["--db", "nothing.db"], 1, "quotes: nothing.db: no such database; `quotes ingest PATH` creates it"),
        (["--db", "articles/lait.txt"], 1, "quotes: articles/lait.txt: is not a database"),
    ],
)
def test_what_cannot_be_served_is_told_in_a_line(run, ingested, started, options, status, complaint):
    done = run("serve", *(options if "--port" in options else [*options, "--port", "0"]))
    assert (done.exit_code, done.stdout, started) == (status, "", [])
    assert done.stderr.startswith(complaint)
    assert done.stderr.count("\n") == 1


def test_a_port_that_is_taken_is_told(run, ingested, started):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("serve", "--port", str(port))
    assert done.exit_code == 1
    assert done.stderr == (
        f"quotes: port {port} is taken; name another with --port, or any free one with --port 0\n"
    )


def test_without_datasette_one_is_told_what_to_install(run, ingested, monkeypatch):
    for name in [name for name in sys.modules if name.startswith(("quotes.serve", "datasette"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "datasette", None)
    done = run("serve")
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.endswith('run: pip install "quotes[serve]"\n')


def test_the_first_page_opens_in_a_browser(run, ingested, started, monkeypatch):
    opened = []
    monkeypatch.setattr("click.launch", opened.append)
    assert run("serve", "--open", "--port", "0").exit_code == 0
    assert opened == started
