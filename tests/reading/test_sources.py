import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quotes.reading import EXTENSIONS, ReadError, Source, read, walk


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in (
        "b.txt",
        "a.txt",
        "page.HTM",
        "flux.rss.gz",
        "gold.jsonl",
        "photo.jpg.gz",
        "a/z.TXT",
        "a/b/c.txt",
        ".hidden.txt",
        ".git/x.txt",
        "photo.jpg",
        "notes",
    ):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("Bonjour.")
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["."], ["a.txt", "b.txt", "flux.rss.gz", "page.HTM", "a/z.TXT", "a/b/c.txt"]),
        (["gold.jsonl"], ["gold.jsonl"]),
        (["b.txt", "a"], ["b.txt", "a/z.TXT", "a/b/c.txt"]),
        (["photo.jpg"], ["photo.jpg"]),
        ([".hidden.txt"], [".hidden.txt"]),
        (["nowhere"], ["nowhere"]),
        (["-"], ["-"]),
        ([], []),
    ],
)
def test_walk(here, paths, names):
    assert [source.name for source in walk(paths)] == names


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nowhere.txt", "nowhere.txt: no such file or folder"),
        (
            "photo.jpg",
            f"photo.jpg: .jpg files cannot be read; those that can: {', '.join(EXTENSIONS)} "
            "(or say what it is with --as)",
        ),
    ],
)
def test_what_cannot_be_opened_is_told(here, path, message):
    with pytest.raises(ReadError) as error:
        list(read(Source(Path(path))))
    assert str(error.value) == message


def test_a_file_without_extension_is_read_as_text(here):
    assert [article.source for article in read(Source(Path("notes")))] == ["notes"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_one_may_not_read(here):
    Path("a.txt").chmod(0)
    with pytest.raises(ReadError, match=r"a\.txt: cannot be opened \(Permission denied\)"):
        list(read(Source(Path("a.txt"))))


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Été".encode())))
    assert [(article.source, article.text) for article in read(Source(Path("-")))] == [("-", "Été")]


def test_a_file_name_that_is_not_utf8_can_be_printed(tmp_path):
    path = os.fsencode(tmp_path) + b"/\xe9t\xe9.txt"
    with open(path, "w") as file:  # noqa: PTH123 - pathlib takes no bytes
        file.write("Bonjour.")
    (source,) = walk([tmp_path])
    (article,) = read(source)
    assert article.source is not None
    assert article.source.encode().endswith(
        "/\N{REPLACEMENT CHARACTER}t\N{REPLACEMENT CHARACTER}.txt".encode()
    )


def test_reading_imports_no_database_and_nothing_heavy():
    heavy = {"sqlalchemy", "trafilatura", "lxml", "ftfy", "ijson"}
    code = f"import quotes.reading, quotes.topics, sys; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
