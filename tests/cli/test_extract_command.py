import json
from pathlib import Path

TEXT = """« Nous rouvrirons le pont lundi », a déclaré la maire de Blois, Anne Roy.

Son adjoint est surnommé « le Notaire ».
"""
KEYS = ["article", "start", "end", "text", "kind", "speaker", "speaker_kind", "role", "mention", "cue"]
KEYS += ["rule", "confidence", "said_on"]


def test_the_contract_of_extraction(run):
    Path("pont.txt").write_text(TEXT)
    result = run("extract", "./pont.txt")
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    found = json.loads(line)
    assert list(found) == KEYS
    assert found["article"] == "pont.txt"
    assert TEXT[found["start"] : found["end"]] == found["text"] == "Nous rouvrirons le pont lundi"
    assert (found["kind"], found["speaker"], found["speaker_kind"]) == ("direct", "Anne Roy", "person")
    assert found["cue"] == "a déclaré"
    assert 0 < found["confidence"] <= 1
    assert not Path("quotes.db").exists()


def test_terms_only_on_request(run):
    Path("pont.txt").write_text(TEXT)
    kinds = [json.loads(line)["kind"] for line in run("extract", "--terms", "pont.txt").stdout.splitlines()]
    assert kinds == ["direct", "term"]


def test_standard_input_is_read_when_nothing_is_named(run):
    named, unnamed = run("extract", "-", input=TEXT), run("extract", input=TEXT)
    assert named.stdout == unnamed.stdout
    assert json.loads(named.stdout)["article"] == "-"


def test_offsets_count_from_the_end_of_the_front_matter(run):
    Path("pont.txt").write_text("---\ntitle: Le pont\n---\n" + TEXT)
    found = json.loads(run("extract", "pont.txt").stdout)
    assert TEXT[found["start"] : found["end"]] == found["text"]


def test_one_bad_file_does_not_stop_the_others(run):
    Path("pont.txt").write_text(TEXT)
    result = run("extract", "nowhere.txt", "pont.txt")
    assert result.exit_code == 1
    assert result.stderr == "quotes: nowhere.txt: no such file or folder\n"
    assert result.stdout.count("\n") == 1


def test_a_nested_quotation_says_so(run):
    text = "« Il m'a dit : “Je ne viendrai jamais ici.” Et il est parti », raconte Anne Roy.\n"
    found = [json.loads(line) for line in run("extract", "--terms", input=text).stdout.splitlines()]
    assert [row.get("nested") for row in found] == [None, True]
