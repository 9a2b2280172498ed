"""What the parser had said where a person decided, and when they did.

Of decisions made before, those that changed nothing but the status are filled in; what the parser had
said before a correction was not kept, until the article is parsed again.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "decision",
        sa.Column("quotation_id", sa.INTEGER(), nullable=False),
        sa.Column("decided_at", sa.TEXT()),
        sa.Column("machine_finds", sa.INTEGER(), nullable=False),
        sa.Column("machine_kind", sa.TEXT(), nullable=False),
        sa.Column("machine_speaker", sa.TEXT()),
        sa.Column("machine_speaker_kind", sa.TEXT()),
        sa.Column("machine_role", sa.TEXT()),
        sa.Column("machine_rule", sa.TEXT()),
        sa.Column("machine_confidence", sa.REAL(), nullable=False),
        sa.PrimaryKeyConstraint("quotation_id", name=op.f("pk_decision")),
        sa.CheckConstraint("machine_finds IN (0, 1)", name=op.f("ck_decision_machine_finds")),
        sa.CheckConstraint(
            "machine_kind IN ('direct', 'partial', 'term')", name=op.f("ck_decision_machine_kind")
        ),
        sa.CheckConstraint("machine_confidence BETWEEN 0 AND 1", name=op.f("ck_decision_machine_confidence")),
        sa.ForeignKeyConstraint(
            ["quotation_id"],
            ["quotation.id"],
            name=op.f("fk_decision_quotation_id_quotation"),
            ondelete="CASCADE",
        ),
        sqlite_strict=True,
    )
    op.execute(KNOWN)
    for statement in TRIGGERS.values():
        op.execute(statement)


def downgrade() -> None:
    for name in TRIGGERS:
        op.execute(f"DROP TRIGGER {name}")
    op.execute(
        "UPDATE quotation SET confidence = "
        "(SELECT machine_confidence FROM decision WHERE quotation_id = quotation.id) "
        "WHERE id IN (SELECT quotation_id FROM decision)"
    )
    op.drop_table("decision")


KNOWN = """INSERT INTO decision
SELECT quotation.id, NULL, 1, quotation.kind, speaker.name, speaker.kind,
  quotation.role, quotation.rule, quotation.confidence
FROM quotation LEFT JOIN speaker ON speaker.id = quotation.speaker_id
WHERE quotation.status IN ('confirmed', 'rejected')"""

TRIGGERS = {
    "decision_made": "CREATE TRIGGER decision_made AFTER UPDATE OF status ON quotation "
    "WHEN old.status = 'auto' AND new.status <> 'auto' BEGIN "
    "INSERT INTO decision (quotation_id, decided_at, machine_finds, machine_kind, machine_speaker, "
    "machine_speaker_kind, machine_role, machine_rule, machine_confidence) "
    "VALUES (new.id, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 1, old.kind, "
    "(SELECT name FROM speaker WHERE id = old.speaker_id), "
    "(SELECT kind FROM speaker WHERE id = old.speaker_id), "
    "old.role, old.rule, old.confidence); END",
    "decision_changed": "CREATE TRIGGER decision_changed AFTER UPDATE OF status ON quotation "
    "WHEN old.status <> 'auto' AND new.status <> 'auto' BEGIN "
    "UPDATE decision SET decided_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') "
    "WHERE quotation_id = new.id; END",
    "decision_undone": "CREATE TRIGGER decision_undone AFTER UPDATE OF status ON quotation "
    "WHEN old.status <> 'auto' AND new.status = 'auto' "
    "BEGIN DELETE FROM decision WHERE quotation_id = new.id; END",
}
