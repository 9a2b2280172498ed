import json
from pathlib import Path

import pytest

from quotes.ingest import Counts, ingest
from quotes.storage import Database, Filter
from quotes.workers import FEW


@pytest.fixture
def db(tmp_path):
    with Database.open(tmp_path / "quotes.db", create=True) as database:
        yield database


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("Roy", "Martin", "Morel"):
        (folder / f"{name}.txt").write_text(f"« Tout est prêt », a déclaré Anne {name}.")
    return folder


def test_what_goes_in_comes_out(db, folder):
    assert ingest(db, [folder]) == Counts(read=3, added=3, quotations=3)
    assert sorted(row.speaker for row in db.quotations(Filter())) == ["Anne Martin", "Anne Morel", "Anne Roy"]


def test_a_second_time_nothing_is_new(db, folder):
    ingest(db, [folder])
    assert ingest(db, [folder]) == Counts(read=3, unchanged=3)


def test_terms_are_stored_but_not_counted(db, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("« Tout est prêt », a déclaré Anne Roy. Il est surnommé « le Notaire ».")
    assert ingest(db, [path]).quotations == 1


def test_progress_counts_the_sources(db, folder):
    steps: list[tuple[int, int]] = []
    ingest(db, [folder, "nowhere"], on_progress=lambda done, total: steps.append((done, total)))
    assert steps == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]


def test_failures_are_told_and_the_rest_goes_on(db, folder):
    failures: list[str] = []
    counts = ingest(db, ["nowhere", folder], on_failure=failures.append)
    assert failures == ["nowhere: no such file or folder"]
    assert counts == Counts(read=3, added=3, failed=1, quotations=3)


def test_the_same_file_by_another_path_is_the_same_article(db, folder, monkeypatch):
    ingest(db, [folder])
    monkeypatch.chdir(folder)
    assert ingest(db, [Path()]) == Counts(read=3, unchanged=3)


def versions(*texts: str) -> str:
    """One article, in several versions one after the other."""
    return "".join(json.dumps({"url": "https://a.example/pont", "text": text}) + "\n" for text in texts)


def test_the_last_version_of_an_article_counts_though_it_was_stored_before(db, tmp_path):
    first, second = ("« Tout est prêt », a déclaré Anne Roy.", "« Rien n'est prêt », a déclaré Anne Roy.")
    path = tmp_path / "a.jsonl"
    path.write_text(versions(first))
    ingest(db, [path])
    path.write_text(versions(second, first))
    counts = ingest(db, [path])
    assert (counts.read, counts.replaced, counts.unchanged) == (2, 2, 0)
    assert [row.text for row in db.quotations(Filter())] == ["Tout est prêt"]


def test_several_processes_make_the_database_of_one(db, tmp_path):
    path = tmp_path / "many.jsonl"
    path.write_text(
        "".join(
            json.dumps({"id": number, "text": f"« Le pont {number} tient », a déclaré Anne Roy."}) + "\n"
            for number in range(FEW + 40)
        )
    )
    ingest(db, [path], workers=2)
    with Database.open(tmp_path / "one.db", create=True) as one:
        ingest(one, [path], workers=1)
        assert db.digest(with_times=False) == one.digest(with_times=False)
        assert [row.id for row in db.quotations(Filter())] == [row.id for row in one.quotations(Filter())]
