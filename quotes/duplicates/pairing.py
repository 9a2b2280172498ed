"""Which names may be one person's: names meet under keys that they share, never each with each.

Each rule gives pairs of a name and the one it may belong to. A likeness of letters alone is never enough:
first names have to agree, or nobody else may bear the last name, or roles have to agree too (`doubtful`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quotes.duplicates.names import Name, agree, consonants, one_slip_apart, parse, spelled, squeezed
from quotes.folding import fold_name
from quotes.lexicon import words
from quotes.model import SpeakerKind
from quotes.storage import SpeakerName

#: a slip in a shorter name makes another name
_LONG_ENOUGH = 5
#: first and last name
_FULL = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """A name that may belong to another speaker."""

    name: SpeakerName
    into: SpeakerName
    why: str
    #: worth a proposal only if the two have a role in common, or articles call one as the other is called
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class _Person:
    speaker: SpeakerName
    name: Name


def pairs(speakers: Iterable[SpeakerName]) -> Iterator[Pair]:
    """The pairs among `speakers`, at most one for each name, surest rules first."""
    ordered = sorted(speakers, key=lambda one: (-one.quotations, len(one.name), one.id))
    persons = [_Person(one, parse(one.name)) for one in ordered if one.kind is SpeakerKind.PERSON]
    full = _by_full_name(persons)
    taken: set[int] = set()
    for pair in (
        *_same_full_name(full),
        *_other_alphabet(ordered),
        *_initials(persons, full),
        *_double_last_names(persons, full),
        *_last_names_alone(persons, full),
        *_slips(full),
        *_other_kinds(ordered),
    ):
        if pair.name.id not in taken:
            taken.add(pair.name.id)
            yield pair


def _by_full_name(persons: Iterable[_Person]) -> dict[_FULL, list[_Person]]:
    full: dict[_FULL, list[_Person]] = defaultdict(list)
    for one in persons:
        if one.name.first and not one.name.initial:
            full[one.name.first, one.name.last].append(one)
    return dict(full)


def _same_full_name(full: Mapping[_FULL, list[_Person]]) -> Iterator[Pair]:
    for same in full.values():
        chief, *others = same
        fitting = [one for one in others if agree(one.name, chief.name)]
        # *George Bush* fits *George W. Bush* and *George H. W. Bush*, who do not fit each other
        rests = {(one.name.middle, one.name.relative, one.name.ordinal): one.name for one in fitting}
        first = next(iter(rests.values()), None)
        longest = max(rests.values(), key=lambda name: len(name.middle), default=first)
        if longest is None or not all(agree(rest, longest) for rest in rests.values()):
            continue
        for one in fitting:
            rest = (one.name.middle, one.name.ordinal) != (chief.name.middle, chief.name.ordinal)
            why = "same first and last name, a middle name or number more" if rest else "another spelling"
            yield Pair(one.speaker, chief.speaker, why)


def _other_alphabet(speakers: Iterable[SpeakerName]) -> Iterator[Pair]:
    """The same letters, divided into words otherwise, or in another order, or with other small words."""
    joined: dict[tuple[SpeakerKind, str], SpeakerName] = {}
    turned: dict[tuple[str, ...], SpeakerName] = {}
    for one in speakers:
        if one.kind is SpeakerKind.GROUP:
            continue
        tokens = one.name.split()
        key = (one.kind, squeezed(one.name))
        into = joined.setdefault(key, one)
        if into is not one and key[1] and (len(tokens) > 1 or one.kind is not SpeakerKind.PERSON):
            yield Pair(one, into, "the same but for spaces and small words")
        if one.kind is SpeakerKind.PERSON and len(tokens) > 1:
            into = turned.setdefault(tuple(sorted(map(spelled, tokens))), one)
            if into is not one:
                yield Pair(one, into, "the same words in another order", doubtful=True)


def _initials(persons: Iterable[_Person], full: Mapping[_FULL, list[_Person]]) -> Iterator[Pair]:
    bearers: dict[object, list[_Person]] = defaultdict(list)
    for (first, last), same in full.items():
        bearers[first[:1], last].append(same[0])
    for one in persons:
        if one.name.initial:
            found = bearers.get((one.name.first, one.name.last), [])
            if len(found) == 1 and agree(one.name, found[0].name):
                yield Pair(one.speaker, found[0].speaker, "an initial, and only one person it can be")


def _double_last_names(persons: Iterable[_Person], full: Mapping[_FULL, list[_Person]]) -> Iterator[Pair]:
    """*Hélène Vasseur* and *Hélène Vasseur-Daubrac*, when there is one such double name."""
    doubles: dict[_FULL, dict[str, _Person]] = defaultdict(dict)
    for one in persons:
        if one.name.halves and one.name.first and not one.name.initial:
            for half in one.name.halves:
                doubles[one.name.first, half].setdefault(one.name.last, one)
    for key, longer in doubles.items():
        if len(longer) == 1 and key in full:
            [double] = longer.values()
            short = full[key][0]
            yield Pair(short.speaker, double.speaker, "same first name, half of the double last name")


def _last_names_alone(persons: Iterable[_Person], full: Mapping[_FULL, list[_Person]]) -> Iterator[Pair]:
    bearers: dict[object, list[_Person]] = defaultdict(list)
    for (_, last), same in full.items():
        bearers[last].append(same[0])
    first_names = words("first_names.tsv")
    for one in persons:
        found = bearers.get(one.name.last, []) if not one.name.first else []
        if len(found) == 1:
            doubtful = one.speaker.name.lower() in first_names
            yield Pair(one.speaker, found[0].speaker, "a last name that only one person bears", doubtful)


def _slips(full: Mapping[_FULL, list[_Person]]) -> Iterator[Pair]:
    near: dict[_FULL, list[_Person]] = defaultdict(list)
    for (first, last), same in full.items():
        if len(last) >= _LONG_ENOUGH:
            near[first, consonants(last)].append(same[0])
    for found in near.values():
        chief, *others = sorted(found, key=lambda one: (-one.speaker.quotations, one.speaker.id))
        for one in others:
            if one_slip_apart(one.name.last, chief.name.last) and agree(one.name, chief.name):
                yield Pair(
                    one.speaker, chief.speaker, "same first name, one letter of the last", doubtful=True
                )


def _other_kinds(speakers: Iterable[SpeakerName]) -> Iterator[Pair]:
    known: dict[str, SpeakerName] = {}
    for one in speakers:
        if one.kind is not SpeakerKind.GROUP:
            into = known.setdefault(fold_name(one.name), one)
            if into is not one:
                yield Pair(one, into, f"the same name, taken for a {one.kind} and for a {into.kind}")
