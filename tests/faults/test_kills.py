"""What is killed leaves a whole database; what is run again completes it. `killing.py` kills more often."""

from __future__ import annotations

from pathlib import Path

import pytest
from killing import VICTIMS, Victim, kill

KILLS = 3


@pytest.mark.parametrize("victim", VICTIMS, ids=lambda victim: victim.name)
def test_a_killed_command_leaves_nothing_half_done(victim: Victim, tmp_path: Path) -> None:
    tally = kill(victim, KILLS, tmp_path)
    assert tally.kills >= KILLS
    assert tally.wrong == []
