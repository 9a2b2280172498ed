"""Articles, speakers, quotations and topics, the search index, the flat view."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

YEAR, TWO = "[0-9]" * 4, "[0-9]" * 2


def iso_date(column: str, name: str) -> sa.CheckConstraint:
    shapes = (YEAR, f"{YEAR}-{TWO}", f"{YEAR}-{TWO}-{TWO}")
    return sa.CheckConstraint(" OR ".join(f"{column} GLOB '{shape}'" for shape in shapes), name=op.f(name))


def span(start: str, end: str, name: str) -> sa.CheckConstraint:
    rule = f"({start} IS NULL) = ({end} IS NULL) AND ({start} IS NULL OR 0 <= {start} AND {start} <= {end})"
    return sa.CheckConstraint(rule, name=op.f(name))


def upgrade() -> None:
    create_article()
    create_speaker()
    create_quotation()
    create_topic()
    create_search_index()
    create_date_triggers()
    op.execute(QUOTES)


def downgrade() -> None:
    op.execute("DROP VIEW quotes")
    op.drop_table("quotation_fts")
    for table in ("article_topic", "topic", "quotation", "speaker_alias", "speaker", "article"):
        op.drop_table(table)  # with its indexes and triggers


def create_article() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.INTEGER(), nullable=False),
        sa.Column("key", sa.TEXT(), nullable=False),
        sa.Column("hash", sa.TEXT(), nullable=False),
        sa.Column("text", sa.TEXT(), nullable=False),
        sa.Column("title", sa.TEXT()),
        sa.Column("author", sa.TEXT()),
        sa.Column("outlet", sa.TEXT()),
        sa.Column("outlet_folded", sa.TEXT()),
        sa.Column("date", sa.TEXT()),
        sa.Column("date_source", sa.TEXT()),
        sa.Column("url", sa.TEXT()),
        sa.Column("source", sa.TEXT()),
        sa.Column("parser", sa.TEXT(), nullable=False),
        sa.Column("ingested_at", sa.TEXT(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("key", name=op.f("uq_article_key")),
        iso_date("date", "ck_article_date"),
        sqlite_strict=True,
    )
    op.create_index("ix_article_hash", "article", ["hash"])
    op.create_index("ix_article_date", "article", ["date"])
    op.create_index("ix_article_outlet_folded", "article", ["outlet_folded"])


def create_speaker() -> None:
    op.create_table(
        "speaker",
        sa.Column("id", sa.INTEGER(), nullable=False),
        sa.Column("name", sa.TEXT(), nullable=False),
        sa.Column("name_folded", sa.TEXT(), nullable=False),
        sa.Column("kind", sa.TEXT(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speaker")),
        sa.UniqueConstraint("name_folded", "kind", name=op.f("uq_speaker_name_folded_kind")),
        sa.CheckConstraint(
            "kind IN ('person', 'group', 'organisation', 'document')", name=op.f("ck_speaker_kind")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "speaker_alias",
        sa.Column("id", sa.INTEGER(), nullable=False),
        sa.Column("speaker_id", sa.INTEGER(), nullable=False),
        sa.Column("alias", sa.TEXT(), nullable=False),
        sa.Column("alias_folded", sa.TEXT(), nullable=False),
        sa.Column("origin", sa.TEXT(), nullable=False, server_default="machine"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speaker_alias")),
        sa.UniqueConstraint(
            "speaker_id", "alias_folded", name=op.f("uq_speaker_alias_speaker_id_alias_folded")
        ),
        sa.CheckConstraint("origin IN ('machine', 'human')", name=op.f("ck_speaker_alias_origin")),
        sa.ForeignKeyConstraint(
            ["speaker_id"],
            ["speaker.id"],
            name=op.f("fk_speaker_alias_speaker_id_speaker"),
            ondelete="CASCADE",
        ),
        sqlite_strict=True,
    )


def create_quotation() -> None:
    op.create_table(
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
        sa.Column("date", sa.TEXT()),
        sa.Column("nested", sa.INTEGER(), nullable=False),
        sa.Column("incises", sa.TEXT(), nullable=False, server_default="[]"),
        sa.Column("status", sa.TEXT(), nullable=False, server_default="auto"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quotation")),
        sa.UniqueConstraint("article_id", "start", "end", name=op.f("uq_quotation_article_id_start_end")),
        span("start", '"end"', "ck_quotation_span"),
        span("mention_start", "mention_end", "ck_quotation_mention_span"),
        span("cue_start", "cue_end", "ck_quotation_cue_span"),
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
    op.create_index("ix_quotation_speaker_id_date", "quotation", ["speaker_id", "date"])
    op.create_index("ix_quotation_date", "quotation", ["date"])
    op.create_index("ix_quotation_kind", "quotation", ["kind"])


def create_topic() -> None:
    op.create_table(
        "topic",
        sa.Column("id", sa.INTEGER(), nullable=False),
        sa.Column("scheme", sa.TEXT(), nullable=False),
        sa.Column("label", sa.TEXT(), nullable=False),
        sa.Column("label_folded", sa.TEXT(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic")),
        sa.UniqueConstraint("scheme", "label_folded", name=op.f("uq_topic_scheme_label_folded")),
        sqlite_strict=True,
    )
    op.create_table(
        "article_topic",
        sa.Column("article_id", sa.INTEGER(), nullable=False),
        sa.Column("topic_id", sa.INTEGER(), nullable=False),
        sa.Column("position", sa.INTEGER(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "topic_id", name=op.f("pk_article_topic")),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
            name=op.f("fk_article_topic_article_id_article"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name=op.f("fk_article_topic_topic_id_topic")),
        sqlite_strict=True,
    )
    op.create_index("ix_article_topic_topic_id", "article_topic", ["topic_id"])


def create_search_index() -> None:
    forget = (
        "INSERT INTO quotation_fts (quotation_fts, rowid, text_folded) "
        "VALUES ('delete', old.id, old.text_folded)"
    )
    learn = "INSERT INTO quotation_fts (rowid, text_folded) VALUES (new.id, new.text_folded)"
    op.execute(
        "CREATE VIRTUAL TABLE quotation_fts USING fts5 ("
        "text_folded, content='quotation', content_rowid='id', tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute(f"CREATE TRIGGER quotation_fts_insert AFTER INSERT ON quotation BEGIN {learn}; END")
    op.execute(f"CREATE TRIGGER quotation_fts_delete AFTER DELETE ON quotation BEGIN {forget}; END")
    op.execute(
        "CREATE TRIGGER quotation_fts_update AFTER UPDATE OF id, text_folded ON quotation "
        f"BEGIN {forget}; {learn}; END"
    )


def create_date_triggers() -> None:
    true_date = "coalesce(new.said_on, (SELECT date FROM article WHERE id = new.article_id))"
    set_date = f"UPDATE quotation SET date = {true_date} WHERE id = new.id"  # noqa: S608
    op.execute(
        "CREATE TRIGGER quotation_date_insert AFTER INSERT ON quotation "
        f"WHEN new.date IS NOT {true_date} BEGIN {set_date}; END"
    )
    op.execute(
        "CREATE TRIGGER quotation_date_update AFTER UPDATE OF said_on, article_id, date ON quotation "
        f"WHEN new.date IS NOT {true_date} BEGIN {set_date}; END"
    )
    op.execute(
        "CREATE TRIGGER article_date_update AFTER UPDATE OF date ON article WHEN new.date IS NOT old.date "
        "BEGIN UPDATE quotation SET date = coalesce(said_on, new.date) WHERE article_id = new.id; END"
    )


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
