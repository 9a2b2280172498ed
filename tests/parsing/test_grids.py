"""Every way to name a source in every way to report it: one sentence each, and one right answer.

A way that holds alone may break beside another; so each is put together with each.
"""

from __future__ import annotations

import re
from itertools import product

import pytest

from quotes.model import Kind, Quotation
from quotes.parsing import extract

WHO = "Paul Roche"
#: a name whose first name is listed, and one that no list knows
NAMES = [WHO, "Zubran Kelo"]

#: a way to name somebody, and whether a comma closes it before a verb
NAMINGS = [
    ("X", False),
    ("X (PS)", False),
    ("X (45 ans)", False),
    ("X, 45 ans", True),
    ("X, 45 ans et deux enfants", True),
    ("X, 45 ans, menuisier à Brest", True),
    ("X, maire de Brest", True),
    ("X, ancien ministre et candidat à la mairie", True),
    ("X, secrétaire général de la CGT-Cheminots", True),
    ("X, porte-parole de la Fédération des marins", True),
    ("X, chercheur à l'université de Brest et auteur d'un livre sur la mer", True),
    ("X, spécialiste de la houle à l'Ifremer", True),
    ("X, marin depuis vingt ans", True),
    ("X, arrivé en 2015", True),
    ("X, père de deux enfants", True),
    ("X, habitant de Brest", True),
    ("X, l'avocat de la famille", True),
    ("X, le gardien de but", True),
    ("X, l'un des fondateurs du collectif", True),
    ("X, un voisin", True),
    ("X, son frère", True),
    ("X, lui-même ancien marin", True),
    ("X, quant à lui", True),
    ("X, visiblement ému", True),
    ("X, à la tête du club depuis 2010", True),
    ("X, du syndicat Mer unie", True),
    ("X du syndicat Mer unie", False),
    ("X, de l'Institut de la mer", True),
    ("X, qui préside le club depuis dix ans", True),
    ("Me X, avocat de la famille", True),
    ("le Dr X", False),
    ("le Pr X, chef du service des urgences de l'hôpital de Brest", True),
    ("le jeune X", False),
    ("le maire X", False),
    ("le maire de Brest X", False),
    ("le maire de Brest, X", True),
    ("le maire LR de Brest, X", True),
    ("le maire (PS) de Brest X", False),
    ("le maire sortant, X", True),
    ("l'actuel maire, X", True),
    ("l'ex-maire X", False),
    ("le maire et sénateur X", False),
    ("le maire X, avocat de métier", True),
    ("l'ancien ministre de la Justice X", False),
    ("le ministre de la Transition écologique, X", True),
    ("le procureur de la République de Brest, X", True),
    ("le chef de l'État X", False),
    ("le chef du gouvernement X", False),
    ("le Premier ministre X", False),
    ("le député de la majorité X", False),
    ("l'élu écologiste X", False),
    ("le vice-président LR du Sénat X", False),
    ("le coprésident de la région X", False),
    ("le numéro deux du parti, X", True),
    ("le patron de la CFDT, X", True),
    ("le secrétaire général de la CGT X", False),
    ("le leader du mouvement X", False),
    ("l'un des fondateurs du collectif, X", True),
    ("le président de l'Association des pêcheurs de la rade (APR), X", True),
    ("le directeur général adjoint chargé des réseaux, X", True),
    ("un porte-parole de la police, X", True),
    ("le patron des pompiers, le colonel X", True),
    ("l'avocat de la famille, Me X", True),
    ("son avocat, maître X", True),
    ("le réalisateur du film, X, 45 ans", True),
    ("le chanteur et comédien X", False),
    ("l'entraîneur X", False),
    ("le gardien de but X", False),
    ("le commerçant X, installé rue de Siam", True),
    ("le propriétaire des lieux, X", True),
    ("un habitant, X", True),
]

#: a way to report; `N` is the naming, `N,` with its closing comma
REPORTS = [
    "« Le port est mort », a dit N.",
    "« Le port est mort », a déclaré jeudi N, lors d'une conférence de presse.",
    "« Le port est mort », a déclaré à l'AFP N.",
    "« Le port est mort », estime pour sa part N.",
    "« Le port est mort », s'exclame, ravi, N.",
    "« Le port est mort », a tweeté N, le lendemain.",
    "« Le port est mort », peste N, en montrant les quais vides.",
    "« Le port est mort », lance N, avant d'ajouter : « Il faut agir. »",
    "« Le port est mort », selon N.",
    "« Le port est mort » : N, a vivement réagi jeudi.",
    "« Le port, dit N, est mort. »",
    "« Le port est mort, assure N. Il faut agir. »",
    "« Une agonie lente », s'est indigné N.",
    "Le port est « condamné », a reconnu N.",
    "N, a dit : « Le port est mort. »",
    "N : « Le port est mort. »",
    "N, n'a pas caché sa colère : « Le port est mort. »",
    "N, a déclaré jeudi à la presse que « le port est mort ».",
    "N, a fait savoir que le port était « condamné ».",
    "N, dénonce une « agonie lente ».",
    "N, se dit « très inquiet ».",
    "N, s'est félicité jeudi d'un « vrai tournant ».",
    "Mais N, en est sûr : « Le port est mort. »",
    "Et N, de conclure : « Le port est mort. »",
    "De son côté, N, juge la mesure « injuste ».",
    "Contacté, N, assure que le port est « condamné ».",
    "Interrogé par Radio Mer, N, a répondu : « Le port est mort. »",
    "Invité de Radio Mer, N, a regretté une « agonie lente ».",
    "Dans un communiqué, N, a dénoncé une « agonie lente ».",
    "Dans une lettre ouverte, N, demande « des moyens pour le port ».",
    "Ce que N, appelle une « agonie lente » dure depuis dix ans.",
    "La mesure est qualifiée d'« injuste » par N.",
    "Selon N§, « le port est mort ».",
    "Pour N§, « le port est mort ».",
    "D'après N§, le port est dans une « agonie lente ».",
    "À en croire N§, le port est « condamné ».",
    "Aux yeux de N§, la mesure est « injuste ».",
    "Comme le dit N§, « le port est mort ».",
    "Même constat pour N§ : « Le port est mort. »",
    "Le port vit une « agonie lente », pour reprendre les mots de N.",
]

#: what stands before and behind it
SURROUNDINGS = [
    ("", ""),
    (
        "La députée Hélène Marchand visitait lundi le port avec le préfet Luc Fabre. ",
        " La réunion avec Karim Oury est prévue mardi.",
    ),
    ("« Rien ne va », disait lundi Hélène Marchand.\n", "\nLa réunion avec Karim Oury est prévue mardi."),
]
_CONTRACTED = {"de le ": "du ", "à le ": "au ", "À le ": "Au "}


def _upper(words: str) -> str:
    return words[0].upper() + words[1:]


def _contracted(text: str) -> str:
    for apart, together in _CONTRACTED.items():
        text = text.replace(apart, together)
    return re.sub(r"\b([dqDQ])(e|ue) (?=[AÉHaé]|une? )", lambda m: m[1] + m[2][:-1] + "'", text)


def _found(text: str, *aside: str) -> list[Quotation]:
    return [q for q in extract(text) if not q.nested and q.text not in aside]


def _all_by(name: str, found: list[Quotation]) -> bool:
    """Whether there are quotations, no terms, and all of them are said by `name`."""
    return bool(found) and all(
        q.kind is not Kind.TERM and q.speaker is not None and q.speaker.name == name for q in found
    )


def _reported(report: str, naming: str, name: str, *, closed: bool) -> str:
    words = naming.replace("X", name)
    if report.startswith("N"):
        words = _upper(words)
    text = report.replace("N§", words).replace("N,", words + "," * closed)
    return _contracted(re.sub(r"\bN\b(?! ?unie)", words, text))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("naming", "closed"), NAMINGS, ids=[naming for naming, _ in NAMINGS])
def test_a_name_in_every_report(naming: str, closed: bool, name: str) -> None:
    texts = [
        before + _reported(report, naming, name, closed=closed) + behind
        for report, (before, behind) in product(REPORTS, SURROUNDINGS)
    ]
    assert [text for text in texts if not _all_by(name, _found(text, "Rien ne va"))] == []


#: how an article presents Paul Roche, and that he is a carpenter
PRESENTATIONS = [
    "Le menuisier Paul Roche, 45 ans, a inspecté la digue lundi.",
    "Paul Roche, 45 ans, menuisier, répare des bateaux depuis vingt ans.",
    "À Brest, Paul Roche, menuisier, a reçu la presse lundi.",
    "C'est Paul Roche, menuisier de 45 ans, qui a donné l'alerte.",
    "« Tout va bien », assure Paul Roche, menuisier à Brest.",
    "« Tout va bien », disait lundi Paul Roche. Le menuisier a pourtant perdu son atelier.",
    "Le collectif est mené par Paul Roche, un menuisier de 45 ans.",
    "Paul Roche est menuisier à Brest.",
    "Paul Roche, lui, est venu en voisin. Il est menuisier.",
    "Il y avait aussi Paul Roche, menuisier de 45 ans.",
    "Rencontre avec Paul Roche, menuisier de 45 ans.",
    "Parmi les mécontents, Paul Roche, menuisier de 45 ans.",
    "Sur le port, on croise Paul Roche, menuisier de 45 ans.",
    "Le port a un nouveau visage : Paul Roche, menuisier de 45 ans.",
    "Pour Paul Roche, menuisier, la digue est perdue.",
    "Selon Paul Roche, menuisier, la digue est perdue.",
    "Ancien marin, Paul Roche est devenu menuisier.",
    "Menuisier à Brest, Paul Roche habite près du port.",
    "À 45 ans, Paul Roche, menuisier, n'a jamais vu cela.",
]

#: what stands between: nobody else whom a man's words may mean
BETWEEN = [
    "",
    "La digue a été construite en 1950.",
    "Il a deux enfants.",
    "Les élus ont voté contre le projet.",
    "Le port a perdu cent emplois.",
    "La ville compte mille habitants.",
]

#: how the text goes on with him
TAKEN_UP = [
    "Il ajoute : « Le port est mort. »",
    "« Le port est mort », dit-il.",
    "« Le port est mort », poursuit-il en montrant les quais.",
    "« Le port est mort », a-t-il écrit sur Facebook.",
    "« Le port, dit-il, est mort. »",
    "« Le port est mort », selon lui.",
    "« Le port est mort », explique le menuisier.",
    "« Le port est mort », confie ce menuisier.",
    "« Le port est mort », se souvient l'artisan.",
    "« Le port est mort », lâche le quadragénaire.",
    "« Le port est mort », assure cet homme de 45 ans.",
    "« Le port est mort », conclut Roche.",
    "« Le port est mort », conclut M. Roche.",
    "« Le port est mort », conclut Paul.",
    "« Le port est mort. Il faut agir. »",
    "Pour lui, « le port est mort ».",
    "Selon lui, le port est « condamné ».",
    "À ses yeux, le port est « condamné ».",
    "À l'en croire, le port est « condamné ».",
    "Selon ses mots, le port est « condamné ».",
    "Il se dit « très inquiet ».",
    "Il regrette que « rien ne change ».",
    "Il n'en démord pas : « Le port est mort. »",
    "Il a perdu son atelier, qu'il décrit comme « un petit paradis ».",
    "Un constat qu'il juge « accablant ».",
    "Interrogé, il répond : « Le port est mort. »",
    "Mais il prévient : « Le port est mort. »",
    "Lui ne décolère pas : « Le port est mort. »",
    "L'intéressé, lui, parle d'une « vraie honte ».",
    "Sa réponse : « Le port est mort. »",
    "Et le menuisier de lancer : « Le port est mort. »",
    "Le menuisier, qui vit ici depuis dix ans, dénonce une « vraie honte ».",
    "Le père de famille raconte : « Le port est mort. »",
    "Le Brestois se dit « très inquiet ».",
]


def _named(text: str, name: str) -> str:
    """`text` about `name` instead of Paul Roche."""
    for known, other in zip(WHO.split(), name.split(), strict=True):
        text = text.replace(known, other)
    return text


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("taken_up", TAKEN_UP)
def test_who_has_been_presented_is_taken_up(taken_up: str, name: str) -> None:
    # of a name that no list knows *lui* alone does not tell that it is a person's
    presentations = [p for p in PRESENTATIONS if name == WHO or "lui" not in p]
    texts = [
        _named(" ".join(filter(None, (presented, between))) + apart + taken_up, name)
        for presented, between, apart in product(presentations, BETWEEN, (" ", "\n"))
    ]
    assert [text for text in texts if not _all_by(name, _found(text, "Tout va bien"))] == []


SHE = "Anne Roche"

#: how she is named, and whether a comma closes it
HER_NAMES = [
    ("Anne Roche", False),
    ("Anne Roche (Mer unie)", False),
    ("Anne Roche, maire de Brest", True),
    ("Anne Roche, 45 ans", True),
    ("la maire Anne Roche", False),
    ("la maire de Brest, Anne Roche", True),
    ("la présidente du club Anne Roche", False),
    ("l'avocate Anne Roche", False),
    ("une habitante, Anne Roche", True),
]
OTHERS = [
    "Paul Leroy",
    "Marc",
    "M. Leroy",
    "le ministre Paul Leroy",
    "le ministre de la Mer Paul Leroy",
    "le préfet",
    "le président du club",
    "le gouvernement",
    "le syndicat Mer unie",
]

#: `A` says it, `A,` with a closing comma where her name needs one; `B` is the other
TWO_IN_A_SENTENCE = [
    "A, que B a critiquée, estime que « rien ne va ».",
    "A, critiquée par B, estime que « rien ne va ».",
    "A, soutenue par B, juge le projet « injuste ».",
    "A, la rivale de B, dénonce « un scandale ».",
    "A, dont le père connaissait B, dénonce « un scandale ».",
    "A, qui a rencontré B lundi, craint « une catastrophe ».",
    "A, répondant à B, craint « une catastrophe ».",
    "A§ a répondu à B que « rien ne va ».",
    "A§ accuse B d'avoir « menti ».",
    "A§ reproche à B son « mépris ».",
    "A§ juge B « incompétent ».",
    "A§ dit de B que c'est « un menteur ».",
    "A§ décrit B comme « un menteur ».",
    "A§ a interpellé B : « C'est un scandale. »",
    "A§ a qualifié d'« indignes » les propos de B.",
    "A§ assure que B n'a « rien fait ».",
    "A§ assure n'avoir « rien fait » contre B.",
    "A§ a promis à B « un vrai sursaut ».",
    "A§ a demandé à B de « respecter la loi ».",
    "A§ exige que B « respecte la loi ».",
    "A§ a appelé B à « respecter la loi ».",
    "A§ a félicité B pour « son courage ».",
    "A§ a rendu hommage à B, « un homme courageux ».",
    "A§ remercie B et salue « un geste fort ».",
    "A§ n'a pas attendu B pour dénoncer « un scandale ».",
    "A§ a pris la parole après B : « Rien ne va. »",
    "B est « incompétent », selon A.",
    "B est jugé « incompétent » par A.",
    "B, qu'A§ qualifie d'« incompétent », n'a pas réagi.",
    "B, décrit comme « incompétent » par A, n'a pas réagi.",
    "B raconte que A§ lui a dit : « Rien ne va. »",
    "B rapporte les propos de A : « Rien ne va. »",
    "B n'a pas convaincu A, qui dénonce « un scandale ».",
    "B est critiqué par A, pour qui c'est « un scandale ».",
    "B est venu, mais A§ parle d'« un scandale ».",
    "B se tait et A, elle, dénonce « un scandale ».",
    "B s'est dit surpris, alors que A§ dénonce « un scandale ».",
    "B est content. A, en revanche, dénonce « un scandale ».",
    "B a reçu A. « Rien ne va », lui a-t-elle dit.",
    "B a interrogé A. « Rien ne va », a-t-elle répondu.",
    "B a été remplacé par A. « Rien ne va », prévient celle-ci.",
    "A§ a reçu B. Elle lui a dit : « Rien ne va. »",
    "A§ a salué B. « Rien ne va », a dit cette dernière.",
    "A§ est venue avec B. Elle dénonce « un scandale ».",
    "« Il faut que B s'en aille », a lancé A.",
    "« Rien ne va », a dit A§ à B.",
    "« Rien ne va », a répondu A, interrogée par B.",
    "« Rien ne va », a dit A, en présence de B.",
    "« Rien ne va », a écrit A§ dans une lettre à B.",
    "« Rien ne va », s'alarme A. B n'est pas de cet avis. « Nous allons mourir », insiste-t-elle.",
    "« C'est la faute de B », peste A. « Rien ne va », ajoute-t-elle.",
    "Après avoir reçu B, A§ a dénoncé « un scandale ».",
    "Tandis que B saluait la foule, A§ dénonçait « un scandale ».",
    "Alors que B s'apprête à partir, A§ dénonce « un scandale ».",
    "Si B se réjouit, A, elle, dénonce « un scandale ».",
    "Comme B, A§ juge le projet « injuste ».",
    "Contrairement à B, A§ juge le projet « injuste ».",
    "Critiquée par B, A§ estime que « rien ne va ».",
    "Interrogée par B, A§ a dénoncé « un scandale ».",
    "Interrogée sur B, A§ a répondu : « C'est un scandale. »",
    "Invitée avec B, A§ a dénoncé « un scandale ».",
    "En visite chez B, A§ a promis « un vrai sursaut ».",
    "Face à B, A§ a plaidé pour « un vrai sursaut ».",
    "Devant B, A§ a dénoncé « un scandale ».",
    "Dans une lettre à B, A§ dénonce « un scandale ».",
    "À B, A§ a répondu : « C'est un scandale. »",
    "Pour A, B est « incompétent ».",
    "Pour B, tout va bien. Mais A, elle, craint « une catastrophe ».",
    "Aux yeux de A, B est « incompétent ».",
    "Selon B, A§ aurait dit : « Rien ne va. »",
    "La réponse de A à B : « C'est un scandale. »",
    "Les propos de B sont « indignes », a réagi A.",
    "Le départ de B est « un scandale » pour A.",
    "Le projet de B inquiète A, qui craint « une catastrophe ».",
    "C'est A qui a dénoncé « un scandale » devant B.",
    "C'est « un scandale » que dénonce A, venue avec B.",
    "L'« énorme scandale » dénoncé par A gêne B.",
    "Sur le bureau de B, une lettre de A : « Rien ne va. »",
]


def _between_two(pattern: str, her: str, other: str, *, closed: bool) -> str:
    text = re.sub(r"\bA§", "A" + "," * closed, pattern)
    text = re.sub(r"(?<=^)A\b|(?<=\. )A\b", _upper(her), text)
    text = re.sub(r"(?<=^)B\b|(?<=\. )B\b", _upper(other), text)
    text = re.sub(r"\bB\b", other, re.sub(r"\bA\b", her, text))
    return _contracted(text)


@pytest.mark.parametrize("pattern", TWO_IN_A_SENTENCE)
def test_who_of_two_speaks(pattern: str) -> None:
    texts = [
        _between_two(pattern, her, other, closed=closed)
        for (her, closed), other in product(HER_NAMES, OTHERS)
    ]
    assert [text for text in texts if not _all_by(SHE, _found(text))] == []
