"""The lexicon of subjects: every subject has its file, every term its weight, and no name of the news."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

import quotes.lexicon
from quotes.folding import fold, fold_name
from quotes.lexicon import rows
from quotes.topics.stems import stem, stems
from quotes.topics.subjects import subjects

FOLDER = Path(quotes.lexicon.__file__).parent
FILES = [subject.file for subject in subjects().values()]
SORTED = [
    *FILES,
    "subject_idioms.txt",
    "url_sections.tsv",
    "word_endings.tsv",
    "adjective_endings.txt",
    "empty_nouns.txt",
]
TOP = 17


def test_the_top_subjects_are_all_there():
    codes = [code for code, subject in subjects().items() if subject.broader is None]
    assert codes == [f"medtop:{number:02}000000" for number in range(1, TOP + 1)]


def test_narrower_subjects_have_a_broader_one():
    for subject in subjects().values():
        assert subject.broader is None or subjects()[subject.broader].broader is None


def test_every_file_of_terms_is_of_a_subject():
    assert sorted(FILES) == sorted(f"subjects/{path.name}" for path in (FOLDER / "subjects").iterdir())


@pytest.mark.parametrize("file", FILES)
def test_terms_and_weights(file):
    entries = rows(file)
    assert len(entries) >= 40
    assert {len(row) for row in entries} == {2}
    assert {weight for _, weight in entries} <= {"1", "2", "3"}
    assert all(stems(term) for term, _ in entries)
    assert len({term for term, _ in entries}) == len(entries)


def test_there_are_several_thousand_terms():
    assert sum(len(rows(file)) for file in FILES) > 5000


@pytest.mark.parametrize("file", SORTED)
def test_files_are_sorted_composed_and_headed(file):
    text = (FOLDER / file).read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert text == unicodedata.normalize("NFC", text)
    assert re.findall(r"^\s*\n|^ | $|\r|\t | \t", text, flags=re.MULTILINE) == []
    entries = rows(file)
    assert entries == sorted(entries, key=lambda row: ([fold(cell) for cell in row], row))
    assert len(set(entries)) == len(entries)


def test_sections_are_folded_and_name_subjects():
    for segment, _, code in rows("url_sections.tsv"):
        assert segment == fold_name(segment)
        assert code == "-" or f"medtop:{code}" in subjects()


def test_no_common_word_of_grammar_is_a_term():
    grammar = {stem(word) for word, _ in rows("function_words.tsv") if word.isalpha()}
    grammar |= {stem(word) for word in ("moins", "plus", "très", "bien", "ans", "année", "guère")}
    terms = {" ".join(stems(term)) for file in FILES for term, _ in rows(file)}
    assert terms & grammar == set()


@pytest.mark.parametrize("file", FILES)
def test_a_term_has_one_line_whatever_its_inflection(file):
    keys = [" ".join(stems(term)) for term, _ in rows(file)]
    assert sorted(key for key in set(keys) if keys.count(key) > 1) == []
