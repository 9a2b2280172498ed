"""Who a last name, a role or a pronoun stands for."""

from __future__ import annotations

import pytest
from parsing_samples import speaker, wrong

from quotes.model import Kind
from quotes.parsing import extract

TWO = "La maire Salomé Quint recevait hier le capitaine Hugo Ferrand. "
ONE = "Salomé Quint, directrice du musée des Voiles, a reçu la presse lundi. "
FAR = "Hugo Ferrand est venu. La rue est vide. Le vent tombe. La cale est sèche. Des bateaux rentrent. "
COUPLE = "Adèle Marchais et son frère Benoît Marchais tiennent l'auberge. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (TWO + "« C'est tôt », dit Quint.", "Salomé Quint"),
        (TWO + "« C'est tôt », dit Ferrand.", "Hugo Ferrand"),
        (TWO + "« C'est tôt », dit Mme Quint.", "Salomé Quint"),
        (TWO + "« C'est tôt », dit M. Ferrand.", "Hugo Ferrand"),
        (TWO + "« C'est tôt », dit le capitaine Ferrand.", "Hugo Ferrand"),
        (TWO + "« C'est tôt », dit Salomé.", "Salomé Quint"),
        ("Quint s'emporte\nLa maire Salomé Quint est en colère. « Assez », dit Quint.", "Salomé Quint"),
        ("« C'est tôt », dit Ferrand.\nHugo Ferrand commande le ferry.", "Hugo Ferrand"),
        (COUPLE + "« C'est complet », dit Mme Marchais.", "Adèle Marchais"),
        (COUPLE + "« C'est complet », dit M. Marchais.", "Benoît Marchais"),
        (COUPLE + "« C'est complet », dit Benoît Marchais.", "Benoît Marchais"),
        (
            "Luc Oury parle. M. Oury rit. Luc Oury attend, et Anne Oury aussi. Pour Oury, c'est « tard ».",
            "Luc Oury",
        ),
        ("Anke van der Meulen arrive. « Assez », dit Mme van der Meulen.", "Anke van der Meulen"),
        ("John F. Caldwell arrive. « Assez », dit John Caldwell.", "John F. Caldwell"),
        ("John F. Caldwell III arrive. « Assez », dit M. Caldwell.", "John F. Caldwell III"),
        ("Sami al-Kassim arrive. « Assez », dit M. Kassim.", "Sami al-Kassim"),
        ("Luc Castel de l'OFPM arrive. « Assez », dit M. Castel.", "Luc Castel"),
        (
            "Hugo de Quint arrive. Sur la digue, contre laquelle Luc Oury peste, M. de Quint dit « oui ».",
            "Hugo de Quint",
        ),
        ("Hugo de Quint arrive. « Non, M. le Maire », lance M. de Quint.", "Hugo de Quint"),
        ("Hugo Le Quint arrive. Luc Oury rit. « Assez », dit M. le Quint.", "Hugo Le Quint"),
        ("Le capitaine Luc parle. « Assez », dit le maréchal des logis-chef Hugo.", "Hugo"),
        ("Berger dénonce « un mépris »\nLe maire Loïc Berger est en colère.", "Loïc Berger"),
        (
            "Port : Le Drézen juge « tardif » le plan\nLe maire Yann Le Drézen attend.",
            "Yann Le Drézen",
        ),
        ("John F. Caldwell III arrive. « Assez », dit John Caldwell.", "John F. Caldwell III"),
        ("Le roi Charles III arrive. « Assez », dit Charles III.", "Charles III"),
    ],
)
def test_a_part_of_the_name(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("@Salome_Quint sur le port : « C'est tôt »\nSalomé Quint est maire.", "Salomé Quint"),
        ("Salomé Quint est maire.\n@SalomeQuint au #conseil : « C'est tôt »", "Salomé Quint"),
        ("@portdebrest à ses usagers : « C'est tôt »", "@portdebrest"),
    ],
)
def test_the_name_of_a_user(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (TWO + "Lui, lassé, dénonce « un accueil glacial ».", "Hugo Ferrand"),
        (TWO + "« C'est tôt », dit la maire.", "Salomé Quint"),
        (TWO + "« C'est tôt », dit le capitaine.", "Hugo Ferrand"),
        (TWO + "« C'est tôt », dit l'élue.", "Salomé Quint"),
        (TWO + "« C'est tôt », répond le « capitaine ».", "Hugo Ferrand"),
        (ONE + "« C'est tôt », dit la directrice.", "Salomé Quint"),
        (
            "L'écrivain et botaniste Hugo Ferrand est venu. « Tôt », dit le maire Luc Oury. "
            "« Tard », dit le botaniste.",
            "Hugo Ferrand",
        ),
        (
            "Elle a écrit au philosophe et botaniste Hugo Ferrand. « Tôt », dit le maire Luc Oury. "
            "« Tard », dit le botaniste.",
            "Hugo Ferrand",
        ),
        (
            "Hugo Ferrand, maire de Brest et président du port, rit. « Tôt », dit le préfet Luc Oury. "
            "« Tard », dit le président du port.",
            "Hugo Ferrand",
        ),
        (
            "Après le départ de Salomé Quint, directrice du port, Anne Oury est venue. "
            "« C'est tôt », dit la directrice du port.",
            "Salomé Quint",
        ),
        (
            "Cheffe de l'opposition, Salomé Quint a parlé. Anne Oury aussi. « Tôt », dit la cheffe.",
            "Salomé Quint",
        ),
        (
            "La notaire Salomé Quint a plaidé. Me Anne Oury est l'avocate du port. « Tôt », dit le conseil.",
            "Anne Oury",
        ),
        (
            "Le port attend, dit son patron.\nLe patron du port de Brest parle. "
            "« Tôt », dit le patron du port de Brest. Hugo Ferrand, directeur général du port de Brest, rit.",
            "Hugo Ferrand",
        ),
        (
            "« Oui », dit Luc Oury, maire. Le metteur en scène Hugo Ferrand écoute. « Tôt », dit l'artiste.",
            "Hugo Ferrand",
        ),
        (ONE + "« C'est tôt », dit la directrice du musée.", "Salomé Quint"),
        (ONE + "« C'est tôt », dit la patronne du musée.", "Salomé Quint"),
        ("Josiane, 73 ans, vit ici. « On s'y fait », dit cette mère de famille.", "Josiane"),
        ("Hugo Ferrand a pris la mer. « J'avais peur », dit le navigateur.", "Hugo Ferrand"),
        ("Hugo Ferrand a pris la mer. « J'avais peur », dit le marin.", "Hugo Ferrand"),
        ("Hugo Ferrand a pris la mer. « J'avais peur », dit un pêcheur.", "pêcheur"),
        (TWO + "« C'est tôt », dit la vedette du jour, Ferrand.", "Hugo Ferrand"),
        (
            "« Assez », dit Hugo Ferrand, président des Pêcheurs.\n« Tout va mal », poursuit le président de "
            "la Ligue des ports.",
            "Hugo Ferrand",
        ),
        (
            "La ministre de la Mer, Salomé Quint, écoute. Le premier ministre a dit : « C'est tôt. »",
            "premier ministre",
        ),
        (
            "Une source proche du dossier parle. « Assez », dit le juge. « Fini », ajoute cette source.",
            "source proche du dossier",
        ),
        (
            "La Morlaisienne vend son étal. Salomé Quint part lundi. « C'est dur », dit la Morlaisienne.",
            "Salomé Quint",
        ),
        (
            "« C'est tôt », dit le ministre des Ports. Hugo Ferrand en profite pour annuler sa visite.",
            "Hugo Ferrand",
        ),
        (
            "Le patron d'un chantier proteste. « Assez », dit M. Ferrand. « C'est fini », ajoute le patron.",
            "Ferrand",
        ),
        (
            "« Assez », dit la ministre des Ports, Salomé Quint. Outre Hugo Ferrand, le chef des dockers, "
            "la ministre des Ports vise « d'autres élus ».",
            "Salomé Quint",
        ),
        (
            "Propos recueillis par Hugo Ferrand\nLe chef de l'État vient d'annoncer une réponse « ferme ».",
            "chef de l'État",
        ),
        (
            "La préfecture de l'Aube a réagi. Le vent tombe. « Tout va bien », a conclu la préfecture.",
            "préfecture de l'Aube",
        ),
        (
            "Le porte-parole du port, Hugo Ferrand, avocat, entre. Luc Oury rit. « Assez », dit l'avocat.",
            "Hugo Ferrand",
        ),
        ("« C'est grave », dit son avocat. Me Hugo Ferrand la défend.", "Hugo Ferrand"),
        ("« C'est grave », dit son avocat. Mes Hugo Ferrand et Luc Oury la défendent.", "avocat"),
        ("Hugo Ferrand pousse la porte. « C'est tôt », dit la figure des grévistes.", "Hugo Ferrand"),
        ("Hugo Ferrand pousse la porte. « C'est tôt », dit l'enfant de Ploulan.", "Hugo Ferrand"),
        ("Salomé Quint entre. « C'est tôt », dit la fringante quinquagénaire.", "Salomé Quint"),
        ("Hugo Ferrand pousse la porte. « C'est tôt », dit le « boxeur ».", "Hugo Ferrand"),
        (
            "Le prévenu entre. « C'est faux », dit Hugo Ferrand, pêcheur. « J'étais là », ajoute le prévenu.",
            "Hugo Ferrand",
        ),
        (
            "« C'est tôt », dit Hugo Ferrand, maire de Ploulan. « Assez », poursuit le sénateur de l'Aube.",
            "Hugo Ferrand",
        ),
        (
            "« C'est tôt », dit Hugo Ferrand, maire de Ploulan. Marc Vasseur rit. « Tout va mal », ajoute le "
            "sénateur de l'Aube.",
            "Marc Vasseur",
        ),
        (
            "« Assez », dit Hugo Ferrand, président des Pêcheurs.\nLuc Oury a été reçu lundi.\nSelon l'"
            "ancien ministre de la Mer, « tout va mal ».",
            "Hugo Ferrand",
        ),
        (
            "« Assez », dit Hugo Ferrand, président des Pêcheurs.\nLuc Oury a été reçu lundi.\nSelon l'"
            "ancien ministre de la Mer, « tout va mal ». « Il faut parler », estime-t-il.",
            "Hugo Ferrand",
        ),
        (
            "Le père, Loïc Berger, attend. « Je pars », dit Loïc Berger. Le juge Hugo Ferrand est sorti. "
            "« C'est long », dit son père. « Il va mieux », ajoute-t-il.",
            "Loïc Berger",
        ),
        (
            "Hugo Ferrand est venu mardi. Le maire de Ploulan dénonce un « mépris ». La rue est vide. "
            "Luc Oury, maire de Ploulan, ira voir les dégâts.",
            "Luc Oury",
        ),
        ("Le Conseil des Ports écoute. La SPA s'inquiète. « C'est tôt », dit l'association.", "SPA"),
        (
            "« Assez », dit un commerçant. Le vent tombe. « Tout va mal », dit Hugo Ferrand, président de la "
            "Ligue. « C'est fini », ajoute ce commerçant.",
            "Hugo Ferrand",
        ),
        (
            "« Assez », dit un commerçant. « Nous l'aidons », dit son avocat Hugo Ferrand. Le vent tombe. "
            "Ce commerçant dénonce « un mépris ».",
            "commerçant",
        ),
        (
            "Le capitaine Luc Oury s'en va. Un policier arrive. « Assez », dit l'officier Hugo Ferrand. "
            "Le policier dit « avoir attendu ».",
            "Hugo Ferrand",
        ),
        (
            "Loïc Berger commande le port. "
            + 8 * "M. Berger attend. "
            + "M. Berger est « sûr », estime Hugo "
            "Ferrand. « Assez », ajoute le pêcheur.",
            "Hugo Ferrand",
        ),
        (
            "« C'est tôt », dit Hugo Ferrand. Luc Oury, lui, s'en va. « Assez », ajoute le pêcheur.",
            "Luc Oury",
        ),
        (
            "Le président Hugo Ferrand reçoit Luc Oury, ministre des Affaires étrangères. « C'est tôt », "
            "dit le chef de la diplomatie.",
            "Luc Oury",
        ),
        (
            "Le secrétaire d'État auprès du ministre de la Mer, Luc Oury, arrive. Hugo Ferrand s'en va. "
            "« C'est tôt », dit le secrétaire d'État.",
            "Luc Oury",
        ),
        ("Luc Oury tient bon\nLe libraire de la place dénonce « un mépris ».", "Luc Oury"),
        ("Luc Oury est jugé\nL'avocat de la Ligue dénonce « un mépris ».", "avocat de la Ligue"),
        ("Luc Oury est mort\nLe père de la victime dénonce « un mépris ».", "père de la victime"),
        (
            "Luc Oury voit Hugo Ferrand\nLe libraire de la place dénonce « un mépris ».",
            "libraire de la place",
        ),
        ("« On gèle », dit Josiane. « C'est dur », relate l'habitante.", "Josiane"),
        ("« On gèle », dit Josiane, avocate. « C'est dur », relate l'habitante.", "habitante"),
        ("Le parti d'opposition iranien proteste. L'Iran dénonce « un mépris ».", "Iran"),
        ("Le député Front marin Luc Oury écoute. « C'est tôt », dit le député.", "Luc Oury"),
        ("Le député Vague en marche Luc Oury écoute. « C'est tôt », dit le député.", "Luc Oury"),
        ("Marine Quint est venue. « C'est tôt », dit la présidente de la Ligue.", "Marine Quint"),
        (
            "Le Goff et Oury s'opposent\nL'élu Luc Oury rit. Anne Le Goff attend. "
            "« C'est tôt », dit la présidente de la Ligue.",
            "Anne Le Goff",
        ),
        (
            "Le porte-parole du port, Luc Oury, arrive. « C'est tôt », dit le secrétaire d'État.",
            "Luc Oury",
        ),
        (
            "« Non », dit Marc Brun. Le patron des élus, Luc Oury, y va. « C'est tôt », dit le sénateur.",
            "Luc Oury",
        ),
        ("Le ministre Luc Oury y va. « C'est tôt », dit le sénateur.", "sénateur"),
        ("Le président Luc Oury y va. « C'est tôt », dit le sénateur.", "sénateur"),
        ("Luc Oury voit grand. Ce proche du premier ministre Marc Brun veut « un port ».", "Luc Oury"),
        ("La co-présidente de la Vague reste. « C'est tôt. » Salomé Quint dort.", "Salomé Quint"),
        ("Le bourgmestre Luc Oury boude. Hugo Ferrand rit. « C'est tôt », dit le maïeur.", "Luc Oury"),
        ("Le gendarme Luc Oury boude. Hugo Ferrand rit. « C'est tôt », dit le militaire.", "Luc Oury"),
        (
            "La porte-parole du ministère des Affaires étrangères, Salomé Quint, arrive. Anne Lalo part. "
            "« C'est tôt », dit la porte-parole du Quai d’Orsay.",
            "Salomé Quint",
        ),
        ("Me Luc Oury plaide. Hugo Ferrand rit. « C'est tôt », dit le conseil.", "Luc Oury"),
        (
            "Me Luc Oury plaide. Hugo Ferrand rit. « C'est tôt », dit le conseil de la famille.",
            "Luc Oury",
        ),
        ("Me Luc Oury plaide. « C'est tôt », dit le conseil des ministres.", "conseil des ministres"),
        ("Me Luc Oury plaide. « C'est tôt », dit le conseil municipal.", "conseil municipal"),
        (
            "Le commissaire à la Mer, l'Irlandais Phil Quinn, écoute. Luc Oury aussi. "
            "« C'est tôt », dit le commissaire.",
            "Phil Quinn",
        ),
        (
            "Le Conseil des Ports attend. « C'est tôt », dit Salomé Quint, présidente du syndicat Voiles. "
            "L'organisation dénonce « un mépris ».",
            "syndicat Voiles",
        ),
        pytest.param(
            "Le rapport de la Ligue des ports sort lundi. « Tout va mal », écrit la Ligue.",
            "Ligue des ports",
            marks=wrong("a body named by its first word is another body"),
        ),
        (
            "« Je reste », dit Marc Oury. Hugo Ferrand hésite. « Peut-être », lance le libraire du port.",
            "Hugo Ferrand",
        ),
        (
            "Le député Hugo Ferrand promet un « geste ». Il a été rejoint par Luc Oury, chef du groupe. "
            "« Quelle honte », réplique le leader des Voiles.",
            "Luc Oury",
        ),
        ("Luc Oury est venu. La conductrice roulait « trop vite », d'après ses déclarations.", "conductrice"),
        ("Luc Oury est venu. Un patron l'aurait « mis dehors », selon son récit.", "Luc Oury"),
        ("Luc Oury est venu mardi. Ses messages appelaient à « fermer le quai ».", "Luc Oury"),
        ("Luc Oury est venu. Ses déclarations selon lesquelles il a « tout vu » étonnent.", "Luc Oury"),
        ("Luc Oury est venu. Il l'aurait « poussée », selon son témoignage.", "témoignage"),
        ("Luc Oury est venu. « Merci à vous tous », a écrit le « bonnet bleu ».", "Luc Oury"),
        ("Luc Oury est venu. « C'est la fin du port », écrit le « Courrier ».", "Courrier"),
        ("Luc Oury, dont l'avocat dénonce « un mépris », est sorti.", "avocat"),
        ("Luc Oury, dont la femme, Anne Lalo, dénonce « un mépris », est sorti.", "Anne Lalo"),
        ("Infirmière à Brest, Léna Quint part tôt. « C'est loin », sourit la soignante.", "Léna Quint"),
        ("Maire de Brest depuis 2001, Luc Ferrand rit. « C'est tôt », dit l'élu.", "Luc Ferrand"),
        ("Présidente du port et marin, Léna Quint part. « C'est loin », dit la présidente.", "Léna Quint"),
        (
            "Directrice du port, Mme Quint, 52 ans, part. « C'est loin », dit la directrice.",
            "Quint",
        ),
        (
            "Luc Ferrand part tôt. Pêcheur de métier, il a vendu. « C'est loin », dit le pêcheur.",
            "Luc Ferrand",
        ),
    ],
)
def test_a_role_points_back(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anne Lalo et Léa Quint cousent. « On y croit », disent les deux amies.", "Anne Lalo et Léa Quint"),
        ("Anne Lalo et Luc Quint cousent. « On y croit », disent les deux amies.", "amies"),
        ("Anne Lalo et Luc Quint cousent. « On y croit », disent les trois élus.", "élus"),
        (
            "Le juge Luc Brun et le juge Hugo Quint dînent. « On y croit », disent les deux pêcheurs.",
            "pêcheurs",
        ),
        (
            "Luc Brun et Hugo Quint dînent. Deux élus arrivent. « On y croit », disent les deux élus.",
            "élus",
        ),
        (
            "On attend des gens qui, comme Luc Brun ou Léa Quint, cousent. Ces derniers se disent « prêts ».",
            "Luc Brun et Léa Quint",
        ),
        (
            "Salomé Quint et Hugo Ferrand dînent. « On y croit », sourit le couple.",
            "Salomé Quint et Hugo Ferrand",
        ),
        ("Un couple entre. Luc et Anna dînent. « On y croit », sourit le couple.", "Luc et Anna"),
        (
            "Salomé Quint et Hugo Ferrand dînent. Les deux élus sont « ravis ».",
            "Salomé Quint et Hugo Ferrand",
        ),
        (
            "Salomé Quint et Hugo Ferrand dînent. Tous deux se disent « prêts ».",
            "Salomé Quint et Hugo Ferrand",
        ),
        ("Luc Brun et Hugo Quint dînent. L'un et l'autre se disent « prêts ».", "Luc Brun et Hugo Quint"),
    ],
)
def test_two_people_named_side_by_side(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Hugo Ferrand arrive. Le philosophe Luc Oury y est aussi. « Assez », dit le chef de l'État.",
            "Hugo Ferrand",
        ),
        (
            "Luc Oury (Les Marins) arrive. Hugo Ferrand part. M. Oury rit. « Assez », dit le chef de l'État.",
            "Hugo Ferrand",
        ),
        (
            "Hugo Ferrand (@HugoFerrand) part. « Assez », dit le chef de l'État.",
            "Hugo Ferrand",
        ),
        (
            "L'ex-président Luc Oury part. Hugo Ferrand rit. « Assez », dit le président de la République.",
            "Hugo Ferrand",
        ),
        (
            "Luc Oury, philosophe, arrive. « Assez », dit le chef de l'État.",
            "chef de l'État",
        ),
        (
            "Le Premier ministre arrive. Salomé Quint reste. « C'est tôt », a dit Hugo Ferrand. Il pleut. "
            "« Rien ne change », ajoute le chef du gouvernement.",
            "Hugo Ferrand",
        ),
        (
            "Hugo Ferrand, Premier ministre, arrive. Luc Oury l'attend. M. Oury rit. « Assez », dit le chef "
            "de l'État, que salue le Premier ministre.",
            "Luc Oury",
        ),
    ],
)
def test_a_public_office_goes_to_one_of_whom_nothing_else_is_said(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("said", "role", "name"),
    [
        ("Luc Oury est maire de Brest.", "le maire", "Luc Oury"),
        ("Luc Oury est le capitaine du port.", "le capitaine", "Luc Oury"),
        ("Luc Oury, qui est avocat, dîne avec lui.", "l'avocat", "Luc Oury"),
        ("Luc Oury a aussi été réélu maire de Brest.", "le maire", "Luc Oury"),
        ("Luc Oury est devenu pêcheur.", "le pêcheur", "Luc Oury"),
        ("Luc Oury est un pêcheur qui monte.", "le pêcheur", "Luc Oury"),
        ("Luc Oury, directeur général de la navigation, dîne avec lui.", "le DGN", "Luc Oury"),
        ("Luc Oury n'est pas pêcheur.", "le pêcheur", "Hugo Ferrand"),
        ("Luc Oury est responsable de la panne.", "le responsable", "Hugo Ferrand"),
    ],
)
def test_a_role_told_by_a_verb_or_called_by_its_initials(said: str, role: str, name: str) -> None:
    assert speaker(f"{said} Hugo Ferrand rit. « C'est tôt », dit {role}.") == name


@pytest.mark.parametrize(
    ("aside", "name"),
    [
        ("Lire aussi Luc Oury devant le tribunal", "Hugo Ferrand"),
        ("» LIRE AUSSI - Luc Oury : le procès", "Hugo Ferrand"),
        ("Luc Oury attend le tribunal.", "Luc Oury"),
    ],
)
def test_whom_only_an_aside_names_is_nobody_here(aside: str, name: str) -> None:
    assert speaker(f"Hugo Ferrand arrive.\n{aside}\n« C'est tôt », écrit l'aîné du port.") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Selon le JDP, il est venu. « Il rit », précise l'hebdomadaire.", "JDP"),
        ("Le journal La Vague sort. « Il rit », écrit le quotidien catholique.", "journal La Vague"),
        ("La CNDP affirme au Phare que c'est fini. « Il rit », écrit le quotidien.", "Phare"),
        ("C'est ce que dit l'étude publiée par L'Ancre. Notre confrère voit un « signe ».", "Ancre"),
        ("Interrogé par La Vague, Luc Oury a ri. « Il part », assure le journal.", "La Vague"),
        ("Selon La Vague, Luc Oury a ri. « J'étais là », dit notre confrère.", "confrère"),
        ("La CNDP a ri. « Il part », assure le quotidien.", "quotidien"),
        ("« Il part », assure le quotidien local l'Est morlaisien.", "quotidien local l'Est morlaisien"),
        ("Luc Oury a ri. « Il part », confie-t-il au journal la Vague.", "Luc Oury"),
    ],
)
def test_a_paper_cited_before(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Hugo Ferrand parle. Plus loin rit Luc Oury, qui écoutait le président français. "
            "« C'est tôt », dit le président français.",
            "Hugo Ferrand",
        ),
        (
            "Hugo Ferrand parle. Luc Oury a reçu le chef de l'État. « C'est tôt », dit le chef de l'État.",
            "Hugo Ferrand",
        ),
        (
            "Hugo Ferrand parle. Le maire et Luc Oury arrivent. Luc Oury rit. « C'est tôt », dit le maire.",
            "Hugo Ferrand",
        ),
        (
            "Un proche de Luc Oury a reconnu l'accusé. Luc Oury rit. « C'est tôt », dit l'accusé.",
            "Luc Oury",
        ),
    ],
)
def test_a_name_and_a_role_in_one_clause_are_two_people(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hugo Ferrand est venu. « C'est tôt », dit le maire de Ploulan.", "Hugo Ferrand"),
        (FAR + "« C'est tôt », dit le maire de Ploulan.", "maire de Ploulan"),
        (
            FAR + "« C'est tôt », dit-il. Il pleut. Il vente. « Assez », dit le maire de Ploulan.",
            "Hugo Ferrand",
        ),
        (
            "Luc Oury, maire de Brest, arrive. Le maire Oury part. « Assez », dit le maire de Ploulan.",
            "maire de Ploulan",
        ),
        (
            "« Assez », dit le maire d'une ville. Luc Oury, maire de Brest, arrive. Le maire Oury part.",
            "Luc Oury",
        ),
        ("Hugo Ferrand est jugé lundi. « C'est grave », dit le procureur.", "procureur"),
        ("Hugo Ferrand est venu. « C'est grave », dit le préfet de l'Aube.", "préfet de l'Aube"),
        (
            "Hugo Ferrand, président de la Ligue des ports, est venu. « C'est tôt », dit le chef de l'État.",
            "chef de l'État",
        ),
        (
            "Le numéro deux du port, Hugo Ferrand, arrive. M. Ferrand rit. « Assez », dit le chef de l'État.",
            "chef de l'État",
        ),
        (
            "Le capitaine Hugo Ferrand est venu. « C'est tôt », dit le Premier ministre.",
            "Premier ministre",
        ),
        (
            "« C'est tôt », dit Hugo Ferrand. Le chef de l'État écoute. Il pleut. Le chef de l'État s'en va. "
            "« Assez », ajoute le Premier ministre.",
            "Hugo Ferrand",
        ),
        (
            "Hugo Ferrand est à Brest. Le maire de Lannion : « Il est temps que Ferrand écoute. »",
            "maire de Lannion",
        ),
    ],
)
def test_an_office_leads_to_nobody_who_may_not_have_it(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("« Tout va bien », dit la mairie. « C'est fini », ajoute la même source.", "mairie"),
        (
            "« Oui », dit Awa Sy. La mairie indique qu'un quai brûle. Il est « clos », selon la même source.",
            "mairie",
        ),
        ("« Non », dit Ida Kervran. L'état du quai est « désolant », selon la mairie.", "mairie"),
        ("« Non », dit Ida Kervran. Son état reste « stable et suivi ».", "Ida Kervran"),
        ("Ida Kervran est lasse. Une lettre a circulé. Elle précise que le quai est « clos ».", "lettre"),
        ("Ida Kervran ouvre une lettre. Elle précise que le quai est « clos ».", "Ida Kervran"),
        ("Ida Kervran rit. La société écrit un texte où elle dit « regretter » ce choix.", "société"),
        ("Un quai brûle, selon les pompiers. « C'est fini », ajoute la même source.", "pompiers"),
        ("La grue est tombée, a indiqué la mairie. « C'est fini », ajoute la même source.", "mairie"),
        (
            "La grue est tombée, a-t-on appris auprès du port. « C'est fini », ajoute la même source.",
            "port",
        ),
        (
            "Une source proche du port parle. « Oui », dit la mairie. « C'est fini », dit la même source.",
            "mairie",
        ),
        (
            "Une source proche du port parle. « Oui », dit la mairie. « C'est fini », dit cette source.",
            "source proche du port",
        ),
        (
            "Une moto a été volée, a appris l'AFP de source policière. « C'est fini », ajoute cette source.",
            "source policière",
        ),
        ("La FDM et la CDP ont signé. La CDP doute. « Assez », dit le syndicat.", "CDP"),
        ("La CDP est reçue à Brest. « Assez », dit le syndicat.", "CDP"),
        (
            "« Assez », dit la Fédération des Dockers. Il cite la FDM. « Partez », ajoute le syndicat.",
            "Fédération des Dockers",
        ),
        ("La FDM a signé. « Assez », dit le collectif « Sauvons le quai ».", "collectif Sauvons le quai"),
        (
            "La CDP est reçue. « Assez », écrit un groupe de marins. « Partez », ajoute ce collectif.",
            "groupe de marins",
        ),
        ("Prénommée Agnès, cette femme de 74 ans a dit « ne rien regretter ».", "Agnès"),
        ("Me Luc Oury plaide « l'erreur ». « Je regrette », souffle l'accusé.", "accusé"),
        (
            "Paul Roche a tranché. Hugo Ferrand, secrétaire de la CDP, craint « une dérive ». "
            "« C'est trop », dit le numéro un de la CDP.",
            "Hugo Ferrand",
        ),
        (
            "Le président hésite, « sans rire ». « Ça baisse », dit Luc Oury. "
            "« On l'a vu », dit le président de la Fevat.",
            "Luc Oury",
        ),
        ("Le jeune homme a invoqué « un malentendu ». Le capitaine Hugo Ferrand en doute.", "jeune homme"),
        (
            "Nadia a signé. L'inspectrice d'académie invoque « la baisse des effectifs ».",
            "inspectrice d'académie",
        ),
        ("Norvalle ferme un site. « Nous n'avons pas le choix », dit le constructeur.", "Norvalle"),
        ("Norvalle ferme dix magasins. L'enseigne évoque « une décision difficile ».", "Norvalle"),
        (
            "Norvalle ferme un site. « Tant pis », dit Luc Oury. « J'ai froid », dit le transporteur.",
            "Luc Oury",
        ),
        ("Norvalle et Sédac fusionnent. « Tant pis », dit le constructeur breton.", "constructeur breton"),
    ],
)
def test_which_source_and_which_body(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (TWO + "« C'est tôt », a estimé ce dernier.", "Hugo Ferrand"),
        (TWO + "La première a tranché : « C'est tôt. »", "Salomé Quint"),
        (TWO + "Le second dit vouloir « garder le cap ».", "Hugo Ferrand"),
        ("Hugo Ferrand quitte la Ligue. « C'est tôt », a estimé ce dernier.", "Hugo Ferrand"),
        ("Salomé Quint est visée. « C'est faux », répond la principale intéressée.", "Salomé Quint"),
        (TWO + "« C'est tôt », a estimé cette dernière.", "Salomé Quint"),
        (TWO + "« C'est tôt », a estimé celui-ci.", "Hugo Ferrand"),
        (TWO + "« C'est tôt », a estimé celle-ci.", "Salomé Quint"),
        ("La maire Salomé Quint était à Rennes. Celle-ci dénonce une « calomnie ».", "Salomé Quint"),
        (
            "Du côté des « voiles rouges » brestois, ces derniers saluent « un beau geste ».",
            "voiles rouges brestois",
        ),
        ("Hugo Ferrand est accusé de fraude. « C'est faux », répond l'intéressé.", "Hugo Ferrand"),
        ("Salomé Quint est accusée de fraude. « C'est faux », répond l'intéressée.", "Salomé Quint"),
        (
            "Luc Oury, maire de Brest, sort. Salomé Quint répond au maire. Celui-ci dénonce « un mépris ».",
            "Luc Oury",
        ),
        (
            "« Oui », dit Luc Oury, patron du port. On parle au patron. Celui-ci dénonce « un mépris ».",
            "Luc Oury",
        ),
        ("Le procès de Luc Oury s'ouvre. On parle au prévenu. « C'est tôt », dit le prévenu.", "Luc Oury"),
        ("Anna Sy regarde. Un vote a été demandé par le syndicat. Ce dernier exige « un toit ».", "syndicat"),
        ("« Oui », dit Hugo Ferrand. « Non », juge ce pourfendeur des taxes.", "Hugo Ferrand"),
        ("Hugo Ferrand se tait. Ses messages incitaient à « ne rien lâcher ».", "Hugo Ferrand"),
        (
            "Hugo Ferrand se tait. Ses aveux selon lesquels il a « tout brûlé » sont mis en doute.",
            "Hugo Ferrand",
        ),
        ("Hugo Ferrand se tait. Nos messages incitaient à « ne rien lâcher ».", "messages"),
        (
            "Hugo Ferrand est venu à Brest. Il y a multiplié les fêtes, promettant « un toit ».",
            "Hugo Ferrand",
        ),
        (
            "Les soudeuses écrivent. Du côté des clientes, 60 % d'entre elles exigent « un toit ».",
            "clientes",
        ),
        (
            "Anna Sy regarde. Hugo Ferrand a été élu par le syndicat. Ce dernier exige « un toit ».",
            "Hugo Ferrand",
        ),
        (
            "Un appel a été lancé par Luc Oury, l'un des marins les plus écoutés du port. Celui-ci exige "
            "« un toit ».",
            "Luc Oury",
        ),
    ],
)
def test_demonstratives(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (TWO + "« C'est tôt », a-t-elle dit.", "Salomé Quint"),
        (TWO + "« C'est tôt », a-t-il dit.", "Hugo Ferrand"),
        (TWO + "Elle a répondu : « C'est tôt. »", "Salomé Quint"),
        (TWO + "Selon lui, c'est « bien trop tôt ».", "Hugo Ferrand"),
        (TWO + "Pour elle, c'est « bien trop tôt ».", "Salomé Quint"),
        ("Des pêcheurs bloquent la cale. « Nous resterons », disent-ils.", "pêcheurs"),
        ("Des infirmières occupent le hall. « Nous resterons », disent-elles.", "infirmières"),
        ("La Ligue des ports a publié ses chiffres. « Tout va mal », écrit-elle.", "Ligue des ports"),
        ("Le syndicat appelle à la grève. « Tout va mal », écrit-il.", "syndicat"),
        ("Des « voiles rouges » bloquent le port. Ils dénoncent « un mépris ».", "voiles rouges"),
        (
            "Des femmes défilent. Les « voiles rouges » regardent. Elles dénoncent « un mépris ».",
            "femmes",
        ),
        (
            "Des élus passent. Dans la foule, Luc et Anna marchent. « On est là », sourient-ils.",
            "Luc et Anna",
        ),
        ("Salomé Quint, une alliée de Hugo Ferrand, s'en va. « C'est tôt », dit-il.", "Hugo Ferrand"),
        (
            "Salomé Quint est née ici. Elle part tôt. Elle revient. La mer est grosse. Le vent tourne. "
            "La pluie tombe. Une vague monte. Un filin lui broie la main gauche. Elle est « prête ».",
            "Salomé Quint",
        ),
        (TWO + "« Toi », dit-il à un colosse. Le colosse s'appelle Luc Oury. « Non », dit-il.", "Luc Oury"),
        ("« C'est tôt », a-t-il dit.", None),
        ("Salomé Quint arrive. « C'est tôt », a-t-il dit.", None),
        ("Des « bonnets blancs » ont défilé. Ils réclament « un toit ».", "bonnets blancs"),
        ("Leurs bonnets blancs ont plu. Ils réclament « un toit ».", None),
        ("Salomé Quint arrive. France Bleu l'attend. Elle se dit « ravie ».", "Salomé Quint"),
        (
            "Luc et Anna sont là.\nVétérans de ces luttes, les dockers attendent. Ils exigent « un toit ».",
            "dockers",
        ),
        ("Luc et Anna sont là. Végétariens, ils réclament « un toit ».", "Luc et Anna"),
    ],
)
def test_pronouns_agree_in_gender_and_number(text: str, name: str | None) -> None:
    assert speaker(text) == name


RIVAL = "M. Loïc Berger commande le port. M. Berger a fermé le quai. « J'attends », a répété M. Berger. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # the subject of an inverted verb that has somebody before it
        (
            "Les élus ont vu Loïc Berger. M. Berger dit : « Non. » Les quais sont « sûrs », renchérit "
            "hier Marc Oury, adjoint. La mer monte. Selon lui, c'est « tôt ».",
            "Marc Oury",
        ),
        # a name set off behind its role
        (
            RIVAL + "La nuit vient. L'élu des quais et membre du bureau, Marc Oury, est là. "
            "Selon lui, c'est « tôt ».",
            "Marc Oury",
        ),
        # the sentence names its source
        (RIVAL + "Pour Marc Oury, M. Berger devrait « partir », a-t-il dit.", "Marc Oury"),
        # the subject of the sentence before
        (RIVAL + "Marc Oury hausse les épaules. « C'est tôt », dit-il.", "Marc Oury"),
        (
            "Loïc Berger attend. Le port dort. La mer monte. "
            "Son voisin hausse les épaules. « C'est tôt », dit-il.",
            "voisin",
        ),
        (
            "M. Marc Oury est parti. M. Oury tarde. Quant à Loïc Berger, il dit « attendre son heure ».",
            "Loïc Berger",
        ),
        (RIVAL + "Marc Oury hausse les épaules. Il dit « attendre ».", "Marc Oury"),
        # who has come in with a full name, behind what is only said of the same person
        (RIVAL + "Marc Oury, 27 ans, veut partir. Son contrat est fini. « C'est tôt », dit-il.", "Marc Oury"),
        (RIVAL + "Marc Oury s'en va. Maçon à son compte, il s'ennuie. « C'est tôt », dit-il.", "Marc Oury"),
        # whom the pronoun before means, until somebody else is the subject
        (RIVAL + "Marc Oury s'en va. Il a vu M. Berger. « C'est tôt », dit-il.", "Marc Oury"),
        (RIVAL + "Marc Oury s'en va. Il a tort. M. Berger attend. « C'est tôt », dit-il.", "Loïc Berger"),
        # whoever spoke last, as near as the quotation
        (
            "« J'attends », a dit Loïc Berger. Le port dort. La mer monte. « Rien », a-t-il ajouté. "
            "Il vise Marc Oury. « C'est tôt », a-t-il admis.",
            "Loïc Berger",
        ),
        (
            "La préfète Salomé Quint attend. La préfecture répète : « Non. » « C'est tôt », a-t-elle dit. "
            "Léna Morel s'en va. « C'est tôt », a-t-elle dit.",
            "Léna Morel",
        ),
        # a body that has just spoken, when nobody has been named since
        (
            "La préfète Salomé Quint se tait. Les quais sont « fermés », a indiqué la préfecture. "
            "« La crue approche », a-t-elle ajouté.",
            "préfecture",
        ),
        (
            "La préfecture attend. Les quais sont « fermés », a-t-elle indiqué. "
            "La préfète Salomé Quint est venue. « La crue approche », a-t-elle ajouté.",
            "Salomé Quint",
        ),
        # so has somebody unnamed
        (RIVAL + "« Tout est perdu », croit un pêcheur. Selon lui, c'est « tard ».", "pêcheur"),
        (
            "Léna Morel est là. « Tout est perdu », croit une passante. Mme Morel soupire. "
            "Selon elle, c'est « tard ».",
            "Léna Morel",
        ),
        # a role that opens the sentence without determiner is nobody
        ("Jo Berger sourit. Brigadier, il veille. « C'est tôt », dit-il.", "Jo Berger"),
        # … unless it is that of a clause within, or one of two
        ("Marc Oury répète que Loïc Berger a menti. « C'est une honte », a-t-il lancé.", "Marc Oury"),
        (
            "Loïc Berger arrive. M. Berger veut que Marc Oury s'en aille. « C'est tôt », dit-il.",
            "Loïc Berger",
        ),
        (
            "Loïc Berger arrive. M. Berger attend : la maire et Marc Oury l'avaient averti. "
            "« Tant pis », dit-il.",
            "Loïc Berger",
        ),
        (
            "Hugo Ferrand ferme le quai. « Il le faut », dit-il.\nLire aussi : Marc Oury quitte le port\n"
            "Le vent tombe. « Nous verrons », a-t-il ajouté.",
            "Hugo Ferrand",
        ),
        (
            "Mais pour Jean-Paul Ferrand, sociologue à l'université Paris I, la mairie a trop tardé. "
            "« Cela coûte cher », a-t-il dit.",
            "Jean-Paul Ferrand",
        ),
        (
            "« Tout est prêt », dit Luc Oury. Hugo Ferrand est au port. Il est précisé que la cale « ouvrira "
            "lundi ».",
            "Luc Oury",
        ),
        (
            "Luc Oury le sait, Anne Lalo aussi. Pour elle, il est facile de croire que ce n'est que « du "
            "sable ».",
            "Anne Lalo",
        ),
        ("Luc Oury est là. Le groupe Jean Ferrand est riche. « C'est tôt », a-t-il dit.", "Luc Oury"),
        (
            "Luc Oury, président de la fondation Jean Brun, est là. La fondation Jean Brun est riche. "
            "« C'est tôt », a-t-il dit.",
            "Luc Oury",
        ),
        (
            "Luc Oury est jugé à Brest. M. Oury a crié. « Non », dit son avocat. « Pas encore », a-t-il "
            "conclu.",
            "avocat",
        ),
        (
            "Hugo Ferrand a été choisi par Luc Oury. « J'ai pris Hugo Ferrand pour ses idées », a-t-il dit.",
            "Luc Oury",
        ),
    ],
)
def test_a_pronoun_with_several_candidates(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le ministère a tranché. « Rien ne changera », y assure-t-on.", "ministère"),
        ("Une usine ferme. « Rien n'est perdu », dit-on à la Sécurité routière.", "Sécurité routière"),
        ("La mairie hésite. « Rien n'est perdu », assure-t-on du côté de Delvaux.", "Delvaux"),
        ("La mairie hésite. « Rien n'est perdu », dit-on chez Delvaux.", "Delvaux"),
        ("La mairie hésite. Du côté de Léna Morel, on dit vouloir « tenir ».", "Léna Morel"),
        ("La mairie hésite. À la préfecture, on promet « une réponse ».", "préfecture"),
        ("La mairie hésite. Du côté de l'opposition, on dénonce « un coup bas ».", "opposition"),
        ("La mairie hésite. On accuse les pêcheurs : « Ce sont des assistés. »", None),
        ("Des pêcheurs défilent, note la mairie. « Non », pouvait-on lire sur leurs pancartes.", "pêcheurs"),
        ("Des tracts circulent, déplore la mairie. « Jamais », lit-on partout.", "tracts"),
        ("Des pêcheurs sont là. La mairie recule. « Jamais », peut-on entendre.", "pêcheurs"),
        ("La mairie hésite. Sur une pancarte, on peut lire : « Tenez bon. »", "pancarte"),
        ("Sur les pancartes ou au dos des « voiles rouges », on peut lire : « Tenez bon. »", "pancartes"),
        ("Des pêcheurs bloquent la cale. « Nous resterons », dit l'un d'eux.", "pêcheurs"),
        ("Des infirmières occupent le hall. « Je reste », dit l'une d'entre elles.", "infirmières"),
        ("Un tract circule. Hugo Ferrand doute. « Nous partirons à l'aube », est-il écrit.", "tract"),
        ("Des élus doutent. « C'est bien trop cher », admet-on à la Régie routière.", "Régie routière"),
        ("Le maire doute. « C'est bien trop cher », est-il allé dire à la Régie.", "maire"),
        ("La mairie recule. « Rien n'est décidé », indique-t-on à l'AFP.", "mairie"),
        (
            "Le vote a lieu, dit Luc Oury, porte-parole. « Non », tranche l'un de ses responsables.",
            "responsables",
        ),
    ],
)
def test_on_and_one_of_many(text: str, name: str | None) -> None:
    assert speaker(text) == name


def test_whom_a_fragment_means_is_told_by_what_stands_before_it() -> None:
    """Its kind is agreed with its neighbours at the end; whoever speaks after it is not asked."""
    found = extract(
        "« Le quai est à nous », souligne Hugo Ferrand, avant de partir. Ce docker se présentant comme "
        "« Jo », « grutier, breton et marin » reste. « Non », répond Luc Oury."
    )
    named = [(q.text, q.kind, q.speaker and q.speaker.name) for q in found]
    assert named[1] == ("Jo", Kind.PARTIAL, "Hugo Ferrand")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Face à la juge, Karim Oury, 26 ans, sourit. « Non », soutient le prévenu.", "Karim Oury"),
        ("Devant la juge, Karim Oury, un maçon, sourit. « Non », soutient le prévenu.", "Karim Oury"),
        ("Selon la juge, Léna Oury, 46 ans, le port ferme. « Bientôt », dit la juge.", "Léna Oury"),
        ("Face à la juge, Léna Oury, 46 ans, il se tait. « Parlez », dit la juge.", "Léna Oury"),
    ],
)
def test_before_whom_somebody_stands_is_another(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("« Votre âge ? », demande le président à la témoin.", "président"),
        ("« Votre âge ? », demande le président à la témoin. « Cent ans », répond-elle.", "témoin"),
        ("« Il faut payer », rappelle la maire au préfet. « Bientôt », a-t-il répondu.", "préfet"),
        ("« Il faut payer », rappelle l'adjointe au maire.", "adjointe au maire"),
        ("« Il faut payer », rappelle le premier adjoint au maire de Brest, Paul Roche.", "Paul Roche"),
    ],
)
def test_who_is_asked_is_no_part_of_who_asks(text: str, name: str) -> None:
    assert speaker(text) == name


LAWYER = "L'avocate du marin, Me Laure Henin, plaide « l'erreur ». "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (LAWYER + "« Il dort mal », ajoute le conseil du marin.", "Laure Henin"),
        (LAWYER + "« Il dort mal », ajoute la robe noire.", "Laure Henin"),
        ("Luc Oury part. « Il cède », dit un élu. Le principal concerné se dit « serein ».", "Luc Oury"),
        ("Luc Oury court. « Bravo », dit le député du Sud. L'intéressé se dit « serein ».", "Luc Oury"),
        ("Léna Oury part. La première concernée se dit « sereine ».", "Léna Oury"),
        ("Le collectif campe devant la mairie de Florence-Vieux. « On reste », dit-il.", "collectif"),
        (
            "À en croire les marchands du souk El Had, c'est fini. Pour eux, c'est « la mort ».",
            "marchands du souk El Had",
        ),
        ("La panne dure. « On a dormi dehors », dit l'un d'entre eux.", "l'un d'entre eux"),
        ("Les riverains attendent. « On a dormi dehors », dit l'un d'eux.", "riverains"),
    ],
)
def test_lawyers_those_concerned_many_and_one_of_them(text: str, name: str) -> None:
    assert speaker(text) == name


GOES = "« Je pars », dit Luc Oury. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "La maire, Ida Kervran, salue « un ami ». La présidente du Port loue « un guide ».",
            "présidente du Port",
        ),
        ("La maire, Ida Kervran, salue « un ami ». La maire de Brest loue « un guide ».", "Ida Kervran"),
        (GOES + "Le maire de l'époque lui promet « trois semaines, quatre au plus ».", "maire de l'époque"),
        (GOES + "Le directeur d'alors a promis « trois semaines, quatre au plus ».", "directeur"),
        ("« On attend », dit le commandant Luc Oury. Le syndic dénonce « des fissures ».", "syndic"),
        (
            "« On attend », dit l'avocat Luc Oury. Le Défenseur des droits dénonce « l'oubli ».",
            "Défenseur des droits",
        ),
        ("Luc Oury s'est imposé. Paul Roche suit. « J'ai tout donné », savoure le vainqueur.", "Luc Oury"),
        ("Luc Oury s'est imposé. Paul Roche suit. « J'ai tout donné », dit le coureur.", "Paul Roche"),
        (
            "Léna Morel maman : l'animatrice se confie\nElle rit. « Bravo », dit Awa Sy. Hier, l'animatrice "
            "était là. « J'ai eu peur », disait-elle.",
            "Léna Morel",
        ),
        (
            "Le pilier international Luc Oury part. « Non », dit le demi de mêlée Paul Roche. Le pilier "
            "droit hésite : « C'est dur. »",
            "Luc Oury",
        ),
        (
            "Le maire Luc Oury est venu. Le metteur en scène Paul Roche suit. L'artiste rit. « Si », dit-il.",
            "Paul Roche",
        ),
        (
            GOES + "Le club a un manager, Paul Roche. L'Australien regrette « un leader naturel ».",
            "Paul Roche",
        ),
        (GOES + "Luc Oury craint Paul Roche. L'Australien regrette « un leader naturel ».", "Luc Oury"),
        ("Luc Oury compte ses brebis. « Il en manque », dit cet installé de 29 ans.", "Luc Oury"),
        ("Sœur Léna Morel pousse une brouette. « Je donne tout », sourit la cellérière.", "Léna Morel"),
        ("Léna Morel brandit un drap. « On reste », proclame la bannière.", "bannière"),
        (
            "Luc Oury compte ses brebis. « Il en manque », dit cette installée de 29 ans.",
            "installée de 29 ans",
        ),
    ],
)
def test_a_role_that_nobody_was_told_to_have(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("L'herboriste Luc Oury se tait. Le maire de Trébault dénonce « une folie ».", "maire de Trébault"),
        ("Luc Oury a coupé le ruban. Le maire de Trébault dénonce « une folie ».", "Luc Oury"),
    ],
)
def test_who_has_a_trade_holds_no_office_of_a_town(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zubran Kelo attend. Kelo a écrit à la préfète. « Rien ne va », a-t-il dit.", "Zubran Kelo"),
        ("Le tribunal a interdit le Kelmar Forte 360. Pour lui, c'est « une erreur ».", "tribunal"),
        (
            "Le tribunal a entendu Zubran Kelo mardi. Zubran Kelo l'a dit. Pour lui, c'est « une erreur ».",
            "Zubran Kelo",
        ),
    ],
)
def test_two_capitals_that_no_list_knows_are_somebody_where_they_act(text: str, name: str) -> None:
    assert speaker(text) == name
