"""From a filter to SQL: what quotations have to be, and in what order they come."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Select,
    UnaryExpression,
    and_,
    case,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
    true,
    union,
    union_all,
)
from sqlalchemy.sql.operators import custom_op

from quotes.model import Kind, Scheme
from quotes.storage import parts
from quotes.storage.filters import Filter, Sort
from quotes.storage.given import Given, of_name, of_topic, topic_name, value, values
from quotes.storage.listed import listed
from quotes.storage.tables import (
    article,
    article_topic,
    quotation,
    quotation_topic,
    speaker,
    speaker_alias,
    speaker_merge,
    topic,
)

if TYPE_CHECKING:
    from quotes.storage.leading import Meant

#: those with which SQLite can begin, by what of a filter they come from
CONDITIONS = ("speaker", "topics", "outlet", "dates", "min_confidence")
#: SQLite looks for no index where something is added, be it nothing; this leaves texts as they are
_PLUS: custom_op[Any] = custom_op("+")
_q = quotation.c
# made once: SQLAlchemy makes every column of them
_beside, _others = quotation.alias(), article.alias()


def conditions(
    wanted: Filter, *, decided: bool = False, meant: Meant | None = None, aside: Collection[str] = ()
) -> Iterator[ColumnElement[bool]]:
    """What quotations have to be for `wanted`; its order and its limit say nothing here.

    With `decided`, those on which a person decided, whatever they found: also what they rejected. `meant`
    spares looking names up again, and SQLite does not begin with the conditions `aside` (see `leading`).
    """
    given = values(wanted, meant)
    # not as parameters: by these words SQLite knows that an index of what is shown will do
    yield _q.status != literal_column("'auto'" if decided else "'rejected'")
    yield _led(_q.start, "shown", aside).is_not(None)
    if Kind.TERM not in wanted.kinds and (wanted.kinds or not decided):
        yield _q.kind != literal_column("'term'")
    if wanted.kinds:
        yield _q.kind.in_(wanted.kinds)
    if wanted.speaker_id is not None:
        yield _q.speaker_id == value(given, "speaker_id")
    if wanted.speaker is not None:
        ids = listed(value(given, "speakers_meant")) if meant else speakers_called(wanted.speaker)
        yield _led(_q.speaker_id, "speaker", aside).in_(ids)
    if wanted.topics:
        called = topics_meant(given, meant) if meant else _topics_called(wanted)
        yield from map(is_about if "topics" in aside else _about, called)
    if wanted.outlet is not None:
        its = select(article.c.id).where(published_by(wanted))
        yield _led(_q.article_id, "outlet", aside).in_(its)
    if wanted.min_confidence is not None:
        yield _led(_q.confidence, "min_confidence", aside) >= value(given, "min_confidence")
    yield from dates(wanted, UnaryExpression(_q.date, operator=_PLUS) if "dates" in aside else _q.date)


def _led(column: ColumnElement[Any], condition: str, aside: Collection[str]) -> ColumnElement[Any]:
    return column + 0 if condition in aside else column


def speakers_called(words: str) -> Select[tuple[int]]:
    """The ids of those who have `words` in a name, and of those for whom such a name stands."""
    given = of_name("speaker", words)
    its_name = part_of(speaker.c.name_folded, value(given, "speaker"))
    its_alias = part_of(speaker_alias.c.alias_folded, value(given, "speaker"))
    by_name = select(speaker.c.id).where(in_names(words), its_name)
    by_alias = select(speaker_alias.c.speaker_id).where(in_aliases(words), its_alias)
    found = union_all(by_name, by_alias).cte()  # without a name: a statement may ask twice
    # a merged name has no quotations: they are with the speaker for whom it stands
    behind = select(speaker_merge.c.same_as).where(speaker_merge.c.speaker_id.in_(select(found.c.id)))
    return select(union_all(select(found.c.id), behind).subquery().c.id)


def published_by(wanted: Filter) -> ColumnElement[bool]:
    """The article's outlet has the words that are `wanted` in its name."""
    names, words = _outlets(), value(values(wanted), "outlet")
    return article.c.outlet_folded.in_(select(names.c.name).where(part_of(names.c.name, words)))


@cache
def _outlets() -> CTE:
    """The folded names of outlets: few, for many articles.

    From each to the next: to tell them apart, SQLite would go through all articles.
    """
    first = select(func.min(article.c.outlet_folded).label("name")).cte(recursive=True)
    after = select(func.min(_others.c.outlet_folded)).where(_others.c.outlet_folded > first.c.name)
    return first.union_all(select(after.scalar_subquery()).where(first.c.name.is_not(None)))


def topics_meant(given: Given, meant: Meant) -> list[Select[Any]]:
    """The ids of the topics that are meant; a quotation has to have one of each."""
    return [listed(value(given, f"{topic_name(place)}_meant")) for place in range(len(meant.topics))]


def _topics_called(wanted: Filter) -> list[Select[Any]]:
    return [select(select(topic.c.id).where(one).cte().c.id) for one in called(wanted)]


def called(wanted: Filter) -> list[ColumnElement[bool]]:
    """What topics have to be called: one condition for each of which a quotation has to have one."""
    of_each = is_called_so(wanted)
    return of_each if wanted.all_topics or not of_each else [or_(*of_each)]


def is_called_so(wanted: Filter) -> list[ColumnElement[bool]]:
    """The topic is called as is `wanted`, word by word."""
    return [is_called(words, topic_name(place)) for place, words in enumerate(wanted.topics)]


def _about(called: Select[Any]) -> ColumnElement[bool]:
    """A quotation's own topics count, where it has some; else its article's. The articles lead there."""
    own = select(quotation_topic.c.quotation_id)
    by_itself = own.where(quotation_topic.c.topic_id.in_(called))
    by_article = select(article_topic.c.article_id).where(article_topic.c.topic_id.in_(called))
    beside = select(_beside.c.article_id).where(_beside.c.id.in_(by_itself))
    somewhere = _q.article_id.in_(select(union(by_article, beside).subquery().c.article_id))
    its_own, its_articles = _q.id + 0, _q.article_id + 0
    exactly = or_(its_own.in_(by_itself), and_(its_articles.in_(by_article), its_own.not_in(own)))
    return and_(somewhere, exactly)


def is_about(called: Select[Any]) -> ColumnElement[bool]:
    """The same, to be asked of one quotation after the other."""
    own = select(quotation_topic.c.topic_id).where(quotation_topic.c.quotation_id == _q.id)
    its_articles = select(article_topic.c.topic_id).where(article_topic.c.article_id == _q.article_id)
    by_itself = own.where((quotation_topic.c.topic_id + 0).in_(called))
    by_article = its_articles.where((article_topic.c.topic_id + 0).in_(called))
    return case((own.exists(), by_itself.exists()), else_=by_article.exists())


def is_called(words: str, name: str = "topic") -> ColumnElement[bool]:
    """The topic has `words` in a label, or is the subject of that code: *guerre*, *war*, *16000000*.

    Statements are given them as `name`.
    """
    t = topic.c
    given = of_topic(name, words)
    its_label = part_of(t.label_folded, value(given, name))
    if f"{name}_code" in given:
        return or_(t.code == value(given, f"{name}_code"), its_label)
    either = [its_label, part_of(t.label_en_folded, value(given, name))]
    if f"{name}_singular" in given:
        singular = part_of(t.label_folded, value(given, f"{name}_singular"))
        either.append(and_(t.scheme == Scheme.KEYWORD.value, singular))
    return and_(_may_have(parts.OF_TOPICS, t.id, given, name), or_(*either))


def in_names(words: str) -> ColumnElement[bool]:
    """The speaker's name may have `words` in it, as far as the index of parts tells."""
    return _may_have(parts.OF_SPEAKERS, speaker.c.id, of_name("speaker", words), "speaker")


def in_aliases(words: str) -> ColumnElement[bool]:
    """The same of an alias."""
    return _may_have(parts.OF_ALIASES, speaker_alias.c.id, of_name("speaker", words), "speaker")


def _may_have(index: parts.Parts, key: ColumnElement[int], given: Given, name: str) -> ColumnElement[bool]:
    if f"{name}_parts" not in given:
        return true()
    looked_up = table(index.name, column("rowid"))
    matches = literal_column(index.name).op("MATCH")(value(given, f"{name}_parts"))
    return key.in_(select(looked_up.c.rowid).where(matches))


def part_of(folded: ColumnElement[Any], words: ColumnElement[str]) -> ColumnElement[bool]:
    """`words`, which are folded, are part of what a column holds."""
    # not LIKE: it has wildcards to escape and a length that it refuses
    return func.instr(folded, words) > 0


def dates(wanted: Filter, date: ColumnElement[Any]) -> Iterator[ColumnElement[bool]]:
    """What the column `date` has to be for `wanted`."""
    given = values(wanted)
    for since in ("since", "on_since"):
        if since in given:
            yield _not_before(given, since, date)
    for until in ("until", "on_until"):
        if until in given:
            # '2024' and '2024-03' sort before any day of theirs, as their first day does
            yield date <= value(given, until)


def _not_before(given: Given, when: str, date: ColumnElement[Any]) -> ColumnElement[bool]:
    """The stored date ends on the first day of `when` or later: 2024 and 2024-10 reach into 2024-10-30."""
    year, month = value(given, f"{when}_year"), value(given, f"{when}_month")
    # the first half says no more than the second, but is a range of the index
    return and_(date >= year, or_(date >= value(given, when), date.in_((year, month))))


def order(sort: Sort) -> tuple[UnaryExpression[Any], ...]:
    """What quotations are ordered by."""
    in_text = (_q.article_id.asc(), _q.start.asc(), _q.id.asc())
    # SQLite sorts what is null last when descending
    if sort is Sort.SPEAKER:
        return (speaker.c.name_folded.is_(None).asc(), speaker.c.name_folded.asc(), _q.date.desc(), *in_text)
    if sort is Sort.CONFIDENCE:
        return (_q.confidence.desc(), *in_text)
    if sort is Sort.ARTICLE:
        return in_text
    return (_q.date.desc(), *in_text)
