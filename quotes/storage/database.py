"""The database as the rest of the program knows it: open, save, ask, close."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from quotes.model import Article, Judged, Quotation, Scheme, Topics
from quotes.storage import deciding, queries, reparsing, topic_queries, writer
from quotes.storage.engine import WAIT, make_engine, reading, writing
from quotes.storage.errors import translated
from quotes.storage.filters import Filter
from quotes.storage.revisions import State, look, refusal
from quotes.storage.rows import (
    Change,
    Correction,
    KnownSpeaker,
    Outcome,
    Question,
    QuotationRow,
    TopicRow,
    Verdict,
)


class Database:
    """One database file. Use it as a context manager; whatever fails raises a `StorageError`."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, path: Path, *, create: bool = False, wait: float = WAIT) -> Self:
        """The database at `path`; with `create`, a missing or empty file becomes a new one.

        `wait` is how many seconds to wait for another program that writes.
        """
        found = look(path, wait=wait)
        if create and found.state in (State.MISSING, State.EMPTY):
            # imported here: only the making of a database needs Alembic
            from quotes.storage.migrate import upgrade

            upgrade(path, wait=wait)
            found = look(path, wait=wait)
        if found.state is not State.CURRENT:
            raise refusal(path, found.state)
        return cls(path, make_engine(path, mode=found.mode, wait=wait))

    def save(
        self, article: Article, quotations: Sequence[Quotation], *, parser: str, topics: Topics | None = None
    ) -> Outcome:
        """Store an article with its quotations, found by version `parser` of the parser, and its topics.

        `topics` are all there are, declared ones included; without them, those that the article declares.
        One transaction: the article is there with all that belongs to it, or not at all. An article that
        changed replaces what was there, but for what a person decided.
        """
        with translated(self.path), writing(self._engine) as connection:
            return writer.save(connection, article, quotations, parser=parser, about=topics)

    def is_current(self, article: Article, *, parser: str) -> bool:
        """Whether saving `article` would change nothing, so that it need not be parsed.

        An article parsed by another version of the parser is current all the same: parsing again is
        asked for, never a side effect.
        """
        with translated(self.path), reading(self._engine) as connection:
            return writer.is_current(connection, article)

    def quotations(self, wanted: Filter) -> Iterator[QuotationRow]:
        """The quotations wanted, in the order wanted, read as they are asked for."""
        with translated(self.path), reading(self._engine) as connection:
            yield from queries.quotations(connection, wanted)

    def count(self, wanted: Filter) -> int:
        """How many quotations `wanted` takes when its limit is left aside."""
        with translated(self.path), reading(self._engine) as connection:
            return queries.count(connection, wanted)

    def topics(
        self, wanted: Filter, *, scheme: Scheme | None = None, limit: int | None = None
    ) -> Iterator[TopicRow]:
        """What the quotations wanted are about, commonest first; without conditions, every topic there is."""
        with translated(self.path), reading(self._engine) as connection:
            yield from topic_queries.topics(connection, wanted, scheme, limit)

    def near_topics(self, words: str, *, most: int = 3) -> list[str]:
        """Labels of topics spelled nearly like `words`; none when some topic is called so."""
        with translated(self.path), reading(self._engine) as connection:
            return topic_queries.near(connection, words, most)

    def to_review(self, wanted: Filter) -> list[int]:
        """The ids of those quotations wanted on which nobody has decided, the least certain first."""
        with translated(self.path), reading(self._engine) as connection:
            return deciding.to_review(connection, wanted)

    def question(self, id_: int) -> Question | None:
        """A quotation in its article, to be judged; None when it is gone or somebody has decided on it."""
        with translated(self.path), reading(self._engine) as connection:
            return queries.question(connection, id_) if deciding.is_undecided(connection, id_) else None

    def decide(self, id_: int, verdict: Verdict) -> Correction | None:
        """Write down what a person says of a quotation; None when there is no such quotation."""
        with translated(self.path), writing(self._engine) as connection:
            return deciding.decide(connection, id_, verdict)

    def undo(self, id_: int) -> Correction | None:
        """Take back what a person decided on a quotation; None when there is no such quotation."""
        with translated(self.path), writing(self._engine) as connection:
            return deciding.undo(connection, id_)

    def judged(self, wanted: Filter) -> list[Judged]:
        """What the parser says of the quotations on which a person decided, beside what they say."""
        with translated(self.path), reading(self._engine) as connection:
            return list(deciding.judged(connection, wanted))

    def known_speakers(self, article_id: int | None = None) -> list[KnownSpeaker]:
        """Every speaker, those of the article given first, then the most quoted."""
        with translated(self.path), reading(self._engine) as connection:
            return deciding.known_speakers(connection, article_id)

    def articles_to_parse(self, *, not_by: str | None = None, from_id: int = 0) -> list[int]:
        """The ids, in order, of the articles from `from_id` on; with `not_by`, of those of other parsers."""
        with translated(self.path), reading(self._engine) as connection:
            return reparsing.articles_to_parse(connection, not_by=not_by, from_id=from_id)

    def stored_article(self, id_: int) -> Article | None:
        """A stored article with the topics that it declares; None when it is not there."""
        with translated(self.path), reading(self._engine) as connection:
            return reparsing.stored_article(connection, id_)

    def reparse(
        self,
        id_: int,
        article: Article,
        quotations: Sequence[Quotation],
        *,
        parser: str,
        topics: Topics,
        keep: bool = True,
    ) -> list[Change] | None:
        """Put what version `parser` found in the place of what was found, in one transaction.

        `article` is what `stored_article` gave; None when it has changed since. Decisions stay. Without
        `keep` nothing is stored, and only what would change is told.
        """
        with translated(self.path), writing(self._engine) as connection:
            return reparsing.reparse(
                connection, id_, article, quotations, parser=parser, about=topics, keep=keep
            )

    def close(self) -> None:
        """Let go of the file."""
        with translated(self.path):
            self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
