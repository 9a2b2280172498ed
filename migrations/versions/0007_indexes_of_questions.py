"""Indexes in which questions are answered without reading the rows of all quotations.

No row changes.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

SHOWN = sa.text("kind <> 'term' AND status <> 'rejected' AND start IS NOT NULL")
DECIDED = sa.text("status <> 'auto'")


def upgrade() -> None:
    for name, table in BEFORE:
        op.drop_index(name, table)
    op.create_index(
        "ix_quotation_date", "quotation", [sa.text("date DESC"), "article_id", "start", "kind", "status"]
    )
    op.create_index(
        "ix_quotation_speaker_id",
        "quotation",
        ["speaker_id", "article_id", "date", "start", "kind", "status"],
    )
    op.create_index(
        "ix_quotation_shown_article_id",
        "quotation",
        ["article_id", "kind", "speaker_id", "date", "start"],
        sqlite_where=SHOWN,
    )
    op.create_index(
        "ix_quotation_shown_confidence",
        "quotation",
        [sa.text("confidence DESC"), "article_id", "start"],
        sqlite_where=SHOWN,
    )
    op.create_index("ix_quotation_decided", "quotation", ["status"], sqlite_where=DECIDED)
    op.create_index("ix_article_outlet_folded", "article", ["outlet_folded", "outlet"])
    op.create_index("ix_article_outlet", "article", ["outlet"])
    op.create_index("ix_article_topic_topic_id", "article_topic", ["topic_id", "article_id"])
    op.create_index("ix_quotation_topic_topic_id", "quotation_topic", ["topic_id", "quotation_id"])
    op.create_index("ix_speaker_name", "speaker", ["name"])


def downgrade() -> None:
    for name, table in AFTER:
        op.drop_index(name, table)
    op.create_index("ix_quotation_date", "quotation", ["date"])
    op.create_index("ix_quotation_kind", "quotation", ["kind"])
    op.create_index("ix_quotation_speaker_id_date", "quotation", ["speaker_id", "date"])
    op.create_index("ix_article_outlet_folded", "article", ["outlet_folded"])
    op.create_index("ix_article_topic_topic_id", "article_topic", ["topic_id"])
    op.create_index("ix_quotation_topic_topic_id", "quotation_topic", ["topic_id"])


BEFORE = (
    ("ix_quotation_date", "quotation"),
    ("ix_quotation_kind", "quotation"),
    ("ix_quotation_speaker_id_date", "quotation"),
    ("ix_article_outlet_folded", "article"),
    ("ix_article_topic_topic_id", "article_topic"),
    ("ix_quotation_topic_topic_id", "quotation_topic"),
)
AFTER = (
    ("ix_quotation_date", "quotation"),
    ("ix_quotation_speaker_id", "quotation"),
    ("ix_quotation_shown_article_id", "quotation"),
    ("ix_quotation_shown_confidence", "quotation"),
    ("ix_quotation_decided", "quotation"),
    ("ix_article_outlet_folded", "article"),
    ("ix_article_outlet", "article"),
    ("ix_article_topic_topic_id", "article_topic"),
    ("ix_quotation_topic_topic_id", "quotation_topic"),
    ("ix_speaker_name", "speaker"),
)
