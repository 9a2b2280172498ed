"""Every lexicon file is what its comment lines say: columns, order, no doubles, enough entries."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

import quotes.lexicon
from quotes.folding import fold
from quotes.lexicon import rows, words

FOLDER = Path(quotes.lexicon.__file__).parent

#: file, columns, fewest entries, allowed values of the closed columns (by column)
FILES = [
    ("abbreviations.txt", 1, 150, {}),
    ("approximators.txt", 1, 4, {}),
    ("asked_nouns.txt", 1, 15, {}),
    ("attending_roles.txt", 1, 50, {}),
    ("auxiliaries.tsv", 4, 80, {1: {"être", "avoir"}}),
    ("before_infinitives.txt", 1, 13, {}),
    ("before_que.txt", 1, 15, {}),
    ("beside_other_times.txt", 1, 9, {}),
    ("boilerplate.tsv", 2, 100, {1: {"whole", "begins", "share"}}),
    ("civil_titles.txt", 1, 10, {}),
    ("copulas.txt", 1, 30, {}),
    ("crowd_participles.txt", 1, 25, {}),
    ("cue_forms.tsv", 4, 15_000, {2: {"pres", "impf", "past", "fut", "cond", "subj", "pp", "ger", "inf"}}),
    ("cue_nouns.tsv", 2, 200, {1: {"m", "f"}}),
    (
        "cue_verbs.tsv",
        4,
        700,
        {2: {"say", "write", "think", "react", "judge", "call", "ask"}, 3: {"strong", "weak"}},
    ),
    ("company_nouns.txt", 1, 30, {}),
    ("continuing_verbs.txt", 1, 15, {}),
    ("date_turns.tsv", 2, 5, {1: {"-1", "0", "1"}}),
    ("day_parts.txt", 1, 15, {}),
    ("demonyms.tsv", 2, 300, {}),
    ("document_nouns.tsv", 3, 200, {1: {"m", "f"}, 2: {"s", "p"}}),
    (
        "field_names.tsv",
        3,
        100,
        {0: {"text", "title", "date", "outlet", "url", "author", "topics", "id"}, 2: {"1", "2", "3"}},
    ),
    ("dwelling_words.txt", 1, 20, {}),
    ("first_names.tsv", 2, 1500, {1: {"m", "f", "x"}}),
    ("group_nouns.tsv", 3, 300, {1: {"m", "f", "-"}, 2: {"s", "p"}}),
    ("gesture_verbs.txt", 1, 20, {}),
    ("intensifiers.txt", 1, 25, {}),
    ("irregular_participles.txt", 1, 60, {}),
    ("judged_people.txt", 1, 15, {}),
    ("judging_words.txt", 1, 500, {}),
    ("judging_words.txt", 1, 1500, {}),
    ("months.tsv", 2, 25, {1: {str(number) for number in range(1, 13)}}),
    ("name_articles.txt", 1, 9, {}),
    ("name_spellings.tsv", 3, 10, {2: {str(number) for number in range(10)}}),
    ("name_suffixes.tsv", 2, 8, {1: {"relative", "ordinal"}}),
    ("naming_cues.txt", 2, 200, {1: {"verb", "noun"}}),
    ("not_names.txt", 1, 400, {}),
    ("local_offices.txt", 1, 12, {}),
    ("located_nouns.txt", 1, 20, {}),
    ("many_adjectives.txt", 1, 4, {}),
    ("occasion_openers.txt", 1, 10, {}),
    ("offences.txt", 1, 150, {}),
    ("organisation_nouns.tsv", 3, 300, {1: {"m", "f", "-"}, 2: {"s", "p"}}),
    ("other_occasions.txt", 1, 20, {}),
    ("other_times.txt", 1, 25, {}),
    ("own_source_phrases.txt", 1, 50, {}),
    ("particles.txt", 1, 40, {}),
    ("people_for_things.txt", 1, 40, {}),
    ("period_openers.txt", 1, 15, {}),
    ("places.tsv", 3, 600, {1: {"country", "capital", "city", "region"}, 2: {"m", "f", "-"}}),
    ("seats_of_power.txt", 1, 10, {}),
    ("press_nouns.txt", 1, 8, {}),
    ("prosecution_words.txt", 1, 60, {}),
    (
        "relative_dates.tsv",
        4,
        40,
        {1: {"day", "week", "weekend", "month", "year"}, 3: {"now", "told"}},
    ),
    ("relations.txt", 1, 25, {}),
    ("reporting_adverbs.txt", 1, 200, {}),
    ("role_deeds.tsv", 2, 35, {}),
    ("roles.tsv", 2, 500, {}),
    ("saying_times.tsv", 2, 80, {1: {"noun", "participle"}}),
    ("season_openers.txt", 1, 8, {}),
    ("seconds.txt", 1, 20, {}),
    ("seeming_verbs.txt", 1, 3, {}),
    ("silent_documents.txt", 1, 40, {}),
    ("slogan_openers.txt", 1, 50, {}),
    ("small_numbers.tsv", 2, 15, {}),
    ("source_prepositions.txt", 2, 50, {1: {"strong", "weak"}}),
    ("stance_forms.txt", 1, 50, {}),
    ("thing_endings.txt", 1, 8, {}),
    ("thing_nouns.txt", 1, 1000, {}),
    ("time_units.tsv", 2, 6, {1: {"day", "week", "month", "year"}}),
    ("titles.tsv", 3, 60, {1: {"m", "f", "-"}, 2: {"s", "p"}}),
    ("undergone.tsv", 2, 70, {1: {"passive", "fate", "verb", "noun", "sought"}}),
    ("wording_nouns.tsv", 2, 20, {1: {"own", "usage"}}),
]
NAMES = [name for name, *_ in FILES]
#: files where the first column alone must not come twice
KEYED = [
    "abbreviations.txt", "cue_nouns.tsv", "cue_verbs.tsv", "first_names.tsv", "not_names.txt",
    "particles.txt", "places.tsv", "reporting_adverbs.txt", "slogan_openers.txt",
    "source_prepositions.txt", "titles.tsv", "wording_nouns.tsv",
]  # fmt: skip
FRAMES = {"incise", "que", "de", "a", "objet", "attribut", "colon"}


@pytest.mark.parametrize(("name", "columns", "fewest", "closed"), FILES, ids=NAMES)
def test_columns_and_values(name, columns, fewest, closed):
    entries = rows(name)
    assert len(entries) >= fewest
    assert [row for row in entries if len(row) != columns or not all(row)] == []
    for column, allowed in closed.items():
        assert {row[column] for row in entries} <= allowed


@pytest.mark.parametrize("name", NAMES)
def test_text_is_composed_utf8_with_a_header(name):
    text = (FOLDER / name).read_bytes().decode("utf-8")
    assert text.startswith("# ")
    assert text.endswith("\n")
    assert text == unicodedata.normalize("NFC", text)
    assert re.findall(r"^\s*\n|^ | $|\r|\t | \t", text, flags=re.MULTILINE) == []


@pytest.mark.parametrize("name", NAMES)
def test_entries_are_sorted_without_accents_and_come_once(name):
    entries = rows(name)
    assert entries == sorted(entries, key=lambda row: ([fold(cell) for cell in row], row))
    assert len(set(entries)) == len(entries)


@pytest.mark.parametrize("name", KEYED)
def test_first_column_comes_once(name):
    keys = [row[0] for row in rows(name)]
    assert len(set(keys)) == len(keys)


def test_frames_of_the_verbs_are_known():
    for lemma, frames, *_ in rows("cue_verbs.tsv"):
        assert set(frames.split(",")) <= FRAMES, lemma


@pytest.mark.parametrize(
    ("name", "some"),
    [
        (
            "cue_verbs.tsv",
            "déclarer|s'agacer|renchérir|faire valoir|se féliciter|mettre en garde|tweeter|qualifier",
        ),
        (
            "source_prepositions.txt",
            "selon|d'après|pour|aux yeux de|de l'avis de|aux dires de|dans les mots de",
        ),
        (
            "roles.tsv",
            "président|secrétaire|député|procureur|entraîneur|pape|premier ministre|vice-président",
        ),
        ("titles.tsv", "m.|mm.|mme|me|dr|mgr|monsieur"),
        ("first_names.tsv", "camille|jean-pierre|lloyd|fatima|svetlana|kwame"),
        ("organisation_nouns.tsv", "gouvernement|pentagone|élysée|maison-blanche|quai d'orsay|police"),
        ("places.tsv", "séoul|washington|moscou|québec|wallonie|vaud|états-unis"),
        ("reporting_adverbs.txt", "également|d'abord|à nouveau|pour sa part|mercredi"),
        ("relative_dates.tsv", "hier|la veille|l'avant-veille|avant-hier|le lendemain|la semaine dernière"),
        ("naming_cues.txt", "baptisé|dit|surnommé|intitulé|mouvement|opération|syndrome"),
    ],
)
def test_words_one_expects(name, some):
    assert set(some.split("|")) <= words(name)


def test_countries_are_all_there():
    assert sum(kind == "country" for _, kind, _ in rows("places.tsv")) >= 195


def test_every_list_is_read_by_the_program():
    package = FOLDER.parent
    sources = [*package.rglob("*.py"), *(package.parent / "scripts").glob("*.py")]
    code = "".join(path.read_text(encoding="utf-8") for path in sources)
    assert [path.name for path in FOLDER.glob("*.t*") if f'"{path.name}"' not in code] == []
