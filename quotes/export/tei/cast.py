"""Who is quoted: lists of persons, groups, organisations and documents, to which quotations point."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from quotes.export.tei.xml import Xml
from quotes.model import SpeakerKind
from quotes.storage import Database, Filter, SpeakerRow, SpeakerSort

_LISTED_AS = {
    "listPerson": (SpeakerKind.PERSON, SpeakerKind.GROUP),
    "listOrg": (SpeakerKind.ORGANISATION,),
}


@dataclass(frozen=True, slots=True)
class Cast:
    """The numbers of those quoted, by kind: names are read again when they are written."""

    numbers: dict[SpeakerKind, set[int]]

    @property
    def pointers(self) -> set[str]:
        """The identifiers of all of them."""
        return {speaker_id(number) for numbers in self.numbers.values() for number in numbers}

    def of(self, *kinds: SpeakerKind) -> set[int]:
        """The numbers of those of some kinds."""
        return set().union(*(self.numbers.get(kind, set()) for kind in kinds))


def speaker_id(number: int) -> str:
    """The identifier of a speaker in the document."""
    return f"s{number}"


def cast_of(database: Database, wanted: Filter) -> Cast:
    """Those who said the quotations wanted."""
    numbers: dict[SpeakerKind, set[int]] = {}
    if wanted.limit is None:
        for row in database.speakers(wanted):
            numbers.setdefault(row.kind, set()).add(row.id)
        return Cast(numbers)
    for article in database.whole_articles(wanted):
        for one in article.quotations:
            if one.speaker_id is not None and one.row.speaker_kind is not None:
                numbers.setdefault(one.row.speaker_kind, set()).add(one.speaker_id)
    return Cast(numbers)


def write_participants(xml: Xml, database: Database, wanted: Filter, cast: Cast) -> None:
    """The persons, groups and organisations, by name."""
    listed = {name: cast.of(*kinds) for name, kinds in _LISTED_AS.items()}
    if not any(listed.values()):
        return
    with xml.block("particDesc", {"xml:lang": "fr"}):
        for name, numbers in listed.items():
            _write_list(xml, name, database, wanted, numbers)


def write_documents(xml: Xml, database: Database, wanted: Filter, cast: Cast) -> None:
    """The documents: texts that are quoted as a source of their own, which are no participants."""
    if numbers := cast.of(SpeakerKind.DOCUMENT):
        with xml.block("standOff", {"xml:lang": "fr"}):
            _write_list(xml, "listBibl", database, wanted, numbers)


def _write_list(xml: Xml, name: str, database: Database, wanted: Filter, numbers: Set[int]) -> None:
    if not numbers:
        return
    with xml.block(name):
        for row in database.speakers(wanted, sort=SpeakerSort.NAME):
            if row.id in numbers:
                _write_speaker(xml, row)


def _write_speaker(xml: Xml, row: SpeakerRow) -> None:
    element, name, role = {
        SpeakerKind.PERSON: ("person", "persName", "occupation"),
        SpeakerKind.GROUP: ("personGrp", "name", "occupation"),
        SpeakerKind.ORGANISATION: ("org", "orgName", "desc"),
        SpeakerKind.DOCUMENT: ("bibl", "title", "note"),
    }[row.kind]
    with xml.block(element, {"xml:id": speaker_id(row.id)}):
        xml.line(name, row.name)
        # unnamed people have nothing but a role for a name
        xml.line(role, row.role if row.role != row.name else None)
