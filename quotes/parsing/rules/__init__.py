"""The sieve: named attribution rules, strictest first."""

from __future__ import annotations

from quotes.parsing.governing import names_source
from quotes.parsing.rules import (
    after,
    agents,
    ahead,
    before,
    displayed,
    earlier,
    flow,
    gapping,
    later,
    layout,
    nouns,
    places,
    source,
)
from quotes.parsing.rules.registry import Rule
from quotes.parsing.scene import Link, Scene

#: tried in this order; the first that finds a link decides
RULES: tuple[Rule, ...] = (
    layout.signature_line,
    layout.dash_signature,
    places.on_and_place,
    after.clitic_after,
    source.source_relative,
    agents.agent,
    gapping.gapping,
    before.cue_governs,
    after.inverted_cue_after,
    ahead.colon_name,
    nouns.cue_noun_and_colon,
    displayed.display,
    displayed.slogan,
    ahead.incise_before,
    source.source_beside,
    before.cue_before,
    source.source_preposition,
    source.weak_preposition,
    before.weak_cue_before,
    after.unknown_verb_after,
    layout.bracket_signature,
    later.sentence_after,
    earlier.paragraph_and_colon,
    earlier.source_before,
    earlier.sentence_before,
    earlier.subject_of_sentence_before,
    later.subject_of_sentence_after,
    flow.narrative_infinitive,
    nouns.possessive_and_colon,
    flow.subject_and_colon,
    flow.subject_of_sentence,
    layout.link_line,
    flow.report_before,
    flow.same_speaker,
)


def attribute(scene: Scene) -> Link | None:
    """The link made by the first rule that finds one; None when the source cannot be told.

    Nor has one what is itself the name of a source: *selon « Le Courrier »*.
    """
    if names_source(scene.tokens, scene.position, scene.sentence.stop):
        return None
    for rule in RULES:
        link = rule.apply(scene)
        if link is not None:
            link.rule = rule.name
            return link
    return None


__all__ = ["RULES", "Rule", "attribute"]
