"""Annotated articles, read from JSON Lines; `quotes.evaluation.brat` reads those of the tool brat.

One article a line, `{"id", "text", "quotes": [{"start", "end", "kind", "speakers": [acceptable
names, best first], "speaker_type", "mention", "cue", "nested", "said_on"}]}`, offsets in characters.
"""

from __future__ import annotations

import codecs
import gzip
import json
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from quotes.dates import parse_date
from quotes.model import Kind, Span, SpeakerKind

#: the source that an annotator could not tell, beside the kinds of speakers
UNKNOWN = "unknown"
_SPEAKER_TYPES = (*(kind.value for kind in SpeakerKind), UNKNOWN)
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_KINDS = tuple(kind.value for kind in Kind)


class GoldError(Exception):
    """The annotated file cannot be used; the message says where and why."""


@dataclass(frozen=True, slots=True)
class GoldQuotation:
    """One annotated stretch between marks."""

    start: int
    end: int
    kind: Kind
    #: acceptable names, best first; empty: the source cannot be told
    speakers: tuple[str, ...] = ()
    #: a kind of speaker, or `unknown`
    speaker_type: str | None = None
    nested: bool = False
    #: the local expression that names the source
    mention: str | None = None
    #: the reporting expression
    cue: str | None = None
    #: ISO date on which it was said, where the text tells
    said_on: str | None = None
    #: the journalist's interruptions
    incises: tuple[Span, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether the stretch is a quotation that the scores count."""
        return self.kind is not Kind.TERM and not self.nested


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article."""

    id: str
    outlet: str | None
    text: str
    quotations: tuple[GoldQuotation, ...]
    #: when it was published, in ISO 8601; None where the annotation has no date that can be read
    date: str | None = None
    #: whether the annotators looked for when its quotations were said
    dated: bool = False
    title: str | None = None
    url: str | None = None
    #: the file it was read from, and what tells it from the others there
    source: str | None = None


def read_gold(path: Path) -> Iterator[GoldArticle]:
    """The annotated articles of a JSON Lines file.

    Raises GoldError, naming file and line, when the file or a line is not what it should be.
    """
    for where, record in read_records(path):
        try:
            article = _checked_article(record)
        except ValueError as error:
            raise GoldError(f"{where}: {error}; see corpus/gold.jsonl for annotated articles") from error
        # a slash would make it part of a path
        yield replace(article, source=f"{path}#{article.id.replace('/', '%2F')}")


def read_records(path: Path) -> Iterator[tuple[str, Any]]:
    """What each line of a JSON Lines file holds, with its place for messages; `.gz` is unpacked.

    Raises GoldError, naming file and line, when the file or a line cannot be read.
    """
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    where = f"{path}, line {number}"
                    yield where, _record(line.removeprefix(codecs.BOM_UTF8), where)
    except (OSError, EOFError, zlib.error) as error:
        problem = getattr(error, "strerror", None) or error
        raise GoldError(f"{path}: cannot be read ({problem})") from error


def _record(line: bytes, where: str) -> Any:
    try:
        return json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise GoldError(f"{where}: not UTF-8 text; annotated articles are JSON Lines in UTF-8") from error
    except json.JSONDecodeError as error:
        raise GoldError(f"{where}: not JSON ({error.msg}); one article a line is expected") from error
    except (ValueError, RecursionError) as error:  # numbers or nesting beyond any annotation
        raise GoldError(f"{where}: not JSON that can be read; one article a line is expected") from error


def _checked_article(record: Any) -> GoldArticle:
    if not isinstance(record, dict):
        raise ValueError("an article is an object with id, text and quotes")
    name, text = record.get("id"), _field(record, "text", _is_text, "a text")
    if not isinstance(name, str | int):
        raise ValueError("id must be a name or a number")
    quotes = _field(record, "quotes", lambda value: isinstance(value, list), "a list")
    quotations = []
    for number, quote in enumerate(quotes, 1):
        try:
            quotations.append(_quotation(quote, len(text)))
        except ValueError as error:
            raise ValueError(f"quotation {number}: {error}") from error
    outlet = _field(record, "outlet", _is_text_or_none, "a text or null")
    written = _field(record, "date", _is_text_or_none, "a date or null")
    # annotated corpora write dates as their sources do; what is no date is as good as none
    date = parse_date(written) if written else None
    dated = any("said_on" in quote for quote in quotes)
    title, url = (_field(record, field, _is_text_or_none, "a text or null") for field in ("title", "url"))
    return GoldArticle(str(name), outlet, text, tuple(quotations), date, dated, title, url)


def _quotation(quote: Any, length: int) -> GoldQuotation:
    if not isinstance(quote, dict):
        raise ValueError("a quotation is an object with start, end, kind and speakers")
    start = _field(quote, "start", _is_offset, "an integer")
    end = _field(quote, "end", _is_offset, "an integer")
    if not 0 <= start < end <= length:
        raise ValueError(f"start {start}, end {end}: not within a text of {length} characters")
    return GoldQuotation(
        start,
        end,
        Kind(_field(quote, "kind", lambda value: value in _KINDS, f"one of {', '.join(_KINDS)}")),
        tuple(_field(quote, "speakers", _is_list_of_texts, "a list of names")),
        _field(quote, "speaker_type", _is_speaker_type, f"one of {', '.join(_SPEAKER_TYPES)}"),
        _field(quote, "nested", lambda value: isinstance(value, bool | None), "true or false") is True,
        _field(quote, "mention", _is_text_or_none, "a text or null"),
        _field(quote, "cue", _is_text_or_none, "a text or null"),
        _field(quote, "said_on", _is_date_or_none, "an ISO date or null"),
        tuple(Span(*pair) for pair in _field(quote, "incises", _is_list_of_spans, "a list of offsets") or ()),
    )


def _field(record: dict[str, Any], name: str, is_good: Callable[[Any], bool], expected: str) -> Any:
    """The value of a field (None when it is absent), which must satisfy `is_good`."""
    value = record.get(name)
    if not is_good(value):
        found = "it is missing" if name not in record else f"not {_short(value)}"
        raise ValueError(f"{name} must be {expected}, {found}")
    return value


def _short(value: Any, size: int = 40) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= size else shown[: size - 1] + "…"


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_text_or_none(value: Any) -> bool:
    return value is None or isinstance(value, str)


def _is_date_or_none(value: Any) -> bool:
    return value is None or (isinstance(value, str) and bool(_DATE.fullmatch(value)))


def _is_offset(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_list_of_spans(value: Any) -> bool:
    return value is None or (
        isinstance(value, list)
        and all(isinstance(pair, list) and len(pair) == 2 and all(map(_is_offset, pair)) for pair in value)
    )


def _is_list_of_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_speaker_type(value: Any) -> bool:
    return value is None or value in _SPEAKER_TYPES
