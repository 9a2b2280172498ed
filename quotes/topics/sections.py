"""The section of its site that an article's address names: `/economie/conjoncture/2019/…`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote, urlsplit

from quotes.folding import fold_name
from quotes.lexicon import rows


@dataclass(frozen=True, slots=True)
class Section:
    """What a segment of an address says of the article."""

    #: in plain French: *conjoncture économique*
    label: str
    #: code of the subject that the section is about; None for a desk of many subjects
    subject: str | None


def sections(url: str | None) -> tuple[Section, ...]:
    """The sections that `url` names, widest first; a segment that no list holds says nothing.

    The last segment is the article itself, unless it ends with a slash.
    """
    try:
        path = urlsplit(url or "").path
    except ValueError:  # brackets that hold no address
        return ()
    folders = [fold_name(unquote(segment)) for segment in path.split("/")[:-1]]
    return tuple(_known()[folder] for folder in folders if folder in _known())


@cache
def _known() -> dict[str, Section]:
    return {
        segment: Section(label, None if code == "-" else f"medtop:{code}")
        for segment, label, code in rows("url_sections.tsv")
    }
