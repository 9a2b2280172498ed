"""Indexes in which quotations are counted by cue and by rule and roles are found; no row number for topics.

What articles and quotations are about is kept in the order of its key, and not once more beside it. No row
changes.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

SHOWN = "kind <> 'term' AND status <> 'rejected' AND start IS NOT NULL"
OF_ANY_CASE = sa.text('cue COLLATE "NOCASE"')
INDEXES = (
    ("ix_quotation_shown_cue", [OF_ANY_CASE, "article_id"], SHOWN),
    ("ix_quotation_shown_rule", ["rule", "article_id"], SHOWN),
    ("ix_quotation_shown_role", ["speaker_id", "role", "date"], f"{SHOWN} AND role IS NOT NULL"),
)


def upgrade() -> None:
    make_anew(rowid=False)
    for name, columns, those in INDEXES:
        op.create_index(name, "quotation", columns, sqlite_where=sa.text(those))
    op.create_index("ix_article_outlet_of", "article", ["id", "outlet_folded", "outlet"])


def downgrade() -> None:
    op.drop_index("ix_article_outlet_of", "article")
    for name, _, _ in INDEXES:
        op.drop_index(name, "quotation")
    make_anew(rowid=True)


def make_anew(*, rowid: bool) -> None:
    """Have the tables of who is about what without numbers of rows, or with them."""
    for holder in ("article", "quotation"):
        name, key = f"{holder}_topic", f"{holder}_id"
        op.execute(f"CREATE TABLE kept AS SELECT {key}, topic_id, position, score FROM {name}")  # noqa: S608
        op.drop_table(name)
        op.create_table(
            name,
            sa.Column(key, sa.INTEGER(), nullable=False),
            sa.Column("topic_id", sa.INTEGER(), nullable=False),
            sa.Column("position", sa.INTEGER(), nullable=False),
            sa.Column("score", sa.REAL()),
            sa.PrimaryKeyConstraint(key, "topic_id", name=op.f(f"pk_{name}")),
            sa.ForeignKeyConstraint(
                [key], [f"{holder}.id"], name=op.f(f"fk_{name}_{key}_{holder}"), ondelete="CASCADE"
            ),
            sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name=op.f(f"fk_{name}_topic_id_topic")),
            sqlite_strict=True,
            sqlite_with_rowid=rowid,
        )
        op.execute(f"INSERT INTO {name} SELECT * FROM kept ORDER BY {key}, topic_id")  # noqa: S608
        op.drop_table("kept")
        op.create_index(f"ix_{name}_topic_id", name, ["topic_id", key])
