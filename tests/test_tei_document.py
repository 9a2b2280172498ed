"""docs/tei.md shows what an export of the sample articles holds.

After a change that is meant to change it: make docs
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from documents import DOCS, UPDATING

from quotes.cli.corpus import sample_articles
from quotes.export import tei, webannotation
from quotes.ingest import ingest
from quotes.storage import Database, Filter

DOCUMENT = DOCS / "tei.md"
_EXCERPT = re.compile(r"<!-- excerpt: (\w+) -->\n```(\w+)\n(.*?)```", re.DOTALL)
#: the quotation that is shown, in an article that quotes a person and a document
_SHOWN = "Nous n’aurions jamais dû le voir ici"


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Database]:
    with Database.open(tmp_path / "quotes.db", create=True) as database:
        ingest(database, [sample_articles()])
        yield database


def test_the_excerpts_are_those_of_an_export(corpus: Database) -> None:
    excerpts = _excerpts(corpus)
    text = DOCUMENT.read_text(encoding="utf-8")
    shown = {found[1]: found[3] for found in _EXCERPT.finditer(text)}
    if UPDATING:
        fresh = _EXCERPT.sub(
            lambda found: f"<!-- excerpt: {found[1]} -->\n```{found[2]}\n{excerpts[found[1]]}\n```", text
        )
        DOCUMENT.write_text(fresh, encoding="utf-8")
        return
    assert shown == {name: f"{excerpt}\n" for name, excerpt in excerpts.items()}, "if meant, make docs"


def _excerpts(database: Database) -> dict[str, str]:
    to = io.BytesIO()
    tei.write(database, Filter(topics=("glacier",)), to)
    document = to.getvalue().decode()
    paragraph = next(line for line in document.splitlines() if _SHOWN in line)
    speakers = re.findall(r'"#(s\d+)"', paragraph)
    entries = (_entry(document, speaker) for speaker in sorted({*speakers}, key=speakers.index))
    return {
        "speakers": "\n".join(entries),
        "paragraph": re.sub(r" ?(?=<(?:said|seg|rs) )", "\n", paragraph.strip()),
        "target": json.dumps(_target(database), ensure_ascii=False, indent=2),
    }


def _entry(document: str, speaker: str) -> str:
    lines = document.splitlines()
    start = next(at for at, line in enumerate(lines) if f'xml:id="{speaker}"' in line)
    element = lines[start].split()[0].strip("<")
    end = next(at for at in range(start, len(lines)) if f"</{element}>" in lines[at])
    indent = len(lines[start]) - len(lines[start].lstrip())
    return "\n".join(line[indent:] for line in lines[start : end + 1])


def _target(database: Database) -> Any:
    to = io.BytesIO()
    webannotation.write(database, Filter(), to)
    annotations = json.loads(to.getvalue())["first"]["items"]
    return next(
        one["target"] for one in annotations if one["target"]["selector"][0]["exact"].startswith(_SHOWN)
    )
