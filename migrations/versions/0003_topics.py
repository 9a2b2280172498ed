"""Subjects and keywords beside declared topics, with scores; topics of single quotations.

Articles keep the topics they have: what their texts are about is found when they are ingested again.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DROP VIEW quotes")
    for column in ("code", "label_en", "label_en_folded"):
        op.add_column("topic", sa.Column(column, sa.TEXT()))
    op.add_column("article_topic", sa.Column("score", sa.REAL()))
    op.create_table(
        "quotation_topic",
        sa.Column("quotation_id", sa.INTEGER(), nullable=False),
        sa.Column("topic_id", sa.INTEGER(), nullable=False),
        sa.Column("position", sa.INTEGER(), nullable=False),
        sa.Column("score", sa.REAL()),
        sa.PrimaryKeyConstraint("quotation_id", "topic_id", name=op.f("pk_quotation_topic")),
        sa.ForeignKeyConstraint(
            ["quotation_id"],
            ["quotation.id"],
            name=op.f("fk_quotation_topic_quotation_id_quotation"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name=op.f("fk_quotation_topic_topic_id_topic")),
        sqlite_strict=True,
    )
    op.create_index("ix_quotation_topic_topic_id", "quotation_topic", ["topic_id"])
    op.execute(QUOTES.replace("TOPICS", TOPICS))


def downgrade() -> None:
    op.execute("DROP VIEW quotes")
    op.drop_table("quotation_topic")
    found = "SELECT id FROM topic WHERE scheme <> 'declared'"
    op.execute(f"DELETE FROM article_topic WHERE topic_id IN ({found})")  # noqa: S608
    op.execute("DELETE FROM topic WHERE scheme <> 'declared'")
    # SQLite can drop these as they are: no index, no rule and no trigger is about them
    op.execute("ALTER TABLE article_topic DROP COLUMN score")
    for column in ("label_en_folded", "label_en", "code"):
        op.execute(f"ALTER TABLE topic DROP COLUMN {column}")
    op.execute(QUOTES.replace("TOPICS", TOPICS_BEFORE))


TOPICS = """(
    SELECT group_concat(label, '; ') FROM (
      SELECT min(topic.label) AS label
      FROM (
        SELECT topic_id, position FROM quotation_topic WHERE quotation_id = quotation.id
        UNION ALL
        SELECT topic_id, position FROM article_topic WHERE article_id = quotation.article_id
        AND NOT EXISTS (SELECT 1 FROM quotation_topic WHERE quotation_id = quotation.id)
      ) AS its JOIN topic ON topic.id = its.topic_id
      GROUP BY topic.label_folded ORDER BY min(its.position), min(topic.id)
    )
  )"""

TOPICS_BEFORE = """(
    SELECT group_concat(label, ', ') FROM (
      SELECT min(topic.label) AS label
      FROM article_topic JOIN topic ON topic.id = article_topic.topic_id
      WHERE article_topic.article_id = article.id
      GROUP BY topic.label_folded ORDER BY min(article_topic.position), min(topic.id)
    )
  )"""

QUOTES = """CREATE VIEW quotes AS
SELECT
  quotation.id AS id,
  quotation.date AS date,
  speaker.name AS speaker,
  speaker.kind AS speaker_kind,
  quotation.role AS role,
  quotation.text AS text,
  quotation.kind AS kind,
  quotation.cue AS cue,
  quotation.mention AS mention,
  quotation.rule AS rule,
  quotation.confidence AS confidence,
  quotation.status AS status,
  TOPICS AS topics,
  article.outlet AS outlet,
  article.title AS title,
  article.url AS url,
  quotation.article_id AS article_id,
  quotation.start AS start,
  quotation."end" AS "end"
FROM quotation
JOIN article ON article.id = quotation.article_id
LEFT JOIN speaker ON speaker.id = quotation.speaker_id
WHERE quotation.kind <> 'term' AND quotation.status <> 'rejected' AND quotation.start IS NOT NULL"""
