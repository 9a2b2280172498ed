"""How far an attribution is trusted: what makes it surer, by what it says of whole sentences."""

from __future__ import annotations

import pytest
from parsing_samples import last

from quotes.parsing.confidence import table
from quotes.parsing.explain import HOW
from quotes.parsing.rules import RULES
from quotes.parsing.second_look import SECOND_LOOKS


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        # a name beside the verb; a pronoun
        (
            "Ida Kervran est venue. « Le quai sera prêt », a dit Ida Kervran.",
            "Ida Kervran est venue. « Le quai sera prêt », a-t-elle dit.",
        ),
        # a verb of saying; nothing but who spoke last
        (
            "« Le quai sera prêt », dit Awa Sy. « Il le faut », ajoute Awa Sy.",
            "« Le quai sera prêt », dit Awa Sy. « Il le faut. »",
        ),
        # somebody with a name; people without
        (
            "« Le quai sera prêt », a dit Ida Kervran.",
            "« Le quai sera prêt », ont dit des dockers.",
        ),
        # a sentence; a word that may be a name for something
        (
            "Ida Kervran dénonce « une loi qui ne sert à personne ».",
            "Ida Kervran rejette ces « insinuations ».",
        ),
    ],
)
def test_what_makes_it_surer(surer: str, less_sure: str) -> None:
    assert last(surer).confidence > last(less_sure).confidence


def test_every_rule_and_every_way_to_a_speaker_that_has_a_weight_exists() -> None:
    rules = {rule.name for rule in RULES} | {look.name for look in SECOND_LOOKS}
    weighed = {tuple(signal.split(":")) for signal in table() if ":" in signal}
    assert {name for sort, name in weighed if sort == "rule"} <= rules
    assert {name for sort, name in weighed if sort == "how"} <= {*HOW, "elsewhere"}
