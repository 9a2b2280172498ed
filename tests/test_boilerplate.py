import pytest

from quotes.boilerplate import is_boilerplate


@pytest.mark.parametrize(
    "line",
    [
        "Lire aussi : Le chantier du siècle",
        "→ À LIRE AUSSI > « Le chantier »",
        "[Lire également : Le chantier]",
        "Voir aussi : le chantier en images",
        "Consultez notre dossier : le pont",
        "Facebook Twitter WhatsApp E-mail",
        "Facebook, X et LinkedIn",
        "Partager sur Facebook",
        "Accueil | Sports | Culture",
        "Cet article est réservé à nos abonnés.",
        "Pas encore abonné ? Un euro le premier mois",
        "Inscrivez-vous gratuitement à notre lettre",
        "Avec votre accord, nos partenaires et nous utilisons des traceurs",
        "Go to Contents Go to Navigation",
        "Suivez notre direct sur la crue",
        "PASSER LA PUBLICITÉ",
        "Commentaires (12)",
        "3 minutes de lecture",
    ],
)
def test_what_sites_say(line):
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Lire est un plaisir, dit-elle.",
        "Pour aller plus loin, il faudrait deux milliards, dit la ministre.",
        "Suivre la rivière, puis tourner à gauche.",
        "Partager le pain, c'est partager la vie.",
        "Facebook a fermé 3 000 comptes.",
        "X, qui veut rester anonyme, a tout vu.",
        "Abonnez-vous, leur a-t-il lancé.",
        "Personnaliser les soins coûte cher.",
        "Politique et morale",
        "Lire aussi les petites lignes, " + "c'est ce que conseille l'avocate, " * 8,
    ],
)
def test_what_articles_say(line):
    assert not is_boilerplate(line)
