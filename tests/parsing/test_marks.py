"""Which stretches of a text stand between quote marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.parsing.marks import find_marked


def inner(text: str) -> list[str]:
    return [text[m.start : m.end] for m in find_marked(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il dit «oui» puis se tait.", ["oui"]),
        ("Il dit « oui » puis se tait.", ["oui"]),
        ("Il dit «\u00a0oui\u00a0» puis se tait.", ["oui"]),
        ("Il dit «\u202foui\u202f» puis se tait.", ["oui"]),
        ("Il dit “oui” puis se tait.", ["oui"]),
        ("Il dit „oui“ puis se tait.", ["oui"]),
        ('Il dit "oui" puis "non".', ["oui", "non"]),
        ('Il dit " oui " puis se tait.', ["oui"]),
        ("Il dit <<oui>> puis se tait.", ["oui"]),
        ("Il crie l'«urgence» du moment.", ["urgence"]),
        ('Elle parle d\'"urgence" partout.', ["urgence"]),
        ("Il dit ''oui'' puis ''non''.", ["oui", "non"]),
        ("Il dit ‘‘oui'' puis ‘‘non’’.", ["oui", "non"]),
        ("L'élu n'a pas d'avis : ''C'est l'usage d'ici''.", ["C'est l'usage d'ici"]),
    ],
)
def test_every_convention(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Il m'a dit “non” hier »", ["Il m'a dit “non” hier", "non"]),
        ("« Le mot « assez » revient »", ["Le mot « assez » revient", "assez"]),
        ('« Le mot "assez" revient »', ['Le mot "assez" revient', "assez"]),
    ],
)
def test_marks_inside_marks(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Nous irons jusqu'au bout.\nLe soleil brille.", ["Nous irons jusqu'au bout"]),
        ("“ Nous irons jusqu'au bout », dit-elle.", ["Nous irons jusqu'au bout"]),
        ("« Nous irons jusqu'au bout”, dit-elle.", ["Nous irons jusqu'au bout"]),
        ("Une stratégie d'» ouverture » assumée.", ["ouverture"]),
        ("«\n“ Nous irons, dit-elle.", ["Nous irons, dit-elle"]),
        ("» LIRE AUSSI - Notre dossier\nIl dit « oui ».", ["oui"]),
        # nothing opened it: it begins with its sentence
        (
            "La halle ferme. Nous n'avons plus un client », soupire la gérante. Elle part.",
            ["Nous n'avons plus un client"],
        ),
        (
            "Il dit « oui ». Nous n'avons plus un client», soupire-t-il.",
            ["oui", "Nous n'avons plus un client"],
        ),
        ("La gérante, connue de tous», parle d'un « deuil ».", ["deuil"]),
        ("Il dit « non » aux marins du port», ajoute-t-elle.", ["non"]),
        # it swallows none of the quotations behind it
        (
            "Elle juge « la mer trop haute. Lui parle d'un « beau jour », puis d'une « accalmie ».",
            ["la mer trop haute", "beau jour", "accalmie"],
        ),
        (
            "Elle dit « la mer trop haute, lui parle d'un « beau jour », puis d'une « accalmie ».",
            ["la mer trop haute, lui parle d'un", "beau jour", "accalmie"],
        ),
        ("Il parle « d'un « beau jour » et d'une « accalmie ».", ["beau jour", "accalmie"]),
        (
            "« La mer monte et mon « beau jour » finit. Il faut partir.",
            ["La mer monte et mon « beau jour » finit", "beau jour"],
        ),
        ('« Il faut venir vite. On attend" a-t-il dit. Il part.', ["Il faut venir vite. On attend"]),
        ('« On attend", a-t-elle dit. « Oui », dit-il.', ["On attend", "Oui"]),
        ('« Un "oui", a-t-elle dit. » Il part.', ['Un "oui", a-t-elle dit.', "oui"]),
        ('« Un écran de 27" suffit », a-t-elle dit.', ['Un écran de 27" suffit']),
        ('« La mer monte", prévient-elle.', ["La mer monte"]),
        ('« La mer monte". Il part.', ["La mer monte"]),
        ('« Il faut un écran de 27". Il part.', ['Il faut un écran de 27"']),
        ('« On coule. La digue, dit un marin" breton, cède.', ["On coule"]),
        ("« On attend« , ajoute-t-il. Il part. « Oui », dit-elle.", ["On attend", "Oui"]),
        ("« Le mot« oui » suffit », ajoute-t-il.", ["Le mot« oui » suffit", "oui"]),
    ],
)
def test_a_mark_missing_or_mismatched(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize("mark", ["«", "»"])
@pytest.mark.parametrize("paragraphs", [2, 3, 6])
def test_a_quotation_reopened_at_each_paragraph_is_one(mark: str, paragraphs: int) -> None:
    said = f"\n{mark} ".join(["La mer monte."] * paragraphs)
    assert inner(f"« {said} »\nAinsi parla Jeanne.") == [said]


def test_a_quotation_reopened_and_never_closed_ends_with_its_last_sentence() -> None:
    text = "« La mer monte.\n« Il faut partir. Ainsi parla Jeanne.\nLe soleil brille."
    assert inner(text) == ["La mer monte.\n« Il faut partir"]


def test_quotations_that_each_fill_a_paragraph_are_several() -> None:
    assert inner("« La mer monte. »\n« Il faut partir. »") == ["La mer monte.", "Il faut partir."]


@pytest.mark.parametrize(
    "text",
    ['Un écran de 40" au mur.', "Rock 'n' roll et pommes d'api.", "« »", "«»", '""', ""],
)
def test_no_quotation(text: str) -> None:
    assert inner(text) == []


marks_and_words = st.lists(
    st.sampled_from(
        ["«", "»", "“", "”", "„", '"', "<<", ">>", " ", "\u00a0", "\n", "mot", "Il", ",", ".", "l'"]
    ),
    max_size=60,
).map("".join)


@given(marks_and_words | st.text(max_size=80))
def test_spans_are_true_trimmed_and_nested_or_disjoint(text: str) -> None:
    found = find_marked(text)
    for span in found:
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end]
    for a in found:
        for b in found:
            apart = a.end <= b.start or b.end <= a.start
            within = (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)
            assert apart or within
