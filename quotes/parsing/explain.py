"""Why a quotation got its speaker: the rule, the chain from mention to speaker, the candidates that lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from quotes.model import Article, Kind, Quotation
from quotes.parsing.pipeline import (
    Decision,
    decide,
    find_all,
    in_text_order,
    mention_of,
    resolve,
    text_and_date,
)
from quotes.parsing.rules import RULES
from quotes.parsing.second_look import (
    SECOND_LOOKS,
    SPEAKS_NEXT,
    TOLD_AGAIN,
    SecondLook,
    look_again,
    told_elsewhere,
)

#: how a mention leads to its speaker, in the words shown to a reader
HOW = {
    "name": "the mention holds the name",
    "role": "the role points back to somebody the article names",
    "role-ahead": "the role belongs to somebody whom the article names further on",
    "phrase": "known only by this phrase",
    "pronoun": "the pronoun takes up the most prominent earlier source that agrees with it",
    "latter": "the nearest earlier source that agrees",
    "on": "a body, a place or a document named before hides behind on",
    "joint": "two sources speak together",
    "last-speaker": "whoever spoke last goes on",
    "only-person": "the only person whom the article names",
    TOLD_AGAIN.name: "the same words stand elsewhere in the article with their speaker",
    SPEAKS_NEXT.name: "whoever is the next to speak speaks here already",
    "none": "the source is not told here",
    "no-rule": "no rule found a source",
    "term": "the words are nobody's",
    "nested": "inside another quotation",
}
#: how many candidates that lost are shown
_LOSERS = 5
_RULES = {rule.name: rule for rule in RULES}


@dataclass(frozen=True, slots=True)
class Loser:
    """A link that a rule further down the sieve would have made."""

    rule: str
    #: None where the rule goes by the flow of the text alone
    mention: str | None
    speaker: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """One quotation and the grounds of its attribution."""

    quotation: Quotation
    #: what the rule looks for, in one sentence, and an example; None without a rule
    looks_for: str | None = None
    example: str | None = None
    #: how the mention led to the speaker: a key of `HOW`
    how: str = "no-rule"
    #: every form of the speaker's name in the article, the fullest first
    forms: tuple[str, ...] = ()
    #: what the article says the speaker is, in text order
    roles: tuple[str, ...] = ()
    #: the quotation that told the speaker, when a second look found it
    told_at: Quotation | None = None
    #: at most five, strictest rule first, each with another speaker
    losers: tuple[Loser, ...] = ()


def explain(article: str | Article) -> list[Explanation]:
    """The quotations of `article` as `extract` gives them, each with its grounds."""
    text, published = text_and_date(article)
    marked = find_all(text)
    if not marked:
        return []
    decisions = decide(text, marked, published)
    decided = [decision.quotation for decision in decisions]
    places = [decision.place for decision in decisions]
    outermost = look_again(decided, places)
    sources = told_elsewhere(decided, places)
    by_start = {decision.quotation.start: decision for decision in decisions}
    # Chains first: looking for losers registers more mentions, which may add forms to a name.
    grounds = [
        _told_elsewhere(quotation, *told, by_start) if told else _grounds(decision)
        for decision, quotation, told in zip(decisions, outermost, sources, strict=True)
    ]
    explained = {
        e.quotation.start: replace(e, losers=_losers(decision, e))
        for e, decision in zip(grounds, decisions, strict=True)
    }
    return [
        Explanation(q, how="nested") if q.nested else explained[q.start]
        for q in in_text_order(text, marked, outermost)
    ]


def meaning(rule: str) -> str | None:
    """What the rule of that name looks for, in one sentence; None when there is no such rule."""
    known = _RULES.get(rule) or next((look for look in SECOND_LOOKS if look.name == rule), None)
    return known.doc if known else None


def _grounds(decision: Decision) -> Explanation:
    quotation = decision.quotation
    rule = _RULES.get(quotation.rule or "")
    if rule is None or decision.resolution is None:
        return Explanation(quotation, how="term" if quotation.kind is Kind.TERM else "no-rule")
    how = decision.resolution.how
    return Explanation(
        quotation, rule.doc, rule.example, how, forms=_forms(quotation), roles=_roles(decision)
    )


def _told_elsewhere(
    quotation: Quotation, source: Quotation, look: SecondLook, by_start: Mapping[int, Decision]
) -> Explanation:
    return Explanation(
        quotation,
        look.doc,
        look.example,
        look.name,
        _forms(quotation),
        _roles(by_start[source.start]),
        told_at=source,
    )


def _forms(quotation: Quotation) -> tuple[str, ...]:
    speaker = quotation.speaker
    return (speaker.name, *speaker.aliases) if speaker else ()


def _roles(decision: Decision) -> tuple[str, ...]:
    entity = decision.resolution and decision.resolution.entity
    if not entity:
        return ()
    return tuple(dict.fromkeys(text for _, text in entity.roles if text != entity.name))


def _losers(decision: Decision, explanation: Explanation) -> tuple[Loser, ...]:
    speaker = explanation.quotation.speaker
    found: dict[str | None, Loser] = {}
    for loser in _further_down(decision):
        if speaker is None or loser.speaker != speaker.name:
            found.setdefault(loser.speaker, loser)
    return tuple(found.values())[:_LOSERS]


def _further_down(decision: Decision) -> Iterator[Loser]:
    """What the decision itself and the rules behind it in the sieve would have found."""
    if decision.link is None or decision.resolution is None:
        return
    page = decision.scene.page
    page.entities.last_speaker = decision.spoke_last
    first = next(n for n, rule in enumerate(RULES) if rule.name == decision.link.rule)
    for rule in RULES[first:]:
        link = rule.apply(decision.scene)
        entity = resolve(page, link).entity if link is not None else None
        if link is not None and entity is not None:
            mention = mention_of(page, link)
            yield Loser(rule.name, mention.text if mention else None, entity.name)
