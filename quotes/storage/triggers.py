"""The triggers that keep `quotation.date` true: the day of saying, else the article's.

One stored date makes one index serve every question about dates. Nobody has to remember to write it,
not even a person at an SQL prompt who changes `said_on` or an article's date.
"""

from __future__ import annotations

_TRUE_DATE = "coalesce(new.said_on, (SELECT date FROM article WHERE id = new.article_id))"
_SET_DATE = f"UPDATE quotation SET date = {_TRUE_DATE} WHERE id = new.id"  # noqa: S608

#: name → statement, as the latest migration leaves them
STATEMENTS = {
    "quotation_date_insert": "CREATE TRIGGER quotation_date_insert AFTER INSERT ON quotation "
    f"WHEN new.date IS NOT {_TRUE_DATE} BEGIN {_SET_DATE}; END",
    "quotation_date_update": "CREATE TRIGGER quotation_date_update "
    "AFTER UPDATE OF said_on, article_id, date ON quotation "
    f"WHEN new.date IS NOT {_TRUE_DATE} BEGIN {_SET_DATE}; END",
    "article_date_update": "CREATE TRIGGER article_date_update AFTER UPDATE OF date ON article "
    "WHEN new.date IS NOT old.date "
    "BEGIN UPDATE quotation SET date = coalesce(said_on, new.date) WHERE article_id = new.id; END",
}
