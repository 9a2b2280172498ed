"""No network, no code from data: proved on every command, and on every line."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import quotes
from quotes.cli.app import COMMANDS
from quotes.cli.corpus import sample_articles

SOURCES = sorted(Path(quotes.__file__).parent.rglob("*.py"))
#: what makes code of data, or runs a shell
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__"}
FORBIDDEN_IMPORTS = {"pickle", "marshal", "shelve", "dill"}
#: a program in which no socket can be made
NO_SOCKETS = """
import sys
def refuse(event, arguments):
    if event.startswith("socket.") and event != "socket.__new__":
        sys.stderr.write(f"SOCKET {event} {arguments}\\n")
        raise PermissionError(event)
sys.addaudithook(refuse)
"""
RUNS: dict[str, list[list[str]]] = {
    "ingest": [["ingest", "corpus"]],
    "list": [["list"]],
    "search": [["search", "maire"]],
    "show": [["show", "1"]],
    "article": [["article"], ["article", "1"]],
    "topics": [["topics"]],
    "speakers": [["speakers"], ["speakers", "duplicates"]],
    "stats": [["stats", "--by", "month"]],
    "extract": [["extract", "corpus/01-guichet-de-montrevault.txt"]],
    "review": [["review"]],
    "correct": [["correct", "1", "--confirm"]],
    "reparse": [["reparse", "--all"]],
    "evaluate": [
        ["evaluate", "corpus/gold.jsonl"],
        ["correct", "1", "--confirm"],
        ["evaluate", "--reviewed"],
    ],
    "demo": [["demo"]],
    "db": [["db", "status"], ["db", "check"]],
    "completion": [["completion", "bash"]],
    "export": [["export", "--format", "jsonl"]],
}
#: it answers the browsers of this machine
SERVES = {"serve"}


def test_every_command_is_tried() -> None:
    assert set(RUNS) | SERVES >= set(COMMANDS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nowhere")
    (folder / "corpus").symlink_to(sample_articles())
    (folder / "site").mkdir()
    (folder / "site" / "sitecustomize.py").write_text(NO_SOCKETS)
    return folder


@pytest.mark.parametrize("name", [name for name in RUNS if name in COMMANDS])
def test_no_command_asks_the_network(name: str, folder: Path) -> None:
    path = f"{folder / 'site'}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"
    environment = {**os.environ, "PYTHONPATH": path, "QUOTES_DB": str(folder / f"{name}.db")}
    wanted = [["ingest", "corpus", "-q"]] if name not in ("ingest", "demo") else []
    for arguments in wanted + RUNS[name]:
        done = subprocess.run(
            [sys.executable, "-m", "quotes", *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            text=True,
        )
        assert done.returncode == 0, (arguments, done.stderr)
        assert "SOCKET" not in done.stderr


def test_a_socket_would_be_noticed(folder: Path) -> None:
    program = "import socket; socket.create_connection(('127.0.0.1', 9))"
    environment = {**os.environ, "PYTHONPATH": str(folder / "site")}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True)
    assert "SOCKET" in done.stderr


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(SOURCES[0].parent)))
def test_no_line_makes_code_of_data(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in FORBIDDEN_CALLS
        if isinstance(node, ast.Call) and any(keyword.arg == "shell" for keyword in node.keywords):
            pytest.fail("a shell")
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.name for alias in node.names] + [getattr(node, "module", None) or ""]
            assert FORBIDDEN_IMPORTS.isdisjoint(name.partition(".")[0] for name in names)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_files_are_made_as_the_user_wants_them(umask: int, mode: int, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("« Tout est prêt », a déclaré Anne Roy.")
    for arguments in (["ingest", "a.txt"], ["export", "--format", "csv", "-o", "all.csv"], ["db", "vacuum"]):
        subprocess.run(
            [sys.executable, "-m", "quotes", *arguments],
            cwd=tmp_path,
            umask=umask,
            check=True,
            capture_output=True,
        )
    made = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir() if path.name != "a.txt"}
    assert made == {"quotes.db": mode, "all.csv": mode}
