"""Direct, partial, or nobody's words."""

from __future__ import annotations

import pytest

from quotes.model import Kind
from quotes.parsing import extract
from quotes.parsing.pipeline import decide, find_all
from quotes.parsing.signals import signals


def kind(text: str) -> Kind:
    return extract(text)[-1].kind


@pytest.mark.parametrize(
    "text",
    [
        "« Nous avons tout perdu dans l'incendie », raconte Josiane Prat.",
        "Josiane Prat a répondu : « Jamais je ne vendrai cette ferme. »",
        "« On ne lâchera rien ! » ont crié les dockers.",
        "« Êtes-vous certain de vos chiffres ? » a demandé Josiane Prat.",
        "Selon Josiane Prat, « la ferme ne survivra pas à un nouvel hiver ».",
        "« Pas question de vendre », tranche Josiane Prat.",
        "« La ferme, dit Josiane Prat, restera dans la famille. »",
    ],
)
def test_full_utterances(text: str) -> None:
    assert kind(text) is Kind.DIRECT


@pytest.mark.parametrize(
    "text",
    [
        "Josiane Prat a dénoncé « une décision absurde ».",
        "Josiane Prat juge la mesure « injuste et mal préparée ».",
        "La ministre a promis d'agir « sans délai et sans faiblesse ».",
        "Le syndicat s'est dit « très inquiet » de la fermeture.",
        "Josiane Prat appelle à « un sursaut de toute la vallée ».",
        "Le préfet évoque une crue « sans précédent ».",
        "Selon Josiane Prat, la réforme est « un coup d'épée dans l'eau ».",
        "Elle a qualifié le texte de « honteux ».",
    ],
)
def test_fragments(text: str) -> None:
    assert kind(text) is Kind.PARTIAL


@pytest.mark.parametrize(
    "text",
    [
        "Le film « La Nuit des lampes » sort mercredi.",
        "Son roman « Les Marées basses » a reçu un prix.",
        "Le groupe, baptisé « Les Sentinelles », compte vingt membres.",
        "Surnommé « le Bosco », il commande depuis dix ans.",
        "Le chantier dit « de la Corderie » est à l'arrêt.",
        "La chanson « Partir un jour de pluie » passe à la radio.",
        "Le mot « résilience » est sur toutes les lèvres.",
        "L'opération « Mer propre » débute en mai.",
        "La fête est placée sous le thème : « Lire et planter, deux mains d'un corps ».",
        "Le forum a pour thème : « La jeunesse face au défi du climat ».",
        "Des « ruraux convaincus » militent pour une aide de Brest et de Josiane Prat.",
        "L'émission « Grand Large » fête ses vingt ans.",
        "Le fioul « nous empoisonne tous », selon « Le Courrier »",
        "Le fioul est cher, d'après « Mer Info ».",
    ],
)
def test_marks_that_carry_nobodys_words(text: str) -> None:
    assert kind(text) is Kind.TERM


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Josiane Prat juge le texte « inutile », « coûteux » et « mal écrit ».", "partial partial partial"),
        ("Il est poursuivi pour « recel », « abus de faiblesse » et « faux témoignage ».", "term term term"),
        ("Ses romans, « Les Marées basses » et « Le Dernier Bac », se vendent bien.", "term term"),
        (
            "Les « veilleurs » se relaient sur le quai. « Cela suffit », dit le maire, "
            "qui reçoit les « veilleurs » lundi.",
            "term direct term",
        ),
        ("L'opération « Quai propre » débute en mai. Le maire a salué « Quai propre ».", "term term"),
        ("Le maire dénonce un « quai fantôme ». Le « quai fantôme » sera rasé.", "partial partial"),
    ],
)
def test_what_belongs_together_is_of_one_kind(text: str, kinds: str) -> None:
    assert " ".join(q.kind for q in extract(text)) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Il est poursuivi pour « recel de vol ».",
        "L'association, connue sous le nom de « Main levée », compte vingt membres.",
        "Les deux cortèges, baptisés sur les réseaux « Marée basse », partiront à midi.",
        "Il anime une page Facebook « Le quai en colère » depuis deux ans.",
        "L'association porte plainte pour « exhibition publique ».",
        "Elle est l'autrice d'« Un hiver au large ».",
        "Paul Roche, auteur d'« Un hiver au large », signe ses livres sur le port.",
        "L'incident dit « de la cale » a fait du bruit.",
        "Le maire sera jugé en juin pour « port d'arme prohibé ».",
        "Il est condamné pour des faits de « détérioration de biens publics ».",
        "La côte reste en vigilance « vagues ».",
        "Awa Sy, dit « la Grue », préside le club des dockers.",
        "Ces lampes, dites de « veille », éclairent le quai.",
        "Une « charte de bon voisinage » sera signée au printemps.",
        "Au lendemain de la « Nuit des phares », le maire a pris la parole.",
        "Le chanteur d'« Un soir au large » est à Brest.",
        "Il était hier l'invité du « Grand Phare ».",
    ],
)
def test_charges_and_names(text: str) -> None:
    assert kind(text) is Kind.TERM


@pytest.mark.parametrize(
    "text",
    [
        "Ce projet serait un « fiasco », à entendre Josiane Prat.",
        "Le syndicat a rejeté ces « mensonges ».",
        "La préfète refuse une mesure « très brutale ».",
        "Ida Kervran a été traitée de « menteuse ».",
        "La halle est fermée. Le préfet a jugé l'arme « dangereuse ».",
        "La halle est fermée. Awa Sy se réjouit d'une année « riche, dense et joyeuse », pleine de monde.",
        "La halle est fermée. Le syndicat trouve la loi « injuste ».",
        "La halle est fermée. La maire parle d'une loi « injuste ».",
        "La halle est fermée. Le club dit « prendre acte » du vote.",
        "Elle est critiquée au port pour son « intransigeance ».",
        "La maire a tenu une réunion rude et « houleuse », selon ses mots.",
        "Il est poursuivi pour « vol en réunion », selon le parquet de Brest.",
    ],
)
def test_words_that_judge(text: str) -> None:
    assert kind(text) is Kind.PARTIAL


def signals_of(text: str) -> set[str]:
    """The signals of the last quotation."""
    return set(signals(decide(text, find_all(text))[-1].scene, None))


@pytest.mark.parametrize(
    ("text", "signal", "holds"),
    [
        ("Il parle encore d'un « mur ».", "governor:parle", True),
        ("Il voit un « mur ».", "governor:un", False),
        ("Ceux du quai, nous les appelons les « veilleurs ».", "subject:nous", True),
        ("Le maire craint les « veilleurs ».", "subject:le", False),
        ("Au port, on le dit « perdu ».", "verb-subject:on", True),
        ("Elle sait que le maire le dit « perdu ».", "verb-subject:elle", False),
        ("Le maire a dit « oui ».", "named:verb", False),
        ("Le maire dit « oui ».", "before:verb", True),
        ("Le quai dit « des Brumes » ferme.", "named:given", True),
        ("Le quai, baptisé « quai des Brumes », ferme.", "named:given", True),
        ("Elle circule sous le nom d'« Alba ».", "named:given", True),
        ("Le maire a appelé « au calme ».", "named:given", False),
        ("Elle porte l'inscription « Sauvons la gare ».", "shown", True),
        ("Au milieu d'un cri : « Sauvons la gare ».", "shown", True),
        ("Elle porte une veste « du soir ».", "shown", False),
        ("C'est leur cri de ralliement : « Sauvons la gare ».", "shown", True),
        ("Ils passent aux cris notamment de « Sauvons la gare ».", "shown", True),
        ("Elle lit sur le tag la date du « grand soir ».", "shown", False),
        ("Le maire ouvre une fête « trop bruyante ».", "named:noun", False),
        ("Le maire ouvre une fête « grand soir ».", "named:noun", True),
        ("Le port ouvre une journée « quais propres ».", "named:noun", True),
        ("On fête la scénariste de « La Digue ».", "named:phrase", True),
        ("On fête la voisine de « La Digue ».", "named:phrase", False),
        ("Il y voit « un mur de vent ».", "pattern:det word of word", True),
        ("Il y voit « une nécessité ».", "pattern:det word", True),
        ("Il a « refusé ».", "pattern:participle+before:verb", True),
        ("La nuit prépare l'« acte 2 ».", "ends:number", True),
        ("Le port a son « plan III ».", "ends:number", True),
        ("Il y voit « deux digues ».", "ends:number", False),
        ("Le maire veut remplir les « cahiers du port ».", "verb-behind:remplir", True),
        ("Le maire veut remplir les « cahiers du port ».", "verb-behind:says-nothing", True),
        ("Le maire dénonce les « cahiers du port ».", "verb-behind:says-nothing", False),
        ("Le maire veut remplir, dans la « maison du port ».", "verb-behind:remplir", False),
        ("Il a subi une « défaite » cuisante.", "after:adjective", False),
        ("Il a subi une « défaite » historique.", "after:adjective", True),
        ("Le port verse une prime « fidélité ».", "apposed:thing", True),
        ("Le port verse une prime « ancienne ».", "apposed:thing", False),
        ("Le port verse une prime « ancienne ».", "apposed:other", True),
        ("Le port verse une « fidélité ».", "apposed:thing", False),
        ("Le maire tient une fête « prévue pour durer ».", "named:noun", False),
        ("Le maire tient une fête « conçue pour durer ».", "named:noun", False),
        ("Le maire tient un chantier « avance bien ».", "named:noun", False),
        ("Anne Roy, dit « Bosco », ferme le quai.", "named:verb", True),
        ("Anne Roy dit « non », puis s'en va.", "named:verb", False),
        ("Ces lampes dites de « nuit calme » gênent.", "named:phrase", True),
        ("Le maire est l'invité du « Phare ».", "named:phrase", True),
        ("Au port, 6 % se disent « sereins », 24 % « inquiets ».", "list:later", True),
        ("Au port, 6 % se disent « sereins », le reste semble « inquiet ».", "list:later", False),
    ],
)
def test_what_the_kind_is_told_by(text: str, signal: str, holds: bool) -> None:
    assert (signal in signals_of(text)) is holds


@pytest.mark.parametrize(
    ("text", "signal", "holds"),
    [
        ("Le port a sa « nouvelle charte de bon voisinage ».", "head-word:naming", True),
        ("Le port a sa « charte qui ne dit rien ».", "head-word:naming", False),
        ("Le port a sa « charte bien plus juste ».", "head-word:naming", False),
        ("Le port a sa « docilité de façade ».", "head-word:naming", False),
        ("Il veut que « la charte de bon voisinage » tienne.", "head-word:naming", False),
        ("Le port craint le « petit maire ».", "head-word:role", True),
        ("Le port a sa « docilité de façade ».", "head-ends-in:ité", True),
        ("Le port a sa « docilité de façade ».", "head-ends-in:ade", False),
        ("Le port a sa « Docilité ».", "head-ends-in:ité", False),
        ("Le port a son « été ».", "head-ends-in:été", False),
    ],
)
def test_what_heads_the_words_between_the_marks(text: str, signal: str, holds: bool) -> None:
    assert (signal in signals_of(text)) is holds


@pytest.mark.parametrize(
    ("text", "signal", "holds"),
    [
        ("Le débat fut rude et « vivant », selon ses mots.", "gloss:own", True),
        ("Le débat fut « vivant » (sic).", "gloss:own", True),
        ("Le débat fut « vivant », pour reprendre l'expression du maire.", "gloss:own", True),
        ("Le débat fut « vivant », comme elle le dit.", "gloss:own", True),
        ("Le débat fut « vivant », pour ses amis.", "gloss:own", False),
        ("Le débat fut « vivant », comme prévu.", "gloss:own", False),
        ("Le vieux bac, ou « traille », comme on dit ici, est à quai.", "gloss:usage", True),
        ("La « traille », selon la terminologie des ports, est à quai.", "gloss:usage", True),
        ("Le « ferry », en anglais, est à quai.", "gloss:usage", True),
        ("Le « ferry », en retard, est à quai.", "gloss:usage", False),
        ("Au lendemain de l'« acte final », le quai est vide.", "occasion", True),
        ("Au cours d'une « veillée », on chante.", "occasion", True),
        ("Le maire parle de l'« acte final ».", "occasion", False),
    ],
)
def test_what_the_journalist_adds_beside_the_marks(text: str, signal: str, holds: bool) -> None:
    assert (signal in signals_of(text)) is holds


@pytest.mark.parametrize(
    ("text", "signals_wanted"),
    [
        ("Il est jugé pour « port d'arme prohibé ».", {"charge", "charge:plain"}),
        (
            "Il est condamné pour des faits de « détérioration », de « rébellion ».",
            {"charge", "charge:plain"},
        ),
        ("Il est convoqué pour « deux vols ».", {"charge", "charge:plain"}),
        ("Il est jugé pour « recel », selon le parquet.", {"charge", "charge:told"}),
        ("Il est jugé pour des « vols ».", {"charge", "charge:plain"}),
        ("Il est jugé pour « paresse ».", set()),
        ("Il est jugé comme du « vol ».", set()),
        ("Il est connu pour « deux vols ».", set()),
        ("Il est jugé ; on parle ici « vols ».", set()),
    ],
)
def test_charges_and_who_says_them(text: str, signals_wanted: set[str]) -> None:
    last = decide(text, find_all(text))[-1]
    assert {s for s in signals(last.scene, last.link) if s.startswith("charge")} == signals_wanted


@pytest.mark.parametrize(
    ("text", "signal", "holds"),
    [
        ("La maire Awa Sy dénonce un « mur ».", "source:name", True),
        ("La mairie dénonce un « mur ».", "source:noun", True),
        ("Selon elle, le quai est « perdu ».", "source:elle", True),
        ("Les pêcheurs dénoncent un « mur ».", "source:many", True),
        ("La mairie dénonce un « mur ».", "source:many", False),
        ("« Le quai est à nous », dit Awa Sy. Le « mur » aussi.", "source:unnamed", True),
        ("Un « mur » ferme le quai.", "source:unnamed", False),
    ],
)
def test_what_the_words_that_name_the_source_tell_of_the_kind(text: str, signal: str, holds: bool) -> None:
    last = decide(text, find_all(text))[-1]
    assert (signal in signals(last.scene, last.link)) is holds


def test_how_many_long_quotations_an_article_has() -> None:
    long = "« Nous ne quitterons pas le quai tant que la digue ne sera pas refaite », dit Awa Sy. "
    filler = "Le port est calme, la mer est haute et la nuit tombe sur les barques. " * 6
    short = "Les « veilleurs » sont là."
    assert "long-ones:0+1" in signals_of(filler + short)
    assert "long-ones:2+1" in signals_of(filler + long * 2 + short)
    assert not any(signal.startswith("long-ones") for signal in signals_of(short))


def test_names_teach_nothing_of_the_language() -> None:
    text = "Le plan de Morel « Brest demain » Kerbrat déplaît au quai."
    found = [signals(decision.scene, None) for decision in decide(text, find_all(text))]
    told = {signal.split(":", 1)[1] for signal in found[0] if signal.split(":")[0] in _WORDS}
    assert told & {"morel", "brest", "kerbrat"} == set()
    assert "demain" in told


#: signals that are words
_WORDS = ("word-before", "word-after", "first", "second", "last", "holds")
