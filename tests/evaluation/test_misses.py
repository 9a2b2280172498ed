"""What went wrong, in its context."""

from __future__ import annotations

import pytest
from evaluation_samples import article, found, wanted

from quotes.evaluation import MissKind, compare, misses_of
from quotes.evaluation.misses import CONTEXT
from quotes.model import Cue, Mention, Quotation, Span


def misses(gold, predicted, *only: MissKind):
    return list(misses_of([compare(article(*gold), predicted)], only))


@pytest.mark.parametrize(
    ("gold", "predicted", "what", "shown"),
    [
        ([wanted(0, 20)], [], "missed", (0, 20)),
        ([wanted(0, 20)], [found(0, 20, None, "term")], "missed", (0, 20)),
        ([], [found(0, 20)], "spurious", (0, 20)),
        ([wanted(0, 20, None, "term")], [found(0, 20)], "spurious", (0, 20)),
        ([wanted(0, 20)], [found(0, 19, "Luc Serre")], "speaker", (0, 20)),
    ],
)
def test_what_lowers_the_end_to_end_score(gold, predicted, what, shown):
    (miss,) = misses(gold, predicted)
    assert (miss.what, miss.span) == (what, shown)
    # what stands at that place on the other side is told, even if it does not count
    assert (miss.wanted is None, miss.found is None) == (not gold, not predicted)


def test_nothing_wrong():
    assert misses([wanted(0, 20)], [found(0, 20)], *MissKind) == []


def test_a_wrong_kind_is_shown_on_request():
    gold, predicted = [wanted(0, 20)], [found(0, 20, kind="partial")]
    assert misses(gold, predicted) == []
    assert [miss.what for miss in misses(gold, predicted, MissKind.KIND)] == [MissKind.KIND]


def test_misses_come_in_text_order_and_can_be_filtered():
    gold = [wanted(60, 80), wanted(100, 120)]
    predicted = [found(0, 20), found(100, 120, None)]
    assert [miss.what for miss in misses(gold, predicted)] == ["spurious", "missed", "speaker"]
    assert [miss.what for miss in misses(gold, predicted, MissKind.MISSED)] == ["missed"]


def test_a_block_of_text():
    text = "Tout bascule.\n\n« Le gué\test fermé », prévient la maire.\n"
    start, end = text.index("Le"), text.index(" »")
    mention, cue = Mention(Span(0, 0), "la maire"), Cue(Span(0, 0), "prévient")
    annotated = wanted(start, end, mention="la maire", cue="prévient", speakers=("Anne Roy", "la maire"))
    predicted = Quotation(
        start, end, text[start:end], annotated.kind, None, mention, cue, "inverted-cue-after", 0.91
    )
    (miss,) = misses_of([compare(article(annotated, text=text, outlet="La Gazette"), [predicted])])
    assert miss.lines() == [
        f"speaker  a (La Gazette)  {start}-{end}",
        "  gold       direct; Anne Roy | la maire (person); mention: la maire; cue: prévient",
        "  predicted  direct; no speaker; mention: la maire; cue: prévient; rule: inverted-cue-after; "
        "confidence: 0.91",
        "  Tout bascule. ¶ « 【Le gué est fermé】 », prévient la maire. ¶",
    ]


def test_a_block_tells_where_the_spans_differ():
    (miss,) = misses([wanted(0, 20)], [found(0, 5)], MissKind.MISSED)
    assert miss.lines()[2].endswith("span: 0-5, annotated 0-20")


def test_context_is_cut_on_both_sides():
    (miss,) = misses([wanted(400, 410)], [])
    before, _, rest = miss.lines()[-1].strip().partition("【")
    _, _, after = rest.partition("】")
    assert before.startswith("…")
    assert after.endswith("…")
    assert len(before) == len(after) == CONTEXT + 1


def test_control_characters_do_not_reach_the_terminal():
    text = "« Le gué \x1b[31mest fermé », dit-on."
    (miss,) = misses_of([compare(article(wanted(2, 24), text=text), [])])
    assert "\x1b" not in "".join(miss.lines())


def test_the_record_holds_both_sides():
    (miss,) = misses([wanted(0, 20)], [found(0, 20, "Luc Serre", rule="inverted-cue-after", confidence=0.5)])
    record = miss.record()
    assert (record["what"], record["start"], record["end"]) == ("speaker", 0, 20)
    assert record["gold"]["speakers"] == ["Anne Roy"]
    assert (record["predicted"]["speaker"], record["predicted"]["rule"]) == (
        "Luc Serre",
        "inverted-cue-after",
    )
