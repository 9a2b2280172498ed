"""When two names are the same speaker: fully (same) and possibly (nearly)."""

from __future__ import annotations

import pytest

from quotes.evaluation import nearly_same_speaker, same_speaker


@pytest.mark.parametrize(
    ("predicted", "accepted", "same", "nearly"),
    [
        ("Anne Roy", ["Anne Roy"], True, True),
        ("ANNE ROY", ["Anne Roy"], True, True),
        ("Helene Naël-Riou", ["Hélène Naël Riou"], True, True),
        ("Mme Anne Roy", ["Anne Roy"], True, True),
        ("Anne-Lise d'Estrac", ["Anne-Lise d’Estrac"], True, True),
        # first and last name agree, the middle may differ
        ("Anne B. Roy", ["Anne Roy"], True, True),
        ("Anne Roy", ["Anne Béatrice Roy"], True, True),
        # more than the article gives is no fault
        ("la maire Anne Roy", ["Anne Roy"], True, True),
        # any accepted name will do
        ("Nanou", ["Anne Roy", "Nanou"], True, True),
        # less than the article gives is one
        ("Roy", ["Anne Roy"], False, True),
        ("Mme Roy", ["Anne Roy"], False, True),
        ("Anne", ["Anne Roy"], False, False),
        ("Luc Roy", ["Anne Roy"], False, True),
        # the article itself gives a single name
        ("Roy", ["Roy"], True, True),
        ("Luc Roy", ["Roy"], False, True),
        ("Paul Serre", ["Anne Roy"], False, False),
        # nothing but articles and titles is no name
        ("M. le", ["Anne Roy"], False, False),
        # no speaker
        (None, ["Anne Roy"], False, False),
        ("", ["Anne Roy"], False, False),
        ("Anne Roy", [], False, False),
        (None, [], True, True),
    ],
)
def test_persons(predicted, accepted, same, nearly):
    assert same_speaker(predicted, accepted, "person") is same
    assert nearly_same_speaker(predicted, accepted, "person") is nearly


@pytest.mark.parametrize(
    ("predicted", "accepted", "same", "nearly"),
    [
        ("des riverains", ["les riverains"], True, True),
        ("riverains", ["riverains du quai"], True, True),
        ("riverains excédés du quai", ["riverains du quai"], True, True),
        ("syndicat laitier", ["le syndicat laitier de la vallée"], True, True),
        # one word of three
        ("vallée", ["le syndicat laitier de la vallée"], False, True),
        ("la mairie", ["le syndicat laitier de la vallée"], False, False),
        # no word that counts, and itself all the same
        ("certains", ["Certains"], True, True),
        (None, ["les riverains"], False, False),
    ],
)
@pytest.mark.parametrize("speaker_type", ["group", "organisation", "document", None])
def test_others_share_half_of_their_content_words(predicted, accepted, same, nearly, speaker_type):
    assert same_speaker(predicted, accepted, speaker_type) is same
    assert nearly_same_speaker(predicted, accepted, speaker_type) is nearly
