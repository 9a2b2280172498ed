"""Articles, quotations and charts that show themselves in a notebook, as the reader page shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from quotes.storage import Evidence, WholeArticle

if TYPE_CHECKING:
    from markupsafe import Markup

    from quotes.charts import Figure


@dataclass(frozen=True, slots=True, repr=False)
class ShownArticle(WholeArticle):
    """An article with its quotations in text order; in a notebook, its text with these marked."""

    @classmethod
    def of(cls, article: WholeArticle) -> Self:
        """The same article."""
        return cls(**{one.name: getattr(article, one.name) for one in fields(WholeArticle)})

    def __repr__(self) -> str:
        quotations = len(self.quotations)
        called = self.title or self.source
        return f"<article {self.id}: {called}, {quotations} quotation{'s' if quotations != 1 else ''}>"

    def _repr_html_(self) -> str:
        from quotes.page.dress import whole_article

        return _framed(_heading(self), whole_article(self))


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class ShownQuotation(Evidence):
    """A quotation with where its evidence stands; in a notebook, its paragraphs with all of it marked."""

    article: WholeArticle

    @classmethod
    def of(cls, one: Evidence, article: WholeArticle) -> Self:
        """The same quotation, in its article, of which it may be a term, or be rejected."""
        if all(other.row.id != one.row.id for other in article.quotations):
            every = sorted((*article.quotations, one), key=lambda other: other.span)
            article = replace(article, quotations=tuple(every))
        return cls(**{field.name: getattr(one, field.name) for field in fields(Evidence)}, article=article)

    def __repr__(self) -> str:
        return f"<quotation {self.row.id}: {self.row.speaker or 'unknown'}: «{self.row.text}»>"

    def _repr_html_(self) -> str:
        from quotes.page.dress import quotation_in_context

        return _framed(_grounds(self), quotation_in_context(self, self.article), _heading(self.article))


@dataclass(frozen=True, slots=True, repr=False)
class ShownChart:
    """A chart of what was counted: shown in a notebook, or saved."""

    figure: Figure

    def __repr__(self) -> str:
        from quotes.charts.telling import title

        return f"<chart: {title(self.figure)}>"

    def _repr_svg_(self) -> str:
        from quotes.charts import draw

        return draw(self.figure, "svg").decode()

    def save(self, path: str | Path) -> None:
        """Draw it into a file that ends in svg, png or html; whole, or what stood there stays."""
        from quotes.charts import draw
        from quotes.export.placing import new_file

        drawn = draw(self.figure, Path(path).suffix.lower().removeprefix("."))
        with new_file(Path(path)) as file:
            file.write(drawn)


def _framed(*parts: Markup) -> str:
    from markupsafe import Markup

    from quotes.page.dress import STYLE

    # the sheet says nothing of anything outside the class that all of it stands in
    style = Markup("<style>{}</style>").format(Markup(STYLE))  # noqa: S704 - our own sheet
    return str(
        style + Markup('<div style="max-width: 46em; line-height: 1.6">{}</div>').format(Markup().join(parts))
    )


def _heading(article: WholeArticle) -> Markup:
    from markupsafe import Markup

    from quotes.page.marked import neutral
    from quotes.wording import date_in_words

    about = (article.outlet, article.date and date_in_words(article.date), article.author)
    has_title = article.title and not article.text.startswith(article.title)
    title = Markup("<strong>{}</strong>").format(neutral(article.title or "")) if has_title else None
    told = ", ".join(neutral(one) for one in about if one)
    return Markup('<p lang="fr">{}</p>').format(Markup("<br>").join(filter(None, (title, told))))


def _grounds(one: Evidence) -> Markup:
    from markupsafe import Markup

    from quotes.page.marked import neutral

    row = one.row
    who = Markup("<strong>{}</strong>").format(neutral(row.speaker or "speaker unknown"))
    told = Markup("; ").join([who, *(Markup.escape(neutral(part)) for part in _told(one))])
    return Markup("<p>{}</p>").format(told)


def _told(one: Evidence) -> Iterator[str]:
    row = one.row
    if row.role:
        yield row.role
    yield row.kind
    if row.rule:
        yield f"rule {row.rule}"
    if row.speaker:
        yield f"confidence {row.confidence:.2f}"
    if one.said_on:
        yield f"said on {one.said_on}"
