"""What recurs is worked out once, and no more is held than is allowed."""

from __future__ import annotations

import gc
import json
from pathlib import Path

from quotes.extraction import Found, find
from quotes.ingest import ingest
from quotes.memory import Memory
from quotes.model import Article
from quotes.storage import Database
from quotes.workers import in_order

_CORPUS = Path(__file__).parent.parent / "corpus"


class Counting:
    """Work that counts how often it is done."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, word: str) -> int:
        self.times += 1
        return len(word)


def test_a_word_is_worked_out_once():
    work = Counting()
    known = Memory(work, most=4)
    assert [known["pont"], known["port"], known["pont"]] == [4, 4, 4]
    assert work.times == 2


def test_what_was_asked_for_lately_is_kept():
    work = Counting()
    known = Memory(work, most=4)
    for word in ("un", "deux", "trois", "un"):
        known[word]
    assert work.times == 3


def test_no_more_is_held_than_allowed():
    work = Counting()
    known = Memory(work, most=4)
    for number in range(10):
        known[str(number)]
    assert len(known) + len(known.older) <= 4
    known["0"]
    assert work.times == 11


def test_what_is_long_is_not_held():
    work = Counting()
    known = Memory(work, most=4, longest=3)
    assert [known["pont"], known["pont"], known["mer"]] == [4, 4, 3]
    assert list(known) == ["mer"]


def test_what_has_no_bound_remembers_nothing_of_articles(tmp_path):
    with Database.open(tmp_path / "quotes.db", create=True) as db:
        _ingest(db, tmp_path, range(20))
        before = _held_without_bound()
        _ingest(db, tmp_path, range(20, 60))
        assert _held_without_bound() == before


def test_what_is_found_in_articles_holds_no_circles():
    """So that Python need not look for lost ones as often as it does by itself."""
    with (_CORPUS / "gold.jsonl").open(encoding="utf-8") as lines:
        articles = [Article(json.loads(line)["text"]) for line in lines]
    find(articles[0])  # what is loaded with the first one may hold some
    gc.collect()
    gc.disable()
    try:
        assert [type(find(article)) for article in articles] == [Found] * len(articles)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_storing_leaves_no_circles(tmp_path):
    """They would pile up, each with the names of an article's speakers."""
    with Database.open(tmp_path / "quotes.db", create=True) as db:
        _ingest(db, tmp_path, range(20))  # statements are put together once
        gc.collect()
        gc.disable()
        try:
            _ingest(db, tmp_path, range(20, 90))
            assert gc.collect() == 0
        finally:
            gc.enable()


def test_python_looks_for_circles_as_before_when_the_work_is_done():
    before = gc.get_threshold()
    during = list(in_order(lambda _: gc.get_threshold()[0], range(2), workers=1))
    assert during[0] > before[0]
    assert gc.get_threshold() == before


def _ingest(db: Database, folder: Path, numbers: range) -> None:
    """Ingest as many articles, each with words, names and an outlet of its own."""
    file = folder / "articles.jsonl"
    with file.open("w", encoding="utf-8") as lines:
        for number in numbers:
            own = "".join("abcdefghij"[int(digit)] for digit in str(number))
            record = {
                "title": f"Le bel{own} de la Ville{own}",
                "outlet": f"Le Journal{own}",
                "author": f"Lise Auteur{own}",
                "section": f"Thème{own}",
                "url": f"https://{own}.example/{number}",
                "date": f"{1950 + number}-05-04",
                "text": f"« Nous bel{own}erons la mer{own} », a déclaré Anne Mor{own}, maire de Ville{own}. "
                f"Selon Paul Ruz{own}, directeur de la Banque{own}, « le pont{own} ouvrira en "
                f"{1900 + number} ».\n"
                f"Le secrétaire de l'Union{own} parle d'une « grève{own} ». #mot{own} @Mor{own}",
            }
            lines.write(json.dumps(record) + "\n")
    assert ingest(db, [file]).added == len(numbers)


def _held_without_bound() -> dict[str, int]:
    """How many values each function of ours remembers that may remember any number."""
    remembering = [one for one in gc.get_objects() if hasattr(type(one), "cache_info")]
    return {
        f"{one.__module__}.{one.__name__}": one.cache_info().currsize
        for one in remembering
        if one.__module__.startswith("quotes.") and one.cache_info().maxsize is None
    }
