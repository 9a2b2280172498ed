"""The search indexes over the words of quotations and of articles, kept in step by triggers.

The indexes hold no text of their own (external content). That of quotations reads
`quotation.text_folded`. Articles have no folded text, which would be as long as themselves once more:
their index folds accents and case by itself, and reads the view `article_words`, in which the letters
that it does not fold are plain ones. So *soeur* finds *sœur* in both.
"""

from __future__ import annotations

#: the index of quotations; SQLite keeps its data in tables whose names begin so
TABLE = "quotation_fts"
#: the index of articles
ARTICLES = "article_fts"
TABLES = (TABLE, ARTICLES)

_FORGET = (
    f"INSERT INTO {TABLE} ({TABLE}, rowid, text_folded) "  # noqa: S608
    "VALUES ('delete', old.id, old.text_folded)"
)
_LEARN = f"INSERT INTO {TABLE} (rowid, text_folded) VALUES (new.id, new.text_folded)"  # noqa: S608

#: letters that unicode61 takes for others than their plain ones, where `folding` does not
_LETTERS = (
    ("Œ", "oe"),
    ("œ", "oe"),
    ("Æ", "ae"),
    ("æ", "ae"),
    ("ß", "ss"),
    ("Ø", "o"),
    ("ø", "o"),
    ("Ł", "l"),
    ("ł", "l"),
    ("Đ", "d"),
    ("đ", "d"),
    ("²", "2"),
    ("³", "3"),
    ("₂", "2"),
)


def _plain(column: str) -> str:
    """SQL for a text whose letters the index can fold."""
    for letter, plain in _LETTERS:
        column = f"replace({column}, '{letter}', '{plain}')"
    return column


_FORGET_ARTICLE = (
    f"INSERT INTO {ARTICLES} ({ARTICLES}, rowid, title, text) "  # noqa: S608
    f"VALUES ('delete', old.id, {_plain('old.title')}, {_plain('old.text')})"
)
_LEARN_ARTICLE = (
    f"INSERT INTO {ARTICLES} (rowid, title, text) "  # noqa: S608
    f"VALUES (new.id, {_plain('new.title')}, {_plain('new.text')})"
)

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
    "article_words": f"CREATE VIEW article_words AS SELECT id, {_plain('title')} AS title, "  # noqa: S608
    f"{_plain('text')} AS text FROM article",
    ARTICLES: f"CREATE VIRTUAL TABLE {ARTICLES} USING fts5 ("
    "title, text, content='article_words', content_rowid='id', tokenize='unicode61 remove_diacritics 2')",
    "article_fts_insert": "CREATE TRIGGER article_fts_insert AFTER INSERT ON article "
    f"BEGIN {_LEARN_ARTICLE}; END",
    "article_fts_delete": "CREATE TRIGGER article_fts_delete AFTER DELETE ON article "
    f"BEGIN {_FORGET_ARTICLE}; END",
    "article_fts_update": "CREATE TRIGGER article_fts_update AFTER UPDATE OF id, title, text ON article "
    "WHEN new.id IS NOT old.id OR new.title IS NOT old.title OR new.text IS NOT old.text "
    f"BEGIN {_FORGET_ARTICLE}; {_LEARN_ARTICLE}; END",
}
