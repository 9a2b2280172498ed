"""Fuzzing the parser, guided by what of it each text reaches. Needs `pip install atheris`.

    python tests/hostile/fuzz.py -max_total_time=600

Texts that reach something new are kept in `fuzz_corpus/`; one that breaks an invariant is written to the
current folder as `crash-…` and ends the run. Other options are those of libFuzzer.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["quotes"]):
    from quotes.model import Article
    from quotes.parsing import extract
    from quotes.topics import topics_of

from test_any_text import check

HERE = Path(__file__).parent

#: what the bytes of an input stand for: a parser of French is not reached through single letters
PIECES = (
    *"«»“”„‹›\"'’.,:;!?…()-–—\n  éà",
    "\n\n",
    " « ",
    " », ",
    "a déclaré ",
    "a-t-elle dit ",
    "affirme ",
    "selon ",
    "estime que ",
    "qualifié de ",
    "en dénonçant ",
    "Anne Roy ",
    "M. Roy ",
    "Mme Lise Morel ",
    "la maire ",
    "le ministre de la Santé ",
    "des habitants ",
    "il ",
    "elle ",
    "ils ",
    "ce dernier ",
    "qui ",
    "que ",
    "et ",
    "de ",
    "l'",
    "d'",
    "le rapport ",
    "le pont ",
    "mercredi ",
    "le 3 mars ",
    "2024 ",
    "Nous irons ",
    "73 ans ",
    "l'AFP ",
    "Paris ",
    "vie chère ",
    "dit ",
    "surnommé ",
    "non ",
)


def one_input(data: bytes) -> None:
    """What holds for any text holds for this one."""
    text = "".join(PIECES[byte] if byte < len(PIECES) else chr(byte) for byte in data[:400])
    found = extract(text)
    check(text, found)
    if extract(text) != found:
        raise AssertionError("another answer to the same text")
    topics_of(Article(text))


if __name__ == "__main__":
    (HERE / "fuzz_corpus").mkdir(exist_ok=True)
    atheris.Setup([*sys.argv, str(HERE / "fuzz_corpus")], one_input)
    atheris.Fuzz()
