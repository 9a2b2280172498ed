import pytest

from quotes.dates.publication import HEAD, infer_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (" date 2024-10 Washington et Séoul discutent.", "2024-10"),
        ("date 2024-10-30 Séoul répond.", "2024-10-30"),
        ("Un titre\n\n05.02.2023 à 14h24 durée 00:41\n\nLe texte.", "2023-02-05"),
        ("Un titre\n\n05/02/2023 à 14h24\n\nLe texte.", "2023-02-05"),
        ("Un titre\n07/12/2018 22:17:03 - Paris (AFP)\nLe texte.", "2018-12-07"),
        ("Un titre\n2024-10-30\nLe texte.", "2024-10-30"),
        ("Un titre\n2024-10-30T08:15:00Z\nLe texte.", "2024-10-30"),
        ("Publié le 3 mars 2021 à 10h\nLe texte.", "2021-03-03"),
        ("Par Anne Roy Publié le mercredi 1er août 2021\nLe texte.", "2021-08-01"),
        ("publié le 3 févr. 2021\nLe texte.", "2021-02-03"),
        ("Mis à jour le 14 juil. 2021 à 9h05\nLe texte.", "2021-07-14"),
        ("Le 14 décembre 2021 à 9h05\nLe texte.", "2021-12-14"),
        ("Décembre 2021\nLe texte.", "2021-12"),
        ("Paris, 27 janv. 2019 (AFP) – Le texte.", "2019-01-27"),
        # publication rather than update, wherever they stand
        ("Mis à jour le 4 mars 2021\nPublié le 3 mars 2021\nLe texte.", "2021-03-03"),
    ],
)
def test_the_head_of_a_text_tells_its_date(text, date):
    assert infer_date(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "Le texte n'en dit rien.",
        "WASHINGTON, 03 fév. -- Pas d'année ici.",
        "Le 2 juin 2014, outre ses bagages, il portait une caméra.",
        "Il a tout dit dans un livre publié le 3 mars 2021 chez un éditeur.",
        "Ils ont gouverné ensemble (1976-83) puis séparément.",
        "Un titre\n2024\nUne année seule peut être une légende.",
        "31/02/2023 à 10h00\nCe jour n'existe pas.",
        "Publié le 12 brumaire 1999\nCe mois n'existe plus.",
        "x" * HEAD + "\nPublié le 3 mars 2021\n",
    ],
)
def test_a_date_is_never_guessed(text):
    assert infer_date(text) is None
