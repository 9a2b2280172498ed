"""What made-up articles are made of: outlets, sentences with places to fill, words that fill them.

`articles.py` fills the places in braces; *de le*, *à les* and *que il* become what French makes of them.
"""

from __future__ import annotations

#: name, address, its quote marks, its apostrophe
OUTLETS = (
    ("Le Courrier des Vallons", "courrier-vallons", "«\u00a0", "\u00a0»", "’"),
    ("La Vigie", "la-vigie", "«", "»", "'"),
    ("L’Écho du Piémont", "echo-piemont", "« ", " »", "'"),
    ("Le Fleuve", "le-fleuve", "«\u202f", "\u202f»", "’"),
    ("Méridien International", "meridien", '"', '"', "'"),
    ("La Gazette d’Outremeuse", "gazette-outremeuse", "“", "”", "’"),
    ("Le Quotidien du Rhône et du Léman", "quotidien-rhone-leman", "«", "»", "’"),
    ("Terres & Rivières", "terres-rivieres", "«\u00a0", "\u00a0»", "’"),
    ("Le Montréalais du soir", "montrealais", "« ", " »", "’"),
    ("L’Indépendant de la Sambre", "independant-sambre", "«", "»", "'"),
    ("La Dépêche des Caps", "depeche-caps", '"', '"', "'"),
    ("Le Matin des Plateaux", "matin-plateaux", "« ", " »", "'"),
)

#: section of the address → the file of the subject its articles are about
SECTIONS = {
    "justice": "justice",
    "faits-divers": "accidents",
    "economie": "economie",
    "education": "education",
    "environnement": "environnement",
    "sante": "sante",
    "politique": "politique",
    "international": "relations_internationales",
    "elections": "elections",
    "religion": "religion",
    "sciences": "science",
    "social": "social",
    "societe": "societe",
    "sport": "sport",
    "culture": "culture",
    "monde": "conflit",
    "meteo": "meteo",
    "medias": "medias",
}

MASCULINE = """\
abandon accord achat agenda appel arrêté avenir avis bail balcon barrage bassin bâtiment besoin bilan
blocage bois bord bruit budget bureau cadre calcul calendrier camion canal carrefour cas centre chantier
chemin chiffre choix circuit climat combat commerce comptoir conflit conseil contrat contrôle couloir coup
coût débat déficit délai départ désaccord dispositif domaine doute droit échec écran effort emploi enjeu
ensemble entretien équilibre espoir état examen exercice fait financement fleuve fond fonds frein froid
geste gouffre goût guichet impôt incendie instant intérêt jardin jour jugement lac lien lieu lit logement
loyer marché matériel message métier milieu modèle moment monde montant mouvement mur niveau nombre
objectif obstacle ordre outil parcours pari parking partenariat passage patrimoine péage plan plateau pont
port pouvoir principe prix problème procès processus produit programme projet propos public quai quartier
rapport recours recrutement recul refus règlement repas réseau respect résultat retard retour revenu
risque rôle salaire scénario secret secteur séjour sentier service seuil siège silence site sol soutien
stade suivi sujet tarif tas taux temps terrain texte toit tour trafic train traitement travail tribunal
troupeau usage vent verdict village virage volet vote voyage"""

FEMININE = """\
absence action adresse affaire aide aile alerte alliance ambition ampleur année antenne approche attente
audience avance baisse banque barrière bataille berge boutique caisse campagne cantine carrière cause
chaîne chance charge chute cité clé colère collecte colline commande commune conduite confiance consigne
construction consultation convention coupure cour crainte crise croissance culture décision défense
demande démarche dépense dette digue diminution distance donnée durée eau école économie élection énergie
enquête épreuve équipe erreur étape étude évolution expérience faille famille façade ferme fermeture fête
file forêt formation forme formule friche gare gestion grève grille hausse idée image impasse initiative
intervention issue jeunesse ligne liste loi lumière lutte machine mairie maison majorité marche matinée
mémoire menace mesure méthode mise mission montagne négociation neige note occasion offre opération
opposition option origine ouverture panne parcelle parole part passerelle peine pente période perte peur
place plaine plainte plateforme pluie politique porte position poursuite pratique présence pression preuve
procédure production promesse proposition protection question rade raison réaction rencontre rentrée
répartition réponse réserve responsabilité ressource réunion rive rivière route rue rupture saison salle
scène séance sécheresse semaine série situation solution sortie source station structure surface taxe
technique tendance terrasse terre tradition traversée université urgence usine vague vallée vente version
ville visite voie voiture volonté zone"""

MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"

#: the same in both genders
ADJECTIVES = """\
abordable acceptable admissible agréable agricole aimable ample aride autonome autoritaire brusque calme
célèbre centenaire comparable convenable crédible critique culinaire difficile diplomatique durable
économique efficace électrique énorme équitable étanche étrange fébrile ferme fiable fragile gigantesque
historique honnête hostile immense impossible inacceptable incroyable indispensable inévitable injuste
intenable inutile invisible juste large libre lisible logique magnifique malhabile maritime mince moderne
modeste mutualiste nécessaire notable nucléaire pacifique paisible pénible plausible polémique possible
précaire prévisible prioritaire probable propice raisonnable rapide rare responsable ridicule risible rude
rustique sanitaire scolaire sévère simple sinistre sobre solide sombre souple stable stérile stratégique
technique terrible timide touristique tragique tranquille unanime unique utile utopique vague vaste
véritable viable vide volontaire vulnérable"""

#: beginnings, middles and ends of surnames and of villages
SYLLABLES = (
    "Ar Bar Bel Ber Bour Cas Chan Char Cor Cou Dal Del Des Du Es Fa Fer Fon Gar Ger Gri Jau La Lan Le Lo Mal "
    "Mar Mau Mer Mo Nou Or Pa Per Pi Pou Qué Ra Re Ri Ro Sa Sau Ser Ta Tou Va Ver Vi",
    "ba be chi da de di fe ga gi la le li lo ma mi na ne ni ra ri ro sse ta ti va vi",
    "bert bois champ dier doux fort gnac goux land let lier ller mard mont nard net nier quet rand rault "
    "reau rel rin ron ry sard sier teau tel thier val vaux ville vin zac",
)

TITLES = (
    "{place} : {np} en question",
    "{topic} : « {fragment} »",
    "À {place}, {np} {v} {np}",
    "« {fragment} » : {np} divise {place}",
    "{org} et {topic}, {np} de trop",
    "{somebody} : « {short} »",
    "{np} {v} {np} à {place}",
    "{topic} : {number} dossiers sur la table",
)

#: sentences without a quotation
_PROSE = (
    "{np} {v} {np} depuis {day} ans, et {np} n’y change rien.",
    "À {place}, {np} {v} {np}, malgré {topic} et {np}.",
    "{when}, {number} personnes se sont réunies devant {np} pour {inf} {np}.",
    "Le dossier, ouvert en {year}, concerne {topic}, {topic} et {np}.",
    "En matière de {topic}, {org} {v} {np} sans {inf} {np}.",
    "{somebody}, {role} de {place}, {v} {np}, tandis que {last} {v} {np}.",
    "Près de {number} {groups} {vs} {np}, dont {number} à {place}.",
    "Il a fallu {day} mois pour {inf} {np} et {inf} {np}.",
    "{np} de {place}, qui {v} {np}, compte {number} {groups}.",
    "Le coût est estimé à {number} millions d’euros, soit {day} % de plus qu’en {year}.",
    "Depuis {year}, {topic} {v} {np} et {np}, sans que {np} {v} {np}.",
    "Entre {place} et {place}, {np} reste {adj}, faute de {topic}.",
    "{doc} de {org}, publié {when}, porte sur {topic}, {np} et {topic}.",
    "Sur fond de {topic}, {np} {v} {np}, {adv}, avant de {inf} {np}.",
    "{np}, {np} et {np} : rien ne manquait {when} à {place}.",
    "C’est là que {np} {v} {np}, à {day} kilomètres de {place}.",
    "Quant à {np}, {np} {v} toujours {np}.",
    "{somebody} et {somebody} {vs} {np} au début de {np}.",
    "Plusieurs {groups} {vs} {np}, d’autres {vs} {np} ou {topic}.",
    "{org}, dont le siège est à {place}, {v} {np} et {v} {np}.",
    "Il y a {day} ans, {np} {v} déjà {np}.",
    "Mais {np} tarde, et {np} {adj} {v} {np} de {np}.",
    "Le {day} mars, {np} doit {inf} {np} avant de {inf} {np}.",
    "Pour l’heure, {np} n’est pas à l’ordre du jour, pas plus que {topic}.",
    "Ni {np} ni {np} ne {v} {np} en {year}.",
    "Après {np}, {np} : {place} {v} {np} pour la {day}e fois.",
    "Sans {topic}, {np} {v} {np} ; avec {topic}, {np} {v} {np}.",
    "{when}, peu après {day} h, {np} {v} {np} près de {place}.",
    "Ancien {m} de {place}, {last} {v} {np} de {topic}.",
    "Au total, {number} {groups} et {number} {groups} {vs} {np}.",
)

#: what people say in full sentences
_UTTERANCES = (
    "Nous n’avons jamais voulu {inf} {np}, encore moins {inf} {np}",
    "On ne peut pas {inf} {np} sans {inf} {np}",
    "Il faut {inf} {np} avant {year}, sinon {np} sera {adj}",
    "Je ne sais pas qui {v} {np}, mais {np} est {adj}",
    "C’est {np} qui {v} {np}, pas {np}",
    "Tout le monde parle de {topic}, personne ne parle de {np}",
    "Nous allons {inf} {np} et {inf} {np} dès que possible",
    "{np} est {adj}, et {np} le restera tant que {np} {v} {np}",
    "Je suis {adj} quand on me parle de {topic}",
    "Il y a {day} ans, on pouvait encore {inf} {np}. Aujourd’hui, {np} est {adj}",
    "Nous demandons {np}, rien de plus. Ceux qui {vs} {np} le savent très bien",
    "Ce n’est pas à {np} de {inf} {np}",
    "On nous a promis {np}. Nous avons eu {np}",
    "Vous croyez que {np} va {inf} {np} ? Moi, non",
    "Quand {np} {v} {np}, c’est {place} qui paie",
    "Ils veulent {inf} {np}, {inf} {np}, et après ? Après, il ne restera que {np}",
    "Je le dis depuis {year} : {np} n’a pas besoin de {np}",
    "Sans {np}, {place} n’existe plus",
    "Ma seule crainte, c’est {np} : {number} familles {vs} {np}",
    "On a travaillé {number} jours pour {inf} {np}, et voilà {np}",
    "{np} ne {v} pas {np}",
    "Jamais {np} n’a été aussi {adj}",
    "Si {np} {v} {np}, alors {np} doit {inf} {np}",
    "Personne n’a vu {np}. Personne n’a entendu {np}. On a seulement senti “{fragment}”",
    "C’est {adj} : {np} {v} {np}, {topic} aussi, et {np} n’y peut rien",
    "Nous y sommes",
    "Nous attendons {np} de {org}, avec {number} autres {groups}, pour {inf} {np} et {topic}",
    "Je n’ai rien contre {np}, mais {np} me paraît {adj}. Il s’agit de {inf} {np}, pas de {inf} {np}",
)

#: what a headline or a slogan says
_SHORT = ("{np} d’abord", "On ne lâche rien", "Je veux {inf} {np}", "Rendez-nous {np}", "{np}, c’est {adj}")

#: what people say in pieces, woven into a sentence
_FRAGMENTS = (
    "{np} {adj}, {adj} et {adj}",
    "{adj}",
    "{adj} et {adj}",
    "une {f} {adj}, mais pas {np} de {topic}",
    "un {m} {adj}",
    "{np} de {np}",
    "un {m} sans {topic}",
    "sans {inf} {np}",
    "plus {adj} que {adj}",
    "une {f} de {topic}",
    "{inf} {np} et {inf} {np}",
    "pas de {topic} sans {np}",
    "un vrai {m}, {adj} pour {np}",
    "{adv}",
    "tout ce qui {v} {np} et {np}",
)

#: marks that carry nobody’s words
_TERMS = (
    "Le collectif « {Topic} et {m} » {v} {np} à {place}.",
    "L’opération « {Place} {adj} », lancée en {year}, {v} {np}.",
    "Les « {groups} du {m} », comme on les appelle ici, {vs} {np}.",
    "Son livre « {Np} » (éditions du {Place}) {v} {np}.",
    "Le label « {m} {adj} » {v} {np} de {topic}.",
    "Sur l’affiche, un seul mot : « {Topic} ».",
    "Le film « {Np} de {place} » {v} {np} depuis {when}.",
    "Dans le quartier des « {f}s {adj}s », {np} {v} {np}.",
    "Le programme « {Topic} {year} » {v} {np}, {np} et {topic}.",
    "C’est la fameuse « {f} » dont {np} {v} {np}.",
    "Ce soir-là, au café « Le {M} {adj} », {number} {groups} {vs} {np}.",
)

#: a quotation in full, its source told
_DIRECT = (
    "« {utterance} », a {said} {source}.",
    "« {utterance} », a {said} {source}, {when}, devant {np}.",
    "« {utterance} », {says} {source}.",
    "« {utterance} », {says} {source} en {gerund} {np}.",
    "« {utterance}, a {said} {source}. {utterance}. »",
    "{Source} a {said} : « {utterance}. »",
    "{Source} {says} : « {utterance}. {utterance}. »",
    "{Source} l’a {said} {when} : « {utterance}. »",
    "Selon {source}, « {saying} ».",
    "Pour {source}, « {saying} ».",
    "{Np} ? « {utterance} », {says} {source}.",
    "« {utterance} ! » {says} {source}, qui {v} {np}.",
)

#: what the one who has just spoken goes on to say
GOES_ON = (
    "« {utterance} », {clitic}.",
    "« {utterance}, {clitic}. {utterance}. »",
    "« {utterance}. {utterance}. »",
    "Et {pronoun} ajoute : « {utterance}. »",
    "Avant de conclure : « {utterance}. »",
    "« {utterance} », poursuit {known}, {role}.",
    "« {utterance}. »",
)

#: pieces of what somebody says
_PARTIAL = (
    "{Source} a dénoncé « {fragment} » et {v} {np}.",
    "{Source} estime que {np} est « {fragment} ».",
    "{Source} juge {np} « {fragment} », à cause de {topic}.",
    "{Source}, qui parle de « {fragment} », {v} {np} et « {fragment} ».",
    "Selon {source}, {np} serait « {fragment} ».",
    "{Source} s’est dit « {adj} » et {v} {np} de {topic}.",
    "{Source} a évoqué « {fragment} » lors de {np}.",
    "{Source} a promis de « {inf} {np} », « {adv} », d’ici à {year}.",
    "Une « {fragment} » que {source} {v} depuis {year}.",
    "{Np} devrait {inf} {np}, « {fragment} », d’après {source}.",
)

#: kind of paragraph → the sentences it may begin with
SENTENCES = {"prose": _PROSE, "direct": _DIRECT, "partial": _PARTIAL, "term": _TERMS}

#: somebody the article has not told of yet, and who is known by now
NEW = ("{full}, {role}", "{full}, {role} à {place}", "{the} {role} {full}", "{full}")
KNOWN = ("{last}", "{full}", "{mr} {last}", "{last}", "{the} {role}", "{the} {role}")
#: who speaks without a name
NAMELESS = (
    "{org}",
    "{org}",
    "{doc}",
    "{doc} de {org}",
    "un {role_m} de {place}",
    "une {role_f}",
    "des {groups}",
)

#: place of a phrase that takes more than a word → what it takes
FILLED = {
    "np": (
        *("le {m}", "la {f}", "un {m}", "une {f}") * 2,
        *("le {m} {adj}", "la {f} {adj}", "un {m} {adj}", "une {f} {adj}"),
        *("la {f} de {place}", "le {m} de {place}", "son {m}", "cette {f}", "chaque {m}", "le {m} de le {m}"),
    ),
    "utterance": _UTTERANCES,
    "saying": _UTTERANCES,
    "short": _SHORT,
    "fragment": _FRAGMENTS,
    "org": ("le {body_m}", "la {body_f}", "le {body_m} de {place}", "la {body_f} de {place}", "{place}"),
    "doc": ("le {paper_m}", "la {paper_f}"),
    "known": KNOWN,
    "clitic": (
        "a-t-{pronoun} {said}",
        "a-t-{pronoun} {said}",
        "a {adv} {said} {known}",
        "a-t-{pronoun} {adv} {said}",
    ),
    "when": (
        "{weekday}",
        "{weekday} soir",
        "le {day} {month}",
        "en {month}",
        "{weekday} {day} {month}",
        "en {year}",
    ),
}

#: places that begin a sentence
SENTENCE_LIKE = {"utterance", "short"}
