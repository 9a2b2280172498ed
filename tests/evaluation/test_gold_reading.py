"""Annotated articles are read whole, or refused with a line that says where and why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotes.evaluation import GoldError, evaluate_files, read_gold
from quotes.model import Kind

QUOTE = {"start": 2, "end": 18, "kind": "direct", "speakers": ["Anne Roy"], "speaker_type": "person"}
ARTICLE = {
    "id": "a",
    "outlet": "La Gazette",
    "text": "« Le gué est fermé », dit Anne Roy.",
    "quotes": [QUOTE],
}


def gold_file(folder: Path, *lines: str) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def line(quote: dict[str, object] | None = None, **fields: object) -> str:
    """A good line, but for the fields given."""
    return json.dumps({**ARTICLE, **({"quotes": [{**QUOTE, **quote}]} if quote else {}), **fields})


def test_an_article_is_read(tmp_path):
    given = {"nested": True, "mention": "Anne Roy", "cue": "dit", "unsure": False}
    (article,) = read_gold(gold_file(tmp_path, "", line(given)))
    (quotation,) = article.quotations
    assert (article.id, article.outlet, article.text) == ("a", "La Gazette", ARTICLE["text"])
    assert (quotation.start, quotation.end, quotation.kind) == (2, 18, Kind.DIRECT)
    assert (quotation.speakers, quotation.speaker_type) == (("Anne Roy",), "person")
    assert (quotation.nested, quotation.mention, quotation.cue) == (True, "Anne Roy", "dit")


def test_what_is_optional_may_be_absent(tmp_path):
    minimal = {"id": 7, "text": "Oui.", "quotes": [{"start": 0, "end": 4, "kind": "term", "speakers": []}]}
    (article,) = read_gold(gold_file(tmp_path, json.dumps(minimal)))
    assert (article.id, article.outlet, article.quotations[0].cue) == ("7", None, None)


def test_a_byte_order_mark_is_no_error(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(line(), encoding="utf-8-sig")
    assert len(list(read_gold(path))) == 1


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        ("Bonjour.", "not JSON"),
        ("[]", "an article is an object"),
        ("[" * 100_000, "not JSON"),
        (line(text=None), "text must be a text"),
        ('{"id": "a", "quotes": []}', "text must be a text, it is missing"),
        ('{"text": "Oui.", "quotes": []}', "id must be"),
        (line(quotes={}), "quotes must be a list"),
        (line(quotes=["Oui."]), "quotation 1: a quotation is an object"),
        (line(outlet=3), "outlet must be a text or null, not 3"),
        (line({"start": "2"}), 'quotation 1: start must be an integer, not "2"'),
        (line({"start": 2.0}), "start must be an integer"),
        (line({"start": True}), "start must be an integer"),
        (line({"end": None}), "end must be an integer"),
        (line({"start": -1}), "start -1, end 18: not within a text of 35 characters"),
        (line({"start": 18}), "start 18, end 18: not within"),
        (line({"start": 20}), "start 20, end 18: not within"),
        (line({"end": 36}), "start 2, end 36: not within"),
        (line({"kind": "indirect"}), 'kind must be one of direct, partial, term, not "indirect"'),
        (line({"kind": ["direct"]}), "kind must be one of"),
        (line({"speakers": "Anne Roy"}), "speakers must be a list of names"),
        (line({"speakers": [None]}), "speakers must be a list of names"),
        (line({"speaker_type": "animal"}), "speaker_type must be one of person"),
        (line({"nested": "no"}), "nested must be true or false"),
        (line({"cue": 1}), "cue must be a text or null"),
    ],
)
def test_a_bad_line_is_told_in_one_line(tmp_path, bad, problem):
    path = gold_file(tmp_path, line(), bad)
    with pytest.raises(GoldError) as told:
        list(read_gold(path))
    message = str(told.value)
    assert message.startswith(f"{path}, line 2: ")
    assert problem in message
    assert "\n" not in message


def test_the_last_character_may_be_quoted(tmp_path):
    (article,) = read_gold(gold_file(tmp_path, line({"start": 0, "end": 35})))
    assert article.quotations[0].end == len(article.text)


def test_not_utf8(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_bytes(line().encode() + b"\n" + '{"id": "é"}'.encode("latin-1"))
    with pytest.raises(GoldError, match=r"line 2: not UTF-8 text"):
        list(read_gold(path))


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(GoldError, match="cannot be read"):
        list(read_gold(tmp_path))


def test_files_without_article(tmp_path):
    with pytest.raises(GoldError, match=r"gold\.jsonl: no annotated article"):
        evaluate_files([gold_file(tmp_path, "")])


def test_several_files_are_one_set(tmp_path):
    path = gold_file(tmp_path, line())
    assert evaluate_files([path]).strict.gold == 1
    assert evaluate_files([path, path]).strict.gold == 2
