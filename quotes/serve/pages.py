"""What our own pages show, read from the database: the first page, a quotation, an article, a speaker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from quotes.folding import fold_name
from quotes.page.dress import Paragraph, Sign, Signs, article_paragraphs, quotation_in_context
from quotes.storage import (
    By,
    Database,
    Evidence,
    Filter,
    Holdings,
    Printing,
    Profile,
    SpeakerRow,
    StatRow,
    WholeArticle,
)
from quotes.storage.standing import Standing, standing

#: speakers, outlets and subjects on the first page; bars of its chart
_MOST, _BARS = 12, 30
#: quotations on the page of a speaker; other printings on that of a quotation
_LATEST, _PRINTINGS = 20, 10


@dataclass(frozen=True, slots=True)
class Home:
    """What the database holds."""

    holdings: Holdings
    speakers: tuple[SpeakerRow, ...]
    outlets: tuple[StatRow, ...]
    #: label → quotations
    topics: dict[str, int]
    #: quotations by year, or by month where there is one year only
    periods: tuple[StatRow, ...]

    @property
    def most(self) -> int:
        """Quotations of the period that has most."""
        return max((period.quotations for period in self.periods), default=0)


@dataclass(frozen=True, slots=True)
class QuotedArticle:
    """An article with its quotations marked, and who they are."""

    article: WholeArticle
    paragraphs: tuple[Paragraph, ...]
    #: the quotations with the sign of who said each
    quotations: tuple[tuple[Evidence, Sign], ...]
    #: everybody who is quoted, in the order in which they first speak, with how many quotations
    speakers: tuple[tuple[Evidence, Sign, int], ...]


@dataclass(frozen=True, slots=True)
class QuotationPage:
    """A quotation in its article."""

    one: Evidence
    sign: Sign
    #: the paragraphs in which it and its evidence stand
    passage: Markup
    shown: QuotedArticle
    #: what the rule that found the speaker looks for
    rule_means: str | None
    #: the same words elsewhere: at most ten
    printings: tuple[Printing, ...]
    more_printings: int


@dataclass(frozen=True, slots=True)
class SpeakerPage:
    """A speaker, and what the quotations are about: each label once."""

    profile: Profile
    topics: tuple[str, ...]


def home(path: Path) -> Home:
    """The first page; what has not changed since it was asked for last is not counted again."""
    return _home(path, standing(path))


@lru_cache(maxsize=4)
def _home(path: Path, _standing: Standing) -> Home:
    with Database.open(path, read_only=True) as db:
        years = tuple(db.stats(Filter(), By.YEAR))
        dated = [year for year in years if year.value]
        return Home(
            db.holdings(),
            tuple(db.speakers(Filter(), limit=_MOST)),
            tuple(row for row in db.stats(Filter(), By.OUTLET, limit=_MOST) if row.value),
            db.labels(limit=_MOST),
            tuple(dated if len(dated) > 1 else db.stats(Filter(), By.MONTH, limit=_BARS))[-_BARS:],
        )


def quotation_page(path: Path, id_: int) -> QuotationPage | None:
    """The quotation numbered `id_`; None when there is none, or its words have left their article."""
    from quotes.parsing.explain import meaning

    with Database.open(path, read_only=True) as db:
        one = db.evidence(id_)
        article = db.article(one.row.article_id, Filter()) if one else None
        if one is None or article is None:
            return None
        printings = db.printings(id_)
    if all(other.row.id != id_ for other in article.quotations):  # a term, or rejected
        quotations = sorted((*article.quotations, one), key=lambda other: (other.span, other.row.id))
        article = replace(article, quotations=tuple(quotations))
    signs = _signs(article)
    return QuotationPage(
        one,
        signs.of(one),
        quotation_in_context(one, article, signs),
        _quoted(article, signs, chosen=id_),
        meaning(one.row.rule) if one.row.rule else None,
        tuple(printings[:_PRINTINGS]),
        max(0, len(printings) - _PRINTINGS),
    )


def article_page(path: Path, id_: int) -> QuotedArticle | None:
    """The article numbered `id_` with its quotations; None when there is none."""
    with Database.open(path, read_only=True) as db:
        article = db.article(id_, Filter())
    return None if article is None else _quoted(article, _signs(article))


def speaker_page(path: Path, id_: int) -> SpeakerPage:
    """What is known of the speaker numbered `id_`, who has to be there."""
    with Database.open(path, read_only=True) as db:
        profile = db.profile(id_, latest=_LATEST)
    labels = {fold_name(topic.topic): topic.topic for topic in reversed(profile.topics)}
    return SpeakerPage(profile, tuple(reversed(labels.values())))


def quoted(path: Path, rows: Iterable[Mapping[str, int | str]]) -> dict[int, int]:
    """How often the speakers are quoted whose numbers stand in `rows`."""
    with Database.open(path, read_only=True) as db:
        return db.quotations_of(int(row["id"]) for row in rows)


def _signs(article: WholeArticle) -> Signs:
    """Numbers in the order in which they speak."""
    return Signs(one.speaker_id for one in article.quotations if one.speaker_id is not None)


def _quoted(article: WholeArticle, signs: Signs, *, chosen: int | None = None) -> QuotedArticle:
    signed = tuple((one, signs.of(one)) for one in article.quotations)
    paragraphs = tuple(article_paragraphs(article, signs, linked=True, chosen=chosen))
    return QuotedArticle(article, paragraphs, signed, _speakers(signed))


def _speakers(signed: Sequence[tuple[Evidence, Sign]]) -> tuple[tuple[Evidence, Sign, int], ...]:
    first: dict[str, tuple[Evidence, Sign]] = {}
    for one, sign in signed:
        first.setdefault(sign.key, (one, sign))
    counts = {key: sum(sign.key == key for _, sign in signed) for key in first}
    return tuple((*pair, counts[key]) for key, pair in first.items())
