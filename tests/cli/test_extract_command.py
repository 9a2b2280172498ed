import json
from pathlib import Path

from quotes.parsing import extract
from quotes.parsing.rules import RULES

TEXT = """« Nous rouvrirons le pont lundi », a déclaré la maire de Blois, Anne Roy.

Son adjoint est surnommé « le Notaire ».
"""
KEYS = ["article", "start", "end", "text", "kind", "speaker", "speaker_kind", "role", "mention", "cue"]
KEYS += ["rule", "confidence", "said_on", "said_when"]


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


EXPLAINED = """- {start}-{end}  direct, confidence {confidence:.2f}
  « Nous rouvrirons le pont lundi »
  rule      inverted-cue-after: {rule.doc}
            as in: {rule.example}
  cue       a déclaré
  mention   Roy
  speaker   Anne Roy (person) <- name: the mention holds the name
            also named: Roy
            said to be: maire de Blois
  lost      agence Marine (source-preposition by "l'agence Marine")

"""
MARINE = """Anne Roy, maire de Blois.
« Nous rouvrirons le pont lundi », a déclaré Roy, selon l'agence Marine.
Son adjoint est surnommé « le Notaire ».
"""


def test_explain_prints_a_block_to_read(run):
    rule = next(rule for rule in RULES if rule.name == "inverted-cue-after")
    result = run("extract", "--explain", input=MARINE)
    start = MARINE.index("Nous")
    assert result.stdout == EXPLAINED.format(
        start=start,
        end=start + len("Nous rouvrirons le pont lundi"),
        rule=rule,
        confidence=extract(MARINE)[0].confidence,
    )


def test_explain_for_programs_adds_one_key(run):
    plain = [json.loads(line) for line in run("extract", input=MARINE).stdout.splitlines()]
    lines = run("extract", "--explain", "--format", "jsonl", input=MARINE).stdout.splitlines()
    explained = [json.loads(line) for line in lines]
    grounds = [row.pop("explain") for row in explained]
    assert explained == plain
    assert (grounds[0]["how"], grounds[0]["forms"]) == ("name", ["Anne Roy", "Roy"])
    assert grounds[0]["lost"] == [
        {"rule": "source-preposition", "mention": "l'agence Marine", "speaker": "agence Marine"}
    ]


def test_explain_says_why_a_term_has_no_speaker(run):
    last = run("extract", "--explain", "--terms", input=MARINE).stdout.split("\n\n")[-2]
    assert last.splitlines()[1:] == ["  « le Notaire »", "  speaker   none <- term: the words are nobody's"]


def test_text_is_what_explain_writes(run):
    result = run("extract", "--format", "text", input=TEXT)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "add --explain" in result.stderr


def test_control_characters_of_an_article_do_not_drive_the_terminal(run):
    result = run("extract", "--explain", input="« Nous irons \x1b[31mtous », a dit Anne Roy.\n")
    assert "\x1b" not in result.stdout
