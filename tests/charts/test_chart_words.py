"""The words around a chart."""

from __future__ import annotations

import itertools

import pytest

from quotes.charts import Language
from quotes.charts.counting import figure_of
from quotes.charts.telling import description, source, subtitle, title
from quotes.charts.words import WORDS
from quotes.model import Kind
from quotes.storage import By, Database, Filter

EN, FR = Language.ENGLISH, Language.FRENCH


@pytest.mark.parametrize(
    ("by", "second", "english", "french"),
    [
        (By.MONTH, None, "Quotations by month", "Citations par mois"),
        (By.SPEAKER, None, "The most quoted speakers", "Les locuteurs les plus cités"),
        (
            By.MONTH,
            By.SPEAKER,
            "The most quoted speakers, month by month",
            "Les locuteurs les plus cités, mois par mois",
        ),
        (
            By.OUTLET,
            By.SPEAKER,
            "Share of voice in each outlet, by speaker",
            "Répartition de la parole dans chaque média, par locuteur",
        ),
        (
            By.TOPIC,
            By.OUTLET,
            "Shares of the quotations on each topic, by outlet",
            "Répartition des citations sur chaque sujet, par média",
        ),
        (
            By.SPEAKER,
            By.TOPIC,
            "Topics of the quotations of each speaker",
            "Sujets des citations de chaque locuteur",
        ),
    ],
)
def test_a_title_says_what_is_shown(
    db: Database, by: By, second: By | None, english: str, french: str
) -> None:
    for language, words in ((EN, english), (FR, french)):
        assert title(figure_of(db, Filter(), by, second, language=language)) == words


def test_another_title(db: Database) -> None:
    assert (
        title(figure_of(db, Filter(), By.MONTH, title="Le pont,\nmois par mois")) == "Le pont, mois par mois"
    )


@pytest.mark.parametrize(
    ("wanted", "by", "english", "french"),
    [
        (
            Filter(),
            By.MONTH,
            "8 quotations from January 2023 to March 2024. Left out: 2 (not dated so precisely).",
            "8 citations de janvier 2023 à mars 2024. Laissées de côté : 2 (datées moins précisément).",
        ),
        (
            Filter(speaker="roy", topics=("transports",), min_confidence=0.5),
            By.OUTLET,
            "3 quotations from January 2023 to March 2024; speaker “roy”; topic “transports”; "
            "confidence of at least 0.5.",
            "3 citations de janvier 2023 à mars 2024 ; locuteur « roy » ; sujet « transports » ; "
            "confiance d’au moins 0,5.",
        ),
        (
            Filter(since="2024-03-02", until="2024-10", outlet="gazette", kinds=(Kind.DIRECT,)),
            By.SPEAKER,
            "2 quotations from 2 March 2024 to October 2024; outlet “gazette”; full utterances only.",
            "2 citations du 2 mars 2024 à octobre 2024 ; média « gazette » ; propos entiers seulement.",
        ),
        (
            Filter(on="2023-01-30"),
            By.SPEAKER,
            "3 quotations on 30 January 2023.",
            "3 citations le 30 janvier 2023.",
        ),
        (
            Filter(since="2022-10", until="2023-04-01"),
            By.OUTLET,
            "4 quotations from October 2022 to 1 April 2023.",
            "4 citations d’octobre 2022 au 1er avril 2023.",
        ),
        (Filter(on="2023-03"), By.OUTLET, "1 quotation in March 2023.", "1 citation en mars 2023."),
        (
            Filter(topics=("élevage", "météo")),
            By.OUTLET,
            "2 quotations in March 2023; one of the topics “élevage”, “météo”.",
            "2 citations en mars 2023 ; l’un des sujets « élevage », « météo ».",
        ),
    ],
)
def test_a_subtitle_says_of_what_and_under_what_conditions(
    db: Database, wanted: Filter, by: By, english: str, french: str
) -> None:
    assert subtitle(figure_of(db, wanted, by, language=EN)) == english
    assert subtitle(figure_of(db, wanted, by, language=FR)) == french


def test_a_subtitle_says_how_much_is_shown(db: Database) -> None:
    figure = figure_of(db, Filter(), By.SPEAKER, By.OUTLET, limit=2, top=1)
    assert "2 of 4 speakers. 1 of 2 outlets. The number at the end of a bar" in subtitle(figure)


def test_the_source(db: Database) -> None:
    everything = figure_of(db, Filter(), By.MONTH)
    assert source(everything) == (
        "Source: 5 articles of La Gazette and Le Courrier; quotations found by the program quotes"
    )
    one = figure_of(db, Filter(speaker="roy"), By.MONTH, language=FR)
    assert source(one) == "Source : 2 articles de La Gazette ; citations relevées par le logiciel quotes"


def test_a_description_tells_the_numbers(db: Database) -> None:
    told = description(figure_of(db, Filter(), By.OUTLET, By.SPEAKER_KIND))
    assert "La Gazette – persons: 4; La Gazette – organisations: 1; Le Courrier – persons: 3" in told


@pytest.mark.parametrize("language", Language)
def test_there_are_words_for_everything(db: Database, language: Language) -> None:
    words = WORDS[language]
    times = {By.YEAR, By.MONTH, By.DAY}
    assert set(words.shows) == set(words.many) == set(words.heads) == set(By)
    assert (set(words.over), set(words.each)) == (times, set(By) - times)
    assert set(words.into) == set(By) - times - {By.TOPIC, By.SUBJECT}
    for by, second in itertools.permutations(By, 2):
        if not {by, second} <= times and By.SUBJECT not in (by, second):
            figure = figure_of(db, Filter(), by, second, language=language)
            assert title(figure)
            assert description(figure)
