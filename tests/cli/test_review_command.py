"""`quotes review`, as a real process: over a pipe, and in a terminal."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from quotes.cli.keys import completions

QUOTES = [sys.executable, "-m", "quotes"]
ASKED = "[q]uit: "
LAST = "another key ends: "


def review(keys: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*QUOTES, "review", *arguments], input=keys, capture_output=True, text=True)


def stored() -> dict[str, tuple[str, str, str | None]]:
    """Beginning of the words → status, kind, speaker."""
    with closing(sqlite3.connect("quotes.db")) as db:
        rows = db.execute(
            "SELECT text, status, quotation.kind, name "
            "FROM quotation LEFT JOIN speaker ON speaker.id = speaker_id"
        )
        return {text.split()[1]: (status, kind, name) for text, status, kind, name in rows}


def asked(output: str) -> list[str]:
    return re.findall(r"\[quotation: \S+ (\S+)", output)


UNDECIDED = {
    "rouvrirons": ("auto", "direct", "Anne Roy"),
    "travaux": ("auto", "direct", "Anne Roy"),
    "prix": ("auto", "direct", "Pierre Martin"),
}


@pytest.mark.parametrize(
    ("keys", "status", "kind", "speaker"),
    [
        ("c", "confirmed", "direct", "Anne Roy"),
        ("C", "confirmed", "direct", "Anne Roy"),
        ("r", "rejected", "direct", "Anne Roy"),
        ("n", "corrected", "direct", None),
        ("o\nPierre Martin", "corrected", "direct", "Pierre Martin"),
        ("o\nmartin\n1", "corrected", "direct", "Pierre Martin"),
        ("o\npierre martin", "corrected", "direct", "Pierre Martin"),
        ("o\nLise Coz\n", "corrected", "direct", "Lise Coz"),
        ("o\nMart\n\np", "corrected", "direct", "Mart"),
        ("o\n\nc", "confirmed", "direct", "Anne Roy"),
        ("k\np\nc", "corrected", "partial", "Anne Roy"),
        ("k\np\no\nLise Coz\n", "corrected", "partial", "Lise Coz"),
        ("k\nx\nc", "confirmed", "direct", "Anne Roy"),
        ("h\nc", "confirmed", "direct", "Anne Roy"),
        ("s", "auto", "direct", "Anne Roy"),
        ("c\nu\nq", "auto", "direct", "Anne Roy"),
        ("c\nu\nr", "rejected", "direct", "Anne Roy"),
        ("u\nc", "confirmed", "direct", "Anne Roy"),
        ("q", "auto", "direct", "Anne Roy"),
        ("", "auto", "direct", "Anne Roy"),
    ],
)
def test_what_keys_make_of_a_quotation(ingested, keys, status, kind, speaker):
    done = review(keys and f"{keys}\n", "--on", "2024-10-30", "--limit", "1")
    assert done.returncode == 0, done.stderr
    (word,) = set(asked(done.stdout))
    assert stored() == UNDECIDED | {word: (status, kind, speaker)}


def test_the_least_certain_first_and_never_again(ingested):
    with closing(sqlite3.connect("quotes.db")) as db:
        db.execute("UPDATE quotation SET confidence = 0.2 WHERE text LIKE 'Les travaux%'")
        db.execute("UPDATE quotation SET confidence = 0.5 WHERE text LIKE 'Le prix%'")
        db.commit()
    first = review("c\ns\nq\n")
    assert asked(first.stdout) == ["travaux", "prix", "rouvrirons"]
    assert re.findall(r"^(\d of \d)  id", first.stdout, re.MULTILINE) == ["1 of 3", "2 of 3", "3 of 3"]
    assert first.stderr == "1 confirmed, 1 skipped; 1 of 3 left\n"
    assert asked(review("q\n").stdout) == ["prix"]  # what was skipped is asked again
    review("c\nc\n")
    done = review("")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "Nothing to review: every quotation that matches is decided on.\n"


def test_the_passage_has_the_grounds(ingested):
    shown = review("q\n", "--speaker", "martin").stdout
    assert re.search(r"1 of 1  id 1  Le Courrier, 2023-05  \(inverted-cue-after, confidence 0\.\d\d\)", shown)
    assert (
        "« [quotation: Le prix ne couvre pas nos coûts] », [cue: a affirmé] [mention: Pierre Martin" in shown
    )
    assert "speaker: Pierre Martin (person, éleveur à Laval)   kind: direct" in shown


def test_nothing_to_undo_is_said(ingested):
    assert "Nothing to undo yet; `quotes correct ID --undo`" in review("u\nq\n").stdout


def test_what_another_decides_meanwhile_is_passed_over(ingested):
    running = subprocess.Popen(
        [*QUOTES, "review"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )
    shown = ""
    while ASKED not in shown:
        shown += running.stdout.read(1)
    with closing(sqlite3.connect("quotes.db")) as db:
        db.execute(
            "UPDATE quotation SET status = 'rejected' WHERE text NOT LIKE ?", (f"%{asked(shown)[0]}%",)
        )
        db.commit()
    out, _ = running.communicate("c\n")
    assert asked(out) == []
    assert running.returncode == 0
    assert sorted(status for status, _, _ in stored().values()) == ["confirmed", "rejected", "rejected"]


class Terminal:
    """`quotes review` in a terminal of its own, which is read until it asks."""

    def __init__(self, *arguments: str) -> None:
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.environ |= {"TERM": "xterm", "PYTHONUTF8": "1"}
            os.execv(sys.executable, [*QUOTES, "review", *arguments])
        self._read = ""

    def until(self, words: str) -> str:
        """What is shown until `words` are."""
        deadline = time.monotonic() + 30
        while words not in self._read:
            assert time.monotonic() < deadline, f"waited for {words!r}, saw {self._read!r}"
            if not select.select([self._fd], [], [], 1)[0]:
                continue
            try:
                read = os.read(self._fd, 4096)
            except OSError:  # Linux says so when the program has ended
                read = b""
            assert read, f"ended before {words!r}, after {self._read!r}"
            self._read += read.decode("utf-8", "replace")
        time.sleep(0.05)  # for the terminal to be in the state in which keys are read
        shown, found, self._read = self._read.partition(words)
        return shown + found

    def press(self, keys: str) -> None:
        os.write(self._fd, keys.encode())

    def status(self) -> int:
        """The exit status, after what is left to show."""
        while True:
            try:
                if not os.read(self._fd, 4096):
                    break
            except OSError:
                break
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def test_in_a_terminal_a_key_is_enough(ingested):
    terminal = Terminal()
    assert "\x1b[" in terminal.until(ASKED)  # colours
    terminal.press("c")
    assert "2 of 3" in terminal.until(ASKED)
    terminal.press("\x1b[A")  # an arrow: help
    terminal.until("asked again another time")
    terminal.until(ASKED)
    terminal.press("r")
    terminal.until(ASKED)
    terminal.press("q")
    assert terminal.status() == 0
    assert sorted(status for status, _, _ in stored().values()) == ["auto", "confirmed", "rejected"]


def test_in_a_terminal_tab_completes_names(ingested):
    terminal = Terminal("--speaker", "roy", "--limit", "1")
    terminal.until(ASKED)
    terminal.press("o")
    terminal.until("goes back): ")
    terminal.press("mart\t")
    terminal.until("Pierre Martin")
    terminal.press("\r")
    terminal.until(LAST)
    terminal.press("q")
    assert terminal.status() == 0
    assert ("corrected", "direct", "Pierre Martin") in stored().values()


def test_keys_typed_ahead_are_all_heard(ingested):
    terminal = Terminal()
    terminal.until(ASKED)
    terminal.press("ccrq")
    assert terminal.status() == 0
    assert sorted(status for status, _, _ in stored().values()) == ["confirmed", "confirmed", "rejected"]


@pytest.mark.parametrize("end", ["\x03", signal.SIGINT])
def test_control_c_keeps_what_is_decided(ingested, end):
    terminal = Terminal()
    terminal.until(ASKED)
    terminal.press("c")
    terminal.until(ASKED)
    if isinstance(end, str):
        terminal.press(end)
    else:
        os.kill(terminal.pid, end)
    assert terminal.status() == 130
    assert sorted(status for status, _, _ in stored().values()) == ["auto", "auto", "confirmed"]


def test_the_end_of_input_in_a_terminal_quits(ingested):
    terminal = Terminal()
    terminal.until(ASKED)
    terminal.press("\x04")
    assert terminal.status() == 0


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mir", ["Mirjam Aebischer"]),
        ("AEB", ["Mirjam Aebischer"]),
        ("helene", ["Hélène Vasseur", "Hélène Coz"]),
        ("c", ["Camille Roux", "Hélène Coz"]),
        ("zz", []),
    ],
)
def test_names_complete_by_any_of_their_words(typed, found):
    names = ["Hélène Vasseur", "Mirjam Aebischer", "Camille Roux", "Hélène Coz"]
    assert completions(names, typed) == found
