"""Annotation of the tool brat is read whatever its spelling, or refused with a line that says where."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.brat.standoff import stretches
from quotes.evaluation import GoldArticle, GoldError, LeftOut, read_brat
from quotes.model import Kind, Span

TEXT = (
    "Le maire de Blois, Pierre Roy, a répondu. « Nous irons », a-t-il dit. "
    "Selon la CGT, le plan est « une folie » et il faut partir.\n"
    "Il assure que le pont tiendra."
)


def at(words: str, text: str = TEXT) -> str:
    """The offsets of `words`, as brat writes them, and the words."""
    start = text.index(words)
    return f"{start} {start + len(words)}\t{words}"


def article(tmp_path: Path, *lines: str, text: str = TEXT, left_out: LeftOut | None = None) -> GoldArticle:
    (tmp_path / "a.txt").write_bytes(text.encode())
    (tmp_path / "a.ann").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (found,) = read_brat(tmp_path, left_out)
    return found


def quoted(found: GoldArticle) -> list[tuple[str, Kind, tuple[str, ...]]]:
    return [(found.text[one.start : one.end], one.kind, one.speakers) for one in found.quotations]


def test_relations_lead_to_who_said_it(tmp_path):
    found = article(
        tmp_path,
        f"T1\tDirect_Quotation {at('Nous irons')}",
        f"T2\tSource_pronoun {TEXT.index('-t-il') + 3} {TEXT.index('-t-il') + 5}\til",
        f"T3\tAgent {at('Le maire de Blois, Pierre Roy')}",
        f"T4\tCue {at('a-t-il dit')}",
        "R1\tQuoted_in Arg1:T2 Arg2:T1",
        "R2\tRefers Arg1:T2 Arg2:T3",
        "R3\tIndicates Arg1:T4 Arg2:T1",
    )
    (one,) = found.quotations
    assert one.speakers == ("Pierre Roy", "Le maire de Blois, Pierre Roy")
    assert (one.speaker_type, one.cue, one.mention) == ("person", "a-t-il dit", "il")


def test_a_note_says_it_better(tmp_path):
    found = article(
        tmp_path,
        f"T1\tDirect_Quotation {at('Nous irons')}",
        f"T2\tAgent {at('Le maire de Blois')}",
        "R1\tQuoted_in Arg1:T2 Arg2:T1",
        "#1\tAnnotatorNotes T2\tspeaker: Pierre Roy; Roy",
    )
    assert found.quotations[0].speakers == ("Pierre Roy", "Roy")


def test_other_notes_say_nothing(tmp_path):
    found = article(
        tmp_path, f"T1\tDirect_Quotation {at('Nous irons')}", "#1\tAnnotatorNotes T1\tà revoir avec Paul"
    )
    assert found.quotations[0].speakers == ()


@pytest.mark.parametrize("label", ["Mixed_Quotation", "mixed-quotation", "MixedQuotation", "Partial"])
def test_labels_are_read_in_any_spelling(tmp_path, label):
    found = article(
        tmp_path,
        f"T1\t{label} {at('une folie')}",
        f"T2\torganisation {at('la CGT')}",
        "R1\tquoted-in Arg1:T1 Arg2:T2",
    )
    assert quoted(found) == [("une folie", Kind.PARTIAL, ("la CGT",))]
    assert found.quotations[0].speaker_type == "organisation"


@pytest.mark.parametrize(
    ("label", "words", "found"),
    [
        ("Direct_Quotation", "« Nous irons »", [("Nous irons", Kind.DIRECT)]),
        ("Direct_Quotation", "« Nous irons », a-t-il dit.", [("Nous irons", Kind.DIRECT)]),
        ("Mixed_Quotation", "le plan est « une folie » et il faut partir", [("une folie", Kind.PARTIAL)]),
        ("Indirect_Quotation", "le plan est « une folie »", [("une folie", Kind.PARTIAL)]),
        ("Indirect_Quotation", "le pont tiendra", []),
        ("Direct_Quotation", "le pont tiendra", [("le pont tiendra", Kind.DIRECT)]),
        ("Term", "une folie", [("une folie", Kind.TERM)]),
    ],
)
def test_a_quotation_is_what_stands_between_marks(tmp_path, label, words, found):
    assert [(text, kind) for text, kind, _ in quoted(article(tmp_path, f"T1\t{label} {at(words)}"))] == found


def test_what_is_left_out_is_counted(tmp_path):
    left_out = LeftOut()
    article(
        tmp_path,
        f"T1\tIndirect_Quotation {at('le pont tiendra')}",
        f"T2\tLieu {at('Blois')}",
        "R1\tSitue Arg1:T2 Arg2:T1",
        left_out=left_out,
    )
    labels = "labels that mean nothing here: Lieu (1), Situe (1)"
    assert left_out.told() == f"left out: 1 indirect quotation without quote marks; {labels}"
    assert LeftOut().told() is None


def test_an_annotation_in_pieces_is_one_quotation_with_an_interruption(tmp_path):
    text = "« Nous irons, a dit Anne Roy,\njusqu'au bout »."
    found = article(tmp_path, "T1\tDirect_Quotation 2 12;30 43\tNous irons jusqu'au bout", text=text)
    (one,) = found.quotations
    assert (one.start, one.end) == (2, 43)
    assert [span.of(text) for span in one.incises] == [", a dit Anne Roy,"]


def test_a_quotation_inside_another_is_nested(tmp_path):
    text = "« Il a dit “non” hier », raconte-t-elle."
    found = article(
        tmp_path,
        f"T1\tMixed_Quotation {at('non', text)}",
        f"T2\tDirect_Quotation {at('Il a dit “non” hier', text)}",
        text=text,
    )
    assert [(one.start, one.nested) for one in found.quotations] == [(2, False), (12, True)]


def test_line_ends_of_windows_become_plain_ones(tmp_path):
    text = "Mardi.\r\n« Oui », dit-elle.\r\n« Non », dit-il."
    lines = [f"T{n}\tDirect_Quotation {at(words, text)}" for n, words in enumerate(("Oui", "Non"), 1)]
    found = article(tmp_path, *lines, text=text)
    assert "\r" not in found.text
    assert [words for words, *_ in quoted(found)] == ["Oui", "Non"]


def test_events_and_equivalences_are_passed_over(tmp_path):
    found = article(
        tmp_path,
        f"T1\tDirect_Quotation {at('Nous irons')}",
        "E1\tDire:T1 Qui:T1",
        "*\tEquiv T1 T1",
        "N1\tReference T1 Wikidata:Q42\tPierre Roy",
        "A1\tDoute T1",
        "",
    )
    assert len(found.quotations) == 1


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Bonjour", "is no annotation: an id such as T1, a tab, and what it says"),
        ("T1 Cue 0 2", "is no annotation"),
        ("T1\tCue", "T1 must be a label and offsets: Cue 10 15, or Cue 10 15;20 25"),
        ("T1\tCue 0 x\tLe", "T1 must be a label and offsets"),
        ("T1\tCue 0 9999\tLe", "T1: 0-9999 is not within a text of 159 characters"),
        ("T1\tCue 2 2\t", "T1: 2-2 is not within a text"),
        ("T1\tCue 0 2\tLa", "T1: the text has 'Le' there, not 'La'; are the two files a pair?"),
        ("R1\tRefers T1 T2", "R1 must be a label and two arguments: Quoted_in Arg1:T1 Arg2:T2"),
        ("R1\tRefers Arg1:T8 Arg2:T9", "T8 is not there"),
        ("A1\tNested", "A1 must be a name, what it belongs to, and perhaps a value"),
    ],
)
def test_a_wrong_line_is_named(tmp_path, line, problem):
    with pytest.raises(GoldError) as refused:
        article(tmp_path, f"T7\tCue {at('a répondu')}", line)
    assert str(refused.value).startswith(f"{tmp_path / 'a.ann'}, line 2: {problem}")
    assert "\n" not in str(refused.value)


def test_a_pair_can_be_named_by_either_file(tmp_path):
    article(tmp_path, f"T1\tDirect_Quotation {at('Nous irons')}")
    for name in ("a.ann", "a.txt"):
        assert [found.id for found in read_brat(tmp_path / name)] == ["a"]


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({}, "no annotation in it; .ann files beside .txt files are expected"),
        ({"a.ann": b""}, "a.txt: no such file; a text and its annotation come as a pair"),
        ({"a.ann": b"", "a.txt": b"\xe9"}, "a.txt: not UTF-8 text"),
    ],
)
def test_a_folder_that_holds_no_pair_is_told(tmp_path, files, problem):
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    with pytest.raises(GoldError) as refused:
        list(read_brat(tmp_path))
    assert problem in str(refused.value)


@given(st.text(st.sampled_from("ab \n"), min_size=1, max_size=40), st.data())
def test_stretches_are_lines_of_the_span_and_lose_no_word(text, data):
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    span, hole = Span(places[0], places[3]), Span(places[1], places[2])
    found = stretches(text, span, [hole])
    if not span.of(text).strip():
        return
    covered = {place for one in found for place in range(one.start, one.end)}
    inside = set(range(hole.start, hole.end)) if span.start < hole.start and hole.end < span.end else set()
    words = {place for place in range(span.start, span.end) if text[place] in "ab"}
    assert words - inside <= covered or found == (span,)
    assert not any("\n" in one.of(text) for one in found) or found == (span,)
