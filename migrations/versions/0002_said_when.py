"""The words that tell when a quotation was said, and where they stand."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

YEAR, TWO = "[0-9]" * 4, "[0-9]" * 2
NEW = ("said_when", "said_when_start", "said_when_end")


def iso_date(column: str, name: str) -> sa.CheckConstraint:
    shapes = (YEAR, f"{YEAR}-{TWO}", f"{YEAR}-{TWO}-{TWO}")
    return sa.CheckConstraint(" OR ".join(f"{column} GLOB '{shape}'" for shape in shapes), name=op.f(name))


def span(start: str, end: str, name: str) -> sa.CheckConstraint:
    rule = f"({start} IS NULL) = ({end} IS NULL) AND ({start} IS NULL OR 0 <= {start} AND {start} <= {end})"
    return sa.CheckConstraint(rule, name=op.f(name))


def upgrade() -> None:
    remake(with_words=True)


def downgrade() -> None:
    remake(with_words=False)


def remake(*, with_words: bool) -> None:
    """Make the table anew and copy its rows: a rule over several columns cannot be added to a table.

    The old table steps aside under another name, so that the new one is written as a new one is. What
    reads it (the view, the triggers) goes first, and comes back last.
    """
    op.execute("DROP VIEW quotes")
    for name in TRIGGERS:
        op.execute(f"DROP TRIGGER {name}")
    for name in INDEXES:
        op.drop_index(name, "quotation")
    op.rename_table("quotation", "quotation_before")
    columns = create_quotation(with_words)
    shared = ", ".join(f'"{column}"' for column in columns if column not in NEW)
    op.execute(f"INSERT INTO quotation ({shared}) SELECT {shared} FROM quotation_before")  # noqa: S608
    op.drop_table("quotation_before")
    for name, indexed in INDEXES.items():
        op.create_index(name, "quotation", indexed)
    for statement in TRIGGERS.values():
        op.execute(statement)
    op.execute(QUOTES)


INDEXES = {
    "ix_quotation_speaker_id_date": ["speaker_id", "date"],
    "ix_quotation_date": ["date"],
    "ix_quotation_kind": ["kind"],
}


def create_quotation(with_words: bool) -> list[str]:
    """The table with or without the words of time; returns the names of its columns."""
    words = [
        sa.Column("said_when", sa.TEXT()),
        sa.Column("said_when_start", sa.INTEGER()),
        sa.Column("said_when_end", sa.INTEGER()),
    ]
    table = op.create_table(
        "quotation",
        sa.Column("id", sa.INTEGER(), nullable=False),
        sa.Column("article_id", sa.INTEGER(), nullable=False),
        sa.Column("start", sa.INTEGER()),
        sa.Column("end", sa.INTEGER()),
        sa.Column("text", sa.TEXT(), nullable=False),
        sa.Column("text_folded", sa.TEXT(), nullable=False),
        sa.Column("kind", sa.TEXT(), nullable=False),
        sa.Column("speaker_id", sa.INTEGER()),
        sa.Column("role", sa.TEXT()),
        sa.Column("mention", sa.TEXT()),
        sa.Column("mention_start", sa.INTEGER()),
        sa.Column("mention_end", sa.INTEGER()),
        sa.Column("cue", sa.TEXT()),
        sa.Column("cue_start", sa.INTEGER()),
        sa.Column("cue_end", sa.INTEGER()),
        sa.Column("rule", sa.TEXT()),
        sa.Column("confidence", sa.REAL(), nullable=False),
        sa.Column("said_on", sa.TEXT()),
        *(words if with_words else ()),
        sa.Column("date", sa.TEXT()),
        sa.Column("nested", sa.INTEGER(), nullable=False),
        sa.Column("incises", sa.TEXT(), nullable=False, server_default="[]"),
        sa.Column("status", sa.TEXT(), nullable=False, server_default="auto"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quotation")),
        sa.UniqueConstraint("article_id", "start", "end", name=op.f("uq_quotation_article_id_start_end")),
        span("start", '"end"', "ck_quotation_span"),
        span("mention_start", "mention_end", "ck_quotation_mention_span"),
        span("cue_start", "cue_end", "ck_quotation_cue_span"),
        # made here: constraints are written in the order in which they were made
        *((span(*NEW[1:], "ck_quotation_said_when_span"),) if with_words else ()),
        sa.CheckConstraint("start IS NOT NULL OR status <> 'auto'", name=op.f("ck_quotation_anchored")),
        sa.CheckConstraint("kind IN ('direct', 'partial', 'term')", name=op.f("ck_quotation_kind")),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_quotation_confidence")),
        iso_date("said_on", "ck_quotation_said_on"),
        sa.CheckConstraint("nested IN (0, 1)", name=op.f("ck_quotation_nested")),
        sa.CheckConstraint("json_valid(incises)", name=op.f("ck_quotation_incises")),
        sa.CheckConstraint(
            "status IN ('auto', 'confirmed', 'corrected', 'rejected')", name=op.f("ck_quotation_status")
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_quotation_article_id_article"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"], name=op.f("fk_quotation_speaker_id_speaker")),
        sqlite_strict=True,
    )
    return [column.name for column in table.columns]


FORGET = (
    "INSERT INTO quotation_fts (quotation_fts, rowid, text_folded) VALUES ('delete', old.id, old.text_folded)"
)
LEARN = "INSERT INTO quotation_fts (rowid, text_folded) VALUES (new.id, new.text_folded)"
TRUE_DATE = "coalesce(new.said_on, (SELECT date FROM article WHERE id = new.article_id))"
SET_DATE = f"UPDATE quotation SET date = {TRUE_DATE} WHERE id = new.id"  # noqa: S608

TRIGGERS = {
    "quotation_fts_insert": "CREATE TRIGGER quotation_fts_insert AFTER INSERT ON quotation "
    f"BEGIN {LEARN}; END",
    "quotation_fts_delete": "CREATE TRIGGER quotation_fts_delete AFTER DELETE ON quotation "
    f"BEGIN {FORGET}; END",
    "quotation_fts_update": "CREATE TRIGGER quotation_fts_update "
    "AFTER UPDATE OF id, text_folded ON quotation "
    f"BEGIN {FORGET}; {LEARN}; END",
    "quotation_date_insert": "CREATE TRIGGER quotation_date_insert AFTER INSERT ON quotation "
    f"WHEN new.date IS NOT {TRUE_DATE} BEGIN {SET_DATE}; END",
    "quotation_date_update": "CREATE TRIGGER quotation_date_update "
    "AFTER UPDATE OF said_on, article_id, date ON quotation "
    f"WHEN new.date IS NOT {TRUE_DATE} BEGIN {SET_DATE}; END",
    "article_date_update": "CREATE TRIGGER article_date_update AFTER UPDATE OF date ON article "
    "WHEN new.date IS NOT old.date "
    "BEGIN UPDATE quotation SET date = coalesce(said_on, new.date) WHERE article_id = new.id; END",
}

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
  (
    SELECT group_concat(label, ', ') FROM (
      SELECT min(topic.label) AS label
      FROM article_topic JOIN topic ON topic.id = article_topic.topic_id
      WHERE article_topic.article_id = article.id
      GROUP BY topic.label_folded ORDER BY min(article_topic.position), min(topic.id)
    )
  ) AS topics,
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
