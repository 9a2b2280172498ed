"""The triggers that keep `quotation.date` true, and those that remember what the parser said.

One stored date (the day of saying, else the article's) makes one index serve every question about dates.
Nobody has to remember to write it, not even a person at an SQL prompt who changes `said_on` or an
article's date. In the same way the first decision on a quotation keeps what the parser had said of it.
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

_NOW = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"
_SPOKE = "(SELECT {} FROM speaker WHERE id = old.speaker_id)"
_REMEMBER = (
    "INSERT INTO decision (quotation_id, decided_at, machine_finds, machine_kind, "  # noqa: S608
    "machine_speaker, machine_speaker_kind, machine_role, machine_rule, machine_confidence) "
    f"VALUES (new.id, {_NOW}, 1, old.kind, {_SPOKE.format('name')}, {_SPOKE.format('kind')}, "
    "old.role, old.rule, old.confidence)"
)
_DATE_AGAIN = f"UPDATE decision SET decided_at = {_NOW} WHERE quotation_id = new.id"  # noqa: S608

#: the same for decisions
OF_DECISIONS = {
    "decision_made": "CREATE TRIGGER decision_made AFTER UPDATE OF status ON quotation "
    f"WHEN old.status = 'auto' AND new.status <> 'auto' BEGIN {_REMEMBER}; END",
    "decision_changed": "CREATE TRIGGER decision_changed AFTER UPDATE OF status ON quotation "
    "WHEN old.status <> 'auto' AND new.status <> 'auto' "
    f"BEGIN {_DATE_AGAIN}; END",
    "decision_undone": "CREATE TRIGGER decision_undone AFTER UPDATE OF status ON quotation "
    "WHEN old.status <> 'auto' AND new.status = 'auto' "
    "BEGIN DELETE FROM decision WHERE quotation_id = new.id; END",
}
