"""`quotes ingest` and `quotes extract` on every format, and what the user can say about the files."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

QUOTATION = "« Tout est prêt », a déclaré Anne Roy."
RECORDS = [
    {"id": "n1", "titre": "Le pont", "date": "2024-10-30", "texte": QUOTATION},
    {"id": "n2", "titre": "Le lait", "date": "2023-05", "texte": "« C'est fini », a lâché Jeanne Morel."},
]


def rows(run, *options: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("list", "--format", "json", *options).stdout)
    return found


def write_lines(path: str, records: list[dict[str, str]]) -> None:
    Path(path).write_text("".join(json.dumps(record) + "\n" for record in records))


def test_each_record_is_an_article(run):
    write_lines("a.jsonl", RECORDS)
    result = run("ingest", "a.jsonl")
    assert (
        result.stderr
        == "2 articles read: 2 added, 0 replaced, 0 unchanged, 0 failed; 2 quotations stored in quotes.db\n"
    )
    assert [(row["date"], row["speaker"], row["title"]) for row in rows(run)] == [
        ("2024-10-30", "Anne Roy", "Le pont"),
        ("2023-05", "Jeanne Morel", "Le lait"),
    ]


@pytest.mark.parametrize("ids", [True, False])
def test_the_same_file_again_changes_nothing(run, ids):
    records = RECORDS if ids else [{k: v for k, v in one.items() if k != "id"} for one in RECORDS]
    write_lines("a.jsonl", records)
    run("ingest", "a.jsonl")
    assert "0 added, 0 replaced, 2 unchanged, 0 failed" in run("ingest", "a.jsonl").stderr


def test_a_changed_record_is_replaced_wherever_it_moves(run):
    write_lines("a.jsonl", RECORDS)
    run("ingest", "a.jsonl")
    changed = {**RECORDS[0], "texte": QUOTATION.replace("prêt", "cassé")}
    write_lines("a.jsonl", [{"id": "n0", "texte": "Rien."}, RECORDS[1], changed])
    assert "1 added, 1 replaced, 1 unchanged" in run("ingest", "a.jsonl").stderr
    assert [row["text"] for row in rows(run)] == ["Tout est cassé", "C'est fini"]


def test_two_pipes_are_not_one_file(run):
    for record in RECORDS:
        line = json.dumps({"texte": record["texte"]}).encode()
        assert "1 added, 0 replaced" in run("ingest", "-", input=line).stderr


def test_what_the_user_says_comes_first(run):
    write_lines("a.jsonl", RECORDS)
    run("ingest", "a.jsonl", "--outlet", "Le Matin", "--date", "3 mars 2021")
    assert {(row["outlet"], row["date"]) for row in rows(run)} == {("Le Matin", "2021-03-03")}


@pytest.mark.parametrize("command", ["ingest", "extract"])
@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--date", "un jour"], "quotes: --date un jour: write YYYY, YYYY-MM or YYYY-MM-DD"),
        (
            ["--map", "corps"],
            "quotes: --map corps: write FIELD=NAME, where FIELD is one of text, title, date",
        ),
        (["--map", "corps=text"], "quotes: --map corps=text: write FIELD=NAME"),
        (["--as", "docx"], "quotes: Invalid value for '--as': 'docx' is not one of 'txt', 'html', 'jsonl'"),
    ],
)
def test_wrong_usage(run, command, options, message):
    result = run(command, "a.jsonl", *options)
    assert result.exit_code == 2
    assert result.stderr.startswith(message)
    assert not Path("quotes.db").exists()


def test_names_of_fields_can_be_given(run):
    Path("a.csv").write_text(f'propos;qui_publie\n"{QUOTATION}";Le Matin\n')
    result = run("ingest", "a.csv")
    assert result.exit_code == 1
    assert "a.csv, line 1: no text column" in result.stderr
    assert run("ingest", "a.csv", "--map", "text=propos", "--map", "outlet=qui_publie").exit_code == 0
    assert [row["outlet"] for row in rows(run)] == ["Le Matin"]


def test_the_format_can_be_given(run):
    Path("notes.log").write_text(QUOTATION)
    assert "notes.log: .log files cannot be read" in run("ingest", "notes.log").stderr
    assert run("ingest", "notes.log", "--as", "txt").exit_code == 0
    assert len(rows(run)) == 1


def test_extract_names_the_record(run):
    Path("a.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, RECORDS)).encode()))
    found = [json.loads(line) for line in run("extract", "a.jsonl.gz").stdout.splitlines()]
    assert [(one["article"], one["speaker"]) for one in found] == [
        ("a.jsonl.gz#n1", "Anne Roy"),
        ("a.jsonl.gz#n2", "Jeanne Morel"),
    ]


def test_standard_input_may_be_anything(run):
    page = f"<!doctype html><html><body><article><p>{QUOTATION}</p></article></body></html>"
    table = f"titre;texte\nUn;{QUOTATION}\n"
    for content in (json.dumps(RECORDS[:1]), json.dumps(RECORDS[0]), page, table, QUOTATION):
        found = [json.loads(line) for line in run("extract", input=content.encode()).stdout.splitlines()]
        assert [one["speaker"] for one in found] == ["Anne Roy"]


@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_what_was_mended_is_told(run, command):
    Path("a.txt").write_bytes(QUOTATION.encode("cp1252"))
    Path("b.txt").write_bytes(QUOTATION.encode().decode("latin-1").encode())
    result = run(command, "a.txt", "b.txt")
    assert result.exit_code == 0
    assert result.stderr.splitlines()[0] == (
        "1 article decoded from another encoding than UTF-8; "
        "1 article repaired (garbled characters such as Ã© for é)"
    )


def test_a_folder_of_troubles(run):
    """Each costs one line and itself; what is good is stored."""
    folder = Path("dossier")
    folder.mkdir()
    write_lines("dossier/a.jsonl", [*RECORDS, {"texte": ""}, {"texte": "x", "date": "tôt"}])
    troubles = {
        "binaire.txt": b"\0\1\2\3" * 50,
        "casse.json": b'{"texte": ',
        "coupe.jsonl.gz": gzip.compress(b'{"texte": "Bonjour."}')[:-9],
        "menu.html": b"<html><body><ul><li><a href='/'>Accueil</a></li></ul></body></html>",
        "prix.csv": b"nom;prix\nPomme;2\n",
        "vide.csv": b"",
        "plan.xml": b"<urlset></urlset>",
    }
    for name, data in troubles.items():
        (folder / name).write_bytes(data)
    result = run("ingest", "dossier")
    assert result.exit_code == 1
    *failures, summary = result.stderr.splitlines()
    assert sorted(failure.partition(":")[2].partition(":")[0].strip() for failure in failures) == sorted(
        ["dossier/a.jsonl, line 3", "dossier/a.jsonl, line 4", "dossier/prix.csv, line 1"]
        + [f"dossier/{name}" for name in troubles if name != "prix.csv"]
    )
    assert summary.startswith("2 articles read: 2 added, 0 replaced, 0 unchanged, 9 failed")
