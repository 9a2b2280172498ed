"""How a source is named where it speaks: names, titles, roles, appositions, groups, pairs."""

from __future__ import annotations

import pytest
from parsing_samples import last, speaker, wrong

from quotes.model import SpeakerKind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("« La rivière monte », prévient Guillaume de La Ferrière.", "Guillaume de La Ferrière"),
        ("« La rivière monte », prévient Guillaume de la Ferrière.", "Guillaume de la Ferrière"),
        ("« La rivière monte », prévient Béatrice d'Hauterive.", "Béatrice d'Hauterive"),
        ("« La rivière monte », prévient Luca Della Torre.", "Luca Della Torre"),
        ("« La rivière monte », prévient Anke van der Meulen.", "Anke van der Meulen"),
        ("« La rivière monte », prévient Youssef Ben Salem.", "Youssef Ben Salem"),
        ("« La rivière monte », prévient Jean-Noël Le Goff.", "Jean-Noël Le Goff"),
        ("« La rivière monte », prévient Anne-Lise Roux-Delmas.", "Anne-Lise Roux-Delmas"),
        ("« La rivière monte », prévient John F. Caldwell.", "John F. Caldwell"),
        pytest.param(
            "« La rivière monte », prévient J. M. Castellan.",
            "J. M. Castellan",
            marks=wrong("two initials in a row end the sentence"),
        ),
        ("« La rivière monte », prévient P. Castellan.", "P. Castellan"),
        ("« La rivière monte », prévient María del Carmen Ortega.", "María del Carmen Ortega"),
        ("« La rivière monte », prévient Kwon Min-seo.", "Kwon Min-seo"),
        ("« La rivière monte », prévient l'ANSER.", "ANSER"),
        ("« La rivière monte », prévient Météo-Sarlonne.", "Météo-Sarlonne"),
        ("« La rivière monte », prévient Zorobou Karim Faye, pêcheur.", "Zorobou Karim Faye"),
        ("« La rivière monte », prévient le maire Abdou Karim Faye.", "Abdou Karim Faye"),
        ("« La rivière monte », prévient à Paris Frederic Kelmar.", "Frederic Kelmar"),
        ("« La rivière monte », prévient à Paris Eamon Kelmar.", "Eamon Kelmar"),
        ("« La rivière monte », prévient El Hadji Ibrahima Tall.", "El Hadji Ibrahima Tall"),
        ("« La rivière monte », prévient à Paris Karim Faye.", "Karim Faye"),
        ("« La rivière monte », lit-on dans les journaux Orivepresse. Karim Faye dit « oui ».", "Karim Faye"),
        ("« La rivière monte », prévient Cheikh Oumar Tall.", "Cheikh Oumar Tall"),
        ("« La rivière monte », plaide Me Cheikh Oumar Tall.", "Cheikh Oumar Tall"),
        ("« La rivière monte », prévient le cheikh Oumar Tall.", "Oumar Tall"),
        ("« La rivière monte », prévient Pape Demba Tall.", "Pape Demba Tall"),
        ("« La rivière monte », prévient DIABAGATE Salif.", "DIABAGATE Salif"),
        ("« La rivière monte », prévient le préfet DIABAGATE Salif.", "DIABAGATE Salif"),
        ("DIABAGATE Awa, préfète, est venue. Elle promet « un geste ».", "DIABAGATE Awa"),
        ("« La rivière monte », rapporte RTVN. Paul Roche se dit « prêt ».", "Paul Roche"),
        ("« La rivière monte », prévient Pr. Stanislas Tall.", "Stanislas Tall"),
        ("« La rivière monte », prévient le Dr. Stanislas Tall.", "Stanislas Tall"),
        ("« La rivière monte », préviennent les syndicats Syra et Univ'eau.", "syndicats Syra et Univ'eau"),
        ("« La rivière monte », prévient le syndicat Syra.", "syndicat Syra"),
        ("Le vote a lieu. Zubran, 29 ans, affirme que « la digue cède ».", "Zubran"),
        ("Le vote a lieu. Zubran, pêcheuse à Brest, promet « un geste ».", "Zubran"),
        ("Luc Oury attend. Google a indiqué qu'il « étudiait la décision ».", "Google"),
        ("Luc Oury attend. Sur Google a paru son texte. Il y réclame « un geste ».", "Luc Oury"),
        ("Le port ferme. Zubran s'agace : « La digue cède. »", "Zubran"),
        ("Le port ferme. Zubran, elle, reste et promet « un geste ».", "Zubran"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("« Signez ici », dit M. Vasseur.", "Vasseur", None),
        ("« Signez ici », dit Mme Ouédraogo.", "Ouédraogo", None),
        ("« Signez ici », dit Me Hugo Lindqvist.", "Hugo Lindqvist", "avocat"),
        ("« Signez ici », dit le docteur Hugo Ferrand.", "Hugo Ferrand", "docteur"),
        ("« Signez ici », dit la ministre Salomé Quint.", "Salomé Quint", "ministre"),
        ("« Signez ici », dit le Belge Zorbec Van Ferrand.", "Zorbec Van Ferrand", None),
        (
            "« Signez ici », dit le secrétaire d'État aux Ports Hugo Ferrand.",
            "Hugo Ferrand",
            "secrétaire d'État aux Ports",
        ),
        (
            "« Signez ici », dit la directrice adjointe du musée des Voiles Salomé Quint.",
            "Salomé Quint",
            "directrice adjointe du musée des Voiles",
        ),
        ("« Signez ici », dit l'ex-patron du club Hugo Ferrand.", "Hugo Ferrand", "ex-patron du club"),
        ("« Signez ici », dit la Première ministre Salomé Quint.", "Salomé Quint", "Première ministre"),
        ("« Signez ici », dit la députée MaVague Salomé Quint.", "Salomé Quint", "députée MaVague"),
        ("« Signez ici », dit le gardien de la paix Hugo.", "Hugo", "gardien de la paix"),
        ("« Signez ici », dit le maréchal des logis-chef Hugo.", "Hugo", "maréchal des logis-chef"),
        ("« Signez ici », dit M. de Quint.", "de Quint", None),
        ("« Signez ici », dit la sénatrice (Vague) Salomé Quint.", "Salomé Quint", "sénatrice (Vague)"),
        ("« Signez ici », dit le maire (MV) de Brest Hugo Ferrand.", "Hugo Ferrand", "maire (MV) de Brest"),
        (
            "« Signez ici », dit le président (MV) de la Chambre des ports, Hugo Ferrand.",
            "Hugo Ferrand",
            "président (MV) de la Chambre des ports",
        ),
        ("« Signez ici », dit le maire (MV) Zorbec Ferrand.", "Zorbec Ferrand", "maire (MV)"),
        (
            "« Signez ici », dit la présidente (MV) de la commission, Salomé Quint.",
            "Salomé Quint",
            "présidente (MV) de la commission",
        ),
        (
            "Luc Brun reste. « On verra », dit le gardien brésilien et capitaine Marc Oury.",
            "Marc Oury",
            "gardien brésilien et capitaine",
        ),
        (
            "Luc Brun reste. « On verra », dit le maire et président du port Marc Oury.",
            "Marc Oury",
            "maire et président du port",
        ),
    ],
)
def test_titles_and_roles_before_the_name(text: str, name: str, role: str | None) -> None:
    found = last(text).speaker
    assert found is not None
    assert (found.name, found.role) == (name, role)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("« C'est tôt », dit Hugo Ferrand, capitaine du ferry.", "Hugo Ferrand", "capitaine du ferry"),
        ("« C'est tôt », dit le capitaine du ferry, Hugo Ferrand.", "Hugo Ferrand", "capitaine du ferry"),
        (
            "« C'est tôt », dit Salomé Quint, professeure d'histoire à Rennes.",
            "Salomé Quint",
            "professeure d'histoire à Rennes",
        ),
        (
            "Salomé Quint, la maire de Sarlonne, a averti : « C'est tôt. »",
            "Salomé Quint",
            "maire de Sarlonne",
        ),
        (
            "Le maire de Sarlonne, Hugo Ferrand, a averti : « C'est tôt. »",
            "Hugo Ferrand",
            "maire de Sarlonne",
        ),
        (
            "« C'est tôt », dit le maire de Brest et président du port, Hugo Ferrand.",
            "Hugo Ferrand",
            "maire de Brest et président du port",
        ),
        (
            "Le porte-parole des « blouses bleues », Hugo Ferrand, juge que « c'est tôt ».",
            "Hugo Ferrand",
            "porte-parole des « blouses bleues »",
        ),
        (
            "Le premier ministre, le conservateur Hugo Ferrand, juge que « c'est tôt ».",
            "Hugo Ferrand",
            "premier ministre",
        ),
        ("Karim, l'un des grévistes explique : « C'est tôt. »", "Karim", "grévistes"),
        (
            "« C'est tôt », dit le président de Horizon la France, Hugo Ferrand.",
            "Hugo Ferrand",
            "président de Horizon la France",
        ),
        (
            "« C'est tôt », dit le président de Horizon la France Hugo Ferrand.",
            "Hugo Ferrand",
            "président de Horizon la France",
        ),
        (
            "« C'est tôt », dit Hugo Ferrand (CGT), délégué du personnel.",
            "Hugo Ferrand",
            "délégué du personnel",
        ),
        (
            "À Brest, Marc Oury, patron d'un chalutier affirme : « On verra. »",
            "Marc Oury",
            "patron d'un chalutier",
        ),
        ("Marc Oury, le patron des dockers avait dit : « On verra. »", "Marc Oury", "patron des dockers"),
        (
            "« Assez », écrit le chef du parti de la gauche radicale, La Mer insoumise, Luc Oury, lundi.",
            "Luc Oury",
            "chef du parti de la gauche radicale",
        ),
        (
            "« Assez », dit la directrice du constructeur, Oury Marine, Anne Lalo.",
            "Anne Lalo",
            "directrice du constructeur",
        ),
        (
            "« Assez », dit le chef du parti de la mer, Luc Oury, Anne Lalo et Paul Brun.",
            "Luc Oury",
            "chef du parti de la mer",
        ),
    ],
)
def test_appositions_on_either_side(text: str, name: str, role: str) -> None:
    found = last(text).speaker
    assert found is not None
    assert (found.name, found.role) == (name, role)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Hugo Ferrand dirige le port. Invité de Téléorval, le directeur a dit « ne plus y croire ».",
            "Hugo Ferrand",
        ),
        ("« C'est tôt », lui lance le passant en allusion aux travaux du port.", "passant"),
        ("« C'est tôt », a dit à la radio un docker interrogé samedi à Brest.", "docker"),
        ("Le port est avenue Marceau. « C'est tôt », assure le gérant.", "gérant"),
        ("« C'est tôt », crient les « blouses bleues » du port.", "blouses bleues du port"),
        ("Kravouz émet une réserve : « C'est tôt. »", "Kravouz"),
        ("LE PORT EN BREF - Le maire Hugo Ferrand juge que « c'est tôt ».", "Hugo Ferrand"),
        ("Le PDG d'Orval Énergie Hugo Ferrand juge que « c'est tôt ».", "Hugo Ferrand"),
        ("L'ancien président Hugo Ferrand juge que « c'est tôt ».", "Hugo Ferrand"),
    ],
)
def test_what_stands_beside_a_source_is_no_part_of_it(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("« On s'y fait », sourit Josiane 73 ans, retraitée.", "Josiane"),
        ("« On s'y fait », sourit Josiane, 73 ans.", "Josiane"),
        ("« On s'y fait », sourit Karim, 19 ans, apprenti boulanger.", "Karim"),
        ("Josiane, 73 ans, hausse le ton : « On ne s'y fait pas. »", "Josiane"),
        ("« On s'y fait », sourit Ludivine Prat, 41 ans.", "Ludivine Prat"),
    ],
)
def test_a_name_with_an_age_is_a_person(text: str, name: str) -> None:
    found = last(text).speaker
    assert found is not None
    assert (found.name, found.kind) == (name, SpeakerKind.PERSON)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("« Nous fermons », indique la direction.", "direction", SpeakerKind.ORGANISATION),
        ("« Nous fermons », indique la Croix-Bleue.", "Croix-Bleue", SpeakerKind.ORGANISATION),
        ("« Nous fermons », indique l'association.", "association", SpeakerKind.ORGANISATION),
        ("« Nous fermons », indique le Pentagone.", "Pentagone", SpeakerKind.ORGANISATION),
        ("« Nous fermons », indique un communiqué.", "communiqué", SpeakerKind.DOCUMENT),
        ("« Nous fermons », indique le rapport annuel.", "rapport annuel", SpeakerKind.DOCUMENT),
        ("« Nous fermons », disent des commerçants.", "commerçants", SpeakerKind.GROUP),
        ("« Nous fermons », dit un commerçant.", "commerçant", SpeakerKind.PERSON),
        ("« Nous fermons », disent les députés.", "députés", SpeakerKind.GROUP),
        ("« Nous fermons », dit une Morlaisienne.", "Morlaisienne", SpeakerKind.PERSON),
        ("« Nous fermons », dit un gilet jaune.", "gilet jaune", SpeakerKind.PERSON),
        ("« Nous fermons », disent des gilets jaunes.", "gilets jaunes", SpeakerKind.GROUP),
        ("« Nous fermons », dit un autre.", "autre", SpeakerKind.PERSON),
        ("« Nous fermons », dit le couple.", "couple", SpeakerKind.GROUP),
        ("« Nous fermons », dit la famille du docker.", "famille du docker", SpeakerKind.GROUP),
        ("« Nous fermons », assure une source policière.", "source policière", SpeakerKind.GROUP),
        ("Certains disent : « Nous fermons. »", "Certains", SpeakerKind.GROUP),
        ("« Nous fermons », disent certains.", "certains", SpeakerKind.GROUP),
        ("« Nous fermons », dit la gérante du café.", "gérante du café", SpeakerKind.PERSON),
        ("« Nous fermons », dit Ludivine Prat.", "Ludivine Prat", SpeakerKind.PERSON),
    ],
)
def test_the_kind_of_a_source(text: str, name: str, kind: SpeakerKind) -> None:
    found = last(text).speaker
    assert found is not None
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("« Oui », dit le député La Vague en marche (LVM) de l'Orne, Paul Joly.", "Paul Joly"),
        ("« Oui », dit un député La Vague en marche.", "député La Vague en marche"),
        ("Paul Joly est venu. Le député Radical hésite. « Oui », dit-il.", "Paul Joly"),
        ("L'ancien Premier ministre est venu. « Oui », dit-il.", "ancien Premier ministre"),
    ],
)
def test_a_party_and_an_office_are_no_names(text: str, name: str) -> None:
    found = last(text).speaker
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "where",
    ["au bras du maire, Paul Joly", "après l'arrivée du maire de Loriac, Paul Joly, et du préfet"],
)
def test_a_name_behind_a_thing_of_his(where: str) -> None:
    found = last(f"Luc Oury entre {where}. « Je suis troublé », dit le maire.").speaker
    assert found is not None
    assert found.name == "Paul Joly"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("« Nous restons », disent Ludivine Prat et Karim Sow.", "Ludivine Prat et Karim Sow"),
        (
            "« Nous restons », disent les deux élus, Ludivine Prat et Karim Sow.",
            "Ludivine Prat et Karim Sow",
        ),
        (
            "Les deux autrices, Ludivine Prat et Anne Sow, arrivent. « Nous restons », disent les autrices.",
            "Ludivine Prat et Anne Sow",
        ),
        ("Ludivine Prat et Karim Sow ont écrit : « Nous restons. »", "Ludivine Prat et Karim Sow"),
        ("« Nous restons », disent Séoul et Washington.", "Séoul et Washington"),
        ("Des syndicats et associations dénoncent « un recul ».", "syndicats et associations"),
        ("« Nous restons », disent les maires et élus des Yvelines.", "maires et élus des Yvelines"),
        ("« Nous restons », disent les maires et partent.", "maires"),
        ("« Je reste », dit Ludivine Prat, la sœur de Karim Sow.", "Ludivine Prat"),
        ("« Je reste », dit Ludivine Prat devant Karim Sow.", "Ludivine Prat"),
        ("Luc Oury (Vague) et Anna Sy (Marée) dénoncent « une ruine ».", "Luc Oury et Anna Sy"),
    ],
)
def test_joint_speakers(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ces actes ont décidé plus de 50 élus à écrire pour exprimer leur « vive inquiétude ».", "élus"),
        ("Près de 300 riverains ont dénoncé sur le quai « un simulacre de débat ».", "riverains"),
        ("De nombreux riverains dénoncent ce bruit, appelant à fermer « la route du sel ».", "riverains"),
        ("Sur le quai, de nombreux riverains dénoncent « une ruine ».", "riverains"),
        ("Inès Carvel hésite alors que de nombreux riverains dénoncent « une ruine ».", "riverains"),
        ("« La digue ne tiendra pas », estiment de nombreux riverains.", "riverains"),
        ("Selon de nombreux riverains, la digue est « rongée par le sel ».", "riverains"),
        ("La préfecture annule une fête « trop bruyante ».", "préfecture"),
        ("Hier, de nombreux riverains demandaient une « vraie digue ».", "riverains"),
        ("Le port ferme : de nombreux élus estiment que c'est « une erreur ».", "élus"),
        ("L'avocat du plus jeune marin plaide « la fatigue ».", "avocat du plus jeune marin"),
        ("« On ferme la cale », ont dit d'autres riverains.", "riverains"),
        ("La vignette devait rapporter « cent mille euros l'an ».", None),
        ("Le bombardement a fait dire « que la guerre durerait encore longtemps ».", None),
        ("La coordination a fait savoir « que la grève durerait ».", "coordination"),
        ("Ce personnage a fait savoir « que la fête durerait ».", "personnage"),
        ("Le zinguet a fait savoir « que la fête durerait ».", "zinguet"),
        ("L'avis suit les réquisitions du parquet qui a estimé la digue « mal surveillée ».", "parquet"),
        ("On a lu la situation du patron, qui a souhaité taire « son nom et ses dettes ».", "patron"),
        ("Le nombre de blessés réclame « une réponse forte et rapide ».", None),
        ("Personne ne croit que la digue soit « une réponse sérieuse et durable ».", None),
        ("Plusieurs « événements » annoncent « un grand soir sur le quai ».", None),
        ("Des « bonnets bleus » réclament depuis l'aube « des quais sûrs ».", "bonnets bleus"),
        ("La trêve doit durer, poursuit Salomé Quint. « Il faudra ensuite reconstruire. »", "Salomé Quint"),
        ("La crue n'est qu'un « début », note Salomé Quint : « Nous allons au pire. »", "Salomé Quint"),
        (
            "La foule était plus dense à Brest, où mille dockers ont défilé au cri de « Sauvons la cale ».",
            "dockers",
        ),
    ],
)
def test_things_do_not_speak_and_people_are_counted(text: str, name: str | None) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("« C'est tôt », confie l'élue au Courrier du Val.", "élue"),
        ("« C'est tôt », plaide le maire auprès du préfet de l'Aube.", "maire"),
        (
            "« C'est tôt », dit le secrétaire d'État auprès de la ministre de la Mer.",
            "secrétaire d'État auprès de la ministre de la Mer",
        ),
        ("« C'est tôt », affirme son avocat à RTV.", "avocat"),
        ("« C'est tôt », explique le militant à un groupe de sympathisants.", "militant"),
        ("« C'est tôt », confie une source au quotidien.", "source"),
        ("« C'est tôt », confie une source au ministère de la Mer.", "source au ministère de la Mer"),
        ("« C'est tôt », confie une source au sein du port.", "source au sein du port"),
        ("« C'est tôt », disent plusieurs sources bien informées.", "sources bien informées"),
        ("« C'est tôt », dit un photographe de l'ARP.", "photographe de l'ARP"),
        ("« C'est tôt », dit un docker au bord des larmes.", "docker"),
        ("« C'est tôt », disent trois cents élus du Val.", "élus du Val"),
        ("« C'est tôt », note la ministre de la Mer Quint.", "Quint"),
        ("« C'est tôt », souffle le capitaine de frégate Hugo.", "Hugo"),
        ("Le patron du parti du président Hugo Ferrand a cédé. « Oui », dit Ferrand.", "Hugo Ferrand"),
        ("Des voisins dorment, les maires jugeant la loi « bien trop molle ».", "maires"),
        ("« On est là », ont affirmé à l'ARP des riverains.", "riverains"),
        ("« On est là », a dit à l'ARP sur le Vieux-Quai Hugo, 46 ans, venu de Brest.", "Hugo"),
        ("« On est là », lâche, les larmes aux yeux, le docker Hugo Ferrand.", "Hugo Ferrand"),
        ("« On est là », jure la main sur le cœur Hugo Ferrand.", "Hugo Ferrand"),
        ("« On est là », dit la tête de la liste.", "tête de la liste"),
        ("« On est là », crie une voix dans le noir.", "voix"),
        ("« On est là », dit devant la mairie parmi mille dockers Jade, une soudeuse.", "Jade"),
        ("« On est là », dit à Brest parmi des dockers Jade, soudeuse au port.", "Jade"),
        ("La députée Modem Salomé Quint a réclamé « un vote franc ».", "Salomé Quint"),
        ("M. de Rosmeur a réclamé « un vote franc ».", "de Rosmeur"),
        ("Hugo de Rosmeur est venu. « Non », a dit M. de Rosmeur au maire.", "Hugo de Rosmeur"),
        ("Hugo Ferrand a reçu l'élue, Mme van der Elst a réclamé « un vote franc ».", "van der Elst"),
        ("« C'est tôt », a dit M. le maire.", "maire"),
        (
            "Cité par la préfecture, Hugo Ferrand, préfet de région, a salué « un beau geste ».",
            "Hugo Ferrand",
        ),
        ("« C'est tôt », dit le numéro deux du syndicat, Salomé Quint.", "Salomé Quint"),
        ("Nombre de « bonnets bleus » jugent la taxe « bien trop lourde ».", "Nombre de bonnets bleus"),
        ("« C'est tôt », regrette Hervé le Goff.", "Hervé le Goff"),
        (
            "Le journal La Vague de Brest voit dans la digue « un mur de papier ».",
            "journal La Vague de Brest",
        ),
        ("BREST | « On a tout perdu sous la pluie. » Le vent est tombé.", None),
        ("« C'est tôt », assure Youssef al-Masri.", "Youssef al-Masri"),
        ("A Brest, Salomé Quint promet de « tout reprendre à zéro ».", "Salomé Quint"),
        ("Pour lancer le débat, il faut « du temps et du calme ». Salomé Quint l'a dit.", None),
        ("« C'est tôt », glisse l'un des soutiens du maire, Salomé Quint.", "Salomé Quint"),
        ("« C'est bien trop tôt », glisse un proche de M. Ferrand.", "proche de M. Ferrand"),
        ("Nuit du port, acte V : « Nous resterons ici jusqu'au bout, quoi qu'il arrive ! »", None),
        ("« C'est tôt », scandent les marcheurs, Foulards rouges et dockers mêlés.", "marcheurs"),
        ("« C'est trop tard », disait la semaine dernière Anne Lalo, patronne du port.", "Anne Lalo"),
        ("« C'est trop tard », a regretté l'été dernier Mme Lalo.", "Lalo"),
        (
            "« C'est clos », dit la directrice de la fondation Jean Oury.",
            "directrice de la fondation Jean Oury",
        ),
        ("« C'est clos », dit la directrice de la fondation Jean Oury Anne Lalo.", "Anne Lalo"),
        ("« C'est clos », dit le leader de La France Bleue.", "leader de La France Bleue"),
        ("« C'est clos », dit le leader de La Vague Bleue Paul Roche.", "Paul Roche"),
        ("Salomé Quint arrive à l'Élysée des ministres. « Oui », dit-on à l'Élysée.", "Élysée"),
        ("Une semaine qui le verra parler aux dockers ayant appelé à « un vote franc ».", "dockers"),
        ("Salomé Quint le répète et dénonce « une ruine ».", "Salomé Quint"),
        ("« Le port est mort », crient un dernier samedi les marins.", "marins"),
        (
            "Membre du club, le préfet Hugo Ferrand, dont on parle, a réclamé « un vote franc ».",
            "Hugo Ferrand",
        ),
        ("Porteuses du projet, les associations clament « un vote franc ».", "associations"),
        ("« C'est tôt », dit le chanteur et acteur Hugo Ferrand.", "Hugo Ferrand"),
        ("« C'est tôt », dit la sénatrice et ancienne ministre Salomé Quint.", "Salomé Quint"),
        ("« C'est tôt », dit une source informée.", "source informée"),
        (
            "« C'est tôt », selon un communiqué de l'élue à l'origine de l'actuelle demande, Salomé Quint.",
            "Salomé Quint",
        ),
        ("A Brest, Karim, gérant d'un café confie que les ventes sont « en baisse ».", "Karim"),
        ("Sarlec, filiale du port, estime que les ventes sont « en baisse ».", "Sarlec"),
        ("« C'est tôt », dit le directeur de la compagnie Vague Bleue, Hugo Ferrand.", "Hugo Ferrand"),
        ("« C'est tôt », dit le trésorier du parti Zorbec Ferrand.", "Zorbec Ferrand"),
        ("Les dockers se pressent à l'Élysée autour du préfet. « Oui », dit-on à l'Élysée.", "Élysée"),
        ("« C'est tôt », dit l'élue vis-à-vis du port.", "élue"),
        ("Le 1er juin, à la mairie, les dockers ont dénoncé « une ruine ».", "dockers"),
        ("Le 1er juin, nous étions trois à demander que « la vérité soit dite ».", None),
        ("« C'est tôt », répètent les élus reçus par la ministre de la Mer.", "élus"),
        ("« C'est tôt », répète la gérante du Café breton située sur le quai.", "gérante du Café breton"),
        ("Les soudeurs réunis hier à Brest ont dénoncé « une ruine ».", "soudeurs"),
        ("« C'est tôt », disent des personnes âgées sur le quai.", "personnes âgées"),
        ("Selon le compte rendu établi par le port, la digue est « rongée par le sel ».", "compte rendu"),
        (
            "« C'est tôt », dit le patron de l'Union des petites et moyennes halles.",
            "patron de l'Union des petites et moyennes halles",
        ),
        (
            "« C'est tôt », note l'assemblée des acteurs sociaux et associatifs.",
            "assemblée des acteurs sociaux et associatifs",
        ),
        (
            "« C'est tôt », note la Société des ports du nord et de l'est.",
            "Société des ports du nord et de l'est",
        ),
        ("« C'est tôt », note l'élu avec une pointe d'ironie.", "élu"),
        ("« C'est tôt », note la députée pour sa défense.", "députée"),
        ("« C'est tôt », confie le photographe à son voisin.", "photographe"),
        ("« C'est tôt », ont scandé des dockers à l'adresse du préfet.", "dockers"),
        ("« C'est bien trop tôt », note un autre « soudeur en colère ».", "autre soudeur en colère"),
        ("« C'est tôt », a déclaré à l'Agence France-Presse Hugo Ferrand.", "Hugo Ferrand"),
        ("« C'est tôt », a déclaré mardi sur France Inter Hugo Ferrand, le préfet.", "Hugo Ferrand"),
        ("Hugo Ferrand a rejeté le grand débat local et demandé « un vote franc ».", "Hugo Ferrand"),
        ("Une note également courte suit. Le rapport note aussi une hausse « bien trop forte ».", "rapport"),
        ("L'exécutif patauge et retoque son plan, jugé « bien trop lourd ».", "exécutif"),
        ("Un docker accourt sur le quai et lance à la foule : « Il est trop tard ! »", "docker"),
        ("Un docker salue la foule qui chante en chœur : « Il est trop tard ! »", "foule"),
        ("Hugo Ferrand part sous les yeux d'un de ses voisins, qui raconte : « Il pleurait. »", "voisins"),
        ("Hugo Ferrand, aidé par l'un de ses voisins, qui raconte : « Il pleurait. »", "voisins"),
        ("Une docker, Ana Sy, a répondu au préfet Hugo Ferrand, venu la voir, que « rien ne va ».", "Ana Sy"),
        ("Comme l'a dit au Courrier l'élue Ana Sy, juriste au Port Sud : « Il est trop tard. »", "Ana Sy"),
        ("La cour d'appel de Morlaix a tranché : « Il est trop tard. »", "cour d'appel de Morlaix"),
        ("« Il faut fermer », a dit Ida R. Awa Sy ira voir Ida R. mardi.", "Ida R."),
        ("Awa Sy écoute. Le deuxième docker appelle à l'aide. « On coule », crie-t-il.", "deuxième docker"),
        ("« On ne veut pas du risque » d'être noyé commentait lundi un docker.", "docker"),
        ("« Et le port ? », peut-on entendre un autre docker demander.", "autre docker"),
        ("Le froid gêne les voyages du préfet, lui qui a dit aimer « être avec les gens ».", "préfet"),
        (
            "Le PDG de Marée, Hugo Ferrand, écoute Ana Sy. « Non », dit le patron du géant naval.",
            "Hugo Ferrand",
        ),
        ("Pourquoi le ministère compte fermer. Le ministère a annoncé « un geste fort ».", "ministère"),
        ("Même constat pour la mairie de Morlaix : « Il est trop tard. »", "mairie de Morlaix"),
        ("« Il est trop tard », disent certains à Morlaix.", "certains"),
        (
            "Le préfet, le colonel Hugo Ferrand et la maire se taisent. « C'est tôt », dit le préfet.",
            "préfet",
        ),
        ("Quand il voit la foule, Hugo Ferrand, docker, lâche : « Il est trop tard. »", "Hugo Ferrand"),
    ],
)
def test_where_a_source_ends_and_another_begins(text: str, name: str | None) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Luc Oury arrive. Depuis le porte-avions Paul Morel, il admet « un échec ».", "Luc Oury"),
        ("Luc Oury arrive. Au lycée professionnel Jean Brun, il salue « un lieu unique ».", "Luc Oury"),
        ("Luc Oury arrive. Le Stade Jean Brun rouvre. « C'est tôt », a-t-il dit.", "Luc Oury"),
        ("Anne Lalo arrive. La tempête Irène a soufflé. « C'est fini », a-t-elle dit.", "Anne Lalo"),
        ("Luc Oury arrive. Le paquebot Paul Morel coule. « C'est fini », a-t-il dit.", "Luc Oury"),
        ("Luc Oury arrive. L'affaire Brun est close. « C'est fini », a-t-il dit.", "Luc Oury"),
        ("Paul Brun est élu. La Fondation Anne Brun s'en va. « C'est fini », dit Brun.", "Paul Brun"),
        ("Le vent souffle. « C'est fini », raconte sur place Luc Oury.", "Luc Oury"),
        ("Le vent souffle. « C'est fini », tempête Luc Oury.", "Luc Oury"),
        ("Le vent souffle. « C'est fini », a souligné la place Beauvau.", "Beauvau"),
        ("« C'est fini », dit Jules Ferry. « Tant mieux », répond Ferry.", "Jules Ferry"),
        ("Luc Oury part. « C'est fini », dit le Comité Jeanne.", "Comité Jeanne"),
    ],
)
def test_what_is_called_after_somebody_is_nobody(text: str, name: str) -> None:
    assert speaker(text) == name
