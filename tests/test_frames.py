"""Quotations as data frames."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pandas
import polars
import pytest

import quotes
from quotes.frames import FrameError
from quotes.ingest import ingest
from quotes.storage import Database as Stored
from quotes.storage.views import COLUMNS

PONT = """---
date: 2024-10
outlet: La Gazette
---
« Nous rouvrirons le pont lundi », a déclaré la maire de Blois, Anne Roy.

Elle promet un pont « plus large ».
"""
SANS = "« Le bac a coulé », a raconté Jean Morel."
INTEGERS = {"id", "article_id", "start", "end"}


@pytest.fixture
def db(tmp_path: Path):
    for name, text in (("pont.txt", PONT), ("sans.txt", SANS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with Stored.open(tmp_path / "quotes.db", create=True) as stored:
        ingest(stored, [tmp_path / "pont.txt", tmp_path / "sans.txt"])
    with quotes.open(tmp_path / "quotes.db") as db:
        yield db


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_frame_has_the_rows_of_the_view(db, library):
    frame = db.frame(library=library)
    rows = frame.to_dict("records") if library == "pandas" else frame.to_dicts()
    for made, row in zip(rows, db.quotations(), strict=True):
        assert list(made) == list(COLUMNS)
        for name, value in made.items():
            assert (None if pandas.isna(value) else value) == getattr(row, name)


@pytest.mark.parametrize("conditions", [{}, {"speaker": "personne"}])
def test_types_of_pandas(db, conditions):
    types = db.frame(library="pandas", **conditions).dtypes
    for name in COLUMNS:
        if name in INTEGERS:
            assert types[name] == "int64"
        elif name == "confidence":
            assert types[name] == "float64"
        else:
            assert pandas.api.types.is_string_dtype(types[name])


@pytest.mark.parametrize("conditions", [{}, {"speaker": "personne"}])
def test_types_of_polars(db, conditions):
    schema = db.frame(library="polars", **conditions).schema
    expected = dict.fromkeys(COLUMNS, polars.String) | dict.fromkeys(INTEGERS, polars.Int64)
    assert dict(schema) == expected | {"confidence": polars.Float64}


def test_conditions_order_and_limit(db):
    assert list(db.frame(speaker="roy", kind="partial")["text"]) == ["plus large"]
    assert list(db.frame(sort="article", limit=1)["speaker"]) == ["Anne Roy"]
    assert isinstance(db.frame(), pandas.DataFrame)
    assert db.frame(speaker="morel")["date"].isna().all()


def test_a_library_that_there_is_not(db, monkeypatch):
    with pytest.raises(ValueError, match="library: 'excel' is none of pandas, polars"):
        db.frame(library="excel")
    monkeypatch.setitem(sys.modules, "pandas", None)
    assert isinstance(db.frame(), polars.DataFrame)
    with pytest.raises(FrameError, match="pandas is not installed; run: pip install pandas"):
        db.frame(library="pandas")
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(FrameError, match=r'run: pip install "quotes\[notebook\]"'):
        db.frame()


def test_the_door_loads_neither_until_asked(db, tmp_path):
    code = (
        "import quotes, sys; quotes.open(sys.argv[1]).count(); "
        "sys.exit(bool({'pandas', 'polars', 'altair', 'jinja2'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path / "quotes.db")]).returncode == 0
