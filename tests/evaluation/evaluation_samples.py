"""Short ways to say what is annotated and what was found."""

from __future__ import annotations

from quotes.evaluation import GoldArticle, GoldQuotation
from quotes.model import Kind, Quotation, Speaker, SpeakerKind

TEXT = "La maire parle de son pont, l'éleveur de son lait et le préfet de la neige. " * 20


def wanted(
    start: int, end: int, speaker: str | None = "Anne Roy", kind: str = "direct", **more
) -> GoldQuotation:
    """What the annotation has: a person's words, unless `more` says otherwise."""
    speakers = (speaker,) if speaker else ()
    return GoldQuotation(
        start, end, Kind(kind), **{"speakers": speakers, "speaker_type": speaker and "person", **more}
    )


def found(start: int, end: int, speaker: str | None = "Anne Roy", kind: str = "direct", **more) -> Quotation:
    """What the parser says."""
    who = Speaker(speaker, SpeakerKind.PERSON) if speaker else None
    return Quotation(start, end, TEXT[start:end], Kind(kind), who, **more)


def article(*quotations: GoldQuotation, outlet: str | None = None, text: str = TEXT) -> GoldArticle:
    return GoldArticle("a", outlet, text, quotations)
