"""How quotations look in HTML: a colour and a number a speaker, the same on every page that shows them.

What these functions give stands inside an element of class `quoted`, and looks as it should with `STYLE`:

    Markup(f"<style>{STYLE}</style>") + whole_article(article)
    quotation_in_context(one, article)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files

from markupsafe import Markup

from quotes.model import Kind, Span
from quotes.page.marked import Tagged, neutral, paragraph_spans, paragraphs
from quotes.storage import Evidence, WholeArticle

#: of everything below, both light and dark
STYLE = files("quotes.page").joinpath("marks.css").read_text(encoding="utf-8")

#: attributions less sure than this are doubtful
_DOUBTFUL = 0.7
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

    def __init__(self, ids: Iterable[int] = (), looks: Looks | None = None) -> None:
        self._numbers: dict[int, int] = {}
        self._looks = looks or Looks()
        for id_ in ids:
            self._number(id_)

    def of(self, one: Evidence) -> Sign:
        """The sign of who said a quotation."""
        if one.speaker_id is not None:
            return self.named(one.speaker_id, one.row.speaker or "")
        return NO_WORDS if one.row.kind is Kind.TERM else SOMEBODY

    def named(self, id_: int, name: str) -> Sign:
        """The sign of the speaker numbered `id_` in the database."""
        return Sign(str(id_), str(self._number(id_)), neutral(name), self._looks.of(id_))

    def _number(self, id_: int) -> int:
        self._looks.of(id_)
        return self._numbers.setdefault(id_, len(self._numbers) + 1)


class Looks:
    """A colour and a line a speaker, such that those who speak in one article are told apart."""

    def __init__(self) -> None:
        self._looks: dict[int, tuple[int, int]] = {}

    def of(self, id_: int) -> str:
        """The classes of the speaker numbered `id_`."""
        if id_ not in self._looks:
            line, colour = divmod(len(self._looks), _COLOURS)
            self._looks[id_] = colour, line % _LINES
        colour, line = self._looks[id_]
        return f"hue-{colour} line-{line}"

    def meet(self, article: WholeArticle) -> None:
        """Give the speakers of an article that have no look the colours that are rarest in it."""
        ids = dict.fromkeys(one.speaker_id for one in article.quotations if one.speaker_id is not None)
        used = Counter(self._looks[id_][0] for id_ in ids if id_ in self._looks)
        for id_ in ids:
            if id_ not in self._looks:
                turn = len(self._looks)
                colour = min(range(_COLOURS), key=lambda one: (used[one], (one - turn) % _COLOURS))
                self._looks[id_] = colour, used[colour] % _LINES
                used[colour] += 1


#: of words whose speaker the article does not tell, and of those that are nobody's
SOMEBODY = Sign(_UNKNOWN, "?", "speaker unknown", "hue-none line-0")
NO_WORDS = Sign(_TERM, "–", "nobody’s words", "hue-none line-2")


def is_doubtful(one: Evidence) -> bool:
    """Whether a page has to warn that the speaker may be another."""
    return one.speaker_id is not None and one.row.confidence < _DOUBTFUL


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
    said = ("quotation", one.row.kind, sign.classes, "doubtful" * is_doubtful(one), "chosen" * is_chosen)
    look = " ".join(filter(None, said))
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
