"""Articles put into a database and taken out of it again, for the tests of the standards."""

from __future__ import annotations

import io
import json
import lzma
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from lxml import etree

from quotes.export import tei, webannotation
from quotes.model import Article, Cue, Kind, Mention, Quotation, Span, Speaker, SpeakerKind
from quotes.parsing import extract
from quotes.storage import Database, Filter

HERE = Path(__file__).parent
TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
#: what a page, a feed or a hand can bring along: markup, ends of markup, what XML and UTF-8 cannot hold
HOSTILE = (
    ']]>\x00<script>alert("1")</script>&amp;<!-- \x1b[2J \ud800 \u202egnp.exe\u2066 \'\ufffe --><?pi?>\x85fin'
)


@cache
def tei_schema() -> etree.RelaxNG:
    """The schema of all of TEI P5."""
    return etree.RelaxNG(etree.fromstring(lzma.decompress((HERE / "tei_all.rng.xz").read_bytes())))


@cache
def annotation_schema() -> Draft202012Validator:
    """What a Web Annotation collection must have."""
    schema = json.loads((HERE / "web_annotation.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def as_tei(database: Database, wanted: Filter | None = None) -> etree._Element:
    """The export as a TEI document, as lxml reads it."""
    to = io.BytesIO()
    tei.write(database, wanted or Filter(), to)
    return etree.fromstring(to.getvalue())


def as_annotations(database: Database, wanted: Filter | None = None) -> dict[str, Any]:
    """The export as a Web Annotation collection, as a program reads it."""
    to = io.BytesIO()
    webannotation.write(database, wanted or Filter(), to)
    return json.loads(to.getvalue())


def items(collection: dict[str, Any]) -> list[dict[str, Any]]:
    """The annotations of a collection."""
    return collection["first"]["items"]


def save(database: Database, text: str, quotations: Sequence[Quotation] | None = None, **more: Any) -> None:
    """Store an article, with what the parser finds in it or with what is given."""
    article = Article(text, **({"source": f"{len(text)}.txt"} | more))
    found = extract(article) if quotations is None else quotations
    database.save(article, found, parser="test")


def quoted(text: str, words: str, speaker: Speaker | None = None, **more: Any) -> Quotation:
    """The quotation of `words` in `text`; cue and mention are given as the words they are."""
    start = text.index(words)
    for name, kind in (("mention", Mention), ("cue", Cue)):
        if name in more:
            at = text.index(more[name])
            more[name] = kind(Span(at, at + len(more[name])), more[name])
    values = {"kind": Kind.DIRECT, "rule": "by-hand", "confidence": 0.9} | more
    return Quotation(start, start + len(words), words, speaker=speaker, **values)


def person(name: str, role: str | None = None) -> Speaker:
    """Somebody who speaks."""
    return Speaker(name, SpeakerKind.PERSON, role)
