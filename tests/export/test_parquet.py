"""Parquet: the columns of the view, typed and described."""

from __future__ import annotations

import builtins
import io
from dataclasses import fields
from pathlib import Path

import pytest

from quotes.export import FORMATS, ExportError
from quotes.ingest import ingest
from quotes.storage import Database, Filter, QuotationRow

TEXT = "« Nous irons », a déclaré Anne Roy.\n\n« Oui. » Pierre Martin a parlé d’un « pont »."


@pytest.fixture
def db(tmp_path: Path):
    (tmp_path / "a.txt").write_text(f"---\ndate: 2024-10\n---\n{TEXT}")
    with Database.open(tmp_path / "quotes.db", create=True) as database:
        ingest(database, [tmp_path / "a.txt"])
        yield database


def exported(db: Database, wanted: Filter):
    import pyarrow.parquet

    to = io.BytesIO()
    FORMATS["parquet"].write(db, wanted, to)
    return pyarrow.parquet.read_table(io.BytesIO(to.getvalue()))


def test_rows_and_columns_are_those_of_the_view(db):
    table = exported(db, Filter())
    assert table.schema.names == [field.name for field in fields(QuotationRow)]
    assert table.to_pylist() == [
        {name: getattr(row, name) for name in table.schema.names} for row in db.quotations(Filter())
    ]


def test_columns_have_types_whatever_they_hold(db):
    expected = {
        "id": "int64",
        "confidence": "double",
        "date": "string",
        "speaker": "string",
        "start": "int64",
    }
    for wanted in (Filter(), Filter(speaker="personne")):
        schema = exported(db, wanted).schema
        assert {name: str(schema.field(name).type) for name in expected} == expected


def test_every_column_says_what_it_means(db):
    schema = exported(db, Filter()).schema
    assert all(schema.field(name).metadata[b"description"] for name in schema.names)


def test_what_is_not_installed_is_named(db, monkeypatch):
    real = builtins.__import__

    def missing(name: str, *more: object) -> object:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(ExportError, match=r'pip install "quotes\[parquet\]"'):
        FORMATS["parquet"].write(db, Filter(), io.BytesIO())
