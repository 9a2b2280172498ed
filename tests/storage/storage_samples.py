"""Articles and quotations made by hand, for the tests of the database."""

from __future__ import annotations

import os
from collections.abc import Callable
from multiprocessing import get_context
from typing import Any

from quotes.model import Article, Cue, Kind, Mention, Quotation, Span, Speaker, SpeakerKind

PORT = Article(
    text=(
        "Le port de Brest va s'agrandir\n\n"
        "« La sœur cadette de Toulon mérite mieux », a lancé Éloïse Le Goff, maire de Brest. "
        "Selon les dockers, le chantier reste « un cœur sans bras ». "
        "Le projet « Grand Large » doit durer dix ans."
    ),
    title="Le port de Brest va s'agrandir",
    date="2024-10-30",
    date_source="given",
    outlet="La Dépêche du Ponant",
    url="https://ponant.example/port",
    topics=("Aménagement du territoire", "Mer"),
    source="port.txt",
)

MAYOR = Speaker("Éloïse Le Goff", SpeakerKind.PERSON, "maire de Brest", ("Le Goff", "Mme Le Goff"))
DOCKERS = Speaker("les dockers", SpeakerKind.GROUP)


def span_of(text: str, words: str, after: int = 0) -> Span:
    """Where `words` stand in `text`."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def quoted(article: Article, words: str, speaker: Speaker | None = None, **more: Any) -> Quotation:
    """The quotation of `words` in `article`; `mention` and `cue` are given as the words they are."""
    span = span_of(article.text, words, more.pop("after", 0))
    for name, kind in (("mention", Mention), ("cue", Cue)):
        if name in more:
            more[name] = kind(span_of(article.text, more[name]), more[name])
    values = {"kind": Kind.DIRECT, "rule": "by-hand", "confidence": 0.9} | more
    return Quotation(span.start, span.end, words, speaker=speaker, **values)


def port_quotations(article: Article = PORT) -> list[Quotation]:
    """What a parser would find in `PORT`, or in a text that holds the same sentences."""
    return [
        quoted(
            article,
            "La sœur cadette de Toulon mérite mieux",
            MAYOR,
            mention="Éloïse Le Goff",
            cue="a lancé",
        ),
        quoted(article, "un cœur sans bras", DOCKERS, kind=Kind.PARTIAL, cue="Selon", confidence=0.6),
        quoted(article, "Grand Large", kind=Kind.TERM, confidence=0.8),
    ]


def in_another_process(work: Callable[[], object], *, as_nobody: bool = False) -> None:
    """Run `work` in a child process, as a user who may not write everywhere if asked, and wait for it."""
    # loaded before: the other user may have no right to read the program's folder
    from quotes.storage import migrate  # noqa: F401

    child = get_context("fork").Process(target=_child, args=(work, as_nobody))
    child.start()
    child.join(30)
    assert child.exitcode == 0


def _child(work: Callable[[], object], as_nobody: bool) -> None:
    if as_nobody and os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    work()
