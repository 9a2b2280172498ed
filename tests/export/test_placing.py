"""A file or folder takes its place when it is whole; what stood there stays until then."""

from __future__ import annotations

import gzip
import os
import stat
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from quotes.export import ExportError, told_by_name
from quotes.export.placing import new_file, new_folder


def write(path: Path, content: bytes = b"neuf") -> None:
    with new_file(path) as file:
        file.write(content)


def interrupted(path: Path) -> None:
    with suppress(KeyboardInterrupt), new_file(path) as file:
        file.write(b"la moi")
        raise KeyboardInterrupt


def test_a_new_file_is_written(tmp_path):
    write(tmp_path / "a.csv")
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]
    assert (tmp_path / "a.csv").read_bytes() == b"neuf"


def test_what_stood_there_stays_until_all_is_written(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"vieux")
    with new_file(path) as file:
        file.write(b"neuf")
        assert path.read_bytes() == b"vieux"
    assert path.read_bytes() == b"neuf"


def test_an_interruption_leaves_what_was_there_and_nothing_else(tmp_path):
    interrupted(tmp_path / "a.csv")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "a.csv").write_bytes(b"vieux")
    interrupted(tmp_path / "a.csv")
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"vieux"]


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
def test_a_new_file_has_the_rights_that_the_umask_leaves(tmp_path, umask, mode):
    before = os.umask(umask)
    try:
        write(tmp_path / "a.csv")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == mode


def test_a_replaced_file_keeps_its_rights(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"vieux")
    path.chmod(0o640)
    write(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_goes_on_leading_to_its_file(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"vieux")
    (tmp_path / "lien.csv").symlink_to("a.csv")
    write(tmp_path / "lien.csv")
    assert (tmp_path / "lien.csv").is_symlink()
    assert (tmp_path / "a.csv").read_bytes() == b"neuf"


def test_a_pipe_is_written_to_as_it_is(tmp_path):
    pipe = tmp_path / "tuyau"
    os.mkfifo(pipe)
    read = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write(pipe)
    reader.join(10)
    assert read == [b"neuf"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_what_ends_in_gz_is_compressed_and_always_the_same(tmp_path):
    write(tmp_path / "a.csv.gz")
    write(tmp_path / "b.csv.gz")
    assert gzip.decompress((tmp_path / "a.csv.gz").read_bytes()) == b"neuf"
    assert (tmp_path / "a.csv.gz").read_bytes() == (tmp_path / "b.csv.gz").read_bytes()


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(ExportError, match="its folder does not exist; make it first"):
        write(tmp_path / "nulle" / "part.csv")


def test_a_folder_is_made_whole_or_not_at_all(tmp_path):
    with suppress(KeyboardInterrupt), new_folder(tmp_path / "brat") as folder:
        (folder / "a.txt").write_text("…")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []
    with new_folder(tmp_path / "brat") as folder:
        (folder / "a.txt").write_text("…")
    assert [one.name for one in (tmp_path / "brat").iterdir()] == ["a.txt"]


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "notes.txt").write_text("à moi")
    with pytest.raises(ExportError, match="holds something already; name a new folder"), new_folder(tmp_path):
        pass
    assert (tmp_path / "notes.txt").read_text() == "à moi"


@pytest.mark.parametrize(
    ("name", "format_"),
    [("a.csv", "csv"), ("A.TSV", "tsv"), ("a.jsonl", "jsonl"), ("a.gold.jsonl", "gold"), ("a.json", "json")],
)
def test_the_ending_of_a_name_tells_the_format(name, format_):
    told = told_by_name(name)
    assert told is not None
    assert told.name == format_


def test_other_endings_tell_none():
    assert told_by_name("a.xlsx") is None
