import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from quotes import __version__
from quotes.cli.app import COMMANDS, cli

QUOTES = [sys.executable, "-m", "quotes"]


def quotes(*arguments: str, **extra) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*QUOTES, *arguments], capture_output=True, text=True, **extra)


def test_every_command_says_what_it_does_as_the_list_of_commands_does():
    context = cli.make_context("quotes", ["list"])
    assert {name: cli.get_command(context, name).get_short_help_str(200) for name in COMMANDS} == COMMANDS


def test_every_command_has_a_module_and_the_reverse():
    folder = Path(sys.modules["quotes.cli"].__file__).parent / "commands"
    assert {path.stem for path in folder.glob("[!_]*.py")} == set(COMMANDS)


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"], []])
def test_help_costs_no_database(arguments):
    code = (
        "import sys, atexit\n"
        "heavy = {'sqlalchemy', 'alembic', 'yaml', 'tabulate'}\n"
        "atexit.register(lambda: print('heavy:', sorted(heavy & set(sys.modules))))\n"
        "from quotes.cli import main\n"
        f"sys.argv = ['quotes', *{arguments}]\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.endswith("heavy: []\n")


def test_importing_quotes_costs_no_database():
    code = "import quotes, sys; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_version(run):
    assert run("--version").output == f"quotes {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_every_command_has_help(run, name, option):
    result = run(name, option)
    assert result.exit_code == 0
    assert COMMANDS[name] in result.output


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["lst"], 2, "quotes: No such command 'lst' (see: quotes --help)"),
        (["list", "--frmat", "csv"], 2, "quotes: No such option"),
        (["list", "--since", "bientôt"], 2, "quotes: since: 'bientôt' is not a date; write YYYY"),
        (["list", "--min-confidence", "2"], 2, "quotes: min_confidence: 2.0 is not between 0 and 1"),
        (["ingest"], 2, "quotes: Missing argument 'PATH...' (see: quotes ingest --help)"),
        (["evaluate", "nowhere.jsonl"], 2, "quotes: Invalid value for 'GOLD': Path 'nowhere.jsonl'"),
        (["list"], 1, "quotes: quotes.db: no such database; `quotes ingest PATH` creates it"),
        (["ingest", "nowhere"], 1, "quotes: nowhere: no such file or folder"),
    ],
)  # fmt: skip
def test_errors_are_one_line_on_standard_error(run, arguments, status, message):
    result = run(*arguments)
    assert result.exit_code == status
    assert result.stdout == ""
    assert result.stderr.startswith(message)
    _, *others = result.stderr.splitlines()
    assert all(" read: " in line for line in others)  # the counts of ingest


def test_an_unforeseen_failure_is_told_without_a_traceback(run, ingested, monkeypatch):
    monkeypatch.setenv("COLUMNS", "9" * 5000)  # more digits than int() takes
    result = run("list")
    assert result.exit_code == 1
    assert result.stderr.startswith("quotes: unexpected ValueError(")
    assert "Traceback" not in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("format_", ["table", "jsonl"])
@pytest.mark.parametrize("length", [1, 3000])  # one breaks at the last flush, the other on its way
def test_a_reader_that_has_enough_is_no_error(run, length, format_):
    said = "\n".join(f"« Nous l'avons dit {n} fois », a déclaré Anne Roy.\n" for n in range(length))
    Path("long.txt").write_text(said)
    assert run("ingest", "long.txt").exit_code == 0
    listing = subprocess.Popen(
        [*QUOTES, "list", "--format", format_], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    listing.stdout.close()
    assert listing.stderr.read() == ""
    assert listing.wait() == 1


def test_control_c_ends_with_status_130():
    waiting = subprocess.Popen(
        [*QUOTES, "extract"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    waiting.stdin.write("x" * 200_000)  # more than a pipe holds: once it is written, they are reading
    waiting.stdin.flush()
    waiting.send_signal(signal.SIGINT)
    _, complaint = waiting.communicate()
    assert waiting.returncode == 130
    assert complaint.split("\n")[-2:] == ["quotes: interrupted", ""]


def test_a_terminal_without_the_characters_still_gets_its_listing(ingested):
    done = quotes("list", env=os.environ | {"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert (
        r"a d\xe9clar\xe9"
        in quotes("list", "--format", "jsonl", env=os.environ | {"PYTHONIOENCODING": "ascii"}).stdout
    )
