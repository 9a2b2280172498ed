"""W3C Web Annotation: an `AnnotationCollection` in JSON-LD, an annotation a line.

An annotation's target is the quotation in its article, found by its words with those around them, and by
its place. Its bodies say who speaks, of what kind the words are, why we think so, and where the cue and the
mention stand. Places count the characters (code points) of the text as it is stored.

Identifiers are made from what they name, so that they are the same in every export: an article is its
address, or what its source and its text give; a quotation is its article and its place; a speaker is a kind
and a name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO
from uuid import NAMESPACE_URL, uuid5

from quotes import __version__
from quotes.export.asked import asked
from quotes.export.utf8 import utf8
from quotes.folding import fold_name
from quotes.model import Span, SpeakerKind
from quotes.storage import Database, Evidence, Filter, Status, WholeArticle

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
#: what can stand as an identifier as it is
_ADDRESS = re.compile(r"https?://[^\x00-\x20\x7f-\x9f<>\"{}|\\^`\s]+")
#: characters before and behind words that tell them from the same words elsewhere in the text
_AROUND = 32
_AGENTS = {
    SpeakerKind.PERSON: "Person",
    SpeakerKind.GROUP: "foaf:Group",
    SpeakerKind.ORGANISATION: "Organization",
    SpeakerKind.DOCUMENT: "Text",
}

_Json = dict[str, Any]


def write(database: Database, wanted: Filter, to: BinaryIO) -> None:
    """The quotations wanted, article by article, as one collection; UTF-8."""
    conditions = asked(wanted)
    name = _urn(f"{database.path.resolve().as_uri()}?{conditions}")
    collection = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": f"Quotations asked for: {conditions or 'all but terms'}",
        "generator": {"type": "Software", "name": f"quotes {__version__}"},
    }
    page = {"id": f"{name}#1", "type": "AnnotationPage", "startIndex": 0}
    total = 0
    with utf8(to) as text:
        text.write(_opened(collection))
        for annotation in _annotations(database, wanted):
            text.write(",\n" if total else f', "first": {_opened(page)}, "items": [\n')
            text.write(_written(annotation))
            total += 1
        # a collection of nothing has no page
        text.write("\n]}" if total else "")
        text.write(f', "total": {total}}}\n')


def _opened(value: _Json) -> str:
    return _written(value).removesuffix("}")


def _written(value: _Json) -> str:
    return json.dumps(value, ensure_ascii=False)


def _annotations(database: Database, wanted: Filter) -> Iterator[_Json]:
    for article in database.whole_articles(wanted):
        source = _source(article)
        for one in article.quotations:
            yield _annotation(article, source, one)


def _annotation(article: WholeArticle, source: str, one: Evidence) -> _Json:
    created = {} if article.ingested_at is None else {"created": article.ingested_at}
    by_parser = one.row.status is Status.AUTO
    return {
        "id": _urn(f"{source}#char={one.span.start},{one.span.end}"),
        "type": "Annotation",
        "motivation": "classifying" if one.row.speaker is None else "identifying",
        **created,
        "creator": {"type": "Software", "name": "quotes"} if by_parser else {"type": "Person"},
        "body": list(_bodies(article, source, one)),
        "target": _place(article.text, source, one.span),
    }


def _bodies(article: WholeArticle, source: str, one: Evidence) -> Iterator[_Json]:
    row = one.row
    if row.speaker is not None and row.speaker_kind is not None:
        yield {
            "type": "SpecificResource",
            "purpose": "identifying",
            "label": "speaker",
            "source": {
                "id": _urn(f"{row.speaker_kind}:{fold_name(row.speaker)}"),
                "type": _AGENTS[row.speaker_kind],
                "name": row.speaker,
            },
        }
        yield _told("tagging", "speaker", row.speaker)
        yield _told("assessing", "confidence", f"{row.confidence:.4g}")
    yield _told("classifying", "kind", row.kind)
    described = {"role": row.role, "rule": row.rule, "said on": one.said_on}
    yield from (_told("describing", label, value) for label, value in described.items() if value is not None)
    beside: Mapping[str, Span | None] = {"cue": one.cue, "mention": one.mention, "said when": one.when}
    for label, span in beside.items():
        if span is not None:
            yield _place(article.text, source, span) | {"purpose": "linking", "label": label}


def _told(purpose: str, label: str, value: str) -> _Json:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "label": label,
        "value": value,
        "format": "text/plain",
    }


def _place(text: str, source: str, span: Span) -> _Json:
    """The stretch of an article, by its words and by its place: either finds it."""
    words = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(span.start - _AROUND, 0) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    place = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"type": "SpecificResource", "source": source, "selector": [words, place]}


def _source(article: WholeArticle) -> str:
    """What names the article: its address if that is one, else what its source and its text give."""
    if article.url is not None and _ADDRESS.fullmatch(article.url):
        return article.url
    return _urn(f"{article.source}\n{article.text}")


def _urn(name: str) -> str:
    return uuid5(NAMESPACE_URL, name).urn
