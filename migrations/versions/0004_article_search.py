"""A search index over the words of articles, filled with those that are stored."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

LETTERS = ("Œoe", "œoe", "Æae", "æae", "ßss", "Øo", "øo", "Łl", "łl", "Đd", "đd", "²2", "³3", "₂2")


def plain(column: str) -> str:
    for letter, *letters in LETTERS:
        column = f"replace({column}, '{letter}', '{''.join(letters)}')"
    return column


def upgrade() -> None:
    forget = (
        "INSERT INTO article_fts (article_fts, rowid, title, text) "  # noqa: S608
        f"VALUES ('delete', old.id, {plain('old.title')}, {plain('old.text')})"
    )
    learn = (
        "INSERT INTO article_fts (rowid, title, text) "  # noqa: S608
        f"VALUES (new.id, {plain('new.title')}, {plain('new.text')})"
    )
    op.execute(
        f"CREATE VIEW article_words AS SELECT id, {plain('title')} AS title, {plain('text')} AS text "  # noqa: S608
        "FROM article"
    )
    op.execute(
        "CREATE VIRTUAL TABLE article_fts USING fts5 (title, text, content='article_words', "
        "content_rowid='id', tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute(f"CREATE TRIGGER article_fts_insert AFTER INSERT ON article BEGIN {learn}; END")
    op.execute(f"CREATE TRIGGER article_fts_delete AFTER DELETE ON article BEGIN {forget}; END")
    op.execute(
        "CREATE TRIGGER article_fts_update AFTER UPDATE OF id, title, text ON article "
        "WHEN new.id IS NOT old.id OR new.title IS NOT old.title OR new.text IS NOT old.text "
        f"BEGIN {forget}; {learn}; END"
    )
    op.execute("INSERT INTO article_fts (article_fts) VALUES ('rebuild')")


def downgrade() -> None:
    for trigger in ("article_fts_insert", "article_fts_delete", "article_fts_update"):
        op.execute(f"DROP TRIGGER {trigger}")
    op.drop_table("article_fts")
    op.execute("DROP VIEW article_words")
