"""The database as the rest of the program knows it: open, save, ask, close."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection, Engine

from quotes.on_demand import OnDemand
from quotes.storage.engine import WAIT, make_engine, reading, writing
from quotes.storage.errors import RefusedValueError, translated
from quotes.storage.filters import Filter, Sort, SpeakerSort
from quotes.storage.revisions import State, look, refusal
from quotes.storage.standing import standing

if TYPE_CHECKING:
    from quotes.archive import Record
    from quotes.model import Article, Judged, Quotation, Scheme, Topics
    from quotes.search import Query
    from quotes.storage import (
        archiving,
        articles,
        deciding,
        digest,
        holdings,
        known,
        merging,
        pairs,
        printings,
        profiles,
        queries,
        reparsing,
        restoring,
        search,
        speaker_names,
        speaker_queries,
        stats,
        topic_queries,
        writer,
    )
    from quotes.storage.found import (
        ArticleRow,
        ContextRow,
        Evidence,
        FoundArticleRow,
        FoundRow,
        Printing,
        WholeArticle,
    )
    from quotes.storage.holdings import Holdings
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
    from quotes.storage.speaker_rows import (
        By,
        Known,
        Merged,
        PairRow,
        Profile,
        SpeakerName,
        SpeakerRow,
        StatRow,
        Totals,
    )
    from quotes.storage.writer import Saving
else:
    # a command asks one or two of these
    archiving = OnDemand("quotes.storage.archiving")
    articles = OnDemand("quotes.storage.articles")
    deciding = OnDemand("quotes.storage.deciding")
    digest = OnDemand("quotes.storage.digest")
    holdings = OnDemand("quotes.storage.holdings")
    known = OnDemand("quotes.storage.known")
    merging = OnDemand("quotes.storage.merging")
    pairs = OnDemand("quotes.storage.pairs")
    printings = OnDemand("quotes.storage.printings")
    profiles = OnDemand("quotes.storage.profiles")
    queries = OnDemand("quotes.storage.queries")
    reparsing = OnDemand("quotes.storage.reparsing")
    restoring = OnDemand("quotes.storage.restoring")
    search = OnDemand("quotes.storage.search")
    speaker_names = OnDemand("quotes.storage.speaker_names")
    speaker_queries = OnDemand("quotes.storage.speaker_queries")
    stats = OnDemand("quotes.storage.stats")
    topic_queries = OnDemand("quotes.storage.topic_queries")
    writer = OnDemand("quotes.storage.writer")


class Database:
    """One database file. Use it as a context manager; whatever fails raises a `StorageError`."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, path: Path, *, create: bool = False, read_only: bool = False, wait: float = WAIT) -> Self:
        """The database at `path`; with `create`, a missing or empty file becomes a new one.

        With `read_only` nothing can be written, and no file is left beside it where nobody else writes.
        `wait` is how many seconds to wait for another program that writes.
        """
        mode = "rw"
        if read_only:
            mode = "immutable" if standing(path).at_rest else "ro"
        found = look(path, wait=wait, mode=mode)
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
            return writer.save(connection, [writer.Saving(article, quotations, parser, topics)])[0]

    def save_all(self, savings: Sequence[Saving]) -> list[Outcome | RefusedValueError]:
        """Store articles in one transaction, each as `save` does, in their order.

        Of an article that the database refuses nothing is kept, and the others are. Returns what became of
        each, up to the first one that was thought to be stored and is not: it has to be parsed first.
        """
        with translated(self.path), writing(self._engine) as connection:
            outcomes = self._tried(connection, savings)
            if not isinstance(outcomes, RefusedValueError):
                return [*outcomes]
            every: list[Outcome | RefusedValueError] = []
            for saving in savings:
                outcome = self._tried(connection, [saving])
                if not outcome:
                    break
                every += [outcome] if isinstance(outcome, RefusedValueError) else outcome
            return every

    def _tried(self, connection: Connection, savings: Sequence[Saving]) -> list[Outcome] | RefusedValueError:
        """Store all of them, or nothing."""
        try:
            with translated(self.path), connection.begin_nested():
                return writer.save(connection, savings)
        except RefusedValueError as error:
            return error

    def are_current(self, articles: Sequence[Article]) -> list[bool]:
        """Of each article, whether saving it would change nothing, so that it need not be parsed.

        An article parsed by another version of the parser is current all the same: parsing again is
        asked for, never a side effect.
        """
        with translated(self.path), reading(self._engine) as connection:
            return writer.are_current(connection, articles)

    def quotations(self, wanted: Filter) -> Iterator[QuotationRow]:
        """The quotations wanted, in the order wanted, read as they are asked for."""
        with translated(self.path), reading(self._engine) as connection:
            yield from queries.quotations(connection, wanted)

    def holdings(self) -> Holdings:
        """What is stored, all in all."""
        with translated(self.path), reading(self._engine) as connection:
            return holdings.holdings(connection)

    def count(self, wanted: Filter) -> int:
        """How many quotations `wanted` takes when its limit is left aside."""
        with translated(self.path), reading(self._engine) as connection:
            return queries.count(connection, wanted)

    def search(self, query: Query, wanted: Filter, *, sort: Sort | None = None) -> Iterator[FoundRow]:
        """The quotations wanted in which `query` is met: best first, or in the order `sort`."""
        with translated(self.path), reading(self._engine) as connection:
            yield from search.quotations(connection, query, wanted, sort)

    def search_around(
        self, query: Query, wanted: Filter, *, sort: Sort | None = None
    ) -> Iterator[ContextRow]:
        """The quotations wanted in whose paragraph `query` is met."""
        with translated(self.path), reading(self._engine) as connection:
            yield from search.around(connection, query, wanted, sort)

    def search_articles(
        self, query: Query, wanted: Filter, *, sort: Sort | None = None
    ) -> Iterator[FoundArticleRow]:
        """The articles in whose title or text `query` is met; of `sort` they know best first and date."""
        with translated(self.path), reading(self._engine) as connection:
            yield from search.articles(connection, query, wanted, sort)

    def articles(self, wanted: Filter) -> Iterator[ArticleRow]:
        """The articles wanted, newest first, with how much is quoted in them.

        Dates and outlet are the article's; other conditions take articles with a quotation that meets them.
        """
        with translated(self.path), reading(self._engine) as connection:
            yield from articles.articles(connection, wanted)

    def article(self, id_: int, wanted: Filter) -> WholeArticle | None:
        """One article with those of its quotations that are wanted; None when there is no such number."""
        with translated(self.path), reading(self._engine) as connection:
            return articles.whole_article(connection, id_, wanted)

    def whole_articles(self, wanted: Filter) -> Iterator[WholeArticle]:
        """The articles in which a quotation is wanted, with these, read as they are asked for."""
        with translated(self.path), reading(self._engine) as connection:
            yield from articles.whole_articles(connection, wanted)

    def evidence(self, id_: int) -> Evidence | None:
        """One quotation with where its parts stand, whatever its kind and status; None if there is none."""
        with translated(self.path), reading(self._engine) as connection:
            return articles.evidence(connection, id_)

    def printings(self, id_: int) -> list[Printing]:
        """Where else the words of a quotation are printed, earliest first."""
        with translated(self.path), reading(self._engine) as connection:
            return printings.elsewhere(connection, id_)

    def topics(
        self, wanted: Filter, *, scheme: Scheme | None = None, limit: int | None = None
    ) -> Iterator[TopicRow]:
        """What the quotations wanted are about, commonest first; without conditions, every topic there is."""
        with translated(self.path), reading(self._engine) as connection:
            yield from topic_queries.topics(connection, wanted, scheme, limit)

    def labels(self, *, limit: int) -> dict[str, int]:
        """The commonest topics but for keywords, by label, each with how many quotations are about it."""
        with translated(self.path), reading(self._engine) as connection:
            return topic_queries.labels(connection, limit)

    def near_topics(self, words: str, *, most: int = 3) -> list[str]:
        """Labels of topics spelled nearly like `words`; none when some topic is called so."""
        with translated(self.path), reading(self._engine) as connection:
            return topic_queries.near(connection, words, most)

    def speakers(
        self, wanted: Filter, *, sort: SpeakerSort = SpeakerSort.COUNT, limit: int | None = None
    ) -> Iterator[SpeakerRow]:
        """Who said the quotations wanted, in the order wanted."""
        with translated(self.path), reading(self._engine) as connection:
            yield from speaker_queries.speakers(connection, wanted, sort, limit)

    def quotations_of(self, ids: Iterable[int]) -> dict[int, int]:
        """How many quotations the speakers `ids` have, those who have some."""
        with translated(self.path), reading(self._engine) as connection:
            return speaker_queries.counts(connection, ids)

    def speakers_called(self, words: str) -> list[SpeakerName]:
        """The speakers that a name, a part of one, or a number can mean, the most quoted first."""
        with translated(self.path), reading(self._engine) as connection:
            return speaker_names.called(connection, words)

    def speaker_names(self) -> list[SpeakerName]:
        """Every speaker who is quoted."""
        with translated(self.path), reading(self._engine) as connection:
            return list(known.names(connection))

    def known_of(self, ids: Iterable[int]) -> dict[int, Known]:
        """What the speakers `ids` are quoted as, and where."""
        with translated(self.path), reading(self._engine) as connection:
            return known.known_of(connection, ids)

    def also_called(self, ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """What the speakers `ids` are called besides, by articles and by persons."""
        with translated(self.path), reading(self._engine) as connection:
            return speaker_names.also_called(connection, ids)

    def profile(self, speaker_id: int, *, latest: int = 5) -> Profile:
        """What is known of a speaker, with so many of the latest quotations."""
        with translated(self.path), reading(self._engine) as connection:
            return profiles.profile(connection, speaker_id, latest)

    def merge_speakers(self, name_id: int, into_id: int, *, dry_run: bool = False) -> Merged:
        """Make two speakers one, now and for every article to come."""
        return self._decide(lambda at: merging.merge(at, name_id, into_id), dry_run)

    def split_speaker(self, speaker_id: int, form: str, *, dry_run: bool = False) -> Merged:
        """Make a merged name of a speaker a speaker of its own again."""
        return self._decide(lambda at: merging.split(at, speaker_id, form), dry_run)

    def rename_speaker(self, speaker_id: int, name: str, *, dry_run: bool = False) -> Merged:
        """Call a speaker otherwise; articles with the old name go on leading to the speaker."""
        return self._decide(lambda at: merging.rename(at, speaker_id, name), dry_run)

    def add_alias(self, speaker_id: int, alias: str, *, dry_run: bool = False) -> Merged:
        """Have a speaker found under one more name."""
        return self._decide(lambda at: merging.add_alias(at, speaker_id, alias), dry_run)

    def _decide(self, decision: Callable[[Connection], Merged], dry_run: bool) -> Merged:
        with translated(self.path), writing(self._engine) as connection, connection.begin_nested() as tried:
            done = decision(connection)
            if dry_run:
                tried.rollback()
            return done

    def stats(self, wanted: Filter, by: By, *, limit: int | None = None) -> Iterator[StatRow]:
        """How many of the quotations wanted there are by speaker, month, outlet, and so on."""
        with translated(self.path), reading(self._engine) as connection:
            yield from stats.stats(connection, wanted, by, limit)

    def pairs(
        self, wanted: Filter, by: By, second: By, *, limit: int | None = None, top: int | None = None
    ) -> Iterator[PairRow]:
        """How many of the quotations wanted there are by two things at once.

        `limit` goes for the first as in `stats`; with `top`, so many of the second are told apart, the
        commonest, and the others are one rest.
        """
        with translated(self.path), reading(self._engine) as connection:
            yield from pairs.pairs(connection, wanted, by, second, limit, top)

    def totals(self, wanted: Filter) -> Totals:
        """How many quotations, articles, outlets and speakers `wanted` takes, and of what time."""
        with translated(self.path), reading(self._engine) as connection:
            return stats.totals(connection, wanted)

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

    def records(self, wanted: Filter) -> Iterator[Record]:
        """Everything, or what is wanted of it, as records, read as they are asked for.

        Articles with their quotations come first, in the order in which they were stored, then speakers.
        """
        with translated(self.path), reading(self._engine) as connection:
            yield from archiving.records(connection, wanted)

    def restore(self, record: Record, *, annotated: bool = False) -> Outcome:
        """Store what a record holds, in one transaction; what persons decided here stays.

        With `annotated`, persons say what the article quotes: the parser's quotations make way.
        """
        with translated(self.path), writing(self._engine) as connection:
            return restoring.restore(connection, record, annotated=annotated)

    def digest(self, *, with_times: bool = True) -> str:
        """A fingerprint of all that is stored, the same for the same content under whatever numbers.

        Without times it does not matter when articles were stored and decisions made.
        """
        with translated(self.path), reading(self._engine) as connection:
            return digest.digest(connection, with_times=with_times)

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
