"""When a quotation was said: the date that belongs to the saying, and none that belongs to something else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.dates.calendar import days_of
from quotes.model import Article, Quotation
from quotes.parsing import extract
from quotes.parsing.explain import explain

#: a Wednesday
PUBLISHED = "2024-10-30"


def last(text: str, published: str | None = PUBLISHED) -> Quotation:
    """The last quotation of an article."""
    return extract(Article(text, date=published))[-1]


def check(text: str, words: str | None, when: str | None, published: str | None = PUBLISHED) -> None:
    found = last(text, published)
    told = found.said_when and found.said_when.text
    assert (told, found.said_on) == (words, when)
    if found.said_when:
        assert found.said_when.span.of(text) == words


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        # behind the verb, before its subject or behind it
        ("« La digue tiendra », a déclaré mardi la maire Anne Roy.", "mardi", "2024-10-29"),
        ("« La digue tiendra », a déclaré lundi soir Anne Roy.", "lundi soir", "2024-10-28"),
        ("« La digue tiendra », a assuré la maire Anne Roy mardi.", "mardi", "2024-10-29"),
        ("« La digue tiendra », a dit Anne Roy, jeudi dernier, aux pêcheurs.", "jeudi dernier", "2024-10-24"),
        ("« La digue tiendra », a-t-elle répété hier matin.", "hier matin", "2024-10-29"),
        ("« La digue tiendra », a lancé avant-hier Anne Roy.", "avant-hier", "2024-10-28"),
        ("« La digue tiendra », a promis ce matin Anne Roy.", "ce matin", "2024-10-30"),
        ("« La digue tiendra », déclarait Anne Roy en mars dernier.", "en mars dernier", "2024-03"),
        ("« La digue tiendra », affirmait Anne Roy il y a deux ans.", "il y a deux ans", "2022"),
        ("« La digue tiendra », jurait Anne Roy fin 2021.", "fin 2021", "2021"),
        ("« La digue tiendra », avait prédit Anne Roy le 18 juin.", "le 18 juin", "2024-06-18"),
        ("« La digue tiendra », avait prédit Anne Roy le 3 mai 2019.", "le 3 mai 2019", "2019-05-03"),
        ("« La digue tiendra », a écrit Anne Roy lundi 28 octobre.", "lundi 28 octobre", "2024-10-28"),
        ("« La digue tiendra », a redit Anne Roy mi-octobre.", "mi-octobre", "2024-10"),
        ("« La digue tiendra », a dit Anne Roy le mois dernier.", "le mois dernier", "2024-09"),
        ("« La digue tiendra », a dit Anne Roy la semaine dernière.", "la semaine dernière", "2024-10"),
        # on the occasion of the saying
        ("« La digue tiendra », a dit Anne Roy lors d'un point presse lundi.", "lundi", "2024-10-28"),
        ("« La digue tiendra », assure Anne Roy dans un entretien publié mardi.", "mardi", "2024-10-29"),
        ("« La digue tiendra », écrit la mairie dans un communiqué diffusé lundi.", "lundi", "2024-10-28"),
        ("« La digue tiendra », écrit la mairie dans une lettre du 14 octobre.", "14 octobre", "2024-10-14"),
        ("« La digue tiendra », a dit Anne Roy, interrogée mardi par la radio.", "mardi", "2024-10-29"),
        ("Interrogée mardi sur la digue, Anne Roy a répondu : « Elle tiendra. »", "mardi", "2024-10-29"),
        ("Dans un rapport rendu lundi, le syndicat dénonce une digue « à bout ».", "lundi", "2024-10-28"),
        ("Selon une étude publiée lundi, la digue est « à bout de souffle ».", "lundi", "2024-10-28"),
        ("En visite vendredi à Brest, la ministre a parlé d'une digue « à bout ».", "vendredi", "2024-10-25"),
        # before the verb
        ("Mardi, Anne Roy a déclaré : « La digue tiendra. »", "Mardi", "2024-10-29"),
        ("Le 12 octobre, Anne Roy a dénoncé une digue « à bout ».", "Le 12 octobre", "2024-10-12"),
        ("Anne Roy a mardi dénoncé « une digue à bout de souffle ».", "mardi", "2024-10-29"),
        ("Mardi soir, Anne Roy, qui préside le port, a dénoncé un « gâchis ».", "Mardi soir", "2024-10-29"),
        ("Lundi, devant les pêcheurs, la maire a promis « une digue neuve ».", "Lundi", "2024-10-28"),
        ("Anne Roy a réagi mardi en dénonçant « un gâchis sans nom ».", "mardi", "2024-10-29"),
        ("Anne Roy a dénoncé un « gâchis » mardi devant les pêcheurs.", "mardi", "2024-10-29"),
        ("Anne Roy a dit mardi que la digue, bâtie en 1970, « tiendra ».", "mardi", "2024-10-29"),
        # a future
        ("Anne Roy dira vendredi que la digue est « à bout ».", "vendredi", "2024-11-01"),
        # a signature
        ("« La digue tiendra. »\n– Anne Roy (@anneroy) 22 octobre 2024", "22 octobre 2024", "2024-10-22"),
    ],
)  # fmt: skip
def test_the_date_of_the_saying(text: str, words: str, when: str) -> None:
    check(text, words, when)


@pytest.mark.parametrize(
    "text",
    [
        # the date of what is spoken of
        "La loi votée mardi est « injuste », juge Anne Roy.",
        "« Injuste », juge Anne Roy, qui avait voté lundi contre le texte.",
        "« La digue tiendra », a déclaré Anne Roy, alors que la tempête arrive jeudi.",
        "« La digue tiendra », a déclaré Anne Roy après la tempête de lundi.",
        "« La digue tiendra », a déclaré Anne Roy après la tempête lundi.",
        "« La digue tiendra », assure Anne Roy, élue en 2020.",
        "« La digue tiendra », assure Anne Roy, arrivée au port en mars 2019.",
        "« La digue tiendra », assure Anne Roy au lendemain de la grève de mardi.",
        "« La digue tiendra », répète Anne Roy depuis lundi.",
        "« La digue tiendra », a déclaré Anne Roy à la veille du vote.",
        "« La digue tiendra », promet Anne Roy pour le 3 novembre.",
        "Anne Roy a promis de venir mardi voir « une digue à bout ».",
        "Anne Roy appelle à manifester samedi « pour la digue ».",
        "Anne Roy appelle à « sortir les bottes » samedi.",
        "Anne Roy craint une « très grande marée » lundi.",
        "Anne Roy dénonce le report du vote prévu lundi, « un gâchis ».",
        "Anne Roy a dénoncé l'abandon mardi du chantier, « un gâchis ».",
        "Anne Roy a estimé que lundi avait été « une belle journée ».",
        "Arrêté mardi, le pêcheur a parlé d'un « malentendu ».",
        "Après la tempête de mardi, Anne Roy a parlé d'un « gâchis ».",
        "Le vote a eu lieu mardi et Anne Roy parle d'un « gâchis ».",
        "Selon Anne Roy, mardi, la digue était « à bout ».",
        "Selon Anne Roy, la digue a rompu mardi, « sans prévenir ».",
        "« La digue tiendra », s'emporte Anne Roy dans une allusion à la crue, mardi.",
        "Anne Roy a raconté une crue survenue chez elle lundi, « sans prévenir ».",
        # no day, or several
        "« La digue tiendra », répète Anne Roy le lundi aux pêcheurs.",
        "« La digue tiendra », a dit Anne Roy entre lundi et mardi.",
        "« La digue tiendra », a dit Anne Roy dans la nuit de lundi à mardi.",
        "« La digue tiendra », a dit Anne Roy le lundi suivant.",
        # to come, though no future says so
        "Le vote aura lieu le 5 novembre. Le 5 novembre, Anne Roy dénonce un « gâchis ».",
        # an article written on since its date: this is no week-old Thursday
        "« La digue tiendra », a déclaré jeudi Anne Roy.",
        "« La digue tiendra », a déclaré ce samedi Anne Roy.",
        # nowadays
        "« La digue tiendra », affirme aujourd'hui Anne Roy.",
        # only the quotation itself tells a time
        "« Lundi, la digue tiendra », a assuré Anne Roy.",
        "« La digue tiendra », a assuré Anne Roy.",
        # the name of a newspaper
        "« La digue tiendra », a dit Anne Roy au Journal du Dimanche.",
        "« La digue tiendra », a dit Anne Roy au Journal du dimanche.",
    ],
)
def test_a_date_of_something_else(text: str) -> None:
    check(text, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "« Elle tiendra », a dit mardi Anne Roy. « Je m'y engage. »",
        "« Elle tiendra », a dit mardi Anne Roy. « Je m'y engage », a-t-elle ajouté.",
        "« Elle tiendra », a dit mardi Anne Roy.\n\n« Et le port ? », a poursuivi la maire.",
        "La digue tiendra, a dit mardi Anne Roy.\n\n« Je m'y engage », a déclaré Anne Roy.",
        "Anne Roy a réagi mardi à la crue. « Je m'y engage », a déclaré Anne Roy.",
    ],
)
def test_the_same_speaker_goes_on(text: str) -> None:
    check(text, "mardi", "2024-10-29")


@pytest.mark.parametrize(
    "text",
    [
        # another speaker
        "« Elle tiendra », a dit mardi Anne Roy. « Non », a répondu Paul Lalo.",
        # another time is told in between
        "« Elle tiendra », a dit lundi Anne Roy. Mardi, il a plu. « Oui », a-t-elle insisté.",
        # another occasion
        "« Elle tiendra », a dit mardi Anne Roy. « Oui », a déclaré la maire à l'AFP.",
        "« Elle tiendra », a dit mardi Anne Roy. « Oui », avait déjà déclaré la maire.",
        # a description, not a report
        "« Elle tiendra », a dit mardi Anne Roy. La maire juge la crue « modeste ».",
        # what was said earlier does not date what follows
        "« Elle tiendra », avait dit Anne Roy le 3 mai 2019. « Je doute », a déclaré Anne Roy.",
    ],
)
def test_what_was_told_does_not_hold(text: str) -> None:
    check(text, None, None)


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("Sur le quai, mardi, on riait jaune. « La digue tiendra », disait Anne Roy.", "mardi", "2024-10-29"),
        (
            "Lundi soir, devant la digue, le vent tombait. « Enfin ! », a lâché Luc Roy.",
            "Lundi soir",
            "2024-10-28",
        ),
        (
            "Le 22 octobre, à la criée, les cours ont plongé. On se tait. « Fini », a soufflé Luc Roy.",
            "Le 22 octobre",
            "2024-10-22",
        ),
    ],
)
def test_the_date_of_the_scene(text: str, words: str, when: str) -> None:
    check(text, words, when)


@pytest.mark.parametrize(
    "text",
    [
        # in another paragraph, or with another time between
        "Sur le quai, mardi, on riait jaune.\n\n« La digue tiendra », disait Anne Roy.",
        "Mardi, à la criée, on riait. La nuit de jeudi à vendredi fut sale. « Enfin », disait Anne Roy.",
        # it tells when something else happened
        "Une vague de mardi, sur le quai, a tout pris. « La digue tiendra », disait Anne Roy.",
        "Mardi, sur le quai, la vague avait tout pris. « La digue tiendra », a dit Anne Roy.",
        "Samedi dernier, sur le quai, la vague a tout pris. « La digue tiendra », a dit Anne Roy.",
        "Aujourd'hui, dans la ville, tout est sec. « La digue tiendra », a dit Anne Roy.",
        "Mardi prochain, sur le quai, on rira. « La digue tiendra », a dit Anne Roy.",
        # said elsewhere, or at no time told
        "Sur le quai, mardi, on riait jaune. « La digue tiendra », disait Anne Roy sur Twitter.",
        "Sur le quai, mardi, on riait jaune. « La digue tiendra », avait dit Anne Roy.",
        "Sur le quai, mardi, on riait jaune. « La digue tiendra », estime Anne Roy.",
    ],
)
def test_a_scene_that_tells_nothing_of_the_saying(text: str) -> None:
    check(text, None, None)


@pytest.mark.parametrize(
    ("text", "published", "when"),
    [
        # counted from the last day told, else from the publication
        ("La digue a cédé jeudi. « Elle tiendra », avait dit la veille Anne Roy.", PUBLISHED, "2024-10-23"),
        ("« Elle tiendra », avait dit la veille Anne Roy.", PUBLISHED, "2024-10-29"),
        ("Elle a cédé le 12 mai 2019. Le lendemain, Anne Roy a parlé d'un « gâchis ».", None, "2019-05-13"),
        # a weekday that the article dates elsewhere
        ("Il y a vote lundi 21 octobre. « Elle tiendra », a dit lundi Anne Roy.", "2024-10", "2024-10-21"),
        ("La crue date de mars. « Elle tiendra », a dit lundi Anne Roy.", "2024-10", "2024-10"),
        ("« Elle tiendra », a dit lundi Anne Roy.", "2024", "2024"),
        ("« Elle tiendra », a dit lundi Anne Roy.", None, None),
        ("« Elle tiendra », a dit Anne Roy le 18 juin.", None, None),
        ("« Elle tiendra », a dit Anne Roy le 18 juin 2021.", None, "2021-06-18"),
        # too long ago to be this year's without saying so
        ("« Elle tiendra », a dit Anne Roy le 5 novembre.", PUBLISHED, None),
    ],
)  # fmt: skip
def test_what_else_the_article_tells(text: str, published: str | None, when: str | None) -> None:
    assert last(text, published).said_on == when


def test_words_told_again_were_said_when_they_were_said() -> None:
    text = "« La digue tiendra cet hiver »\n\n« La digue tiendra cet hiver », a dit mardi Anne Roy."
    title, body = extract(Article(text, date=PUBLISHED))
    assert title.rule == "told-again"
    assert (
        (title.said_on, title.said_when) == (body.said_on, body.said_when) == ("2024-10-29", body.said_when)
    )


def test_a_bare_text_has_no_date_of_publication() -> None:
    text = "« La digue tiendra », a déclaré mardi la maire Anne Roy."
    assert extract(text)[0] == replace(last(text), said_on=None, said_when=None)


PIECES = st.sampled_from(
    [
        "« La digue tiendra »",
        "« Non »",
        "a dit",
        "avait dit",
        "dira",
        "ajoute",
        "Anne Roy",
        "elle",
        "mardi",
        "Lundi",
        "la veille",
        "hier",
        "le 18 juin",
        "le 31 février",
        "mardi 29 octobre",
        "en mars",
        "fin 2019",
        "il y a trois jours",
        "la semaine dernière",
        "selon",
        "publié",
        "après",
        "qui",
        "que",
        ",",
        ".",
        " : ",
        "\n\n",
    ]
)
ARTICLES = st.lists(PIECES, max_size=30).map(" ".join)
DATES = st.sampled_from([PUBLISHED, "2024-10", "2024", None])


@settings(deadline=None)
@given(ARTICLES, DATES)
def test_said_on_is_a_date_with_its_words(text: str, published: str | None) -> None:
    for quotation in extract(Article(text, date=published)):
        assert (quotation.said_on is None) == (quotation.said_when is None)
        if quotation.said_on is None or quotation.said_when is None:
            continue
        first, _ = days_of(quotation.said_on)
        assert quotation.said_when.span.of(text) == quotation.said_when.text
        if published is not None and "dira" not in text:
            assert first <= days_of(published)[1]


@settings(deadline=None)
@given(ARTICLES, DATES)
def test_explaining_tells_the_same_dates(text: str, published: str | None) -> None:
    article = Article(text, date=published)
    assert [explanation.quotation for explanation in explain(article)] == extract(article)


@pytest.mark.parametrize("published", ["2018-11-31", "hier", "2024-10-30T08:00", ""])
def test_a_publication_that_no_calendar_has_tells_nothing(published: str) -> None:
    check("« Je pars », a dit mardi Léna Morel.", None, None, published)
