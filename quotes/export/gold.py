"""Annotated articles in JSON Lines, as `quotes evaluate` reads them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, BinaryIO

from quotes.model import Kind
from quotes.storage import Database, Evidence, Filter, WholeArticle


def with_terms(wanted: Filter) -> Filter:
    """The same with terms, unless kinds are asked for: an annotation says of every mark what it is."""
    return wanted if wanted.kinds else replace(wanted, kinds=tuple(Kind))


def is_counted(one: Evidence, wanted: Filter) -> bool:
    """Whether a quotation is one of those asked for, not a term that comes with them."""
    return bool(wanted.kinds) or one.row.kind is not Kind.TERM


def write(database: Database, wanted: Filter, to: BinaryIO) -> int:
    """An article a line with its quotations, terms included unless kinds are asked for."""
    count = 0
    for article in database.whole_articles(with_terms(wanted)):
        ids = {one.speaker_id for one in article.quotations if one.speaker_id is not None}
        record = _article(article, database.also_called(ids))
        to.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
        count += sum(is_counted(one, wanted) for one in article.quotations)
    return count


def _article(article: WholeArticle, aliases: dict[int, tuple[str, ...]]) -> dict[str, Any]:
    return {
        "id": article.source or article.url or str(article.id),
        "outlet": article.outlet,
        "url": article.url,
        "date": article.date,
        "title": article.title,
        "text": article.text,
        "quotes": [_quotation(one, aliases) for one in article.quotations],
    }


def _quotation(one: Evidence, aliases: dict[int, tuple[str, ...]]) -> dict[str, Any]:
    row = one.row
    others = aliases.get(one.speaker_id, ()) if one.speaker_id is not None else ()
    return {
        "start": row.start,
        "end": row.end,
        "kind": row.kind,
        "speakers": [] if row.speaker is None else [row.speaker, *others],
        "speaker_type": row.speaker_kind or "unknown",
        "mention": row.mention,
        "cue": row.cue,
        "nested": one.nested,
        "said_on": one.said_on,
        "incises": [[span.start, span.end] for span in one.incises],
    }
