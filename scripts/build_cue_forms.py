"""Conjugates the verbs of the lexicon: writes `cue_forms.tsv`, `auxiliaries.tsv` and `common_forms.txt`.

Run it after a change to `cue_verbs.tsv` or `common_verbs.txt`: python scripts/build_cue_forms.py
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from quotes.folding import fold  # noqa: E402
from quotes.lexicon import rows  # noqa: E402

COMMON_HEADER = "# Third persons of common_verbs.txt; written by scripts/build_cue_forms.py, do not edit.\n"
PERSONS = ("1s", "2s", "3s", "1p", "2p", "3p")
AGREEMENTS = ("ms", "fs", "mp", "fp")

#: The endings of the simple past, by the vowel that carries them.
PAST = {
    "a": ("ai", "as", "a", "âmes", "âtes", "èrent"),
    "i": ("is", "is", "it", "îmes", "îtes", "irent"),
    "ï": ("ïs", "ïs", "ït", "ïmes", "ïtes", "ïrent"),
    "u": ("us", "us", "ut", "ûmes", "ûtes", "urent"),
    "in": ("ins", "ins", "int", "înmes", "întes", "inrent"),
}
FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
IMPERFECT = ("ais", "ais", "ait", "ions", "iez", "aient")

#: Verbs in -eler and -eter that double the consonant; the others take è.
DOUBLING = {
    "appeler", "rappeler", "épeler", "interpeler", "jeter", "rejeter", "projeter", "ruisseler",
    "étinceler", "renouveler", "feuilleter", "chanceler", "ensorceler", "museler", "étiqueter",
}  # fmt: skip

#: Irregular verbs: the six present forms; simple past (stem and vowel); stem of the
#: future; past participle. A longer verb ending in one of them follows it (redire, dire).
IRREGULAR = {
    "aller": "vais vas va allons allez vont; all a; ir; allé",
    "envoyer": "envoie envoies envoie envoyons envoyez envoient; envoy a; enverr; envoyé",
    "dire": "dis dis dit disons dites disent; d i; dir; dit",
    "maudire": "maudis maudis maudit maudissons maudissez maudissent; maud i; maudir; maudit",
    "faire": "fais fais fait faisons faites font; f i; fer; fait",
    "taire": "tais tais tait taisons taisez taisent; t u; tair; tu",
    "plaire": "plais plais plaît plaisons plaisez plaisent; pl u; plair; plu",
    "lire": "lis lis lit lisons lisez lisent; l u; lir; lu",
    "rire": "ris ris rit rions riez rient; r i; rir; ri",
    "crire": "cris cris crit crivons crivez crivent; criv i; crir; crit",
    "suffire": "suffis suffis suffit suffisons suffisez suffisent; suff i; suffir; suffi",
    "voir": "vois vois voit voyons voyez voient; v i; verr; vu",
    "prévoir": "prévois prévois prévoit prévoyons prévoyez prévoient; prév i; prévoir; prévu",
    "cevoir": "çois çois çoit cevons cevez çoivent; ç u; cevr; çu",
    "devoir": "dois dois doit devons devez doivent; d u; devr; dû",
    "savoir": "sais sais sait savons savez savent; s u; saur; su",
    "pouvoir": "peux peux peut pouvons pouvez peuvent; p u; pourr; pu",
    "mouvoir": "meus meus meut mouvons mouvez meuvent; m u; mouvr; mu",
    "vouloir": "veux veux veut voulons voulez veulent; voul u; voudr; voulu",
    "valoir": "vaux vaux vaut valons valez valent; val u; vaudr; valu",
    "croire": "crois crois croit croyons croyez croient; cr u; croir; cru",
    "boire": "bois bois boit buvons buvez boivent; b u; boir; bu",
    "clore": "clos clos clôt closons closez closent; clos i; clor; clos",
    "mettre": "mets mets met mettons mettez mettent; m i; mettr; mis",
    "battre": "bats bats bat battons battez battent; batt i; battr; battu",
    "naître": "nais nais naît naissons naissez naissent; naqu i; naîtr; né",
    "connaître": "connais connais connaît connaissons connaissez connaissent; conn u; connaîtr; connu",
    "paraître": "parais parais paraît paraissons paraissez paraissent; par u; paraîtr; paru",
    "prendre": "prends prends prend prenons prenez prennent; pr i; prendr; pris",
    "tenir": "tiens tiens tient tenons tenez tiennent; t in; tiendr; tenu",
    "venir": "viens viens vient venons venez viennent; v in; viendr; venu",
    "courir": "cours cours court courons courez courent; cour u; courr; couru",
    "mourir": "meurs meurs meurt mourons mourez meurent; mour u; mourr; mort",
    "quérir": "quiers quiers quiert quérons quérez quièrent; qu i; querr; quis",
    "couvrir": "couvre couvres couvre couvrons couvrez couvrent; couvr i; couvrir; couvert",
    "ouvrir": "ouvre ouvres ouvre ouvrons ouvrez ouvrent; ouvr i; ouvrir; ouvert",
    "offrir": "offre offres offre offrons offrez offrent; offr i; offrir; offert",
    "souffrir": "souffre souffres souffre souffrons souffrez souffrent; souffr i; souffrir; souffert",
    "cueillir": "cueille cueilles cueille cueillons cueillez cueillent; cueill i; cueiller; cueilli",
    "faillir": "faille failles faille faillons faillez faillent; faill i; faillir; failli",
    "saillir": "saille sailles saille saillons saillez saillent; saill i; saillir; sailli",
    "bouillir": "bous bous bout bouillons bouillez bouillent; bouill i; bouillir; bouilli",
    "sentir": "sens sens sent sentons sentez sentent; sent i; sentir; senti",
    "mentir": "mens mens ment mentons mentez mentent; ment i; mentir; menti",
    "repentir": "repens repens repent repentons repentez repentent; repent i; repentir; repenti",
    "partir": "pars pars part partons partez partent; part i; partir; parti",
    "sortir": "sors sors sort sortons sortez sortent; sort i; sortir; sorti",
    "servir": "sers sers sert servons servez servent; serv i; servir; servi",
    "dormir": "dors dors dort dormons dormez dorment; dorm i; dormir; dormi",
    "fuir": "fuis fuis fuit fuyons fuyez fuient; fu i; fuir; fui",
    "haïr": "hais hais hait haïssons haïssez haïssent; ha ï; haïr; haï",
    "vivre": "vis vis vit vivons vivez vivent; véc u; vivr; vécu",
    "suivre": "suis suis suit suivons suivez suivent; suiv i; suivr; suivi",
    "vaincre": "vaincs vaincs vainc vainquons vainquez vainquent; vainqu i; vaincr; vaincu",
    "clure": "clus clus clut cluons cluez cluent; cl u; clur; clu",
    "inclure": "inclus inclus inclut incluons incluez incluent; incl u; inclur; inclus",
    "absoudre": "absous absous absout absolvons absolvez absolvent; absol u; absoudr; absous",
    "être": "suis es est sommes êtes sont; f u; ser; été",
    "avoir": "ai as a avons avez ont; e u; aur; eu",
}  # fmt: skip

#: Verbs that only look like one of the irregular verbs above.
REGULAR = {"répartir", "impartir", "asservir", "assortir"}

#: Present subjunctives that do not follow from the present indicative.
SUBJUNCTIVE = {
    "être": "sois sois soit soyons soyez soient",
    "avoir": "aie aies ait ayons ayez aient",
    "aller": "aille ailles aille allions alliez aillent",
    "faire": "fasse fasses fasse fassions fassiez fassent",
    "savoir": "sache saches sache sachions sachiez sachent",
    "pouvoir": "puisse puisses puisse puissions puissiez puissent",
    "vouloir": "veuille veuilles veuille voulions vouliez veuillent",
    "valoir": "vaille vailles vaille valions valiez vaillent",
}
#: Present participles that do not follow from *nous …ons*.
GERUND = {"être": "étant", "avoir": "ayant", "savoir": "sachant"}


@dataclass(frozen=True, slots=True)
class Principal:
    """The principal parts of a verb, from which all its forms follow."""

    infinitive: str
    present: tuple[str, ...]
    past: tuple[str, ...]
    future: str
    participle: str
    subjunctive: tuple[str, ...] | None = None
    gerund: str | None = None


Form = tuple[str, str, str]  # form, tense, person


def principal_parts(verb: str) -> Principal:
    """The principal parts of `verb`, an infinitive without clitics."""
    model = irregular_model(verb)
    if model:
        return irregular(verb, model)
    if verb.endswith("er"):
        return first_group(verb)
    if re.search("(ai|ei|oi)ndre$", verb):
        return in_indre(verb)
    if verb.endswith("uire"):
        return in_uire(verb)
    if verb.endswith("ir"):
        return second_group(verb)
    if verb.endswith("re"):
        return third_group(verb)
    raise ValueError(f"{verb}: not an infinitive; put the head verb first in cue_verbs.tsv")


def irregular_model(verb: str) -> str | None:
    """The irregular verb that `verb` follows: the longest one that ends it."""
    if verb in REGULAR:
        return None
    # être, avoir and aller rule no longer verb (installer, paraître, savoir have their own)
    whole = {"être", "avoir", "aller"}
    models = [m for m in IRREGULAR if verb == m or (verb.endswith(m) and m not in whole)]
    return max(models, key=len, default=None)


def irregular(verb: str, model: str) -> Principal:
    """The parts of `verb`, which is `model` behind a prefix."""
    prefix = verb.removesuffix(model)
    present, past, future, participle = IRREGULAR[model].split("; ")
    forms = [prefix + form for form in present.split()]
    if model == "dire" and prefix not in ("", "re"):
        forms[4] = prefix + "disez"
    stem, vowel = past.split()
    subjunctive = SUBJUNCTIVE.get(model)
    gerund = GERUND.get(model)
    return Principal(
        verb,
        tuple(forms),
        tuple(prefix + stem + ending for ending in PAST[vowel]),
        prefix + future,
        prefix + participle,
        tuple(prefix + form for form in subjunctive.split()) if subjunctive else None,
        prefix + gerund if gerund else None,
    )


def first_group(verb: str) -> Principal:
    """Regular -er, with the spellings of -cer, -ger, -yer, -eler, -eter and é…er."""
    stem = verb[:-2]
    mute = mute_stem(verb)  # before an e that is not heard: il appell-e
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)  # before a and o: plaç-a
    present = (mute + "e", mute + "es", mute + "e", soft + "ons", stem + "ez", mute + "ent")
    past = tuple((stem if ending == "èrent" else soft) + ending for ending in PAST["a"])
    # an é stays in the future: il répétera
    future = verb if re.search(r"é[^aeiouy]+u?er$", verb) else mute + "er"
    return Principal(verb, present, past, future, stem + "é")


def mute_stem(verb: str) -> str:
    """The stem of an -er verb before a mute e."""
    stem = verb[:-2]
    if verb in DOUBLING:
        return stem + stem[-1]
    if verb.endswith(("oyer", "uyer", "ayer")):
        return stem[:-1] + "i"
    accented = re.fullmatch(r"(.*[^aeioué]|)e([bcdfghjklmnpqrstvz])", stem)
    if accented:
        return f"{accented[1]}è{accented[2]}"
    closed = re.fullmatch(r"(.*)é([bcdfghjklmnpqrstvz]|[bcdfgptv][lr]|gn|ch|[gq]u)", stem)
    return f"{closed[1]}è{closed[2]}" if closed else stem


def second_group(verb: str) -> Principal:
    """Regular -ir: finir, finissons."""
    stem = verb[:-1]
    present = tuple(stem + ending for ending in ("s", "s", "t", "ssons", "ssez", "ssent"))
    return Principal(verb, present, tuple(verb[:-2] + e for e in PAST["i"]), verb, stem)


def third_group(verb: str) -> Principal:
    """Regular -re: répondre, perdre, rompre."""
    stem = verb[:-2]
    third = stem + "t" if stem.endswith("p") else stem
    present = (stem + "s", stem + "s", third, stem + "ons", stem + "ez", stem + "ent")
    return Principal(verb, present, tuple(stem + e for e in PAST["i"]), verb[:-1], stem + "u")


def in_indre(verb: str) -> Principal:
    """Verbs in -aindre, -eindre, -oindre: il craint, ils craignent."""
    short, long = verb[:-3], verb[:-4] + "gn"
    present = (short + "s", short + "s", short + "t", long + "ons", long + "ez", long + "ent")
    return Principal(verb, present, tuple(long + e for e in PAST["i"]), verb[:-1], short + "t")


def in_uire(verb: str) -> Principal:
    """Verbs in -uire: il produit, ils produisent."""
    short, long = verb[:-2], verb[:-2] + "s"
    present = (short + "s", short + "s", short + "t", long + "ons", long + "ez", long + "ent")
    return Principal(verb, present, tuple(long + e for e in PAST["i"]), verb[:-1], short + "t")


def conjugate(verb: str) -> list[Form]:
    """All the forms of `verb`: (form, tense, person)."""
    parts = principal_parts(verb)
    forms = [(verb, "inf", "-")]
    forms += tensed("pres", parts.present)
    forms += tensed("past", parts.past)
    forms += tensed("fut", [parts.future + ending for ending in FUTURE])
    forms += tensed("cond", [parts.future + ending for ending in IMPERFECT])
    forms += tensed("impf", imperfect(parts))
    forms += tensed("subj", parts.subjunctive or subjunctive(parts))
    forms += participles(parts.participle)
    forms.append((parts.gerund or parts.present[3].removesuffix("ons") + "ant", "ger", "-"))
    return list(dict.fromkeys(with_variants(verb, forms)))


def tensed(tense: str, forms: list[str] | tuple[str, ...]) -> list[Form]:
    return [(form, tense, person) for form, person in zip(forms, PERSONS, strict=True)]


def imperfect(parts: Principal) -> list[str]:
    """The imperfect, from *nous …ons*; je plaçais but nous placions."""
    if parts.infinitive == "être":
        return ["ét" + ending for ending in IMPERFECT]
    stem = parts.present[3].removesuffix("ons")
    before_i = parts.infinitive[:-2] if parts.infinitive.endswith(("cer", "ger")) else stem
    return [(before_i if ending in ("ions", "iez") else stem) + ending for ending in IMPERFECT]


def subjunctive(parts: Principal) -> list[str]:
    """The present subjunctive, from *ils …ent* and, for nous and vous, the imperfect."""
    stem = parts.present[5].removesuffix("ent")
    ours = imperfect(parts)
    return [stem + "e", stem + "es", stem + "e", ours[3], ours[4], stem + "ent"]


def participles(participle: str) -> list[Form]:
    """The four agreements of a past participle: dit, dite, dits, dites; mis, mise, mis, mises."""
    base = {"dû": "du", "absous": "absout"}.get(participle, participle)
    plural = participle if participle.endswith("s") else base + "s"
    forms = (participle, base + "e", plural, base + "es")
    return [(form, "pp", agreement) for form, agreement in zip(forms, AGREEMENTS, strict=True)]


def with_variants(verb: str, forms: list[Form]) -> Iterator[Form]:
    """`forms` and their other accepted spellings: il paye, il reconnait, il répètera."""
    closed = re.search(r"é([^aeiouy]+u?)er$", verb)
    for form, tense, person in forms:
        yield form, tense, person
        if verb.endswith("aître") and "aît" in form:
            yield form.replace("aît", "ait"), tense, person
        if verb.endswith("ayer") and re.search(r"ai(e|es|ent|er\w+)$", form):
            yield re.sub(r"ai(e|es|ent|er\w+)$", r"ay\1", form), tense, person
        if closed and tense in ("fut", "cond"):
            # only the é of the last syllable of the stem opens
            head, tail = form[: closed.start()], form[closed.start() + 1 :]
            yield head + "è" + tail, tense, person


def head_verb(lemma: str) -> str:
    """The verb that inflects in a phrase: `s'en prendre` → prendre, `faire valoir` → faire."""
    return re.sub(r"^(ne pas )?(se |s')?(y |en |s'en )?", "", lemma).split(" ")[0]


def cue_forms() -> list[tuple[str, str, str, str]]:
    """(form, head verb, tense, person) of the verbs that inflect in `cue_verbs.tsv`, as reports use them.

    First and second persons are left out: who reports is spoken of in the third.
    """
    heads = {head_verb(lemma) for lemma, *_ in rows("cue_verbs.tsv")}
    built = [
        (form, head, tense, person)
        for head in heads
        for form, tense, person in conjugate(head)
        if person[0] not in "12"
    ]
    return ordered(built)


def auxiliary_forms() -> list[tuple[str, str, str, str]]:
    """(form, lemma, tense, person) of être and avoir."""
    return ordered([(form, verb, t, p) for verb in ("avoir", "être") for form, t, p in conjugate(verb)])


def common_forms() -> list[str]:
    """Third persons of the frequent verbs that report nothing, without those of reporting verbs."""
    own = {form for form, *_ in cue_forms()}
    forms = {
        form
        for (lemma,) in rows("common_verbs.txt")
        for form, tense, person in conjugate(lemma)
        if person in ("3s", "3p") and tense != "subj"
    }
    return sorted(forms - own, key=lambda form: (fold(form), form))


def ordered(entries: list[tuple[str, str, str, str]]) -> list[tuple[str, str, str, str]]:
    return sorted(set(entries), key=lambda row: ([fold(cell) for cell in row], row))


def render(title: str, entries: list[tuple[str, str, str, str]]) -> str:
    """The text of a lexicon file with its comment lines."""
    header = f"# {title}; written by scripts/build_cue_forms.py, do not edit.\n# form\tlemma\ttense\tperson\n"
    return header + "".join("\t".join(entry) + "\n" for entry in entries)


def files() -> dict[str, str]:
    """What the script writes: file name → text."""
    return {
        "cue_forms.tsv": render("Inflected head verbs of the reporting verbs and phrases", cue_forms()),
        "auxiliaries.tsv": render("All forms of the auxiliaries", auxiliary_forms()),
        "common_forms.txt": COMMON_HEADER + "".join(form + "\n" for form in common_forms()),
    }


def main() -> None:
    for name, text in files().items():
        (ROOT / "quotes" / "lexicon" / name).write_text(text, encoding="utf-8")
        print(f"{name}: {text.count(chr(10)) - 2} forms")


if __name__ == "__main__":
    main()
