"""What the labels of brat files stand for: written as in FRACAS, read in any spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from quotes.folding import fold
from quotes.model import Kind, SpeakerKind

#: the label of a quotation, by its kind
OF_KIND: Mapping[Kind, str] = {
    Kind.DIRECT: "Direct_Quotation",
    Kind.PARTIAL: "Mixed_Quotation",
    Kind.TERM: "Term",
}
#: the label of words that name a source, by the kind of speaker
OF_SPEAKER: Mapping[SpeakerKind, str] = {
    SpeakerKind.PERSON: "Agent",
    SpeakerKind.GROUP: "Group_of_people",
    SpeakerKind.ORGANISATION: "Organization",
    SpeakerKind.DOCUMENT: "Document",
}
INDIRECT, CUE, PRONOUN = "Indirect_Quotation", "Cue", "Source_pronoun"
#: source → quotation, cue → quotation, pronoun → the words that say who is meant
QUOTED_IN, INDICATES, REFERS = "Quoted_in", "Indicates", "Refers"
#: attributes of quotations
CONFIDENCE, RULE, STATUS, NESTED = "Confidence", "Rule", "Status", "Nested"
#: a note that says who is meant, best name first: *speaker: Anne Roy; Roy (person)*
_NOTE = re.compile(r"speaker:(?P<names>.*?)(?:\((?P<kind>\w+)\))?\s*", re.IGNORECASE)

_PRONOUNS = frozenset(
    (
        *("il", "ils", "elle", "elles", "on", "je", "j'", "nous", "lui", "eux", "tous", "toutes"),
        *("celui-ci", "celle-ci", "ceux-ci", "celles-ci", "l'interesse", "l'interessee"),
        *("ce dernier", "cette derniere", "ces derniers", "ces dernieres"),
    )
)
#: other names that people give to the same, without what `_plain` takes away
_ALSO = {
    "direct": OF_KIND[Kind.DIRECT],
    "directquote": OF_KIND[Kind.DIRECT],
    "quotation": OF_KIND[Kind.DIRECT],
    "quote": OF_KIND[Kind.DIRECT],
    "mixed": OF_KIND[Kind.PARTIAL],
    "mixedquote": OF_KIND[Kind.PARTIAL],
    "partial": OF_KIND[Kind.PARTIAL],
    "partialquotation": OF_KIND[Kind.PARTIAL],
    "indirect": INDIRECT,
    "indirectquote": INDIRECT,
    "person": OF_SPEAKER[SpeakerKind.PERSON],
    "speaker": OF_SPEAKER[SpeakerKind.PERSON],
    "source": OF_SPEAKER[SpeakerKind.PERSON],
    "group": OF_SPEAKER[SpeakerKind.GROUP],
    "organisation": OF_SPEAKER[SpeakerKind.ORGANISATION],
    "pronoun": PRONOUN,
    "refersto": REFERS,
    "quotedby": QUOTED_IN,
}


def _plain(label: str) -> str:
    """A label without case, accents, hyphens, underscores and spaces."""
    return re.sub(r"[^a-z0-9]", "", fold(label))


_OURS = (
    *(*OF_KIND.values(), INDIRECT, *OF_SPEAKER.values(), PRONOUN, CUE),
    *(QUOTED_IN, INDICATES, REFERS, CONFIDENCE, RULE, STATUS, NESTED),
)
_KNOWN = {_plain(label): label for label in _OURS} | _ALSO
_KIND_OF = {label: kind for kind, label in OF_KIND.items()}
_SPEAKER_OF = {label: kind for kind, label in OF_SPEAKER.items()}


def known(label: str) -> str | None:
    """The label as it is written here: *mixed quotation* → *Mixed_Quotation*; None for any other."""
    return _KNOWN.get(_plain(label))


def kind_of(label: str) -> Kind | None:
    """The kind of quotation that a known label says; an indirect one has none here."""
    return _KIND_OF.get(label)


def is_quotation(label: str) -> bool:
    """Whether a known label is one of what was said, indirect quotations too."""
    return label in _KIND_OF or label == INDIRECT


def speaker_kind_of(label: str) -> SpeakerKind | None:
    """The kind of speaker that a known label says."""
    return _SPEAKER_OF.get(label)


def is_source(label: str) -> bool:
    """Whether a known label is one of words that name a source."""
    return label in _SPEAKER_OF or label == PRONOUN


def is_pronoun(mention: str) -> bool:
    """Whether the words that name a source leave open who is meant: *elle*, *ce dernier*."""
    return fold(mention) in _PRONOUNS


def speaker_note(names: Iterable[str], kind: SpeakerKind) -> str:
    """The note that says who is meant."""
    flat = (" ".join(name.replace(";", ",").split()) for name in names)
    return f"speaker: {'; '.join(flat)} ({kind})"


def noted(note: str) -> tuple[tuple[str, ...], SpeakerKind | None]:
    """The names, best first, and the kind of speaker that a note says; other notes say none."""
    said = _NOTE.fullmatch(note)
    if said is None:
        return (), None
    kind = said["kind"] if said["kind"] in set(SpeakerKind) else None
    names = tuple(filter(None, map(str.strip, said["names"].split(";"))))
    return names, SpeakerKind(kind) if kind else None
