"""Compressed files: the same articles, and damage told for what it is."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from quotes.reading import drafts

JSONL = "".join(f'{{"text": "Bonjour {n}."}}\n' for n in range(20_000))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt.gz", "Bonjour."),
        ("a.TXT.GZ", "Bonjour."),
        ("a.jsonl.gz", '{"text": "Bonjour."}'),
        ("a.json.gz", '[{"text": "Bonjour."}]'),
        ("a.csv.gz", "date;texte\n;Bonjour.\n"),
        ("a.gz", "Bonjour."),
        # compressed without saying so
        ("a.jsonl", '{"text": "Bonjour."}'),
    ],
)
def test_compressed_files_read_as_others(read_file, name, content):
    assert read_file(name, gzip.compress(content.encode())).article.text == "Bonjour."


def test_a_name_may_lie_the_other_way(read_file):
    assert read_file("a.txt.gz", "Bonjour.").article.text == "Bonjour."


def test_what_stands_before_the_cut_is_kept(read_file):
    data = gzip.compress(JSONL.encode())
    outcome = read_file("a.jsonl.gz", data[: len(data) // 2])
    assert len(outcome.articles) > 1000
    assert outcome.failure == "a.jsonl.gz: is cut off (the compressed file has no end); get it again"


@pytest.mark.parametrize("cut", [2, 5, 12])
def test_hardly_anything_left(read_file, cut):
    outcome = read_file("a.txt.gz", gzip.compress(b"Bonjour.")[:cut])
    assert outcome.articles == []
    assert outcome.failure.startswith("a.txt.gz: is ")


def test_damage_in_the_middle(read_file):
    data = bytearray(gzip.compress(JSONL.encode()))
    data[len(data) // 2] ^= 0xFF
    assert "a.jsonl.gz: is damaged" in read_file("a.jsonl.gz", bytes(data)).failures[-1]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt.gz", "x" * 5000, "a.txt.gz: is larger than"),
        ("a.html.gz", "<html>" + "x" * 5000, "a.html.gz: is larger than"),
        ("a.jsonl.gz", '{"text": "' + "x" * 5000 + '"}', "a.jsonl.gz, line 1: is longer than"),
        ("a.json.gz", '[{"text": "' + "x" * 5000 + '"}]', "a.json.gz: holds"),
        ("a.rss.gz", "<rss>" + "x" * 5000, "a.rss.gz: holds"),
    ],
)
def test_little_that_becomes_too_much_is_refused(read_file, monkeypatch, name, content, message):
    for module in ("drafts", "streams", "delimited"):
        monkeypatch.setattr(f"quotes.reading.{module}.MAX_ARTICLE", 1000)
    assert read_file(name, gzip.compress(content.encode())).failure.startswith(message)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured as Linux tells it")
@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.json.gz", "a.csv.gz"])
def test_a_large_file_takes_little_memory(tmp_path, name):
    text = "« Tout est prêt », a déclaré Anne Roy. " * 100
    record = json.dumps({"texte": text, "date": "2024"}, ensure_ascii=False)
    opening, line, closing = {
        "a.jsonl.gz": ("", record + "\n", ""),
        "a.json.gz": ('{"articles": [{"texte": "Un."}', ",\n" + record, "]}"),
        "a.csv.gz": ("date;texte\n", f"2024;{text}\n", ""),
    }[name]
    with gzip.open(tmp_path / name, "wt", compresslevel=1) as file:
        file.write(opening)
        for _ in range(10_000):  # 40 MB
            file.write(line)
        file.write(closing)
    code = (
        "import re, sys; from pathlib import Path; from quotes.reading import Source, read\n"
        "assert sum(1 for _ in read(Source(Path(sys.argv[1])))) >= 10_000\n"
        r"print(re.search(r'VmHWM:\s+(\d+)', Path('/proc/self/status').read_text())[1])"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path / name], capture_output=True, check=True)
    assert int(done.stdout) < 45_000  # kilobytes


def test_the_limit_is_far_from_any_article():
    assert drafts.MAX_ARTICLE > 30_000_000
