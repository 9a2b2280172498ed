"""Databases of any size to ask questions of: made up, skewed as the news is, the same from the same seed.

What counts for a question is how often things are met, so that is what is made as the news has it: a few
speakers have thousands of quotations and most have few, words follow Zipf's law, three marks in ten carry
nobody's words, an article has a dozen topics. The sentences mean nothing, and nothing is parsed.

Everything is stored by `Database.save_all`, as `quotes ingest` does it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from pathlib import Path

from quotes.model import (
    Article,
    Cue,
    Kind,
    Mention,
    Quotation,
    Scheme,
    Span,
    Speaker,
    SpeakerKind,
    Topic,
    Topics,
)
from quotes.storage import Database, Saving

_PARSER = "made up"
_SEED = 20240610
#: articles stored in one transaction
_TOGETHER = 500
#: quotations of an article, terms aside; and terms for each of them
_QUOTATIONS, _TERMS = 10, 0.43
#: characters of an article, about
_LONG = 3500
#: how often a speaker is one never heard of before: the rest is drawn from those heard, as often as heard
_NEW_SPEAKER = 0.3
#: how often a keyword is one never met before
_NEW_KEYWORD = 0.35


def _listed(words: str) -> tuple[str, ...]:
    """The words of a list, between bars or spaces."""
    return tuple(words.split("|" if "|" in words else None))


_FUNCTION_WORDS = _listed(
    "de la le et les des à en un du une est que pour dans qui il pas sur au ce plus par nous a ne se avec "
    "cette on sont ont mais ou elle leur fait tout être aux son comme"
)
_CONTENT_WORDS = _listed(
    "pays gouvernement prix année hausse ministre ville école travail eau énergie guerre président vie "
    "enfants loi santé avenir maire projet équipe monde climat entreprise hôpital marché argent match "
    "sécurité europe agriculteurs logement police budget région lait grève transports forêt retraites "
    "impôts musée rivière usine chômage glacier quartier récolte sécheresse vaccin élection frontière"
)
#: of these other words and names are made
_SYLLABLES = _listed(
    "ba ber bou cal car chan cor dan del dor fal fer gar gon lam lar lin mar mel mon nor pal per ral ran rin "
    "sal ser tar ter ton val ver vil"
)
_ENDINGS = _listed(
    "ade age aire ance ement erie esse ette eur ier ible ique isme ité oire tion ure ont ait é"
)
_FIRST_NAMES = _listed(
    "Anne Paul Jeanne Lucie Karim Élodie Hélène Marc Sofia Hugo Inès Léa Yanis Claire Omar Nadia Rémi Zoé "
    "Benoît Fatou Gilles Maud Noé Sarah"
)
_CUES = _listed(
    "a déclaré|explique|a dit|a-t-il ajouté|selon|affirme|a indiqué|estime|assure|raconte|précise|souligne|"
    "a affirmé|confie|regrette|a-t-elle expliqué|d'après|rappelle|insiste|s'inquiète|reconnaît|a répondu|"
    "lance|conclut|martèle|se réjouit|déplore|tranche|soupire|promet"
)
_RULES = (
    ("inverted-cue-after", 0.93), ("cue-before", 0.82), ("clitic-after", 0.86), ("same-speaker", 0.59),
    ("cue-governs", 0.87), ("subject-of-sentence", 0.53), ("speaks-next", 0.36),
    ("source-preposition", 0.84), ("incise-before", 0.94), ("source-beside", 0.91),
)  # fmt: skip
_ROLES = _listed(
    "ministre de l'Agriculture|maire de la commune|porte-parole du syndicat|directrice de l'hôpital|"
    "professeur d'histoire|secrétaire général|habitante du quartier|entraîneur|députée|procureur"
)
_OUTLETS = tuple(
    f"{kind} {of}"
    for of in _listed(
        "de l'Ouest|du Rhône|des Vallons|de Lorraine|du Midi|d'Armor|du Jura|de Wallonie|du Léman|des Landes|"
        "du Nord|de Provence"
    )
    for kind in ("Le Courrier", "La Gazette", "L'Écho", "Le Quotidien", "La Voix")
)
_SUBJECTS = (
    ("04000000", "Économie et finances"), ("11000000", "Politique"), ("15000000", "Sport"),
    ("02000000", "Criminalité, droit et justice"), ("07000000", "Santé"), ("05000000", "Éducation"),
    ("06000000", "Environnement"), ("01000000", "Arts, culture, divertissement"), ("14000000", "Société"),
    ("16000000", "Conflits, guerre et paix"), ("13000000", "Science et technologie"), ("17000000", "Météo"),
)  # fmt: skip


class Zipf:
    """Draws from things, the first the most often: the n-th one in proportion to 1 / (n + 2.7)."""

    def __init__(self, things: Sequence[str], rng: random.Random) -> None:
        self._things = things
        self._weights = list(accumulate(1 / (place + 2.7) for place in range(1, len(things) + 1)))
        self._rng = rng

    def some(self, number: int) -> list[str]:
        """So many of them, the same more than once."""
        return self._rng.choices(self._things, cum_weights=self._weights, k=number)


class Archive:
    """Articles without end, with what is quoted in them."""

    def __init__(self, seed: int = _SEED) -> None:
        self._rng = rng = random.Random(seed)
        others = sorted({a + b + end for a in _SYLLABLES for b in _SYLLABLES for end in _ENDINGS})
        rng.shuffle(others)
        self._words = Zipf([*_FUNCTION_WORDS, *_CONTENT_WORDS, *others], rng)
        self._outlets = Zipf(_OUTLETS, rng)
        self._cues = Zipf(_CUES, rng)
        self._declared = Zipf([f"{word} {other}" for word in _CONTENT_WORDS for other in others[:10]], rng)
        self._filler = [self._sentence(rng.randint(8, 30)) for _ in range(5000)]
        self._heard: list[Speaker] = []
        self._keywords: list[str] = []
        self._count = 0

    def savings(self) -> Iterator[Saving]:
        """What `Database.save_all` takes."""
        while True:
            yield self._saving()

    def _saving(self) -> Saving:
        rng, self._count = self._rng, self._count + 1
        quotations, parts, length = [], [], 0
        speakers = [self._speaker() for _ in range(rng.randint(2, 5))]
        for _ in range(rng.randint(1, 2 * _QUOTATIONS - 1)):
            for is_term in (False, *([True] if rng.random() < _TERMS else [])):
                sentence, its = self._quoting(length, rng.choice(speakers), is_term)
                parts.append(sentence)
                quotations.append(its)
                length += len(sentence)
        while length < _LONG:
            parts.append(f"{rng.choice(self._filler)}\n")
            length += len(parts[-1])
        text = "".join(parts)
        article = Article(
            text,
            title=" ".join(self._words.some(8)).capitalize(),
            date=self._date(),
            date_source="given",
            outlet=self._outlets.some(1)[0] if rng.random() < 0.97 else None,
            url=f"https://journal.example/{self._count}",
            author=f"{rng.choice(_FIRST_NAMES)} Martin",
        )
        about = self._topics()
        stories: tuple[tuple[Span, tuple[Topic, ...]], ...] = ()
        if rng.random() < 0.03:  # a page of several stories
            stories = ((Span(0, length // 3), self._topics()),)
        return Saving(article, quotations, _PARSER, Topics(about, stories))

    def _quoting(self, offset: int, who: Speaker, is_term: bool) -> tuple[str, Quotation]:
        """A sentence with a quotation in it, `offset` being where it begins."""
        rng = self._rng
        words = self._sentence(rng.randint(1, 3) if is_term else min(60, 3 + int(rng.expovariate(1 / 9))))
        start = offset + 2
        span = Span(start, start + len(words))
        if is_term:
            return f"« {words} »\n", Quotation(*_bounds(span), words, Kind.TERM)
        kind = Kind.DIRECT if rng.random() < 0.51 else Kind.PARTIAL
        if rng.random() < 0.02:
            return f"« {words} »\n", Quotation(*_bounds(span), words, kind)
        cue = self._cues.some(1)[0]
        rule, confidence = rng.choice(_RULES)
        mention = f"{who.role} {who.name}" if who.role else who.name
        cue_at = span.end + 4
        mention_at = cue_at + len(cue) + 1
        found = Quotation(
            *_bounds(span),
            words,
            kind,
            speaker=who,
            mention=Mention(Span(mention_at, mention_at + len(mention)), mention),
            cue=Cue(Span(cue_at, cue_at + len(cue)), cue) if rng.random() < 0.8 else None,
            rule=rule,
            confidence=confidence,
            said_on=self._date() if rng.random() < 0.09 else None,
        )
        return f"« {words} », {cue} {mention}.\n", found

    def _sentence(self, words: int) -> str:
        return " ".join(self._words.some(words)).capitalize()

    def _speaker(self) -> Speaker:
        """Somebody new, or somebody heard before, the likelier the more often."""
        rng = self._rng
        if self._heard and rng.random() > _NEW_SPEAKER:
            who = rng.choice(self._heard)
        else:
            kind = rng.choices(list(SpeakerKind), (52, 17, 26, 5))[0]
            last = "".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))).capitalize()
            role = rng.choice(_ROLES) if rng.random() < 0.7 else None
            aliases = (last,) if rng.random() < 0.2 else ()
            who = Speaker(f"{rng.choice(_FIRST_NAMES)} {last}", kind, role, aliases)
        self._heard.append(who)
        return who

    def _date(self) -> str | None:
        rng = self._rng
        year, month, day = rng.randint(2005, 2024), rng.randint(1, 12), rng.randint(1, 28)
        if (precision := rng.random()) < 0.02:
            return None if precision < 0.01 else f"{year}-{month:02}"
        return f"{year}-{month:02}-{day:02}"

    def _topics(self) -> tuple[Topic, ...]:
        rng = self._rng
        declared = [Topic(label) for label in dict.fromkeys(self._declared.some(rng.randint(0, 2)))]
        subjects = [
            Topic(label, Scheme.SUBJECT, f"medtop:{code}", score=0.5)
            for code, label in rng.sample(_SUBJECTS, rng.randint(1, 2))
        ]
        keywords = [Topic(self._keyword(), Scheme.KEYWORD, score=0.3) for _ in range(8)]
        return (*declared, *subjects, *keywords)

    def _keyword(self) -> str:
        if self._keywords and self._rng.random() > _NEW_KEYWORD:
            label = self._rng.choice(self._keywords)
        else:
            label = " ".join(self._words.some(2))
        self._keywords.append(label)
        return label


def _bounds(span: Span) -> tuple[int, int]:
    return span.start, span.end


def make(path: Path, quotations: int, *, seed: int = _SEED) -> int:
    """Have a database of about so many quotations, terms aside, at `path`; returns the articles' number."""
    articles = max(1, quotations // _QUOTATIONS)
    savings = islice(Archive(seed).savings(), articles)
    with Database.open(path, create=True) as database:
        while batch := list(islice(savings, _TOGETHER)):
            database.save_all(batch)
    return articles
