from pathlib import Path

import pytest

from quotes.ingest import Counts, ingest
from quotes.storage import Database, Filter


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
