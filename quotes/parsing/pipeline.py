"""The whole chain from an article's text to its quotations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from quotes.dates.calendar import days_of
from quotes.model import Article, Cue, Kind, Mention, Quotation, Span, Speaker
from quotes.parsing.confidence import Known, confidence
from quotes.parsing.entity import Entity, Resolution
from quotes.parsing.kinds import Scores, agreed_kinds, scores_of
from quotes.parsing.marks import Marked, find_marked
from quotes.parsing.page import Page
from quotes.parsing.pullquotes import find_pulled
from quotes.parsing.rules import attribute
from quotes.parsing.said_on import Dating
from quotes.parsing.scene import Link, Scene
from quotes.parsing.second_look import Place, look_again
from quotes.parsing.stream import stream
from quotes.parsing.tokens import QUOTE

#: changes whenever the parser may give another result for the same text
VERSION = "9"

#: in how many paragraphs the next speaker of a fragment may stand, and of what opens a sentence
_WOVEN, _OPENING = 5, 2


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on one outermost quotation, and on what grounds."""

    scene: Scene
    quotation: Quotation
    #: the logarithm of the odds that the words are somebody's
    said: float
    #: what a rule found, be the words a quotation or a term; None when no rule found anything
    link: Link | None = None
    #: whom that means; None for a term
    resolution: Resolution | None = None
    #: who had spoken last when it was decided
    spoke_last: tuple[int, Entity] | None = None

    @property
    def rule(self) -> str | None:
        """The rule that found a source."""
        return self.link.rule if self.link is not None else None

    @property
    def place(self) -> Place:
        """Where the quotation stands."""
        scene, last = self.scene, self.spoke_last
        before = scene.page.sentences[scene.number - 1].paragraph if scene.number else -1
        heard = last is not None and scene.page.paragraph_of(last[0]) == before
        reach = _OPENING if scene.opens else _WOVEN
        goes_on = scene.fills_paragraph or (scene.page.one_a_paragraph and scene.opens)
        if heard and goes_on:
            reach = 0  # who spoke goes on
        return Place(scene.sentence.paragraph, scene.heads, reach, self.said)


class _Draft(NamedTuple):
    """What is decided on a quotation by what speaks for it alone, and on what grounds."""

    scores: Scores
    link: Link | None
    #: who had spoken last before it
    spoke_last: tuple[int, Entity] | None
    decision: Decision


def extract(article: str | Article) -> list[Quotation]:
    """The quotations of `article`, terms included, in text order.

    Pure and picklable: one article in, plain values out. Offsets are characters of the text.
    When something was said is told from the article's date; a bare text has none, and a date that no
    calendar has tells nothing.
    """
    text, published = text_and_date(article)
    marked = find_all(text)
    if not marked:
        return []
    decisions = decide(text, marked, published)
    found = look_again([d.quotation for d in decisions], [d.place for d in decisions])
    return in_text_order(text, marked, found)


def text_and_date(article: str | Article) -> tuple[str, str | None]:
    """What the parser takes of an article: its text, and when it was published if that is known."""
    if isinstance(article, str):
        return article, None
    return article.text, article.date if article.date and _is_date(article.date) else None


def _is_date(when: str) -> bool:
    try:
        days_of(when)
    except ValueError:
        return False
    return True


def find_all(text: str) -> list[Marked]:
    """Everything that may be a quotation: what stands between marks, and unmarked pull quotes."""
    marked = find_marked(text)
    return sorted(marked + find_pulled(text, marked), key=lambda m: (m.outer_start, -m.outer_end))


def decide(text: str, marked: list[Marked], published: str | None = None) -> list[Decision]:
    """The decision on every outermost quotation, in text order: each may lean on those before it."""
    page = _page(text, marked)
    scenes = scenes_of(page)
    drafts = [_draft(page, scene) for scene in scenes]
    kinds = agreed_kinds(scenes, [draft.scores for draft in drafts])
    decisions = [_agreed(page, draft, kind) for draft, kind in zip(drafts, kinds, strict=True)]
    dating = Dating(page, published)
    return [_dated(decision, dating) for decision in decisions]


def _dated(decision: Decision, dating: Dating) -> Decision:
    if decision.link is None or decision.resolution is None:
        return decision
    said = dating.of(decision.scene, decision.link, decision.resolution.entity)
    if said is None:
        return decision
    return replace(decision, quotation=replace(decision.quotation, said_on=said[0], said_when=said[1]))


def in_text_order(text: str, marked: list[Marked], outermost: list[Quotation]) -> list[Quotation]:
    """`outermost` together with the quotations nested in them."""
    found = outermost + [_nested(text, m) for m in marked if m.parent is not None]
    found.sort(key=lambda q: (q.start, -q.end))
    return found


def _page(text: str, marked: list[Marked]) -> Page:
    page = Page(text, stream(text, [m for m in marked if m.parent is None]))
    page.learn()
    return page


def scenes_of(page: Page) -> list[Scene]:
    """Every outermost quotation of `page` in its sentence, in text order."""
    ends = [sentence.stop for sentence in page.sentences]
    return [
        Scene(page, marked, k, bisect_right(ends, k))
        for k in page.stream.quotes
        if (marked := page.tokens[k].marked) is not None
    ]


def _nested(text: str, marked: Marked) -> Quotation:
    return Quotation(marked.start, marked.end, text[marked.start : marked.end], Kind.TERM, nested=True)


def _draft(page: Page, scene: Scene) -> _Draft:
    link = attribute(scene)
    scores = scores_of(scene, link)
    spoke_last = page.entities.last_speaker
    decision = _decision(page, scene, scores, scores.kind, link, spoke_last)
    if decision.resolution is not None and decision.resolution.entity is not None:
        page.entities.has_spoken(decision.resolution.entity, scene.position)
    return _Draft(scores, link, spoke_last, decision)


def _agreed(page: Page, draft: _Draft, kind: Kind) -> Decision:
    """The decision when the other quotations of the article have been asked for the kind."""
    decision = draft.decision
    if decision.quotation.kind is kind:
        return decision
    if decision.resolution is not None and kind is not Kind.TERM:
        return replace(decision, quotation=replace(decision.quotation, kind=kind))
    page.entities.last_speaker = draft.spoke_last  # its source is looked for from where it stands
    return _decision(page, decision.scene, draft.scores, kind, draft.link, draft.spoke_last)


def _decision(
    page: Page,
    scene: Scene,
    scores: Scores,
    kind: Kind,
    link: Link | None,
    spoke_last: tuple[int, Entity] | None,
) -> Decision:
    marked = scene.marked
    if link is None or kind is Kind.TERM:
        text = page.text[marked.start : marked.end]
        return Decision(scene, Quotation(marked.start, marked.end, text, kind), scores.said, link)
    resolution = resolve(page, link)
    quotation = _attributed(page, scene, kind, link, resolution.entity)
    known = Known.of(link.rule, resolution.how, scores.said, quotation.speaker)
    sure = replace(quotation, confidence=confidence(known))
    return Decision(scene, sure, scores.said, link, resolution, spoke_last)


def resolve(page: Page, link: Link) -> Resolution:
    """Whom a link means: the entity it gives, or the one its phrase refers to."""
    if link.entity is not None:
        return Resolution(link.entity, "last-speaker" if page.entities.last_speaker else "only-person")
    if link.phrase is None or link.of_whom:
        return Resolution(None, "none")
    found = page.entities.resolve(link.phrase, link.sentence)
    if found.entity is None or link.also is None:
        return found
    other = page.entities.resolve(link.also, link.sentence)
    return Resolution(page.entities.joint(found.entity, other.entity), "joint")


def mention_of(page: Page, link: Link) -> Mention | None:
    """The words that name the source, without the hyphens of an inverted pronoun."""
    if link.phrase is None or link.of_whom:
        return None
    start, end = page.stream.span(link.phrase.i, link.phrase.end)
    shown = page.text[start:end].removeprefix("-t-").removeprefix("-")
    return Mention(Span(end - len(shown), end), shown)


def _cue_of(page: Page, link: Link) -> Cue | None:
    if link.cue is None:
        return None
    start, end = page.stream.span(*link.cue)
    return Cue(Span(start, end), link.cue_text or page.text[start:end])


def _attributed(page: Page, scene: Scene, kind: Kind, link: Link, entity: Entity | None) -> Quotation:
    marked = scene.marked
    return Quotation(
        marked.start,
        marked.end,
        page.text[marked.start : marked.end],
        kind,
        Speaker(entity.name, entity.speaker_kind, entity.role, entity.aliases) if entity else None,
        mention_of(page, link),
        _cue_of(page, link),
        link.rule,
        incises=tuple(_incises(page, scene)),
    )


def _incises(page: Page, scene: Scene) -> Iterator[Span]:
    """The journalist's interruptions inside the marks."""
    begin: int | None = None
    k, tokens, starts = scene.position + 1, page.tokens, page.stream.starts
    while k < len(tokens) and starts[k] < scene.marked.end:
        if tokens[k].kind == QUOTE:
            if begin is not None:
                yield Span(*page.stream.span(begin, k))
            begin = None
        elif begin is None:
            begin = k
        k += 1
    if begin is not None:
        yield Span(*page.stream.span(begin, k))
