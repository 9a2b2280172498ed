"""The measure of how far speakers are told by the list of first names."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_most_speakers_are_told_without_a_known_first_name() -> None:
    script = [sys.executable, "scripts/evaluate_renamed.py", "corpus/gold.jsonl"]
    printed = subprocess.run(script, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    as_they_are, renamed = (float(share) for share in re.findall(r"\((0\.\d+)\)", printed))
    assert as_they_are > renamed > as_they_are - 0.05
