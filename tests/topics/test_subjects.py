"""Subjects: what the words of a text tell, from a lexicon that a person can read."""

from __future__ import annotations

import pytest

from quotes.model import Article, Scheme
from quotes.topics import topics_of
from quotes.topics.assigning import subjects_of
from quotes.topics.subjects import subjects, vocabulary


def labels(text: str, **more: str) -> list[str]:
    return [topic.label for topic in subjects_of(Article(text, **more))]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "La comédienne reprendra le rôle au théâtre, puis au cinéma.",
            "Arts, culture, divertissement et médias",
        ),
        ("Le tribunal correctionnel l'a condamnée à de la prison ferme.", "Criminalité, droit et justice"),
        ("Les sapeurs-pompiers ont sauvé six personnes des flammes.", "Désastres et accidents"),
        ("La banque centrale craint que l'inflation freine la croissance.", "Économie et finances"),
        ("Les enseignants du lycée préparent la rentrée scolaire.", "Éducation"),
        ("La fonte des glaciers menace la biodiversité des vallées.", "Environnement"),
        ("L'hôpital manque d'infirmières et de médecins.", "Santé"),
        ("La famille royale a posé avec Miss France.", "Gens animaux insolite"),
        ("Le syndicat appelle à la grève contre les licenciements.", "Social"),
        ("La cuisinière a ses recettes, la pâtisserie ses gourmands.", "Vie quotidienne et loisirs"),
        ("Les députés ont rejeté la motion de censure.", "Politique"),
        ("L'évêque a célébré la messe devant les paroissiens.", "Religion et croyance"),
        ("Le télescope a photographié une galaxie lointaine.", "Science et technologie"),
        ("Les sans-abri et les sans-papiers demandent un toit.", "Société"),
        ("La gardienne a arrêté deux penaltys en finale du championnat.", "Sport"),
        ("L'artillerie a bombardé la ligne de front.", "Conflit, guerre et paix"),
        ("Averses et rafales de vent : la vigilance orange est levée.", "Météo"),
    ],
)
def test_the_words_tell_the_subject(text, subject):
    assert labels(text)[0] == subject


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L'électrice a voté.", "Les électeurs ont voté."),
        ("la crise économique", "LES CRISES ECONOMIQUES"),
        ("un député européen", "des députées européennes"),
        ("le conseil municipal", "les conseils municipaux"),
    ],
)
def test_inflected_forms_are_one_term(one, other):
    assert vocabulary().hits(one).keys() == vocabulary().hits(other).keys() != set()


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Le garde du corps avait mis en place les chaises.", None),
        ("À peine arrivée, elle est repartie, et de bonne foi.", None),
        ("Le théâtre et l'opéra, un concert à la une.", "Arts, culture, divertissement et médias"),
        ("", None),
        ("Il pense donc il est.", None),
    ],
)
def test_idioms_tell_no_subject(text, subject):
    assert (labels(text) or [None])[0] == subject


def test_a_text_has_several_subjects_with_scores():
    found = subjects_of(
        Article(
            "Les ouvriers de l'usine sont en grève depuis lundi. Le syndicat refuse le plan social et les "
            "licenciements. L'actionnaire invoque la concurrence, un chiffre d'affaires en baisse et des "
            "pertes. Le tribunal de commerce a nommé un repreneur."
        )
    )
    assert {topic.code for topic in found[:2]} == {"medtop:09000000", "medtop:04000000"}
    assert {topic.label_en for topic in found[:2]} == {"labour", "economy, business and finance"}
    scores = [topic.score for topic in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score < 1 for score in scores)


def test_more_words_are_surer():
    short = subjects_of(Article("Le match est fini."))
    long = subjects_of(Article("Le match est fini. Le buteur a offert la finale aux supporters du club."))
    assert short == () or short[0].score < long[0].score


def test_the_title_counts():
    text = "Elle parle de croissance, d'inflation, de déficit et de dette, puis d'un hôpital."
    assert labels(text)[0] == "Économie et finances"
    assert labels(text, title="L'hôpital, ses médecins, ses infirmiers, ses urgences")[0] == "Santé"


@pytest.mark.parametrize(
    ("text", "narrower"),
    [
        ("Les électeurs votent dimanche : le scrutin des législatives, un second tour à l'issue incertaine, "
         "remplira les urnes.", "Élections"),
        ("L'ambassadeur rejoint son homologue au sommet ; la diplomatie cherche un accord bilatéral, "
         "loin du Conseil de sécurité de l'ONU.", "Relations internationales"),
        ("Les troupes tiennent la ligne de front ; l'artillerie et les missiles pilonnent le champ de "
         "bataille, malgré le cessez-le-feu.", "Conflit armé"),
    ],
)  # fmt: skip
def test_a_subject_of_the_second_level_follows_its_broader_one(text, narrower):
    found = subjects_of(Article(text))
    codes = [topic.code for topic in found]
    at = [topic.label for topic in found].index(narrower)
    broader = subjects()[codes[at]].broader
    assert broader in codes[:at]
    assert found[at].score <= found[codes.index(broader)].score


def test_topics_come_declared_first_then_subjects_then_keywords():
    article = Article(
        "Le lac de Nantua est pollué. Les pêcheurs du lac de Nantua craignent pour la biodiversité.",
        topics=("pêche",),
    )
    found = topics_of(article).article
    assert [topic.scheme for topic in found][:2] == [Scheme.DECLARED, Scheme.SUBJECT]
    assert (found[0].label, found[0].score) == ("pêche", None)
    assert "Nantua" in " ".join(topic.label for topic in found if topic.scheme is Scheme.KEYWORD)
