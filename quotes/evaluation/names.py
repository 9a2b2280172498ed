"""When the predicted speaker is the annotated one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from quotes.folding import fold_name
from quotes.model import SpeakerKind

_TITLES = (
    "le|la|les|l|un|une|des|du|de|d|au|aux|ce|cet|cette|ces|son|sa|ses|leur|leurs|certains|certaines|"
    "m|mm|mme|mmes|mlle|monsieur|madame|me|dr|docteur|pr|professeur|maitre|sir"
)
_LEAD = re.compile(rf"^(?:(?:{_TITLES})\b\.?['’ ]*)+")
_EMPTY_WORDS = frozenset(
    ("le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "au", "aux", "et", "en", "a")
)


def same_speaker(predicted: str | None, accepted: Sequence[str], speaker_type: str | None) -> bool:
    """Whether the predicted speaker is one of the accepted ones, as fully named.

    Persons need first and last name where the article gives them; for others half of the content
    words must be shared. Without accepted speaker none must be predicted.
    """
    if not accepted or not predicted:
        return not accepted and not predicted
    # *certains* has no word that counts, and is itself all the same
    if fold_name(predicted) in map(fold_name, accepted):
        return True
    return any(_same_name(_words(predicted), _words(name), speaker_type) for name in accepted)


def nearly_same_speaker(predicted: str | None, accepted: Sequence[str], speaker_type: str | None) -> bool:
    """Whether the predicted speaker can be the accepted one: the last name, or a content word, agrees."""
    if not accepted or not predicted or same_speaker(predicted, accepted, speaker_type):
        return same_speaker(predicted, accepted, speaker_type)
    return any(_near_name(_words(predicted), _words(name), speaker_type) for name in accepted)


def _same_name(found: list[str], wanted: list[str], speaker_type: str | None) -> bool:
    if not found or not wanted:
        return False
    if found == wanted:
        return True
    a, b = set(found), set(wanted)
    if speaker_type == SpeakerKind.PERSON:
        ends = found[-1] == wanted[-1] and found[0] == wanted[0] and (len(found) > 1 or len(wanted) == 1)
        return ends or (b <= a and len(wanted) > 1)
    return len(a & b) / len(a | b) >= 0.5 or (a <= b and len(found) > 1) or b <= a


def _near_name(found: list[str], wanted: list[str], speaker_type: str | None) -> bool:
    if not found or not wanted:
        return False
    if _same_name(found, wanted, speaker_type):
        return True
    if speaker_type == SpeakerKind.PERSON:
        return found[-1] == wanted[-1] or (len(wanted) == 1 and wanted[0] in found)
    return not set(found).isdisjoint(wanted)


def _words(name: str) -> list[str]:
    """The content words of a name, without accents, articles and titles."""
    folded = unicodedata.normalize("NFKD", name.replace("’", "'").replace("-", " "))
    plain = "".join(c for c in folded if not unicodedata.combining(c)).lower().strip(" .,;:\"'«»")
    plain = _LEAD.sub("", re.sub(r"\s+", " ", plain)).strip()
    return [word for word in re.findall(r"\w+", plain) if word not in _EMPTY_WORDS]
