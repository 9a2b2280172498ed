"""One quotation with its evidence, one article with its quotations."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from quotes.cli.evidence import evidence_block
from quotes.cli.marked_article import marked_article
from quotes.storage import Database, Filter


def test_show_in_brackets(run, ingested):
    result = run("show", "2")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[:3] == [
        "quotation 2: direct, found by the parser, seen by nobody",
        "",
        "  « [quotation: Nous rouvrirons le pont lundi] », [cue: a déclaré] "
        "[mention: la maire de Blois, Anne Roy].",
    ]
    known = dict(line.split(maxsplit=1) for line in lines[4:])
    assert known["speaker"] == "Anne Roy (person), maire de Blois"
    assert known["rule"].startswith("inverted-cue-after: The reporting verb follows")
    assert known["date"] == "published 2024-10-30, given with it"
    assert known["article"] == "2: Le pont rouvre"
    assert known["outlet"] == "La Gazette"
    assert known["topics"].startswith("transports; Loire")


def test_show_as_json(run, ingested):
    shown = json.loads(run("show", "2", "--format", "json").stdout)
    assert (shown["id"], shown["speaker"], shown["said_on"], shown["date_source"]) == (
        2, "Anne Roy", None, "given",
    )  # fmt: skip
    assert shown["paragraph"]["text"].endswith("la maire de Blois, Anne Roy.")
    start, end = shown["spans"]["cue"]
    offset = shown["paragraph"]["start"]
    assert shown["paragraph"]["text"][start - offset : end - offset] == "a déclaré"
    assert shown["elsewhere"] == []


def test_the_evidence_of_another_paragraph_and_the_words_of_time_are_shown(run, empty_folder):
    Path("a.txt").write_text(
        "date: x\n\n« Nous tiendrons », a promis mardi Léna Morel.\n\n« Tout tiendra »\n"
    )
    assert run("ingest", "a.txt", "--date", "2024-05-16").exit_code == 0
    shown = run("show", "1").stdout
    assert "[time: mardi]" in shown
    assert "date       said 2024-05-14 («mardi»); published 2024-05-16, given when it was ingested" in shown


def test_colours_come_with_a_legend(ingested):
    with Database.open(ingested) as db:
        one, article = db.evidence(2), db.article(2, Filter())
        shown = evidence_block(one, article, [], colours=True)
    assert "\x1b[32m\x1b[1mNous rouvrirons le pont lundi\x1b[0m" in shown
    assert "\x1b[32m\x1b[1mquotation\x1b[0m  \x1b[33mcue\x1b[0m" in shown


@pytest.fixture
def reprinted(run, empty_folder) -> Path:
    said = "« Nous ne lâcherons rien avant l'été », a promis Léna Morel.\n"
    Path("echo.txt").write_text(f"---\noutlet: L'Écho\ndate: 2024-03-02\n---\n{said}")
    Path("fil.txt").write_text(f"---\noutlet: Le Fil\ndate: 2024-03-01\n---\nRappel. {said}")
    assert run("ingest", "echo.txt", "fil.txt").exit_code == 0
    return Path("quotes.db")


def test_who_printed_it_first(run, reprinted):
    shown = run("show", "1").stdout
    assert (
        "Printed in 1 other place:\n  2024-03-01  Le Fil, quotation 2 by Léna Morel: the same words\n"
        in shown
    )
    assert shown.endswith("First printed here on 2024-03-01 by Le Fil.\n")
    elsewhere = json.loads(run("show", "2", "--format", "json").stdout)["elsewhere"]
    assert [(one["outlet"], one["same"]) for one in elsewhere] == [("L'Écho", True)]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["show", "99"], "quotes: quotes.db: no quotation 99; `quotes list --format csv` has the ids\n"),
        (["article", "99"], "quotes: quotes.db: no article 99; `quotes article` lists them\n"),
    ],
)
def test_an_unknown_number(run, ingested, arguments, message):
    result = run(*arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", message)


def test_articles_are_listed(run, ingested):
    assert run("article").stdout == (
        "id    date        outlet       title               quotations    speakers\n"
        "2     2024-10-30  La Gazette   Le pont rouvre      2             1\n"
        "1     2023-05     Le Courrier  Le lait au plus bas  1             1\n"
    ).replace("title               q", "title                q").replace("rouvre      2", "rouvre       2")


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        (["--speaker", "roy"], ["Le pont rouvre"]),
        (["--until", "2023"], ["Le lait au plus bas"]),
        (["--outlet", "gazette"], ["Le pont rouvre"]),
        (["--topic", "loire"], ["Le pont rouvre"]),
        (["--limit", "1"], ["Le pont rouvre"]),
        (["--speaker", "personne"], []),
    ],
)
def test_filters_of_articles(run, ingested, options, titles):
    rows = json.loads(run("article", *options, "--format", "json").stdout)
    assert [row["title"] for row in rows] == titles


def test_an_article_in_brackets(ingested):
    done = subprocess.run(
        [sys.executable, "-m", "quotes", "article", "2"], capture_output=True, encoding="utf-8", check=True
    )
    head, text, table = done.stdout.split("\n\n", 1)[0], done.stdout, done.stdout.splitlines()[-3:]
    assert head.startswith("article 2: Le pont rouvre\n2024-10-30 | La Gazette | ")
    assert "« [1: Anne Roy: Nous rouvrirons le pont lundi] », a déclaré la maire" in text
    assert "« [2: Anne Roy: Les travaux sont terminés] », a-t-elle ajouté." in text
    assert [row.split()[:2] for row in table[1:]] == [["1", "2"], ["2", "3"]]


def test_an_article_in_the_other_formats(run, ingested):
    whole = json.loads(run("article", "2", "--format", "json").stdout)
    assert whole["text"][whole["quotations"][1]["start"] :].startswith("Les travaux sont terminés")
    lines = run("article", "2", "--format", "csv", "--speaker", "roy").stdout.splitlines()
    assert [line.split(",")[0] for line in lines] == ["id", "2", "3"]


def test_speakers_have_colours_of_their_own(run, empty_folder):
    said = [f"« Je suis numéro {n} », a dit Léna {name}." for n, name in enumerate(("Morel", "Petit"), 1)]
    Path("a.txt").write_text("\n\n".join([*said, said[0].replace("numéro", "encore numéro")]))
    run("ingest", "a.txt")
    with Database.open(Path("quotes.db")) as db:
        shown = "".join(marked_article(db.article(1, Filter()), colours=True))
    assert shown.count("\x1b[32m\x1b[1m") == shown.count("\x1b[36m\x1b[1m") + 1
    assert "\x1b[36m\x1b[1m[2] Je suis numéro 2\x1b[0m" in shown
    assert "Speakers: \x1b[32m\x1b[1mLéna Morel\x1b[0m, \x1b[36m\x1b[1mLéna Petit\x1b[0m" in shown


def test_an_article_cannot_drive_the_terminal(run, empty_folder):
    text = "Titre \x1b]0;x\x07\n\n« Oui, \x1b[2Jnous irons\u202e », a dit Léna Morel.\n"
    Path("a.jsonl").write_text(json.dumps({"title": "T\x1b[1m", "text": text, "outlet": "Le \x1b[5mFil"}))
    assert run("ingest", "a.jsonl").exit_code == 0
    for arguments in (["show", "1"], ["article", "1"], ["article"], ["search", "oui"]):
        shown = run(*arguments, "--no-pager").stdout
        assert shown
        assert not {"\x1b", "\x07", "\u202e"} & set(shown)
