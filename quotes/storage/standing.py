"""How the files of a database stand, told without opening them: whether anybody writes, and what changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

#: what SQLite keeps beside a file while there are changes to bring to it
_LOGS = ("-wal", "-journal")


@dataclass(frozen=True, slots=True)
class Standing:
    """One look at the files of a database: two that are equal found it unchanged."""

    #: number, size and time of change of the file itself; None when it is gone
    file: tuple[int, int, int] | None
    #: sizes and times of change of those of its logs that hold something
    logs: tuple[tuple[int, int], ...]

    @property
    def at_rest(self) -> bool:
        """Whether all that is stored is in the file itself, and nobody is bringing more."""
        return self.file is not None and not self.logs


def standing(path: Path) -> Standing:
    """How the database at `path` stands now."""
    logs = (_state(Path(f"{path}{log}")) for log in _LOGS)
    return Standing(_state(path), tuple(state[1:] for state in logs if state and state[1]))


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        state = path.stat()
    except FileNotFoundError:
        return None
    return state.st_ino, state.st_size, state.st_mtime_ns
