"""Where else the words of a quotation are printed: the same, as part of more, or in part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, column, literal_column, select, table

from quotes.storage import fts
from quotes.storage.found import Printing
from quotes.storage.rows import Status
from quotes.storage.tables import Text, article, quotation, speaker

_WORD = re.compile(r"[^\W_]+")
#: fewer words prove nothing by being part of others; alone they count when the same speaker says them
_FEWEST = 4
#: runs of words by which quotations that share some are found: how long, how many, how many quotations
_RUN, _MOST_RUNS, _CANDIDATES = 3, 60, 500


def elsewhere(connection: Connection, id_: int) -> list[Printing]:
    """The printings in other articles of the words of quotation `id_`, earliest published first."""
    q = quotation.c
    ours = connection.execute(
        select(q.text_folded, q.article_id, q.speaker_id).where(q.id == id_)
    ).one_or_none()
    words = _words(ours.text_folded) if ours else []
    if ours is None or not words:
        return []
    index = table(fts.TABLE, column("rowid"), column("rank"))
    matches = literal_column(fts.TABLE).op("MATCH")(bindparam("words", _runs(words), Text))
    query = (
        select(q.id, q.article_id, q.text, q.text_folded, q.speaker_id)
        .add_columns(article.c.date.label("published"), article.c.outlet, speaker.c.name)
        .select_from(index)
        .join(quotation, q.id == index.c.rowid)
        .join(article, article.c.id == q.article_id)
        .outerjoin(speaker, speaker.c.id == q.speaker_id)
        .where(matches, q.article_id != ours.article_id, q.status != Status.REJECTED, q.start.is_not(None))
        .order_by(index.c.rank)
        .limit(_CANDIDATES)
    )
    found: list[Printing] = []
    for row in connection.execute(query):
        theirs = _words(row.text_folded)
        if len(words) < _FEWEST and (theirs != words or row.speaker_id != ours.speaker_id):
            continue
        if _is_part(words, theirs) or (len(theirs) >= _FEWEST and _is_part(theirs, words)):
            same = theirs == words
            found.append(
                Printing(row.id, row.article_id, row.published, row.outlet, row.name, row.text, same)
            )
    return sorted(found, key=lambda one: (one.published is None, one.published or "", one.id))


def _words(folded: str) -> list[str]:
    return _WORD.findall(folded)


def _runs(words: list[str]) -> str:
    """What FTS5 is asked for: any of the runs of words, which whatever shares enough of them has."""
    runs = [words[k : k + _RUN] for k in range(max(1, len(words) - _RUN + 1))]
    # from all over the quotation when there are many
    step = -(-len(runs) // _MOST_RUNS)
    return " OR ".join('"' + " ".join(run) + '"' for run in _unique(runs[::step]))


def _unique(runs: list[list[str]]) -> Iterator[tuple[str, ...]]:
    return iter(dict.fromkeys(map(tuple, runs)))


def _is_part(some: list[str], more: list[str]) -> bool:
    return f" {' '.join(some)} " in f" {' '.join(more)} "
