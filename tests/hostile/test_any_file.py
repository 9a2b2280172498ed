"""Files that are not what they should be: read, or refused in one line; never more than that."""

from __future__ import annotations

import gzip
import os
import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.cli import cli
from quotes.reading import EXTENSIONS, Log, Source, read, walk

NAMES = [f"a{ending}{packed}" for ending in EXTENSIONS for packed in ("", ".gz")]
ANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read_bytes(folder: Path, name: str, content: bytes) -> tuple[int, list[str]]:
    """How many articles a file gives, and what is said of the rest."""
    path = folder / name
    path.write_bytes(content)
    failures: list[str] = []
    articles = list(read(Source(path), None, Log(lambda error: failures.append(str(error)))))
    assert all("\n" not in failure for failure in failures)
    return len(articles), failures


BEGINNINGS = [
    b"",
    b'{"text": "',
    b"[[[[",
    b"<html><p>",
    b"<?xml version='1.0'?><rss>",
    b"---\ntitle: ",
    b"text,title\n",
]


@ANY
@given(st.sampled_from(NAMES), st.sampled_from(BEGINNINGS), st.binary(max_size=400))
def test_any_bytes(tmp_path: Path, name: str, beginning: bytes, content: bytes) -> None:
    read_bytes(tmp_path, name, beginning + content)


@ANY
@given(st.sampled_from(NAMES), st.text(max_size=300), st.integers(0, 60))
def test_any_text_packed_and_cut(tmp_path: Path, name: str, text: str, cut: int) -> None:
    packed = gzip.compress(text.encode("utf-8", "surrogatepass"))
    read_bytes(tmp_path, name, packed[: max(0, len(packed) - cut)])


DEEP = 100_000
HARD = {
    "deep.json": b"[" * DEEP,
    "deep-closed.json": b"[" * DEEP + b"]" * DEEP,
    "deep.jsonl": b'{"text":' * DEEP,
    "deep.html": b"<div>" * DEEP + "« Oui », a dit Anne Roy.".encode(),
    "tags.html": b"<b></b>" * 50_000,
    "attributes.html": b"<p " + b"a='b' " * DEEP + b">x</p>",
    "entities.html": b"<p>" + b"&amp;" * DEEP + b"</p>",
    "comment.html": b"<!--" + b"-" * DEEP,
    "scripts.html": b"<script>alert(1)</script>" * 10_000,
    "laughs.xml": b'<!DOCTYPE r [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "&%c;&%c;&%c;&%c;">' % (98 + i, *[97 + i] * 4) for i in range(20))
    + b"]><rss><channel><item><description>&u;</description></item></channel></rss>",
    "outside.rss": b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b"<rss><channel><item><title>t</title><description>&x;</description></item></channel></rss>",
    "cells.csv": b"text\n" + b'"' + b"x," * DEEP + b'"\n',
    "columns.csv": b"text" + b",a" * DEEP + b"\nx\n",
    "open.csv": b'text\n"' + b"x\n" * DEEP,
    "flow.txt": b"---\ntitle: " + b"[" * 5_000 + b"\n---\nOui.",
    "anchors.txt": b"---\na: &a [x,x]\n"
    + b"".join(b"%c: &%c [*%c,*%c]\n" % (98 + i, 98 + i, 97 + i, 97 + i) for i in range(24))
    + b"topics: *y\n---\nOui.",
    "object.txt": b"---\ntitle: !!python/object/apply:os.system ['touch made']\n---\nOui.",
}


@pytest.mark.parametrize("name", HARD)
def test_what_is_built_to_be_hard(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _, failures = read_bytes(tmp_path, name, HARD[name])
    assert all(len(failure) < 500 for failure in failures)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_nothing_outside_the_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("le mot de passe")
    page = HARD["outside.rss"].replace(b"/etc/passwd", str(secret).encode())
    path = tmp_path / "a.rss"
    path.write_bytes(page)
    articles = list(read(Source(path), None, Log(lambda error: None)))
    assert not any("mot de passe" in article.text for article in articles)


def test_a_bomb_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    with (tmp_path / "a.txt.gz").open("wb") as file:
        for _ in range(200):  # of a megabyte each
            file.write(packer.compress(b"ha " * 333_333))
        file.write(packer.flush())
    assert (tmp_path / "a.txt.gz").stat().st_size < 300_000
    failures: list[str] = []
    assert (
        list(read(Source(tmp_path / "a.txt.gz"), None, Log(lambda error: failures.append(str(error))))) == []
    )
    assert "is larger than" in failures[0]


def test_links_that_go_round_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Oui.")
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    failures: list[str] = []
    found = [
        article
        for source in walk([tmp_path])
        for article in read(source, None, Log(lambda error: failures.append(str(error))))
    ]
    assert len(found) == 1
    assert len(failures) == 1
    assert "self.txt" in failures[0]


@pytest.mark.parametrize(
    "name", [b"a\nb.txt", b"a\xff.txt", "a\u202eb.txt".encode(), b"-o.txt", b"a'; --.txt"]
)
def test_odd_names_of_files(tmp_path: Path, name: bytes) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    with open(os.path.join(os.fsencode(folder), name), "wb") as file:  # noqa: PTH118, PTH123 - bytes
        file.write("« Tout est prêt », a déclaré Anne Roy.".encode())
    db = tmp_path / "quotes.db"
    done = CliRunner().invoke(cli, ["-v", "ingest", str(folder), "--db", str(db)])
    assert done.exit_code == 0, done.output
    assert "1 added" in done.output
    assert "\u202e" not in done.output
    shown = CliRunner().invoke(cli, ["article", "--format", "json", "--db", str(db)])
    assert shown.exit_code == 0
    assert CliRunner().invoke(cli, ["db", "check", "--db", str(db)]).exit_code == 0
