"""The words of a chart, in English and in French."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quotes.charts.figure import Language, Shape
from quotes.storage import By


@dataclass(frozen=True, slots=True)
class Words:
    """What a chart says in one language."""

    #: what counting by one thing shows: the title of a chart
    shows: Mapping[By, str]
    #: after a title: *month by month*
    over: Mapping[By, str]
    #: of shares, by what is divided: *share of voice*, else *share of quotations*
    voice: str
    shares: str
    topics: str
    #: within what: *in each outlet*
    each: Mapping[By, str]
    #: into what: *by speaker*
    into: Mapping[By, str]
    #: names of values that are codes
    values: Mapping[By, Mapping[str, str]]
    #: what there is no value for
    nothing: Mapping[By, str]
    none: str
    others: str
    #: singular and plural
    quotations: tuple[str, str]
    articles: tuple[str, str]
    outlets: tuple[str, str]
    #: before a year or a month, and before a day: where a time begins, where it ends, and that it is all
    from_: tuple[str, str]
    to: tuple[str, str]
    at: tuple[str, str]
    #: what is written together, and how
    elisions: Mapping[str, str]
    months: tuple[str, ...]
    #: the first day of a month
    first: str
    #: conditions: of each what it says of a value
    speaker: str
    topic: str
    any_topic: str
    all_topics: str
    outlet: str
    kinds: str
    confidence: str
    #: what is left out
    shown: str
    left_out: str
    undated: str
    #: what the numbers beside bars are, where it is not plain
    numbers: Mapping[Shape, str]
    #: what values are called when they are counted
    many: Mapping[By, str]
    #: what the table beside a chart is called, and the columns that count
    table: str
    heads: Mapping[By, str]
    count: str
    percent: str
    source: str
    of: str
    last_joint: str
    quoted: str
    #: between conditions
    joint: str
    thousands: str
    point: str
    #: for dates and numbers on the axes
    locale: str


_KINDS = {"direct": "full utterances", "partial": "fragments", "term": "terms"}
_SORTS = {
    "person": "persons",
    "group": "groups of people",
    "organisation": "organisations",
    "document": "documents",
}
_SORTES = {
    "person": "personnes",
    "group": "groupes de personnes",
    "organisation": "organisations",
    "document": "documents",
}
_GENRES = {"direct": "propos entiers", "partial": "fragments", "term": "termes"}

ENGLISH = Words(
    shows={
        By.SPEAKER: "The most quoted speakers",
        By.SPEAKER_KIND: "Who is quoted: people, organisations, documents",
        By.OUTLET: "Where the quotations were published",
        By.YEAR: "Quotations by year",
        By.MONTH: "Quotations by month",
        By.DAY: "Quotations by day",
        By.TOPIC: "What the quotations are about",
        By.SUBJECT: "What the quotations are about",
        By.KIND: "Full utterances and fragments",
        By.CUE: "The words that report speech",
        By.RULE: "The rules that found the speakers",
    },
    over={By.YEAR: "year by year", By.MONTH: "month by month", By.DAY: "day by day"},
    voice="Share of voice",
    shares="Shares of the quotations",
    topics="Topics of the quotations",
    each={
        By.SPEAKER: "of each speaker",
        By.SPEAKER_KIND: "of each sort of speaker",
        By.OUTLET: "in each outlet",
        By.TOPIC: "on each topic",
        By.SUBJECT: "on each subject",
        By.KIND: "of each kind",
        By.CUE: "with each reporting expression",
        By.RULE: "of each rule",
    },
    into={
        By.SPEAKER: "by speaker",
        By.SPEAKER_KIND: "by sort of speaker",
        By.OUTLET: "by outlet",
        By.KIND: "by kind",
        By.CUE: "by reporting expression",
        By.RULE: "by rule",
    },
    values={By.KIND: _KINDS, By.SPEAKER_KIND: _SORTS},
    nothing={By.SPEAKER: "speaker unknown", By.SPEAKER_KIND: "speaker unknown", By.OUTLET: "outlet unknown"},
    none="none",
    others="others",
    quotations=("quotation", "quotations"),
    articles=("article", "articles"),
    outlets=("outlet", "outlets"),
    from_=("from", "from"),
    to=("to", "to"),
    at=("in", "on"),
    elisions={},
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    first="1",
    speaker="speaker {}",
    topic="topic {}",
    any_topic="one of the topics {}",
    all_topics="all the topics {}",
    outlet="outlet {}",
    kinds="{} only",
    confidence="confidence of at least {}",
    shown="{0} of {1} {2}",
    left_out="Left out: {} ({})",
    undated="not dated so precisely",
    many={
        By.SPEAKER: "speakers",
        By.SPEAKER_KIND: "sorts of speakers",
        By.OUTLET: "outlets",
        By.YEAR: "years",
        By.MONTH: "months",
        By.DAY: "days",
        By.TOPIC: "topics",
        By.SUBJECT: "subjects",
        By.KIND: "kinds",
        By.CUE: "reporting expressions",
        By.RULE: "rules",
    },
    numbers={
        Shape.SHARES: "The number at the end of a bar is that of its quotations",
        Shape.TIMES: "The number below a name is that of its quotations",
    },
    table="The figures",
    heads={
        By.SPEAKER: "speaker",
        By.SPEAKER_KIND: "sort of speaker",
        By.OUTLET: "outlet",
        By.YEAR: "year",
        By.MONTH: "month",
        By.DAY: "day",
        By.TOPIC: "topic",
        By.SUBJECT: "subject",
        By.KIND: "kind",
        By.CUE: "reporting expression",
        By.RULE: "rule",
    },
    percent="{}%",
    count="quotations",
    source="Source: {}; quotations found by the program quotes",
    of="{} of {}",
    last_joint=" and ",
    quoted="“{}”",
    joint="; ",
    thousands=",",
    point=".",
    locale="en-GB",
)

FRENCH = Words(
    shows={
        By.SPEAKER: "Les locuteurs les plus cités",
        By.SPEAKER_KIND: "Qui est cité : personnes, organisations, documents",
        By.OUTLET: "Où les citations ont paru",
        By.YEAR: "Citations par année",
        By.MONTH: "Citations par mois",
        By.DAY: "Citations par jour",
        By.TOPIC: "De quoi parlent les citations",
        By.SUBJECT: "De quoi parlent les citations",
        By.KIND: "Propos entiers et fragments",
        By.CUE: "Les mots qui rapportent la parole",
        By.RULE: "Les règles qui ont trouvé les locuteurs",
    },
    over={By.YEAR: "année par année", By.MONTH: "mois par mois", By.DAY: "jour par jour"},
    voice="Répartition de la parole",
    shares="Répartition des citations",
    topics="Sujets des citations",
    each={
        By.SPEAKER: "de chaque locuteur",
        By.SPEAKER_KIND: "de chaque sorte de locuteur",
        By.OUTLET: "dans chaque média",
        By.TOPIC: "sur chaque sujet",
        By.SUBJECT: "sur chaque sujet",
        By.KIND: "de chaque sorte",
        By.CUE: "avec chaque verbe ou locution",
        By.RULE: "de chaque règle",
    },
    into={
        By.SPEAKER: "par locuteur",
        By.SPEAKER_KIND: "par sorte de locuteur",
        By.OUTLET: "par média",
        By.KIND: "par sorte",
        By.CUE: "par verbe ou locution",
        By.RULE: "par règle",
    },
    values={By.KIND: _GENRES, By.SPEAKER_KIND: _SORTES},
    nothing={By.SPEAKER: "locuteur inconnu", By.SPEAKER_KIND: "locuteur inconnu", By.OUTLET: "média inconnu"},
    none="aucun",
    others="autres",
    quotations=("citation", "citations"),
    articles=("article", "articles"),
    outlets=("média", "médias"),
    from_=("de", "du"),
    to=("à", "au"),
    at=("en", "le"),
    elisions={"de a": "d’a", "de o": "d’o"},
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    first="1er",
    speaker="locuteur {}",
    topic="sujet {}",
    any_topic="l’un des sujets {}",
    all_topics="tous les sujets {}",
    outlet="média {}",
    kinds="{} seulement",
    confidence="confiance d’au moins {}",
    shown="{0} {2} sur {1}",
    left_out="Laissées de côté : {} ({})",
    undated="datées moins précisément",
    many={
        By.SPEAKER: "locuteurs",
        By.SPEAKER_KIND: "sortes de locuteurs",
        By.OUTLET: "médias",
        By.YEAR: "années",
        By.MONTH: "mois",
        By.DAY: "jours",
        By.TOPIC: "sujets",
        By.SUBJECT: "sujets",
        By.KIND: "sortes",
        By.CUE: "verbes et locutions",
        By.RULE: "règles",
    },
    numbers={
        Shape.SHARES: "Le nombre au bout d’une barre est celui de ses citations",
        Shape.TIMES: "Le nombre sous un nom est celui de ses citations",
    },
    table="Les chiffres",
    heads={
        By.SPEAKER: "locuteur",
        By.SPEAKER_KIND: "sorte de locuteur",
        By.OUTLET: "média",
        By.YEAR: "année",
        By.MONTH: "mois",
        By.DAY: "jour",
        By.TOPIC: "sujet",
        By.SUBJECT: "sujet",
        By.KIND: "sorte",
        By.CUE: "verbe ou locution",
        By.RULE: "règle",
    },
    percent="{}\u202f%",
    count="citations",
    source="Source : {} ; citations relevées par le logiciel quotes",
    of="{} de {}",
    last_joint=" et ",
    quoted="« {} »",
    joint=" ; ",
    thousands="\u202f",
    point=",",
    locale="fr-FR",
)

WORDS = {Language.ENGLISH: ENGLISH, Language.FRENCH: FRENCH}
