"""The search index over the folded words of quotations, kept in step by triggers.

The index holds no text of its own (external content). It reads `quotation.text_folded`, in which
ligatures are letters already, so that *soeur* finds *sœur*.
"""

from __future__ import annotations

#: the index; SQLite keeps its data in tables whose names begin so
TABLE = "quotation_fts"

_FORGET = (
    f"INSERT INTO {TABLE} ({TABLE}, rowid, text_folded) "  # noqa: S608
    "VALUES ('delete', old.id, old.text_folded)"
)
_LEARN = f"INSERT INTO {TABLE} (rowid, text_folded) VALUES (new.id, new.text_folded)"  # noqa: S608

#: name → statement, as the latest migration leaves them
STATEMENTS = {
    TABLE: f"CREATE VIRTUAL TABLE {TABLE} USING fts5 ("
    "text_folded, content='quotation', content_rowid='id', tokenize='unicode61 remove_diacritics 2')",
    "quotation_fts_insert": "CREATE TRIGGER quotation_fts_insert AFTER INSERT ON quotation "
    f"BEGIN {_LEARN}; END",
    "quotation_fts_delete": "CREATE TRIGGER quotation_fts_delete AFTER DELETE ON quotation "
    f"BEGIN {_FORGET}; END",
    "quotation_fts_update": "CREATE TRIGGER quotation_fts_update AFTER UPDATE OF id, text_folded "
    f"ON quotation BEGIN {_FORGET}; {_LEARN}; END",
}
