"""Each rule at work: its own example, the sentences that show what it covers, and one it leaves alone.

In every sentence the last quotation is meant; a rule in the first column decides it, and the
name in the last column is its speaker.
"""

from __future__ import annotations

from typing import Any

import pytest
from parsing_samples import last, speaker

from quotes.parsing import extract
from quotes.parsing.rules import RULES, Rule

#: rule, sentence, speaker
DECIDED: list[Any] = [
    ("link-line", "Lire aussi « Le port rouvrira lundi matin »", None),
    ("link-line", "Lire aussi : « Les dockers votent la grève ce soir »", None),
    ("link-line", "Lire notre récit « Nous avons tout perdu en une nuit »", None),
    ("link-line", "Le port rouvre, dit Awa Sy.\n» LIRE AUSSI - « On a tout perdu »\nIl pleut.", None),
    ("link-line", "« On part », dit Awa Sy.\nÀ VOIR AUSSI - La nuit du port : « Ça suffit ! »", None),
    ("link-line", "« On part », dit Awa Sy.\nLire aussi\n« Le port rouvrira lundi »\nIl pleut.", None),
    ("link-line", "Lire aussi Foulards rouges : « Le port rouvrira lundi matin »", None),
    ("link-line", "« On part », dit Awa Sy.\nLire aussi. Nuit au port : « Ça suffit ! »", None),
    ("link-line", "« On part », dit Awa Sy.\nGrève : « On tient bon ! » - Regarder sur Mer TV", None),
    (
        "signature-line",
        "« Le quai sera prêt pour l'été. »\nIda Kervran, directrice du port\nLes travaux ont débuté en mars.",
        "Ida Kervran",
    ),
    (
        "signature-line",
        "« J'ai vendu ma voiture. »\nSamuel Okoye\nIl n'est pas le seul à prendre le car.",
        "Samuel Okoye",
    ),
    (
        "signature-line",
        "« Le train a du retard, comme toujours. »\nNadia Benali, 34 ans, usagère\nLa ligne est vieille.",
        "Nadia Benali",
    ),
    (
        "signature-line",
        "« Le quai sera prêt pour l'été »\nMarc Tessier, président du port\nLes travaux ont débuté en mars.",
        "Marc Tessier",
    ),
    (
        "signature-line",
        "« On nous a bien menti. »\nUn docker, « casque bleu » du quai\nLes travaux ont débuté en mars.",
        "docker",
    ),
    (
        "signature-line",
        "« Le quai sera prêt pour l'été. »\nLe ministère de la Mer\nLes travaux ont débuté en mars.",
        "ministère de la Mer",
    ),
    (
        "signature-line",
        "Après la course\nIda Kervran\n« J'ai gagné. »\nMarc Tessier (Brest)\n« J'ai perdu. »",
        "Marc Tessier",
    ),
    ("dash-signature", "« Le quai sera prêt. » – Ida Kervran, directrice du port", "Ida Kervran"),
    ("dash-signature", "« Le quai sera prêt. »\n— Ida Kervran", "Ida Kervran"),
    ("dash-signature", "« Le quai sera prêt. »\n— Une citation de  Ida Kervran, mairesse", "Ida Kervran"),
    ("bracket-signature", "« Le quai doit ouvrir » (Ida Kervran, directrice du port).", "Ida Kervran"),
    ("bracket-signature", "« On verra bien. » (un docker)", "docker"),
    ("bracket-signature", "« Il faut partir. » « Qui veut rester ? » (Marc Tessier)", "Marc Tessier"),
    ("dash-signature", "« Le quai sera prêt. »\n- Le préfet maritime Alain Drouet", "Alain Drouet"),
    ("on-and-place", "« Aucun blessé n'est à déplorer », précise-t-on à la préfecture.", "préfecture"),
    ("on-and-place", "Ida Kervran part. À droite, on dénonce « un vrai gâchis ».", "droite"),
    ("on-and-place", "Ida Kervran part. Au sein du parti, on assure que « rien ne va ».", "parti"),
    (
        "on-and-place",
        "Ida Kervran part. Dans l'entourage du préfet, on craint « le pire ».",
        "entourage du préfet",
    ),
    (
        "on-and-place",
        "« Le dossier suit son cours », indique-t-on au ministère de la Santé.",
        "ministère de la Santé",
    ),
    (
        "on-and-place",
        "« Aucun blessé », dit la mairie. « Tout est fini », ajoute-t-on de même source.",
        "mairie",
    ),
    ("on-and-place", "« Du pain ! », pouvait-on entendre dans le cortège à Brest.", "cortège"),
    ("on-and-place", "« Nous partons », peut-on lire dans la lettre du syndicat.", "lettre du syndicat"),
    ("on-and-place", "« Les délais seront tenus », assure-t-on du côté de la mairie.", "mairie"),
    ("on-and-place", "La digue, dit-on à la mairie, « tiendra bien cent ans ».", "mairie"),
    ("on-and-place", "« Rien n'est signé », lit-on sous la plume d'Awa Sy.", "Awa Sy"),
    ("on-and-place", "« Rien n'est signé », souffle-t-on au siège du port.", "siège du port"),
    (
        "on-and-place",
        "« Rien n'est signé », glisse-t-on dans les couloirs du port.",
        "couloirs du port",
    ),
    (
        "on-and-place",
        "« Les délais seront tenus », assure-t-on à la mairie de Sarlonne.",
        "mairie de Sarlonne",
    ),
    ("clitic-after", "Awa Sy a quitté la salle. « C'est une farce », a-t-elle lancé.", "Awa Sy"),
    ("clitic-after", "Marc Tessier s'inquiète. « Tout est à refaire », soupire-t-il.", "Marc Tessier"),
    ("clitic-after", "Awa Sy est lasse. « Je dors mal », s'est-elle plainte mardi.", "Awa Sy"),
    ("clitic-after", "Des voisins ont campé là. « Nous tiendrons », ont-ils répété.", "voisins"),
    (
        "source-relative",
        "Le ministre de la Mer Paul Roche, selon lequel la digue tient, a vanté une loi « utile ».",
        "Paul Roche",
    ),
    (
        "source-relative",
        "Awa Sy, la trentaine, pour qui la loi « étouffe le port et ceux qui en vivent », a voté contre.",
        "Awa Sy",
    ),
    (
        "source-relative",
        "Marc Tessier, pour qui ce pont est « un mirage de plus », part.",
        "Marc Tessier",
    ),
    (
        "source-relative",
        "Ida Kervran, selon qui le chantier « avance bien », refuse toute visite.",
        "Ida Kervran",
    ),
    (
        "source-relative",
        "L'hydrologue Marc Tessier, d'après qui la digue « tiendra dix ans », a relu l'étude.",
        "Marc Tessier",
    ),
    (
        "source-relative",
        "Le responsable du Parti breton, pour qui la loi « ne changera rien à la pêche », a voté non.",
        "responsable du Parti breton",
    ),
    (
        "source-relative",
        "La vidéo a suscité l'indignation du ministère de la Mer, pour qui la faute « n'est que d'un côté ».",
        "ministère de la Mer",
    ),
    ("cue-governs", "Awa Sy dénonce une « mascarade ».", "Awa Sy"),
    ("cue-governs", "Le préfet Alain Drouet a évoqué « une crue centennale ».", "Alain Drouet"),
    ("cue-governs", "La direction évoque « un incident isolé ».", "direction"),
    ("cue-governs", "Marc Tessier a promis de « rendre chaque euro ».", "Marc Tessier"),
    (
        "inverted-cue-after",
        "« La digue ne tiendra pas », avertit l'hydrologue Marc Tessier.",
        "Marc Tessier",
    ),
    (
        "inverted-cue-after",
        "« La digue tiendra ! » a promis jeudi, devant les élus, la préfète Ida Kervran.",
        "Ida Kervran",
    ),
    (
        "inverted-cue-after",
        "« La digue tiendra, a promis Ida Kervran. Nous l'avons renforcée. »",
        "Ida Kervran",
    ),
    ("inverted-cue-after", "« Le quai sera prêt », a promis, plan à l'appui, Ida Kervran.", "Ida Kervran"),
    ("inverted-cue-after", "« Et le port ? », l'a interrompue un riverain.", "riverain"),
    ("inverted-cue-after", "« Non », a tranché la mairie par la voix de Marc Tessier.", "Marc Tessier"),
    ("cue-before", "La mairie, par la voix d'Awa Sy, a répliqué en moquant des « sornettes ».", "Awa Sy"),
    ("inverted-cue-after", "« Je tiens bon », confie de son côté Leslie, qui vit au port.", "Leslie"),
    # one auxiliary for two participles, with whatever stands between
    ("cue-governs", "Ida Kervran a reçu les dockers et dénoncé une « farce ».", "Ida Kervran"),
    ("cue-governs", "Des usagers, selon la police, ont bloqué le quai et scandé « Du train ».", "usagers"),
    (
        "cue-before",
        "Marc Tessier a visité le port, salué les dockers et estimé que le quai était « solide ».",
        "Marc Tessier",
    ),
    ("cue-before", "Marc Tessier a rejeté l'offre et aussitôt ajouté : « Tant pis. »", "Marc Tessier"),
    ("cue-before", "Awa Sy est là. On l'entend prôner la grève : « Le port est mort. »", "Awa Sy"),
    ("cue-before", "On entend des marins chanter, tout en jurant que « le port est mort ».", "marins"),
    ("cue-before", "La mairie a lancé un appel demandant aux marins une « trêve générale ».", "mairie"),
    ("cue-before", "Il pleut. Des marins brandissent un tract réclamant une « trêve générale ».", "marins"),
    ("cue-before", "Il voit des marins brandissant une pancarte réclamant une « trêve ».", "pancarte"),
    (
        "source-relative",
        "Marc Tessier rejette l'affirmation de la défense selon laquelle « le port est mort ».",
        "défense",
    ),
    (
        "source-preposition",
        "« Non », dit Awa Sy. Et d'égrener des chiffres pour dénoncer un plan selon elle « bien trop cher ».",
        "Awa Sy",
    ),
    (
        "cue-before",
        "C'est un « recul » a tweeté la maire Ida Kervran, soit « un franc succès ».",
        "Ida Kervran",
    ),
    (
        "pour-source",
        "La mairie a salué une trêve : pour Ida Kervran, le port reste « fragile ».",
        "Ida Kervran",
    ),
    (
        "subject-of-sentence",
        "La maire Ida Kervran est là, qui va sur twitter « en toute hâte ».",
        "Ida Kervran",
    ),
    ("on-and-place", "Ida Kervran défile. « Sauvons le port », lit-on sur son gilet orange.", "Ida Kervran"),
    ("on-and-place", "« Assez », peut-on entendre dans des vidéos tournées auprès de marins.", "marins"),
    ("cue-before", "Ida Kervran a dit que la ville souhaite que la fête soit « très belle ».", "Ida Kervran"),
    ("cue-governs", "Ida Kervran est venue alors que la ville souhaite « une aide rapide ».", "ville"),
    ("source-preposition", "Selon Ida Kervran, la ville souhaite « une aide rapide ».", "Ida Kervran"),
    ("source-preposition", "Selon Ida Kervran, la ville demandera « une aide rapide ».", "Ida Kervran"),
    ("cue-governs", "Selon Ida Kervran, la ville a demandé « une aide rapide ».", "ville"),
    ("cue-before", "Ida Kervran annonce que la ville demandera « une aide rapide ».", "Ida Kervran"),
    ("cue-before", "Ida Kervran a promis mardi que l'État assurerait « une aide rapide ».", "Ida Kervran"),
    ("cue-governs", "Ida Kervran raconte que Marc Tessier aurait dénoncé « une ruine ».", "Marc Tessier"),
    ("inverted-cue-after", "Marc Tessier parlera « dès ce soir », annonce Ida Kervran.", "Ida Kervran"),
    # a gerund that opens the sentence waits for the subject of the main clause
    (
        "cue-before",
        "Jugeant que la foule était « partie » et qu'elle était « lasse », Ida Kervran a clos la séance.",
        "Ida Kervran",
    ),
    (
        "cue-governs",
        "Tout en comparant le quai à un champ, la directrice Ida Kervran l'a tenu pour un « joyau ».",
        "Ida Kervran",
    ),
    # a report that ends with its verb and subject
    (
        "cue-before",
        "La ville accueille les marins qu'elle peut, a précisé Marc Tessier en vantant un port « ouvert ».",
        "Marc Tessier",
    ),
    (
        "cue-governs",
        "Awa Sy a volé la caisse, selon le procureur Alain Drouet, qui ajoute que « tout est prouvé ».",
        "Alain Drouet",
    ),
    ("cue-before", "Marc Tessier, un homme se présentant comme « pêcheur », a été élu.", "Marc Tessier"),
    (
        "cue-before",
        "Awa Sy affirme qu'elle ne reconnaît pas ce vote et que « la loi » l'y autorise.",
        "Awa Sy",
    ),
    (
        "source-preposition",
        "Selon Awa Sy, les personnes qui peuvent y prétendre sont « peu nombreuses ».",
        "Awa Sy",
    ),
    ("pour-source", "Pour Awa Sy, une hausse permettrait de proposer « mieux ».", "Awa Sy"),
    (
        "source-beside",
        "Le quai sera fermé pour « travaux urgents » selon le maire Marc Tessier.",
        "Marc Tessier",
    ),
    ("source-beside", "Le quai, selon des propos rapportés par Awa Sy, « ne tiendra pas ».", "Awa Sy"),
    ("source-beside", "Le port vit « au ralenti », selon le portrait dressé hier par Awa Sy.", "Awa Sy"),
    ("inverted-cue-after", "« Tout est calme », a appris l'AFP auprès de la préfecture.", "préfecture"),
    ("inverted-cue-after", "« Tout est calme », a appris l'AFP de source policière.", "source policière"),
    ("inverted-cue-after", "« Tout se répare », tente de plaider la directrice Ida Kervran.", "Ida Kervran"),
    # a party's word with a capital, then the name
    ("pour-source", "Pour l'Éveillée Awa Sy, cette loi est « une erreur de plus ».", "Awa Sy"),
    ("cue-governs", "La Verte Awa Sy a dénoncé un « oubli coupable ».", "Awa Sy"),
    ("inverted-cue-after", "« Jamais », a dit à la Chambre Awa Sy.", "Awa Sy"),
    # the one who reports in passing, between a phrase and its verb
    (
        "cue-before",
        "Le quai coûte cher et, rappelle Awa Sy dans un livre, viendrait d'un « don royal ».",
        "Awa Sy",
    ),
    # a name between commas, behind a phrase that has none
    ("cue-governs", "Celui de Sarlonne, Marc Tessier, a contesté ce « tri absurde ».", "Marc Tessier"),
    ("cue-governs", "Le bureau du préfet, Alain Drouet, a contesté ce « tri absurde ».", "bureau du préfet"),
    # two nouns without determiner
    ("inverted-cue-after", "« On ferme », ont annoncé lundi élus et dockers.", "élus et dockers"),
    ("inverted-cue-after", "« On ferme », souligne France 3 lundi.", "France 3"),
    (
        "source-preposition",
        "Selon la chaîne de télévision France 3, le port « tient bon ».",
        "chaîne de télévision France 3",
    ),
    (
        "source-preposition",
        "Selon un docker, qui a requis l'anonymat, le port n'est « plus très sûr ».",
        "docker",
    ),
    ("inverted-cue-after", "« On ferme », a expliqué, entre deux rendez-vous, Awa Sy.", "Awa Sy"),
    ("cue-before", "Après Marc Tessier, c'est au tour d'Awa Sy de dénoncer « un vide ».", "Awa Sy"),
    ("cue-before", "À la question de Marc Tessier, Awa Sy répond sans ciller : « Jamais. »", "Awa Sy"),
    ("cue-governs", "Marc Tessier répond aux propos d'Awa Sy, qui a dénoncé des « fraudes ».", "Awa Sy"),
    (
        "cue-noun-and-colon",
        "La réponse d'Awa Sy, bergère à Lanvoc : « Jamais. »",
        "Awa Sy",
    ),
    (
        "subject-of-sentence",
        "Si Marc Tessier annonce son départ, Awa Sy compte « rester au port ».",
        "Awa Sy",
    ),
    ("cue-governs", "Élus et dockers ont dénoncé « un marché de dupes ».", "Élus et dockers"),
    (
        "cue-before",
        "Il a voté en faveur du texte, mais droite et gauche sont parties, critiquant « un leurre ».",
        "droite et gauche",
    ),
    # relative pronouns as subjects
    ("cue-governs", "Awa Sy a reçu le préfet, lequel a dénoncé « un leurre ».", "préfet"),
    ("cue-governs", "Marc Tessier a reçu la préfète. Laquelle a dénoncé « un leurre ».", "préfète"),
    (
        "cue-governs",
        "Awa Sy parle autant que Marc Tessier, elle qui dénonce « un leurre ».",
        "Awa Sy",
    ),
    (
        "cue-governs",
        "Le décret, que la préfète, Ida Kervran, regrette « amèrement », reste en vigueur.",
        "Ida Kervran",
    ),
    # whom *qui* takes up, whatever governs the name
    ("cue-governs", "Awa Sy a répondu au préfet, Marc Tessier, qui craint « un vide ».", "Marc Tessier"),
    ("cue-governs", "Awa Sy a salué les mots de Marc Tessier, qui déplore « un vide ».", "Marc Tessier"),
    (
        "cue-governs",
        "Awa Sy veut que la loi protège une figure du port, Marc Tessier, qui a dénoncé « un vide ».",
        "Marc Tessier",
    ),
    (
        "cue-governs",
        "Le vote d'hier a ravi l'avocat de Marc Tessier, qui salue « un pas ».",
        "avocat de Marc Tessier",
    ),
    (
        "cue-before",
        "Awa Sy reprend les termes de la préfète, Ida Kervran, comparant le quai à un « radeau ».",
        "Ida Kervran",
    ),
    ("cue-before", "Le rapport a poussé Awa Sy à dénoncer « un vide juridique ».", "Awa Sy"),
    # two people, each with an apposition
    (
        "cue-governs",
        "Awa Sy, préfète du Var, et Marc Tessier, hydrologue, ont dénoncé « un recul ».",
        "Awa Sy et Marc Tessier",
    ),
    # what stands between *qui* and its verb
    (
        "cue-governs",
        "Ida Kervran redoute l'humeur des marins qui, à marée basse, dénoncent un « vide ».",
        "marins",
    ),
    (
        "cue-before",
        "Il sait la peur des « cirés » qui, outre un « non » de principe, affirment avoir « tout essayé ».",
        "cirés",
    ),
    (
        "cue-governs",
        "Ida Kervran suit le préfet Marc Tessier qui, hier, craignait « un vide ».",
        "Marc Tessier",
    ),
    # *qui* takes up who can speak, inside a noun that cannot
    (
        "cue-governs",
        "Beaucoup d'élus doutent, à l'image du syndicat Cap qui répond que « rien ne presse ».",
        "syndicat Cap",
    ),
    (
        "cue-governs",
        "La séance a repris sous les rires d'élèves qui réclamaient « une vraie cour ».",
        "élèves",
    ),
    # an infinitive that hangs on the verb of a relative
    (
        "weak-cue-before",
        "Le pont passe avant les envies de la population qui veut surtout voir « moins de camions ».",
        "population",
    ),
    (
        "cue-before",
        "Marc Tessier a promis qu'Ida Kervran, qui compte prendre la parole « sans notes », sera brève.",
        "Marc Tessier",
    ),
    # who is seen to act says what it is for
    (
        "cue-before",
        "La mairie redoute l'été qui a vu des élus en retard occuper la cale pour réclamer un « ponton ».",
        "élus en retard",
    ),
    ("cue-before", "Ida Kervran a entendu des voisins en pleurs réclamer « un toit ».", "voisins en pleurs"),
    # a participle behind a time, behind a bare name, behind words that are answered
    (
        "cue-before",
        "Ida Kervran relit les mots du préfet la veille jurant que la digue serait « bâtie ».",
        "préfet",
    ),
    (
        "cue-before",
        "« On ouvre », a dit la maire Ida Kervran sur Mer TV vantant un quai « comme neuf ».",
        "Ida Kervran",
    ),
    ("cue-before", "Awa Sy a répondu aux critiques de Marc Tessier jurant rester « sereine ».", "Awa Sy"),
    # those who call themselves so, behind a verb that holds less
    (
        "cue-before",
        "Ida Kervran a dénoncé le coup monté par une délégation se voulant « pacifique ».",
        "délégation",
    ),
    (
        "cue-before",
        "Ida Kervran a dénoncé la ruse de ces « cirés » se voulant « pacifiques ».",
        "cirés",
    ),
    # a clause with its own subject behind an incise
    (
        "cue-before",
        "« Enfin », souffle Awa Sy, une docker, lorsque le préfet promet que la grue sera « réparée ».",
        "préfet",
    ),
    (
        "incise-before",
        "« Enfin », souffle Awa Sy, une docker, lorsque la grue tourne « comme avant ».",
        "Awa Sy",
    ),
    # who raises what stands before the slogan
    ("slogan", "Poings levés au cri de « On tient ! », quelque 2 300 dockers ont défilé.", "dockers"),
    ("slogan", "Drapeaux brandis au cri de « Cap ! », mille élèves venus à pied chantent.", "élèves"),
    # people between marks are who speaks, and not what is said
    (
        "cue-governs",
        "Les « cirés » protestent depuis le vote de Marc Tessier et annoncent un « hiver rude ».",
        "cirés",
    ),
    ("subject-and-colon", "Sur le quai, les « cirés » se réchauffaient : « On a tenu ! »", "cirés"),
    # what another wishes is told by whoever reports it right behind
    ("inverted-cue-after", "Les dockers souhaitent « un geste », a indiqué Ida Kervran.", "Ida Kervran"),
    # an agent inside the subject of another verb, or of what has no words
    (
        "cue-before",
        "Awa Sy a annoncé que les essais demandés par les pilotes iront « jusqu'au bout ».",
        "Awa Sy",
    ),
    (
        "inverted-cue-after",
        "La crainte avouée par les dockers n'est « pas sans cause », a assuré Awa Sy.",
        "Awa Sy",
    ),
    (
        "cue-before",
        "Awa Sy a raillé le plan voulu par le maire Marc Tessier : « Il prend l'eau de toutes parts. »",
        "Awa Sy",
    ),
    (
        "agent",
        "Il lit le message voulu par Marc Tessier : « Le port restera ouvert tout l'été. »",
        "Marc Tessier",
    ),
    # two who report
    (
        "cue-in-sentence-before",
        "Awa Sy a suivi Nadège et Firmin, qui se disent heureux à bord. « La mer nous suffit. »",
        "Nadège et Firmin",
    ),
    # who reports in the main clause, behind another
    (
        "subject-before",
        "Et lorsque la mairie a demandé un délai, Marc Tessier est parti. « Je n'attendrai pas. »",
        "Marc Tessier",
    ),
    (
        "cue-before",
        "Ce refus a poussé dix élus, dont Marc Tessier, à dénoncer « un mur ».",
        "élus",
    ),
    # one of several
    ("cue-governs", "Un de ses voisins a dénoncé « un recul ».", "voisins"),
    ("inverted-cue-after", "« On ferme », confie l'une de ses adjointes.", "adjointes"),
    ("inverted-cue-after", "« On ferme », confient plusieurs de ces dockers.", "dockers"),
    ("inverted-cue-after", "Les dockers attendent. « On ferme », disent trois d'entre eux.", "dockers"),
    ("source-preposition", "Selon un proche, le préfet « a trop attendu ».", "proche"),
    # where somebody speaks, before who it is
    (
        "cue-governs",
        "Invitée sur Radio Cerise, la directrice du port, Ida Kervran, a dénoncé « un recul ».",
        "Ida Kervran",
    ),
    (
        "inverted-cue-after",
        "« Je reste », a dit, au côté de Marc Tessier, la directrice Ida Kervran.",
        "Ida Kervran",
    ),
    # what was answered to is not what was said
    (
        "cue-before",
        "Awa Sy s'est emportée, jugeant que des dockers avaient répondu à un « ordre ».",
        "Awa Sy",
    ),
    # a name between marks
    ("inverted-cue-after", "« Je ne pars pas », lâche « Zizou », un docker de 40 ans.", "Zizou"),
    ("inverted-cue-after", "« Je ne pars pas », lâche aussi « Zizou », un docker de 40 ans.", "Zizou"),
    ("cue-before", "Ida Kervran a jugé l'offre « trop basse », révèle « Le Courrier ».", "Ida Kervran"),
    # a participle goes with the noun it stands behind
    ("cue-before", "Ils ont défilé derrière une forêt de banderoles réclamant « du pain ».", "banderoles"),
    ("cue-before", "Le vote a suivi les propos de la directrice disant « aimer le port ».", "directrice"),
    (
        "cue-before",
        "Awa Sy avait salué les mesures prises mardi par Marc Tessier comme « un bon début ».",
        "Awa Sy",
    ),
    # the verb behind a relative is the first subject's
    (
        "weak-cue-before",
        "Le maire Marc Tessier, qui veut une « vraie pause », a dénoncé la directrice Ida Kervran.",
        "Marc Tessier",
    ),
    ("inverted-cue-after", "« Rien n'est signé », rajoute dans un sourire le maire.", "maire"),
    (
        "subject-of-sentence",
        "« Déçue » par le vote, Awa Sy, à la sortie, était au bord des larmes.",
        "Awa Sy",
    ),
    (
        "subject-of-sentence",
        "Les dockers étaient une « poignée », a constaté une journaliste de l'AFP.",
        "dockers",
    ),
    (
        "subject-of-sentence",
        "Alors que le maire demande un quai, Awa Sy se range derrière « une plage publique ».",
        "Awa Sy",
    ),
    (
        "inverted-cue-after",
        "« La digue tiendra », ont assuré de concert Awa Sy et Marc Tessier.",
        "Awa Sy et Marc Tessier",
    ),
    (
        "inverted-cue-after",
        "Le trafic sera « presque normal » et un train sur deux circulera, a indiqué Awa Sy mardi à Brest.",
        "Awa Sy",
    ),
    ("colon-name", "Ida Kervran : « Le port rouvrira lundi »", "Ida Kervran"),
    ("subject-and-colon", "Awa Sy, interrogée par Marc Tessier : « Le port rouvrira lundi »", "Awa Sy"),
    ("colon-name", "« Le port se meurt » : la colère d'Awa Sy", "Awa Sy"),
    ("colon-name", "Marc Tessier, hydrologue : « La digue est trop basse »", "Marc Tessier"),
    ("colon-name", "Le maire de Sarlonne : « Nous n'augmenterons pas l'impôt »", "maire de Sarlonne"),
    ("cue-noun-and-colon", "Réponse d'Ida Kervran : « Le port rouvrira lundi. »", "Ida Kervran"),
    (
        "cue-noun-and-colon",
        "« Et le port ? », a dit Marc Tessier. Réponse du maire, Luc Oury : « Il rouvrira. »",
        "Luc Oury",
    ),
    ("cue-noun-and-colon", "« Et le port ? », a dit Marc Tessier. Réponse du maire : « Non. »", "maire"),
    ("cue-noun-and-colon", "Réponse avec Ida Kervran, préfète : « Le port rouvrira. »", "Ida Kervran"),
    ("cue-noun-and-colon", "Les explications avec le préfet : « Le port rouvrira. »", "préfet"),
    ("agent", "« Du courant ! » a été repris en chœur par les dockers. Awa Sy a dit non.", "dockers"),
    ("agent", "« Du courant ! », scandé par les dockers, a retenti. Awa Sy a dit non.", "dockers"),
    ("cue-in-sentence-after", "« Le port rouvrira lundi. » Dixit la mairie.", "mairie"),
    ("cue-in-sentence-after", "« Le port rouvrira lundi. » Dixit Ida Kervran.", "Ida Kervran"),
    ("cue-in-sentence-after", "« Le port rouvrira. » Ainsi parle-t-on à la préfecture.", "préfecture"),
    ("cue-in-sentence-after", "« Le port rouvrira. » La phrase émane d'Ida Kervran.", "Ida Kervran"),
    ("cue-noun-and-colon", "Le mot d'ordre du syndicat : « Pas un euro de moins. »", "syndicat"),
    ("cue-noun-and-colon", "La réponse du syndicat : « Pas un euro de moins. »", "syndicat"),
    ("cue-noun-and-colon", "La question d'Awa Sy : « Qui paiera ? »", "Awa Sy"),
    (
        "narrative-infinitive",
        "« Oui », dit Awa Sy.\nPuis, se tournant vers le préfet : « Le port vivra. » Ida Kervran s'en va.",
        "Awa Sy",
    ),
    (
        "narrative-infinitive",
        "« Oui », dit Awa Sy. Avant de quitter la salle : « Le port vivra. » Ida Kervran s'en va.",
        "Awa Sy",
    ),
    ("cue-noun-and-colon", "L'aveu de Marc Tessier : « Je n'avais pas relu l'étude. »", "Marc Tessier"),
    ("cue-governs", "L'appel du préfet à « rester prudent » a irrité les dockers.", "préfet"),
    ("cue-governs", "Malgré la promesse d'Ida Kervran de « tout payer », ils restent.", "Ida Kervran"),
    ("cue-governs", "Marc Tessier salue l'engagement d'Awa Sy à « rouvrir le quai ».", "Awa Sy"),
    ("agent", "Marc Tessier, décrit comme « un tiède » par Awa Sy, a voté non.", "Awa Sy"),
    ("agent", "Les dockers ont été « invités à rentrer chez eux » par le préfet.", "préfet"),
    ("agent", "L'offre a été « jugée indigne » par Awa Sy.", "Awa Sy"),
    ("cue-governs", "Cet avis, qu'Awa Sy a « regretté », a donné lieu à un débat.", "Awa Sy"),
    (
        "cue-governs",
        "Awa Sy a aussi « supposé que le quai rouvrirait », comme l'avait annoncé lundi Marc Tessier.",
        "Awa Sy",
    ),
    ("gapping", "Ida Kervran répond « je reste », Marc Tessier « je m'en vais ».", "Marc Tessier"),
    ("gapping", "La maire parle d'un « désastre » et le préfet d'une « simple avarie ».", "préfet"),
    ("gapping", "Paris a promis « un geste », Madrid « une digue tout entière ».", "Madrid"),
    (
        "gapping",
        "La maire a exigé « un plan » et le préfet Marc Tessier (Var), « un délai ».",
        "Marc Tessier",
    ),
    (
        "gapping",
        "Awa Sy a traité de « larcin » l'approche du port, et la maire Ida Kervran de « vol » ses tarifs.",
        "Ida Kervran",
    ),
    (
        "cue-before",
        "Une journée de grève est annoncée à l'appel de dix syndicats pour défendre « un port sûr ».",
        "syndicats",
    ),
    ("cue-before", "Une marche a lieu à l'appel d'Awa Sy pour dénoncer « un port à l'arrêt ».", "Awa Sy"),
    ("gapping", "Ida Kervran raille un « radeau » et Awa Sy une barque bonne « pour la scie ».", "Awa Sy"),
    (
        "gapping",
        "Ida Kervran raille un « radeau » et l'Union (centre, ex-Cap) une barque bonne « pour la scie ».",
        "Union",
    ),
    (
        "pour-source",
        "Ida Kervran hésite. Pour elle, un accord permettrait d'offrir « mieux ».",
        "Ida Kervran",
    ),
    (
        "cue-governs",
        "Le premier syndicat chez les marins, Mer Unie, a salué un « geste fort ».",
        "Mer Unie",
    ),
    (
        "possessive-and-colon",
        "Awa Sy a lu le rapport. Son jugement : « Des mots, encore des mots. »",
        "Awa Sy",
    ),
    (
        "possessive-and-colon",
        "Marc Tessier est resté. Sa réponse tient en un mot : « Jamais ! »",
        "Marc Tessier",
    ),
    (
        "possessive-and-colon",
        "Les dockers ont défilé. Leur slogan : « Le port est à nous. »",
        "dockers",
    ),
    ("display", "Sur les pancartes, on pouvait deviner : « Rendez-nous la plage ».", "pancartes"),
    ("display", "Le mur est couvert de tags, parmi lesquels « La mer gagnera ».", "tags"),
    ("display", "Les usagers ont accroché une banderole : « Pas de péage ».", "usagers"),
    ("slogan", "Aux cris de « Rendez-nous la plage », les habitants ont défilé.", "habitants"),
    ("slogan", "Les dockers ont défilé sous le slogan « Le port est à nous ».", "dockers"),
    ("slogan", "Les usagers ont marché en scandant « Pas de pont sans péage ».", "usagers"),
    ("slogan", "Des élèves scandant « Le préau est à nous » ont bloqué la rue.", "élèves"),
    ("slogan", "Les dockers ont défilé aux cris notamment de « Le port est à nous ».", "dockers"),
    (
        "incise-before",
        "Or, rappelle la juriste Awa Sy, « la loi n'a pas changé depuis dix ans ».",
        "Awa Sy",
    ),
    ("incise-before", "L'hiver, raconte Marc Tessier, « l'eau monte jusqu'aux marches ».", "Marc Tessier"),
    (
        "incise-before",
        "Awa Sy n'a pas convaincu. Le texte, insiste-t-elle, « protège les plus faibles ».",
        "Awa Sy",
    ),
    ("agent", "Le texte, qualifié par l'avocate Awa Sy de « chiffon », sera revu.", "Awa Sy"),
    ("agent", "L'accord, jugé par Marc Tessier « trop timide », entre en vigueur.", "Marc Tessier"),
    ("agent", "La mesure a été qualifiée par la préfète Ida Kervran de « provisoire ».", "Ida Kervran"),
    (
        "cue-before",
        "Awa Sy dénonce depuis l'hiver, à chaque conseil municipal, ce qu'elle nomme une « mascarade ».",
        "Awa Sy",
    ),
    (
        "cue-before",
        "Marc Tessier a expliqué que la digue, vieille de cent ans, était « rongée par le sel ».",
        "Marc Tessier",
    ),
    ("cue-before", "Ida Kervran a déclaré mardi à la presse : « Le port rouvrira lundi. »", "Ida Kervran"),
    (
        "cue-before",
        "Le préfet Alain Drouet s'est félicité d'un été marqué par une baisse « nette et durable » des feux.",
        "Alain Drouet",
    ),
    (
        "pour-source",
        "Ida Kervran dit attendre « mars », tandis que pour Marc Tessier, la digue est « trop basse ».",
        "Marc Tessier",
    ),
    ("source-beside", "Il reste, même si, selon Ida Kervran, « la digue ne tient plus ».", "Ida Kervran"),
    ("source-beside", "Mais pour Ida Kervran, « la digue ne tient plus depuis l'hiver ».", "Ida Kervran"),
    ("source-beside", "La digue est « rongée par le sel », d'après Ida Kervran.", "Ida Kervran"),
    ("source-beside", "Le maire doute et, selon elle, « la digue ne tient plus ».", None),
    (
        "source-preposition",
        "À en croire Ida Kervran, une chose est sûre : les travaux ont « assez duré ».",
        "Ida Kervran",
    ),
    (
        "subject-of-sentence",
        "Selon le communiqué, dans lequel la maire, Ida Kervran, « condamne ces vols », rien n'a brûlé.",
        "Ida Kervran",
    ),
    (
        "cue-before",
        "Awa Sy estime le plan vendu « comme un grand livre, écrit par un génie ou un élu du port ».",
        "Awa Sy",
    ),
    ("inverted-cue-after", "« Non », écrit par ailleurs le préfet.", "préfet"),
    ("source-preposition", "Selon Marc Tessier, le projet n'est qu'« un mirage de plus ».", "Marc Tessier"),
    ("source-preposition", "La digue est « rongée » à sa base, d'après Ida Kervran.", "Ida Kervran"),
    ("source-preposition", "Aux yeux de l'opposition, ce vote reste « une farce ».", "opposition"),
    ("source-preposition", "De l'avis de la juriste Awa Sy, la loi est « mal écrite ».", "Awa Sy"),
    ("pour-source", "Pour Marc Tessier, ce projet est « un mirage de plus ».", "Marc Tessier"),
    (
        "pour-source",
        "Lire aussi - Le port : pour Marc Tessier, la digue est « une passoire ».",
        "Marc Tessier",
    ),
    ("pour-source", "Pour la préfète Ida Kervran, l'été fut « une épreuve pour tous ».", "Ida Kervran"),
    ("pour-source", "Pour la présidente du club Ida Kervran, la mer « reste une amie ».", "Ida Kervran"),
    ("weak-cue-before", "Ida Kervran veut « rouvrir le port avant l'été ».", "Ida Kervran"),
    ("weak-cue-before", "Marc Tessier accepte de « rendre les clés du phare ».", "Marc Tessier"),
    ("weak-cue-before", "Le syndicat refuse de « brader le port ».", "syndicat"),
    (
        "weak-cue-before",
        "« Oui », dit Awa Sy. Ida Kervran doit convaincre que le port restera « ouvert à tous ».",
        "Ida Kervran",
    ),
    (
        "weak-cue-before",
        "« Oui », dit Awa Sy. Une enquête montre que les dockers restent « très méfiants ».",
        "enquête",
    ),
    ("unknown-verb-after", "« C'est la fin », bafouillonne Awa Sy.", "Awa Sy"),
    ("unknown-verb-after", "« C'est la fin », trémolote Marc Tessier.", "Marc Tessier"),
    ("unknown-verb-after", "« C'est la fin », postillonna Ida Kervran.", "Ida Kervran"),
    (
        "paragraph-and-colon",
        "Ida Kervran nous a répondu ceci :\n« Le port rouvrira lundi. »",
        "Ida Kervran",
    ),
    ("paragraph-and-colon", "Voici le courrier d'Awa Sy :\n« La loi n'a pas changé. »", "Awa Sy"),
    (
        "paragraph-and-colon",
        "Voici le communiqué de la préfecture :\n« La crue est passée. »",
        "préfecture",
    ),
    (
        "source-in-sentence-before",
        "Selon Ida Kervran, la crue approche. « L'eau montera cette nuit. »",
        "Ida Kervran",
    ),
    (
        "source-in-sentence-before",
        "Pour Marc Tessier, la digue est trop basse. « Je l'avais écrit. »",
        "Marc Tessier",
    ),
    (
        "source-in-sentence-before",
        "D'après la juriste Awa Sy, la loi est floue. « Personne ne l'a relue. »",
        "Awa Sy",
    ),
    ("cue-in-sentence-after", "« On ferme » : c'est ainsi qu'Awa Sy a clos la séance.", "Awa Sy"),
    (
        "cue-in-sentence-after",
        "« Je pars demain. » Ce message a été écrit hier par Marc Tessier à ses voisins.",
        "Marc Tessier",
    ),
    ("cue-in-sentence-after", "« Je pars demain. » Ces mots sont de Marc Tessier.", "Marc Tessier"),
    ("cue-in-sentence-after", "« Il faut partir. » La formule est de Marc Tessier.", "Marc Tessier"),
    ("cue-in-sentence-after", "« Tenez bon. » Voilà la consigne donnée par Ida Kervran.", "Ida Kervran"),
    ("inverted-cue-after", "« Le port attendra », a l'habitude de dire Ida Kervran.", "Ida Kervran"),
    ("cue-before", "De quoi armer Ida Kervran, convaincue que « la digue ne tiendra pas ».", "Ida Kervran"),
    ("cue-before", "Une idée de Marc Tessier, persuadé que « la digue ne tiendra pas ».", "Marc Tessier"),
    ("cue-governs", "Les dockers se taisent. Le Soir évoque « un saut dans le vide ».", "Soir"),
    (
        "inverted-cue-after",
        "« Le port retient son souffle », écrit l'éditorialiste du Soir, Awa Sy.",
        "Awa Sy",
    ),
    (
        "subject-and-colon",
        "Awa Sy est là. Son directeur de thèse, Marc Tessier, ne tarit pas d'éloges : « Elle écrit bien. »",
        "Marc Tessier",
    ),
    (
        "subject-and-colon",
        "L'annonce a surpris le maire, Marc Tessier : « On ne m'a rien dit. »",
        "Marc Tessier",
    ),
    ("subject-and-colon", "Un argument qui ne convainc pas Awa Sy : « C'est faux. »", "Awa Sy"),
    ("subject-and-colon", "Chez Marc Tessier, le constat est le même : « On coule. »", "Marc Tessier"),
    (
        "cue-in-sentence-after",
        "« Il faut partir. » Ces mots, prononcés lundi par Marc Tessier, ont fait sourire.",
        "Marc Tessier",
    ),
    (
        "cue-in-sentence-after",
        "« On coule. » Le constat est signé Ida Kervran, la directrice.",
        "Ida Kervran",
    ),
    ("cue-in-sentence-after", "« On coule. » C'est le discours tenu par les élus. Il pleut.", "élus"),
    ("cue-in-sentence-after", "« On coule. » Une phrase lâchée par Awa Sy en mars.", "Awa Sy"),
    ("cue-in-sentence-after", "« On coule. » Le constat, fait par l'OFPM, est sans appel.", "OFPM"),
    ("cue-in-sentence-after", "« On coule. » Un cri du cœur d'Awa Sy.", "Awa Sy"),
    ("cue-in-sentence-after", "« On va couler » : le cri d'alarme d'un pêcheur\nIl pleut.", "pêcheur"),
    ("cue-in-sentence-after", "« On va couler », le coup de gueule d'Awa Sy\nIl pleut.", "Awa Sy"),
    ("cue-in-sentence-after", "« On va couler » : témoignage d'un docker\nIl pleut.", "docker"),
    ("cue-in-sentence-after", "« On coule. » Celle qui parle ainsi est Awa Sy.", "Awa Sy"),
    ("cue-in-sentence-after", "« On coule. » Celui qui s'avance s'appelle Marc Tessier.", "Marc Tessier"),
    ("cue-in-sentence-after", "« On coule. » C'est le cri du cœur d'Awa Sy.", "Awa Sy"),
    ("cue-in-sentence-after", "« Le quai sera prêt », c'est ce qu'assure Ida Kervran.", "Ida Kervran"),
    ("cue-in-sentence-before", "Ida Kervran insiste. « Le port rouvrira lundi. »", "Ida Kervran"),
    (
        "cue-in-sentence-before",
        "Ida Kervran a martelé que les dockers exagèrent lorsqu'ils réclament deux grues. « Une suffit. »",
        "Ida Kervran",
    ),
    (
        "cue-in-sentence-before",
        "Le quai doit rouvrir, poursuit la préfète Awa Sy. « Il rouvrira lundi. »",
        "Awa Sy",
    ),
    ("cue-in-sentence-before", "Le préfet Alain Drouet a répondu. « La crue est passée. »", "Alain Drouet"),
    (
        "cue-in-sentence-before",
        "Marc Tessier déplore un hiver de trop. « L'eau est montée jusqu'aux marches. »",
        "Marc Tessier",
    ),
    ("cue-in-sentence-after", "« Le port est perdu. » Ainsi parlait Marc Tessier.", "Marc Tessier"),
    (
        "cue-in-sentence-after",
        "« Le port est perdu. » C'est par ces mots qu'Ida Kervran a ouvert la séance.",
        "Ida Kervran",
    ),
    (
        "cue-in-sentence-after",
        "« Le port est perdu. » Voilà ce que Marc Tessier répète depuis l'hiver.",
        "Marc Tessier",
    ),
    (
        "slogan",
        "« Oui », dit Awa Sy. Sur le gilet d'un docker est écrit : « Rendez-nous le port. »",
        "docker",
    ),
    (
        "slogan",
        "« Oui », dit Awa Sy. Sur un pneu, avec une craie, est inscrit « Rendez-nous le port ».",
        "pneu",
    ),
    ("slogan", "Awa Sy a été accueillie aux cris de « Rendez le port » par des dockers.", "dockers"),
    ("slogan", "La maire Awa Sy sort sous les cris de « lâcheuse » lancés par des élus.", "élus"),
    ("slogan", "Awa Sy a été huée hier soir aux cris de « Démission » et « Dehors ».", None),
    ("slogan", "Awa Sy sourit. Sur sa veste est écrit : « Rendez-nous le port. »", "Awa Sy"),
    (
        "cue-before",
        "« Oui », dit Awa Sy. La production précise que les prix sont « fixés la veille ».",
        "production",
    ),
    ("cue-governs", "Parmi les élus interrogés, 38 % disent « ne rien savoir ».", "élus interrogés"),
    ("subject-before", "Ida Kervran regarde le quai. « Il sera prêt. »", "Ida Kervran"),
    ("subject-before", "Awa Sy est venue. Son mari travaille au port. « On ne dort plus. »", "Awa Sy"),
    ("subject-before", "Awa Sy est venue. Son mari montre le port. « Il ferme. »", "mari"),
    ("subject-before", "Le cas d'Awa Sy, dont le fils est sourd. « Je suis lasse. »", "Awa Sy"),
    ("subject-before", "Marc Tessier pose sa serviette. « Je ne signerai pas. »", "Marc Tessier"),
    ("subject-before", "Awa Sy hausse les épaules. « La loi n'a pas changé. »", "Awa Sy"),
    (
        "subject-before",
        "Ida Kervran récuse les critiques qui l'accusent de trahir « le port ». « Ils se trompent. »",
        "Ida Kervran",
    ),
    (
        "narrative-infinitive",
        "« Le port est fermé », dit Ida Kervran. Et d'ajouter : « Il rouvrira lundi. »",
        "Ida Kervran",
    ),
    (
        "narrative-infinitive",
        "« La digue est basse », note Marc Tessier. Avant de conclure : « Nous avons eu de la chance. »",
        "Marc Tessier",
    ),
    (
        "narrative-infinitive",
        "« La loi est claire », dit Awa Sy. Et de citer son père : « Qui construit paie. »",
        "Awa Sy",
    ),
    ("subject-and-colon", "Même son de cloche chez Awa Sy : « Il n'y a plus d'eau. »", "Awa Sy"),
    (
        "agent",
        "Un avis partagé hier par Marc Tessier, secrétaire d'État auprès du préfet : « Plus d'eau. »",
        "Marc Tessier",
    ),
    ("subject-and-colon", "Même refus chez Awa Sy, dont le quai est fermé : « On verra. »", "Awa Sy"),
    ("subject-and-colon", "Le constat est le même du côté d'Awa Sy : « Plus d'eau. »", "Awa Sy"),
    ("subject-and-colon", "Marc Tessier préfère citer Awa Sy : « Il n'y a plus d'eau. »", "Awa Sy"),
    ("subject-and-colon", "Une inquiétude que partage Awa Sy : « Il n'y aura plus d'eau. »", "Awa Sy"),
    ("subject-and-colon", "Un avis que ne partage pas Awa Sy : « Il y aura de l'eau. »", "Awa Sy"),
    ("subject-and-colon", "Ida Kervran tend le bras vers le quai : « Il sera prêt. »", "Ida Kervran"),
    (
        "subject-and-colon",
        "Marc Tessier n'a pas changé d'avis : « La digue est trop basse. »",
        "Marc Tessier",
    ),
    ("subject-and-colon", "Le docker Samuel Okoye pose son casque : « On verra. »", "Samuel Okoye"),
    ("subject-of-sentence", "Ida Kervran est restée « par devoir et par amour de la mer ».", "Ida Kervran"),
    (
        "subject-of-sentence",
        "Marc Tessier travaille seul, « comme un moine dans sa cellule ».",
        "Marc Tessier",
    ),
    ("subject-of-sentence", "Awa Sy part « la tête haute et le cœur léger ».", "Awa Sy"),
    # others think so of the subject: they are named, or nobody is
    ("subject-of-sentence", "Le préfet est critiqué par les dockers pour sa « raideur ».", "dockers"),
    ("subject-of-sentence", "Awa Sy a été traitée de « menteuse ».", None),
    ("subject-of-sentence", "Le quai est fermé. Awa Sy passe pour « une battante ».", None),
    ("subject-of-sentence", "Awa Sy (Cap) : la digue tiendra « cent ans de plus »", "Awa Sy"),
    (
        "subject-of-sentence",
        "Les dockers se préparent, comme Marc Tessier, grutier, qui viendra « en voisin et ami ».",
        "Marc Tessier",
    ),
    (
        "subject-and-colon",
        "« On a soif », mais aussi « on a faim » : à Brest, les dockers occupent le quai.",
        "dockers",
    ),
    # an aside in brackets is no subject, nor is an *il* that is nobody
    (
        "subject-of-sentence",
        "Marc Tessier ne quitte plus le quai (Finistère) « pour que les enfants dorment en paix ».",
        "Marc Tessier",
    ),
    (
        "same-speaker",
        "« Oui », dit Awa Sy. Le préfet sort. Il n'y en aura plus d'autre : « Nous gardons notre port. »",
        "Awa Sy",
    ),
    (
        "subject-of-sentence",
        "« Oui », dit Awa Sy. Ida Kervran veille, car il pourrait s'agir d'un « vieux moteur qui fume ».",
        "Ida Kervran",
    ),
    # the subject that follows may have its apposition
    (
        "subject-of-sentence",
        "Marc Tessier dort.\nLassée de « ces promesses qui ne coûtent rien », Awa Sy, sa sœur, est partie.",
        "Awa Sy",
    ),
    # behind the fragment: who made or wanted the thing, or who reports there
    (
        "subject-of-sentence",
        "« Oui », dit Awa Sy. Les loyers ont été « revus car ils étaient trop lourds » par la mairie.",
        "mairie",
    ),
    (
        "subject-of-sentence",
        "« Oui », dit Awa Sy. Les mesures « de bon sens » annoncées par Marc Tessier n'ont rien changé.",
        "Marc Tessier",
    ),
    (
        "inverted-cue-after",
        "« Oui », dit Awa Sy. On est loin de la colère « juste et saine » que défendait Marc Tessier.",
        "Marc Tessier",
    ),
    (
        "subject-of-sentence",
        "« Oui », dit Awa Sy. Vu « l'année que nul n'oubliera » au port, Ida Kervran a jugé la grève juste.",
        "Ida Kervran",
    ),
    # set against the one who spoke before
    (
        "subject-of-sentence",
        "« Non », dit Awa Sy. La mairie a quant à elle voté « un fonds pour ceux qui ont tout perdu ».",
        "mairie",
    ),
    (
        "subject-and-colon",
        "La mer de nos pères, c'est celle que chantait Awa Sy : « Elle rend ce qu'elle prend. »",
        "Awa Sy",
    ),
    (
        "agent",
        "« Oui », dit Awa Sy. Un avis partagé par Marc Tessier lors du congrès de Brest : « On a soif. »",
        "Marc Tessier",
    ),
    ("agent", "Le plan serait perçu, par les marins, comme une « provocation de trop ».", "marins"),
    (
        "cue-in-sentence-before",
        "La grue tient bon, a déclaré la directrice, Ida Kervran, sur Radio Ouest. « Rien ne presse. »",
        "Ida Kervran",
    ),
    (
        "report-before",
        "Ida Kervran, émue, a dit devant la presse et son équipe en larmes qu'elle part. C'est « un deuil ».",
        "Ida Kervran",
    ),
    (
        "report-before",
        "Ida Kervran annonce des contrôles. Le quai sera « sous surveillance constante ».",
        "Ida Kervran",
    ),
    (
        "report-before",
        "Ida Kervran a annoncé un guide. Les dockers recevront des cartes « conçues pour durer dix ans ».",
        "Ida Kervran",
    ),
    # *ils*, where somebody has just spoken, are those he speaks of
    (
        "report-before",
        "Ida Kervran annonce des trains pour les dockers. Ils partiront « dès lundi matin à l'aube ».",
        "Ida Kervran",
    ),
    (
        "report-before",
        "« Tout va bien », dit Awa Sy. Selon Ida Kervran, le port rouvre. La grue reste « en quarantaine ».",
        "Ida Kervran",
    ),
    (
        "report-before",
        "Awa Sy a annoncé mardi que les grues seraient contrôlées. Elles devront être « repeintes à neuf ».",
        "Awa Sy",
    ),
    ("same-speaker", "« Le port est fermé », dit Ida Kervran. « Il rouvrira lundi. »", "Ida Kervran"),
    (
        "same-speaker",
        "« La digue est basse », note Marc Tessier. « Elle est vieille. » « Elle est seule. »",
        "Marc Tessier",
    ),
    (
        "same-speaker",
        "« Le port est fermé », dit Ida Kervran.\n« Il rouvrira lundi, j'en suis sûre. »",
        "Ida Kervran",
    ),
    ("colon-name", "« Je n'ai pas dormi » : Awa Sy, 58 ans, fait la queue depuis l'aube.", "Awa Sy"),
    ("colon-name", "Chacun se plaint. L'un : « Tout ferme. »", "L'un"),
    ("colon-name", "L'un se tait. Un troisième : « On s'en ira tous. »", "troisième"),
    (
        "source-beside",
        "Le plan promet plus de « souplesse » aux ports, dixit la ministre Ida Kervran.",
        "Ida Kervran",
    ),
    (
        "pour-source",
        "Mais, pour la préfète Ida Kervran, les dockers « ont la clé du conflit ».",
        "Ida Kervran",
    ),
    (
        "on-and-place",
        "La grue a cédé. « Une enquête est ouverte », précise-t-on rue de Brocéliande.",
        "rue de Brocéliande",
    ),
    (
        "cue-in-sentence-after",
        "« La mer finira par gagner. » Ce cri d'alarme de Marc Tessier date de dix ans.",
        "Marc Tessier",
    ),
    (
        "source-in-sentence-before",
        "Pour le « docker » Marc Tessier, tout est dit. « On ne cédera pas sur les horaires. »",
        "Marc Tessier",
    ),
    ("subject-after", "Marée : « Le port est oublié »\nENTRETIEN - Pour Awa Sy, le port meurt.", "Awa Sy"),
    ("subject-after", "« Le port est oublié »\nIl se vide. Selon Awa Sy, le port meurt.", "Awa Sy"),
    ("subject-after", "« Le port est oublié »\nTRIBUNE - Le quai s'enfonce, juge Awa Sy.", "Awa Sy"),
    (
        "source-beside",
        "Le fioul est « un poison pour nous tous », selon « Le Courrier »",
        "Le Courrier",
    ),
    ("source-beside", "Le fioul « nous empoisonne tous », d'après « Mer Info ».", "Mer Info"),
    ("source-preposition", "Selon « Le Courrier », le fioul reste « un vieux poison ».", "Le Courrier"),
    ("cue-noun-and-colon", "Les messages d'Awa Sy ont ému : « Le quai brûle. »", "Awa Sy"),
    (
        "cue-noun-and-colon",
        "Un tweet de la maire Awa Sy a mis hier soir le feu à tout le port : « Le quai est vendu. »",
        "Awa Sy",
    ),
    ("cue-in-sentence-after", "Le quai est noir. « Le port vivra. » Ce tag rappelle la grève.", "tag"),
    ("display", "La foule avance derrière une banderole « Tenons tête au vent ».", "banderole"),
    ("display", "Des tags « Le port vivra » ou « Port mort » ont été effacés.", "tags"),
    (
        "slogan",
        "Drapeaux noirs brandis au cri de « Le port vivra », quelque 200 dockers ont défilé.",
        "dockers",
    ),
    (
        "slogan",
        "Venue avec des roses portant l'inscription « Le port vivra », une cliente, Awa Sy, reste muette.",
        "Awa Sy",
    ),
    ("cue-in-sentence-after", "Il pleut. « Port à vendre. » Voici l'affiche que l'on voit.", "affiche"),
    (
        "cue-in-sentence-after",
        "« La digue est un danger »... c'est le message que faisait passer, il y a une heure, la préfecture.",
        "préfecture",
    ),
    ("subject-after", "« Le port meurt »\nDocker, Awa Sy s'adresse à ses élus.", "Awa Sy"),
    ("subject-after", "« Le port meurt »\nAwa Sy, docker à Brest, est l'invitée du jour.", "Awa Sy"),
    (
        "subject-after",
        "« Le port meurt »\nIl se vide. Son maire, Marc Tessier (MV), témoigne.",
        "Marc Tessier",
    ),
    (
        "subject-after",
        "« Le port meurt »\nTRIBUNE - Awa Sy et Marc Tessier plaident en faveur du quai.",
        "Awa Sy et Marc Tessier",
    ),
    ("subject-of-sentence", "Après la marée, la fédération « pleure un pionnier »", "fédération"),
    ("pour-source", "La fermeture a été un « coup de poignard » pour Awa Sy, qui vend des fleurs.", "Awa Sy"),
    ("pour-source", "C'est une véritable « mauvaise nouvelle » pour le docker Samuel Okoye.", "Samuel Okoye"),
    ("pour-source", "« Mauvaise idée » pour Awa Sy, qui a voté contre.", "Awa Sy"),
    ("subject-and-colon", "« Ça suffit » : le port ferme dès ce soir, a dit Awa Sy.", "Awa Sy"),
    ("inverted-cue-after", "« C'est un bon accord », glisse en sortant Mme Sy.", "Sy"),
    (
        "cue-in-sentence-before",
        "La ville attire les dockers, explique Awa Sy (Union du port). « Ils restent ici. »",
        "Awa Sy",
    ),
    ("inverted-cue-after", "« C'est un accord », a dit à sa sortie du port Mme Sy.", "Sy"),
    (
        "cue-before",
        "Des « dockers de la toute première heure » exigent par lettre « une trêve ».",
        "dockers de la toute première heure",
    ),
    (
        "subject-of-sentence",
        "Marc Tessier rit. « Non », dit Awa Sy. Lui s'en va « sans regret pour le port ».",
        "Marc Tessier",
    ),
    (
        "inverted-cue-after",
        "« C'est un bon accord », note M. de Kervran. Luc de Kervran part.",
        "Luc de Kervran",
    ),
    ("subject-after", "« On a tout perdu. » Awa Sy montre le hangar noirci.", "Awa Sy"),
    (
        "subject-after",
        "« Rendez-nous le port ! » Hier, une vingtaine de dockers ont défilé.",
        "vingtaine de dockers",
    ),
    ("subject-after", "BREST | « On a tout perdu. » Awa Sy montre le hangar noirci.", "Awa Sy"),
    (
        "subject-after",
        "« C'est fini pour moi. » Depuis son bureau du port, Marc Tessier range ses cartons.",
        "Marc Tessier",
    ),
    (
        "subject-after",
        "Le quai est vide.\n« Ils reviendront, vous verrez. » La patronne du café essuie ses verres.",
        "patronne du café",
    ),
    (
        "cue-before",
        "La marche a réuni mille habitants pour réclamer une « solution digne » au port.",
        "habitants",
    ),
    ("cue-before", "Voici Awa Sy, qui a pour le coup bien dit à la radio : « Je pars. »", "Awa Sy"),
    ("cue-before", "On entend un docker s'écrier à plusieurs reprises : « Rentrez chez vous ! »", "docker"),
    (
        "cue-before",
        "Dans une vidéo, on entend des dockers commenter la grève en jugeant qu'il faut « tout arrêter ».",
        "dockers",
    ),
    (
        "cue-before",
        "Léna Morel n'est d'aucun parti. On l'entend pourtant réclamer la grève : « Arrêtons tout demain. »",
        "Léna Morel",
    ),
    (
        "cue-before",
        "Awa Sy est sur le quai. Sur les images, on la voit haranguer les dockers : « Arrêtons tout ! »",
        "Awa Sy",
    ),
    (
        "cue-before",
        "Le maire s'est expliqué, alors que plusieurs dockers avaient assimilé la prime à une « aumône ».",
        "dockers",
    ),
    ("pour-source", "Pour les élus, la digue est « un mur » ; pour les riverains, elle plie.", "élus"),
    (
        "incise-before",
        "Deux dockers ont été blessés, indiquait la mairie, avant de faire état d'une « nuit de casse ».",
        "mairie",
    ),
    (
        "incise-before",
        "La digue n'est « qu'un château de sable », note Marc Tessier : « La mer a déjà gagné. »",
        "Marc Tessier",
    ),
    (
        "cue-governs",
        "Le port a reçu la fédération des dockers, première du secteur, qui réclame une « vraie pause ».",
        "fédération des dockers",
    ),
    (
        "inverted-cue-after",
        "« Nous n'irons pas », lançait, provocateur, Marc Tessier en mars.",
        "Marc Tessier",
    ),
    (
        "inverted-cue-after",
        "Le grutier, appelé mardi par téléphone, a « cru à une farce », raconte Ida Kervran.",
        "Ida Kervran",
    ),
    (
        "subject-and-colon",
        "@AwaSy sur le #port : « On ne lâchera rien »\nAwa Sy siège à la mairie.",
        "Awa Sy",
    ),
    # an incise ends where a clause of another begins
    (
        "cue-before",
        "« Bravo », a dit Awa Sy, quand son second, le chef Luc Oury, a promis d'aider « volontiers ».",
        "Luc Oury",
    ),
    # a relative between commas does not keep the subject from its verb
    (
        "cue-before",
        "Le maire Luc Oury, dont le « Cercle » réclamait le départ, s'est contenté de saluer « la vie ».",
        "Luc Oury",
    ),
    ("cue-before", "L'enquêtrice qui a reçu sa plainte se souvient d'un homme « trop calme ».", "enquêtrice"),
    ("subject-of-sentence", "Le quai est tenu par la Ligue, qui recherche « surtout des mousses ».", "Ligue"),
    # behind the marks a relative says whose words they are
    (
        "inverted-cue-after",
        "Il pleut sur l'équipe « crispée » que décrivait hier son coach, Luc Oury.",
        "Luc Oury",
    ),
    ("inverted-cue-after", "Voilà le « climat lourd » dont parle Awa Sy.", "Awa Sy"),
    ("cue-governs", "Marc Tessier blâme le « repli » dont se réclame Awa Sy.", "Marc Tessier"),
    # the second of two nouns side by side is no verb
    ("inverted-cue-after", "« On part », a dit lors d'un point presse mardi la maire Awa Sy.", "Awa Sy"),
    # a headline's label, and whose words it gives
    (
        "subject-of-sentence",
        "Montfort : « Je ne suis pas pompier », Luc Oury recadre la presse\nLe FC Montfort reçoit Brest.",
        "Luc Oury",
    ),
    # an aside between the verb and what it rules
    (
        "cue-before",
        "La chambre des comptes avait étrillé, l'an passé, une gestion « lourde ».",
        "chambre des comptes",
    ),
    (
        "weak-cue-before",
        "Awa Sy lança, devant mille marins, qu'il n'avait « jamais vidé un filet ».",
        "Awa Sy",
    ),
    # where a text is spoken of, its words
    (
        "cue-governs",
        "Luc Oury lit un texte venu de Brest où il est question de « rigueur ».",
        "texte venu de Brest",
    ),
    # those who judge
    ("subject-of-sentence", "Luc Oury, critiqué par la maire Awa Sy pour sa « raideur », partira.", "Awa Sy"),
    # whoever finds so, named by the participle behind the marks
    ("agent", "Le port souffre d'une « politique injuste » dénoncée par la maire Awa Sy.", "Awa Sy"),
    ("agent", "Le bassin ferme en raison « de défauts graves » relevés par la mairie.", "mairie"),
    # a share of those named ahead
    (
        "cue-before",
        "Parmi les marins interrogés, 38 % disent s'être « endormis à la barre ».",
        "marins interrogés",
    ),
    # one of another time
    ("cue-governs", "« Oui », dit Luc Oury. Le maire de l'époque a dénoncé un « vol ».", "maire de l'époque"),
    (
        "signature-line",
        "« La ville nous trompe »\nUne élue La Vague en marche\nLe vote a lieu demain.",
        "élue La Vague en marche",
    ),
    # a bracket, the subject of a relative, half of a body's name are no subjects
    (
        "cue-before",
        "Venu de Brest (Finistère), le docker Marc Tessier, qui gagne peu, le jure : « On verra. »",
        "Marc Tessier",
    ),
    (
        "cue-before",
        "Dans une note que RTM a pu lire, une élue présente au vote décrit un quai « saturé ».",
        "élue",
    ),
    (
        "inverted-cue-after",
        "« Le quai cède », explique à Mers et Marées la géologue Ida Kervran.",
        "Ida Kervran",
    ),
]

#: rule that must leave the last quotation alone, sentence, speaker all the same
LEFT_ALONE: list[Any] = [
    ("signature-line", "« On tient bon. »\nBrest (Finistère) : Awa Sy, docker\nElle est élue.", None),
    ("display", "« Oui », dit Awa Sy, dont le dos affiche l'inscription « Le port vivra ».", "Awa Sy"),
    ("cue-noun-and-colon", "Awa Sy a lu deux messages d'Ida Kervran : « Elle hésite. »", "Awa Sy"),
    ("subject-after", "Le port « en détresse »\nPour Awa Sy, il se meurt.", None),
    ("subject-after", "Il pleut.\n« Le port est oublié »\nPour Awa Sy, il se meurt.", None),
    ("pour-source", "Ida Kervran : le vote serait « un nouveau départ » pour Marc Tessier", "Ida Kervran"),
    (
        "pour-source",
        "Ida Kervran se tait. Le car est « gratuit depuis lundi » pour les élèves.",
        None,
    ),
    ("pour-source", "« Quelle chance » pour Awa Sy de partir ! dit Marc Tessier.", "Marc Tessier"),
    ("link-line", "» LIRE AUSSI - Ida Kervran : « Le port rouvrira »", "Ida Kervran"),
    ("link-line", "Ida Kervran au micro : « Le port rouvrira » - Regarder sur Mer TV", "Ida Kervran"),
    ("subject-and-colon", "Il plut sur les Bonnets orange.\nBonnets orange : « Ça suffit »", None),
    ("weak-cue-before", "Awa Sy fait ses adieux. Awa Sy repart « dès ce soir et sans bagage ».", "Awa Sy"),
    ("link-line", "Lire notre presse est un plaisir : Awa Sy confie « tout relire le dimanche ».", "Awa Sy"),
    (
        "signature-line",
        "« Le quai sera prêt », dit Ida Kervran.\n« Il le faut. »\nMarc Tessier en doute.\nIl pleut.",
        "Ida Kervran",
    ),
    (
        "signature-line",
        "« Le quai sera prêt », dit Ida Kervran.\n« Il est beau et grand. »\nN. P.",
        "Ida Kervran",
    ),
    (
        "signature-line",
        "« Le quai sera prêt », dit Ida Kervran.\n« Il est beau et grand. »\nMarc Tessier (avec Luc Oury)",
        "Ida Kervran",
    ),
    (
        "signature-line",
        "« Bien », dit Ida Kervran.\n« Il le faut. »\nLe bailleur annonce un « plan ».\nIl pleut.",
        "bailleur",
    ),
    ("dash-signature", "« Le quai sera prêt », assure Ida Kervran – « ou presque prêt ».", "Ida Kervran"),
    ("dash-signature", "« Le quai sera prêt » – c'est ce qu'assure Ida Kervran.", "Ida Kervran"),
    ("bracket-signature", "Awa Sy hésite. « Nous voulons que le quai rouvre » (La Gazette).", None),
    (
        "bracket-signature",
        "Awa Sy lit. « Marée haute » (Luc Oury), dit-elle, est « un chef d'œuvre ».",
        "Awa Sy",
    ),
    (
        "cue-in-sentence-after",
        "Awa Sy hésite. « Il faut partir. » Ce cri a été salué par Luc Oury.",
        "Awa Sy",
    ),
    (
        "cue-in-sentence-after",
        "« On coule », dit Awa Sy. « Tout. » Le plan est soutenu par des élus.",
        "Awa Sy",
    ),
    ("cue-in-sentence-after", "« On coule », dit Awa Sy. « Tout. » Des propos de dockers ?", "Awa Sy"),
    ("cue-in-sentence-after", "Awa Sy hésite. « Il faut partir. » La réponse de Luc Oury tarde.", "Awa Sy"),
    ("on-and-place", "Awa Sy est partie. « Il est tard », a-t-elle dit à la préfecture.", "Awa Sy"),
    ("clitic-after", "« La salle est pleine », se réjouit Awa Sy. Viendra-t-il du monde demain ?", "Awa Sy"),
    ("source-relative", "Selon Marc Tessier, le projet n'est qu'« un mirage de plus ».", "Marc Tessier"),
    (
        "source-relative",
        "Ida Kervran adhère à l'idée selon laquelle « le quai sera vendu d'ici mai ».",
        "Ida Kervran",
    ),
    ("cue-governs", "Awa Sy dénonce, chiffres en main, un budget « de pure façade ».", "Awa Sy"),
    ("inverted-cue-after", "Awa Sy prône « la prudence », et Marc Tessier approuve.", "Awa Sy"),
    ("subject-of-sentence", "« C'est un long recul », Awa Sy", None),
    ("colon-name", "Ida Kervran a été claire : « Le port rouvrira lundi. »", "Ida Kervran"),
    ("bracket-signature", "« Le port rouvrira lundi » (Ida Kervran", None),
    ("cue-noun-and-colon", "Réunion avec Ida Kervran : « On n'a rien appris. »", None),
    ("agent", "« La marche », soutenue par Awa Sy, aura lieu. « J'irai », dit Ida Kervran.", "Ida Kervran"),
    ("cue-noun-and-colon", "Ida Kervran attend une réponse : « Le port doit rouvrir. »", "Ida Kervran"),
    ("cue-governs", "Awa Sy a « déploré un retard », indique Marc Tessier.", "Marc Tessier"),
    (
        "cue-governs",
        "Ida Kervran affirme que l'offre a été « jugée indigne » par Awa Sy.",
        "Ida Kervran",
    ),
    (
        "source-preposition",
        "Trois cents dockers, selon la police, ont bloqué le quai pour « sauver le port du Val ».",
        "dockers",
    ),
    (
        "pour-source",
        "Chez les dockers en grève, Ida Kervran est venue « en voisine et en amie ».",
        "Ida Kervran",
    ),
    (
        "cue-noun-and-colon",
        "Ida Kervran a répondu, à propos des élus : « Ils n'ont rien compris. »",
        "Ida Kervran",
    ),
    (
        "cue-noun-and-colon",
        "« Oui », dit Ida Kervran. Pas question du préfet Marc Sy : « Je garde le port. »",
        "Ida Kervran",
    ),
    (
        "cue-noun-and-colon",
        "Ida Kervran a salué la décision du préfet : « C'est un geste. »",
        "Ida Kervran",
    ),
    (
        "cue-noun-and-colon",
        "« On bâtit mal », selon Ida Kervran, de l'Ordre des Architectes : « Rien ne tient. »",
        "Ida Kervran",
    ),
    ("cue-noun-and-colon", "Awa Sy a ajouté, à propos de Marc Tessier : « Il partira. »", "Awa Sy"),
    ("cue-noun-and-colon", "Selon Awa Sy, de l'Ordre des médecins : « C'est trop peu. »", "Awa Sy"),
    ("unknown-verb-after", "Awa Sy visitera, « dès que la pluie aura cessé », la raffinerie Oury.", "Awa Sy"),
    ("display", "Ida Kervran juge la banderole « injurieuse pour tous ».", "Ida Kervran"),
    ("gapping", "Ida Kervran salue un « geste fort » et la « fin d'un cauchemar ».", "Ida Kervran"),
    ("gapping", "Ida Kervran a vu là un « abus » et l'entreprise d'une « clique ».", "Ida Kervran"),
    ("weak-cue-before", "Ida Kervran écoute. Les dockers doivent maintenant « vider les quais ».", "dockers"),
    ("possessive-and-colon", "Dans sa réponse, Ida Kervran écrit : « Le port rouvrira. »", "Ida Kervran"),
    ("paragraph-and-colon", "Elle conclut :\n« Le port rouvrira », promet Ida Kervran.", "Ida Kervran"),
    (
        "source-in-sentence-before",
        "Selon Marc Tessier, la crue approche.\n« Le port rouvrira », promet Ida Kervran.",
        "Ida Kervran",
    ),
    ("slogan", "Ida Kervran a répondu aux cris par ces mots : « Le port rouvrira. »", "Ida Kervran"),
    ("incise-before", "Marc Tessier affirme, étude en main, que la digue est « rongée ».", "Marc Tessier"),
    (
        "incise-before",
        "« Il tient », note Ida Kervran, tandis que Marc Tessier assure qu'il peut « céder d'un coup ».",
        "Marc Tessier",
    ),
    (
        "inverted-cue-after",
        "Awa Sy est partie, rappelant qu'il était « sans chef » depuis mai, comme l'a noté Marc Tessier.",
        "Awa Sy",
    ),
    (
        "signature-line",
        "« Le quai sera prêt », dit Awa Sy. « Il est beau. »\nUn document de cent pages\nIl a plu en mars.",
        "Awa Sy",
    ),
    (
        "agent",
        "Ida Kervran et Awa Sy, qui se sont parlé par téléphone, ont « fixé un cap ».",
        "Ida Kervran et Awa Sy",
    ),
    (
        "inverted-cue-after",
        "Le film « Pluie de mai » fait le bonheur d'Awa Sy. « J'aime », dit-elle.",
        "Awa Sy",
    ),
    (
        "agent",
        "Le grutier a été mis en cause par un juge pour « mise en danger », selon la procureure Ida Kervran.",
        "Ida Kervran",
    ),
    ("agent", "Passée par Brest, Ida Kervran a évoqué « un port en ruine ».", "Ida Kervran"),
    ("agent", "Poursuivi par les dockers, « il a sauté à l'eau », dit Marc Tessier.", "Marc Tessier"),
    ("agent", "La page est lancée par Marc Oury, un docker « qui a beaucoup crié », selon Awa Sy.", "Awa Sy"),
    (
        "report-before",
        "« Oui », dit Awa Sy. Ida Kervran ne confirme rien. La grue est « en panne ».",
        "Awa Sy",
    ),
    (
        "report-before",
        "« Oui », dit Awa Sy. L'agence rapporte un incident. La grue est « en panne depuis lundi ».",
        "Awa Sy",
    ),
    (
        "subject-of-sentence",
        "Awa Sy annonce des contrôles. Les dockers devront « montrer leur carte à la grille ».",
        "Awa Sy",
    ),
    # *dont*, *il*, a work and whoever is named in brackets do not take the fragment up
    (
        "subject-of-sentence",
        "« Oui », dit Awa Sy. C'est une « idée qui ne coûte rien » dont Marc Tessier revendique le nom.",
        "Awa Sy",
    ),
    (
        "subject-of-sentence",
        "« Oui », dit Awa Sy. Après ces « mois où tout manquait », il a promis de l'aide à Marc Tessier.",
        "Awa Sy",
    ),
    (
        "subject-of-sentence",
        "« Oui », dit Awa Sy. D'où l'« année que nul n'oubliera » au port (Ida Kervran l'a jugée belle).",
        "Awa Sy",
    ),
    ("cue-before", "« Le port rouvrira », a déclaré Ida Kervran.", "Ida Kervran"),
    ("source-beside", "Selon Awa Sy, Ida Kervran a dit « non au péage ».", "Ida Kervran"),
    ("source-preposition", "Ida Kervran « change de cap selon le vent », raille Awa Sy.", "Awa Sy"),
    ("pour-source", "Ida Kervran a plaidé pour « un port ouvert ».", "Ida Kervran"),
    ("weak-cue-before", "Ida Kervran affirme vouloir « rouvrir le port ».", "Ida Kervran"),
    ("unknown-verb-after", "« C'est la fin », soupire Awa Sy.", "Awa Sy"),
    ("unknown-verb-after", "Ida Kervran répond « je reste », Marc Tessier « je m'en vais ».", "Marc Tessier"),
    (
        "cue-in-sentence-before",
        "Marc Tessier confirme.\n« Le port rouvrira », promet Ida Kervran.",
        "Ida Kervran",
    ),
    (
        "cue-in-sentence-after",
        "« Le port rouvrira », dit Ida Kervran. Ainsi va la vie de Marc Tessier.",
        "Ida Kervran",
    ),
    ("subject-before", "Marc Tessier regarde le quai. « Il sera prêt », dit Ida Kervran.", "Ida Kervran"),
    (
        "subject-before",
        "Selon Ida Kervran, Marc Tessier n'a « pas peur » du vide. « Il aime cela. »",
        "Ida Kervran",
    ),
    (
        "weak-cue-before",
        "« Oui », dit Ida Kervran. On montre que le port reste « ouvert à tous ».",
        "Ida Kervran",
    ),
    (
        "narrative-infinitive",
        "« Oui », dit Marc Tessier. Avant de partir, Ida Kervran lance : « Non. »",
        "Ida Kervran",
    ),
    (
        "narrative-infinitive",
        "« Oui », dit Awa Sy. Tessier refuse d'opposer ceux qui bravent « la vague ». Marc Tessier sort.",
        "Marc Tessier",
    ),
    ("subject-and-colon", "Ida Kervran est restée « par devoir et par amour de la mer ».", "Ida Kervran"),
    ("subject-of-sentence", "Marc Tessier part. Selon Ida Kervran, c'est « par devoir ».", "Ida Kervran"),
    (
        "subject-of-sentence",
        "« Bon début », dit Awa Sy. Les annonces aux dockers « feront tout de même plaisir ».",
        "Awa Sy",
    ),
    (
        "same-speaker",
        "« Le port est fermé », dit Ida Kervran. « Il rouvrira », répond Marc Tessier.",
        "Marc Tessier",
    ),
    ("subject-after", "« On a tout perdu. » Hier, les dockers ont rouvert le quai.", None),
    ("subject-after", "« On a tout perdu. »\nAwa Sy montre le hangar noirci, et soupire.", None),
    ("subject-after", "Marc Tessier a cédé.\n« On a tout perdu. » Elle montre le hangar noirci.", None),
    (
        "source-relative",
        "Awa Sy, pour qui le maire Marc Tessier a tort en parlant de « petite avarie », a voté contre.",
        "Marc Tessier",
    ),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_is_decided_by_that_rule(rule: Rule) -> None:
    assert rule.name in [q.rule for q in extract(rule.example)]


@pytest.mark.parametrize(("rule", "text", "expected"), DECIDED)
def test_what_a_rule_covers(rule: str, text: str, expected: str | None) -> None:
    assert (last(text).rule, speaker(text)) == (rule, expected)


@pytest.mark.parametrize(("rule", "text", "expected"), LEFT_ALONE)
def test_what_a_rule_leaves_to_others(rule: str, text: str, expected: str | None) -> None:
    assert speaker(text) == expected
    assert last(text).rule != rule


def test_a_source_behind_a_list_is_the_source_of_all_of_it() -> None:
    found = extract(
        "La maire intervient après une crue jugée « incroyable » et « inouïe », selon les mots d'Ida Kervran."
    )
    assert [q.speaker.name if q.speaker else None for q in found] == ["Ida Kervran", "Ida Kervran"]


def test_a_gerund_waits_for_a_subject_whose_verb_stands_between_marks() -> None:
    found = extract("Jugeant « trop tiède » l'avis des élus, Ida Kervran « réclame un vote ».")
    assert [q.speaker.name if q.speaker else None for q in found] == ["Ida Kervran", "Ida Kervran"]


def test_every_rule_is_shown_at_work() -> None:
    covered = [_rule(row) for row in DECIDED]
    assert [rule.name for rule in RULES if covered.count(rule.name) < 3] == []
    assert {rule.name for rule in RULES} == {_rule(row) for row in LEFT_ALONE}


def _rule(row: Any) -> str:
    """The rule of a row, whether or not it is marked as a known limit."""
    return str(row[0] if isinstance(row, tuple) and isinstance(row[0], str) else row.values[0])
