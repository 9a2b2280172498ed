"""How quotations look in HTML: a colour and a number a speaker, the same on every page that shows them.

What these functions give stands inside an element of class `quoted`, and looks as it should with `STYLE`:

    Markup(f"<style>{STYLE}</style>") + whole_article(article)
    quotation_in_context(one, article)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files

from markupsafe import Markup

from quotes.model import Kind, Span
from quotes.page.marked import Tagged, neutral, paragraph_spans, paragraphs
from quotes.storage import Evidence, WholeArticle

#: of everything below, both light and dark
STYLE = files("quotes.page").joinpath("marks.css").read_text(encoding="utf-8")

#: colours of `marks.css`, and the ways in which its underlines are drawn
_COLOURS = 8
_LINES = 4

_UNKNOWN = "unknown"
_TERM = "term"


@dataclass(frozen=True, slots=True)
class Sign:
    """What tells one speaker's words from another's, with colours and without."""

    #: tells speakers apart in scripts and filters: the speaker's number in the database, `unknown` or `term`
    key: str
    #: what stands before the words: the speaker's number on the page
    text: str
    name: str
    #: of `marks.css`: colour and line
    classes: str

    @property
    def language(self) -> str | None:
        """English where the name is no name but ours for who has none."""
        return None if self.key.isdecimal() else "en"


class Signs:
    """The sign of each speaker: numbers in the order in which they are met, those of `ids` first."""

    def __init__(self, ids: Iterable[int] = ()) -> None:
        self._numbers: dict[int, int] = {}
        for id_ in ids:
            self._number(id_)

    def of(self, one: Evidence) -> Sign:
        """The sign of who said a quotation."""
        if one.speaker_id is not None:
            return self.named(one.speaker_id, one.row.speaker or "")
        return NO_WORDS if one.row.kind is Kind.TERM else SOMEBODY

    def named(self, id_: int, name: str) -> Sign:
        """The sign of the speaker numbered `id_` in the database."""
        number = self._number(id_)
        line, colour = divmod(number - 1, _COLOURS)
        return Sign(str(id_), str(number), neutral(name), f"hue-{colour} line-{line % _LINES}")

    def _number(self, id_: int) -> int:
        return self._numbers.setdefault(id_, len(self._numbers) + 1)


#: of words whose speaker the article does not tell, and of those that are nobody's
SOMEBODY = Sign(_UNKNOWN, "?", "speaker unknown", "hue-none line-0")
NO_WORDS = Sign(_TERM, "–", "nobody’s words", "hue-none line-2")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article with its quotations marked."""

    span: Span
    html: Markup
    #: whose words stand in it, each once, in the order of the text
    speakers: tuple[Sign, ...]


def article_paragraphs(
    article: WholeArticle, signs: Signs, *, linked: bool = False, chosen: int | None = None
) -> Iterator[Paragraph]:
    """The paragraphs of an article, its quotations marked.

    With `linked` the quotation numbered 32 has the id `q32`, and its sign leads to `#n32`: for pages that
    have something there. The evidence of the quotation `chosen` can be seen, that of others is only tagged.
    """
    tagged = list(_tagged(article, signs, linked, chosen))
    said_by = _speakers(article, signs)
    for span, html in zip(paragraph_spans(article.text), paragraphs(article.text, tagged), strict=True):
        yield Paragraph(span, html, said_by.get(span.start, ()))


def whole_article(article: WholeArticle, signs: Signs | None = None, *, chosen: int | None = None) -> Markup:
    """An article's text with its quotations marked, and beside each paragraph whose words stand in it."""
    return _framed(article_paragraphs(article, signs or Signs(), chosen=chosen))


def quotation_in_context(one: Evidence, article: WholeArticle, signs: Signs | None = None) -> Markup:
    """The paragraphs in which a quotation and its evidence stand, all that is quoted there marked."""
    needed = [span for span in (one.span, one.cue, one.mention, one.when) if span is not None]
    around = article_paragraphs(article, signs or Signs(), chosen=one.row.id)
    return _framed(
        paragraph
        for paragraph in around
        if any(span.start < paragraph.span.end and span.end > paragraph.span.start for span in needed)
    )


def beside(signs: Iterable[Sign]) -> Markup:
    """Whose words stand in a paragraph, for the eye: to a screen reader the signs in it say the same."""
    names = Markup().join(
        Markup('<span class="by {}" data-speaker="{}"{}><b class="sign">{}</b> {}</span>').format(
            sign.classes, sign.key, _language(sign), sign.text, sign.name
        )
        for sign in signs
    )
    return Markup('<div class="beside" aria-hidden="true">{}</div>').format(names) if names else Markup()


def _framed(shown: Iterable[Paragraph]) -> Markup:
    inside = Markup("\n").join(
        Markup("<p>{}</p>{}").format(paragraph.html, beside(paragraph.speakers)) for paragraph in shown
    )
    return Markup('<div class="quoted" lang="fr">{}</div>').format(inside)


def _tagged(article: WholeArticle, signs: Signs, linked: bool, chosen: int | None) -> Iterator[Tagged]:
    parts: dict[tuple[str, Span], list[int]] = defaultdict(list)
    for one in article.quotations:
        yield _quotation(one, signs.of(one), linked, one.row.id == chosen)
        for name, span in (("cue", one.cue), ("mention", one.mention), ("when", one.when)):
            if span is not None:
                parts[name, span].append(one.row.id)
        for span in one.incises:
            yield Tagged(span, "span", {"class": "incise"})
    for (name, span), ids in parts.items():
        seen = " seen" if chosen in ids else ""
        yield Tagged(span, "span", {"class": name + seen, "data-of": " ".join(map(str, ids))})


def _quotation(one: Evidence, sign: Sign, linked: bool, is_chosen: bool) -> Tagged:
    id_ = str(one.row.id)
    look = f"quotation {one.row.kind} {sign.classes}{' chosen' if is_chosen else ''}"
    attributes = {"class": look, "data-q": id_, "data-speaker": sign.key}
    if one.row.date:
        attributes["data-date"] = one.row.date
    label = f"{sign.text}: {sign.name}"
    if linked:
        before = Markup('<a class="sign" href="#n{}" aria-label="{}"{}>{}</a>')
        return Tagged(
            one.span,
            "mark",
            attributes,
            {"id": f"q{id_}"},
            before.format(id_, label, _language(sign), sign.text),
        )
    before = Markup('<span class="sign" role="img" aria-label="{}"{}>{}</span>')
    sure = "" if one.row.kind is Kind.TERM else f" ({one.row.confidence:.2f})"
    attributes["title"] = sign.name + sure
    return Tagged(one.span, "mark", attributes, before=before.format(label, _language(sign), sign.text))


def _language(sign: Sign) -> Markup:
    return Markup(' lang="{}"').format(sign.language) if sign.language else Markup()


def _speakers(article: WholeArticle, signs: Signs) -> dict[int, tuple[Sign, ...]]:
    """Where a paragraph begins → who is quoted in it."""
    waiting = sorted(article.quotations, key=lambda one: one.span.start, reverse=True)
    here: list[Evidence] = []
    found = {}
    for span in paragraph_spans(article.text):
        while waiting and waiting[-1].span.start < span.end:
            here.append(waiting.pop())
        here = [one for one in here if one.span.end > span.start]
        found[span.start] = tuple(dict.fromkeys(signs.of(one) for one in here))
    return found
