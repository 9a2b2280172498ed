"""Where the present parser meets the stored articles: what it finds takes the place of what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from quotes.extraction import ParseError, parse
from quotes.memory import seldom_searched
from quotes.parsing import VERSION
from quotes.storage import Change, Database, Difference
from quotes.topics import topics_of

#: called before each article with (articles done, articles in all), and once at the end
Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Reparsed:
    """What parsing again did, as far as it went."""

    #: articles to parse
    total: int = 0
    #: articles parsed
    done: int = 0
    #: articles given up, or replaced by somebody else meanwhile
    failed: int = 0
    differences: Counter[Difference] = field(default_factory=Counter)
    #: the article that comes next; None when all are done
    next: int | None = None


@seldom_searched()
def reparse(
    db: Database,
    result: Reparsed,
    *,
    every: bool = False,
    from_id: int = 0,
    keep: bool = True,
    on_progress: Progress = lambda done, total: None,
    on_failure: Callable[[str], None] = lambda message: None,
    on_change: Callable[[Change], None] = lambda change: None,
) -> None:
    """Parse stored articles again: those that another version of the parser read, or every one.

    Each is a transaction of its own, so that `result` is true whenever this is interrupted, and what is
    done is not done again. With `keep` false nothing is stored. Decisions of persons stay.
    """
    ids = db.articles_to_parse(not_by=None if every else VERSION, from_id=from_id)
    result.total = len(ids)
    for place, id_ in enumerate(ids):
        result.next = id_
        on_progress(place, len(ids))
        try:
            changes = _one(db, id_, keep)
        except ParseError as error:
            result.failed += 1
            on_failure(str(error))
            continue
        if changes is None:
            result.failed += 1
            on_failure(f"article {id_}: was changed while it was parsed; run the command again")
            continue
        result.done += 1
        for change in changes:
            result.differences[change.difference] += 1
            on_change(change)
    result.next = None
    on_progress(len(ids), len(ids))


def _one(db: Database, id_: int, keep: bool) -> list[Change] | None:
    article = db.stored_article(id_)
    if article is None:
        return None
    return db.reparse(id_, article, parse(article), parser=VERSION, topics=topics_of(article), keep=keep)
