import pytest

from quotes.dates import date_in_url, publication_date
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
        ("Un titre\nBrest, le 27 janvier 2019\nLe texte.", "2019-01-27"),
        ("PARIS, dim. 27 janv. 2019 -- Le texte.", "2019-01-27"),
        ("Un titre\nSam. 3 nov. 2018\nLe texte.", "2018-11-03"),
        ("12 FÉVRIER 2019 À 18H30\nLe texte.", "2019-02-12"),
        ("Article publié le : 04/03/2021 - 18:02\nLe texte.", "2021-03-04"),
        ("Posté le 4 aout 2020 par Anne Roy\nLe texte.", "2020-08-04"),
        ("Rédigé par Anne Roy\nMis en ligne le : 1er sept. 2020\nLe texte.", "2020-09-01"),
        ("Date de publication : 04-08-2020\nLe texte.", "2020-08-04"),
        ("(Montréal) 4 août 2020 — Le texte.", "2020-08-04"),
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
        "Le livre,\nparu en kiosque le 3 mars 2021, se vend bien.",
        "Ils ont gouverné ensemble (1976-83) puis séparément.",
        "Un titre\n2024\nUne année seule peut être une légende.",
        "31/02/2023 à 10h00\nCe jour n'existe pas.",
        "Publié le 12 brumaire 1999\nCe mois n'existe plus.",
        "x" * HEAD + "\nPublié le 3 mars 2021\n",
    ],
)
def test_a_date_is_never_guessed(text):
    assert infer_date(text) is None


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://gazette.example/politique/2018/11/17/le-pont-rouvre", "2018-11-17"),
        ("https://gazette.example/2018/1/7/le-pont", "2018-01-07"),
        ("https://gazette.example/le-pont-2018-11-17-rouvre.html", "2018-11-17"),
        ("https://gazette.example/2018-11-17/le-pont", "2018-11-17"),
        ("https://gazette.example/20181117/le-pont", "2018-11-17"),
        ("https://gazette.example/pont/le-pont-rouvre-17-11-2018-227754.php", "2018-11-17"),
        ("https://gazette.example/2018/11/le-pont", "2018-11"),
        ("https://gazette.example/2018/le-pont", "2018"),
        # numbers that are no dates
        ("https://gazette.example/2018/13/45/le-pont", "2018"),
        ("https://gazette.example/20181345/le-pont", None),
        ("https://gazette.example/article20181117a", None),
        ("https://gazette.example/120181117", None),
        ("https://gazette.example/le-pont-1984", None),
        # only the path counts
        ("https://2018-11-17.example/le-pont?du=2018-11-18#2018-11-19", None),
    ],
)
def test_the_address_tells_its_date(url, date):
    assert date_in_url(url) == date


@pytest.mark.parametrize(
    ("text", "url", "given", "found"),
    [
        ("Publié le 3 mars 2021", "https://g.example/2020/01/02/a", "2019", ("2019", "given")),
        ("Publié le 3 mars 2021", "https://g.example/2020/01/02/a", None, ("2021-03-03", "text")),
        ("Le texte.", "https://g.example/2020/01/02/a", None, ("2020-01-02", "url")),
        ("Le texte.", "https://g.example/2020/01/a", None, ("2020-01", "url")),
        ("Le texte.", "https://g.example/2020/a", None, (None, None)),
        ("Le texte.", None, None, (None, None)),
        # a day without year takes that of the address, when both agree
        ("SÉOUL, 05 fév. -- Le texte.", None, None, (None, None)),
        ("SÉOUL, 05 fév. -- Le texte.", "https://g.example/2020/a", None, ("2020-02-05", "url")),
        ("SÉOUL, 05 fév. -- Le texte.", "https://g.example/2020/02/a", None, ("2020-02-05", "url")),
        ("SÉOUL, 05 fév. -- Le texte.", "https://g.example/2020/03/a", None, ("2020-03", "url")),
        ("SÉOUL, 31 fév. -- Le texte.", "https://g.example/2020/a", None, (None, None)),
    ],
)
def test_what_is_surest_tells_when_it_was_published(text, url, given, found):
    assert publication_date(text, url, given) == found
