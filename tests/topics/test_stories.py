"""A page that holds several stories: each has topics of its own."""

from __future__ import annotations

from quotes.model import Article, Scheme, Topics
from quotes.topics import topics_of

SPORT = (
    "Le club de Valmont a remporté la finale du championnat devant ses supporters. Le buteur a marqué dès "
    "la première mi-temps, le gardien de but a arrêté un penalty, et l'entraîneur a salué ses joueuses. « "
    "Nous avons joué pour nos supporters », a souri la capitaine. Le trophée sera exposé au stade jusqu'à "
    "la reprise du championnat. Les footballeuses joueront ensuite la coupe de France, avec un nouveau "
    "sélectionneur, deux attaquantes de plus et un vestiaire refait à neuf."
)
JUSTICE = (
    "Le tribunal correctionnel de Bressac a condamné hier un escroc à deux ans de prison ferme. Le "
    "procureur avait requis une peine plus lourde. « Il a ruiné des familles », a plaidé l'avocate des "
    "parties civiles. Le prévenu, jugé en comparution immédiate, était en détention provisoire depuis sa "
    "garde à vue. Son avocat fera appel devant la cour d'appel. Les enquêteurs de la gendarmerie "
    "cherchent encore un complice, soupçonné de recel et d'abus de confiance."
)


def test_one_story_has_no_stories_of_its_own():
    assert topics_of(Article(f"{SPORT}\n\n{SPORT}")).stories == ()


def check(found: Topics, text: str) -> None:
    (sport, about_sport), (justice, about_justice) = found.stories
    assert "nos supporters" in sport.of(text)
    assert "ruiné des familles" in justice.of(text)
    assert first_subject(about_sport) == "Sport"
    assert first_subject(about_justice) == "Criminalité, droit et justice"
    assert {"Sport", "Criminalité, droit et justice"} <= {topic.label for topic in found.article}


def first_subject(topics: tuple[object, ...]) -> str:
    return next(topic.label for topic in topics if topic.scheme is Scheme.SUBJECT)


def test_rules_and_subheads_part_stories():
    for mark in ("***", "* * *", "À la barre"):
        text = f"{SPORT}\n\n{mark}\n\n{JUSTICE}"
        check(topics_of(Article(text)), text)


def test_a_long_page_parts_where_its_words_change():
    text = "\n".join([SPORT] * 5 + [JUSTICE] * 5)
    check(topics_of(Article(text)), text)


def test_a_short_page_without_marks_is_one_story():
    assert topics_of(Article(f"{SPORT}\n{JUSTICE}")).stories == ()


def test_declared_topics_hold_for_all_stories():
    found = topics_of(Article(f"{SPORT}\n\n***\n\n{JUSTICE}", topics=("En bref",)))
    assert [topics[0].label for _, topics in found.stories] == ["En bref", "En bref"]
