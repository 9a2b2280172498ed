"""Where the sample articles are: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

import quotes


def sample_articles() -> Path:
    """The folder of the sample articles."""
    package = Path(quotes.__file__).parent
    installed = package / "corpus"
    return installed if installed.is_dir() else package.parent / "corpus"
