"""Names that a person said are another speaker's, and the quotations found under them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "speaker_merge",
        sa.Column("speaker_id", sa.INTEGER(), nullable=False),
        sa.Column("merged_into", sa.INTEGER(), nullable=False),
        sa.Column("same_as", sa.INTEGER(), nullable=False),
        sa.PrimaryKeyConstraint("speaker_id", name=op.f("pk_speaker_merge")),
        sa.CheckConstraint(
            "speaker_id <> merged_into AND speaker_id <> same_as", name=op.f("ck_speaker_merge_others")
        ),
        sa.ForeignKeyConstraint(
            ["speaker_id"],
            ["speaker.id"],
            name=op.f("fk_speaker_merge_speaker_id_speaker"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["merged_into"], ["speaker.id"], name=op.f("fk_speaker_merge_merged_into_speaker")
        ),
        sa.ForeignKeyConstraint(["same_as"], ["speaker.id"], name=op.f("fk_speaker_merge_same_as_speaker")),
        sqlite_strict=True,
    )
    op.create_index("ix_speaker_merge_merged_into", "speaker_merge", ["merged_into"])
    op.create_index("ix_speaker_merge_same_as", "speaker_merge", ["same_as"])
    op.create_table(
        "merged_quotation",
        sa.Column("quotation_id", sa.INTEGER(), nullable=False),
        sa.Column("speaker_id", sa.INTEGER(), nullable=False),
        sa.PrimaryKeyConstraint("quotation_id", name=op.f("pk_merged_quotation")),
        sa.ForeignKeyConstraint(
            ["quotation_id"],
            ["quotation.id"],
            name=op.f("fk_merged_quotation_quotation_id_quotation"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["speaker_id"],
            ["speaker.id"],
            name=op.f("fk_merged_quotation_speaker_id_speaker"),
            ondelete="CASCADE",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_merged_quotation_speaker_id", "merged_quotation", ["speaker_id"])
    for statement in TRIGGERS.values():
        op.execute(statement)


def downgrade() -> None:
    """Quotations stay with the speakers that a person gave them; merged names become their aliases."""
    for name in TRIGGERS:
        op.execute(f"DROP TRIGGER {name}")
    op.execute(KEEP_AS_ALIASES)
    merged = "SELECT speaker_id FROM speaker_merge"
    op.execute(f"DELETE FROM speaker_alias WHERE speaker_id IN ({merged})")  # noqa: S608
    op.execute(f"DELETE FROM speaker WHERE id IN ({merged})")  # noqa: S608
    op.drop_table("merged_quotation")
    op.drop_table("speaker_merge")


KEEP_AS_ALIASES = """INSERT OR IGNORE INTO speaker_alias (speaker_id, alias, alias_folded, origin)
SELECT same_as, name, name_folded, 'human'
FROM speaker_merge JOIN speaker ON speaker.id = speaker_merge.speaker_id
UNION ALL
SELECT same_as, alias, alias_folded, origin
FROM speaker_merge JOIN speaker_alias ON speaker_alias.speaker_id = speaker_merge.speaker_id"""

STANDS_FOR = "(SELECT same_as FROM speaker_merge WHERE speaker_id = new.speaker_id)"
MERGED = "SELECT speaker_id FROM speaker_merge"
REMEMBER = (
    "INSERT OR REPLACE INTO merged_quotation (quotation_id, speaker_id) "
    f"SELECT new.id, new.speaker_id WHERE new.speaker_id IN ({MERGED})"
)
MOVE = (
    f"UPDATE quotation SET speaker_id = {STANDS_FOR} "  # noqa: S608
    f"WHERE id = new.id AND new.speaker_id IN ({MERGED})"
)
FORGET = (
    "DELETE FROM merged_quotation WHERE quotation_id = new.id AND NOT EXISTS ("
    "SELECT 1 FROM speaker_merge WHERE speaker_merge.speaker_id = merged_quotation.speaker_id "
    "AND same_as = new.speaker_id)"
)

TRIGGERS = {
    "quotation_speaker_insert": "CREATE TRIGGER quotation_speaker_insert AFTER INSERT ON quotation "
    f"WHEN new.speaker_id IN ({MERGED}) BEGIN {REMEMBER}; {MOVE}; END",
    "quotation_speaker_update": "CREATE TRIGGER quotation_speaker_update "
    "AFTER UPDATE OF speaker_id ON quotation WHEN new.speaker_id IS NOT old.speaker_id "
    f"BEGIN {FORGET}; {REMEMBER}; {MOVE}; END",
}
