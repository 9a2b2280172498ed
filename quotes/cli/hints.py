"""What to say on standard error when nothing is found, so that the next try finds something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.cli.telling import note

if TYPE_CHECKING:
    from quotes.storage import Database, Filter


def hint_at_topics(db: Database, wanted: Filter) -> None:
    """Name the topics nearest to those asked for that no topic is called by."""
    for words in wanted.topics:
        if near := db.near_topics(words):
            note(f"No topic like {words!r}; near it: {', '.join(map(repr, near))}.")
