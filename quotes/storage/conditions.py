"""From a filter to SQL: what quotations have to be, and in what order they come."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
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
    false,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
    true,
    union,
    union_all,
)
from sqlalchemy.sql.operators import custom_op

from quotes.folding import fold_name, singular_name
from quotes.model import Kind, Scheme
from quotes.storage import parts
from quotes.storage.filters import Filter, Sort, first_day, last_day
from quotes.storage.listed import listed
from quotes.storage.tables import (
    Text,
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

#: a subject's code, its prefix left out or not
_CODE = re.compile(r"(?:medtop:)?([0-9]{8})")
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
    # not as parameters: by these words SQLite knows that an index of what is shown will do
    yield _q.status != literal_column("'auto'" if decided else "'rejected'")
    yield _led(_q.start, "shown", aside).is_not(None)
    if Kind.TERM not in wanted.kinds and (wanted.kinds or not decided):
        yield _q.kind != literal_column("'term'")
    if wanted.kinds:
        yield _q.kind.in_(wanted.kinds)
    if wanted.speaker_id is not None:
        yield _q.speaker_id == wanted.speaker_id
    if wanted.speaker is not None:
        ids = listed(meant.speakers) if meant else speakers_called(wanted.speaker)
        yield _led(_q.speaker_id, "speaker", aside).in_(ids)
    if wanted.topics:
        yield from _topics(wanted, meant, aside)
    if wanted.outlet is not None:
        its = select(article.c.id).where(published_by(wanted.outlet))
        yield _led(_q.article_id, "outlet", aside).in_(its)
    if wanted.min_confidence is not None:
        yield _led(_q.confidence, "min_confidence", aside) >= wanted.min_confidence
    yield from dates(wanted, UnaryExpression(_q.date, operator=_PLUS) if "dates" in aside else _q.date)


def _led(column: ColumnElement[Any], condition: str, aside: Collection[str]) -> ColumnElement[Any]:
    return column + 0 if condition in aside else column


def speakers_called(words: str) -> Select[tuple[int]]:
    """The ids of those who have `words` in a name, and of those for whom such a name stands."""
    its_name, its_alias = part_of(speaker.c.name_folded, words), part_of(speaker_alias.c.alias_folded, words)
    by_name = select(speaker.c.id).where(in_names(words), its_name)
    by_alias = select(speaker_alias.c.speaker_id).where(in_aliases(words), its_alias)
    found = union_all(by_name, by_alias).cte()  # without a name: a statement may ask twice
    # a merged name has no quotations: they are with the speaker for whom it stands
    behind = select(speaker_merge.c.same_as).where(speaker_merge.c.speaker_id.in_(select(found.c.id)))
    return select(union_all(select(found.c.id), behind).subquery().c.id)


def published_by(words: str) -> ColumnElement[bool]:
    """The article's outlet has `words` in its name."""
    names = _outlets()
    return article.c.outlet_folded.in_(select(names.c.name).where(part_of(names.c.name, words)))


@cache
def _outlets() -> CTE:
    """The folded names of outlets: few, for many articles.

    From each to the next: to tell them apart, SQLite would go through all articles.
    """
    first = select(func.min(article.c.outlet_folded).label("name")).cte(recursive=True)
    after = select(func.min(_others.c.outlet_folded)).where(_others.c.outlet_folded > first.c.name)
    return first.union_all(select(after.scalar_subquery()).where(first.c.name.is_not(None)))


def _topics(wanted: Filter, meant: Meant | None, aside: Collection[str]) -> Iterator[ColumnElement[bool]]:
    called: list[Select[Any]]
    if meant:
        called = [listed(ids) for ids in meant.topics]
    else:
        of_each = [is_called(words) for words in wanted.topics]
        asked = of_each if wanted.all_topics else [or_(false(), *of_each)]
        called = [select(select(topic.c.id).where(one).cte().c.id) for one in asked]
    yield from map(is_about if "topics" in aside else _about, called)


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


def is_called(words: str) -> ColumnElement[bool]:
    """The topic has `words` in a label, or is the subject of that code: *guerre*, *war*, *16000000*."""
    t = topic.c
    code = _CODE.fullmatch(words.strip().lower())
    if code:
        return or_(t.code == f"medtop:{code[1]}", part_of(t.label_folded, words))
    either = [part_of(t.label_folded, words), part_of(t.label_en_folded, words)]
    forms = [fold_name(words)]
    if singular_name(words) not in forms:
        forms.append(singular_name(words))
        either.append(and_(t.scheme == Scheme.KEYWORD.value, part_of(t.label_folded, forms[-1])))
    return and_(_may_have(parts.OF_TOPICS, t.id, forms), or_(*either))


def in_names(words: str) -> ColumnElement[bool]:
    """The speaker's name may have `words` in it, as far as the index of parts tells."""
    return _may_have(parts.OF_SPEAKERS, speaker.c.id, [fold_name(words)])


def in_aliases(words: str) -> ColumnElement[bool]:
    """The same of an alias."""
    return _may_have(parts.OF_ALIASES, speaker_alias.c.id, [fold_name(words)])


def _may_have(index: parts.Parts, key: ColumnElement[int], forms: Sequence[str]) -> ColumnElement[bool]:
    asked = [parts.match(form) for form in forms]
    if None in asked:
        return true()
    looked_up = table(index.name, column("rowid"))
    either = " OR ".join(f"({one})" for one in asked)
    matches = literal_column(index.name).op("MATCH")(literal(either, Text))
    return key.in_(select(looked_up.c.rowid).where(matches))


def part_of(folded: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    """`words`, folded, are part of what a column holds."""
    # not LIKE: it has wildcards to escape and a length that it refuses
    return func.instr(folded, literal(fold_name(words), Text)) > 0


def dates(wanted: Filter, date: ColumnElement[Any]) -> Iterator[ColumnElement[bool]]:
    """What the column `date` has to be for `wanted`."""
    for since in (wanted.since, wanted.on):
        if since is not None:
            yield _not_before(since, date)
    for until in (wanted.until, wanted.on):
        if until is not None:
            # '2024' and '2024-03' sort before any day of theirs, as their first day does
            yield date <= last_day(until)


def _not_before(when: str, date: ColumnElement[Any]) -> ColumnElement[bool]:
    """The stored date ends on the first day of `when` or later: 2024 and 2024-10 reach into 2024-10-30."""
    day = first_day(when)
    year, month = day[:4], day[:7]
    # the first half says no more than the second, but is a range of the index
    return and_(date >= year, or_(date >= day, date.in_((year, month))))


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
