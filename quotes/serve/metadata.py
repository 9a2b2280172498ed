"""What Datasette says of a database: titles, the meaning of every column, facets, search, questions."""

from __future__ import annotations

from typing import Any

from quotes.serve.recipes import Recipe, recipes
from quotes.storage import fts, tables, views

#: what the database is called in addresses, whatever its file is
NAME = "quotes"

#: what is said of a parameter beside its name
_MEANING = {"speaker": "Speaker: the name as a list of speakers spells it"}

_VIEW: dict[str, Any] = {
    "title": "Quotations",
    "description": "Who said what: a row a quotation. Left out, and found in the table quotation only: marks "
    "that carry nobody’s words, and what a person rejected.",
    "columns": views.COLUMNS,
    "facets": ["speaker", "speaker_kind", "outlet", "kind", {"topic": "topic"}],
    "sort_desc": "date",
    "size": 50,
    "fts_table": fts.TABLE,
    "fts_pk": "id",
}
#: beside what the tables say of themselves
_MORE: dict[str, dict[str, Any]] = {
    "article": {
        "title": "Articles",
        "fts_table": fts.ARTICLES,
        "fts_pk": "id",
        "sort_desc": "date",
        "facets": ["outlet"],
    },
    "quotation": {
        "fts_table": fts.TABLE,
        "fts_pk": "id",
        "sort_desc": "date",
        "facets": ["kind", "status", "rule"],
    },
    "speaker": {
        "title": "Speakers",
        "label_column": "name",
        "sort": "name_folded",
        "facets": ["kind"],
        "size": 200,
    },
    "speaker_alias": {"label_column": "alias"},
    "topic": {"title": "Topics", "label_column": "label", "sort": "label_folded", "facets": ["scheme"]},
}
#: what a row is called, and what its search box takes
WORDS = {
    "quotes": ("quotation", "Words of quotations"),
    "quotation": ("quotation", "Words of quotations"),
    "article": ("article", "Words of articles"),
    "speaker": ("speaker", "Part of a name"),
    "topic": ("topic", ""),
}
#: of no use to a reader
_HIDDEN = ("alembic_version",)
_UNLISTED = ("article_words",)


def metadata(file: str) -> dict[str, Any]:
    """The metadata of the database whose file is called `file`."""
    described = {
        table.name: {
            "description": table.comment,
            "columns": {column.name: column.comment for column in table.columns},
            "size": 50,
            **_MORE.get(table.name, {}),
        }
        for table in tables.metadata.sorted_tables
    }
    described |= {name: {"hidden": True} for name in _HIDDEN}
    described |= {name: {"allow": False} for name in _UNLISTED}
    return {
        "title": f"Quotations in {file}",
        "databases": {
            NAME: {
                "title": file,
                "description": "Articles, the quotations in them, and who said each. The view quotes has "
                "everything in one row.",
                "tables": described | {"quotes": _VIEW},
                "queries": {recipe.name: _query(recipe) for recipe in recipes()},
            }
        },
    }


def _query(recipe: Recipe) -> dict[str, Any]:
    told = [recipe.about, *(f"{_MEANING[name]}." for name in recipe.examples)]
    return {
        "sql": recipe.sql,
        "title": recipe.question,
        "description": " ".join(filter(None, told)),
    }
