"""Indexes of the parts of names, of three letters each, filled with those that are stored.

No row changes.
"""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

INDEXES = (
    ("topic_parts", "topic", ("label_folded", "label_en_folded")),
    ("speaker_parts", "speaker", ("name_folded",)),
    ("speaker_alias_parts", "speaker_alias", ("alias_folded",)),
)


def upgrade() -> None:
    for name, table, columns in INDEXES:
        listed = ", ".join(columns)
        new, old = (", ".join(f"{row}.{column}" for column in columns) for row in ("new", "old"))
        learn = f"INSERT INTO {name} (rowid, {listed}) VALUES (new.id, {new})"  # noqa: S608
        forget = f"INSERT INTO {name} ({name}, rowid, {listed}) VALUES ('delete', old.id, {old})"  # noqa: S608
        op.execute(
            f"CREATE VIRTUAL TABLE {name} USING fts5 ({listed}, content='{table}', content_rowid='id', "
            "tokenize='trigram case_sensitive 1', detail='none', columnsize=0)"
        )
        op.execute(f"CREATE TRIGGER {name}_insert AFTER INSERT ON {table} BEGIN {learn}; END")
        op.execute(f"CREATE TRIGGER {name}_delete AFTER DELETE ON {table} BEGIN {forget}; END")
        op.execute(
            f"CREATE TRIGGER {name}_update AFTER UPDATE OF id, {listed} ON {table} "
            f"BEGIN {forget}; {learn}; END"
        )
        op.execute(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")  # noqa: S608


def downgrade() -> None:
    for name, _, _ in INDEXES:
        for event in ("insert", "delete", "update"):
            op.execute(f"DROP TRIGGER {name}_{event}")
        op.drop_table(name)
