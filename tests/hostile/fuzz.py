"""Fuzzing the parser, guided by what of it each text reaches. Needs `pip install atheris`.

    python tests/hostile/fuzz.py -max_total_time=600

goes on from the inputs in `fuzz_corpus.gz`. What reaches something new is written to `fuzz_found/`, and
`python tests/hostile/fuzz.py keep` packs it; a text that breaks an invariant is written to the current
folder as `crash-…` and ends the run. Other options are those of libFuzzer.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["quotes"]):
    from quotes.model import Article
    from quotes.parsing import extract
    from quotes.topics import topics_of

from fuzz_texts import KEPT, keep, kept, text_of
from test_any_text import check

FOUND = Path(__file__).parent / "fuzz_found"


def one_input(data: bytes) -> None:
    """What holds for any text holds for this one."""
    text = text_of(data)
    found = extract(text)
    check(text, found)
    if extract(text) != found:
        raise AssertionError("another answer to the same text")
    topics_of(Article(text))


def main() -> None:
    FOUND.mkdir(exist_ok=True)
    if sys.argv[1:] == ["keep"]:
        keep(path.read_bytes() for path in FOUND.iterdir())
        return
    for number, one in enumerate(kept() if KEPT.exists() else ()):
        (FOUND / f"kept-{number}").write_bytes(one)
    atheris.Setup([*sys.argv, str(FOUND)], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
