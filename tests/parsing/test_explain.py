"""What `explain` tells of each quotation."""

from __future__ import annotations

import pickle
from typing import get_args

import pytest

from quotes.parsing import extract
from quotes.parsing.entity import How
from quotes.parsing.explain import HOW, Explanation, explain
from quotes.parsing.rules import RULES

MORNING = "Jeanne Aubry, directrice du port, est arrivée tôt. Marc Tessier l'attendait. "


def last(text: str) -> Explanation:
    return explain(text)[-1]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("« La cale est pleine », dit Jeanne Aubry.", "name"),
        (MORNING + "« La cale est pleine », dit la directrice.", "role"),
        (MORNING + "« La cale est pleine », dit-elle.", "pronoun"),
        (MORNING + "« La cale est pleine », a dit ce dernier.", "latter"),
        (
            "« La cale est pleine », dit la directrice du port de Brest. La ville attend.\n"
            "Jeanne Aubry, directrice du port de Brest, est arrivée hier.",
            "role-ahead",
        ),
        ("« La cale est pleine », dit un docker.", "phrase"),
        ("« La cale est pleine », disent Jeanne Aubry et Marc Tessier.", "joint"),
        ("« La cale est pleine », dit Jeanne Aubry. « Elle le restera. »", "last-speaker"),
        ("Jeanne Aubry tient le port. Comment va-t-il ?\n« La cale est pleine. »", "only-person"),
        ("« La cale est pleine »\nAu port. « Oui, la cale est pleine », dit Jeanne Aubry.", "told-again"),
        ("Lire aussi « La cale est toujours pleine au port »", "none"),
        ("« La cale est pleine. »", "no-rule"),
    ],
)
def test_how_a_mention_leads_to_its_speaker(text: str, how: str) -> None:
    found = explain(text)
    assert how in [e.how for e in found]
    assert how in HOW


def test_every_way_to_a_speaker_is_put_into_words() -> None:
    assert set(get_args(How)) <= set(HOW)


def test_a_quotation_told_again_points_to_the_one_that_told_its_speaker() -> None:
    first, second = explain("« La cale est pleine »\nAu port. « Oui, la cale est pleine », dit Jeanne Aubry.")
    assert first.told_at == second.quotation
    assert first.quotation.speaker == second.quotation.speaker


def test_forms_and_roles_are_those_of_the_article() -> None:
    found = last(MORNING + "« La cale est pleine », dit Aubry.")
    assert found.forms == ("Jeanne Aubry", "Aubry")
    assert found.roles == ("directrice du port",)


@pytest.mark.parametrize(
    ("text", "losers"),
    [
        (
            "« La cale est pleine », dit Jeanne Aubry, selon l'agence Marine.",
            [("source-preposition", "l'agence Marine", "agence Marine")],
        ),
        (
            "« Oui », dit Marc Tessier. « La cale est pleine », dit Jeanne Aubry.",
            [("same-speaker", None, "Marc Tessier")],
        ),
        ("« La cale est pleine », dit Jeanne Aubry.", []),
    ],
)
def test_the_candidates_that_lost(text: str, losers: list[tuple[str, str | None, str]]) -> None:
    assert [(loser.rule, loser.mention, loser.speaker) for loser in last(text).losers] == losers


def test_explaining_changes_no_quotation() -> None:
    for rule in RULES:
        assert [e.quotation for e in explain(rule.example)] == extract(rule.example)


def test_terms_and_nested_marks_have_no_source_and_say_so() -> None:
    text = "Surnommé « le Bosco », il part. « Il m'a dit “je ne viendrai jamais ici” », raconte Jeanne Aubry."
    assert [e.how for e in explain(text)] == ["term", "name", "nested"]


def test_explanations_are_plain_values() -> None:
    found = explain(MORNING + "« La cale est pleine », dit-elle. « Elle le restera. »")
    assert pickle.loads(pickle.dumps(found)) == found


def test_an_article_without_marks_has_nothing_to_explain() -> None:
    assert explain("Rien à signaler au port.") == []
