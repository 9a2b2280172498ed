"""Keywords: names and noun phrases, plurals and accents folded together."""

from __future__ import annotations

import pytest

from quotes.model import Article, Scheme
from quotes.topics import topics_of
from quotes.topics.keywords import keywords

PORT = (
    "Le port de Sainte-Aure rouvre lundi. Éva Kerlan, qui dirige le port de Sainte-Aure, attend douze "
    "chalutiers électriques. « Les chalutiers électriques coûtent cher », dit Mme Kerlan. La Norvège en a "
    "construit trois ; la Norvège en promet neuf. Un chalutier électrique consomme peu, et le prix du "
    "gazole monte. Les pêcheurs, eux, veulent voir. Les pêcheurs ont leurs raisons. Un pêcheur sur deux "
    "doute."
)


def labels(text: str, title: str | None = None) -> list[str]:
    return [topic.label for topic in keywords(title, text)]


def test_names_and_noun_phrases_are_found_once_each():
    found = labels(PORT)
    assert {"Éva Kerlan", "Norvège", "chalutiers électriques"} <= set(found)
    assert any("Sainte-Aure" in label for label in found)
    assert len(found) == len(set(found))
    assert not any(label in ("Kerlan", "chalutier", "chalutier électrique") for label in found)


@pytest.mark.parametrize(
    ("text", "keyword"),
    [
        ("La Corée du Nord parle. On écoute la Corée du Nord.", "Corée du Nord"),
        ("Le Conseil constitutionnel tranche. Le Conseil constitutionnel siège.", "Conseil constitutionnel"),
        ("Le préfet de l'Ain, Luc d'Ormesson, parle. Luc d'Ormesson sourit.", "Luc d'Ormesson"),
        ("La SNCF recrute. On aime la SNCF.", "SNCF"),
        ("Une réforme fiscale vient. La réforme fiscale inquiète.", "réforme fiscale"),
        ("Le secrétaire à la Défense Marc Aubin est là. Marc Aubin parle.", "Marc Aubin"),
    ],
)
def test_one_keyword_at_least(text, keyword):
    assert keyword in labels(text)


@pytest.mark.parametrize(
    "text",
    ["", "…", "Il pleut.", "Demain, après, ailleurs. Encore demain.", "Mercredi, Lundi et Mardi : rien."],
)
def test_nothing_to_tell(text):
    assert labels(text) == []


def test_scores_are_relative_to_the_best():
    found = keywords(None, PORT)
    scores = [topic.score for topic in found]
    assert scores[0] == 1
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert {topic.scheme for topic in found} == {Scheme.KEYWORD}


def test_no_more_than_ten_and_names_leave_room():
    people = ". ".join(f"Le maire {name} Dupin-{name} parle à Bourg-{name}" for name in "ABCDEFGHIJKL")
    text = f"{people}. La taxe carbone pèse. La taxe carbone coûte. " * 6
    found = labels(text)
    assert len(found) == 10
    assert "taxe carbone" in found or "taxe" in found


def test_what_the_site_says_gives_no_keyword():
    text = (
        "Lire aussi : Bastien Crozat contre Bastien Crozat\nPartager sur Facebook\n\n"
        "Le barrage de Sarzeuil cède. Le barrage de Sarzeuil avait cent ans.\n\n"
        "Lire aussi : Bastien Crozat gagne\n"
    )
    found = [topic.label for topic in topics_of(Article(text)).article if topic.scheme is Scheme.KEYWORD]
    assert found[:1] == ["barrage de Sarzeuil"]
    assert not any("Crozat" in label or "Facebook" in label for label in found)
