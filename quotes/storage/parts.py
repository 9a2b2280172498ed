"""The indexes in which parts of names are found: of topics, of speakers, and of what else these are called.

A part of a name may begin and end inside words, so that no index of words has it. These have every three
letters that follow each other (FTS5's tokenizer `trigram`), and of each only in which rows it is: those that
have all of a part are few, and looked at. They read folded columns, hold no text of their own (external
content) and are kept in step by triggers.
"""

from __future__ import annotations

from dataclasses import dataclass

#: letters that are looked up together
LETTERS = 3


@dataclass(frozen=True, slots=True)
class Parts:
    """An index of the parts of some columns."""

    #: SQLite keeps its data in tables whose names begin so
    name: str
    table: str
    columns: tuple[str, ...]

    def statements(self) -> dict[str, str]:
        """Name → statement, as the latest migration leaves them."""
        columns = ", ".join(self.columns)
        new, old = (", ".join(f"{row}.{column}" for column in self.columns) for row in ("new", "old"))
        learn = f"INSERT INTO {self.name} (rowid, {columns}) VALUES (new.id, {new})"  # noqa: S608
        forget = (
            f"INSERT INTO {self.name} ({self.name}, rowid, {columns}) "  # noqa: S608
            f"VALUES ('delete', old.id, {old})"
        )
        # which rows have three letters is enough: neither where they stand in them nor how long these are
        return {
            self.name: f"CREATE VIRTUAL TABLE {self.name} USING fts5 ({columns}, content='{self.table}', "
            "content_rowid='id', tokenize='trigram case_sensitive 1', detail='none', columnsize=0)",
            f"{self.name}_insert": f"CREATE TRIGGER {self.name}_insert AFTER INSERT ON {self.table} "
            f"BEGIN {learn}; END",
            f"{self.name}_delete": f"CREATE TRIGGER {self.name}_delete AFTER DELETE ON {self.table} "
            f"BEGIN {forget}; END",
            f"{self.name}_update": f"CREATE TRIGGER {self.name}_update AFTER UPDATE OF id, {columns} "
            f"ON {self.table} BEGIN {forget}; {learn}; END",
        }


OF_TOPICS = Parts("topic_parts", "topic", ("label_folded", "label_en_folded"))
OF_SPEAKERS = Parts("speaker_parts", "speaker", ("name_folded",))
OF_ALIASES = Parts("speaker_alias_parts", "speaker_alias", ("alias_folded",))
ALL = (OF_TOPICS, OF_SPEAKERS, OF_ALIASES)
TABLES = tuple(one.name for one in ALL)
#: name → statement, as the latest migration leaves them
STATEMENTS = {name: statement for one in ALL for name, statement in one.statements().items()}

#: more groups of letters are not looked up: a row that has so many of a part has mostly all
_MOST = 32


def match(words: str) -> str | None:
    """What is asked of an index for rows that may have `words`, which are folded; None where all may."""
    # a text ends for SQLite's tokenizer where a query does
    if len(words) < LETTERS or "\0" in words:
        return None
    # one behind the other, and the last: those across two of them tell little more
    starts = (*range(0, len(words) - LETTERS, LETTERS), len(words) - LETTERS)
    threes = dict.fromkeys(words[at : at + LETTERS] for at in starts)
    quoted = ('"' + three.replace('"', '""') + '"' for three in list(threes)[:_MOST])
    return " AND ".join(quoted)
