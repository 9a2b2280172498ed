import json
from pathlib import Path

import pytest

from quotes.reading import EXTENSIONS


def texts(run) -> list[str]:
    rows = json.loads(run("list", "--format", "json", "--sort", "article").stdout)
    return [row["text"] for row in rows]


def test_a_folder_is_stored_and_counted(run, articles):
    result = run("ingest", "articles")
    assert result.stdout == ""
    assert result.stderr == (
        "2 articles read: 2 added, 0 replaced, 0 unchanged, 0 failed; 3 quotations stored in quotes.db\n"
    )
    assert texts(run) == [
        "Le prix ne couvre pas nos coûts",
        "Nous rouvrirons le pont lundi",
        "Les travaux sont terminés",
    ]


def test_ingesting_again_changes_nothing(run, ingested):
    before = ingested.read_bytes()
    result = run("ingest", "articles")
    assert "0 added, 0 replaced, 2 unchanged, 0 failed; 0 quotations stored" in result.stderr
    assert ingested.read_bytes() == before


def test_a_changed_article_replaces_its_quotations(run, ingested):
    path = Path("articles/lait.txt")
    path.write_text(path.read_text().replace("ne couvre pas", "couvre enfin"))
    result = run("ingest", "articles")
    assert "0 added, 1 replaced, 1 unchanged" in result.stderr
    assert "Le prix couvre enfin nos coûts" in texts(run)
    assert "Le prix ne couvre pas nos coûts" not in texts(run)


def test_one_bad_file_does_not_stop_the_others(run, articles):
    (articles / "mauvais.txt").write_bytes(b"\0\1\2")
    (articles / "vide.txt").write_bytes(b"")
    result = run("ingest", "articles")
    assert result.exit_code == 1
    bad, empty, counts = result.stderr.splitlines()
    assert bad == "quotes: articles/mauvais.txt: is a binary file, not text; save it as text first"
    assert empty == "quotes: articles/vide.txt: is empty"
    assert counts.startswith(
        "2 articles read: 2 added, 0 replaced, 0 unchanged, 2 failed; 3 quotations stored"
    )


def test_standard_input(run):
    result = run("ingest", "-", input="« C'est fini », a lâché Jeanne Morel.".encode())
    assert result.exit_code == 0
    assert texts(run) == ["C'est fini"]


@pytest.mark.parametrize("folder", [".", "a", "a b"])
def test_a_folder_without_articles_makes_no_database(run, folder):
    Path(folder).mkdir(exist_ok=True)
    result = run("ingest", folder)
    assert result.exit_code == 1
    assert (
        result.stderr
        == f"quotes: no article in {folder}; folders are searched for {', '.join(EXTENSIONS)} files\n"
    )
    assert not Path("quotes.db").exists()


def test_closing_hashtags_become_topics(run):
    run("ingest", "-", input="« C'est fini », a lâché Jeanne Morel.\n#fin #de #Loire".encode())
    (row,) = json.loads(run("list", "--topic", "loire", "--format", "json").stdout)
    assert row["topics"] == "fin; Loire; Jeanne Morel"
