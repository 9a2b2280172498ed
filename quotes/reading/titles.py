"""The title of a text that does not name one: its first line, when it looks like one."""

from __future__ import annotations

import re

from quotes.dates import starts_with_date
from quotes.folding import fold

_MAX_LENGTH = 160
_MIN_WORDS = 3
#: what only the furniture of a web page says, folded
_FURNITURE = re.compile(
    r"cookie|go to contents|go to navigation|aller au contenu|javascript|newsletter|abonnez-vous|se connecter"
    r"|temps de lecture|^(?:en (?:poursuivant|continuant)|publiee? le|mise? a jour|lire aussi|accueil)\b"
)


def infer_title(text: str) -> str | None:
    """The first non-empty line when it reads as a title above a text; None otherwise."""
    first, _, rest = text.lstrip().partition("\n")
    title = " ".join(first.split())
    return title if rest.strip() and looks_like_title(title) else None


def looks_like_title(line: str) -> bool:
    """Whether a line is short, has words, does not end as a sentence and is no page furniture."""
    return (
        len(line) <= _MAX_LENGTH
        and len(line.split()) >= _MIN_WORDS
        and not line.endswith((".", ",", ";", ":", "…"))
        and not line.startswith(("#", "http"))
        and not starts_with_date(line)
        and not _FURNITURE.search(fold(line))
    )
