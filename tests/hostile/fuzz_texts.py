"""The texts that the fuzzer makes of bytes, and those that reached something new, kept in one file."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

KEPT = Path(__file__).parent / "fuzz_corpus.gz"

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


def text_of(data: bytes) -> str:
    """The text that bytes stand for."""
    return "".join(PIECES[byte] if byte < len(PIECES) else chr(byte) for byte in data[:400])


def kept() -> Iterator[bytes]:
    """The inputs that were kept."""
    for line in gzip.decompress(KEPT.read_bytes()).decode().splitlines():
        yield bytes.fromhex(line)


def keep(inputs: Iterator[bytes]) -> None:
    """Keep these inputs, in the place of those that were."""
    lines = sorted({one.hex() for one in inputs if one})
    KEPT.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))
