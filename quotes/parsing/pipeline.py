"""The whole chain from an article's text to its quotations."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.model import Article, Cue, Kind, Mention, Quotation, Span, Speaker
from quotes.parsing.again import told_again
from quotes.parsing.confidence import confidence
from quotes.parsing.kinds import kind_of
from quotes.parsing.marks import Marked, find_marked
from quotes.parsing.page import Page
from quotes.parsing.rules import attribute
from quotes.parsing.scene import Link, Scene
from quotes.parsing.stream import stream
from quotes.parsing.tokens import QUOTE

#: changes whenever the parser may give another result for the same text
VERSION = "1"


def extract(article: str | Article) -> list[Quotation]:
    """The quotations of `article`, terms included, in text order.

    Pure and picklable: one article in, plain values out. Offsets are characters of the text.
    """
    text = article if isinstance(article, str) else article.text
    marked = find_marked(text)
    if not marked:
        return []
    page = _page(text, marked)
    found = told_again([_quotation(page, scene) for scene in _scenes(page)])
    found += [_nested(text, m) for m in marked if m.parent is not None]
    found.sort(key=lambda q: (q.start, -q.end))
    return found


def scenes_of(text: str) -> list[Scene]:
    """The scene of every outermost quotation of `text`, before any decision on it."""
    return _scenes(_page(text, find_marked(text)))


def _page(text: str, marked: list[Marked]) -> Page:
    page = Page(text, stream(text, [m for m in marked if m.parent is None]))
    page.learn()
    return page


def _scenes(page: Page) -> list[Scene]:
    return [
        Scene(page, marked, k, number)
        for number, sentence in enumerate(page.sentences)
        for k in range(sentence.start, sentence.stop)
        if (marked := page.tokens[k].marked) is not None
    ]


def _nested(text: str, marked: Marked) -> Quotation:
    return Quotation(marked.start, marked.end, text[marked.start : marked.end], Kind.TERM, nested=True)


def _quotation(page: Page, scene: Scene) -> Quotation:
    marked = scene.marked
    text = page.text[marked.start : marked.end]
    kind = kind_of(scene)
    if kind is Kind.TERM:
        return Quotation(marked.start, marked.end, text, kind)
    link = attribute(scene)
    if link is None:
        return Quotation(marked.start, marked.end, text, kind)
    return _attributed(page, scene, kind, link)


def _attributed(page: Page, scene: Scene, kind: Kind, link: Link) -> Quotation:
    marked, tokens, text = scene.marked, page.tokens, page.text
    entity = link.entity
    if entity is None and link.phrase is not None:
        entity = page.entities.resolve(link.phrase, link.sentence).entity
        if entity is not None and link.also is not None:
            entity = page.entities.joint(entity, page.entities.resolve(link.also, link.sentence).entity)
    if entity is not None:
        page.entities.last_speaker = (scene.position, entity)
    mention = cue = None
    if link.phrase is not None:
        start, end = tokens[link.phrase.i].start, tokens[link.phrase.end - 1].end
        shown = text[start:end].removeprefix("-t-").removeprefix("-")
        mention = Mention(Span(end - len(shown), end), shown)
    if link.cue is not None:
        start, end = tokens[link.cue[0]].start, tokens[link.cue[1] - 1].end
        cue = Cue(Span(start, end), link.cue_text or text[start:end])
    speaker = Speaker(entity.name, entity.kind, entity.role, entity.aliases) if entity else None
    return Quotation(
        marked.start,
        marked.end,
        text[marked.start : marked.end],
        kind,
        speaker,
        mention,
        cue,
        link.rule,
        confidence(link.rule),
        incises=tuple(_incises(page, scene)),
    )


def _incises(page: Page, scene: Scene) -> Iterator[Span]:
    """The journalist's interruptions inside the marks."""
    begin: int | None = None
    k, tokens = scene.position + 1, page.tokens
    while k < len(tokens) and tokens[k].start < scene.marked.end:
        if tokens[k].kind == QUOTE:
            if begin is not None:
                yield Span(begin, tokens[k - 1].end)
            begin = None
        elif begin is None:
            begin = tokens[k].start
        k += 1
    if begin is not None:
        yield Span(begin, tokens[k - 1].end)
