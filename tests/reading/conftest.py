"""Reading a file that a test writes: its articles, what was given up, what was mended."""

from pathlib import Path

import pytest
from reading_samples import Outcome, ReadFile

from quotes.reading import Log, Options, Source, read


@pytest.fixture
def read_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReadFile:
    """Write a file in an empty folder and read it; names in messages are relative to that folder."""
    monkeypatch.chdir(tmp_path)

    def read_file(name: str, content: str | bytes, **options: object) -> Outcome:
        path = Path(name)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        failures: list[str] = []
        log = Log(lambda error: failures.append(str(error)))
        articles = list(read(Source(path), Options(**options), log))  # type: ignore[arg-type]
        return Outcome(articles, failures, log)

    return read_file
